/* SPDX-License-Identifier: MIT */
#include "tools/commands.h"
#include "tools/tools.h"
#include "tools/trends/law.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    GROUPS_SHORT = 80,
    GROUPS_LONG = 1000,
    GROUPS_COMPARE = 200,
    GROUPS_MAX = 100000,
    BLOCKS_COST = 650, /* fifty years of weekly meetings */
};

/* How many groups: the second word, or the usual number. 0: no number. */
static uint32_t groups_of(const struct tool_options *options, uint32_t usual)
{
    if (options->files_count < 2) {
        return usual;
    }
    char *end;
    const long groups = strtol(options->files[1], &end, 10);
    return *end == '\0' && groups > 0 && groups <= GROUPS_MAX ? (uint32_t)groups : 0;
}

static int refuse(void)
{
    fprintf(stderr,
            "kiosk-test: trends-law needs one of short, critical, blur, tables, compare and "
            "cost, and takes a number of groups after it\n");
    return EXIT_USAGE;
}

int cmd_law(const struct tool_options *options)
{
    const char *what = options->files_count > 0 ? options->files[0] : "";
    const bool is_short = strcmp(what, "short") == 0;
    const bool compares = strcmp(what, "compare") == 0;
    const uint32_t groups = groups_of(options, is_short   ? GROUPS_SHORT
                                               : compares ? GROUPS_COMPARE
                                                          : GROUPS_LONG);
    if (groups == 0 || options->files_count > 2) {
        return refuse();
    }
    if (is_short) {
        return law_holds(groups) ? EXIT_DONE : EXIT_NOT_SO;
    }
    if (strcmp(what, "critical") == 0) {
        return law_critical(groups) ? EXIT_DONE : EXIT_NOT_SO;
    }
    if (strcmp(what, "blur") == 0) {
        return law_blur(groups) ? EXIT_DONE : EXIT_NOT_SO;
    }
    if (strcmp(what, "tables") == 0) {
        law_tables(groups);
    } else if (compares) {
        law_compare(groups);
    } else if (strcmp(what, "cost") == 0) {
        law_cost(BLOCKS_COST);
    } else {
        return refuse();
    }
    return EXIT_DONE;
}
