/* SPDX-License-Identifier: MIT */
/* The stone of the motif as a marker to press. */
#include "ui/build.h"

enum { RING_UM = 200, RING_ALPHA = 90, RING_PERCENT = 122, CORE_PERCENT = 62, TICK_PERCENT = 84 };

void ui_marker(struct ui *ui, const struct ui_button *button, struct box box)
{
    struct node *node = ui_node(ui, button->id, ROLE_CHOICE, box);
    ui_target(ui, node, button->label, button->spoken, button->action, button->arg);
    node->flags |= button->chosen ? NODE_CHOSEN : 0;
    node->fg = INK_OUTLINE;
    node->bg = INK_SURFACE;
    node->outline = INK_OUTLINE;
    float r = (float)box.w / 2, x = (float)box.x + r, y = (float)box.y + r;
    if (!ui->theme->high_contrast && (node->flags & NODE_FOCUSED) == 0) {
        ui_ring(ui, x, y, r * RING_PERCENT / 100, INK_OUTLINE, ui_umf(ui, RING_UM), RING_ALPHA);
    }
    float edge = ui_edge_px(ui, button->chosen, (node->flags & NODE_PRESSED) != 0);
    ui_disc(ui, x, y, r, INK_SURFACE, 255);
    ui_ring(ui, x, y, r - edge / 2, INK_OUTLINE, edge, 255);
    if (button->chosen) {
        ui_marker_ticked(ui, x, y, r * CORE_PERCENT / 100);
    }
    ui_focus_ring(ui, node, r);
}

void ui_marker_ticked(struct ui *ui, float x, float y, float radius)
{
    float side = 2 * radius * TICK_PERCENT / 100;
    ui_disc(ui, x, y, radius, INK_OUTLINE, 255);
    ui_icon(ui, ICON_TICK, x - side / 2, y - side / 2, side, INK_SURFACE);
}
