/* SPDX-License-Identifier: MIT */
/* The machine around a keeper under the fuzzer, and what the face could see of it. What the keeper
 * asks of the machine is held against what it may ask in the state that it is in. */
#ifndef FUZZ_KEEPER_WORLD_H
#define FUZZ_KEEPER_WORLD_H

#include "../unit/fake_pin.h"
#include "script.h"

#include "keeper/keeper.h"
#include "platform/system/ram_folder.h"

#include <string.h>

struct world {
    struct ram_folder ram;
    struct folder_ops ops;
    uint32_t writes;
    uint32_t exports;
    uint32_t guesses;       /* wrong ones since the last right one or wait */
    uint8_t stick[1 << 15]; /* a backup on the drive, as it was saved or spoilt */
    size_t stick_length;
    uint32_t fail_in; /* the n-th change of the folder fails; 0: none */
    uint64_t random;
    uint64_t now_ms;
    uint32_t sequence;
    bool memory_is_locked;
    struct pack pack;
    struct keeper_host host;
    struct keeper_secret secret;
    struct keeper keeper;
    struct message in;
    struct message out[KEEPER_OUT_MAX];
    uint32_t count;
};

static struct world world;

static inline enum status world_change(void)
{
    world.writes++;
    return world.fail_in != 0 && --world.fail_in == 0 ? STATUS_IO : STATUS_OK;
}

static inline enum status world_create(void *context, const char *name, int *file)
{
    enum status status = world_change();
    return status != STATUS_OK ? status : world.ram.ops.create(context, name, file);
}

static inline enum status world_rename(void *context, const char *from, const char *to)
{
    enum status status = world_change();
    return status != STATUS_OK ? status : world.ram.ops.rename(context, from, to);
}

static inline enum status world_sync_folder(void *context)
{
    enum status status = world_change();
    return status != STATUS_OK ? status : world.ram.ops.sync_folder(context);
}

static inline enum status world_random(void *context, void *out, size_t bytes)
{
    uint8_t *at = out;
    (void)context;
    for (size_t i = 0; i < bytes; i++) {
        world.random = world.random * 6364136223846793005u + 1442695040888963407u;
        at[i] = (uint8_t)(world.random >> 56);
    }
    return STATUS_OK;
}

static inline enum status world_pin_hash(void *context, const char *pin,
                                         char out[SETTINGS_PIN_HASH_BYTES])
{
    (void)context;
    fake_pin_hash(pin, out);
    return STATUS_OK;
}

static inline enum status world_pin_verify(void *context, const char *pin, const char *hash)
{
    (void)context;
    bool is_right = fake_pin_matches(pin, hash);
    world.guesses = is_right ? 0 : world.guesses + 1;
    hold(world.guesses <= GUARD_TRIES); /* then a wait, however often it is asked */
    return is_right ? STATUS_OK : STATUS_DENIED;
}

static inline int64_t world_moment(void *context, const struct civil_time *civil)
{
    (void)context;
    return civil->minute;
}

static inline enum status world_zone(void *context, const char *name)
{
    (void)context;
    return name[0] == 'x' ? STATUS_MISSING : STATUS_OK;
}

static inline enum status world_set_clock(void *context, int64_t unix_s)
{
    (void)context;
    return unix_s % 2 == 0 ? STATUS_OK : STATUS_DENIED;
}

static inline struct civil_time world_civil(void *context, uint32_t in_s)
{
    (void)context;
    (void)in_s;
    return (struct civil_time){{2026, 11}, 3, 19, 5};
}

static inline bool world_memory_is_locked(void *context)
{
    (void)context;
    return world.memory_is_locked;
}

static inline bool world_swap_is_on(void *context)
{
    (void)context;
    return false;
}

static inline enum health_space world_space(void *context)
{
    (void)context;
    return (enum health_space)(world.now_ms % 3);
}

/* Whatever the machine runs on changes with the time. */
static inline enum battery world_battery(void *context)
{
    (void)context;
    return (enum battery)(world.now_ms / 1000 % (BATTERY_EMPTY + 1));
}

static inline bool world_can_switch_off(void *context)
{
    (void)context;
    return world.now_ms % 2 == 0;
}

