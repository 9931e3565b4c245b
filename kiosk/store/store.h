/* SPDX-License-Identifier: MIT */
/* The totals file: canonical bytes from a value and back, and the close that counts once or not at
 * all. The only user of sqlite3.h. SQLite never touches a file: it builds the image in memory
 * (sqlite3_serialize) and reads one from memory (sqlite3_deserialize, read-only); bytes go through
 * a table of file functions, so that tests can fail or kill any single call. */
#ifndef STORE_STORE_H
#define STORE_STORE_H

#include "core/status.h"
#include "core/totals.h"

enum {
    STORE_FILE_BYTES_MAX = 8 << 20,
    STORE_DIGEST_BYTES = 32,
    STORE_APPLICATION_ID = 0x53574b31, /* "SWK1" */
    STORE_FORMAT = 1,                  /* user_version */
};

#define STORE_FILE      "totals.db"
#define STORE_TEMPORARY "totals.db.new"
/* Totals out of use, numbered from 1: found damaged, and replaced by a backup. */
#define STORE_ASIDE    STORE_FILE ".aside-"
#define STORE_REPLACED STORE_FILE ".replaced-"

enum {
    STORE_ASIDE_MAX = 99, /* of each kind; nobody sets more aside, and it ends every search */
    STORE_NAME_BYTES = 32,
    STORE_SMALL_BYTES = 8192,
};

/* One data folder, held open and locked by whoever made this table. Names are plain file names.
 * No call follows a symbolic link. All but read may fail with NO_SPACE, READ_ONLY, IO. */
struct folder_ops {
    void *context;
    /* Whole file into buffer; MISSING when not there, LIMIT when larger than size, INVALID when a
     * link or no plain file, IO. */
    enum status (*read)(void *context, const char *name, void *buffer, size_t size, size_t *length);
    /* The steps of a write, one call each, so that each can fail on its own. */
    enum status (*create)(void *context, const char *name, int *file); /* O_EXCL, 0600: EXISTS */
    enum status (*write)(void *context, int file, const void *bytes, size_t length);
    enum status (*sync)(void *context, int file);
    enum status (*set_fixed_time)(void *context, int file); /* mtime says nothing */
    enum status (*close)(void *context, int file);
    enum status (*rename)(void *context, const char *from, const char *to);     /* replaces */
    enum status (*rename_new)(void *context, const char *from, const char *to); /* EXISTS */
    enum status (*remove)(void *context, const char *name);                     /* MISSING */
    enum status (*sync_folder)(void *context);
    /* Returns whether a name here is wanted. Also where the folder does not tell its names. */
    bool (*has_any)(void *context, bool (*is_wanted)(const char *name));
    void (*digest)(void *context, const void *bytes, size_t length,
                   uint8_t out[STORE_DIGEST_BYTES]); /* SHA-256 */
};

/* Encodes totals as canonical bytes: a function of the totals alone. INVALID or LIMIT as
 * totals_check, LIMIT when larger than size, IO when SQLite gets no memory. */
MUST_USE enum status store_encode(const struct totals *totals, uint8_t *bytes, size_t size,
                                  size_t *length);

/* Reads an image: OK, DAMAGED (not SQLite, foreign, any rule broken), NEWER, or IO when SQLite gets
 * no memory, which says nothing about the file. totals is empty after any failure. */
MUST_USE enum status store_decode(const uint8_t *bytes, size_t length, struct totals *totals,
                                  struct error *error);

/* Removes a leftover temporary, or moves aside what cannot be removed, as every write does. Called
 * at start, before anything is read, and before a meeting opens. */
MUST_USE enum status store_clean(const struct folder_ops *folder);

/* Loads the file: MISSING gives empty totals and OK with *length 0. scratch holds the bytes. What
 * store_decode returns, or IO or INVALID (no plain file) with nothing known of the content; totals
 * is empty after any failure. */
MUST_USE enum status store_load(const struct folder_ops *folder, struct totals *totals,
                                uint8_t *scratch, size_t scratch_size, size_t *length,
                                struct error *error);

/* Moves the file out of the way under the first free name totals.db.aside-1, -2, ...; where all are
 * taken, in the place of the last. */
MUST_USE enum status store_set_aside(const struct folder_ops *folder, char name[STORE_NAME_BYTES]);
/* The same of what has the name of a file of ours and is none: under the first free name stem1,
 * stem2, ... Returns whether anything was moved. */
bool store_make_way(const struct folder_ops *folder, const char *name, const char *stem);

/* A copy of these bytes under the first free name stem1, stem2, ...; or there is one already.
 * buffer: STORE_FILE_BYTES_MAX, for the compare. LIMIT: all names are taken. */
MUST_USE enum status store_keep_copy(const struct folder_ops *folder, const char *stem,
                                     const uint8_t *bytes, size_t length, uint8_t *buffer);

/* Returns whether there are totals out of use, set aside or replaced. A file that cannot be looked
 * at counts as there. */
bool store_has_aside(const struct folder_ops *folder);

/* A totals file as this process knows it: none, or one of these bytes. */
struct store_known {
    bool is_there;
    uint8_t digest[STORE_DIGEST_BYTES];
};

