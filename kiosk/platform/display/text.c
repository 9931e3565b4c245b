/* SPDX-License-Identifier: MIT */
/* Font files are mapped once, so that no file is opened after the sandbox closes and no size costs
 * another read. A size of a face is opened when first used. What was asked about a text and how its
 * lines were drawn is kept under 64-bit hashes of it. */
#include "platform/display/text_internal.h"

#include "core/utf8.h"

#include <SDL.h>
#include <assert.h>
#include <stdio.h>
#include <string.h>

static struct text_engine the_engine;

enum status text_open(struct text_engine **engine, struct error *error)
{
    struct text_engine *e = &the_engine;
    for (int i = 0; i < FACE_COUNT; i++) {
        enum text_face which = (enum text_face)i;
        if (!face_is_for_every_start(which)) {
            continue;
        }
        enum status status = face_open(&e->face[i], which, error);
        if (status != STATUS_OK && face_is_needed(which)) {
            text_close(e);
            return status;
        }
    }
    if (TTF_Init() != 0) {
        error->status = STATUS_IO;
        error->line = 0;
        error->column = 0;
        snprintf(error->text, sizeof error->text, "%s", TTF_GetError());
        text_close(e);
        return STATUS_IO;
    }
    *engine = e;
    return STATUS_OK;
}

enum status text_add_script(struct text_engine *engine, const char *script, struct error *error)
{
    if (face_script_is_at_hand(script)) {
        return STATUS_OK;
    }
    enum text_face which = face_of_script(script);
    if (which != FACE_COUNT) {
        text_forget(engine); /* of texts that had no font for some of their letters */
        return face_open(&engine->face[which], which, error);
    }
    *error = (struct error){.status = STATUS_MISSING};
    snprintf(error->text, sizeof error->text, "%s", script);
    return STATUS_MISSING;
}

void text_close(struct text_engine *engine)
{
    for (int i = 0; i < FONT_MAX; i++) {
        if (engine->font[i].ttf != NULL) {
            TTF_CloseFont(engine->font[i].ttf);
            engine->font[i] = (struct sized_font){0};
        }
    }
    text_forget(engine);
    if (TTF_WasInit() != 0) {
        TTF_Quit();
    }
    for (int i = 0; i < FACE_COUNT; i++) {
        face_close(&engine->face[i]);
    }
}

static TTF_Font *font_open(struct text_engine *engine, enum text_face face, uint16_t em_px)
{
    SDL_RWops *source = SDL_RWFromConstMem(engine->face[face].bytes, (int)engine->face[face].size);
    if (source == NULL) {
        return NULL;
    }
    TTF_Font *ttf = TTF_OpenFontRW(source, 1, em_px);
    if (ttf != NULL) {
        /* Set once: changing either empties the font's own cache of glyphs. */
        TTF_SetFontHinting(ttf, TTF_HINTING_LIGHT_SUBPIXEL);
        TTF_SetFontKerning(ttf, 1);
    }
    return ttf;
}

/* The face at a size; NULL when the face is not there. */
static TTF_Font *font_get(struct text_engine *engine, enum text_face face, uint16_t em_px)
{
    assert(em_px > 0);
    if (engine->face[face].bytes == NULL) {
        return NULL;
    }
    struct sized_font *oldest = &engine->font[0];
    engine->clock++;
    for (int i = 0; i < FONT_MAX; i++) {
        struct sized_font *font = &engine->font[i];
        if (font->ttf != NULL && font->face == face && font->em_px == em_px) {
            font->used = engine->clock;
            return font->ttf;
        }
        if (font->used < oldest->used) {
            oldest = font;
        }
    }
    if (oldest->ttf != NULL) {
        TTF_CloseFont(oldest->ttf);
    }
    *oldest = (struct sized_font){
        .ttf = font_open(engine, face, em_px),
        .face = (uint16_t)face,
        .em_px = em_px,
        .used = engine->clock,
    };
    return oldest->ttf;
}

