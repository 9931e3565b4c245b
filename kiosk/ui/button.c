/* SPDX-License-Identifier: MIT */
/* Pills: buttons and chips. A pill's radius is half its height, always. */
#include "ui/build.h"

#include <string.h>

/* Lengths in um at text size M. min_width is that of a main button, so that a thumb finds it. */
struct pill {
    int32_t height_um;
    int32_t padding_um;
    int32_t icon_um;
    int32_t gap_um;
    int32_t min_width_um;
    uint8_t type;
    bool primary;
    bool sized; /* grows with the attendee's text size */
};

static const struct pill PILLS[] = {
    [BUTTON_PLAIN] = {16000, 8000, 6000, 3000, 0, TYPE_BODY, false, true},
    [BUTTON_PRIMARY] = {16000, 8000, 6000, 3000, 60000, TYPE_BODY, true, true},
    [BUTTON_CHIP] = {12800, 4800, 5200, 1800, 0, TYPE_CAPTION, false, true},
    [BUTTON_F] = {11700, 5000, 4400, 2000, 0, TYPE_F_TEXT, false, false},
    [BUTTON_F_PRIMARY] = {11700, 6000, 4400, 2000, 40000, TYPE_F_TEXT, true, false},
    [BUTTON_HERO] = {18000, 8500, 6000, 3000, 52000, TYPE_BODY, false, true},
    [BUTTON_HERO_PRIMARY] = {18000, 8500, 6000, 3000, 64000, TYPE_BODY, true, true},
    [BUTTON_KEY] = {22700, 1000, 6500, 0, 0, TYPE_CARD, false, false},
};

static int32_t pill_um(const struct ui *ui, const struct pill *pill, int32_t um)
{
    return pill->sized ? ui_sized_um(ui, um) : um;
}

/* Heights grow slower than text, and at S stay above the least target of 12.7 mm. */
int32_t ui_button_height(const struct ui *ui, enum button_kind kind)
{
    static const uint16_t PER_MILLE[2][SIZE_COUNT] = {{1000, 1000, 1130, 1325},
                                                      {1000, 1000, 1060, 1160}};
    const struct pill *pill = &PILLS[kind];
    int64_t um = pill->height_um;
    return ui_um(ui,
                 (int32_t)(pill->sized ? um * PER_MILLE[ui->low ? 1 : 0][ui->size] / 1000 : um));
}

static struct font label_font(const struct ui *ui, const struct ui_button *button)
{
    struct font font = ui_font(ui, PILLS[button->kind].type);
    if (button->cap_um > 0) {
        uint32_t per_mille = ui->text->cap_per_mille(ui->text->context, font.family);
        font.em_px = (uint16_t)(ui_um(ui, button->cap_um) * 1000 / (int32_t)per_mille);
    }
    return font;
}

static int32_t label_width(const struct ui *ui, const struct ui_button *button)
{
    return text_width(ui->text, label_font(ui, button), button->label, strlen(button->label));
}

static int32_t content_width(const struct ui *ui, const struct ui_button *button)
{
    const struct pill *pill = &PILLS[button->kind];
    int32_t icon = ui_um(ui, pill_um(ui, pill, pill->icon_um));
    int32_t gap = ui_um(ui, pill_um(ui, pill, pill->gap_um));
    int32_t label = label_width(ui, button);
    int32_t width = label;
    width += button->icon != ICON_NONE || button->chosen ? icon + (label > 0 ? gap : 0) : 0;
    width += button->icon_after != ICON_NONE ? icon + gap : 0;
    return width;
}

int32_t ui_button_width_least(const struct ui *ui, const struct ui_button *button)
{
    const struct pill *pill = &PILLS[button->kind];
    int32_t width = content_width(ui, button) + 2 * ui_um(ui, pill->padding_um);
    /* A choice keeps its width when its tick comes and goes. */
    if (button->role == ROLE_CHOICE && !button->chosen && button->icon == ICON_NONE) {
        width += ui_um(ui, pill_um(ui, pill, pill->icon_um)) +
                 ui_um(ui, pill_um(ui, pill, pill->gap_um));
    }
    if (button->label[0] == '\0') {
        return ui_button_height(ui, button->kind); /* an icon alone: round */
    }
    int32_t height = ui_button_height(ui, button->kind);
    return width > height ? width : height;
}

