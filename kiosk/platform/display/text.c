/* SPDX-License-Identifier: MIT */
/* Font files are mapped once, so that no file is opened after the sandbox closes and no file is
 * read again for another size. A face is opened when it is first measured, and once more when it is
 * first drawn. What was measured and drawn of a text is kept under 64-bit hashes of the text. */
#include "platform/display/text_internal.h"

#include "core/utf8.h"
#include "core/wipe.h"

#include <SDL.h>
#include <stdio.h>
#include <string.h>

static struct text_engine the_engine;

static void forget(struct text_engine *engine)
{
    wipe(&engine->kept, sizeof engine->kept);
    memset(engine->found, 0, sizeof engine->found);
    text_forget_drawn(engine);
}

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
        forget(engine); /* texts may be kept that had no font for some of their letters */
        return face_open(&engine->face[which], which, error);
    }
    *error = (struct error){.status = STATUS_MISSING};
    snprintf(error->text, sizeof error->text, "%s", script);
    return STATUS_MISSING;
}

void text_close(struct text_engine *engine)
{
    for (int i = 0; i < FACE_COUNT; i++) {
        if (engine->font[i].ttf != NULL) {
            TTF_CloseFont(engine->font[i].ttf);
            engine->font[i] = (struct sized_font){0};
        }
    }
    forget(engine);
    glyph_pictures_close(&engine->letters);
    if (TTF_WasInit() != 0) {
        TTF_Quit();
    }
    for (int i = 0; i < FACE_COUNT; i++) {
        glyphs_close(&engine->glyphs[i]);
        face_close(&engine->face[i]);
    }
}

static int32_t measure(void *context, struct font font, const char *text, size_t bytes)
{
    struct text_engine *engine = context;
    NOT_ZEROED struct text_run runs[TEXT_RUN_MAX];
    uint32_t count = text_runs(engine, font, false, text, bytes, runs);
    int32_t sum_px = 0;
    for (uint32_t i = 0; i < count; i++) {
        struct glyphs *glyphs = text_glyphs(engine, (enum text_face)runs[i].face);
        const struct glyph_run run = {.text = text + runs[i].start,
                                      .bytes = runs[i].bytes,
                                      .script = runs[i].script,
                                      .rtl = runs[i].level % 2 != 0,
                                      .marks = runs[i].marks,
                                      .face = runs[i].face};
        sum_px += glyphs != NULL ? glyphs_width(glyphs, font.em_px, &run, &engine->kept) : 0;
    }
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
    uint32_t count = 0;
    for (size_t at = 0; at < bytes;) {
        uint32_t character = utf8_next(text, bytes, &at);
        count += text_character(engine, font, character).face == FACE_COUNT;
    }
    return count;
}

struct text_ops text_measure(struct text_engine *engine)
{
    return (struct text_ops){
        .context = engine,
        .width_px = measure,
        .metrics = metrics,
        .cap_per_mille = cap_per_mille,
        .missing = missing,
        .kept = &engine->kept,
    };
}
