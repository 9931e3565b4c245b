/* SPDX-License-Identifier: MIT */
/* The law of trends: which groups it is measured on, and what has to hold. The figures stand in
 * kiosk/TRENDS.md. */
#ifndef TOOLS_LAW_H
#define TOOLS_LAW_H

#include "tools/trends/measure.h"

/* Prints the tables of kiosk/TRENDS.md, so many groups for each row. */
void law_tables(uint32_t groups);

/* For each kind of quiet group, what part of the critical value would have done; the largest says
 * what the critical value of core/claim.c has to be. False: more than 1. */
bool law_critical(uint32_t groups);

/* The old and the new way of reading, on the same files. */
void law_compare(uint32_t groups);

/* The usual blur: groups of ten under scale 4 as they are read now, beside scale 2 as it was read
 * before. False: of all together or of a question the newest level is further from the truth. */
bool law_blur(uint32_t groups);

/* Asserts the law on few groups, each figure with its Monte Carlo error; says "N passed, N failed".
 */
bool law_holds(uint32_t groups);

/* Reads a series of so many blocks once, for a tool that counts instructions. */
void law_cost(uint32_t blocks);

#endif
