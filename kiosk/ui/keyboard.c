/* SPDX-License-Identifier: MIT */
#include "ui/keyboard.h"

#include "core/utf8.h"
#include "ui/build.h"

#include <assert.h>
#include <string.h>

enum {
    KEY_UM_MIN = 11700,  /* the facilitator's least target */
    KEY_UM_EASY = 12700, /* from here on the digits stand above the letters */
    KEY_W_UM_MAX = 22000,
    KEY_H_UM_MAX = 18000,
    GAP_UM = 2600,
    COLUMNS_MIN = 4,
    RADIUS_UM = 2500,
    ICON_UM = 6000,
    LABEL_PAD_UM = 1200,
    LABEL_CHARACTERS = 3,
    FUNCTION_KEYS_MAX = 6,
    FUNCTION_TENTHS = 15, /* of a letter's pitch: the keys that do something else */
    DONE_TENTHS = 20,
    NARROW_COLUMNS = 9, /* narrower keyboards leave these keys less */
    FUNCTION_NARROW_TENTHS = 10,
    DONE_NARROW_TENTHS = 15,
};

/* Letters, capitals or signs, in rows that fit. */
struct group {
    struct keyboard_row row[KEYBOARD_ROWS_MAX];
    uint32_t count;
    uint32_t columns;
};

static uint32_t read_row(const char *text, uint32_t codes[], uint32_t max)
{
    size_t length = strlen(text);
    uint32_t count = 0;
    for (size_t at = 0; at < length; count++) {
        assert(count < max);
        size_t size = utf8_decode(text + at, length - at, &codes[count]);
        assert(size > 0);
        at += size;
    }
    return count;
}

/* Keeps the rows of a layout where the widest fits, else breaks them anew into rows of about one
 * length. */
static void read_group(struct group *group, const char *const rows[KEYBOARD_ROWS_MAX], uint32_t fit)
{
    uint32_t code[KEYBOARD_ROWS_MAX * KEYBOARD_COLUMNS_MAX], all = 0;
    *group = (struct group){.count = 0};
    for (uint32_t i = 0; i < KEYBOARD_ROWS_MAX && rows[i] != NULL; i++) {
        struct keyboard_row *row = &group->row[group->count++];
        row->count = read_row(rows[i], row->code, KEYBOARD_COLUMNS_MAX);
        memcpy(code + all, row->code, row->count * sizeof(code[0]));
        all += row->count;
        group->columns = row->count > group->columns ? row->count : group->columns;
    }
    if (group->columns <= fit) {
        return;
    }
    group->count = (all + fit - 1) / fit;
    group->columns = (all + group->count - 1) / group->count;
    for (uint32_t i = 0; i < group->count; i++) {
        uint32_t first = i * group->columns, left = all - first;
        struct keyboard_row *row = &group->row[i];
        row->count = left < group->columns ? left : group->columns;
        memcpy(row->code, code + first, row->count * sizeof(code[0]));
    }
}

static int32_t larger(int32_t a, int32_t b)
{
    return a > b ? a : b;
}

static int32_t smaller(int32_t a, int32_t b)
{
    return a < b ? a : b;
}

/* Returns how many rows of letters fit above the row of other keys. */
static uint32_t rows_that_fit(const struct ui *ui, int32_t height, int32_t key_um)
{
    int32_t gap = ui_um(ui, GAP_UM);
    int32_t rows = (height + gap) / (ui_um(ui, key_um) + gap) - 1;
    return (uint32_t)smaller(larger(rows, 1), KEYBOARD_ROWS_MAX);
}

static uint32_t pages_of(uint32_t rows, uint32_t most)
{
    return (rows + most - 1) / most;
}

static void take_page(struct keyboard_plan *plan, const struct group *group, uint32_t page,
                      uint32_t most)
{
    uint32_t first = page * most;
    for (uint32_t i = first; i < first + most && i < group->count; i++) {
        plan->row[plan->row_count++] = group->row[i];
    }
}

