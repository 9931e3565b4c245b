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
    TYPE_COUNT, /* the type of a node that is a sample of a text size and has no type of its own */
};

enum align { ALIGN_START, ALIGN_CENTRE, ALIGN_END };

/* How much was built so far. */
struct ui_mark {
    uint32_t nodes, draws, points, text_bytes;
    bool overflow;
};

struct ui {
    struct frame *frame;
    const struct text_ops *text;
    const struct theme *theme;
    const struct language *language; /* decides digits and how close lines stand; NULL: Latin */
    uint32_t px_per_m;
    enum text_size size;
    int32_t width, height;      /* px */
    int32_t margin_x, margin_y; /* px */
    int32_t top;                /* px: where content begins, below a ribbon */
    const char *focus_id;       /* "" when nothing has focus */
    const char *pressed_id;
    bool show_focus;  /* false after a touch */
    bool facilitator; /* nodes get NODE_FACILITATOR */
    /* What holds for one build. */
    uint32_t air; /* hundredths: gaps are scaled by it */
    bool compact; /* what a screen is there for stands at its foot, also on each of its pages */
    bool paged;   /* content may be split into pages; page says which one to build */
    bool spare;   /* controls at the foot with button.spare show their icon alone */
    bool bare;    /* all controls at the foot show their icon alone; their words are still said */
    bool low;     /* controls at the foot grow less with the text size */
    bool modest;  /* headings are as small as body text, before anything moves to a second page */
    uint32_t page, page_count;
    bool overflow;
};

/* Writes n in the digits of the language and returns out. */
char *ui_number(const struct ui *ui, char out[NUMBER_BYTES], int64_t n);

/* Return a length of um micrometres in px. */
int32_t ui_um(const struct ui *ui, int32_t um);
float ui_umf(const struct ui *ui, int32_t um);
/* Returns a gap in px: um scaled by air, at least 1 mm. */
int32_t ui_gap(const struct ui *ui, int32_t um);
/* Returns um times the text size's factor, because the larger text sizes grow controls, marks and
 * stones too. */
int32_t ui_sized_um(const struct ui *ui, int32_t um);
int32_t ui_width_um(const struct ui *ui);
int32_t ui_height_um(const struct ui *ui);
struct font ui_font(const struct ui *ui, enum type type);
/* Returns a column for a text in the screen's language. */
struct text_column ui_column(const struct ui *ui, struct font font, int32_t w, bool balance);
int32_t ui_line_px(const struct ui *ui, enum type type);
/* Returns the width of the longest comfortable line, px: about 70 characters of this type. */
int32_t ui_measure_px(const struct ui *ui, enum type type);
struct box box_inset(struct box box, int32_t dx, int32_t dy);

/* A text: one node, whose lines are drawn. */
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
/* Draws the text and returns its height in px. */
int32_t ui_text(struct ui *ui, const struct ui_text *text);
int32_t ui_text_height(const struct ui *ui, const struct ui_text *text);
/* Returns whether no word of the text is wider than w. */
bool ui_text_holds(const struct ui *ui, enum type type, const char *text, int32_t w);
int32_t ui_text_width(const struct ui *ui, enum type type, const char *text);
/* Decoration: one line without a node (its words are said by another node). */
void ui_label(struct ui *ui, enum type type, enum ink ink, const char *text, struct box box,
              enum align align);

/* A node for a row whose cells were drawn as labels; the node's text is the cells with blanks
 * between. */
void ui_row_node(struct ui *ui, const char *id, const char *const *cells, uint32_t count,
                 const char *spoken, enum type type, struct box row);

/* Adds words that are only said, in their place among the other nodes. */
void ui_heard(struct ui *ui, const char *id, const char *spoken);

/* Controls. */
enum button_kind {
    BUTTON_PLAIN,   /* a pill with an edge */
    BUTTON_PRIMARY, /* filled: one a screen at most */
    BUTTON_CHIP,    /* a small pill: languages, values; with ROLE_CHOICE when in a group */
    BUTTON_F,       /* facilitator pill */
    BUTTON_F_PRIMARY,
    BUTTON_HERO,
    BUTTON_HERO_PRIMARY,
    BUTTON_KEY, /* a key of the keypad: round, with a large digit */
};

