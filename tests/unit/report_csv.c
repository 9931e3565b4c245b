/* SPDX-License-Identifier: MIT */
/* Protects what leaves on a drive: levels and bands of finished sets, no counts, whole lines. */
#include "report/csv.h"
#include "sanitized.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define HEADING "\xEF\xBB\xBFwindow,set,month,what,level,from,to\n"

static struct totals totals;
static struct pack pack;
static struct trends trends;
static char text[1 << 20];
static size_t written;
static struct report_size size;

static int reset(void **state)
{
    (void)state;
    memset(&totals, 0, sizeof(totals));
    memset(&pack, 0, sizeof(pack));
    pack.theme_count = 2;
    (void)snprintf(pack.theme[0].id, PACK_ID_BYTES, "steady");
    (void)snprintf(pack.theme[1].id, PACK_ID_BYTES, "near");
    static const char *const id[] = {"q2", "q1", "q4", "q3"}; /* as on the screen */
    pack.question_count = 4;
    for (uint32_t i = 0; i < 4; i++) {
        (void)snprintf(pack.question[i].id, PACK_ID_BYTES, "%s", id[i]);
        pack.question[i].theme = i >= 2;
    }
    return 0;
}

static struct block *add_block(uint32_t meetings, int32_t upper, int32_t lower)
{
    uint32_t index = totals.block_count++;
    struct block *block = &totals.block[index];
    *block = (struct block){.id = index + 1, .series = "00112233445566ff", .tally_count = 4};
    block->month = (struct month){(uint16_t)(2026 + (index + 1) / 12), 0};
    block->month.month = (uint8_t)(1 + (index + 1) % 12);
    block->meetings = meetings;
    block->scale = 2;
    for (uint32_t i = 0; i < 4; i++) {
        (void)snprintf(block->tally[i].question, PACK_ID_BYTES, "q%u", i + 1);
        block->tally[i].upper = upper;
        block->tally[i].lower = lower;
    }
    return block;
}

static void report(enum period period, uint32_t from, size_t room)
{
    memset(text, '#', sizeof(text));
    trends_compute(&totals, &pack, &trends);
    report_csv(&totals, &trends, &pack, period, from, text, room, &written, &size);
}

static void test_rows(void **state)
{
    (void)state;
    for (int i = 0; i < 3; i++) {
        add_block(4, 8, 5); /* a question alone is all but lost in the blur */
    }
    add_block(3, 500, 500);
    report(PERIOD_ALL, 0, sizeof(text));
    char expected[1024];
    size_t at = (size_t)snprintf(expected, sizeof(expected), "%s", HEADING);
    static const char *const WHAT[] = {"all", "steady", "near", "q2", "q1", "q4", "q3"};
    for (uint32_t set = 3; set >= 1; set--) {
        for (uint32_t i = 0; i < 7; i++) {
            const struct band *band = &trends.line[i].band[set - 1];
            char level[8] = "";
            (void)snprintf(level, sizeof(level), "%u", band->centre);
            at += (size_t)snprintf(expected + at, sizeof(expected) - at,
                                   "%u,%u,2026-0%u,\"%s\",%s,%u,%u\n", set * 100 + i, set, set + 1,
                                   WHAT[i], band->readable ? level : "", band->low, band->high);
        }
    }
    assert_string_equal(text, expected);
    assert_true(trends.line[0].band[2].readable && !trends.line[6].band[2].readable);
    assert_int_equal(written, strlen(text));
    assert_int_equal(size.bytes, strlen(text));
    assert_int_equal(size.rows, 21);
    assert_int_equal(size.blocks, 3);
    assert_int_equal(size.first.month, 2);
    assert_int_equal(size.last.month, 4);
}

/* What it is of is the earliest and the latest month, whatever clock the last set had. */
static void test_a_clock_that_was_wrong(void **state)
{
    (void)state;
    for (int i = 0; i < 4; i++) {
        add_block(TOTALS_MEETINGS_PER_BLOCK, 20, 10);
    }
    totals.block[3].month = (struct month){2000, 1};
    report(PERIOD_ALL, 0, sizeof(text));
    assert_int_equal(size.first.year, 2000);
    assert_int_equal(size.last.year, 2026);
    assert_int_equal(size.last.month, 4);
}

static void test_nothing_to_report(void **state)
{
    (void)state;
    add_block(3, 60, 20);
    report(PERIOD_ALL, 0, sizeof(text));
    assert_string_equal(text, HEADING);
    assert_int_equal(size.rows + size.blocks, 0);
}

/* Every room and every first row: the heading, then whole rows in a row, never past the end. */
static void test_parts_are_whole_lines(void **state)
{
    (void)state;
    for (int i = 0; i < 5; i++) {
        add_block(4, 60, 20);
    }
    static char whole[4096];
    report(PERIOD_ALL, 0, sizeof(text));
    memcpy(whole, text, written + 1);
    const struct report_size all = size;
    for (uint32_t from = 0; from <= all.rows + 1; from++) {
        const char *rest = strchr(whole, '\n') + 1;
        const size_t heading = (size_t)(rest - whole);
        for (uint32_t i = 0; i < from && *rest != '\0'; i++) {
            rest = strchr(rest, '\n') + 1;
        }
        for (size_t room = 0; room <= all.bytes + 1; room += IS_SANITIZED ? 5 : 1) {
            report(PERIOD_ALL, from, room);
            assert_int_equal(size.rows, all.rows);
            assert_int_equal(size.bytes, all.bytes);
            assert_true(written < room || written == 0);
            assert_int_equal(text[room], '#');
            if (written == 0) {
                continue;
            }
            assert_int_equal(text[written], '\0');
            assert_int_equal(text[written - 1], '\n');
            assert_memory_equal(text, whole, heading);
            assert_memory_equal(text + heading, rest, written - heading);
            const char *next = strchr(rest + (written - heading), '\n');
            size_t more = next == NULL ? 0 : (size_t)(next + 1 - rest) - (written - heading);
            assert_true(more == 0 || written + more + 1 > room); /* nothing left out that fits */
        }
    }
    size_t none = 5;
    struct report_size counted;
    report_csv(&totals, &trends, &pack, PERIOD_ALL, 0, NULL, 0, &none, &counted);
    assert_int_equal(none, 0);
    assert_int_equal(counted.bytes, all.bytes);
}

static void test_fifty_years(void **state)
{
    (void)state;
    for (int i = 0; i < 650; i++) {
        add_block(4, 60, 20);
    }
    report(PERIOD_ALL, 0, sizeof(text));
    assert_int_equal(size.rows, 7 * 650);
    assert_int_equal(size.bytes, written);
    report(PERIOD_THREE, 0, sizeof(text));
    assert_int_equal(size.rows, 7 * 3);
    report(PERIOD_YEAR, 0, sizeof(text));
    assert_int_equal(size.rows, 7 * 13);
    assert_int_equal(size.blocks, 13);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(test_rows, reset),
        cmocka_unit_test_setup(test_a_clock_that_was_wrong, reset),
        cmocka_unit_test_setup(test_nothing_to_report, reset),
        cmocka_unit_test_setup(test_parts_are_whole_lines, reset),
        cmocka_unit_test_setup(test_fifty_years, reset),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
