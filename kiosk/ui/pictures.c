/* SPDX-License-Identifier: MIT */
#include "ui/pictures.h"

#include "ui/area.h"

enum {
    EDGE_X = 693, /* thousandths of the width, */
    LIFTED_X = 812,
    EDGE_UM = 6100, /* half width and height of what shows, */
    EDGE_HIGH_UM = 4300,
    SITTING_UM = 6200, /* radius */
    LIFTED_UM = 7200,
    LIFTED_HEIGHT_UM = 34000, /* of its centre above the horizon */
    RIM = 24,                 /* points of half an ellipse */
    ROW_STONE_UM = 3600,      /* radius, of a stone in a row */
};

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

/* Returns whether no word and no control stands in the box. */
static bool is_free(const struct ui *ui, struct box box)
{
    const struct frame *frame = ui->frame;
    for (uint32_t i = 0; i < frame->node_count; i++) {
        struct box rect = frame->node[i].rect;
        if (rect.x < box.x + box.w && box.x < rect.x + rect.w && rect.y < box.y + box.h &&
            box.y < rect.y + rect.h) {
            return false;
        }
    }
    return ui->width > ui->height && !ui->paged;
}

/* The upper or lower half of an ellipse around x, y. */
static void half_ellipse(struct ui *ui, float x, float y, float wide, float high, enum ink fill,
                         uint8_t alpha)
{
    static const float SINE[RIM / 4 + 1] = {0, 0.2588F, 0.5F, 0.7071F, 0.8660F, 0.9659F, 1.0F};
    struct draw_point rim[RIM / 2 + 1];
    for (int i = 0; i <= RIM / 2; i++) {
        int from_end = i <= RIM / 4 ? i : RIM / 2 - i;
        float cosine = SINE[RIM / 4 - from_end];
        rim[i] = (struct draw_point){x + wide * (i <= RIM / 4 ? -cosine : cosine),
                                     y - high * SINE[from_end]};
    }
    frame_draw(ui->frame, &(struct draw){.kind = DRAW_PATH,
                                         .flags = DRAW_CLOSED,
                                         .fill = (uint8_t)fill,
                                         .fill_alpha = alpha,
                                         .first = frame_points(ui->frame, rim, RIM / 2 + 1),
                                         .count = RIM / 2 + 1});
}

void picture_edge(struct ui *ui)
{
    int32_t x = ui->width * EDGE_X / 1000, horizon = ui->frame->scene.horizon_y;
    int32_t w = ui_um(ui, EDGE_UM), h = ui_um(ui, EDGE_HIGH_UM);
    if (!is_free(ui, (struct box){x - w, horizon - h - ui_um(ui, 2000), 2 * w, 2 * h})) {
        return;
    }
    half_ellipse(ui, (float)x, (float)horizon, (float)w * 0.82F, -(float)h * 0.35F, INK_RING, 90);
    half_ellipse(ui, (float)x, (float)horizon, (float)w, (float)h, INK_STONE, 255);
}

void picture_sitting(struct ui *ui)
{
    int32_t x = ui->width * EDGE_X / 1000, horizon = ui->frame->scene.horizon_y;
    int32_t r = ui_um(ui, SITTING_UM), reach = 5 * r;
    if (!is_free(ui, (struct box){x - reach, horizon - 3 * r, 2 * reach, 5 * r})) {
        return;
    }
    ui_rule(ui, (float)(x - reach), (float)horizon, (float)(x + reach), (float)horizon, INK_OUTLINE,
            ui_umf(ui, 400));
    for (int i = 1; i <= 3; i++) {
        float half = (float)reach * (0.62F - 0.17F * (float)i);
        float y = (float)horizon + (float)r * (0.2F + 0.6F * (float)i);
        ui_rule(ui, (float)x - half, y, (float)x + half, y, INK_RING, ui_umf(ui, 300));
    }
    ui_disc(ui, (float)x, (float)(horizon - r), (float)r, INK_STONE, 255);
}

