/* SPDX-License-Identifier: MIT */
/* Answers: pills with a mark before their words. */
#include "ui/build.h"

#include <assert.h>

enum {
    MARK_UM = 5600, /* radius of a chosen mark */
    ANSWER_UM_MIN = 14000,
    LINES_MOST = 3,
    CLEAR_PERCENT = 4, /* of an em: free between lines, and above and below them, at least; */
    END_PERCENT = 20,  /* between a line and the pill's round end; */
    TAIL_PERCENT = 12, /* several lines stand higher, for the tails of the last */
};

/* Returns where an answer's words begin inside a pill of this height. */
static int32_t answer_label_x(const struct ui *ui, int32_t height)
{
    /* Clear of the chosen mark's outer ring; at large sizes no further than that. */
    int32_t usual = ui_sized_um(ui, 8200), clear = ui_sized_um(ui, MARK_UM) + 3400;
    int32_t least = MARK_UM + 2600;
    int32_t gap = clear > least ? clear : least;
    return height / 2 + ui_um(ui, usual < gap ? usual : gap);
}

/* Returns how far the round end of a pill comes in at this distance from its middle. */
static int32_t round_end(int32_t height, int32_t off)
{
    const int32_t radius = height / 2;
    int32_t half = 0;
    while (off < radius && (half + 1) * (half + 1) <= radius * radius - off * off) {
        half++;
    }
    return radius - half;
}

/* The lines that words take in a pill, and how they stand there. */
struct answer_label {
    uint32_t count; /* 0: the words do not fit */
    int32_t line_px;
    struct text_column column;
};

/* Sets a label in so many lines: as far from each other as from the pill's edge, but no further
 * than lines of labels usually are, and no longer than the pill's round end allows. */
static struct answer_label label_of_lines(const struct ui *ui, const char *words, int32_t w,
                                          int32_t h, int32_t count)
{
    const struct font font = ui_font(ui, TYPE_BODY);
    const int32_t em = font.em_px, clear = em * CLEAR_PERCENT / 100;
    const int32_t own = ui->language != NULL ? em * ui->language->line_percent / 100 : em;
    const int32_t usual = ui_label_line_px(ui, TYPE_BODY), even = (h + em) / (count + 1);
    const int32_t near = even < usual ? even : usual, line = near > own ? near : own;
    const int32_t high = (count - 1) * line + em;
    const int32_t end = round_end(h, high / 2) + em * END_PERCENT / 100;
    struct answer_label label = {.line_px = line};
    label.column = ui_column(ui, font, w - answer_label_x(ui, h) - end, true);
    bool holds;
    const uint32_t taken = text_lines(ui->text, &label.column, words, &holds);
    const bool apart = count == 1 || (near >= em + clear && high + 2 * clear <= h);
    const bool fits = holds && apart && (int32_t)taken <= count;
    label.count = fits && h >= ui_answer_height_min(ui) ? taken : 0;
    return label;
}

static struct answer_label label_of(const struct ui *ui, const char *words, int32_t w, int32_t h)
{
    struct answer_label label = {0};
    for (int32_t count = 1; label.count == 0 && count <= LINES_MOST; count++) {
        label = label_of_lines(ui, words, w, h, count);
    }
    return label;
}

int32_t ui_answer_height_min(const struct ui *ui)
{
    int32_t mark = 2 * ui_sized_um(ui, MARK_UM) + 1000;
    return ui_um(ui, mark > ANSWER_UM_MIN ? mark : ANSWER_UM_MIN);
}

uint32_t ui_answer_lines(const struct ui *ui, const char *label, int32_t w, int32_t h)
{
    return label_of(ui, label, w, h).count;
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
    const struct answer_label label = label_of(ui, answer->label, box.w, box.h);
    const uint32_t count = text_wrap(ui->text, &label.column, answer->label, lines);
    assert(count <= TEXT_LINE_MAX);
    const int32_t tail = count > 1 ? node->font.em_px * TAIL_PERCENT / 100 : 0;
    int32_t middle = box.y + box.h / 2 - tail - (int32_t)(count - 1) * label.line_px / 2;
    for (uint32_t i = 0; i < count; i++) {
        ui_line_at(ui, node->font, INK_INK, answer->label + lines[i].start, lines[i].bytes,
                   box.x + answer_label_x(ui, box.h), middle + (int32_t)i * label.line_px);
    }
    if (label.count == 0) {
        node->flags |= NODE_CLIPPED;
        ui->overflow = true;
    }
    node->lines = (uint16_t)count;
}
