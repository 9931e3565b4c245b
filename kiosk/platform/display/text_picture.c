/* SPDX-License-Identifier: MIT */
/* Drawn lines. A line is kept as coverage alone, cropped to the rows with ink. That takes a quarter
 * of the memory of pixels, and one drawing serves every colour and look. Letters that no neighbour
 * changes are set from pictures of single glyphs. SDL_ttf draws what has to be shaped. Where both
 * ways are possible, both give the same pixels. */
#include "platform/display/text_internal.h"

#include <SDL.h>
#include <string.h>

void text_forget_drawn(struct text_engine *engine)
{
    glyph_pictures_forget(&engine->letters);
    memset(engine->picture, 0, sizeof engine->picture);
    memset(engine->arena, 0,
           engine->arena_used); /* the rest was never written, and takes no memory */
    engine->picture_next = 0;
    engine->arena_next = engine->arena_used = 0;
}

/* Returns room in the arena. The lines that were kept in this room are dropped. */
static struct picture *picture_room(struct text_engine *engine, uint64_t key, uint32_t bytes)
{
    if (bytes > ARENA_BYTES) {
        return NULL;
    }
    if (engine->arena_next + bytes > ARENA_BYTES) {
        engine->arena_next = 0;
    }
    uint32_t start = engine->arena_next;
    for (int i = 0; i < PICTURE_MAX; i++) {
        struct picture *old = &engine->picture[i];
        if (old->key != 0 && old->offset < start + bytes && start < old->offset + old->bytes) {
            old->key = 0;
        }
    }
    struct picture *picture = &engine->picture[engine->picture_next];
    engine->picture_next = (engine->picture_next + 1) % PICTURE_MAX;
    *picture = (struct picture){.key = key, .offset = start, .bytes = bytes};
    engine->arena_next = start + bytes;
    if (engine->arena_used < engine->arena_next) {
        engine->arena_used = engine->arena_next;
    }
    memset(&engine->arena[start], 0, bytes);
    return picture;
}

struct drawn_run {
    SDL_Surface *surface; /* NULL: the line is drawn letter by letter */
    int32_t baseline;     /* row of the surface */
    struct glyph_key key; /* of the letters, without the glyph and its part */
    struct glyph_line line;
    int32_t top, bottom; /* rows with ink, below the baseline; bottom is the first row without */
    int32_t width;
};

/* Returns up to which pixel a row has ink. */
static int32_t ink_of(const SDL_Surface *surface, int32_t row)
{
    const uint32_t *pixel =
        (const uint32_t *)(const void *)((const uint8_t *)surface->pixels + row * surface->pitch);
    int32_t count = 0;
    for (int x = 0; x < surface->w; x++) {
        count += pixel[x] >> 24 != 0;
    }
    return count;
}

static bool row_has_ink(const SDL_Surface *surface, int32_t row)
{
    const uint32_t *pixel =
        (const uint32_t *)(const void *)((const uint8_t *)surface->pixels + row * surface->pitch);
    uint32_t ink = 0;
    for (int x = 0; x < surface->w; x++) {
        ink |= pixel[x];
    }
    return ink >> 24 != 0;
}

/* Returns the first row of the underline, from the row from downwards, of a text whose font is
 * underlined. Returns from when there is no underline. */
static int32_t underline_row(TTF_Font *ttf, const char *text, int32_t from)
{
    const SDL_Color white = {255, 255, 255, 255};
    SDL_Surface *surface = TTF_RenderUTF8_Blended(ttf, text, white);
    int32_t row = from;
    while (surface != NULL && row < surface->h && ink_of(surface, row) < surface->w) {
        row++;
    }
    row = surface != NULL && row < surface->h ? row : from;
    SDL_FreeSurface(surface);
    return row;
}

/* Returns the row of the baseline. SDL_ttf moves the whole run down when a part of it rises above
 * the font's ascent. No metrics tell how far, because the font's rules decide where marks on
 * letters stand. An underline moves with the run and so tells: its row is looked for in the run,
 * and under a blank, which nothing moves. */
