/* SPDX-License-Identifier: MIT */
/* What keeper and face send to each other: one record of fixed size a datagram, over
 * SOCK_SEQPACKET. message_check_from_face and message_check_from_keeper check every field before
 * anything uses it; an invalid message ends the face. Padding is zero, so that no memory leaks
 * through a message. */
#ifndef CORE_MESSAGE_H
#define CORE_MESSAGE_H

#include "core/appliance.h"
#include "core/health.h"
#include "core/line.h"
#include "core/machine.h"
#include "core/settings.h"
#include "core/totals.h"

enum {
    MESSAGE_VERSION = 1,
    MESSAGE_BYTES = 2560,
    MESSAGE_POINT_MAX = 96, /* points of a line in one message */
    MESSAGE_BLOCK_MAX = 7,  /* literal rows of blocks in one message */
    MESSAGE_TEXT_MAX = 2048,
    MESSAGE_DRIVE_MAX = 6,
    MESSAGE_LABEL_BYTES = 64,
    MESSAGE_BACKUP_MAX = 32, /* names of one drive in one message */
    MESSAGE_NAME_BYTES = 64, /* of a file on a drive */
};

/* Every message once, as X(name, field, answer): the member of `as` that it fills (nothing: none),
 * and the message that answers it with its sequence when it was done (NONE: none does).
 * What is not done is answered by STATUS where that is the answer, else by REFUSED. The numbers on
 * the wire follow the order. Who may ask, and when, stands in keeper/keeper.c. */
#define MESSAGES_FROM_FACE(X)                                                                      \
    /* The first of a face. SETTINGS and MACHINE follow the answer. */                             \
    X(HELLO, nothing, STATUS)                                                                      \
    X(ADD, sides, ADDED)                                                                           \
    /* No turn is under way; said while a meeting is ENDING. */                                    \
    X(TURN_FREE, nothing, NONE)                                                                    \
    X(SET_PIN, pin, STATUS)                                                                        \
    X(UNLOCK, pin, STATUS)                                                                         \
    X(LOCK, nothing, STATUS)                                                                       \
    /* A facilitator is still there: the unlock time-out begins anew. */                           \
    X(STAY, nothing, NONE)                                                                         \
    X(OPEN, open, STATUS)                                                                          \
    /* New starts paused or not. */                                                                \
    X(PAUSE, flag, STATUS)                                                                         \
    /* Also the retry of a failed close. */                                                        \
    X(CLOSE, nothing, STATUS)                                                                      \
    X(DISCARD, nothing, STATUS)                                                                    \
    /* A notice (last meeting, damaged file) was read. */                                          \
    X(SEEN, nothing, STATUS)                                                                       \
    /* A page of complete blocks, literal. */                                                      \
    X(READ_ROWS, from, ROWS)                                                                       \
    X(READ_LINE, line_request, LINE)                                                               \
    X(READ_REPORT, report_request, REPORT)                                                         \
    X(READ_DRIVES, nothing, DRIVES)                                                                \
    X(SAVE_REPORT, save, SAVED)                                                                    \
    /* SETTINGS follows the answer when it was done. */                                            \
    X(SET_SETTINGS, choice, STATUS)                                                                \
    /* MACHINE follows the answer when it was done. */                                             \
    X(SET_MACHINE, machine, STATUS)                                                                \
    X(READ_HEALTH, nothing, HEALTH)                                                                \
    /* SETTINGS follows the answer when it was done. */                                            \
    X(SET_SUPPORT, support, STATUS)                                                                \
    X(SAVE_BACKUP, label, SAVED)                                                                   \
    /* What a drive holds. */                                                                      \
    X(READ_BACKUPS, after, BACKUPS)                                                                \
    /* Reads it, changes nothing. */                                                               \
    X(CHECK_BACKUP, pick, BACKUP)                                                                  \
    /* The one checked last; CHANGED: another one is there by now. DENIED, too: it was not checked \
     * since the screens were locked or a meeting was opened. After IO the file is the old or the  \
     * restored one, after any other failure the old one. */                                       \
    X(RESTORE, pick, STATUS)                                                                       \
    /* STATUS follows the answer, unasked: of the folder without them. */                          \
    X(ERASE_ALL, nothing, ERASED)                                                                  \
    /* The normal close first, and only after it the end of the kiosk. */                          \
    X(LEAVE, leave, STATUS)                                                                        \
    /* One of what is still open is settled. SETTINGS follows the answer when it was done. */      \
    X(SETTLE, chore, STATUS)                                                                       \
    /* The machine's clock is to say this. */                                                      \
    X(SET_CLOCK, clock, STATUS)

