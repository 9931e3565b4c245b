/* SPDX-License-Identifier: MIT */
/* The label by which the screens and files call a drive. Another machine wrote the drive's name,
 * and the name may be anything: too long, no text at all, or made to turn the words around it.
 * Every drive gets a label, whatever its name. */
#ifndef CORE_DRIVE_LABEL_H
#define CORE_DRIVE_LABEL_H

#include "core/message.h"

/* The label of a drive whose name cannot be shown; a number may follow it. A screen says so in
 * words. */
#define DRIVE_LABEL_NONE "\xEF\xBF\xBD"

/* Makes a label from a name. It leaves out controls, marks of direction, leading dots, and
 * characters that our fonts cannot show, and cuts a name that is too long. A name that is no UTF-8,
 * or of which nothing visible is left, gives DRIVE_LABEL_NONE. number counts the drives with the
 * same label, from 1; from 2 on the label ends in it. The rest of out is zero. */
void drive_label(const char *name, uint32_t number, char out[MESSAGE_LABEL_BYTES]);

#endif
