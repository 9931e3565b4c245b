/* SPDX-License-Identifier: MIT */
/* Protects that a chart shows no line where none can be read, keeps its labels apart and everything
 * inside its box, and holds fifty years within the limits of a frame. */
#include "fake_font.h"
#include "ui/chart.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

enum { POINT_MAX = 1024, WIDTH = 1920, HEIGHT = 1080 };

static struct frame frame;
static struct ui ui;
static struct chart_point points[POINT_MAX];
static struct chart_month months[POINT_MAX];
static const char *const MONTH_NAMES[CHART_MONTHS] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
static const struct box BOX = {100, 200, 1300, 320};

/* A set of four weekly meetings takes 28 days. */
static struct chart chart_of(uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        uint32_t month = 10 + i * 28 / 30;
        months[i] = (struct chart_month){(uint16_t)(2024 + month / 12), (uint8_t)(month % 12 + 1)};
        uint8_t centre = (uint8_t)(i * 37 % 101);
        points[i] = (struct chart_point){.position = (uint16_t)i,
                                         .centre = centre,
                                         .low = (uint8_t)(centre > 9 ? centre - 9 : 0),
                                         .high = (uint8_t)(centre < 91 ? centre + 9 : 100),
                                         .readable = true};
    }
    struct chart chart = {.id = "plot",
                          .text = "59",
                          .spoken = "all of it",
                          .month = months,
                          .position_count = count,
                          .point = points,
                          .point_count = count,
                          .large = true,
                          .labels = CHART_LABELS_MONTHS,
                          .month_name = MONTH_NAMES,
                          .axis_low = "0",
                          .axis_half = "half",
                          .axis_high = "100",
                          .wide = "not enough answers yet",
                          .latest = "latest",
                          .value = "59",
                          .range = "52 to 66"};
    chart.axis_px = ui_chart_axis_px(&ui, &chart);
    chart.value_px = ui_chart_value_px(&ui, &chart);
    return chart;
}

static int setup(void **state)
{
    (void)state;
    frame_reset(&frame);
    frame.width = WIDTH;
    frame.height = HEIGHT;
    ui = (struct ui){.frame = &frame,
                     .text = &FAKE_FONT,
                     .theme = theme_get(THEME_CALM_LIGHT),
                     .px_per_m = 5560,
                     .size = SIZE_M,
                     .width = WIDTH,
                     .height = HEIGHT,
                     .focus_id = "",
                     .pressed_id = "",
                     .air = 100};
    return 0;
}

static uint32_t count_lines(void)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < frame.draw_count; i++) {
        count += frame.draw[i].kind == DRAW_PATH && frame.draw[i].stroke == INK_A4;
    }
    return count;
}

static uint32_t count_discs(void)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < frame.draw_count; i++) {
        count += frame.draw[i].kind == DRAW_DISC && frame.draw[i].fill == INK_A4;
    }
    return count;
}

static bool has_text(const char *text)
{
    for (uint32_t i = 0; i < frame.draw_count; i++) {
        const struct draw *draw = &frame.draw[i];
        if (draw->kind == DRAW_TEXT && draw->count == strlen(text) &&
            memcmp(frame.text + draw->first, text, draw->count) == 0) {
            return true;
        }
    }
    return false;
}

static bool has_fill(enum ink ink)
{
    for (uint32_t i = 0; i < frame.draw_count; i++) {
        if (frame.draw[i].kind == DRAW_PATH && frame.draw[i].fill == ink) {
            return true;
        }
    }
    return false;
}

static void breaks_where_a_point_cannot_be_read(void **state)
{
    (void)state;
    struct chart chart = chart_of(13);
    points[4].readable = false;
    points[5].readable = false;
    ui_chart(&ui, &chart, BOX);
    assert_int_equal(count_lines(), 2);
    assert_int_equal(count_discs(), 11 + 1); /* a disc for each reading, the newest stone over it */
    /* No line crosses the gap. */
    for (uint32_t i = 0; i < frame.draw_count; i++) {
        const struct draw *draw = &frame.draw[i];
        if (draw->kind == DRAW_PATH && draw->stroke == INK_A4) {
            assert_true(draw->count == 4 || draw->count == 7);
        }
    }
}

static void shows_a_reading_between_two_gaps_as_a_disc(void **state)
{
    (void)state;
    struct chart chart = chart_of(200);
    chart.large = false;
    for (uint32_t i = 0; i < 199; i++) {
        points[i].readable = i == 100;
    }
    ui_chart(&ui, &chart, BOX);
    assert_int_equal(count_lines(), 0);
    assert_int_equal(count_discs(), 3); /* that reading, the newest, and the newest's stone */
}