void picture_lifted(struct ui *ui)
{
    int32_t horizon = ui->frame->scene.horizon_y, r = ui_um(ui, LIFTED_UM);
    int32_t x = ui->width * LIFTED_X / 1000, y = horizon - ui_um(ui, LIFTED_HEIGHT_UM);
    if (!is_free(ui, (struct box){x - 2 * r, y - 2 * r, 4 * r, horizon - y + 2 * r})) {
        return;
    }
    ui_disc(ui, (float)x, (float)y, (float)r, INK_STONE, 255);
    ui_dotted_rule(ui, x, y + r + ui_um(ui, 4500), x, horizon - ui_um(ui, 3500));
    ui_dotted_ellipse(ui, x, horizon + ui_um(ui, 8300), ui_um(ui, 11700), ui_um(ui, 1700));
}

void picture_hundred_stone(struct ui *ui, enum hundred_stone stone, float x, float y, float radius)
{
    const float stroke = ui_umf(ui, 250);
    switch (stone) {
    case HUNDRED_COIN:
        ui_disc(ui, x, y, radius * 0.7F, INK_OUTLINE, 255);
        break;
    case HUNDRED_MORE:
        ui_disc(ui, x, y, radius * 0.55F, INK_A3, 255);
        ui_ring(ui, x, y, radius, INK_OUTLINE, stroke < 1.5F ? 1.5F : stroke, 255);
        break;
    case HUNDRED_WRONG:
        ui_ring(ui, x, y, radius * 0.55F, INK_OUTLINE, stroke < 1.0F ? 1.0F : stroke, 255);
        break;
    }
}

enum { HUNDRED = 100, COIN = 50, ROW_LONGEST = 25 };

void picture_hundred(struct ui *ui, struct box at, uint32_t in_100)
{
    static const int32_t ROWS[] = {4, 5, 10};
    int32_t pitch = 0, columns = ROW_LONGEST;
    for (size_t i = 0; i < sizeof(ROWS) / sizeof(ROWS[0]); i++) {
        const int32_t w = at.w / (HUNDRED / ROWS[i]), h = at.h / ROWS[i];
        if ((w < h ? w : h) > pitch) {
            pitch = w < h ? w : h;
            columns = HUNDRED / ROWS[i];
        }
    }
    for (int32_t i = 0; i < HUNDRED; i++) {
        const float x = (float)at.x + (float)pitch * ((float)(i % columns) + 0.5F);
        const float y = (float)at.y + (float)pitch * ((float)(i / columns) + 0.5F);
        const enum hundred_stone stone = i < COIN              ? HUNDRED_COIN
                                         : i < (int32_t)in_100 ? HUNDRED_MORE
                                                               : HUNDRED_WRONG;
        picture_hundred_stone(ui, stone, x, y, (float)pitch * 0.4F);
    }
}

void picture_seven_rings(struct ui *ui, struct box at)
{
    enum { RING_COUNT = 7 };
    const float r = (float)at.w / 2, x = (float)(at.x + at.w) - r, y = (float)at.y + r;
    if (!ui->theme->high_contrast) {
        ui_disc(ui, x, y, r, INK_WATER1, 150);
        struct draw disc = {.kind = DRAW_DISC,
                            .flags = DRAW_RADIAL,
                            .fill = INK_CREST,
                            .fill_alpha = ui->theme->dark ? 30 : 230,
                            .x = x,
                            .y = y,
                            .w = r};
        frame_draw(ui->frame, &disc);
    }
    for (int i = 0; i < RING_COUNT; i++) {
        ui_ring(ui, x, y, r * (float)(i + 1) / RING_COUNT, INK_OUTLINE, ui_umf(ui, 300),
                (uint8_t)(255 - 20 * i));
    }
    ui_disc(ui, x, y, r * 0.055F, INK_STONE, 255);
}

