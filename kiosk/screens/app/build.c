/* SPDX-License-Identifier: MIT */
/* The frame: a screen is built ever tighter until it fits, then focus settles on it. */
#include "screens/app/screen.h"
#include "ui/area.h"

#include <string.h>

/* How tightly a screen is built, tried in order until nothing overflows; the last one pages. Only
 * on a low panel do headings grow modest. */
static const struct {
    uint32_t air;
    bool modest, spare, compact, paged, bare;
} FITS[] = {
    {.air = 100},
    {.air = 80},
    {.air = 60},
    {.air = 35},
    {.air = 35, .spare = true},
    {.air = 35, .modest = true, .spare = true},
    {.air = 35, .modest = true, .spare = true, .compact = true},
    {.air = 35, .modest = true, .spare = true, .compact = true, .paged = true},
    {.air = 35, .modest = true, .spare = true, .compact = true, .paged = true, .bare = true}};
enum { FIT_COUNT = sizeof(FITS) / sizeof(FITS[0]), LOW_PANEL_UM = 100000 };

/* At the tightest the edges give way too, before an attendee has to turn a page. */
enum { TIGHT_AIR = 60, TIGHT_SIDE_UM = 10000, TIGHT_EDGE_UM = 5500 };

enum { HINT_TOP_UM = 1000, HINT_PAD_X_UM = 5000, HINT_PAD_Y_UM = 600, HINT_RADIUS_UM = 4000 };

static void tighten_edges(struct ui *ui)
{
    int32_t side = ui_um(ui, TIGHT_SIDE_UM), edge = ui_um(ui, TIGHT_EDGE_UM);
    if (ui->air < TIGHT_AIR && !ui->facilitator) {
        ui->margin_x = ui->margin_x < side ? ui->margin_x : side;
        ui->margin_y = ui->top = ui->margin_y < edge ? ui->margin_y : edge;
    }
}

/* Left and right of a panel. The largest letters need what they can get of a usual one. */
static int32_t side_um(const struct ui *ui)
{
    int32_t width = ui_width_um(ui), height = ui_height_um(ui);
    int32_t least = width < height ? width : height;
    if (least < 140000) {
        return least < 110000 ? 4200 : 6000;
    }
    bool wide = width >= 260000 && (ui->size < SIZE_XL || least >= 260000);
    return wide ? 16000 : TIGHT_SIDE_UM;
}

/* Above and below. */
static int32_t edge_um(const struct ui *ui)
{
    int32_t height = ui_height_um(ui);
    return height >= 170000 ? 10000 : height >= 140000 ? 6000 : 4200;
}

/* The facilitator's screens are read from nearby and hold more: a larger size is the attendees'. */
static enum text_size text_size_of(const struct app *app)
{
    enum text_size size = (enum text_size)app->comfort.size;
    return screen_ops(app, app->screen)->facilitator && size > SIZE_M ? SIZE_M : size;
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
                      .facilitator = screen_ops(app, app->screen)->facilitator,
                      .language = app_language(app),
                      .page = app->page};
    ui->margin_x = ui_um(ui, side_um(ui));
    ui->margin_y = ui->top = ui_um(ui, edge_um(ui));
}

/* What the line at the very top says; MSG_COUNT: there is none. */
static enum message_id ribbon_words(const struct app *app)
{
    if (app->was_refused) {
        return MSG_ERROR_REFUSED;
    }
    for (uint32_t i = 0; i < MODULE_COUNT; i++) {
        const struct module_ops *module = module_ops(app, (enum module_id)i);
        enum message_id id = module->ribbon != NULL ? module->ribbon(app) : MSG_COUNT;
        if (id != MSG_COUNT) {
            return id;
        }
    }
    return MSG_COUNT;
}

/* A line at the very top that says what kind of visit this is, or for a while what else to know: at
 * the foot there is no room for large letters. */
