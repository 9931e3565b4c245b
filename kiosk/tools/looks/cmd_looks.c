/* SPDX-License-Identifier: MIT */
/* Runs the tests of what is painted, one after the other. */
#include "tools/commands.h"
#include "tools/looks/looks.h"
#include "tools/matrix/views.h"
#include "tools/pictures/picture.h"
#include "tools/story/story.h"
#include "tools/tools.h"
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

static bool run_one(struct looks *looks, const struct tool_options *options,
                    const struct looks_test *test)
{
    *looks = (struct looks){.options = *options};
    looks_panel(looks, 1920, 1080, 5560);
    test->run(looks);
    if (looks->measured == 0) {
        looks_complain(looks, "nothing was measured");
    }
    if (looks->complaints > LOOKS_COMPLAINT_MAX) {
        printf("  and %u more\n", looks->complaints - LOOKS_COMPLAINT_MAX);
    }
    printf("%s %s (%u measured)\n", looks->complaints == 0 ? "ok" : "FAIL", test->name,
           looks->measured);
    return looks->complaints == 0;
}

int cmd_looks(const struct tool_options *options)
{
    static struct looks looks;
    const struct {
        const struct looks_test *test;
        uint32_t count;
    } parts[] = {{LOOKS_CONTRAST, LOOKS_CONTRAST_COUNT},
                 {LOOKS_MARKS, LOOKS_MARKS_COUNT},
                 {LOOKS_MOTION, LOOKS_MOTION_COUNT}};
    uint32_t passed = 0, failed = 0;
    for (size_t p = 0; p < sizeof(parts) / sizeof(parts[0]); p++) {
        for (uint32_t i = 0; i < parts[p].count; i++) {
            bool held = run_one(&looks, options, &parts[p].test[i]);
            passed += held;
            failed += !held;
        }
    }
    printf("%u passed, %u failed\n", passed, failed);
    return failed == 0 ? EXIT_DONE : EXIT_NOT_SO;
}
