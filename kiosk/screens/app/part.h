/* SPDX-License-Identifier: MIT */
/* A part of the screens: a screen, or a module that several screens share. A part owns its state.
 * The app gives it room, wipes it when its life ends, hashes it, and knows none of its fields.
 *
 * A part is one const table of functions. All tables stand in two lists in screens/screens.c. */
#ifndef SCREENS_PART_H
#define SCREENS_PART_H

#include "screens/app/app.h"

/* What a press asks for; a node's arg says which. A press is delivered to the screen whose node it
 * was, and an action of its own means something to that screen alone. */
enum action {
    ACTION_NONE,
    /* The app does these. */
    ACTION_MORE,
    ACTION_PAUSE,
    ACTION_COMFORT,
    ACTION_FACILITATOR,
    ACTION_LISTEN,
    ACTION_LANGUAGE, /* index */
    ACTION_PRIVATE,  /* 0, 1, or -1: the other one */
    ACTION_LOCK,
    ACTION_GO,     /* screen: nobody returns from there */
    ACTION_CALL,   /* screen, which returns here */
    ACTION_SWAP,   /* screen, which returns where this one would */
    ACTION_RETURN, /* where this screen was called from */
    /* From here on an action reaches the screen. */
    ACTION_SCREEN,
    ACTION_BACK = ACTION_SCREEN,
    ACTION_DONE,
    ACTION_NEXT,
    ACTION_CONTINUE,
    /* Shared controls: each module's enum begins at its own number. */
    ACTION_PAD = 32,    /* parts/keypad */
    ACTION_TYPING = 48, /* the keyboard on the screen */
    ACTION_SAVING = 64, /* facilitator/saving */
    ACTION_SETUP = 80,  /* setup/setup */
    ACTION_PERIOD = 96, /* facilitator/lines: enum period */
    ACTION_OWN = 128,   /* a screen's own begin here */
};

/* When a part's state is zeroed again. */
enum life {
    /* Whenever somebody arrives at the screen, not when they return to it; at rest; and when the
     * facilitator's part locks. A module's: at the last two. */
    LIFE_ARRIVAL,
    LIFE_VISIT, /* when a visit begins or ends, and whenever the resting screen is reached */
    LIFE_RUN,   /* never: it lasts as long as the program */
};

struct part_ops {
    size_t state_bytes;
    enum life life;
    /* The keeper answered a request of this part; answer->type is REFUSED or what answers asked.
     * Whoever asked and has left since hears nothing: a screen's request ends with its arrival.
     * Returns whether the part tells what came of it: else the app says of a refusal that it was
     * one. */
    bool (*answer)(struct app *app, enum message_type asked, const struct message *answer);
    /* A STATUS came, asked for or not; app->status is the new one. */
    void (*status)(struct app *app, const struct keeper_status *before);
    /* The one deadline of the part, UINT64_MAX for none, and what happens then. A deadline that is
     * due only for another picture needs no fire. */
    uint64_t (*due)(const struct app *app);
    void (*fire)(struct app *app);
};

/* How long a screen may stand untouched, and what then. */
enum patience {
    PATIENCE_REST,        /* welcome, closed: dims */
    PATIENCE_VISIT,       /* idle warning after 180 s, or 300 */
    PATIENCE_PAUSE,       /* idle warning after 300 s */
    PATIENCE_OWN,         /* the screen's own clock */
    PATIENCE_PIN,         /* goes away by itself */
    PATIENCE_FACILITATOR, /* locks */
};

enum { OWN_MAX = 8 };

struct screen_ops {
    struct part_ops part;
    enum patience patience;
    bool facilitator;
    /* Instead of going there at once: fetches what the screen shows, which then arrives. */
    void (*open)(struct app *app);
    /* Somebody arrived: the state is new. Somebody leaves for another screen. */
    void (*enter)(struct app *app);
    void (*leave)(struct app *app);
    /* What must be decided before a build and be the same for a whole visit. */
    void (*prepare)(struct app *app, struct ui *ui);
    /* A build fitted: do the other states of this screen that share its controls fit as well? Else
     * controls would move from one to the next. */
    bool (*fits)(struct app *app, const struct ui *ui);
    /* Emits nodes and draw commands. */
    void (*build)(const struct app *app, struct ui *ui);
    /* A press on a node, unless its action is one that the app does (below ACTION_SCREEN). */
    void (*act)(struct app *app, enum action action, int32_t arg);
    /* An untouched screen whose patience is PATIENCE_PIN may stand as long as it likes. */
    bool (*rests)(const struct app *app);
    /* A press beside every target. */
    void (*missed)(struct app *app);
    /* Any sign of a person, before anything else looks at it. True: it is taken. */
    bool (*woken)(struct app *app, const struct input *input);
    /* What a key types (struct input). True: it is taken, and means nothing else here. */
    bool (*types)(struct app *app, uint32_t text);
    /* A key that means something on this screen alone. True: it is taken. */
    bool (*key)(struct app *app, enum key key);
    /* Where keyboard focus starts, Right, Left and Esc lead; NULL: the first target, or nothing. */
    const char *focus_id;
    const char *next_id;
    const char *back_id;
    const char *pause_id;
    /* The actions that the screen is there for: whichever of them a view has stand on its first
     * page. */
    const char *own[OWN_MAX];
};