static void build_ribbon(const struct app *app, struct ui *ui)
{
    enum message_id id = ribbon_words(app);
    if (id == MSG_COUNT) {
        return;
    }
    const struct catalog *words = app_catalog(app);
    enum type type = screen_ops(app, app->screen)->facilitator ? TYPE_F_TEXT : TYPE_CAPTION;
    const enum text_size size = ui->size;
    if (ui->bare) {
        ui->size = SIZE_S; /* on the smallest panels the least size leaves room for the rest */
    }
    int32_t line = ui_line_px(ui, type), height;
    const char *spoken =
        id == MSG_RIBBON_PRACTICE ? catalog_text(words, MSG_RIBBON_PRACTICE_S) : NULL;
    height = ui_text(ui, &(struct ui_text){.id = "ribbon",
                                           .text = catalog_text(words, id),
                                           .spoken = spoken,
                                           .role = ROLE_STATUS,
                                           .type = type,
                                           .ink = INK_INFO,
                                           .align = ALIGN_CENTRE,
                                           .x = ui->margin_x,
                                           .y = ui_um(ui, ui->air < 60 ? 500 : 1500),
                                           .w = ui->width - 2 * ui->margin_x});
    ui->size = size;
    if (ui->bare) {
        ui->frame->node[ui->frame->node_count - 1].type = TYPE_COUNT;
    }
    int32_t below = ui_um(ui, ui->air < 60 ? 700 : 2500) + height;
    ui->top = below > ui->margin_y ? below : ui->margin_y + line / 3;
}

/* Which keys do something, laid over the top of the page: nothing moves under it. */
static void build_keys_hint(const struct app *app, struct ui *ui)
{
    const int32_t pad_x = ui_um(ui, HINT_PAD_X_UM), pad_y = ui_um(ui, HINT_PAD_Y_UM);
    struct ui_text text = {.id = "common.keys",
                           .text = catalog_text(app_catalog(app), MSG_COMMON_KEYS),
                           .role = ROLE_STATUS,
                           .type = screen_ops(app, app->screen)->facilitator ? TYPE_F_TEXT
                                                                             : TYPE_CAPTION,
                           .ink = INK_INK,
                           .balance = true,
                           .x = ui->margin_x + pad_x,
                           .y = ui_um(ui, HINT_TOP_UM) + pad_y};
    if (!app->keys_hint) {
        return;
    }
    const int32_t most = ui->width - 2 * (ui->margin_x + pad_x);
    const int32_t width = ui_text_width(ui, text.type, text.text);
    text.w = width < most ? width : most;
    const struct box box = {text.x - pad_x, text.y - pad_y, text.w + 2 * pad_x,
                            ui_text_height(ui, &text) + 2 * pad_y};
    ui_sheet(ui, box, ui_umf(ui, HINT_RADIUS_UM), false);
    ui_text(ui, &text);
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

/* The frame has controls at its foot. */
static bool has_foot(const struct frame *frame)
{
    bool foot = false;
    for (uint32_t i = 0; i < frame->node_count; i++) {
        foot = foot || (frame->node[i].flags & NODE_FOOT) != 0;
    }
    return foot;
}

/* Builds from a fit on; returns the one that fitted. */
static uint32_t build_frame(struct app *app, uint32_t fit)
{
    struct ui ui;
    const struct screen_ops *ops = screen_ops(app, app->screen);
    bool foot = has_foot(&app->frame); /* of the last one that was built: some are passed over */
    for (uint32_t i = fit; i < FIT_COUNT; i++) {
        fit = i;
        frame_begin(app);
        ui_prepare(app, &ui, &app->frame);
        bool low = ui_height_um(&ui) < LOW_PANEL_UM;
        bool differs = FITS[i].compact ? foot && ops->own[0] != NULL : low;
        if (FITS[i].modest && !FITS[i].paged && !differs) {
            continue;
        }
        ui.modest = low && FITS[i].modest;
        ui.air = FITS[i].air;
        ui.page_count = 1;
        ui.spare = FITS[i].spare;
        ui.compact = FITS[i].compact;
        ui.paged = FITS[i].paged;
        ui.bare = FITS[i].bare;
        tighten_edges(&ui);
        build_ribbon(app, &ui);
        if (i == 0 && ops->prepare != NULL) {
            ops->prepare(app, &ui);
        }
        ops->build(app, &ui);
        foot = has_foot(&app->frame);
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
    build_keys_hint(app, &ui);
    frame_order(&app->frame);
    MODULES_DO(app, drawn);
    if (app->frame.rtl) {
        frame_mirror(&app->frame);
    }
    return fit;
}

void app_build(struct app *app)
{
    app->stale = false;
    MODULES_DO(app, settle);
    if (app->frame_rests) {
        return;
    }
    uint32_t fit = build_frame(app, 0);
    if (app_settle_focus(app)) {
        /* Focus takes no room: what did not fit before does not now. */
        (void)build_frame(app, fit);
    }
}
