/* SPDX-License-Identifier: MIT */
#include "platform/display/scene.h"

#include "platform/display/pixel.h"
#include "platform/display/shape.h"
#include "platform/display/water.h"

#include <assert.h>
#include <math.h>

/* Returns the colour of row y in a gradient from row 0 to row height. */
static struct tint gradient(uint32_t from, uint32_t to, int32_t y, int32_t height)
{
    float t = height > 0 ? ((float)y + 0.5f) / (float)height : 0;
    return tint_between(tint_of(from), tint_of(to), unit_clamp(t));
}

static void horizon(const struct scene *scene, const struct theme *theme, struct canvas *canvas,
                    struct box box)
{
    float thick = theme->high_contrast ? 2 : 1.2f * scene_grain(scene);
    float alpha = theme->high_contrast ? 255 : scene->kind == SCENE_HERO ? 153 : 140;
    uint32_t rgb = theme->rgb[theme->high_contrast ? INK_OUTLINE : INK_RING];
    float middle = (float)scene->horizon_y;
    for (int32_t y = box.y; y < box.y + box.h; y++) {
        float top = fmaxf((float)y, middle - thick / 2);
        float bottom = fminf((float)y + 1, middle + thick / 2);
        if (bottom <= top) {
            continue;
        }
        uint32_t *row = pixel_row(canvas, y);
        uint32_t a = (uint32_t)(alpha * (bottom - top) + 0.5f);
        for (int32_t x = box.x; x < box.x + box.w; x++) {
            row[x] = pixel_blend(row[x], rgb, a);
        }
    }
}

static void paint_water(const struct scene *scene, const struct theme *theme, struct canvas *canvas,
                        struct box box)
{
    water_prepare(scene, theme);
    for (int32_t y = box.y; y < box.y + box.h; y++) {
        uint32_t *row = pixel_row(canvas, y);
        if (y < scene->horizon_y) {
            struct tint sky =
                gradient(theme->rgb[INK_SKY0], theme->rgb[INK_SKY1], y, scene->horizon_y);
            tint_span(&sky, row, box.x, box.x + box.w, y);
        } else {
            water_row(scene, row, box.x, box.x + box.w, y);
        }
    }
    if (scene->dotted && scene->strength > 0) {
        water_dots(scene, theme, canvas, box);
    }
    horizon(scene, theme, canvas, box);
}

/* The breathing screen: light in the middle of the water, and rings that drift outwards. It is
 * repainted sixty times a second, so light and rings are tables over the distance from the middle.
 */
enum {
    DEEP_COUNT = 8192, /* a third of a pixel at 3840 across */
    DEEP_RINGS = 9,
    DEEP_RUN = 32, /* pixels that are computed together */
};

struct deep {
    struct scene scene; /* the scene that the tables are made for */
    const struct theme *theme;
    float steps;               /* steps of the table in one pixel */
    int16_t light[DEEP_COUNT]; /* 4096ths */
    int16_t ring[DEEP_COUNT];
};

static struct deep the_deep;

/* Returns the strength of the light at a distance t, in parts of the light's reach. */
static float deep_light(float middle, float t)
{
    float half_way = middle * 0.47f;
    return t < 0.5f ? middle + (half_way - middle) * 2 * t : t < 1 ? half_way * 2 * (1 - t) : 0;
}

static void deep_prepare(const struct scene *scene, const struct theme *theme)
{
    struct deep *deep = &the_deep;
    if (deep->theme == theme && deep->scene.width == scene->width &&
        deep->scene.height == scene->height && deep->scene.scale_x == scene->scale_x &&
        deep->scene.strength == scene->strength) {
        return;
    }
    deep->scene = *scene;
    deep->theme = theme;
    float radius = (float)scene->scale_x;
    float crest = (float)theme->crest_alpha / 255;
    float half = 0.7f * scene_grain(scene) + 0.5f;
    deep->steps = (float)DEEP_COUNT / (float)(scene->width + scene->height);
    for (int i = 0; i < DEEP_COUNT; i++) {
        float distance = ((float)i + 0.5f) / deep->steps;
        /* The square keeps the light on dark water faint enough for words in its middle. */
        float light = deep_light(4096 * crest * crest, distance / (1.75f * radius));
        float ring = 0;
        for (int n = 0; n < DEEP_RINGS; n++) {
            float at = radius * (1.14f + 0.17f * (float)n + 0.012f * (float)(n * n));
            float alpha = 0.42f * (float)scene->strength / 100;
            alpha *= powf(1 - (float)n / DEEP_RINGS, 1.2f);
            ring = fmaxf(ring, alpha * unit_clamp(half - fabsf(distance - at)));
        }
        deep->light[i] = (int16_t)light;
        deep->ring[i] = (int16_t)(4096 * fminf(ring, 1));
    }
}

