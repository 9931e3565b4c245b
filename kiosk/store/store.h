/* SPDX-License-Identifier: MIT */
/* The totals file: canonical bytes from totals and back, and the close that counts once or not at
 * all. Only this layer uses sqlite3.h. SQLite never touches a file: it builds the image in memory
 * (sqlite3_serialize) and reads an image from memory (sqlite3_deserialize, read-only). All bytes go
 * through a table of file functions, so that tests can make any single call fail, or end the
 * process there. */
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
/* Names of totals that are out of use, numbered from 1: those that were damaged, and those that a
 * backup replaced. */
#define STORE_ASIDE    STORE_FILE ".aside-"
#define STORE_REPLACED STORE_FILE ".replaced-"

enum {
    STORE_ASIDE_MAX =
        99, /* files of each kind; nobody sets more aside, and each search ends there */
    STORE_NAME_BYTES = 32,
    STORE_SMALL_BYTES = 8192,
};

/* One data folder, held open and locked by whoever made this table. Names are plain file names. No
 * call follows a symbolic link. Every call except read may fail with NO_SPACE, READ_ONLY or IO. */
struct folder_ops {
    void *context;
    /* Reads a whole file into buffer. MISSING: there is no such file; LIMIT: it is larger than
     * size; INVALID: it is a link or no plain file; IO. */
    enum status (*read)(void *context, const char *name, void *buffer, size_t size, size_t *length);
    /* The steps of a write. Each is a call of its own, so that each can fail by itself. */
    enum status (*create)(void *context, const char *name, int *file); /* O_EXCL, 0600; EXISTS */
    enum status (*write)(void *context, int file, const void *bytes, size_t length);
    enum status (*sync)(void *context, int file);
    enum status (*set_fixed_time)(void *context, int file); /* so that mtime tells nothing */
    enum status (*close)(void *context, int file);
    enum status (*rename)(void *context, const char *from, const char *to);     /* replaces */
    enum status (*rename_new)(void *context, const char *from, const char *to); /* EXISTS */
    enum status (*remove)(void *context, const char *name);                     /* MISSING */
    enum status (*sync_folder)(void *context);
    /* Returns whether the folder has a name that is_wanted wants; true also if the folder does not
     * tell its names. */
    bool (*has_any)(void *context, bool (*is_wanted)(const char *name));
    void (*digest)(void *context, const void *bytes, size_t length,
                   uint8_t out[STORE_DIGEST_BYTES]); /* SHA-256 */
};

/* Encodes totals as canonical bytes, which follow from the totals alone. INVALID or LIMIT as
 * totals_check; LIMIT also when they are larger than size; IO when SQLite gets no memory. */
MUST_USE enum status store_encode(const struct totals *totals, uint8_t *bytes, size_t size,
                                  size_t *length);

/* Reads an image. DAMAGED: it is not SQLite's, not ours, or breaks a rule. NEWER: a later version
 * made it. IO: SQLite gets no memory, which says nothing about the file. totals is empty after any
 * failure. */
MUST_USE enum status store_decode(const uint8_t *bytes, size_t length, struct totals *totals,
                                  struct error *error);

/* Removes a temporary that was left over, or moves aside what cannot be removed, as every write
 * does. Called at the start, before anything is read, and before a meeting opens. */
MUST_USE enum status store_clean(const struct folder_ops *folder);

/* Reads the totals file. A file that does not exist gives empty totals and OK, with *length 0.
 * scratch holds the bytes. Status as store_decode; or IO or INVALID (no plain file), when nothing
 * is known of the content. totals is empty after any failure. */
MUST_USE enum status store_load(const struct folder_ops *folder, struct totals *totals,
                                uint8_t *scratch, size_t scratch_size, size_t *length,
                                struct error *error);

/* Moves the file out of the way under the first free name totals.db.aside-1, -2, ...; where all are
 * taken, in the place of the last. */
MUST_USE enum status store_set_aside(const struct folder_ops *folder, char name[STORE_NAME_BYTES]);
/* Moves what has the name of a file of ours and is no file, under the first free name stem1, stem2,
 * ... Returns whether anything was moved. */
bool store_make_way(const struct folder_ops *folder, const char *name, const char *stem);

/* Keeps a copy of these bytes under the first free name stem1, stem2, ..., unless there is an equal
 * copy already. buffer: STORE_FILE_BYTES_MAX bytes, for the comparison. LIMIT: all names are taken.
 */
MUST_USE enum status store_keep_copy(const struct folder_ops *folder, const char *stem,
                                     const uint8_t *bytes, size_t length, uint8_t *buffer);

/* Returns whether there are totals out of use, set aside or replaced. A file that cannot be looked
 * at counts as there. */
bool store_has_aside(const struct folder_ops *folder);

/* A totals file as this process knows it: no file, or one of these bytes. */
struct store_known {
    bool is_there;
    uint8_t digest[STORE_DIGEST_BYTES];
};

/* Notes the file that was read or written; length 0: there is no file. */
void store_know(struct store_known *known, const struct folder_ops *folder, const uint8_t *bytes,
                size_t length);
