/* SPDX-License-Identifier: MIT */
/* The meeting: closed, the question about the room, open, ending, closed again. What the screen
 * shows follows from the keeper's status and from what was asked; while a meeting is open it shows
 * whether the screen is in use, and nothing else. */
#include "screens/facilitator/meeting.h"

enum { LONG_FOOT_UM = 250000 };

static struct meeting *mine(struct app *app)
{
    return part_state(app, SCREEN_MEETING);
}

static struct ui_button discard_button(const struct app *app)
{
    return meeting_button(app, "meeting.discard", MSG_MEETING_DISCARD, MEETING_DO_ASK, ASK_DISCARD);
}

/* It locks, and people find Welcome. */
static struct ui_button hand_button(const struct app *app)
{
    return (struct ui_button){.id = "meeting.hand",
                              .label = word(app, MSG_MEETING_HAND),
                              .kind = BUTTON_PRIMARY,
                              .action = ACTION_LOCK};
}

/* What follows a press on a control that is in the view already. */
static void add_note(const struct app *app, struct ui *ui, struct hero_view *view,
                     const struct ui_button *of, const char *id, enum message_id text)
{
    const struct text_arg args[] = {{"label", of->label}, {"note", word(app, text)}};
    view->note[view->note_count++] =
        (struct hero_note){.id = id,
                           .of = of->id,
                           .text = args[1].value,
                           .spoken = fill(app, ui, MSG_MEETING_NOTE_S, args, 2)};
}

static bool is_in_use(const struct app *app)
{
    return app->visit != VISIT_NONE;
}

/* That starts are paused, that the battery is low: neither hides the other. Where all would need a
 * second page, they stand without the usual sentence. */
