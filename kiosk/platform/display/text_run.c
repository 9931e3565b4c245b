/* SPDX-License-Identifier: MIT */
/* Cuts a line in logical order into runs in visual order. SDL_ttf shapes a run (with HarfBuzz), but
 * knows neither bidi nor a second font. So FriBidi gives the levels, the fonts' coverage decides
 * the font, and rule L2 of UAX 9 is applied to whole runs. */
#include "platform/display/text_internal.h"

#include "core/utf8.h"

#include <assert.h>
#include <fribidi.h>

enum { FIRST_RTL = 0x0590 /* no character below it runs from right to left */ };

struct line {
    uint32_t count;
    FriBidiChar character[TEXT_LINE_BYTES];
    uint32_t start[TEXT_LINE_BYTES + 1]; /* byte offsets */
    FriBidiLevel level[TEXT_LINE_BYTES];
};

/* Decodes a line. Returns whether it has characters that can change its direction. */
static bool line_decode(struct line *line, const char *text, size_t bytes)
{
    bool turns = false;
    line->count = 0;
    for (size_t at = 0; at < bytes;) {
        line->start[line->count] = (uint32_t)at;
        const uint32_t character = utf8_next(text, bytes, &at);
        turns = turns || character >= FIRST_RTL;
        line->character[line->count++] = character;
    }
    line->start[line->count] = (uint32_t)bytes;
    return turns;
}

static void same_level(struct line *line, FriBidiLevel level)
{
    for (uint32_t i = 0; i < line->count; i++) {
        line->level[i] = level;
    }
}

/* Returns whether a character takes the direction of its neighbours, and is no bracket, which has
 * rules of its own. */
static bool is_neutral(FriBidiCharType type, FriBidiChar character)
{
    return type == FRIBIDI_TYPE_WS || type == FRIBIDI_TYPE_CS || type == FRIBIDI_TYPE_ES ||
           type == FRIBIDI_TYPE_ET ||
           (type == FRIBIDI_TYPE_ON && fribidi_get_bracket(character) == FRIBIDI_NO_BRACKET);
}

/* Sets the levels of a line that has only right-to-left letters, Arabic figures, and neutral
 * characters. For such a line few rules of UAX 9 are left. Neutral characters between letters or
 * figures get the direction of these (N1), a separator between two figures becomes a figure (W4),
 * and the rest gets the direction of the line (N2). Returns false when the line has anything else.
 */
static bool one_way_levels(struct line *line, const FriBidiCharType *type, FriBidiLevel base)
{
    uint32_t end = 0; /* after the last letter or figure, or the mark on it */
    for (uint32_t i = 0; i < line->count; i++) {
        const bool figure = type[i] == FRIBIDI_TYPE_AN;
        if (type[i] == FRIBIDI_TYPE_NSM) {
            line->level[i] = i > 0 ? line->level[i - 1] : base;
            end += end > 0 && end == i;
        } else if (figure || type[i] == FRIBIDI_TYPE_AL || type[i] == FRIBIDI_TYPE_RTL) {
            for (uint32_t between = end; end > 0 && between < i; between++) {
                line->level[between] = 1;
            }
            if (figure && end > 0 && end + 1 == i && type[end] == FRIBIDI_TYPE_CS &&
                line->level[end - 1] == 2) {
                line->level[end] = 2;
            }
            line->level[i] = figure ? 2 : 1;
            end = i + 1;
        } else if (is_neutral(type[i], line->character[i])) {
            line->level[i] = base;
        } else {
            return false;
        }
    }
    return true;
}

static void line_levels(struct line *line, bool rtl)
{
    NOT_ZEROED FriBidiCharType type[TEXT_LINE_BYTES];
    NOT_ZEROED FriBidiBracketType bracket[TEXT_LINE_BYTES];
    FriBidiStrIndex count = (FriBidiStrIndex)line->count;
    FriBidiParType base = rtl ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR;
    fribidi_get_bidi_types(line->character, count, type);
    if (one_way_levels(line, type, rtl ? 1 : 0)) {
        return;
    }
    fribidi_get_bracket_types(line->character, count, type, bracket);
    if (fribidi_get_par_embedding_levels_ex(type, bracket, count, &base, line->level) == 0) {
        /* FriBidi ran out of memory; a line in plain order is still readable. */
        same_level(line, rtl ? 1 : 0);
    }
}

/* Rule L2: from the highest level to the lowest odd one, reverse every stretch of runs at that
 * level or above. */
static void reorder(struct text_run *runs, uint32_t count)
{
    uint8_t highest = 0;
    for (uint32_t i = 0; i < count; i++) {
        highest = runs[i].level > highest ? runs[i].level : highest;
    }
    for (uint8_t level = highest; level > 0; level--) {
        for (uint32_t first = 0; first < count;) {
            uint32_t end = first;
            while (end < count && runs[end].level >= level) {
                end++;
            }
            for (uint32_t a = first, b = end; a + 1 < b; a++) {
                struct text_run swap = runs[a];
                runs[a] = runs[--b];
                runs[b] = swap;
            }
            first = end + 1;
        }
    }
}

uint32_t text_runs(struct text_engine *engine, struct font font, bool rtl, const char *text,
                   size_t bytes, struct text_run runs[TEXT_RUN_MAX])
{
    assert(bytes <= TEXT_LINE_BYTES);
    NOT_ZEROED struct line line;
    if (line_decode(&line, text, bytes) || rtl) {
        line_levels(&line, rtl);
    } else {
        same_level(&line, 0);
    }
    uint32_t count = 0;
    struct text_run *run = NULL;
    for (uint32_t i = 0; i < line.count; i++) {
        struct text_character is = text_character(engine, font, line.character[i]);
        /* A character without a shape of its own joins the run before it. */
        if (run != NULL &&
            (is.face == FACE_COUNT || is.invisible || (is.mark && run->face >= FACE_ARABIC))) {
            is.face = run->face;
            is.script = SCRIPT_COMMON;
        }
        is.face = is.face == FACE_COUNT ? (uint8_t)font.family : is.face;
        bool joins = run != NULL && run->face == is.face && run->level == (uint8_t)line.level[i] &&
                     (is.script == SCRIPT_COMMON || run->script == SCRIPT_COMMON ||
                      is.script == run->script);
        if (!joins && count < TEXT_RUN_MAX) {
            run = &runs[count++];
            *run = (struct text_run){
                .start = line.start[i], .face = is.face, .level = (uint8_t)line.level[i]};
        }
        run->bytes = line.start[i + 1] - run->start;
        run->marks = run->marks || is.mark;
        run->script = run->script == SCRIPT_COMMON ? is.script : run->script;
    }
    reorder(runs, count);
    return count;
}
