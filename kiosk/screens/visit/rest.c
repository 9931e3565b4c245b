/* SPDX-License-Identifier: MIT */
/* The resting screens: Welcome, and Closed while no meeting takes starts. */
#include "screens/visit/rest.h"
#include "core/resting.h"
#include "screens/parts/page.h"
#include "ui/area.h"
#include "ui/pictures.h"

enum rest_action { REST_BEGIN = ACTION_OWN, REST_TOUR };

STATE_BEGIN
struct rest {
    uint64_t drift_ms; /* of the last step */
    uint64_t drift;    /* steps since somebody arrived. The picture stays where it is when somebody
                          wakes the screen, because they press on what they see. */
};
STATE_END

static const struct rest *rest_of(const struct app *app)
{
    return part_state_of(app, (uint32_t)app->screen);
}

uint64_t rest_drift_due(const struct app *app)
{
    bool rests = app->screen == SCREEN_WELCOME || app->screen == SCREEN_CLOSED;
    if (!rests || app->status.meeting == MEETING_NONE) {
        return UINT64_MAX; /* the display goes blank by itself */
    }
    return resting_drift_ms(app->presence.input_ms, rest_of(app)->drift_ms);
}

static void rest_fire(struct app *app)
{
    struct rest *rest = part_state(app, (uint32_t)app->screen);
    if (rest_drift_due(app) <= app->now_ms) {
        rest->drift_ms = app->now_ms;
        rest->drift++;
    }
}

static void drift(const struct app *app, struct ui *ui)
{
    const struct resting_place at = resting_place(rest_of(app)->drift);
    int32_t px = ui_um(ui, REST_DRIFT_UM) > 1 ? ui_um(ui, REST_DRIFT_UM) : 1;
    frame_move(ui->frame, at.across * px, at.down * px);
}

static bool rings_move(const struct app *app)
{
    return app->screen == SCREEN_WELCOME && !app->comfort.motion_less &&
           !theme_get((enum theme_id)app->comfort.theme)->high_contrast &&
           app->now_ms < app->presence.stirred_ms + RINGS_MS;
}

/* Returns when the next thing moves: the rings, the dimming or the drift. */
static uint64_t rest_due(const struct app *app)
{
    uint64_t dim = app->presence.input_ms + REST_DIM_MS, next = rest_drift_due(app);
    if (app->now_ms < dim) {
        next = dim;
    } else if (app->now_ms < dim + REST_DIM_FADE_MS) {
        next = app_next_frame(app, dim, REST_FADE_FRAME_MS);
    }
    if (rings_move(app)) {
        uint64_t rings = app_next_frame(app, app->presence.stirred_ms, REST_RINGS_FRAME_MS);
        next = rings < next ? rings : next;
    }
    return next;
}

enum { CHIP_MAX = 4 };

static const struct control MORE_LANGUAGES = {"welcome.language.more", MSG_COMFORT_LANGUAGE,
                                              ACTION_COMFORT,          .kind = BUTTON_CHIP,
                                              .icon = ICON_LANGUAGE,   .spare = true};
static const struct control FACILITATOR = {"welcome.facilitator", MSG_WELCOME_FACILITATOR,
                                           ACTION_FACILITATOR, .kind = BUTTON_CHIP,
                                           .bare = ICON_LOCK};
static const struct control MORE = {"common.more", MSG_COMMON_MORE, ACTION_MORE,
                                    .kind = BUTTON_CHIP, .bare = ICON_MORE};

/* The actions of both screens: what the screen is there for, and Comfort. They stand below the
 * words. Where they have no room there, they stand at the foot, and one control leads to the
 * languages. */
enum { ACTIONS = 2 };
#define COMFORT                                                                                    \
    {"welcome.comfort", MSG_WELCOME_COMFORT, ACTION_COMFORT, .kind = BUTTON_HERO,                  \
     .icon = ICON_COMFORT}
static const struct control WELCOME[ACTIONS] = {
    {"welcome.begin", MSG_WELCOME_BEGIN, REST_BEGIN, .kind = BUTTON_HERO_PRIMARY}, COMFORT};
static const struct control CLOSED[ACTIONS] = {
    {"closed.tour", MSG_CLOSED_TOUR, REST_TOUR, .kind = BUTTON_HERO, .icon = ICON_EYE}, COMFORT};

/* Keeps few chips where many languages would crowd the water: the language in use, the first of the
 * others, and the way to Comfort, where all are. Returns how many chips are left. */
static uint32_t keep_few(const struct app *app, struct ui_button chips[LANGUAGE_MAX])
{
    if (app->comfort.language >= CHIP_MAX - 1) {
        chips[CHIP_MAX - 2] = chips[app->comfort.language];
    }
    chips[CHIP_MAX - 1] = control_of(app, &MORE_LANGUAGES);
    chips[CHIP_MAX - 1].spare = false;
    return CHIP_MAX;
}

static void flow_actions(const struct app *app, struct flow *flow, const struct control *actions)
{
    struct ui_button buttons[ACTIONS];
    if (!flow->ui->compact) {
        flow_gap(flow, 8500);
        flow_buttons(flow, buttons, controls_of(app, actions, ACTIONS, buttons));
    }
}

