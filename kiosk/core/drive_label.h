/* SPDX-License-Identifier: MIT */
/* What a drive is called here. Its name was written elsewhere and may be anything: too long, no
 * text at all, or made to turn the words around it. No drive is left out for its name. */
#ifndef CORE_DRIVE_LABEL_H
#define CORE_DRIVE_LABEL_H

#include "core/message.h"

/* The label of a drive whose name cannot be shown; a number may follow it. A screen says so in
 * words. */
#define DRIVE_LABEL_NONE "\xEF\xBF\xBD"

/* A name as a label: without controls, marks of direction, leading dots and what no letters of ours
 * show; cut where it is too long; DRIVE_LABEL_NONE where nothing to be seen is left, or where it is
 * no UTF-8. number: among the drives that would be called the same, from 1; from 2 on it follows.
 * The rest of out is zero. */
void drive_label(const char *name, uint32_t number, char out[MESSAGE_LABEL_BYTES]);

#endif
