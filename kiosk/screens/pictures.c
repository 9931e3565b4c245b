/* SPDX-License-Identifier: MIT */
#include "screens/pictures.h"

static float middle_x(struct box at)
{
    return (float)at.x + (float)at.w / 2;
}

static float middle_y(struct box at)
{
    return (float)at.y + (float)at.h / 2;
}

void picture_stone(struct ui *ui, float x, float y, float radius, uint32_t rings)
{
    for (uint32_t i = 0; i < rings; i++) {
        ui_ring(ui, x, y, radius * (1.5F + 0.45F * (float)i), INK_OUTLINE, ui_umf(ui, 200),
                (uint8_t)(110 - 40 * i));
    }
    ui_disc(ui, x, y, radius, INK_OUTLINE, 255);
}

void picture_rings(struct ui *ui, struct box at)
{
    float x = middle_x(at), y = middle_y(at), r = (float)at.w / 2;
    ui_ring(ui, x, y, r * 0.96F, INK_OUTLINE, ui_umf(ui, 200), 80);
    ui_ring(ui, x, y, r * 0.72F, INK_OUTLINE, ui_umf(ui, 250), 140);
    ui_ring(ui, x, y, r * 0.48F, INK_OUTLINE, ui_umf(ui, 300), 200);
    ui_ring(ui, x, y, r * 0.27F, INK_OUTLINE, ui_umf(ui, 360), 255);
    ui_disc(ui, x, y, r * 0.11F, INK_OUTLINE, 255);
}

void picture_stones(struct ui *ui, struct box at)
{
    float unit = (float)at.w / 10, x = middle_x(at);
    for (int row = 0; row < 3; row++) {
        float y = (float)at.y + unit * (float)(2 + row * 3);
        for (int i = 0; i < 3 - row; i++) {
            float dot = x + unit * ((float)i * 2.6F - 1.3F * (float)(2 - row));
            if (row == 0) {
                ui_disc(ui, dot, y, unit * 0.75F, INK_OUTLINE, 255);
            } else {
                ui_ring(ui, dot, y, unit * 0.72F, INK_OUTLINE, ui_umf(ui, 400), 255);
            }
        }
    }
    ui_disc(ui, x, (float)at.y + unit * 8, unit * 0.25F, INK_OUTLINE, 255);
}

void picture_still(struct ui *ui, struct box at)
{
    float x = middle_x(at), y = middle_y(at) + (float)at.w / 12, unit = (float)at.w / 10;
    ui_rule(ui, x - 4.4F * unit, y, x + 4.4F * unit, y, INK_OUTLINE, ui_umf(ui, 400));
    ui_rule(ui, x - 2.2F * unit, y + unit, x + 2.2F * unit, y + unit, INK_RING, ui_umf(ui, 300));
    ui_rule(ui, x - 1.1F * unit, y + 1.8F * unit, x + 1.1F * unit, y + 1.8F * unit, INK_RING,
            ui_umf(ui, 300));
    ui_disc(ui, x, y - 1.05F * unit, unit, INK_OUTLINE, 255);
}

void picture_pair(struct ui *ui, struct box at)
{
    float y = middle_y(at), r = (float)at.w / 2;
    for (int side = -1; side <= 1; side += 2) {
        float x = middle_x(at) + (float)side * r * 0.3F;
        ui_ring(ui, x, y, r * 0.68F, INK_OUTLINE, ui_umf(ui, 200), 90);
        ui_ring(ui, x, y, r * 0.47F, INK_OUTLINE, ui_umf(ui, 250), 150);
        ui_ring(ui, x, y, r * 0.27F, INK_OUTLINE, ui_umf(ui, 360), 255);
        ui_disc(ui, x, y, r * 0.1F, INK_OUTLINE, 255);
    }
}

void picture_mixed(struct ui *ui, struct box at)
{
    /* A hand-set scatter in a ring: thousandths of the radius. One stone is open: any of them. */
    static const int16_t AT[][2] = {{-620, -250}, {-330, -560}, {60, -680}, {-60, -330},
                                    {-420, 20},   {-180, 80},   {180, -60}, {540, -60},
                                    {640, 270},   {330, 270},   {60, 350},  {-270, 420},
                                    {-600, 330},  {-120, 690},  {260, 630}, {380, -330}};
    float x = middle_x(at), y = middle_y(at), r = (float)at.w / 2;
    ui_disc(ui, x, y, r * 0.97F, INK_SURFACE, 255);
    ui_ring(ui, x, y, r * 0.97F, INK_OUTLINE, ui_umf(ui, 400), 255);
    for (size_t i = 0; i < sizeof(AT) / sizeof(AT[0]); i++) {
        ui_disc(ui, x + r * (float)AT[i][0] / 1000, y + r * (float)AT[i][1] / 1000, r * 0.09F,
                INK_OUTLINE, 255);
    }
    ui_ring(ui, x + r * 0.42F, y - r * 0.62F, r * 0.08F, INK_OUTLINE, ui_umf(ui, 400), 255);
}

void picture_empty(struct ui *ui, struct box at)
{
    float x = middle_x(at), y = middle_y(at), r = (float)at.w / 2;
    ui_disc(ui, x, y, r * 0.97F, INK_SURFACE, 255);
    ui_ring(ui, x, y, r * 0.97F, INK_OUTLINE, ui_umf(ui, 400), 255);
    ui_rule(ui, x - r * 0.95F, y + r * 0.1F, x + r * 0.95F, y + r * 0.1F, INK_OUTLINE,
            ui_umf(ui, 400));
    ui_rule(ui, x - r * 0.42F, y + r * 0.38F, x + r * 0.42F, y + r * 0.38F, INK_RING,
            ui_umf(ui, 350));
    ui_rule(ui, x - r * 0.2F, y + r * 0.6F, x + r * 0.2F, y + r * 0.6F, INK_RING, ui_umf(ui, 350));
}
