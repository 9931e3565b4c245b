/* SPDX-License-Identifier: MIT */
/* The meeting's screen while nothing is open: how the last meeting ended, the questions before the
 * next, and what stands in its way. */
#include "screens/facilitator/meeting.h"

#include "screens/parts/controls.h"
#include "screens/setup/setup.h"
#include "ui/cards.h"
#include "ui/pictures.h"

enum { SET_MEETINGS = TOTALS_MEETINGS_PER_BLOCK, ROOMY_AIR = 60 };

struct ui_button meeting_open_button(const struct app *app)
{
    return meeting_primary(app, "meeting.open", MSG_MEETING_OPEN_BUTTON, MEETING_DO_ASK, ASK_ROOM);
}

static struct ui_button health_button(const struct app *app)
{
    return meeting_button(app, "meeting.health", MSG_MEETING_SWAP_BUTTONS_3, MEETING_DO_HEALTH, 0);
}

static struct ui_button reflection_button(const struct app *app)
{
    return meeting_button(app, "meeting.few", MSG_MEETING_SWAP_BUTTONS_2, MEETING_DO_OPEN,
                          ROOM_FEW);
}

/* The four stones of the set under way. */
static void add_stones(const struct app *app, struct ui *ui, struct hero_view *view,
                       uint32_t filled)
{
    char n[NUMBER_BYTES];
    struct text_arg held = {"n", number_digits(app, n, filled)};
    view->mark = HERO_STONES;
    view->filled = filled;
    view->mark_text = fill(app, ui, MSG_MEETING_SAVED_SET, &held, 1);
    view->mark_spoken = fill(app, ui, MSG_MEETING_SAVED_SET_S, &held, 1);
}

static void view_nothing_open(const struct app *app, struct ui *ui, struct hero_view *view)
{
    view->title = word(app, MSG_MEETING_CLOSED);
    view->strength = WATER_CLOSED;
    if (app->status.simulated) {
        view->text[0] = word(app, MSG_MEETING_DEMO);
        return;
    }
    uint32_t held = app->status.open_meetings;
    add_stones(app, ui, view, held);
    view->text[0] = fill_plural(app, ui, MSG_MEETING_NEXT, SET_MEETINGS - held, NULL, 0);
    view->right[view->right_count++] = meeting_open_button(app);
}

static void view_last(const struct app *app, struct hero_view *view)
{
    view->strength = WATER_CLOSED;
    bool unsure = app->status.last == LAST_UNSURE;
    view->title = word(app, unsure ? MSG_MEETING_CLOSED : MSG_MEETING_LAST_TITLE);
    view->text[0] = word(app, unsure ? MSG_MEETING_LAST_UNSURE : MSG_MEETING_LAST_BODY);
    view->right[view->right_count++] =
        meeting_primary(app, "meeting.seen", MSG_COMMON_CONTINUE, MEETING_DO_SEE, 0);
}

static void view_swap(const struct app *app, struct hero_view *view)
{
    view->title = word(app, MSG_MEETING_SWAP_TITLE);
    view->title_type = TYPE_TITLE;
    view->text[0] = word(app, MSG_MEETING_SWAP_BODY);
    view->left[view->left_count++] = meeting_keep_button(app, MSG_MEETING_NOT_YET);
    view->left[view->left_count++] =
        meeting_button(app, "meeting.many", MSG_MEETING_SWAP_BUTTONS_1, MEETING_DO_OPEN, ROOM_MANY);
    view->left[view->left_count++] = reflection_button(app);
    view->right[view->right_count++] = health_button(app);
}

/* Opening was refused: what stands in the way. */
static bool view_refused(const struct app *app, struct hero_view *view)
{
    view->strength = WATER_CLOSED;
    switch ((int)meeting_of(app)->problem) {
    case STATUS_NO_LOCK:
        view->title = word(app, MSG_MEETING_NOLOCK_TITLE);
        view->title_type = TYPE_TITLE;
        view->text[0] = word(app, MSG_MEETING_NOLOCK_BODY);
        view->left[view->left_count++] = meeting_keep_button(app, MSG_COMMON_BACK);
        view->left[view->left_count++] = reflection_button(app);
        view->right[view->right_count++] = health_button(app);
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
        view->right[view->right_count++] = health_button(app);
        break;
    default:
        return false;
    }
    view->title = word(app, MSG_MEETING_CLOSED);
    view->right[view->right_count++] = meeting_open_button(app);
    return true;
}

