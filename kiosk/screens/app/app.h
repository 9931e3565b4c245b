/* SPDX-License-Identifier: MIT */
/* The app: everything the screen process knows, and the one step that changes it. Deterministic:
 * the same inputs at the same times give the same frames and effects. Reads no clock, calls nobody
 * back, never blocks. Screens read it as const and answer a press with an action. */
#ifndef SCREENS_APP_H
#define SCREENS_APP_H

#include "core/input.h"
#include "core/language.h"
#include "core/message.h"
#include "core/session.h"
#include "core/typed.h"
#include "ui/keyboard.h"
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
    X(SETTINGS, "settings")                                                                        \
    X(HEALTH, "health")                                                                            \
    X(MEETING, "meeting")                                                                          \
    X(TRENDS, "trends")                                                                            \
    X(DETAIL, "detail")                                                                            \
    X(REPORT, "report")                                                                            \
    X(BACKUP, "backup")                                                                            \
    X(RESTORE, "restore")                                                                          \
    X(ERASE_ALL, "erase-all")

enum screen_id {
#define SCREEN_ENUM(name, text) SCREEN_##name,
    SCREEN_LIST(SCREEN_ENUM)
#undef SCREEN_ENUM
        SCREEN_COUNT
};

enum {
    GUARD_MS = 400,              /* a new screen takes nothing for this long */
    IDLE_MS = 180 * 1000,        /* untouched until the idle warning */
    IDLE_SLOW_MS = 300 * 1000,   /* with "take my time", and on the pause screens */
    IDLE_WARNING_MS = 45 * 1000, /* the warning, then everything is erased */
    IDLE_NUMBER_MS = 22 * 1000,  /* the number shows for the last part only */
    CLEAR_MS = 20 * 1000,        /* All clear, then Welcome */
    CLEAR_SLOW_MS = 60 * 1000,
    CLEAR_DECAY_MS = 2400,   /* until its water is still */
    REST_DIM_MS = 30 * 1000, /* the resting screen dims */
    REST_DIM_FADE_MS = 6000, /* as slow as 10 % of luminance in 300 ms asks for (ACCESS 15) */
    RINGS_MS = 5 * 1000,     /* rings move after an input, then settle */
    ADD_REPLY_MS = 2 * 1000, /* no reply to Add: we do not know */
    LEARN_MS = 3600 * 1000,  /* switch learning without a visit: nobody is there any more */
    LOCK_MS = 120 * 1000,    /* facilitator screens lock */
    PIN_IDLE_MS = 30 * 1000, /* an untouched PIN screen goes away */
    STAY_MS = 15 * 1000,     /* how often the keeper hears that a facilitator is there */
    LINE_MAX = 1 + PACK_THEME_MAX + PACK_QUESTION_MAX,
    LINE_POINT_MAX = 1024,      /* fifty years are 650 blocks; the newest are kept */
    EFFECT_MAX = 13,            /* eight messages and FORGET of one step, and what voice is told */
    SPEECH_SOON_MS = 25 * 1000, /* of the idle warning, until its second word */
};

enum visit {
    VISIT_NONE,
    VISIT_COUNTING,
    VISIT_REFLECTION, /* fewer than five in the room */
    VISIT_TOUR,       /* no meeting is open: see how it works */
    VISIT_PRACTICE,   /* first run: just try it */
};

enum finish_state {
    FINISH_ASK,     /* Add or Erase; or Done when nothing is counted */
    FINISH_WAITING, /* Add is on its way */
    FINISH_REFUSED, /* nothing was counted; try again or erase */
    FINISH_UNKNOWN, /* no reply came; never sent again */
    FINISH_ENDED,   /* the meeting ended meanwhile */
};

/* What a meeting screen asks. */
enum meeting_ask {
    ASK_NOTHING,
    ASK_ROOM,
    ASK_SPACE,
    ASK_SWAP,
    ASK_CLOSE,
    ASK_DISCARD,
    ASK_DISCARD_AGAIN,
    ASK_LEAVE,
    ASK_SERIES, /* a page of the settings: begin a new series */
};

/* What the settings screen shows. */
enum settings_view { SETTINGS_LIST, SETTINGS_CHECKS, SETTINGS_ABOUT };

