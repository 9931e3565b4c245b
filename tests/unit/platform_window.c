/* SPDX-License-Identifier: MIT */
/* Protects what becomes of a person's touches, clicks and keys on their way to the app. */
#include "core/compose.h"
#include "core/step.h"
#include "platform/display/window.h"
#include "platform/display/window_keys.h"

#include <SDL.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static struct window *window;
static struct input input[STEP_WINDOW_MAX];

static int open_window(void **state)
{
    (void)state;
    struct error error;
    const struct window_options options = {.title = "test", .any_driver = true};
    setenv("SDL_VIDEODRIVER", "offscreen", 1);
    if (window_open(&window, &options, &error) != STATUS_OK) {
        return -1;
    }
    window_pump(window, input, STEP_WINDOW_MAX);
    return 0;
}

static int close_window(void **state)
{
    (void)state;
    window_close(window);
    return 0;
}

static void push_key(Uint32 type, SDL_Scancode scancode, SDL_Keycode sym, Uint16 mod, int repeat)
{
    SDL_Event event = {.key = {.type = type, .repeat = (Uint8)repeat}};
    event.key.keysym.scancode = scancode;
    event.key.keysym.sym = sym;
    event.key.keysym.mod = mod;
    SDL_PushEvent(&event);
}

static void push_button(Uint32 type, Uint32 which, Uint8 button, int x, int y)
{
    SDL_Event event = {.button = {.type = type, .which = which, .button = button, .x = x, .y = y}};
    SDL_PushEvent(&event);
}

static void push_motion(Uint32 which, int x, int y)
{
    SDL_Event event = {.motion = {.type = SDL_MOUSEMOTION, .which = which, .x = x, .y = y}};
    SDL_PushEvent(&event);
}

static void push_finger(Uint32 type, SDL_FingerID finger, float x, float y)
{
    SDL_Event event = {.tfinger = {.type = type, .fingerId = finger, .x = x, .y = y}};
    SDL_PushEvent(&event);
}

static uint32_t pump(void)
{
    return window_pump(window, input, STEP_WINDOW_MAX);
}

static void keys_are_named(void **state)
{
    (void)state;
    push_key(SDL_KEYDOWN, SDL_SCANCODE_RETURN, SDLK_RETURN, 0, 0);
    push_key(SDL_KEYDOWN, SDL_SCANCODE_RETURN, SDLK_RETURN, 0, 1); /* held down */
    push_key(SDL_KEYUP, SDL_SCANCODE_RETURN, SDLK_RETURN, 0, 0);
    push_key(SDL_KEYDOWN, SDL_SCANCODE_KP_7, SDLK_KP_7, 0, 0);
    push_key(SDL_KEYDOWN, SDL_SCANCODE_4, SDLK_QUOTE, 0, 0); /* digits above the signs */
    push_key(SDL_KEYDOWN, SDL_SCANCODE_X, SDLK_x, 0, 0);
    assert_int_equal(pump(), 5);
    assert_int_equal(input[0].kind, INPUT_KEY_DOWN);
    assert_int_equal(input[0].key, KEY_ENTER);
    assert_int_equal(input[0].code, SDL_SCANCODE_RETURN);
    assert_int_equal(input[1].kind, INPUT_KEY_UP);
    assert_int_equal(input[1].key, KEY_ENTER);
    assert_int_equal(input[1].code, SDL_SCANCODE_RETURN);
    assert_int_equal(input[2].key, KEY_DIGIT_0 + 7);
    assert_int_equal(input[3].key, KEY_DIGIT_0 + 4);
    assert_int_equal(input[4].key, KEY_OTHER);
    assert_int_equal(input[4].code, SDL_SCANCODE_X); /* a switch is told from its neighbour */
}

