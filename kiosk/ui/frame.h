/* SPDX-License-Identifier: MIT */
/* A frame: a flat list of nodes (what the screen means) and the draw commands that were made with
 * the nodes, in fixed memory. Hit test, focus order, speech, text dump and layout dump all read the
 * nodes; nothing else knows what is on the screen. A step that needs a new frame builds the whole
 * frame anew. */
#ifndef UI_FRAME_H
#define UI_FRAME_H

#include "ui/draw.h"

enum {
    NODE_MAX = 192, /* the keeps screen with seven rows of each table needs about 100 */
    NODE_ID_BYTES = 40,
    /* Eight plots of fifty years in which every second reading stands alone: a disc each. */
    DRAW_MAX = 4608,
    DRAW_POINT_MAX = 24576, /* eight lines and bands of 650 points, rings */
    FRAME_TEXT_BYTES = 32768,
};

enum role {
    ROLE_HEADING,
    ROLE_TEXT,
    ROLE_BUTTON,
    ROLE_CHOICE, /* one of a group of choices; the chosen one has NODE_CHOSEN */
    ROLE_PROGRESS,
    ROLE_IMAGE,  /* an informative picture with spoken text */
    ROLE_STATUS, /* words about something that changed by itself: ribbon, notice */
    ROLE_COUNT,
};

enum node_flag {
    NODE_FOCUSABLE = 1,
    NODE_CHOSEN = 2,
    NODE_PRESSED = 4,
    NODE_FOCUSED = 8,
    NODE_DISABLED = 16,
    NODE_FACILITATOR = 32, /* sized for the facilitator's screens */
    NODE_CLIPPED = 64,     /* its text does not fit its box: a layout error */
    NODE_PICTURE = 128,    /* decoration with no words */
    NODE_FOOT = 256,       /* a control of the bar at the foot: read after everything else */
    NODE_HEARD = 512,      /* words that are only said; the node has no box */
    NODE_SECRET = 1024,    /* a secret: only the person may hear which node this is, or that it is
                            * chosen */
};

struct node {
    char id[NODE_ID_BYTES]; /* stable: "question.answer.3" */
    uint8_t role;
    uint8_t type; /* enum type of the node's words (ui/ui.h); of the first words where they
                   * differ */
    uint8_t fg, bg, outline; /* enum ink */
    uint16_t flags;
    uint16_t lines;
    uint16_t missing; /* characters without a glyph */
    struct font font;
    struct box rect;    /* what is drawn */
    struct box hit;     /* what takes a press; empty for a node that is not focusable, except a
                         * notice */
    const char *text;   /* visible words, in the frame's memory */
    const char *spoken; /* what is said; equal to text when nothing else is */
    uint16_t action;    /* enum action of the screens, 0 none */
    int16_t arg;
};

struct frame {
    int32_t width, height; /* px */
    uint32_t px_per_m;     /* physical scale: 5.56 px/mm is 5560 */
    bool rtl;
    uint8_t theme; /* enum theme_id */
    struct scene scene;
    uint32_t node_count;
    struct node node[NODE_MAX];
    uint32_t draw_count;
    struct draw draw[DRAW_MAX];
    uint32_t point_count;
    struct draw_point point[DRAW_POINT_MAX];
    uint32_t text_bytes;
    char text[FRAME_TEXT_BYTES];
};

/* Empties the frame: size, scale, direction, theme, scene and all counts are zero after. */
void frame_reset(struct frame *frame);

/* Copies words of a node into the frame's memory and returns the copy. Marks of direction are left
 * out, because they are for drawing and nobody hears or reads them. A text of NULL and full memory
 * assert (the limits are named above). */
const char *frame_text(struct frame *frame, const char *text);
/* Copies a string as it is and returns the copy; asserts as frame_text. */
const char *frame_text_bytes(struct frame *frame, const char *text, size_t bytes);

/* Adds a copy of the command, computes its bounds, and returns the copy for the caller to read. */
struct draw *frame_draw(struct frame *frame, const struct draw *draw);
/* Adds points for a DRAW_PATH; returns the index of the first. */
uint32_t frame_points(struct frame *frame, const struct draw_point *points, uint32_t count);

/* Mirrors every box, command and path about the vertical middle: the whole of right-to-left layout.
 * Text lines keep their text; icons with a direction turn. */
void frame_mirror(struct frame *frame);

/* Puts the nodes in the order of reading, from top to bottom. The controls at the foot are built
 * first, because they bound what stands above them, but they are read last. */
void frame_order(struct frame *frame);

/* Moves nodes, commands and scene by dx, dy px. Water goes on where the picture left the edge. Only
 * for a scene that is not SCENE_PAPER, whose panel keeps its place. */
void frame_move(struct frame *frame, int32_t dx, int32_t dy);

/* Draws the rings of the focused control last, so that no neighbour covers them. */
void frame_raise_focus(struct frame *frame);

/* Removes everything that can be seen. The nodes stay, so that they can be heard and pressed by
 * key. */
void frame_darken(struct frame *frame);

/* 64-bit FNV-1a of everything that decides the pixels: scene, commands, points, texts. Padding
 * never enters. */
uint64_t frame_hash(const struct frame *frame);

/* Copies the used part of what is drawn, and no nodes. */
void frame_copy_drawing(struct frame *to, const struct frame *from);

/* The node under a point, or NULL. */
const struct node *frame_hit(const struct frame *frame, int32_t x, int32_t y);
const struct node *frame_find(const struct frame *frame, const char *id);

/* Where two frames differ, as at most max boxes clipped to the surface; the whole surface when
 * size, look or scene differ, only the water where nothing but its rings moved. Returns how many.
 */
uint32_t frame_damage(const struct frame *before, const struct frame *now, struct box *out,
                      uint32_t max);

#endif
