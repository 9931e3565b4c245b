/* SPDX-License-Identifier: MIT */
/* main's watch over keeper and face, where systemd watches the kiosk (platform/system/notify.h). At
 * each beat main asks both whether they still run. While the keeper answers, main tells systemd
 * that all is well. main ends a face that leaves some beats in a row unanswered, which costs no
 * meeting. A keeper that does not answer is left to systemd, which ends everything. The watch
 * counts beats and not time, because a machine that slept, or main itself, may be late for a beat.
 */
#ifndef MAIN_WATCH_H
#define MAIN_WATCH_H

#include "platform/system/notify.h"

enum {
    WATCH_BEATS = 6,  /* beats in the time that systemd waits */
    WATCH_MISSED = 3, /* after so many beats without an answer a process counts as hanging */
};

struct watched {
    bool is_asked;   /* it was asked and has not answered yet */
    uint32_t missed; /* beats in a row without an answer */
};

struct watch {
    struct notify notify;
    uint64_t every_ms;
    uint64_t due_ms; /* when the next beat is due; UINT64_MAX: nobody watches */
    bool is_shown, is_told;
    struct watched keeper, face;
    uint32_t hung; /* faces in a row that were ended here; a face that answers sets it to 0 */
};

/* What is to be done with the face. */
enum watch_verdict {
    WATCH_WELL,
    WATCH_HANGS,       /* the face is to be ended; another one starts */
    WATCH_HANGS_AGAIN, /* the next face does not answer either, so the display hangs: everything is
                          to end */
};

/* Begins to watch where systemd asks for it; otherwise due_ms stays at never. now_ms: time since
 * boot. */
void watch_open(struct watch *watch, uint64_t now_ms);

/* The first picture is shown. Further calls change nothing. */
void watch_shows(struct watch *watch);
/* The kiosk is about to end. */
void watch_ends(struct watch *watch);

/* A beat is due: keeper and face have to be asked now. has_face: a face runs. Returns what to do
 * with the face. */
enum watch_verdict watch_beat(struct watch *watch, bool has_face, uint64_t now_ms);
/* Notes that the keeper, or the face, has answered the newest question. */
void watch_keeper_answers(struct watch *watch);
void watch_face_answers(struct watch *watch);
/* Another face was started: the beats that the last face missed do not count for this one. */
void watch_new_face(struct watch *watch);

#endif
