/* SPDX-License-Identifier: MIT */
/* A support line being typed: above the keyboard the line as people will read it. Nothing is kept
 * before the page's own button; Back leaves the line as it was. */
#include "core/direction.h"
#include "core/utf8.h"
#include "screens/setup/setup.h"
#include "screens/setup/setup_support.h"
#include "ui/field.h"

#include <assert.h>
#include <string.h>

enum typing_action {
    TYPING_LETTER = ACTION_TYPING, /* code point */
    TYPING_CAPITALS,
    TYPING_PAGE,   /* of keys */
    TYPING_LAYOUT, /* index */
    TYPING_CLEAR,
    TYPING_ERASE,
    TYPING_DONE,
};

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

static const struct {
    enum message_id title, usual; /* usual: in place of an empty line; MSG_COUNT: nothing is */
} LINES[SUPPORT_LINES] = {
    {MSG_SETUP_SUPPORT_FIELDS_1, MSG_SUPPORT_DEFAULT_ROOM},
    {MSG_SETUP_SUPPORT_FIELDS_2, MSG_COUNT},
    {MSG_SETUP_SUPPORT_FIELDS_3, MSG_SUPPORT_DEFAULT_DANGER},
};

struct setup_support *support_state(struct app *app)
{
    return part_state(app, SCREEN_SETUP_SUPPORT);
}

const struct setup_support *support_of(const struct app *app)
{
    return part_state_of(app, SCREEN_SETUP_SUPPORT);
}

char *support_line(struct settings_support *lines, uint32_t line)
{
    assert(line < SUPPORT_LINES);
    return line == 0 ? lines->room : line == 1 ? lines->phone : lines->danger;
}

const char *support_title(const struct app *app, uint32_t line)
{
    assert(line < SUPPORT_LINES);
    return word(app, LINES[line].title);
}

const char *support_hint(const struct app *app, struct ui *ui, uint32_t line)
{
    assert(line < SUPPORT_LINES);
    if (LINES[line].usual == MSG_COUNT) {
        return word(app, MSG_SETUP_SUPPORT_HIDDEN);
    }
    struct text_arg arg = {"text", word(app, LINES[line].usual)};
    return fill(app, ui, MSG_SETUP_SUPPORT_EMPTY, &arg, 1);
}

void support_type(struct app *app, uint32_t line)
{
    struct setup_support *page = support_state(app);
    page->typing = true;
    page->line = (uint8_t)line;
    page->composing = (struct composing){0};
    typed_set(&page->typed, support_line(&page->lines, line));
    page->keyboard =
        (struct keyboard){.layout = (uint8_t)keyboard_layout_find(app_language(app)->tag),
                          .capitals = typed_is_at_start(&page->typed, app_language(app))};
    app_view(app);
}

static void leave(struct app *app)
{
    support_state(app)->typing = false;
    typed_clear(&support_state(app)->typed);
    app_view(app);
}

/* The next layout that a language on offer uses. */
static uint32_t next_layout(const struct app *app)
{
    uint32_t count = keyboard_layout_count(), now = support_of(app)->keyboard.layout;
    for (uint32_t step = 1; step < count; step++) {
        uint32_t layout = (now + step) % count;
        for (uint32_t i = 0; i < app->config.language_count; i++) {
            if (keyboard_layout_find(app->config.languages[i].language->tag) == layout) {
                return layout;
            }
        }
    }
    return now;
}

/* The name of the first language that uses it. */
static const char *layout_name(const struct app *app, uint32_t layout)
{
    for (uint32_t i = 0; i < app->config.language_count; i++) {
        const struct language_offer *offer = &app->config.languages[i];
        if (keyboard_layout_find(offer->language->tag) == layout) {
            return catalog_text(offer->catalog, MSG_LANGUAGE_NAME);
        }
    }
    return keyboard_layout_at(layout)->label;
}

/* Signs by their names: a voice passes over most of them. */
static const struct {
    uint32_t code;
    enum message_id name;
} SIGNS[] = {
    {'\'', MSG_KEYBOARD_SIGN_APOSTROPHE},
    {',', MSG_KEYBOARD_SIGN_COMMA},
    {'.', MSG_KEYBOARD_SIGN_STOP},
    {'-', MSG_KEYBOARD_SIGN_HYPHEN},
    {'?', MSG_KEYBOARD_SIGN_QUESTION},
    {'!', MSG_KEYBOARD_SIGN_EXCLAMATION},
    {0x00bf, MSG_KEYBOARD_SIGN_QUESTION_OPEN},
    {0x00a1, MSG_KEYBOARD_SIGN_EXCLAMATION_OPEN},
    {'+', MSG_KEYBOARD_SIGN_PLUS},
    {'#', MSG_KEYBOARD_SIGN_NUMBER},
    {'(', MSG_KEYBOARD_SIGN_OPEN},
    {')', MSG_KEYBOARD_SIGN_CLOSE},
    {'/', MSG_KEYBOARD_SIGN_SLASH},
    {'*', MSG_KEYBOARD_SIGN_STAR},
    {':', MSG_KEYBOARD_SIGN_COLON},
    {'&', MSG_KEYBOARD_SIGN_AND},
    {'@', MSG_KEYBOARD_SIGN_AT},
    {'"', MSG_KEYBOARD_SIGN_QUOTE},
    {';', MSG_KEYBOARD_SIGN_SEMICOLON},
    {'%', MSG_KEYBOARD_SIGN_PERCENT},
    {'=', MSG_KEYBOARD_SIGN_EQUALS},
    {'_', MSG_KEYBOARD_SIGN_UNDERSCORE},
    {0x061f, MSG_KEYBOARD_SIGN_QUESTION},
    {0x060c, MSG_KEYBOARD_SIGN_COMMA},
    {0x061b, MSG_KEYBOARD_SIGN_SEMICOLON},
};

