/* SPDX-License-Identifier: MIT */
/* Protects the reader: whatever stands in the totals file, it is read whole and valid or refused,
 * and a file of a later release is never taken for damage. */
#include "store/store.h"

#include <setjmp.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static struct totals totals, decoded;
static uint8_t image[65536], changed[65536];
static size_t length;

static int make_image(void **state)
{
    (void)state;
    memset(&totals, 0, sizeof(totals));
    for (uint32_t i = 0; i < 30; i++) {
        struct block *block = &totals.block[totals.block_count++];
        *block = (struct block){.id = i + 1, .series = "00112233445566ff", .month = {2026, 3}};
        block->meetings = i == 29 ? 2 : 4;
        block->scale = 2;
        block->tally_count = 7;
        for (int q = 0; q < 7; q++) {
            (void)snprintf(block->tally[q].question, PACK_ID_BYTES, "q%d", q + 1);
            block->tally[q].upper = (int32_t)i * 7 - q * 40;
            block->tally[q].lower = q == 3 ? -TOTALS_TALLY_LIMIT : TOTALS_TALLY_LIMIT;
        }
    }
    assert_int_equal(store_encode(&totals, image, sizeof(image), &length), STATUS_OK);
    return 0;
}

static enum status decode(const uint8_t *bytes, size_t size)
{
    struct error error;
    decoded.block_count = 77;
    enum status status = store_decode(bytes, size, &decoded, &error);
    assert_int_equal(error.status, status);
    if (status != STATUS_OK) {
        assert_int_equal(decoded.block_count, 0);
    }
    return status;
}

static void test_value_comes_back(void **state)
{
    (void)state;
    memset(&decoded, 0, sizeof(decoded));
    assert_int_equal(decode(image, length), STATUS_OK);
    assert_memory_equal(&decoded, &totals, sizeof(totals));
}

static void test_every_length_but_the_right_one_is_refused(void **state)
{
    (void)state;
    for (size_t n = 0; n < length; n += n < 200 || length - n < 200 ? 1 : 97) {
        assert_int_equal(decode(image, n), STATUS_DAMAGED);
    }
    memcpy(changed, image, length);
    memset(changed + length, 0, 4096);
    assert_int_equal(decode(changed, length + 1), STATUS_DAMAGED);
    assert_int_equal(decode(changed, length + 4095), STATUS_DAMAGED);
    assert_int_equal(decode((const uint8_t *)"", 0), STATUS_DAMAGED);
    static uint8_t huge[STORE_FILE_BYTES_MAX + 4096]; /* whole pages, and one too many */
    memcpy(huge, image, length);
    assert_int_equal(decode(huge, sizeof(huge)), STATUS_DAMAGED);
}

/* A flip is refused, or its value passes every rule; nothing in between, and no crash. */
static void test_flipped_bits(void **state)
{
    (void)state;
    uint64_t seed = 1;
    int refused = 0, newer = 0;
    enum { FLIPS = 4000 };
    for (int i = 0; i < FLIPS; i++) {
        memcpy(changed, image, length);
        for (int n = 0; n <= i % 4; n++) {
            seed = seed * 6364136223846793005u + 1442695040888963407u;
            size_t place = (size_t)(seed >> 33) % (i % 2 ? length : 200);
            changed[place] = (uint8_t)(changed[place] ^ 1 << (seed >> 20) % 8);
        }
        struct error error;
        enum status status = decode(changed, length);
        assert_true(status == STATUS_OK || status == STATUS_DAMAGED || status == STATUS_NEWER);
        assert_true(status != STATUS_OK || totals_check(&decoded, &error) == STATUS_OK);
        refused += status == STATUS_DAMAGED;
        newer += status == STATUS_NEWER;
    }
    assert_true(refused > FLIPS / 4 && newer > 0);
}

static void test_later_release_and_foreign_files(void **state)
{
    (void)state;
    memcpy(changed, image, length);
    changed[63] = STORE_FORMAT + 1;
    assert_int_equal(decode(changed, length), STATUS_NEWER);
    memset(changed + 4096, 0xee, length - 4096); /* whatever a later format looks like */
    assert_int_equal(decode(changed, length), STATUS_NEWER);
    memcpy(changed, image, length);
    changed[63] = 0;
    assert_int_equal(decode(changed, length), STATUS_DAMAGED);
    changed[63] = STORE_FORMAT;
    changed[60] = 0xff; /* negative */
    assert_int_equal(decode(changed, length), STATUS_DAMAGED);
    memcpy(changed, image, length);
    changed[68] ^= 1; /* another program's file, even of a higher version */
    changed[63] = 9;
    assert_int_equal(decode(changed, length), STATUS_DAMAGED);
}

