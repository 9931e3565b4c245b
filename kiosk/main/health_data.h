/* SPDX-License-Identifier: MIT */
/* Checks the data folder by the keeper's own reading, and writes nothing: whether the kiosk starts
 * there, whether it can count, and who else can look into the folder. */
#ifndef MAIN_HEALTH_DATA_H
#define MAIN_HEALTH_DATA_H

#include "main/findings.h"

/* Tells the findings about the folder. folder NULL: there is no home folder. A folder that does not
 * exist yet has no findings. */
void health_data_check(struct findings *findings, const struct options *options,
                       const char *folder);

#endif