/* Every message of the keeper once, as X(name, field). */
#define MESSAGES_FROM_KEEPER(X)                                                                    \
    /* An answer, or unasked whenever something in it changed. */                                  \
    X(STATUS, status)                                                                              \
    X(SETTINGS, settings)                                                                          \
    X(ADDED, nothing)                                                                              \
    /* The type of what was refused, and why. */                                                   \
    X(REFUSED, refused)                                                                            \
    X(ROWS, rows)                                                                                  \
    X(LINE, line)                                                                                  \
    X(REPORT, report)                                                                              \
    /* An answer, or unasked when one came or went. */                                             \
    X(DRIVES, drives)                                                                              \
    X(SAVED, nothing)                                                                              \
    X(MACHINE, machine)                                                                            \
    X(HEALTH, health)                                                                              \
    X(BACKUPS, backups)                                                                            \
    X(BACKUP, backup)                                                                              \
    /* It was tried, and this many files may still be there. */                                    \
    X(ERASED, left)

#define MESSAGE_TYPE(name, ...) MESSAGE_##name,
enum message_type {
    MESSAGE_NONE,
    MESSAGES_FROM_FACE(MESSAGE_TYPE) MESSAGE_FACE_COUNT,
    MESSAGE_KEEPER_BASE = 63,
    MESSAGES_FROM_KEEPER(MESSAGE_TYPE) MESSAGE_KEEPER_COUNT,
};
#undef MESSAGE_TYPE

_Static_assert((int)MESSAGE_FACE_COUNT <= (int)MESSAGE_KEEPER_BASE, "no number means two messages");

enum meeting_state {
    MEETING_NONE,    /* no meeting is open */
    MEETING_OPEN,    /* a meeting is open */
    MEETING_ENDING,  /* the meeting closes by itself: no turn can start, and a turn under way may
                        finish */
    MEETING_UNSAVED, /* the meeting has ended, and its counters wait in memory for a close that
                        works */
};

enum room { ROOM_FEW, ROOM_MANY }; /* fewer than five: reflection only; five or more: counting */

enum last_meeting { LAST_FINE, LAST_UNSAVED, LAST_UNSURE };

/* What the machine runs on. */
enum battery {
    BATTERY_NONE,  /* there is no battery to watch */
    BATTERY_MAINS, /* there is a battery, and it is not being used up */
    BATTERY_FINE,
    BATTERY_LOW,   /* the facilitator is told */
    BATTERY_EMPTY, /* a meeting that counts closes by itself, and none can be opened */
};

/* How somebody leaves the kiosk. */
enum leave { LEAVE_NOT, LEAVE_KIOSK, LEAVE_OFF }; /* OFF: the machine is switched off too */

enum file_state {
    FILE_NONE,
    FILE_GOOD,
    FILE_SET_ASIDE, /* the file could not be read at the start */
    FILE_NEWER,
    FILE_UNREADABLE,
    FILE_CHANGED, /* the file is good; another file, or none, was in its place, and a close wrote
                     ours again */
};

enum settings_found {
    SETTINGS_FINE,    /* the file is good, or there is none yet and nothing to guard */
    SETTINGS_DAMAGED, /* usual settings stand in, with the PIN's own line; the file is left as it
                         was */
    SETTINGS_LOST,    /* there are totals, and no PIN in the settings: nobody gets in */
};

