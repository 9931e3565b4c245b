/* SPDX-License-Identifier: MIT */
/* Protects the page that leaves: whole and well-formed whatever the words are, nothing from outside
 * and no script, readable numbers only, and of a size that fifty years cannot blow up. */
#include "report/page.h"

#include "fake_ui.h"
#include "fake_words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

enum { PAGE_BYTES = 4 << 20, DEPTH_MAX = 32, FIFTY_YEARS = 650 };

static struct totals totals;
static struct pack pack;
static struct catalog catalog;
static struct lines lines;
static struct lines_store store;
static struct trends trends;
static char page[PAGE_BYTES + 1];
static struct page_span span;
static bool made_up;

static int setup(void **state)
{
    (void)state;
    memset(&totals, 0, sizeof(totals));
    memset(&pack, 0, sizeof(pack));
    pack.theme_count = 2;
    (void)snprintf(pack.theme[0].name, PACK_TEXT_BYTES, "Steady");
    (void)snprintf(pack.theme[1].name, PACK_TEXT_BYTES, "Open");
    pack.question_count = PACK_QUESTION_MAX;
    for (uint32_t i = 0; i < PACK_QUESTION_MAX; i++) {
        (void)snprintf(pack.question[i].id, PACK_ID_BYTES, "q%u", i + 1);
        (void)snprintf(pack.question[i].brief, PACK_TEXT_BYTES, "Brief %u", i + 1);
        (void)snprintf(pack.question[i].subject, PACK_TEXT_BYTES, "Subject %u", i + 1);
        pack.question[i].theme = i >= 3;
    }
    fake_words(&catalog);
    catalog.text[MSG_TRENDS_PLOT_S] = "{subject}|{b}|{low}|{high}";
    lines =
        (struct lines){.pack = &pack, .words = {language_at(0), &catalog}, .period = PERIOD_ALL};
    return 0;
}

static void add_blocks(uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        uint32_t index = totals.block_count++, month = index * 28 / 30;
        struct block *block = &totals.block[index];
        *block = (struct block){.id = index + 1,
                                .series = "00112233445566ff",
                                .meetings = TOTALS_MEETINGS_PER_BLOCK,
                                .scale = 2,
                                .tally_count = PACK_QUESTION_MAX};
        block->month = (struct month){(uint16_t)(2024 + month / 12), (uint8_t)(1 + month % 12)};
        for (uint32_t q = 0; q < PACK_QUESTION_MAX; q++) {
            (void)snprintf(block->tally[q].question, PACK_ID_BYTES, "q%u", q + 1);
            block->tally[q].upper = 20 + (int32_t)((index * 7 + q * 3) % 21);
            block->tally[q].lower = 40 - block->tally[q].upper;
        }
    }
}

static const char *write_page(void)
{
    trends_compute(&totals, &pack, &trends);
    struct line_span held = line_span_of(&trends, lines.period);
    struct sink sink = {.bytes = page, .size = PAGE_BYTES};
    lines_collect(&lines, &totals, &trends, &store);
    span = (struct page_span){.from = totals.block[held.first].month,
                              .to = totals.block[held.first + held.count - 1].month,
                              .blocks = held.count,
                              .made_up = made_up};
    page_html(&lines, &span, &sink);
    assert_true(sink_is_whole(&sink));
    page[sink.length] = '\0';
    struct sink counting = {.bytes = NULL};
    page_html(&lines, &span, &counting);
    assert_int_equal(counting.length, sink.length);
    return page;
}

