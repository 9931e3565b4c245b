/* SPDX-License-Identifier: MIT */
/* Building a frame: one call makes a node (what it means) and its draw commands (how it looks), so
 * the two cannot drift apart. Screens are written left to right; right-to-left mirrors the whole
 * frame. Lengths in the interface are micrometres (um) of real screen, boxes are px.
 *
 * A screen is built several times a step until it fits: with full gaps, with tighter ones, with
 * icons for what can spare its words at the foot, in pages, and on panels too small for that with
 * icons in place of all words there. Text and targets never shrink; ui->overflow tells that
 * something did not fit. */
#ifndef UI_UI_H
#define UI_UI_H

#include "core/language.h"
#include "ui/frame.h"

enum text_size { SIZE_S, SIZE_M, SIZE_L, SIZE_XL, SIZE_COUNT };

enum type {
    TYPE_DISPLAY,       /* hero screens */
    TYPE_DISPLAY_SMALL, /* long headings of heroes, a heading that asks */
    TYPE_STATEMENT,     /* a question, a practice */
    TYPE_STATEMENT_SMALL,
    TYPE_TITLE,
    TYPE_CARD,       /* titles of cards, sub-headings */
    TYPE_LEAD,       /* sentences below a heading, as large as a title, */
    TYPE_LEAD_SMALL, /* or as a card's */
    TYPE_BODY,
    TYPE_CAPTION,
    TYPE_F_DISPLAY, /* facilitator: meeting */
    TYPE_F_TITLE,
    TYPE_F_LEDE,
    TYPE_F_TEXT,
    TYPE_F_CAPTION,
    TYPE_F_HEAD, /* heads of tables: text and caption in bold */
    TYPE_F_HEAD_CAPTION,
    TYPE_F_NUMERAL,
    TYPE_COUNT, /* of a node: a sample of a size, set in no type of its own */
};

enum align { ALIGN_START, ALIGN_CENTRE, ALIGN_END };

/* What was built so far. */
struct ui_mark {
    uint32_t nodes, draws, points, text_bytes;
};

struct ui {
    struct frame *frame;
    const struct text_ops *text;
    const struct theme *theme;
    const struct language *language; /* its digits, how close its lines stand; NULL: Latin */
    uint32_t px_per_m;
    enum text_size size;
    int32_t width, height;      /* px */
    int32_t margin_x, margin_y; /* px */
    int32_t top;                /* px: where content begins, below a ribbon */
    const char *focus_id;       /* "" when nothing has focus */
    const char *pressed_id;
    bool show_focus;  /* false after a touch */
    bool facilitator; /* nodes are marked so */
    /* One build. */
    uint32_t air; /* hundredths: gaps are scaled by it */
    bool compact; /* what a screen is there for stands at its foot, also on each of its pages */
    bool paged;   /* content may be split; page says which part */
    bool spare;   /* those at the foot that can spare their words show their icon alone */
    bool bare;    /* all at the foot do; their words are still said */
    bool low;     /* controls at the foot grow less with the text size */
    bool modest;  /* headings are as small as body text, before anything moves to a second page */
    uint32_t page, page_count;
    bool overflow;
};

/* Digits of n in the language. */
char *ui_number(const struct ui *ui, char out[NUMBER_BYTES], int64_t n);

/* Real lengths. */
int32_t ui_um(const struct ui *ui, int32_t um);
float ui_umf(const struct ui *ui, int32_t um);
/* A gap: scaled by air, at least 1 mm. */
int32_t ui_gap(const struct ui *ui, int32_t um);
/* The larger text sizes grow controls, marks and stones too: um x the size's factor. */
int32_t ui_sized_um(const struct ui *ui, int32_t um);
int32_t ui_width_um(const struct ui *ui);
int32_t ui_height_um(const struct ui *ui);
struct font ui_font(const struct ui *ui, enum type type);
/* What a text in the screen's language is set in. */
struct text_column ui_column(const struct ui *ui, struct font font, int32_t w, bool balance);
int32_t ui_line_px(const struct ui *ui, enum type type);
/* The longest comfortable line: about 70 characters of this type. */
int32_t ui_measure_px(const struct ui *ui, enum type type);
struct box box_inset(struct box box, int32_t dx, int32_t dy);

/* Text: one node, its lines drawn. */
struct ui_text {
    const char *id;
    const char *text;
    const char *spoken; /* NULL: text */
    enum role role;
    enum type type;
    enum ink ink; /* INK_NONE: by type */
    enum align align;
    bool balance;
    int32_t x, y, w;
};
/* Draws and returns the height. */
int32_t ui_text(struct ui *ui, const struct ui_text *text);
int32_t ui_text_height(const struct ui *ui, const struct ui_text *text);
/* No word of a text is wider than w. */
bool ui_text_holds(const struct ui *ui, enum type type, const char *text, int32_t w);
int32_t ui_text_width(const struct ui *ui, enum type type, const char *text);
/* Decoration: one line without a node (its words are said by another node). */
void ui_label(struct ui *ui, enum type type, enum ink ink, const char *text, struct box box,
              enum align align);

