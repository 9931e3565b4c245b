/* SPDX-License-Identifier: MIT */
/* The meeting: closed, the question about the room, open, ending, closed again. What the screen
 * shows follows from the keeper's status and from what was asked; while a meeting is open it shows
 * whether the screen is in use, and nothing else. */
#include "screens/facilitator/meeting.h"
#include "screens/parts/cards.h"
#include "screens/setup/setup.h"

#include <string.h>

enum {
    WATER_OPEN = 100, /* strengths of the water, hundredths */
    WATER_REFLECTION = 30,
    WATER_CLOSED = 16,
    SET_MEETINGS = TOTALS_MEETINGS_PER_BLOCK,
};

static struct ui_button primary(const struct app *app, const char *id, enum message_id label,
                                enum action action)
{
    struct ui_button button = meeting_button(app, id, label, action, 0);
    button.kind = BUTTON_PRIMARY;
    return button;
}

static struct ui_button open_button(const struct app *app)
{
    return primary(app, "meeting.open", MSG_MEETING_OPEN_BUTTON, ACTION_OPEN);
}

static struct ui_button discard_button(const struct app *app)
{
    return meeting_button(app, "meeting.discard", MSG_MEETING_DISCARD, ACTION_DISCARD, 0);
}

static struct ui_button reflection_button(const struct app *app)
{
    return meeting_button(app, "meeting.few", MSG_MEETING_SWAP_BUTTONS_2, ACTION_OPEN_ROOM,
                          ROOM_FEW);
}

static const char *at_time(const struct app *app, struct ui *ui, enum message_id id,
                           struct civil_time time)
{
    struct text_arg arg = {"time", clock_words(app, ui, time)};
    return fill(app, ui, id, &arg, 1);
}

static void view_nothing_open(const struct app *app, struct hero_view *view)
{
    view->title = word(app, MSG_MEETING_CLOSED);
    view->strength = WATER_CLOSED;
    if (app->status.simulated) {
        view->text[0] = word(app, MSG_MEETING_DEMO);
        return;
    }
    view->left[view->left_count++] = open_button(app);
}

static void view_last(const struct app *app, struct hero_view *view)
{
    view->strength = WATER_CLOSED;
    bool unsure = app->status.last == LAST_UNSURE;
    view->title = word(app, unsure ? MSG_MEETING_CLOSED : MSG_MEETING_LAST_TITLE);
    view->text[0] = word(app, unsure ? MSG_MEETING_LAST_UNSURE : MSG_MEETING_LAST_BODY);
    view->left[view->left_count++] = primary(app, "meeting.seen", MSG_COMMON_CONTINUE, ACTION_SEEN);
}

static void view_swap(const struct app *app, struct hero_view *view)
{
    view->title = word(app, MSG_MEETING_SWAP_TITLE);
    view->title_type = TYPE_TITLE;
    view->text[0] = word(app, MSG_MEETING_SWAP_BODY);
    view->left[view->left_count++] = meeting_keep_button(app, MSG_COMMON_BACK);
    view->left[view->left_count++] = meeting_button(app, "meeting.many", MSG_MEETING_SWAP_BUTTONS_1,
                                                    ACTION_OPEN_ROOM, ROOM_MANY);
    view->left[view->left_count++] = reflection_button(app);
    view->right[view->right_count++] =
        meeting_button(app, "meeting.health", MSG_MEETING_SWAP_BUTTONS_3, ACTION_HEALTH, 0);
}

/* Opening was refused: what stands in the way. */
static bool view_refused(const struct app *app, struct hero_view *view)
{
    view->strength = WATER_CLOSED;
    switch ((int)app->meeting_problem) {
    case STATUS_NO_LOCK:
        view->title = word(app, MSG_MEETING_NOLOCK_TITLE);
        view->title_type = TYPE_TITLE;
        view->text[0] = word(app, MSG_MEETING_NOLOCK_BODY);
        view->left[view->left_count++] = meeting_keep_button(app, MSG_COMMON_BACK);
        view->left[view->left_count++] = reflection_button(app);
        return true;
    case STATUS_DENIED: /* only the battery is refused for; the rest is not offered */
        if (app->status.battery != BATTERY_EMPTY) {
            return false;
        }
        view->title = word(app, MSG_MEETING_CLOSED);
        view->text[0] = word(app, MSG_ERROR_BATTERY_OPEN);
        view->left[view->left_count++] = meeting_keep_button(app, MSG_COMMON_BACK);
        view->left[view->left_count++] = reflection_button(app);
        return true;
    case STATUS_NO_RANDOM:
        view->text[0] = word(app, MSG_MEETING_NORANDOM);
        break;
    case STATUS_NEWER:
        view->text[0] = word(app, MSG_ERROR_NEWER);
        break;
    case STATUS_LIMIT:
        view->text[0] = word(app, MSG_MEETING_FULL);
        break;
    case STATUS_NO_SPACE:
    case STATUS_READ_ONLY:
    case STATUS_IO:
        view->text[0] = word(app, MSG_ERROR_FOLDER);
        break;
    default:
        return false;
    }
    view->title = word(app, MSG_MEETING_CLOSED);
    view->left[view->left_count++] = open_button(app);
    return true;
}

