/* SPDX-License-Identifier: MIT */
#include "ui/blocks/typing.h"

#include "core/direction.h"
#include "core/utf8.h"
#include "ui/field.h"

#include <string.h>

enum {
    GAP_UM = 3000,
    TIGHT_GAP_UM = 1200,
    WATER_UM = 4000,    /* from the horizon to the keys */
    FIELD_LINES = 4,    /* a line of the greatest length on most panels */
    MIDDLE_UM = 150000, /* lower panels show two lines in smaller letters instead of one */
    LOW_UM = 110000,    /* and have no room for Back beside the heading */
    KEYS_PERCENT = 64,  /* of the height, at most */
    KEYS_LOW_PERCENT = 66,
};

/* Draws the title, the words that the line is full, and Back at the end. Where title and words have
 * no room together, the words stand alone. Returns the height. */
static int32_t draw_head(struct ui *ui, const struct typing *typing, struct box box, bool low)
{
    int32_t gap = ui_um(ui, GAP_UM), chip_w = low ? 0 : ui_button_width(ui, &typing->back) + gap;
    int32_t chip_h = low ? 0 : ui_button_height(ui, BUTTON_F);
    struct ui_text title = {.id = "typing.title",
                            .text = typing->title,
                            .role = ROLE_HEADING,
                            .type = low ? TYPE_F_TEXT : TYPE_CARD,
                            .x = box.x,
                            .w = box.w - chip_w};
    struct ui_text full = {.id = "typing.full",
                           .text = typing->full_words,
                           .role = ROLE_STATUS,
                           .type = low ? TYPE_F_TEXT : TYPE_F_LEDE,
                           .ink = INK_WARN};
    int32_t title_w = ui_text_width(ui, title.type, title.text) + 2 * gap;
    bool beside = title_w + ui_text_width(ui, full.type, full.text) <= title.w;
    full.x = beside ? box.x + title_w : box.x;
    full.w = box.x + title.w - full.x;
    int32_t title_h = ui_text_height(ui, &title), height = title_h > chip_h ? title_h : chip_h;
    title.y = box.y + (height - title_h) / 2;
    full.y = box.y + (height - ui_line_px(ui, full.type)) / 2;
    if (beside || !typing->typed->full) {
        ui_text(ui, &title);
    }
    if (typing->typed->full) {
        ui_text(ui, &full);
    }
    if (!low) {
        ui_button(ui, &typing->back,
                  (struct box){box.x + box.w - chip_w + gap, box.y + (height - chip_h) / 2,
                               chip_w - gap, chip_h});
    }
    return height;
}

/* Draws what the page says above the line, where a tall panel has room for it. */
static bool draw_above(struct ui *ui, const struct typing *typing, struct box box)
{
    struct flow flow;
    struct ui_mark mark = ui_mark(ui);
    flow_begin(&flow, ui, box);
    typing->above(typing->context, &flow);
    bool fits = flow.y + ui_um(ui, GAP_UM) <= box.y + box.h;
    if (!fits) {
        ui_rewind(ui, mark);
    }
    return fits;
}

/* Returns where the cursor stands in the words as they show, which have marks around telephone
 * numbers; what is typed has none. */
static size_t cursor_in(const char *words, const struct typed *typed)
{
    enum { LEFT_TO_RIGHT_MARK = 0x200e };
    size_t length = strlen(words), at = 0, passed = 0;
    while (at < length && passed < typed->at) {
        size_t from = at;
        bool is_mark = utf8_next(words, length, &at) == LEFT_TO_RIGHT_MARK;
        passed += is_mark ? 0 : at - from;
    }
    return typed->text[typed->at] == '\0' ? length : at;
}

