/* SPDX-License-Identifier: MIT */
/* What a step of the app costs, counted: no clock, so it is the same on every machine. The counts
 * come from the app's own tables of functions, with functions that count put in front of them. */
#ifndef TOOLS_STAGE_WORK_H
#define TOOLS_STAGE_WORK_H

#include "screens/app/app.h"

struct work {
    uint32_t builds;  /* times that a screen was built, until it fitted */
    uint32_t nodes;   /* built in all of them */
    uint32_t lines;   /* of text, placed in all of them */
    uint32_t texts;   /* measured: what was known before does not count */
    uint32_t letters; /* characters of those texts, */
    uint32_t shaped;  /* and those of them that change with their neighbours */
};

/* Puts counting functions into what an app begins with. */
void work_count(struct app_config *config);

/* Who wants to know calls this once; then look is called after every step. */
typedef void work_look(const struct app *app, const struct work *work);
void work_watch(work_look *look);

/* A step ended. */
void work_end(const struct app *app);

#endif
