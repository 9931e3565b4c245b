/* SPDX-License-Identifier: MIT */
/* Protects replays: the hash of the app's state sees an answer and where focus is, but no address
 * and no frame. */
#include "screens/app/screen.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static void test_state_hash_sees_state_and_nothing_else(void **state)
{
    (void)state;
    static struct app a, b;
    static struct app_secret a_secret, b_secret;
    memset(&a, 0, sizeof(a));
    memset(&b, 0, sizeof(b));
    memset(&a_secret, 0, sizeof(a_secret));
    memset(&b_secret, 0, sizeof(b_secret));
    a.config.secret = &a_secret;
    b.config.secret = &b_secret;
    b.frame.node_count = 3;
    assert_int_equal(app_state_hash(&a), app_state_hash(&b));
    b_secret.session.level[6] = 1;
    assert_int_not_equal(app_state_hash(&a), app_state_hash(&b));
    b_secret.session.level[6] = 0;
    b.focus_id[0] = 'x';
    assert_int_not_equal(app_state_hash(&a), app_state_hash(&b));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_state_hash_sees_state_and_nothing_else),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
