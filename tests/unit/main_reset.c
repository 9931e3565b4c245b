/* SPDX-License-Identifier: MIT */
/* Protects whoever has lost the PIN from a half-told story: wherever "reset-pin" is stopped, by a
 * disk that fails or a file that stands in the way, what it says is so, and totals never stay
 * behind without the PIN that guarded them. */
#include "keeper/keeper.h"
#include "main/reset.h"
#include "main/seeded.h"
#include "main/simulate.h"
#include "platform/system/ram_folder.h"
#include "platform/system/words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define HASH "pin = $argon2id$"

static struct pack pack;
static struct ram_folder before; /* the folder before the reset */
static struct ram_folder ram;
static struct folder_ops ops; /* ram's, with the fault below */
static uint32_t fails_in;     /* the n-th changing call from now fails; 0: none */
static const char *stands;    /* a file that cannot be replaced or removed; NULL: none */
static char bytes[STORE_FILE_BYTES_MAX];

static enum status fault(void)
{
    return fails_in != 0 && --fails_in == 0 ? STATUS_IO : STATUS_OK;
}

static enum status create(void *context, const char *name, int *file)
{
    enum status status = fault();
    return status == STATUS_OK ? ram.ops.create(context, name, file) : status;
}

static enum status write_to(void *context, int file, const void *from, size_t length)
{
    enum status status = fault();
    return status == STATUS_OK ? ram.ops.write(context, file, from, length) : status;
}

static enum status rename_to(void *context, const char *from, const char *to)
{
    enum status status = stands != NULL && strcmp(to, stands) == 0 ? STATUS_READ_ONLY : fault();
    return status == STATUS_OK ? ram.ops.rename(context, from, to) : status;
}

static enum status remove_it(void *context, const char *name)
{
    enum status status = stands != NULL && strcmp(name, stands) == 0 ? STATUS_READ_ONLY : fault();
    return status == STATUS_OK ? ram.ops.remove(context, name) : status;
}

static enum status sync_folder(void *context)
{
    enum status status = fault();
    return status == STATUS_OK ? ram.ops.sync_folder(context) : status;
}

static size_t file_of(const char *name)
{
    size_t length = 0;
    memset(bytes, 0, sizeof(bytes));
    enum status status = ram.ops.read(&ram, name, bytes, sizeof(bytes) - 1, &length);
    return status == STATUS_OK ? length : 0;
}

static bool has_pin(void)
{
    return file_of(SETTINGS_FILE) > 0 && strstr(bytes, HASH) != NULL;
}

/* A group's folder: totals, a copy of them that was set aside, settings with a PIN, a guard. */
static int fill(void **state)
{
    (void)state;
    static struct settings settings;
    struct seeded seeded = {.state = 1};
    struct simulation simulation = {.pack = &pack,
                                    .settings = &settings,
                                    .random = seeded_source(&seeded),
                                    .meetings = 4,
                                    .people = 9,
                                    .seed = 1,
                                    .until = {2026, 11}};
    const struct guard guard = {.failures = 2};
    settings_reset(&settings);
    memcpy(settings.pin_hash,
           "$argon2id$v=19$m=65536,t=3,p=1$AAAAAAAAAAAAAAAAAAAAAA$"
           "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
           98);
    ram_folder_init(&ram);
    fails_in = 0;
    stands = NULL;
    assert_int_equal(simulate_fill(&simulation, &ram.ops), STATUS_OK);
    assert_int_equal(guard_save(&guard, &ram.ops), STATUS_OK);
    assert_int_equal(store_write_file(&ram.ops, STORE_ASIDE "1", "t", "old", 3), STATUS_OK);
    assert_true(has_pin());
    ops = ram.ops;
    ops.create = create;
    ops.write = write_to;
    ops.rename = rename_to;
    ops.remove = remove_it;
    ops.sync_folder = sync_folder;
    return 0;
}