/* A node for a row whose cells were drawn as labels; its text is the cells with blanks between. */
void ui_row_node(struct ui *ui, const char *id, const char *const *cells, uint32_t count,
                 const char *spoken, enum type type, struct box row);

/* Words that are only said, in their place among the others. */
void ui_heard(struct ui *ui, const char *id, const char *spoken);

/* Controls. */
enum button_kind {
    BUTTON_PLAIN,   /* a pill with an edge */
    BUTTON_PRIMARY, /* filled: one a screen at most */
    BUTTON_CHIP,    /* small pill: languages, values; role choice when in a group */
    BUTTON_F,       /* facilitator pill */
    BUTTON_F_PRIMARY,
    BUTTON_HERO,
    BUTTON_HERO_PRIMARY,
    BUTTON_KEY, /* keypad: round, its digit large */
};

struct ui_button {
    const char *id;
    const char *label;
    const char *spoken;
    enum button_kind kind;
    enum icon icon; /* before the label */
    enum icon icon_after;
    enum icon bare; /* for a label without an icon, where the bar shows icons alone */
    bool spare;     /* first to show its icon alone */
    bool begins;    /* at a foot: a row */
    bool alike;     /* at a foot: as large as the next one that is so */
    bool together;  /* at a foot: in one row with the next one, where a row holds all that are so */
    enum role role; /* ROLE_BUTTON (0 is taken as ROLE_BUTTON too) or ROLE_CHOICE */
    bool chosen;    /* a tick and a thicker edge */
    uint16_t cap_um; /* capitals of a label that is a sample of a text size; 0: the usual */
    bool disabled;
    bool secret; /* which of its like it is, is for the person alone */
    uint16_t action;
    int16_t arg;
};
/* One of a group of choices, as a chip. */
struct ui_button choice_chip(const char *id, const char *label, bool chosen, uint16_t action,
                             int32_t arg);
int32_t ui_button_width(const struct ui *ui, const struct ui_button *button);
int32_t ui_button_height(const struct ui *ui, enum button_kind kind);
/* The same for this button in that width: a label that needs more lines makes it taller. */
int32_t ui_button_height_in(const struct ui *ui, const struct ui_button *button, int32_t w);
void ui_button(struct ui *ui, const struct ui_button *button, struct box box);

/* Chips or buttons side by side from x on, wrapped into rows no wider than w. Returns the height.
 */
int32_t ui_button_rows(struct ui *ui, const struct ui_button *buttons, uint32_t count, int32_t x,
                       int32_t y, int32_t w);
/* The height that they would have; nothing is drawn. */
int32_t ui_button_rows_height(struct ui *ui, const struct ui_button *buttons, uint32_t count,
                              int32_t w);

/* An answer: a pill with a mark concentric with its round end; choosing never changes its fill, and
 * is the person's secret. */
void ui_answer(struct ui *ui, const struct ui_button *answer, struct box box);
/* The least height of an answer's pill. */
int32_t ui_answer_height_min(const struct ui *ui);
/* Lines that an answer's label takes in a pill of this size; 0 when they do not fit it. */
uint32_t ui_answer_lines(const struct ui *ui, const char *label, int32_t w, int32_t h);

/* Round samples of looks in rows, each in its look's own colours; arg is its enum theme_id, the
 * name is its label. The chosen one's name stands behind the last where it fits. Returns the
 * height. */
int32_t ui_swatch_rows(struct ui *ui, const struct ui_button *swatches, uint32_t count, int32_t x,
                       int32_t y, int32_t w);

/* A round marker to press, as wide as its box; its label is said, not drawn. Chosen, it is filled
 * and ticked. The second is that mark alone. */
void ui_marker(struct ui *ui, const struct ui_button *button, struct box box);
void ui_marker_ticked(struct ui *ui, float x, float y, float radius);

/* A card: a large button with a picture drawn by the caller above or beside its words. */
struct ui_card {
    const char *id;
    const char *title;
    const char *note; /* may be NULL */
    uint16_t action;
    int16_t arg;
    bool chosen;
    bool beside;        /* the picture's square stands before the words instead of above them */
    int32_t picture_px; /* side of the square kept free for the picture */
    int32_t pad_x_px;   /* beside its words, and over and under all of it; 0: the usual */
    int32_t pad_y_px;
};
int32_t ui_card_height(const struct ui *ui, const struct ui_card *card, int32_t w);
/* No word of it is wider than the room that the card has for words. */
bool ui_card_holds(const struct ui *ui, const struct ui_card *card, int32_t w);
/* Draws the card; returns the square where its picture goes. */
struct box ui_card(struct ui *ui, const struct ui_card *card, struct box box);