static inline void world_health(void *context, struct health_facts *out)
{
    (void)context;
    *out = (struct health_facts){.random = 1};
}

static inline enum status world_drives(void *context, struct message_drives *out)
{
    (void)context;
    out->count = 1;
    memcpy(out->drive[0].label, "STICK", 6);
    return STATUS_OK;
}

static inline enum status world_export(void *context, const char *label,
                                       const struct export_file *files, size_t count)
{
    (void)context, (void)label;
    hold(world.keeper.status.unlocked);
    world.exports++;
    if (count == 1) {
        hold(world.keeper.status.meeting == MEETING_NONE && !world.keeper.status.simulated);
        hold(files->length <= sizeof(world.stick));
        memcpy(world.stick, files->bytes, files->length);
        world.stick_length = files->length;
    }
    return STATUS_OK;
}

static inline enum status world_backups(void *context, const struct message_pick *after,
                                        const char *ending, struct message_backups *out)
{
    (void)context, (void)after;
    hold(world.keeper.status.unlocked);
    out->count = 1;
    memcpy(out->name[0], "a", 1);
    memcpy(out->name[0] + 1, ending, strlen(ending));
    return STATUS_OK;
}

static inline enum status world_fetch(void *context, const struct message_pick *pick, void *buffer,
                                      size_t size, size_t *length)
{
    (void)context, (void)pick;
    hold(world.keeper.status.unlocked && world.stick_length <= size);
    if (world.stick_length == 0) {
        return STATUS_MISSING;
    }
    memcpy(buffer, world.stick, world.stick_length);
    *length = world.stick_length;
    return STATUS_OK;
}

static inline const struct language_offer *world_words(void *context, uint32_t index)
{
    (void)context, (void)index;
    return NULL;
}

static inline void make_pack(void)
{
    memset(&world.pack, 0, sizeof(world.pack));
    world.pack.version = 1;
    world.pack.theme_count = 1;
    memcpy(world.pack.theme[0].id, "open", 5);
    world.pack.question_count = PACK_QUESTION_MAX;
    for (uint32_t i = 0; i < PACK_QUESTION_MAX; i++) {
        struct pack_question *question = &world.pack.question[i];
        question->id[0] = 'q';
        question->id[1] = (char)('1' + i);
        memcpy(question->statement, "Something.", 11);
        memcpy(question->brief, "Brief", 6);
    }
}

/* The large arrays are left alone: clearing them would take most of the time. */
static inline void boot(void)
{
    struct error error;
    memset(&world.keeper, 0, offsetof(struct keeper, close));
    store_close_reset(&world.keeper.close);
    world.keeper.totals.block_count = world.keeper.next.block_count = 0;
    enum status status =
        keeper_init(&world.keeper, &world.secret, &world.pack, &world.host, world.now_ms, &error);
    hold(status == STATUS_OK);
    world.guesses = world.keeper.guard.failures; /* it counts across a restart */
}

static inline void begin(void)
{
    make_pack();
    ram_folder_init(&world.ram);
    world.ops = world.ram.ops;
    world.ops.create = world_create;
    world.ops.rename = world_rename;
    world.ops.sync_folder = world_sync_folder;
    world.stick_length = 0;
    world.writes = world.exports = world.guesses = world.fail_in = world.sequence = 0;
    world.random = 1;
    world.now_ms = 1000;
    world.memory_is_locked = true;
    world.host = (struct keeper_host){
        .folder = &world.ops,
        .random = {world_random, NULL},
        .pin_hash = world_pin_hash,
        .pin_verify = world_pin_verify,
        .civil = world_civil,
        .moment = world_moment,
        .zone = world_zone,
        .set_clock = world_set_clock,
        .appliance = {.is_own = true},
        .memory_is_locked = world_memory_is_locked,
        .swap_is_on = world_swap_is_on,
        .space = world_space,
        .battery = world_battery,
        .can_switch_off = world_can_switch_off,
        .health = world_health,
        .drives = world_drives,
        .export = world_export,
        .backups = world_backups,
        .fetch = world_fetch,
        .words = world_words,
    };
    boot();
}

#endif
