/* SPDX-License-Identifier: MIT */
#include "ui/blocks/steppers.h"

enum {
    VALUE_PAD_UM = 2000,
    ROW_GAP_UM = 8000,
    COLUMN_GAP_UM = 14000, /* between columns, where a row is full */
    COLUMN_GAP_LEAST_UM = 6000,
    SAID_BYTES = 128,
};

/* How the steppers stand. */
struct grid {
    enum type type;
    int32_t columns, w, h, gap, side;
};

static int32_t value_width(const struct ui *ui, const struct steppers *steppers, enum type type)
{
    int32_t most = 0;
    for (uint32_t i = 0; i < steppers->widest_count; i++) {
        int32_t w = ui_text_width(ui, type, steppers->widest[i]);
        most = w > most ? w : most;
    }
    return most + 2 * ui_um(ui, VALUE_PAD_UM);
}

static struct ui_button button_of(const struct steppers *steppers, const struct stepper *stepper,
                                  bool more)
{
    return (struct ui_button){.id = more ? stepper->more_id : stepper->less_id,
                              .label = "",
                              .spoken = more ? stepper->more_spoken : stepper->less_spoken,
                              .kind = BUTTON_PLAIN,
                              .icon = more ? ICON_PLUS : ICON_MINUS,
                              .action = more ? steppers->more : steppers->less,
                              .arg = stepper->arg};
}

static struct grid grid_in(const struct ui *ui, const struct steppers *steppers, int32_t room)
{
    const struct ui_button less = button_of(steppers, &steppers->stepper[0], false);
    struct grid grid = {.type = TYPE_CARD,
                        .h = ui_button_height(ui, BUTTON_PLAIN),
                        .gap = ui_um(ui, COLUMN_GAP_UM),
                        .side = ui_button_width(ui, &less)};
    grid.w = value_width(ui, steppers, grid.type) + 2 * grid.side;
    if (2 * grid.w + grid.gap > room) {
        grid.type = TYPE_BODY;
        grid.w = value_width(ui, steppers, grid.type) + 2 * grid.side;
    }
    grid.w = grid.w < room ? grid.w : room;
    if (steppers->columns * (grid.w + grid.gap) > room + grid.gap) {
        grid.gap = ui_um(ui, COLUMN_GAP_LEAST_UM);
    }
    grid.columns = (room + grid.gap) / (grid.w + grid.gap);
    grid.columns = grid.columns < steppers->columns ? grid.columns : steppers->columns;
    return grid;
}

/* Draws a stepper: minus, "2026" below "Year", plus. */
static void draw(struct ui *ui, const struct steppers *steppers, const struct stepper *stepper,
                 const struct grid *grid, struct box box)
{
    const struct ui_button less = button_of(steppers, stepper, false);
    const struct ui_button more = button_of(steppers, stepper, true);
    struct ui_text label = {.id = stepper->id,
                            .text = stepper->name,
                            .role = ROLE_TEXT,
                            .type = TYPE_F_CAPTION,
                            .align = ALIGN_CENTRE,
                            .x = box.x + grid->side,
                            .w = box.w - 2 * grid->side};
    struct ui_text value = label;
    value.text = stepper->value;
    value.type = grid->type;
    value.ink = INK_INK;
    int32_t label_h = ui_text_height(ui, &label);
    label.y = box.y + (box.h - label_h - ui_text_height(ui, &value)) / 2;
    value.y = label.y + label_h;
    struct text_arg args[] = {{"name", stepper->name}, {"value", stepper->value}};
    char said[SAID_BYTES];
    size_t bytes = text_format(said, sizeof(said), "{name}: {value}", args, 2);
    value.spoken = frame_text_bytes(ui->frame, said, bytes);
    ui_button(ui, &less, (struct box){box.x, box.y, grid->side, box.h});
    struct ui_mark before = ui_mark(ui);
    ui_text(ui, &label);
    ui->frame->node_count = before.nodes; /* the value says it too */
    ui_text(ui, &value);
    ui_button(ui, &more, (struct box){box.x + box.w - grid->side, box.y, grid->side, box.h});
}

void steppers_flow(struct flow *flow, const struct steppers *steppers)
{
    struct ui *ui = flow->ui;
    const struct grid grid = grid_in(ui, steppers, flow->box.w);
    int32_t y = 0;
    for (uint32_t i = 0; i < steppers->count; i++) {
        int32_t column = (int32_t)i % grid.columns;
        if (column == 0) {
            flow->y += i > 0 && !flow->fresh ? ui_gap(ui, ROW_GAP_UM) : 0;
        }
        bool is_here = column == 0 ? flow_block(flow, grid.h, &y) : y != 0;
        y = is_here ? y : 0;
        if (is_here) {
            draw(ui, steppers, &steppers->stepper[i], &grid,
                 (struct box){flow->box.x + column * (grid.w + grid.gap), y, grid.w, grid.h});
        }
    }
}
