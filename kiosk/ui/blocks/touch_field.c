/* SPDX-License-Identifier: MIT */
#include "ui/blocks/touch_field.h"

enum {
    MARKERS = TOUCH_MARKERS,
    MARKER_UM = 24000, /* side */
    MARKER_LEAST_UM = 13000,
    COMING_PERCENT = 45, /* of a marker's side: one whose turn has not come */
    DONE_PERCENT = 62,
    RINGS_PERCENT = 142, /* how far the rings of the marker to touch reach */
};

/* Where they lie, thousandths of the field: near its corners and in its middle, so that a touch
 * that is turned, mirrored or moved shows. Beside the words one lies below them, at the other edge.
 */
struct place {
    int16_t x, y;
};
static const struct place ALONE[MARKERS] = {{60, 80}, {950, 20}, {520, 500}, {40, 940}, {930, 900}};
static const struct place BESIDE[MARKERS] = {
    {500, 60}, {970, 20}, {720, 500}, {20, 960}, {940, 920}};

static void draw_marker(struct ui *ui, const struct touch_field *field, uint32_t index,
                        struct box box)
{
    float x = (float)box.x + (float)box.w / 2, y = (float)box.y + (float)box.h / 2;
    float r = (float)box.w / 2;
    if (index < field->touched) {
        if (!ui->theme->high_contrast) {
            ui_ring(ui, x, y, r * 0.9F, INK_OUTLINE, ui_umf(ui, 200), 110);
        }
        ui_marker_ticked(ui, x, y, r * DONE_PERCENT / 100);
        return;
    }
    if (index > field->touched) {
        ui_disc(ui, x, y, r * COMING_PERCENT / 100, INK_SURFACE, 255);
        ui_ring(ui, x, y, r * COMING_PERCENT / 100, INK_OUTLINE, ui_umf(ui, 400), 255);
        return;
    }
    if (!ui->theme->high_contrast) {
        ui_ring(ui, x, y, r * RINGS_PERCENT / 100, INK_OUTLINE, ui_umf(ui, 200), 60);
    }
    ui_marker(ui, &field->next, box);
    float thick = ui_umf(ui, 1000);
    ui_ring(ui, x, y, r * 0.88F, INK_OUTLINE, thick, 255);
    ui_disc(ui, x, y, r * 0.2F, INK_OUTLINE, 255);
}

static int32_t marker_px(const struct ui *ui, struct box box)
{
    int32_t side = ui_um(ui, MARKER_UM), least = ui_um(ui, MARKER_LEAST_UM);
    int32_t most = (box.h < box.w ? box.h : box.w) * 30 / 100;
    return side < most ? side : most > least ? most : least;
}

int32_t touch_field_reach(const struct ui *ui, struct box box)
{
    return marker_px(ui, box) * RINGS_PERCENT / 100;
}

void ui_touch_field(struct ui *ui, const struct touch_field *field, struct box box)
{
    int32_t side = marker_px(ui, box), reach = side * RINGS_PERCENT / 100;
    int32_t inset = (reach - side) / 2;
    if (box.h < reach || ui->theme->high_contrast) {
        reach = side;
        inset = 0;
    }
    const struct place *places = field->beside ? BESIDE : ALONE;
    for (uint32_t i = 0; i < MARKERS; i++) {
        int32_t x = box.x + inset + (box.w - reach) * places[i].x / 1000;
        int32_t y = box.y + inset + (box.h - reach) * places[i].y / 1000;
        draw_marker(ui, field, i, (struct box){x, y, side, side});
    }
}
