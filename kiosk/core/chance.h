/* SPDX-License-Identifier: MIT */
/* Chance that nothing depends on: which practice, which prompt. Never noise, and never a secret. */
#ifndef CORE_CHANCE_H
#define CORE_CHANCE_H

#include <stdint.h>

/* Uniform in [0, n), n above 0. state: never 0; the same state gives the same. */
uint32_t chance_below(uint32_t *state, uint32_t n);

#endif
