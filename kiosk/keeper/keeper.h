/* SPDX-License-Identifier: MIT */
/* The counting process as a state machine without a process: messages go in, messages come out, and
 * time is an argument. keeper/process.c gives it a socket and a wait; a replay runs it in one
 * process with the screens. The keeper trusts nothing that it receives, and it holds the only copy
 * of an open meeting's counters. */
#ifndef KEEPER_KEEPER_H
#define KEEPER_KEEPER_H

#include "core/export.h"
#include "core/message.h"
#include "core/noise.h"
#include "core/trends.h"
#include "keeper/errand.h"
#include "keeper/guard.h"
#include "report/lines.h"
#include "store/store.h"

enum {
    KEEPER_OPEN_MS_MAX = 3 * 60 * 60 * 1000,  /* automatic close after opening */
    KEEPER_ENDING_MS_MAX = 15 * 60 * 1000,    /* so long may a turn that is under way go on */
    KEEPER_UNLOCK_MS = 2 * 60 * 1000 + 10000, /* a little past the face's own auto-lock */
    KEEPER_POWER_MS = 60 * 1000, /* a battery in use is looked at this often; no other battery is
                                    looked at by the clock */
    KEEPER_OUT_MAX = 4,          /* messages that one input can cause */
};

#define SETTINGS_FILE      "settings"
#define SETTINGS_TEMPORARY "settings.new"
#define MACHINE_FILE       "machine"
#define MACHINE_TEMPORARY  "machine.new"
#define SIMULATED_FILE     "SIMULATED"

/* What the keeper needs of the machine. now_ms is CLOCK_BOOTTIME everywhere. */
struct keeper_host {
    const struct folder_ops *folder;
    struct random_source random;
    void *context;
    /* Make a hash, Argon2id, of a PIN, and compare a PIN with a hash in constant time; DENIED: it
     * does not match. What these two, the four about drives and set_clock do is an errand: only
     * errand_do calls them. */
    enum status (*pin_hash)(void *context, const char *pin, char out[SETTINGS_PIN_HASH_BYTES]);
    enum status (*pin_verify)(void *context, const char *pin, const char *hash);
    /* Returns the local time in so many seconds from now; for texts only. Its month is always
     * valid. */
    struct civil_time (*civil)(void *context, uint32_t in_s);
    /* Returns the seconds since 1970 at which that clock shows this time. */
    int64_t (*moment)(void *context, const struct civil_time *civil);
    /* Makes this zone the local time from now on; "": the system's zone. MISSING: there is no such
     * zone. */
    enum status (*zone)(void *context, const char *name);
    struct appliance_facts appliance; /* what the system says, except about its clock */
    struct month built; /* month in which this program was built: a clock that shows an earlier one
                           is wrong; {0}: any clock may be right */
    bool (*memory_is_locked)(void *context);
    bool (*swap_is_on)(void *context);
    enum health_space (*space)(void *context);
    enum battery (*battery)(void *context);
    bool (*can_switch_off)(void *context);
    /* Finds the facts of "kiosk health". The keeper itself fills memory_locked and now. */
    void (*health)(void *context, struct health_facts *out);
    /* Lists the drives below the export root. */
    enum status (*drives)(void *context, struct message_drives *out);
    /* Writes files to that drive and reads them back, all of them or none; NO_SPACE, READ_ONLY,
     * MISSING (the drive was pulled), EXISTS (one of them), IO. */
    enum status (*export)(void *context, const char *label, const struct export_file *files,
                          size_t count);
    /* Lists the names of that drive's files with this ending, the last in the alphabet first;
     * MISSING. */
    enum status (*backups)(void *context, const struct message_pick *after, const char *ending,
                           struct message_backups *out);
    /* Reads one of them. MISSING: there is no such file or drive; LIMIT: it is larger than size;
     * INVALID: a link or no plain file; IO. */
    enum status (*fetch)(void *context, const struct message_pick *pick, void *buffer, size_t size,
                         size_t *length);
    /* Sets the machine's clock; DENIED, MISSING as platform/system/timedate.h has them. */
    enum status (*set_clock)(void *context, int64_t unix_s);
    /* Begins an errand elsewhere, with the bytes that travel with it; keeper_errand_done is called
     * when it is done. NULL: every errand is done at once, by the seven functions above. After a
     * failure no errand was begun. */
    enum status (*begin)(void *context, const struct errand *errand, const uint8_t *bytes);
    /* The errand that runs in this slot is of no use any more. */
    void (*drop)(void *context, enum errand_slot slot);
    /* Returns the words of a language, by its index in core/language.h, for the report; NULL: they
     * are not at hand. */
    const struct language_offer *(*words)(void *context, uint32_t index);
};

/* What must not be swapped or dumped: one locked page. */
struct keeper_secret {
    struct counters counters;
    struct errand errand; /* the errand that is begun: it may hold a PIN */
};

struct keeper;
struct request;
/* Does what is left to do once an errand is done. Returns what a handler of the request would
 * return. */
typedef enum status keeper_errand_end(struct keeper *keeper, struct request *request,
                                      const struct errand_answer *answer);

/* The errand that runs in a slot, and who asked for it. */
struct keeper_errand {
    keeper_errand_end *end; /* NULL: nothing runs */
    uint16_t type;          /* of the request */
    uint32_t sequence;      /* 0: nobody asked, or the person who asked is gone */
    char label[MESSAGE_LABEL_BYTES];
};