/* Why no PIN is taken for a while. */
enum wait_why {
    WAIT_WRONG,     /* several PINs were wrong */
    WAIT_RECORD,    /* nobody knows how many PINs were wrong */
    WAIT_FULL,      /* the disk is full, so that wrong PINs cannot be counted */
    WAIT_UNWRITTEN, /* the disk takes no writes, so that wrong PINs cannot be counted */
    WAIT_COUNT,
};

/* How the newest meeting of this run of the program ended. */
enum ended {
    ENDED_NOT,
    ENDED_SAVED,
    ENDED_SAVED_ALONE, /* saved without being asked: three hours, shutdown, low battery */
    ENDED_REFLECTION,
    ENDED_DISCARDED,
    ENDED_KEPT,   /* was to be discarded; but a close had saved it, and the disk did not take the
                     totals of before */
    ENDED_UNSURE, /* was to be discarded, and the disk does not tell whether it holds the meeting */
};

/* All that everybody may know, and the answer to most requests. No count of people or turns is ever
 * in it. */
struct keeper_status {
    uint8_t meeting; /* enum meeting_state */
    uint8_t room;    /* enum room, meaningful unless MEETING_NONE */
    uint8_t paused;  /* no new turn can start */
    uint8_t unlocked;
    uint8_t pin_set;
    uint8_t simulated; /* made-up meetings: a ribbon says so, and no meeting can be opened */
    uint8_t last;      /* enum last_meeting */
    uint8_t file;      /* enum file_state */
    uint8_t ended;     /* enum ended */
    uint8_t memory_locked;
    uint8_t swap_on; /* swap other than zram, hibernation, or nobody can tell */
    uint8_t result;  /* enum status of the request that this answers; STATUS_OK when nobody asked */
    uint8_t unsaved_why;    /* enum status, while MEETING_UNSAVED */
    uint8_t tries_left;     /* PIN tries before the next wait, 1..5 */
    uint8_t question_count; /* of the running series */
    uint8_t scale;
    uint8_t open_meetings; /* meetings, 0..3, in the block under way of the running series */
    uint8_t left_over;     /* an earlier series stopped before its block was full */
    uint8_t battery;       /* enum battery */
    uint8_t space;         /* enum health_space, of the data folder */
    uint8_t face_again; /* a face stopped during this meeting, and another one came; until SEEN */
    uint8_t can_switch_off;
    uint8_t settings;    /* enum settings_found */
    uint8_t wait_why;    /* enum wait_why, of wait_ms */
    uint8_t set_aside;   /* the folder holds totals out of use: damaged, or replaced by a backup */
    uint8_t clock_doubt; /* the clock's month cannot be true, so the month is asked for before a
                            meeting opens */
    uint8_t appliance;   /* bits of core/appliance.h, as at the keeper's start */
    uint32_t complete_blocks;
    uint32_t file_bytes;
    uint32_t wait_ms;      /* until the PIN screen takes a PIN again */
    uint32_t wait_next_ms; /* wait that more wrong PINs would bring */
    struct civil_time opened;
    struct civil_time closes;
    struct civil_time closed;
    struct civil_time today;
    struct month month; /* month of the next meeting, unless somebody says another one */
};

/* What a face may know of the settings. */
struct message_settings {
    struct settings_choice choice;
    struct settings_support support;
    uint8_t still_open; /* a bit for each enum chore */
};

struct message_rows {
    uint32_t total; /* complete blocks in the file */
    uint32_t from;
    uint32_t count;
    struct block block[MESSAGE_BLOCK_MAX];
};

struct message_line_request {
    uint8_t kind;   /* enum line_kind */
    uint8_t period; /* enum period */
    uint8_t index;
    uint32_t from;
};

struct message_line {
    struct message_line_request request;
    struct line_view view;
    uint32_t count;
    struct point point[MESSAGE_POINT_MAX];
};

/* month: the month that somebody said, under which the meeting is written; {0}: the keeper's own
 * month. */
struct message_open {
    uint8_t room; /* enum room */
    struct month month;
};

struct message_report_request {
    uint8_t period;
    uint8_t language; /* of the page: index in core/language.h */
    uint32_t from;    /* first row of the preview */
};

