/* SPDX-License-Identifier: MIT */
/* The real text engine with the fonts of Arabic, for tests that measure or draw. */
#ifndef TEXT_RIG_H
#define TEXT_RIG_H

#include "platform/display/text_internal.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static struct text_engine *engine;

static inline int open_engine(void **state)
{
    (void)state;
    struct error error;
    if (text_open(&engine, &error) != STATUS_OK ||
        text_add_script(engine, "Arab", &error) != STATUS_OK) {
        print_message("%s\n", error.text);
        return -1;
    }
    return 0;
}

static inline int close_engine(void **state)
{
    (void)state;
    text_close(engine);
    return 0;
}

#endif
