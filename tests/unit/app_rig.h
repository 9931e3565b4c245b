/* SPDX-License-Identifier: MIT */
/* An app whose time passes when it is told to. */
#ifndef APP_RIG_H
#define APP_RIG_H

#include "screens/app/screen.h"

static struct app app;
static struct app_secret secret;
static uint64_t now_ms;

static inline void step(const struct input *input)
{
    app_step(&app, input, input != NULL, now_ms);
}

/* Time passes as for the real loop: a step at every deadline. */
static inline void wait(uint64_t ms)
{
    uint64_t until = now_ms + ms;
    while (app.deadline_ms <= until) {
        now_ms = app.deadline_ms;
        step(NULL);
    }
    now_ms = until;
    step(NULL);
}

#endif