int32_t ui_button_width(const struct ui *ui, const struct ui_button *button)
{
    int32_t width = ui_button_width_least(ui, button);
    int32_t usual = ui->bare ? 0 : ui_um(ui, PILLS[button->kind].min_width_um);
    return width > usual ? width : usual;
}

/* Returns the width that a label of several lines has. */
static int32_t label_room(const struct ui *ui, const struct ui_button *button, int32_t w)
{
    const struct pill *pill = &PILLS[button->kind];
    int32_t label = label_width(ui, button);
    return w - 2 * ui_um(ui, pill->padding_um) - (content_width(ui, button) - label);
}

/* Returns how many lines the label takes in its button. */
static uint32_t label_lines(const struct ui *ui, const struct ui_button *button, int32_t w,
                            struct text_line lines[TEXT_LINE_MAX])
{
    const struct pill *pill = &PILLS[button->kind];
    if (content_width(ui, button) <= w || pill->type == TYPE_CARD) {
        return 1;
    }
    struct text_column column =
        ui_column(ui, label_font(ui, button), label_room(ui, button, w), true);
    uint32_t count = text_wrap(ui->text, &column, button->label, lines);
    return count <= TEXT_LINE_MAX ? count : 1;
}

int32_t ui_button_height_in(const struct ui *ui, const struct ui_button *button, int32_t w)
{
    struct text_line lines[TEXT_LINE_MAX];
    int32_t more = (int32_t)label_lines(ui, button, w, lines) - 1;
    return ui_button_height(ui, button->kind) +
           more * ui_label_line_px(ui, (enum type)PILLS[button->kind].type);
}

static void button_long_label(struct ui *ui, struct node *node, const struct ui_button *button,
                              struct box box, const struct text_line *lines, uint32_t count)
{
    const struct pill *pill = &PILLS[button->kind];
    int32_t icon = ui_um(ui, pill_um(ui, pill, pill->icon_um));
    int32_t gap = ui_um(ui, pill_um(ui, pill, pill->gap_um)), pad = ui_um(ui, pill->padding_um);
    int32_t room = label_room(ui, button, box.w),
            line = ui_label_line_px(ui, (enum type)pill->type);
    int32_t x = box.x + pad, middle = box.y + box.h / 2;
    enum icon before = button->chosen ? ICON_TICK : button->icon;
    if (before != ICON_NONE) {
        ui_icon(ui, before, (float)x, (float)(middle - icon / 2), (float)icon, node->fg);
        x += icon + gap;
    }
    int32_t top = middle - ((int32_t)count - 1) * line / 2;
    bool fits = (int32_t)count * line <= box.h;
    for (uint32_t i = 0; i < count; i++) {
        fits = fits && lines[i].width_px <= room;
        ui_line_at(ui, node->font, node->fg, button->label + lines[i].start, lines[i].bytes,
                   x + (room - lines[i].width_px) / 2, top + (int32_t)i * line);
    }
    if (button->icon_after != ICON_NONE) {
        ui_icon(ui, button->icon_after, (float)(x + room + gap), (float)(middle - icon / 2),
                (float)icon, node->fg);
    }
    node->lines = (uint16_t)count;
    if (!fits) {
        node->flags |= NODE_CLIPPED;
        ui->overflow = true;
    }
}