/* What is the same for all pixels of a row. */
struct deep_row {
    const struct deep *deep;
    struct tint base, ring;
    int32_t to_crest[3]; /* from base to the crest's colour, for each channel */
    int32_t floating;    /* 256ths: how much of the rings is seen; they fade before they reach the
                            words below */
    float square;        /* of the distance between the row and the centre */
};

/* Colours of some pixels of a row before dithering, counted from the middle outwards. */
struct deep_run {
    uint32_t red_blue[DEEP_RUN], green[DEEP_RUN];
};

static void deep_colours(const struct deep_row *row, int32_t first, struct deep_run *out)
{
    int32_t at[DEEP_RUN], light[DEEP_RUN], rings = 0;
    for (int32_t i = 0; i < DEEP_RUN; i++) {
        float dx = (float)(first + i) + 0.5f;
        at[i] = (int32_t)(sqrtf(dx * dx + row->square) * row->deep->steps);
    }
    for (int32_t i = 0; i < DEEP_RUN; i++) {
        int32_t place = at[i] < DEEP_COUNT ? at[i] : DEEP_COUNT - 1; /* beyond the display */
        at[i] = place;
        light[i] = row->deep->light[place];
        rings |= row->deep->ring[place];
    }
    for (int32_t i = 0; i < DEEP_RUN; i++) {
        int32_t channel[3];
        for (int c = 0; c < 3; c++) {
            channel[c] = row->base.channel[c] + (row->to_crest[c] * light[i] >> 12);
        }
        out->red_blue[i] = (uint32_t)channel[0] << 16 | (uint32_t)channel[2];
        out->green[i] = (uint32_t)channel[1];
    }
    for (int32_t i = 0; i < DEEP_RUN && rings != 0; i++) {
        struct tint tint = {{(int32_t)(out->red_blue[i] >> 16), (int32_t)out->green[i],
                             (int32_t)(out->red_blue[i] & 0xFFFF)}};
        tint_mix(&tint, &row->ring, row->deep->ring[at[i]] * row->floating >> 8);
        out->red_blue[i] = (uint32_t)tint.channel[0] << 16 | (uint32_t)tint.channel[2];
        out->green[i] = (uint32_t)tint.channel[1];
    }
}

/* Computes the same as tint_pixel. */
static inline uint32_t deep_pixel(const struct deep_run *run, int32_t i, uint32_t dither)
{
    uint32_t red_blue = run->red_blue[i] + (dither << 16 | dither);
    return (red_blue >> 8 & 0xFF00FF) | ((run->green[i] + dither) & 0xFF00);
}

static int32_t less(int32_t a, int32_t b)
{
    return a < b ? a : b;
}

/* Both sides of the middle have the same colours apart from the dither. So each colour is computed
 * once, for a run of pixels at a time, which lets the processor compute four at once. */
static void deep_paint_row(const struct deep_row *constants, uint32_t *row, int32_t centre,
                           int32_t left, int32_t right, int32_t y)
{
    int32_t before = centre - left, after = right - centre;
    int32_t most = before > after ? before : after;
    int32_t first = before < 0 ? -before : after < 0 ? -after : 0;
    uint32_t dither_after[DEEP_RUN], dither_before[DEEP_RUN]; /* whole patterns */
    for (int32_t i = 0; i < DEEP_RUN; i++) {
        dither_after[i] = dither_table[y & 7][(centre + first + i) & 7];
        dither_before[i] = dither_table[y & 7][(centre - 1 - first - i) & 7];
    }
    for (; first < most; first += DEEP_RUN) {
        struct deep_run run;
        deep_colours(constants, first, &run);
        uint32_t *pixel = row + centre + first;
        for (int32_t i = 0, end = less(DEEP_RUN, after - first); i < end; i++) {
            pixel[i] = deep_pixel(&run, i, dither_after[i]);
        }
        pixel = row + centre - 1 - first;
        for (int32_t i = 0, end = less(DEEP_RUN, before - first); i < end; i++) {
            pixel[-i] = deep_pixel(&run, i, dither_before[i]);
        }
    }
}

static void paint_deep(const struct scene *scene, const struct theme *theme, struct canvas *canvas,
                       struct box box)
{
    deep_prepare(scene, theme);
    struct deep_row row = {
        .deep = &the_deep,
        .ring = tint_of(theme->rgb[INK_RING]),
    };
    struct tint crest = tint_of(theme->rgb[INK_CREST]);
    struct tint bottom = tint_of(theme->rgb[INK_WATER1]);
    struct tint top =
        tint_between(tint_of(theme->rgb[INK_WATER0]), tint_of(theme->rgb[INK_SURFACE]), 0.2f);
    int32_t centre = scene->mirrored ? scene->width - scene->centre_x : scene->centre_x;
    float sink_top = (float)scene->centre_y + 0.71f * (float)scene->scale_x;
    for (int32_t y = box.y; y < box.y + box.h; y++) {
        float t = ((float)y + 0.5f) / (float)scene->height;
        float sunk = ((float)y - sink_top) / (0.36f * (float)scene->scale_x);
        row.base = tint_between(top, bottom, unit_clamp(t));
        for (int c = 0; c < 3; c++) {
            row.to_crest[c] = crest.channel[c] - row.base.channel[c];
        }
        row.floating = (int32_t)(256 * (1 - unit_clamp(sunk)));
        float dy = (float)(y - scene->centre_y) + 0.5f;
        row.square = dy * dy;
        deep_paint_row(&row, pixel_row(canvas, y), centre, box.x, box.x + box.w, y);
    }
}

