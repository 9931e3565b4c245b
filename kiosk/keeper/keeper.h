/* SPDX-License-Identifier: MIT */
/* The counting process as a state machine without a process: messages in, messages out, time as an
 * argument. keeper_process.c gives it a socket and a wait; replays run it in the same process as
 * the screens. It trusts nothing it receives and holds the only copy of an open meeting's counters.
 */
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
    KEEPER_ENDING_MS_MAX = 15 * 60 * 1000,    /* a turn under way may finish that long */
    KEEPER_UNLOCK_MS = 2 * 60 * 1000 + 10000, /* a little past the face's own auto-lock */
    KEEPER_POWER_MS = 60 * 1000, /* a battery in use is looked at this often, any other never */
    KEEPER_OUT_MAX = 4,          /* messages one input can cause */
};

#define SETTINGS_FILE      "settings"
#define SETTINGS_TEMPORARY "settings.new"
#define MACHINE_FILE       "machine"
#define MACHINE_TEMPORARY  "machine.new"
#define SIMULATED_FILE     "SIMULATED"

/* What the keeper needs of the machine. now_ms everywhere is CLOCK_BOOTTIME. */
struct keeper_host {
    const struct folder_ops *folder;
    struct random_source random;
    void *context;
    /* Argon2id over the PIN; verify is constant-time, and DENIED says that it does not match. What
     * these two, the four of drives and set_clock do is an errand: only errand_do calls them. */
    enum status (*pin_hash)(void *context, const char *pin, char out[SETTINGS_PIN_HASH_BYTES]);
    enum status (*pin_verify)(void *context, const char *pin, const char *hash);
    /* Local wall clock, in so many seconds; for texts only. Valid months alone. */
    struct civil_time (*civil)(void *context, uint32_t in_s);
    /* Seconds since 1970 when that clock says so. */
    int64_t (*moment)(void *context, const struct civil_time *civil);
    /* Local time is that of this zone from now on; "": the system's. MISSING: there is none such.
     */
    enum status (*zone)(void *context, const char *name);
    struct appliance_facts appliance; /* what the system says, but for the clock */
    struct month
        built; /* of this program: no clock is right that says an earlier one; {0}: any is */
    bool (*memory_is_locked)(void *context);
    bool (*swap_is_on)(void *context);
    enum health_space (*space)(void *context);
    enum battery (*battery)(void *context);
    bool (*can_switch_off)(void *context);
    /* The facts of "kiosk health"; memory_locked and now are the keeper's own to fill. */
    void (*health)(void *context, struct health_facts *out);
    /* Drives beneath the export root. */
    enum status (*drives)(void *context, struct message_drives *out);
    /* Writes and reads back files on that drive, all of them or none; NO_SPACE, READ_ONLY, MISSING
     * (pulled), EXISTS (one of them), IO. */
    enum status (*export)(void *context, const char *label, const struct export_file *files,
                          size_t count);
    /* Names of that drive's files with this ending, the last in the alphabet first; MISSING. */
    enum status (*backups)(void *context, const struct message_pick *after, const char *ending,
                           struct message_backups *out);
    /* The bytes of one of them. MISSING: file or drive; LIMIT: larger than size; INVALID: a link
     * or no plain file; IO. */
    enum status (*fetch)(void *context, const struct message_pick *pick, void *buffer, size_t size,
                         size_t *length);
    /* Sets the machine's clock; DENIED, MISSING as platform/system/timedate.h has them. */
    enum status (*set_clock)(void *context, int64_t unix_s);
    /* Begins an errand, with the bytes that go along, elsewhere: keeper_errand_done is called when
     * it is done. NULL: every errand is done at once, by the seven above. Any failure: it was not
     * begun. */
    enum status (*begin)(void *context, const struct errand *errand, const uint8_t *bytes);
    /* What runs there has no use any more. */
    void (*drop)(void *context, enum errand_slot slot);
    /* The words of the index-th language of core/language.h, for the report; NULL: not at hand. */
    const struct language_offer *(*words)(void *context, uint32_t index);
};

/* The part that must not be swapped or dumped: one locked page. */
struct keeper_secret {
    struct counters counters;
    struct errand errand; /* the one that is begun: it may hold a PIN */
};

struct keeper;
struct request;
/* What is left to do once an errand is done; returns what a handler of the request would. */
typedef enum status keeper_errand_end(struct keeper *keeper, struct request *request,
                                      const struct errand_answer *answer);

/* What runs in a slot, and for whom. */
struct keeper_errand {
    keeper_errand_end *end; /* NULL: nothing runs */
    uint16_t type;          /* of the request */
    uint32_t sequence;      /* 0: nobody asked, or whoever did is gone */
    char label[MESSAGE_LABEL_BYTES];
};

