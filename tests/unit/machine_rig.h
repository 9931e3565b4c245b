/* SPDX-License-Identifier: MIT */
/* A made-up machine around a keeper: a folder in memory that can be told to fail, a drive, scripted
 * random bytes, and a clock that moves when it is told to. */
#ifndef MACHINE_RIG_H
#define MACHINE_RIG_H

#include "fake_pin.h"
#include "fake_words.h"
#include "keeper/keeper.h"
#include "platform/system/ram_folder.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

struct rig {
    struct ram_folder ram;
    struct folder_ops ops;   /* ram's, with the faults below */
    enum status write_fault; /* what every changing call returns, unless OK */
    uint32_t fail_in;        /* the n-th changing call from now gives IO; 0: none */
    uint32_t changes;        /* changing calls so far */
    uint32_t syncs;          /* of files and of the folder */
    uint32_t verifies;       /* PINs compared */
    char guard_at_verify[GUARD_BYTES];
    uint64_t random;
    bool random_is_gone;
    bool memory_is_locked;
    enum battery battery;
    bool can_switch_off;
    struct civil_time civil, civil_later; /* now, and three hours from now */
    enum status clock_status;             /* what setting the machine's clock gives */
    int64_t set_s;                        /* what it was set to */
    char zone[MACHINE_ZONE_BYTES];
    enum status export_status;
    char export_name[64];
    char export_bytes[4096];
    size_t export_length;
    char page_name[64];
    char page_bytes[1 << 17];
    size_t page_length;
    struct stick_file {
        char name[MESSAGE_NAME_BYTES]; /* "": free */
        char bytes[1 << 18];
        size_t length;
    } stick[4];                /* single files on the drive */
    enum status fetch_status;  /* of reading one, unless OK */
    enum status remove_status; /* of removing a file that is there, unless OK */
    struct pack pack;
    struct keeper_host host;
    struct keeper_secret secret;
    struct keeper keeper;
    uint64_t now_ms;
    uint32_t sequence;
    struct message in;
    struct message out[KEEPER_OUT_MAX];
    uint32_t count;
};

static struct rig rig;

static inline enum status rig_fault(void)
{
    rig.changes++;
    if (rig.fail_in != 0 && --rig.fail_in == 0) {
        return STATUS_IO;
    }
    return rig.write_fault;
}

static inline enum status rig_create(void *context, const char *name, int *file)
{
    enum status fault = rig_fault();
    return fault != STATUS_OK ? fault : rig.ram.ops.create(context, name, file);
}

static inline enum status rig_write(void *context, int file, const void *bytes, size_t length)
{
    enum status fault = rig_fault();
    return fault != STATUS_OK ? fault : rig.ram.ops.write(context, file, bytes, length);
}

static inline enum status rig_sync(void *context, int file)
{
    rig.syncs++;
    enum status fault = rig_fault();
    return fault != STATUS_OK ? fault : rig.ram.ops.sync(context, file);
}

static inline enum status rig_rename(void *context, const char *from, const char *to)
{
    enum status fault = rig_fault();
    return fault != STATUS_OK ? fault : rig.ram.ops.rename(context, from, to);
}

static inline enum status rig_rename_new(void *context, const char *from, const char *to)
{
    enum status fault = rig_fault();
    return fault != STATUS_OK ? fault : rig.ram.ops.rename_new(context, from, to);
}

static inline enum status rig_remove(void *context, const char *name)
{
    size_t length = 0;
    char byte;
    bool is_there = rig.ram.ops.read(context, name, &byte, 1, &length) != STATUS_MISSING;
    return is_there && rig.remove_status != STATUS_OK ? rig.remove_status
                                                      : rig.ram.ops.remove(context, name);
}

static inline enum status rig_sync_folder(void *context)
{
    rig.syncs++;
    enum status fault = rig_fault();
    return fault != STATUS_OK ? fault : rig.ram.ops.sync_folder(context);
}

static inline enum status rig_random(void *context, void *out, size_t bytes)
{
    (void)context;
    uint8_t *at = out;
    if (rig.random_is_gone) {
        return STATUS_NO_RANDOM;
    }
    for (size_t i = 0; i < bytes; i++) {
        rig.random = rig.random * 6364136223846793005u + 1442695040888963407u;
        at[i] = (uint8_t)(rig.random >> 56);
    }
    return STATUS_OK;
}

