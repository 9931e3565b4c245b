/* SPDX-License-Identifier: MIT */
/* The least that a program of this kind can cost: SDL, one line of text, one wait, another line
 * after each touch. What make bench measures the kiosk against, in the same run.
 *
 *   floor surface     composes in the window's surface and presents it
 *   floor crossing    composes beside it, and crosses over as the kiosk does: 10 times the changed
 *                     part is mixed and presented, seven tenths of the display as in the nine taps
 *   floor renderer    SDL_Renderer in software, everything drawn anew */
#define SDL_MAIN_HANDLED
#include <SDL.h>
#include <SDL_syswm.h>
#include <SDL_ttf.h>

#include <fcntl.h>
#include <poll.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define FONT "/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf"

enum { CROSS_FRAMES = 10, CROSS_FRAME_MS = 24 };

struct floor {
    SDL_Window *window;
    SDL_Surface *next;      /* NULL: each picture is there at once */
    SDL_Renderer *renderer; /* NULL: the surface */
    TTF_Font *font;
    int screen;
};

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

static void compose(SDL_Surface *text, const SDL_Rect *place, SDL_Surface *surface)
{
    SDL_Rect at = *place;
    SDL_FillRect(surface, NULL, SDL_MapRGB(surface->format, 0xf6, 0xf4, 0xee));
    SDL_BlitSurface(text, NULL, surface, &at);
}

static void mix(uint8_t *restrict out, const uint8_t *restrict to, size_t count, uint16_t part)
{
    uint16_t rest = (uint16_t)(256 - part);
    for (size_t i = 0; i < count; i++) {
        out[i] = (uint8_t)((uint16_t)(out[i] * rest + to[i] * part + 128) >> 8);
    }
}

static void cross_over(const struct floor *floor, SDL_Surface *surface)
{
    const SDL_Rect part = {0, 0, surface->w, surface->h * 7 / 10};
    size_t bytes = (size_t)surface->pitch * (size_t)part.h;
    for (int left = CROSS_FRAMES; left > 0; left--) {
        mix(surface->pixels, floor->next->pixels, bytes, (uint16_t)(256 / left));
        SDL_UpdateWindowSurfaceRects(floor->window, &part, 1);
        SDL_Delay(CROSS_FRAME_MS);
    }
}

static void draw(struct floor *floor)
{
    char line[32];
    (void)snprintf(line, sizeof(line), "Welcome %d", floor->screen++);
    SDL_Surface *text =
        TTF_RenderUTF8_Blended(floor->font, line, (SDL_Color){0x20, 0x20, 0x20, 255});
    SDL_Rect place = {100, 100, text->w, text->h};
    if (floor->renderer) {
        SDL_Texture *texture = SDL_CreateTextureFromSurface(floor->renderer, text);
        SDL_SetRenderDrawColor(floor->renderer, 0xf6, 0xf4, 0xee, 255);
        SDL_RenderClear(floor->renderer);
        SDL_RenderCopy(floor->renderer, texture, NULL, &place);
        SDL_RenderPresent(floor->renderer);
        SDL_DestroyTexture(texture);
    } else {
        SDL_Surface *surface = SDL_GetWindowSurface(floor->window);
        bool crosses = floor->next && floor->screen > 1;
        compose(text, &place, crosses ? floor->next : surface);
        if (crosses) {
            cross_over(floor, surface);
        } else {
            SDL_UpdateWindowSurface(floor->window);
        }
    }
    SDL_FreeSurface(text);
}

int main(int argc, char **argv)
{
    bool renders = argc > 1 && strcmp(argv[1], "renderer") == 0;
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1"); /* it sleeps in poll: a signal ends it */
    SDL_DisplayMode mode;
    SDL_SysWMinfo info;
    struct floor floor = {0};
    if (SDL_Init(SDL_INIT_VIDEO) != 0 || TTF_Init() != 0 || SDL_GetDesktopDisplayMode(0, &mode)) {
        return 3;
    }
    floor.window =
        SDL_CreateWindow("floor", 0, 0, mode.w, mode.h, SDL_WINDOW_BORDERLESS | SDL_WINDOW_SHOWN);
    floor.font = TTF_OpenFont(FONT, 48);
    SDL_VERSION(&info.version);
    if (!floor.window || !floor.font || !SDL_GetWindowWMInfo(floor.window, &info)) {
        return 3;
    }
    if (renders) {
        floor.renderer = SDL_CreateRenderer(floor.window, -1, SDL_RENDERER_SOFTWARE);
    }
    if (argc > 1 && strcmp(argv[1], "crossing") == 0) {
        floor.next = SDL_CreateRGBSurfaceWithFormat(0, mode.w, mode.h, 32, SDL_PIXELFORMAT_RGB888);
    }
    draw(&floor);
    say_first_frame();
    /* Between touches it sleeps until the display says something. */
    struct pollfd display = {.fd = ConnectionNumber(info.info.x11.display), .events = POLLIN};
    for (;;) {
        SDL_Event event;
        while (SDL_PollEvent(&event)) {
            if (event.type == SDL_QUIT) {
                return 0;
            }
            if (event.type == SDL_MOUSEBUTTONDOWN) {
                draw(&floor);
            }
        }
        poll(&display, 1, -1);
    }
}
