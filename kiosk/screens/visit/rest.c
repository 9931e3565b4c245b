/* SPDX-License-Identifier: MIT */
/* The resting screens: Welcome, and Closed while no meeting takes starts. */
#include "screens/app/screen.h"
#include "screens/parts/pictures.h"
#include "screens/parts/words.h"
#include "ui/area.h"

enum rest_action { REST_BEGIN = ACTION_OWN, REST_TOUR };
enum { RINGS_FRAME_MS = 67 /* 15 a second */, FADE_FRAME_MS = 50 };

static bool rings_move(const struct app *app)
{
    return app->screen == SCREEN_WELCOME && !app->comfort.motion_less &&
           !theme_get((enum theme_id)app->comfort.theme)->high_contrast &&
           app->now_ms < app->stirred_ms + RINGS_MS;
}

/* The phase of the rings in thousandths of a spacing: one spacing in five seconds, gently in and
 * gently out. They come to rest where they began, so a settled screen is always the same picture.
 * Whole frames, so that two runs agree. */
static uint16_t rings_phase(const struct app *app)
{
    if (!rings_move(app)) {
        return 0;
    }
    uint64_t since = (app->now_ms - app->stirred_ms) / RINGS_FRAME_MS * RINGS_FRAME_MS;
    uint64_t t = since * 1000 / RINGS_MS;
    return (uint16_t)(t * t * (3000 - 2 * t) / 1000000 % 1000);
}

/* The next frame of what moves: rings, then the dimming. */
static uint64_t rest_due(const struct app *app)
{
    uint64_t dim = app->input_ms + REST_DIM_MS, next = UINT64_MAX;
    if (app->now_ms < dim) {
        next = dim;
    } else if (app->now_ms < dim + REST_DIM_FADE_MS) {
        next = app_next_frame(app, dim, FADE_FRAME_MS);
    }
    if (rings_move(app)) {
        uint64_t rings = app_next_frame(app, app->stirred_ms, RINGS_FRAME_MS);
        next = rings < next ? rings : next;
    }
    return next;
}

/* At rest the picture dims to 60 % over six seconds, gently in and out; never black. */
static uint8_t rest_dim(const struct app *app)
{
    uint64_t from = app->input_ms + REST_DIM_MS;
    if (app->now_ms < from) {
        return 100;
    }
    uint64_t since = app->now_ms - from;
    if (since >= REST_DIM_FADE_MS) {
        return 60;
    }
    uint64_t t = since * 1000 / REST_DIM_FADE_MS;
    return (uint8_t)(100 - 40 * (t * t * (3000 - 2 * t) / 1000000) / 1000);
}

enum { CHIP_MAX = 4 };

static struct ui_button more_languages(const struct app *app)
{
    return (struct ui_button){.id = "welcome.language.more",
                              .label = word(app, MSG_COMFORT_LANGUAGE),
                              .kind = BUTTON_CHIP,
                              .icon = ICON_LANGUAGE,
                              .action = ACTION_COMFORT};
}

/* More than a few would crowd the water: then the one in use, the first others, and the way to
 * Comfort, where all are. Returns their count. */
static uint32_t keep_few(const struct app *app, struct ui_button chips[LANGUAGE_MAX])
{
    if (app->comfort.language >= CHIP_MAX - 1) {
        chips[CHIP_MAX - 2] = chips[app->comfort.language];
    }
    chips[CHIP_MAX - 1] = more_languages(app);
    return CHIP_MAX;
}

/* Languages on the left, Facilitator on the right, on the water. */
static struct box rest_hero(const struct app *app, struct ui *ui, uint8_t strength)
{
    struct ui_button languages[LANGUAGE_MAX];
    uint32_t count = language_chips(app, ui, "welcome.language", languages);
    if (ui->bare) {
        /* Comfort has them all. */
        languages[0] = more_languages(app);
        count = 1;
    } else if (count > CHIP_MAX) {
        count = keep_few(app, languages);
    }
    struct ui_button facilitator[] = {{.id = "welcome.facilitator",
                                       .label = word(app, MSG_WELCOME_FACILITATOR),
                                       .bare = ICON_LOCK,
                                       .kind = BUTTON_CHIP,
                                       .action = ACTION_FACILITATOR}};
    struct ui_button more = {.id = "common.more",
                             .label = word(app, MSG_COMMON_MORE),
                             .kind = BUTTON_CHIP,
                             .action = ACTION_MORE};
    struct ui_footer footer = {.left = languages,
                               .left_count = count,
                               .right = facilitator,
                               .right_count = 1,
                               .more = &more};
    struct box box = ui_hero(ui, &footer, strength);
    if (app->switch_hint) {
        ui_remark(ui, "welcome.hint.switch", word(app, MSG_WELCOME_HINT_SWITCH_S),
                  (struct box){box.x, box.y, 1, 1});
    }
    ui->frame->scene.phase = rings_phase(app);
    ui->frame->scene.dim = rest_dim(app);
    return box;
}

