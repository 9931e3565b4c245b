/* SPDX-License-Identifier: MIT */
/* The one list of screens. */
#include "screens/app/screen.h"

#include <assert.h>
#include <string.h>

static const struct {
    const char *name;
    const struct screen_ops *ops;
} SCREENS[SCREEN_COUNT] = {
#define SCREEN_ROW(id, text) [SCREEN_##id] = {text, &SCREEN_OPS_##id},
    SCREEN_LIST(SCREEN_ROW)
#undef SCREEN_ROW
};

const struct screen_ops *screen_ops(enum screen_id screen)
{
    assert(screen < SCREEN_COUNT);
    return SCREENS[screen].ops;
}

const char *screen_name(enum screen_id screen)
{
    assert(screen < SCREEN_COUNT);
    return SCREENS[screen].name;
}

int screen_find(const char *name)
{
    for (int i = 0; i < SCREEN_COUNT; i++) {
        if (strcmp(SCREENS[i].name, name) == 0) {
            return i;
        }
    }
    return -1;
}
