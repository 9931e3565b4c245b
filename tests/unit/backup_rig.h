/* SPDX-License-Identifier: MIT */
/* A keeper with five meetings on the drive and two more in its totals, and what a test asks of it:
 * to save, to look at what is on the drive, to put it back, to erase. */
#ifndef BACKUP_RIG_H
#define BACKUP_RIG_H

#include "keeper_rig.h"

#define BACKUP "reflection-2026-11-03.backup"

static struct image {
    uint8_t bytes[1 << 16];
    size_t length;
} first, later, now;

static inline void take(struct image *image, const char *name)
{
    memset(image, 0, sizeof(*image));
    image->length = rig_file(name, image->bytes, sizeof(image->bytes));
}

static inline bool holds(const char *name, const struct image *image)
{
    take(&now, name);
    return now.length == image->length && memcmp(now.bytes, image->bytes, now.length) == 0;
}

static inline enum message_type ask_drive(enum message_type type, const char *label)
{
    rig_make(type);
    memcpy(rig.in.as.label, label, strlen(label));
    assert_int_equal(rig_send(), STATUS_OK);
    assert_int_equal(rig.count, 1);
    assert_int_equal(rig.out[0].sequence, rig.in.sequence);
    return (enum message_type)rig.out[0].type;
}

static inline void make_pick(enum message_type type, const char *name)
{
    rig_make(type);
    memcpy(rig.in.as.pick.label, "STICK", 5);
    memcpy(rig.in.as.pick.name, name, strlen(name));
}

/* OK, or why it was refused. */
static inline enum status check(const char *name)
{
    make_pick(MESSAGE_CHECK_BACKUP, name);
    assert_int_equal(rig_send(), STATUS_OK);
    assert_int_equal(rig.count, 1);
    if (rig.out[0].type == MESSAGE_BACKUP) {
        return STATUS_OK;
    }
    assert_int_equal(rig.out[0].type, MESSAGE_REFUSED);
    assert_int_equal(rig.out[0].as.refused.type, MESSAGE_CHECK_BACKUP);
    return (enum status)rig.out[0].as.refused.why;
}

static inline enum status restore(const char *name)
{
    make_pick(MESSAGE_RESTORE, name);
    assert_int_equal(rig_send(), STATUS_OK);
    return rig_result();
}

/* One answer, with the request's number: ERASED when it was tried, else REFUSED. What the folder
 * holds then follows unasked. */
static inline enum status erase_all(uint32_t *left)
{
    rig_make(MESSAGE_ERASE_ALL);
    assert_int_equal(rig_send(), STATUS_OK);
    assert_int_equal(rig.out[0].sequence, rig.in.sequence);
    if (rig.out[0].type == MESSAGE_REFUSED) {
        assert_int_equal(rig.count, 1);
        assert_int_equal(rig.out[0].as.refused.type, MESSAGE_ERASE_ALL);
        return (enum status)rig.out[0].as.refused.why;
    }
    assert_int_equal(rig.out[0].type, MESSAGE_ERASED);
    *left = rig.out[0].as.left;
    assert_int_equal(rig.count, 2);
    assert_int_equal(rig.out[1].type, MESSAGE_STATUS);
    assert_int_equal(rig.out[1].sequence, 0);
    assert_int_equal(rig.out[1].as.status.result, STATUS_OK);
    return STATUS_OK;
}

/* Five meetings, a backup of them, and two more meetings. */
static inline void prepare(void)
{
    for (int i = 0; i < 5; i++) {
        rig_meeting(3, SIDE_UPPER);
    }
    take(&first, STORE_FILE);
    assert_int_equal(ask_drive(MESSAGE_SAVE_BACKUP, "STICK"), MESSAGE_SAVED);
    rig_meeting(3, SIDE_LOWER);
    rig_meeting(3, SIDE_LOWER);
    take(&later, STORE_FILE);
}

static inline int ready_with_backup(void **state)
{
    (void)rig_ready(state);
    prepare();
    return 0;
}

/* What the views show is what the file holds. */
static inline void assert_in_step(void)
{
    static uint8_t bytes[1 << 16];
    size_t length = 0;
    take(&now, STORE_FILE);
    assert_int_equal(store_encode(&rig.keeper.totals, bytes, sizeof(bytes), &length), STATUS_OK);
    assert_int_equal(length, now.length);
    assert_memory_equal(bytes, now.bytes, length);
}

#endif
