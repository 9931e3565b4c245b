/* SPDX-License-Identifier: MIT */
#include "ui/fits.h"

#include "ui/area.h"

#include <string.h>

/* How tightly a screen is built. The fits are tried in order until nothing overflows; the last one
 * splits the page. Headings grow modest on a low panel alone. */
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

/* In the tightest fits the edges give way too, before an attendee has to turn a page. */
enum { TIGHT_AIR = 60, TIGHT_SIDE_UM = 10000, TIGHT_EDGE_UM = 5500 };

enum {
    NOTICE_GAP_UM = 1000,
    NOTICE_PAD_X_UM = 5000,
    NOTICE_PAD_Y_UM = 600,
    NOTICE_RADIUS_UM = 4000,
    NOTICE_CLEAR_UM = 700, /* around a line that the notice does not hide */
    STONE_UM = 7000,       /* radius at most */
};

/* Returns the margin at each side. On a usual panel the largest letters need some of it. */
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

static const struct node *control_in(const struct frame *frame, struct box box)
{
    for (uint32_t i = 0; i < frame->node_count; i++) {
        const struct node *node = &frame->node[i];
        const struct box r = node->rect;
        if ((node->flags & NODE_FOCUSABLE) != 0 && r.x < box.x + box.w && r.x + r.w > box.x &&
            r.y < box.y + box.h && r.y + r.h > box.y) {
            return node;
        }
    }
    return NULL;
}

/* Returns the box of a notice whose words begin at this place. A gap around the box is free as
 * well. */
static struct box notice_box(struct ui *ui, struct ui_text *text, int32_t most)
{
    const int32_t pad_x = ui_um(ui, NOTICE_PAD_X_UM), pad_y = ui_um(ui, NOTICE_PAD_Y_UM);
    const int32_t width = ui_text_width(ui, text->type, text->text);
    text->w = width < most ? width : most;
    return (struct box){text->x - pad_x, text->y - pad_y, text->w + 2 * pad_x,
                        ui_text_height(ui, text) + 2 * pad_y};
}

static bool meets(struct box a, struct box b)
{
    return a.x < b.x + b.w && a.x + a.w > b.x && a.y < b.y + b.h && a.y + a.h > b.y;
}

/* A line of letters on the page, from capitals to baseline, or a stone, and what is clear around
 * it; of other pictures nothing. */
static struct box whole_of(const struct ui *ui, const struct draw *draw)
{
    const int32_t clear = ui_um(ui, NOTICE_CLEAR_UM);
    struct box box = {(int32_t)draw->x, (int32_t)draw->y, 0, 0};
    if (draw->kind == DRAW_TEXT) {
        struct font_metrics metrics;
        ui->text->metrics(ui->text->context, draw->font, &metrics);
        box = (struct box){box.x, box.y - metrics.cap_px, (int32_t)draw->w, metrics.cap_px};
    } else if (draw->kind == DRAW_DISC && draw->w <= ui_umf(ui, ui_sized_um(ui, STONE_UM))) {
        const int32_t radius = (int32_t)draw->w + 1;
        box = (struct box){box.x - radius, box.y - radius, 2 * radius, 2 * radius};
    } else {
        return (struct box){0};
    }
    return (struct box){box.x - clear, box.y - clear, box.w + 2 * clear, box.h + 2 * clear};
}

static struct box both(struct box a, struct box b)
{
    const int32_t x = a.x < b.x ? a.x : b.x, y = a.y < b.y ? a.y : b.y;
    const int32_t end = a.x + a.w > b.x + b.w ? a.x + a.w : b.x + b.w;
    const int32_t bottom = a.y + a.h > b.y + b.h ? a.y + a.h : b.y + b.h;
    return (struct box){x, y, end - x, bottom - y};
}

/* The sheet, grown until it hides each line and stone whole that it meets: half a line is no
 * words. */
static struct box whole_lines(const struct ui *ui, struct box sheet)
{
    const struct frame *frame = ui->frame;
    bool grown = true;
    while (grown) {
        grown = false;
        for (uint32_t i = 0; i < frame->draw_count; i++) {
            const struct draw *draw = &frame->draw[i];
            const struct box whole = whole_of(ui, draw);
            const struct box more = whole.w > 0 && meets(sheet, whole) ? both(sheet, whole) : sheet;
            grown = grown || memcmp(&more, &sheet, sizeof(more)) != 0;
            sheet = more;
        }
    }
    return sheet;
}

/* Finds the highest place for a notice where no control is. beside: few words before a control will
 * do. Returns false when there is no place. */
static bool notice_place(struct ui *ui, struct ui_text *text, bool beside, struct box *box)
{
    const int32_t pad_x = ui_um(ui, NOTICE_PAD_X_UM), pad_y = ui_um(ui, NOTICE_PAD_Y_UM);
    const int32_t gap = ui_um(ui, NOTICE_GAP_UM);
    const int32_t widest = ui->width - 2 * (ui->margin_x + pad_x);
    const struct node *node;
    int32_t most = widest;
    text->x = ui->margin_x + pad_x;
    text->y = gap + pad_y;
    *box = notice_box(ui, text, most);
    while ((node = control_in(ui->frame, whole_lines(ui, *box))) != NULL &&
           box->y + box->h <= ui->height) {
        const int32_t before = node->rect.x - gap - pad_x - text->x;
        const bool narrows =
            beside && before >= widest / 3 && before < most && meets(*box, node->rect);
        most = narrows ? before : widest;
        const int32_t below = node->rect.y + node->rect.h + pad_y;
        text->y = narrows ? text->y : below > text->y ? below : text->y + gap;
        *box = notice_box(ui, text, most);
    }
    return box->y + box->h <= ui->height;
}

void fit_notice(struct ui *ui, const char *id, const char *words)
{
    struct ui_text text = {.id = id,
                           .text = words,
                           .role = ROLE_STATUS,
                           .type = ui->facilitator ? TYPE_F_TEXT : TYPE_CAPTION,
                           .ink = INK_INK,
                           .balance = true};
    struct box box;
    if (!notice_place(ui, &text, true, &box) && !notice_place(ui, &text, false, &box)) {
        text.y -= box.y - ui_um(ui, NOTICE_GAP_UM);
        box.y = ui_um(ui, NOTICE_GAP_UM); /* the page is full of controls */
    }
    const struct box sheet = whole_lines(ui, box);
    text.y += (sheet.y + sheet.h / 2) - (box.y + box.h / 2);
    ui_sheet(ui, sheet, ui_umf(ui, NOTICE_RADIUS_UM), false);
    ui_text(ui, &text);
    ui->frame->node[ui->frame->node_count - 1].hit = sheet;
}
