/* SPDX-License-Identifier: MIT */
/* Contrast as it reaches an eye: a letter is as dark as its darkest pixel, the core of its largest
 * stem, and stands on whatever the frame shows below any part of it when it is left out. */
#include "tools/looks/looks.h"

#include <math.h>
#include <string.h>

/* What a look has to keep, in parts of one; soft also has an upper end. */
struct bounds {
    float least, most;
};

static const struct bounds ATTENDEE[THEME_COUNT] = {
    [THEME_CALM_LIGHT] = {10.0F, 21.0F}, [THEME_CALM_DARK] = {10.0F, 21.0F},
    [THEME_SOFT] = {4.5F, 8.0F},         [THEME_HC_LIGHT] = {20.0F, 21.0F},
    [THEME_HC_DARK] = {20.0F, 21.0F},
};

static const struct {
    const char *screen, *state;
} ATTENDEE_VIEWS[] = {
    {"welcome", "usual"}, {"question", "chosen"}, {"promise", "usual"},
    {"pause", "usual"},   {"finish", "usual"},    {"pin", "usual"},
};

static const float ROUNDING = 0.005F; /* 21 : 1 in single precision */

static bool is_letters(const struct frame *frame, const struct draw *draw)
{
    (void)frame;
    return draw->kind == DRAW_TEXT || draw->kind == DRAW_ICON;
}

static bool is_disabled(const struct frame *frame, const struct draw *draw)
{
    for (uint32_t i = 0; i < frame->node_count; i++) {
        const struct node *node = &frame->node[i];
        int32_t x = draw->bounds.x + draw->bounds.w / 2, y = draw->bounds.y + draw->bounds.h / 2;
        if ((node->flags & NODE_DISABLED) != 0 && x >= node->rect.x && y >= node->rect.y &&
            x < node->rect.x + node->rect.w && y < node->rect.y + node->rect.h) {
            return true;
        }
    }
    return false;
}

/* The pixel that a letter changed most, against the ground below every pixel it changed. */
static float letters_contrast(const struct canvas *whole, const struct canvas *bare, struct box box)
{
    float core_off = 0, core = 0, low = 1, high = 0;
    for (int32_t y = box.y; y < box.y + box.h; y++) {
        for (int32_t x = box.x; x < box.x + box.w; x++) {
            if (!looks_inside(whole, x, y) || looks_pixel(whole, x, y) == looks_pixel(bare, x, y)) {
                continue;
            }
            float letter = looks_luminance(looks_pixel(whole, x, y));
            float ground = looks_luminance(looks_pixel(bare, x, y));
            float off = fabsf(letter - ground);
            core = off > core_off ? letter : core;
            core_off = off > core_off ? off : core_off;
            low = ground < low ? ground : low;
            high = ground > high ? ground : high;
        }
    }
    if (core_off <= 0) {
        return 1;
    }
    /* Darker than its ground, it is nearest to the darkest part of it; lighter, to the lightest. */
    return core < low ? (low + 0.05F) / (core + 0.05F) : (core + 0.05F) / (high + 0.05F);
}

static void check(struct looks *looks, float contrast, const struct bounds *bounds,
                  const char *what, const char *name)
{
    looks->measured++;
    if (contrast < bounds->least - ROUNDING || contrast > bounds->most + ROUNDING) {
        looks_complain(looks, "%s %s is %.2f : 1", what, name, (double)contrast);
    }
}

static void check_letters(struct looks *looks, const struct frame *frame,
                          const struct bounds *bounds)
{
    const struct canvas *whole = looks_paint(frame, LOOKS_WHOLE);
    const struct canvas *bare = looks_paint_without(frame, is_letters, LOOKS_BARE);
    for (uint32_t i = 0; i < frame->draw_count; i++) {
        const struct draw *draw = &frame->draw[i];
        if (!is_letters(frame, draw) || is_disabled(frame, draw)) {
            continue;
        }
        float contrast = letters_contrast(whole, bare, draw->bounds);
        if (draw->kind == DRAW_ICON) {
            check(looks, contrast, bounds, "an icon", "");
        } else {
            char text[48] = "";
            size_t bytes = draw->count < sizeof(text) ? draw->count : sizeof(text) - 1;
            memcpy(text, &frame->text[draw->first], bytes);
            check(looks, contrast, bounds, "text", text);
        }
    }
}

/* An edge pixel against the ground a little outside it, and inside where the fill is another. */
static void check_edge_at(struct looks *looks, const struct canvas *canvas,
                          const struct bounds *bounds, const int32_t edge[2],
                          const int32_t ground[2])
{
    if (looks_inside(canvas, edge[0], edge[1]) && looks_inside(canvas, ground[0], ground[1])) {
        float contrast = looks_contrast(looks_pixel(canvas, edge[0], edge[1]),
                                        looks_pixel(canvas, ground[0], ground[1]));
        check(looks, contrast, bounds, "an edge", "");
    }
}

