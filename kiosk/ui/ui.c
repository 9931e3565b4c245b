/* SPDX-License-Identifier: MIT */
#include "ui/ui.h"

#include "ui/build.h"

#include <assert.h>
#include <string.h>

/* The distance from line to line in hundredths of the em (ACCESS 6): of running text, and of
 * statements and labels. Headings of a few words have less. */
enum { PARAGRAPH = 150, LINE = 140 };

/* Capital heights in um at S, M, L, XL, and line height in hundredths of the em. The facilitator's
 * types do not follow the attendee's text size. */
static const struct {
    uint8_t family;
    uint16_t line;
    uint16_t cap_um[SIZE_COUNT];
} TYPES[TYPE_COUNT] = {
    [TYPE_DISPLAY] = {FONT_DISPLAY, 115, {9750, 13000, 13000, 13100}},
    [TYPE_DISPLAY_SMALL] = {FONT_DISPLAY, 118, {7800, 10400, 11800, 13100}},
    [TYPE_STATEMENT] = {FONT_DISPLAY, LINE, {6600, 8800, 8800, 10900}},
    [TYPE_STATEMENT_SMALL] = {FONT_DISPLAY, LINE, {4900, 6500, 8500, 8750}},
    [TYPE_TITLE] = {FONT_DISPLAY, 125, {5900, 7800, 10200, 13100}},
    [TYPE_CARD] = {FONT_DISPLAY, 128, {4900, 6500, 8500, 10900}},
    [TYPE_LEAD] = {FONT_DISPLAY, PARAGRAPH, {5900, 7800, 10200, 13100}},
    [TYPE_LEAD_SMALL] = {FONT_DISPLAY, PARAGRAPH, {4900, 6500, 8500, 10900}},
    [TYPE_BODY] = {FONT_TEXT, PARAGRAPH, {3900, 5200, 6800, 8750}},
    [TYPE_CAPTION] = {FONT_TEXT, PARAGRAPH, {3900, 4400, 5800, 7400}},
    [TYPE_F_DISPLAY] = {FONT_DISPLAY, 115, {10400, 10400, 10400, 10400}},
    [TYPE_F_TITLE] = {FONT_DISPLAY, 122, {5800, 5800, 5800, 5800}},
    [TYPE_F_LEDE] = {FONT_TEXT, PARAGRAPH, {3900, 3900, 3900, 3900}},
    [TYPE_F_TEXT] = {FONT_TEXT, PARAGRAPH, {3200, 3200, 3200, 3200}},
    [TYPE_F_CAPTION] = {FONT_TEXT, LINE, {2800, 2800, 2800, 2800}},
    [TYPE_F_HEAD] = {FONT_BOLD, PARAGRAPH, {3200, 3200, 3200, 3200}},
    [TYPE_F_HEAD_CAPTION] = {FONT_BOLD, LINE, {2800, 2800, 2800, 2800}},
    [TYPE_F_NUMERAL] = {FONT_DISPLAY, 100, {7800, 7800, 7800, 7800}},
};

/* Letters of the display family are narrower. */
enum { LINE_CHARACTERS = 70, LETTER_DISPLAY = 95 /* hundredths */ };

/* Below this height a hero's headline would push everything else off a ten-inch panel. */
enum { LOW_PANEL_UM = 150000, DISPLAY_LOW_UM = 10400 };

char *ui_number(const struct ui *ui, char out[NUMBER_BYTES], int64_t n)
{
    return ui->language != NULL ? language_number(ui->language, out, n) : text_number(out, n);
}

int32_t ui_um(const struct ui *ui, int32_t um)
{
    int64_t scaled = (int64_t)um * ui->px_per_m;
    return (int32_t)((scaled + (scaled < 0 ? -500000 : 500000)) / 1000000);
}

float ui_umf(const struct ui *ui, int32_t um)
{
    return (float)um * (float)ui->px_per_m / 1000000.0F;
}