/* What several screens share. Each function may be NULL. */
struct module_ops {
    struct part_ops part;
    /* An input, before the screen gets it. True: it is taken. */
    bool (*take)(struct app *app, const struct input *input);
    /* A key that the screen did not take. shown: focus was showing already. True: it is taken. */
    bool (*key)(struct app *app, enum key key, bool shown);
    /* A node is about to be activated. */
    void (*pressed)(struct app *app, const struct node *node);
    /* A common action that the app leaves to its modules. True: it is done. */
    bool (*act)(struct app *app, enum action action, int32_t arg);
    /* The place changed: another screen, page or view. */
    void (*moved)(struct app *app);
    /* Before a build; after a build, on its frame; after the step's last build. */
    void (*settle)(struct app *app);
    void (*drawn)(struct app *app);
    void (*stepped)(struct app *app);
    /* A visit ended: what it left behind goes. */
    void (*forget)(struct app *app);
    /* Comfort is set back to what the machine greets people with. */
    void (*reset)(struct app *app);
    /* Holds something of one person's: a resting screen waits until that may go. */
    bool (*personal)(const struct app *app);
    /* A line at the very top of the screen, the same for all of a visit; MSG_COUNT for none. */
    enum message_id (*ribbon)(const struct app *app);
    /* What comes while a page stands and goes with the next press; MSG_COUNT for nothing. */
    enum message_id (*notice)(const struct app *app);
};

/* A part by its owner number: a screen, or OWNER_MODULE and a module. */
const struct part_ops *part_ops(const struct app *app, uint32_t owner);
const struct screen_ops *screen_ops(const struct app *app, enum screen_id screen);
const struct module_ops *module_ops(const struct app *app, enum module_id module);

/* Calls a function of every module that has it, in the order of the list; behind its name stands
 * what it is given. */
#define MODULES_DO(app, function, ...)                                                             \
    do {                                                                                           \
        for (int module_ = 0; module_ < MODULE_COUNT; module_++) {                                 \
            if (module_ops(app, (enum module_id)module_)->function != NULL) {                      \
                module_ops(app, (enum module_id)module_)->function(__VA_ARGS__);                   \
            }                                                                                      \
        }                                                                                          \
    } while (0)
/* The same until one returns true; so does said then, a bool that is false before. */
#define MODULES_ASK(said, app, function, ...)                                                      \
    do {                                                                                           \
        for (int module_ = 0; module_ < MODULE_COUNT && !(said); module_++) {                      \
            if (module_ops(app, (enum module_id)module_)->function != NULL) {                      \
                (said) = module_ops(app, (enum module_id)module_)->function(__VA_ARGS__);          \
            }                                                                                      \
        }                                                                                          \
    } while (0)

/* The state of a part, zeroed when its life began. A state has no padding and no pointer, so that
 * its bytes can be hashed; STATE_BEGIN and STATE_END around its type make the compiler see to it.
 */
void *part_state(struct app *app, uint32_t owner);
const void *part_state_of(const struct app *app, uint32_t owner);

/* A part's own two ways to its state: to read it, and to change it. */
#define PART_STATE(type, owner, read, change)                                                      \
    __attribute__((unused)) static inline const type *read(const struct app *app_)                 \
    {                                                                                              \
        return part_state_of(app_, owner);                                                         \
    }                                                                                              \
    __attribute__((unused)) static inline type *change(struct app *app_)                           \
    {                                                                                              \
        return part_state(app_, owner);                                                            \
    }

/* Gives every part its room. */
void parts_init(struct app *app);
/* Zeroes the state of all parts with that life, or of one. */
void parts_wipe(struct app *app, enum life life);
void part_wipe(struct app *app, uint32_t owner);
/* FNV-1a over all states. */
uint64_t parts_hash(const struct app *app, uint64_t hash);

#endif
