/* SPDX-License-Identifier: MIT */
#include "platform/display/window.h"

#include "platform/display/shared.h"
#include "platform/display/window_internal.h"
#include "platform/display/window_keys.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>

enum { KEY_PATH_BYTES = 4096 };

enum {
    WINDOWED_WIDTH = 1280,
    WINDOWED_HEIGHT = 800,
    WINDOWED_MIN = 480,
};

static struct window the_window;

void window_measure(struct window *window)
{
    SDL_GetWindowSize(window->sdl, &window->width, &window->height);
    struct fit_display display = {.width = window->width, .height = window->height};
    if (window->outputs.count > 0) {
        display = outputs_ours(&window->outputs)->display;
    }
    const struct fit fit = fit_first(&display);
    window->px_per_m = fit.px_per_m;
    window->fit_source = fit.source;
}

static void set_hints(bool any_driver)
{
    /* Overrides the environment: with another driver nothing would show. */
    if (!any_driver) {
        SDL_SetHintWithPriority(SDL_HINT_VIDEODRIVER, "x11", SDL_HINT_OVERRIDE);
    }
    /* Otherwise SDL loads an OpenGL library to copy pixels through it: 110 MB and five threads. */
    SDL_SetHintWithPriority(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0", SDL_HINT_OVERRIDE);
    SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1");
    SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
    SDL_SetHint(SDL_HINT_MOUSE_TOUCH_EVENTS, "0");
    SDL_SetHint(SDL_HINT_GRAB_KEYBOARD, "0");
    SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "1"); /* see window_keep_awake */
    SDL_SetHint(SDL_HINT_VIDEO_MINIMIZE_ON_FOCUS_LOSS, "0");
    SDL_SetHint(SDL_HINT_MOUSE_AUTO_CAPTURE, "0");
    SDL_SetHint(SDL_HINT_QUIT_ON_LAST_WINDOW_CLOSE, "0");
    /* Otherwise a press is lost that is read together with the news of the focus, as on a busy
     * machine. */
    SDL_SetHint(SDL_HINT_MOUSE_FOCUS_CLICKTHROUGH, "1");
}

/* Sets what keeps the libraries below SDL from looking for things that this program has no use for:
 * a message bus (to start one, libdbus forks), tables for composing characters, pictures of
 * pointers. They take half of the time to the first frame. SDL has no hints for them. */
static void look_nowhere(void)
{
    static const char *const nowhere[][2] = {
        {"DBUS_SESSION_BUS_ADDRESS", "unix:path=/dev/null"},
        {"DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/dev/null"},
        {"XMODIFIERS", "@im=none"},
        {"XCOMPOSEFILE", "/dev/null"},
        {"XCURSOR_PATH", "/dev/null"},
    };
    for (size_t i = 0; i < sizeof(nowhere) / sizeof(nowhere[0]); i++) {
        int failed = setenv(nowhere[i][0], nowhere[i][1], 1);
        (void)failed; /* a failure costs time only */
    }
}

/* A library reads the file with the key to the display, and would wait for ever where that is a
 * pipe. Where it is no plain file, the library is told that there is none, and the display says
 * whether it needs one. */
static void read_plain_key(void)
{
    char path[KEY_PATH_BYTES] = "";
    const char *named = getenv("XAUTHORITY"), *home = getenv("HOME");
    struct stat about;
    if (named == NULL && home != NULL) {
        int length = snprintf(path, sizeof(path), "%s/.Xauthority", home);
        named = length > 0 && (size_t)length < sizeof(path) ? path : NULL;
    }
    if (named != NULL && stat(named, &about) == 0 && !S_ISREG(about.st_mode)) {
        int failed = setenv("XAUTHORITY", "/dev/null", 1);
        assert(failed == 0);
        (void)failed;
    }
}

/* Without a window manager, a borderless window of the display's size covers it. A window manager
 * has to be asked for full screen. Asking where no manager runs waits for an answer and leaves a
 * small window. */
