/* SPDX-License-Identifier: MIT */
/* The words and the questions, read from the assets into memory that stays: each process has one
 * static struct words and one struct pack. */
#ifndef PLATFORM_WORDS_H
#define PLATFORM_WORDS_H

#include "core/language.h"
#include "core/pack.h"
#include "platform/system/assets.h"

/* Static and zeroed. The catalogue points into bytes, which are room for the largest file, taken at
 * the first words_open. */
struct words {
    struct catalog catalog;
    char *bytes;
};

/* Reads text/TAG.mo and opens it, in the place of what was open there. On failure words must not be
 * used; error names the file or the first problem in it. NO_SPACE: the system gives no memory. */
MUST_USE enum status words_open(struct words *words, const struct assets *assets,
                                const struct language *language, struct error *error);

/* The words of every language, for a process without fonts that seldom needs any. Static. */
struct words_shelf {
    struct language_offer offer[LANGUAGE_MAX]; /* as in core/language.h */
    bool is_unread[LANGUAGE_MAX];              /* file is open */
    int file[LANGUAGE_MAX];
    struct words words[LANGUAGE_MAX];
};

/* Opens the files that exist, and reads none of them. */
void words_shelf_open(struct words_shelf *shelf, const struct assets *assets);
/* Returns a language's words, which it reads the first time. NULL for an unknown language, or one
 * whose file is missing. */
const struct language_offer *words_shelf_at(struct words_shelf *shelf, uint32_t index);

/* Read a pack: pack_load_asset one of the assets ("packs/integrity.pack"), pack_load any file.
 * STATUS_INVALID and STATUS_LIMIT with the problems as pack_parse lists them. Any other failure is
 * the file's, and no problem is listed. */
MUST_USE enum status pack_load_asset(const struct assets *assets, const char *name,
                                     struct pack *pack, struct pack_errors *errors);
MUST_USE enum status pack_load(const char *path, struct pack *pack, struct pack_errors *errors);

/* Keeps the bytes of a pack as they are now, for every process of a kiosk. So a face that starts
 * later asks the questions that are counted, even when the file has changed. assets NULL: path is
 * any file. */
MUST_USE enum status pack_seal(const struct assets *assets, const char *path, int *descriptor);
/* Reads a pack from these bytes and closes the descriptor; as pack_load. */
MUST_USE enum status pack_load_sealed(int descriptor, struct pack *pack,
                                      struct pack_errors *errors);

#endif