static void build_welcome(const struct app *app, struct ui *ui)
{
    bool reflection = app->status.room == ROOM_FEW;
    struct box box = rest_hero(app, ui, reflection ? 30 : 120);
    ui->frame->scene.dotted = reflection;
    struct flow flow;
    flow_begin(&flow, ui, box);
    flow_text(&flow, &(struct ui_text){.id = "welcome.title",
                                       .text = word(app, MSG_WELCOME_TITLE),
                                       .role = ROLE_HEADING,
                                       .type = TYPE_DISPLAY});
    flow_gap(&flow, 2500);
    flow_text(&flow, &(struct ui_text){.id = "welcome.lead",
                                       .text = word(app, MSG_WELCOME_LEAD),
                                       .type = TYPE_LEAD,
                                       .role = ROLE_TEXT,
                                       .balance = true});
    flow_gap(&flow, 3500);
    struct text_arg seven = {"Seven", number_word(app, app_question_count(app), true)};
    flow_text(&flow,
              &(struct ui_text){.id = "welcome.note",
                                .text = reflection ? word(app, MSG_WELCOME_REFLECTION)
                                                   : fill(app, ui, MSG_WELCOME_NOTE, &seven, 1),
                                .type = TYPE_BODY,
                                .role = ROLE_TEXT,
                                .balance = true});
    flow_gap(&flow, 8500);
    struct ui_button buttons[] = {{.id = "welcome.begin",
                                   .label = word(app, MSG_WELCOME_BEGIN),
                                   .kind = BUTTON_HERO_PRIMARY,
                                   .action = REST_BEGIN},
                                  {.id = "welcome.comfort",
                                   .label = word(app, MSG_WELCOME_COMFORT),
                                   .kind = BUTTON_HERO,
                                   .icon = ICON_COMFORT,
                                   .action = ACTION_COMFORT}};
    flow_buttons(&flow, buttons, 2);
    flow_end(&flow);
}

static void build_closed(const struct app *app, struct ui *ui)
{
    bool paused = app->status.meeting == MEETING_OPEN && app->status.paused;
    struct box box = rest_hero(app, ui, 0);
    struct flow flow;
    flow_begin(&flow, ui, box);
    flow_text(&flow,
              &(struct ui_text){.id = "closed.title",
                                .text = word(app, paused ? MSG_PAUSED_TITLE : MSG_CLOSED_TITLE),
                                .role = ROLE_HEADING,
                                .type = TYPE_DISPLAY,
                                .balance = true});
    flow_gap(&flow, 2500);
    flow_text(&flow,
              &(struct ui_text){.id = "closed.lead",
                                .text = word(app, paused ? MSG_PAUSED_NOTE : MSG_CLOSED_LEAD),
                                .type = TYPE_LEAD,
                                .role = ROLE_TEXT,
                                .balance = true});
    if (!paused) {
        flow_gap(&flow, 3500);
        flow_text(&flow, &(struct ui_text){.id = "closed.note",
                                           .text = word(app, MSG_CLOSED_NOTE),
                                           .type = TYPE_BODY,
                                           .role = ROLE_TEXT,
                                           .balance = true});
    }
    flow_gap(&flow, 8500);
    struct ui_button buttons[] = {{.id = "closed.tour",
                                   .label = word(app, MSG_CLOSED_TOUR),
                                   .kind = BUTTON_HERO,
                                   .icon = ICON_EYE,
                                   .action = REST_TOUR},
                                  {.id = "welcome.comfort",
                                   .label = word(app, MSG_WELCOME_COMFORT),
                                   .kind = BUTTON_HERO,
                                   .icon = ICON_COMFORT,
                                   .action = ACTION_COMFORT}};
    flow_buttons(&flow, buttons, 2);
    flow_end(&flow);
    picture_edge(ui);
}

static void act(struct app *app, enum action action, int32_t arg)
{
    (void)arg;
    if ((int)action == REST_BEGIN) {
        app_begin_visit(app, app->status.room == ROOM_FEW ? VISIT_REFLECTION : VISIT_COUNTING);
    } else if ((int)action == REST_TOUR) {
        app_begin_visit(app, VISIT_TOUR);
    }
}

const struct screen_ops SCREEN_OPS_WELCOME = {.part = {.due = rest_due},
                                              .patience = PATIENCE_REST,
                                              .build = build_welcome,
                                              .act = act,
                                              .focus_id = "welcome.begin",
                                              .next_id = "welcome.begin"};
const struct screen_ops SCREEN_OPS_CLOSED = {.part = {.due = rest_due},
                                             .patience = PATIENCE_REST,
                                             .build = build_closed,
                                             .act = act,
                                             .focus_id = "closed.tour"};
