/* SPDX-License-Identifier: MIT */
#include "core/resting.h"

enum {
    REST_LIGHT = 60, /* hundredths */
    REST_LIGHT_LESS = 15,
};

/* To and fro: 0 up to most, down to -most, and back. */
static int32_t swing(uint64_t step, int32_t most)
{
    int32_t at = (int32_t)(step % (uint64_t)(4 * most));
    return at < most ? at : at < 3 * most ? 2 * most - at : at - 4 * most;
}

/* Gently in and out, in thousandths. */
static uint64_t ease(uint64_t part, uint64_t whole)
{
    uint64_t t = part * 1000 / whole;
    return t * t * (3000 - 2 * t) / 1000000;
}

struct resting_place resting_place(uint64_t step)
{
    return (struct resting_place){swing(step, REST_DRIFT_ACROSS), swing(step, REST_DRIFT_DOWN)};
}

uint64_t resting_drift_ms(uint64_t input_ms, uint64_t last_ms)
{
    uint64_t dark_ms = input_ms + REST_DIM_MS + REST_DIM_FADE_MS;
    return (last_ms > dark_ms ? last_ms : dark_ms) + REST_DRIFT_MS;
}

uint8_t resting_light(uint64_t untouched_ms, uint64_t step)
{
    if (untouched_ms < REST_DIM_MS) {
        return 100;
    }
    int32_t less = swing(step, REST_LIGHT_LESS);
    uint64_t dark = (uint64_t)(100 - REST_LIGHT + (less < 0 ? -less : less));
    uint64_t since = untouched_ms - REST_DIM_MS;
    return since < REST_DIM_FADE_MS ? (uint8_t)(100 - dark * ease(since, REST_DIM_FADE_MS) / 1000)
                                    : (uint8_t)(100 - dark);
}

uint16_t resting_rings(uint64_t stirred_ms, uint64_t rings_ms)
{
    uint64_t since = stirred_ms / REST_RINGS_FRAME_MS * REST_RINGS_FRAME_MS;
    return (uint16_t)(ease(since, rings_ms) % 1000);
}