void ui_button(struct ui *ui, const struct ui_button *button, struct box box)
{
    const struct pill *pill = &PILLS[button->kind];
    enum role role = button->role == ROLE_CHOICE ? ROLE_CHOICE : ROLE_BUTTON;
    struct node *node = ui_node(ui, button->id, role, box);
    ui_target(ui, node, button->label, button->spoken, button->action, button->arg);
    node->flags |= button->secret ? NODE_SECRET : 0;
    if (button->chosen) {
        node->flags |= NODE_CHOSEN;
    }
    if (button->disabled) {
        node->flags = (uint16_t)((node->flags | NODE_DISABLED) & ~(NODE_FOCUSABLE | NODE_FOCUSED));
        node->hit = (struct box){0};
    }
    const struct ui_control control = {.radius_px = (float)node->rect.h / 2,
                                       .primary = pill->primary,
                                       .chosen = button->chosen,
                                       .disabled = button->disabled};
    ui_control_shape(ui, node, &control);
    ui_node_type(ui, node, (enum type)pill->type);
    if (button->cap_um > 0) {
        node->type = TYPE_COUNT;
        node->font = label_font(ui, button);
    }
    node->lines = 1;

    int32_t icon = ui_um(ui, pill_um(ui, pill, pill->icon_um));
    int32_t gap = ui_um(ui, pill_um(ui, pill, pill->gap_um));
    int32_t label = label_width(ui, button);
    struct text_line lines[TEXT_LINE_MAX];
    uint32_t count = label_lines(ui, button, box.w, lines);
    if (count > 1) {
        button_long_label(ui, node, button, box, lines, count);
        return;
    }
    int32_t x = box.x + (box.w - content_width(ui, button)) / 2;
    float middle = (float)box.y + (float)box.h / 2;
    enum icon before = button->chosen ? ICON_TICK : button->icon;
    if (content_width(ui, button) > box.w) {
        node->flags |= NODE_CLIPPED;
        ui->overflow = true;
    }
    if (before != ICON_NONE) {
        ui_icon(ui, before, (float)x, middle - (float)icon / 2, (float)icon, node->fg);
        x += icon + (label > 0 ? gap : 0);
    }
    ui_line_at(ui, node->font, node->fg, button->label, strlen(button->label), x,
               box.y + box.h / 2);
    if (button->icon_after != ICON_NONE) {
        ui_icon(ui, button->icon_after, (float)(x + label + gap), middle - (float)icon / 2,
                (float)icon, node->fg);
    }
}

struct ui_button choice_chip(const char *id, const char *label, bool chosen, uint16_t action,
                             int32_t arg)
{
    return (struct ui_button){.id = id,
                              .label = label,
                              .kind = BUTTON_CHIP,
                              .role = ROLE_CHOICE,
                              .chosen = chosen,
                              .action = action,
                              .arg = (int16_t)arg};
}

uint32_t ui_button_row_end(const struct ui *ui, const struct ui_button *buttons, uint32_t count,
                           uint32_t first, int32_t w, int32_t gap)
{
    int32_t used = ui_button_width(ui, &buttons[first]);
    uint32_t end = first + 1;
    for (; end < count; end++) {
        used += gap + ui_button_width(ui, &buttons[end]);
        if (used > w) {
            break;
        }
    }
    return end + 1 == count && end - first > 2 ? end - 1 : end;
}

int32_t ui_button_rows(struct ui *ui, const struct ui_button *buttons, uint32_t count, int32_t x,
                       int32_t y, int32_t w)
{
    bool hero =
        count > 0 && (buttons[0].kind == BUTTON_HERO || buttons[0].kind == BUTTON_HERO_PRIMARY);
    int32_t gap = ui_um(ui, hero ? 6000 : 3000);
    int32_t top = y, height = 0;
    for (uint32_t first = 0, end; first < count; first = end) {
        end = ui_button_row_end(ui, buttons, count, first, w, gap);
        top += first > 0 ? height + gap : 0;
        int32_t at = x;
        for (uint32_t i = first; i < end; i++) {
            int32_t width = ui_button_width(ui, &buttons[i]);
            width = width > w ? w : width;
            /* A label of several lines has a row to itself. */
            height = ui_button_height_in(ui, &buttons[i], width);
            ui_button(ui, &buttons[i], (struct box){at, top, width, height});
            at += width + gap;
        }
    }
    return count == 0 ? 0 : top + height - y;
}
