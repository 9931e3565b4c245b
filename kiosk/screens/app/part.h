/* SPDX-License-Identifier: MIT */
/* A part is a screen, or a module that several screens share. A part owns its state. The app gives
 * the state room, wipes the state when its life ends, hashes the state's bytes, and knows none of
 * its fields.
 *
 * A part is one const table of functions. All tables stand in two lists in screens/screens.c. */
#ifndef SCREENS_PART_H
#define SCREENS_PART_H

#include "screens/app/app.h"

/* What a press asks for; the node's arg says the rest. A press is delivered to the screen whose
 * node was pressed. An action from ACTION_OWN on means something to that screen alone. */
enum action {
    ACTION_NONE,
    /* The app does these. */
    ACTION_MORE,
    ACTION_PAUSE,
    ACTION_COMFORT,
    ACTION_FACILITATOR,
    ACTION_LISTEN,
    ACTION_LANGUAGE, /* index */
    ACTION_LOOK,     /* enum theme_id */
    ACTION_PRIVATE,  /* 0, 1, or -1: the other one */
    ACTION_LOCK,
    ACTION_GO,     /* arg: the screen to go to; nobody returns from there */
    ACTION_CALL,   /* arg: the screen to go to, which returns here */
    ACTION_SWAP,   /* arg: the screen to go to, which returns where this screen would return */
    ACTION_RETURN, /* to the screen that called this one */
    /* From here on an action reaches the screen. */
    ACTION_SCREEN,
    ACTION_BACK = ACTION_SCREEN,
    ACTION_DONE,
    ACTION_NEXT,
    ACTION_CONTINUE,
    /* Actions of controls that several screens share: each module's enum begins at a number of its
     * own. */
    ACTION_PAD = 32,    /* parts/keypad */
    ACTION_TYPING = 48, /* the keyboard on the screen */
    ACTION_SAVING = 64, /* facilitator/saving */
    ACTION_SETUP = 80,  /* setup/setup */
    ACTION_PERIOD = 96, /* facilitator/lines: enum period */
    ACTION_OWN = 128,   /* a screen's own actions begin here */
};

/* When the state of a part is zeroed. */
enum life {
    /* A screen's state: whenever somebody arrives at the screen, but not when somebody returns to
     * it. A screen's and a module's state: when the resting screen is reached, and when the
     * facilitator's screens lock. */
    LIFE_ARRIVAL,
    LIFE_VISIT, /* when a visit begins or ends, and whenever the resting screen is reached */
    LIFE_RUN,   /* never: the state lasts as long as the program */
};

struct part_ops {
    size_t state_bytes;
    enum life life;
    /* The keeper answered a request of this part. asked is the request's type; answer->type is
     * MESSAGE_REFUSED or the type that answers the request. A screen that was left since it asked
     * gets no answer. Returns true if the part shows what came of the request. When a part returns
     * false for a refusal, the app shows that the request was refused. */
    bool (*answer)(struct app *app, enum message_type asked, const struct message *answer);
    /* A STATUS came, whether somebody asked for it or not. app->status is the new status, before
     * the old one. */
    void (*status)(struct app *app, const struct keeper_status *before);
    /* due returns the one deadline of the part in ms, UINT64_MAX for none; fire is called when the
     * deadline has come. fire may be NULL where the deadline only brings a new picture. */
    uint64_t (*due)(const struct app *app);
    void (*fire)(struct app *app);
};

/* How long a screen may stand untouched, and what happens after that. */
enum patience {
    PATIENCE_REST,        /* welcome, closed: the screen dims */
    PATIENCE_VISIT,       /* the idle warning comes after IDLE_MS, or IDLE_SLOW_MS */
    PATIENCE_PAUSE,       /* the idle warning comes after IDLE_SLOW_MS */
    PATIENCE_OWN,         /* the screen's own part.due decides */
    PATIENCE_PIN,         /* the screen goes away by itself */
    PATIENCE_FACILITATOR, /* the screen is a facilitator's: it locks */
};

enum { OWN_MAX = 8 };

struct screen_ops {
    struct part_ops part;
    enum patience patience;
    /* NULL: the app goes to the screen at once. Else open is called in place of that: open fetches
     * what the screen shows, and goes to the screen when all has come. */
    void (*open)(struct app *app);
    /* enter is called when somebody arrived, after the state was zeroed. leave is called before
     * somebody goes to another screen. */
    void (*enter)(struct app *app);
    void (*leave)(struct app *app);
    /* Called before the first build of a frame: decides what has to be the same for a whole visit,
     * such as a layout. */
    void (*prepare)(struct app *app, struct ui *ui);
    /* Called when a build fitted. Returns whether the other states of this screen, which share its
     * controls, fit that tightly as well. If they do not, the app builds the screen tighter, so
     * that the controls stand in one place in all states. */
    bool (*fits)(struct app *app, const struct ui *ui);
    /* Adds the screen's nodes and draw commands to the frame. */
    void (*build)(const struct app *app, struct ui *ui);
    /* A node of this screen was pressed. Actions below ACTION_SCREEN never come here, because the
     * app does them. */
    void (*act)(struct app *app, enum action action, int32_t arg);
    /* For PATIENCE_PIN: returns true while the untouched screen need not go away. */
    bool (*rests)(const struct app *app);
    /* Somebody pressed beside every target. */
    void (*missed)(struct app *app);
    /* An input that shows that a person is there, before anything else gets the input. Returns true
     * if the screen used the input; then nobody else gets it. */
    bool (*woken)(struct app *app, const struct input *input);
    /* A key typed this character (struct input). Returns true if the screen used the character;
     * then the key does nothing else. */
    bool (*types)(struct app *app, uint32_t text);
    /* A key that may mean something on this screen alone. Returns true if the screen used the key;
     * then the key does nothing else. */
    bool (*key)(struct app *app, enum key key);
    /* Ids of nodes. next_id: what the key for the next page (Right) presses; NULL: nothing.
     * back_id: what the key for Back (Left) presses; NULL: common.back. focus_id: where keyboard
     * focus starts; NULL: at next_id, or at the first target where the frame has no such target. */
    const char *next_id;
    const char *back_id;
    const char *focus_id;
    /* What the screen is there for: ids of its controls, and of words that somebody may need at
     * once. Those that a view has stand on the view's first page; words begin there. */
    const char *own[OWN_MAX];
};