/* The question about a backup that was picked, and what became of it. */
enum restore_view {
    RESTORE_ASK,
    RESTORE_DONE,
    RESTORE_BAD,    /* no backup that can be read */
    RESTORE_NEWER,  /* one of a later program */
    RESTORE_PULLED, /* it or its drive is gone */
    RESTORE_HERE,   /* this machine's folder did not take it: nothing changed */
    RESTORE_UNSURE, /* it failed at the very end: the old or the restored totals are here */
};

enum erase_all_view {
    ERASE_ALL_FIRST,
    ERASE_ALL_SECOND,
    ERASE_ALL_THIRD,
    ERASE_ALL_DONE,
    ERASE_ALL_PART,
};

/* Read aloud. Listen reads one screen also when it is off, by the speaker's rules. */
enum read_mode {
    READ_OFF,
    READ_PHONES, /* the person said that they wear them: choices may be said */
    READ_SPEAKER,
};

struct comfort {
    uint8_t language; /* index of the languages on offer */
    uint8_t size;     /* enum text_size */
    uint8_t theme;    /* enum theme_id */
    uint8_t motion_less;
    uint8_t slow;         /* take my time */
    uint8_t repeat_guard; /* 0, 1: 0.5 s, 2: 1 s */
    uint8_t private_view;
    uint8_t read;   /* enum read_mode */
    uint8_t speed;  /* step, from 1 */
    uint8_t volume; /* step, from 1 */
};

/* What became of the sound: a line at the top says so. */
enum sound_notice { SOUND_FINE, SOUND_UNPLUGGED, SOUND_GONE, SOUND_NONE };

/* What the inputs of one step ask of speech; decided when its frame is built. */
struct speech_wish {
    bool stop;    /* a person did something: what is being said ends */
    bool again;   /* read this screen from its beginning */
    bool pause;   /* F3: stop here, or go on from here */
    bool go_on;   /* the last words were heard out */
    bool keep;    /* after the line, go on with what was being read */
    uint8_t line; /* enum speech_line, said on its own */
    bool was_chosen;
    char pressed_id[NODE_ID_BYTES]; /* what was activated */
};

/* Speech. Nothing is read from lists of a screen's own: words, order and what changed come from the
 * frame's nodes. */
struct speech {
    /* What voice said of itself. */
    uint32_t languages; /* bits, as in voice_state */
    bool device;
    bool had_device; /* at any time since this face began */
    uint8_t phones;  /* enum voice_phones */
    /* Where the person's headphones are, as voice_state told it since they said that they wear
     * them: what is theirs alone is said there or not at all. 0: not told yet. */
    uint32_t output;
    /* On the screen. */
    uint8_t notice; /* enum sound_notice */
    bool ask;       /* Comfort asks whether headphones are on */
    bool blank;     /* the screen is dark */
    /* What is being read: this screen, from this byte of this node's words on. */
    bool reading;
    bool paused;
    bool aside;   /* what is being said stands beside it: afterwards it goes on where it was */
    bool unasked; /* and nobody asked for it */
    char at_id[NODE_ID_BYTES]; /* "": its beginning */
    uint32_t at_byte;
    uint32_t sequence; /* of the newest SAY */
    uint32_t waiting;  /* of the SAY that has not been heard out; 0: silence */
    /* What was there at the end of the last step. */
    uint32_t crossing;
    char focus_id[NODE_ID_BYTES];
    uint32_t pin_count;
    bool soon_said;
    uint32_t heard_count; /* hashes of words that need no saying: they were there before */
    uint32_t heard[NODE_MAX];
    struct speech_wish wish;
};

enum switch_name { SWITCH_MOVE, SWITCH_SELECT, SWITCH_COUNT };