int32_t ui_gap(const struct ui *ui, int32_t um)
{
    int32_t scaled = (int32_t)((int64_t)um * (int32_t)ui->air / 100);
    int32_t least = um < 1000 ? um : 1000;
    return ui_um(ui, scaled > least ? scaled : least);
}

int32_t ui_sized_um(const struct ui *ui, int32_t um)
{
    static const uint16_t PER_MILLE[SIZE_COUNT] = {[SIZE_S] = 750, 1000, 1308, 1683};
    return (int32_t)((int64_t)um * PER_MILLE[ui->size] / 1000);
}

int32_t ui_width_um(const struct ui *ui)
{
    return (int32_t)((int64_t)ui->width * 1000000 / ui->px_per_m);
}

int32_t ui_height_um(const struct ui *ui)
{
    return (int32_t)((int64_t)ui->height * 1000000 / ui->px_per_m);
}

struct font ui_font(const struct ui *ui, enum type type)
{
    assert(type < TYPE_COUNT);
    int64_t cap_um = TYPES[type].cap_um[ui->size];
    if (type == TYPE_DISPLAY && ui_height_um(ui) < LOW_PANEL_UM && cap_um > DISPLAY_LOW_UM &&
        ui->size < SIZE_L) {
        cap_um = DISPLAY_LOW_UM;
    }
    uint32_t per_mille = ui->text->cap_per_mille(ui->text->context, TYPES[type].family);
    assert(per_mille > 0);
    int64_t em = (cap_um * ui->px_per_m / 1000 + per_mille / 2) / per_mille;
    return (struct font){.family = TYPES[type].family, .em_px = (uint16_t)(em < 8 ? 8 : em)};
}

struct text_column ui_column(const struct ui *ui, struct font font, int32_t w, bool balance)
{
    return (struct text_column){font, ui->language, w, balance};
}

static int32_t line_px(const struct ui *ui, enum type type, int32_t usual)
{
    int32_t least = ui->language != NULL ? ui->language->line_percent : 0;
    return (ui_font(ui, type).em_px * (usual > least ? usual : least) + 50) / 100;
}

int32_t ui_line_px(const struct ui *ui, enum type type)
{
    return line_px(ui, type, TYPES[type].line);
}

int32_t ui_label_line_px(const struct ui *ui, enum type type)
{
    return line_px(ui, type, LINE);
}

int32_t ui_measure_px(const struct ui *ui, enum type type)
{
    const struct language *language = ui->language != NULL ? ui->language : language_at(0);
    int32_t wide = TYPES[type].family == FONT_DISPLAY ? LETTER_DISPLAY : 100;
    return ui_font(ui, type).em_px * LINE_CHARACTERS * language->letter_percent / 100 * wide / 100;
}

void ui_node_type(struct ui *ui, struct node *node, enum type type)
{
    node->type = (uint8_t)type;
    node->font = ui_font(ui, type);
    node->missing = (uint16_t)text_missing(ui->text, node->font, node->text, strlen(node->text));
}

struct box box_inset(struct box box, int32_t dx, int32_t dy)
{
    return (struct box){box.x + dx, box.y + dy, box.w - 2 * dx, box.h - 2 * dy};
}

struct node *ui_node(struct ui *ui, const char *id, enum role role, struct box rect)
{
    struct frame *frame = ui->frame;
    assert(frame->node_count < NODE_MAX);
    struct node *node = &frame->node[frame->node_count++];
    *node = (struct node){.role = (uint8_t)role, .rect = rect};
    size_t i = 0;
    for (; id[i] != '\0'; i++) {
        assert(i + 1 < NODE_ID_BYTES);
        node->id[i] = id[i];
    }
    node->id[i] = '\0';
    node->text = node->spoken = "";
    if (ui->facilitator) {
        node->flags |= NODE_FACILITATOR;
    }
    return node;
}
