/* SPDX-License-Identifier: MIT */
/* The frame: a screen is built more and more tightly until it fits; then focus settles on it. */
#include "screens/app/screen.h"
#include "ui/fits.h"

/* The facilitator's screens are read from nearby and hold more, so that a larger text size holds
 * for attendees' screens alone. */
static enum text_size text_size_of(const struct app *app)
{
    enum text_size size = (enum text_size)app->comfort.size;
    return screen_is_facilitators(app, app->screen) && size > SIZE_M ? SIZE_M : size;
}

static void ui_prepare(const struct app *app, struct ui *ui, struct frame *frame)
{
    const struct app_config *config = &app->config;
    *ui = (struct ui){.frame = frame,
                      .text = &config->text,
                      .theme = theme_get((enum theme_id)app->comfort.theme),
                      .px_per_m = config->px_per_m,
                      .size = text_size_of(app),
                      .width = config->width,
                      .height = config->height,
                      .focus_id = app->focus_id,
                      .pressed_id = app->pressed_id,
                      .show_focus = app->show_focus,
                      .facilitator = screen_is_facilitators(app, app->screen),
                      .language = app_language(app),
                      .page = app->page};
    fit_margins(ui);
}

/* Returns the words of the first module that has any for the line at the very top, or for a notice;
 * MSG_COUNT when no module has. */
static enum message_id words_of_modules(const struct app *app, bool for_notice)
{
    enum message_id id = MSG_COUNT;
    for (uint32_t i = 0; i < MODULE_COUNT && id == MSG_COUNT; i++) {
        const struct module_ops *module = module_ops(app, (enum module_id)i);
        enum message_id (*words)(const struct app *) = for_notice ? module->notice : module->ribbon;
        id = words != NULL ? words(app) : MSG_COUNT;
    }
    return id;
}

/* Draws the line that says what kind of visit this is. The line stands at the very top, because the
 * foot has no room for large letters. */
static void build_ribbon(const struct app *app, struct ui *ui)
{
    const enum message_id id = words_of_modules(app, false);
    const struct catalog *words = app_catalog(app);
    if (id != MSG_COUNT) {
        bool practice = id == MSG_RIBBON_PRACTICE;
        fit_ribbon(ui, catalog_text(words, id),
                   practice ? catalog_text(words, MSG_RIBBON_PRACTICE_S) : NULL);
    }
}

/* Draws the notice, which comes and goes while a page stands and so must not move what people are
 * about to press. */
static void build_notice(const struct app *app, struct ui *ui)
{
    const enum message_id id = app->was_refused ? MSG_ERROR_REFUSED : words_of_modules(app, true);
    const struct catalog *words = app_catalog(app);
    if (id != MSG_COUNT) {
        fit_notice(ui, "notice", catalog_text(words, id));
    } else if (app->keys_hint) {
        fit_notice(ui, "common.keys", catalog_text(words, MSG_COMMON_KEYS));
    }
}

static void frame_begin(struct app *app)
{
    frame_reset(&app->frame);
    app->frame.width = app->config.width;
    app->frame.height = app->config.height;
    app->frame.px_per_m = app->config.px_per_m;
    app->frame.theme = app->comfort.theme;
    app->frame.rtl = app_language(app)->rtl;
}

/* Builds the screen from this fit on, more and more tightly; returns the fit in which the screen
 * fits. */
static uint32_t build_frame(struct app *app, uint32_t fit)
{
    struct ui ui;
    const struct screen_ops *ops = screen_ops(app, app->screen);
    bool foot = fit_has_foot(&app->frame); /* of the last build; some fits are not built at all */
    for (uint32_t i = fit; i < FIT_COUNT; i++) {
        fit = i;
        frame_begin(app);
        ui_prepare(app, &ui, &app->frame);
        if (!fit_set(&ui, i, foot && ops->own[0] != NULL)) {
            continue;
        }
        build_ribbon(app, &ui);
        if (i == 0 && ops->prepare != NULL) {
            ops->prepare(app, &ui);
        }
        ops->build(app, &ui);
        foot = fit_has_foot(&app->frame);
        if (!ui.overflow && (ops->fits == NULL || ops->fits(app, &ui))) {
            break;
        }
    }
    app->page_count = ui.page_count > 1 ? ui.page_count : 1;
    if (app->page >= app->page_count && app->page > 0) {
        /* Fewer pages than before (another size, another look): show the last one. */
        app->page = app->page_count - 1;
        ui.page = app->page;
        frame_begin(app);
        ui.page_count = 1;
        build_ribbon(app, &ui);
        ops->build(app, &ui);
    }
    frame_raise_focus(&app->frame);
    build_notice(app, &ui);
    frame_order(&app->frame);
    MODULES_DO(app, drawn, app);
    if (app->frame.rtl) {
        frame_mirror(&app->frame);
    }
    return fit;
}

void app_build(struct app *app)
{
    app->stale = false;
    MODULES_DO(app, settle, app);
    if (app->frame_rests) {
        return;
    }
    uint32_t fit = build_frame(app, 0);
    if (app_settle_focus(app)) {
        /* Focus takes no room, so the fits that failed before need no second try. */
        (void)build_frame(app, fit);
    }
}
