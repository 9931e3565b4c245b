/* SPDX-License-Identifier: MIT */
#include "ui/blocks/document.h"

#include <assert.h>

enum {
    MARGIN_UM = 11500,        /* before the text */
    MARGIN_NARROW_UM = 8000,  /* where the chips need the width */
    EDGE_UM = 4000,           /* least space above the chips and below the content */
    RAISE_UM = 3800,          /* chips stand higher than an attendee's first line */
    CHIP_GAP_UM = 2900,       /* between chips */
    CONTENT_GAP_UM = 2600,    /* rows that can be pressed stand below the chips */
    PANEL_GAP_UM = 5500,      /* between content and panel */
    PANEL_MARGIN_UM = 8000,   /* inside the panel */
    PANEL_TOP_UM = 15500,     /* first words in the panel */
    PANEL_WIDTH_UM = 250000,  /* narrower screens keep the width for the lines */
    PANEL_HEIGHT_UM = 150000, /* lower ones too: the panel's words would not fit */
    RING_UM = 23200,          /* radius of the outermost ring */
    RING_LEAST_UM = 8000,     /* smaller rings are a smudge */
    RING_FOOT_UM = 6000,
    LOW_UM = 110000, /* a lower panel has one row of chips */
    FOOT_WIDTH_UM = 216000,
    FOOT_HEIGHT_UM = 400000, /* lower upright screens keep the height for the lines */
    FOOT_PAD_UM = 10000,     /* between the water's edge and its words, */
    FOOT_GAP_UM = 8000,      /* between them and the rings, and between content and water */
};

/* Returns whether the screen has a side panel: a wide one has, an upright or a low one has not. */
static bool has_side(const struct ui *ui)
{
    return ui->width > ui->height && ui_width_um(ui) >= PANEL_WIDTH_UM &&
           ui_height_um(ui) >= PANEL_HEIGHT_UM;
}

static int32_t row_width(const struct ui *ui, const struct ui_button *chips, uint32_t count)
{
    int32_t width = 0;
    for (uint32_t i = 0; i < count; i++) {
        width += ui_button_width(ui, &chips[i]) + (i > 0 ? ui_um(ui, CHIP_GAP_UM) : 0);
    }
    return width;
}

static void draw_row(struct ui *ui, const struct ui_button *chips, uint32_t count, int32_t x,
                     int32_t y)
{
    int32_t height = ui_button_height(ui, BUTTON_F);
    for (uint32_t i = 0; i < count; i++) {
        int32_t width = ui_button_width(ui, &chips[i]);
        ui_button(ui, &chips[i], (struct box){x, y, width, height});
        x += width + ui_um(ui, CHIP_GAP_UM);
    }
}

/* Draws chips in rows, each as full as it can be; returns where the last row stands. */
static int32_t draw_rows(struct ui *ui, const struct ui_button *chips, uint32_t count, int32_t x,
                         int32_t y, int32_t w)
{
    uint32_t held = count;
    while (held > 1 && row_width(ui, chips, held) > w) {
        held--;
    }
    draw_row(ui, chips, held, x, y);
    if (held > 0 && row_width(ui, chips, held) > w) {
        ui->overflow = true;
    }
    if (held == count) {
        return y;
    }
    y += ui_button_height(ui, BUTTON_F) + ui_um(ui, CHIP_GAP_UM);
    return draw_rows(ui, chips + held, count - held, x, y, w);
}

/* Returns where the chips stand: below the line at the top, where there is one. */
static int32_t top_of(const struct ui *ui)
{
    int32_t least = ui_um(ui, EDGE_UM), top = ui->top - ui_um(ui, RAISE_UM);
    const struct node *ribbon = frame_find(ui->frame, "ribbon");
    if (ribbon != NULL) {
        int32_t under = ribbon->rect.y + ribbon->rect.h + ui_um(ui, 1000);
        top = top > under ? top : under;
    }
    return top > least ? top : least;
}