/* Draws the foot on the water: the languages, and Facilitator at the other end. */
static struct box rest_foot(const struct app *app, struct ui *ui, uint8_t strength)
{
    struct ui_button languages[LANGUAGE_MAX], facilitator = control_of(app, &FACILITATOR);
    uint32_t count = language_chips(app, ui, "welcome.language.{n}", languages);
    if (count > CHIP_MAX) {
        count = keep_few(app, languages);
    }
    struct ui_footer footer = {languages, count, &facilitator, 1, NULL};
    return ui_hero(ui, &footer, strength);
}

/* Draws the foot with the actions of the screen. More, which is no language, stands apart from the
 * way to the languages. */
static struct box rest_foot_compact(const struct app *app, struct ui *ui, uint8_t strength,
                                    const struct control *actions)
{
    struct ui_button left[ACTIONS], right[3] = {control_of(app, &MORE_LANGUAGES)};
    uint32_t right_count = 1;
    if (ui->paged) {
        right[right_count++] = control_of(app, &MORE);
    }
    right[right_count++] = control_of(app, &FACILITATOR);
    controls_of(app, actions, ACTIONS, left);
    for (uint32_t i = 0; i < ACTIONS; i++) {
        left[i].kind = left[i].kind == BUTTON_HERO_PRIMARY ? BUTTON_PRIMARY : BUTTON_PLAIN;
    }
    left[1].spare = true;
    struct ui_footer footer = {left, ACTIONS, right, right_count, NULL};
    return ui_hero(ui, &footer, strength);
}

static struct box rest_hero(const struct app *app, struct ui *ui, uint8_t strength,
                            const struct control *actions)
{
    struct box box =
        ui->compact ? rest_foot_compact(app, ui, strength, actions) : rest_foot(app, ui, strength);
    if (app->switch_hint) {
        ui_remark(ui, "welcome.hint.switch", word(app, MSG_WELCOME_HINT_SWITCH_S),
                  (struct box){box.x, box.y, 1, 1});
    }
    if (rings_move(app)) {
        ui->frame->scene.phase = resting_rings(app->now_ms - app->presence.stirred_ms, RINGS_MS);
    }
    ui->frame->scene.dim = resting_light(app->now_ms - app->presence.input_ms, rest_of(app)->drift);
    return box;
}

static void build_welcome(const struct app *app, struct ui *ui)
{
    bool reflection = app->status.room == ROOM_FEW;
    struct box box = rest_hero(app, ui, reflection ? 30 : 120, WELCOME);
    ui->frame->scene.dotted = reflection;
    struct flow flow;
    flow_begin(&flow, ui, box);
    const char *seven = number_word(app, app_question_count(app), true);
    const char *note = reflection ? word(app, MSG_WELCOME_REFLECTION)
                                  : fill_one(app, ui, MSG_WELCOME_NOTE, "Seven", seven);
    const struct ui_block words[] = {
        {BLOCK_DISPLAY, "welcome.title", word(app, MSG_WELCOME_TITLE), 0, NULL},
        {BLOCK_LEAD, "welcome.lead", word(app, MSG_WELCOME_LEAD), 2500, NULL},
        {BLOCK_BODY, "welcome.note", note, 3500, NULL}};
    flow_blocks(&flow, words, 3);
    flow_actions(app, &flow, WELCOME);
    flow_end(&flow);
    drift(app, ui);
}

static void build_closed(const struct app *app, struct ui *ui)
{
    bool paused = app->status.meeting == MEETING_OPEN && app->status.paused;
    struct box box = rest_hero(app, ui, 0, CLOSED);
    struct flow flow;
    flow_begin(&flow, ui, box);
    const struct page_block words[] = {
        {BLOCK_DISPLAY, "closed.title", paused ? MSG_PAUSED_TITLE : MSG_CLOSED_TITLE, 0},
        {BLOCK_LEAD, "closed.lead", paused ? MSG_PAUSED_NOTE : MSG_CLOSED_LEAD, 2500},
        {BLOCK_BODY, "closed.note", paused ? MSG_COUNT : MSG_CLOSED_NOTE, 3500}};
    page_flow(app, &flow, words, 3);
    flow_actions(app, &flow, CLOSED);
    flow_end(&flow);
    picture_edge(ui);
    drift(app, ui);
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
    .part = {.state_bytes = sizeof(struct rest), .due = rest_due, .fire = rest_fire},
    .patience = PATIENCE_REST,
    .build = build_welcome,
    .act = act,
    .next_id = "welcome.begin",
    .own = {"welcome.begin", "welcome.comfort", "welcome.facilitator"}};
const struct screen_ops SCREEN_OPS_CLOSED = {
    .part = {.state_bytes = sizeof(struct rest), .due = rest_due, .fire = rest_fire},
    .patience = PATIENCE_REST,
    .build = build_closed,
    .act = act,
    .focus_id = "closed.tour",
    .own = {"closed.tour", "welcome.comfort", "welcome.facilitator"}};
