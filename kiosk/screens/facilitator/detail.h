/* SPDX-License-Identifier: MIT */
/* One question alone: its line, its newest points one by one, the same as a table, and what may and
 * may not be said of it. */
#ifndef SCREENS_DETAIL_H
#define SCREENS_DETAIL_H

#include "screens/facilitator/trends.h"
#include "ui/blocks/bars.h"

/* It is chosen before somebody arrives. */
STATE_BEGIN
struct detail {
    uint32_t question; /* of the pack */
    bool table;        /* as a table, not as a chart */
    uint8_t unused[3];
};
STATE_END

PART_STATE(struct detail, SCREEN_DETAIL, detail_of, detail_state)

/* Opens it on a question of the pack; Back returns to where that was. */
void detail_show(struct app *app, uint32_t question);
/* The line of the question that is shown, and its newest point; NULL: it has none. */
uint32_t detail_line(const struct app *app);
const struct point *detail_newest(const struct app *app);

/* The next question that has a line, in that direction (1, -1), or the same when there is none. */
uint32_t detail_next(const struct app *app, uint32_t question, int32_t direction);

/* What stands beside the line: the newest share, and what we can and cannot say. */
void detail_panel_flow(const void *app, struct flow *flow);

/* Words. */
enum { DETAIL_SENTENCE_MAX = 8 };
struct detail_sentences {
    uint32_t count;
    const char *text[DETAIL_SENTENCE_MAX];
};
void detail_can(const struct app *app, struct ui *ui, uint32_t question,
                struct detail_sentences *can);
void detail_cannot(const struct app *app, uint32_t question, struct detail_sentences *cannot);
/* What stands beside the large number, without it where the words begin with it. */
const char *detail_share(const struct app *app, struct ui *ui, const struct point *point,
                         const char **spoken);
const char *detail_band(const struct app *app, struct ui *ui, const struct point *point);
/* One point, read aloud. */
const char *detail_spoken(const struct app *app, struct ui *ui, const struct point *point);

/* The newest points as bars: as many as stand side by side in that width. */
void detail_strip(const struct app *app, struct ui *ui, int32_t w, struct bars *bars);

/* The table of the page that ui asks for; sets the pages. */
void detail_table_draw(const struct app *app, struct ui *ui, uint32_t before, struct box box);

#endif