static void set_scene(struct ui *ui, int32_t panel_x)
{
    ui->frame->scene = (struct scene){.kind = SCENE_PAPER,
                                      .strength = 100,
                                      .stone = true,
                                      .width = ui->width,
                                      .height = ui->height,
                                      .panel_x = panel_x,
                                      .dim = 100};
}

static bool is_low(const struct ui *ui)
{
    return ui->paged && ui_height_um(ui) < LOW_UM;
}

static struct ui_button more_chip(const struct document_plan *plan)
{
    return (struct ui_button){.id = plan->more->id,
                              .label = plan->more->label,
                              .kind = BUTTON_F,
                              .icon_after = ICON_NEXT,
                              .action = plan->more->action};
}

/* Moves all chips of a row but the first to the loose ones. */
static uint32_t loosen(struct document *document, const struct ui_button *chips, uint32_t from,
                       uint32_t count)
{
    for (uint32_t i = from; i < count; i++) {
        assert(document->loose_count < DOCUMENT_CHIP_MAX);
        document->loose[document->loose_count++] = chips[i];
    }
    return from;
}

/* More, and before it the last chip of the right where the row holds both: a page's lock is the
 * last. Returns how many. */
static uint32_t keep_last(const struct ui *ui, const struct document_plan *plan,
                          struct ui_button *chips, int32_t w)
{
    uint32_t count = 0;
    if (plan->right_count > 0) {
        chips[count++] = plan->right[plan->right_count - 1];
    }
    chips[count++] = more_chip(plan);
    if (count == 2 && row_width(ui, chips, count) > w) {
        chips[0] = chips[1];
        count = 1;
    }
    return count;
}

/* Draws the chips between the margin and the end; returns where the last row of them stands. */
static int32_t draw_chips(struct ui *ui, const struct document_plan *plan,
                          struct document *document, int32_t margin, int32_t end)
{
    struct ui_button all[DOCUMENT_CHIP_MAX];
    uint32_t left_count = plan->left_count, count = 0;
    assert(left_count + plan->right_count < DOCUMENT_CHIP_MAX);
    for (uint32_t i = 0; i < plan->right_count; i++) {
        all[count++] = plan->right[i];
    }
    if (ui->paged) {
        all[count++] = more_chip(plan);
    }
    int32_t y = top_of(ui), gap = ui_um(ui, CHIP_GAP_UM), right_w = row_width(ui, all, count);
    bool one_row = row_width(ui, plan->left, left_count) + gap + right_w <= end - margin;
    if (!one_row && is_low(ui)) {
        left_count = loosen(document, plan->left, 1, left_count);
        count =
            keep_last(ui, plan, all, end - margin - gap - row_width(ui, plan->left, left_count));
        (void)loosen(document, plan->right, 0, plan->right_count + 1 - count);
        right_w = row_width(ui, all, count);
        one_row = true;
    }
    y = draw_rows(ui, plan->left, left_count, margin, y, end - margin);
    if (!one_row) {
        y += ui_button_height(ui, BUTTON_F) + gap;
    }
    return draw_rows(ui, all, count, one_row ? end - right_w : margin, y, end - margin);
}

/* The words are built once to be measured. */
static void make_foot(struct ui *ui, struct document *document)
{
    int32_t radius = ui_um(ui, RING_UM), gap = ui_um(ui, FOOT_GAP_UM);
    struct box box = document->content;
    box.w -= 2 * radius + gap;
    int32_t words_h =
        flow_content_height(ui, document->planned.words, document->planned.context, box.w);
    int32_t least = 2 * (radius + ui_um(ui, RING_FOOT_UM));
    int32_t height = words_h + 2 * ui_um(ui, FOOT_PAD_UM);
    height = height > least ? height : least;
    struct scene *scene = &ui->frame->scene;
    scene->horizon_y = ui->height - height;
    scene->centre_x = box.x + box.w + gap + radius;
    scene->centre_y = scene->horizon_y + height / 2;
    scene->scale_x = radius;
    document->panel =
        (struct box){box.x, scene->horizon_y + (height - words_h) / 2, box.w, words_h};
    document->content.h = scene->horizon_y - gap - document->content.y;
}