/* Seven stones and "3 of 7". */
struct ui_progress {
    const char *id;
    uint32_t current, count; /* current: from 1; count + 1 when all are behind */
    const char *words;       /* "": stones alone */
    const char *spoken;      /* NULL: the words */
    bool close;              /* its parts stand as near to each other as they can */
    bool words_alone;        /* without stones, as high as its line */
    int32_t x, y;
};
enum { PROGRESS_UM = 12800 }; /* its height at text size M */
int32_t ui_progress_width(const struct ui *ui, const struct ui_progress *progress);
/* Returns the width used. */
int32_t ui_progress(struct ui *ui, const struct ui_progress *progress);

/* Shapes of the motif. */
void ui_disc(struct ui *ui, float x, float y, float radius, enum ink fill, uint8_t alpha);
void ui_ring(struct ui *ui, float x, float y, float radius, enum ink stroke, float stroke_px,
             uint8_t alpha);
void ui_hairline(struct ui *ui, int32_t x, int32_t y, int32_t w);
void ui_rule(struct ui *ui, float x0, float y0, float x1, float y1, enum ink ink, float stroke_px);
void ui_icon(struct ui *ui, enum icon icon, float x, float y, float side, enum ink ink);

/* Pages. A screen that may not fit begins a footer: controls at the foot (with "More" added while
 * the content is paged), `left` from the margin, `right` against the other margin, in more rows
 * when one does not hold them; the horizon above them; returns the content's box. More
 * rows of a visit are two by two where they can be, all equally wide. */
struct ui_footer {
    const struct ui_button *left;
    uint32_t left_count;
    const struct ui_button *right;
    uint32_t right_count;
    const struct ui_button *more; /* the button that turns the page */
};
struct box ui_footer(struct ui *ui, const struct ui_footer *footer);
/* The width of controls that stand in one row of a footer, with the gaps between them. */
int32_t ui_footer_row_width(const struct ui *ui, const struct ui_button *buttons, uint32_t count);
/* The same with its controls and content in a column so wide, from the margin. */
struct box ui_footer_column(struct ui *ui, const struct ui_footer *footer, int32_t width);
/* The same with a horizon at this y, above what its caller draws at the foot. */
struct box ui_footer_at(struct ui *ui, int32_t horizon);
/* Where the content of a footer's page begins. On a high panel it does not hang from the top but
 * stands lower, where a seated person reaches it: on one line from page to page, but where a page
 * needs that room. */
int32_t ui_top_px(const struct ui *ui);
/* A hero: water from the middle down, controls on it; content above. */
struct box ui_hero(struct ui *ui, const struct ui_footer *footer, uint8_t strength);
/* The same with its water as low as the controls let it. */
struct box ui_hero_low(struct ui *ui, const struct ui_footer *footer, uint8_t strength);

/* What was built since a mark can be taken back: for measuring by building. */
struct ui_mark ui_mark(const struct ui *ui);
void ui_rewind(struct ui *ui, struct ui_mark mark);

/* Content that flows down a column and, when paged, on to the next page. */
struct flow {
    struct ui *ui;
    struct box box;
    int32_t y;
    uint32_t page;
    bool fresh;      /* nothing on this page yet: a gap before the first block is dropped */
    int32_t shown_y; /* where the blocks of the page that is shown end */
    /* A heading that no block has followed yet: it goes to the page of what it is over. */
    struct {
        bool waits;
        struct ui_text text;
        int32_t shown_y;              /* the flow's, before it */
        struct ui_mark before, after; /* what it drew */
    } heading;
};
void flow_begin(struct flow *flow, struct ui *ui, struct box box);
void flow_gap(struct flow *flow, int32_t um);
/* The next page begins unless that much is left of this one. */
void flow_keep(struct flow *flow, int32_t height);
/* Reserves height for a block. True: draw it at flow->box.x, *y. False: it is on another page. A
 * heading that stands right above it goes with it to the next page. */
bool flow_block(struct flow *flow, int32_t height, int32_t *y);
void flow_text(struct flow *flow, const struct ui_text *text); /* x, y, w are the flow's */
/* The same where the page has room for it; else it is only said. */
void flow_text_or_heard(struct flow *flow, const struct ui_text *text);
/* One of so many texts, in a place as high as the highest of them: what follows stands still
 * whichever is shown. */
void flow_text_of(struct flow *flow, const struct ui_text *texts, uint32_t count, uint32_t shown);
/* The same, but it begins on this page with as many lines as that holds. */
void flow_text_on(struct flow *flow, const struct ui_text *text);
/* A row of buttons as a block. */
void flow_buttons(struct flow *flow, const struct ui_button *buttons, uint32_t count);
/* Many chips in rows, each a block: they go over pages. */
void flow_button_rows(struct flow *flow, const struct ui_button *chips, uint32_t count);
/* Swatches in rows as a block. */
void flow_swatches(struct flow *flow, const struct ui_button *swatches, uint32_t count);
/* A progress as a block; its words are left out where both have no room. */
void flow_progress(struct flow *flow, const struct ui_progress *progress);
void flow_end(struct flow *flow);

#endif
