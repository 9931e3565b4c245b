/* SPDX-License-Identifier: MIT */
/* What a frame looks like: a list of draw commands in fixed memory, painted by
 * platform/display/paint. Two frames are compared command by command, and only the area where they
 * differ is repainted and presented. Lengths are in px. Geometry is float because shapes are
 * anti-aliased. */
#ifndef UI_DRAW_H
#define UI_DRAW_H

#include "ui/text.h"
#include "ui/theme.h"

struct box {
    int32_t x, y, w, h;
};

enum draw_kind {
    DRAW_BOX,  /* rounded rectangle: fill, then stroke drawn inward from the edge */
    DRAW_DISC, /* x, y centre, w radius: fill, then stroke centred on the radius */
    DRAW_PATH, /* points[first..first+count): stroke, round joins; fill when closed */
    DRAW_ICON, /* icon in the square x, y, w, w; stroke ink, 24-unit grid */
    DRAW_TEXT, /* one line: x of its left edge, y of its baseline, w its width; ink is fill */
};

enum draw_flag {
    DRAW_CLOSED = 1,  /* a path: joined at its end, and filled if it has a fill */
    DRAW_DOTTED = 2,  /* a stroke of round dots: 1 on, 9 to 15 apart */
    DRAW_MIRROR = 4,  /* an icon with a direction, in a right-to-left frame */
    DRAW_RTL = 8,     /* a text line whose paragraph runs right to left */
    DRAW_RADIAL = 16, /* a disc's fill: fill_alpha at its centre, nothing at the rim */
};

enum icon {
    ICON_NONE,
    ICON_BACK,
    ICON_NEXT,
    ICON_LISTEN,
    ICON_PAUSE,
    ICON_EYE,
    ICON_EYE_OFF,
    ICON_ERASE,
    ICON_TICK,
    ICON_COMFORT,
    ICON_LOCK,
    ICON_LANGUAGE,
    ICON_REDO,
    ICON_PLUS,
    ICON_MINUS,
    ICON_OPEN,
    ICON_CHART,
    ICON_GEAR,
    ICON_INFO,
    ICON_DRIVE,
    ICON_NAME,   /* promise: a name card, struck through */
    ICON_SENSES, /* a lens, struck through */
    ICON_MIXED,  /* dots over waves */
    ICON_CLEAR,  /* a disc with its horizon */
    ICON_CLOCK,
    ICON_DELETE,   /* keypad: take one back */
    ICON_MORE,     /* three dots, where a panel has no room for the word */
    ICON_CAPITALS, /* keyboard: the broad arrow of its Shift key */
    ICON_QUESTION, /* settings: a question mark in a ring */
    ICON_PAIR,     /* support: two rings that meet */
    ICON_SWITCH,   /* a button on its plate */
    ICON_CARD,     /* a bank card */
    ICON_HEALTH,   /* a tick in a ring */
    ICON_SCREEN,   /* a screen on its foot */
    ICON_COUNT,
};

struct draw {
    uint8_t kind; /* enum draw_kind */
    uint8_t flags;
    uint8_t fill;   /* enum ink */
    uint8_t stroke; /* enum ink */
    uint8_t fill_alpha;
    uint8_t stroke_alpha;
    uint8_t icon;
    struct font font;
    float x, y, w, h;
    float radius;
    float stroke_px;
    uint32_t first;    /* into the frame's points or text */
    uint32_t count;    /* points, or bytes of text */
    struct box bounds; /* holds every pixel that the command can touch */
};

struct draw_point {
    float x, y;
};

/* The page behind everything: sky over water, or paper. Every pixel is a function of this record,
 * the look and its place, so any part can be painted alone. */
enum scene_kind {
    SCENE_PAPER, /* facilitator: plain bg; a panel of water from panel_x to the right edge when > 0,
                  * or from horizon_y down when that is */
    SCENE_FOOTER, /* sky, and a strip of water with hairline rings below the controls */
    SCENE_HERO,   /* sky, living water with a stone */
    SCENE_DEEP,   /* breathing: water everywhere */
};

struct scene {
    uint8_t kind;     /* enum scene_kind */
    uint8_t strength; /* strength of the rings, hundredths: welcome 120, meeting 100, idle 55,
                       * footer 50; 0: no ring */
    bool dotted;      /* reflection only: hairlines dotted */
    bool stone;
    bool mirrored;  /* right-to-left: painted as a mirror image; the numbers below stay as they
                     * are */
    uint16_t phase; /* 0..999 thousandths of one ring spacing, moving outward */
    int32_t width, height;
    int32_t horizon_y;
    int32_t panel_x;
    int32_t centre_x, centre_y; /* of the rings */
    int32_t scale_x;            /* F: horizontal scale; paper: radius of the outermost ring */
    uint8_t dim;                /* hundredths of full light: 100; 60 and less at rest */
};

#endif