static inline enum status rig_pin_hash(void *context, const char *pin,
                                       char out[SETTINGS_PIN_HASH_BYTES])
{
    (void)context;
    fake_pin_hash(pin, out);
    return STATUS_OK;
}

static inline size_t rig_file(const char *name, void *out, size_t size)
{
    size_t length = 0;
    enum status status = rig.ram.ops.read(&rig.ram, name, out, size, &length);
    return status == STATUS_OK ? length : 0;
}

/* Something else writes a file into the folder. */
static inline void rig_put(const char *name, const char *text)
{
    assert_int_equal(store_write_file(&rig.ram.ops, name, "put.new", text, strlen(text)),
                     STATUS_OK);
}

static inline enum status rig_pin_verify(void *context, const char *pin, const char *hash)
{
    (void)context;
    rig.verifies++;
    memset(rig.guard_at_verify, 0, GUARD_BYTES);
    (void)rig_file(GUARD_FILE, rig.guard_at_verify, GUARD_BYTES);
    return fake_pin_matches(pin, hash) ? STATUS_OK : STATUS_DENIED;
}

static inline struct civil_time rig_civil(void *context, uint32_t in_s)
{
    (void)context;
    assert_true(in_s == 0 || in_s == 3 * 60 * 60);
    return in_s == 0 ? rig.civil : rig.civil_later;
}

/* Minutes as if every month had 31 days: enough to tell two moments apart. */
static inline int64_t rig_moment(void *context, const struct civil_time *civil)
{
    (void)context;
    int64_t days = (civil->month.year * 12 + civil->month.month) * 31 + civil->day;
    return ((days * 24 + civil->hour) * 60 + civil->minute) * 60;
}

static inline enum status rig_zone(void *context, const char *name)
{
    (void)context;
    if (strcmp(name, "Nowhere/There") == 0) {
        return STATUS_MISSING;
    }
    (void)snprintf(rig.zone, sizeof(rig.zone), "%s", name);
    return STATUS_OK;
}

static inline enum status rig_set_clock(void *context, int64_t unix_s)
{
    (void)context;
    if (rig.clock_status == STATUS_OK) {
        rig.set_s = unix_s;
    }
    return rig.clock_status;
}

static inline bool rig_memory_is_locked(void *context)
{
    (void)context;
    return rig.memory_is_locked;
}

static inline bool rig_swap_is_on(void *context)
{
    (void)context;
    return false;
}

static inline enum health_space rig_space(void *context)
{
    (void)context;
    return HEALTH_SPACE_FINE;
}

static inline enum battery rig_battery(void *context)
{
    (void)context;
    return rig.battery;
}

static inline bool rig_can_switch_off(void *context)
{
    (void)context;
    return rig.can_switch_off;
}

static inline void rig_health(void *context, struct health_facts *out)
{
    (void)context;
    *out = (struct health_facts){.swap = HEALTH_SWAP_ZRAM,
                                 .undumpable = 1,
                                 .random = 1,
                                 .folder = HEALTH_FOLDER_OPEN,
                                 .free_mb = 5100};
}

static inline enum status rig_drives(void *context, struct message_drives *out)
{
    (void)context;
    out->count = 1;
    memcpy(out->drive[0].label, "STICK", 5);
    out->drive[0].free_bytes = 1 << 20;
    return STATUS_OK;
}

static inline struct stick_file *rig_stick(const char *name)
{
    for (size_t i = 0; i < sizeof(rig.stick) / sizeof(rig.stick[0]); i++) {
        if (strcmp(rig.stick[i].name, name) == 0) {
            return &rig.stick[i];
        }
    }
    return NULL;
}

static inline enum status rig_export_one(const struct export_file *file)
{
    struct stick_file *place = rig_stick("");
    if (rig.export_status != STATUS_OK || rig_stick(file->name) != NULL) {
        return rig.export_status != STATUS_OK ? rig.export_status : STATUS_EXISTS;
    }
    assert_non_null(place);
    assert_true(file->length <= sizeof(place->bytes));
    memcpy(place->name, file->name, EXPORT_NAME_BYTES);
    memcpy(place->bytes, file->bytes, file->length);
    place->length = file->length;
    return STATUS_OK;
}

