/* SPDX-License-Identifier: MIT */
/* The stage's data folder: single files, somebody's folder, made-up meetings. */
#include "main/setup.h"
#include "main/simulate.h"
#include "platform/system/folder.h"
#include "tools/stage/stage.h"

#include <stdio.h>
#include <string.h>

enum { MADE_UP_SEED = 1, MADE_UP_PEOPLE = 24 };

const struct ram_file *stage_file(const struct stage *stage, const char *name)
{
    for (uint32_t i = 0; i < RAM_FILE_MAX; i++) {
        if (strcmp(stage->ram.file[i].name, name) == 0) {
            return &stage->ram.file[i];
        }
    }
    return NULL;
}

enum status stage_put_file(struct stage *stage, const char *name, const void *bytes, size_t length)
{
    const struct folder_ops *ops = &stage->ram.ops;
    int file = 0;
    enum status status = ops->remove(ops->context, name);
    if (status == STATUS_OK || status == STATUS_MISSING) {
        status = ops->create(ops->context, name, &file);
    }
    if (status == STATUS_OK) {
        status = ops->write(ops->context, file, bytes, length);
    }
    return status;
}

enum status stage_load(struct stage *stage, const struct stage_config *config, const char *path,
                       struct error *error)
{
    static const char *const NAMES[] = {STORE_FILE, "settings", GUARD_FILE, SIMULATED_FILE};
    static struct folder folder;
    static uint8_t bytes[RAM_FILE_BYTES];
    stage_reset(stage, config);
    stage->any_pin = true;
    enum status status = folder_open_reader(&folder, path, error);
    if (status != STATUS_OK) {
        return status;
    }
    if (!setup_is_for_tests(&folder.ops)) {
        folder_close(&folder);
        *error = (struct error){.status = STATUS_EXISTS};
        return STATUS_EXISTS;
    }
    for (size_t i = 0; i < sizeof(NAMES) / sizeof(NAMES[0]) && status == STATUS_OK; i++) {
        size_t length = 0;
        status = folder.ops.read(folder.ops.context, NAMES[i], bytes, sizeof(bytes), &length);
        if (status == STATUS_OK) {
            status = stage_put_file(stage, NAMES[i], bytes, length);
        } else if (status == STATUS_MISSING) {
            status = STATUS_OK;
        }
    }
    folder_close(&folder);
    if (status != STATUS_OK) {
        *error = (struct error){.status = status};
        (void)snprintf(error->text, sizeof(error->text), "%.180s", path);
        return status;
    }
    return stage_restart(stage, error);
}

enum status stage_make_up(struct stage *stage, uint32_t meetings, struct error *error)
{
    static struct settings settings;
    struct dice noise = {.kind = DICE_SEEDED, .numbers = {MADE_UP_SEED}};
    settings_reset(&settings);
    (void)stage_pin_hash(NULL, "246810", settings.pin_hash);
    const struct simulation simulation = {
        .pack = stage_pack(),
        .settings = &settings,
        .random = dice_source(&noise),
        .meetings = meetings,
        .people = MADE_UP_PEOPLE,
        .seed = MADE_UP_SEED,
        .until = stage_civil(stage, 0).month,
    };
    const struct folder_ops *ops = &stage->ram.ops;
    enum status status = simulate_fill(&simulation, ops);
    /* Pictures of it show what a real group would see. */
    if (status == STATUS_OK) {
        status = ops->remove(ops->context, SIMULATED_FILE);
    }
    if (status != STATUS_OK) {
        *error = (struct error){.status = status, .text = "made-up meetings"};
        return status;
    }
    return stage_restart(stage, error);
}
