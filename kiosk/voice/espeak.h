/* SPDX-License-Identifier: MIT */
/* eSpeak NG as an engine. Only this file's source includes the library's header. The library is
 * GPL-3, and so is this program alone. */
#ifndef VOICE_ESPEAK_H
#define VOICE_ESPEAK_H

#include "voice/voice.h"

/* Reads the library's data. Returns false if library or data are not there; then no language can be
 * spoken. */
bool espeak_begin(void);
/* Returns the folder that the library reads later, for the sandbox; "" when there is none. */
const char *espeak_folder(void);

extern const struct voice_engine ESPEAK_ENGINE;

#endif
