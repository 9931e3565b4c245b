/* SPDX-License-Identifier: MIT */
/* The one list of screens and modules. */
#include "screens/screens.h"
#include "screens/setup/setup.h"

#include <assert.h>
#include <string.h>

#define SCREEN_EXTERN(id, text) extern const struct screen_ops SCREEN_OPS_##id;
SCREEN_LIST(SCREEN_EXTERN)
#undef SCREEN_EXTERN

#define MODULE_EXTERN(id) extern const struct module_ops MODULE_OPS_##id;
MODULE_LIST(MODULE_EXTERN)
#undef MODULE_EXTERN

static const struct screen_row ROWS[SCREEN_COUNT] = {
#define SCREEN_ROW(id, text) [SCREEN_##id] = {text, &SCREEN_OPS_##id},
    SCREEN_LIST(SCREEN_ROW)
#undef SCREEN_ROW
};

static const struct module_ops *const MODULES[MODULE_COUNT] = {
#define MODULE_ROW(id) [MODULE_##id] = &MODULE_OPS_##id,
    MODULE_LIST(MODULE_ROW)
#undef MODULE_ROW
};

const struct screen_list SCREENS = {
    .screen = ROWS,
    .screen_count = SCREEN_COUNT,
    .module = MODULES,
    .first_run = SETUP_FIRST_RUN,
    .first_run_count = SETUP_FIRST_RUN_COUNT,
};

const char *screen_name(enum screen_id screen)
{
    assert(screen < SCREEN_COUNT);
    return ROWS[screen].name;
}

int screen_find(const char *name)
{
    for (int i = 0; i < SCREEN_COUNT; i++) {
        if (strcmp(ROWS[i].name, name) == 0) {
            return i;
        }
    }
    return -1;
}