/* Elements open and close in order, attributes are quoted, references are complete. */
static void check_well_formed(const char *text)
{
    char open[DEPTH_MAX][16];
    int depth = 0;
    const char *at = strchr(text, '\n') + 1; /* the document type */
    while (*at != '\0') {
        if (*at == '&') {
            size_t length = strcspn(at, "; <");
            assert_true(at[length] == ';' && length <= 6);
        }
        if (*at != '<') {
            at++;
            continue;
        }
        bool closes = at[1] == '/';
        const char *name = at + 1 + closes;
        size_t length = strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789");
        assert_true(length > 0 && length < sizeof(open[0]));
        const char *end = name + length;
        for (bool quoted = false; *end != '>' || quoted; end++) {
            assert_true(*end != '\0' && *end != '<');
            quoted = (*end == '"') != quoted;
        }
        if (closes) {
            assert_true(depth > 0 && strlen(open[depth - 1]) == length);
            assert_memory_equal(open[depth - 1], name, length);
            depth--;
        } else if (end[-1] != '/') {
            assert_true(depth < DEPTH_MAX);
            memcpy(open[depth], name, length);
            open[depth++][length] = '\0';
        }
        at = end + 1;
    }
    assert_int_equal(depth, 0);
}

static uint32_t count_of(const char *text, const char *part)
{
    uint32_t count = 0;
    for (const char *at = strstr(text, part); at != NULL; at = strstr(at + 1, part)) {
        count++;
    }
    return count;
}

static void is_one_whole_page(void **state)
{
    (void)state;
    add_blocks(26);
    const char *text = write_page();
    check_well_formed(text);
    assert_int_equal(count_of(text, "<svg "), 1 + PACK_QUESTION_MAX);
    assert_int_equal(count_of(text, "<tr>"), 1 + 26); /* a row for every point */
    assert_int_equal(count_of(text, "<h1>report.head</h1>"), 1);
    assert_non_null(strstr(text, "<html lang=\"en\" dir=\"ltr\">"));
    assert_non_null(strstr(text, "<p class=\"room\">trends.room</p>"));
    assert_non_null(strstr(text, "<figcaption>Brief 7</figcaption>"));
    assert_non_null(strstr(text, "@page{margin:9mm 15mm}"));
    assert_non_null(strstr(text, "h2,p{break-after:avoid}")); /* no heading away from its part */
    assert_string_equal(text + strlen(text) - 8, "</html>\n");
    assert_null(strstr(text, "ribbon.demo"));
}

/* The sentence, its chart, what to talk about with room to write, the lines, and the table last. */
static void stands_in_the_order_of_the_screen(void **state)
{
    (void)state;
    add_blocks(26);
    (void)snprintf(pack.prompt[0].text, PACK_TEXT_BYTES, "Prompt of Steady");
    (void)snprintf(pack.prompt[1].text, PACK_TEXT_BYTES, "Prompt of Open");
    pack.prompt[1].theme = 1;
    pack.prompt_count = 2;
    const char *at = write_page();
    static const char *const ORDER[] = {"<p class=\"lead\">",
                                        "<div class=\"charts large\">",
                                        "<p class=\"talk\">",
                                        "<div class=\"write\">",
                                        "<div class=\"charts\">",
                                        "trends.room",
                                        "<table>"};
    for (size_t i = 0; i < sizeof(ORDER) / sizeof(ORDER[0]); i++) {
        at = strstr(at, ORDER[i]);
        if (at == NULL) {
            fail_msg("%s is not there, or too early", ORDER[i]);
        }
    }
    assert_int_equal(count_of(page, "<p class=\"talk\">"), 1);
    assert_non_null(strstr(page, "tr:nth-last-child(-n+3){break-before:avoid}"));
}

/* The large chart and the prompt are of what the headline speaks of; all together is then one of
 * the small ones. */
static void begins_with_what_the_headline_speaks_of(void **state)
{
    (void)state;
    add_blocks(26);
    for (uint32_t i = 13; i < 26; i++) {
        totals.block[i].tally[6].upper += 30;
        totals.block[i].tally[6].lower -= totals.block[i].tally[6].lower > 5 ? 5 : 0;
    }
    (void)snprintf(pack.prompt[0].text, PACK_TEXT_BYTES, "Prompt of Steady");
    (void)snprintf(pack.prompt[1].text, PACK_TEXT_BYTES, "Prompt of Open");
    pack.prompt[1].theme = 1;
    pack.prompt_count = 2;
    const char *text = write_page();
    const uint32_t line = lines_headline_line(&lines);
    char spoken[64];
    assert_true(line > 2); /* a question of the second theme */
    (void)snprintf(spoken, sizeof(spoken), "\"Subject %u|", line - 2);
    const char *first = strstr(text, "<svg "), *said = strstr(text, spoken);
    assert_true(said > first && said < strstr(first, "</svg>"));
    assert_non_null(strstr(text, "Prompt of Open"));
    assert_null(strstr(text, "Prompt of Steady"));
    assert_int_equal(count_of(text, "<svg "), 2 + PACK_QUESTION_MAX);
}

