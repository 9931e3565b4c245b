/* SPDX-License-Identifier: MIT */
/* The screen process: turns platform events into inputs, steps the app, carries out its effects,
 * paints what changed, and sleeps in one ppoll. No SQLite, no file writes. */
#ifndef FACE_FACE_H
#define FACE_FACE_H

#include <stdbool.h>

/* What a face tells main, a uint32_t a record. */
enum face_word {
    FACE_SAYS_NOTHING = 0,
    /* A visit is over, and with it the voice ends: the voice was told FORGET. Said before that, so
     * that main hears of it first. */
    FACE_FORGETS = 1,
    FACE_SHOWS = 2,   /* its first picture stands */
    FACE_ANSWERS = 3, /* to FACE_IS_ASKED: its loop goes round, and the display answers it */
};
/* What main tells a face. */
enum { FACE_IS_ASKED = 1 };

enum { FACE_EXIT_NO_DISPLAY = 4 };

struct face_options {
    int keeper_fd;      /* SOCK_SEQPACKET to the keeper */
    int pack_fd;        /* the questions, as pack_load_sealed takes them */
    int voice_fd;       /* SOCK_SEQPACKET to the voice, whether one runs or not */
    int main_fd;        /* SOCK_SEQPACKET to main */
    int first_frame_fd; /* CLOCK_MONOTONIC ns are written here after the first present; -1: none */
    bool windowed;      /* a window instead of the whole display */
    const char *language; /* tag, or NULL for English */
    bool demo;            /* a made-up group: a ribbon says so on every screen */
#ifdef TEST_BUILD
    const char *record; /* writes the session's inputs here */
    const char *log;    /* writes an action log here */
    const char *clock;  /* how far the time is ahead, as clock_test */
    bool any_driver;    /* offscreen is allowed */
#endif
};

/* Runs until a person closes the window (0), the keeper goes or says nonsense (1, another face may
 * do better), or the machine prevents it (3, the message is on stderr; FACE_EXIT_NO_DISPLAY,
 * without one). */
int face_run(const struct face_options *options);

#endif