static void gives_way_to_words_when_the_newest_cannot_be_read(void **state)
{
    (void)state;
    struct chart chart = chart_of(13);
    points[12].readable = false;
    ui_chart(&ui, &chart, BOX);
    assert_int_equal(count_lines(), 0);
    assert_int_equal(count_discs(), 0);
    assert_true(has_text("not enough answers yet"));
    assert_false(has_text("59"));
    assert_false(has_text("52 to 66"));
    assert_true(has_fill(INK_A3)); /* the band is always drawn */
}

static void draws_no_band_without_points(void **state)
{
    (void)state;
    struct chart chart = chart_of(0);
    ui_chart(&ui, &chart, BOX);
    assert_false(has_fill(INK_A3));
    assert_true(has_text("not enough answers yet"));
    const struct node *node = frame_find(&frame, "plot");
    assert_non_null(node);
    assert_string_equal(node->spoken, "all of it");
    assert_int_equal(node->role, ROLE_IMAGE);
}

/* Labels under the plot: texts on the same baseline. */
static void check_labels_apart(void)
{
    for (uint32_t i = 0; i < frame.draw_count; i++) {
        const struct draw *a = &frame.draw[i];
        for (uint32_t k = i + 1; a->kind == DRAW_TEXT && k < frame.draw_count; k++) {
            const struct draw *b = &frame.draw[k];
            if (b->kind == DRAW_TEXT && (int32_t)a->y == (int32_t)b->y) {
                assert_true(a->x + a->w < b->x || b->x + b->w < a->x);
            }
        }
    }
}

static const uint32_t COUNTS[] = {0, 1, 2, 3, 13, 26, 53, 130, 650, POINT_MAX};

static void keeps_labels_apart(void **state)
{
    for (size_t i = 0; i < sizeof(COUNTS) / sizeof(COUNTS[0]); i++) {
        for (int32_t w = 500; w <= 1800; w += 325) {
            setup(state);
            struct chart chart = chart_of(COUNTS[i]);
            ui_chart(&ui, &chart, (struct box){100, 200, w, 320});
            check_labels_apart();
            setup(state);
            chart.labels = CHART_LABELS_YEARS;
            chart.large = false;
            ui_chart(&ui, &chart, (struct box){100, 200, w, 320});
            check_labels_apart();
        }
    }
}

static void labels_the_first_place_and_each_january(void **state)
{
    (void)state;
    struct chart chart = chart_of(26);
    ui_chart(&ui, &chart, BOX);
    assert_true(has_text("Nov"));
    assert_true(has_text("2024"));
    assert_true(has_text("Jan"));
    assert_true(has_text("2025"));
    assert_true(has_text("2026"));
}

static void stays_inside_its_box(void **state)
{
    for (size_t i = 0; i < sizeof(COUNTS) / sizeof(COUNTS[0]); i++) {
        setup(state);
        struct chart chart = chart_of(COUNTS[i]);
        ui_chart(&ui, &chart, BOX);
        for (uint32_t k = 0; k < frame.draw_count; k++) {
            const struct draw *draw = &frame.draw[k];
            struct box b = draw->bounds;
            if (draw->kind == DRAW_TEXT) {
                /* Bounds of text have room for marks above and below; its line box counts. */
                b = (struct box){(int32_t)draw->x, (int32_t)(draw->y - draw->font.em_px * 0.72F),
                                 (int32_t)draw->w, draw->font.em_px * 72 / 100};
            }
            assert_true(b.x >= BOX.x - 3 && b.x + b.w <= BOX.x + BOX.w + 3);
            assert_true(b.y >= BOX.y - 3 && b.y + b.h <= BOX.y + BOX.h + 3);
        }
    }
}

/* A small plot may keep less room than the ring of a stone at its edge needs, when no stone is
 * there. */
static void keeps_room_for_the_stone_where_it_is(void **state)
{
    int32_t least = 0, most = 0;
    for (uint8_t centre = 0; centre <= 100; centre++) {
        setup(state);
        struct chart chart = chart_of(26);
        points[25].centre = centre;
        chart.large = false;
        chart.axis_low = chart.axis_half = chart.axis_high = NULL;
        chart.labels = CHART_LABELS_NONE;
        chart.latest = chart.value = chart.range = NULL;
        enum { PLOT_PX = 60 };
        chart.pad_px = ui_chart_pad_px(&ui, &chart, PLOT_PX);
        least = centre == 0 || chart.pad_px < least ? chart.pad_px : least;
        most = chart.pad_px > most ? chart.pad_px : most;
        struct box box = {100, 200, 400, PLOT_PX + 2 * chart.pad_px};
        ui_chart(&ui, &chart, box);
        for (uint32_t k = 0; k < frame.draw_count; k++) {
            struct box b = frame.draw[k].bounds;
            assert_true(b.y >= box.y - 3 && b.y + b.h <= box.y + box.h + 3);
        }
    }
    assert_true(least < most);
}

