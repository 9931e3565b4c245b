/* SPDX-License-Identifier: MIT */
/* The trends screen in its files: what its lines allow to say, and where that stands on the
 * page. */
#ifndef SCREENS_TRENDS_H
#define SCREENS_TRENDS_H

#include "report/plot.h"
#include "screens/facilitator/lines.h"

enum trends_action {
    TRENDS_THEME = ACTION_OWN, /* arg: index of the theme to talk about */
    TRENDS_ANOTHER,            /* another prompt of the same theme */
    TRENDS_DETAIL,             /* arg: question of the pack */
    TRENDS_LINES,              /* arg: 1 for all lines, 0 for one sentence and its chart */
};

STATE_BEGIN
struct trends_talk {
    uint32_t theme;  /* index of the theme to talk about */
    uint32_t of;     /* the line that the headline spoke of when the theme was chosen, from 1; 0: no
                      * theme is chosen */
    uint32_t prompt; /* index into the pack; if this prompt is not of the theme, the theme's first
                      * prompt shows */
    uint32_t lines;  /* 1: all lines are shown, 0: one sentence and its chart */
};
STATE_END

PART_STATE(struct trends_talk, SCREEN_TRENDS, trends_of, trends_state)

/* trends_words returns the words of a line or a theme, kept in the frame. words is a function such
 * as lines_say or lines_spoken; of is what it is called with. */
typedef const char *lines_words(const struct lines *lines, uint32_t of, char out[LINES_TEXT_BYTES]);
const char *trends_words(const struct app *app, struct ui *ui, lines_words *words, uint32_t of);
const char *trends_headline(const struct app *app, struct ui *ui);

/* trends_prompts fills prompts with those of the theme that is talked about and returns how many
 * there are. trends_prompt returns the one that shows. */
uint32_t trends_prompts(const struct app *app, uint32_t prompts[PACK_PROMPT_MAX]);
const struct pack_item *trends_prompt(const struct app *app);

/* Draws the page while no set is finished, in place of everything else. */
void trends_empty_flow(const struct app *app, struct document_page *page);

/* Draw what there is to talk about: trends_talk_panel in a panel of water, where the page has one,
 * else trends_talk_flow as a block in the column. trends_talk_height returns the block's height in
 * px. */
void trends_talk_panel(const void *app, struct flow *flow);
void trends_talk_flow(const struct app *app, struct flow *flow);
int32_t trends_talk_height(const struct app *app, struct ui *ui, int32_t w);

/* trends_one_flow draws the page of one sentence, trends_lines_flow the page of all lines. */
void trends_one_flow(const struct app *app, struct document_page *page);
void trends_lines_flow(const struct app *app, struct document_page *page);

#endif
