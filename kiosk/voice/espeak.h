/* SPDX-License-Identifier: MIT */
/* eSpeak NG as an engine. The only user of its header; it is GPL-3, and so is this program alone.
 */
#ifndef VOICE_ESPEAK_H
#define VOICE_ESPEAK_H

#include "voice/voice.h"

/* Reads its data; false: library or data are not there, and no language is spoken. */
bool espeak_begin(void);
/* The folder that it reads later, for the sandbox; "" when there is none. */
const char *espeak_folder(void);

extern const struct voice_engine ESPEAK_ENGINE;

#endif
