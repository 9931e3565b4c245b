/* SPDX-License-Identifier: MIT */
/* Protects what may be read: complete blocks and nothing of the set under way or of an open
 * meeting; trends and reports only after the PIN. */
#include "keeper_rig.h"

#include <stdio.h>

static void meetings(int count)
{
    for (int i = 0; i < count; i++) {
        rig_meeting(5, SIDE_UPPER);
    }
}

static void read_rows(uint32_t from)
{
    rig_make(MESSAGE_READ_ROWS);
    rig.in.as.from = from;
    assert_int_equal(rig_send(), STATUS_OK);
    assert_int_equal(rig.count, 1);
    assert_int_equal(rig.out[0].type, MESSAGE_ROWS);
}

static enum message_type read_line(enum line_kind kind, uint8_t index)
{
    rig_make(MESSAGE_READ_LINE);
    rig.in.as.line_request =
        (struct message_line_request){.kind = (uint8_t)kind, .period = PERIOD_ALL, .index = index};
    assert_int_equal(rig_send(), STATUS_OK);
    assert_int_equal(rig.count, 1);
    return (enum message_type)rig.out[0].type;
}

static enum message_type save_report(void)
{
    rig_make(MESSAGE_SAVE_REPORT);
    rig.in.as.save.period = PERIOD_ALL;
    memcpy(rig.in.as.save.label, "STICK", 5);
    assert_int_equal(rig_send(), STATUS_OK);
    assert_int_equal(rig.count, 1);
    return (enum message_type)rig.out[0].type;
}

static void test_rows_are_complete_blocks(void **state)
{
    (void)state;
    meetings(9); /* two complete, one meeting under way */
    assert_int_equal(rig_ask(MESSAGE_LOCK), STATUS_OK);
    read_rows(0);
    const struct message_rows *rows = &rig.out[0].as.rows;
    assert_int_equal(rows->total, 2);
    assert_int_equal(rows->count, 2);
    assert_int_equal(rows->block[1].id, 2);
    assert_int_equal(rows->block[1].meetings, 4);
    assert_int_equal(rows->block[1].tally_count, 7);
    read_rows(1);
    assert_int_equal(rig.out[0].as.rows.count, 1);
    assert_int_equal(rig.out[0].as.rows.block[0].id, 2);
    read_rows(2);
    assert_int_equal(rig.out[0].as.rows.count, 0);
}

static void test_pages_of_rows(void **state)
{
    (void)state;
    meetings(4 * (MESSAGE_BLOCK_MAX + 1));
    read_rows(0);
    assert_int_equal(rig.out[0].as.rows.count, MESSAGE_BLOCK_MAX);
    read_rows(MESSAGE_BLOCK_MAX);
    assert_int_equal(rig.out[0].as.rows.count, 1);
}

/* A set that only an unsaved meeting would complete stays out of view. */
static void test_an_unsaved_meeting_is_in_no_row(void **state)
{
    (void)state;
    meetings(3);
    assert_int_equal(rig_open(ROOM_MANY), STATUS_OK);
    rig.write_fault = STATUS_NO_SPACE;
    assert_int_equal(rig_ask(MESSAGE_CLOSE), STATUS_NO_SPACE);
    rig.write_fault = STATUS_OK;
    rig.fail_in = 6; /* begun this time, and stopped in the write */
    assert_int_equal(rig_ask(MESSAGE_CLOSE), STATUS_IO);
    read_rows(0);
    assert_int_equal(rig.out[0].as.rows.total, 0);
    assert_int_equal(rig_status()->open_meetings, 3);
    assert_int_equal(rig_ask(MESSAGE_CLOSE), STATUS_OK);
    read_rows(0);
    assert_int_equal(rig.out[0].as.rows.total, 1);
}

/* What leaves while a meeting is open does not depend on what was added to it. */
static void test_answers_do_not_depend_on_the_open_meeting(void **state)
{
    (void)state;
    static struct message before[4];
    meetings(5);
    assert_int_equal(rig_open(ROOM_MANY), STATUS_OK);
    for (int pass = 0; pass < 2; pass++) {
        struct message now[4];
        rig.sequence = 100;
        read_rows(0);
        now[0] = rig.out[0];
        assert_int_equal(read_line(LINE_ALL, 0), MESSAGE_LINE);
        now[1] = rig.out[0];
        rig_make(MESSAGE_READ_REPORT);
        assert_int_equal(rig_send(), STATUS_OK);
        now[2] = rig.out[0];
        assert_int_equal(rig_ask(MESSAGE_SEEN), STATUS_OK);
        now[3] = rig.out[0];
        if (pass == 0) {
            memcpy(before, now, sizeof(before));
            for (int i = 0; i < 30; i++) {
                assert_int_equal(rig_add(SIDE_LOWER), MESSAGE_ADDED);
            }
        } else {
            assert_memory_equal(before, now, sizeof(before));
        }
    }
}

