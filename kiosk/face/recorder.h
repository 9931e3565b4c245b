/* SPDX-License-Identifier: MIT */
/* What test builds write down about a session, so that it can be replayed. The release build has
 * none of it: there, every function is empty. */
#ifndef FACE_RECORDER_H
#define FACE_RECORDER_H

#include "face/face.h"
#include "screens/app/app.h"

#ifdef TEST_BUILD

/* Opens the files that the options name. Returns false when one of them cannot be written. */
bool recorder_open(const struct face_options *options);
/* Writes how the app begins. now_ms: time since boot, as in the calls below. */
void recorder_begin(const struct app_config *config, uint64_t now_ms);
/* Writes the inputs of a step, before the step. */
void recorder_inputs(const struct input *inputs, uint32_t count, uint64_t now_ms);
/* Writes the hashes of state and frame after a step, and what the step did into the log. */
void recorder_step(const struct app *app);

#else

static inline bool recorder_open(const struct face_options *options)
{
    (void)options;
    return true;
}

static inline void recorder_begin(const struct app_config *config, uint64_t now_ms)
{
    (void)config;
    (void)now_ms;
}

static inline void recorder_inputs(const struct input *inputs, uint32_t count, uint64_t now_ms)
{
    (void)inputs;
    (void)count;
    (void)now_ms;
}

static inline void recorder_step(const struct app *app)
{
    (void)app;
}

#endif
#endif