bool store_is_known(const struct store_known *a, const struct store_known *b);

/* Tells which file is there now, and puts its bytes into scratch and their number into *length. A
 * link, a pipe, or a file larger than any of ours counts as a foreign file. IO: the folder does not
 * tell. */
MUST_USE enum status store_look(const struct folder_ops *folder, uint8_t *scratch,
                                size_t scratch_size, struct store_known *there, size_t *length);

/* A close under way. It lives with the counters. Zeroed: no close was begun. */
struct store_close {
    bool begun;
    bool done;                 /* the file was renamed, read back and found equal */
    bool found_other;          /* the file was not the one from before, or had gone */
    struct store_known before; /* the file whose place the new file takes */
    struct store_known with;   /* the new file */
    size_t length;
    uint8_t bytes[STORE_FILE_BYTES_MAX]; /* the new file, built once */
};

/* Begins a close: encodes these totals, with the meeting in them, once, and keeps the digests of
 * both files. It reads nothing, because it builds on what this process knows. While a close is
 * begun and not done, another call changes nothing; after a failure it begins afresh. */
MUST_USE enum status store_close_begin(struct store_close *close, const struct folder_ops *folder,
                                       const struct store_known *before,
                                       const struct totals *totals);

/* Carries the close to its end, from wherever an earlier try stopped. It looks at the file first.
 * If the new file is there, only the folder's sync is left to do. If the file from before is there,
 * it writes, syncs, renames, syncs the folder, reads back and compares. Any other file is first
 * moved aside, whatever it is. Where the file has gone, it is written anew. OK: the meeting is
 * saved, and was compared. */
MUST_USE enum status store_close_run(struct store_close *close, const struct folder_ops *folder,
                                     uint8_t *scratch, size_t scratch_size);

/* What a close finds in the place of the file. */
enum store_found {
    STORE_FOUND_OLD,   /* the file from before; no file where there was none */
    STORE_FOUND_NEW,   /* the file that this close writes */
    STORE_FOUND_GONE,  /* no file, although there was one */
    STORE_FOUND_OTHER, /* a file that this process has neither read nor written */
};
MUST_USE enum status store_close_look(const struct store_close *close,
                                      const struct folder_ops *folder, uint8_t *scratch,
                                      size_t scratch_size, enum store_found *found);

/* What a meeting that was given up has left in the file. */
enum store_left {
    STORE_LEFT_NOTHING, /* nothing of the meeting: whatever is there, it is not the file with the
                           meeting */
    STORE_LEFT_MEETING, /* the meeting is in the file, once, and stays there */
    STORE_LEFT_UNSURE,  /* nobody knows: the disk does not say, or may yet forget */
};

/* Gives up a close that was begun. Where a try got as far as the rename, or the file has gone,
 * `old`, the totals before the meeting, are put back, and close->before is what they are as a file.
 * Then it looks at the disk and tells what the disk holds. */
MUST_USE enum store_left store_close_give_up(struct store_close *close,
                                             const struct folder_ops *folder,
                                             const struct totals *old, uint8_t *scratch,
                                             size_t scratch_size);

/* Begins to put these totals in the place of the file, whatever close held before. First it copies
 * the bytes that are there now, whole and synced, under the first free name totals.db.replaced-1,
 * -2, ..., unless there is an equal copy already. Where the file is not the known one, it copies
 * `own`, the totals of this process, too. Then store_close_run writes the new totals as it writes a
 * meeting. So at every moment the file is the old or the new one, and neither the old one nor our
 * own can be lost. INVALID: the file is a link or no plain file. */
MUST_USE enum status store_replace_begin(struct store_close *close, const struct folder_ops *folder,
                                         const struct store_known *known, const struct totals *own,
                                         const struct totals *totals, uint8_t *scratch,
                                         size_t scratch_size);

/* Erases every file that holds totals: those set aside, those replaced, the temporary, and the
 * totals file last, so that the next start sees an erase that was cut short. On a failure *left
 * says how many files may still be there, at least one; all that could be erased are erased. */
MUST_USE enum status store_erase(const struct folder_ops *folder, uint32_t *left);

/* Forgets a close that is done or given up, so that the next one can begin. */
void store_close_reset(struct store_close *close);

/* Writes a whole file: temporary, sync, rename, sync of the folder. OK: it is on the disk. After a
 * failure the file is the one from before or the new one, whole. A folder in the place of the
 * temporary is moved to "TEMPORARY.aside-1" or the next free number. */
MUST_USE enum status store_write_file(const struct folder_ops *folder, const char *name,
                                      const char *temporary, const void *bytes, size_t length);

/* As store_write_file for a small file (STORE_SMALL_BYTES); after a failure the file is read back.
 * OK: it is on the disk. UNSURE: the file may be the one from before or the new one. Any other
 * status: it is the one from before. *there tells whether the new file is what can be read now. */
MUST_USE enum status store_write_and_look(const struct folder_ops *folder, const char *name,
                                          const char *temporary, const void *bytes, size_t length,
                                          bool *there);

#endif
