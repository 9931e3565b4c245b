/* SPDX-License-Identifier: MIT */
/* The machine that a stage's keeper runs on: one drive, a battery, and whatever is to fail. */
#include "tools/stage/stage_parts.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

enum { FREE_MB = 5100, MEMORY_MB = 900 };

enum status stage_pin_hash(void *context, const char *pin, char out[SETTINGS_PIN_HASH_BYTES])
{
    const struct stage *stage = context;
    if (stage != NULL && stage->dice.kind == DICE_EMPTY) {
        return STATUS_NO_RANDOM;
    }
    if (stage != NULL && stage->no_porter) {
        return STATUS_GONE;
    }
    if (stage != NULL && stage->no_memory) {
        return STATUS_NO_MEMORY;
    }
    /* Of the right form, made in no time, and with the PIN in it. */
    static const char NO_DIGITS[] = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    (void)snprintf(out, SETTINGS_PIN_HASH_BYTES, "$argon2id$v=19$m=65536,t=3,p=1$%.22s$%s%s",
                   NO_DIGITS, pin, NO_DIGITS + strlen(pin));
    return STATUS_OK;
}

static enum status host_pin_verify(void *context, const char *pin, const char *hash)
{
    const struct stage *stage = context;
    char expected[SETTINGS_PIN_HASH_BYTES];
    if (stage->no_memory || stage->no_porter) {
        return stage->no_porter ? STATUS_GONE : STATUS_NO_MEMORY;
    }
    (void)stage_pin_hash(NULL, pin, expected);
    return stage->any_pin || strcmp(expected, hash) == 0 ? STATUS_OK : STATUS_DENIED;
}

static struct civil_time host_civil(void *context, uint32_t in_s)
{
    return stage_civil(context, in_s);
}

static int64_t host_moment(void *context, const struct civil_time *civil)
{
    (void)context;
    return stage_moment(civil);
}

/* The stage has one place on earth. */
static enum status host_zone(void *context, const char *name)
{
    (void)context;
    (void)name;
    return STATUS_OK;
}

static enum status host_set_clock(void *context, int64_t unix_s)
{
    struct stage *stage = context;
    if (stage->no_porter || stage->no_clock) {
        return stage->no_porter ? STATUS_GONE : STATUS_DENIED;
    }
    stage_set_moment(stage, unix_s);
    return STATUS_OK;
}

static bool host_memory_is_locked(void *context)
{
    return !((const struct stage *)context)->no_memory_lock;
}

static bool host_swap_is_on(void *context)
{
    return ((const struct stage *)context)->swap_is_on;
}

static enum health_space host_space(void *context)
{
    const struct stage *stage = context;
    return stage->is_in_memory     ? HEALTH_SPACE_MEMORY
           : stage->folder.is_full ? HEALTH_SPACE_LOW
                                   : HEALTH_SPACE_FINE;
}

static enum battery host_battery(void *context)
{
    return ((const struct stage *)context)->battery;
}

static bool host_can_switch_off(void *context)
{
    return !((const struct stage *)context)->no_switch_off;
}

static void host_health(void *context, struct health_facts *out)
{
    const struct stage *stage = context;
    *out = (struct health_facts){.swap = stage->swap_is_on ? HEALTH_SWAP_ON : HEALTH_SWAP_OFF,
                                 .undumpable = 1,
                                 .sandbox_missing = stage->sandbox_missing,
                                 .random = stage->dice.kind != DICE_EMPTY,
                                 .folder = stage->folder.is_read_only ? HEALTH_FOLDER_SHUT
                                                                      : HEALTH_FOLDER_OPEN,
                                 .network = (uint8_t)stage->network,
                                 .in_memory = stage->is_in_memory,
                                 .free_mb = stage->folder.is_full ? 0 : FREE_MB,
                                 .memory_mb = stage->no_memory ? 0 : MEMORY_MB};
}

static enum status host_drives(void *context, struct message_drives *out)
{
    const struct stage_drive *drive = &((const struct stage *)context)->drive;
    if (((const struct stage *)context)->no_porter) {
        return STATUS_GONE;
    }
    memset(out, 0, sizeof(*out));
    if (drive->label[0] != '\0') {
        out->count = 1;
        memcpy(out->drive[0].label, drive->label, sizeof(drive->label));
        out->drive[0].free_bytes =
            drive->result == STATUS_STUCK ? MESSAGE_FREE_UNKNOWN : drive->free_bytes;
    }
    return STATUS_OK;
}

