/* SPDX-License-Identifier: MIT */
/* Answers: pills with a mark before their words. */
#include "ui/build.h"

#include <assert.h>
#include <string.h>

enum { MARK_UM = 5600, ANSWER_UM_MIN = 14000 }; /* radius of a chosen mark; height of a pill */

/* Where an answer's words stand inside its pill of this height, and the room they have. */
static int32_t answer_label_x(const struct ui *ui, int32_t height)
{
    /* Clear of the chosen mark's outer ring; at large sizes no further than that. */
    int32_t usual = ui_sized_um(ui, 8200), clear = ui_sized_um(ui, MARK_UM) + 3400;
    int32_t least = MARK_UM + 2600;
    int32_t gap = clear > least ? clear : least;
    return height / 2 + ui_um(ui, usual < gap ? usual : gap);
}

static int32_t answer_label_w(const struct ui *ui, int32_t w, int32_t height)
{
    return w - answer_label_x(ui, height) - height / 12;
}

int32_t ui_answer_height_min(const struct ui *ui)
{
    int32_t mark = 2 * ui_sized_um(ui, MARK_UM) + 1000;
    return ui_um(ui, mark > ANSWER_UM_MIN ? mark : ANSWER_UM_MIN);
}

uint32_t ui_answer_lines(const struct ui *ui, const char *label, int32_t w, int32_t h)
{
    int32_t room = answer_label_w(ui, w, h);
    struct text_column column = ui_column(ui, ui_font(ui, TYPE_BODY), room, false);
    bool holds;
    uint32_t count = text_lines(ui->text, &column, label, &holds);
    bool fits = holds && h >= ui_answer_height_min(ui) &&
                (int32_t)count * ui_label_line_px(ui, TYPE_BODY) <= h;
    return fits ? count : 0;
}

static void answer_mark(struct ui *ui, float x, float y, bool chosen)
{
    if (!chosen) {
        float edge = ui_umf(ui, ui_sized_um(ui, 400));
        ui_ring(ui, x, y, ui_umf(ui, ui_sized_um(ui, 3500)), INK_OUTLINE, edge < 2.0F ? 2.0F : edge,
                255);
        return;
    }
    ui_ring(ui, x, y, ui_umf(ui, ui_sized_um(ui, 5600)), INK_OUTLINE,
            ui_umf(ui, ui_sized_um(ui, 360)), 255);
    ui_disc(ui, x, y, ui_umf(ui, ui_sized_um(ui, 3700)), INK_OUTLINE, 255);
    const float unit = ui_umf(ui, ui_sized_um(ui, 1000));
    /* A tick is the same in every script: turned back, it stands upright in a mirrored frame. */
    const float along = ui->frame->rtl ? -unit : unit;
    struct draw_point tick[3] = {{x - 1.7F * along, y + 0.15F * unit},
                                 {x - 0.45F * along, y + 1.4F * unit},
                                 {x + 1.8F * along, y - 1.25F * unit}};
    struct draw draw = {.kind = DRAW_PATH,
                        .stroke = INK_SURFACE,
                        .stroke_alpha = 255,
                        .stroke_px = 0.75F * unit,
                        .first = frame_points(ui->frame, tick, 3),
                        .count = 3};
    frame_draw(ui->frame, &draw);
}

void ui_answer(struct ui *ui, const struct ui_button *answer, struct box box)
{
    struct node *node = ui_node(ui, answer->id, ROLE_CHOICE, box);
    ui_target(ui, node, answer->label, answer->spoken, answer->action, answer->arg);
    node->flags |= NODE_SECRET;
    if (answer->chosen) {
        node->flags |= NODE_CHOSEN;
    }
    ui_control_shape(
        ui, node,
        &(struct ui_control){.radius_px = (float)node->rect.h / 2, .chosen = answer->chosen});
    ui_node_type(ui, node, TYPE_BODY);
    answer_mark(ui, (float)box.x + (float)box.h / 2, (float)box.y + (float)box.h / 2,
                answer->chosen);
    struct text_line lines[TEXT_LINE_MAX];
    struct text_column column = ui_column(ui, node->font, answer_label_w(ui, box.w, box.h), false);
    uint32_t count = text_wrap(ui->text, &column, answer->label, lines);
    assert(count <= TEXT_LINE_MAX);
    int32_t line = ui_label_line_px(ui, TYPE_BODY);
    int32_t middle = box.y + box.h / 2 - (int32_t)(count - 1) * line / 2;
    for (uint32_t i = 0; i < count; i++) {
        ui_line_at(ui, node->font, INK_INK, answer->label + lines[i].start, lines[i].bytes,
                   box.x + answer_label_x(ui, box.h), middle + (int32_t)i * line);
    }
    if (ui_answer_lines(ui, answer->label, box.w, box.h) == 0) {
        node->flags |= NODE_CLIPPED;
        ui->overflow = true;
    }
    node->lines = (uint16_t)count;
}
