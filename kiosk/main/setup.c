/* SPDX-License-Identifier: MIT */
#include "main/setup.h"

#include "platform/system/network.h"
#include "platform/system/swap.h"

#include "main/seeded.h"
#include "main/simulate.h"
#include "platform/system/random.h"
#include "platform/system/words.h"
#ifdef TEST_BUILD
#include "tools/attempts/attempts.h"
#endif

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum status setup_pack(const char *path, struct pack *pack, struct pack_errors *errors)
{
    if (path != NULL) {
        return pack_load(path, pack, errors);
    }
    struct assets assets;
    struct error error;
    enum status status = assets_open(&assets, &error);
    if (status == STATUS_OK) {
        status = pack_load_asset(&assets, SETUP_PACK, pack, errors);
        assets_close(&assets);
    }
    return status;
}

enum status setup_seal_pack(const char *path, int *descriptor)
{
    if (path != NULL) {
        return pack_seal(NULL, path, descriptor);
    }
    struct assets assets;
    struct error error;
    enum status status = assets_open(&assets, &error);
    if (status == STATUS_OK) {
        status = pack_seal(&assets, SETUP_PACK, descriptor);
        assets_close(&assets);
    }
    return status;
}

const char *setup_data(const struct options *options)
{
    static char path[SETUP_PATH_BYTES];
    if (options_has(options, OPTION_DATA)) {
        return options->value[OPTION_DATA];
    }
    /* The specification of this variable says that a path that is not absolute counts as not set.
     */
    const char *base = getenv("XDG_DATA_HOME");
    const char *below = "kiosk";
    if (base == NULL || base[0] != '/') {
        base = getenv("HOME");
        below = ".local/share/kiosk";
    }
    if (base == NULL || base[0] != '/') {
        return NULL;
    }
    int length = snprintf(path, sizeof(path), "%s/%s", base, below);
    return length > 0 && (size_t)length < sizeof(path) ? path : NULL;
}

struct random_source setup_random(const struct options *options)
{
#ifdef TEST_BUILD
    static struct seeded seeded;
    uint64_t seed;
    if (options_has(options, OPTION_SEED_NOISE) &&
        options_number(options->value[OPTION_SEED_NOISE], UINT64_MAX, &seed) == STATUS_OK) {
        seeded.state = seed;
        return seeded_source(&seeded);
    }
#else
    (void)options;
#endif
    return random_system();
}

#ifdef TEST_BUILD
static const char TESTED[] = "TESTED";

static bool is_marked(const struct folder_ops *folder)
{
    char byte;
    size_t length;
    return folder->read(folder->context, "SIMULATED", &byte, 1, &length) != STATUS_MISSING ||
           folder->read(folder->context, TESTED, &byte, 1, &length) != STATUS_MISSING;
}

bool setup_is_for_tests(const struct folder_ops *folder)
{
    return is_marked(folder) || !simulate_has_data(folder);
}

bool setup_claim_for_tests(const struct folder_ops *folder)
{
    return is_marked(folder) ||
           (!simulate_has_data(folder) &&
            store_write_file(folder, TESTED, "TESTED.new", "", 0) == STATUS_OK);
}

void setup_sandbox_for_tests(const struct options *options)
{
    struct sandbox_test test = {
        .landlock_abi_max = INT32_MAX,
        .no_seccomp = options_has(options, OPTION_NO_SECCOMP),
        .attempts = options_has(options, OPTION_ATTEMPTS) ? sandbox_attempts : NULL,
        .folder = options->value[OPTION_ATTEMPTS],
    };
    uint64_t abi;
    if (options_has(options, OPTION_LANDLOCK_ABI) &&
        options_number(options->value[OPTION_LANDLOCK_ABI], INT32_MAX, &abi) == STATUS_OK) {
        test.landlock_abi_max = (int)abi;
    }
    sandbox_test(&test);
    if (options_has(options, OPTION_SYSTEM)) {
        network_test(options->value[OPTION_SYSTEM]);
    }
    if (options_has(options, OPTION_SWAPS)) {
        swap_test(options->value[OPTION_SWAPS]);
    }
}

void setup_add_files_for_tests(const struct options *options, struct sandbox *sandbox)
{
    static const enum option_id FILES[] = {OPTION_RECORD, OPTION_LOG, OPTION_SCRIPT_FACE};
    static char folder[sizeof(FILES) / sizeof(FILES[0])][SETUP_PATH_BYTES];
    for (size_t i = 0; i < sizeof(FILES) / sizeof(FILES[0]); i++) {
        const char *file = options->value[FILES[i]];
        const char *slash = file != NULL ? strrchr(file, '/') : NULL;
        if (slash != NULL) {
            snprintf(folder[i], sizeof(folder[i]), "%.*s", (int)(slash - file) + 1, file);
            sandbox_add(sandbox, folder[i], LANDLOCK_WRITE);
        } else if (file != NULL) {
            sandbox_add(sandbox, ".", LANDLOCK_WRITE);
        }
    }
}
#endif
