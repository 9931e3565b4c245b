/* SPDX-License-Identifier: MIT */
/* Whose a file or a folder is, and whether its user may use it. */
#ifndef PLATFORM_OWNER_H
#define PLATFORM_OWNER_H

enum { OWNER_NAME_BYTES = 64 };

enum owner_verdict {
    OWNER_FINE,  /* or not there, or not to be looked at */
    OWNER_OTHER, /* it belongs to somebody else */
    OWNER_MODE,  /* it is this user's own, but closed to them */
    OWNER_OPEN,  /* it is this user's own, and others may look into it or change it */
};

struct owner {
    enum owner_verdict verdict;
    char owner[OWNER_NAME_BYTES]; /* its name, or a number where there is none */
    char user[OWNER_NAME_BYTES];  /* who runs this */
};

/* Returns whose the file or folder at this path is. */
struct owner owner_look(const char *path);

#endif
