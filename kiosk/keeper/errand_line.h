/* SPDX-License-Identifier: MIT */
/* How the keeper's process has errands run. For each errand it makes a socket and hands one end to
 * the porter. On the other end comes the answer, or the end of the process that was to answer; or
 * the time of the errand runs out. The process that answers has read a stranger's drive, so every
 * field of an answer is checked. */
#ifndef KEEPER_ERRAND_LINE_H
#define KEEPER_ERRAND_LINE_H

#include "keeper/errand.h"

#include <stdbool.h>

struct errand_line_slot {
    int socket;     /* -1: nothing runs */
    uint64_t by_ms; /* CLOCK_BOOTTIME */
    enum errand_kind kind;
    bool has_answer; /* an answer came, and a better one may follow */
    struct errand_answer answer;
};

struct errand_line {
    int porter;   /* -1: there is none, and no errand can be run */
    bool renewed; /* the first one ended: this one was started inside main's sandbox, and cannot
                     reach the drives */
    struct errand_line_slot slot[ERRAND_SLOT_COUNT];
};

/* No porter, and nothing runs. */
void errand_line_init(struct errand_line *line);
/* Takes the socket of a porter, the first one or one in its place. The line owns the descriptor. */
void errand_line_take(struct errand_line *line, int porter);

/* Begins an errand. On failure, GONE: there is no porter. Otherwise NO_MEMORY for an errand of the
 * PIN, where lack of memory is the likely reason, and IO for any other errand. */
MUST_USE enum status errand_line_begin(struct errand_line *line, const struct errand *errand,
                                       const uint8_t *bytes, uint64_t now_ms);
/* Forgets the errand of a slot: its answer will not be heard. */
void errand_line_drop(struct errand_line *line, enum errand_slot slot);

/* When errand_line_hear is due although nothing came; UINT64_MAX: nothing runs. */
uint64_t errand_line_deadline(const struct errand_line *line);
/* True: the errand is over, and *answer tells how; the bytes of a FETCH are in the buffer. Without
 * an answer the status is STUCK where its time is over, but for the PIN's, and else as for
 * errand_line_begin. */
bool errand_line_hear(struct errand_line *line, enum errand_slot slot, uint64_t now_ms,
                      uint8_t *buffer, size_t size, struct errand_answer *answer);

#endif