static void cover_display(struct window *window)
{
    SDL_SysWMinfo info;
    SDL_VERSION(&info.version);
    if (SDL_GetWindowWMInfo(window->sdl, &info) != SDL_TRUE || info.subsystem != SDL_SYSWM_X11) {
        return;
    }
    window->has_x11 = true;
    window->fd = ConnectionNumber(info.info.x11.display);
    window->has_manager = window_has_manager(info.info.x11.display);
    window_watch_display(window);
    window_follow_output(window);
    if (!window->windowed && window->has_manager) {
        SDL_SetWindowFullscreen(window->sdl, SDL_WINDOW_FULLSCREEN_DESKTOP);
    }
}

/* The display's own news of a key says what the key types in the present layout. SDL's text input
 * would tell it too, but through an input method, which has a state of its own. */
static void begin_typing(const struct window *window)
{
    Display *display = NULL;
    Window own;
    (void)window_x11(window, &display, &own);
    keys_begin(display);
}

static int lost_status;

static int end_without_display(Display *display)
{
    (void)display;
    exit(lost_status);
}

/* Without this the library ends the process as if it had crashed. */
static void watch_loss(int status)
{
    XIOErrorHandler (*set)(XIOErrorHandler) = NULL;
    lost_status = status;
    if (WINDOW_FIND("XSetIOErrorHandler", &set)) {
        set(end_without_display);
    }
}

static SDL_Window *create(const struct window_options *options)
{
    SDL_Rect whole = {0, 0, WINDOWED_WIDTH, WINDOWED_HEIGHT};
    SDL_DisplayMode mode;
    if (options->windowed) {
        return SDL_CreateWindow(options->title, SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED,
                                whole.w, whole.h, SDL_WINDOW_HIDDEN | SDL_WINDOW_RESIZABLE);
    }
    if (SDL_GetDesktopDisplayMode(0, &mode) == 0) {
        SDL_GetDisplayBounds(0, &whole);
    }
    return SDL_CreateWindow(options->title, whole.x, whole.y, whole.w, whole.h,
                            SDL_WINDOW_HIDDEN | SDL_WINDOW_BORDERLESS);
}

static enum status refuse(enum status status, const char *text, struct error *error)
{
    *error = (struct error){.status = status};
    snprintf(error->text, sizeof(error->text), "%s", text != NULL ? text : "");
    SDL_QuitSubSystem(SDL_INIT_VIDEO);
    SDL_Quit();
    return status;
}

enum status window_open(struct window **out, const struct window_options *options,
                        struct error *error)
{
    struct window *window = &the_window;
    *window = (struct window){.windowed = options->windowed, .fd = -1, .parked_x = -1};
    assert(shared_is_private());
    set_hints(options->any_driver);
    look_nowhere();
    read_plain_key();
    if (SDL_InitSubSystem(SDL_INIT_VIDEO) != 0) {
        return refuse(STATUS_MISSING, "", error);
    }
    watch_loss(options->lost_status);
    SDL_StopTextInput(); /* SDL_Init starts text input, which would talk to input methods */
    window->sdl = create(options);
    if (window->sdl == NULL) {
        return refuse(STATUS_IO, "", error);
    }
    cover_display(window);
    if (!window->has_x11 && !options->any_driver) {
        return refuse(STATUS_INVALID, SDL_GetCurrentVideoDriver(), error);
    }
    window_look_around(window);
    begin_typing(window);
    if (options->windowed) {
        SDL_SetWindowMinimumSize(window->sdl, WINDOWED_MIN, WINDOWED_MIN);
    }
    /* Without this the pointer looks as the display's own, which is a cross where nobody has set
     * another. */
    SDL_SetCursor(SDL_CreateSystemCursor(SDL_SYSTEM_CURSOR_ARROW));
    window_show_pointer(window, false);
    window_measure(window);
    window->resized = false; /* whoever opens the window asks how large it is */
    const SDL_Surface *surface = SDL_GetWindowSurface(window->sdl);
    if (surface == NULL) {
        return refuse(STATUS_IO, "", error);
    }
    if (surface->format->BytesPerPixel != 4 || surface->format->Rmask != 0xFF0000 ||
        surface->format->Bmask != 0xFF) {
        return refuse(STATUS_LIMIT, "", error);
    }
    /* All pixels are painted next. Memory in one piece costs two thirds of what it costs page by
     * page. Where a kernel does not have that, painting is only slower. */
    (void)madvise(surface->pixels, (size_t)surface->pitch * (size_t)surface->h,
                  MADV_POPULATE_WRITE);
    *out = window;
    return STATUS_OK;
}

