/* SPDX-License-Identifier: MIT */
/* A keyboard on the screen, the only one there is: rows of letters, or of digits and signs, above a
 * row of keys that do something else. Keys are as large as the panel allows and never under the
 * facilitator's least target; what does not fit is on another page of keys. Keys stand where they
 * stand on a real keyboard, also in a mirrored frame. */
#ifndef UI_KEYBOARD_H
#define UI_KEYBOARD_H

#include "ui/ui.h"

enum {
    KEYBOARD_ROWS_MAX = 12, /* rows of letters, or of signs, where only four keys stand in a row */
    KEYBOARD_COLUMNS_MAX = 12,
    KEYBOARD_LABEL_BYTES = 16, /* three characters */
};

/* A language's keys, row by row, as they stand from left to right. */
struct keyboard_layout {
    const char *tag;   /* of the language */
    const char *label; /* on the key that leads to this layout */
    const char *abc;   /* on the key that leads to the letters of this layout */
    const char *letters[KEYBOARD_ROWS_MAX];
    const char *capitals[KEYBOARD_ROWS_MAX]; /* key by key as the letters; a layout may have none */
    const char *signs[KEYBOARD_ROWS_MAX];    /* the first row is digits */
};

/* The layouts, by index from 0. */
uint32_t keyboard_layout_count(void);
const struct keyboard_layout *keyboard_layout_at(uint32_t index);
/* The layout of a language; the first one for a language without its own. */
uint32_t keyboard_layout_find(const char *tag);

/* What the keyboard shows. */
struct keyboard {
    uint8_t layout;
    uint8_t page;
    bool capitals;
};

/* What a press on a key asks for. */
enum keyboard_key {
    KEYBOARD_LETTER, /* arg: code point */
    KEYBOARD_CAPITALS,
    KEYBOARD_PAGE,   /* the next page of keys */
    KEYBOARD_LAYOUT, /* index */
    KEYBOARD_CLEAR,
    KEYBOARD_ERASE,
    KEYBOARD_DONE,
};

/* The actions and the words of the keys. */
struct keyboard_keys {
    uint16_t action;                    /* action of a letter; the actions of the other keys follow
                                         * in the order of enum keyboard_key */
    const char *blank_word, *done_word; /* stand on the keys */
    const char *capitals_word, *page_word, *layout_word, *clear_word, *erase_word; /* are said, not
                                                                                    * drawn */
    uint32_t next_layout; /* the layout that the layout key leads to; the present one when there is
                           * no other */
    /* Returns how a sign is said; NULL: as it is, like letters and digits. The function itself may
     * be NULL. */
    const char *(*sign_word)(const void *context, uint32_t code);
    const void *context;
};

struct keyboard_row {
    uint32_t code[KEYBOARD_COLUMNS_MAX];
    uint32_t count;
};

/* The page of keys that shows, and where the keyboard stands. */
struct keyboard_plan {
    struct keyboard_row row[KEYBOARD_ROWS_MAX];
    uint32_t row_count;
    uint32_t rows; /* rows of the fullest page: the height is the same on all pages */
    uint32_t columns;
    uint32_t page, page_count;
    bool has_letters, has_capitals;
    char next[KEYBOARD_LABEL_BYTES]; /* label of the key that leads to the next page */
    struct box box;
    int32_t key_w, key_h, gap; /* px */
};
/* Fills plan. room: the most that the keyboard may take; the keyboard stands at the foot of room,
 * in the middle. */
void keyboard_plan(struct keyboard_plan *plan, const struct ui *ui, const struct keyboard *keyboard,
                   struct box room);
void ui_keyboard(struct ui *ui, const struct keyboard_plan *plan, const struct keyboard *keyboard,
                 const struct keyboard_keys *keys);

#endif
