/* SPDX-License-Identifier: MIT */
/* What marks a control: that it is chosen, that it has focus, and how its icon grows with text. */
#include "tools/looks/looks.h"
#include "tools/story/hands.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static const float CLEAR_CHANGE = 3.0F; /* a change of a pixel that anybody sees */

/* Pixels of a box that differ by more than that between two pictures, and pixels that differ. */
struct changes {
    uint32_t clear, any, all;
};

static struct changes changes_in(const struct canvas *a, const struct canvas *b, struct box box)
{
    struct changes changes = {0};
    for (int32_t y = box.y; y < box.y + box.h; y++) {
        for (int32_t x = box.x; x < box.x + box.w; x++) {
            if (!looks_inside(a, x, y)) {
                continue;
            }
            uint32_t pixel_a = looks_pixel(a, x, y), pixel_b = looks_pixel(b, x, y);
            changes.all++;
            changes.any += pixel_a != pixel_b;
            changes.clear += pixel_a != pixel_b && looks_contrast(pixel_a, pixel_b) >= CLEAR_CHANGE;
        }
    }
    return changes;
}

static bool press(struct looks *looks, const char *id)
{
    int32_t x = 0, y = 0;
    hands_wait_guard(looks->stage);
    if (!hands_find(looks->stage, id, &x, &y)) {
        looks_complain(looks, "%s is not there", id);
        return false;
    }
    hands_tap(looks->stage, x, y, true);
    return true;
}

/* The control before it is chosen and after, in luminance alone. */
static void check_chosen(struct looks *looks, const char *screen, const char *id,
                         enum theme_id theme)
{
    enum { LEAST_PERCENT = 3 };
    if (!looks_reach(looks, screen, "usual", theme)) {
        return;
    }
    const struct frame *frame = &looks->stage->app.frame;
    const struct canvas *before = looks_paint(frame, LOOKS_WHOLE);
    if (!press(looks, id)) {
        return;
    }
    const struct node *node = frame_find(frame, id);
    if (node == NULL || (node->flags & NODE_CHOSEN) == 0) {
        looks_complain(looks, "%s is not chosen", id);
        return;
    }
    struct changes changes = changes_in(before, looks_paint(frame, LOOKS_OTHER), node->rect);
    looks->measured++;
    if (changes.clear * 100 < changes.all * LEAST_PERCENT) {
        looks_complain(looks, "%s changes by 3 : 1 in %.2f %% of its pixels", id,
                       100.0 * changes.clear / changes.all);
    }
}

static void chosen_without_colour(struct looks *looks)
{
    for (int t = 0; t < THEME_COUNT; t++) {
        check_chosen(looks, "question", "question.answer.1", (enum theme_id)t);
        check_chosen(looks, "question", "question.unfit", (enum theme_id)t);
        check_chosen(looks, "comfort", "comfort.pace.slow", (enum theme_id)t);
    }
}

static void check_quiet(struct looks *looks, const char *id, enum theme_id theme)
{
    enum { MOST_PERCENT = 2 };
    int32_t x, y;
    if (!looks_reach(looks, "question", "usual", theme)) {
        return;
    }
    /* At large sizes the answers stand on a second step. */
    if (!hands_find(looks->stage, id, &x, &y) && !press(looks, "common.next")) {
        return;
    }
    const struct frame *frame = &looks->stage->app.frame;
    const struct canvas *before = looks_paint(frame, LOOKS_WHOLE);
    if (!press(looks, id)) {
        return;
    }
    struct changes changes = changes_in(before, looks_paint(frame, LOOKS_OTHER),
                                        (struct box){0, 0, frame->width, frame->height});
    looks->measured++;
    if (changes.any == 0 || changes.any * 100 > changes.all * MOST_PERCENT) {
        looks_complain(looks, "%s changes %.2f %% of the screen", id,
                       100.0 * changes.any / changes.all);
    }
}

/* What others in the room see of a choice. */
static void choosing_is_quiet(struct looks *looks)
{
    static const char *const IDS[] = {"question.answer.1", "question.answer.4", "question.unfit"};
    static const enum text_size SIZES[] = {SIZE_M, SIZE_XL};
    for (size_t s = 0; s < sizeof(SIZES) / sizeof(SIZES[0]); s++) {
        looks->options.stage.size = SIZES[s];
        for (int t = 0; t < THEME_COUNT; t++) {
            for (size_t i = 0; i < sizeof(IDS) / sizeof(IDS[0]); i++) {
                check_quiet(looks, IDS[i], (enum theme_id)t);
            }
        }
    }
}