/* Numbers that nothing else here has, in tallies and counters: wherever one shows, it has leaked.
 */
enum { RARE_COMPLETE = 70001, RARE_OPEN = 71003, RARE_CELL = 72007, RARE_STEP = 13 };

static bool has_number(const void *bytes, size_t length, int32_t number)
{
    char text[12];
    int digits = snprintf(text, sizeof(text), "%d", (int)number);
    return memmem(bytes, length, &number, sizeof(number)) != NULL ||
           memmem(bytes, length, text, (size_t)digits) != NULL;
}

static bool has_rare(const void *bytes, size_t length, int32_t first)
{
    for (int32_t i = 0; i < 2 * PACK_QUESTION_MAX; i++) {
        if (has_number(bytes, length, first + i * RARE_STEP)) {
            return true;
        }
    }
    return false;
}

static void make_rare(struct block *block, int32_t first)
{
    for (uint32_t i = 0; i < block->tally_count; i++) {
        block->tally[i].upper = first + 2 * (int32_t)i * RARE_STEP;
        block->tally[i].lower = first + (2 * (int32_t)i + 1) * RARE_STEP;
    }
}

/* One request of every kind; what ends the meeting or locks is not among them. */
static bool make_request(enum message_type type, uint8_t variant)
{
    static const enum message_type NOT[] = {MESSAGE_HELLO, MESSAGE_SET_PIN, MESSAGE_UNLOCK,
                                            MESSAGE_LOCK,  MESSAGE_CLOSE,   MESSAGE_DISCARD};
    for (size_t i = 0; i < sizeof(NOT) / sizeof(NOT[0]); i++) {
        if (type == NOT[i]) {
            return false;
        }
    }
    rig.sequence = 0; /* its own number must not look like one of those */
    rig_make(type);
    if (type == MESSAGE_READ_LINE) {
        rig.in.as.line_request = (struct message_line_request){
            .kind = variant % 3, .period = variant / 3 % 3, .index = variant % 7};
    } else if (type == MESSAGE_READ_REPORT) {
        rig.in.as.report_request.period = variant % 3;
    } else if (type == MESSAGE_SAVE_REPORT) {
        rig.in.as.save.period = variant % 3;
        memcpy(rig.in.as.save.label, "STICK", 5);
    }
    return true;
}

struct leaks {
    uint32_t answers;
    uint32_t rows; /* answers with numbers of complete sets, as they should */
    uint32_t others;
};

/* Asks for everything that can be asked for, and for the report. */
static void look_for_leaks(void)
{
    struct leaks leaks = {0};
    for (int type = 1; type < MESSAGE_FACE_COUNT; type++) {
        for (uint8_t variant = 0; variant < 32 && make_request((enum message_type)type, variant);
             variant++) {
            (void)rig_send();
            for (uint32_t i = 0; i < rig.count; i++, leaks.answers++) {
                const struct message *out = &rig.out[i];
                bool complete = has_rare(out, sizeof(*out), RARE_COMPLETE);
                leaks.rows += complete && out->type == MESSAGE_ROWS;
                leaks.others += complete && out->type != MESSAGE_ROWS;
                leaks.others += has_rare(out, sizeof(*out), RARE_OPEN);
                leaks.others += has_rare(out, sizeof(*out), RARE_CELL);
            }
        }
    }
    static const int32_t FIRST[] = {RARE_COMPLETE, RARE_OPEN, RARE_CELL};
    for (size_t i = 0; i < sizeof(FIRST) / sizeof(FIRST[0]); i++) {
        leaks.others += has_rare(rig.page_bytes, sizeof(rig.page_bytes), FIRST[i]);
        leaks.others += has_rare(rig.export_bytes, sizeof(rig.export_bytes), FIRST[i]);
    }
    print_message("claimed: exact numbers in ROWS alone; seen: in %u of %u answers, all ROWS, %u "
                  "elsewhere\n",
                  leaks.rows, leaks.answers, leaks.others);
    assert_int_equal(leaks.others, 0);
    assert_true(leaks.rows > 0 && leaks.answers > 200); /* they are there to be seen */
}

