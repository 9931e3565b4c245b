/* SPDX-License-Identifier: MIT */
/* Samples to the machine's sound device, through SDL. One device, opened when there is something to
 * be heard and closed after it, so that silence wakes nobody. Knows no text. */
#ifndef PLATFORM_AUDIO_H
#define PLATFORM_AUDIO_H

#include "core/status.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Loads what playing will need, before a sandbox: the driver of an audio server that is there, else
 * ALSA. False: there is nothing to play with. */
bool audio_begin(void);

/* A device can be opened now. */
bool audio_has_device(uint32_t rate);

/* Plays from the caller's memory, which stays untouched until audio_stop or the end. In place of
 * what was playing. MISSING: no device. */
MUST_USE enum status audio_play(const int16_t *samples, size_t count, uint32_t rate);

/* What is left, in ms rounded up; 0: all of it was heard. lost: the device went away. */
uint32_t audio_left_ms(bool *lost);

/* Silence at once; the samples are the caller's again. */
void audio_stop(void);
/* Also lets go of the device. */
void audio_close(void);

#endif
