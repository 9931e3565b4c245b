/* SPDX-License-Identifier: MIT */
/* Turns SDL's events into inputs. An event that means nothing to the app still shows that somebody
 * is there. */
#include "platform/display/window_internal.h"
#include "platform/display/window_keys.h"

enum {
    FOLLOW_MAX = 8, /* steps of one change of outputs that are followed in one pump */
    PUMP_ROOM = 5,  /* two inputs of an event, two of a last key, and the surface */
    /* Numbers of contacts. Fingers have the display's numbers, plus this start. */
    CONTACT_MOUSE = 0,
    CONTACT_FINGER = 1,
    STUCK_MS = 3000, /* after so long a modifier counts as stuck */
};

/* The list being filled. */
struct inputs {
    struct input *out;
    uint32_t count;
};

static struct input *add(struct inputs *inputs, enum input_kind kind)
{
    struct input *input = &inputs->out[inputs->count++];
    *input = (struct input){.kind = kind};
    return input;
}

static struct input *last_of(struct inputs *inputs, enum input_kind kind)
{
    struct input *last = inputs->count > 0 ? &inputs->out[inputs->count - 1] : NULL;
    return last != NULL && last->kind == kind ? last : NULL;
}

/* Adds the press of a key that means nothing to the app. */
static void add_presence(struct inputs *inputs, uint32_t code)
{
    struct input *input = add(inputs, INPUT_PRESENCE);
    input->code = code < CODE_COUNT ? (uint16_t)code : CODE_NONE;
}

static void add_hover(struct inputs *inputs, int32_t x, int32_t y)
{
    struct input *input = last_of(inputs, INPUT_HOVER);
    if (input == NULL) {
        input = add(inputs, INPUT_HOVER); /* a moving mouse sends a hundred such events a second */
    }
    input->x = x;
    input->y = y;
}

/* Returns the newest move of a contact, when only moves came after it; else NULL. */
static struct input *moved(struct inputs *inputs, uint32_t contact)
{
    for (uint32_t i = inputs->count; i > 0 && inputs->out[i - 1].kind == INPUT_POINTER_MOVE; i--) {
        if (inputs->out[i - 1].contact == contact) {
            return &inputs->out[i - 1];
        }
    }
    return NULL;
}

static void add_pointer(struct inputs *inputs, enum input_kind kind, uint32_t contact, int32_t x,
                        int32_t y)
{
    struct input *input = kind == INPUT_POINTER_MOVE ? moved(inputs, contact) : NULL;
    if (input == NULL) {
        input = add(inputs, kind);
    }
    input->touch = contact != CONTACT_MOUSE;
    input->contact = contact;
    input->x = x;
    input->y = y;
}

/* A key or button goes down or comes up. */
static struct input *add_key(struct inputs *inputs, bool down, enum key key, uint32_t code)
{
    struct input *input = add(inputs, down ? INPUT_KEY_DOWN : INPUT_KEY_UP);
    input->key = key;
    input->code = code < CODE_COUNT ? (uint16_t)code : CODE_NONE;
    return input;
}

/* Takes a key that SDL has no name for and sends no event for: some letters of some layouts. */
static void take_unnamed(struct window *window, struct inputs *inputs)
{
    if (window->text != 0) {
        add_key(inputs, true, keys_key_of(&(SDL_Keysym){0}, window->text), CODE_NONE)->text =
            window->text;
        add_key(inputs, false, KEY_OTHER, CODE_NONE);
        window->unnamed = window->text_key;
    }
    window->text = 0;
}

/* Returns whether Alt or Control is stuck: nobody holds it for so long and then presses another
 * key. The keyboard then types as without it. */
static bool is_stuck(const struct window *window, uint32_t now_ms)
{
    return now_ms - window->command_ms >= STUCK_MS;
}

/* Takes the display's news of a key, which comes right before SDL's own event for that key. */
static void take_display(struct window *window, struct inputs *inputs, const SDL_SysWMEvent *event)
{
    const SDL_SysWMmsg *said = event->msg;
    const XEvent *key = &said->msg.x11.event;
    if (said->subsystem != SDL_SYSWM_X11 || (key->type != KeyPress && key->type != KeyRelease)) {
        return;
    }
    take_unnamed(window, inputs);
    bool is_held = key->xkey.keycode == window->unnamed;
    if (key->type == KeyPress && !is_held) {
        window->text = keys_text_of(&key->xkey, is_stuck(window, event->timestamp));
        window->text_key = key->xkey.keycode;
    } else if (key->type == KeyRelease && is_held) {
        window->unnamed = 0;
    }
}

