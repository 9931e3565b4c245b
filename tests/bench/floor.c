/* SPDX-License-Identifier: MIT */
/* The least that a program of this kind can cost: SDL, one window surface, one line of text, one
 * wait. What make bench measures the kiosk against, in the same run. */
#define SDL_MAIN_HANDLED
#include <SDL.h>
#include <SDL_syswm.h>
#include <SDL_ttf.h>

#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#define FONT "/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf"

static void say_first_frame(void)
{
    const char *path = getenv("KIOSK_PERF_FIRST_FRAME");
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    int file = path ? open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600) : -1;
    if (file >= 0) {
        (void)dprintf(file, "%lld\n", (long long)now.tv_sec * 1000000000 + now.tv_nsec);
        close(file);
    }
}

static void draw(SDL_Window *window, TTF_Font *font)
{
    SDL_Surface *surface = SDL_GetWindowSurface(window);
    SDL_FillRect(surface, NULL, SDL_MapRGB(surface->format, 0xf6, 0xf4, 0xee));
    SDL_Surface *text = TTF_RenderUTF8_Blended(font, "Welcome", (SDL_Color){0x20, 0x20, 0x20, 255});
    SDL_Rect place = {100, 100, text->w, text->h};
    SDL_BlitSurface(text, NULL, surface, &place);
    SDL_FreeSurface(text);
    SDL_UpdateWindowSurface(window);
}

int main(void)
{
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    SDL_DisplayMode mode;
    SDL_SysWMinfo info;
    if (SDL_Init(SDL_INIT_VIDEO) != 0 || TTF_Init() != 0 || SDL_GetDesktopDisplayMode(0, &mode)) {
        return 3;
    }
    SDL_Window *window =
        SDL_CreateWindow("floor", 0, 0, mode.w, mode.h, SDL_WINDOW_BORDERLESS | SDL_WINDOW_SHOWN);
    TTF_Font *font = TTF_OpenFont(FONT, 48);
    SDL_VERSION(&info.version);
    if (!window || !font || !SDL_GetWindowWMInfo(window, &info)) {
        return 3;
    }
    draw(window, font);
    say_first_frame();
    /* Nothing is asked of it but to stay: it sleeps until the display says something. */
    struct pollfd display = {.fd = ConnectionNumber(info.info.x11.display), .events = POLLIN};
    for (;;) {
        SDL_Event event;
        while (SDL_PollEvent(&event)) {
            if (event.type == SDL_QUIT) {
                return 0;
            }
        }
        poll(&display, 1, -1);
    }
}