static void made_up_answers_say_so_on_every_sheet(void **state)
{
    (void)state;
    add_blocks(26);
    made_up = true;
    const char *text = write_page();
    made_up = false;
    check_well_formed(text);
    assert_non_null(strstr(text, "<p class=\"demo\">ribbon.demo</p>"));
    assert_non_null(strstr(text, ".demo{position:fixed"));
}

static void asks_for_nothing_from_outside(void **state)
{
    (void)state;
    add_blocks(26);
    const char *text = write_page();
    static const char *const OUTSIDE[] = {"http:",   "https:", "//",        "href",
                                          "src=",    "url(",   "<script",   "<link",
                                          "@import", "<img",   "javascript"};
    for (size_t i = 0; i < sizeof(OUTSIDE) / sizeof(OUTSIDE[0]); i++) {
        if (strstr(text, OUTSIDE[i]) != NULL) {
            fail_msg("the page has %s", OUTSIDE[i]);
        }
    }
    assert_non_null(strstr(text, "default-src 'none'"));
}

/* On a screen it has the same words, on as many pages as it takes; as a sheet it is one picture. */
static void is_looked_at_as_it_leaves(void **state)
{
    struct flow flow;
    int32_t w, h;
    uint32_t texts = 0;
    (void)state;
    add_blocks(26);
    const char *text = write_page();
    fake_begin(1920, 1080);
    ui.paged = true;
    do {
        frame_reset(&frame);
        flow_begin(&flow, &ui, (struct box){100, 100, 1200, 900});
        page_sheet_flow(&lines, &span, &flow);
        for (uint32_t i = 0; i < frame.node_count; i++) {
            if (frame.node[i].bg == INK_BG && frame.node[i].text[0] != '\0') {
                assert_non_null(strstr(text, frame.node[i].text));
                texts++;
            }
        }
    } while (ui.page++ < flow.page);
    assert_true(flow.page > 0 && texts > PACK_QUESTION_MAX);
    frame_reset(&frame);
    assert_false(page_sheet_size(100, 100, &w, &h)); /* no letters any more */
    assert_true(page_sheet_size(900, 900, &w, &h));
    assert_true(w <= 900 && h <= 900);
    page_sheet_draw(&lines, &span, &ui, (struct box){100, 100, w, h});
    assert_int_equal(frame.node_count, 1);
    assert_int_equal(fake_count("report.page"), 1);
}

/* Words of a pack and of a catalogue are only ever text. */
static void no_words_become_markup(void **state)
{
    (void)state;
    add_blocks(26);
    static const char EVIL[] = "\"><script>alert('1')</script>&";
    for (uint32_t i = 0; i < PACK_QUESTION_MAX; i++) {
        memcpy(pack.question[i].brief, EVIL, sizeof(EVIL));
        memcpy(pack.question[i].subject, EVIL, sizeof(EVIL));
    }
    memcpy(pack.theme[0].name, EVIL, sizeof(EVIL));
    for (int i = 0; i < MSG_COUNT; i++) {
        catalog.text[i] = EVIL;
    }
    const char *text = write_page();
    check_well_formed(text);
    assert_null(strstr(text, "<script"));
    assert_non_null(strstr(text, "&lt;script&gt;"));
}