struct keeper {
    const struct pack *pack;
    uint8_t
        question[PACK_QUESTION_MAX]; /* indices in the pack of the questions that are switched on */
    const struct keeper_host *host;
    struct keeper_secret *secret;
    struct settings settings;
    struct machine machine;
    struct machine_clock clock; /* of the same file */
    bool clock_is_old;          /* the month was said before this start */
    bool behind;                /* the settings file is damaged, and has not been set aside */
    bool machine_is_newer;      /* its file was made by a later version: left alone */
    struct guard guard;
    struct guard untried; /* the guard as it was before the try that is being compared */
    bool guard_behind;    /* the guard's file may hold something else */
    bool guard_kept;      /* the folder took a write since the start */
    uint64_t started_ms;
    struct keeper_status status;
    uint64_t opened_ms;
    uint64_t ending_ms;
    uint64_t unlocked_until_ms; /* 0: locked */
    uint64_t wait_until_ms;     /* until then no PIN is taken; 0: no wait runs */
    uint64_t power_ms;          /* when the battery is looked at again */
    bool ending_alone;          /* nobody asked for the close that is under way */
    bool greeted;               /* a face has said who it is, so the next one is another face */
    enum leave leave;           /* set when somebody left the kiosk and nothing is open any more */
    char series[TOTALS_SERIES_BYTES];
    struct store_close close;
    struct totals
        totals; /* the totals that were read or written last; never those of the open meeting */
    struct store_known known; /* the file that holds these totals */
    bool stale;               /* the file may be `other` by now, and could not be read */
    struct store_known other;
    struct totals next;       /* what the close that is under way makes of the totals */
    struct trends trends;     /* computed from the totals */
    bool trends_known;        /* trends are those of the present totals */
    struct lines_store lines; /* lines of the report that is being written */
    struct keeper_errand errand[ERRAND_SLOT_COUNT];
    bool drives_again; /* the drives changed while another errand ran */
    bool picked;       /* a backup was checked and found good; its digest follows */
    uint8_t pick_digest[STORE_DIGEST_BYTES];
    uint8_t scratch[STORE_FILE_BYTES_MAX];
};

/* Names the series that these questions, their words, the period and the scale make up. scratch: at
 * least PACK_BYTES_MAX bytes. */
void keeper_name_series(const struct pack *pack, const struct settings *settings,
                        const struct folder_ops *folder, char *scratch, size_t scratch_size,
                        char series[TOTALS_SERIES_BYTES]);

/* Cleans the folder, reads settings, guard and totals, and sets damaged totals aside. status.file
 * tells of totals that cannot be used, status.settings of settings that cannot be used. It is an
 * error if a file cannot be read or the guard is of a later version (error->text is the file's
 * name, error->status OK), or if the settings are of a later version (error->text is a key of the
 * catalogue, with line and column). */
MUST_USE enum status keeper_init(struct keeper *keeper, struct keeper_secret *secret,
                                 const struct pack *pack, const struct keeper_host *host,
                                 uint64_t now_ms, struct error *error);

/* Handles one message of the face. out[0..*count) are the answers. STATUS_INVALID: the face has to
 * be ended. */
MUST_USE enum status keeper_handle(struct keeper *keeper, const struct message *in, size_t length,
                                   uint64_t now_ms, struct message out[KEEPER_OUT_MAX],
                                   uint32_t *count);

/* Returns the lines of the totals. They are computed when they are first read after a change. */
const struct trends *keeper_trends(struct keeper *keeper);

/* Does what is due because time passed: the automatic close, the lock. out as in keeper_handle; at
 * most one STATUS. */
void keeper_tick(struct keeper *keeper, uint64_t now_ms, struct message out[KEEPER_OUT_MAX],
                 uint32_t *count);

/* An errand that was begun is done, or will never be done: status tells. out as in keeper_handle.
 * The bytes of a FETCH are in scratch. */
void keeper_errand_done(struct keeper *keeper, enum errand_slot slot,
                        const struct errand_answer *answer, uint64_t now_ms,
                        struct message out[KEEPER_OUT_MAX], uint32_t *count);

/* Drives came or went. A facilitator who is there is told, and nobody else. */
void keeper_drives_changed(struct keeper *keeper, uint64_t now_ms,
                           struct message out[KEEPER_OUT_MAX], uint32_t *count);

/* A battery or its charger changed. The face is told what is new. */
void keeper_power_changed(struct keeper *keeper, uint64_t now_ms,
                          struct message out[KEEPER_OUT_MAX], uint32_t *count);

/* Returns when keeper_tick is due next; UINT64_MAX: never. */
uint64_t keeper_deadline(const struct keeper *keeper);

/* A new face came: the screens are locked, and what the face before it had asked for is forgotten.
 */
void keeper_face_came(struct keeper *keeper);

/* The normal close, at a shutdown or after the face's sixth death. OK. UNSURE: the file may hold
 * the meeting although the close failed. CHANGED: nothing was saved, and the folder does not show
 * the totals of before. Any other status: why the meeting could not be saved. *was_open tells
 * whether a meeting that counts was open. */
MUST_USE enum status keeper_end(struct keeper *keeper, bool *was_open);

#endif