void document_begin(struct ui *ui, const struct document_plan *plan, struct document *document)
{
    bool narrow = ui_width_um(ui) < PANEL_WIDTH_UM;
    int32_t margin = ui_um(ui, narrow ? MARGIN_NARROW_UM : MARGIN_UM);
    margin = margin < ui->margin_x ? margin : ui->margin_x;
    const struct document_panel *panel = &plan->panel;
    int32_t panel_x =
        panel->width_um > 0 && has_side(ui) ? ui->width - ui_um(ui, panel->width_um) : 0;
    int32_t end = panel_x > 0 ? panel_x - ui_um(ui, PANEL_GAP_UM) : ui->width - margin;
    *document = (struct document){.planned = *panel};
    int32_t y = draw_chips(ui, plan, document, margin, end) + ui_button_height(ui, BUTTON_F) +
                ui_um(ui, CONTENT_GAP_UM);
    set_scene(ui, panel_x);
    document->content = (struct box){margin, y, end - margin, ui->height - ui_um(ui, EDGE_UM) - y};
    if (panel_x > 0) {
        int32_t inside = ui_um(ui, PANEL_MARGIN_UM), top = ui_um(ui, PANEL_TOP_UM);
        top = ui_height_um(ui) < 2 * PANEL_HEIGHT_UM ? top : 2 * top;
        document->panel = (struct box){panel_x + inside, top, ui->width - panel_x - 2 * inside,
                                       ui->height - ui_um(ui, EDGE_UM) - top};
    } else if (panel->width_um > 0 && panel->words != NULL && document_has_foot(ui)) {
        make_foot(ui, document);
    }
}

void document_flow_loose(struct flow *flow, const struct document *document)
{
    if (document->loose_count > 0) {
        flow->y += flow->fresh ? 0 : ui_um(flow->ui, CHIP_GAP_UM);
        flow_buttons(flow, document->loose, document->loose_count);
        flow->y += ui_um(flow->ui, CHIP_GAP_UM);
    }
}

void document_panel_end(struct ui *ui, const struct document *document, int32_t y)
{
    if (ui->frame->scene.panel_x == 0) {
        return; /* a panel at the foot was measured first */
    }
    int32_t bottom = ui->height - ui_um(ui, RING_FOOT_UM);
    if (y > document->panel.y + document->panel.h) {
        ui->overflow = true;
    }
    int32_t room = (bottom - y - ui_um(ui, RING_FOOT_UM)) / 2;
    int32_t radius = ui_um(ui, RING_UM);
    radius = radius < room ? radius : room;
    struct scene *scene = &ui->frame->scene;
    if (radius < ui_um(ui, RING_LEAST_UM)) {
        scene->strength = 0;
        scene->stone = false;
        return;
    }
    scene->centre_x = document->panel.x + document->panel.w / 2;
    scene->centre_y = bottom - radius;
    scene->scale_x = radius;
}

bool document_end(struct ui *ui, const struct document *document)
{
    const struct document_panel *planned = &document->planned;
    if (document->panel.w == 0) {
        return false;
    }
    int32_t y = document->panel.y;
    if (planned->words != NULL) {
        struct flow flow;
        flow_begin(&flow, ui, document->panel);
        planned->words(planned->context, &flow);
        y = flow.y + ui_gap(ui, planned->clear_um);
    }
    document_panel_end(ui, document, y);
    return true;
}

bool document_has_foot(const struct ui *ui)
{
    return ui->height > ui->width && ui_height_um(ui) >= FOOT_HEIGHT_UM &&
           ui_width_um(ui) >= FOOT_WIDTH_UM && !ui->paged;
}
