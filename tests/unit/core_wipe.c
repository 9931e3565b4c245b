/* SPDX-License-Identifier: MIT */
/* Protects forgetting: no byte of the range stays, none beside it goes, and what is zero already is
 * not written, because writing makes the machine give memory for it. */
#include "core/wipe.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>

#include <cmocka.h>

enum { PAGE = 4096, PAGES = 4, ROOM = PAGE * PAGES };

static unsigned char *room;

static int begin(void **state)
{
    (void)state;
    room = mmap(NULL, ROOM, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return room == MAP_FAILED;
}

static int end(void **state)
{
    (void)state;
    return munmap(room, ROOM);
}

static void assert_wiped(size_t from, size_t to)
{
    memset(room, 0xA5, ROOM);
    wipe(room + from, to - from);
    for (size_t i = 0; i < ROOM; i++) {
        assert_int_equal(room[i], i >= from && i < to ? 0 : 0xA5);
    }
}

static void test_the_whole_range_goes_and_nothing_beside_it(void **state)
{
    (void)state;
    assert_wiped(0, ROOM);
    assert_wiped(1, ROOM - 1);
    assert_wiped(PAGE - 1, 2 * PAGE + 1);
    assert_wiped(PAGE, 2 * PAGE);
    assert_wiped(PAGE + 5, PAGE + 6);
    assert_wiped(77, 77);
}

static void test_one_byte_is_found_wherever_it_is(void **state)
{
    (void)state;
    for (size_t i = 0; i < ROOM; i++) {
        memset(room, 0, ROOM);
        room[i] = 1;
        wipe(room, ROOM);
        assert_int_equal(room[i], 0);
    }
}

/* A write to a page that may only be read would end this program. */
static void test_what_is_zero_is_not_written(void **state)
{
    (void)state;
    memset(room, 0, ROOM);
    room[PAGE - 1] = room[3 * PAGE] = 1;
    assert_int_equal(mprotect(room + PAGE, 2 * PAGE, PROT_READ), 0);
    wipe(room, ROOM);
    assert_int_equal(room[PAGE - 1], 0);
    assert_int_equal(room[3 * PAGE], 0);
}

static void test_zero_is_told_from_one_byte_that_is_not(void **state)
{
    (void)state;
    memset(room, 0, ROOM);
    assert_true(is_zero(room, 0));
    for (size_t length = 1; length < 40; length++) {
        room[length] = 1;
        assert_true(is_zero(room, length));
        assert_false(is_zero(room, length + 1));
        room[length] = 0;
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_the_whole_range_goes_and_nothing_beside_it, begin,
                                        end),
        cmocka_unit_test_setup_teardown(test_one_byte_is_found_wherever_it_is, begin, end),
        cmocka_unit_test_setup_teardown(test_what_is_zero_is_not_written, begin, end),
        cmocka_unit_test_setup_teardown(test_zero_is_told_from_one_byte_that_is_not, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