static void check_box(struct looks *looks, const struct canvas *bare, const struct draw *draw,
                      const struct bounds *bounds)
{
    enum { STEP = 9, AWAY = 3 };
    int32_t stroke = (int32_t)ceilf(draw->stroke_px);
    int32_t top = (int32_t)draw->y, bottom = (int32_t)(draw->y + draw->h) - 1;
    int32_t from = (int32_t)(draw->x + draw->radius),
            to = (int32_t)(draw->x + draw->w - draw->radius);
    for (int32_t x = from; x <= to; x += STEP) {
        for (int side = 0; side < 2; side++) {
            int32_t in = side == 0 ? 1 : -1, y = side == 0 ? top : bottom;
            int32_t edge[2] = {x, y + in * (stroke / 2)};
            check_edge_at(looks, bare, bounds, edge, (int32_t[2]){x, y - in * AWAY});
            if (draw->fill != draw->stroke) {
                check_edge_at(looks, bare, bounds, edge, (int32_t[2]){x, y + in * (stroke + AWAY)});
            }
        }
    }
}

/* A ring or disc against what lies outside it, at its four ends: along a short way across the rim,
 * the pixel that stands out most from where the way begins. Rings lie in rings, so that several
 * beginnings are tried. */
static void check_disc(struct looks *looks, const struct canvas *bare, const struct draw *draw,
                       const struct bounds *bounds)
{
    static const float WAY[4][2] = {{1, 0}, {-1, 0}, {0, 1}, {0, -1}};
    enum { GROUNDS = 3, CORES = 9 };
    float half = draw->stroke != INK_NONE ? draw->stroke_px / 2 : 0;
    for (int i = 0; i < 4; i++) {
        float best = 1;
        for (int ground = 0; ground < GROUNDS; ground++) {
            float out = draw->w + half + 2.5F + 2.0F * (float)ground;
            int32_t x = (int32_t)(draw->x + WAY[i][0] * out);
            int32_t y = (int32_t)(draw->y + WAY[i][1] * out);
            for (int core = 0; core < CORES && looks_inside(bare, x, y); core++) {
                float at = draw->w + half - 0.4F * (float)core;
                int32_t core_x = (int32_t)(draw->x + WAY[i][0] * at);
                int32_t core_y = (int32_t)(draw->y + WAY[i][1] * at);
                float contrast =
                    looks_contrast(looks_pixel(bare, core_x, core_y), looks_pixel(bare, x, y));
                best = contrast > best ? contrast : best;
            }
        }
        check(looks, best, bounds, "the rim of a disc", "");
    }
}

static bool is_edge_ink(uint8_t ink)
{
    return ink == INK_OUTLINE || ink == INK_PRIMARY;
}

static void check_edges(struct looks *looks, const struct frame *frame, const struct bounds *bounds)
{
    const struct canvas *bare = looks_paint_without(frame, is_letters, LOOKS_BARE);
    for (uint32_t i = 0; i < frame->draw_count; i++) {
        const struct draw *draw = &frame->draw[i];
        bool stroked = is_edge_ink(draw->stroke) && draw->stroke_alpha == 255;
        bool filled = is_edge_ink(draw->fill) && draw->fill_alpha == 255;
        if (is_disabled(frame, draw)) {
            continue;
        }
        if (draw->kind == DRAW_BOX && stroked) {
            check_box(looks, bare, draw, bounds);
        } else if (draw->kind == DRAW_DISC && (stroked || filled)) {
            check_disc(looks, bare, draw, bounds);
        }
    }
}

static void check_attendee(struct looks *looks, const enum theme_id *themes, uint32_t count)
{
    for (uint32_t t = 0; t < count; t++) {
        for (size_t v = 0; v < sizeof(ATTENDEE_VIEWS) / sizeof(ATTENDEE_VIEWS[0]); v++) {
            if (looks_reach(looks, ATTENDEE_VIEWS[v].screen, ATTENDEE_VIEWS[v].state, themes[t])) {
                const struct frame *frame = &looks->stage->app.frame;
                check_letters(looks, frame, &ATTENDEE[themes[t]]);
                check_edges(looks, frame, &ATTENDEE[themes[t]]);
            }
        }
    }
}

static void calm_looks(struct looks *looks)
{
    check_attendee(looks, (const enum theme_id[]){THEME_CALM_LIGHT, THEME_CALM_DARK}, 2);
}

static void soft_look(struct looks *looks)
{
    check_attendee(looks, (const enum theme_id[]){THEME_SOFT}, 1);
}

static void high_contrast_looks(struct looks *looks)
{
    check_attendee(looks, (const enum theme_id[]){THEME_HC_LIGHT, THEME_HC_DARK}, 2);
}

