/* SPDX-License-Identifier: MIT */
/* The findings of a health check: each is told on a terminal as it is found, and all are summed up
 * at the end. */
#ifndef MAIN_FINDINGS_H
#define MAIN_FINDINGS_H

#include "core/health.h"
#include "main/options.h"

#include <stdbool.h>
#include <stddef.h>

struct findings {
    uint32_t look; /* findings to look at */
    bool stop;     /* nothing can be counted */
    bool no_start; /* the kiosk does not even start */
};

enum { FINDINGS_ARGS_MAX = 7 };

/* Tells one finding and, unless it is good, what to do. args fill the {names} of both messages;
 * {part} is filled here. */
void findings_tell(struct findings *findings, const struct health_finding *finding,
                   const struct text_arg *args, size_t count);
/* As findings_tell, for a finding that is in no table of core/health.h. what_to_do: MSG_COUNT when
 * there is nothing to do. */
void findings_add(struct findings *findings, enum health_state state, enum message_id said,
                  enum message_id what_to_do, const struct text_arg *args, size_t count);

/* Prints the last line, and returns the exit status. */
enum result findings_sum(const struct findings *findings);

#endif