/* A page that belongs to no table could carry anything along. */
static void test_page_that_nothing_uses(void **state)
{
    (void)state;
    memcpy(changed, image, length);
    memset(changed + length, 0x55, 4096);
    changed[31]++; /* the header's number of pages */
    assert_int_equal(decode(changed, length + 4096), STATUS_DAMAGED);
}

/* Opens a copy of the image to be written, as somebody with other tools would. */
static sqlite3 *open_copy(void)
{
    sqlite3 *database = NULL;
    assert_int_equal(sqlite3_open(":memory:", &database), SQLITE_OK);
    unsigned char *copy = sqlite3_malloc64(length);
    assert_non_null(copy);
    memcpy(copy, image, length);
    const sqlite3_int64 size = (sqlite3_int64)length;
    assert_int_equal(
        sqlite3_deserialize(database, "main", copy, size, size,
                            SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE),
        SQLITE_OK);
    return database;
}

/* The status of the image after some SQL was done to it. */
static enum status after_sql(const char *sql)
{
    sqlite3 *database = open_copy();
    char *message = NULL;
    if (sqlite3_exec(database, sql, NULL, NULL, &message) != SQLITE_OK) {
        fail_msg("%s: %s", sql, message);
    }
    sqlite3_int64 size = 0;
    unsigned char *bytes = sqlite3_serialize(database, "main", &size, 0);
    assert_non_null(bytes);
    enum status status = decode(bytes, (size_t)size);
    sqlite3_free(bytes);
    assert_int_equal(sqlite3_close(database), SQLITE_OK);
    return status;
}

#define SCHEMA_EDIT(from, to)                                                                      \
    "PRAGMA writable_schema=ON; UPDATE sqlite_schema SET sql=replace(sql,'" from "','" to "');"

static void test_values_written_by_others(void **state)
{
    (void)state;
    assert_int_equal(after_sql("UPDATE tally SET upper=5 WHERE block=3"), STATUS_OK);
    assert_int_equal(decoded.block[2].tally[6].upper, 5);
    static const char *const bad[] = {
        "DELETE FROM block WHERE id=4",
        "DELETE FROM tally WHERE block=4",
        "DELETE FROM block WHERE id=30",
        /* a set more than there can be */
        "WITH RECURSIVE n(i) AS (SELECT 31 UNION ALL SELECT i+1 FROM n WHERE i<4097) "
        "INSERT INTO block SELECT i,series,month,4,2 FROM n, block WHERE id=1",
        "UPDATE block SET id=31 WHERE id=30",
        "INSERT INTO tally VALUES(31,'q1',0,0)",
        "INSERT INTO tally VALUES(0,'q1',0,0)",
        "INSERT INTO tally VALUES(1,'q8',0,0)", /* an eighth question */
        "UPDATE tally SET block=4294967297 WHERE block=1",
        "UPDATE block SET series='' WHERE id=1",
        "UPDATE block SET series='00112233445566FF' WHERE id=1",
        "UPDATE block SET series='00112233445566ff0' WHERE id=1",
        "UPDATE block SET series='0011223344556'||char(0)||'ff' WHERE id=1",
        "UPDATE block SET month='2026-13' WHERE id=1",
        "UPDATE block SET month='2026-3' WHERE id=1",
        "UPDATE block SET month='1999-01' WHERE id=1",
        "UPDATE block SET month='2026-03 ' WHERE id=1",
        "UPDATE tally SET question='' WHERE block=2 AND question='q1'",
        "UPDATE tally SET question='a,b' WHERE block=2 AND question='q1'",
        "UPDATE tally SET question=printf('%.24c','q') WHERE block=2 AND question='q1'",
        "UPDATE tally SET question='q'||char(10) WHERE block=2 AND question='q1'",
        "PRAGMA ignore_check_constraints=ON; UPDATE block SET meetings=0 WHERE id=1",
        "PRAGMA ignore_check_constraints=ON; UPDATE block SET meetings=5 WHERE id=1",
        "PRAGMA ignore_check_constraints=ON; UPDATE block SET meetings=4294967300 WHERE id=1",
        "PRAGMA ignore_check_constraints=ON; UPDATE block SET scale=5 WHERE id=1",
        "PRAGMA ignore_check_constraints=ON; UPDATE tally SET upper=1000001 WHERE block=1",
        "PRAGMA ignore_check_constraints=ON; UPDATE tally SET lower=-1000001 WHERE block=1",
        "PRAGMA ignore_check_constraints=ON; UPDATE tally SET lower=4294967296 WHERE block=1",
    };
    for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
        if (after_sql(bad[i]) != STATUS_DAMAGED) {
            fail_msg("taken for good: %s", bad[i]);
        }
    }
}

