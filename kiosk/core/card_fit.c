/* SPDX-License-Identifier: MIT */
#include "core/card_fit.h"

enum {
    HELD_STEP = 5,
    RUN_SAME = 2, /* presses in one direction for which the step stays as it is */
    SMALL_PX_PER_M = 3346,
    SMALL_AREA_MM2 = 70000,
};

/* Each step is half of the one before, as a part of doubling: from twice or half the size six of
 * them come within a millimetre of the card. By 65536. */
static const uint32_t STEPS[] = {92682, 77936, 71468, 68438, 66971, 66250, 65892};
enum { STEP_COUNT = sizeof(STEPS) / sizeof(STEPS[0]), STEP_ONE = 65536 };

uint32_t card_fit_in(struct card_room room, uint32_t px_per_m)
{
    int64_t across = (int64_t)room.w * 1000000 / MACHINE_CARD_WIDTH_UM;
    int64_t down = (int64_t)room.h * 1000000 / MACHINE_CARD_HEIGHT_UM;
    int64_t most = across < down ? across : down;
    most = most < MACHINE_PX_PER_M_MAX ? most : MACHINE_PX_PER_M_MAX;
    px_per_m = px_per_m > most ? (uint32_t)most : px_per_m;
    return px_per_m < MACHINE_PX_PER_M_MIN ? MACHINE_PX_PER_M_MIN : px_per_m;
}

void card_fit_press(struct card_fit *fit, struct card_room room, int32_t way)
{
    const uint32_t scale = card_fit_in(room, fit->px_per_m);
    fit->run = way == fit->way ? fit->run + 1 : 1;
    if (fit->presses < STEP_COUNT || fit->run == 1) {
        fit->step += fit->step < STEP_COUNT ? 1 : 0;
    } else if (fit->run > RUN_SAME) {
        fit->step -= fit->step > 1 ? 1 : 0;
    }
    fit->presses++;
    fit->way = way;
    uint64_t by = STEPS[fit->step - 1];
    uint64_t to = way > 0 ? scale * by / STEP_ONE : scale * (uint64_t)STEP_ONE / by;
    fit->px_per_m = card_fit_in(room, (uint32_t)to);
}

void card_fit_hold(struct card_fit *fit)
{
    fit->step = HELD_STEP - 1;
    fit->way = 0;
}

void card_fit_drag(struct card_fit *fit, struct card_room room, int32_t x, int32_t y)
{
    int64_t across = (int64_t)x * 1000000 / MACHINE_CARD_WIDTH_UM;
    int64_t down = (int64_t)y * 1000000 / MACHINE_CARD_HEIGHT_UM;
    int64_t to = across > down ? across : down;
    to = to < MACHINE_PX_PER_M_MIN ? MACHINE_PX_PER_M_MIN : to;
    fit->px_per_m = card_fit_in(room, (uint32_t)to);
}

int32_t card_fit_mm(int32_t px, uint32_t px_per_m)
{
    return (int32_t)(((int64_t)px * 1000 + px_per_m / 2) / px_per_m);
}

bool card_fit_is_small(int32_t width, int32_t height, uint32_t px_per_m)
{
    int64_t area = (int64_t)card_fit_mm(width, px_per_m) * card_fit_mm(height, px_per_m);
    return px_per_m < SMALL_PX_PER_M || area < SMALL_AREA_MM2;
}
