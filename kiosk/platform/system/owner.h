/* SPDX-License-Identifier: MIT */
/* Who owns a file or a folder, and whether the user of this program may use it. */
#ifndef PLATFORM_OWNER_H
#define PLATFORM_OWNER_H

enum { OWNER_NAME_BYTES = 64 };

enum owner_verdict {
    OWNER_FINE,  /* it may be used, is not there, or cannot be looked at */
    OWNER_OTHER, /* it belongs to another user */
    OWNER_MODE,  /* it is this user's own, but closed to them */
    OWNER_OPEN,  /* it is this user's own, and others may look into it or change it */
};

struct owner {
    enum owner_verdict verdict;
    char owner[OWNER_NAME_BYTES]; /* the owner's name, or number where the owner has no name */
    char user[OWNER_NAME_BYTES];  /* the user of this program */
};

/* Looks at the file or folder at this path. */
struct owner owner_look(const char *path);

#endif
