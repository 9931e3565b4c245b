/* SPDX-License-Identifier: MIT */
/* A folder in memory for the store's tests. Any single call can fail, before or after it has had
 * its effect, and the power can go at any call: then what was never synced is kept, lost or halved
 * at random, entries of the folder in any combination. SHA-256 is the real one. */
#ifndef TESTS_FAKE_FOLDER_H
#define TESTS_FAKE_FOLDER_H

#include "platform/system/digest.h"
#include "store/store.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

enum { FAKE_FILE_BYTES = 65536, FAKE_FILES = 128, FAKE_NAMES = 128, FAKE_CHANGES = 64 };

enum fake_failure { FAKE_BEFORE, FAKE_AFTER };

struct fake_file {
    uint8_t bytes[FAKE_FILE_BYTES];
    size_t length;
    bool is_synced;
    bool has_fixed_time;
    bool is_open;
};

struct fake_name {
    char name[32]; /* empty: free */
    int file;
};

struct fake_change { /* of the folder, not yet synced: name becomes file, or goes (-1) */
    char name[32];
    int file;
};

struct fake_folder {
    struct folder_ops ops;
    int file_count;
    struct fake_name now[FAKE_NAMES];
    struct fake_name synced[FAKE_NAMES];
    struct fake_change change[FAKE_CHANGES];
    int change_count;
    int calls;   /* since the last fake_arm */
    int writes;  /* calls that change anything, all of them since init */
    int fail_at; /* the call that fails; 0: none */
    enum fake_failure failure;
    enum status fail_status;
    bool is_dying; /* every call after fail_at fails too: the power is gone */
    bool is_link;  /* what stands under STORE_FILE is a symbolic link */
    uint64_t seed;
    struct fake_file file[FAKE_FILES]; /* file_count of them; the others hold anything */
};

static inline uint32_t fake_random(struct fake_folder *fake, uint32_t bound)
{
    fake->seed = fake->seed * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(fake->seed >> 33) % bound;
}

static inline struct fake_name *fake_find(struct fake_name *names, const char *name)
{
    for (int i = 0; i < FAKE_NAMES; i++) {
        /* A sanitizer makes strcmp dear, and most names are free. */
        if (names[i].name[0] == name[0] && strcmp(names[i].name, name) == 0) {
            return &names[i];
        }
    }
    return NULL;
}

static inline void fake_set(struct fake_name *names, const char *name, int file)
{
    struct fake_name *entry = fake_find(names, name);
    if (entry == NULL && file >= 0) {
        entry = fake_find(names, "");
        assert_non_null(entry);
        (void)snprintf(entry->name, sizeof(entry->name), "%s", name);
    }
    if (entry != NULL) {
        entry->file = file;
        if (file < 0) {
            entry->name[0] = '\0';
        }
    }
}

static inline void fake_change(struct fake_folder *fake, const char *name, int file)
{
    fake_set(fake->now, name, file);
    assert_true(fake->change_count < FAKE_CHANGES);
    struct fake_change *change = &fake->change[fake->change_count++];
    (void)snprintf(change->name, sizeof(change->name), "%s", name);
    change->file = file;
}

/* An empty one that nobody has synced. */
static inline int fake_new_file(struct fake_folder *fake)
{
    assert_true(fake->file_count < FAKE_FILES);
    struct fake_file *file = &fake->file[fake->file_count];
    file->length = 0;
    file->is_synced = file->has_fixed_time = file->is_open = false;
    return fake->file_count++;
}

/* Counts a call; true when it has to fail in this way. */
static inline bool fake_fails(struct fake_folder *fake, enum fake_failure when)
{
    bool is_hit = fake->fail_at != 0 && fake->calls == fake->fail_at && fake->failure == when;
    bool is_gone = fake->is_dying && fake->fail_at != 0 && fake->calls > fake->fail_at;
    return is_hit || is_gone;
}

