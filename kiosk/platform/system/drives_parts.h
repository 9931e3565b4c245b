/* SPDX-License-Identifier: MIT */
/* Between drives.c (what there is) and drives_write.c (what is put there). */
#ifndef PLATFORM_DRIVES_PARTS_H
#define PLATFORM_DRIVES_PARTS_H

#include "platform/system/drives.h"
#include "platform/system/status.h"

#include <errno.h>

/* What is read or written on a drive can be pulled out. */
static inline enum status drives_status(int code)
{
    return code == ENODEV || code == ENXIO ? STATUS_MISSING : status_of_errno(code);
}

/* The drive's folder, or -1 when it is gone. */
int drives_open(const struct drives *drives, const char *label);

#endif
