/* SPDX-License-Identifier: MIT */
/* What a key of a real keyboard is, and what it types in the layout that the display has. No input
 * method is asked: dead keys and the compose key are told as they are, and put together by who
 * reads them (core/compose.h). */
#ifndef PLATFORM_WINDOW_KEYS_H
#define PLATFORM_WINDOW_KEYS_H

#include "core/input.h"

#include <SDL.h>
#include <SDL_syswm.h>

/* Finds the two functions that keys_text_of rests on, and lets the first of them fetch the layout.
 * Without them nothing is typed by real keys. */
void keys_begin(Display *display);

/* text: what the key types, as in struct input. */
enum key keys_key_of(const SDL_Keysym *keysym, uint32_t text);
/* Returns whether a key is one that is held to change another key. */
bool keys_is_modifier(const SDL_Keysym *keysym);
/* Returns whether the key is Control, Alt or the window manager's key, or is pressed together with
 * one of them. */
bool keys_is_command(const SDL_Keysym *keysym);

/* What a press types (struct input); 0 with Control, Alt or the window manager's key held, unless
 * that one is stuck. */
uint32_t keys_text_of(const XKeyEvent *event, bool is_stuck);
/* The same for a key's name in X. */
uint32_t keys_text(unsigned long keysym, unsigned held);

#endif