/* Blurred integers, blocks under way and other series stay where they are. */
static void has_no_count_and_no_open_block(void **state)
{
    (void)state;
    add_blocks(6);
    for (uint32_t q = 0; q < PACK_QUESTION_MAX; q++) {
        totals.block[5].tally[q].upper = 123457;
        totals.block[5].tally[q].lower = 76541;
    }
    static char before[PAGE_BYTES + 1];
    memcpy(before, write_page(), sizeof(before));
    assert_null(strstr(before, "123457"));
    assert_null(strstr(before, "76541"));
    add_blocks(1);
    totals.block[6].meetings = 3;
    totals.block[6].tally[0].upper = 999;
    lines.period = PERIOD_ALL;
    assert_string_equal(write_page(), before);
    assert_int_equal(line_span_of(&trends, PERIOD_ALL).count, 6);
}

static void a_window_too_wide_has_no_number(void **state)
{
    (void)state;
    add_blocks(3);
    for (uint32_t i = 0; i < 3; i++) {
        for (uint32_t q = 0; q < PACK_QUESTION_MAX; q++) {
            totals.block[i].tally[q].upper = 2;
            totals.block[i].tally[q].lower = 1;
        }
    }
    const char *text = write_page();
    check_well_formed(text);
    assert_non_null(strstr(text, "trends.plot.blur"));
    assert_null(strstr(text, "|67|"));
    assert_non_null(strstr(text, "<td></td>")); /* its place in the table is empty */
}

static void runs_right_to_left_where_its_language_does(void **state)
{
    (void)state;
    add_blocks(26);
    static char ltr[PAGE_BYTES + 1];
    memcpy(ltr, write_page(), sizeof(ltr));
    lines.words.language = language_find("ar");
    assert_non_null(lines.words.language);
    const char *text = write_page();
    check_well_formed(text);
    assert_non_null(strstr(text, "<html lang=\"ar\" dir=\"rtl\">"));
    assert_int_equal(count_of(text, "<poly"), count_of(ltr, "<poly"));
}

/* Every question's newest number stands beside its line and in the sentence that is read for it. */
static void numbers_beside_lines_are_the_lines_own(void **state)
{
    (void)state;
    add_blocks(26);
    const char *at = write_page();
    static const uint32_t ORDER[] = {LINES_ALL, 3, 4, 5, 6, 7, 8, 9}; /* theme by theme */
    for (size_t i = 0; i < sizeof(ORDER) / sizeof(ORDER[0]); i++) {
        const struct band *band = &lines_newest(&lines, ORDER[i])->band;
        char label[64], number[16];
        (void)snprintf(label, sizeof(label), "|%u|%u|%u\">", band->centre, band->low, band->high);
        (void)snprintf(number, sizeof(number), ">%u</text>", band->centre);
        at = strstr(at, "<svg ");
        assert_non_null(at);
        const char *end = strstr(at, "</svg>");
        const char *spoken = strstr(at, label), *drawn = strstr(at, number);
        assert_true(spoken != NULL && spoken < end);
        assert_true(drawn != NULL && drawn < end);
        at = end;
    }
}

static void fifty_years_fit(void **state)
{
    (void)state;
    add_blocks(FIFTY_YEARS);
    const char *text = write_page();
    check_well_formed(text);
    assert_true(strlen(text) < 1 << 19);
    assert_int_equal(lines.line[LINES_ALL].count, FIFTY_YEARS);
    assert_int_equal(lines.line[lines_question(&lines, 0)].count, FIFTY_YEARS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(is_one_whole_page, setup),
        cmocka_unit_test_setup(stands_in_the_order_of_the_screen, setup),
        cmocka_unit_test_setup(begins_with_what_the_headline_speaks_of, setup),
        cmocka_unit_test_setup(made_up_answers_say_so_on_every_sheet, setup),
        cmocka_unit_test_setup(asks_for_nothing_from_outside, setup),
        cmocka_unit_test_setup(is_looked_at_as_it_leaves, setup),
        cmocka_unit_test_setup(no_words_become_markup, setup),
        cmocka_unit_test_setup(has_no_count_and_no_open_block, setup),
        cmocka_unit_test_setup(a_window_too_wide_has_no_number, setup),
        cmocka_unit_test_setup(runs_right_to_left_where_its_language_does, setup),
        cmocka_unit_test_setup(numbers_beside_lines_are_the_lines_own, setup),
        cmocka_unit_test_setup(fifty_years_fit, setup),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
