/* SPDX-License-Identifier: MIT */
/* A frame as text a person can read and a test can compare: the screen's id, then one node a line
 * in the frame's order.
 *
 *     screen question
 *       # I did what I said I would do.       a heading
 *       One step counts.                      text
 *     > ( ) Not this time                     a choice, with focus; (x) when chosen
 *       [Next]                                a button; "[Next] off" when disabled
 *       {3 of 7}                              progress
 *       ! PRACTICE. Nothing is counted.       a notice
 *       <A stone in still water.>             a picture that says something
 */
#ifndef TOOLS_DUMP_H
#define TOOLS_DUMP_H

#include "screens/app/app.h"

enum { DUMP_BYTES = 64 * 1024 };

/* Writes the dump, each line ended by LF, the whole by a NUL; returns its length. */
size_t dump_text(char out[DUMP_BYTES], const struct app *app);

/* Two texts line by line, as a listing of what to take out (-) and to put in (+). */
size_t dump_diff(char out[DUMP_BYTES], const char *expected, const char *seen);

#endif