static void view_saved(const struct app *app, struct ui *ui, struct hero_view *view)
{
    const struct keeper_status *status = &app->status;
    bool alone = status->ended == ENDED_SAVED_ALONE, full = status->open_meetings == 0;
    view->strength = WATER_CLOSED;
    view->title = alone ? at_time(app, ui, MSG_MEETING_AUTO_SAVED, status->closed)
                        : word(app, MSG_MEETING_SAVED_TITLE);
    view->title_type = alone ? TYPE_DISPLAY_SMALL : TYPE_F_DISPLAY;
    view->mark = HERO_STONES;
    view->filled = full ? SET_MEETINGS : status->open_meetings;
    char n[NUMBER_BYTES];
    struct text_arg held = {"n", number_digits(app, n, view->filled)};
    view->mark_text = fill(app, ui, MSG_MEETING_SAVED_SET, &held, 1);
    view->mark_spoken = fill(app, ui, MSG_MEETING_SAVED_SET_S, &held, 1);
    if (full) {
        view->text[0] = word(app, MSG_MEETING_SAVED_FULL);
    } else if (!alone) {
        struct text_arg time = {"time", clock_words(app, ui, status->closed)};
        view->text[0] =
            fill_plural(app, ui, MSG_MEETING_SAVED_BODY, SET_MEETINGS - view->filled, &time, 1);
    }
    if (status->file == FILE_CHANGED) {
        view->text[view->text[0] == NULL ? 0 : 1] = word(app, MSG_ERROR_CHANGED_BODY);
    }
    view->left[view->left_count++] = open_button(app);
}

/* What was to be discarded is on the disk, or may be. */
static void view_not_discarded(const struct app *app, struct hero_view *view)
{
    bool unsure = app->status.ended == ENDED_UNSURE;
    view_nothing_open(app, view);
    view->title = word(app, unsure ? MSG_MEETING_DISCARD_UNSURE : MSG_MEETING_DISCARD_KEPT);
    view->title_type = TYPE_TITLE;
    view->text[0] =
        word(app, unsure ? MSG_MEETING_DISCARD_UNSURE_BODY : MSG_MEETING_DISCARD_KEPT_BODY);
}

static void view_none(const struct app *app, struct ui *ui, struct hero_view *view)
{
    if (app->ask == ASK_SWAP) {
        view_swap(app, view);
        return;
    }
    if (app->ask == ASK_SPACE) {
        meeting_view_space(app, view);
        return;
    }
    if (app->status.last != LAST_FINE) {
        view_last(app, view);
        return;
    }
    if (view_refused(app, view)) {
        return;
    }
    switch ((enum ended)app->status.ended) {
    case ENDED_SAVED:
    case ENDED_SAVED_ALONE:
        view_saved(app, ui, view);
        return;
    case ENDED_REFLECTION:
    case ENDED_DISCARDED:
        view_nothing_open(app, view);
        view->title =
            word(app, app->status.ended == ENDED_DISCARDED ? MSG_MEETING_DISCARD_DONE
                                                           : MSG_MEETING_REFLECTION_CLOSED);
        return;
    case ENDED_KEPT:
    case ENDED_UNSURE:
        view_not_discarded(app, view);
        return;
    case ENDED_NOT:
        break;
    }
    view_nothing_open(app, view);
}

static bool is_in_use(const struct app *app)
{
    return app->visit != VISIT_NONE;
}

/* That starts are paused, that the battery is low. Where all would need a second page, the latest
 * of them stands alone. */
static void add_news(const struct app *app, const struct ui *ui, struct hero_view *view)
{
    enum message_id news[] = {app->status.paused ? MSG_MEETING_PAUSE_ON : MSG_COUNT,
                              meeting_battery_text(app)};
    uint32_t at = 0;
    for (uint32_t i = 0; i < sizeof(news) / sizeof(news[0]); i++) {
        if (news[i] != MSG_COUNT) {
            at = ui->air < 100 ? 0 : at + 1;
            view->text[at] = word(app, news[i]);
        }
    }
}

