/* SPDX-License-Identifier: MIT */
/* A face without a screen, for the tests of the processes: it sends what a file (a FIFO, most
 * likely) tells it to, one command a line, and writes one line about each answer to FILE.out. While
 * there is a FILE.dark, it has no display, and shows nothing.
 *
 *   hello | add H x7 | pin DIGITS | setpin DIGITS | open few|many | close | discard | seen | lock
 *   leave kiosk|off | free | rows | nonsense | exit STATUS | abort */
#ifndef MAIN_SCRIPT_FACE_H
#define MAIN_SCRIPT_FACE_H

#ifdef TEST_BUILD
/* Runs such a face. keeper: its socket to the keeper. path: the file of commands. Returns the exit
 * status. */
int script_face_run(int keeper, const char *path);
#endif

#endif
