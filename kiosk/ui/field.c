/* SPDX-License-Identifier: MIT */
#include "ui/field.h"

#include "core/utf8.h"
#include "ui/area.h"
#include "ui/build.h"

#include <string.h>

enum {
    PAD_X_UM = 4000,
    PAD_Y_UM = 1500,
    RADIUS_UM = 4000,
    CURSOR_UM = 700,
    CURSOR_GAP_UM = 600,
    LEFT_TO_RIGHT_MARK = 0x200e,
};

int32_t ui_field_height(const struct ui *ui, enum type type, int32_t lines)
{
    return lines * ui_line_px(ui, type) + 2 * ui_um(ui, PAD_Y_UM);
}

int32_t ui_field_width(const struct ui *ui, int32_t line_px)
{
    return line_px + 2 * ui_um(ui, PAD_X_UM) + ui_um(ui, CURSOR_GAP_UM + CURSOR_UM);
}

/* Draws the cursor, a little taller than the letters. It does not blink, because a still screen
 * sleeps. */
static void draw_cursor(struct ui *ui, struct font font, int32_t x, int32_t baseline)
{
    struct font_metrics metrics;
    ui->text->metrics(ui->text->context, font, &metrics);
    float width = ui_umf(ui, CURSOR_UM), over = (float)metrics.cap_px / 4;
    struct draw cursor = {.kind = DRAW_BOX,
                          .fill = INK_FOCUS,
                          .fill_alpha = 255,
                          .x = (float)x,
                          .y = (float)(baseline - metrics.cap_px) - over,
                          .w = width < 2.0F ? 2.0F : width,
                          .h = (float)metrics.cap_px + 2 * over};
    frame_draw(ui->frame, &cursor);
}

/* Returns the width of the blanks at the end of the text, which belong to no line. */
static int32_t blanks_px(const struct ui *ui, struct font font, const char *text)
{
    size_t length = strlen(text), at = length;
    while (at > 0 && text[at - 1] == ' ') {
        at--;
    }
    return (int32_t)(length - at) * text_width(ui->text, font, " ", 1);
}

/* Returns how many bytes of a line stand before its last letters that run against the paragraph;
 * all of them where no such letters end it. */
static size_t before_turn(const char *line, size_t length, bool rtl)
{
    size_t turn = length;
    for (size_t at = 0; at < length;) {
        uint32_t code = 0;
        size_t size = utf8_decode(line + at, length - at, &code);
        bool letter_rtl = utf8_is_rtl(code);
        bool is_sign = code < '0' || (code > '9' && code < 'A') || code == LEFT_TO_RIGHT_MARK;
        if (letter_rtl == rtl && !is_sign) {
            turn = length;
        } else if (!is_sign && turn == length) {
            turn = at;
        }
        at += size > 0 ? size : 1;
    }
    return turn;
}

/* Returns where the cursor stands inside the words: before its letter, from the side where the line
 * begins. */
static int32_t cursor_within(const struct ui *ui, const struct ui_field *field, struct box room,
                             const struct text_line *line, bool rtl)
{
    struct font font = ui_font(ui, field->type);
    size_t bytes = field->cursor > line->start ? field->cursor - line->start : 0;
    bytes = bytes < line->bytes ? bytes : line->bytes;
    const char *text = field->text + line->start;
    int32_t before = bytes > 0 ? text_width(ui->text, font, text, bytes) : 0;
    bool against = ui->frame->rtl != rtl;
    return room.x + (against ? line->width_px - before : before) - ui_um(ui, CURSOR_UM) / 2;
}

/* Returns where the next letter goes. Lines stand against the start of the frame. Letters that run
 * against the paragraph, such as a number in Arabic words, grow at the side where they began. */
