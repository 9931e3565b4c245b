/* SPDX-License-Identifier: MIT */
/* Text blocks: wrapped, measured and drawn with one node. */
#include "core/direction.h"
#include "ui/build.h"

#include <assert.h>
#include <string.h>

static enum ink type_ink(enum type type)
{
    switch (type) {
    case TYPE_BODY:
    case TYPE_CAPTION:
    case TYPE_F_LEDE:
    case TYPE_F_TEXT:
    case TYPE_F_CAPTION:
        return INK_INK2;
    case TYPE_DISPLAY:
    case TYPE_DISPLAY_SMALL:
    case TYPE_STATEMENT:
    case TYPE_STATEMENT_SMALL:
    case TYPE_TITLE:
    case TYPE_CARD:
    case TYPE_LEAD:
    case TYPE_LEAD_SMALL:
    case TYPE_F_DISPLAY:
    case TYPE_F_TITLE:
    case TYPE_F_NUMERAL:
    case TYPE_F_HEAD:
    case TYPE_F_HEAD_CAPTION:
    case TYPE_COUNT:
        break;
    }
    return INK_INK;
}

/* No line grows longer than is comfortable to read, however wide its box is. */
static struct text_column column_of(const struct ui *ui, const struct ui_text *text)
{
    int32_t measure = ui_measure_px(ui, text->type);
    int32_t w = ui->facilitator || text->w < measure ? text->w : measure;
    return ui_column(ui, ui_font(ui, text->type), w, text->balance);
}

/* Returns whether a long word is cut. A tighter build may find a wider column, so only a page that
 * is split cuts words. */
static bool cuts_words(const struct ui *ui, const struct text_column *column, bool holds)
{
    return !holds && ui->paged && column->width_px > 0;
}

static uint32_t wrap(const struct ui *ui, const struct ui_text *text,
                     struct text_line lines[TEXT_LINE_MAX])
{
    const struct text_column column = column_of(ui, text);
    uint32_t count = text_wrap(ui->text, &column, text->text, lines);
    bool holds = count <= TEXT_LINE_MAX;
    for (uint32_t i = 0; holds && i < count; i++) {
        holds = lines[i].width_px <= column.width_px;
    }
    if (cuts_words(ui, &column, holds)) {
        count = text_wrap_hard(ui->text, &column, text->text, lines);
    }
    return count > TEXT_LINE_MAX ? TEXT_LINE_MAX : count;
}

int32_t ui_text_height(const struct ui *ui, const struct ui_text *text)
{
    const struct text_column column = column_of(ui, text);
    bool holds;
    uint32_t count = text_lines(ui->text, &column, text->text, &holds);
    if (cuts_words(ui, &column, holds)) {
        struct text_line lines[TEXT_LINE_MAX];
        count = text_wrap_hard(ui->text, &column, text->text, lines);
    }
    count = count > TEXT_LINE_MAX ? TEXT_LINE_MAX : count;
    return (int32_t)count * ui_line_px(ui, text->type);
}

bool ui_text_holds(const struct ui *ui, enum type type, const char *text, int32_t w)
{
    struct text_column column = ui_column(ui, ui_font(ui, type), w, false);
    bool holds;
    (void)text_lines(ui->text, &column, text, &holds);
    return holds;
}

int32_t ui_text_width(const struct ui *ui, enum type type, const char *text)
{
    return text_width(ui->text, ui_font(ui, type), text, strlen(text));
}

static int32_t aligned_x(enum align align, int32_t x, int32_t w, int32_t width)
{
    switch (align) {
    case ALIGN_CENTRE:
        return x + (w - width) / 2;
    case ALIGN_END:
        return x + w - width;
    case ALIGN_START:
        break;
    }
    return x;
}

bool ui_runs_rtl(const struct ui *ui, const char *text, size_t bytes)
{
    return direction_is_rtl(text, bytes, ui->frame->rtl);
}

void ui_line(struct ui *ui, struct font font, enum ink ink, const char *text, size_t bytes,
             bool rtl, int32_t x, int32_t baseline)
{
    if (bytes == 0) {
        return;
    }
    const char *kept = frame_text_bytes(ui->frame, text, bytes);
    struct draw draw = {.kind = DRAW_TEXT,
                        .flags = rtl ? DRAW_RTL : 0,
                        .fill = (uint8_t)ink,
                        .fill_alpha = 255,
                        .font = font,
                        .x = (float)x,
                        .y = (float)baseline,
                        .first = (uint32_t)(kept - ui->frame->text),
                        .count = (uint32_t)bytes};
    struct font_metrics metrics;
    ui->text->metrics(ui->text->context, font, &metrics);
    draw.w = (float)text_width(ui->text, font, text, bytes);
    draw.h = (float)(metrics.ascent_px + metrics.descent_px);
    draw.radius = (float)metrics.ascent_px;
    frame_draw(ui->frame, &draw);
}

