/* SPDX-License-Identifier: MIT */
#include "tools/stage/stage_work.h"

#include "core/utf8.h"
#include "screens/screens.h"

#include <assert.h>

enum {
    ROWS_MAX = SCREEN_COUNT + 1, /* the sample of the tests */
    FIRST_SHAPED = 0x590,        /* Hebrew, Arabic, Devanagari, */
    DIGITS = 0x660,              /* but not these */
    DIGITS_END = 0x66D,
};

static struct {
    struct work work;
    work_look *look;
    struct text_ops text;
    const struct screen_list *screens;
    struct screen_list counting;
    struct screen_row row[ROWS_MAX];
    struct screen_ops ops[ROWS_MAX];
} counted;

static int32_t width_px(void *context, struct font font, const char *text, size_t bytes)
{
    counted.work.texts++;
    for (size_t at = 0; at < bytes; counted.work.letters++) {
        const uint32_t code = utf8_next(text, bytes, &at);
        counted.work.shaped += code >= FIRST_SHAPED && (code < DIGITS || code >= DIGITS_END);
    }
    return counted.text.width_px(context, font, text, bytes);
}

static void metrics(void *context, struct font font, struct font_metrics *out)
{
    counted.work.lines++;
    counted.text.metrics(context, font, out);
}

static void build(const struct app *app, struct ui *ui)
{
    counted.screens->screen[app->screen].ops->build(app, ui);
    counted.work.builds++;
    counted.work.nodes += ui->frame->node_count;
}

void work_count(struct app_config *config)
{
    counted.text = config->text;
    config->text.width_px = width_px;
    config->text.metrics = metrics;
    counted.screens = config->screens;
    counted.counting = *config->screens;
    assert(counted.counting.screen_count <= ROWS_MAX);
    for (uint32_t i = 0; i < counted.counting.screen_count; i++) {
        counted.ops[i] = *config->screens->screen[i].ops;
        counted.ops[i].build = build;
        counted.row[i] = (struct screen_row){config->screens->screen[i].name, &counted.ops[i]};
    }
    counted.counting.screen = counted.row;
    config->screens = &counted.counting;
}

void work_watch(work_look *look)
{
    counted.look = look;
}

void work_end(const struct app *app)
{
    if (counted.look != NULL) {
        counted.look(app, &counted.work);
    }
    counted.work = (struct work){0};
}
