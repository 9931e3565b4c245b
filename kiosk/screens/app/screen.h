/* SPDX-License-Identifier: MIT */
/* A screen: how it is built from the app, and what a press on it does. One const table each, all in
 * one list (screens.c). Building reads only; acting goes through the verbs below. */
#ifndef SCREENS_SCREEN_H
#define SCREENS_SCREEN_H

#include "screens/app/app.h"

/* What a press asks for; a node's arg says which. */
enum action {
    ACTION_NONE,
    /* anywhere */
    ACTION_MORE,
    ACTION_BACK,
    ACTION_PAUSE,
    ACTION_COMFORT,
    ACTION_LISTEN,
    ACTION_FACILITATOR,
    ACTION_KEEPS,
    ACTION_DONE,
    /* welcome, promise, arrive */
    ACTION_BEGIN,
    ACTION_TOUR,
    ACTION_LANGUAGE, /* index */
    ACTION_READY,
    ACTION_PRIVATE, /* 0, 1, or -1: the other one */
    ACTION_START,
    /* keeps */
    ACTION_ROWS, /* first block of the page */
    /* comfort */
    ACTION_SIZE,
    ACTION_LOOK_THEME,
    ACTION_MOTION,
    ACTION_PACE,
    ACTION_REPEAT,
    ACTION_RESET,
    ACTION_READ,   /* enum read_mode; headphones are asked about first */
    ACTION_PHONES, /* 1 they are on, 0 not now */
    ACTION_SPEED,  /* 1 faster, -1 slower */
    ACTION_VOLUME, /* 1 louder, -1 softer */
    ACTION_BLANK,
    ACTION_SWITCHES,
    /* switches, touch check */
    ACTION_SWITCH_ONE, /* 1 one switch with scanning, 0 two */
    ACTION_SWITCH_RESTART,
    ACTION_SCAN_STEP, /* 1 longer, -1 shorter */
    ACTION_SCAN_HOLD, /* how long a press must last */
    ACTION_PLAY,      /* the sound check */
    ACTION_HEARD,     /* 1 yes, 0 no */
    ACTION_STONE,     /* which */
    /* question */
    ACTION_ANSWER, /* enum answer */
    ACTION_NEXT,
    ACTION_HINT,
    ACTION_ANSWER_STEP,
    /* rest */
    ACTION_CONTINUE,
    ACTION_BREATHE,
    ACTION_LOOK,
    ACTION_SIT,
    ACTION_SUPPORT,
    ACTION_STOP_ERASE,
    ACTION_ERASE_YES,
    ACTION_ERASE_NO,
    /* finish, closing, idle */
    ACTION_ADD,
    ACTION_ERASE,
    ACTION_PRACTICE_THEME, /* index, -1: surprise me */
    ACTION_ANOTHER,
    ACTION_HERE,
    /* PIN */
    ACTION_DIGIT,
    ACTION_PIN_CLEAR,
    ACTION_PIN_DELETE,
    ACTION_PIN_ENTER,
    ACTION_TAKEOVER, /* 1 yes, 0 no */
    ACTION_PRACTICE, /* first run: just try it */
    /* setup, settings, health */
    ACTION_SKIP,
    ACTION_FIT,       /* 1 larger, -1 smaller */
    ACTION_SCALE,     /* of the noise */
    ACTION_ASKED,     /* question of the pack: on or off */
    ACTION_LOOK_BACK, /* enum look_back */
    ACTION_CHANGE,    /* the question about a new series answered */
    ACTION_GO_SETTINGS,
    ACTION_SETTING, /* which of its list */
    ACTION_CHECK,   /* which of those of touch, sound and switches */
    ACTION_HEALTH_AGAIN,
    /* support lines, practice */
    ACTION_SUPPORT_LINE, /* which is to be typed */
    ACTION_TYPE,         /* code point */
    ACTION_TYPE_CAPITALS,
    ACTION_TYPE_PAGE,   /* of keys */
    ACTION_TYPE_LAYOUT, /* index */
    ACTION_TYPE_CLEAR,
    ACTION_TYPE_ERASE,
    ACTION_TYPE_DONE,
    /* meeting */
    ACTION_GO_MEETING,
    ACTION_GO_TRENDS,
    ACTION_GO_REPORT,
    ACTION_LOCK,
    ACTION_OPEN,      /* asks about the room */
    ACTION_ROOM,      /* enum room */
    ACTION_OPEN_ROOM, /* enum room, the swap question answered */
    ACTION_CLOSE,     /* asks */
    ACTION_CLOSE_YES,
    ACTION_KEEP, /* back out of a question */
    ACTION_DISCARD,
    ACTION_DISCARD_GO_ON,
    ACTION_DISCARD_YES,
    ACTION_PAUSE_STARTS, /* 1 pause, 0 let start */
    ACTION_SEEN,
    ACTION_OPEN_ANYWAY, /* although space is low */
    ACTION_HEALTH,      /* from a question that names it */
    ACTION_LEAVE,       /* asks */
    ACTION_LEAVE_YES,   /* enum leave */
    ACTION_FIT_AGAIN,   /* to the screen fit, from its notice */
    /* trends, report */
    ACTION_PERIOD,     /* enum period */
    ACTION_TALK_THEME, /* index */
    ACTION_TALK_ANOTHER,
    ACTION_DETAIL,       /* question of the pack */
    ACTION_DETAIL_STEP,  /* 1 the next question, -1 the one before */
    ACTION_DETAIL_TABLE, /* 1 table, 0 chart */
    ACTION_REPORT_LARGE, /* 1 the page alone, 0 beside the table */
    ACTION_DRIVE,        /* index */
    ACTION_SAVE,
    /* backup, restore, erase all */
    ACTION_GO_BACKUP,
    ACTION_BACKUP_PICK, /* index */
    ACTION_RESTORE,
    ACTION_ERASE_ALL_ON, /* the next question */
    ACTION_ERASE_ALL,
    ACTION_COUNT,
};

