/* SPDX-License-Identifier: MIT */
/* A screen on the water: chips at the top right, a headline, a mark, a few sentences, more chips,
 * buttons at the foot. A view says what stands on the screen; this block decides where it
 * stands. */
#ifndef UI_BLOCKS_HERO_H
#define UI_BLOCKS_HERO_H

#include "ui/ui.h"

enum hero_mark {
    HERO_NO_MARK,
    HERO_FREE,   /* an empty ring */
    HERO_IN_USE, /* a stone in its ring */
    HERO_STONES, /* four stones, some filled */
};

enum {
    HERO_BUTTON_MAX = 4,
    HERO_RIGHT_MAX = 2,
    HERO_TEXT_MAX = 4,
    HERO_CHIP_MAX = 8,
    HERO_NOTE_MAX = 4,
    HERO_STONE_COUNT = 4
};

/* What a press on a control at the foot does. Notes stand on the water over their controls where
 * all notes have room there; else they stand below the texts, each with its control's name before
 * it. */
struct hero_note {
    const char *id, *of;       /* of: the control's id */
    const char *text, *spoken; /* spoken: the text with the control's name */
};

struct hero_view {
    const char *name; /* name of the screen, beside the chips; NULL: the name of the meeting's
                       * screen */
    const char *title;
    enum type title_type;
    enum hero_mark mark;
    uint32_t filled; /* of the four stones */
    const char *mark_text, *mark_spoken;
    const char *text[HERO_TEXT_MAX]; /* NULL: none */
    bool lead;                       /* the first text is larger */
    const char *chips_head;          /* words over the chips below the texts; NULL: none */
    struct ui_button chip[HERO_CHIP_MAX];
    uint32_t chip_count;
    struct hero_note note[HERO_NOTE_MAX];
    uint32_t note_count;
    struct ui_button left[HERO_BUTTON_MAX];
    uint32_t left_count;
    struct ui_button right[HERO_RIGHT_MAX];
    uint32_t right_count;
    uint8_t strength; /* strength of the water, hundredths */
    bool stone;       /* a stone lies in the water */
    bool dotted;      /* the meeting is for reflection only: the hairlines are dotted */
    bool lifted;      /* the stone hangs above the water: nothing has been put in yet */
    bool low;         /* the water lies lower, as it does below chips */
    bool lock_only;   /* no way to trends and report from here */
};

/* Adds one more sentence to a view, below those that it has. */
void hero_add_text(struct hero_view *view, const char *text);

/* What stands over a hero: the screen's name, and its chips against the other end. */
struct hero_bar {
    const char *name;
    struct ui_button *chip; /* the block makes the chips as small as the panel needs */
    uint32_t count;
    struct ui_button more; /* turns the page, at the foot */
};
void hero_build(struct ui *ui, const struct hero_view *view, struct hero_bar *bar);

#endif
