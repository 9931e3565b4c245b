/* SPDX-License-Identifier: MIT */
/* Protects that a picture on paper is the one on the screen: every draw command once, in order, at
 * its place and in its colour, with no text that could turn into markup. */
#include "ui/svg.h"

#include "fake_font.h"
#include "ui/chart.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct frame frame;
static struct ui ui;
static char bytes[1 << 20];

static int setup(void **state)
{
    (void)state;
    frame_reset(&frame);
    frame.width = 1000;
    frame.height = 400;
    frame.theme = THEME_CALM_LIGHT;
    ui = (struct ui){.frame = &frame,
                     .text = &FAKE_FONT,
                     .theme = theme_get(THEME_CALM_LIGHT),
                     .px_per_m = 5560,
                     .size = SIZE_M,
                     .width = 1000,
                     .height = 400,
                     .focus_id = "",
                     .pressed_id = "",
                     .air = 100};
    return 0;
}

static const char *write_svg(const char *label)
{
    struct sink sink = {.bytes = bytes, .size = sizeof(bytes) - 1};
    svg_write(&frame, label, &sink);
    assert_true(sink_is_whole(&sink));
    bytes[sink.length] = '\0';
    return bytes;
}

/* What a command has to become: the start of its element. */
static void assert_has(const char *svg, const char *element)
{
    if (strstr(svg, element) == NULL) {
        fail_msg("no %s in\n%s", element, svg);
    }
}

static void writes_each_kind_at_its_place(void **state)
{
    (void)state;
    frame_draw(&frame, &(struct draw){.kind = DRAW_BOX,
                                      .fill = INK_A3,
                                      .fill_alpha = 51,
                                      .stroke = INK_A4,
                                      .stroke_alpha = 255,
                                      .stroke_px = 2,
                                      .x = 10,
                                      .y = 20,
                                      .w = 100,
                                      .h = 50,
                                      .radius = 8});
    frame_draw(
        &frame,
        &(struct draw){
            .kind = DRAW_DISC, .fill = INK_A4, .fill_alpha = 255, .x = 30.5F, .y = 40.25F, .w = 7});
    static const struct draw_point POINTS[] = {{1, 2}, {3.5F, 4}, {-5, 6.25F}};
    uint32_t first = frame_points(&frame, POINTS, 3);
    frame_draw(&frame, &(struct draw){.kind = DRAW_PATH,
                                      .stroke = INK_OUTLINE,
                                      .stroke_alpha = 255,
                                      .stroke_px = 3,
                                      .flags = DRAW_DOTTED,
                                      .first = first,
                                      .count = 3});
    frame_draw(&frame, &(struct draw){.kind = DRAW_PATH,
                                      .flags = DRAW_CLOSED,
                                      .fill = INK_A3,
                                      .fill_alpha = 255,
                                      .first = first,
                                      .count = 3});
    const char *svg = write_svg("four things");
    assert_has(svg, "<svg viewBox=\"0 0 1000 400\" role=\"img\" aria-label=\"four things\">");
    assert_has(svg, "<rect x=\"11\" y=\"21\" width=\"98\" height=\"48\" rx=\"7\"");
    assert_has(svg, "fill-opacity=\"0.2\"");
    assert_has(svg, "<circle cx=\"30.5\" cy=\"40.25\" r=\"7\" fill=\"#");
    assert_has(svg, "<polyline points=\"1,2 3.5,4 -5,6.25\" fill=\"none\" stroke=\"#");
    assert_has(svg, "stroke-linecap=\"round\" stroke-dasharray=\"0 18\"");
    assert_has(svg, "<polygon points=\"1,2 3.5,4 -5,6.25\" fill=\"#");
    assert_string_equal(svg + strlen(svg) - 7, "</svg>\n");
}

static void writes_text_that_cannot_become_markup(void **state)
{
    (void)state;
    ui_label(&ui, TYPE_F_CAPTION, INK_INK, "</text><script>1</script>", (struct box){5, 5, 400, 40},
             ALIGN_START);
    const char *svg = write_svg("a \"label\" & more");
    assert_null(strstr(svg, "<script"));
    assert_has(svg, ">&lt;/text&gt;&lt;script&gt;1&lt;/script&gt;</text>");
    assert_has(svg, "aria-label=\"a &quot;label&quot; &amp; more\"");
    char length[64];
    (void)snprintf(length, sizeof(length), " textLength=\"%d\"", (int)frame.draw[0].w);
    assert_has(svg, length);
}