/* The rings of a facilitator's panel lie wholly inside it. */
static void panel_rings(const struct scene *scene, const struct theme *theme, struct canvas *canvas,
                        struct box box)
{
    static const float ratio[] = {24.0f / 129, 53.0f / 129, 88.0f / 129, 1};
    struct draw disc = {
        .kind = DRAW_DISC,
        .stroke = INK_RING,
        .x = (float)(scene->mirrored ? scene->width - scene->centre_x : scene->centre_x),
        .y = (float)scene->centre_y,
        .stroke_px = 1.5f * scene_grain(scene),
        .bounds = {0, 0, scene->width, scene->height},
    };
    for (int i = 0; i < 4; i++) {
        disc.w = (float)scene->scale_x * ratio[i];
        disc.stroke_alpha = (uint8_t)(230 * powf(1 - (float)i / 4, 0.9f));
        shape_disc(canvas, box, &disc, theme);
    }
    if (scene->stone) {
        shape_dot(canvas, box, disc.x, disc.y, (float)scene->scale_x * 0.062f,
                  theme->rgb[INK_STONE], 255);
    }
}

static void paint_panel(const struct scene *scene, const struct theme *theme, struct canvas *canvas,
                        struct box box)
{
    bool plain = theme->high_contrast;
    bool side = scene->panel_x > 0;
    struct box panel = {scene->panel_x, 0, scene->width - scene->panel_x, scene->height};
    if (!side) {
        panel = (struct box){0, scene->horizon_y, scene->width, scene->height - scene->horizon_y};
    } else if (scene->mirrored) {
        panel.x = 0;
    }
    struct box part = box_common(panel, box);
    for (int32_t y = part.y; y < part.y + part.h; y++) {
        struct tint water =
            gradient(theme->rgb[INK_WATER0], theme->rgb[INK_WATER1], y - panel.y, panel.h);
        tint_span(&water, pixel_row(canvas, y), part.x, part.x + part.w, y);
    }
    if (scene->scale_x > 0 && !plain && part.w > 0 && part.h > 0) {
        panel_rings(scene, theme, canvas, part);
    }
    int32_t thick = plain ? 2 : (int32_t)scene_grain(scene);
    struct box edge = {panel.x, panel.y, panel.w, thick};
    if (side) {
        edge = (struct box){scene->mirrored ? panel.w - thick : panel.x, 0, thick, scene->height};
    }
    edge = box_common(edge, box);
    for (int32_t y = edge.y; y < edge.y + edge.h; y++) {
        uint32_t *row = pixel_row(canvas, y);
        for (int32_t x = edge.x; x < edge.x + edge.w; x++) {
            row[x] =
                pixel_blend(row[x], theme->rgb[plain ? INK_OUTLINE : INK_RING], plain ? 255 : 140);
        }
    }
}

static void paint_plain(uint32_t rgb, struct canvas *canvas, struct box box)
{
    for (int32_t y = box.y; y < box.y + box.h; y++) {
        uint32_t *row = pixel_row(canvas, y);
        for (int32_t x = box.x; x < box.x + box.w; x++) {
            row[x] = rgb;
        }
    }
}

void scene_paint(const struct scene *scene, const struct theme *theme, struct canvas *canvas,
                 struct box box)
{
    assert(box.x >= 0 && box.y >= 0 && box.x + box.w <= canvas->width &&
           box.y + box.h <= canvas->height);
    bool water = scene->kind == SCENE_FOOTER || scene->kind == SCENE_HERO;
    if (theme->high_contrast || scene->kind == SCENE_PAPER) {
        paint_plain(theme->rgb[INK_BG], canvas, box);
    }
    if (scene->kind == SCENE_PAPER && (scene->panel_x > 0 || scene->horizon_y > 0)) {
        paint_panel(scene, theme, canvas, box);
    } else if (theme->high_contrast && water) {
        horizon(scene, theme, canvas, box);
    } else if (water) {
        paint_water(scene, theme, canvas, box);
    } else if (scene->kind == SCENE_DEEP && !theme->high_contrast) {
        paint_deep(scene, theme, canvas, box);
    }
}
