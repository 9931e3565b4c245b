/* SPDX-License-Identifier: MIT */
/* What several commands and roles need before they can begin. */
#ifndef MAIN_SETUP_H
#define MAIN_SETUP_H

#include "core/noise.h"
#include "core/pack.h"
#include "main/options.h"
#include "platform/sandbox/sandbox.h"
#include "store/store.h"

#define SETUP_PACK "packs/integrity.pack"

enum { SETUP_PATH_BYTES = 4096 };

/* --pack, or with NULL the pack that ships. As pack_load. */
MUST_USE enum status setup_pack(const char *path, struct pack *pack, struct pack_errors *errors);

/* The bytes of that pack as they are now. As pack_seal. */
MUST_USE enum status setup_seal_pack(const char *path, int *descriptor);

/* --data, or $XDG_DATA_HOME/kiosk, or ~/.local/share/kiosk; NULL when there is no home. */
const char *setup_data(const struct options *options);

/* The system's random numbers; in the test build those of --seed-noise when given. */
struct random_source setup_random(const struct options *options);

#ifdef TEST_BUILD
/* The test build, whose noise can be scripted and which asks for no PIN, opens only folders that it
 * or "simulate" made. False when somebody else's data is there; claiming marks an empty one. */
bool setup_is_for_tests(const struct folder_ops *folder);
bool setup_claim_for_tests(const struct folder_ops *folder);

/* The options of tests about the sandbox, before it is entered. */
void setup_sandbox_for_tests(const struct options *options);

/* What faces of tests write: beside the files that the options name. */
void setup_add_files_for_tests(const struct options *options, struct sandbox *sandbox);
#endif

#endif