/* In Private view a chosen answer that focus has left looks like any other. */
static void private_view_hides_marks(struct looks *looks)
{
    static const char CHOOSES[] = "tap promise.ready\nkey Down\nkey Enter\n"
                                  "key Down\n";
    static const char PASSES[] = "tap promise.ready\nkey Down\nkey Down\n";
    for (int t = 0; t < THEME_COUNT; t++) {
        const struct canvas *picture[2] = {0};
        for (int way = 0; way < 2; way++) {
            if (!looks_reach(looks, "promise", "private", (enum theme_id)t) ||
                !looks_do(looks, way == 0 ? CHOOSES : PASSES)) {
                return;
            }
            picture[way] =
                looks_paint(&looks->stage->app.frame, way == 0 ? LOOKS_WHOLE : LOOKS_OTHER);
        }
        looks->measured++;
        if (canvas_hash(picture[0]) != canvas_hash(picture[1])) {
            looks_complain(looks, "a chosen answer can be seen");
        }
    }
}

static bool is_focus_ring(const struct frame *frame, const struct draw *draw)
{
    (void)frame;
    return draw->kind == DRAW_BOX && draw->stroke == INK_FOCUS && draw->fill == INK_NONE;
}

static bool ring_at(const struct canvas *with, const struct canvas *without, int32_t x, int32_t y)
{
    return looks_contrast(looks_pixel(with, x, y), looks_pixel(without, x, y)) >= CLEAR_CHANGE;
}

/* The longest stretch of ring on the way out from the middle line of the control. A rule of the
 * ring's own colour below it does not part it, and does not count either. */
static int32_t ring_run(const struct canvas *with, const struct canvas *without,
                        const int32_t from[2], const int32_t step[2], int32_t length)
{
    int32_t run = 0, longest = 0;
    uint32_t ring = 0;
    for (int32_t i = 0; i < length; i++) {
        int32_t x = from[0] + i * step[0], y = from[1] + i * step[1];
        if (!looks_inside(with, x, y)) {
            break;
        }
        if (ring_at(with, without, x, y)) {
            ring = looks_pixel(with, x, y);
            run++;
        } else if (run > 0 && looks_contrast(looks_pixel(with, x, y), ring) > 1.1F) {
            run = 0;
        }
        longest = run > longest ? run : longest;
    }
    return longest;
}

/* A box and so much around it, on the screen. */
static struct box around(const struct frame *frame, const struct box *box, int32_t by)
{
    int32_t left = box->x > by ? box->x - by : 0, top = box->y > by ? box->y - by : 0;
    int32_t right = box->x + box->w + by, bottom = box->y + box->h + by;
    right = right < frame->width ? right : frame->width;
    bottom = bottom < frame->height ? bottom : frame->height;
    return (struct box){left, top, right - left, bottom - top};
}

/* From every column up and down and from every row to both sides there is a whole ring. */
static void check_ring(struct looks *looks, const struct frame *frame, const struct node *node)
{
    enum { STEP = 5, REACH_UM = 4000, RING_UM = 600, RING_PX = 3 };
    int32_t scale = (int32_t)frame->px_per_m, reach = REACH_UM * scale / 1000000;
    int32_t least = RING_UM * scale / 1000000;
    least = least > RING_PX ? least : RING_PX;
    const struct box *box = &node->rect;
    const struct box part = around(frame, box, reach + 1);
    const struct canvas *with = looks_paint_part(frame, part, LOOKS_WHOLE);
    const struct canvas *without = looks_paint_part_without(frame, is_focus_ring, part, LOOKS_BARE);
    int32_t thinnest = INT32_MAX;
    for (int32_t x = box->x; x < box->x + box->w; x += STEP) {
        int32_t from[2] = {x, box->y + box->h / 2};
        int32_t up = ring_run(with, without, from, (int32_t[2]){0, -1}, box->h / 2 + reach);
        int32_t down = ring_run(with, without, from, (int32_t[2]){0, 1}, box->h / 2 + reach);
        thinnest = up < thinnest ? up : thinnest;
        thinnest = down < thinnest ? down : thinnest;
    }
    for (int32_t y = box->y; y < box->y + box->h; y += STEP) {
        int32_t from[2] = {box->x + box->w / 2, y};
        int32_t left = ring_run(with, without, from, (int32_t[2]){-1, 0}, box->w / 2 + reach);
        int32_t right = ring_run(with, without, from, (int32_t[2]){1, 0}, box->w / 2 + reach);
        thinnest = left < thinnest ? left : thinnest;
        thinnest = right < thinnest ? right : thinnest;
    }
    looks->measured++;
    if (thinnest < least) {
        looks_complain(looks, "the ring of %s is %d px thin somewhere, not %d", node->id, thinnest,
                       least);
    }
}

