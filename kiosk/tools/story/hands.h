/* SPDX-License-Identifier: MIT */
/* What a person's hands do at a stage: a press and its release are two inputs with a moment between
 * them, and nobody is faster than a screen that has just changed, unless the caller says so. */
#ifndef TOOLS_HANDS_H
#define TOOLS_HANDS_H

#include "tools/stage/stage.h"

enum {
    HANDS_PRESS_MS = 60,  /* from contact to release */
    HANDS_SETTLE_MS = 40, /* after it, so that an answer from the keeper has arrived */
};

/* Waits until the screen takes a press again, and as long as the person takes for one. */
void hands_wait_guard(struct stage *stage);

/* Where a press on this node lands; false when the frame has no such target. */
bool hands_find(const struct stage *stage, const char *id, int32_t *x, int32_t *y);

/* One contact, down and up in one place. */
void hands_tap(struct stage *stage, int32_t x, int32_t y, bool touch);
/* contact: which finger, or 0. */
void hands_pointer(struct stage *stage, enum input_kind kind, int32_t x, int32_t y, bool touch,
                   uint32_t contact);

/* A key held for that long. */
void hands_key(struct stage *stage, enum key key, uint64_t held_ms);
/* A key of a real keyboard that types this (struct input). */
void hands_types(struct stage *stage, uint32_t text);
/* The same for a key of no other meaning, or from CODE_BUTTON on a button of a mouse. */
void hands_switch(struct stage *stage, uint16_t code, uint64_t held_ms);

#endif