#define FAKE_BEGIN                                                                                 \
    struct fake_folder *fake = context;                                                            \
    fake->calls++;                                                                                 \
    if (fake_fails(fake, FAKE_BEFORE)) {                                                           \
        return fake->fail_status;                                                                  \
    }
#define FAKE_END return fake_fails(fake, FAKE_AFTER) ? fake->fail_status : STATUS_OK

static inline enum status fake_read(void *context, const char *name, void *buffer, size_t size,
                                    size_t *length)
{
    FAKE_BEGIN
    const struct fake_name *entry = fake_find(fake->now, name);
    if (fake->is_link && strcmp(name, STORE_FILE) == 0) {
        return STATUS_INVALID;
    }
    if (entry == NULL) {
        return STATUS_MISSING;
    }
    const struct fake_file *file = &fake->file[entry->file];
    if (file->length > size) {
        return STATUS_LIMIT;
    }
    if (fake_fails(fake, FAKE_AFTER)) {
        return fake->fail_status;
    }
    memcpy(buffer, file->bytes, file->length);
    *length = file->length;
    return STATUS_OK;
}

static inline enum status fake_create(void *context, const char *name, int *out)
{
    FAKE_BEGIN
    fake->writes++;
    if (fake_find(fake->now, name) != NULL) {
        return STATUS_EXISTS;
    }
    int file = fake_new_file(fake);
    fake_change(fake, name, file);
    if (fake_fails(fake, FAKE_AFTER)) {
        return fake->fail_status; /* made, but the caller got no descriptor */
    }
    fake->file[file].is_open = true;
    *out = file;
    return STATUS_OK;
}

static inline enum status fake_write(void *context, int file, const void *bytes, size_t length)
{
    FAKE_BEGIN
    fake->writes++;
    assert_true(fake->file[file].is_open);
    bool is_short = fake_fails(fake, FAKE_AFTER);
    size_t kept = is_short ? length / 2 : length;
    assert_true(fake->file[file].length + kept <= FAKE_FILE_BYTES);
    memcpy(fake->file[file].bytes + fake->file[file].length, bytes, kept);
    fake->file[file].length += kept;
    fake->file[file].is_synced = false;
    return is_short ? fake->fail_status : STATUS_OK;
}

static inline enum status fake_sync(void *context, int file)
{
    FAKE_BEGIN
    fake->writes++;
    assert_true(fake->file[file].is_open);
    fake->file[file].is_synced = true;
    FAKE_END;
}

static inline enum status fake_set_fixed_time(void *context, int file)
{
    FAKE_BEGIN
    fake->writes++;
    fake->file[file].has_fixed_time = true;
    FAKE_END;
}

static inline enum status fake_close(void *context, int file)
{
    struct fake_folder *fake = context;
    fake->calls++;
    assert_true(fake->file[file].is_open);
    fake->file[file].is_open = false; /* whatever it returns */
    return fake_fails(fake, FAKE_BEFORE) || fake_fails(fake, FAKE_AFTER) ? fake->fail_status
                                                                         : STATUS_OK;
}

static inline enum status fake_rename(void *context, const char *from, const char *to)
{
    FAKE_BEGIN
    fake->writes++;
    const struct fake_name *entry = fake_find(fake->now, from);
    if (entry == NULL) {
        return STATUS_MISSING;
    }
    int file = entry->file;
    /* After a cut the new name may be there, or the old one, or both. */
    fake_change(fake, to, file);
    fake_set(fake->now, from, -1);
    if (strcmp(from, STORE_FILE) == 0 || strcmp(to, STORE_FILE) == 0) {
        fake->is_link = false; /* it went with its name, or was replaced */
    }
    FAKE_END;
}

static inline enum status fake_rename_new(void *context, const char *from, const char *to)
{
    struct fake_folder *fake = context;
    return fake_find(fake->now, to) != NULL ? STATUS_EXISTS : fake_rename(context, from, to);
}