/* Focus goes round the whole screen; each stop has one ring. */
static void check_rings(struct looks *looks)
{
    enum { STOPS_MAX = 40 };
    const struct frame *frame = &looks->stage->app.frame;
    char first[NODE_ID_BYTES] = "";
    for (int i = 0; i < STOPS_MAX; i++) {
        hands_key(looks->stage, KEY_DOWN, HANDS_PRESS_MS);
        const struct node *focused = NULL;
        uint32_t count = 0;
        for (uint32_t n = 0; n < frame->node_count; n++) {
            if ((frame->node[n].flags & NODE_FOCUSED) != 0) {
                focused = &frame->node[n];
                count++;
            }
        }
        if (count != 1) {
            looks_complain(looks, "%u controls have focus", count);
            return;
        }
        if (strcmp(focused->id, first) == 0) {
            return;
        }
        if (first[0] == '\0') {
            (void)snprintf(first, sizeof(first), "%s", focused->id);
        }
        check_ring(looks, frame, focused);
    }
}

static void focus_rings(struct looks *looks)
{
    static const char *const SCREENS[] = {"welcome", "question", "pause",   "finish",
                                          "comfort", "pin",      "meeting", "trends"};
    static const struct {
        int32_t width, height;
        uint32_t px_per_m;
    } PANELS[] = {{1920, 1080, 5560}, {1024, 600, 4630}};
    for (size_t p = 0; p < sizeof(PANELS) / sizeof(PANELS[0]); p++) {
        looks_panel(looks, PANELS[p].width, PANELS[p].height, PANELS[p].px_per_m);
        for (int t = 0; t < THEME_COUNT; t++) {
            for (size_t s = 0; s < sizeof(SCREENS) / sizeof(SCREENS[0]); s++) {
                if (looks_reach(looks, SCREENS[s], "usual", (enum theme_id)t)) {
                    hands_wait_guard(looks->stage);
                    check_rings(looks);
                }
            }
        }
    }
}

/* Icon heights in thousandths of the capital height of the words beside them. */
static void icons_grow_with_text(struct looks *looks)
{
    enum { MOST_OFF_PERCENT = 5 };
    static const char *const IDS[] = {"common.listen", "common.pause", "common.back"};
    for (size_t i = 0; i < sizeof(IDS) / sizeof(IDS[0]); i++) {
        double usual = 0;
        static const enum text_size SIZES[SIZE_COUNT] = {SIZE_M, SIZE_S, SIZE_L, SIZE_XL};
        for (int s = 0; s < SIZE_COUNT; s++) {
            looks->options.stage.size = SIZES[s];
            if (!looks_reach(looks, "question", "usual", THEME_CALM_LIGHT)) {
                return;
            }
            const struct frame *frame = &looks->stage->app.frame;
            const struct node *node = frame_find(frame, IDS[i]);
            for (uint32_t d = 0; node != NULL && d < frame->draw_count; d++) {
                const struct draw *draw = &frame->draw[d];
                if (draw->kind != DRAW_ICON ||
                    frame_hit(frame, (int32_t)(draw->x + draw->w / 2),
                              (int32_t)(draw->y + draw->h / 2)) != node) {
                    continue;
                }
                double ratio = (double)draw->w / node->font.em_px;
                usual = s == 0 ? ratio : usual;
                looks->measured++;
                if (fabs(ratio / usual - 1) * 100 > MOST_OFF_PERCENT) {
                    looks_complain(looks, "%s at size %d: its icon is %.0f %% of that at M to text",
                                   IDS[i], SIZES[s], 100 * ratio / usual);
                }
            }
        }
    }
}

const struct looks_test LOOKS_MARKS[] = {
    {"ACCESS 10: chosen differs from unchosen without colour", chosen_without_colour},
    {"ACCESS 11: one focus ring, 0.6 mm and 3 px, whole and uncovered", focus_rings},
    {"ACCESS 13: icons grow with text", icons_grow_with_text},
    {"ACCESS 45: choosing changes at most 2 % of the screen", choosing_is_quiet},
    {"ACCESS 45: Private view hides the marks", private_view_hides_marks},
};
const uint32_t LOOKS_MARKS_COUNT = sizeof(LOOKS_MARKS) / sizeof(LOOKS_MARKS[0]);