/* A module, which several screens share. Each function may be NULL. */
struct module_ops {
    struct part_ops part;
    /* An input, before the screen gets it. Returns true if the module used the input; then nobody
     * else gets it. */
    bool (*take)(struct app *app, const struct input *input);
    /* A key that the screen did not use. shown: focus showed before the key. Returns true if the
     * module used the key; then nobody else gets it. */
    bool (*key)(struct app *app, enum key key, bool shown);
    /* Called before the action of a node that was pressed is done. */
    void (*pressed)(struct app *app, const struct node *node);
    /* An action below ACTION_SCREEN that the app leaves to its modules. Returns true if the module
     * did the action. */
    bool (*act)(struct app *app, enum action action, int32_t arg);
    /* Called when the place changed: another screen, another page or another view. */
    void (*moved)(struct app *app);
    /* settle is called before each build; drawn after each build, with app->frame built; stepped at
     * the end of the step, after its last build. */
    void (*settle)(struct app *app);
    void (*drawn)(struct app *app);
    void (*stepped)(struct app *app);
    /* A visit ended: the module wipes what the visit left behind. */
    void (*forget)(struct app *app);
    /* Called when comfort was set back to what the machine greets people with. */
    void (*reset)(struct app *app);
    /* Returns true while the module holds something of one person's. A resting screen then waits
     * until nobody has been there for IDLE_MS, and has it wiped. */
    bool (*personal)(const struct app *app);
    /* Returns the words of a line at the very top of the screen, the same for all of a visit;
     * MSG_COUNT for no line. */
    enum message_id (*ribbon)(const struct app *app);
    /* Returns the words of a notice that comes while a page stands and goes with the next press;
     * MSG_COUNT for no notice. */
    enum message_id (*notice)(const struct app *app);
};

/* Returns the table of the part with this number: an enum screen_id, or OWNER_MODULE and an enum
 * module_id. */
const struct part_ops *part_ops(const struct app *app, uint32_t owner);
const struct screen_ops *screen_ops(const struct app *app, enum screen_id screen);
const struct module_ops *module_ops(const struct app *app, enum module_id module);
/* Returns whether the screen is a facilitator's: such a screen locks when nobody is there, and a
 * locked one asks for the PIN. */
bool screen_is_facilitators(const struct app *app, enum screen_id screen);
/* Returns whether the screen is a resting screen: Welcome or Closed. */
bool screen_rests(const struct app *app, enum screen_id screen);

/* Calls the function of this name of every module that has one, in the order of MODULE_LIST, with
 * the arguments that follow. */
#define MODULES_DO(app, function, ...)                                                             \
    do {                                                                                           \
        for (int module_ = 0; module_ < MODULE_COUNT; module_++) {                                 \
            if (module_ops(app, (enum module_id)module_)->function != NULL) {                      \
                module_ops(app, (enum module_id)module_)->function(__VA_ARGS__);                   \
            }                                                                                      \
        }                                                                                          \
    } while (0)
/* As MODULES_DO, but stops at the first function that returns true. said, a bool that is false
 * before, is what the last function returned. */
#define MODULES_ASK(said, app, function, ...)                                                      \
    do {                                                                                           \
        for (int module_ = 0; module_ < MODULE_COUNT && !(said); module_++) {                      \
            if (module_ops(app, (enum module_id)module_)->function != NULL) {                      \
                (said) = module_ops(app, (enum module_id)module_)->function(__VA_ARGS__);          \
            }                                                                                      \
        }                                                                                          \
    } while (0)

/* Returns the state of a part, which was zeroed when its life began. A state has no padding and no
 * pointer, so that its bytes can be hashed. STATE_BEGIN and STATE_END around the type make the
 * compiler refuse padding. */
void *part_state(struct app *app, uint32_t owner);
const void *part_state_of(const struct app *app, uint32_t owner);

/* Defines two functions of a part: read returns its state as const, change returns its state to be
 * changed. */
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
/* parts_wipe zeroes the states of all parts with that life, part_wipe the state of one part. */
void parts_wipe(struct app *app, enum life life);
void part_wipe(struct app *app, uint32_t owner);
/* Returns hash continued over all states (core/fnv.h). */
uint64_t parts_hash(const struct app *app, uint64_t hash);

#endif
