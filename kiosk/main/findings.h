/* SPDX-License-Identifier: MIT */
/* What a health check has found, said on a terminal as it is found, and what it comes to. */
#ifndef MAIN_FINDINGS_H
#define MAIN_FINDINGS_H

#include "core/health.h"
#include "main/options.h"

#include <stdbool.h>
#include <stddef.h>

struct findings {
    uint32_t look; /* things to look at */
    bool stop;     /* nothing can be counted */
    bool no_start; /* nor is there a kiosk */
};

enum { FINDINGS_ARGS_MAX = 7 };

/* One finding and, unless it is good, what to do. args fill the {names} of both; {part} is filled
 * here. */
void findings_tell(struct findings *findings, const struct health_finding *finding,
                   const struct text_arg *args, size_t count);
/* The same for one that is in no table of core/health.h. what_to_do: MSG_COUNT for nothing. */
void findings_add(struct findings *findings, enum health_state state, enum message_id said,
                  enum message_id what_to_do, const struct text_arg *args, size_t count);

/* The last line, and the exit status. */
enum result findings_sum(const struct findings *findings);

#endif
