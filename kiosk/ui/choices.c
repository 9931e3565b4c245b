/* SPDX-License-Identifier: MIT */
#include "ui/choices.h"

#include "core/catalog.h"

enum {
    LABEL_UM = 52000,
    LABEL_UM_MAX = 66000,
    LABEL_LOOSE_UM = 42000,
    LABEL_PERCENT_MAX = 40,
    LABEL_GAP_UM = 4500, /* of the label's width, free before the values */
    LABEL_LINES_MAX = 2, /* before the values; a longer label stands above them */
    VALUES_GAP_UM = 1000,
    NOTE_GAP_UM = 1500,
    LINE_GAP_UM = 2000, /* on each side of the line between two rows; scaled by air, but never */
    LINE_GAP_LEAST_UM = 1400, /* under this: targets of neighbours stay 2.54 mm apart */
    PARTS_GAP_UM = 4000,
    SPREAD_UM = 3000, /* between rows at most, of what a page leaves */
    FOOT_UM = 3000,   /* of what a page leaves, free below the last row */
};

static int32_t label_usual_px(const struct ui *ui)
{
    return ui_um(ui, ui_sized_um(ui, LABEL_UM));
}

/* Returns the greatest width of labels before values; wider labels stand above their values. */
static int32_t label_most_px(int32_t w)
{
    return w * LABEL_PERCENT_MAX / 100;
}

void choices_align(const struct ui *ui, struct choices *rows, uint32_t count, int32_t w)
{
    const int32_t gap = ui_um(ui, LABEL_GAP_UM), most = label_most_px(w);
    const int32_t largest = ui_um(ui, ui_sized_um(ui, LABEL_UM_MAX));
    int32_t wanted = label_usual_px(ui);
    for (uint32_t i = 0; i < count; i++) {
        int32_t label = ui_text_width(ui, TYPE_BODY, rows[i].label) + gap;
        wanted = label > wanted && label <= largest && label <= most ? label : wanted;
    }
    for (uint32_t i = 0; i < count; i++) {
        rows[i].label_px = wanted;
    }
}

static struct ui_text label_of(const struct choices *row)
{
    return (struct ui_text){
        .id = row->id, .text = row->label, .role = ROLE_HEADING, .type = TYPE_BODY, .ink = INK_INK};
}

static struct ui_text note_of(const struct choices *row, char id[static NODE_ID_BYTES])
{
    const struct text_arg arg = {"row", row->id};
    text_format(id, NODE_ID_BYTES, "{row}.note", &arg, 1);
    return (struct ui_text){.id = id, .text = row->note, .role = ROLE_TEXT, .type = TYPE_CAPTION};
}

static int32_t draw_values(struct ui *ui, const struct choices *row, int32_t x, int32_t y,
                           int32_t w)
{
    return row->looks ? ui_swatch_rows(ui, row->value, row->count, x, y, w)
                      : ui_button_rows(ui, row->value, row->count, x, y, w);
}

/* Draws label and values in a column at.w wide, and the note below both; without values, the note
 * stands in their place. Returns the height. */
static int32_t draw_row(struct ui *ui, const struct choices *row, struct box at)
{
    int32_t label_w = row->label_px > 0 ? row->label_px : label_usual_px(ui);
    struct ui_text label = label_of(row);
    label.w = label_w - ui_um(ui, LABEL_GAP_UM);
    const int32_t line = ui_line_px(ui, TYPE_BODY);
    bool beside = label_w <= label_most_px(at.w) &&
                  ui_text_holds(ui, TYPE_BODY, row->label, label.w) &&
                  ui_text_height(ui, &label) <= LABEL_LINES_MAX * line;
    int32_t x = beside ? at.x + label_w : at.x, w = beside ? at.w - label_w : at.w;
    bool has_note = row->note != NULL && (!ui->spare || ui->paged || row->count == 0);
    char heard[CATALOG_STRING_MAX];
    if (row->note != NULL && !has_note) {
        const struct text_arg both[] = {{"label", row->label}, {"note", row->note}};
        text_format(heard, sizeof(heard), "{label}. {note}", both, 2);
        label.spoken = heard;
    }
    label.x = at.x;
    label.y = at.y;
    label.w = beside ? label.w : at.w;
    int32_t chip = ui_button_height(ui, BUTTON_CHIP);
    if (beside && row->count > 0 && ui_text_height(ui, &label) <= line) {
        label.y += (chip - line) / 2;
    }
    int32_t label_end = label.y + ui_text(ui, &label);
    int32_t y = beside ? at.y : label_end + ui_um(ui, VALUES_GAP_UM);
    if (row->count > 0) {
        y += draw_values(ui, row, x, y, w);
    }
    if (has_note) {
        char id[NODE_ID_BYTES];
        struct ui_text note = note_of(row, id);
        note.balance = true;
        const int32_t measure = ui_measure_px(ui, TYPE_CAPTION);
        if (row->count > 0) {
            note.x = at.x;
            note.y = (y > label_end ? y : label_end) + ui_um(ui, NOTE_GAP_UM);
            note.w = at.w;
        } else { /* in place of the values, on one line with the label beside it */
            note.x = x;
            note.y = y + (beside ? (line - ui_line_px(ui, TYPE_CAPTION)) / 2 : 0);
            note.w = w;
        }
        note.w = note.w < measure ? note.w : measure;
        y = note.y + ui_text(ui, &note);
    }
    return (y > label_end ? y : label_end) - at.y;
}