enum text_face text_face_for(struct text_engine *engine, struct font font, uint32_t character)
{
    /* Every family at hand has the printable ASCII, so most text asks nobody. */
    if ((character >= 0x20 && character < 0x7F) || text_is_invisible(character)) {
        return (enum text_face)font.family;
    }
    const enum text_face order[] = {(enum text_face)font.family, FACE_ARABIC, FACE_DEVANAGARI,
                                    FACE_LAST};
    for (size_t i = 0; i < sizeof order / sizeof order[0]; i++) {
        TTF_Font *ttf = font_get(engine, order[i], font.em_px);
        if (ttf != NULL && TTF_GlyphIsProvided32(ttf, character) != 0) {
            return order[i];
        }
    }
    return FACE_COUNT;
}

TTF_Font *text_run_font(struct text_engine *engine, struct font font, const struct text_run *run,
                        const char *text, char buffer[TEXT_LINE_BYTES + 1])
{
    TTF_Font *ttf = font_get(engine, (enum text_face)run->face, font.em_px);
    if (ttf == NULL) {
        return NULL;
    }
    uint32_t tag = run->script != 0 ? run->script : 0x4C61746E;
    const char script[5] = {(char)(tag >> 24), (char)(tag >> 16), (char)(tag >> 8), (char)tag, 0};
    TTF_SetFontDirection(ttf, run->level % 2 != 0 ? TTF_DIRECTION_RTL : TTF_DIRECTION_LTR);
    TTF_SetFontScriptName(ttf, script);
    memcpy(buffer, text + run->start, run->bytes);
    buffer[run->bytes] = '\0';
    return ttf;
}

static struct known *known_at(struct text_engine *engine, uint64_t key)
{
    return &engine->known[key % KNOWN_MAX];
}

static int32_t measure(void *context, struct font font, const char *text, size_t bytes)
{
    struct text_engine *engine = context;
    if (bytes == 0) {
        return 0;
    }
    uint64_t key = text_key(font, KEPT_WIDTH, text, bytes);
    struct known *known = known_at(engine, key);
    if (known->key == key) {
        return known->value;
    }
    struct text_run runs[TEXT_RUN_MAX];
    char buffer[TEXT_LINE_BYTES + 1];
    uint32_t count = text_runs(engine, font, false, text, bytes, runs);
    int32_t sum_px = 0;
    for (uint32_t i = 0; i < count; i++) {
        TTF_Font *ttf = text_run_font(engine, font, &runs[i], text, buffer);
        int width_px = 0;
        if (ttf != NULL && TTF_SizeUTF8(ttf, buffer, &width_px, NULL) == 0) {
            sum_px += width_px;
        }
    }
    *known = (struct known){.key = key, .value = sum_px};
    return sum_px;
}

static void metrics(void *context, struct font font, struct font_metrics *out)
{
    const struct text_engine *engine = context;
    const struct sfnt_metrics *m = &engine->face[font.family].metrics;
    out->ascent_px = (int32_t)((m->ascent * font.em_px + 500) / 1000);
    out->descent_px = (int32_t)((m->descent * font.em_px + 500) / 1000);
    out->cap_px = (int32_t)((m->cap * font.em_px + 500) / 1000);
}

static uint32_t cap_per_mille(void *context, enum font_family family)
{
    const struct text_engine *engine = context;
    return engine->face[family].metrics.cap;
}

static uint32_t missing(void *context, struct font font, const char *text, size_t bytes)
{
    struct text_engine *engine = context;
    uint64_t key = text_key(font, KEPT_MISSING, text, bytes);
    struct known *known = known_at(engine, key);
    if (known->key == key) {
        return (uint32_t)known->value;
    }
    int32_t count = 0;
    for (size_t at = 0; at < bytes;) {
        uint32_t character = utf8_next(text, bytes, &at);
        count += text_face_for(engine, font, character) == FACE_COUNT;
    }
    *known = (struct known){.key = key, .value = count};
    return (uint32_t)count;
}

struct text_ops text_measure(struct text_engine *engine)
{
    return (struct text_ops){
        .context = engine,
        .width_px = measure,
        .metrics = metrics,
        .cap_per_mille = cap_per_mille,
        .missing = missing,
        .wraps = &engine->wraps,
    };
}
