/* SPDX-License-Identifier: MIT */
/* The shapes of the motif, and what is built of them: stones, rings, cards, progress. */
#include "ui/build.h"

#include <assert.h>
#include <string.h>

enum { NARROW_UM = 250000, PITCH_UM = 9000, PITCH_CLOSE_UM = 7600 }; /* from stone to stone */

void ui_disc(struct ui *ui, float x, float y, float radius, enum ink fill, uint8_t alpha)
{
    struct draw draw = {
        .kind = DRAW_DISC, .fill = (uint8_t)fill, .fill_alpha = alpha, .x = x, .y = y, .w = radius};
    frame_draw(ui->frame, &draw);
}

void ui_ring(struct ui *ui, float x, float y, float radius, enum ink stroke, float stroke_px,
             uint8_t alpha)
{
    struct draw draw = {.kind = DRAW_DISC,
                        .stroke = (uint8_t)stroke,
                        .stroke_alpha = alpha,
                        .stroke_px = stroke_px < 1.0F ? 1.0F : stroke_px,
                        .x = x,
                        .y = y,
                        .w = radius};
    frame_draw(ui->frame, &draw);
}

void ui_rule(struct ui *ui, float x0, float y0, float x1, float y1, enum ink ink, float stroke_px)
{
    struct draw_point points[2] = {{x0, y0}, {x1, y1}};
    struct draw draw = {.kind = DRAW_PATH,
                        .stroke = (uint8_t)ink,
                        .stroke_alpha = 255,
                        .stroke_px = stroke_px,
                        .first = frame_points(ui->frame, points, 2),
                        .count = 2};
    frame_draw(ui->frame, &draw);
}

void ui_hairline(struct ui *ui, int32_t x, int32_t y, int32_t w)
{
    ui_rule(ui, (float)x, (float)y + 0.5F, (float)(x + w), (float)y + 0.5F, INK_HAIR, 1.0F);
}

void ui_icon(struct ui *ui, enum icon icon, float x, float y, float side, enum ink ink)
{
    float stroke = ui_umf(ui, 500) * side / ui_umf(ui, 6000);
    struct draw draw = {.kind = DRAW_ICON,
                        .stroke = (uint8_t)ink,
                        .stroke_alpha = 255,
                        .icon = (uint8_t)icon,
                        .x = x,
                        .y = y,
                        .w = side,
                        .h = side,
                        .stroke_px = stroke < 1.4F ? 1.4F : stroke};
    frame_draw(ui->frame, &draw);
}

/* How a row of stones is set. */
struct row {
    float pitch, stone;
    int32_t stones_w, gap, words_w;
    int32_t height;
    bool narrow, alone; /* alone: the words show without stones */
};

static struct row progress_row(const struct ui *ui, const struct ui_progress *progress)
{
    /* A low panel is read from nearby. */
    bool low = ui_width_um(ui) < NARROW_UM && ui->width > ui->height;
    struct row row = {.narrow = low || progress->close};
    row.pitch = ui_umf(ui, ui_sized_um(ui, row.narrow ? PITCH_CLOSE_UM : PITCH_UM));
    row.stone = ui_umf(ui, ui_sized_um(ui, 1900));
    row.stones_w = (int32_t)(row.pitch * (float)(progress->count - 1) + 2 * row.stone);
    row.height = ui_um(ui, ui_sized_um(ui, PROGRESS_UM));
    if (progress->words[0] != '\0') {
        row.gap = ui_um(ui, ui_sized_um(ui, progress->close ? 4000 : 7000));
        row.words_w = ui_text_width(ui, TYPE_CAPTION, progress->words);
    }
    /* The words say all that the stones show, so on the narrowest panels the words stand alone. */
    row.alone = progress->words_alone ||
                progress->x + row.stones_w + row.gap + row.words_w > ui->width - ui->margin_x;
    if (row.alone) {
        row.stones_w = row.gap = 0;
    }
    if (progress->words_alone) {
        row.height = ui_line_px(ui, TYPE_CAPTION);
    }
    return row;
}

int32_t ui_progress_width(const struct ui *ui, const struct ui_progress *progress)
{
    struct row row = progress_row(ui, progress);
    return row.stones_w + row.gap + row.words_w;
}

