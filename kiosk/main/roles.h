/* SPDX-License-Identifier: MIT */
/* How main starts the other processes: with a role as the first argument, and descriptors at fixed
 * numbers. */
#ifndef MAIN_ROLES_H
#define MAIN_ROLES_H

#include "main/options.h"
#include "platform/system/process.h"

/* The screens are a program of their own beside this one. So main and the keeper, which draw
 * nothing, start sooner and hold less memory. The test build is one program. */
#ifdef TEST_BUILD
#define FACE_SUFFIX ""
#else
#define FACE_SUFFIX "-face"
#endif
/* The voice is a program of its own in every build, because its library has a licence of its own.
 */
#define VOICE_SUFFIX "-voice"

#define ROLE_KEEPER "--role=keeper"
#define ROLE_PORTER "--role=porter"
#define ROLE_FACE   "--role=face"
#define ROLE_VOICE  "--role=voice"

enum role_descriptor {
    /* keeper: to main; face and porter: to the keeper; voice: to the face */
    ROLE_SOCKET = PROCESS_FD_FIRST,
    ROLE_PACK,         /* keeper, face: the questions, sealed */
    ROLE_VOICE_SOCKET, /* face: to the voice */
    ROLE_MAIN_SOCKET,  /* face: to main */
    ROLE_FIRST_FRAME,  /* face: where the time of the first frame goes; may be missing */
};

/* Variables by which tests steer the libraries. The program that people get passes none of them on.
 */
#ifdef TEST_BUILD
#define OF_TESTS                                                                                   \
    "SDL_*", "KIOSK_TEST_SOUND", "ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS", "LD_PRELOAD",    \
        "GCOV_*",
#else
#define OF_TESTS
#endif

/* Returns whether the socket of a role is there, which is so only when main has started this
 * process. */
bool role_has_socket(void);

/* Starts a role and passes on the options whose bits are in wanted. Fills in start's arguments. */
MUST_USE enum status role_start(struct process_start *start, const char *role,
                                const struct options *options, uint32_t wanted, pid_t *pid);
/* Return the bits of the options that every role gets, and of those for the voice. */
uint32_t role_options_of_sandbox(void);
uint32_t role_options_of_voice(void);

/* The main functions of the roles; each returns the exit status of its process. */
int role_keeper(const struct options *options);
int role_porter(const struct options *options);
int role_face(const struct options *options, bool has_first_frame);

/* The variables of the environment that each role gets, as process_start takes them. */
extern const char *const ROLE_KEEPER_ENVIRONMENT[], *const ROLE_PORTER_ENVIRONMENT[],
                                                        *const ROLE_FACE_ENVIRONMENT[];

#endif
