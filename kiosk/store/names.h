/* SPDX-License-Identifier: MIT */
/* Files beside the totals file that hold totals too. Private to store/. */
#ifndef STORE_NAMES_H
#define STORE_NAMES_H

#include "store/store.h"

/* "totals.db.aside-3" of STORE_ASIDE and 3. */
void store_name(char name[STORE_NAME_BYTES], const char *stem, uint32_t number);

/* As store_write_file, but EXISTS, and nothing touched, where the name is taken. */
MUST_USE enum status store_write_new(const struct folder_ops *folder, const char *name,
                                     const char *temporary, const void *bytes, size_t length);

#endif
