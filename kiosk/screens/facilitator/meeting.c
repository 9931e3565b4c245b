/* SPDX-License-Identifier: MIT */
/* The meeting: closed, the question about the room, open, ending, closed again. What the screen
 * shows follows from the keeper's status and from what was asked; while a meeting is open it shows
 * whether the screen is in use, and nothing else. */
#include "screens/facilitator/meeting.h"

#include "screens/facilitator/outcome.h"
#include "ui/ids.h"

enum { LONG_FOOT_UM = 250000 };

static const struct control HAND = {"meeting.hand", MSG_MEETING_HAND, ACTION_LOCK, /* and rests */
                                    .note = MSG_MEETING_HAND_NOTE, .kind = BUTTON_PRIMARY};
static const struct control LEAVE = {"meeting.leave", MSG_MEETING_OFF_2, MEETING_DO_ASK, ASK_LEAVE,
                                     .note = MSG_MEETING_LEAVE_NOTE};
static const struct control CLOSE[] = {
    [ROOM_FEW] = {"meeting.close", MSG_MEETING_CLOSE, MEETING_DO_ASK, ASK_CLOSE,
                  .note = MSG_MEETING_CLOSE_NOTE_FEW},
    [ROOM_MANY] = {"meeting.close", MSG_MEETING_CLOSE, MEETING_DO_ASK, ASK_CLOSE,
                   .note = MSG_MEETING_CLOSE_NOTE}};
/* The index says whether new starts are paused. */
static const struct control PAUSE[] = {
    {"meeting.pause", MSG_MEETING_PAUSE, MEETING_DO_PAUSE, 1, .note = MSG_MEETING_PAUSE_NOTE},
    {"meeting.pause", MSG_MEETING_PAUSE_OFF, MEETING_DO_PAUSE, 0,
     .note = MSG_MEETING_PAUSE_OFF_NOTE}};

/* Returns the words about a low battery; MSG_COUNT: there is nothing to say. */
static enum message_id battery_text(const struct app *app)
{
    const struct keeper_status *status = &app->status;
    if (status->battery != BATTERY_LOW && status->battery != BATTERY_EMPTY) {
        return MSG_COUNT;
    }
    if (status->meeting == MEETING_NONE) {
        return status->simulated ? MSG_COUNT : MSG_ERROR_BATTERY_OPEN;
    }
    bool can_lose = status->meeting == MEETING_OPEN && status->room == ROOM_MANY;
    return can_lose ? MSG_ERROR_BATTERY : MSG_COUNT;
}

static void add_note(const struct app *app, struct ui *ui, struct hero_view *view,
                     const struct control *control)
{
    const struct text_arg of = {"of", control->id};
    const struct text_arg args[] = {{"label", word(app, control->words)},
                                    {"note", word(app, control->note)}};
    view->note[view->note_count++] =
        (struct hero_note){.id = id_of(ui->frame, "{of}.note", &of, 1),
                           .of = control->id,
                           .text = args[1].value,
                           .spoken = fill(app, ui, MSG_MEETING_NOTE_S, args, 2)};
}

static bool is_in_use(const struct app *app)
{
    return app->visit != VISIT_NONE;
}

/* Adds the words that starts are paused and that the battery is low; neither hides the other. Where
 * these and the usual sentence would need a second page, the usual sentence is left out. */
static void add_news(const struct app *app, const struct ui *ui, struct hero_view *view)
{
    enum message_id news[] = {app->status.paused ? MSG_MEETING_PAUSE_ON : MSG_COUNT,
                              battery_text(app)};
    bool any = news[0] != MSG_COUNT || news[1] != MSG_COUNT;
    if (any && ui->air < 100) {
        view->text[0] = NULL;
    }
    for (uint32_t i = 0; i < sizeof(news) / sizeof(news[0]); i++) {
        if (news[i] != MSG_COUNT) {
            hero_add_text(view, word(app, news[i]));
        }
    }
    if (!any && !is_in_use(app)) {
        bool few = app->status.room == ROOM_FEW;
        hero_add_text(view, word(app, few ? MSG_MEETING_ALOUD_FEW : MSG_MEETING_ALOUD_OPEN));
    }
}

/* Adds Leave, but only where the foot is long enough to keep Leave away from where Unlock and "Open
 * a meeting" stood. Elsewhere the meeting is closed first. */
static void add_leave(const struct app *app, struct ui *ui, struct hero_view *view)
{
    const struct ui_button open = control_of(app, &(struct control)MEETING_OPENS);
    struct ui_button *left = view->left;
    uint32_t count = view->left_count + 1;
    int32_t room = ui->width - 2 * ui->margin_x;
    left[count - 1] = control_of(app, &LEAVE);
    left[count] = control_of(app, &HAND);
    bool one_row = ui_footer_row_width(ui, left, count + 1) <= room;
    bool meets = ui_footer_row_width(ui, left, count) > room - ui_button_width(ui, &open);
    if (ui->width > ui->height && ui_width_um(ui) >= LONG_FOOT_UM && !ui->bare &&
        app->comfort.size != SIZE_XL && !(one_row && meets)) {
        view->left_count = count;
        add_note(app, ui, view, &LEAVE);
    }
}

