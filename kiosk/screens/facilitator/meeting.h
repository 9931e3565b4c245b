/* SPDX-License-Identifier: MIT */
/* The meeting's screen, in three files: while nothing is open (meeting_closed.c), while something
 * is (meeting.c), and its questions, which are a table (meeting_asks.c). */
#ifndef SCREENS_MEETING_H
#define SCREENS_MEETING_H

#include "screens/parts/hero.h"

enum {
    /* Strengths of the water, hundredths. */
    WATER_OPEN = 100,
    WATER_REFLECTION = 30,
    WATER_CLOSED = 16,
};

enum meeting_ask {
    ASK_NOTHING,
    /* Questions while nothing is open. */
    ASK_ROOM,
    ASK_CLOCK, /* whether the clock's month is right */
    ASK_MONTH, /* which month it is */
    ASK_SPACE,
    ASK_SWAP,
    /* While something is open. */
    ASK_CLOSE,
    ASK_DISCARD,
    ASK_DISCARD_AGAIN,
    /* At any time. */
    ASK_LEAVE,
};

enum meeting_action {
    MEETING_DO_ASK = ACTION_OWN, /* arg: enum meeting_ask; ASK_NOTHING leads back out of a
                                  * question */
    MEETING_DO_ROOM,             /* enum room */
    MEETING_DO_MONTH,            /* arg: months to go on, or back when negative */
    MEETING_DO_DATED,            /* arg: 1 when the clock is right, 0 when the month that was set
                                  * is */
    MEETING_DO_OPEN,             /* arg: enum room; all other questions are answered */
    MEETING_DO_OPEN_ANYWAY,      /* opens although space is low */
    MEETING_DO_REQUEST,          /* arg: enum message_type of a message that holds nothing */
    MEETING_DO_PAUSE,            /* 1 pause new starts, 0 let start */
    MEETING_DO_LEAVE,            /* enum leave */
    MEETING_DO_HEALTH,
};

/* Controls of several views. MEETING_KEEP leads back out of a question: focus starts on it, and Esc
 * presses it. */
#define MEETING_KEEP(words) {"meeting.keep", words, MEETING_DO_ASK, .arg = ASK_NOTHING}
#define MEETING_OPENS                                                                              \
    {"meeting.open", MSG_MEETING_OPEN_BUTTON, MEETING_DO_ASK, ASK_ROOM, .kind = BUTTON_PRIMARY}
#define MEETING_HEALTH  {"meeting.health", MSG_MEETING_SWAP_BUTTONS_3, .action = MEETING_DO_HEALTH}
#define MEETING_DISCARD {"meeting.discard", MSG_MEETING_DISCARD, MEETING_DO_ASK, .arg = ASK_DISCARD}
/* Opens for reflection alone. */
#define MEETING_FEW {"meeting.few", MSG_MEETING_SWAP_BUTTONS_2, MEETING_DO_OPEN, .arg = ROOM_FEW}

STATE_BEGIN
struct meeting {
    uint8_t ask;     /* enum meeting_ask */
    uint8_t problem; /* enum status of the newest request */
    uint8_t dated;   /* the facilitator said the month: year and month */
    uint8_t unsaved; /* the meeting waited for a close when the close was asked for */
    uint16_t year;
    uint8_t month;
    uint8_t unused_too;
};
STATE_END

PART_STATE(struct meeting, SCREEN_MEETING, meeting_of, meeting_state)

/* Returns the month that the facilitator said last. */
struct month meeting_month(const struct app *app);
/* Returns words with a {time} filled in. */
const char *meeting_at_time(const struct app *app, struct ui *ui, enum message_id id,
                            struct civil_time time);
/* Sets the water of a view to what is open now. */
void meeting_set_water(const struct app *app, struct hero_view *view);

/* meeting_asks returns whether a question is asked that goes with what is open now;
 * meeting_view_ask returns the question's view. The question about the room has pictures and a page
 * of its own: meeting_build_room. */
bool meeting_asks(const struct app *app);
struct hero_view meeting_view_ask(const struct app *app, struct ui *ui);
void meeting_build_room(const struct app *app, struct ui *ui);

/* Returns the view while nothing is open: how the last meeting ended, or what stands in the way of
 * the next. */
struct hero_view meeting_view_closed(const struct app *app, struct ui *ui);
/* Returns whether opening was refused and the screen has words of its own for the reason. */
bool meeting_tells_refusal(const struct app *app);
/* Adds the chores that nobody has settled: a control for each where there is room, else one control
 * for the list. Before a meeting their words stand in place of the usual sentence. */
void meeting_add_setup(const struct app *app, struct ui *ui, struct hero_view *view);

#endif
