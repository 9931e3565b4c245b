/* SPDX-License-Identifier: MIT */
/* What the harnesses share that take their bytes as a script: letters, each with what it needs. */
#ifndef FUZZ_SCRIPT_H
#define FUZZ_SCRIPT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

struct script {
    const uint8_t *next;
    size_t left;
};

/* Not assert: what it holds must hold in a build without assertions too. */
static inline void hold(bool is_so)
{
    if (!is_so) {
        abort();
    }
}

/* The next byte; 0 when the script is over. */
static inline uint8_t take(struct script *script)
{
    if (script->left == 0) {
        return 0;
    }
    script->left--;
    return *script->next++;
}

#endif
