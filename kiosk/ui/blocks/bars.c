/* SPDX-License-Identifier: MIT */
#include "ui/blocks/bars.h"

#include "ui/chart.h"

enum {
    BAR_UM = 4200,
    BAR_RADIUS_UM = 1100,
    BAR_ALPHA = 51, /* 20 %, as a band */
    EDGE_UM = 270,
    DISC_UM = 1000,
    DISC_GROUND_UM = 1350, /* a rim of paper keeps the disc off its bar */
    GAP_UM = 2200,         /* between the words of two bars */
    UNDER_UM = 1500,       /* between the axis and its numbers */
    AXIS_GAP_UM = 2000,    /* between the axis and its word */
    HEAD_GAP_UM = 1500,
    NOTE_GAP_UM = 500,
};

static int32_t axis_px(const struct ui *ui, const struct bars *bars)
{
    return ui_text_width(ui, TYPE_F_CAPTION, bars->half) + ui_um(ui, AXIS_GAP_UM);
}

uint32_t bars_held(const struct ui *ui, const struct bars *bars, int32_t w)
{
    const int32_t room = (w - axis_px(ui, bars)) / (bars->column_px + ui_um(ui, GAP_UM));
    return room < 1 ? 1 : room < BARS_MAX ? (uint32_t)room : BARS_MAX;
}

/* Returns the height of what stands under the plot. */
static int32_t under_px(const struct ui *ui)
{
    return ui_um(ui, UNDER_UM) + ui_line_px(ui, TYPE_F_LEDE) +
           (BAR_LINES - 1) * ui_line_px(ui, TYPE_F_CAPTION);
}

/* Return the words over the bars, and the note below them. */
static struct ui_text head_of(const struct bars *bars, int32_t x, int32_t w)
{
    struct ui_text head = bars->head;
    head.role = ROLE_HEADING;
    head.type = TYPE_F_TEXT;
    head.ink = INK_INK;
    head.x = x;
    head.w = w;
    return head;
}

static struct ui_text note_of(const struct bars *bars, int32_t x, int32_t w)
{
    struct ui_text note = bars->note;
    note.role = ROLE_TEXT;
    note.type = TYPE_F_CAPTION;
    note.x = x;
    note.w = w;
    return note;
}

int32_t bars_extra(const struct ui *ui, const struct bars *bars, int32_t w)
{
    const struct ui_text note = note_of(bars, 0, w);
    return ui_line_px(ui, TYPE_F_TEXT) + ui_um(ui, HEAD_GAP_UM) + under_px(ui) +
           ui_um(ui, NOTE_GAP_UM) + ui_text_height(ui, &note);
}

static float value_y(const struct box *plot, uint32_t value)
{
    return (float)plot->y + (float)plot->h * (float)(100 - value) / 100.0F;
}

static void draw_bar(struct ui *ui, const struct box *plot, const struct bar *range, float x)
{
    float half = ui_umf(ui, BAR_UM) / 2, edge = ui_umf(ui, EDGE_UM);
    float top = value_y(plot, range->high), bottom = value_y(plot, range->low);
    edge = edge < 1.5F ? 1.5F : edge;
    /* A band whose ends meet still has to be seen. */
    float least = 2 * edge;
    if (bottom - top < least) {
        top -= (least - (bottom - top)) / 2;
        bottom = top + least;
    }
    struct draw bar = {.kind = DRAW_BOX,
                       .fill = INK_A3,
                       .fill_alpha = BAR_ALPHA,
                       .stroke = INK_A3,
                       .stroke_alpha = 255,
                       .stroke_px = edge,
                       .x = x - half,
                       .y = top,
                       .w = 2 * half,
                       .h = bottom - top,
                       .radius = ui_umf(ui, BAR_RADIUS_UM)};
    frame_draw(ui->frame, &bar);
    if (range->readable) {
        float y = value_y(plot, range->centre);
        ui_disc(ui, x, y, ui_umf(ui, DISC_GROUND_UM), INK_BG, 255);
        ui_disc(ui, x, y, ui_umf(ui, DISC_UM), INK_A4, 255);
    }
}

static bool has_line(const struct bar *bar, uint32_t line)
{
    return bar->line[line] != NULL && (line > 0 || bar->readable);
}

static void add_node(struct ui *ui, const struct bar *bar, struct box box)
{
    const char *said[BAR_LINES];
    uint32_t count = 0;
    for (uint32_t i = 0; i < BAR_LINES - 1; i++) {
        if (has_line(bar, i)) {
            said[count++] = bar->line[i];
        }
    }
    ui_row_node(ui, bar->id, said, count, bar->spoken, TYPE_F_CAPTION, box);
}

static void draw_lines(struct ui *ui, const struct bar *bar, struct box box)
{
    for (uint32_t i = 0; i < BAR_LINES; i++) {
        const enum type type = i == 0 ? TYPE_F_LEDE : TYPE_F_CAPTION;
        box.h = ui_line_px(ui, type);
        if (has_line(bar, i)) {
            ui_label(ui, type, i == 0 ? INK_INK : INK_NONE, bar->line[i], box, ALIGN_CENTRE);
        }
        box.y += box.h;
    }
}

static void draw_axis(struct ui *ui, const struct bars *bars, const struct box *plot)
{
    int32_t line = ui_line_px(ui, TYPE_F_CAPTION), axis = axis_px(ui, bars);
    float y = value_y(plot, 50);
    ui_hairline(ui, plot->x, plot->y, plot->w);
    ui_hairline(ui, plot->x, plot->y + plot->h, plot->w);
    ui_rule(ui, (float)plot->x, y, (float)(plot->x + plot->w), y, INK_OUTLINE,
            ui_chart_middle_px(ui));
    ui_label(
        ui, TYPE_F_CAPTION, INK_NONE, bars->half,
        (struct box){plot->x - axis, (int32_t)y - line / 2, axis - ui_um(ui, AXIS_GAP_UM), line},
        ALIGN_END);
}

static void draw_bars(struct ui *ui, const struct bars *bars, int32_t plot_px, struct box box)
{
    const int32_t axis = axis_px(ui, bars), under = plot_px + ui_um(ui, UNDER_UM);
    const struct box plot = {box.x + axis, box.y, box.w - axis, plot_px};
    const int32_t column = plot.w / (int32_t)(bars->count > 0 ? bars->count : 1);
    draw_axis(ui, bars, &plot);
    for (uint32_t i = 0; i < bars->count; i++) {
        const struct bar *bar = &bars->bar[i];
        struct box at = {plot.x + (int32_t)i * column, plot.y, column, box.h};
        add_node(ui, bar, at);
        draw_bar(ui, &plot, bar, (float)at.x + (float)column / 2);
        at.y += under;
        draw_lines(ui, bar, at);
    }
}

void bars_draw(struct ui *ui, const struct bars *bars, int32_t plot_px, struct box box)
{
    struct ui_text head = head_of(bars, box.x, box.w), note = note_of(bars, box.x, box.w);
    head.y = box.y;
    box.y += ui_text(ui, &head) + ui_um(ui, HEAD_GAP_UM);
    box.h = plot_px + under_px(ui);
    draw_bars(ui, bars, plot_px, box);
    note.y = box.y + box.h + ui_um(ui, NOTE_GAP_UM);
    ui_text(ui, &note);
}
