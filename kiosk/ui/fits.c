/* SPDX-License-Identifier: MIT */
#include "ui/fits.h"

#include "ui/area.h"

/* How tightly a screen is built, tried in order until nothing overflows; the last one pages. Only
 * on a low panel do headings grow modest. */
static const struct {
    uint32_t air;
    bool modest, spare, compact, paged, bare;
} FITS[] = {
    {.air = 100},
    {.air = 80},
    {.air = 60},
    {.air = 35},
    {.air = 35, .spare = true},
    {.air = 35, .modest = true, .spare = true},
    {.air = 35, .modest = true, .spare = true, .compact = true},
    {.air = 35, .modest = true, .spare = true, .compact = true, .paged = true},
    {.air = 35, .modest = true, .spare = true, .compact = true, .paged = true, .bare = true}};
enum { LOW_PANEL_UM = 100000 };
_Static_assert(sizeof(FITS) / sizeof(FITS[0]) == FIT_COUNT, "as many as the header says");

/* At the tightest the edges give way too, before an attendee has to turn a page. */
enum { TIGHT_AIR = 60, TIGHT_SIDE_UM = 10000, TIGHT_EDGE_UM = 5500 };

enum { HINT_TOP_UM = 1000, HINT_PAD_X_UM = 5000, HINT_PAD_Y_UM = 600, HINT_RADIUS_UM = 4000 };

/* Left and right of a panel. The largest letters need what they can get of a usual one. */
static int32_t side_um(const struct ui *ui)
{
    int32_t width = ui_width_um(ui), height = ui_height_um(ui);
    int32_t least = width < height ? width : height;
    if (least < 140000) {
        return least < 110000 ? 4200 : 6000;
    }
    bool wide = width >= 260000 && (ui->size < SIZE_XL || least >= 260000);
    return wide ? 16000 : TIGHT_SIDE_UM;
}

/* Above and below. */
static int32_t edge_um(const struct ui *ui)
{
    int32_t height = ui_height_um(ui);
    return height >= 170000 ? 10000 : height >= 140000 ? 6000 : 4200;
}

void fit_margins(struct ui *ui)
{
    ui->margin_x = ui_um(ui, side_um(ui));
    ui->margin_y = ui->top = ui_um(ui, edge_um(ui));
}

static void tighten_edges(struct ui *ui)
{
    int32_t side = ui_um(ui, TIGHT_SIDE_UM), edge = ui_um(ui, TIGHT_EDGE_UM);
    if (ui->air < TIGHT_AIR && !ui->facilitator) {
        ui->margin_x = ui->margin_x < side ? ui->margin_x : side;
        ui->margin_y = ui->top = ui->margin_y < edge ? ui->margin_y : edge;
    }
}

bool fit_set(struct ui *ui, uint32_t fit, bool may_be_compact)
{
    const bool low = ui_height_um(ui) < LOW_PANEL_UM;
    const bool differs = FITS[fit].compact ? may_be_compact : low;
    if (FITS[fit].modest && !FITS[fit].paged && !differs) {
        return false;
    }
    ui->modest = low && FITS[fit].modest;
    ui->air = FITS[fit].air;
    ui->page_count = 1;
    ui->spare = FITS[fit].spare;
    ui->compact = FITS[fit].compact;
    ui->paged = FITS[fit].paged;
    ui->bare = FITS[fit].bare;
    tighten_edges(ui);
    return true;
}

bool fit_has_foot(const struct frame *frame)
{
    bool foot = false;
    for (uint32_t i = 0; i < frame->node_count; i++) {
        foot = foot || (frame->node[i].flags & NODE_FOOT) != 0;
    }
    return foot;
}

void fit_ribbon(struct ui *ui, const char *text, const char *spoken)
{
    enum type type = ui->facilitator ? TYPE_F_TEXT : TYPE_CAPTION;
    const enum text_size size = ui->size;
    if (ui->bare) {
        ui->size = SIZE_S; /* on the smallest panels the least size leaves room for the rest */
    }
    int32_t line = ui_line_px(ui, type);
    int32_t height = ui_text(ui, &(struct ui_text){.id = "ribbon",
                                                   .text = text,
                                                   .spoken = spoken,
                                                   .role = ROLE_STATUS,
                                                   .type = type,
                                                   .ink = INK_INFO,
                                                   .align = ALIGN_CENTRE,
                                                   .x = ui->margin_x,
                                                   .y = ui_um(ui, ui->air < 60 ? 500 : 1500),
                                                   .w = ui->width - 2 * ui->margin_x});
    ui->size = size;
    if (ui->bare) {
        ui->frame->node[ui->frame->node_count - 1].type = TYPE_COUNT;
    }
    int32_t below = ui_um(ui, ui->air < 60 ? 700 : 2500) + height;
    ui->top = below > ui->margin_y ? below : ui->margin_y + line / 3;
}

void fit_hint(struct ui *ui, const char *words)
{
    const int32_t pad_x = ui_um(ui, HINT_PAD_X_UM), pad_y = ui_um(ui, HINT_PAD_Y_UM);
    struct ui_text text = {.id = "common.keys",
                           .text = words,
                           .role = ROLE_STATUS,
                           .type = ui->facilitator ? TYPE_F_TEXT : TYPE_CAPTION,
                           .ink = INK_INK,
                           .balance = true,
                           .x = ui->margin_x + pad_x,
                           .y = ui_um(ui, HINT_TOP_UM) + pad_y};
    const int32_t most = ui->width - 2 * (ui->margin_x + pad_x);
    const int32_t width = ui_text_width(ui, text.type, text.text);
    text.w = width < most ? width : most;
    const struct box box = {text.x - pad_x, text.y - pad_y, text.w + 2 * pad_x,
                            ui_text_height(ui, &text) + 2 * pad_y};
    ui_sheet(ui, box, ui_umf(ui, HINT_RADIUS_UM), false);
    ui_text(ui, &text);
}