struct ui_button {
    const char *id;
    const char *label;
    const char *spoken;
    const char *sample; /* of a look: the letter on its swatch */
    enum button_kind kind;
    enum icon icon; /* before the label */
    enum icon icon_after;
    enum icon bare;  /* for a label without an icon, where the bar shows icons alone */
    bool spare;      /* where room is short, among the first to show the icon alone */
    bool begins;     /* at a foot: this button begins a row */
    bool alike;      /* at a foot: as large as the next button with alike */
    bool together;   /* at a foot: in one row with the next button, where one row holds all buttons
                      * with together */
    enum role role;  /* ROLE_BUTTON (0 is taken as ROLE_BUTTON too) or ROLE_CHOICE */
    bool chosen;     /* a tick and a thicker edge */
    uint16_t cap_um; /* capitals of a label that is a sample of a text size; 0: the usual */
    bool disabled;
    bool secret; /* only the person may hear which button of the group this is */
    uint16_t action;
    int16_t arg;
};
/* Returns one of a group of choices, as a chip. */
struct ui_button choice_chip(const char *id, const char *label, bool chosen, uint16_t action,
                             int32_t arg);
int32_t ui_button_width(const struct ui *ui, const struct ui_button *button);
int32_t ui_button_height(const struct ui *ui, enum button_kind kind);
/* Returns the height of this button in a width of w px: a label that needs more lines makes the
 * button taller. */
int32_t ui_button_height_in(const struct ui *ui, const struct ui_button *button, int32_t w);
void ui_button(struct ui *ui, const struct ui_button *button, struct box box);

/* Draws chips or buttons side by side from x on, in rows no wider than w. Returns the height in
 * px. */
int32_t ui_button_rows(struct ui *ui, const struct ui_button *buttons, uint32_t count, int32_t x,
                       int32_t y, int32_t w);
/* Returns the height that ui_button_rows would return, and draws nothing. */
int32_t ui_button_rows_height(struct ui *ui, const struct ui_button *buttons, uint32_t count,
                              int32_t w);

/* Draws an answer: a pill with a mark concentric with the pill's round end. Choosing an answer
 * never changes its fill. Which answer is chosen is the person's secret. */
void ui_answer(struct ui *ui, const struct ui_button *answer, struct box box);
/* Returns the least height of an answer's pill, px. */
int32_t ui_answer_height_min(const struct ui *ui);
/* Returns how many lines an answer's label takes in a pill of this size; 0 when the label does not
 * fit. */
uint32_t ui_answer_lines(const struct ui *ui, const char *label, int32_t w, int32_t h);

/* Draws round samples of looks in rows, each in the look's own colours. A button's arg is the enum
 * theme_id, its label the look's name. The name of the chosen look stands behind the last sample
 * where it fits. Returns the height in px. */
int32_t ui_swatch_rows(struct ui *ui, const struct ui_button *swatches, uint32_t count, int32_t x,
                       int32_t y, int32_t w);

/* ui_marker draws a round marker to press, as wide as its box. The marker's label is said, not
 * drawn. A chosen marker is filled and ticked. ui_marker_ticked draws the filled and ticked disc
 * alone. */
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
    int32_t pad_x_px;   /* room beside the words (pad_y_px: over and under everything); 0: the usual
                         * room */
    int32_t pad_y_px;
};
int32_t ui_card_height(const struct ui *ui, const struct ui_card *card, int32_t w);
/* Returns whether no word of the card is wider than the room that the card has for words. */
bool ui_card_holds(const struct ui *ui, const struct ui_card *card, int32_t w);
/* Draws the card and returns the square for the picture. */
struct box ui_card(struct ui *ui, const struct ui_card *card, struct box box);

/* How far a person is: stones, such as seven, and words such as "3 of 7". */
struct ui_progress {
    const char *id;
    uint32_t current, count; /* current: from 1; count + 1 when all steps are done */
    const char *words;       /* "": stones alone */
    const char *spoken;      /* NULL: the words */
    bool close;              /* stones and words stand as near to each other as they can */
    bool words_alone;        /* without stones, and as high as the line of words */
    int32_t x, y;
};
enum { PROGRESS_UM = 12800 }; /* height of a progress at text size M */
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

