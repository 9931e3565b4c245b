/* SPDX-License-Identifier: MIT */
#include "store/names.h"

#include <string.h>

struct erasing {
    const struct folder_ops *folder;
    uint32_t removed; /* files that were removed and are not yet known to be gone from the disk */
    uint32_t left;
    enum status status; /* of the first failure */
};

static void fail(struct erasing *erasing, enum status status, uint32_t left)
{
    erasing->left += left;
    erasing->status = erasing->status == STATUS_OK ? status : erasing->status;
}

static bool is_there(const struct folder_ops *folder, const char *name)
{
    char byte;
    size_t length = 0;
    return folder->read(folder->context, name, &byte, 1, &length) != STATUS_MISSING;
}

/* Erases one file. A disk that takes no writes refuses to remove even a file that does not exist,
 * so only a file that is there counts as left. */
static void erase_one(struct erasing *erasing, const char *name)
{
    enum status status = erasing->folder->remove(erasing->folder->context, name);
    if (status == STATUS_OK) {
        erasing->removed++;
    } else if (status != STATUS_MISSING && is_there(erasing->folder, name)) {
        fail(erasing, status, 1);
    }
}

static void erase_numbered(struct erasing *erasing, const char *stem)
{
    for (uint32_t i = 1; i <= STORE_ASIDE_MAX; i++) {
        char name[STORE_NAME_BYTES];
        store_name(name, stem, i);
        erase_one(erasing, name);
    }
}

/* An erase may have left a gap in the numbers, so every number counts. */
static bool is_aside(const char *name)
{
    static const char *const STEMS[] = {STORE_ASIDE, STORE_REPLACED};
    for (size_t stem = 0; stem < sizeof(STEMS) / sizeof(STEMS[0]); stem++) {
        if (strncmp(name, STEMS[stem], strlen(STEMS[stem])) != 0) {
            continue;
        }
        for (uint32_t i = 1; i <= STORE_ASIDE_MAX; i++) {
            char numbered[STORE_NAME_BYTES];
            store_name(numbered, STEMS[stem], i);
            if (strcmp(name, numbered) == 0) {
                return true;
            }
        }
    }
    return false;
}

/* The folder is asked once. To ask for each name was half of the calls that the keeper makes at its
 * start. */
bool store_has_aside(const struct folder_ops *folder)
{
    return folder->has_any(folder->context, is_aside);
}

/* Syncs the folder. Returns false if a power cut could bring back what was removed, which then
 * counts as left. */
static bool settle(struct erasing *erasing)
{
    enum status status = erasing->folder->sync_folder(erasing->folder->context);
    if (status != STATUS_OK) {
        fail(erasing, status, erasing->removed);
    }
    erasing->removed = 0;
    return status == STATUS_OK;
}

enum status store_erase(const struct folder_ops *folder, uint32_t *left)
{
    struct erasing erasing = {.folder = folder, .status = STATUS_OK};
    erase_one(&erasing, STORE_TEMPORARY);
    erase_numbered(&erasing, STORE_ASIDE);
    erase_numbered(&erasing, STORE_REPLACED);
    if (settle(&erasing)) {
        erase_one(&erasing, STORE_FILE);
        (void)settle(&erasing);
    } else if (is_there(folder, STORE_FILE)) {
        fail(&erasing, STATUS_IO, 1); /* the totals file stays, so that the next start sees it */
    }
    if (erasing.status != STATUS_OK) {
        *left = erasing.left > 0 ? erasing.left
                                 : 1; /* nobody can tell how many files are left: not none */
    }
    return erasing.status;
}
