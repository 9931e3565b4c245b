/* SPDX-License-Identifier: MIT */
/* The step: inputs, timers, frame. */
#include "screens/access/speech.h"
#include "screens/access/switches.h"

#include <assert.h>
#include <string.h>

/* How tightly a screen is built, tried in order until nothing overflows; the last one pages. */
static const struct {
    uint32_t air;
    bool spare, paged, bare;
} FITS[] = {{.air = 100},
            {.air = 80},
            {.air = 60},
            {.air = 35},
            {.air = 35, .spare = true},
            {.air = 35, .spare = true, .paged = true},
            {.air = 35, .spare = true, .paged = true, .bare = true}};

/* At the tightest the edges give way too, before an attendee has to turn a page. */
enum { TIGHT_AIR = 60, TIGHT_SIDE_UM = 10000, TIGHT_EDGE_UM = 5500 };

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
    return screen_ops(app->screen)->facilitator && size > SIZE_M ? SIZE_M : size;
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
                      .facilitator = screen_ops(app->screen)->facilitator,
                      .language = app_language(app),
                      .page = app->page};
    ui->margin_x = ui_um(ui, side_um(ui));
    ui->margin_y = ui->top = ui_um(ui, edge_um(ui));
}

/* A line at the very top that says what kind of visit this is, or for a while what else to know: at
 * the foot there is no room for large letters. */
