/* SPDX-License-Identifier: MIT */
#include "ui/blocks/ticks.h"

#include "ui/area.h"

enum {
    GAP_UM = 3000,
    COLUMN_UM = 95000, /* narrower, and the rows stand in one column */
    ROW_UM = 12700,    /* the least height of a target */
    PAD_UM = 2500,     /* above and below the words */
    RADIUS_UM = 4000,
    MARK_UM = 2600, /* radius */
    MORE_GAP_UM = 1000,
    TIGHT_AIR = 60, /* smaller words, before they take a second page */
};

static struct ui_text words_of(const struct ui *ui, const struct ui_button *row, int32_t w)
{
    return (struct ui_text){.id = row->id,
                            .text = row->label,
                            .type = ui->air > TIGHT_AIR ? TYPE_F_LEDE : TYPE_F_TEXT,
                            .ink = INK_INK,
                            .balance = true,
                            .w = w - 2 * ui_um(ui, PAD_UM) - 4 * ui_um(ui, MARK_UM)};
}

/* Returns the height of all rows: the least in which the words of each row fit. */
static int32_t row_height(const struct ui *ui, const struct ui_button *rows, uint32_t count,
                          int32_t w)
{
    int32_t height = ui_um(ui, ROW_UM);
    for (uint32_t i = 0; i < count; i++) {
        struct ui_text words = words_of(ui, &rows[i], w);
        int32_t needed = ui_text_height(ui, &words) + 2 * ui_um(ui, PAD_UM);
        height = needed > height ? needed : height;
    }
    return height;
}

static void draw_mark(struct ui *ui, float x, float y, bool on)
{
    float r = ui_umf(ui, MARK_UM);
    if (on) {
        ui_disc(ui, x, y, r, INK_OUTLINE, 255);
        ui_icon(ui, ICON_TICK, x - r * 0.7F, y - r * 0.7F, r * 1.4F, INK_SURFACE);
    } else {
        ui_ring(ui, x, y, r * 0.9F, INK_OUTLINE, ui_umf(ui, 400), 255);
    }
}

static void draw_row(struct ui *ui, const struct ui_button *row, struct box box)
{
    const bool on = row->chosen;
    ui_sheet(ui, box, ui_umf(ui, RADIUS_UM), on);
    draw_mark(ui, (float)(box.x + 2 * ui_um(ui, MARK_UM)), (float)(box.y + box.h / 2), on);
    struct ui_text words = words_of(ui, row, box.w);
    struct ui_mark before = ui_mark(ui);
    words.x = box.x + 4 * ui_um(ui, MARK_UM);
    words.y = box.y + (box.h - ui_text_height(ui, &words)) / 2;
    ui_text(ui, &words);
    ui->frame->node_count = before.nodes; /* the target says the words */
    ui_area(ui, row, words.type, box);
}

static struct ui_text more_text(const struct ticks_more *more, enum type type)
{
    return (struct ui_text){
        .id = more->id, .text = more->words, .role = ROLE_HEADING, .type = type, .ink = INK_INK};
}

/* Draws the choice more, centred beside the last row. Returns false when the place does not hold
 * it. */
static bool draw_more(struct ui *ui, const struct ticks_more *more, struct box box)
{
    struct ui_text head = more_text(more, TYPE_F_LEDE);
    head.x = box.x + ui_um(ui, PAD_UM);
    head.w = box.w - 2 * ui_um(ui, PAD_UM);
    int32_t w[2] = {ui_button_width(ui, &more->chip[0]), ui_button_width(ui, &more->chip[1])};
    int32_t gap = ui_um(ui, GAP_UM), chip = ui_button_height(ui, BUTTON_CHIP);
    int32_t over = ui_text_height(ui, &head) + ui_um(ui, MORE_GAP_UM);
    if (over + chip > box.h || w[0] + gap + w[1] > head.w) {
        return false;
    }
    head.y = box.y + (box.h - over - chip) / 2;
    ui_text(ui, &head);
    ui_button(ui, &more->chip[0], (struct box){head.x, head.y + over, w[0], chip});
    ui_button(ui, &more->chip[1], (struct box){head.x + w[0] + gap, head.y + over, w[1], chip});
    return true;
}

static void flow_more(struct flow *flow, const struct ticks_more *more)
{
    const struct ui_text head = more_text(more, TYPE_BODY);
    flow_gap(flow, 5000);
    flow_text(flow, &head);
    flow_gap(flow, 1500);
    flow_buttons(flow, more->chip, 2);
}

/* Returns the least height of a place that holds the choice more. */
static int32_t more_px(const struct ui *ui)
{
    return ui_line_px(ui, TYPE_F_LEDE) + ui_um(ui, MORE_GAP_UM) + ui_button_height(ui, BUTTON_CHIP);
}

void ticks_flow(struct flow *flow, const struct ui_button *rows, uint32_t count,
                const struct ticks_more *more)
{
    struct ui *ui = flow->ui;
    int32_t gap = ui_um(ui, GAP_UM), y = 0;
    uint32_t columns = flow->box.w >= ui_um(ui, 2 * ui_sized_um(ui, COLUMN_UM)) ? 2 : 1;
    int32_t w = (flow->box.w - (int32_t)(columns - 1) * gap) / (int32_t)columns;
    int32_t height = row_height(ui, rows, count, w);
    if (!ui->paged && columns > 1) {
        height = height > more_px(ui) ? height : more_px(ui);
    }
    bool here = false;
    for (uint32_t i = 0; i < count; i++) {
        if (i % columns == 0) {
            flow->y += i > 0 && !flow->fresh ? gap : 0;
            here = flow_block(flow, height, &y);
        }
        if (here) {
            const int32_t x = flow->box.x + (int32_t)(i % columns) * (w + gap);
            draw_row(ui, &rows[i], (struct box){x, y, w, height});
        }
    }
    const bool is_free = count % columns == 1 && here && !ui->paged;
    if (!is_free || !draw_more(ui, more, (struct box){flow->box.x + w + gap, y, w, height})) {
        flow_more(flow, more);
    }
}