/* Without Control or Alt; AltGr is neither, it leads to more letters. */
static void keys_type_what_their_names_say(void **state)
{
    (void)state;
    static const struct {
        unsigned long keysym;
        unsigned held;
        uint32_t text;
    } KEYS[] = {
        {'a', 0, 'a'},
        {'A', ShiftMask, 'A'},
        {'@', Mod5Mask, '@'},
        {' ', 0, ' '},
        {0xf1, LockMask, 0xf1},
        {0x1b1, 0, 0x105},        /* aogonek */
        {0x5d3, 0, 0x633},        /* Arabic_seen */
        {0x1000633, 0, 0x633},    /* the same by its number */
        {0x6c1, 0, 0x430},        /* Cyrillic_a */
        {0xffb7, Mod2Mask, '7'},  /* KP_7 */
        {0xfe51, 0, 0x301},       /* dead_acute */
        {0xff20, 0, COMPOSE_KEY}, /* Multi_key */
        {'c', ControlMask, 0},
        {'f', Mod1Mask, 0},
        {0xff0d, 0, 0}, /* Return */
        {0xff08, 0, 0}, /* BackSpace */
        {0xff1b, 0, 0}, /* Escape */
        {0xffe1, 0, 0}, /* Shift_L */
        {0xff50, 0, 0}, /* Home */
    };
    for (size_t i = 0; i < sizeof(KEYS) / sizeof(KEYS[0]); i++) {
        assert_int_equal(keys_text(KEYS[i].keysym, KEYS[i].held), KEYS[i].text);
    }
    const SDL_Keysym shifted = {.scancode = SDL_SCANCODE_Q, .sym = SDLK_q};
    assert_int_equal(keys_key_of(&shifted, 0x664), KEY_DIGIT_0 + 4);
    assert_int_equal(keys_key_of(&shifted, '4'), KEY_DIGIT_0 + 4);
    assert_int_equal(keys_key_of(&shifted, 'q'), KEY_OTHER);
}

static void a_key_comes_up_as_it_went_down(void **state)
{
    (void)state;
    push_key(SDL_KEYDOWN, SDL_SCANCODE_LSHIFT, SDLK_LSHIFT, KMOD_SHIFT, 0);
    push_key(SDL_KEYDOWN, SDL_SCANCODE_TAB, SDLK_TAB, KMOD_SHIFT, 0);
    push_key(SDL_KEYUP, SDL_SCANCODE_LSHIFT, SDLK_LSHIFT, 0, 0);
    push_key(SDL_KEYUP, SDL_SCANCODE_TAB, SDLK_TAB, 0, 0);
    push_key(SDL_KEYDOWN, SDL_SCANCODE_F4, SDLK_F4, KMOD_LALT, 0); /* not for us */
    push_key(SDL_KEYUP, SDL_SCANCODE_F4, SDLK_F4, 0, 0);
    assert_int_equal(pump(), 5);
    assert_int_equal(input[0].kind, INPUT_PRESENCE);
    assert_int_equal(input[0].code, SDL_SCANCODE_LSHIFT);
    assert_int_equal(input[1].key, KEY_BACK_TAB);
    assert_int_equal(input[2].kind, INPUT_KEY_UP);
    assert_int_equal(input[2].key, KEY_BACK_TAB);
    assert_int_equal(input[3].kind, INPUT_KEY_DOWN);
    assert_int_equal(input[3].key, KEY_OTHER);
    assert_int_equal(input[4].kind, INPUT_KEY_UP);
    assert_int_equal(input[4].key, KEY_OTHER);
}

/* With its own time, where SDL_PushEvent would give it that of now. */
static enum key pressed_at(Uint32 ms, SDL_Scancode scancode, SDL_Keycode sym)
{
    SDL_Event event = {.key = {.type = SDL_KEYDOWN, .timestamp = ms}};
    event.key.keysym.scancode = scancode;
    event.key.keysym.sym = sym;
    event.key.keysym.mod = KMOD_LALT;
    assert_int_equal(SDL_PeepEvents(&event, 1, SDL_ADDEVENT, 0, 0), 1);
    assert_int_equal(pump(), 1);
    enum key key = input[0].key;
    push_key(SDL_KEYUP, scancode, sym, KMOD_LALT, 0);
    pump();
    return key;
}

static void a_modifier_that_sticks(void **state)
{
    (void)state;
    assert_int_equal(pressed_at(9000, SDL_SCANCODE_LALT, SDLK_LALT), KEY_NONE);
    assert_int_equal(pressed_at(9500, SDL_SCANCODE_RETURN, SDLK_RETURN), KEY_OTHER);
    assert_int_equal(pressed_at(11999, SDL_SCANCODE_F4, SDLK_F4), KEY_OTHER);
    assert_int_equal(pressed_at(12000, SDL_SCANCODE_RETURN, SDLK_RETURN), KEY_ENTER);
    assert_int_equal(pressed_at(19000, SDL_SCANCODE_F4, SDLK_F4), KEY_F4);
    assert_int_equal(pressed_at(20000, SDL_SCANCODE_RALT, SDLK_RALT), KEY_NONE);
    assert_int_equal(pressed_at(20100, SDL_SCANCODE_F4, SDLK_F4), KEY_OTHER);
}