static void test_foreign_schemas(void **state)
{
    (void)state;
    static const char *const bad[] = {
        "DROP TABLE tally",
        "CREATE TABLE more(x)",
        "CREATE TABLE zz(x)",
        "CREATE INDEX more ON tally(upper)",
        "CREATE VIEW more AS SELECT * FROM tally",
        "CREATE TRIGGER more AFTER INSERT ON tally BEGIN DELETE FROM block; END",
        "ALTER TABLE tally RENAME TO talley",
        "ALTER TABLE block ADD COLUMN people INTEGER",
        "ALTER TABLE block RENAME COLUMN month TO day",
        SCHEMA_EDIT("abs(upper)<=1000000", "abs(upper)<=9000000"),
        SCHEMA_EDIT("CREATE TABLE block(id", "CREATE TABLE block( id"),
        SCHEMA_EDIT(", STRICT", ""),
    };
    for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
        if (after_sql(bad[i]) != STATUS_DAMAGED) {
            fail_msg("taken for good: %s", bad[i]);
        }
    }
}

/* The right words of the schema over rows of the wrong type, which STRICT never let in. */
static void test_wrong_types(void **state)
{
    (void)state;
    static const char *const values[] = {"'x'", "1.5", "NULL", "x'00'"};
    for (size_t i = 0; i < 4; i++) {
        char sql[512];
        (void)snprintf(sql, sizeof(sql),
                       "PRAGMA application_id=%d; PRAGMA user_version=%d;"
                       "CREATE TABLE block(id INTEGER NOT NULL PRIMARY KEY, series, month, "
                       "meetings, scale) WITHOUT ROWID;"
                       "CREATE TABLE tally(block, question, upper, lower, "
                       "PRIMARY KEY(block,question)) WITHOUT ROWID;"
                       "INSERT INTO block VALUES(1,'00112233445566ff','2026-01',4,2);"
                       "INSERT INTO tally VALUES(1,'q1',%s,0);",
                       STORE_APPLICATION_ID, STORE_FORMAT, values[i]);
        sqlite3 *database = open_copy(), *loose = NULL;
        assert_int_equal(sqlite3_open(":memory:", &loose), SQLITE_OK);
        assert_int_equal(sqlite3_exec(loose, sql, NULL, NULL, NULL), SQLITE_OK);
        /* Put the real schema's text over the loose tables. */
        static const char *const table[] = {"block", "tally"};
        for (int t = 0; t < 2; t++) {
            sqlite3_stmt *read = NULL, *put = NULL;
            assert_int_equal(sqlite3_prepare_v2(database,
                                                "SELECT sql FROM sqlite_schema WHERE name=?1", -1,
                                                &read, NULL),
                             SQLITE_OK);
            (void)sqlite3_bind_text(read, 1, table[t], -1, SQLITE_STATIC);
            assert_int_equal(sqlite3_step(read), SQLITE_ROW);
            (void)sqlite3_exec(loose, "PRAGMA writable_schema=ON", NULL, NULL, NULL);
            assert_int_equal(sqlite3_prepare_v2(loose,
                                                "UPDATE sqlite_schema SET sql=?2 WHERE name=?1", -1,
                                                &put, NULL),
                             SQLITE_OK);
            (void)sqlite3_bind_text(put, 1, table[t], -1, SQLITE_STATIC);
            (void)sqlite3_bind_value(put, 2, sqlite3_column_value(read, 0));
            assert_int_equal(sqlite3_step(put), SQLITE_DONE);
            (void)sqlite3_finalize(put);
            (void)sqlite3_finalize(read);
        }
        sqlite3_int64 size = 0;
        unsigned char *bytes = sqlite3_serialize(loose, "main", &size, 0);
        assert_non_null(bytes);
        assert_int_equal(decode(bytes, (size_t)size), STATUS_DAMAGED);
        sqlite3_free(bytes);
        (void)sqlite3_close(loose);
        (void)sqlite3_close(database);
    }
}

static void test_reading_changes_nothing(void **state)
{
    (void)state;
    memcpy(changed, image, length);
    assert_int_equal(decode(changed, length), STATUS_OK);
    assert_memory_equal(changed, image, length);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_value_comes_back),
        cmocka_unit_test(test_every_length_but_the_right_one_is_refused),
        cmocka_unit_test(test_flipped_bits),
        cmocka_unit_test(test_later_release_and_foreign_files),
        cmocka_unit_test(test_page_that_nothing_uses),
        cmocka_unit_test(test_values_written_by_others),
        cmocka_unit_test(test_foreign_schemas),
        cmocka_unit_test(test_wrong_types),
        cmocka_unit_test(test_reading_changes_nothing),
    };
    return cmocka_run_group_tests(tests, make_image, NULL);
}
