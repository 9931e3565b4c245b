/* SPDX-License-Identifier: MIT */
/* Names of the files beside the totals file that hold totals too. For the files of store alone. */
#ifndef STORE_NAMES_H
#define STORE_NAMES_H

#include "store/store.h"

/* Writes a name such as "totals.db.aside-3", of STORE_ASIDE and 3. */
void store_name(char name[STORE_NAME_BYTES], const char *stem, uint32_t number);

/* As store_write_file. EXISTS: the name is taken, and nothing was touched. */
MUST_USE enum status store_write_new(const struct folder_ops *folder, const char *name,
                                     const char *temporary, const void *bytes, size_t length);

#endif
