/* SPDX-License-Identifier: MIT */
/* The questions of the meeting's screen, a row each, and what changes in them. The way out stands
 * first, and a yes never stands where the yes of the question before stood. The file also has what
 * other views share with the questions. */
#include "screens/facilitator/meeting.h"

#include "screens/parts/page.h"
#include "ui/pictures.h"

static const struct hero_page PAGES[] = {
    [ASK_CLOCK] = {.text = {MSG_MEETING_CLOCK_BODY},
                   .strength = WATER_CLOSED,
                   .left = {MEETING_KEEP(MSG_MEETING_NOT_YET),
                            {"meeting.dated", MSG_MEETING_CLOCK_YES, MEETING_DO_DATED, 1}},
                   .right = {{"meeting.month", MSG_MEETING_CLOCK_NO, MEETING_DO_ASK, ASK_MONTH}}},
    [ASK_MONTH] = {.text = {MSG_MEETING_CLOCK_SET},
                   .strength = WATER_CLOSED,
                   .left = {MEETING_KEEP(MSG_MEETING_NOT_YET),
                            {"meeting.earlier", MSG_MEETING_CLOCK_EARLIER, MEETING_DO_MONTH, -1},
                            {"meeting.later", MSG_MEETING_CLOCK_LATER, MEETING_DO_MONTH, 1}},
                   .right = {{"meeting.dated", MSG_MEETING_CLOCK_USE, MEETING_DO_DATED, 0,
                              BUTTON_PRIMARY}}},
    [ASK_SPACE] = {.title = MSG_ERROR_SPACE,
                   .strength = WATER_CLOSED,
                   .left = {MEETING_KEEP(MSG_MEETING_NOT_YET),
                            {"meeting.anyway", MSG_ERROR_SPACE_B1, MEETING_DO_OPEN_ANYWAY}},
                   .right = {{"meeting.health", MSG_ERROR_SPACE_B2, MEETING_DO_HEALTH}}},
    [ASK_SWAP] = {.title = MSG_MEETING_SWAP_TITLE,
                  .text = {MSG_MEETING_SWAP_BODY},
                  .left = {MEETING_KEEP(MSG_MEETING_NOT_YET),
                           {"meeting.many", MSG_MEETING_SWAP_BUTTONS_1, MEETING_DO_OPEN, ROOM_MANY},
                           MEETING_FEW},
                  .right = {MEETING_HEALTH}},
    [ASK_CLOSE] = {.title = MSG_MEETING_CLOSE_ASK,
                   .left = {MEETING_KEEP(MSG_MEETING_CLOSE_KEEP)},
                   .right = {{"meeting.yes", MSG_MEETING_CLOSE, MEETING_DO_REQUEST,
                              MESSAGE_CLOSE}}},
    [ASK_DISCARD] = {.title = MSG_MEETING_DISCARD_ASK1,
                     .left = {MEETING_KEEP(MSG_MEETING_DISCARD_KEEP),
                              {"meeting.yes", MSG_MEETING_DISCARD, MEETING_DO_ASK,
                               ASK_DISCARD_AGAIN}}},
    [ASK_DISCARD_AGAIN] = {.title = MSG_MEETING_DISCARD_ASK2,
                           .left = {MEETING_KEEP(MSG_MEETING_DISCARD_KEEP)},
                           .right = {{"meeting.yes", MSG_MEETING_DISCARD_ASK2_B1,
                                      MEETING_DO_REQUEST, MESSAGE_DISCARD}}},
    [ASK_LEAVE] = {.title = MSG_MEETING_OFF_ASK,
                   .strength = WATER_CLOSED,
                   .left = {MEETING_KEEP(MSG_MEETING_OFF_STAY)},
                   .right = {{"meeting.leave.yes", MSG_MEETING_OFF_2, MEETING_DO_LEAVE,
                              LEAVE_KIOSK}}},
};

struct month meeting_month(const struct app *app)
{
    return (struct month){meeting_of(app)->year, meeting_of(app)->month};
}

const char *meeting_at_time(const struct app *app, struct ui *ui, enum message_id id,
                            struct civil_time time)
{
    return fill_one(app, ui, id, "time", clock_words(app, ui, time));
}