/* Of a file that was read or written; length 0: there is none. */
void store_know(struct store_known *known, const struct folder_ops *folder, const uint8_t *bytes,
                size_t length);
bool store_is_known(const struct store_known *a, const struct store_known *b);

/* Tells which file is there now, and puts its bytes into scratch and their number into *length. A
 * link, a pipe or a file larger than ours counts as a foreign file. IO: the folder does not tell.
 */
MUST_USE enum status store_look(const struct folder_ops *folder, uint8_t *scratch,
                                size_t scratch_size, struct store_known *there, size_t *length);

/* A close under way; lives with the counters. Zeroed: not begun. */
struct store_close {
    bool begun;
    bool done;                 /* renamed, re-read and equal */
    bool found_other;          /* the file was not the one from before, or it had gone */
    struct store_known before; /* what the new file takes the place of */
    struct store_known with;   /* the new file */
    size_t length;
    uint8_t bytes[STORE_FILE_BYTES_MAX]; /* the new file, built once */
};

/* Begins: encodes these totals, the meeting in them, once, and keeps both digests. Nothing is read:
 * they build on what this process knows. While a close is begun and not done, calling again changes
 * nothing; after a failure it starts afresh. */
MUST_USE enum status store_close_begin(struct store_close *close, const struct folder_ops *folder,
                                       const struct store_known *before,
                                       const struct totals *totals);

/* Carries the close to its end, from wherever an earlier try stopped: looks at the file first. The
 * new one: only the folder's sync is left. The one from before: writes, syncs, renames, syncs the
 * folder, re-reads and compares. Any other: moves that aside first, whatever it is; and where the
 * file has gone it is written anew. OK means saved and compared. */
MUST_USE enum status store_close_run(struct store_close *close, const struct folder_ops *folder,
                                     uint8_t *scratch, size_t scratch_size);

/* What a close finds in the place of the file. */
enum store_found {
    STORE_FOUND_OLD,   /* the file from before, or none as before */
    STORE_FOUND_NEW,   /* the one that the close writes */
    STORE_FOUND_GONE,  /* none, and there was one */
    STORE_FOUND_OTHER, /* one that this process has neither read nor written */
};
MUST_USE enum status store_close_look(const struct store_close *close,
                                      const struct folder_ops *folder, uint8_t *scratch,
                                      size_t scratch_size, enum store_found *found);

/* What a meeting that was given up has left in the file. */
enum store_left {
    STORE_LEFT_NOTHING, /* of the meeting: whatever is there, it is not the file with it */
    STORE_LEFT_MEETING, /* it is in the file, once, and stays there */
    STORE_LEFT_UNSURE,  /* the one or the other: the disk does not say, or may yet forget */
};

/* Gives up a close that was begun. Where a try got as far as the rename, or the file has gone,
 * `old`, the totals before the meeting, are put back, and close->before is what they are as a file.
 * Then the disk is looked at, and what it holds is told. */
MUST_USE enum store_left store_close_give_up(struct store_close *close,
                                             const struct folder_ops *folder,
                                             const struct totals *old, uint8_t *scratch,
                                             size_t scratch_size);

/* Begins to put these totals in the place of the file, whatever close held before. First the bytes
 * that are there now are copied, whole and synced, under the first free name totals.db.replaced-1,
 * -2, ... (an equal copy that is there already is enough), and so are `own`, the totals of this
 * process, where the file is not the known one. Then store_close_run writes the new ones as it
 * writes a meeting. So the file is the old or the new one at every moment, and neither the old one
 * nor our own is ever the only thing that could be lost. INVALID: the file is a link or no plain
 * file. */
MUST_USE enum status store_replace_begin(struct store_close *close, const struct folder_ops *folder,
                                         const struct store_known *known, const struct totals *own,
                                         const struct totals *totals, uint8_t *scratch,
                                         size_t scratch_size);

/* Erases every file that holds totals: set aside, replaced, temporary, and last the file itself, so
 * that a stop in between leaves it to be seen. On a failure *left is how many may still be there,
 * at least one; everything that could be erased is. */
MUST_USE enum status store_erase(const struct folder_ops *folder, uint32_t *left);

/* Forgets a close that is done or given up, so that the next one can begin. */
void store_close_reset(struct store_close *close);

/* Writes a file whole: temporary, sync, rename, folder sync. OK: it is on the disk. After a failure
 * the file is the one from before or the new one, whole. A folder in the place of the temporary is
 * moved to "TEMPORARY.aside-1" or the next free number. */
MUST_USE enum status store_write_file(const struct folder_ops *folder, const char *name,
                                      const char *temporary, const void *bytes, size_t length);

/* The same for a small file (STORE_SMALL_BYTES), and after a failure the file is read back. OK: it
 * is on the disk. UNSURE: the file from before or the new one may be. Any other: the one from
 * before is. *there tells whether the new one is what can be read now. */
MUST_USE enum status store_write_and_look(const struct folder_ops *folder, const char *name,
                                          const char *temporary, const void *bytes, size_t length,
                                          bool *there);

#endif
