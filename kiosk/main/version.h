/* SPDX-License-Identifier: MIT */
/* The program's version: that of the newest entry of scripts/debian/changelog. */
#ifndef MAIN_VERSION_H
#define MAIN_VERSION_H

#define KIOSK_VERSION "1.0"

#endif