/* A person's switches (screens/access/switches.h); forgotten with their comfort. */
struct switches {
    bool one;                      /* one switch, and a frame that moves by itself */
    uint16_t code[SWITCH_COUNT];   /* of the key or button; CODE_NONE: none yet */
    uint8_t presses[SWITCH_COUNT]; /* of the two that learn a switch */
    uint16_t other;                /* the last press, which was nobody's */
    uint64_t alone_ms;             /* since when one switch answers alone; 0: it does not */
    bool offered;                  /* scanning, to that one switch */
    uint8_t stones;                /* bits: those chosen to try it */
    uint64_t pressed_ms[SWITCH_COUNT];
    /* Scanning. */
    int8_t step;             /* values longer or shorter than usual */
    uint8_t hold;            /* how long a press must last: 0, 1: 0.5 s, 2: 1 s */
    uint8_t loops;           /* through all targets, so far */
    uint64_t scan_ms;        /* the frame moves on then; 0: it rests */
    uint64_t scan_screen_ms; /* screen_ms of the screen it moves on */
    uint64_t accept_ms;      /* a press counts if it lasts until then; 0: none waits */
};

enum effect_kind {
    EFFECT_SEND,   /* message: to the keeper */
    EFFECT_VOICE,  /* voice: to the voice; one that does not take it is no matter */
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

/* What must not leave memory: locked pages. Messages that wait to be sent hold sides and PINs. */
struct app_secret {
    struct session session;
    char pin[PIN_DIGITS_MAX + 1];
    char pin_first[PIN_DIGITS_MAX + 1];
    struct effect effect[EFFECT_MAX];
};

struct line_data {
    struct line_view view;
    uint32_t count; /* points held */
    struct point point[LINE_POINT_MAX];
};

struct app_config {
    const struct pack *pack;
    const struct language_offer *languages;
    uint32_t language_count;
    uint32_t language_first;         /* the one that greets people */
    const struct language_gap *gaps; /* languages taken off, for lack of words or letters */
    uint32_t gap_count;
    const struct health_screen *screen; /* NULL: nobody looked */
    struct text_ops text;
    struct app_secret *secret;
    uint32_t random_seed; /* which practice, which prompt; never anything else */
    int32_t width, height;
    uint32_t px_per_m;
    enum fit_source fit_source; /* where px_per_m comes from */
    enum theme_id theme;
    enum text_size size;
    bool demo;
    bool language_given; /* on the command line: the machine's own gives way */
};

struct app {
    struct app_config config;
    struct comfort comfort;
    struct switches switches;
    uint64_t now_ms;

    /* Where we are. */
    enum screen_id screen;
    uint32_t crossing;  /* counts changes of place: the picture crosses over, it does not jump */
    uint64_t screen_ms; /* since when */
    uint64_t input_ms;  /* last sign of a person */
    uint64_t rings_ms;  /* the resting rings began to move */
    enum screen_id from_pause;    /* where Continue leads */
    enum screen_id from_comfort;  /* where Done leads */
    enum screen_id from_switches; /* where Done leads, and to which page */
    uint32_t switches_page;
    bool comfort_is_reset;       /* all of it, just now: to be said */
    enum screen_id from_idle;    /* where "I am here" leads */
    enum screen_id from_breathe; /* arrive or pause */
    uint32_t page;               /* of a screen in pages */
    uint32_t page_count;

    /* The visit. Answers are in config.secret. */
    enum visit visit;
    uint32_t question;       /* index among those switched on */
    bool question_again;     /* reached by Back */
    bool question_step;      /* two steps: the answers */
    uint8_t question_layout; /* enum question_layout: one for all questions of a visit */
    bool question_hint;      /* the folded guidance is open */
    enum finish_state finish;
    bool settled; /* the answers are added or erased: there is nothing left to erase */
    bool ended;   /* the meeting ended in mid-visit */
    uint64_t add_ms;
    uint32_t add_sequence;
    int32_t practice;       /* index into the pack, -1 none yet */
    int32_t practice_theme; /* -1: surprise me */

    /* The facilitator. */
    enum meeting_ask ask;
    bool takeover; /* the PIN screen first asks whether to erase a turn */
    bool auto_locked;
    bool pin_again; /* setup: second entry */
    bool pin_differ;
    bool pin_wrong;
    uint32_t pin_sequence; /* of the PIN being checked; 0 none */
    uint8_t room_wanted;
    enum status meeting_problem; /* of the last request */
    uint32_t close_sequence;     /* of a close on its way; 0: none */
    uint64_t close_ms;
    bool file_seen;                  /* the notice about the totals file was read */
    int32_t seen_width, seen_height; /* of the screen whose notice was read */
    uint64_t stay_ms;
    uint64_t wait_until_ms; /* PIN back-off, from the keeper's status */
    enum period period;
    int32_t talk_theme;
    int32_t talk_prompt;
    uint32_t detail_question; /* pack index */
    bool detail_table;        /* as a table, not as a chart */