static int32_t row_height(struct flow *flow, const struct choices *row)
{
    struct ui *ui = flow->ui;
    struct ui_mark mark = ui_mark(ui);
    int32_t height = draw_row(ui, row, (struct box){flow->box.x, 0, flow->box.w, 0});
    ui_rewind(ui, mark);
    return height;
}

static void flow_parts(struct flow *flow, const struct choices *row)
{
    struct ui_text label = label_of(row);
    flow_gap(flow, PARTS_GAP_UM);
    flow_text(flow, &label);
    if (row->looks) {
        flow_swatches(flow, row->value, row->count);
    } else if (row->count > 0) {
        flow_gap(flow, VALUES_GAP_UM);
        flow_buttons(flow, row->value, row->count);
    }
    if (row->note != NULL) {
        char id[NODE_ID_BYTES];
        struct ui_text note = note_of(row, id);
        flow_gap(flow, NOTE_GAP_UM);
        flow_text(flow, &note);
    }
}

/* above: px for a line above the row, and free on each side of it; 0: no line. */
static void flow_row(struct flow *flow, const struct choices *row, int32_t above)
{
    struct ui *ui = flow->ui;
    int32_t height = row_height(flow, row);
    if (ui->paged && height > flow->box.h) {
        flow_parts(flow, row);
        return;
    }
    if (above > 0 && !flow->fresh) {
        const bool here = flow->y + 2 * above + height <= flow->box.y + flow->box.h;
        if (!ui->paged || (flow->page == ui->page && here)) { /* else no row stands below it */
            ui_hairline(ui, flow->box.x, flow->y + above, flow->box.w);
        }
        flow->y += 2 * above;
    }
    struct box at = {flow->box.x, 0, flow->box.w, height};
    if (flow_block(flow, height, &at.y)) {
        draw_row(ui, row, at);
    }
}

void choices_flow(struct flow *flow, const struct choices *row)
{
    flow_row(flow, row, 0);
}

void choices_flow_next(struct flow *flow, const struct choices *row, int32_t spread)
{
    const struct ui *ui = flow->ui;
    int32_t gap = ui_gap(ui, LINE_GAP_UM), least = ui_um(ui, LINE_GAP_LEAST_UM);
    flow_row(flow, row, (gap > least ? gap : least) + spread);
}

/* Draws the label before the values where the width allows, and moves the flow's column past the
 * label. */
static void flow_label(struct flow *flow, const struct choices *row, int32_t w)
{
    struct ui *ui = flow->ui;
    int32_t value_h = ui_button_height(ui, BUTTON_CHIP);
    if (ui->bare || flow->box.w < w * 5 / 2 || !ui_text_holds(ui, TYPE_BODY, row->label, w)) {
        return;
    }
    struct ui_text label = label_of(row);
    label.x = flow->box.x;
    label.w = w;
    int32_t bottom = flow->box.y + flow->box.h;
    bool here = !ui->paged || (flow->page == ui->page && flow->y + value_h <= bottom);
    if (here) {
        label.y = flow->y + (value_h - ui_text_height(ui, &label)) / 2;
        ui_text(ui, &label);
    }
    flow->box.x += w;
    flow->box.w -= w;
}

void choices_flow_loose(struct flow *flow, const struct choices *row)
{
    struct ui *ui = flow->ui;
    const struct box box = flow->box;
    const int32_t w = ui_um(ui, ui_sized_um(ui, LABEL_LOOSE_UM));
    if (!row->looks) {
        flow_keep(flow, ui_button_rows_height(ui, row->value, row->count, box.w - w));
    }
    flow_label(flow, row, w);
    if (row->looks) {
        flow_swatches(flow, row->value, row->count);
    } else {
        flow_buttons(flow, row->value, row->count);
    }
    flow->box = box;
}

/* Draws the rows from `from` up to `to`, spread px further apart than the least. Returns where they
 * end. */
static int32_t draw_rows(struct ui *ui, const struct choices_pages *pages, struct box box,
                         uint32_t from, uint32_t to, int32_t spread)
{
    struct flow flow;
    choices_align(ui, &pages->row[from], to - from, box.w);
    flow_begin(&flow, ui, box);
    pages->head(pages->context, &flow);
    for (uint32_t i = from; i < to; i++) {
        if (i == from && !ui->paged) {
            choices_flow(&flow, &pages->row[i]);
        } else {
            choices_flow_next(&flow, &pages->row[i], spread);
        }
    }
    flow_end(&flow);
    return flow.y;
}

static int32_t draw_page(struct ui *ui, const struct choices_pages *pages, struct box box,
                         bool second, int32_t spread)
{
    return draw_rows(ui, pages, box, second ? pages->first : 0,
                     second ? pages->count : pages->first, spread);
}

void choices_pages(struct ui *ui, const struct choices_pages *pages, struct box box)
{
    if (ui->paged) {
        (void)draw_rows(ui, pages, box, 0, pages->count, 0);
        return;
    }
    const bool second = ui->page > 0;
    struct ui_mark mark = ui_mark(ui);
    (void)draw_page(ui, pages, box, !second, 0);
    mark.overflow = ui->overflow; /* the other page has to fit too */
    ui_rewind(ui, mark);
    int32_t left = box.y + box.h - draw_page(ui, pages, box, second, 0) - ui_um(ui, FOOT_UM);
    int32_t spread = left / (2 * ((int32_t)pages->first - 1)), most = ui_um(ui, SPREAD_UM);
    if (spread > 0) {
        ui_rewind(ui, mark);
        (void)draw_page(ui, pages, box, second, spread < most ? spread : most);
    }
    ui->page_count = 2;
}