static void view_open(const struct app *app, struct ui *ui, struct hero_view *view)
{
    const struct keeper_status *status = &app->status;
    bool few = status->room == ROOM_FEW, paused = status->paused;
    bool ending = status->meeting == MEETING_ENDING;
    view->strength = few ? WATER_REFLECTION : WATER_OPEN;
    view->dotted = few;
    view->stone = true;
    view->title = few ? word(app, MSG_MEETING_REFLECTION_TITLE)
                      : at_time(app, ui, MSG_MEETING_SINCE, status->opened);
    view->mark = is_in_use(app) ? HERO_IN_USE : HERO_FREE;
    view->mark_text = word(app, is_in_use(app) ? MSG_MEETING_BUSY : MSG_MEETING_FREE);
    if (ending) {
        view->text[0] = word(app, MSG_MEETING_AUTO_ENDING);
    } else {
        view->text[0] = few ? word(app, MSG_MEETING_REFLECTION_BODY)
                            : at_time(app, ui, MSG_MEETING_OPEN_BODY, status->closes);
        add_news(app, ui, view);
    }
    view->left[view->left_count++] = primary(app, "meeting.close", MSG_MEETING_CLOSE, ACTION_CLOSE);
    if (!ending) {
        view->left[view->left_count++] =
            meeting_button(app, "meeting.pause", paused ? MSG_MEETING_PAUSE_OFF : MSG_MEETING_PAUSE,
                           ACTION_PAUSE_STARTS, !paused);
    }
    if (!ui->bare) { /* on the smallest panels close first, then leave */
        meeting_add_leave(app, view);
    }
    if (!few) {
        view->right[view->right_count++] = discard_button(app);
    }
}

static void view_unsaved(const struct app *app, struct hero_view *view)
{
    view->title_type = TYPE_TITLE;
    view->lifted = true;
    bool is_full = app->status.unsaved_why == STATUS_NO_SPACE;
    bool is_read_only = app->status.unsaved_why == STATUS_READ_ONLY;
    view->title = word(app, MSG_MEETING_UNSAVED_TITLE);
    view->lead = true;
    view->text[0] = word(app, is_full        ? MSG_MEETING_UNSAVED_FULL
                              : is_read_only ? MSG_MEETING_UNSAVED_READONLY
                                             : MSG_MEETING_UNSAVED_OTHER);
    view->text[1] = word(app, MSG_MEETING_UNSAVED_BODY);
    view->left[view->left_count++] =
        meeting_button(app, "meeting.again", MSG_COMMON_TRY_AGAIN, ACTION_CLOSE_YES, 0);
    view->left[view->left_count++] = discard_button(app);
}

/* Closing and discarding ask first. */
static void view_ask(const struct app *app, struct hero_view *view)
{
    static const struct {
        enum message_id title, busy_title, yes, busy_yes, keep, busy_keep;
        enum action action;
    } ASKS[] = {
        [ASK_CLOSE] = {MSG_MEETING_CLOSE_ASK, MSG_MEETING_CLOSE_BUSY, MSG_MEETING_CLOSE,
                       MSG_MEETING_CLOSE_BUSY_B2, MSG_COMMON_BACK, MSG_MEETING_CLOSE_BUSY_B1,
                       ACTION_CLOSE_YES},
        [ASK_DISCARD] = {MSG_MEETING_DISCARD_ASK1, MSG_MEETING_DISCARD_ASK1,
                         MSG_MEETING_DISCARD_ASK1_B1, MSG_MEETING_DISCARD_ASK1_B1,
                         MSG_MEETING_DISCARD_ASK1_B2, MSG_MEETING_DISCARD_ASK1_B2,
                         ACTION_DISCARD_GO_ON},
        [ASK_DISCARD_AGAIN] = {MSG_MEETING_DISCARD_ASK2, MSG_MEETING_DISCARD_ASK2,
                               MSG_MEETING_DISCARD_ASK2_B1, MSG_MEETING_DISCARD_ASK2_B1,
                               MSG_MEETING_DISCARD_ASK2_B2, MSG_MEETING_DISCARD_ASK2_B2,
                               ACTION_DISCARD_YES},
    };
    bool busy = is_in_use(app), few = app->status.room == ROOM_FEW;
    view->title = word(app, busy ? ASKS[app->ask].busy_title : ASKS[app->ask].title);
    view->title_type = TYPE_TITLE;
    view->strength = few ? WATER_REFLECTION : WATER_OPEN;
    view->dotted = few;
    view->stone = true;
    view->left[view->left_count++] =
        meeting_keep_button(app, busy ? ASKS[app->ask].busy_keep : ASKS[app->ask].keep);
    view->left[view->left_count++] =
        meeting_button(app, "meeting.yes", busy ? ASKS[app->ask].busy_yes : ASKS[app->ask].yes,
                       ASKS[app->ask].action, 0);
}

