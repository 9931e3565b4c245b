/* SPDX-License-Identifier: MIT */
/* The meeting's screen, in three files: while nothing is open (meeting_closed.c), while something
 * is (meeting.c), and its questions, which are a table (meeting_asks.c). */
#ifndef SCREENS_MEETING_H
#define SCREENS_MEETING_H

#include "screens/parts/hero.h"

enum {
    SAVING_MS = 1000, /* what takes longer to be saved says so */
    /* Strengths of the water, hundredths. */
    WATER_OPEN = 100,
    WATER_REFLECTION = 30,
    WATER_CLOSED = 16,
};

enum meeting_ask {
    ASK_NOTHING,
    /* While nothing is open. */
    ASK_ROOM,
    ASK_CLOCK, /* whether the clock's month is right */
    ASK_MONTH, /* which one it is */
    ASK_SPACE,
    ASK_SWAP,
    /* While something is. */
    ASK_CLOSE,
    ASK_DISCARD,
    ASK_DISCARD_AGAIN,
    /* Always. */
    ASK_LEAVE,
};

enum meeting_action {
    MEETING_DO_ASK = ACTION_OWN, /* enum meeting_ask; ASK_NOTHING: back out of a question */
    MEETING_DO_ROOM,             /* enum room */
    MEETING_DO_MONTH,            /* so many months on or back */
    MEETING_DO_DATED,            /* 1: the clock is right, 0: the month that was set is */
    MEETING_DO_OPEN,             /* enum room, other questions answered */
    MEETING_DO_OPEN_ANYWAY,      /* although space is low */
    MEETING_DO_REQUEST,          /* enum message_type of one that says all by its type */
    MEETING_DO_PAUSE,            /* 1 pause new starts, 0 let start */
    MEETING_DO_LEAVE,            /* enum leave */
    MEETING_DO_HEALTH,
};

/* Controls of several views. Keep is the way back out of a question: focus starts there, and Esc
 * goes there. */
#define MEETING_KEEP(words) {"meeting.keep", words, MEETING_DO_ASK, .arg = ASK_NOTHING}
#define MEETING_OPENS                                                                              \
    {"meeting.open", MSG_MEETING_OPEN_BUTTON, MEETING_DO_ASK, ASK_ROOM, .kind = BUTTON_PRIMARY}
#define MEETING_HEALTH  {"meeting.health", MSG_MEETING_SWAP_BUTTONS_3, .action = MEETING_DO_HEALTH}
#define MEETING_DISCARD {"meeting.discard", MSG_MEETING_DISCARD, MEETING_DO_ASK, .arg = ASK_DISCARD}
/* For reflection alone. */
#define MEETING_FEW {"meeting.few", MSG_MEETING_SWAP_BUTTONS_2, MEETING_DO_OPEN, .arg = ROOM_FEW}

STATE_BEGIN
struct meeting {
    uint64_t asked_ms; /* when the keeper was asked to close it */
    uint8_t ask;       /* enum meeting_ask */
    uint8_t problem;   /* enum status of what was asked of the keeper last */
    uint8_t dated;     /* the month was said: */
    uint8_t unsaved;   /* it waited for a close when that was asked */
    uint16_t year;
    uint8_t month;
    uint8_t unused_too;
};
STATE_END

PART_STATE(struct meeting, SCREEN_MEETING, meeting_of, meeting_state)

/* The month that was said last. */
struct month meeting_month(const struct app *app);
/* Words with a {time}. */
const char *meeting_at_time(const struct app *app, struct ui *ui, enum message_id id,
                            struct civil_time time);
/* The water of what is open. */
void meeting_set_water(const struct app *app, struct hero_view *view);

/* A question is asked that goes with what is open now; and its view. The one about the room has
 * pictures, and a page of its own. */
bool meeting_asks(const struct app *app);
struct hero_view meeting_view_ask(const struct app *app, struct ui *ui);
void meeting_build_room(const struct app *app, struct ui *ui);

/* While nothing is open: how the last meeting ended, or what stands in the way of the next. */
struct hero_view meeting_view_closed(const struct app *app, struct ui *ui);
/* Opening was refused, and the screen says why in words of its own. */
bool meeting_tells_refusal(const struct app *app);
/* What the first run left and nobody has settled: each where there is room, else the way to the
 * list, before a meeting in place of the usual sentence. */
void meeting_add_setup(const struct app *app, struct ui *ui, struct hero_view *view);

#endif
