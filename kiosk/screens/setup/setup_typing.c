/* SPDX-License-Identifier: MIT */
/* A support line being typed: above the keyboard the line as people will read it. Nothing is kept
 * before the page's own button; Back leaves the line as it was. */
#include "screens/parts/page.h"
#include "screens/setup/setup.h"
#include "screens/setup/setup_support.h"
#include "ui/blocks/typing.h"
#include "ui/spoken.h"

const char *support_title(const struct app *app, enum support_line line)
{
    static const enum message_id TITLES[SUPPORT_LINES] = {
        [SUPPORT_ROOM] = MSG_SETUP_SUPPORT_FIELDS_1,
        [SUPPORT_PHONE] = MSG_SETUP_SUPPORT_FIELDS_2,
        [SUPPORT_DANGER] = MSG_SETUP_SUPPORT_FIELDS_3};
    return word(app, TITLES[line]);
}

const char *support_hint(const struct app *app, struct ui *ui, enum support_line line)
{
    const enum message_id usual = support_usual(line);
    return usual == MSG_COUNT
               ? word(app, MSG_SETUP_SUPPORT_HIDDEN)
               : fill_one(app, ui, MSG_SETUP_SUPPORT_EMPTY, "text", word(app, usual));
}

void support_type(struct app *app, enum support_line line)
{
    struct setup_support *page = support_state(app);
    page->typing = true;
    page->line = (uint8_t)line;
    page->composing = (struct composing){0};
    typed_set(&page->typed, page->lines.line[line]);
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

/* Returns the first language on offer that uses the layout; NULL when none does. */
static const struct language_offer *offer_of(const struct app *app, uint32_t layout)
{
    for (uint32_t i = 0; i < app->config.language_count; i++) {
        const struct language_offer *offer = &app->config.languages[i];
        if (keyboard_layout_find(offer->language->tag) == layout) {
            return offer;
        }
    }
    return NULL;
}

/* Returns the next layout that a language on offer uses. */
static uint32_t next_layout(const struct app *app)
{
    const uint32_t count = keyboard_layout_count(), now = support_of(app)->keyboard.layout;
    uint32_t layout = (now + 1) % count;
    while (layout != now && offer_of(app, layout) == NULL) {
        layout = (layout + 1) % count;
    }
    return layout;
}

static const char *layout_name(const struct app *app, uint32_t layout)
{
    const struct language_offer *offer = offer_of(app, layout);
    return offer != NULL ? catalog_text(offer->catalog, MSG_LANGUAGE_NAME)
                         : keyboard_layout_at(layout)->label;
}

static const char *sign_word(const void *context, uint32_t code)
{
    return spoken_sign(app_catalog(context), code);
}

static struct keyboard_keys keys_of(const struct app *app, struct ui *ui)
{
    uint32_t next = next_layout(app);
    return (struct keyboard_keys){
        .action = ACTION_TYPING,
        .blank_word = word(app, MSG_KEYBOARD_BLANK),
        .done_word = word(app, MSG_COMMON_DONE),
        .capitals_word = word(app, MSG_KEYBOARD_CAPITALS),
        .page_word = word(app, MSG_KEYBOARD_PAGE),
        .layout_word = fill_one(app, ui, MSG_WELCOME_LANGUAGE_S, "name", layout_name(app, next)),
        .clear_word = word(app, MSG_PIN_KEYS_1),
        .erase_word = word(app, MSG_PIN_KEYS_2),
        .next_layout = next,
        .sign_word = sign_word,
        .context = app};
}

static void flow_title(const void *context, struct flow *flow)
{
    const struct app *app = context;
    static const struct page_block WORDS[] = {
        {BLOCK_TITLE, "setup.title", MSG_SETUP_SUPPORT_TITLE, 1500},
        {BLOCK_BODY, "setup.body", MSG_SETUP_SUPPORT_BODY, 2500}};
    setup_steps(app, flow);
    page_flow(app, flow, WORDS, 2);
}

void support_build_typing(const struct app *app, struct ui *ui)
{
    const struct setup_support *page = support_of(app);
    struct typing typing = {.title = support_title(app, page->line),
                            .full_words = word(app, MSG_SETUP_SUPPORT_FULL),
                            .back = control_of(app, &(struct control)CONTROL_BACK),
                            .typed = &page->typed,
                            .words = support_words(ui, page->typed.text),
                            .hint = support_hint(app, ui, page->line),
                            .above = flow_title,
                            .context = app,
                            .keyboard = &page->keyboard,
                            .keys = keys_of(app, ui)};
    typing.back.kind = BUTTON_F;
    ui_typing(ui, &typing);
}

void support_act_typing(struct app *app, enum action action, int32_t arg)
{
    struct setup_support *page = support_state(app);
    const enum keyboard_key key = (enum keyboard_key)((int)action - ACTION_TYPING);
    if (action == ACTION_BACK) {
        leave(app);
    } else if (!typing_press(&page->typed, &page->keyboard, app_language(app), key, arg)) {
        typed_take(&page->typed, page->lines.line[page->line]);
        leave(app);
    }
}

bool support_types(struct app *app, uint32_t text)
{
    struct setup_support *page = support_state(app);
    if (!page->typing) {
        return false;
    }
    uint32_t code = compose_character(&page->composing, text);
    if (code != 0) {
        typing_press(&page->typed, &page->keyboard, app_language(app), KEYBOARD_LETTER,
                     (int32_t)code);
    }
    return true;
}

/* Enter is done, unless focus was led to a key of the screen. */
bool support_key(struct app *app, enum key key)
{
    struct setup_support *page = support_state(app);
    if (!page->typing) {
        return false;
    }
    if (key_is_digit(key)) {
        return support_types(app, '0' + (uint32_t)(key - KEY_DIGIT_0));
    }
    if (key == KEY_ENTER && !app->focus_moved) {
        support_act_typing(app, (enum action)(ACTION_TYPING + KEYBOARD_DONE), 0);
        return true;
    }
    return typing_edit(&page->typed, &page->keyboard, app_language(app), key, app->frame.rtl);
}
