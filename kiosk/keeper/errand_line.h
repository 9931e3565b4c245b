/* SPDX-License-Identifier: MIT */
/* How the keeper's process has errands run. For each errand it makes a socket and hands one end to
 * the porter. At the other end the keeper reads the answer, or finds that the process that was to
 * answer has ended; or the time of the errand runs out. The process that answers has read a
 * stranger's drive, so every field of an answer is checked. */
#ifndef KEEPER_ERRAND_LINE_H
#define KEEPER_ERRAND_LINE_H

#include "keeper/errand.h"

#include <stdbool.h>

struct errand_line_slot {
    int socket;     /* -1: no errand runs */
    uint64_t by_ms; /* until when the errand may run, CLOCK_BOOTTIME */
    enum errand_kind kind;
    bool has_answer; /* an answer came, and a better one may follow */
    struct errand_answer answer;
};

struct errand_line {
    int porter;   /* socket to the porter; -1: there is none, and no errand can be run */
    bool renewed; /* the first porter has ended: this one was started inside main's sandbox and
                     cannot reach the drives */
    struct errand_line_slot slot[ERRAND_SLOT_COUNT];
};

/* Sets a line without a porter, on which nothing runs. */
void errand_line_init(struct errand_line *line);
/* Takes the socket of a new porter. The line owns the descriptor. */
void errand_line_take(struct errand_line *line, int porter);

/* Begins an errand. On failure, GONE: there is no porter. Otherwise NO_MEMORY for an errand of the
 * PIN, where lack of memory is the likely reason, and IO for any other errand. */
MUST_USE enum status errand_line_begin(struct errand_line *line, const struct errand *errand,
                                       const uint8_t *bytes, uint64_t now_ms);
/* Forgets the errand of a slot: its answer will not be heard. */
void errand_line_drop(struct errand_line *line, enum errand_slot slot);

/* Returns when errand_line_hear is due although nothing came; UINT64_MAX: nothing runs. */
uint64_t errand_line_deadline(const struct errand_line *line);
/* Returns true if the errand is over; *answer tells how it ended, and the bytes of a FETCH are in
 * the buffer. Without an answer the status is STUCK if the errand's time is over, except for an
 * errand of the PIN; otherwise it is as for errand_line_begin. */
bool errand_line_hear(struct errand_line *line, enum errand_slot slot, uint64_t now_ms,
                      uint8_t *buffer, size_t size, struct errand_answer *answer);

#endif
