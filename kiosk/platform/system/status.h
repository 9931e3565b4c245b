/* SPDX-License-Identifier: MIT */
/* What a failed call of the system means to us. Above platform nobody sees an errno. */
#ifndef PLATFORM_STATUS_H
#define PLATFORM_STATUS_H

#include "core/status.h"

/* code: an errno of a file, a folder or a socket. IO for whatever needs no answer of its own. */
enum status status_of_errno(int code);

#endif