static void label_of(char label[KEYBOARD_LABEL_BYTES], const struct keyboard_row *row)
{
    size_t length = 0;
    for (uint32_t i = 0; i < LABEL_CHARACTERS && i < row->count; i++) {
        length += utf8_encode(row->code[i], label + length);
    }
    label[length] = '\0';
}

/* Plans two pages: digits and letters on one, signs on the other. */
static void plan_two_pages(struct keyboard_plan *plan, const struct keyboard_layout *layout,
                           const struct group *letters, const struct group *signs)
{
    plan->page_count = 2;
    plan->page %= plan->page_count;
    plan->has_letters = plan->page == 0;
    plan->rows = letters->count + 1 > signs->count ? letters->count + 1 : signs->count;
    if (plan->has_letters) {
        plan->row[plan->row_count++] = signs->row[0];
        take_page(plan, letters, 0, letters->count);
        label_of(plan->next, &signs->row[signs->count > 1]);
    } else {
        take_page(plan, signs, 0, signs->count);
        memcpy(plan->next, layout->abc, strlen(layout->abc) + 1);
    }
}

static void plan_many_pages(struct keyboard_plan *plan, const struct keyboard_layout *layout,
                            const struct group *letters, const struct group *signs, uint32_t most)
{
    uint32_t first = pages_of(letters->count, most), rest = pages_of(signs->count, most);
    plan->page_count = first + rest;
    plan->page %= plan->page_count;
    plan->has_letters = plan->page < first;
    plan->rows = letters->count > signs->count ? letters->count : signs->count;
    plan->rows = plan->rows < most ? plan->rows : most;
    if (plan->has_letters) {
        take_page(plan, letters, plan->page, most);
    } else {
        take_page(plan, signs, plan->page - first, most);
    }
    uint32_t next = (plan->page + 1) % plan->page_count;
    if (next == 0) {
        memcpy(plan->next, layout->abc, strlen(layout->abc) + 1);
    } else {
        label_of(plan->next,
                 next < first ? &letters->row[next * most] : &signs->row[(next - first) * most]);
    }
}

static void plan_sizes(struct keyboard_plan *plan, const struct ui *ui, struct box room)
{
    int32_t columns = (int32_t)plan->columns, rows = (int32_t)plan->rows + 1;
    plan->key_w = smaller((room.w + plan->gap) / columns - plan->gap, ui_um(ui, KEY_W_UM_MAX));
    plan->key_h = smaller((room.h + plan->gap) / rows - plan->gap, ui_um(ui, KEY_H_UM_MAX));
    plan->key_h = larger(plan->key_h, ui_um(ui, KEY_UM_MIN));
    int32_t w = columns * (plan->key_w + plan->gap) - plan->gap;
    int32_t h = rows * (plan->key_h + plan->gap) - plan->gap;
    plan->box = (struct box){room.x + (room.w - w) / 2, room.y + room.h - h, w, h};
}

void keyboard_plan(struct keyboard_plan *plan, const struct ui *ui, const struct keyboard *keyboard,
                   struct box room)
{
    const struct keyboard_layout *layout = keyboard_layout_at(keyboard->layout);
    struct group letters, signs;
    int32_t gap = ui_um(ui, GAP_UM);
    int32_t fit = (room.w + gap) / (ui_um(ui, KEY_UM_MIN) + gap);
    fit = smaller(larger(fit, COLUMNS_MIN), KEYBOARD_COLUMNS_MAX);
    bool has_capitals = layout->capitals[0] != NULL;
    read_group(&letters, has_capitals && keyboard->capitals ? layout->capitals : layout->letters,
               (uint32_t)fit);
    read_group(&signs, layout->signs, (uint32_t)fit);
    *plan = (struct keyboard_plan){.page = keyboard->page, .gap = gap};
    plan->columns = letters.columns > signs.columns ? letters.columns : signs.columns;
    uint32_t easy = rows_that_fit(ui, room.h, KEY_UM_EASY);
    if (letters.count + 1 <= easy && signs.count <= easy) {
        plan_two_pages(plan, layout, &letters, &signs);
    } else {
        plan_many_pages(plan, layout, &letters, &signs, rows_that_fit(ui, room.h, KEY_UM_MIN));
    }
    plan->has_capitals = has_capitals && plan->has_letters;
    plan_sizes(plan, ui, room);
}

