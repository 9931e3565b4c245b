/* SPDX-License-Identifier: MIT */
/* Reads a totals file beside a running kiosk, for the commands that only look. */
#ifndef MAIN_TOTALS_FILE_H
#define MAIN_TOTALS_FILE_H

#include "core/totals.h"
#include "main/options.h"

/* Reads the file of the folder, once in a process, and gives its totals and its path. When the
 * result is not RESULT_DONE, the reason has been told. A file that does not exist gives empty
 * totals. */
enum result totals_file_read(const char *folder, const struct totals **totals, const char **path);

#endif