static inline enum status rig_backups(void *context, const struct message_pick *after,
                                      const char *ending, struct message_backups *out)
{
    (void)context;
    if (strcmp(after->label, "STICK") != 0) {
        return STATUS_MISSING;
    }
    out->count = 0;
    for (size_t i = 0; i < sizeof(rig.stick) / sizeof(rig.stick[0]); i++) {
        if (strstr(rig.stick[i].name, ending) != NULL) {
            export_note(out, rig.stick[i].name, after->name);
        }
    }
    return STATUS_OK;
}

static inline enum status rig_fetch(void *context, const struct message_pick *pick, void *buffer,
                                    size_t size, size_t *length)
{
    (void)context;
    const struct stick_file *file = rig_stick(pick->name);
    if (strcmp(pick->label, "STICK") != 0 || file == NULL) {
        return STATUS_MISSING;
    }
    if (rig.fetch_status != STATUS_OK) {
        return rig.fetch_status;
    }
    assert_true(file->length <= size);
    memcpy(buffer, file->bytes, file->length);
    *length = file->length;
    return STATUS_OK;
}

/* One file is kept on the stick. Of two, page is the first and bytes the second. */
static inline enum status rig_export(void *context, const char *label,
                                     const struct export_file *files, size_t count)
{
    (void)context;
    assert_string_equal(label, "STICK");
    if (count == 1) {
        return rig_export_one(files);
    }
    assert_int_equal(count, 2);
    assert_true(files[0].length < sizeof(rig.page_bytes));
    assert_true(files[1].length < sizeof(rig.export_bytes));
    if (rig.export_status == STATUS_OK) {
        memcpy(rig.page_name, files[0].name, EXPORT_NAME_BYTES);
        memset(rig.page_bytes, 0, sizeof(rig.page_bytes));
        memcpy(rig.page_bytes, files[0].bytes, files[0].length);
        rig.page_length = files[0].length;
        memcpy(rig.export_name, files[1].name, EXPORT_NAME_BYTES);
        memcpy(rig.export_bytes, files[1].bytes, files[1].length);
        rig.export_length = files[1].length;
    }
    return rig.export_status;
}

/* Texts are their ids: one language, without a translated pack. */
static inline const struct language_offer *rig_words(void *context, uint32_t index)
{
    static struct catalog catalog;
    static struct language_offer offer;
    (void)context;
    fake_words(&catalog);
    offer = (struct language_offer){language_at(0), &catalog};
    return index == 0 ? &offer : NULL;
}

/* A fresh one, with an empty folder and nothing on the drive. */
static inline void rig_make_machine(void)
{
    ram_folder_init(&rig.ram);
    rig.ops = rig.ram.ops;
    rig.ops.create = rig_create;
    rig.ops.write = rig_write;
    rig.ops.sync = rig_sync;
    rig.ops.rename = rig_rename;
    rig.ops.rename_new = rig_rename_new;
    rig.ops.remove = rig_remove;
    rig.ops.sync_folder = rig_sync_folder;
    memset(rig.stick, 0, sizeof(rig.stick));
    rig.fetch_status = rig.remove_status = STATUS_OK;
    rig.write_fault = STATUS_OK;
    rig.fail_in = rig.changes = rig.syncs = rig.verifies = 0;
    rig.random = 1;
    rig.random_is_gone = false;
    rig.memory_is_locked = true;
    rig.battery = BATTERY_NONE;
    rig.can_switch_off = false;
    rig.civil = (struct civil_time){{2026, 11}, 3, 19, 5};
    rig.civil_later = (struct civil_time){{2026, 11}, 3, 22, 5};
    rig.clock_status = STATUS_OK;
    rig.set_s = 0;
    rig.zone[0] = '\0';
    rig.export_status = STATUS_OK;
    rig.page_length = rig.export_length = 0;
    rig.now_ms = 1000;
    rig.host = (struct keeper_host){
        .folder = &rig.ops,
        .random = {rig_random, NULL},
        .pin_hash = rig_pin_hash,
        .pin_verify = rig_pin_verify,
        .civil = rig_civil,
        .moment = rig_moment,
        .zone = rig_zone,
        .set_clock = rig_set_clock,
        .memory_is_locked = rig_memory_is_locked,
        .swap_is_on = rig_swap_is_on,
        .space = rig_space,
        .battery = rig_battery,
        .can_switch_off = rig_can_switch_off,
        .health = rig_health,
        .drives = rig_drives,
        .export = rig_export,
        .backups = rig_backups,
        .fetch = rig_fetch,
        .words = rig_words,
    };
}

#endif
