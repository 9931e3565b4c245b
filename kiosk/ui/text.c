/* SPDX-License-Identifier: MIT */
/* What was measured is kept under hashes of what was asked. */
#include "ui/text.h"

#include "core/wipe.h"

#include <string.h>

static uint64_t mix(uint64_t hash)
{
    hash = (hash ^ hash >> 32) * 0xD6E8FEB86659FD93u;
    return (hash ^ hash >> 32) * 0xD6E8FEB86659FD93u;
}

uint64_t text_key(struct font font, uint32_t kind, const char *text, size_t bytes)
{
    uint64_t hash = mix((uint64_t)kind << 32 | (uint64_t)font.family << 16 | font.em_px) ^ bytes;
    uint64_t part;
    for (; bytes >= sizeof(part); text += sizeof(part), bytes -= sizeof(part)) {
        memcpy(&part, text, sizeof(part)); /* of a constant length: one instruction */
        hash = mix(hash ^ part);
    }
    part = 0;
    for (size_t i = 0; i < bytes; i++) {
        part |= (uint64_t)(uint8_t)text[i] << 8 * i;
    }
    hash = bytes > 0 ? mix(hash ^ part) : hash;
    hash ^= hash >> 32;
    return hash != 0 ? hash : 1;
}

/* What is known under a key, or NULL. */
static const struct text_known *find(const struct text_known *set, uint64_t key)
{
    for (int i = 0; i < TEXT_KNOWN_WAYS; i++) {
        if (set[i].key == key) {
            return &set[i];
        }
    }
    return NULL;
}

/* The oldest in these places leaves. */
static void keep(struct text_known *set, uint64_t key, int32_t value)
{
    memmove(&set[1], &set[0], (TEXT_KNOWN_WAYS - 1) * sizeof(set[0]));
    set[0] = (struct text_known){.key = key, .value = value};
}

/* The places that a key may have. */
static struct text_known *places(const struct text_ops *ops, uint64_t key)
{
    return &ops->kept->known[key % (TEXT_KNOWN_MAX / TEXT_KNOWN_WAYS) * TEXT_KNOWN_WAYS];
}

static int32_t measure(const struct text_ops *ops, struct font font, uint32_t kind,
                       const char *text, size_t bytes)
{
    return kind == TEXT_KEY_WIDTH ? ops->width_px(ops->context, font, text, bytes)
                                  : (int32_t)ops->missing(ops->context, font, text, bytes);
}

/* What is kept of this text, or else measured and kept. */
static int32_t known_or_measured(const struct text_ops *ops, struct font font, uint32_t kind,
                                 const char *text, size_t bytes)
{
    if (ops->kept == NULL) {
        return measure(ops, font, kind, text, bytes);
    }
    uint64_t key = text_key(font, kind, text, bytes);
    struct text_known *set = places(ops, key);
    const struct text_known *known = find(set, key);
    if (known != NULL) {
        return known->value;
    }
    int32_t value = measure(ops, font, kind, text, bytes);
    keep(set, key, value);
    return value;
}

int32_t text_width(const struct text_ops *ops, struct font font, const char *text, size_t bytes)
{
    return bytes > 0 ? known_or_measured(ops, font, TEXT_KEY_WIDTH, text, bytes) : 0;
}

uint32_t text_missing(const struct text_ops *ops, struct font font, const char *text, size_t bytes)
{
    return (uint32_t)known_or_measured(ops, font, TEXT_KEY_MISSING, text, bytes);
}

void text_kept_wipe(const struct text_ops *ops)
{
    if (ops->kept != NULL) {
        wipe(ops->kept, sizeof(*ops->kept));
    }
}