void ui_line_at(struct ui *ui, struct font font, enum ink ink, const char *text, size_t bytes,
                int32_t x, int32_t middle_y)
{
    struct font_metrics metrics;
    ui->text->metrics(ui->text->context, font, &metrics);
    ui_line(ui, font, ink, text, bytes, ui_runs_rtl(ui, text, bytes), x,
            middle_y + (metrics.cap_px + 1) / 2);
}

int32_t ui_text(struct ui *ui, const struct ui_text *text)
{
    assert(text->text != NULL);
    struct text_line lines[TEXT_LINE_MAX];
    uint32_t count = wrap(ui, text, lines);
    struct font font = ui_font(ui, text->type);
    struct font_metrics metrics;
    ui->text->metrics(ui->text->context, font, &metrics);
    int32_t line_px = ui_line_px(ui, text->type);
    enum ink ink = text->ink != INK_NONE ? text->ink : type_ink(text->type);
    int32_t lead = (line_px - metrics.ascent_px - metrics.descent_px) / 2 + metrics.ascent_px;

    struct box rect = {text->x, text->y, 0, (int32_t)count * line_px};
    int32_t left = text->x + text->w, right = text->x;
    bool clipped = false, rtl = ui_runs_rtl(ui, text->text, strlen(text->text));
    for (uint32_t i = 0; i < count; i++) {
        int32_t x = aligned_x(text->align, text->x, text->w, lines[i].width_px);
        left = x < left ? x : left;
        right = x + lines[i].width_px > right ? x + lines[i].width_px : right;
        clipped = clipped || lines[i].width_px > text->w;
        ui_line(ui, font, ink, text->text + lines[i].start, lines[i].bytes, rtl, x,
                text->y + (int32_t)i * line_px + lead);
    }
    rect.x = left;
    rect.w = right - left;

    struct node *node = ui_node(ui, text->id, text->role, rect);
    node->text = frame_text(ui->frame, text->text);
    node->spoken = text->spoken != NULL ? frame_text(ui->frame, text->spoken) : node->text;
    ui_node_type(ui, node, text->type);
    node->fg = (uint8_t)ink;
    node->bg = INK_BG;
    node->lines = (uint16_t)count;
    if (clipped) {
        node->flags |= NODE_CLIPPED;
        ui->overflow = true;
    }
    return rect.h;
}

void ui_label(struct ui *ui, enum type type, enum ink ink, const char *text, struct box box,
              enum align align)
{
    struct font font = ui_font(ui, type);
    size_t bytes = strlen(text);
    int32_t width = text_width(ui->text, font, text, bytes);
    ui_line_at(ui, font, ink == INK_NONE ? type_ink(type) : ink, text, bytes,
               aligned_x(align, box.x, box.w, width), box.y + box.h / 2);
}

void ui_row_node(struct ui *ui, const char *id, const char *const *cells, uint32_t count,
                 const char *spoken, enum type type, struct box row)
{
    char words[256];
    size_t length = 0;
    for (uint32_t i = 0; i < count; i++) {
        size_t bytes = strlen(cells[i]);
        assert(length + bytes + 2 < sizeof(words));
        memcpy(words + length, cells[i], bytes);
        length += bytes;
        words[length++] = ' ';
    }
    words[length > 0 ? length - 1 : 0] = '\0';
    struct node *node = ui_node(ui, id, ROLE_TEXT, row);
    node->text = frame_text(ui->frame, words);
    node->spoken = spoken != NULL ? frame_text(ui->frame, spoken) : node->text;
    ui_node_type(ui, node, type);
    node->fg = INK_INK;
    node->bg = INK_SURFACE;
    node->lines = 1;
}

void ui_heard(struct ui *ui, const char *id, const char *spoken)
{
    struct node *node = ui_node(ui, id, ROLE_TEXT, (struct box){0});
    node->spoken = frame_text(ui->frame, spoken);
    node->flags |= NODE_HEARD;
}
