/* SPDX-License-Identifier: MIT */
/* This wing is the app: what every screen needs and no screen is. It holds where a person is, who
 * asked the keeper for what, focus, presses and times, and the one step that changes it all. The
 * app is deterministic: the same inputs at the same times give the same frames and effects. The app
 * reads no clock, calls nobody back and never blocks.
 *
 * What one screen alone needs is that screen's own state (screens/app/part.h). The app knows the
 * size of a state and when the state ends, and none of the state's fields. */
#ifndef SCREENS_APP_H
#define SCREENS_APP_H

#include "core/contact.h"
#include "core/keys.h"
#include "core/language.h"
#include "core/message.h"
#include "core/presence.h"
#include "core/session.h"
#include "ui/ui.h"

/* One line a screen: enum name, id on the command line and in dumps. */
#define SCREEN_LIST(X)                                                                             \
    X(WELCOME, "welcome")                                                                          \
    X(CLOSED, "closed")                                                                            \
    X(PROMISE, "promise")                                                                          \
    X(KEEPS, "keeps")                                                                              \
    X(COMFORT, "comfort")                                                                          \
    X(SWITCHES, "switches")                                                                        \
    X(ARRIVE, "arrive")                                                                            \
    X(QUESTION, "question")                                                                        \
    X(PAUSE, "pause")                                                                              \
    X(BREATHE, "breathe")                                                                          \
    X(LOOK, "look")                                                                                \
    X(SIT, "sit")                                                                                  \
    X(SUPPORT, "support")                                                                          \
    X(ERASE, "erase")                                                                              \
    X(FINISH, "finish")                                                                            \
    X(CLOSING, "closing")                                                                          \
    X(CLEAR, "clear")                                                                              \
    X(IDLE, "idle")                                                                                \
    X(ERROR, "error")                                                                              \
    X(PIN, "pin")                                                                                  \
    X(SETUP_KEYS, "setup-keys")                                                                    \
    X(SETUP_ZONE, "setup-zone")                                                                    \
    X(SETUP_CLOCK, "setup-clock")                                                                  \
    X(SETUP_LOOK, "setup-look")                                                                    \
    X(SETUP_FIT, "setup-fit")                                                                      \
    X(SETUP_TOUCH, "setup-touch")                                                                  \
    X(SETUP_SOUND, "setup-sound")                                                                  \
    X(SETUP_PIN, "setup-pin")                                                                      \
    X(SETUP_PRIVACY, "setup-privacy")                                                              \
    X(SETUP_QUESTIONS, "setup-questions")                                                          \
    X(SETUP_SUPPORT, "setup-support")                                                              \
    X(SETUP_PRACTICE, "setup-practice")                                                            \
    X(SETUP_PLACE, "setup-place")                                                                  \
    X(SETUP_LIST, "setup-list")                                                                    \
    X(SETTINGS, "settings")                                                                        \
    X(HEALTH, "health")                                                                            \
    X(MEETING, "meeting")                                                                          \
    X(TRENDS, "trends")                                                                            \
    X(DETAIL, "detail")                                                                            \
    X(REPORT, "report")                                                                            \
    X(BACKUP, "backup")                                                                            \
    X(RESTORE, "restore")                                                                          \
    X(ERASE_ALL, "erase-all")                                                                      \
    X(ROOM, "room")

enum screen_id {
#define SCREEN_ENUM(name, text) SCREEN_##name,
    SCREEN_LIST(SCREEN_ENUM)
#undef SCREEN_ENUM
        SCREEN_COUNT,
};

/* One line a module: a module is what several screens share, with a state of its own. */
#define MODULE_LIST(X)                                                                             \
    X(SPEECH)                                                                                      \
    X(SWITCHES)                                                                                    \
    X(VISIT)                                                                                       \
    X(PIN)                                                                                         \
    X(LINES)                                                                                       \
    X(SAVING)                                                                                      \
    X(RESTORE)                                                                                     \
    X(DRAFT)

enum module_id {
#define MODULE_ENUM(name) MODULE_##name,
    MODULE_LIST(MODULE_ENUM)
#undef MODULE_ENUM
        MODULE_COUNT
};

/* The number of a part: a screen's is its enum screen_id, a module's is OWNER_MODULE and its enum
 * module_id. */
enum {
    OWNER_MODULE = 128,
    OWNER_APP = UINT16_MAX - 1, /* the app itself: a refusal shows on a facilitator's screen */
    OWNER_NOBODY = UINT16_MAX,
};

