/* SPDX-License-Identifier: MIT */
/* What reaches a step: small records that hold all the step needs. Time is an argument of the step;
 * no input reads a clock. The platform turns its events into inputs; a recording is a list of them.
 */
#ifndef CORE_INPUT_H
#define CORE_INPUT_H

#include "core/calendar.h"
#include "core/message.h"
#include "core/voice.h"

enum key {
    KEY_NONE,
    KEY_UP,
    KEY_DOWN,
    KEY_LEFT,
    KEY_RIGHT,
    KEY_TAB,
    KEY_BACK_TAB,
    KEY_ENTER,
    KEY_SPACE,
    KEY_BACKSPACE,
    KEY_ESCAPE,
    KEY_P,
    KEY_F1,
    KEY_F2,
    KEY_F3,
    KEY_F4,
    KEY_F5,
    KEY_MINUS,
    KEY_EQUALS,
    KEY_COMMA,
    KEY_PERIOD,
    KEY_DIGIT_0, /* KEY_DIGIT_0 + n */
    KEY_DIGIT_9 = KEY_DIGIT_0 + 9,
    KEY_HOME,
    KEY_END,
    KEY_DELETE,
    KEY_OTHER,  /* any other key: does nothing, yet shows that somebody is there */
    KEY_BUTTON, /* a button of a mouse other than the left one; only a switch can be such a button
                 */
    KEY_COUNT,
};

/* Which key or button it was, where the platform can tell. A switch is known by this code. */
enum {
    CODE_NONE = 0,
    CODE_BUTTON =
        512, /* codes below are keys, by their place on the keyboard; from here on buttons */
    CODE_COUNT = CODE_BUTTON + 32,
};

enum input_kind {
    INPUT_POINTER_DOWN, /* x, y, contact: a finger or the left button, one of many at once */
    INPUT_POINTER_MOVE,
    INPUT_POINTER_UP,
    INPUT_POINTER_CANCEL, /* of any contact that was down */
    INPUT_KEY_DOWN,       /* key, code; auto-repeats never become inputs */
    INPUT_KEY_UP,
    INPUT_WHEEL,    /* y: 1 on, -1 back */
    INPUT_HOVER,    /* x, y: a mouse moves and presses nothing; alone it is no sign of a person */
    INPUT_PRESENCE, /* any other sign of a person; touch, or a code: it was a press */
    INPUT_SURFACE,  /* x, y: new size of the surface in px; px_per_m, fit_source */
    INPUT_MESSAGE,  /* message: from the keeper, already checked; valid during the step */
    INPUT_VOICE,    /* voice: from the voice, already checked; valid during the step */
    INPUT_SUSPEND,  /* the machine slept, its lid closed, or its clock jumped */
};

struct input {
    enum input_kind kind;
    enum key key;
    uint16_t code;    /* below CODE_COUNT */
    uint32_t text;    /* key: the character that it types in the layout of the keyboard; a dead key:
                       * its combining mark; COMPOSE_KEY; 0: it types nothing */
    bool touch;       /* pointer: a finger, so the focus ring hides */
    uint32_t contact; /* pointer: which finger, from its touch to its lifting; 0: the mouse */
    int32_t x;
    int32_t y;
    uint32_t px_per_m;
    enum fit_source fit_source; /* where px_per_m comes from: assumed, or from the display */
    const struct message *message;
    const struct voice_record *voice;
};

#endif
