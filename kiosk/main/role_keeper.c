/* SPDX-License-Identifier: MIT */
#include "keeper/process.h"
#include "main/roles.h"
#include "main/setup.h"
#include "main/simulate.h"
#include "platform/system/clock.h"
#include "platform/system/folder.h"
#include "platform/system/ram_folder.h"
#include "platform/system/room.h"

enum { DEMO_MEETINGS = 104, DEMO_PEOPLE = 24, DEMO_SEED = 1 };

/* Opens the demonstration's folder, in memory: two made-up years that end with the process. IO: the
 * system gives no memory for them. */
static enum status open_demo(const struct pack *pack, const struct options *options,
                             const struct folder_ops **folder)
{
    static struct settings settings;
    struct ram_folder *ram = room_take(sizeof(*ram));
    if (ram == NULL) {
        return STATUS_IO;
    }
    ram_folder_init(ram);
    settings_reset(&settings);
    struct simulation simulation = {
        .pack = pack,
        .settings = &settings,
        .random = setup_random(options),
        .meetings = DEMO_MEETINGS,
        .people = DEMO_PEOPLE,
        .seed = DEMO_SEED,
        .until = clock_civil().month,
    };
    *folder = &ram->ops;
    return simulate_fill(&simulation, &ram->ops);
}

static enum status open_data(const struct options *options, const struct folder_ops **folder,
                             struct error *error)
{
    static struct folder data;
    enum status status = folder_open(&data, options->value[OPTION_DATA], true, error);
    *folder = &data.ops;
#ifdef TEST_BUILD
    if (status == STATUS_OK && !setup_claim_for_tests(&data.ops)) {
        status = STATUS_DENIED;
    }
#endif
    return status;
}

/* Opens the words of the report. Without assets there is no pack either; that failure is told where
 * the pack is read. */
static struct words_shelf *open_words(void)
{
    static struct words_shelf shelf;
    struct assets assets;
    struct error error;
    if (assets_open(&assets, &error) == STATUS_OK) {
        words_shelf_open(&shelf, &assets);
        assets_close(&assets);
    }
    return &shelf;
}

int role_keeper(const struct options *options)
{
    static struct pack pack;
    static struct pack_errors errors;
    const struct folder_ops *folder = NULL;
    struct error error = {.status = STATUS_OK};
    error.status = pack_load_sealed(ROLE_PACK, &pack, &errors);
    if (error.status != STATUS_OK) {
        keeper_process_fail(ROLE_SOCKET, STAGE_PACK, &error);
        return RESULT_MACHINE;
    }
    const bool is_demo = options_has(options, OPTION_DEMO);
    enum status status =
        is_demo ? open_demo(&pack, options, &folder) : open_data(options, &folder, &error);
    if (status != STATUS_OK) {
        error.status = status;
        keeper_process_fail(ROLE_SOCKET, is_demo ? STAGE_MACHINE : STAGE_FOLDER, &error);
        return RESULT_MACHINE;
    }
    struct keeper_process_options process = {
        .control = ROLE_SOCKET,
        .folder = folder,
        .pack = &pack,
        .random = setup_random(options),
        .words = open_words(),
        .folder_path = is_demo ? NULL : options->value[OPTION_DATA],
    };
#ifdef TEST_BUILD
    setup_sandbox_for_tests(options);
    process.power_root = options->value[OPTION_POWER];
#endif
    return keeper_process_run(&process);
}