static bool asks_about_meeting(const struct app *app)
{
    return app->ask == ASK_CLOSE || app->ask == ASK_DISCARD || app->ask == ASK_DISCARD_AGAIN;
}

static void picture_ring(struct ui *ui, struct box at, const int8_t (*dots)[2], uint32_t count)
{
    float x = (float)at.x + (float)at.w / 2, y = (float)at.y + (float)at.h / 2;
    float unit = (float)at.w / 200;
    ui_ring(ui, x, y, 66 * unit, INK_OUTLINE, ui_umf(ui, 360), 255);
    for (uint32_t i = 0; i < count; i++) {
        ui_disc(ui, x + (float)dots[i][0] * unit, y + (float)dots[i][1] * unit, 10 * unit,
                INK_OUTLINE, 255);
    }
}

static void picture_few(struct ui *ui, struct box at)
{
    static const int8_t DOTS[][2] = {{0, -28}, {-24, 10}, {24, 10}};
    picture_ring(ui, at, DOTS, 3);
}

static void picture_many(struct ui *ui, struct box at)
{
    static const int8_t DOTS[][2] = {{0, -34}, {-33, -10}, {33, -10}, {0, 0}, {-20, 28}, {20, 28}};
    picture_ring(ui, at, DOTS, 6);
    float x = (float)at.x + (float)at.w / 2, y = (float)at.y + (float)at.h / 2;
    float unit = (float)at.w / 200;
    ui_ring(ui, x, y, 82 * unit, INK_OUTLINE, ui_umf(ui, 250), 150);
    ui_ring(ui, x, y, 98 * unit, INK_OUTLINE, ui_umf(ui, 200), 90);
}

/* Two equal answers, and nothing of them is kept. */
static void build_room(const struct app *app, struct ui *ui)
{
    struct ui_button back = meeting_keep_button(app, MSG_COMMON_BACK);
    back.icon = ICON_BACK;
    struct ui_button more = meeting_button(app, "common.more", MSG_COMMON_MORE, ACTION_MORE, 0);
    struct ui_footer footer = {&back, 1, NULL, 0, &more};
    struct box box = ui_footer(ui, &footer);
    const struct picture_card cards[] = {
        {{.id = "meeting.room.few",
          .title = word(app, MSG_MEETING_ROOM_FEW),
          .note = word(app, MSG_MEETING_ROOM_FEW_NOTE),
          .action = ACTION_ROOM,
          .arg = ROOM_FEW},
         picture_few},
        {{.id = "meeting.room.many",
          .title = word(app, MSG_MEETING_ROOM_MANY),
          .note = word(app, MSG_MEETING_ROOM_MANY_NOTE),
          .action = ACTION_ROOM,
          .arg = ROOM_MANY},
         picture_many},
    };
    struct flow flow;
    flow_begin(&flow, ui, box);
    flow_gap(&flow, 4000);
    flow_text(&flow, &(struct ui_text){.id = "meeting.title",
                                       .text = word(app, MSG_MEETING_ROOM_TITLE),
                                       .role = ROLE_HEADING,
                                       .type = ui->air == 100 ? TYPE_DISPLAY_SMALL : TYPE_TITLE,
                                       .balance = true});
    flow_gap(&flow, 3000);
    flow_text(&flow, &(struct ui_text){.id = "meeting.text.1",
                                       .text = word(app, MSG_MEETING_ROOM_BODY),
                                       .role = ROLE_TEXT,
                                       .type = TYPE_BODY,
                                       .balance = true});
    flow_gap(&flow, 9000);
    cards_flow(&flow, cards, 2, true);
    flow_end(&flow);
}

/* Nothing was asked, nothing went wrong, nothing has to be read first. */
static bool is_at_rest(const struct app *app)
{
    return app->ask == ASK_NOTHING && app->meeting_problem == STATUS_OK &&
           app->status.last == LAST_FINE;
}

/* While nothing is open there is room for one more sentence. */
static void add_battery(const struct app *app, struct hero_view *view)
{
    enum message_id battery = meeting_battery_text(app);
    uint32_t free = view->text[0] == NULL ? 0 : view->text[1] == NULL ? 1 : 2;
    if (battery != MSG_COUNT && is_at_rest(app)) {
        view->text[free] = word(app, battery);
    }
}

