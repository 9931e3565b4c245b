/* SPDX-License-Identifier: MIT */
/* How main starts the other processes: with a role as the first argument and descriptors at fixed
 * numbers. */
#ifndef MAIN_ROLES_H
#define MAIN_ROLES_H

#include "main/options.h"
#include "platform/process.h"

/* The screens are a program of their own, beside this one: main and keeper, which draw nothing,
 * start sooner and hold less without the libraries it needs. The test build is one program. */
#ifdef TEST_BUILD
#define FACE_SUFFIX ""
#else
#define FACE_SUFFIX "-face"
#endif

#define ROLE_KEEPER "--role=keeper"
#define ROLE_FACE   "--role=face"

enum role_descriptor {
    ROLE_SOCKET = PROCESS_FD_FIRST, /* keeper: to main; face: to the keeper */
    ROLE_FIRST_FRAME,               /* face: where the time of the first frame goes, if anywhere */
};

/* The processes' own main functions; they return the exit status. */
int role_keeper(const struct options *options);
int role_face(const struct options *options, bool has_first_frame);

#endif
