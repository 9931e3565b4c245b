/* SPDX-License-Identifier: MIT */
/* How the keeper's process has errands run. It makes a socket for each errand and hands one end to
 * the porter. Then it hears the answer, or that the process of the errand ended, or that the time
 * is over. That process has read a stranger's drive, so every field of its answer is checked. */
#ifndef KEEPER_ERRAND_LINE_H
#define KEEPER_ERRAND_LINE_H

#include "keeper/errand.h"

#include <stdbool.h>

struct errand_line_slot {
    int socket;     /* -1: nothing runs */
    uint64_t by_ms; /* CLOCK_BOOTTIME */
    enum errand_kind kind;
    bool has_answer; /* one that a better one may follow */
    struct errand_answer answer;
};

struct errand_line {
    int porter;   /* -1: there is none, and no errand can be run */
    bool renewed; /* the first one ended: this one was started inside main's sandbox, and cannot
                     reach the drives */
    struct errand_line_slot slot[ERRAND_SLOT_COUNT];
};

void errand_line_init(struct errand_line *line);
/* A porter was started, the first or a later one. The line owns the descriptor. */
void errand_line_take(struct errand_line *line, int porter);

/* Begins an errand. GONE: there is no porter to run it. Any other failure is NO_MEMORY for an
 * errand of the PIN, because memory is the likely reason, and IO for one of the drives. */
MUST_USE enum status errand_line_begin(struct errand_line *line, const struct errand *errand,
                                       const uint8_t *bytes, uint64_t now_ms);
void errand_line_drop(struct errand_line *line, enum errand_slot slot);

/* Returns when errand_line_hear is due although nothing came; UINT64_MAX when no errand runs. */
uint64_t errand_line_deadline(const struct errand_line *line);
/* Returns true when the errand is over; *answer tells how, and the bytes of a FETCH are in the
 * buffer. Without an answer the status is STUCK where a drive's time is over, and else as for
 * errand_line_begin. */
bool errand_line_hear(struct errand_line *line, enum errand_slot slot, uint64_t now_ms,
                      uint8_t *buffer, size_t size, struct errand_answer *answer);

#endif
