/* SPDX-License-Identifier: MIT */
/* Pictures of an app's frame, painted whole. */
#ifndef TOOLS_PICTURE_H
#define TOOLS_PICTURE_H

#include "screens/app.h"

enum { PICTURE_WIDTH_MAX = 3840, PICTURE_HEIGHT_MAX = 3840 }; /* 4K, either way up */

MUST_USE enum status picture_write(const struct app *app, const char *path);
/* Of the pixels. */
uint64_t picture_hash(const struct app *app);

#endif
