/* SPDX-License-Identifier: MIT */
/* Protects the counting process where it has no descriptor left, and nobody to send: an errand that
 * cannot be begun costs neither a try nor a wait, and leaves nothing open behind it. */
#include "keeper/errand_line.h"
#include "keeper/porter.h"
#include "platform/system/channel.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cmocka.h>

enum { BY_MS = 1000, NEEDED = 3 /* two ends, and what goes along */ };

static struct errand_line line;
static int porter_end; /* nobody reads it */
static uint8_t bytes[16];

static int set_up(void **state)
{
    int ends[2];
    (void)state;
    errand_line_init(&line);
    assert_int_equal(channel_pair(ends), STATUS_OK);
    errand_line_take(&line, ends[0]);
    porter_end = ends[1];
    return 0;
}

static int clean_up(void **state)
{
    (void)state;
    for (int i = 0; i < ERRAND_SLOT_COUNT; i++) {
        errand_line_drop(&line, (enum errand_slot)i);
    }
    errand_line_take(&line, -1);
    return close(porter_end);
}

/* The lowest number that is free. */
static int next_descriptor(void)
{
    int next = dup(STDIN_FILENO);
    close(next);
    return next;
}

static void let_open(int next, rlim_t count)
{
    struct rlimit limit;
    assert_int_equal(getrlimit(RLIMIT_NOFILE, &limit), 0);
    limit.rlim_cur = count == RLIM_INFINITY ? limit.rlim_max : (rlim_t)next + count;
    assert_int_equal(setrlimit(RLIMIT_NOFILE, &limit), 0);
}

static void test_no_descriptor_is_left(void **state)
{
    (void)state;
    const struct errand export = {
        .kind = ERRAND_EXPORT, .file_count = 1, .file = {{".csv", 0, sizeof(bytes)}}};
    const struct errand verify = {.kind = ERRAND_VERIFY, .pin = "123456"};
    int next = next_descriptor();
    for (rlim_t count = 0; count <= NEEDED; count++) {
        let_open(next, count);
        enum status saved = errand_line_begin(&line, &export, bytes, 0);
        enum status asked =
            count < 2 ? errand_line_begin(&line, &verify, bytes, 0) : STATUS_NO_MEMORY;
        let_open(next, RLIM_INFINITY);
        assert_int_equal(saved, count < NEEDED ? STATUS_IO : STATUS_OK);
        assert_int_equal(asked, STATUS_NO_MEMORY);
        assert_int_equal(next_descriptor(), count < NEEDED ? next : next + 1);
    }
}

/* A porter that takes nothing more. */
static void test_nobody_takes_the_order(void **state)
{
    (void)state;
    const struct porter_order order = {.kind = ERRAND_VERIFY};
    const struct errand verify = {.kind = ERRAND_VERIFY, .pin = "123456"};
    while (channel_send(line.porter, &order, sizeof(order), -1) == STATUS_OK) {
    }
    int next = next_descriptor();
    assert_int_equal(errand_line_begin(&line, &verify, bytes, 0), STATUS_NO_MEMORY);
    assert_int_equal(next_descriptor(), next);
    assert_true(errand_line_deadline(&line) == UINT64_MAX);
}

/* Of several that run, the first one that is late is waited for. */
static void test_the_first_deadline(void **state)
{
    (void)state;
    const struct errand list = {.kind = ERRAND_LIST};
    const struct errand verify = {.kind = ERRAND_VERIFY}, clock = {.kind = ERRAND_CLOCK};
    assert_int_equal(errand_line_begin(&line, &clock, bytes, BY_MS), STATUS_OK);
    assert_true(errand_line_deadline(&line) == BY_MS + errand_ms_max(ERRAND_CLOCK));
    assert_int_equal(errand_line_begin(&line, &verify, bytes, 0), STATUS_OK);
    assert_true(errand_line_deadline(&line) == errand_ms_max(ERRAND_VERIFY));
    assert_int_equal(errand_line_begin(&line, &list, bytes, 0), STATUS_OK);
    assert_true(errand_line_deadline(&line) == errand_ms_max(ERRAND_LIST));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, clean_up)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_no_descriptor_is_left),
        TEST(test_nobody_takes_the_order),
        TEST(test_the_first_deadline),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
