/* SPDX-License-Identifier: MIT */
/* The period that a facilitator looks at: its lines, and its report. The module asks the keeper for
 * one line after another. A screen that shows a period opens when all its lines have come, so that
 * nothing flickers. */
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
    uint32_t arrival; /* app.arrival when the reading began */
    uint32_t from;    /* the first point of the line that is asked for */
    uint16_t screen;  /* enum screen_id: the screen that will show the lines */
    uint8_t chosen;   /* enum period, counted from 1; 0: nobody chose yet, and PERIOD_ALL is
                       * shown */
    uint8_t next;     /* the line that is asked for; after the last one, the report */
    bool reading;
    bool read; /* all of the period has come */
    uint8_t unused[2];
};
STATE_END

/* lines_state is for the module itself and for tests. */
PART_STATE(struct lines_state, OWNER_MODULE + MODULE_LINES, lines_seen, lines_state)

enum period lines_period(const struct app *app);
/* Returns whether all lines of the period have come. */
bool lines_are_read(const struct app *app);
/* Returns the lines with the words to speak of them (report/lines.h). The result points into the
 * app. */
struct lines lines_view(const struct app *app);
/* Returns what a report would take along to a drive. The report is asked for on its own screen
 * alone. */
const struct message_report *lines_report(const struct app *app);

/* Asks the keeper for the period, and goes to the screen when all has come, unless somebody went
 * elsewhere meanwhile. */
void lines_open(struct app *app, enum screen_id screen);
/* Does ACTION_PERIOD: asks for another period for the screen that is shown. Returns true if the
 * action was ACTION_PERIOD. */
bool lines_act(struct app *app, enum action action, int32_t arg);
/* Adds the three periods to the right of a page. */
void lines_periods(const struct app *app, struct document_page *page);

#endif
