/* SPDX-License-Identifier: MIT */
/* Changes of the settings and of the machine file. Neither changes while a meeting is open: the
 * counters were drawn for one set of questions and one scale, and nothing may be written beside an
 * open meeting. */
#include "keeper/keeper_parts.h"

#include <assert.h>
#include <string.h>

enum status keeper_settings_write(struct keeper *keeper, const struct settings *settings)
{
    char text[SETTINGS_BYTES_MAX];
    bool there = false;
    enum status status = keeper_mend_aside(keeper);
    if (status != STATUS_OK) {
        return status;
    }
    size_t length = settings_format(settings, keeper->pack, text, sizeof(text));
    status = store_write_and_look(keeper->host->folder, SETTINGS_FILE, SETTINGS_TEMPORARY, text,
                                  length, &there);
    if (there) {
        keeper->settings = *settings;
        keeper->status.pin_set = settings->pin_hash[0] != '\0';
        keeper->status.settings = SETTINGS_FINE;
        keeper->guard_kept = true; /* this disk took a write, so it has become full only since */
    }
    return status;
}

enum status keeper_settings_choose(struct keeper *keeper, const struct settings_choice *choice)
{
    assert(keeper->status.meeting == MEETING_NONE);
    if (!settings_fit_pack(choice, keeper->pack)) {
        return STATUS_INVALID;
    }
    struct settings settings = keeper->settings;
    settings.choice = *choice;
    enum status status = keeper_settings_write(keeper, &settings);
    keeper_take_settings(keeper);
    keeper_take_series(keeper);
    return status;
}

enum status keeper_settings_support(struct keeper *keeper, const struct settings_support *support)
{
    assert(keeper->status.meeting == MEETING_NONE);
    struct settings settings = keeper->settings;
    settings.support = *support;
    return keeper_settings_write(keeper, &settings);
}

enum status keeper_settings_settle(struct keeper *keeper, enum chore chore)
{
    assert(keeper->status.meeting == MEETING_NONE);
    struct settings settings = keeper->settings;
    settings.still_open &= (uint8_t)~(1u << chore);
    return keeper_settings_write(keeper, &settings);
}

static enum status use_zone(struct keeper *keeper, const char *zone)
{
    return keeper->host->zone(keeper->host->context, zone);
}

void keeper_machine_load(struct keeper *keeper)
{
    const struct folder_ops *folder = keeper->host->folder;
    char bytes[MACHINE_BYTES_MAX];
    size_t length = 0;
    struct machine_file file = {0};
    enum status status = folder->read(folder->context, MACHINE_FILE, bytes, sizeof(bytes), &length);
    if (status == STATUS_OK) {
        status = machine_parse(bytes, length, &file);
    }
    keeper->machine = file.machine;
    keeper->clock = file.clock;
    keeper->clock_is_old = true;
    keeper->machine_is_newer = status == STATUS_NEWER;
    if (use_zone(keeper, keeper->machine.zone) != STATUS_OK) {
        memset(keeper->machine.zone, 0,
               sizeof(keeper->machine.zone)); /* the zone is asked for again */
    }
}

static enum status write_machine(struct keeper *keeper, const struct machine_file *file)
{
    if (keeper->machine_is_newer) {
        return STATUS_NEWER;
    }
    char bytes[MACHINE_BYTES_MAX];
    size_t length = machine_format(file, bytes);
    bool there = false;
    enum status status = store_write_and_look(keeper->host->folder, MACHINE_FILE, MACHINE_TEMPORARY,
                                              bytes, length, &there);
    if (there) {
        keeper->machine = file->machine;
    }
    return status;
}

enum status keeper_machine_set(struct keeper *keeper, const struct machine *machine)
{
    assert(keeper->status.meeting == MEETING_NONE);
    enum status status = use_zone(keeper, machine->zone);
    if (status == STATUS_OK) {
        status = write_machine(keeper, &(struct machine_file){*machine, keeper->clock});
        (void)use_zone(keeper,
                       keeper->machine.zone); /* back to the old zone, where nothing was written */
    }
    return status;
}

/* Where the file takes no write, what was said holds until this process ends, and is asked for
 * again. */
void keeper_machine_clock(struct keeper *keeper, const struct machine_clock *clock)
{
    assert(keeper->status.meeting == MEETING_NONE);
    keeper->clock = *clock;
    keeper->clock_is_old = false;
    enum status status = write_machine(keeper, &(struct machine_file){keeper->machine, *clock});
    (void)status;
}