static void progress_stone(struct ui *ui, const struct ui_progress *progress, uint32_t i,
                           const struct row *row, float y)
{
    const float x = (float)progress->x + row->stone + row->pitch * (float)i;
    if (i + 1 < progress->current || progress->current > progress->count) {
        ui_disc(ui, x, y, row->stone, INK_OUTLINE, 255);
    } else if (i + 1 == progress->current) {
        ui_ring(ui, x, y, ui_umf(ui, ui_sized_um(ui, row->narrow ? 4700 : 5300)), INK_OUTLINE,
                ui_umf(ui, ui_sized_um(ui, 200)), 115);
        ui_ring(ui, x, y, ui_umf(ui, ui_sized_um(ui, 3600)), INK_OUTLINE,
                ui_umf(ui, ui_sized_um(ui, 360)), 255);
        ui_disc(ui, x, y, row->stone, INK_OUTLINE, 255);
    } else {
        ui_ring(ui, x, y, ui_umf(ui, ui_sized_um(ui, 1700)), INK_OUTLINE,
                ui_umf(ui, ui_sized_um(ui, 400)), 255);
    }
}

int32_t ui_progress(struct ui *ui, const struct ui_progress *progress)
{
    struct row row = progress_row(ui, progress);
    int32_t x = progress->x, y = progress->y, words_x = x + row.stones_w + row.gap;
    for (uint32_t i = 0; i < progress->count && !row.alone; i++) {
        progress_stone(ui, progress, i, &row, (float)y + (float)row.height / 2);
    }
    struct node *node = ui_node(ui, progress->id, ROLE_PROGRESS,
                                (struct box){x, y, words_x + row.words_w - x, row.height});
    node->fg = INK_OUTLINE;
    node->bg = INK_BG;
    node->lines = 1;
    node->text = frame_text(ui->frame, progress->words);
    node->spoken =
        frame_text(ui->frame, progress->spoken != NULL ? progress->spoken : progress->words);
    ui_node_type(ui, node, TYPE_CAPTION);
    if (node->spoken[0] == '\0') {
        node->flags |= NODE_PICTURE;
    }
    ui_line_at(ui, node->font, INK_INK2, progress->words, strlen(progress->words), words_x,
               y + row.height / 2);
    return node->rect.w;
}

/* A card's words: title over note, beside or below its picture. */
struct card_layout {
    enum type title_type, note_type;
    int32_t pad_x, pad_y;
    int32_t text_x, text_w;
    int32_t text_h, title_h;
    int32_t gap; /* from the picture to the words below it */
    int32_t height;
};

static struct card_layout card_layout(const struct ui *ui, const struct ui_card *card, int32_t w)
{
    int32_t usual = ui_um(ui, ui->air < 60 ? 3000 : 5500);
    /* A card without a picture on a facilitator's screen is one of a list. */
    bool small = ui->facilitator && card->picture_px == 0;
    struct card_layout layout = {.title_type = small ? TYPE_F_TITLE : TYPE_CARD,
                                 .note_type = small ? TYPE_F_LEDE : TYPE_CAPTION,
                                 .pad_x = card->pad_x_px > 0 ? card->pad_x_px : usual,
                                 .pad_y = card->pad_y_px > 0 ? card->pad_y_px : usual,
                                 .gap = card->picture_px > 0 ? ui_um(ui, 3000) : 0};
    int32_t after = layout.pad_x > usual ? layout.pad_x : ui_um(ui, 5000);
    layout.text_x = layout.pad_x + (card->beside ? card->picture_px + after : 0);
    layout.text_w = w - layout.text_x - (card->beside ? usual : layout.pad_x);
    struct ui_text title = {
        .text = card->title, .type = layout.title_type, .w = layout.text_w, .balance = true};
    layout.title_h = ui_text_height(ui, &title);
    layout.text_h = layout.title_h;
    if (card->note != NULL) {
        struct ui_text note = {
            .text = card->note, .type = layout.note_type, .w = layout.text_w, .balance = true};
        layout.text_h += ui_um(ui, 1000) + ui_text_height(ui, &note);
    }
    int32_t inner = layout.text_h + layout.gap + card->picture_px;
    if (card->beside) {
        inner = layout.text_h > card->picture_px ? layout.text_h : card->picture_px;
    }
    layout.height = inner + 2 * layout.pad_y;
    return layout;
}