void picture_sound(struct ui *ui, struct box box)
{
    enum { SOUND_RINGS = 5 };
    float r = (float)(box.w < box.h ? box.w : box.h) / 2;
    float x = (float)box.x + (float)box.w / 2, y = (float)box.y + (float)box.h / 2;
    ui_disc(ui, x, y, r * 0.075F, INK_OUTLINE, 255);
    for (int i = 1; i <= SOUND_RINGS; i++) {
        bool plain = ui->theme->high_contrast;
        uint8_t alpha = plain ? 255 : (uint8_t)(255 - (i - 1) * 50);
        ui_ring(ui, x, y, r * (float)i / SOUND_RINGS, INK_OUTLINE, ui_umf(ui, 400), alpha);
    }
}

/* Draws a ring with people in it. dots: where they stand, from the ring's middle. */
static void picture_people(struct ui *ui, struct box at, const int8_t (*dots)[2], uint32_t count)
{
    float x = (float)at.x + (float)at.w / 2, y = (float)at.y + (float)at.h / 2;
    float unit = (float)at.w / 200;
    ui_ring(ui, x, y, 66 * unit, INK_OUTLINE, ui_umf(ui, 360), 255);
    for (uint32_t i = 0; i < count; i++) {
        ui_disc(ui, x + (float)dots[i][0] * unit, y + (float)dots[i][1] * unit, 10 * unit,
                INK_OUTLINE, 255);
    }
}

void picture_few(struct ui *ui, struct box at)
{
    static const int8_t DOTS[][2] = {{0, -28}, {-24, 10}, {24, 10}};
    picture_people(ui, at, DOTS, 3);
}

void picture_many(struct ui *ui, struct box at)
{
    static const int8_t DOTS[][2] = {{0, -34}, {-33, -10}, {33, -10}, {0, 0}, {-20, 28}, {20, 28}};
    picture_people(ui, at, DOTS, 6);
    float x = (float)at.x + (float)at.w / 2, y = (float)at.y + (float)at.h / 2;
    float unit = (float)at.w / 200;
    ui_ring(ui, x, y, 82 * unit, INK_OUTLINE, ui_umf(ui, 250), 150);
    ui_ring(ui, x, y, 98 * unit, INK_OUTLINE, ui_umf(ui, 200), 90);
}

void picture_row(struct ui *ui, const char *const *numbers, uint32_t count, uint32_t filled,
                 struct box box)
{
    const int32_t line = ui_line_px(ui, TYPE_F_TEXT), column = box.w / (int32_t)count;
    box.h -= line;
    for (uint32_t i = 0; i < count; i++) {
        ui_label(ui, TYPE_F_TEXT, INK_NONE, numbers[i],
                 (struct box){box.x + (int32_t)i * column, box.y + box.h, column, line},
                 ALIGN_CENTRE);
    }
    float y = (float)box.y + (float)box.h / 2;
    ui_rule(ui, (float)box.x, y, (float)(box.x + box.w), y, INK_OUTLINE, ui_umf(ui, 250));
    float pitch = (float)box.w / (float)count, r = ui_umf(ui, ROW_STONE_UM);
    /* Rings stay inside the box and apart from the next stone's. */
    float reach = pitch < (float)box.h ? pitch / 2 : (float)box.h / 2;
    for (uint32_t i = 0; i < count; i++) {
        float x = (float)box.x + pitch * ((float)i + 0.5F);
        if (i >= filled) {
            ui_disc(ui, x, y, r * 0.95F, INK_BG, 255);
            ui_ring(ui, x, y, r * 0.95F, INK_OUTLINE, ui_umf(ui, 400), 255);
            continue;
        }
        ui_ring(ui, x, y, reach * 0.95F, INK_OUTLINE, ui_umf(ui, 200), 90);
        ui_ring(ui, x, y, reach * 0.65F, INK_OUTLINE, ui_umf(ui, 250), 150);
        ui_ring(ui, x, y, reach * 0.38F > r * 1.3F ? reach * 0.38F : r * 1.3F, INK_OUTLINE,
                ui_umf(ui, 300), 255);
        ui_disc(ui, x, y, r, INK_OUTLINE, 255);
    }
}
