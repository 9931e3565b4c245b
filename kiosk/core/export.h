/* SPDX-License-Identifier: MIT */
/* Files that leave together. */
#ifndef CORE_EXPORT_H
#define CORE_EXPORT_H

#include <stddef.h>

enum { EXPORT_NAME_BYTES = 40, EXPORT_FILE_MAX = 2 };

struct export_file {
    char name[EXPORT_NAME_BYTES]; /* a plain file name */
    const void *bytes;
    size_t length;
};

#endif
