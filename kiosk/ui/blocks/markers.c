/* SPDX-License-Identifier: MIT */
#include "ui/blocks/markers.h"

enum {
    SIDE_UM = 23000,
    SIDE_LEAST_UM = 13000,
    SIDE_SMALL_PERCENT = 70, /* of it, where there is little room */
    GAP_UM = 9000,
    GAP_LEAST_UM = 4000,
    RINGS_PART = 9, /* of a side: how far its rings reach beyond it */
};

void markers_flow(struct flow *flow, const struct ui_button *markers, uint32_t count, bool at_start)
{
    struct ui *ui = flow->ui;
    const int32_t n = (int32_t)count;
    int32_t side = ui_um(ui, ui_sized_um(ui, SIDE_UM)), gap = ui_um(ui, GAP_UM), y;
    int32_t most = (flow->box.w - (n + 1) * gap) / n;
    if (most < side || ui->air < 100) {
        int32_t least = ui_um(ui, SIDE_LEAST_UM), small = side * SIDE_SMALL_PERCENT / 100;
        gap = ui_um(ui, GAP_LEAST_UM);
        most = (flow->box.w - (n - 1) * gap) / n;
        side = small < most ? small : most;
        side = side > least ? side : least;
    }
    int32_t w = n * side + (n - 1) * gap;
    int32_t x = flow->box.x + (at_start ? side / RINGS_PART : (flow->box.w - w) / 2);
    if (flow_block(flow, side, &y)) {
        for (int32_t i = 0; i < n; i++) {
            ui_marker(ui, &markers[i], (struct box){x + i * (side + gap), y, side, side});
        }
    }
}
