/* SPDX-License-Identifier: MIT */
/* The resting screens: Welcome, and Closed while no meeting takes starts. */
#include "screens/app/screen.h"
#include "screens/parts/words.h"
#include "ui/area.h"
#include "ui/pictures.h"

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

/* What the screen is there for, and Comfort. They stand below the words; where there is no room for
 * that, at the foot, and the languages behind one control. */
struct rest_actions {
    struct ui_button button[2];
};

static struct rest_actions rest_actions(const struct app *app, struct ui_button first)
{
    return (struct rest_actions){{first,
                                  {.id = "welcome.comfort",
                                   .label = word(app, MSG_WELCOME_COMFORT),
                                   .kind = BUTTON_HERO,
                                   .icon = ICON_COMFORT,
                                   .action = ACTION_COMFORT}}};
}

static void flow_actions(struct flow *flow, const struct rest_actions *actions)
{
    if (!flow->ui->compact) {
        flow_gap(flow, 8500);
        flow_buttons(flow, actions->button, 2);
    }
}

static struct ui_button facilitator_button(const struct app *app)
{
    return (struct ui_button){.id = "welcome.facilitator",
                              .label = word(app, MSG_WELCOME_FACILITATOR),
                              .bare = ICON_LOCK,
                              .kind = BUTTON_CHIP,
                              .action = ACTION_FACILITATOR};
}

/* On the water: the languages, and against the end Facilitator. */
static struct box rest_foot(const struct app *app, struct ui *ui, uint8_t strength)
{
    struct ui_button languages[LANGUAGE_MAX], facilitator = facilitator_button(app);
    uint32_t count = language_chips(app, ui, "welcome.language", languages);
    if (count > CHIP_MAX) {
        count = keep_few(app, languages);
    }
    struct ui_footer footer = {languages, count, &facilitator, 1, NULL};
    return ui_hero(ui, &footer, strength);
}

/* The same with what the screen is there for. More, which is no language, stands apart from them.
 */
static struct box rest_foot_compact(const struct app *app, struct ui *ui, uint8_t strength,
                                    const struct rest_actions *actions)
{
    struct ui_button left[] = {actions->button[0], actions->button[1]};
    struct ui_button right[3] = {more_languages(app)};
    uint32_t right_count = 1;
    if (ui->paged) {
        right[right_count++] = (struct ui_button){.id = "common.more",
                                                  .label = word(app, MSG_COMMON_MORE),
                                                  .bare = ICON_MORE,
                                                  .kind = BUTTON_CHIP,
                                                  .action = ACTION_MORE};
    }
    right[right_count++] = facilitator_button(app);
    for (uint32_t i = 0; i < 2; i++) {
        bool primary = left[i].kind == BUTTON_HERO_PRIMARY;
        left[i].kind = primary ? BUTTON_PRIMARY : BUTTON_PLAIN;
    }
    left[1].spare = true;
    right[0].spare = true;
    struct ui_footer footer = {left, 2, right, right_count, NULL};
    return ui_hero(ui, &footer, strength);
}

static struct box rest_hero(const struct app *app, struct ui *ui, uint8_t strength,
                            const struct rest_actions *actions)
{
    struct box box =
        ui->compact ? rest_foot_compact(app, ui, strength, actions) : rest_foot(app, ui, strength);
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
    const struct rest_actions actions =
        rest_actions(app, (struct ui_button){.id = "welcome.begin",
                                             .label = word(app, MSG_WELCOME_BEGIN),
                                             .kind = BUTTON_HERO_PRIMARY,
                                             .action = REST_BEGIN});
    struct box box = rest_hero(app, ui, reflection ? 30 : 120, &actions);
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
    flow_actions(&flow, &actions);
    flow_end(&flow);
}

static void build_closed(const struct app *app, struct ui *ui)
{
    bool paused = app->status.meeting == MEETING_OPEN && app->status.paused;
    const struct rest_actions actions =
        rest_actions(app, (struct ui_button){.id = "closed.tour",
                                             .label = word(app, MSG_CLOSED_TOUR),
                                             .kind = BUTTON_HERO,
                                             .icon = ICON_EYE,
                                             .action = REST_TOUR});
    struct box box = rest_hero(app, ui, 0, &actions);
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
    flow_actions(&flow, &actions);
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

const struct screen_ops SCREEN_OPS_WELCOME = {
    .part = {.due = rest_due},
    .patience = PATIENCE_REST,
    .build = build_welcome,
    .act = act,
    .focus_id = "welcome.begin",
    .next_id = "welcome.begin",
    .own = {"welcome.begin", "welcome.comfort", "welcome.facilitator"}};
const struct screen_ops SCREEN_OPS_CLOSED = {
    .part = {.due = rest_due},
    .patience = PATIENCE_REST,
    .build = build_closed,
    .act = act,
    .focus_id = "closed.tour",
    .own = {"closed.tour", "welcome.comfort", "welcome.facilitator"}};
