/* SPDX-License-Identifier: MIT */
/* The screen process: turns events of the platform into inputs, steps the app, carries out its
 * effects, paints what changed, and sleeps in one ppoll. It uses no SQLite and writes no file. */
#ifndef FACE_FACE_H
#define FACE_FACE_H

#include <stdbool.h>

/* What a face tells main: a uint32_t a record. */
enum face_word {
    FACE_SAYS_NOTHING = 0,
    /* A visit is over, and the voice ends with it. The voice gets FORGET after main has got this
     * word, so that main knows of it first. */
    FACE_FORGETS = 1,
    FACE_SHOWS = 2, /* the face's first picture is shown */
    FACE_ANSWERS =
        3, /* answer to FACE_IS_ASKED: the face's loop runs, and the display answers the face */
};
/* What main tells a face: it asks whether the face still runs. */
enum { FACE_IS_ASKED = 1 };

enum { FACE_EXIT_NO_DISPLAY = 4 };

struct face_options {
    int keeper_fd;        /* SOCK_SEQPACKET to the keeper */
    int pack_fd;          /* the questions, as pack_load_sealed takes them */
    int voice_fd;         /* SOCK_SEQPACKET to the voice, whether a voice runs or not */
    int main_fd;          /* SOCK_SEQPACKET to main */
    int first_frame_fd;   /* the time of the first present, CLOCK_MONOTONIC in ns, is written here;
                             -1: nowhere */
    bool windowed;        /* a window instead of the whole display */
    const char *language; /* tag, or NULL for English */
    bool demo;            /* the group is made up, which a ribbon says on every screen */
#ifdef TEST_BUILD
    const char *record; /* file to which the session's inputs are written */
    const char *log;    /* file to which an action log is written */
    const char *clock;  /* file that says how far the time is ahead, as for clock_test */
    bool any_driver;    /* offscreen is allowed */
#endif
};

/* Runs until a person closes the window (returns 0), the keeper is gone or sends what breaks a rule
 * (returns 1; another face may do better), or the machine prevents it (returns 3, and stderr has
 * the message; FACE_EXIT_NO_DISPLAY when there is no display). */
int face_run(const struct face_options *options);

#endif