static const char *sign_word(const void *context, uint32_t code)
{
    const struct app *app = context;
    for (size_t i = 0; i < sizeof(SIGNS) / sizeof(SIGNS[0]); i++) {
        if (SIGNS[i].code == code) {
            return word(app, SIGNS[i].name);
        }
    }
    return NULL;
}

static void draw_keys(const struct app *app, struct ui *ui, const struct keyboard_plan *plan)
{
    uint32_t next = next_layout(app);
    struct text_arg name = {"name", layout_name(app, next)};
    struct keyboard_keys keys = {.letter = TYPING_LETTER,
                                 .capitals = TYPING_CAPITALS,
                                 .page = TYPING_PAGE,
                                 .layout = TYPING_LAYOUT,
                                 .clear = TYPING_CLEAR,
                                 .erase = TYPING_ERASE,
                                 .done = TYPING_DONE,
                                 .blank_word = word(app, MSG_KEYBOARD_BLANK),
                                 .done_word = word(app, MSG_COMMON_DONE),
                                 .capitals_word = word(app, MSG_KEYBOARD_CAPITALS),
                                 .page_word = word(app, MSG_KEYBOARD_PAGE),
                                 .layout_word = fill(app, ui, MSG_WELCOME_LANGUAGE_S, &name, 1),
                                 .clear_word = word(app, MSG_PIN_KEYS_1),
                                 .erase_word = word(app, MSG_PIN_KEYS_2),
                                 .next_layout = next,
                                 .sign_word = sign_word,
                                 .context = app};
    ui_keyboard(ui, plan, &support_of(app)->keyboard, &keys);
}

/* "By phone", then that the line is full, or that alone where both have no room, and Back at the
 * end. Returns the height. */