static int32_t baseline_of(TTF_Font *ttf, const SDL_Surface *surface, const char *text)
{
    const int32_t ascent = TTF_FontAscent(ttf);
    if (surface->h <= TTF_FontHeight(ttf)) {
        return ascent;
    }
    const int style = TTF_GetFontStyle(ttf);
    TTF_SetFontStyle(ttf, style | TTF_STYLE_UNDERLINE);
    int32_t own = underline_row(ttf, " ", ascent);
    int32_t rise = underline_row(ttf, text, own) - own;
    TTF_SetFontStyle(ttf, style);
    return ascent + rise;
}

static void surface_copy(const struct drawn_run *run, uint8_t *coverage,
                         const struct picture *picture)
{
    const SDL_Surface *surface = run->surface;
    for (int32_t y = 0; y < surface->h; y++) {
        int32_t row = y - run->baseline - picture->top;
        if (row < 0 || row >= picture->height) {
            continue;
        }
        const uint32_t *from =
            (const uint32_t *)(const void *)((const uint8_t *)surface->pixels + y * surface->pitch);
        uint8_t *to = coverage + (size_t)row * (size_t)picture->width;
        for (int x = 0; x < surface->w; x++) {
            to[x] = (uint8_t)(from[x] >> 24);
        }
    }
}

static const struct glyph_picture *letter_of(struct text_engine *engine,
                                             const struct drawn_run *run, uint32_t i)
{
    struct glyph_key key = run->key;
    key.glyph = run->line.place[i].glyph;
    key.part = (uint16_t)(run->line.place[i].x & 63);
    return glyph_picture(&engine->letters, &engine->face[key.face], &key);
}

/* Letters that overlap combine the bits of their pixels, as in SDL_ttf. Returns false when a letter
 * could not be drawn. */
static bool letters_copy(struct text_engine *engine, const struct drawn_run *run, uint8_t *coverage,
                         const struct picture *picture)
{
    for (uint32_t i = 0; i < run->line.count; i++) {
        const struct glyph_picture *letter = letter_of(engine, run, i);
        if (letter == NULL) {
            return false;
        }
        const uint8_t *from = glyph_picture_bytes(&engine->letters, letter);
        const int64_t place = (run->line.place[i].x >> 6) + letter->left - run->line.left;
        if (place >= run->width || place + letter->width <= 0) {
            continue; /* a font with impossible values */
        }
        const int32_t left = (int32_t)place;
        const int32_t first = left < 0 ? -left : 0, over = left + letter->width - run->width;
        const int32_t end = letter->width - (over > 0 ? over : 0);
        uint8_t *to = coverage + (ptrdiff_t)(-letter->top - picture->top) * picture->width + left;
        for (int32_t y = 0; y < letter->height; y++, from += letter->width, to += picture->width) {
            for (int32_t x = first; x < end; x++) {
                to[x] |= from[x];
            }
        }
    }
    return true;
}

static struct picture *picture_compose(struct text_engine *engine, uint64_t key,
                                       const struct drawn_run *runs, uint32_t count)
{
    int32_t width = 0;
    int32_t top = INT32_MAX;
    int32_t bottom = INT32_MIN;
    for (uint32_t i = 0; i < count; i++) {
        width += runs[i].width;
        if (runs[i].top < runs[i].bottom) {
            top = runs[i].top < top ? runs[i].top : top;
            bottom = runs[i].bottom > bottom ? runs[i].bottom : bottom;
        }
    }
    int32_t height = bottom > top ? bottom - top : 0;
    struct picture *picture = picture_room(engine, key, (uint32_t)width * (uint32_t)height);
    if (picture == NULL) {
        return NULL;
    }
    picture->width = width;
    picture->height = height;
    picture->top = height > 0 ? top : 0;
    uint8_t *coverage = &engine->arena[picture->offset];
    for (uint32_t i = 0; i < count; coverage += runs[i++].width) {
        if (runs[i].surface != NULL) {
            surface_copy(&runs[i], coverage, picture);
        } else if (!letters_copy(engine, &runs[i], coverage, picture)) {
            picture->key = 0; /* draw it again next time */
            return NULL;
        }
    }
    return picture;
}

/* Places the letters of a run, and finds the rows that they take. Returns false when the run has to
 * be shaped, or there is no memory. */
