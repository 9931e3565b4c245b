/* SPDX-License-Identifier: MIT */
/* Protects who looks for the newest backup on a drive: it stands first, also of ten of one day,
 * none is missing, and one that a clock dated 2000 is behind the others and still there. */
#include "core/export.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static const char *const SORTED[] = {
    "reflection-2026-11-28.backup",
    "reflection-2026-11-27-99.backup",
    "reflection-2026-11-27-10.backup",
    "reflection-2026-11-27-9.backup",
    "reflection-2026-11-27-2.backup",
    "reflection-2026-11-27.backup",
    "reflection-2026-11_12.backup", /* of a day that nobody knew */
    "reflection-2026-11_2.backup",
    "reflection-2026-11.backup",
    "reflection-2026-02-03.backup",
    "reflection-2000-01-01.backup",
    "a.backup",
    "reflection-2026",
    "reflection-2026-11-2",
    "reflection-2026-11-27-100.backup",
    "reflection-2026-11-27-x.backup",
    "reflection-2026-11-27_2.backup",
    "reflection-2026-11-2x.backup",
    "reflection-2026-13-27.backup",
    "reflection-2026_11-27.backup",
    "reflection-20x6-11-27.backup",
};
enum { COUNT = sizeof(SORTED) / sizeof(SORTED[0]) };

static void newer_ones_stand_first(void **state)
{
    (void)state;
    for (int a = 0; a < COUNT; a++) {
        for (int b = 0; b < COUNT; b++) {
            int found = export_compare(SORTED[a], SORTED[b]);
            assert_true(a < b ? found < 0 : a > b ? found > 0 : found == 0);
        }
    }
}

static void a_name_is_read_as_it_was_made(void **state)
{
    (void)state;
    char before[EXPORT_NAME_BYTES], name[EXPORT_NAME_BYTES];
    const struct civil_time day = {.month = {2026, 11}, .day = 27};
    export_name(day, 1, ".backup", before);
    assert_string_equal(before, "reflection-2026-11-27.backup");
    for (uint32_t copy = 2; copy <= EXPORT_COPIES_MAX; copy++) {
        export_name(day, copy, ".backup", name);
        assert_true(export_compare(name, before) < 0);
        memcpy(before, name, sizeof(before));
    }
    assert_string_equal(before, "reflection-2026-11-27-99.backup");
    const struct civil_time month = {.month = {2026, 11}};
    export_name(month, 1, ".csv", name);
    assert_string_equal(name, "reflection-2026-11.csv");
    export_name(month, 12, ".csv", name);
    assert_string_equal(name, "reflection-2026-11_12.csv");
}

/* In pieces, each after the last name of the one before, whatever order the drive has. */
static void all_of_them_in_pieces(void **state)
{
    (void)state;
    enum { ALL = 3 * MESSAGE_BACKUP_MAX + 5 };
    static char name[ALL][MESSAGE_NAME_BYTES];
    char last[MESSAGE_NAME_BYTES] = "";
    uint32_t seen = 0, pieces = 0;
    struct message_backups list;
    for (uint32_t i = 0; i < ALL; i++) {
        const struct civil_time day = {.month = {(uint16_t)(2000 + i % 9), (uint8_t)(1 + i % 12)},
                                       .day = (uint8_t)(1 + i % 28)};
        export_name(day, 1 + i % EXPORT_COPIES_MAX, ".backup", name[i * 7 % ALL]);
    }
    do {
        memset(&list, 0, sizeof(list));
        for (uint32_t i = 0; i < ALL; i++) {
            export_note(&list, name[i], last);
        }
        for (uint32_t i = 0; i < list.count; i++, seen++) {
            assert_true(last[0] == '\0' || export_compare(last, list.name[i]) < 0);
            memcpy(last, list.name[i], sizeof(last));
        }
        pieces++;
    } while (list.count == MESSAGE_BACKUP_MAX);
    assert_int_equal(seen, ALL);
    assert_int_equal(pieces, 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(newer_ones_stand_first),
        cmocka_unit_test(a_name_is_read_as_it_was_made),
        cmocka_unit_test(all_of_them_in_pieces),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
