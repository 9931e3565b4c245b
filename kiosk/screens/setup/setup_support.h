/* SPDX-License-Identifier: MIT */
/* The page of the support lines, shared by its two views: the lines, and one of them with the
 * keyboard. */
#ifndef SCREENS_SETUP_SUPPORT_H
#define SCREENS_SETUP_SUPPORT_H

#include "screens/app/screen.h"

enum { SUPPORT_LINES = 3 };

char *support_line(struct settings_support *support, uint32_t line);
const char *support_title(const struct app *app, uint32_t line);
/* What comes of a line that is left empty. */
const char *support_hint(const struct app *app, struct ui *ui, uint32_t line);
/* A line as people read it: numbers in it keep their order. In the frame's memory. */
const char *support_words(struct ui *ui, const char *line);

/* Begins to type a line; and what its view draws and does. */
void support_type(struct app *app, uint32_t line);
void support_build_typing(const struct app *app, struct ui *ui);
void support_act_typing(struct app *app, enum action action, int32_t arg);

#endif
