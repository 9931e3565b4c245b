/* SPDX-License-Identifier: MIT */
/* What a process in the sandbox must not be able to do, tried in the test build. */
#ifndef TOOLS_ATTEMPTS_H
#define TOOLS_ATTEMPTS_H

#include "platform/sandbox/sandbox.h"

/* For struct sandbox_test: a child for each thing that the sandbox has to refuse enters it and
 * tries it; a line on standard error says how it went. folder holds a file to spoil for each role.
 */
void sandbox_attempts(const struct sandbox *sandbox, const char *folder);

#endif