static void take_key(struct window *window, struct inputs *inputs, const SDL_KeyboardEvent *event)
{
    uint8_t *held = &window->held[event->keysym.scancode % SDL_NUM_SCANCODES];
    uint32_t text = event->type == SDL_KEYDOWN ? window->text : 0;
    window->text = 0;
    if (event->repeat != 0) {
        return;
    }
    if (event->type == SDL_KEYUP) {
        if (*held != KEY_NONE) {
            add_key(inputs, false, (enum key) * held, event->keysym.scancode);
        }
        *held = KEY_NONE;
    } else if (text == 0 && keys_is_modifier(&event->keysym)) {
        if (keys_is_command(&event->keysym)) {
            window->command_ms = event->timestamp;
        }
        add_presence(inputs, event->keysym.scancode);
    } else {
        bool is_command =
            text == 0 && keys_is_command(&event->keysym) && !is_stuck(window, event->timestamp);
        *held = is_command ? KEY_OTHER : (uint8_t)keys_key_of(&event->keysym, text);
        add_key(inputs, true, (enum key) * held, event->keysym.scancode)->text = text;
    }
}

static void take_motion(struct window *window, struct inputs *inputs,
                        const SDL_MouseMotionEvent *event)
{
    if (event->which == SDL_TOUCH_MOUSEID ||
        (event->x == window->parked_x && event->y == window->parked_y)) {
        return; /* the second event is the echo of window_forget */
    }
    window->parked_x = -1;
    if (!window->pointer_shown) {
        window_show_pointer(window, true);
    }
    if (window->mouse_down) {
        add_pointer(inputs, INPUT_POINTER_MOVE, CONTACT_MOUSE, event->x, event->y);
    } else {
        add_hover(inputs, event->x, event->y);
    }
}

static void take_button(struct window *window, struct inputs *inputs,
                        const SDL_MouseButtonEvent *event)
{
    bool down = event->type == SDL_MOUSEBUTTONDOWN;
    if (event->which == SDL_TOUCH_MOUSEID) {
        return;
    }
    if (event->button != SDL_BUTTON_LEFT) {
        add_key(inputs, down, KEY_BUTTON, CODE_BUTTON + event->button);
    } else {
        window->mouse_down = down;
        add_pointer(inputs, down ? INPUT_POINTER_DOWN : INPUT_POINTER_UP, CONTACT_MOUSE, event->x,
                    event->y);
    }
}

/* Turning the wheel towards the person goes on, as if the page were pulled up. */
static void take_wheel(struct inputs *inputs, const SDL_MouseWheelEvent *event)
{
    bool flipped = event->direction == SDL_MOUSEWHEEL_FLIPPED;
    if (event->which == SDL_TOUCH_MOUSEID || event->y == 0) {
        add(inputs, INPUT_PRESENCE);
    } else {
        add(inputs, INPUT_WHEEL)->y = (event->y < 0) != flipped ? 1 : -1;
    }
}

static void take_finger(struct window *window, struct inputs *inputs,
                        const SDL_TouchFingerEvent *event)
{
    int32_t x = (int32_t)(event->x * (float)window->width);
    int32_t y = (int32_t)(event->y * (float)window->height);
    if (event->type == SDL_FINGERDOWN) {
        window_show_pointer(window, false);
    }
    add_pointer(inputs,
                event->type == SDL_FINGERDOWN ? INPUT_POINTER_DOWN
                : event->type == SDL_FINGERUP ? INPUT_POINTER_UP
                                              : INPUT_POINTER_MOVE,
                CONTACT_FINGER + (uint32_t)event->fingerId, x, y);
}