static void every_contact_is_told_apart(void **state)
{
    (void)state;
    struct input surface;
    window_surface(window, &surface);
    push_finger(SDL_FINGERDOWN, 7, 0.5f, 0.25f);
    push_button(SDL_MOUSEBUTTONDOWN, SDL_TOUCH_MOUSEID, SDL_BUTTON_LEFT, 1, 1); /* its echo */
    push_finger(SDL_FINGERDOWN, 8, 0.1f, 0.1f);
    push_finger(SDL_FINGERMOTION, 7, 0.5f, 0.3f);
    push_finger(SDL_FINGERMOTION, 8, 0.1f, 0.2f);
    push_finger(SDL_FINGERMOTION, 7, 0.5f, 0.5f);
    push_button(SDL_MOUSEBUTTONDOWN, 0, SDL_BUTTON_LEFT, 30, 40);
    push_finger(SDL_FINGERUP, 8, 0.1f, 0.1f);
    push_finger(SDL_FINGERUP, 7, 0.5f, 0.5f);
    push_button(SDL_MOUSEBUTTONUP, 0, SDL_BUTTON_LEFT, 30, 40);
    const struct {
        enum input_kind kind;
        bool touch;
        int finger; /* of the two, by the order of coming */
    } CAME[] = {{INPUT_POINTER_DOWN, true, 0},   {INPUT_POINTER_DOWN, true, 1},
                {INPUT_POINTER_MOVE, true, 0},   {INPUT_POINTER_MOVE, true, 1},
                {INPUT_POINTER_DOWN, false, -1}, {INPUT_POINTER_UP, true, 1},
                {INPUT_POINTER_UP, true, 0},     {INPUT_POINTER_UP, false, -1}};
    assert_int_equal(pump(), sizeof(CAME) / sizeof(CAME[0]));
    for (size_t i = 0; i < sizeof(CAME) / sizeof(CAME[0]); i++) {
        assert_int_equal(input[i].kind, CAME[i].kind);
        assert_int_equal(input[i].touch, CAME[i].touch);
        uint32_t contact = CAME[i].finger < 0 ? 0 : input[CAME[i].finger].contact;
        assert_int_equal(input[i].contact, contact);
    }
    assert_int_not_equal(input[0].contact, input[1].contact);
    assert_int_not_equal(input[0].contact, 0);
    assert_int_equal(input[0].x, surface.x / 2);
    assert_int_equal(input[0].y, surface.y / 4);
    assert_int_equal(input[2].y, surface.y / 2); /* the newest place alone */
}

static void only_the_left_button_presses(void **state)
{
    (void)state;
    push_button(SDL_MOUSEBUTTONDOWN, 0, SDL_BUTTON_RIGHT, 10, 10);
    push_button(SDL_MOUSEBUTTONUP, 0, SDL_BUTTON_RIGHT, 10, 10);
    push_button(SDL_MOUSEBUTTONDOWN, 0, SDL_BUTTON_LEFT, 30, 40);
    push_motion(0, 31, 41);
    push_button(SDL_MOUSEBUTTONUP, 0, SDL_BUTTON_LEFT, 31, 41);
    push_motion(0, 50, 50);
    push_motion(0, 51, 50);
    assert_int_equal(pump(), 6);
    assert_int_equal(input[0].kind, INPUT_KEY_DOWN);
    assert_int_equal(input[0].key, KEY_BUTTON);
    assert_int_equal(input[0].code, CODE_BUTTON + SDL_BUTTON_RIGHT);
    assert_int_equal(input[1].kind, INPUT_KEY_UP);
    assert_int_equal(input[2].kind, INPUT_POINTER_DOWN);
    assert_false(input[2].touch);
    assert_int_equal(input[3].kind, INPUT_POINTER_MOVE);
    assert_int_equal(input[4].kind, INPUT_POINTER_UP);
    assert_int_equal(input[4].x, 31);
    assert_int_equal(input[5].kind, INPUT_HOVER); /* a moving mouse, once */
    assert_int_equal(input[5].x, 51);
}