/* How long a screen may stand untouched, and what then. */
enum patience {
    PATIENCE_REST,        /* welcome, closed: dims */
    PATIENCE_VISIT,       /* idle warning after 180 s, or 300 */
    PATIENCE_PAUSE,       /* idle warning after 300 s */
    PATIENCE_LEARNING,    /* none while switches are learned, then as in a visit */
    PATIENCE_OWN,         /* idle, clear: their own clocks */
    PATIENCE_PIN,         /* goes away by itself */
    PATIENCE_FACILITATOR, /* locks */
};

struct screen_ops {
    enum patience patience;
    bool facilitator;
    /* What must be decided before a build and be the same for a whole visit; may be NULL. */
    void (*prepare)(struct app *app, struct ui *ui);
    /* A build fitted: do the other states of this screen that share its controls fit as well? Else
     * controls would move from one to the next. May be NULL. */
    bool (*fits)(struct app *app, const struct ui *ui);
    /* Emits nodes and draw commands. */
    void (*build)(const struct app *app, struct ui *ui);
    /* A press; actions it does not know go to app_act_common. */
    void (*act)(struct app *app, enum action action, int32_t arg);
    /* A press beside every target; may be NULL. */
    void (*missed)(struct app *app);
    /* Where keyboard focus starts, Right, Left and Esc lead; NULL: the first target, or nothing. */
    const char *focus_id;
    const char *next_id;
    const char *back_id;
    const char *pause_id;
};

#define SCREEN_EXTERN(id, text) extern const struct screen_ops SCREEN_OPS_##id;
SCREEN_LIST(SCREEN_EXTERN)
#undef SCREEN_EXTERN

const struct screen_ops *screen_ops(enum screen_id screen);

/* What people read now, and its words. */
const struct language *app_language(const struct app *app);
const struct catalog *app_catalog(const struct app *app);
/* The languages on offer as chips, and their count; ids are prefix and index. */
uint32_t language_chips(const struct app *app, struct ui *ui, const char *prefix,
                        struct ui_button chips[LANGUAGE_MAX]);
/* The looks on offer, for ui_swatch_rows; ids likewise. */
void look_swatches(const struct app *app, struct ui *ui, const char *prefix,
                   struct ui_button swatches[static THEME_COUNT]);

