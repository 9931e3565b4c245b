/* SPDX-License-Identifier: MIT */
/* The keeper as a process: a control socket to main, one socket to the present face, and an alarm.
 * It sleeps in one wait and wakes for nothing else. */
#ifndef KEEPER_PROCESS_H
#define KEEPER_PROCESS_H

#include "keeper/control.h"
#include "keeper/keeper.h"
#include "platform/system/words.h"

struct keeper_process_options {
    int control;
    const struct folder_ops *folder; /* open and locked */
    const char *folder_path;         /* where that folder is, for the sandbox; NULL: nowhere */
    const struct pack *pack;
    struct random_source random;
    const char *power_root;    /* for tests; NULL: the system's batteries */
    struct words_shelf *words; /* opened before, because no file can be opened later */
};

/* Runs until main asks for the end or is gone. Returns the process's exit status. */
int keeper_process_run(const struct keeper_process_options *options);

/* Tells main why no keeper can run. */
void keeper_process_fail(int control, enum control_stage stage, const struct error *error);

#endif
