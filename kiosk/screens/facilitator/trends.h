/* SPDX-License-Identifier: MIT */
/* The parts of the trends screen: what its lines allow to say, and where things stand. */
#ifndef SCREENS_TRENDS_H
#define SCREENS_TRENDS_H

#include "report/plot.h"
#include "screens/facilitator/lines.h"
#include "screens/parts/words.h"

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

PART_STATE(struct trends_talk, SCREEN_TRENDS, trends_of, trends_state)

/* Words of a line, or of a theme, kept in the frame: lines_say, lines_spoken and their like. */
typedef const char *lines_words(const struct lines *lines, uint32_t of, char out[LINES_TEXT_BYTES]);
const char *trends_words(const struct app *app, struct ui *ui, lines_words *words, uint32_t of);
const char *trends_headline(const struct app *app, struct ui *ui);

/* The prompts of the theme that is talked about, and the one of them that is on the screen. */
uint32_t trends_prompts(const struct app *app, uint32_t prompts[PACK_PROMPT_MAX]);
const struct pack_item *trends_prompt(const struct app *app);

/* Instead of everything else, while no set is finished. */
void trends_empty_flow(const struct app *app, struct document_page *page);

/* Talk about it: in a panel of water where the page has one, else a block in the column. */
void trends_talk_panel(const void *app, struct flow *flow);
void trends_talk_flow(const struct app *app, struct flow *flow);
int32_t trends_talk_height(const struct app *app, struct ui *ui, int32_t w);

/* The page of one sentence, and that of all lines. */
void trends_one_flow(const struct app *app, struct document_page *page);
void trends_lines_flow(const struct app *app, struct document_page *page);

#endif
