/* SPDX-License-Identifier: MIT */
/* The meeting's screen while nothing is open and nothing is asked: how the last meeting ended, and
 * what stands in the way of the next. */
#include "screens/facilitator/meeting.h"

#include "screens/facilitator/outcome.h"
#include "screens/setup/setup.h"

enum { SET_MEETINGS = TOTALS_MEETINGS_PER_BLOCK, ROOMY_AIR = 60 };

static const struct hero_page NOTHING_OPEN = {
    .title = MSG_MEETING_CLOSED, .large = true, .strength = WATER_CLOSED};

/* The four stones of the set under way. */
static void add_stones(const struct app *app, struct ui *ui, struct hero_view *view,
                       uint32_t filled)
{
    view->mark = HERO_STONES;
    view->filled = filled;
    view->mark_text = fill_number(app, ui, MSG_MEETING_SAVED_SET, "n", filled);
    view->mark_spoken = fill_number(app, ui, MSG_MEETING_SAVED_SET_S, "n", filled);
}

static struct hero_view view_nothing_open(const struct app *app, struct ui *ui)
{
    struct hero_view view = hero_view_of(app, &NOTHING_OPEN);
    if (app->status.simulated) {
        view.text[0] = word(app, MSG_MEETING_DEMO);
        return view;
    }
    uint32_t held = app->status.open_meetings;
    add_stones(app, ui, &view, held);
    view.text[0] = fill_plural(app, ui, MSG_MEETING_NEXT, SET_MEETINGS - held, NULL, 0);
    hero_add_right(app, &view, &(struct control)MEETING_OPENS);
    return view;
}

static struct hero_view view_last(const struct app *app)
{
    static const struct control SEEN = {"meeting.seen", MSG_COMMON_CONTINUE, MEETING_DO_REQUEST,
                                        MESSAGE_SEEN, .kind = BUTTON_PRIMARY};
    struct hero_view view = hero_view_of(app, &NOTHING_OPEN);
    if (app->status.last == LAST_UNSURE) {
        view.text[0] = word(app, MSG_MEETING_LAST_UNSURE);
    } else {
        view.title = word(app, MSG_MEETING_LAST_TITLE);
        view.text[0] = word(app, MSG_MEETING_LAST_BODY);
    }
    hero_add_right(app, &view, &SEEN);
    return view;
}

/* Fills the view of a refused opening. Returns false when the screen has no words for the
 * refusal. */
static bool view_refused(const struct app *app, struct hero_view *view)
{
    static const struct hero_page NO_LOCK = {.title = MSG_MEETING_NOLOCK_TITLE,
                                             .strength = WATER_CLOSED,
                                             .left = {MEETING_KEEP(MSG_COMMON_BACK), MEETING_FEW},
                                             .right = {MEETING_HEALTH}};
    static const struct hero_page BATTERY = {.title = MSG_MEETING_CLOSED,
                                             .large = true,
                                             .strength = WATER_CLOSED,
                                             .left = {MEETING_KEEP(MSG_COMMON_BACK), MEETING_FEW}};
    const uint8_t why = meeting_of(app)->problem;
    const enum message_id words = outcome_words(DEED_OPEN, (enum status)why);
    if (words == 0 || (why == STATUS_DENIED && app->status.battery != BATTERY_EMPTY)) {
        return false; /* only a battery denies an opening that is offered */
    }
    if (why == STATUS_NO_LOCK || why == STATUS_DENIED) {
        *view = hero_view_of(app, why == STATUS_NO_LOCK ? &NO_LOCK : &BATTERY);
    } else {
        *view = hero_view_of(app, &NOTHING_OPEN);
        if (words == MSG_ERROR_FOLDER) { /* the words name that screen */
            hero_add_right(app, view, &(struct control)MEETING_HEALTH);
        }
        hero_add_right(app, view, &(struct control)MEETING_OPENS);
    }
    view->text[0] = word(app, words);
    return true;
}