static void build(const struct app *app, struct ui *ui)
{
    bool none = app->status.meeting == MEETING_NONE;
    if (none && app->ask == ASK_ROOM) {
        build_room(app, ui);
        return;
    }
    struct hero_view view = {.title_type = TYPE_F_DISPLAY};
    if (meeting_is_saving(app)) {
        meeting_view_saving(app, &view);
    } else if (app->ask == ASK_LEAVE) {
        meeting_view_leave(app, &view);
    } else if (none) {
        view_none(app, ui, &view);
        add_battery(app, &view);
        if (is_at_rest(app)) {
            meeting_add_leave(app, &view);
        }
    } else if (asks_about_meeting(app)) {
        view_ask(app, &view);
    } else if (app->status.meeting == MEETING_UNSAVED) {
        view_unsaved(app, &view);
    } else {
        view_open(app, ui, &view);
    }
    hero_draw(app, ui, &view);
}

/* Another view of this screen takes nothing at first, like any new screen: otherwise three quick
 * taps in one place would discard a meeting. */
static void ask(struct app *app, enum meeting_ask what)
{
    app->ask = what;
    app->page = 0;
    app->screen_ms = app->now_ms;
    memset(app->focus_id, 0, sizeof(app->focus_id));
}

static void request(struct app *app, enum message_type type)
{
    app->meeting_problem = STATUS_OK;
    app_send(app, type);
    ask(app, ASK_NOTHING);
}

static void request_close(struct app *app)
{
    request(app, MESSAGE_CLOSE);
    meeting_wait_for_close(app, app->sequence);
}

/* What is open closes first; when that does not work, this screen says so and nobody has left. */
static void request_leave(struct app *app, int32_t how)
{
    app->meeting_problem = STATUS_OK;
    app_send(app, MESSAGE_LEAVE)->as.leave = (uint8_t)how;
    meeting_wait_for_close(app, app->sequence);
    ask(app, ASK_NOTHING);
}

static void request_open(struct app *app, int32_t room)
{
    app->meeting_problem = STATUS_OK;
    app_send(app, MESSAGE_OPEN)->as.room = (uint8_t)room;
    ask(app, ASK_NOTHING);
}

static void open_unless_swap(struct app *app, int32_t room)
{
    if (room == ROOM_MANY && app->status.swap_on) {
        ask(app, ASK_SWAP);
    } else {
        request_open(app, room);
    }
}

static void choose_room(struct app *app, int32_t room)
{
    app->room_wanted = (uint8_t)room;
    if (room == ROOM_MANY && app->status.space_low) {
        ask(app, ASK_SPACE);
    } else {
        open_unless_swap(app, room);
    }
}

static void act(struct app *app, enum action action, int32_t arg)
{
    switch ((int)action) {
    case ACTION_OPEN:
        app->meeting_problem = STATUS_OK;
        ask(app, ASK_ROOM);
        break;
    case ACTION_ROOM:
        choose_room(app, arg);
        break;
    case ACTION_OPEN_ROOM:
        request_open(app, arg);
        break;
    case ACTION_KEEP:
        app->meeting_problem = STATUS_OK;
        ask(app, ASK_NOTHING);
        break;
    case ACTION_CLOSE:
        ask(app, ASK_CLOSE);
        break;
    case ACTION_CLOSE_YES:
        request_close(app);
        break;
    case ACTION_OPEN_ANYWAY:
        open_unless_swap(app, ROOM_MANY);
        break;
    case ACTION_HEALTH:
        app->ask = ASK_NOTHING;
        health_enter(app, SCREEN_MEETING);
        break;
    case ACTION_LEAVE:
        ask(app, ASK_LEAVE);
        break;
    case ACTION_LEAVE_YES:
        request_leave(app, arg);
        break;
    case ACTION_DISCARD:
        ask(app, ASK_DISCARD);
        break;
    case ACTION_DISCARD_GO_ON:
        ask(app, ASK_DISCARD_AGAIN);
        break;
    case ACTION_DISCARD_YES:
        request(app, MESSAGE_DISCARD);
        break;
    case ACTION_SEEN:
        request(app, MESSAGE_SEEN);
        break;
    case ACTION_PAUSE_STARTS:
        app_send(app, MESSAGE_PAUSE)->as.flag = arg != 0;
        break;
    default:
        app_act_common(app, action, arg);
        break;
    }
}

const struct screen_ops SCREEN_OPS_MEETING = {
    .patience = PATIENCE_FACILITATOR,
    .facilitator = true,
    .build = build,
    .act = act,
    .focus_id = "meeting.keep",
    .back_id = "meeting.keep",
};
