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

/* Reads the pack of --pack; with NULL the pack that ships. Status as pack_load. */
MUST_USE enum status setup_pack(const char *path, struct pack *pack, struct pack_errors *errors);

/* Seals the bytes of that pack as they are now. Status as pack_seal. */
MUST_USE enum status setup_seal_pack(const char *path, int *descriptor);

/* Returns the folder of --data, else $XDG_DATA_HOME/kiosk, else ~/.local/share/kiosk; NULL when
 * there is no home folder. */
const char *setup_data(const struct options *options);

/* Returns the system's random numbers; in the test build those of --seed-noise when it is given. */
struct random_source setup_random(const struct options *options);

#ifdef TEST_BUILD
/* The test build, whose noise can be scripted and which asks for no PIN, opens only folders that
 * the test build or "simulate" made. Returns false if somebody else's data is there.
 * setup_claim_for_tests also marks an empty folder. */
bool setup_is_for_tests(const struct folder_ops *folder);
bool setup_claim_for_tests(const struct folder_ops *folder);

/* Reads the options of tests about the sandbox, before the sandbox is entered. */
void setup_sandbox_for_tests(const struct options *options);

/* Adds the files that faces of tests write; they stand beside the files that the options name. */
void setup_add_files_for_tests(const struct options *options, struct sandbox *sandbox);
#endif

#endif