struct message_report {
    struct message_report_request request;
    uint32_t rows;  /* all rows, without the heading */
    uint32_t bytes; /* size of the whole table */
    uint32_t page_bytes;
    uint32_t blocks;
    struct month first, last;
    char text[MESSAGE_TEXT_MAX]; /* heading and rows from `from` on, whole lines */
};

#define MESSAGE_FREE_UNKNOWN UINT64_MAX /* the drive does not say */

struct message_drive {
    char label[MESSAGE_LABEL_BYTES];
    uint64_t free_bytes;
};

struct message_drives {
    uint32_t count;
    struct message_drive drive[MESSAGE_DRIVE_MAX];
};

struct message_save {
    uint8_t period;
    uint8_t language; /* as in the request of the report */
    char label[MESSAGE_LABEL_BYTES];
};

/* A file on a drive. */
struct message_pick {
    char label[MESSAGE_LABEL_BYTES];
    char name[MESSAGE_NAME_BYTES];
};

/* Backups, sorted as by export_compare. More may follow a full list. */
struct message_backups {
    char label[MESSAGE_LABEL_BYTES]; /* of the drive that was asked for */
    uint32_t count;
    char name[MESSAGE_BACKUP_MAX][MESSAGE_NAME_BYTES];
};

/* Tells a backup that can be put back: the month of its newest block. */
struct message_backup {
    struct month month;
};

struct message_refused {
    uint16_t type; /* of the refused request */
    uint16_t why;  /* enum status */
};

struct message {
    uint16_t version;
    uint16_t type; /* enum message_type */
    /* The face's own number of a request, never 0, which the answers to it carry; 0 in a message
     * that nobody asked for. The keeper compares it with nothing: a last number in the keeper's
     * memory would count messages, and so visits. A face begins anew with each visit. */
    uint32_t sequence;
    union {
        uint8_t sides[PACK_QUESTION_MAX]; /* ADD: by order among the questions switched on */
        char pin[PIN_DIGITS_MAX + 1];     /* SET_PIN, UNLOCK */
        struct message_open open;         /* OPEN */
        uint8_t flag;                     /* PAUSE */
        uint8_t leave;                    /* LEAVE */
        uint8_t chore;                    /* SETTLE: enum chore */
        struct civil_time clock;          /* SET_CLOCK */
        uint32_t from;                    /* READ_ROWS */
        struct message_line_request line_request;
        struct message_report_request report_request;
        struct message_save save;
        char label[MESSAGE_LABEL_BYTES]; /* SAVE_BACKUP */
        struct message_pick pick; /* CHECK_BACKUP, RESTORE; READ_BACKUPS: the names after this one,
                                     or from the first on where it is "" */
        struct keeper_status status;
        struct message_settings settings;
        struct settings_choice choice;
        struct settings_support support;
        struct machine machine;
        struct health_facts health;
        struct message_refused refused;
        struct message_rows rows;
        struct message_line line;
        struct message_report report;
        struct message_drives drives;
        struct message_backups backups;
        struct message_backup backup;
        uint32_t left; /* ERASED: files that may still be there */
        uint8_t bytes[MESSAGE_BYTES - 8];
    } as;
};

_Static_assert(sizeof(struct message) == MESSAGE_BYTES, "one record, one datagram");

/* Returns the message that answers this request of a face, with the request's sequence, when the
 * request was done; NONE: no message does. A request that was not done is answered by STATUS if
 * STATUS answers it, else by REFUSED. */
enum message_type message_answer_of(enum message_type request);

/* Zeroes the whole record and sets version and type. */
void message_init(struct message *message, enum message_type type);

/* Check all rules of a message in its direction: version, type, every field in range, texts that
 * are ended and clean UTF-8, and zeros in the rest. length is the length that arrived. */
MUST_USE enum status message_check_from_face(const struct message *message, size_t length);
MUST_USE enum status message_check_from_keeper(const struct message *message, size_t length);

/* Called before sending: zeroes every byte that has no meaning in this message, such as the padding
 * that came with a copied struct. INVALID: the message breaks a rule, which is a bug of the sender.
 */
MUST_USE enum status message_seal(struct message *message);

#endif