static void take_window(struct window *window, struct inputs *inputs, const SDL_WindowEvent *event)
{
    switch (event->event) {
    case SDL_WINDOWEVENT_SIZE_CHANGED:
        window->resized = true;
        break;
    case SDL_WINDOWEVENT_EXPOSED:
        window->exposed = true;
        break;
    case SDL_WINDOWEVENT_FOCUS_GAINED:
    case SDL_WINDOWEVENT_SHOWN:
        /* A window manager takes over the window when it shows, and so the window loses the
         * keyboard. */
        window_hold_keyboard(window);
        break;
    case SDL_WINDOWEVENT_HIDDEN:
        window->has_keyboard = false;
        break;
    case SDL_WINDOWEVENT_CLOSE:
        window->closed = window->windowed;
        break;
    case SDL_WINDOWEVENT_LEAVE:
    case SDL_WINDOWEVENT_FOCUS_LOST:
        window->mouse_down = false;
        add(inputs, INPUT_POINTER_CANCEL);
        break;
    default:
        break;
    }
}

static void take_event(struct window *window, struct inputs *inputs, const SDL_Event *event)
{
    switch (event->type) {
    case SDL_SYSWMEVENT:
        take_display(window, inputs, &event->syswm);
        break;
    case SDL_KEYDOWN:
    case SDL_KEYUP:
        take_key(window, inputs, &event->key);
        break;
    case SDL_MOUSEMOTION:
        take_motion(window, inputs, &event->motion);
        break;
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP:
        take_button(window, inputs, &event->button);
        break;
    case SDL_MOUSEWHEEL:
        take_wheel(inputs, &event->wheel);
        break;
    case SDL_FINGERDOWN:
    case SDL_FINGERUP:
    case SDL_FINGERMOTION:
        take_finger(window, inputs, &event->tfinger);
        break;
    case SDL_WINDOWEVENT:
        take_window(window, inputs, &event->window);
        break;
    case SDL_QUIT:
        window->closed = window->windowed;
        break;
    default:
        break;
    }
}

/* Adds one input for all resizes that came: dragging an edge sends dozens. */
static void add_surface(struct window *window, struct inputs *inputs)
{
    int32_t width = window->width, height = window->height;
    uint32_t px_per_m = window->px_per_m;
    window->resized = false;
    window_measure(window);
    window->new_canvas = true; /* the pixels are new ones, also at the same size */
    if (window->width != width || window->height != height || window->px_per_m != px_per_m) {
        window_surface(window, add(inputs, INPUT_SURFACE));
    }
}

static void take_events(struct window *window, struct inputs *inputs, uint32_t max)
{
    SDL_Event event;
    bool is_more = true;
    while (inputs->count + PUMP_ROOM < max && is_more) {
        is_more = SDL_PollEvent(&event) != 0;
        if (is_more) {
            take_event(window, inputs, &event);
        } else {
            take_unnamed(window, inputs);
        }
    }
}

uint32_t window_pump(struct window *window, struct input *out, uint32_t max)
{
    struct inputs inputs = {.out = out};
    /* Outputs change in several steps, and the news of the next step is read while the last step is
     * followed. */
    bool followed = true;
    for (int i = 0; i < FOLLOW_MAX && followed; i++) {
        take_events(window, &inputs, max);
        followed = window->outputs_changed;
        if (followed) {
            window_follow_output(window);
        }
    }
    if (window->resized) {
        add_surface(window, &inputs);
    } else if (window->exposed && window->shown) {
        SDL_UpdateWindowSurface(window->sdl);
    }
    window->exposed = false;
    return inputs.count;
}

/* Every question to the display, and every present, also reads the events that came before the
 * answer. */
bool window_has_more(const struct window *window)
{
    int (*queued)(Display *, int) = NULL;
    Display *display;
    Window own;
    bool is_read = window_x11(window, &display, &own) && WINDOW_FIND("XEventsQueued", &queued) &&
                   queued(display, QueuedAlready) > 0;
    return is_read || window->outputs_changed || SDL_HasEvents(SDL_FIRSTEVENT, SDL_LASTEVENT);
}

void window_forget(struct window *window)
{
    SDL_PumpEvents();
    /* Releases of keys are kept: without them the app would take the keys for held. */
    SDL_FlushEvent(SDL_KEYDOWN);
    SDL_FlushEvent(SDL_SYSWMEVENT);
    window->text = 0;
    SDL_FlushEvents(SDL_MOUSEMOTION, SDL_MULTIGESTURE);
    window->mouse_down = false;
    window_show_pointer(window, false);
    window->parked_x = window->width - 1;
    window->parked_y = window->height - 1;
    SDL_WarpMouseInWindow(window->sdl, window->parked_x, window->parked_y);
}
