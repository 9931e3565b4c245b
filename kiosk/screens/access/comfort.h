/* SPDX-License-Identifier: MIT */
/* What can be chosen on Comfort. */
#ifndef SCREENS_COMFORT_H
#define SCREENS_COMFORT_H

#include "screens/app/screen.h"
#include "ui/choices.h"

/* What a press on a row asks for. */
enum comfort_action {
    COMFORT_SIZE = ACTION_OWN, /* enum text_size */
    COMFORT_PACE,              /* 1 slow */
    COMFORT_MOTION,            /* 1 less */
    COMFORT_REPEAT,            /* as comfort.repeat_guard */
    COMFORT_READ,   /* enum read_mode; for headphones the screen first asks whether they are on */
    COMFORT_PHONES, /* 1 they are on, 0 not now */
    COMFORT_SPEED,  /* 1 faster, -1 slower */
    COMFORT_VOLUME, /* 1 louder, -1 softer */
    COMFORT_BLANK,  /* 1 the screen goes dark */
    COMFORT_RESET,
};

enum {
    COMFORT_ROW_MAX = 12,
    COMFORT_FIRST_ROWS = 6, /* rows on the first page of two */
};

/* Fills rows with all rows, in their order on the screen; returns how many there are. */
uint32_t comfort_rows(const struct app *app, struct ui *ui, struct choices rows[COMFORT_ROW_MAX]);

#endif