static void add_left(const struct app *app, struct ui *ui, struct hero_view *view,
                     const struct control *control)
{
    hero_add_left(app, view, control);
    add_note(app, ui, view, control);
}

static struct hero_view view_open(const struct app *app, struct ui *ui)
{
    const struct keeper_status *status = &app->status;
    const bool few = status->room == ROOM_FEW, in_use = is_in_use(app);
    struct hero_view view = {.title_type = TYPE_F_DISPLAY,
                             .title =
                                 few ? word(app, MSG_MEETING_REFLECTION_TITLE)
                                     : meeting_at_time(app, ui, MSG_MEETING_SINCE, status->opened),
                             .mark = in_use ? HERO_IN_USE : HERO_FREE,
                             .mark_text = word(app, in_use ? MSG_MEETING_BUSY : MSG_MEETING_FREE)};
    meeting_set_water(app, &view);
    if (status->meeting == MEETING_ENDING) {
        view.text[0] = word(app, MSG_MEETING_AUTO_ENDING);
    } else {
        view.text[0] = few ? word(app, MSG_MEETING_REFLECTION_BODY)
                           : meeting_at_time(app, ui, MSG_MEETING_OPEN_BODY, status->closes);
        add_news(app, ui, &view);
    }
    hero_add_right(app, &view, &HAND); /* where Unlock stood */
    add_note(app, ui, &view, &HAND);
    add_left(app, ui, &view, &CLOSE[status->room]);
    if (status->meeting != MEETING_ENDING) {
        add_left(app, ui, &view, &PAUSE[status->paused != 0]);
    }
    add_leave(app, ui, &view);
    return view;
}

static struct hero_view view_unsaved(const struct app *app)
{
    static const struct hero_page PAGE = {
        .title = MSG_MEETING_UNSAVED_TITLE,
        .text = {0, MSG_MEETING_UNSAVED_BODY},
        .left = {MEETING_DISCARD},
        .right = {{"meeting.again", MSG_COMMON_TRY_AGAIN, MEETING_DO_REQUEST, MESSAGE_CLOSE,
                   BUTTON_PRIMARY}}};
    struct hero_view view = hero_view_of(app, &PAGE);
    view.text[0] = word(app, outcome_words(DEED_CLOSE, (enum status)app->status.unsaved_why));
    view.lead = view.lifted = true;
    return view;
}

/* Returns whether the keeper closes a meeting that has something to save, and takes long for it. */
static bool is_saving(const struct app *app)
{
    bool saves = app->status.meeting != MEETING_NONE && app->status.room == ROOM_MANY;
    return saves && (app_takes_long(app, MESSAGE_CLOSE) || app_takes_long(app, MESSAGE_LEAVE));
}

static struct hero_view view_saving(const struct app *app)
{
    static const struct hero_page PAGE = {.title = MSG_MEETING_SAVING, .large = true};
    struct hero_view view = hero_view_of(app, &PAGE);
    meeting_set_water(app, &view);
    view.lock_only = true;
    return view;
}

/* Returns whether the screen asks nothing, nothing went wrong, and nothing has to be read first. */
static bool is_at_rest(const struct app *app)
{
    return meeting_of(app)->ask == ASK_NOTHING && meeting_of(app)->problem == STATUS_OK &&
           app->status.last == LAST_FINE;
}

/* Adds what has room while nothing is open: words about the battery, the way out, the chores. */
static void add_at_rest(const struct app *app, struct ui *ui, struct hero_view *view)
{
    enum message_id battery = battery_text(app);
    if (is_at_rest(app)) {
        if (battery != MSG_COUNT) {
            hero_add_text(view, word(app, battery));
        }
        hero_add_left(app, view, &LEAVE);
        meeting_add_setup(app, ui, view);
    }
}

static struct hero_view view_of(const struct app *app, struct ui *ui)
{
    if (is_saving(app)) {
        return view_saving(app);
    }
    if (meeting_asks(app)) {
        return meeting_view_ask(app, ui);
    }
    if (app->status.meeting == MEETING_UNSAVED) {
        return view_unsaved(app);
    }
    if (app->status.meeting != MEETING_NONE) {
        return view_open(app, ui);
    }
    struct hero_view view = meeting_view_closed(app, ui);
    add_at_rest(app, ui, &view);
    return view;
}