void ui_typing(struct ui *ui, const struct typing *typing)
{
    bool low = ui_height_um(ui) < LOW_UM;
    int32_t most = ui->height * (low ? KEYS_LOW_PERCENT : KEYS_PERCENT) / 100 - ui->margin_y;
    struct keyboard_plan plan;
    keyboard_plan(&plan, ui, typing->keyboard,
                  (struct box){ui->margin_x, ui->height - ui->margin_y - most,
                               ui->width - 2 * ui->margin_x, most});
    int32_t horizon = plan.box.y - ui_um(ui, low ? TIGHT_GAP_UM : WATER_UM);
    struct box box = ui_footer_at(ui, horizon);
    box.h = horizon - ui_um(ui, low ? TIGHT_GAP_UM : GAP_UM) - box.y;
    enum type type = low ? TYPE_F_TEXT : ui_height_um(ui) < MIDDLE_UM ? TYPE_F_LEDE : TYPE_BODY;
    int32_t w = ui_field_width(ui, ui_measure_px(ui, type));
    w = w > plan.box.w ? w : plan.box.w;
    if (w < box.w) { /* a column above the keys */
        box.x += (box.w - w) / 2;
        box.w = w;
    }
    int32_t gap = ui_um(ui, low ? 500 : TIGHT_GAP_UM);
    struct ui_mark mark = ui_mark(ui);
    int32_t head_h = draw_head(ui, typing, box, low);
    ui_rewind(ui, mark);
    int32_t field_h = ui_field_height(ui, type, FIELD_LINES), room = box.h - head_h - gap;
    field_h = field_h < room ? field_h : room;
    struct box head = {box.x, box.y + box.h - field_h - gap - head_h, box.w, head_h};
    if (!draw_above(ui, typing, (struct box){box.x, box.y, box.w, head.y - box.y})) {
        field_h = room; /* the field takes the room that is left */
        head.y = box.y;
    }
    draw_head(ui, typing, head, low);
    ui_field(ui, &(struct ui_field){.id = "typing.field",
                                    .text = typing->words,
                                    .cursor = cursor_in(typing->words, typing->typed),
                                    .hint = typing->hint,
                                    .type = type,
                                    .hint_type = low ? TYPE_F_CAPTION : TYPE_F_LEDE,
                                    .box = {box.x, head.y + head_h + gap, box.w, field_h}});
    ui_keyboard(ui, &plan, typing->keyboard, &typing->keys);
    ui->page_count = 1; /* pages of keys are turned by a key */
}

bool typing_press(struct typed *typed, struct keyboard *keyboard, const struct language *language,
                  enum keyboard_key key, int32_t arg)
{
    switch (key) {
    case KEYBOARD_LETTER:
        typed_add(typed, (uint32_t)arg);
        keyboard->capitals = typed_is_at_start(typed, language);
        break;
    case KEYBOARD_CAPITALS:
        keyboard->capitals = !keyboard->capitals;
        break;
    case KEYBOARD_PAGE:
        keyboard->page = (uint8_t)arg;
        break;
    case KEYBOARD_LAYOUT:
        keyboard->layout = (uint8_t)arg;
        keyboard->page = 0;
        break;
    case KEYBOARD_CLEAR:
        typed_clear(typed);
        keyboard->capitals = true;
        break;
    case KEYBOARD_ERASE:
        typed_delete(typed);
        keyboard->capitals = typed_is_at_start(typed, language);
        break;
    case KEYBOARD_DONE:
        return false;
    }
    return true;
}

/* In words that run from right to left, the key Left goes on. */
bool typing_edit(struct typed *typed, struct keyboard *keyboard, const struct language *language,
                 enum key key, bool rtl)
{
    switch ((int)key) {
    case KEY_BACKSPACE:
        return typing_press(typed, keyboard, language, KEYBOARD_ERASE, 0);
    case KEY_DELETE:
        typed_delete_behind(typed);
        return true;
    case KEY_LEFT:
    case KEY_RIGHT:
        typed_move(typed,
                   (key == KEY_RIGHT) != direction_is_rtl(typed->text, strlen(typed->text), rtl));
        return true;
    case KEY_HOME:
    case KEY_END:
        typed_move_to(typed, key == KEY_END);
        return true;
    default:
        return false;
    }
}
