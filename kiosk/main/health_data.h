/* SPDX-License-Identifier: MIT */
/* What the keeper would find in the data folder, by the keeper's own reading, with nothing written:
 * whether the kiosk starts there, whether it can count, and who else can look into it. */
#ifndef MAIN_HEALTH_DATA_H
#define MAIN_HEALTH_DATA_H

#include "main/findings.h"

/* folder NULL: there is no home. A folder that is not there yet is none to look into. */
void health_data_check(struct findings *findings, const struct options *options,
                       const char *folder);

#endif