/* A keyboard is the same everywhere: turned back, it stands as planned in a mirrored frame. */
static struct box turned(const struct ui *ui, const struct keyboard_plan *plan, struct box box)
{
    if (ui->frame->rtl) {
        box.x = 2 * plan->box.x + plan->box.w - box.x - box.w;
    }
    return box;
}

/* Sets icon and label of a key. Where both do not fit, one of them gives way. */
static void key_face(struct ui *ui, const struct node *node, const struct ui_button *key,
                     enum type type)
{
    struct box box = node->rect;
    int32_t pad = ui_um(ui, LABEL_PAD_UM), icon = ui_um(ui, ICON_UM);
    int32_t label = ui_text_width(ui, type, key->label);
    bool has_icon = key->icon != ICON_NONE, fits = label > 0 && label + 2 * pad <= box.w;
    bool both = has_icon && fits && icon + pad + label + 2 * pad <= box.w;
    int32_t width = (both ? icon + pad : 0) + (fits ? label : 0);
    int32_t x = box.x + (box.w - width) / 2, middle = box.y + box.h / 2;
    if (both || (has_icon && !fits)) {
        int32_t left = both ? x : box.x + (box.w - icon) / 2;
        ui_icon(ui, key->icon, (float)left, (float)(middle - icon / 2), (float)icon, node->fg);
        x += both ? icon + pad : 0;
    }
    if (fits) {
        ui_line_at(ui, node->font, node->fg, key->label, strlen(key->label), x, middle);
    }
}

static void draw_key(struct ui *ui, const struct keyboard_plan *plan, const struct ui_button *key,
                     enum type type, struct box box)
{
    struct node *node = ui_node(ui, key->id, key->role == ROLE_CHOICE ? ROLE_CHOICE : ROLE_BUTTON,
                                turned(ui, plan, box));
    ui_target(ui, node, key->label, key->spoken, key->action, key->arg);
    node->flags |= key->chosen ? NODE_CHOSEN : 0;
    ui_node_type(ui, node, type);
    node->lines = 1;
    ui_control_shape(ui, node,
                     &(struct ui_control){.radius_px = ui_umf(ui, RADIUS_UM),
                                          .primary = key->kind == BUTTON_F_PRIMARY,
                                          .chosen = (node->flags & NODE_CHOSEN) != 0});
    key_face(ui, node, key, type);
    if (node->hit.w < ui_um(ui, KEY_UM_MIN)) {
        ui->overflow = true;
    }
}

static uint16_t action_of(const struct keyboard_keys *keys, enum keyboard_key key)
{
    return (uint16_t)(keys->action + key);
}

static void draw_letters(struct ui *ui, const struct keyboard_plan *plan,
                         const struct keyboard_keys *keys)
{
    int32_t pitch_w = plan->key_w + plan->gap, pitch_h = plan->key_h + plan->gap;
    int32_t top = plan->box.y + (int32_t)(plan->rows - plan->row_count) * pitch_h;
    for (uint32_t r = 0; r < plan->row_count; r++) {
        const struct keyboard_row *row = &plan->row[r];
        int32_t w = (int32_t)row->count * pitch_w - plan->gap;
        int32_t x = plan->box.x + (plan->box.w - w) / 2;
        for (uint32_t c = 0; c < row->count; c++) {
            char letter[UTF8_BYTES_MAX + 1], id[NODE_ID_BYTES], at[2][NUMBER_BYTES];
            letter[utf8_encode(row->code[c], letter)] = '\0';
            struct text_arg args[] = {{"row", text_number(at[0], r)},
                                      {"column", text_number(at[1], c)}};
            text_format(id, sizeof(id), "key.{row}.{column}", args, 2);
            struct ui_button key = {.id = id,
                                    .label = letter,
                                    .action = action_of(keys, KEYBOARD_LETTER),
                                    .arg = (int16_t)row->code[c]};
            if (keys->sign_word != NULL) {
                key.spoken = keys->sign_word(keys->context, row->code[c]);
            }
            draw_key(ui, plan, &key, TYPE_BODY,
                     (struct box){x + (int32_t)c * pitch_w, top + (int32_t)r * pitch_h, plan->key_w,
                                  plan->key_h});
        }
    }
}

