/* SPDX-License-Identifier: MIT */
/* The pages of the first run, and the pages that the first run leaves for a quiet moment, the
 * chores. A list tells which chores nobody has settled yet. List, meeting and settings call one
 * page at a time: a called page shows no steps, and returns. A page keeps nothing before its button
 * is pressed. */
#ifndef SCREENS_SETUP_H
#define SCREENS_SETUP_H

#include "core/line.h"
#include "screens/parts/words.h"
#include "ui/items.h"

/* What the pages share. A draft lasts as long as one page stands; on another page the draft begins
 * with what is kept. pin_changed and practised last until the machine rests or locks. */
STATE_BEGIN
struct draft {
    STATE_GROWS(struct settings_choice, choice); /* the choice as it stands on the page */
    uint32_t arrival;                            /* arrival of the page that the draft belongs to */
    uint32_t problem; /* enum status of that page's request; STATUS_OK: none failed */
    bool asks_series; /* the page asks whether to begin a new series */
    bool pin_changed; /* the PIN was changed, and the settings say so */
    bool practised;
    uint8_t unused[5];
};
STATE_END

/* draft_state is for a page that takes a choice. */
PART_STATE(struct draft, OWNER_MODULE + MODULE_DRAFT, draft_of, draft_state)

/* What a press asks for on every page. */
enum setup_action {
    SETUP_SKIP = ACTION_SETUP, /* in the first run: skip the page for now; later: the chore is not
                                * needed here */
    SETUP_KEEP,                /* no new series: the choice goes back to what is kept */
    SETUP_CHANGE,
};

/* The pages of the first run, in order (setup.c). */
enum { SETUP_FIRST_RUN_COUNT = 6 };
extern const struct first_run_page SETUP_FIRST_RUN[SETUP_FIRST_RUN_COUNT];
/* setup_page_index returns the place of the screen in the first run, from 0; for a screen that is
 * no page of the first run, the number of pages. setup_page_count returns the number of pages. */
uint32_t setup_page_index(const struct app *app, enum screen_id screen);
uint32_t setup_page_count(const struct app *app);
/* Returns whether the present page is a step of the first run. If not, the page was called, and
 * returns. */
bool setup_is_first_run(const struct app *app);
/* Leaves a page that is done: to the next page of the first run, or back to the caller once the
 * keeper has kept that the chore is settled. */
void setup_go_on(struct app *app);

/* Returns the chore that a page is for; CHORE_COUNT when the page is for none. */
enum chore setup_chore_of(enum screen_id screen);
/* Returns the id of the control that calls the chore's page; NULL for CHORE_COUNT. */
const char *setup_chore_id(enum chore chore);
/* Returns whether nobody has settled the chore. While no PIN guards the settings, no chore is
 * open. */
bool setup_is_open(const struct app *app, enum chore chore);
/* Fills out with the open chores, each as a control that calls the chore's page; returns how many
 * there are. */
uint32_t setup_open_chips(const struct app *app, struct ui_button out[CHORE_COUNT]);
/* Returns any chore as an item of a list, which says whether the chore is open. */
struct item setup_item(const struct app *app, enum chore chore);
/* Returns words such as "Still to do: 7", or that all is done. */
const char *setup_open_words(const struct app *app, struct ui *ui);
/* Does Back, Next, Skip and the answers to the question about a new series. A page whose Next keeps
 * something does Next itself. */
void setup_act(struct app *app, enum action action, int32_t arg);

/* Ask the keeper to keep what was chosen. Where a new series would begin, setup_choose first asks
 * the person about it. The keeper's answer comes to the page's part.answer. */
void setup_choose(struct app *app);
void setup_keep_machine(struct app *app, const struct machine *machine);
/* The part.answer of a page that asks the keeper: goes on when all is kept, else shows why it was
 * not. */
bool setup_answer(struct app *app, enum message_type asked, const struct message *answer);
/* Leaves the page as it was filled in, with words that say why its choice was not kept. */
void setup_fail(struct app *app, enum status why);
/* Does so if the keeper refused what it was asked. Returns whether it refused. */
bool setup_failed(struct app *app, const struct message *answer);

/* Members of the table of every page. takes: the page's part.answer. */
#define SETUP_PAGE_OPS(takes)                                                                      \
    .part.answer = takes, .patience = PATIENCE_FACILITATOR, .next_id = "common.next"

/* What stands around the content of a page: controls at its foot, and at its top the steps, a title
 * and a sentence. */
struct setup_page {
    const char *title;
    const char *body;        /* NULL: no sentence, or the page places the sentence */
    enum message_id problem; /* says that what was chosen was not kept; 0: the usual words for the
                              * reason */
    const char *next; /* label of the button that keeps what was chosen; NULL: nothing can be kept
                       * yet */
    bool one_page;    /* the page has no button that turns it */
    const struct ui_button *pair;     /* two more buttons, before next; NULL: none */
    const struct ui_button *at_first; /* one more button, after Back; NULL: none */
    bool may_skip;                    /* the page can be skipped, although its button is there */
    bool returns;                     /* Back leads to another view of the page, also on the first
                                       * page of the first run */
    bool ends;                        /* the next button ends the first run */
    bool body_beside;                 /* the sentence stands beside the title, where the width
                                       * allows */
    bool small;                       /* the heading is no larger than the rest, and no steps
                                       * show */
    bool body_list;                   /* each sentence of the body has a stone and a line */
};

/* Return the name of the keyboard or the time zone that is kept, for the list of settings; NULL
 * when none is kept. */
const char *setup_keys_title(const struct app *app);
const char *setup_zone_title(const struct app *app);

/* "Next", or "Done" where the settings called the page. */
const char *setup_next_word(const struct app *app);
/* Draws the controls of a page and returns the box above them. */
struct box setup_controls(const struct app *app, struct ui *ui, const struct setup_page *page);
/* Draws the whole page: controls, steps, title and sentence, and below these the content. */
void setup_build(const struct app *app, struct ui *ui, const struct setup_page *page,
                 void (*content)(const struct app *app, struct flow *flow));
/* Draws steps, title and sentence into a flow. */
void setup_head(const struct app *app, struct flow *flow, const struct setup_page *page);
/* Leaves the gap between the steps and a title. */
void setup_head_gap(struct flow *flow);
void setup_steps(const struct app *app, struct flow *flow);
/* Draws the words about the page's request, if the request failed. words: as in setup_page. */
void setup_problem(const struct app *app, struct flow *flow, enum message_id words);
/* While the page asks whether to begin a new series, draws that question in place of the page.
 * Returns true if it drew the question. */
bool setup_build_ask(const struct app *app, struct ui *ui);

#endif
