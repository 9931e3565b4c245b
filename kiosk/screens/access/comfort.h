/* SPDX-License-Identifier: MIT */
/* What can be chosen on Comfort. */
#ifndef SCREENS_COMFORT_H
#define SCREENS_COMFORT_H

#include "screens/app/screen.h"
#include "ui/choices.h"

/* What a press on a row asks for. */
enum comfort_action {
    COMFORT_SET = ACTION_OWN,                            /* and the place of a member of struct
                                                          * comfort: sets the member to arg */
    COMFORT_READ = COMFORT_SET + sizeof(struct comfort), /* enum read_mode; for headphones the
                                                          * screen first asks whether they are on */
    COMFORT_PHONES,                                      /* 1 they are on, 0 not now */
    COMFORT_SPEED,                                       /* 1 faster, -1 slower */
    COMFORT_VOLUME,                                      /* 1 louder, -1 softer */
    COMFORT_BLANK,                                       /* 1 the screen goes dark */
    COMFORT_RESET,
};

enum {
    COMFORT_ROW_MAX = 12,
    COMFORT_FIRST_ROWS = 6, /* rows on the first page of two */
};

/* Fills rows with all rows, in their order on the screen; returns how many there are. */
uint32_t comfort_rows(const struct app *app, struct ui *ui, struct choices rows[COMFORT_ROW_MAX]);

#endif