static const struct draw *text_draw(const char *text)
{
    for (uint32_t i = 0; i < frame.draw_count; i++) {
        const struct draw *draw = &frame.draw[i];
        if (draw->kind == DRAW_TEXT && draw->count == strlen(text) &&
            memcmp(frame.text + draw->first, text, draw->count) == 0) {
            return draw;
        }
    }
    return NULL;
}

/* No edge of the band enters the digits, at any place that they are as wide as. */
static void check_clear(const struct draw *digits)
{
    float top = digits->y - (float)digits->font.em_px * 0.71F, bottom = digits->y;
    for (uint32_t i = 0; i < frame.draw_count; i++) {
        const struct draw *path = &frame.draw[i];
        for (uint32_t k = 1; path->kind == DRAW_PATH && path->stroke != INK_NONE && k < path->count;
             k++) {
            struct draw_point a = frame.point[path->first + k - 1],
                              b = frame.point[path->first + k];
            for (int step = 0; step <= 20; step++) {
                float x = a.x + (b.x - a.x) * (float)step / 20;
                float y = a.y + (b.y - a.y) * (float)step / 20;
                assert_false(x > digits->x && x < digits->x + digits->w && y > top && y < bottom);
            }
        }
    }
}

/* Whatever a line does: its first value stands clear of line, band and middle, or is not there. */
static void the_first_value_stands_clear(void **state)
{
    static const int32_t STEPS[] = {0, 1, -1, 9, -9, 40, -40};
    uint32_t shown = 0, hidden = 0;
    for (int32_t start = 0; start <= 100; start++) {
        for (size_t s = 0; s < 2 * sizeof(STEPS) / sizeof(STEPS[0]); s++) {
            setup(state);
            struct chart chart = chart_of(s % 2 == 0 ? 24 : 2);
            for (uint32_t i = 0; i < chart.point_count; i++) {
                int32_t centre = start + STEPS[s / 2] * (int32_t)i;
                centre = centre < 0 ? 0 : centre > 100 ? 100 : centre;
                points[i].centre = (uint8_t)centre;
                points[i].low = (uint8_t)(centre > 20 ? centre - 20 : 0);
                points[i].high = (uint8_t)(centre < 80 ? centre + 20 : 100);
            }
            chart.first = "first";
            ui_chart(&ui, &chart, BOX);
            const struct draw *digits = text_draw("first");
            shown += digits != NULL;
            hidden += digits == NULL;
            if (digits != NULL) {
                check_clear(digits);
                assert_true(digits->x >= (float)BOX.x);
            }
        }
    }
    assert_true(shown > hidden);
}

/* The one upright rule in the colour of outlines: where the change is. */
static const struct draw *mark_of(float *x)
{
    const struct draw *mark = NULL;
    for (uint32_t i = 0; i < frame.draw_count; i++) {
        const struct draw *draw = &frame.draw[i];
        if (draw->kind != DRAW_PATH || draw->stroke != INK_OUTLINE || draw->count != 2) {
            continue;
        }
        const struct draw_point *ends = &frame.point[draw->first];
        if (ends[0].x == ends[1].x && ends[1].y - ends[0].y > 100) {
            assert_null(mark);
            mark = draw;
            *x = ends[0].x;
        }
    }
    return mark;
}

static void a_change_is_marked_between_two_points(void **state)
{
    for (uint32_t mark = 0; mark < 13; mark++) {
        setup(state);
        struct chart chart = chart_of(13);
        float x = 0;
        chart.mark = mark;
        chart.mark_words = "since about May";
        ui_chart(&ui, &chart, BOX);
        if (mark == 0) {
            assert_null(mark_of(&x));
            assert_false(has_text("since about May"));
            continue;
        }
        assert_non_null(mark_of(&x));
        const float step = (float)(BOX.w - chart.axis_px - chart.value_px) / 13;
        assert_float_equal(x, (float)(BOX.x + chart.axis_px) + step * (float)mark, 0.5);
        const struct draw *words = text_draw("since about May");
        assert_non_null(words);
        assert_true(words->x >= (float)BOX.x);
        assert_true(words->x + words->w <= (float)(BOX.x + BOX.w - chart.value_px) + 1);
    }
    setup(state);
    struct chart chart = chart_of(13);
    chart.mark = 4;
    chart.mark_words =
        "words that are much wider than this little plot and would run into the number "
        "beside it, so that they are left to the sentence that the whole chart says";
    float x;
    ui_chart(&ui, &chart, BOX);
    assert_non_null(mark_of(&x));
    assert_false(has_text(chart.mark_words));
}