int32_t ui_card_height(const struct ui *ui, const struct ui_card *card, int32_t w)
{
    return card_layout(ui, card, w).height;
}

bool ui_card_holds(const struct ui *ui, const struct ui_card *card, int32_t w)
{
    struct card_layout layout = card_layout(ui, card, w);
    return ui_text_holds(ui, layout.title_type, card->title, layout.text_w) &&
           (card->note == NULL || ui_text_holds(ui, layout.note_type, card->note, layout.text_w));
}

/* The card's control: its node says title and note, and its surface is drawn. */
static struct node *card_surface(struct ui *ui, const struct ui_card *card, struct box box)
{
    struct node *node = ui_node(ui, card->id, ROLE_BUTTON, box);
    char words[2 * 256];
    size_t length = strlen(card->title);
    assert(length < 256);
    memcpy(words, card->title, length + 1);
    if (card->note != NULL) {
        size_t note_length = strlen(card->note);
        assert(length + note_length + 2 < sizeof(words));
        words[length] = '\n';
        memcpy(words + length + 1, card->note, note_length + 1);
    }
    ui_target(ui, node, words, NULL, card->action, card->arg);
    node->flags |= card->chosen ? NODE_CHOSEN : 0;
    node->fg = INK_INK;
    node->bg = INK_SURFACE;
    node->outline = INK_OUTLINE;
    float radius = ui_umf(ui, 4000);
    struct draw draw = {.kind = DRAW_BOX,
                        .fill = INK_SURFACE,
                        .fill_alpha = 255,
                        .stroke = INK_OUTLINE,
                        .stroke_alpha = 255,
                        .stroke_px =
                            ui_edge_px(ui, card->chosen, (node->flags & NODE_PRESSED) != 0),
                        .x = (float)box.x,
                        .y = (float)box.y,
                        .w = (float)box.w,
                        .h = (float)box.h,
                        .radius = radius};
    frame_draw(ui->frame, &draw);
    ui_focus_ring(ui, node, radius);
    return node;
}

/* Draws title and note as text blocks, whose nodes are folded into the card's. */
static void card_words(struct ui *ui, const struct ui_card *card, const struct card_layout *layout,
                       struct box box, struct node *node)
{
    int32_t text_y = box.y + layout->pad_y + card->picture_px + layout->gap;
    if (card->beside || card->picture_px == 0) {
        text_y = box.y + (box.h - layout->text_h) / 2;
    }
    uint32_t kept = ui->frame->node_count;
    int32_t h = ui_text(ui, &(struct ui_text){.id = "card.title",
                                              .text = card->title,
                                              .type = layout->title_type,
                                              .balance = true,
                                              .x = box.x + layout->text_x,
                                              .y = text_y,
                                              .w = layout->text_w});
    if (card->note != NULL) {
        ui_text(ui, &(struct ui_text){.id = "card.note",
                                      .text = card->note,
                                      .type = layout->note_type,
                                      .balance = true,
                                      .x = box.x + layout->text_x,
                                      .y = text_y + h + ui_um(ui, 1000),
                                      .w = layout->text_w});
    }
    for (uint32_t i = kept; i < ui->frame->node_count; i++) {
        node->lines = (uint16_t)(node->lines + ui->frame->node[i].lines);
        node->missing = (uint16_t)(node->missing + ui->frame->node[i].missing);
        node->flags |= ui->frame->node[i].flags & NODE_CLIPPED;
    }
    ui->frame->node_count = kept;
}

struct box ui_card(struct ui *ui, const struct ui_card *card, struct box box)
{
    struct card_layout layout = card_layout(ui, card, box.w);
    struct node *node = card_surface(ui, card, box);
    node->type = (uint8_t)layout.title_type;
    node->font = ui_font(ui, layout.title_type);
    card_words(ui, card, &layout, box, node);
    if (layout.height > box.h) {
        node->flags |= NODE_CLIPPED;
        ui->overflow = true;
    }
    int32_t side = card->picture_px;
    return card->beside
               ? (struct box){box.x + layout.pad_x, box.y + (box.h - side) / 2, side, side}
               : (struct box){box.x + (box.w - side) / 2, box.y + layout.pad_y, side, side};
}
