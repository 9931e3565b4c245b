/* SPDX-License-Identifier: MIT */
/* The two functions of X are found by name, as in window_desktop.c: SDL is linked with their
 * libraries. */
#include "platform/display/window_keys.h"

#include "core/compose.h"
#include "core/utf8.h"
#include "platform/display/window_internal.h"

struct key_name {
    SDL_Keycode code;
    enum key key;
};

static const struct key_name key_names[] = {
    {SDLK_UP, KEY_UP},
    {SDLK_DOWN, KEY_DOWN},
    {SDLK_LEFT, KEY_LEFT},
    {SDLK_RIGHT, KEY_RIGHT},
    {SDLK_RETURN, KEY_ENTER},
    {SDLK_KP_ENTER, KEY_ENTER},
    {SDLK_SPACE, KEY_SPACE},
    {SDLK_BACKSPACE, KEY_BACKSPACE},
    {SDLK_DELETE, KEY_DELETE},
    {SDLK_HOME, KEY_HOME},
    {SDLK_END, KEY_END},
    {SDLK_ESCAPE, KEY_ESCAPE},
    {SDLK_p, KEY_P},
    {SDLK_F1, KEY_F1},
    {SDLK_F2, KEY_F2},
    {SDLK_F3, KEY_F3},
    {SDLK_F4, KEY_F4},
    {SDLK_F5, KEY_F5},
    {SDLK_MINUS, KEY_MINUS},
    {SDLK_KP_MINUS, KEY_MINUS},
    {SDLK_EQUALS, KEY_EQUALS},
    {SDLK_PLUS, KEY_EQUALS},
    {SDLK_KP_PLUS, KEY_EQUALS},
    {SDLK_COMMA, KEY_COMMA},
    {SDLK_PERIOD, KEY_PERIOD},
    {SDLK_KP_0, KEY_DIGIT_0},
};

/* Returns the digit that a key types, or else the digit that stands at its place in the upper row:
 * some layouts have signs there, and digits only with shift. */
static enum key digit_of(const SDL_Keysym *keysym, uint32_t text)
{
    if (utf8_digit(text) >= 0) {
        return (enum key)(KEY_DIGIT_0 + utf8_digit(text));
    }
    if (keysym->sym >= SDLK_0 && keysym->sym <= SDLK_9) {
        return (enum key)(KEY_DIGIT_0 + (keysym->sym - SDLK_0));
    }
    if (keysym->sym >= SDLK_KP_1 && keysym->sym <= SDLK_KP_9) {
        return (enum key)(KEY_DIGIT_0 + 1 + (keysym->sym - SDLK_KP_1));
    }
    if (keysym->scancode >= SDL_SCANCODE_1 && keysym->scancode <= SDL_SCANCODE_9) {
        return (enum key)(KEY_DIGIT_0 + 1 + ((int)keysym->scancode - SDL_SCANCODE_1));
    }
    return keysym->scancode == SDL_SCANCODE_0 ? KEY_DIGIT_0 : KEY_OTHER;
}

enum key keys_key_of(const SDL_Keysym *keysym, uint32_t text)
{
    if (keysym->sym == SDLK_TAB) {
        return (keysym->mod & KMOD_SHIFT) != 0 ? KEY_BACK_TAB : KEY_TAB;
    }
    for (size_t i = 0; i < sizeof(key_names) / sizeof(key_names[0]); i++) {
        if (key_names[i].code == keysym->sym) {
            return key_names[i].key;
        }
    }
    return digit_of(keysym, text);
}

bool keys_is_modifier(const SDL_Keysym *keysym)
{
    return (keysym->scancode >= SDL_SCANCODE_LCTRL && keysym->scancode <= SDL_SCANCODE_RGUI) ||
           keysym->scancode == SDL_SCANCODE_CAPSLOCK;
}

bool keys_is_command(const SDL_Keysym *keysym)
{
    return (keysym->mod & (KMOD_CTRL | KMOD_ALT | KMOD_GUI)) != 0;
}

struct typing {
    Bool (*keysym)(Display *, KeyCode, unsigned, unsigned *, KeySym *);
    uint32_t (*character)(uint32_t);
};
static struct typing the_typing;

void keys_begin(Display *display)
{
    enum { ANY_KEY = 38 }; /* the number of a key that is a letter on every keyboard */
    unsigned changed = 0;
    KeySym keysym = NoSymbol;
    (void)WINDOW_FIND("XkbLookupKeySym", &the_typing.keysym);
    (void)WINDOW_FIND("xkb_keysym_to_utf32", &the_typing.character);
    if (the_typing.keysym != NULL && display != NULL) {
        (void)the_typing.keysym(display, ANY_KEY, 0, &changed, &keysym);
    }
}

/* The names of X's dead keys, and the marks that they put on a letter. */
static uint32_t dead_key(unsigned long keysym)
{
    static const struct {
        uint16_t keysym;
        uint16_t mark;
    } DEAD[] = {
        {0xfe50, 0x300}, {0xfe51, 0x301}, {0xfe52, 0x302}, {0xfe53, 0x303}, {0xfe54, 0x304},
        {0xfe55, 0x306}, {0xfe56, 0x307}, {0xfe57, 0x308}, {0xfe58, 0x30a}, {0xfe59, 0x30b},
        {0xfe5a, 0x30c}, {0xfe5b, 0x327}, {0xfe5c, 0x328}, {0xfe60, 0x323}, {0xfe61, 0x309},
        {0xfe62, 0x31b}, {0xfe6e, 0x326},
    };
    for (size_t i = 0; i < sizeof(DEAD) / sizeof(DEAD[0]); i++) {
        if (DEAD[i].keysym == keysym) {
            return DEAD[i].mark;
        }
    }
    return 0;
}

enum { COMMAND_MASK = ControlMask | Mod1Mask | Mod4Mask };

uint32_t keys_text(unsigned long keysym, unsigned held)
{
    enum { MULTI_KEY = 0xff20 };
    if ((held & COMMAND_MASK) != 0) {
        return 0;
    }
    uint32_t dead = dead_key(keysym);
    if (keysym == MULTI_KEY || dead != 0) {
        return dead != 0 ? dead : COMPOSE_KEY;
    }
    uint32_t code = the_typing.character != NULL ? the_typing.character((uint32_t)keysym) : 0;
    return code == 0 || utf8_is_control(code) ? 0 : code;
}

uint32_t keys_text_of(const XKeyEvent *event, bool is_stuck)
{
    unsigned changed = 0, held = event->state & ~(is_stuck ? (unsigned)COMMAND_MASK : 0U);
    KeySym keysym = NoSymbol;
    bool is_known =
        the_typing.keysym != NULL && the_typing.keysym(event->display, (KeyCode)event->keycode,
                                                       held, &changed, &keysym) != False;
    return is_known ? keys_text(keysym, held) : 0;
}
