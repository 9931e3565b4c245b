/* SPDX-License-Identifier: MIT */
/* A line in logical order becomes runs in visual order. SDL_ttf shapes a run (HarfBuzz), but knows
 * no bidi and no second font: levels come from FriBidi, fonts from coverage, and the order from
 * rule L2 of UAX 9 applied to whole runs. */
#include "platform/display/text_internal.h"

#include "core/utf8.h"

#include <assert.h>
#include <fribidi.h>

struct script_range {
    uint32_t first, last;
    uint32_t tag;
};

enum {
    SCRIPT_COMMON = 0,
    SCRIPT_LATIN = 0x4C61746E,
    FIRST_RTL = 0x0590, /* nothing below it runs right to left */
    ARABIC_FIRST = 0x0620,
    ARABIC_LAST = 0x064A, /* letters, all of the class AL; then marks, all of NSM */
    ARABIC_MARK_LAST = 0x065F,
};

/* The scripts of the fonts at hand; everything else is common and joins its neighbours. */
static const struct script_range scripts[] = {
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
    for (size_t i = 0; i < sizeof scripts / sizeof scripts[0]; i++) {
        if (character >= scripts[i].first && character <= scripts[i].last) {
            return scripts[i].tag;
        }
    }
    return SCRIPT_COMMON;
}

struct line {
    uint32_t count;
    FriBidiChar character[TEXT_LINE_BYTES];
    uint32_t start[TEXT_LINE_BYTES + 1]; /* byte offsets */
    FriBidiLevel level[TEXT_LINE_BYTES];
};

/* What a line's characters say of its order. */
struct order {
    bool turns;  /* some can turn it */
    bool arabic; /* all of them run from right to left: it begins and ends with Arabic */
};

static struct order line_decode(struct line *line, const char *text, size_t bytes)
{
    struct order order = {.turns = false, .arabic = bytes > 0};
    size_t at = 0;
    bool on_letter = false; /* so is a mark that comes next */
    line->count = 0;
    while (at < bytes) {
        line->start[line->count] = (uint32_t)at;
        const uint32_t character = utf8_next(text, bytes, &at);
        const bool letter = character >= ARABIC_FIRST && character <= ARABIC_LAST;
        const bool mark = character > ARABIC_LAST && character <= ARABIC_MARK_LAST;
        order.turns = order.turns || character >= FIRST_RTL;
        order.arabic = order.arabic && (letter || (mark && on_letter) ||
                                        (character == ' ' && line->count > 0 && at < bytes));
        on_letter = letter || (mark && on_letter);
        line->character[line->count++] = character;
    }
    line->start[line->count] = (uint32_t)at;
    return order;
}

static void same_level(struct line *line, FriBidiLevel level)
{
    for (uint32_t i = 0; i < line->count; i++) {
        line->level[i] = level;
    }
}

static void line_levels(struct line *line, bool rtl)
{
    FriBidiCharType type[TEXT_LINE_BYTES];
    FriBidiBracketType bracket[TEXT_LINE_BYTES];
    FriBidiStrIndex count = (FriBidiStrIndex)line->count;
    FriBidiParType base = rtl ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR;
    fribidi_get_bidi_types(line->character, count, type);
    fribidi_get_bracket_types(line->character, count, type, bracket);
    if (fribidi_get_par_embedding_levels_ex(type, bracket, count, &base, line->level) == 0) {
        /* It ran out of memory; a line in plain order is still readable. */
        same_level(line, rtl ? 1 : 0);
    }
}

static bool is_mark(uint32_t character)
{
    return fribidi_get_bidi_type(character) == FRIBIDI_TYPE_NSM;
}

/* Rule L2: from the highest level to the lowest odd one, turn every stretch at that level or above.
 */
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
    const struct order order = line_decode(&line, text, bytes);
    if (!order.arabic && (order.turns || rtl)) {
        line_levels(&line, rtl);
    } else {
        same_level(&line, order.arabic ? 1 : 0);
    }
    uint32_t count = 0;
    struct text_run *run = NULL;
    for (uint32_t i = 0; i < line.count; i++) {
        uint32_t character = line.character[i];
        uint32_t script = script_of(character);
        enum text_face face = text_face_for(engine, font, character);
        /* What has no shape of its own stays with what it belongs to. */
        if (run != NULL && (face == FACE_COUNT || text_is_invisible(character) ||
                            (is_mark(character) && run->face >= FACE_ARABIC))) {
            face = run->face;
            script = SCRIPT_COMMON;
        }
        face = face == FACE_COUNT ? (enum text_face)font.family : face;
        bool joins =
            run != NULL && run->face == (uint8_t)face && run->level == (uint8_t)line.level[i] &&
            (script == SCRIPT_COMMON || run->script == SCRIPT_COMMON || script == run->script);
        if (!joins && count < TEXT_RUN_MAX) {
            run = &runs[count++];
            *run = (struct text_run){
                .start = line.start[i], .face = (uint8_t)face, .level = (uint8_t)line.level[i]};
        }
        run->bytes = line.start[i + 1] - run->start;
        run->script = run->script == SCRIPT_COMMON ? script : run->script;
    }
    reorder(runs, count);
    return count;
}