/* Fills the row of other keys from left to right. The blank takes what the others leave. */
static uint32_t function_keys(const struct keyboard_plan *plan, const struct keyboard *keyboard,
                              const struct keyboard_keys *keys,
                              struct ui_button out[FUNCTION_KEYS_MAX])
{
    uint32_t count = 0;
    if (plan->has_capitals) {
        out[count++] = (struct ui_button){.id = "key.capitals",
                                          .label = "",
                                          .spoken = keys->capitals_word,
                                          .icon = ICON_CAPITALS,
                                          .role = ROLE_CHOICE,
                                          .chosen = keyboard->capitals,
                                          .action = action_of(keys, KEYBOARD_CAPITALS)};
    } else {
        out[count++] = (struct ui_button){.id = "key.clear",
                                          .label = "",
                                          .spoken = keys->clear_word,
                                          .icon = ICON_ERASE,
                                          .action = action_of(keys, KEYBOARD_CLEAR)};
    }
    out[count++] = (struct ui_button){.id = "key.page",
                                      .label = plan->next,
                                      .spoken = keys->page_word,
                                      .action = action_of(keys, KEYBOARD_PAGE),
                                      .arg = (int16_t)((plan->page + 1) % plan->page_count)};
    if (keys->next_layout != keyboard->layout) {
        out[count++] = (struct ui_button){.id = "key.layout",
                                          .label = keyboard_layout_at(keys->next_layout)->label,
                                          .spoken = keys->layout_word,
                                          .icon = ICON_LANGUAGE,
                                          .action = action_of(keys, KEYBOARD_LAYOUT),
                                          .arg = (int16_t)keys->next_layout};
    }
    out[count++] = (struct ui_button){.id = "key.blank",
                                      .label = keys->blank_word,
                                      .icon = ICON_MINUS,
                                      .action = action_of(keys, KEYBOARD_LETTER),
                                      .arg = ' '};
    out[count++] = (struct ui_button){.id = "key.erase",
                                      .label = "",
                                      .spoken = keys->erase_word,
                                      .icon = ICON_DELETE,
                                      .action = action_of(keys, KEYBOARD_ERASE)};
    out[count++] = (struct ui_button){.id = "key.done",
                                      .label = keys->done_word,
                                      .icon = ICON_TICK,
                                      .kind = BUTTON_F_PRIMARY,
                                      .action = action_of(keys, KEYBOARD_DONE)};
    return count;
}

void ui_keyboard(struct ui *ui, const struct keyboard_plan *plan, const struct keyboard *keyboard,
                 const struct keyboard_keys *keys)
{
    struct ui_button key[FUNCTION_KEYS_MAX];
    int32_t width[FUNCTION_KEYS_MAX], pitch = plan->key_w + plan->gap, left = plan->box.w;
    draw_letters(ui, plan, keys);
    uint32_t count = function_keys(plan, keyboard, keys, key), blank = count - 3;
    bool narrow = plan->columns < NARROW_COLUMNS;
    for (uint32_t i = 0; i < count; i++) {
        int32_t tenths = narrow ? FUNCTION_NARROW_TENTHS : FUNCTION_TENTHS;
        tenths = i + 1 < count ? tenths : narrow ? DONE_NARROW_TENTHS : DONE_TENTHS;
        width[i] = i == blank ? 0 : pitch * tenths / 10 - plan->gap;
        left -= width[i] + (i > 0 ? plan->gap : 0);
    }
    width[blank] = left;
    int32_t x = plan->box.x, y = plan->box.y + plan->box.h - plan->key_h;
    for (uint32_t i = 0; i < count; i++) {
        draw_key(ui, plan, &key[i], TYPE_F_LEDE, (struct box){x, y, width[i], plan->key_h});
        x += width[i] + plan->gap;
    }
}