static inline enum status fake_remove(void *context, const char *name)
{
    FAKE_BEGIN
    if (fake_find(fake->now, name) == NULL) {
        return STATUS_MISSING;
    }
    fake->writes++;
    fake_change(fake, name, -1);
    FAKE_END;
}

static inline enum status fake_sync_folder(void *context)
{
    FAKE_BEGIN
    memcpy(fake->synced, fake->now, sizeof(fake->synced));
    fake->change_count = 0;
    FAKE_END;
}

static inline bool fake_has_any(void *context, bool (*is_wanted)(const char *name))
{
    struct fake_folder *fake = context;
    fake->calls++;
    bool has = fake_fails(fake, FAKE_BEFORE) || fake_fails(fake, FAKE_AFTER);
    for (int i = 0; i < FAKE_NAMES && !has; i++) {
        has = fake->now[i].name[0] != '\0' && is_wanted(fake->now[i].name);
    }
    return has;
}

static inline void fake_digest(void *context, const void *bytes, size_t length,
                               uint8_t out[STORE_DIGEST_BYTES])
{
    (void)context;
    digest_sha256(bytes, length, out);
}

static inline void fake_init(struct fake_folder *fake, uint64_t seed)
{
    memset(fake, 0, offsetof(struct fake_folder, file)); /* not 4 MB, thousands of times */
    fake->seed = seed;
    fake->ops = (struct folder_ops){
        .context = fake,
        .read = fake_read,
        .create = fake_create,
        .write = fake_write,
        .sync = fake_sync,
        .set_fixed_time = fake_set_fixed_time,
        .close = fake_close,
        .rename = fake_rename,
        .rename_new = fake_rename_new,
        .remove = fake_remove,
        .sync_folder = fake_sync_folder,
        .has_any = fake_has_any,
        .digest = fake_digest,
    };
}

/* The n-th call from now fails; 0 disarms. */
static inline void fake_arm(struct fake_folder *fake, int fail_at, enum fake_failure failure,
                            enum status status)
{
    fake->calls = 0;
    fake->fail_at = fail_at;
    fake->failure = failure;
    fake->fail_status = status;
}

/* A file that was there long before, safely on the disk. */
static inline void fake_put(struct fake_folder *fake, const char *name, const void *bytes,
                            size_t length)
{
    assert_true(length <= FAKE_FILE_BYTES);
    int file = fake_new_file(fake);
    memcpy(fake->file[file].bytes, bytes, length);
    fake->file[file].length = length;
    fake->file[file].is_synced = true;
    fake_set(fake->now, name, file);
    fake_set(fake->synced, name, file);
}

static inline const struct fake_file *fake_get(struct fake_folder *fake, const char *name)
{
    const struct fake_name *entry = fake_find(fake->now, name);
    return entry == NULL ? NULL : &fake->file[entry->file];
}

/* The machine comes up again: what was not synced may or may not be there. */
static inline void fake_cut_power(struct fake_folder *fake)
{
    for (int i = 0; i < fake->change_count; i++) {
        if (fake_random(fake, 2) == 0) {
            const struct fake_change *change = &fake->change[i];
            fake_set(fake->synced, change->name, change->file);
        }
    }
    for (int i = 0; i < fake->file_count; i++) {
        struct fake_file *file = &fake->file[i];
        if (!file->is_synced) {
            file->length = fake_random(fake, 3) * file->length / 2; /* none, half, all */
            if (file->length > 0 && fake_random(fake, 2) == 0) {
                memset(file->bytes, 0, file->length / 2); /* a later part came first */
            }
        }
        file->is_synced = true;
        file->is_open = false;
    }
    memcpy(fake->now, fake->synced, sizeof(fake->now));
    fake->change_count = 0;
    fake->is_dying = false;
    fake_arm(fake, 0, FAKE_BEFORE, STATUS_OK);
}

#endif