static int32_t cursor_x(const struct ui *ui, const struct ui_field *field, struct box room,
                        const struct text_line *line, bool rtl)
{
    if (field->text[field->cursor] != '\0') {
        return cursor_within(ui, field, room, line, rtl);
    }
    struct font font = ui_font(ui, field->type);
    int32_t gap = ui_um(ui, CURSOR_GAP_UM), width = ui_um(ui, CURSOR_UM);
    int32_t blanks = blanks_px(ui, font, field->text), most = room.x + room.w - width;
    const char *text = field->text + line->start;
    bool against = ui->frame->rtl != rtl; /* all of it: it ends where the frame starts */
    size_t turn = against ? 0 : blanks > 0 ? line->bytes : before_turn(text, line->bytes, rtl);
    if (line->bytes == 0) {
        return room.x;
    }
    if (turn == line->bytes) {
        int32_t end = room.x + line->width_px + blanks + gap;
        return end < most ? end : most;
    }
    int32_t before = turn > 0 ? text_width(ui->text, font, text, turn) : 0;
    return room.x + before - gap - width - (against ? blanks : 0);
}

/* Returns the line in which the cursor stands. */
static uint32_t cursor_line(const struct ui_field *field, const struct text_line *lines,
                            uint32_t count)
{
    uint32_t i = count > 0 ? count - 1 : 0;
    while (i > 0 && lines[i].start > field->cursor) {
        i--;
    }
    return i;
}

static void draw_words(struct ui *ui, const struct ui_field *field, struct box room)
{
    struct text_line lines[TEXT_LINE_MAX];
    struct font font = ui_font(ui, field->type);
    struct font_metrics metrics;
    ui->text->metrics(ui->text->context, font, &metrics);
    int32_t line = ui_line_px(ui, field->type);
    int32_t lead = (line - metrics.ascent_px - metrics.descent_px) / 2 + metrics.ascent_px;
    int32_t inner = room.w - ui_um(ui, CURSOR_GAP_UM + CURSOR_UM);
    struct text_column column = ui_column(ui, font, inner, false);
    uint32_t count = text_wrap_hard(ui->text, &column, field->text, lines);
    count = count < TEXT_LINE_MAX ? count : TEXT_LINE_MAX;
    uint32_t holds = room.h / line > 1 ? (uint32_t)(room.h / line) : 1;
    uint32_t at = cursor_line(field, lines, count);
    uint32_t first = at + 1 > holds ? at + 1 - holds : 0;
    count = count < first + holds ? count : first + holds;
    bool rtl = ui_runs_rtl(ui, field->text, strlen(field->text));
    for (uint32_t i = first; i < count; i++) {
        int32_t baseline = room.y + (int32_t)(i - first) * line + lead;
        ui_line(ui, font, INK_INK2, field->text + lines[i].start, lines[i].bytes, rtl, room.x,
                baseline);
        if (i == at) {
            draw_cursor(ui, font, cursor_x(ui, field, room, &lines[i], rtl), baseline);
        }
    }
}

void ui_field(struct ui *ui, const struct ui_field *field)
{
    struct box room = box_inset(field->box, ui_um(ui, PAD_X_UM), ui_um(ui, PAD_Y_UM));
    bool empty = field->text[0] == '\0';
    ui_sheet(ui, field->box, ui_umf(ui, RADIUS_UM), false);
    struct node *node = ui_node(ui, field->id, ROLE_STATUS, field->box);
    node->text = node->spoken = frame_text(ui->frame, empty ? field->hint : field->text);
    ui_node_type(ui, node, empty ? field->hint_type : field->type);
    node->fg = INK_INK2;
    node->bg = INK_SURFACE;
    draw_words(ui, field, room);
    if (empty) {
        uint32_t kept = ui->frame->node_count;
        int32_t after = ui_um(ui, CURSOR_UM + 2 * CURSOR_GAP_UM);
        struct ui_text hint = {.id = "field.hint",
                               .text = field->hint,
                               .type = field->hint_type,
                               .x = room.x + after,
                               .w = room.w - after};
        int32_t height = ui_text_height(ui, &hint), line = ui_line_px(ui, field->type);
        hint.y = room.y + (line > height ? (line - height) / 2 : 0);
        ui_text(ui, &hint);
        ui->overflow = ui->overflow || height > room.h;
        ui->frame->node_count = kept; /* the field says it */
    }
}