void window_close(struct window *window)
{
    SDL_DestroyWindow(window->sdl);
    SDL_QuitSubSystem(SDL_INIT_VIDEO);
    SDL_Quit();
    window->sdl = NULL;
}

void window_surface(const struct window *window, struct input *out)
{
    *out = (struct input){.kind = INPUT_SURFACE,
                          .x = window->width,
                          .y = window->height,
                          .px_per_m = window->px_per_m,
                          .fit_source = window->fit_source};
}

struct canvas window_canvas(struct window *window)
{
    const SDL_Surface *surface = SDL_GetWindowSurface(window->sdl);
    if (surface == NULL) {
        return (struct canvas){0}; /* in the middle of a resize; another surface follows */
    }
    return (struct canvas){
        .pixels = surface->pixels,
        .width = surface->w,
        .height = surface->h,
        .stride_px = surface->pitch / 4,
    };
}

/* window_present waits for the display, so a loss of the picture that was reported by then came
 * before the picture. */
static int SDLCALL drop_exposed(void *unused, SDL_Event *event)
{
    (void)unused;
    return event->type != SDL_WINDOWEVENT || event->window.event != SDL_WINDOWEVENT_EXPOSED;
}

/* Notes where the pointer rests when the window shows. What the display then says about the pointer
 * is no move of a person. */
static void park_pointer(struct window *window)
{
    int x, y, left, top;
    SDL_GetGlobalMouseState(&x, &y);
    SDL_GetWindowPosition(window->sdl, &left, &top);
    window->parked_x = x - left;
    window->parked_y = y - top;
}

void window_present(struct window *window, const struct box *boxes, uint32_t count)
{
    SDL_Rect rects[WINDOW_BOX_MAX];
    assert(count > 0 && count <= WINDOW_BOX_MAX);
    if (!window->shown) {
        SDL_ShowWindow(window->sdl);
        window->shown = true;
        park_pointer(window);
        window_hold_keyboard(window);
    }
    for (uint32_t i = 0; i < count; i++) {
        rects[i] = (SDL_Rect){boxes[i].x, boxes[i].y, boxes[i].w, boxes[i].h};
    }
    /* The call fails when a resize came in between; the next frame is painted whole. */
    SDL_UpdateWindowSurfaceRects(window->sdl, rects, (int)count);
}

void window_settle(void)
{
    SDL_PumpEvents();
    SDL_FilterEvents(drop_exposed, NULL);
}

int window_fd(const struct window *window)
{
    return window->fd;
}

bool window_canvas_is_new(struct window *window)
{
    bool is_new = window->new_canvas;
    window->new_canvas = false;
    return is_new;
}

bool window_was_closed(const struct window *window)
{
    return window->closed;
}

/* By Xlib's own call: SDL turns the screen saver off twice and on once. */
void window_keep_awake(struct window *window, bool awake)
{
    void (*suspend)(Display *, Bool) = NULL;
    Display *display;
    Window own;
    if (awake != window->awake && window_x11(window, &display, &own) &&
        WINDOW_FIND("XScreenSaverSuspend", &suspend)) {
        suspend(display, awake);
    }
    window->awake = awake;
}

void window_wait_for_display(const struct window *window)
{
    int (*wait_for)(Display *, Bool) = NULL;
    Display *display;
    Window own;
    if (window_x11(window, &display, &own) && WINDOW_FIND("XSync", &wait_for)) {
        wait_for(display, False);
    }
}

void window_show_pointer(struct window *window, bool show)
{
    window->pointer_shown = show;
    SDL_ShowCursor(show ? SDL_ENABLE : SDL_DISABLE);
}
