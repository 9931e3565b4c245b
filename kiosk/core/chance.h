/* SPDX-License-Identifier: MIT */
/* Chance on which nothing depends, such as which practice shows. It is never used for noise or for
 * a secret. */
#ifndef CORE_CHANCE_H
#define CORE_CHANCE_H

#include <stdint.h>

/* Returns a number uniform in [0, n); n is above 0. state is never 0; the same state gives the same
 * number. */
uint32_t chance_below(uint32_t *state, uint32_t n);

#endif