enum {
    GUARD_MS = 400,              /* a new screen takes no press for this long */
    IDLE_MS = 180 * 1000,        /* untouched until the idle warning */
    IDLE_SLOW_MS = 300 * 1000,   /* with "take my time", and on the pause screens */
    IDLE_WARNING_MS = 45 * 1000, /* the warning, then everything is erased */
    LOCK_MS = 120 * 1000,        /* untouched until a facilitator's screens lock */
    /* A step sends each type of message and of voice record at most once, and forgets once. */
    EFFECT_MAX = MESSAGE_FACE_COUNT - 1 + VOICE_FORGET + 1,
    STATE_SLOT_MAX = 64,
    STATE_BYTES = 256 * 1024, /* the states of all parts; the lines of fifty years take most of
                               * it */
    BACK_MAX = 12,            /* each screen stands on the stack of ways back at most once */
};

/* Stand around the type of a state: between them the compiler refuses padding, so that the bytes of
 * a state can be hashed. */
#define STATE_BEGIN _Pragma("GCC diagnostic push") _Pragma("GCC diagnostic error \"-Wpadded\"")
#define STATE_END   _Pragma("GCC diagnostic pop")
/* A field of a state whose size may change with a list that stands elsewhere: the settings, say. */
#define STATE_GROWS(type, name)                                                                    \
    union {                                                                                        \
        type name;                                                                                 \
        uint64_t name##_words[(sizeof(type) + 7) / 8];                                             \
    }

enum visit {
    VISIT_NONE,
    VISIT_COUNTING,
    VISIT_REFLECTION, /* fewer than five in the room */
    VISIT_TOUR,       /* no meeting is open: somebody looks how a visit works */
    VISIT_PRACTICE,   /* first run: somebody just tries a visit */
};

/* How screens are read aloud. Listen reads one screen also with READ_OFF, by the rules of
 * READ_SPEAKER. */
enum read_mode {
    READ_OFF,
    READ_PHONES, /* the person said that they wear headphones: choices may be said */
    READ_SPEAKER,
};

struct comfort {
    uint8_t language; /* index of the languages on offer */
    uint8_t size;     /* enum text_size */
    uint8_t theme;    /* enum theme_id */
    uint8_t motion_less;
    uint8_t slow;         /* the person chose "take my time" */
    uint8_t repeat_guard; /* 0, 1: 0.5 s, 2: 1 s */
    uint8_t private_view;
    uint8_t read;   /* enum read_mode */
    uint8_t speed;  /* step, from 1 */
    uint8_t volume; /* step, from 1 */
};

/* What the voice said of itself. */
struct voice_view {
    uint32_t languages; /* bits, as in voice_state */
    uint8_t device;
    uint8_t phones; /* enum voice_phones */
    uint8_t unused[2];
};

enum effect_kind {
    EFFECT_SEND,   /* message goes to the keeper */
    EFFECT_VOICE,  /* voice: to the voice; when there is no voice to take it, nothing is lost */
    EFFECT_FORGET, /* a visit ended: present a neutral frame, drop caches and queued events, park
                      the pointer; then the frame of this step */
};

struct effect {
    enum effect_kind kind;
    union {
        struct message message;
        struct voice_record voice;
    };
};

/* What must not leave memory; stands in locked pages. Messages that wait to be sent are here too,
 * because they hold sides and PINs. */
struct app_secret {
    struct session session;
    char pin[PIN_DIGITS_MAX + 1];
    char pin_first[PIN_DIGITS_MAX + 1];
    struct effect effect[EFFECT_MAX];
};

struct screen_ops;
struct module_ops;

/* Every screen and every module there is (screens/screens.h). */
struct screen_row {
    const char *name;
    const struct screen_ops *ops;
};

/* A page of the first run. */
struct first_run_page {
    enum screen_id screen;
    uint8_t asked; /* the page stands only where the machine asks for this (core/appliance.h); 0:
                      always */
};
struct screen_list {
    const struct screen_row *screen;
    uint32_t screen_count;
    const struct module_ops *const *module; /* MODULE_COUNT */
    const struct first_run_page *first_run; /* in order */
    uint32_t first_run_count;
};

/* A request to the keeper that is open. */
struct request {
    uint64_t asked_ms;
    uint32_t sequence; /* 0: none is open */
    uint16_t owner;
    uint16_t unused;
    uint32_t arrival; /* the arrival at which a screen asked: the screen was left when app.arrival
                       * is another */
};