static int32_t draw_head(const struct app *app, struct ui *ui, struct box box, bool low)
{
    struct ui_button back = {.id = "common.back",
                             .label = word(app, MSG_COMMON_BACK),
                             .kind = BUTTON_F,
                             .icon = ICON_BACK,
                             .action = ACTION_BACK};
    int32_t gap = ui_um(ui, GAP_UM), chip_w = low ? 0 : ui_button_width(ui, &back) + gap;
    int32_t chip_h = low ? 0 : ui_button_height(ui, BUTTON_F);
    struct ui_text title = {.id = "typing.title",
                            .text = support_title(app, support_of(app)->line),
                            .role = ROLE_HEADING,
                            .type = low ? TYPE_F_TEXT : TYPE_CARD,
                            .x = box.x,
                            .w = box.w - chip_w};
    struct ui_text full = {.id = "typing.full",
                           .text = word(app, MSG_SETUP_SUPPORT_FULL),
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
    if (beside || !support_of(app)->typed.full) {
        ui_text(ui, &title);
    }
    if (support_of(app)->typed.full) {
        ui_text(ui, &full);
    }
    if (!low) {
        ui_button(ui, &back,
                  (struct box){box.x + box.w - chip_w + gap, box.y + (height - chip_h) / 2,
                               chip_w - gap, chip_h});
    }
    return height;
}

/* The page's title and sentence, where a tall panel has room for them above. */
static bool draw_title(const struct app *app, struct ui *ui, struct box box)
{
    struct flow flow;
    struct ui_mark mark = ui_mark(ui);
    flow_begin(&flow, ui, box);
    setup_steps(app, &flow, SCREEN_SETUP_SUPPORT);
    flow_gap(&flow, 1500);
    flow_text(&flow, &(struct ui_text){.id = "setup.title",
                                       .text = word(app, MSG_SETUP_SUPPORT_TITLE),
                                       .role = ROLE_HEADING,
                                       .type = TYPE_TITLE,
                                       .balance = true});
    flow_gap(&flow, 2500);
    flow_text(&flow, &(struct ui_text){.id = "setup.body",
                                       .text = word(app, MSG_SETUP_SUPPORT_BODY),
                                       .role = ROLE_TEXT,
                                       .type = TYPE_BODY,
                                       .balance = true});
    bool fits = flow.y + ui_um(ui, GAP_UM) <= box.y + box.h;
    if (!fits) {
        ui_rewind(ui, mark);
        ui->overflow = false;
    }
    return fits;
}

/* The words as they show have marks around telephone numbers, and what is typed has none. */
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

void support_build_typing(const struct app *app, struct ui *ui)
{
    bool low = ui_height_um(ui) < LOW_UM;
    int32_t most = ui->height * (low ? KEYS_LOW_PERCENT : KEYS_PERCENT) / 100 - ui->margin_y;
    struct keyboard_plan plan;
    keyboard_plan(&plan, ui, &support_of(app)->keyboard,
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
    int32_t head_h = draw_head(app, ui, box, low);
    ui_rewind(ui, mark);
    int32_t field_h = ui_field_height(ui, type, FIELD_LINES), room = box.h - head_h - gap;
    field_h = field_h < room ? field_h : room;
    struct box head = {box.x, box.y + box.h - field_h - gap - head_h, box.w, head_h};
    if (!draw_title(app, ui, (struct box){box.x, box.y, box.w, head.y - box.y})) {
        field_h = room; /* nothing else has a use for it */
        head.y = box.y;
    }
    draw_head(app, ui, head, low);
    const char *words = support_words(ui, support_of(app)->typed.text);
    ui_field(ui, &(struct ui_field){.id = "typing.field",
                                    .text = words,
                                    .cursor = cursor_in(words, &support_of(app)->typed),
                                    .hint = support_hint(app, ui, support_of(app)->line),
                                    .type = type,
                                    .hint_type = low ? TYPE_F_CAPTION : TYPE_F_LEDE,
                                    .box = {box.x, head.y + head_h + gap, box.w, field_h}});
    draw_keys(app, ui, &plan);
    ui->page_count = 1; /* pages of keys are turned by a key */
}

void support_act_typing(struct app *app, enum action action, int32_t arg)
{
    struct setup_support *page = support_state(app);
    struct keyboard *keyboard = &page->keyboard;
    switch ((int)action) {
    case TYPING_LETTER:
        typed_add(&page->typed, (uint32_t)arg);
        keyboard->capitals = typed_is_at_start(&page->typed, app_language(app));
        break;
    case TYPING_CAPITALS:
        keyboard->capitals = !keyboard->capitals;
        break;
    case TYPING_PAGE:
        keyboard->page = (uint8_t)arg;
        break;
    case TYPING_LAYOUT:
        keyboard->layout = (uint8_t)arg;
        keyboard->page = 0;
        break;
    case TYPING_CLEAR:
        typed_clear(&page->typed);
        keyboard->capitals = true;
        break;
    case TYPING_ERASE:
        typed_delete(&page->typed);
        keyboard->capitals = typed_is_at_start(&page->typed, app_language(app));
        break;
    case TYPING_DONE:
        typed_take(&page->typed, support_line(&page->lines, page->line));
        leave(app);
        break;
    case ACTION_BACK:
        leave(app);
        break;
    default:
        break;
    }
}

bool support_types(struct app *app, uint32_t text)
{
    struct setup_support *page = support_state(app);
    char bytes[UTF8_BYTES_MAX];
    if (!page->typing) {
        return false;
    }
    uint32_t code = compose_take(&page->composing, text);
    if (code != 0 && !utf8_is_control(code) && utf8_encode(code, bytes) > 0) {
        support_act_typing(app, (enum action)TYPING_LETTER, (int32_t)code);
    }
    return true;
}

/* Left is on in words that run from right to left. */
static void move_cursor(struct app *app, bool right)
{
    struct typed *typed = &support_state(app)->typed;
    bool rtl = direction_is_rtl(typed->text, strlen(typed->text), app->frame.rtl);
    typed_move(typed, right != rtl);
}

/* What a real keyboard has for editing, and its digits. Enter is done, unless focus was led to a
 * key of the screen. */
bool support_key(struct app *app, enum key key)
{
    struct setup_support *page = support_state(app);
    if (!page->typing) {
        return false;
    }
    if (key >= KEY_DIGIT_0 && key <= KEY_DIGIT_9) {
        return support_types(app, '0' + (uint32_t)(key - KEY_DIGIT_0));
    }
    switch ((int)key) {
    case KEY_BACKSPACE:
        support_act_typing(app, (enum action)TYPING_ERASE, 0);
        return true;
    case KEY_DELETE:
        typed_delete_behind(&page->typed);
        return true;
    case KEY_LEFT:
    case KEY_RIGHT:
        move_cursor(app, key == KEY_RIGHT);
        return true;
    case KEY_HOME:
    case KEY_END:
        typed_move_to(&page->typed, key == KEY_END);
        return true;
    case KEY_ENTER:
        if (!app->focus_moved) {
            support_act_typing(app, (enum action)TYPING_DONE, 0);
        }
        return !app->focus_moved;
    default:
        return false;
    }
}
