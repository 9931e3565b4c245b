/* SPDX-License-Identifier: MIT */
/* The real keyboards that a machine can have: as X names them, and as people who type on them do.
 */
#ifndef CORE_KEYBOARDS_H
#define CORE_KEYBOARDS_H

enum { KEYBOARD_COUNT = 27 };

struct keyboard_name {
    const char *name, *title;
};

extern const struct keyboard_name KEYBOARDS[KEYBOARD_COUNT];

/* Returns the title of a keyboard; NULL for "" and for a name that is not in the list. */
const char *keyboard_title(const char *name);

#endif
