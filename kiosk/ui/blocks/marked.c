/* SPDX-License-Identifier: MIT */
#include "ui/blocks/marked.h"

static const struct {
    int32_t radius_um, room_um; /* room: before the words */
} MARKS[] = {
    [MARK_GOOD] = {2400, 9500},
    [MARK_LOOK] = {2400, 9500},
    [MARK_CAUTION] = {3300, 10600},
    [MARK_BULLET] = {750, 4600},
};

/* How the parts of a caution stand to its radius. */
static void draw_caution(struct ui *ui, float x, float y, float r)
{
    float stroke = ui_umf(ui, 500);
    ui_ring(ui, x, y, r - stroke / 2, INK_WARN, stroke, 255);
    ui_rule(ui, x, y - r * 0.5F, x, y + r * 0.1F, INK_WARN, stroke);
    ui_disc(ui, x, y + r * 0.45F, stroke * 0.7F, INK_WARN, 255);
}

/* Draws the ring in small, with strokes that are heavier for its size. */
static void draw_look(struct ui *ui, float x, float y, float r)
{
    ui_ring(ui, x, y, r, INK_WARN, ui_umf(ui, 400), 255);
    ui_rule(ui, x, y - r * 0.5F, x, y + r * 0.12F, INK_WARN, ui_umf(ui, 500));
    ui_disc(ui, x, y + r * 0.48F, ui_umf(ui, 320), INK_WARN, 255);
}

/* A caution stands at the top of its paragraph, other marks on the first line. */
static void draw_mark(struct ui *ui, enum mark mark, int32_t left, int32_t top, int32_t line)
{
    const float r = ui_umf(ui, MARKS[mark].radius_um), x = (float)left + r;
    const float y = (float)(top + line / 2);
    switch (mark) {
    case MARK_GOOD:
        ui_disc(ui, x, y, r, INK_OUTLINE, 255);
        ui_icon(ui, ICON_TICK, x - r * 0.7F, y - r * 0.7F, r * 1.4F, INK_BG);
        break;
    case MARK_LOOK:
        draw_look(ui, x, y, r);
        break;
    case MARK_CAUTION:
        draw_caution(ui, x, (float)top + r, r);
        break;
    case MARK_BULLET:
        ui_disc(ui, x, (float)top + (float)line / 2, r, INK_INK2, 255);
        break;
    }
}

/* Returns the width of the words. The sentences of a list are no wider than they read well. */
static int32_t words_width(const struct flow *flow, const struct marked *marked)
{
    const int32_t w = flow->box.w - ui_um(flow->ui, MARKS[marked->mark].room_um);
    const int32_t most = ui_measure_px(flow->ui, marked->text.type);
    return marked->mark == MARK_BULLET && w > most ? most : w;
}

void flow_marked(struct flow *flow, const struct marked *marked)
{
    struct ui *ui = flow->ui;
    struct ui_text text = marked->text, note = marked->note;
    const int32_t radius = ui_um(ui, 2 * MARKS[marked->mark].radius_um);
    const int32_t gap = ui_gap(ui, marked->ruled_um / 2);
    const bool is_ruled = gap > 0 && !flow->fresh;
    text.x = note.x = flow->box.x + ui_um(ui, MARKS[marked->mark].room_um);
    text.w = note.w = words_width(flow, marked);
    int32_t height = ui_text_height(ui, &text);
    height = marked->mark == MARK_CAUTION && height < radius ? radius : height;
    height += note.text != NULL ? ui_text_height(ui, &note) : 0;
    flow->y += is_ruled ? 2 * gap : 0;
    if (!flow_block(flow, height, &text.y)) {
        return;
    }
    if (is_ruled && text.y > flow->box.y) {
        ui_hairline(ui, flow->box.x, text.y - gap, flow->box.w);
    }
    draw_mark(ui, marked->mark, flow->box.x, text.y, ui_line_px(ui, text.type));
    note.y = text.y + ui_text(ui, &text);
    if (note.text != NULL) {
        ui_text(ui, &note);
    }
}