    /* Setup and settings. */
    bool from_settings; /* a page was opened from the settings, and leads back there */
    enum settings_view settings_view;
    enum screen_id from_health;      /* settings or meeting: where Back leads */
    struct settings_choice choice;   /* as it is being made */
    uint32_t fit_px_per_m;           /* the scale at which the outline is drawn */
    uint32_t fit_step;               /* of the next press, in thousandths of it */
    int32_t fit_way;                 /* of the last press; 0: none yet */
    uint32_t touched;                /* stones of the touch check */
    bool touch_off;                  /* a touch landed away from them */
    bool no_sound;                   /* the sound check was not heard */
    uint32_t change_sequence;        /* of the change under way; 0: none */
    enum status change_problem;      /* of the last one */
    bool pin_changed;                /* to be said on the settings screen */
    struct settings_support support; /* as it is being written */
    bool typing;                     /* one of its lines, with the keyboard */
    uint8_t typing_line;
    struct typed typed;
    struct keyboard keyboard;
    bool practising; /* the visit began on the page of the first run and leads back there */
    bool practised;  /* and it did */

    /* What the keeper said. */
    uint32_t display_px_per_m; /* what the display itself says or lets guess */
    enum fit_source display_source;
    bool greeted; /* HELLO has gone out */
    bool heard;   /* a STATUS has come in */
    struct keeper_status status;
    struct message_settings settings;
    struct machine machine;
    bool machine_known; /* it has come in */
    struct health_facts health;
    bool health_known;
    struct message_rows rows;
    uint32_t rows_at;                /* index of the block whose tallies show */
    struct line_data line[LINE_MAX]; /* all, themes, questions of the pack */
    uint32_t line_count;
    uint32_t line_next; /* being read; line_count when complete */
    bool lines_wanted;
    enum screen_id lines_screen; /* what shows them */
    struct message_report report;
    bool report_wanted;
    bool report_large; /* the page alone, to read */
    struct message_drives drives;
    char drive[MESSAGE_LABEL_BYTES];
    enum status save_result;
    bool saving, saved;
    struct message_backups backups; /* of the drive in their label */
    uint32_t find_sequence;         /* of the request for them under way; 0: none */
    bool find_again;                /* something changed meanwhile */
    struct message_pick pick;       /* the backup that was pressed */
    struct month pick_month;
    uint32_t pick_sequence; /* of the request about it under way; 0: none */
    uint64_t pick_ms;       /* when it went out */
    enum restore_view restore_view;
    bool restore_first; /* there were no totals here to set aside */
    enum erase_all_view erase_all_view;
    uint32_t erase_all_left;     /* files that could not be erased */
    uint32_t erase_all_sequence; /* of the request under way; 0: none */

    /* Presses and focus. */
    char focus_id[NODE_ID_BYTES];
    char pressed_id[NODE_ID_BYTES];
    bool show_focus;
    bool focus_moved;      /* by keys, in this view */
    bool held[CODE_COUNT]; /* keys and buttons that are down */
    uint64_t activated_ms;
    bool pointer_down;
    uint64_t idle_keys_ms[3]; /* keys that did nothing: three in five seconds bring a hint */
    bool keys_hint;
    uint32_t random;
    uint32_t sequence;

    struct speech speech;

    /* Out. */
    struct frame frame;
    uint64_t deadline_ms; /* step again then; UINT64_MAX: only on an input */
    uint32_t effect_count;
    struct effect *effect; /* in config.secret */
};

void app_init(struct app *app, const struct app_config *config, uint64_t now_ms);
/* Applies the inputs in order, lets due timers act, and builds the frame. Effects of earlier steps
 * are wiped first. Calling it with no inputs before the deadline changes nothing. */
void app_step(struct app *app, const struct input *inputs, uint32_t count, uint64_t now_ms);

/* Goes straight to a screen with the state it usually has (pictures and tests only). */
void app_show(struct app *app, enum screen_id screen, uint64_t now_ms);

const char *screen_name(enum screen_id screen);
int screen_find(const char *name);

#endif
