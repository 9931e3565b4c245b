/* SPDX-License-Identifier: MIT */
/* The drives of a soak: what one is asked for it does at once, hours later or never. */
#ifndef SOAK_DRIVE_H
#define SOAK_DRIVE_H

#include "soak_rig.h"

/* What a drive was asked for, and does when it answers, be that hours later. */
static struct {
    struct errand errand;
    uint8_t bytes[STORE_FILE_BYTES_MAX];
    bool is_under_way;
    uint32_t restore;   /* the number of that request; 0: something else */
    bool is_late;       /* a meeting was opened since */
    struct sums backup; /* what was asked to be saved */
} drive;

static inline enum status hang(void *context, const struct errand *errand, const uint8_t *bytes)
{
    (void)context;
    drive.errand = *errand;
    memcpy(drive.bytes, bytes, errand_bytes(errand));
    drive.is_under_way = true;
    drive.restore = 0;
    drive.is_late = false;
    return STATUS_OK;
}

/* A backup holds what the totals were when somebody asked for it, however late it was written. */
static inline void check_stick(void)
{
    struct sums sums;
    uint32_t scale = 0;
    for (size_t i = 0; i < sizeof(rig.stick) / sizeof(rig.stick[0]); i++) {
        const struct stick_file *file = &rig.stick[i];
        if (file->name[0] != '\0') {
            assert_int_equal(sums_of(file->bytes, file->length, &sums, &scale), STATUS_OK);
            assert_true(are_equal(&sums, &drive.backup));
        }
    }
}

/* Put back: only by somebody who is there, and never under a meeting or over one that was saved
 * since. */
static inline void check_restored(bool may)
{
    bool is_answered =
        rig.count > 0 && rig.out[0].type == MESSAGE_STATUS && rig.out[0].sequence == drive.restore;
    enum status result = is_answered ? (enum status)rig.out[0].as.status.result : STATUS_DENIED;
    assert_true(may || result != STATUS_OK);
    if (result == STATUS_OK) {
        const struct sums now = sums_on_disk();
        assert_true(are_equal(&now, &drive.backup));
        before = with = drive.backup;
        is_swapped = false;
    } else if (may && result == STATUS_IO) {
        with = drive.backup; /* it cannot tell which of the two is there */
    }
}

static inline void answer_of_drive(void)
{
    static struct errand_answer answer;
    const struct keeper_status *status = rig_status();
    const bool may = status->unlocked && status->meeting == MEETING_NONE && !drive.is_late;
    const bool saves = drive.errand.kind == ERRAND_EXPORT;
    drive.is_under_way = false;
    errand_do(&rig.host, &drive.errand, saves ? drive.bytes : rig.keeper.scratch,
              sizeof(drive.bytes), &answer);
    keeper_errand_done(&rig.keeper, ERRAND_OF_DRIVES, &answer, rig.now_ms, rig.out, &rig.count);
    for (uint32_t i = 0; i < rig.count; i++) {
        assert_int_equal(message_check_from_keeper(&rig.out[i], sizeof(rig.out[i])), STATUS_OK);
    }
    check_stick();
    if (drive.restore != 0) {
        check_restored(may);
    }
    (void)is_with();
}

/* At any moment, or never. */
static inline void drive_may_answer(void)
{
    if (drive.is_under_way && chance(3) == 0) {
        answer_of_drive();
    }
}

static inline void ask_drive(enum message_type type, bool hangs)
{
    if (drive.is_under_way) {
        return;
    }
    rig_make(type);
    if (type == MESSAGE_SAVE_BACKUP) {
        memcpy(rig.in.as.label, "STICK", 6);
    } else if (type != MESSAGE_READ_DRIVES) {
        memcpy(rig.in.as.pick.label, "STICK", 6);
    }
    if (type == MESSAGE_CHECK_BACKUP || type == MESSAGE_RESTORE) {
        memcpy(rig.in.as.pick.name, rig.stick[0].name, sizeof(rig.in.as.pick.name));
    }
    rig.host.begin = hang;
    assert_int_equal(rig_send(), STATUS_OK);
    rig.host.begin = NULL; /* PINs are compared at once */
    if (drive.is_under_way && type == MESSAGE_RESTORE) {
        drive.restore = rig.in.sequence;
    }
    if (drive.is_under_way && !hangs) {
        answer_of_drive();
    }
}

/* A drive that works, is full, hangs or is gone, and answers at once or some time: backups, lists,
 * and a backup put back. The totals change by that last one alone. */
static inline void use_drive(void)
{
    static const enum status HOW[] = {STATUS_OK,    STATUS_OK,      STATUS_OK,  STATUS_NO_SPACE,
                                      STATUS_STUCK, STATUS_MISSING, STATUS_GONE};
    static const enum message_type LAST[] = {MESSAGE_READ_BACKUPS, MESSAGE_SAVE_BACKUP,
                                             MESSAGE_RESTORE, MESSAGE_RESTORE};
    rig.export_status = HOW[chance(sizeof(HOW) / sizeof(HOW[0]))];
    memset(rig.stick, 0, sizeof(rig.stick));
    drive.backup = sums_on_disk();
    ask_drive(MESSAGE_READ_DRIVES, false);
    ask_drive(MESSAGE_SAVE_BACKUP, chance(4) == 0);
    if (rig.stick[0].name[0] != '\0') {
        ask_drive(MESSAGE_CHECK_BACKUP, chance(8) == 0);
        ask_drive(LAST[chance(sizeof(LAST) / sizeof(LAST[0]))], chance(2) == 0);
    }
}

#endif
