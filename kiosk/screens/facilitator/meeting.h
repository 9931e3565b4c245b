/* SPDX-License-Identifier: MIT */
/* The meeting's screen, in three files: while nothing is open (meeting_closed.c), while something
 * is (meeting.c), and what lies around that: little space, a low battery, saving, leaving
 * (meeting_ends.c). */
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
    ASK_ROOM,
    ASK_CLOCK, /* whether the clock's month is right */
    ASK_MONTH, /* which one it is */
    ASK_SPACE,
    ASK_SWAP,
    ASK_CLOSE,
    ASK_DISCARD,
    ASK_DISCARD_AGAIN,
    ASK_LEAVE,
};

enum meeting_action {
    MEETING_DO_ASK = ACTION_OWN, /* enum meeting_ask; ASK_NOTHING: back out of a question */
    MEETING_DO_ROOM,             /* enum room */
    MEETING_DO_MONTH,            /* so many months on or back */
    MEETING_DO_DATED,            /* 1: the clock is right, 0: the month that was set is */
    MEETING_DO_OPEN,             /* enum room, other questions answered */
    MEETING_DO_OPEN_ANYWAY,      /* although space is low */
    MEETING_DO_CLOSE,
    MEETING_DO_DISCARD,
    MEETING_DO_PAUSE, /* 1 pause new starts, 0 let start */
    MEETING_DO_SEE,   /* how the last meeting ended */
    MEETING_DO_LEAVE, /* enum leave */
    MEETING_DO_HEALTH,
};

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

const struct meeting *meeting_of(const struct app *app);

struct ui_button meeting_button(const struct app *app, const char *id, enum message_id label,
                                enum meeting_action action, int32_t arg);
struct ui_button meeting_primary(const struct app *app, const char *id, enum message_id label,
                                 enum meeting_action action, int32_t arg);
/* The way back out of a question: focus starts there, and Esc goes there. */
struct ui_button meeting_keep_button(const struct app *app, enum message_id label);
/* Words with a {time}. */
const char *meeting_at_time(const struct app *app, struct ui *ui, enum message_id id,
                            struct civil_time time);

/* While nothing is open: how the last meeting ended, or what stands in the way of the next. */
void meeting_view_closed(const struct app *app, struct ui *ui, struct hero_view *view);
/* Opening was refused, and the screen says why in words of its own. */
bool meeting_tells_refusal(const struct app *app);
/* What the first run left and nobody has settled: each where there is room, else the way to the
 * list, before a meeting in place of the usual sentence. */
void meeting_add_setup(const struct app *app, struct ui *ui, struct hero_view *view);
/* The question about the room. */
void meeting_build_room(const struct app *app, struct ui *ui);

/* The clock cannot be right: is it, and if not, which month is it? */
void meeting_view_clock(const struct app *app, struct ui *ui, struct hero_view *view);
void meeting_view_month(const struct app *app, struct ui *ui, struct hero_view *view);

/* Little space left: open anyway, or look at what to do. */
void meeting_view_space(const struct app *app, struct hero_view *view);
/* What opens a meeting, the main control where none is open. */
struct ui_button meeting_open_button(const struct app *app);

/* Whether to leave the kiosk, and how. */
void meeting_view_leave(const struct app *app, struct hero_view *view);
/* The way to that question, where something else may be done as well. */
struct ui_button meeting_leave_button(const struct app *app);

/* What the battery asks for now; MSG_COUNT: nothing. */
enum message_id meeting_battery_text(const struct app *app);

/* The keeper closes what is open, which has something to save. */
bool meeting_is_closing(const struct app *app);
/* And it takes its time. */
bool meeting_is_saving(const struct app *app);
void meeting_view_saving(const struct app *app, struct hero_view *view);

#endif
