/* SPDX-License-Identifier: MIT */
#ifndef SCREENS_KEEPS_H
#define SCREENS_KEEPS_H

#include "screens/app/app.h"

/* Asks for the newest rows and shows the screen. */
void keeps_enter(struct app *app);

#endif