static void build_ribbon(const struct app *app, struct ui *ui)
{
    enum message_id id = MSG_COUNT, spoken = MSG_COUNT;
    if (app->keys_hint) {
        id = MSG_COMMON_KEYS;
    } else if (app->speech.notice != SOUND_FINE) {
        static const enum message_id NOTICES[] = {[SOUND_UNPLUGGED] = MSG_COMFORT_READ_UNPLUGGED,
                                                  [SOUND_GONE] = MSG_ERROR_SOUND,
                                                  [SOUND_NONE] = MSG_ERROR_SOUND_NONE};
        id = NOTICES[app->speech.notice];
    } else if (app->config.demo || app->status.simulated) {
        id = MSG_RIBBON_DEMO;
    } else if (app->visit == VISIT_PRACTICE || app->screen == SCREEN_SETUP_PIN) {
        id = app->screen == SCREEN_SETUP_PIN ? MSG_COUNT : MSG_RIBBON_PRACTICE;
        spoken = MSG_RIBBON_PRACTICE_S;
    } else if (app->visit == VISIT_TOUR) {
        id = MSG_RIBBON_TOUR;
    } else if (app->visit == VISIT_REFLECTION) {
        id = MSG_RIBBON_REFLECTION;
    }
    if (id == MSG_COUNT) {
        return;
    }
    enum type type = screen_ops(app->screen)->facilitator ? TYPE_F_TEXT : TYPE_CAPTION;
    const enum text_size size = ui->size;
    if (ui->bare) {
        ui->size = SIZE_S; /* on the smallest panels the least size leaves room for the rest */
    }
    int32_t line = ui_line_px(ui, type), height;
    height = ui_text(ui, &(struct ui_text){.id = "ribbon",
                                           .text = word(app, id),
                                           .spoken = spoken != MSG_COUNT ? word(app, spoken) : NULL,
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

static void frame_begin(struct app *app)
{
    frame_reset(&app->frame);
    app->frame.width = app->config.width;
    app->frame.height = app->config.height;
    app->frame.px_per_m = app->config.px_per_m;
    app->frame.theme = app->comfort.theme;
    app->frame.rtl = app_language(app)->rtl;
}

static void build(struct app *app)
{
    struct ui ui;
    const struct screen_ops *ops = screen_ops(app->screen);
    for (size_t i = 0; i < sizeof(FITS) / sizeof(FITS[0]); i++) {
        frame_begin(app);
        ui_prepare(app, &ui, &app->frame);
        ui.air = FITS[i].air;
        ui.page_count = 1;
        ui.spare = FITS[i].spare;
        ui.paged = FITS[i].paged;
        ui.bare = FITS[i].bare;
        tighten_edges(&ui);
        build_ribbon(app, &ui);
        if (i == 0 && ops->prepare != NULL) {
            ops->prepare(app, &ui);
        }
        ops->build(app, &ui);
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
    ui_settle(&ui);
    frame_raise_focus(&app->frame);
    frame_order(&app->frame);
    if (app->speech.blank) {
        frame_darken(&app->frame);
    }
    if (app->frame.rtl) {
        frame_mirror(&app->frame);
    }
}

/* NULL: it is not there, or it rests for now. */
static const struct node *find_target(const struct frame *frame, const char *id)
{
    const struct node *node = id != NULL ? frame_find(frame, id) : NULL;
    return node != NULL && (node->flags & NODE_FOCUSABLE) != 0 ? node : NULL;
}

const struct node *app_first_target(const struct app *app)
{
    const struct screen_ops *ops = screen_ops(app->screen);
    const struct frame *frame = &app->frame;
    const struct node *node = find_target(frame, ops->focus_id);
    node = node != NULL ? node : find_target(frame, ops->next_id);
    for (uint32_t i = 0; node == NULL && i < frame->node_count; i++) {
        if ((frame->node[i].flags & NODE_FOCUSABLE) != 0) {
            node = &frame->node[i];
        }
    }
    return node;
}

/* Focus stays on its node while that exists, else goes where the screen wants it. */
static bool settle_focus(struct app *app)
{
    const struct node *node = frame_find(&app->frame, app->focus_id);
    if (app->focus_id[0] != '\0' && node != NULL && (node->flags & NODE_FOCUSABLE) != 0) {
        return false;
    }
    node = app_first_target(app);
    memset(app->focus_id, 0, sizeof(app->focus_id));
    if (node == NULL) {
        return false;
    }
    memcpy(app->focus_id, node->id, strlen(node->id));
    return app->show_focus;
}

void app_init(struct app *app, const struct app_config *config, uint64_t now_ms)
{
    memset(app, 0, sizeof(*app));
    app->config = *config;
    app->effect = config->secret->effect;
    app->now_ms = app->screen_ms = app->input_ms = now_ms;
    app->random = config->random_seed != 0 ? config->random_seed : 1;
    app->config.random_seed = 0; /* who knew it could count what was drawn since */
    app->settings.choice.question_off = 0;
    app->display_px_per_m = config->px_per_m;
    app->display_source = config->fit_source;
    app->practice = app->practice_theme = -1;
    app->period = PERIOD_ALL;
    session_wipe(&config->secret->session);
    app_pin_wipe(app);
    app_reset_comfort(app);
    app->screen = SCREEN_CLOSED;
    app->deadline_ms = UINT64_MAX;
    app_send(app, MESSAGE_HELLO);
}

/* Building over a frame leaves what the new one does not need: which answer was chosen, say. */
static void forget_frames(struct app *app)
{
    for (uint32_t i = 0; i < app->effect_count; i++) {
        if (app->effect[i].kind == EFFECT_FORGET) {
            explicit_bzero(&app->frame, sizeof(app->frame));
            return;
        }
    }
}

void app_step(struct app *app, const struct input *inputs, uint32_t count, uint64_t now_ms)
{
    assert(now_ms >= app->now_ms);
    /* The first step sends the greeting that app_init left; every other one begins with none. */
    if (app->greeted) {
        explicit_bzero(app->effect, sizeof(app->effect[0]) * app->effect_count);
        app->effect_count = 0;
    }
    app->greeted = true;
    app->now_ms = now_ms;
    for (uint32_t i = 0; i < count; i++) {
        app_timers(app);
        app_take_input(app, &inputs[i]);
    }
    app_timers(app);
    switches_settle(app);
    forget_frames(app);
    if (!(app->screen == app->lines_screen && app->lines_wanted)) {
        /* Another period shows when all its lines are there; until then the frame stays. */
        build(app);
        if (settle_focus(app)) {
            build(app);
        }
    }
    speech_step(app);
    app->deadline_ms = app_next_deadline(app);
}