static void assert_as_it_was(void)
{
    static const char *const NAMES[] = {STORE_FILE, STORE_ASIDE "1", SETTINGS_FILE, GUARD_FILE};
    for (size_t i = 0; i < sizeof(NAMES) / sizeof(NAMES[0]); i++) {
        static char was[STORE_FILE_BYTES_MAX];
        size_t length = 0;
        assert_int_equal(ram.ops.read(&before, NAMES[i], was, sizeof(was), &length), STATUS_OK);
        assert_int_equal(file_of(NAMES[i]), length);
        assert_memory_equal(bytes, was, length);
    }
}

static void assert_told_truly(enum reset_end end)
{
    bool has_totals = file_of(STORE_FILE) > 0 || file_of(STORE_ASIDE "1") > 0;
    switch (end) {
    case RESET_DONE:
        assert_false(has_totals || has_pin() || file_of(GUARD_FILE) > 0);
        break;
    case RESET_NOT_BEGUN:
        assert_as_it_was();
        break;
    case RESET_TOTALS:
        assert_true(has_pin());
        break;
    case RESET_PIN:
        assert_false(has_totals);
        break;
    }
    assert_true(has_pin() || !has_totals);
}

static void test_every_call_may_fail(void **state)
{
    uint32_t ends[RESET_PIN + 1] = {0};
    bool has_failed = true;
    for (uint32_t call = 1; has_failed; call++) {
        enum status why = STATUS_OK;
        assert_int_equal(fill(state), 0);
        before = ram;
        fails_in = call;
        enum reset_end end = reset_run(&ops, &pack, &why);
        has_failed = fails_in == 0;
        assert_int_equal(why == STATUS_OK, end == RESET_DONE);
        assert_told_truly(end);
        ends[end]++;
    }
    for (size_t end = 0; end < sizeof(ends) / sizeof(ends[0]); end++) {
        assert_true(ends[end] > 0); /* each of them was seen */
    }
}

/* As a file that nobody may change: it fails before anything is lost. */
static void test_what_cannot_change_fails_first(void **state)
{
    static const char *const NAMES[] = {SETTINGS_FILE, SETTINGS_TEMPORARY, GUARD_FILE,
                                        GUARD_TEMPORARY};
    for (size_t i = 0; i < sizeof(NAMES) / sizeof(NAMES[0]); i++) {
        enum status why = STATUS_OK;
        assert_int_equal(fill(state), 0);
        before = ram;
        stands = NAMES[i];
        assert_int_equal(reset_run(&ops, &pack, &why), RESET_NOT_BEGUN);
        assert_int_equal(why, STATUS_READ_ONLY);
        assert_as_it_was();
    }
}

static void test_a_file_of_totals_that_stays(void **state)
{
    (void)state;
    enum status why = STATUS_OK;
    stands = STORE_ASIDE "1";
    assert_int_equal(reset_run(&ops, &pack, &why), RESET_TOTALS);
    assert_true(has_pin());
    stands = NULL;
    assert_int_equal(reset_run(&ops, &pack, &why), RESET_DONE); /* a second time is no other */
    assert_false(has_pin());
}

static void test_settings_that_nobody_understands(void **state)
{
    (void)state;
    enum status why = STATUS_OK;
    static const char TEXT[] = "settings 9\nnothing of ours\n";
    assert_int_equal(store_write_file(&ram.ops, SETTINGS_FILE, "t", TEXT, sizeof(TEXT) - 1),
                     STATUS_OK);
    assert_int_equal(reset_run(&ops, &pack, &why), RESET_DONE);
    assert_int_equal(file_of(SETTINGS_FILE), 0);
    assert_int_equal(file_of(STORE_FILE), 0);
}

static int make_pack(void **state)
{
    static struct pack_errors errors;
    (void)state;
    return pack_load("assets/packs/integrity.pack", &pack, &errors) == STATUS_OK ? 0 : -1;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(test_every_call_may_fail, fill),
        cmocka_unit_test_setup(test_what_cannot_change_fails_first, fill),
        cmocka_unit_test_setup(test_a_file_of_totals_that_stays, fill),
        cmocka_unit_test_setup(test_settings_that_nobody_understands, fill),
    };
    return cmocka_run_group_tests(tests, make_pack, NULL);
}