static void add_news(const struct app *app, const struct ui *ui, struct hero_view *view)
{
    enum message_id news[] = {app->status.paused ? MSG_MEETING_PAUSE_ON : MSG_COUNT,
                              meeting_battery_text(app)};
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

/* Only where the foot is long enough to keep Leave away from where Unlock and "Open a meeting"
 * stood; else close first, then leave. */
static void add_leave(const struct app *app, struct ui *ui, struct hero_view *view)
{
    const struct ui_button open = meeting_open_button(app);
    struct ui_button *left = view->left;
    uint32_t count = view->left_count + 1;
    int32_t room = ui->width - 2 * ui->margin_x;
    left[count - 1] = meeting_leave_button(app);
    left[count] = hand_button(app);
    bool one_row = ui_footer_row_width(ui, left, count + 1) <= room;
    bool meets = ui_footer_row_width(ui, left, count) > room - ui_button_width(ui, &open);
    if (ui->width > ui->height && ui_width_um(ui) >= LONG_FOOT_UM && !ui->bare &&
        app->comfort.size != SIZE_XL && !(one_row && meets)) {
        view->left_count = count;
        add_note(app, ui, view, &left[count - 1], "meeting.leave.note", MSG_MEETING_LEAVE_NOTE);
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
                      : meeting_at_time(app, ui, MSG_MEETING_SINCE, status->opened);
    view->mark = is_in_use(app) ? HERO_IN_USE : HERO_FREE;
    view->mark_text = word(app, is_in_use(app) ? MSG_MEETING_BUSY : MSG_MEETING_FREE);
    if (ending) {
        view->text[0] = word(app, MSG_MEETING_AUTO_ENDING);
    } else {
        view->text[0] = few ? word(app, MSG_MEETING_REFLECTION_BODY)
                            : meeting_at_time(app, ui, MSG_MEETING_OPEN_BODY, status->closes);
        add_news(app, ui, view);
    }
    view->right[view->right_count++] = hand_button(app); /* where Unlock stood */
    add_note(app, ui, view, &view->right[0], "meeting.hand.note", MSG_MEETING_HAND_NOTE);
    struct ui_button *left = view->left;
    left[view->left_count++] =
        meeting_button(app, "meeting.close", MSG_MEETING_CLOSE, MEETING_DO_ASK, ASK_CLOSE);
    add_note(app, ui, view, &left[0], "meeting.close.note",
             few ? MSG_MEETING_CLOSE_NOTE_FEW : MSG_MEETING_CLOSE_NOTE);
    if (!ending) {
        left[view->left_count++] =
            meeting_button(app, "meeting.pause", paused ? MSG_MEETING_PAUSE_OFF : MSG_MEETING_PAUSE,
                           MEETING_DO_PAUSE, !paused);
        add_note(app, ui, view, &left[1], "meeting.pause.note",
                 paused ? MSG_MEETING_PAUSE_OFF_NOTE : MSG_MEETING_PAUSE_NOTE);
    }
    add_leave(app, ui, view);
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
    view->left[view->left_count++] = discard_button(app);
    view->right[view->right_count++] =
        meeting_primary(app, "meeting.again", MSG_COMMON_TRY_AGAIN, MEETING_DO_CLOSE, 0);
}

/* Closing and discarding ask first. */
static void view_ask(const struct app *app, struct hero_view *view)
{
    static const struct {
        enum message_id title, yes, keep;
        enum meeting_action action;
        enum meeting_ask next;
    } ASKS[] = {
        [ASK_CLOSE] = {MSG_MEETING_CLOSE_ASK, MSG_MEETING_CLOSE, MSG_MEETING_CLOSE_KEEP,
                       MEETING_DO_CLOSE, ASK_NOTHING},
        [ASK_DISCARD] = {MSG_MEETING_DISCARD_ASK1, MSG_MEETING_DISCARD, MSG_MEETING_DISCARD_KEEP,
                         MEETING_DO_ASK, ASK_DISCARD_AGAIN},
        [ASK_DISCARD_AGAIN] = {MSG_MEETING_DISCARD_ASK2, MSG_MEETING_DISCARD_ASK2_B1,
                               MSG_MEETING_DISCARD_KEEP, MEETING_DO_DISCARD, ASK_NOTHING},
    };
    bool few = app->status.room == ROOM_FEW;
    uint8_t ask = meeting_of(app)->ask;
    bool erases = ask == ASK_CLOSE && is_in_use(app);
    view->title = word(app, erases ? MSG_MEETING_CLOSE_BUSY : ASKS[ask].title);
    view->title_type = TYPE_TITLE;
    view->strength = few ? WATER_REFLECTION : WATER_OPEN;
    view->dotted = few;
    view->stone = true;
    view->left[view->left_count++] = meeting_keep_button(app, ASKS[ask].keep);
    struct ui_button yes =
        meeting_button(app, "meeting.yes", erases ? MSG_MEETING_CLOSE_BUSY_B2 : ASKS[ask].yes,
                       ASKS[ask].action, ASKS[ask].next);
    /* Not where the one before it stood. */
    if (ask == ASK_DISCARD) {
        view->left[view->left_count++] = yes;
    } else {
        view->right[view->right_count++] = yes;
    }
    if (ask == ASK_CLOSE && !few) { /* the other way to end it */
        view->right[view->right_count++] = discard_button(app);
    }
}

static bool asks_about_meeting(const struct app *app)
{
    uint8_t ask = meeting_of(app)->ask;
    return ask == ASK_CLOSE || ask == ASK_DISCARD || ask == ASK_DISCARD_AGAIN;
}

/* Nothing was asked, nothing went wrong, nothing has to be read first. */
static bool is_at_rest(const struct app *app)
{
    return meeting_of(app)->ask == ASK_NOTHING && meeting_of(app)->problem == STATUS_OK &&
           app->status.last == LAST_FINE;
}

/* While nothing is open there is room for one more sentence. */
static void add_battery(const struct app *app, struct hero_view *view)
{
    enum message_id battery = meeting_battery_text(app);
    if (battery != MSG_COUNT && is_at_rest(app)) {
        hero_add_text(view, word(app, battery));
    }
}

static void build(const struct app *app, struct ui *ui)
{
    bool none = app->status.meeting == MEETING_NONE;
    if (none && meeting_of(app)->ask == ASK_ROOM) {
        meeting_build_room(app, ui);
        return;
    }
    struct hero_view view = {.title_type = TYPE_F_DISPLAY};
    if (meeting_is_saving(app)) {
        meeting_view_saving(app, &view);
    } else if (meeting_of(app)->ask == ASK_LEAVE) {
        meeting_view_leave(app, &view);
    } else if (none) {
        meeting_view_closed(app, ui, &view);
        add_battery(app, &view);
        if (is_at_rest(app)) {
            view.left[view.left_count++] = meeting_leave_button(app);
            meeting_add_setup(app, ui, &view);
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

/* Another view takes nothing at first: otherwise three quick taps in one place would discard a
 * meeting. What went wrong before is read. */
static void ask(struct app *app, enum meeting_ask what)
{
    mine(app)->ask = (uint8_t)what;
    mine(app)->problem = STATUS_OK;
    app_view(app);
}

/* NULL: the same is asked for already. */
static struct message *request(struct app *app, enum message_type type)
{
    struct message *message = app_ask(app, SCREEN_MEETING, type);
    if (message != NULL) {
        mine(app)->asked_ms = app->now_ms;
        mine(app)->unsaved = app->status.meeting == MEETING_UNSAVED;
        ask(app, ASK_NOTHING);
    }
    return message;
}

/* What is open closes first; when that does not work, this screen says so and nobody has left. */
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
        if (room == ROOM_MANY && mine(app)->dated) {
            message->as.open.month = (struct month){mine(app)->year, mine(app)->month};
        }
        mine(app)->dated = false;
    }
}

static void request_pause(struct app *app, int32_t paused)
{
    struct message *message = app_ask(app, SCREEN_MEETING, MESSAGE_PAUSE);
    if (message != NULL) {
        message->as.flag = paused != 0;
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
    mine(app)->year = month.year;
    mine(app)->month = month.month;
    app->stale = true;
}

static void choose_room(struct app *app, int32_t room)
{
    if (room == ROOM_MANY && app->status.clock_doubt && !mine(app)->dated) {
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
        mine(app)->dated = false;
        ask(app, (enum meeting_ask)arg);
        break;
    case MEETING_DO_ROOM:
        choose_room(app, arg);
        break;
    case MEETING_DO_MONTH: {
        const struct month month = {mine(app)->year, mine(app)->month};
        set_month(app, month_after(month, arg));
        break;
    }
    case MEETING_DO_DATED:
        if (arg != 0) {
            set_month(app, app->status.today.month);
        }
        mine(app)->dated = true;
        choose_room(app, ROOM_MANY);
        break;
    case MEETING_DO_OPEN:
        request_open(app, arg);
        break;
    case MEETING_DO_OPEN_ANYWAY:
        open_unless_swap(app, ROOM_MANY);
        break;
    case MEETING_DO_CLOSE:
        (void)request(app, MESSAGE_CLOSE);
        break;
    case MEETING_DO_DISCARD:
        (void)request(app, MESSAGE_DISCARD);
        break;
    case MEETING_DO_SEE:
        (void)request(app, MESSAGE_SEEN);
        break;
    case MEETING_DO_PAUSE:
        request_pause(app, arg);
        break;
    case MEETING_DO_LEAVE:
        request_leave(app, arg);
        break;
    case MEETING_DO_HEALTH:
        mine(app)->ask = ASK_NOTHING;
        app_call(app, SCREEN_HEALTH);
        break;
    default:
        break;
    }
}

static bool answer(struct app *app, enum message_type asked, const struct message *answer)
{
    const bool was_unsaved = meeting_of(app)->unsaved != 0;
    mine(app)->problem = answer->as.status.result;
    mine(app)->unsaved = app->status.meeting == MEETING_UNSAVED;
    return (asked == MESSAGE_OPEN && meeting_tells_refusal(app)) ||
           (meeting_of(app)->unsaved != 0 && !was_unsaved);
}

static uint64_t saving_due(const struct app *app)
{
    bool waits = meeting_is_closing(app) && !meeting_is_saving(app);
    return waits ? meeting_of(app)->asked_ms + SAVING_MS : UINT64_MAX;
}

const struct screen_ops SCREEN_OPS_MEETING = {
    .part = {.state_bytes = sizeof(struct meeting), .answer = answer, .due = saving_due},
    .patience = PATIENCE_FACILITATOR,
    .facilitator = true,
    .build = build,
    .act = act,
    .focus_id = "meeting.keep",
    .back_id = "meeting.keep",
    .own = {"meeting.open", "meeting.hand", "meeting.close", "meeting.keep", "meeting.yes",
            "meeting.again", "meeting.room.few", "meeting.room.many"},
};
