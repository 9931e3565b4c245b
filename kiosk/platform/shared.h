/* SPDX-License-Identifier: MIT */
/* The memory through which the X server gets our pixels. SDL makes it readable and writable for
 * every user of the machine, and a picture of the screen is what a person chose. */
#ifndef PLATFORM_SHARED_H
#define PLATFORM_SHARED_H

/* Takes all others' rights to the segments that this process made. The server, which has them
 * attached already, keeps them. */
void shared_hide(void);

#endif
