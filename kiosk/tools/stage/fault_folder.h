/* SPDX-License-Identifier: MIT */
/* A folder in front of another one that can be told to fail: a full disk, a folder that takes no
 * writes, or any single call going wrong. */
#ifndef TOOLS_FAULT_FOLDER_H
#define TOOLS_FAULT_FOLDER_H

#include "store/store.h"

#include <stdbool.h>

struct fault_folder {
    struct folder_ops ops; /* ready after fault_folder_init */
    const struct folder_ops *inner;
    bool is_full;      /* writing bytes gives NO_SPACE */
    bool is_read_only; /* anything that changes the folder gives READ_ONLY */
    uint32_t fail_in;  /* the n-th changing call from now gives IO, once; 0: none */
};

/* Without faults. Neither struct may move while ops is in use. */
void fault_folder_init(struct fault_folder *folder, const struct folder_ops *inner);

#endif