/* Soft is for eyes that light hurts: there its own range comes first. */
static void facilitator_text(struct looks *looks)
{
    static const struct bounds TEXT[THEME_COUNT] = {
        {7.0F, 21.0F}, {7.0F, 21.0F}, {4.5F, 8.0F}, {20.0F, 21.0F}, {20.0F, 21.0F}};
    static const struct bounds EDGES = {3.0F, 21.0F};
    static const char *const SCREENS[] = {"trends", "meeting"};
    for (int t = 0; t < THEME_COUNT; t++) {
        for (size_t s = 0; s < sizeof(SCREENS) / sizeof(SCREENS[0]); s++) {
            if (looks_reach(looks, SCREENS[s], "usual", (enum theme_id)t)) {
                check_letters(looks, &looks->stage->app.frame, &TEXT[t]);
                check_edges(looks, &looks->stage->app.frame, &EDGES);
            }
        }
    }
}

static bool is_chart_shape(const struct frame *frame, const struct draw *draw)
{
    (void)frame;
    bool stroked = draw->stroke == INK_A3 || draw->stroke == INK_A4;
    bool filled = draw->fill == INK_A3 || draw->fill == INK_A4;
    return (draw->kind == DRAW_PATH || draw->kind == DRAW_DISC) && (stroked || filled);
}

/* The best of nine pixels around a place on a line; a line runs between pixels too. */
static float shape_contrast(const struct canvas *whole, const struct canvas *bare,
                            const struct draw_point *at)
{
    float best = 1;
    for (int32_t dy = -1; dy <= 1; dy++) {
        for (int32_t dx = -1; dx <= 1; dx++) {
            int32_t x = (int32_t)at->x + dx, y = (int32_t)at->y + dy;
            if (looks_inside(whole, x, y)) {
                float contrast = looks_contrast(looks_pixel(whole, x, y), looks_pixel(bare, x, y));
                best = contrast > best ? contrast : best;
            }
        }
    }
    return best;
}

/* Where a rule of the axis runs below a shape, nothing can be said of the shape. */
static bool is_page(const struct canvas *bare, const struct draw_point *at, uint32_t page)
{
    for (int32_t dy = -1; dy <= 1; dy++) {
        int32_t x = (int32_t)at->x, y = (int32_t)at->y + dy;
        if (!looks_inside(bare, x, y) || looks_contrast(looks_pixel(bare, x, y), page) > 1.1F) {
            return false;
        }
    }
    return true;
}

/* Lines and band edges stand out of the page all along, but for the end that lies under the newest
 * point's stone. */
static void chart_shapes(struct looks *looks)
{
    enum { HIDDEN_MAX = 1 };
    for (int t = 0; t < THEME_COUNT; t++) {
        if (!looks_reach(looks, "trends", "usual", (enum theme_id)t)) {
            continue;
        }
        const struct frame *frame = &looks->stage->app.frame;
        const struct canvas *whole = looks_paint(frame, LOOKS_WHOLE);
        const struct canvas *bare = looks_paint_without(frame, is_chart_shape, LOOKS_BARE);
        for (uint32_t i = 0; i < frame->draw_count; i++) {
            const struct draw *draw = &frame->draw[i];
            if (draw->kind != DRAW_PATH || draw->stroke == INK_NONE ||
                !is_chart_shape(frame, draw)) {
                continue;
            }
            uint32_t under = 0, page = theme_get((enum theme_id)t)->rgb[INK_BG];
            float least = 21;
            for (uint32_t p = draw->first; p < draw->first + draw->count; p++) {
                if (!is_page(bare, &frame->point[p], page)) {
                    continue;
                }
                float contrast = shape_contrast(whole, bare, &frame->point[p]);
                under += contrast < 3.0F;
                least = contrast < least ? contrast : least;
            }
            looks->measured++;
            if (under > HIDDEN_MAX) {
                looks_complain(looks, "a %s: %u of %u points under 3 : 1, down to %.2f",
                               draw->stroke == INK_A4 ? "line" : "band edge", under, draw->count,
                               (double)least);
            }
        }
    }
}

const struct looks_test LOOKS_CONTRAST[] = {
    {"ACCESS 7: text, marks and edges of the calm looks stand out 10 : 1", calm_looks},
    {"ACCESS 8: the soft look stays within 4.5 and 8 : 1", soft_look},
    {"ACCESS 8: high contrast is 20 : 1 and more", high_contrast_looks},
    {"ACCESS 9: facilitator text 7 : 1, edges 3 : 1", facilitator_text},
    {"ACCESS 9: chart lines and band edges 3 : 1", chart_shapes},
};
const uint32_t LOOKS_CONTRAST_COUNT = sizeof(LOOKS_CONTRAST) / sizeof(LOOKS_CONTRAST[0]);
