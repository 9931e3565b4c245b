/* SPDX-License-Identifier: MIT */
/* For the files of ui that build frames; no other file includes this header. */
#ifndef UI_BUILD_H
#define UI_BUILD_H

#include "ui/ui.h"

/* Adds an empty node and returns it. */
struct node *ui_node(struct ui *ui, const char *id, enum role role, struct box rect);

/* Notes in the node the type of its words, and how many of their characters no font has. */
void ui_node_type(struct ui *ui, struct node *node, enum type type);

/* Makes a node a target: sets its words and action, and takes over from ui whether the node has
 * focus and is pressed. */
void ui_target(struct ui *ui, struct node *node, const char *label, const char *spoken,
               uint16_t action, int16_t arg);

/* Draws the focus ring outside the node's edge; draws nothing when the node has no focus. */
void ui_focus_ring(struct ui *ui, const struct node *node, float radius);

/* Returns the width of an edge in px: the theme's width, never under 2 px; more when chosen or
 * pressed. */
float ui_edge_px(const struct ui *ui, bool chosen, bool pressed);

/* Draws a control's surface, edge and focus ring, and sets the node's colours. */
struct ui_control {
    float radius_px;
    bool primary, chosen, disabled;
};
void ui_control_shape(struct ui *ui, struct node *node, const struct ui_control *control);

/* As direction_is_rtl, with the frame's direction for a text that has none. */
bool ui_runs_rtl(const struct ui *ui, const char *text, size_t bytes);

/* One line of a paragraph as a draw command. */
void ui_line(struct ui *ui, struct font font, enum ink ink, const char *text, size_t bytes,
             bool rtl, int32_t x, int32_t baseline);

/* Where the water of a hero begins, in thousandths of the height. */
enum { HERO_HORIZON_PER_MILLE = 593 };

/* Returns the width in px that a button's words need. A main button is usually wider than that, so
 * that a thumb finds it. */
int32_t ui_button_width_least(const struct ui *ui, const struct ui_button *button);
/* Returns the index after the last button of the row that buttons[first] begins, in a column w px
 * wide. A row of three or more leaves a last button company for the next row. */
uint32_t ui_button_row_end(const struct ui *ui, const struct ui_button *buttons, uint32_t count,
                           uint32_t first, int32_t w, int32_t gap);

/* Returns the distance from line to line of a label, px. */
int32_t ui_label_line_px(const struct ui *ui, enum type type);

/* One line of text as a draw command, capital letters centred on middle_y. */
void ui_line_at(struct ui *ui, struct font font, enum ink ink, const char *text, size_t bytes,
                int32_t x, int32_t middle_y);

#endif
