/* SPDX-License-Identifier: MIT */
/* The kiosk's own watch over itself, where a system watches the kiosk (platform/system/notify.h):
 * at each beat keeper and face are asked whether they are there. While the keeper answers, the
 * system is told that all is well. A face that misses some beats in a row is to be ended here,
 * which costs no meeting; a keeper that does is left to the system, which ends everything. Beats
 * are counted and not time: a machine that slept, or main itself, may be late for one. */
#ifndef MAIN_WATCH_H
#define MAIN_WATCH_H

#include "platform/system/notify.h"

enum {
    WATCH_BEATS = 6,  /* in the time that the system waits */
    WATCH_MISSED = 3, /* beats without an answer: it hangs */
};

struct watched {
    bool is_asked;   /* and has not answered yet */
    uint32_t missed; /* beats in a row */
};

struct watch {
    struct notify notify;
    uint64_t every_ms;
    uint64_t due_ms; /* the next beat; UINT64_MAX: nobody watches */
    bool is_shown, is_told;
    struct watched keeper, face;
    uint32_t hung; /* faces in a row that were ended here, and none answered between */
};

/* What is to be done with the face. */
enum watch_verdict {
    WATCH_WELL,
    WATCH_HANGS,       /* end it: another one starts */
    WATCH_HANGS_AGAIN, /* the next one does not answer either: it is the display, so end all */
};

void watch_open(struct watch *watch, uint64_t now_ms);

/* The first picture stands; more often is as good. */
void watch_shows(struct watch *watch);
/* The kiosk is about to end. */
void watch_ends(struct watch *watch);

/* A beat is due: keeper and face are to be asked now. has_face: one runs. */
enum watch_verdict watch_beat(struct watch *watch, bool has_face, uint64_t now_ms);
void watch_keeper_answers(struct watch *watch);
void watch_face_answers(struct watch *watch);
/* Another face was started: what the last one missed is not its own. */
void watch_new_face(struct watch *watch);

#endif
