/* SPDX-License-Identifier: MIT */
/* Shared by the builder's own files. */
#ifndef UI_BUILD_H
#define UI_BUILD_H

#include "ui/ui.h"

/* Adds an empty node and returns it. */
struct node *ui_node(struct ui *ui, const char *id, enum role role, struct box rect);

/* How a node's words are set, and which of them no font has. */
void ui_node_type(struct ui *ui, struct node *node, enum type type);

/* Makes a node a target: focus and press state from the ui, words, action. */
void ui_target(struct ui *ui, struct node *node, const char *label, const char *spoken,
               uint16_t action, int16_t arg);

/* The ring of the focused control, outside its edge; nothing when it has no focus. */
void ui_focus_ring(struct ui *ui, const struct node *node, float radius);

/* Edge width in px: the theme's, never under 2 px; thicker when chosen or pressed. */
float ui_edge_px(const struct ui *ui, bool chosen, bool pressed);

/* What is pressed: surface, edge and focus ring; sets the node's colours. */
struct ui_control {
    float radius_px;
    bool primary, chosen, disabled;
};
void ui_control_shape(struct ui *ui, struct node *node, const struct ui_control *control);

/* direction_is_rtl, with the direction of the frame as the usual one. */
bool ui_runs_rtl(const struct ui *ui, const char *text, size_t bytes);

/* One line of a paragraph as a draw command. */
void ui_line(struct ui *ui, struct font font, enum ink ink, const char *text, size_t bytes,
             bool rtl, int32_t x, int32_t baseline);

/* Of the height: where the water of a hero begins. */
enum { HERO_HORIZON_PER_MILLE = 593 };

/* What its words need; a main button is usually wider, so that a thumb finds it. */
int32_t ui_button_width_least(const struct ui *ui, const struct ui_button *button);

/* From line to line of a label. */
int32_t ui_label_line_px(const struct ui *ui, enum type type);

/* One line of text as a draw command, capital letters centred on middle_y. */
void ui_line_at(struct ui *ui, struct font font, enum ink ink, const char *text, size_t bytes,
                int32_t x, int32_t middle_y);

#endif