static struct hero_view view_saved(const struct app *app, struct ui *ui)
{
    const struct keeper_status *status = &app->status;
    struct hero_view view = hero_view_of(app, &NOTHING_OPEN);
    bool alone = status->ended == ENDED_SAVED_ALONE, full = status->open_meetings == 0;
    view.low = true; /* the words need the room */
    view.title = alone ? meeting_at_time(app, ui, MSG_MEETING_AUTO_SAVED, status->closed)
                       : word(app, MSG_MEETING_SAVED_TITLE);
    view.title_type = alone ? TYPE_DISPLAY_SMALL : TYPE_F_DISPLAY;
    add_stones(app, ui, &view, full ? SET_MEETINGS : status->open_meetings);
    if (full) {
        view.text[0] = word(app, MSG_MEETING_SAVED_FULL);
    } else if (!alone) {
        struct text_arg time = {"time", clock_words(app, ui, status->closed)};
        view.text[0] =
            fill_plural(app, ui, MSG_MEETING_SAVED_BODY, SET_MEETINGS - view.filled, &time, 1);
    }
    if (!full) {
        hero_add_text(&view, word(app, MSG_MEETING_SAVED_ALONE));
    }
    if (app->status.file == FILE_CHANGED) {
        hero_add_text(&view, word(app, MSG_ERROR_CHANGED_BODY));
    } else if (!alone) {
        hero_add_text(&view, word(app, MSG_MEETING_ALOUD_CLOSED));
    }
    hero_add_right(app, &view, &(struct control)MEETING_OPENS);
    return view;
}

/* What else can have become of a meeting. One that was to be discarded may be on the disk all the
 * same. */
static const struct {
    enum message_id title, body; /* 0: the usual words */
} ENDED[] = {
    [ENDED_REFLECTION] = {MSG_MEETING_REFLECTION_CLOSED, 0},
    [ENDED_DISCARDED] = {MSG_MEETING_DISCARD_DONE, 0},
    [ENDED_KEPT] = {MSG_MEETING_DISCARD_KEPT, MSG_MEETING_DISCARD_KEPT_BODY},
    [ENDED_UNSURE] = {MSG_MEETING_DISCARD_UNSURE, MSG_MEETING_DISCARD_UNSURE_BODY},
};

bool meeting_tells_refusal(const struct app *app)
{
    struct hero_view view;
    return app->status.meeting == MEETING_NONE && app->status.last == LAST_FINE &&
           view_refused(app, &view);
}

struct hero_view meeting_view_closed(const struct app *app, struct ui *ui)
{
    const enum ended ended = (enum ended)app->status.ended;
    struct hero_view view;
    if (app->status.last != LAST_FINE) {
        return view_last(app);
    }
    if (view_refused(app, &view)) {
        return view;
    }
    if (ended == ENDED_SAVED || ended == ENDED_SAVED_ALONE) {
        return view_saved(app, ui);
    }
    view = view_nothing_open(app, ui);
    if (ended != ENDED_NOT) {
        view.title = word(app, ENDED[ended].title);
    }
    if (ended != ENDED_NOT && ENDED[ended].body != 0) {
        view.title_type = TYPE_TITLE;
        view.text[0] = word(app, ENDED[ended].body);
    }
    return view;
}

void meeting_add_setup(const struct app *app, struct ui *ui, struct hero_view *view)
{
    const enum ended ended = (enum ended)app->status.ended;
    const bool troubled = ended == ENDED_KEPT || ended == ENDED_UNSURE;
    const uint32_t count = troubled ? 0 : setup_open_chips(app, view->chip);
    if (count > 0 && ui->air >= ROOMY_AIR) {
        view->chips_head = word(app, MSG_SETUP_LIST_WHEN);
        view->chip_count = count;
    } else if (count > 0) {
        view->chip[0] = (struct ui_button){.id = "meeting.setup",
                                           .label = setup_open_words(app, ui),
                                           .kind = BUTTON_CHIP,
                                           .icon_after = ICON_NEXT,
                                           .action = ACTION_CALL,
                                           .arg = SCREEN_SETUP_LIST};
        view->chip_count = 1;
        if (ended == ENDED_NOT) {
            view->text[0] = NULL; /* the stones say the same */
        }
    }
}