/* The literal numbers of complete sets are on the keeps screen (ROWS) and nowhere else; those of
 * the set under way and of the open meeting are nowhere at all, locked or unlocked. */
static void test_exact_numbers_leave_in_rows_alone(void **state)
{
    (void)state;
    meetings(5);
    make_rare(&rig.keeper.totals.block[0], RARE_COMPLETE);
    make_rare(&rig.keeper.totals.block[1], RARE_OPEN);
    rig.keeper.trends_known = false;
    assert_int_equal(rig_open(ROOM_MANY), STATUS_OK);
    for (int32_t i = 0; i < PACK_QUESTION_MAX; i++) {
        rig.secret.counters.upper[i] = RARE_CELL + 2 * i * RARE_STEP;
        rig.secret.counters.lower[i] = RARE_CELL + (2 * i + 1) * RARE_STEP;
    }
    look_for_leaks();
    assert_true(rig.page_length > 0 && rig.export_length > 0); /* the report was written */
    assert_int_equal(rig_ask(MESSAGE_LOCK), STATUS_OK);
    look_for_leaks();
}

static void test_trends_need_the_pin(void **state)
{
    (void)state;
    meetings(4);
    assert_int_equal(read_line(LINE_ALL, 0), MESSAGE_LINE);
    assert_int_equal(rig.out[0].as.line.view.block_count, 1);
    assert_int_equal(read_line(LINE_THEME, 2), MESSAGE_REFUSED); /* the pack has two */
    assert_int_equal(rig.out[0].as.refused.why, STATUS_INVALID);
    assert_int_equal(rig_ask(MESSAGE_LOCK), STATUS_OK);
    assert_int_equal(read_line(LINE_ALL, 0), MESSAGE_REFUSED);
    assert_int_equal(rig.out[0].as.refused.why, STATUS_DENIED);
    rig_make(MESSAGE_READ_REPORT);
    assert_int_equal(rig_send(), STATUS_OK);
    assert_int_equal(rig.out[0].type, MESSAGE_REFUSED);
    rig_make(MESSAGE_READ_DRIVES);
    assert_int_equal(rig_send(), STATUS_OK);
    assert_int_equal(rig.out[0].type, MESSAGE_REFUSED);
    assert_int_equal(save_report(), MESSAGE_REFUSED);
    assert_int_equal(rig.out[0].as.refused.why, STATUS_DENIED);
}

/* The lines are those of the totals as they are, also after another set was finished. */
static void test_lines_follow_the_totals(void **state)
{
    (void)state;
    for (uint32_t sets = 1; sets <= 3; sets++) {
        meetings(4);
        assert_int_equal(read_line(LINE_QUESTION, 0), MESSAGE_LINE);
        assert_int_equal(rig.out[0].as.line.view.point_count, sets);
        assert_int_equal(rig.out[0].as.line.count, sets);
        assert_int_equal(rig.out[0].as.line.view.claim.blocks_needed, CLAIM_BLOCKS_MIN - sets);
    }
    meetings(3);
    assert_int_equal(read_line(LINE_QUESTION, 0), MESSAGE_LINE);
    assert_int_equal(rig.out[0].as.line.view.point_count, 3);
}

static void test_the_saved_report_is_the_previewed_one(void **state)
{
    (void)state;
    meetings(4);
    rig_make(MESSAGE_READ_REPORT);
    rig.in.as.report_request.period = PERIOD_ALL;
    assert_int_equal(rig_send(), STATUS_OK);
    assert_int_equal(rig.out[0].type, MESSAGE_REPORT);
    struct message_report report = rig.out[0].as.report;
    assert_int_equal(report.blocks, 1);
    assert_int_equal(save_report(), MESSAGE_SAVED);
    assert_string_equal(rig.export_name, "reflection-2026-11-03.csv");
    assert_int_equal(rig.export_length, report.bytes);
    assert_memory_equal(rig.export_bytes, report.text, strlen(report.text));
    assert_string_equal(rig.page_name, "reflection-2026-11-03.html");
    assert_int_equal(rig.page_length, report.page_bytes);
}

/* The level of the newest set in the table's file: "300,3,2026-11,\"all\",59,52,66" gives 59,52,66.
 */
static void newest_row(const char *what, unsigned numbers[3])
{
    char name[32];
    (void)snprintf(name, sizeof(name), ",\"%s\",", what);
    const char *at = strstr(rig.export_bytes, name);
    assert_non_null(at);
    assert_int_equal(sscanf(at + strlen(name), "%u,%u,%u", &numbers[0], &numbers[1], &numbers[2]),
                     3);
}