/* A footer: controls at the foot of a page (with "More" added while the content is paged), `left`
 * from the margin, `right` against the other margin, in more rows when one row does not hold all
 * controls; and the horizon above the controls. In a visit, controls in more than one row stand two
 * by two where they can, all equally wide. */
struct ui_footer {
    const struct ui_button *left;
    uint32_t left_count;
    const struct ui_button *right;
    uint32_t right_count;
    const struct ui_button *more; /* the button that turns the page */
};
struct box ui_footer(struct ui *ui, const struct ui_footer *footer);
/* Returns the width of controls that stand in one row of a footer, with the gaps between them,
 * px. */
int32_t ui_footer_row_width(const struct ui *ui, const struct ui_button *buttons, uint32_t count);
/* As ui_footer, with controls and content in a column width px wide, from the margin on. */
struct box ui_footer_column(struct ui *ui, const struct ui_footer *footer, int32_t width);
/* As ui_footer without controls, with the horizon at this y, above what the caller draws at the
 * foot. */
struct box ui_footer_at(struct ui *ui, int32_t horizon);
/* Returns the y where the content of a page with a footer begins. On a high panel content does not
 * begin at the top but lower, where a seated person reaches it: at the same y on all pages, except
 * on a page that needs the room above. */
int32_t ui_top_px(const struct ui *ui);
/* Draws a hero: water from the middle down, and controls on the water. Returns the box for the
 * content above. */
struct box ui_hero(struct ui *ui, const struct ui_footer *footer, uint8_t strength);
/* As ui_hero, with the water as low as the controls let it lie. */
struct box ui_hero_low(struct ui *ui, const struct ui_footer *footer, uint8_t strength);

/* ui_mark returns a mark. ui_rewind takes back what was built since, and that it did not fit: for
 * measuring by building. */
struct ui_mark ui_mark(const struct ui *ui);
void ui_rewind(struct ui *ui, struct ui_mark mark);

/* Content that flows down a column and, when paged, on to the next page. */
struct flow {
    struct ui *ui;
    struct box box;
    int32_t y;
    uint32_t page;
    bool fresh;      /* nothing on this page yet: a gap before the first block is dropped */
    int32_t shown_y; /* y where the blocks of the page that is shown end */
    /* A heading that no block has followed yet. The heading goes to the page of the block that
     * follows it. */
    struct {
        bool waits;
        struct ui_text text;
        int32_t shown_y;              /* the flow's shown_y before the heading */
        struct ui_mark before, after; /* what the heading drew lies between these marks */
    } heading;
};
void flow_begin(struct flow *flow, struct ui *ui, struct box box);
void flow_gap(struct flow *flow, int32_t um);
/* Begins the next page unless this page has height px left. */
void flow_keep(struct flow *flow, int32_t height);
/* Reserves height px for a block. Returns true if the caller is to draw the block at flow->box.x,
 * *y; false if the block is on another page. A heading right above the block goes with the block to
 * the next page. */
bool flow_block(struct flow *flow, int32_t height, int32_t *y);
void flow_text(struct flow *flow, const struct ui_text *text); /* x, y, w are the flow's */
/* As flow_text where the page has room for the text; else the text is only said. */
void flow_text_or_heard(struct flow *flow, const struct ui_text *text);
/* Draws the shown-th of the texts in a place as high as the highest of them, so that what follows
 * stands still whichever text is shown. */
void flow_text_of(struct flow *flow, const struct ui_text *texts, uint32_t count, uint32_t shown);
/* As flow_text, but the text begins on this page with as many lines as the page holds. */
void flow_text_on(struct flow *flow, const struct ui_text *text);
/* As flow_text, but on a page that is not split the text stands at the foot of the page. */
void flow_text_at_foot(struct flow *flow, const struct ui_text *text);
/* Draws a row of buttons as a block. */
void flow_buttons(struct flow *flow, const struct ui_button *buttons, uint32_t count);
/* Draws many chips in rows. Each row is a block, so that the rows can go over pages. */
void flow_button_rows(struct flow *flow, const struct ui_button *chips, uint32_t count);
/* Draws swatches in rows as a block. */
void flow_swatches(struct flow *flow, const struct ui_button *swatches, uint32_t count);
/* Draws a progress as a block; the words are left out where stones and words have no room
 * together. */
void flow_progress(struct flow *flow, const struct ui_progress *progress);
void flow_end(struct flow *flow);

#endif