static void build(const struct app *app, struct ui *ui)
{
    if (app->status.meeting == MEETING_NONE && meeting_of(app)->ask == ASK_ROOM) {
        meeting_build_room(app, ui);
        return;
    }
    const struct hero_view view = view_of(app, ui);
    hero_draw(app, ui, &view);
}

/* Shows a question. It is another view, which takes no press at first; otherwise three quick taps
 * in one place would discard a meeting. The words about an earlier failure go. */
static void ask(struct app *app, enum meeting_ask what)
{
    meeting_state(app)->ask = (uint8_t)what;
    meeting_state(app)->problem = STATUS_OK;
    app_view(app);
}

/* Returns the request for the caller to fill; NULL when one of this type is open already. */
static struct message *request(struct app *app, enum message_type type)
{
    struct message *message = app_ask(app, SCREEN_MEETING, type);
    if (message != NULL) {
        meeting_state(app)->unsaved = app->status.meeting == MEETING_UNSAVED;
        ask(app, ASK_NOTHING);
    }
    return message;
}

/* Asks to leave. The keeper closes an open meeting first; when the close fails, this screen says so
 * and nobody leaves. */
static void request_leave(struct app *app, int32_t how)
{
    struct message *message = request(app, MESSAGE_LEAVE);
    if (message != NULL) {
        message->as.leave = (uint8_t)how;
    }
}

static void request_open(struct app *app, int32_t room)
{
    struct message *message = request(app, MESSAGE_OPEN);
    if (message != NULL) {
        message->as.open.room = (uint8_t)room;
        if (room == ROOM_MANY && meeting_of(app)->dated) {
            message->as.open.month = meeting_month(app);
        }
        meeting_state(app)->dated = false;
    }
}

static void open_unless_swap(struct app *app, int32_t room)
{
    if (room == ROOM_MANY && app->status.swap_on) {
        ask(app, ASK_SWAP);
    } else {
        request_open(app, room);
    }
}

static void set_month(struct app *app, struct month month)
{
    meeting_state(app)->year = month.year;
    meeting_state(app)->month = month.month;
}

static void choose_room(struct app *app, int32_t room)
{
    if (room == ROOM_MANY && app->status.clock_doubt && !meeting_of(app)->dated) {
        set_month(app, app->status.month);
        ask(app, ASK_CLOCK);
    } else if (room == ROOM_MANY && app->status.space != HEALTH_SPACE_FINE) {
        ask(app, ASK_SPACE);
    } else {
        open_unless_swap(app, room);
    }
}

static void act(struct app *app, enum action action, int32_t arg)
{
    switch ((int)action) {
    case MEETING_DO_ASK:
        meeting_state(app)->dated = false;
        ask(app, (enum meeting_ask)arg);
        break;
    case MEETING_DO_ROOM:
        choose_room(app, arg);
        break;
    case MEETING_DO_MONTH:
        set_month(app, month_after(meeting_month(app), arg));
        break;
    case MEETING_DO_DATED:
        if (arg != 0) {
            set_month(app, app->status.today.month);
        }
        meeting_state(app)->dated = true;
        choose_room(app, ROOM_MANY);
        break;
    case MEETING_DO_OPEN:
        request_open(app, arg);
        break;
    case MEETING_DO_OPEN_ANYWAY:
        open_unless_swap(app, ROOM_MANY);
        break;
    case MEETING_DO_REQUEST:
        (void)request(app, (enum message_type)arg);
        break;
    case MEETING_DO_PAUSE:
        ASK_WITH(app, SCREEN_MEETING, MESSAGE_PAUSE, flag, arg != 0);
        break;
    case MEETING_DO_LEAVE:
        request_leave(app, arg);
        break;
    case MEETING_DO_HEALTH:
        meeting_state(app)->ask = ASK_NOTHING;
        app_call(app, SCREEN_HEALTH);
        break;
    default:
        break;
    }
}

static bool answer(struct app *app, enum message_type asked, const struct message *answer)
{
    const bool was_unsaved = meeting_of(app)->unsaved != 0;
    meeting_state(app)->problem = answer->as.status.result;
    meeting_state(app)->unsaved = app->status.meeting == MEETING_UNSAVED;
    return (asked == MESSAGE_OPEN && meeting_tells_refusal(app)) ||
           (meeting_of(app)->unsaved != 0 && !was_unsaved);
}

const struct screen_ops SCREEN_OPS_MEETING = {
    .part = {.state_bytes = sizeof(struct meeting), .answer = answer},
    .patience = PATIENCE_FACILITATOR,
    .build = build,
    .act = act,
    .focus_id = "meeting.keep",
    .back_id = "meeting.keep",
    .own = {"meeting.open", "meeting.hand", "meeting.close", "meeting.keep", "meeting.yes",
            "meeting.again", "meeting.room.few", "meeting.room.many"},
};
