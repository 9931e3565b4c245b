/* SPDX-License-Identifier: MIT */
/* A session as text, one line an input, so that what happened at a window can be replayed without
 * one. The first line of a recording says how the app was configured, and each step ends with a
 * line of two hashes. A replay that differs names the first step that differs. Only test builds
 * write recordings, because a recording holds what a person chose. */
#ifndef CORE_RECORD_H
#define CORE_RECORD_H

#include "core/input.h"

enum {
    /* A message is the longest input: two hex digits a byte, the time and the word before it. */
    RECORD_LINE_BYTES = 2 * MESSAGE_BYTES + 64,
    RECORD_THEME_MAX = 4, /* the greatest number of a look, and of a text size */
    RECORD_SIZE_MAX = 4,
};

enum record_kind { RECORD_CONFIG, RECORD_INPUT, RECORD_STEP };

struct record_config {
    int32_t width, height;
    uint32_t px_per_m;
    uint8_t theme; /* enum theme_id */
    uint8_t size;  /* enum text_size */
    uint32_t random_seed;
    uint64_t now_ms; /* of app_init */
};

struct record {
    enum record_kind kind;
    struct record_config config;
    uint64_t now_ms;
    struct input input; /* its message and voice point to the two members below */
    struct message message;
    struct voice_record voice;
    uint64_t state_hash; /* state after a step */
    uint64_t frame_hash;
};

/* Each of these writes one line, with LF and a NUL at its end, and returns the line's length. */
size_t record_format_config(char out[RECORD_LINE_BYTES], const struct record_config *config);
size_t record_format_input(char out[RECORD_LINE_BYTES], uint64_t now_ms, const struct input *input);
/* Writes the line after a step, with the hashes of the state and of the frame that it led to. */
size_t record_format_step(char out[RECORD_LINE_BYTES], uint64_t now_ms, uint64_t state_hash,
                          uint64_t frame_hash);

/* Reads one line without its LF. INVALID: error has the column and says what is wrong. */
MUST_USE enum status record_parse(const char *line, struct record *record, struct error *error);

/* Returns "Enter" for KEY_ENTER; NULL for a key without a name. */
const char *record_key_name(enum key key);
/* Returns the key of a name; KEY_NONE when there is no such key. */
enum key record_key_find(const char *name);

#endif
