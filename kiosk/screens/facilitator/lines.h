/* SPDX-License-Identifier: MIT */
/* The period that a facilitator looks at: its lines, and its report. They are read from the keeper
 * one after another. A screen that shows them opens when all are there, and shows another period
 * when all of that are there, so that nothing flickers. */
#ifndef SCREENS_LINES_H
#define SCREENS_LINES_H

#include "report/lines.h"
#include "screens/parts/document_page.h"

struct line_data {
    struct line_view view;
    uint32_t count; /* points held */
    struct point point[LINES_POINT_MAX];
};

STATE_BEGIN
struct lines_state {
    struct line_data line[LINES_MAX]; /* all, themes, questions of the pack */
    struct message_report report;
    uint32_t arrival; /* where somebody was when the reading began */
    uint32_t from;    /* the point of the next line that is asked for */
    uint16_t screen;  /* what shows it all */
    uint8_t chosen;   /* a period, counted from 1; 0: nobody chose one yet, all is shown */
    uint8_t next;     /* the line that is asked for; after the last one, the report */
    bool reading;
    bool read; /* all of it */
    uint8_t unused[2];
};
STATE_END

/* lines_state: to be changed by the module itself, and by tests. */
PART_STATE(struct lines_state, OWNER_MODULE + MODULE_LINES, lines_seen, lines_state)

enum period lines_period(const struct app *app);
/* All of the period is there. */
bool lines_are_read(const struct app *app);
/* The lines with the words to speak of them (report/lines.h). They point into the app. */
struct lines lines_view(const struct app *app);
/* What would leave on a drive; read for the report's screen alone. */
const struct message_report *lines_report(const struct app *app);

/* Reads the period, then arrives at the screen, unless somebody moved elsewhere meanwhile. */
void lines_open(struct app *app, enum screen_id screen);
/* ACTION_PERIOD: reads another period for the screen that is shown. True: it was that. */
bool lines_act(struct app *app, enum action action, int32_t arg);
/* On the right of a page: the three periods to choose from, and the lock. */
void lines_periods(const struct app *app, struct document_page *page);

#endif
