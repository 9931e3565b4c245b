/* SPDX-License-Identifier: MIT */
/* What the parts of a story share. Private to the story_*.c files. */
#ifndef TOOLS_STORY_PARTS_H
#define TOOLS_STORY_PARTS_H

#include "tools/story/story.h"

enum {
    STORY_BYTES = 64 * 1024,
    STORY_WORD_MAX = 8,
    STORY_WORD_BYTES = 512,
    STORY_MARK_MAX = 8,     /* sections whose frames are compared */
    STORY_FRAME_MAX = 4096, /* changed frames in a section */
    STORY_KEPT_MAX = 8,     /* remembered files */
    STORY_NAME_BYTES = 32,
    STORY_PAGE_MAX = 40, /* pages turned in search of a control */
    STORY_DEPTH_MAX = 4,
    STORY_CLEARED = 0, /* in place of a frame's hash */
};

struct story_words {
    uint32_t count;
    char word[STORY_WORD_MAX][STORY_WORD_BYTES];
};

/* The frames of a section, each with the time since its beginning. */
struct story_mark {
    char name[STORY_NAME_BYTES];
    uint64_t start_ms;
    uint32_t forgets; /* the stage's, when the last frame came */
    uint32_t count;
    struct {
        uint64_t ms;
        uint64_t hash; /* or STORY_CLEARED */
    } frame[STORY_FRAME_MAX];
};

struct story_kept {
    char name[STORY_NAME_BYTES];
    bool exists;
    uint8_t digest[STORE_DIGEST_BYTES];
};

struct story {
    struct stage *stage;
    const struct story_options *options;
    struct stage_config config;
    const char *name;
    uint32_t line; /* of the file itself, also inside a script */
    uint32_t depth;
    uint64_t fresh_ms; /* the machine was started then */
    bool begun;        /* the stage has been set */
    bool failed;
    uint32_t directives;
    /* Runs directives that do not come from the file, "$1" replaced by the argument. */
    bool (*run_script)(struct story *story, const char *script, const char *argument);

    uint32_t mark_count;
    int32_t marking; /* the section under way, -1: none */
    struct story_mark mark[STORY_MARK_MAX];
    uint32_t kept_count;
    struct story_kept kept[STORY_KEPT_MAX];

    const char *at; /* what is left of the text being run */
    size_t rewritten_length;
    char rewritten[STORY_BYTES];
};

struct story_verb {
    const char *word;
    uint32_t args_min, args_max;
    bool (*run)(struct story *story, const struct story_words *words);
};

extern const struct story_verb STORY_ACTS[];
extern const uint32_t STORY_ACT_COUNT;
extern const struct story_verb STORY_KEYS[];
extern const uint32_t STORY_KEY_COUNT;
extern const struct story_verb STORY_MACHINE[];
extern const uint32_t STORY_MACHINE_COUNT;
extern const struct story_verb STORY_CHECKS[];
extern const uint32_t STORY_CHECK_COUNT;

/* Prints FILE:LINE: and the message, remembers that the story failed; returns false. */
__attribute__((format(printf, 2, 3))) bool story_fail(struct story *story, const char *format, ...);
/* The same, with the screen under it. */
__attribute__((format(printf, 2, 3))) bool story_fail_seen(struct story *story, const char *format,
                                                           ...);

/* Presses a control, also one on a later page. AT_ONCE: in the guard of a new screen, which the
 * others wait for; CLICK: by a mouse. False: there is none, and it was said. */
enum story_press { PRESS_TAP, PRESS_AT_ONCE, PRESS_CLICK };
bool story_press(struct story *story, const char *id, enum story_press how);
/* Before one more press of real hands: what they have to see by then. */
void story_look(const struct story *story);

/* Values of directives; false, or -1 for a size, when the text is none. A whole number up to max:
 */
bool story_number(const char *text, uint64_t max, uint64_t *out);
/* 500, 45s, 3m, 2h */
bool story_duration(const char *text, uint64_t *ms);
/* "1920x1080" */
bool story_geometry(const char *text, int32_t *width, int32_t *height);
/* "5.56" pixels a millimetre. */
bool story_scale(const char *text, uint32_t *px_per_m);
int story_size(const char *text);

#endif