static struct stage_drive_file *drive_file(struct stage_drive *drive, const char *name)
{
    for (uint32_t i = 0; i < STAGE_DRIVE_FILES; i++) {
        if (strcmp(drive->file[i].name, name) == 0) {
            return &drive->file[i];
        }
    }
    return NULL;
}

/* As a real drive does it: what is there stays, and a failure leaves nothing. */
static enum status host_export(void *context, const char *label, const struct export_file *files,
                               size_t count)
{
    if (((const struct stage *)context)->no_porter) {
        return STATUS_GONE;
    }
    struct stage_drive *drive = &((struct stage *)context)->drive;
    if (strcmp(label, drive->label) != 0) {
        return STATUS_MISSING;
    }
    if (drive->result != STATUS_OK) {
        return drive->result;
    }
    for (size_t i = 0; i < count; i++) {
        if (drive_file(drive, files[i].name) != NULL) {
            return STATUS_EXISTS;
        }
    }
    for (size_t i = 0; i < count; i++) {
        struct stage_drive_file *place = drive_file(drive, "");
        if (place == NULL || files[i].length > sizeof(place->bytes)) {
            return STATUS_NO_SPACE;
        }
        memcpy(place->name, files[i].name, sizeof(place->name));
        memcpy(place->bytes, files[i].bytes, files[i].length);
        place->length = files[i].length;
    }
    return STATUS_OK;
}

static enum status host_backups(void *context, const struct message_pick *after, const char *ending,
                                struct message_backups *out)
{
    if (((const struct stage *)context)->no_porter) {
        return STATUS_GONE;
    }
    const struct stage_drive *drive = &((struct stage *)context)->drive;
    if (strcmp(after->label, drive->label) != 0) {
        return STATUS_MISSING;
    }
    out->count = 0;
    for (uint32_t i = 0; i < STAGE_DRIVE_FILES; i++) {
        const char *end = strstr(drive->file[i].name, ending);
        if (end != NULL && strcmp(end, ending) == 0) {
            export_note(out, drive->file[i].name, after->name);
        }
    }
    return STATUS_OK;
}

static enum status host_fetch(void *context, const struct message_pick *pick, void *buffer,
                              size_t size, size_t *length)
{
    if (((const struct stage *)context)->no_porter) {
        return STATUS_GONE;
    }
    struct stage_drive *drive = &((struct stage *)context)->drive;
    const struct stage_drive_file *file = drive_file(drive, pick->name);
    if (drive->result == STATUS_STUCK) {
        return drive->result;
    }
    if (strcmp(pick->label, drive->label) != 0 || file == NULL || drive->result != STATUS_OK) {
        return STATUS_MISSING;
    }
    assert(file->length <= size);
    memcpy(buffer, file->bytes, file->length);
    *length = file->length;
    return STATUS_OK;
}

/* The face's languages are the keeper's too. */
static const struct language_offer *host_words(void *context, uint32_t index)
{
    const struct languages *languages = stage_languages();
    (void)context;
    for (uint32_t i = 0; i < languages->count; i++) {
        if (index < language_count() && languages->offer[i].language == language_at(index)) {
            return &languages->offer[i];
        }
    }
    return NULL;
}

void stage_make_host(struct stage *stage)
{
    stage->host = (struct keeper_host){
        .folder = &stage->folder.ops,
        .random = dice_source(&stage->dice),
        .context = stage,
        .pin_hash = stage_pin_hash,
        .pin_verify = host_pin_verify,
        .civil = host_civil,
        .moment = host_moment,
        .zone = host_zone,
        .appliance = stage->appliance,
        .set_clock = host_set_clock,
        .built = {2026, 1},
        .memory_is_locked = host_memory_is_locked,
        .swap_is_on = host_swap_is_on,
        .space = host_space,
        .battery = host_battery,
        .can_switch_off = host_can_switch_off,
        .health = host_health,
        .drives = host_drives,
        .export = host_export,
        .backups = host_backups,
        .fetch = host_fetch,
        .words = host_words,
    };
    memset(stage->errand, 0, sizeof(stage->errand)); /* they end with who asked for them */
    stage_drive_late(stage, stage->drive_late_ms);
}
