/* SPDX-License-Identifier: MIT */
/* Work that may need memory that the machine does not have, or may hang on a drive, is no work for
 * the process that counts. The keeper says what is to be done, and a process of its own does it
 * (keeper/porter.h); that process may end before it is done. In tests and commands, where nothing
 * is counted, the work is done at once. */
#ifndef KEEPER_ERRAND_H
#define KEEPER_ERRAND_H

#include "core/export.h"
#include "core/message.h"

enum errand_kind {
    ERRAND_HASH,    /* makes the hash of a new PIN */
    ERRAND_VERIFY,  /* compares a PIN: OK, or DENIED when it does not match */
    ERRAND_LIST,    /* lists the drives */
    ERRAND_EXPORT,  /* writes files to a drive, under the first names of the day that are free */
    ERRAND_BACKUPS, /* lists the names of files on a drive */
    ERRAND_FETCH,   /* reads one of those files */
    ERRAND_CLOCK,   /* sets the machine's clock */
    ERRAND_KIND_COUNT,
};

/* One errand of each slot runs at a time, so that a drive that hangs keeps nobody from the PIN. */
enum errand_slot { ERRAND_OF_PIN, ERRAND_OF_DRIVES, ERRAND_OF_CLOCK, ERRAND_SLOT_COUNT };

enum { ERRAND_ENDING_BYTES = 12 };

/* One of the files within the bytes that travel with an errand. */
struct errand_file {
    char ending[ERRAND_ENDING_BYTES];
    uint32_t from, length;
};

struct errand {
    uint32_t kind;                      /* enum errand_kind */
    char pin[PIN_DIGITS_MAX + 1];       /* HASH, VERIFY */
    char hash[SETTINGS_PIN_HASH_BYTES]; /* VERIFY */
    struct message_pick pick; /* the label of a drive; FETCH: the file's name too; BACKUPS: the name
                                 after which the list begins */
    char ending[ERRAND_ENDING_BYTES]; /* BACKUPS */
    struct civil_time today;          /* EXPORT */
    int64_t at_s;                     /* CLOCK: seconds since 1970 */
    uint32_t file_count;
    struct errand_file file[EXPORT_FILE_MAX];
};

struct errand_answer {
    uint32_t status;  /* enum status */
    uint32_t is_more; /* LIST: a better answer may follow, with the sizes of the drives */
    uint32_t length;  /* FETCH */
    char hash[SETTINGS_PIN_HASH_BYTES];
    struct message_drives drives;
    struct message_backups backups;
};

struct keeper_host;

/* The slot that errands of this kind share: one errand of a slot runs at a time. */
enum errand_slot errand_slot_of(enum errand_kind kind);
/* How many bytes travel with the errand, in sealed memory. */
size_t errand_bytes(const struct errand *errand);
/* How many milliseconds the errand may take before the system ends its process. */
uint32_t errand_ms_max(enum errand_kind kind);

/* Does the errand in this process, before the call returns. bytes: what travels with the errand, or
 * where FETCH puts the file that it read. */
void errand_do(const struct keeper_host *host, const struct errand *errand, uint8_t *bytes,
               size_t size, struct errand_answer *answer);

#endif