/* Where a person returns to. */
struct way_back {
    uint16_t screen;
    uint16_t page;
    uint32_t arrival;
};

struct app_config {
    const struct screen_list *screens;
    const struct pack *pack;
    const struct language_offer *languages;
    uint32_t language_count;
    uint32_t language_first;         /* the one that greets people */
    const struct language_gap *gaps; /* languages that are not offered, for lack of words or
                                      * letters */
    uint32_t gap_count;
    const struct health_screen *screen; /* NULL: nobody looked at the screen's health */
    struct text_ops text;
    struct app_secret *secret;
    uint32_t random_seed; /* decides which practice and which prompt are shown, and nothing else */
    int32_t width, height;
    uint32_t px_per_m;
    enum fit_source fit_source; /* where px_per_m comes from */
    enum theme_id theme;
    enum text_size size; /* at first; SIZE_COUNT: what suits the panel */
    bool demo;
    bool language_given; /* a language was given on the command line: the machine's own is not
                          * used */
};

struct app {
    struct app_config config;

    STATE_BEGIN
    /* What the app itself knows: times first, then numbers, then flags. */
    struct {
        uint64_t now_ms;
        uint64_t screen_ms;       /* since when this view stands */
        struct presence presence; /* whether somebody is there */
        struct contact contact;   /* the one of many fingers that counts */
        uint64_t activated_ms;    /* when a press last did something */
        struct keys keys;         /* keys that are down, and keys that did nothing: three of the
                                   * latter bring a hint */
        uint64_t stay_ms;         /* when the keeper last heard that a facilitator is there */
        uint64_t wait_until_ms;   /* PIN back-off, from the keeper's status */
        uint64_t deadline_ms;     /* when app_step is due again; UINT64_MAX: only on an input */
        STATE_GROWS(struct message_settings, settings); /* the settings as the keeper told them */

        /* Where the person is, and where Done, Continue and Back lead, the newest last. */
        uint32_t screen;   /* enum screen_id */
        uint32_t crossing; /* counts changes of place: the picture crosses over, it does not jump */
        uint32_t arrival;  /* number of this arrival; after a return it is the number of before */
        uint32_t arrivals; /* arrivals so far in this visit */
        uint32_t page;     /* the page that shows, from 0 */
        uint32_t page_count;
        uint32_t visit; /* enum visit */
        uint32_t back_count;
        struct way_back back[BACK_MAX];
        struct request request[MESSAGE_FACE_COUNT];

        /* What keeper and voice said of themselves. */
        uint32_t display_px_per_m; /* what the display itself says or lets guess */
        uint32_t display_source;   /* enum fit_source */
        struct voice_view voice;
        struct keeper_status status;
        struct machine machine;

        uint32_t random;
        uint32_t sequence; /* of the newest message */
        struct comfort comfort;
        char focus_id[NODE_ID_BYTES];
        char pressed_id[NODE_ID_BYTES];
        bool greeted;       /* HELLO has gone out */
        bool heard;         /* a STATUS has come in */
        bool machine_known; /* a MACHINE has come in */
        bool auto_locked;   /* the facilitator's part locked by itself: the PIN screen says so */
        bool show_focus;
        bool focus_moved; /* keys moved focus in this view */
        bool keys_hint;
        bool frame_rests; /* a module fetches what the screen will show: the frame stays until then
                           */
        bool stale;       /* an input or a timer may have changed what the frame shows */
        bool switch_hint; /* a key that says nothing was pressed once on the resting screen */
        bool was_refused; /* a request was refused and its owner had no words for that: a ribbon
                           * says so, until a press */
        uint8_t unused[7];
    };
    STATE_END

    /* The states of the parts. */
    struct {
        uint32_t at[STATE_SLOT_MAX];
        uint32_t end;
        bool touched[STATE_SLOT_MAX];
        _Alignas(16) unsigned char bytes[STATE_BYTES];
    } states;

    /* What a step leaves. */
    struct frame frame;
    uint32_t effect_count;
    struct effect *effect; /* in config.secret */
};

void app_init(struct app *app, const struct app_config *config, uint64_t now_ms);
/* Applies the inputs in order, lets due timers act, and builds the frame. Inputs of one step do
 * what they would do in steps of their own. Effects of earlier steps are wiped first. A step with
 * no inputs before the deadline changes nothing. */
void app_step(struct app *app, const struct input *inputs, uint32_t count, uint64_t now_ms);

/* The name of a screen in dumps and on the command line. */
const char *app_screen_name(const struct app *app);

#endif
