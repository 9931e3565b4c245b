/* SPDX-License-Identifier: MIT */
/* The faces that are open, for measuring and for drawing. All code that cuts, measures or draws
 * lines is built on this. */
#include "platform/display/text_internal.h"

#include "core/utf8.h"

#include <SDL.h>
#include <assert.h>
#include <fribidi.h>
#include <string.h>

static TTF_Font *font_open(struct text_engine *engine, enum text_face face, uint16_t em_px)
{
    SDL_RWops *source = SDL_RWFromConstMem(engine->face[face].bytes, (int)engine->face[face].size);
    if (source == NULL) {
        return NULL;
    }
    TTF_Font *ttf = TTF_OpenFontRW(source, 1, em_px);
    if (ttf != NULL) {
        /* To be set once: changing either setting empties the font's own cache of glyphs. */
        TTF_SetFontHinting(ttf, TTF_HINTING_LIGHT_SUBPIXEL);
        TTF_SetFontKerning(ttf, 1);
    }
    return ttf;
}

/* Returns the face at a size; NULL when the face is missing. */
static TTF_Font *font_get(struct text_engine *engine, enum text_face face, uint16_t em_px)
{
    struct sized_font *font = &engine->font[face];
    assert(em_px > 0);
    if (engine->face[face].bytes == NULL) {
        return NULL;
    }
    if (font->ttf == NULL) {
        font->ttf = font_open(engine, face, em_px);
    } else if (font->em_px != em_px && TTF_SetFontSize(font->ttf, em_px) != 0) {
        return NULL;
    }
    font->em_px = em_px;
    return font->ttf;
}

struct glyphs *text_glyphs(struct text_engine *engine, enum text_face face)
{
    const struct face *source = &engine->face[face];
    struct glyphs *glyphs = &engine->glyphs[face];
    return source->bytes != NULL && glyphs_open(glyphs, source) ? glyphs : NULL;
}

struct script_range {
    uint32_t first, last;
    uint32_t tag;
};

/* The scripts of the fonts that the kiosk uses. A character of no script in this table is common,
 * and joins its neighbours. */
static const struct script_range SCRIPTS[] = {
    {0x0041, 0x005A, SCRIPT_LATIN}, {0x0061, 0x007A, SCRIPT_LATIN},
    {0x00C0, 0x024F, SCRIPT_LATIN}, {0x0370, 0x03FF, 0x4772656B}, /* Grek */
    {0x0400, 0x052F, 0x4379726C},                                 /* Cyrl */
    {0x0590, 0x05FF, 0x48656272},                                 /* Hebr */
    {0x0600, 0x06FF, 0x41726162},                                 /* Arab */
    {0x0750, 0x077F, 0x41726162},   {0x08A0, 0x08FF, 0x41726162},
    {0x0900, 0x097F, 0x44657661}, /* Deva */
    {0x1E00, 0x1EFF, SCRIPT_LATIN}, {0xFB50, 0xFDFF, 0x41726162},
    {0xFE70, 0xFEFC, 0x41726162},
};

static uint32_t script_of(uint32_t character)
{
    for (size_t i = 0; i < sizeof SCRIPTS / sizeof SCRIPTS[0]; i++) {
        if (character >= SCRIPTS[i].first && character <= SCRIPTS[i].last) {
            return SCRIPTS[i].tag;
        }
    }
    return SCRIPT_COMMON;
}

static enum text_face find_face(struct text_engine *engine, struct font font, uint32_t character)
{
    const enum text_face order[] = {(enum text_face)font.family, FACE_ARABIC, FACE_DEVANAGARI,
                                    FACE_LAST};
    for (size_t i = 0; i < sizeof order / sizeof order[0]; i++) {
        struct glyphs *glyphs = text_glyphs(engine, order[i]);
        if (glyphs != NULL && glyphs_has(glyphs, character)) {
            return order[i];
        }
    }
    return FACE_COUNT;
}

struct text_character text_find_character(struct text_engine *engine, struct font font,
                                          uint32_t character)
{
    const bool invisible = utf8_is_invisible(character);
    const struct text_character is = {
        .script = script_of(character),
        .face = invisible ? (uint8_t)font.family : (uint8_t)find_face(engine, font, character),
        .mark = fribidi_get_bidi_type(character) == FRIBIDI_TYPE_NSM,
        .invisible = invisible};
    engine->found[(character * FONT_FAMILY_COUNT + font.family) % FOUND_MAX] =
        (struct found_character){.after = character + 1, .family = font.family, .is = is};
    return is;
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
