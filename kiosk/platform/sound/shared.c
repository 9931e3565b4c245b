/* SPDX-License-Identifier: MIT */
/* What every way to play sound needs: the cards, a clock, a number for an output, and waiting. */
#include "core/fnv.h"
#include "platform/sound/way.h"

#include <assert.h>
#include <string.h>
#include <time.h>

enum { WAITS_MAX = 32 };

static struct {
    struct cards cards;
    struct pollfd *outside; /* of audio_wait's caller */
    size_t outside_count;
} shared;

uint64_t sound_now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000 + (uint64_t)now.tv_nsec / 1000000;
}

struct cards *sound_cards(void)
{
    return &shared.cards;
}

uint32_t sound_output_id(const char *const *names, size_t count)
{
    uint64_t hash = FNV_START;
    for (size_t i = 0; i < count; i++) {
        hash = fnv_bytes(hash, names[i], strlen(names[i]) + 1); /* the NUL separates two names */
    }
    return (uint32_t)hash != 0 ? (uint32_t)hash : 1;
}

int sound_poll(struct pollfd *own, unsigned long count, int timeout_ms)
{
    struct pollfd waits[WAITS_MAX];
    size_t cards = cards_waits(&shared.cards, waits), at = cards;
    assert(cards + count + shared.outside_count <= WAITS_MAX);
    for (unsigned long i = 0; i < count; i++) {
        waits[at++] = own[i];
    }
    for (size_t i = 0; i < shared.outside_count; i++) {
        waits[at++] = shared.outside[i];
    }
    int ready = poll(waits, at, timeout_ms);
    if (ready < 0) {
        return ready;
    }
    cards_hear(&shared.cards, waits, cards);
    at = cards;
    for (unsigned long i = 0; i < count; i++) {
        own[i].revents = waits[at++].revents;
    }
    for (size_t i = 0; i < shared.outside_count; i++) {
        shared.outside[i].revents = waits[at++].revents;
    }
    return ready;
}

void sound_poll_outside(struct pollfd *waits, size_t count)
{
    shared.outside = waits;
    shared.outside_count = count;
}
