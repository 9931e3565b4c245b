/* SPDX-License-Identifier: MIT */
/* A keeper whose folder is on a disk that can fail at any call, and what that disk holds. */
#ifndef DISK_RIG_H
#define DISK_RIG_H

#include "fake_folder.h"
#include "keeper_rig.h"

static struct fake_folder fake;

/* The bytes of a file; length 0: there is none. */
struct image {
    uint8_t bytes[FAKE_FILE_BYTES];
    size_t length;
};

static inline void take(struct image *image, const char *name)
{
    const struct fake_file *file = fake_get(&fake, name);
    image->length = file == NULL ? 0 : file->length;
    if (file != NULL) {
        memcpy(image->bytes, file->bytes, file->length);
    }
}

static inline bool holds(const char *name, const struct image *image)
{
    static struct image now;
    take(&now, name);
    return now.length == image->length && memcmp(now.bytes, image->bytes, now.length) == 0;
}

/* What is there stays there, wherever the power goes from here on. */
static inline bool is_settled(const char *name)
{
    const struct fake_name *now = fake_find(fake.now, name), *kept = fake_find(fake.synced, name);
    if (now == NULL || kept == NULL) {
        return now == kept;
    }
    return now->file == kept->file && fake.file[now->file].is_synced;
}

/* The program starts (again) with the disk as it is. The keeper is not zeroed first, as rig_boot
 * does it: that is 25 MB, thousands of times. */
static inline void boot(void)
{
    struct error error;
    rig.now_ms = 1000;
    memset(rig.keeper.errand, 0, sizeof(rig.keeper.errand));
    assert_int_equal(
        keeper_init(&rig.keeper, &rig.secret, &rig.pack, &rig.host, rig.now_ms, &error), STATUS_OK);
}

static inline void start_without_pin(void)
{
    fake_init(&fake, 1);
    rig.ops = fake.ops;
    rig.random = 1;
    boot();
}

/* A folder with a PIN and one meeting, or none, in it. */
static inline void start(bool has_old)
{
    start_without_pin();
    assert_int_equal(rig_pin(MESSAGE_SET_PIN, RIG_PIN), STATUS_OK);
    if (has_old) {
        rig_meeting(2, SIDE_LOWER);
    }
}

/* How the disk fails. */
enum how { BEFORE, AFTER, DYING, HOW_COUNT };

static inline void arm(int call, enum how how)
{
    fake_arm(&fake, call, how == AFTER ? FAKE_AFTER : FAKE_BEFORE, STATUS_IO);
    fake.is_dying = how == DYING;
}

static inline void mend(void)
{
    fake_arm(&fake, 0, FAKE_BEFORE, STATUS_OK);
    fake.is_dying = false;
}

#endif
