/* SPDX-License-Identifier: MIT */
/* A whole kiosk in one process: the app and the keeper joined directly, a folder in memory, virtual
 * time, scripted random bytes, real fonts, no display. A message reaches the keeper in the
 * millisecond of its step; what it answers reaches the app in the next one. Nothing here reads a
 * clock, so the same calls give the same frames. */
#ifndef TOOLS_STAGE_H
#define TOOLS_STAGE_H

#include "keeper/keeper.h"
#include "platform/system/languages.h"
#include "platform/system/ram_folder.h"
#include "screens/app/app.h"
#include "tools/stage/dice.h"
#include "tools/stage/fault_folder.h"

enum {
    STAGE_QUEUE_MAX = 64, /* replies that wait for the next millisecond */
    STAGE_TICK_MS = 100,  /* while nobody does anything, animations step this coarsely */
    STAGE_START_MS = 10 * 1000,
    STAGE_DRIVE_FILES = 36,
    STAGE_DRIVE_FILE_BYTES = 1 << 18,
    STAGE_LETTER_MS = 60, /* what the voice takes to say a byte of text */
    STAGE_SAID_MAX = 512, /* texts said since the last act */
};

/* A place in civil time, at one moment of virtual time. */
struct stage_clock {
    int64_t minutes; /* since 1970-01-01 00:00, local */
    uint64_t at_ms;
};

struct stage_config {
    int32_t width, height;
    uint32_t px_per_m;
    enum theme_id theme;
    enum text_size size;
    bool demo;
};

/* What the drive in the slot does, and what was written to it. */
struct stage_drive {
    char label[MESSAGE_LABEL_BYTES]; /* "": none */
    uint64_t free_bytes;
    enum status result; /* of the next export */
    struct stage_drive_file {
        char name[EXPORT_NAME_BYTES]; /* "": free */
        size_t length;
        char bytes[STAGE_DRIVE_FILE_BYTES];
    } file[STAGE_DRIVE_FILES];
};

/* A voice that has every language that ships, and takes as long as a voice does. */
struct stage_voice {
    bool none;         /* there is no voice for any language */
    bool no_device;    /* nothing to be heard with */
    uint8_t phones;    /* enum voice_phones */
    bool elsewhere;    /* words go to another output than before */
    uint32_t saying;   /* sequence; 0: silent */
    uint8_t channel;   /* of that */
    uint32_t heard_at; /* its output */
    uint64_t until_ms; /* it is saying it */
    uint64_t state_ms; /* it says what it has; 0: it has said so */
    bool died;         /* and main has yet to say so */
    uint32_t hushes;
    uint32_t said_count;
    struct voice_say said[STAGE_SAID_MAX];
};

/* Called after every step of the app. */
typedef void stage_watch(void *context, const struct app *app);

/* What was asked of a drive that takes its time. */
struct stage_errand {
    struct errand errand;
    uint8_t bytes[STORE_FILE_BYTES_MAX]; /* that go along */
    uint64_t due_ms;                     /* 0: nothing was */
};

struct stage {
    struct stage_config config;
    uint64_t now_ms;
    uint64_t step_ms; /* of the app's last step */
    struct stage_clock clock;

    struct app app;
    struct app_secret app_secret;
    struct keeper keeper;
    struct keeper_secret keeper_secret;
    struct keeper_host host;
    struct ram_folder ram;
    struct fault_folder folder; /* in front of it */
    struct dice dice;
    struct stage_drive drive;
    struct stage_voice voice;

    /* Faults. */
    uint32_t lose_replies; /* that many answers to Add never arrive */
    uint32_t refuse_adds;  /* that many Adds are refused before the keeper hears of them */
    bool no_memory_lock;
    bool no_memory;    /* for a PIN */
    bool no_porter;    /* nobody checks PINs or reaches drives */
    bool is_in_memory; /* the data folder */
    bool swap_is_on;
    bool no_switch_off;
    struct appliance_facts appliance; /* from the keeper's next start */
    bool no_clock;                    /* the system refuses to set it */
    enum health_network network;      /* where the machine is the kiosk alone */
    struct health_screen screen;      /* what the face says of itself */
    enum battery battery;
    uint64_t pace_ms;       /* a hand waits so long before each press */
    uint64_t late_ms;       /* the keeper takes this long to answer */
    uint64_t drive_late_ms; /* a drive does; set by stage_drive_late */
    struct stage_errand errand[ERRAND_SLOT_COUNT];
    uint8_t sandbox_missing; /* bits of health_facts */
    bool no_letters;         /* from the face's next start: of one language, which is not offered */
    bool any_pin;            /* pictures of somebody's folder: its PIN is not ours to know */

