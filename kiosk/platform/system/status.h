/* SPDX-License-Identifier: MIT */
/* Which status an errno of a system call has. Code above platform sees no errno. */
#ifndef PLATFORM_STATUS_H
#define PLATFORM_STATUS_H

#include "core/status.h"

/* code: an errno of a file, a folder or a socket. IO for every errno that needs no status of its
 * own. */
enum status status_of_errno(int code);

#endif
