/* SPDX-License-Identifier: MIT */
#include "tools/matrix/matrix.h"

#include <stdarg.h>
#include <stdio.h>

void matrix_complain(struct matrix *matrix, const struct app *app, enum matrix_rule rule,
                     const char *format, ...)
{
    static const char *const SIZES[SIZE_COUNT] = {"S", "M", "L", "XL"};
    if (matrix->broken[rule]++ >= matrix->complaints_max) {
        return;
    }
    va_list args;
    printf("  %s, %s, %s, %s", matrix->view, matrix->panel, SIZES[app->comfort.size],
           app->config.languages[app->comfort.language].language->tag);
    if (app->page_count > 1) {
        printf(", page %u of %u", app->page + 1, app->page_count);
    }
    printf(": ");
    va_start(args, format);
    vprintf(format, args);
    va_end(args);
    printf("\n");
}

bool matrix_is_facilitators(const struct app *app, const struct node *node)
{
    return (node->flags & NODE_FACILITATOR) != 0 || app->screen == SCREEN_PIN ||
           app->screen == SCREEN_SETUP_PIN;
}