static void places_text_of_either_direction_by_its_left_edge(void **state)
{
    (void)state;
    ui_label(&ui, TYPE_F_CAPTION, INK_INK, "abc", (struct box){5, 5, 400, 40}, ALIGN_START);
    frame.draw[0].flags |= DRAW_RTL;
    assert_has(write_svg(""), "direction=\"rtl\" text-anchor=\"end\"");
    frame.draw[0].flags = 0;
    assert_has(write_svg(""), "direction=\"ltr\"");
}

static uint32_t count_of(const char *svg, const char *element)
{
    uint32_t count = 0;
    for (const char *at = strstr(svg, element); at != NULL; at = strstr(at + 1, element)) {
        count++;
    }
    return count;
}

/* The chart's own commands, and its points to a hundredth of a pixel. */
static void writes_a_chart_command_by_command(void **state)
{
    (void)state;
    static const struct chart_point POINTS[] = {
        {0, 44, 32, 55, true}, {1, 50, 39, 60, true}, {2, 46, 36, 57, true}, {3, 56, 46, 67, true}};
    static const struct chart_month MONTHS[] = {{2024, 11}, {2024, 12}, {2025, 1}, {2025, 2}};
    struct chart chart = {.month = MONTHS,
                          .position_count = 4,
                          .point = POINTS,
                          .point_count = 4,
                          .large = true,
                          .value = "56"};
    chart.value_px = ui_chart_value_px(&ui, &chart);
    ui_chart(&ui, &chart, (struct box){20, 20, 900, 300});
    const char *svg = write_svg("");
    uint32_t kinds[DRAW_TEXT + 1] = {0};
    for (uint32_t i = 0; i < frame.draw_count; i++) {
        kinds[frame.draw[i].kind]++;
    }
    assert_int_equal(count_of(svg, "<circle"), kinds[DRAW_DISC]);
    assert_int_equal(count_of(svg, "<text"), kinds[DRAW_TEXT]);
    assert_int_equal(count_of(svg, "<poly"), kinds[DRAW_PATH]);
    assert_int_equal(count_of(svg, "<rect"), kinds[DRAW_BOX]);
    for (uint32_t i = 0; i < frame.draw_count; i++) {
        const struct draw *draw = &frame.draw[i];
        if (draw->kind == DRAW_PATH && draw->stroke == INK_A4) {
            const char *at = strstr(svg, "<polyline points=\"");
            for (; at != NULL; at = strstr(at + 1, "<polyline points=\"")) {
                char *end = NULL;
                double x = strtod(at + 18, &end), y = strtod(end + 1, &end);
                const struct draw_point *point = &frame.point[draw->first];
                if (*end == ' ' && x > (double)point->x - 0.01 && x < (double)point->x + 0.01 &&
                    y > (double)point->y - 0.01 && y < (double)point->y + 0.01) {
                    break;
                }
            }
            assert_non_null(at);
        }
    }
}

static void names_nothing_outside(void **state)
{
    (void)state;
    ui_label(&ui, TYPE_F_CAPTION, INK_INK, "words", (struct box){5, 5, 400, 40}, ALIGN_START);
    const char *svg = write_svg("");
    static const char *const OUTSIDE[] = {"http", "href", "url(", "src", "@import", "style"};
    for (size_t i = 0; i < sizeof(OUTSIDE) / sizeof(OUTSIDE[0]); i++) {
        assert_null(strstr(svg, OUTSIDE[i]));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(writes_each_kind_at_its_place, setup),
        cmocka_unit_test_setup(writes_text_that_cannot_become_markup, setup),
        cmocka_unit_test_setup(places_text_of_either_direction_by_its_left_edge, setup),
        cmocka_unit_test_setup(writes_a_chart_command_by_command, setup),
        cmocka_unit_test_setup(names_nothing_outside, setup),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