static void a_wheel_turns_on_and_back(void **state)
{
    (void)state;
    static const struct {
        Sint32 y;
        Uint32 direction;
        int32_t turn;
    } WHEELS[] = {{-3, SDL_MOUSEWHEEL_NORMAL, 1},
                  {1, SDL_MOUSEWHEEL_NORMAL, -1},
                  {1, SDL_MOUSEWHEEL_FLIPPED, 1}};
    for (size_t i = 0; i < sizeof(WHEELS) / sizeof(WHEELS[0]); i++) {
        SDL_Event event = {
            .wheel = {.type = SDL_MOUSEWHEEL, .y = WHEELS[i].y, .direction = WHEELS[i].direction}};
        SDL_PushEvent(&event);
        assert_int_equal(pump(), 1);
        assert_int_equal(input[0].kind, INPUT_WHEEL);
        assert_int_equal(input[0].y, WHEELS[i].turn);
    }
}

static void forgetting_drops_what_waits(void **state)
{
    (void)state;
    push_button(SDL_MOUSEBUTTONDOWN, 0, SDL_BUTTON_LEFT, 30, 40);
    push_key(SDL_KEYDOWN, SDL_SCANCODE_SPACE, SDLK_SPACE, 0, 0);
    assert_int_equal(pump(), 2);
    push_button(SDL_MOUSEBUTTONUP, 0, SDL_BUTTON_LEFT, 30, 40);
    push_key(SDL_KEYDOWN, SDL_SCANCODE_RETURN, SDLK_RETURN, 0, 0);
    push_key(SDL_KEYUP, SDL_SCANCODE_SPACE, SDLK_SPACE, 0, 0);
    push_finger(SDL_FINGERDOWN, 7, 0.5f, 0.25f);
    window_forget(window);
    assert_int_equal(pump(), 1);
    assert_int_equal(input[0].kind, INPUT_KEY_UP);
    assert_int_equal(input[0].key, KEY_SPACE);
    struct input surface;
    window_surface(window, &surface);
    push_motion(0, surface.x - 1, surface.y - 1); /* the pointer's own move out of the way */
    assert_int_equal(pump(), 0);
    push_motion(0, 50, 50); /* that button came up unseen: nothing is dragged */
    assert_int_equal(pump(), 1);
    assert_int_equal(input[0].kind, INPUT_HOVER);
}

static void more_events_wait(void **state)
{
    (void)state;
    for (int i = 0; i < 2 * STEP_WINDOW_MAX; i++) {
        push_key(i % 2 == 0 ? SDL_KEYDOWN : SDL_KEYUP, SDL_SCANCODE_P, SDLK_p, 0, 0);
    }
    uint32_t count = 0;
    for (uint32_t got = 1; got > 0; count += got) {
        got = pump();
        assert_in_range(got, 0, STEP_WINDOW_MAX);
    }
    assert_int_equal(count, 2 * STEP_WINDOW_MAX);
}

static void closing_is_for_windows(void **state)
{
    (void)state;
    SDL_Event event = {.type = SDL_QUIT};
    SDL_PushEvent(&event);
    assert_int_equal(pump(), 0);
    assert_false(window_was_closed(window)); /* it covers the display: nobody closes it */
}

static void a_surface_has_a_scale(void **state)
{
    (void)state;
    struct input surface;
    window_surface(window, &surface);
    struct canvas canvas = window_canvas(window);
    assert_int_equal(surface.kind, INPUT_SURFACE);
    assert_int_equal(surface.x, canvas.width);
    assert_int_equal(surface.y, canvas.height);
    assert_in_range(surface.px_per_m, 1500, 17000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keys_are_named),
        cmocka_unit_test(keys_type_what_their_names_say),
        cmocka_unit_test(a_key_comes_up_as_it_went_down),
        cmocka_unit_test(a_modifier_that_sticks),
        cmocka_unit_test(every_contact_is_told_apart),
        cmocka_unit_test(only_the_left_button_presses),
        cmocka_unit_test(a_wheel_turns_on_and_back),
        cmocka_unit_test(forgetting_drops_what_waits),
        cmocka_unit_test(more_events_wait),
        cmocka_unit_test(closing_is_for_windows),
        cmocka_unit_test(a_surface_has_a_scale),
    };
    return cmocka_run_group_tests(tests, open_window, close_window);
}
