/* SPDX-License-Identifier: MIT */
/* A kiosk of the shipped words that stands on one screen, as somebody would find it. */
#ifndef SHOWN_RIG_H
#define SHOWN_RIG_H

#include "app_rig.h"
#include "shipped_words.h"
#include "tools/stage/test_show.h"

enum { SHOWN_STEP_MS = 700 }; /* past the guard of a new screen */

static inline void shown_step(const struct input *input)
{
    now_ms += SHOWN_STEP_MS;
    step(input);
}

static inline void shown_hear(const struct message *message)
{
    const struct input input = {.kind = INPUT_MESSAGE, .message = message};
    shown_step(&input);
}

/* The facilitator's part is unlocked where the screen is a facilitator's. */
static inline void shown_begin(enum screen_id screen)
{
    static struct message status;
    const struct app_config config = shipped_config(&secret);
    now_ms = 1000000;
    app_init(&app, &config, now_ms);
    shown_step(NULL);
    shipped_open_meeting(&status);
    status.as.status.unlocked = screen_is_facilitators(&app, screen);
    bool none = status.as.status.unlocked || screen == SCREEN_CLOSED;
    status.as.status.meeting = none ? MEETING_NONE : MEETING_OPEN;
    status.as.status.opened = status.as.status.closes = status.as.status.closed =
        status.as.status.today = (struct civil_time){{2026, 11}, 3, 19, 5};
    shown_hear(&status);
    app_show(&app, screen, now_ms);
    shown_step(NULL);
}

#endif