static void a_chart_for_a_room_is_larger(void **state)
{
    int32_t em[2] = {0};
    float stone[2] = {0};
    for (uint32_t i = 0; i < 2; i++) {
        setup(state);
        struct chart chart = chart_of(13);
        chart.room = i == 1;
        chart.axis_px = ui_chart_axis_px(&ui, &chart);
        chart.value_px = ui_chart_value_px(&ui, &chart);
        ui_chart(&ui, &chart, (struct box){0, 0, WIDTH, HEIGHT / 2});
        em[i] = text_draw("half")->font.em_px;
        for (uint32_t k = 0; k < frame.draw_count; k++) {
            if (frame.draw[k].kind == DRAW_DISC && frame.draw[k].fill == INK_A4) {
                stone[i] = frame.draw[k].w; /* the newest is drawn last */
            }
        }
    }
    assert_true(em[1] * 2 > em[0] * 3);
    assert_true(stone[1] * 2 > stone[0] * 3);
}

static void holds_eight_plots_of_fifty_years(void **state)
{
    (void)state;
    struct chart chart = chart_of(POINT_MAX);
    for (uint32_t i = 0; i < 8; i++) {
        chart.large = i == 0;
        chart.labels = i == 0 ? CHART_LABELS_MONTHS : CHART_LABELS_YEARS;
        ui_chart(&ui, &chart, (struct box){0, 0, WIDTH, 130});
    }
    assert_true(frame.draw_count < DRAW_MAX);
    assert_true(frame.point_count < DRAW_POINT_MAX);
}

/* Each reading between two gaps is a command of its own. */
static void holds_eight_plots_of_lone_readings(void **state)
{
    (void)state;
    for (uint32_t i = 0; i < 8; i++) {
        struct chart chart = chart_of(CHART_POINT_MAX);
        chart.large = i == 0;
        for (uint32_t at = 0; at < CHART_POINT_MAX; at++) {
            points[at].readable = at % 2 != 0;
        }
        ui_chart(&ui, &chart, (struct box){0, 10 * (int32_t)i, WIDTH, 1000});
    }
    assert_in_range(frame.draw_count, 8 * (CHART_POINT_MAX / 2), DRAW_MAX - 512);
}

static void keeps_the_newest_of_a_dense_line(void **state)
{
    (void)state;
    struct chart chart = chart_of(POINT_MAX);
    points[POINT_MAX - 1].centre = 100;
    ui_chart(&ui, &chart, BOX);
    for (uint32_t i = 0; i < frame.draw_count; i++) {
        const struct draw *draw = &frame.draw[i];
        if (draw->kind == DRAW_PATH && draw->stroke == INK_A4) {
            const struct draw_point *last = &frame.point[draw->first + draw->count - 1];
            assert_true(last->x > (float)(BOX.x + BOX.w - chart.value_px - 2));
            for (uint32_t k = 0; k < draw->count; k++) {
                assert_true(frame.point[draw->first + k].y >= last->y);
            }
            return;
        }
    }
    fail();
}

static void puts_values_on_one_scale(void **state)
{
    (void)state;
    float y[3] = {0};
    static const uint8_t VALUES[] = {0, 50, 100};
    for (uint32_t i = 0; i < 3; i++) {
        setup(state);
        struct chart chart = chart_of(1);
        points[0].centre = VALUES[i];
        ui_chart(&ui, &chart, BOX);
        for (uint32_t k = 0; k < frame.draw_count; k++) {
            if (frame.draw[k].kind == DRAW_DISC && frame.draw[k].fill == INK_A4) {
                y[i] = frame.draw[k].y;
            }
        }
    }
    assert_true(y[0] > y[1] && y[1] > y[2]);
    assert_float_equal(y[0] - y[1], y[1] - y[2], 0.01);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(breaks_where_a_point_cannot_be_read, setup),
        cmocka_unit_test_setup(shows_a_reading_between_two_gaps_as_a_disc, setup),
        cmocka_unit_test_setup(gives_way_to_words_when_the_newest_cannot_be_read, setup),
        cmocka_unit_test_setup(draws_no_band_without_points, setup),
        cmocka_unit_test_setup(keeps_labels_apart, setup),
        cmocka_unit_test_setup(labels_the_first_place_and_each_january, setup),
        cmocka_unit_test_setup(stays_inside_its_box, setup),
        cmocka_unit_test_setup(keeps_room_for_the_stone_where_it_is, setup),
        cmocka_unit_test_setup(the_first_value_stands_clear, setup),
        cmocka_unit_test_setup(a_change_is_marked_between_two_points, setup),
        cmocka_unit_test_setup(a_chart_for_a_room_is_larger, setup),
        cmocka_unit_test_setup(holds_eight_plots_of_fifty_years, setup),
        cmocka_unit_test_setup(holds_eight_plots_of_lone_readings, setup),
        cmocka_unit_test_setup(keeps_the_newest_of_a_dense_line, setup),
        cmocka_unit_test_setup(puts_values_on_one_scale, setup),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
