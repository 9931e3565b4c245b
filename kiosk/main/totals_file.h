/* SPDX-License-Identifier: MIT */
/* A totals file read beside a running kiosk, for the commands that only look. */
#ifndef MAIN_TOTALS_FILE_H
#define MAIN_TOTALS_FILE_H

#include "core/totals.h"
#include "main/options.h"

/* Reads it from the folder, once in a process, and gives its totals and its path. On anything but
 * RESULT_DONE the reason has been said; no file is an empty one. */
enum result totals_file_read(const char *folder, const struct totals **totals, const char **path);

#endif
