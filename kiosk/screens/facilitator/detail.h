/* SPDX-License-Identifier: MIT */
/* One question alone: its line, its newest points one by one, the same as a table, and what may and
 * may not be said of it. */
#ifndef SCREENS_DETAIL_H
#define SCREENS_DETAIL_H

#include "screens/facilitator/trends.h"
#include "ui/blocks/bars.h"

/* The question is chosen before somebody arrives at the screen. */
STATE_BEGIN
struct detail {
    uint32_t question; /* of the pack */
    bool table;        /* the line shows as a table, not as a chart */
    uint8_t unused[3];
};
STATE_END

PART_STATE(struct detail, SCREEN_DETAIL, detail_of, detail_state)

/* Opens the screen on a question of the pack. Back returns to the screen that called. */
void detail_show(struct app *app, uint32_t question);
/* detail_line returns the line of the question that is shown. detail_newest returns the newest
 * point of that line; NULL when the line has no point. */
uint32_t detail_line(const struct app *app);
const struct point *detail_newest(const struct app *app);

/* Returns the next question that has a line, in that direction (1 or -1); the same question when
 * there is no other. */
uint32_t detail_next(const struct app *app, uint32_t question, int32_t direction);

/* What stands beside the line: the newest share, and what we can and cannot say. */
void detail_panel_flow(const void *app, struct flow *flow);

/* The words of the screen. */
enum { DETAIL_SENTENCE_MAX = 8 };
struct detail_sentences {
    uint32_t count;
    const char *text[DETAIL_SENTENCE_MAX];
};
void detail_can(const struct app *app, struct ui *ui, uint32_t question,
                struct detail_sentences *can);
void detail_cannot(const struct app *app, uint32_t question, struct detail_sentences *cannot);
/* Returns the words beside the large number. Words that begin with the number come without the
 * number; *spoken is the whole. */
const char *detail_share(const struct app *app, struct ui *ui, const struct point *point,
                         const char **spoken);
const char *detail_band(const struct app *app, struct ui *ui, const struct point *point);
/* Returns a point as it is read aloud. */
const char *detail_spoken(const struct app *app, struct ui *ui, const struct point *point);

/* Fills bars with the newest points: as many as stand side by side in w px. */
void detail_strip(const struct app *app, struct ui *ui, int32_t w, struct bars *bars);

/* Draws the page of the table that ui->page asks for, and sets ui->page_count. before: pages that
 * stand before the table. */
void detail_table_draw(const struct app *app, struct ui *ui, uint32_t before, struct box box);

#endif