struct keeper {
    const struct pack *pack;
    uint8_t question[PACK_QUESTION_MAX]; /* those switched on, as indices into the pack */
    const struct keeper_host *host;
    struct keeper_secret *secret;
    struct settings settings;
    struct machine machine;
    struct machine_clock clock; /* of the same file */
    bool clock_is_old;          /* it was said before this start */
    bool behind;                /* the settings file is damaged, and has not been set aside */
    bool machine_is_newer;      /* its file was made by a later version: left alone */
    struct guard guard;
    struct guard untried; /* as it was before the try that is being compared */
    bool guard_behind;    /* its file may hold something else */
    bool guard_kept;      /* the folder took a write since the start */
    uint64_t started_ms;
    struct keeper_status status;
    uint64_t opened_ms;
    uint64_t ending_ms;
    uint64_t unlocked_until_ms; /* 0: locked */
    uint64_t wait_until_ms;     /* PIN: 0 none */
    uint64_t power_ms;          /* when the battery is looked at again */
    bool ending_alone;          /* the close under way was not asked for by a person */
    bool greeted;               /* a face has said who it is: the next one is another */
    enum leave leave;           /* somebody left the kiosk, and nothing is open any more */
    char series[TOTALS_SERIES_BYTES];
    struct store_close close;
    struct totals totals;     /* newest value read or written; never the open meeting */
    struct store_known known; /* the file that holds them */
    bool stale;               /* it may be this other one by now, and could not be read: */
    struct store_known other;
    struct totals next;       /* what a close under way makes of them */
    struct trends trends;     /* of the totals: */
    bool trends_known;        /* not since they changed */
    struct lines_store lines; /* of the report being written */
    struct keeper_errand errand[ERRAND_SLOT_COUNT];
    bool drives_again; /* they changed while something else ran */
    bool picked;       /* a backup was checked and found good; its digest: */
    uint8_t pick_digest[STORE_DIGEST_BYTES];
    uint8_t scratch[STORE_FILE_BYTES_MAX];
};

/* The series that these questions, their words, the period and the scale make up. scratch: at least
 * PACK_BYTES_MAX bytes. */
void keeper_name_series(const struct pack *pack, const struct settings *settings,
                        const struct folder_ops *folder, char *scratch, size_t scratch_size,
                        char series[TOTALS_SERIES_BYTES]);

/* Cleans the folder, reads settings, guard and totals, sets damaged totals aside. A totals file
 * that cannot be used is told in status.file, settings that cannot in status.settings. An error is
 * a file that cannot be read, or a guard of a later version (error->text is its name, error->status
 * OK), or settings of a later version (error->text is the catalogue's key, with line and column).
 */
MUST_USE enum status keeper_init(struct keeper *keeper, struct keeper_secret *secret,
                                 const struct pack *pack, const struct keeper_host *host,
                                 uint64_t now_ms, struct error *error);

/* One message from the face. out[0..*count) are the answers. STATUS_INVALID: end the face. */
MUST_USE enum status keeper_handle(struct keeper *keeper, const struct message *in, size_t length,
                                   uint64_t now_ms, struct message out[KEEPER_OUT_MAX],
                                   uint32_t *count);

/* The lines of the totals, computed when they are first read after a change. */
const struct trends *keeper_trends(struct keeper *keeper);

/* Time passed: automatic close, auto-lock. out as above (at most one STATUS). */
void keeper_tick(struct keeper *keeper, uint64_t now_ms, struct message out[KEEPER_OUT_MAX],
                 uint32_t *count);

/* An errand that was begun is done, or will never be: status tells. out as above. The bytes of a
 * FETCH are in scratch. */
void keeper_errand_done(struct keeper *keeper, enum errand_slot slot,
                        const struct errand_answer *answer, uint64_t now_ms,
                        struct message out[KEEPER_OUT_MAX], uint32_t *count);

/* Drives came or went: tells a facilitator who is there, else nobody. */
void keeper_drives_changed(struct keeper *keeper, uint64_t now_ms,
                           struct message out[KEEPER_OUT_MAX], uint32_t *count);

/* A battery or its charger changed: the face hears what is new of it. */
void keeper_power_changed(struct keeper *keeper, uint64_t now_ms,
                          struct message out[KEEPER_OUT_MAX], uint32_t *count);

/* When keeper_tick is next due, or UINT64_MAX. */
uint64_t keeper_deadline(const struct keeper *keeper);

/* A face came (again): locked, and the state it had asked for is forgotten. */
void keeper_face_came(struct keeper *keeper);

/* Shutdown or the face's sixth death: the normal close. OK; UNSURE, when the file may hold the
 * meeting although the close failed; CHANGED, when nothing was saved and the folder does not show
 * the earlier totals; or why it could not be saved. *was_open tells whether there was a counting
 * one. */
MUST_USE enum status keeper_end(struct keeper *keeper, bool *was_open);

#endif