/* Words. word: by id. fill: by id with its {names} replaced, kept in the frame. */
const char *word(const struct app *app, enum message_id id);
const char *fill(const struct app *app, struct ui *ui, enum message_id id,
                 const struct text_arg *args, size_t count);
/* The same for a plural; {n} is filled by n itself. */
const char *fill_plural(const struct app *app, struct ui *ui, enum message_id id, uint64_t n,
                        const struct text_arg *args, size_t count);
/* Words of the pack, translated when the catalogue has them. question: pack index. */
const char *question_statement(const struct app *app, uint32_t question);
const char *question_guidance(const struct app *app, uint32_t question);
const char *question_brief(const struct app *app, uint32_t question);
const char *theme_word(const struct app *app, uint32_t theme);
const char *theme_spoken(const struct app *app, uint32_t theme);
const char *item_text(const struct app *app, const char *kind, const struct pack_item *item);
/* NULL: its text is said. */
const char *item_spoken(const struct app *app, const char *kind, const struct pack_item *item);
/* "four" ... "seven" for the number of questions switched on; capital: "Four". */
const char *number_word(const struct app *app, uint32_t n, bool capital);
/* "12 kB" */
const char *size_words(const struct app *app, struct ui *ui, uint64_t bytes);
/* n in the digits of the language; returns out. */
char *number_digits(const struct app *app, char out[NUMBER_BYTES], int64_t n);
/* "19:05" */
const char *clock_words(const struct app *app, struct ui *ui, struct civil_time time);
/* "Nov", "November 2026" */
const char *month_short(const struct app *app, struct month month);
const char *month_words(const struct app *app, struct ui *ui, struct month month);

/* Questions switched on, in pack order. */
uint32_t app_question_count(const struct app *app);
uint32_t app_question_at(const struct app *app, uint32_t index); /* pack index */

/* Verbs. */
void app_go(struct app *app, enum screen_id screen);
/* To a page of the same screen. */
void app_turn(struct app *app, uint32_t page);
/* The resting screen of this moment: first run, welcome or closed. Ends a visit. */
void app_rest(struct app *app);
enum screen_id app_rest_screen(const struct app *app);
void app_begin_visit(struct app *app, enum visit visit);
/* Wipes the answers and clears every trace from the display. */
void app_wipe_answers(struct app *app);
void app_reset_comfort(struct app *app);
struct comfort app_fresh_comfort(const struct app *app);
bool app_counts(const struct app *app); /* this visit can be added */
/* Sends a message; returns its sequence. The caller fills message.as. */
struct message *app_send(struct app *app, enum message_type type);
/* Uniform in [0, n) from the app's own generator: which practice, which prompt. */
uint32_t app_random_below(struct app *app, uint32_t n);
/* The scale of the surface: as matched to a card when that was done on this surface, else what the
 * display says. */
void app_fit(struct app *app);
/* Reads all lines of the period, then shows that screen. */
void app_read_lines(struct app *app, enum screen_id screen);
void app_lock(struct app *app);
void app_pin_wipe(struct app *app);
void app_act_common(struct app *app, enum action action, int32_t arg);

/* What a facilitator has to read before anything else. */
enum notice { NOTICE_NONE, NOTICE_FILE, NOTICE_FACE, NOTICE_SCREEN };
enum notice app_notice(const struct app *app);
/* To the next of them, or to the meeting. */
void error_go_on(struct app *app);

/* The app's own parts. */
void app_take_message(struct app *app, const struct message *message);
void app_take_input(struct app *app, const struct input *input);
void app_timers(struct app *app);
uint64_t app_next_deadline(const struct app *app);
void app_activate(struct app *app, const struct node *node);
/* A new screen takes no press at first; a press so soon after one like it is ignored, 0: never. */
bool app_is_guarded(const struct app *app);
uint64_t app_repeat_guard_ms(const struct app *app);
/* Where focus begins on this frame; NULL: no target. */
const struct node *app_first_target(const struct app *app);
/* What is left of the idle warning, in ms. */
uint64_t app_idle_left_ms(const struct app *app);
/* The phase of the resting rings, thousandths of a spacing; moves for five seconds after an input.
 */
uint16_t app_rings_phase(const struct app *app);

#endif
