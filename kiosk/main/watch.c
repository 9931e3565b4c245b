/* SPDX-License-Identifier: MIT */
#include "main/watch.h"

void watch_open(struct watch *watch, uint64_t now_ms)
{
    *watch = (struct watch){.due_ms = UINT64_MAX};
    notify_open(&watch->notify);
    if (watch->notify.watch_ms >= WATCH_BEATS) {
        watch->every_ms = watch->notify.watch_ms / WATCH_BEATS;
        watch->due_ms = now_ms + watch->every_ms;
    }
}

static void tell_ready(struct watch *watch)
{
    if (watch->is_shown && !watch->is_told) {
        watch->is_told =
            notify_say(&watch->notify, NOTIFY_READY); /* if that fails, again at the next beat */
    }
}

void watch_shows(struct watch *watch)
{
    watch->is_shown = true;
    tell_ready(watch);
}

void watch_ends(struct watch *watch)
{
    bool is_told = notify_say(&watch->notify, NOTIFY_STOPPING);
    (void)is_told; /* that the process ends says so too */
}

static void count(struct watched *watched)
{
    watched->missed = watched->is_asked ? watched->missed + 1 : 0;
    watched->is_asked = true;
}

enum watch_verdict watch_beat(struct watch *watch, bool has_face, uint64_t now_ms)
{
    watch->due_ms = now_ms + watch->every_ms;
    tell_ready(watch);
    count(&watch->keeper);
    if (has_face) {
        count(&watch->face);
    }
    /* A face that was to be ended and is still there is held by the system itself. */
    if (watch->keeper.missed < WATCH_MISSED && watch->face.missed <= WATCH_MISSED) {
        bool is_told = notify_say(&watch->notify, NOTIFY_ALIVE);
        (void)is_told; /* again at the next beat */
    }
    if (!has_face || watch->face.missed != WATCH_MISSED) {
        return WATCH_WELL;
    }
    return ++watch->hung == 1 ? WATCH_HANGS : WATCH_HANGS_AGAIN;
}

void watch_keeper_answers(struct watch *watch)
{
    watch->keeper.is_asked = false;
}

void watch_face_answers(struct watch *watch)
{
    watch->face.is_asked = false;
    watch->hung = 0;
}

void watch_new_face(struct watch *watch)
{
    watch->face = (struct watched){.is_asked = false};
}