void meeting_set_water(const struct app *app, struct hero_view *view)
{
    view->stone = true;
    view->dotted = app->status.room == ROOM_FEW;
    view->strength = view->dotted ? WATER_REFLECTION : WATER_OPEN;
}

bool meeting_asks(const struct app *app)
{
    const uint8_t ask = meeting_of(app)->ask;
    const bool none = app->status.meeting == MEETING_NONE;
    return ask == ASK_LEAVE || (ask != ASK_NOTHING && none == (ask < ASK_CLOSE));
}

/* Completes the question whether to close: a turn that is under way is erased, and a meeting can be
 * discarded instead. */
static void add_close(const struct app *app, struct hero_view *view)
{
    if (app->visit != VISIT_NONE) {
        view->title = word(app, MSG_MEETING_CLOSE_BUSY);
        view->right[0].label = word(app, MSG_MEETING_CLOSE_BUSY_B2);
    }
    if (app->status.room != ROOM_FEW) {
        hero_add_right(app, view, &(struct control)MEETING_DISCARD);
    }
}

static void add_leave(const struct app *app, struct hero_view *view)
{
    const bool few = app->status.room == ROOM_FEW;
    if (app->status.meeting != MEETING_NONE) {
        view->text[0] = word(app, few ? MSG_MEETING_OFF_CLOSES_FEW : MSG_MEETING_OFF_CLOSES);
    }
    if (app->status.can_switch_off) {
        hero_add_right(app, view,
                       &(struct control){"meeting.off", MSG_MEETING_OFF_1, MEETING_DO_LEAVE,
                                         .arg = LEAVE_OFF});
    }
}

struct hero_view meeting_view_ask(const struct app *app, struct ui *ui)
{
    const struct meeting *meeting = meeting_of(app);
    struct hero_view view = hero_view_of(app, &PAGES[meeting->ask]);
    if (app->status.meeting != MEETING_NONE) {
        meeting_set_water(app, &view);
    }
    if (meeting->ask == ASK_CLOCK) {
        view.title = fill_one(app, ui, MSG_MEETING_CLOCK_ASK, "month",
                              month_words(app, ui, app->status.today.month));
    } else if (meeting->ask == ASK_MONTH) {
        view.title = month_words(app, ui, meeting_month(app));
    } else if (meeting->ask == ASK_SPACE && app->status.space == HEALTH_SPACE_MEMORY) {
        view.title = word(app, MSG_ERROR_MEMORY);
    } else if (meeting->ask == ASK_CLOSE) {
        add_close(app, &view);
    } else if (meeting->ask == ASK_LEAVE) {
        add_leave(app, &view);
    }
    return view;
}

/* The question how many are in the room has two equal answers, and neither is kept. */
void meeting_build_room(const struct app *app, struct ui *ui)
{
    static const struct card CARDS[] = {
        {"meeting.room.few", MSG_MEETING_ROOM_FEW, MSG_MEETING_ROOM_FEW_NOTE, MEETING_DO_ROOM,
         ROOM_FEW, picture_few},
        {"meeting.room.many", MSG_MEETING_ROOM_MANY, MSG_MEETING_ROOM_MANY_NOTE, MEETING_DO_ROOM,
         ROOM_MANY, picture_many}};
    struct picture_card cards[2];
    cards_of(app, CARDS, 2, cards);
    struct ui_button back = control_of(app, &(struct control)MEETING_KEEP(MSG_COMMON_BACK));
    struct ui_button more = control_more(app), rooms[2];
    back.icon = ICON_BACK;
    cards_buttons(cards, 2, rooms);
    /* Where there is no room for cards both choices are controls at the foot. */
    struct ui_footer footer = {&back, 1, rooms, ui->compact ? 2 : 0, &more};
    struct page_block words[] = {{ui->air == 100 ? BLOCK_DISPLAY_SMALL : BLOCK_TITLE,
                                  "meeting.title", MSG_MEETING_ROOM_TITLE, 4000},
                                 {BLOCK_BODY, "meeting.text.1", MSG_MEETING_ROOM_BODY, 3000}};
    struct flow flow;
    flow_begin(&flow, ui, ui_footer(ui, &footer));
    page_flow(app, &flow, words, 2);
    cards_flow(&flow, cards, 2, true, 9000);
    flow_end(&flow);
}