static bool draw_letters(struct text_engine *engine, struct font font, const struct text_run *run,
                         const char *text, struct glyph_place *place, struct drawn_run *out)
{
    const enum text_face face = (enum text_face)run->face;
    struct glyphs *glyphs = text_glyphs(engine, face);
    const struct glyph_run letters = {.text = text + run->start,
                                      .bytes = run->bytes,
                                      .script = run->script,
                                      .rtl = run->level % 2 != 0,
                                      .marks = run->marks,
                                      .face = run->face};
    *out = (struct drawn_run){.key = {.face = face, .em_px = font.em_px},
                              .line = {.place = place},
                              .top = INT32_MAX,
                              .bottom = INT32_MIN};
    if (glyphs == NULL || !glyphs_place(glyphs, font.em_px, &letters, &out->line)) {
        return false;
    }
    out->width = out->line.width;
    for (uint32_t i = 0; i < out->line.count; i++) {
        const struct glyph_picture *letter = letter_of(engine, out, i);
        if (letter == NULL) {
            return false;
        }
        if (letter->width > 0 && letter->height > 0) {
            const int32_t top = -letter->top, bottom = top + letter->height;
            out->top = top < out->top ? top : out->top;
            out->bottom = bottom > out->bottom ? bottom : out->bottom;
        }
    }
    return true;
}

/* Shapes and draws a run. Returns false when there is no memory for it. */
static bool draw_shaped(struct text_engine *engine, struct font font, const struct text_run *run,
                        const char *text, struct drawn_run *out)
{
    const SDL_Color white = {255, 255, 255, 255};
    char buffer[TEXT_LINE_BYTES + 1];
    TTF_Font *ttf = text_run_font(engine, font, run, text, buffer);
    SDL_Surface *surface = ttf != NULL ? TTF_RenderUTF8_Blended(ttf, buffer, white) : NULL;
    if (surface == NULL) {
        return false;
    }
    int32_t first = 0, last = surface->h;
    while (first < last && !row_has_ink(surface, first)) {
        first++;
    }
    while (last > first && !row_has_ink(surface, last - 1)) {
        last--;
    }
    const int32_t baseline = baseline_of(ttf, surface, buffer);
    *out = (struct drawn_run){.surface = surface,
                              .baseline = baseline,
                              .top = first - baseline,
                              .bottom = last - baseline,
                              .width = surface->w};
    return true;
}

static struct picture *picture_draw(struct text_engine *engine, uint64_t key, struct font font,
                                    bool rtl, const char *text, size_t bytes)
{
    struct text_run runs[TEXT_RUN_MAX];
    NOT_ZEROED struct drawn_run drawn[TEXT_RUN_MAX];
    NOT_ZEROED struct glyph_place places[TEXT_LINE_BYTES]; /* at most one glyph for each byte */
    uint32_t count = text_runs(engine, font, rtl, text, bytes, runs);
    uint32_t drawn_count = 0;
    for (uint32_t i = 0; i < count; i++) {
        struct drawn_run *out = &drawn[drawn_count];
        if (draw_letters(engine, font, &runs[i], text, &places[runs[i].start], out) ||
            draw_shaped(engine, font, &runs[i], text, out)) {
            drawn_count++;
        }
    }
    struct picture *picture = picture_compose(engine, key, drawn, drawn_count);
    for (uint32_t i = 0; i < drawn_count; i++) {
        SDL_FreeSurface(drawn[i].surface);
    }
    return picture;
}

bool text_picture(struct text_engine *engine, struct font font, bool rtl, const char *text,
                  size_t bytes, struct text_picture *out)
{
    uint64_t key = text_key(font, rtl ? TEXT_KEY_PICTURE_RTL : TEXT_KEY_PICTURE, text, bytes);
    const struct picture *picture = NULL;
    for (int i = 0; i < PICTURE_MAX; i++) {
        if (engine->picture[i].key == key) {
            picture = &engine->picture[i];
            break;
        }
    }
    if (picture == NULL) {
        picture = picture_draw(engine, key, font, rtl, text, bytes);
    }
    if (picture == NULL || picture->bytes == 0) {
        return false;
    }
    *out = (struct text_picture){
        .coverage = &engine->arena[picture->offset],
        .width = picture->width,
        .height = picture->height,
        .top = picture->top,
    };
    return true;
}