/* The two files that leave tell the same: every number beside a chart is one of the table. */
static void test_the_page_and_the_table_agree(void **state)
{
    (void)state;
    for (int i = 0; i < 12; i++) {
        /* Enough for a number at each line. */
        assert_int_equal(rig_open(ROOM_MANY), STATUS_OK);
        for (int k = 0; k < 30; k++) {
            assert_int_equal(rig_add(k % 3 == 0 ? SIDE_LOWER : SIDE_UPPER), MESSAGE_ADDED);
        }
        assert_int_equal(rig_ask(MESSAGE_CLOSE), STATUS_OK);
    }
    assert_int_equal(save_report(), MESSAGE_SAVED);
    static const char *const WHAT[] = {"all", "q1", "q3", "q5", "q7", "q2", "q4", "q6"};
    const char *at = rig.page_bytes;
    for (size_t i = 0; i < sizeof(WHAT) / sizeof(WHAT[0]); i++) {
        unsigned numbers[3];
        char value[32];
        newest_row(WHAT[i], numbers);
        at = strstr(at, "<svg ");
        assert_non_null(at);
        const char *end = strstr(at, "</svg>");
        (void)snprintf(value, sizeof(value), ">%u</text>", numbers[0]);
        const char *drawn = strstr(at, value);
        assert_true(drawn != NULL && drawn < end);
        at = end;
    }
    unsigned all[3];
    char row[80];
    newest_row("all", all);
    (void)snprintf(row, sizeof(row), "<td>%u</td><td>%u</td><td>%u</td>", all[0], all[1], all[2]);
    assert_non_null(strstr(at, row));
}

static void test_a_report_needs_a_complete_set_and_words(void **state)
{
    (void)state;
    meetings(3);
    assert_int_equal(save_report(), MESSAGE_REFUSED);
    assert_int_equal(rig.out[0].as.refused.why, STATUS_DENIED);
    meetings(1);
    rig_make(MESSAGE_SAVE_REPORT);
    rig.in.as.save.language = 1; /* not at hand here */
    memcpy(rig.in.as.save.label, "STICK", 5);
    assert_int_equal(rig_send(), STATUS_OK);
    assert_int_equal(rig.out[0].as.refused.why, STATUS_INVALID);
    assert_int_equal(rig.page_length, 0);
    rig_make(MESSAGE_READ_REPORT);
    rig.in.as.report_request.language = 1;
    assert_int_equal(rig_send(), STATUS_OK);
    assert_int_equal(rig.count, 1);
    assert_int_equal(rig.out[0].type, MESSAGE_REFUSED);
    assert_int_equal(rig.out[0].as.refused.why, STATUS_INVALID);
}

static void test_a_drive_that_fails_is_told(void **state)
{
    (void)state;
    static const enum status WHY[] = {STATUS_NO_SPACE, STATUS_READ_ONLY, STATUS_MISSING, STATUS_IO,
                                      STATUS_EXISTS};
    meetings(4);
    for (size_t i = 0; i < sizeof(WHY) / sizeof(WHY[0]); i++) {
        rig.export_status = WHY[i];
        assert_int_equal(save_report(), MESSAGE_REFUSED);
        assert_int_equal(rig.out[0].as.refused.why, WHY[i]);
    }
}

static void test_drives(void **state)
{
    (void)state;
    rig_make(MESSAGE_READ_DRIVES);
    assert_int_equal(rig_send(), STATUS_OK);
    assert_int_equal(rig.out[0].type, MESSAGE_DRIVES);
    assert_string_equal(rig.out[0].as.drives.drive[0].label, "STICK");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup(name, rig_ready)
    const struct CMUnitTest tests[] = {
        TEST(test_rows_are_complete_blocks),
        TEST(test_pages_of_rows),
        TEST(test_an_unsaved_meeting_is_in_no_row),
        TEST(test_answers_do_not_depend_on_the_open_meeting),
        TEST(test_exact_numbers_leave_in_rows_alone),
        TEST(test_trends_need_the_pin),
        TEST(test_lines_follow_the_totals),
        TEST(test_the_saved_report_is_the_previewed_one),
        TEST(test_the_page_and_the_table_agree),
        TEST(test_a_report_needs_a_complete_set_and_words),
        TEST(test_a_drive_that_fails_is_told),
        TEST(test_drives),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
