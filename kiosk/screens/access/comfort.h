/* SPDX-License-Identifier: MIT */
/* Comfort's parts: what can be chosen on it, and the picture beside. */
#ifndef SCREENS_COMFORT_H
#define SCREENS_COMFORT_H

#include "screens/app/app.h"
#include "screens/parts/choices.h"

enum {
    COMFORT_ROW_MAX = 12,
    COMFORT_FIRST_ROWS = 6, /* of these, on the first page of two */
};

/* Every row, in the order in which they stand; returns how many. */
uint32_t comfort_rows(const struct app *app, struct ui *ui, struct choices rows[COMFORT_ROW_MAX]);

/* A real question as the choices make it, at its true size. */
void comfort_preview(const struct app *app, struct ui *ui, struct box box);

#endif
