/* SPDX-License-Identifier: MIT */
/* The stage's data folder: single files, somebody's folder, made-up meetings. */
#include "main/setup.h"
#include "main/simulate.h"
#include "platform/system/folder.h"
#include "tools/stage/stage.h"
#include "tools/trends/group.h"

#include <stdio.h>
#include <string.h>

enum { MADE_UP_SEED = 1 };

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

/* Settings with the PIN, and so many meetings; pictures of it show what a real group would see. */
static enum status simulate(struct stage *stage, struct settings *settings, uint32_t meetings,
                            uint32_t people)
{
    struct dice noise = {.kind = DICE_SEEDED, .numbers = {MADE_UP_SEED}};
    settings_reset(settings);
    (void)stage_pin_hash(NULL, "246810", settings->pin_hash);
    const struct simulation simulation = {
        .pack = stage_pack(),
        .settings = settings,
        .random = dice_source(&noise),
        .meetings = meetings,
        .people = people,
        .seed = MADE_UP_SEED,
        .until = stage_civil(stage, 0).month,
    };
    const struct folder_ops *ops = &stage->ram.ops;
    enum status status = simulate_fill(&simulation, ops);
    return status == STATUS_OK ? ops->remove(ops->context, SIMULATED_FILE) : status;
}

static enum status begin(struct stage *stage, enum status made, struct error *error)
{
    if (made != STATUS_OK) {
        *error = (struct error){.status = made, .text = "made-up meetings"};
        return made;
    }
    return stage_restart(stage, error);
}

enum status stage_make_up(struct stage *stage, uint32_t meetings, uint32_t people,
                          struct error *error)
{
    static struct settings settings;
    return begin(stage, simulate(stage, &settings, meetings, people), error);
}

enum status stage_make_up_group(struct stage *stage, const struct group *like, struct error *error)
{
    static struct settings settings;
    static struct totals totals;
    static struct group_truth truth;
    static uint8_t bytes[RAM_FILE_BYTES];
    static char scratch[PACK_BYTES_MAX + 1];
    enum status status = simulate(stage, &settings, 0, 0);
    if (status == STATUS_OK) {
        const struct pack *pack = stage_pack();
        const int32_t months = (int32_t)(like->blocks * 28 * 4800 / 146097);
        struct meeting_label label = {.month = month_after(stage_civil(stage, 0).month, -months),
                                      .question_count = like->questions};
        struct group group = *like;
        size_t length = 0;
        keeper_name_series(pack, &settings, &stage->ram.ops, scratch, sizeof(scratch),
                           label.series);
        for (uint32_t i = 0; i < like->questions; i++) {
            memcpy(label.question[i], pack->question[i].id, PACK_ID_BYTES);
        }
        group.scale = settings.choice.scale;
        group.label = &label;
        group_fill(&group, &totals, &truth);
        status = store_encode(&totals, bytes, sizeof(bytes), &length);
        if (status == STATUS_OK) {
            status = store_write_file(&stage->ram.ops, STORE_FILE, STORE_TEMPORARY, bytes, length);
        }
    }
    return begin(stage, status, error);
}
