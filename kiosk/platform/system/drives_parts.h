/* SPDX-License-Identifier: MIT */
/* Shared by drives.c (which drives and files there are) and drives_write.c (writing files). */
#ifndef PLATFORM_DRIVES_PARTS_H
#define PLATFORM_DRIVES_PARTS_H

#include "platform/system/drives.h"
#include "platform/system/status.h"

#include <errno.h>

/* Returns the status of an errno on a drive, which can be pulled out at any time. */
static inline enum status drives_status(int code)
{
    return code == ENODEV || code == ENXIO ? STATUS_MISSING : status_of_errno(code);
}

/* Opens the drive's folder. Returns -1 when the drive is gone. */
int drives_open(const struct drives *drives, const char *label);

#endif