static void view_saved(const struct app *app, struct ui *ui, struct hero_view *view)
{
    const struct keeper_status *status = &app->status;
    bool alone = status->ended == ENDED_SAVED_ALONE, full = status->open_meetings == 0;
    view->strength = WATER_CLOSED;
    view->low = true; /* it has much to say */
    view->title = alone ? meeting_at_time(app, ui, MSG_MEETING_AUTO_SAVED, status->closed)
                        : word(app, MSG_MEETING_SAVED_TITLE);
    view->title_type = alone ? TYPE_DISPLAY_SMALL : TYPE_F_DISPLAY;
    add_stones(app, ui, view, full ? SET_MEETINGS : status->open_meetings);
    if (full) {
        view->text[0] = word(app, MSG_MEETING_SAVED_FULL);
    } else if (!alone) {
        struct text_arg time = {"time", clock_words(app, ui, status->closed)};
        view->text[0] =
            fill_plural(app, ui, MSG_MEETING_SAVED_BODY, SET_MEETINGS - view->filled, &time, 1);
    }
    if (!full) {
        hero_add_text(view, word(app, MSG_MEETING_SAVED_ALONE));
    }
    if (app->status.file == FILE_CHANGED) {
        hero_add_text(view, word(app, MSG_ERROR_CHANGED_BODY));
    } else if (!alone) {
        hero_add_text(view, word(app, MSG_MEETING_ALOUD_CLOSED));
    }
    view->right[view->right_count++] = meeting_open_button(app);
}

/* What was to be discarded is on the disk, or may be. */
static void view_not_discarded(const struct app *app, struct ui *ui, struct hero_view *view)
{
    bool unsure = app->status.ended == ENDED_UNSURE;
    view_nothing_open(app, ui, view);
    view->title = word(app, unsure ? MSG_MEETING_DISCARD_UNSURE : MSG_MEETING_DISCARD_KEPT);
    view->title_type = TYPE_TITLE;
    view->text[0] =
        word(app, unsure ? MSG_MEETING_DISCARD_UNSURE_BODY : MSG_MEETING_DISCARD_KEPT_BODY);
}

bool meeting_tells_refusal(const struct app *app)
{
    struct hero_view view = {.left_count = 0};
    return app->status.meeting == MEETING_NONE && app->status.last == LAST_FINE &&
           view_refused(app, &view);
}

void meeting_view_closed(const struct app *app, struct ui *ui, struct hero_view *view)
{
    if (meeting_of(app)->ask == ASK_SWAP) {
        view_swap(app, view);
        return;
    }
    if (meeting_of(app)->ask == ASK_CLOCK) {
        meeting_view_clock(app, ui, view);
        return;
    }
    if (meeting_of(app)->ask == ASK_MONTH) {
        meeting_view_month(app, ui, view);
        return;
    }
    if (meeting_of(app)->ask == ASK_SPACE) {
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
        view_nothing_open(app, ui, view);
        view->title =
            word(app, app->status.ended == ENDED_DISCARDED ? MSG_MEETING_DISCARD_DONE
                                                           : MSG_MEETING_REFLECTION_CLOSED);
        return;
    case ENDED_KEPT:
    case ENDED_UNSURE:
        view_not_discarded(app, ui, view);
        return;
    case ENDED_NOT:
        break;
    }
    view_nothing_open(app, ui, view);
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
            view->text[0] = NULL; /* the stones tell the same */
        }
    }
}

/* Two equal answers, and nothing of them is kept. */
void meeting_build_room(const struct app *app, struct ui *ui)
{
    const struct picture_card cards[] = {
        {{.id = "meeting.room.few",
          .title = word(app, MSG_MEETING_ROOM_FEW),
          .note = word(app, MSG_MEETING_ROOM_FEW_NOTE),
          .action = MEETING_DO_ROOM,
          .arg = ROOM_FEW},
         picture_few},
        {{.id = "meeting.room.many",
          .title = word(app, MSG_MEETING_ROOM_MANY),
          .note = word(app, MSG_MEETING_ROOM_MANY_NOTE),
          .action = MEETING_DO_ROOM,
          .arg = ROOM_MANY},
         picture_many},
    };
    struct ui_button back = meeting_keep_button(app, MSG_COMMON_BACK), rooms[2];
    back.icon = ICON_BACK;
    cards_buttons(cards, 2, rooms);
    struct ui_button more = control_more(app);
    /* Where there is no room for cards both choices are controls at the foot. */
    struct ui_footer footer = {&back, 1, rooms, ui->compact ? 2 : 0, &more};
    struct flow flow;
    flow_begin(&flow, ui, ui_footer(ui, &footer));
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
    if (ui->compact) {
        cards_notes(&flow, cards, 2);
    } else {
        flow_gap(&flow, 9000);
        cards_flow(&flow, cards, 2, true);
    }
    flow_end(&flow);
}
