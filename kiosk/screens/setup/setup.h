/* SPDX-License-Identifier: MIT */
/* The pages of the first run, and those that it leaves for a quiet moment: a list tells which of
 * these nobody has settled yet. List, meeting and settings call pages one at a time: then there are
 * no steps, and every page returns. Nothing is kept before its button is pressed. */
#ifndef SCREENS_SETUP_H
#define SCREENS_SETUP_H

#include "core/line.h"
#include "screens/app/screen.h"
#include "screens/parts/words.h"
#include "ui/items.h"

/* What the pages share. A draft lasts as long as one page stands: whoever arrives at another one
 * begins with what is kept. pin_changed and practised last until the machine rests or locks. */
STATE_BEGIN
struct draft {
    STATE_GROWS(struct settings_choice, choice); /* as it is being made */
    uint32_t arrival;                            /* of the page that it belongs to */
    uint32_t problem; /* enum status of that page's request; STATUS_OK: none failed */
    bool asks_series; /* the page asks whether to begin a new series */
    bool pin_changed; /* the settings say so */
    bool practised;
    uint8_t unused[5];
};
STATE_END

/* draft_state: to be changed by a page, by what is chosen on it. */
PART_STATE(struct draft, OWNER_MODULE + MODULE_DRAFT, draft_of, draft_state)

/* What a press asks for on every page. */
enum setup_action {
    SETUP_SKIP = ACTION_SETUP, /* on the first run: for now; later: it is not needed here */
    SETUP_KEEP,                /* no new series: the choice is as it was */
    SETUP_CHANGE,
};

/* The pages of the first run, in order (setup.c). */
enum { SETUP_FIRST_RUN_COUNT = 6 };
extern const struct first_run_page SETUP_FIRST_RUN[SETUP_FIRST_RUN_COUNT];
/* Where the screen stands in the first run, from 0, and of how many pages. One that is no page of
 * it stands behind the last. */
uint32_t setup_page_index(const struct app *app, enum screen_id screen);
uint32_t setup_page_count(const struct app *app);
/* This page is a step of the first run; else it was called, and returns. */
bool setup_is_first_run(const struct app *app);
/* From a page that is done: to the next one, or back, once the keeper has it down as settled. */
void setup_go_on(struct app *app);

/* The chore that a page is for; CHORE_COUNT: none. */
enum chore setup_chore_of(enum screen_id screen);
/* The id of the control that calls its page; NULL: of no chore. */
const char *setup_chore_id(enum chore chore);
/* Nobody has settled it; never so while no PIN guards the settings. */
bool setup_is_open(const struct app *app, enum chore chore);
/* Those that are open, each as a control that calls its page; returns how many. */
uint32_t setup_open_chips(const struct app *app, struct ui_button out[CHORE_COUNT]);
/* Any of them for a list, and whether it is open. */
struct item setup_item(const struct app *app, enum chore chore);
/* "Still open: 7". */
const char *setup_open_words(const struct app *app, struct ui *ui);
/* Back, Next, Skip and the question about a new series. A page whose Next keeps something takes
 * that action itself. */
void setup_act(struct app *app, enum action action, int32_t arg);

/* Asks the keeper to keep what was chosen. choose asks about a new series first, where one would
 * begin. The answer comes to the page's part.answer. */
void setup_choose(struct app *app);
void setup_keep_machine(struct app *app, const struct machine *machine);
/* The part.answer of a page that asks: it goes on when all is kept, else it says why not. */
bool setup_answer(struct app *app, enum message_type asked, const struct message *answer);
/* The page stands as it was filled in, and says why it was not kept. */
void setup_fail(struct app *app, enum status why);

/* What every page says of itself, in its table. */
#define SETUP_PAGE_OPS                                                                             \
    .patience = PATIENCE_FACILITATOR, .facilitator = true, .next_id = "common.next",               \
    .back_id = "common.back"

/* A page's frame: controls at its foot, and above them the steps, a title and a sentence. */
struct setup_page {
    enum screen_id screen;
    const char *title;
    const char *body; /* NULL: none, or the page places it */
    const char *next; /* label of the button that keeps what was chosen; NULL: not yet */
    bool one_page;    /* no button that turns it */
    const struct ui_button *pair;     /* two more, before next; NULL: none */
    const struct ui_button *at_first; /* before the others; NULL: none */
    bool must;                        /* no way past it but its own button */
    bool returns;                     /* Back leads to another view of it, also on the first page */
    bool ends;                        /* that button ends the first run */
    bool body_beside;                 /* the title, where the width allows */
    bool small;                       /* a heading no larger than the rest, and no steps */
    bool body_list;                   /* a stone and a line for each of its sentences */
};

/* What is kept, by its name, for the list of settings; NULL: nothing is. */
const char *setup_keys_title(const struct app *app);
const char *setup_zone_title(const struct app *app);

/* "Next", or "Done" where the settings called the page. */
const char *setup_next_word(const struct app *app);
/* Draws the controls; returns the box above them. */
struct box setup_controls(const struct app *app, struct ui *ui, const struct setup_page *page);
/* The whole page: controls, head, and below them its content. */
void setup_build(const struct app *app, struct ui *ui, const struct setup_page *page,
                 void (*content)(const struct app *app, struct flow *flow));
/* Steps, title and sentence into a flow. */
void setup_head(const struct app *app, struct flow *flow, const struct setup_page *page);
/* Between the steps and a title. */
void setup_head_gap(struct flow *flow);
void setup_steps(const struct app *app, struct flow *flow, enum screen_id screen);
/* What went wrong with the page's request, if anything did. */
void setup_problem(const struct app *app, struct flow *flow);
/* In place of the page while it asks whether to begin a new series. True: it did. */
bool setup_build_ask(const struct app *app, struct ui *ui);

#endif