    uint32_t queue_count;
    uint64_t queue_ms; /* when all of it is due */
    struct message queue[STAGE_QUEUE_MAX];

    uint32_t sent[MESSAGE_KEEPER_COUNT]; /* messages to the keeper, by type */
    uint32_t forgets;                    /* EFFECT_FORGET so far */
    uint64_t steps;

    stage_watch *watch;
    void *watch_context;
};

/* Reads words, pack and fonts once for the process. error says what is missing. */
MUST_USE enum status stage_open(const char *language, struct error *error);
void stage_close(void);
/* The fonts, for a painter. */
struct text_engine *stage_text(void);
const struct pack *stage_pack(void);
/* Of the language that greets people. */
const struct catalog *stage_catalog(void);
const struct languages *stage_languages(void);

/* A new beginning that nothing runs in yet: zero noise, 2026-11-05 19:00, an empty folder. */
void stage_reset(struct stage *stage, const struct stage_config *config);
/* From now on a drive takes so long; 0: it does at once what is asked. */
void stage_drive_late(struct stage *stage, uint64_t ms);
/* A hash that hides nothing: what Argon2id does is tested elsewhere, and takes its time. */
enum status stage_pin_hash(void *context, const char *pin, char out[SETTINGS_PIN_HASH_BYTES]);
/* An empty folder, a new keeper, a new face. */
MUST_USE enum status stage_fresh(struct stage *stage, const struct stage_config *config,
                                 struct error *error);
/* The same with this folder's files instead of none; any PIN opens it. Nothing in it is touched. */
MUST_USE enum status stage_load(struct stage *stage, const struct stage_config *config,
                                const char *path, struct error *error);
struct group;
enum { STAGE_MADE_UP_PEOPLE = 24 }; /* where nothing else is said */

/* The folder gets that many made-up weekly meetings of so many people and the PIN 246810; then as a
 * restart. */
MUST_USE enum status stage_make_up(struct stage *stage, uint32_t meetings, uint32_t people,
                                   struct error *error);
/* The same with the sets of this group, whose last one began four weeks ago; its label is made
 * here. */
MUST_USE enum status stage_make_up_group(struct stage *stage, const struct group *group,
                                         struct error *error);
/* A new keeper and a new face on the folder as it is: what a power cut leaves. */
MUST_USE enum status stage_restart(struct stage *stage, struct error *error);
/* The face died: a new one says hello to the keeper that stayed. */
void stage_restart_face(struct stage *stage);

/* What the machine runs on. The system tells when it is plugged in or out; that a battery runs down
 * it leaves to be found. */
void stage_battery(struct stage *stage, enum battery battery);

/* One step with one input now. */
void stage_input(struct stage *stage, const struct input *input);
/* A screen by its name, the sample of the tests among them; -1: there is none. */
int stage_find_screen(const char *name);
/* app_show: straight to a screen, with what it asks the keeper for. */
void stage_show(struct stage *stage, enum screen_id screen);
/* A drive came or went, and the keeper tells it as it tells a real one's. */
void stage_drives_changed(struct stage *stage);
/* Lets time pass up to now + ms; everything due happens on its way. */
void stage_wait(struct stage *stage, uint64_t ms);

/* What the voice has changed: it says so. */
void stage_voice_changed(struct stage *stage);
/* It dies in the middle of a word. */
void stage_voice_die(struct stage *stage);
/* What was said so far is forgotten; what is being said goes on. */
void stage_voice_forget(struct stage *stage);

/* A file of the folder; NULL when there is none. */
const struct ram_file *stage_file(const struct stage *stage, const char *name);
/* Puts a file there whole, faults or not. */
MUST_USE enum status stage_put_file(struct stage *stage, const char *name, const void *bytes,
                                    size_t length);

void stage_set_clock(struct stage *stage, const struct civil_time *civil);
int64_t stage_moment(const struct civil_time *civil);
void stage_set_moment(struct stage *stage, int64_t unix_s);
struct civil_time stage_civil(const struct stage *stage, uint32_t in_s);

#endif
