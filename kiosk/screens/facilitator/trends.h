/* SPDX-License-Identifier: MIT */
/* The parts of the trends screen: what its lines allow to say, and where things stand. */
#ifndef SCREENS_TRENDS_H
#define SCREENS_TRENDS_H

#include "report/plot.h"
#include "screens/facilitator/lines.h"
#include "screens/parts/words.h"
#include "ui/blocks/document.h"

enum trends_action {
    TRENDS_THEME = ACTION_OWN, /* to talk about: index */
    TRENDS_ANOTHER,            /* prompt of the same theme */
    TRENDS_DETAIL,             /* question of the pack */
    TRENDS_LINES,              /* 1: all lines; 0: one sentence and its chart */
};

STATE_BEGIN
struct trends_talk {
    uint32_t theme;  /* to talk about, */
    uint32_t of;     /* chosen while the headline spoke of this line, from 1; 0: not chosen */
    uint32_t prompt; /* index into the pack; of another theme: that theme's first one shows */
    uint32_t lines;  /* all lines are shown, 0: one sentence and its chart */
};
STATE_END

/* Words of a line, kept in the frame: see report/lines.h. */
const char *trends_subject(const struct app *app, struct ui *ui, uint32_t line);
const char *trends_say(const struct app *app, struct ui *ui, uint32_t line);
const char *trends_say_theme(const struct app *app, struct ui *ui, uint32_t theme);
const char *trends_headline(const struct app *app, struct ui *ui);
const char *trends_spoken(const struct app *app, struct ui *ui, uint32_t line);

/* The prompt on the screen: one of the chosen theme's. */
const struct pack_item *trends_prompt(const struct app *app);

/* Instead of everything else, while no set is finished. */
void trends_empty_flow(const struct app *app, struct flow *flow, const struct document *document);

/* Talk about it: in a panel of water where the page has one, and returns where its words end; else
 * a block in the column. */
int32_t trends_talk_height(const struct app *app, struct ui *ui, int32_t w);
void trends_talk_flow(const struct app *app, struct flow *flow);
int32_t trends_talk_panel(const void *app, struct ui *ui, struct box panel);

/* The page of one sentence: the chart it speaks of, and the key. */
void trends_one_flow(const struct app *app, struct flow *flow, const struct document *document);
/* The page of all lines. */
void trends_lines_flow(const struct app *app, struct flow *flow, const struct document *document);
/* A note where a new series began; false: none did. */
bool trends_series(const struct app *app, struct ui *ui, struct ui_text *note);

/* How to read a line; with_grades: and the words beside small ones. Returns how many texts. */
uint32_t trends_key(const struct app *app, bool with_grades, struct ui_text texts[2]);

#endif
