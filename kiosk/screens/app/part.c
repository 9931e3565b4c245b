/* SPDX-License-Identifier: MIT */
#include "screens/app/part.h"

#include "core/fnv.h"

#include <assert.h>
#include <string.h>

enum { ALIGN = 16 };

const struct screen_ops *screen_ops(const struct app *app, enum screen_id screen)
{
    assert((uint32_t)screen < app->config.screens->screen_count);
    return app->config.screens->screen[screen].ops;
}

bool screen_is_facilitators(const struct app *app, enum screen_id screen)
{
    return screen_ops(app, screen)->patience == PATIENCE_FACILITATOR;
}

bool screen_rests(const struct app *app, enum screen_id screen)
{
    return screen_ops(app, screen)->patience == PATIENCE_REST;
}

const struct module_ops *module_ops(const struct app *app, enum module_id module)
{
    assert(module < MODULE_COUNT);
    return app->config.screens->module[module];
}

const struct part_ops *part_ops(const struct app *app, uint32_t owner)
{
    return owner < OWNER_MODULE ? &screen_ops(app, (enum screen_id)owner)->part
                                : &module_ops(app, (enum module_id)(owner - OWNER_MODULE))->part;
}

static uint32_t slot_of(uint32_t owner)
{
    return owner < OWNER_MODULE ? MODULE_COUNT + owner : owner - OWNER_MODULE;
}

static uint32_t owner_at(uint32_t slot)
{
    return slot < MODULE_COUNT ? OWNER_MODULE + slot : slot - MODULE_COUNT;
}

static uint32_t slot_count(const struct app *app)
{
    return MODULE_COUNT + app->config.screens->screen_count;
}

void parts_init(struct app *app)
{
    uint32_t at = 0;
    assert(slot_count(app) <= STATE_SLOT_MAX);
    for (uint32_t slot = 0; slot < slot_count(app); slot++) {
        size_t bytes = part_ops(app, owner_at(slot))->state_bytes;
        assert(bytes <= sizeof(app->states.bytes) - at);
        app->states.at[slot] = at;
        at += (uint32_t)((bytes + ALIGN - 1) / ALIGN * ALIGN);
    }
    assert(at <= sizeof(app->states.bytes));
    app->states.end = at;
    explicit_bzero(app->states.bytes, at);
}

void *part_state(struct app *app, uint32_t owner)
{
    app->states.touched[slot_of(owner)] = true;
    return &app->states.bytes[app->states.at[slot_of(owner)]];
}

const void *part_state_of(const struct app *app, uint32_t owner)
{
    return &app->states.bytes[app->states.at[slot_of(owner)]];
}

void part_wipe(struct app *app, uint32_t owner)
{
    uint32_t slot = slot_of(owner);
    if (app->states.touched[slot]) {
        explicit_bzero(part_state(app, owner), part_ops(app, owner)->state_bytes);
        app->states.touched[slot] = false;
    }
}

void parts_wipe(struct app *app, enum life life)
{
    for (uint32_t slot = 0; slot < slot_count(app); slot++) {
        if (part_ops(app, owner_at(slot))->life == life) {
            part_wipe(app, owner_at(slot));
        }
    }
}

uint64_t parts_hash(const struct app *app, uint64_t hash)
{
    /* Eight bytes at a time: the states are most of what a hash takes. */
    uint64_t part = 0;
    for (uint32_t i = 0; i < app->states.end; i += sizeof(part), part = 0) {
        const size_t left = app->states.end - i;
        memcpy(&part, &app->states.bytes[i], left < sizeof(part) ? left : sizeof(part));
        hash = fnv_value(hash, part);
        hash ^= hash >> 32;
    }
    return hash;
}
