/* SPDX-License-Identifier: MIT */
#include "ui/area.h"

#include "ui/build.h"

#include <string.h>

enum { RADIUS_UM = 2500 };

void ui_area(struct ui *ui, const struct ui_button *area, enum type type, struct box box)
{
    struct node *node =
        ui_node(ui, area->id, area->role == ROLE_CHOICE ? ROLE_CHOICE : ROLE_BUTTON, box);
    ui_target(ui, node, area->label, area->spoken, area->action, area->arg);
    node->flags |= area->chosen ? NODE_CHOSEN : 0;
    node->font = ui_font(ui, type);
    node->fg = INK_INK;
    node->bg = INK_BG;
    node->lines = 1;
    node->missing = (uint16_t)ui->text->missing(ui->text->context, node->font, area->label,
                                                strlen(area->label));
    ui_focus_ring(ui, node, ui_umf(ui, RADIUS_UM));
}

void ui_image(struct ui *ui, const char *id, const char *spoken, struct box box)
{
    struct node *node = ui_node(ui, id, ROLE_IMAGE, box);
    node->spoken = frame_text(ui->frame, spoken);
    node->font = ui_font(ui, TYPE_F_CAPTION);
    node->fg = INK_OUTLINE;
    node->bg = INK_BG;
}
