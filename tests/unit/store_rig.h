/* SPDX-License-Identifier: MIT */
/* What the tests of the store's writes share: a folder that fails when it is told to, the bytes of
 * a file as they should be, a meeting to write, and one way to let every call of a write fail. */
#ifndef STORE_RIG_H
#define STORE_RIG_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "fake_folder.h"

static struct fake_folder fake;
static struct totals totals, loaded;
static struct store_close closing;
static uint8_t scratch[STORE_FILE_BYTES_MAX];

/* Begins a close as the keeper does it: on what was read before. */
static inline enum status begin_meeting(const struct folder_ops *folder, struct totals *value,
                                        const struct counters *add, const struct meeting_label *to)
{
    struct store_known known;
    struct error error;
    size_t length = 0;
    if (closing.begun && !closing.done) {
        return STATUS_OK;
    }
    enum status status = store_load(folder, value, scratch, sizeof(scratch), &length, &error);
    if (status != STATUS_OK) {
        return status;
    }
    store_know(&known, folder, scratch, length);
    status = totals_add_meeting(value, add, to);
    return status == STATUS_OK ? store_close_begin(&closing, folder, &known, value) : status;
}

/* The bytes of a file; length 0: there is none. */
struct image {
    uint8_t bytes[FAKE_FILE_BYTES];
    size_t length;
};

static struct meeting_label label;
static struct counters counters;

/* Four questions, whose upper counters are first, first + step, ... */
static void make_meeting(int32_t first, int32_t step)
{
    label = (struct meeting_label){
        .series = "00112233445566ff", .month = {2026, 11}, .question_count = 4};
    counters = (struct counters){.question_count = 4, .scale = 2};
    for (int i = 0; i < 4; i++) {
        (void)snprintf(label.question[i], PACK_ID_BYTES, "q%d", i);
        counters.upper[i] = first + i * step;
        counters.lower[i] = 3 - i;
    }
}

/* The meeting once more in `totals`, and what these are as a file. */
static void add_and_encode(struct image *image)
{
    assert_int_equal(totals_add_meeting(&totals, &counters, &label), STATUS_OK);
    assert_int_equal(store_encode(&totals, image->bytes, sizeof(image->bytes), &image->length),
                     STATUS_OK);
}

static bool holds(const char *name, const struct image *image)
{
    const struct fake_file *file = fake_get(&fake, name);
    if (file == NULL) {
        return image->length == 0;
    }
    return file->length == image->length && memcmp(file->bytes, image->bytes, image->length) == 0;
}

/* The file is this one, safely on the disk, and tells no time. */
static void assert_written(const struct image *image)
{
    assert_true(closing.done);
    assert_true(holds(STORE_FILE, image));
    assert_null(fake_get(&fake, STORE_TEMPORARY));
    assert_true(fake_get(&fake, STORE_FILE)->is_synced);
    assert_true(fake_get(&fake, STORE_FILE)->has_fixed_time);
    assert_int_equal(fake.change_count, 0); /* the folder was synced after the last change */
}

static void assert_no_file_left_open(void)
{
    for (int i = 0; i < fake.file_count; i++) {
        assert_false(fake.file[i].is_open);
    }
}

/* A write that is tried until it works. */
struct attempt {
    void (*start)(bool has_old); /* a folder with an old file, or without one */
    enum status (*run)(void);
    void (*between)(bool has_old); /* what holds after every try */
    void (*after)(bool has_old);   /* what holds once one worked */
    int calls_max;                 /* more than a try makes */
    int quiet_call;                /* the one whose failure is not told, since it costs nothing */
};

static void fail_twice(const struct attempt *attempt, bool has_old, int first, int second,
                       enum fake_failure failure)
{
    static const enum status REASONS[] = {STATUS_NO_SPACE, STATUS_READ_ONLY, STATUS_IO};
    const enum status why = REASONS[(first + second) % 3];
    const int order[] = {first, second, 0, 0};
    enum status status = STATUS_IO;
    attempt->start(has_old);
    for (int i = 0; i < 4 && status != STATUS_OK; i++) {
        fake_arm(&fake, order[i], failure, why);
        status = attempt->run();
        assert_true(status == STATUS_OK || status == why);
        assert_no_file_left_open();
        attempt->between(has_old);
    }
    assert_int_equal(status, STATUS_OK);
    attempt->after(has_old);
}

static void fail_each_call_once(const struct attempt *attempt, bool has_old)
{
    attempt->start(has_old);
    fake_arm(&fake, 0, FAKE_BEFORE, STATUS_OK);
    assert_int_equal(attempt->run(), STATUS_OK);
    const int calls = fake.calls;
    assert_true(calls >= 10 && calls < attempt->calls_max);
    for (int call = 1; call <= calls; call++) { /* no failure is kept quiet */
        attempt->start(has_old);
        fake_arm(&fake, call, FAKE_BEFORE, STATUS_IO);
        enum status status = attempt->run();
        assert_true(status == STATUS_IO || call == attempt->quiet_call);
        if (status == STATUS_OK) {
            attempt->after(has_old);
        }
    }
}

/* Every call fails, alone and with every second one, before and after it had its effect. */
static void fail_every_call(const struct attempt *attempt)
{
    for (int has_old = 0; has_old <= 1; has_old++) {
        fail_each_call_once(attempt, has_old);
        for (int first = 1; first <= attempt->calls_max; first++) {
            for (int second = 0; second <= attempt->calls_max; second++) {
                fail_twice(attempt, has_old, first, second, FAKE_BEFORE);
                fail_twice(attempt, has_old, first, second, FAKE_AFTER);
            }
        }
    }
}

#endif
