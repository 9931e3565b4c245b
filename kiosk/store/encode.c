/* SPDX-License-Identifier: MIT */
/* Totals to canonical bytes. A database in memory is filled in the order of keys, in one
 * transaction, and serialized. What SQLite's header would tell about the database itself (how often
 * it was changed, which release wrote it) is overwritten, so that the bytes follow from the totals
 * alone. */
#include "store/memory.h"
#include "store/schema.h"
#include "store/store.h"

#include <stdio.h>
#include <string.h>

static enum status run_sql(sqlite3 *database, const char *sql)
{
    return sqlite3_exec(database, sql, NULL, NULL, NULL) == SQLITE_OK ? STATUS_OK : STATUS_IO;
}

static enum status prepare_database(sqlite3 *database)
{
    char sql[192];
    (void)snprintf(sql, sizeof(sql),
                   "PRAGMA page_size=%d; PRAGMA encoding='UTF-8'; PRAGMA auto_vacuum=NONE; "
                   "PRAGMA temp_store=MEMORY; PRAGMA application_id=%d; PRAGMA user_version=%d;",
                   SCHEMA_PAGE_BYTES, STORE_APPLICATION_ID, STORE_FORMAT);
    enum status status = run_sql(database, sql);
    return status == STATUS_OK ? run_sql(database, "BEGIN; " SCHEMA_BLOCK "; " SCHEMA_TALLY ";")
                               : status;
}

/* failed: the codes of all bindings joined by or; SQLITE_OK when every value is bound. */
static enum status step_and_reset(sqlite3_stmt *insert, int failed)
{
    bool is_done = failed == SQLITE_OK && sqlite3_step(insert) == SQLITE_DONE;
    (void)sqlite3_reset(insert); /* reset returns the error of the step again */
    return is_done ? STATUS_OK : STATUS_IO;
}

static enum status insert_blocks(sqlite3_stmt *insert, const struct totals *totals)
{
    enum status status = STATUS_OK;
    for (uint32_t i = 0; i < totals->block_count && status == STATUS_OK; i++) {
        const struct block *block = &totals->block[i];
        char month[MONTH_TEXT_BYTES];
        month_format(block->month, month);
        const int failed = sqlite3_bind_int64(insert, 1, block->id) |
                           sqlite3_bind_text(insert, 2, block->series, -1, SQLITE_STATIC) |
                           sqlite3_bind_text(insert, 3, month, -1, SQLITE_STATIC) |
                           sqlite3_bind_int64(insert, 4, block->meetings) |
                           sqlite3_bind_int64(insert, 5, block->scale);
        status = step_and_reset(insert, failed);
    }
    return status;
}

static enum status insert_tallies(sqlite3_stmt *insert, const struct totals *totals)
{
    enum status status = STATUS_OK;
    for (uint32_t i = 0; i < totals->block_count; i++) {
        const struct block *block = &totals->block[i];
        for (uint32_t j = 0; j < block->tally_count && status == STATUS_OK; j++) {
            const struct tally *tally = &block->tally[j];
            const int failed = sqlite3_bind_int64(insert, 1, block->id) |
                               sqlite3_bind_text(insert, 2, tally->question, -1, SQLITE_STATIC) |
                               sqlite3_bind_int64(insert, 3, tally->upper) |
                               sqlite3_bind_int64(insert, 4, tally->lower);
            status = step_and_reset(insert, failed);
        }
    }
    return status;
}

static enum status insert_all(sqlite3 *database, const char *sql, const struct totals *totals,
                              enum status (*insert_rows)(sqlite3_stmt *, const struct totals *))
{
    sqlite3_stmt *insert = NULL;
    if (sqlite3_prepare_v2(database, sql, -1, &insert, NULL) != SQLITE_OK) {
        return STATUS_IO;
    }
    enum status status = insert_rows(insert, totals);
    (void)sqlite3_finalize(
        insert); /* finalize returns the error of the last step, which was told already */
    return status;
}

static void put_big_endian(uint8_t *bytes, uint32_t value)
{
    for (int i = 0; i < 4; i++) {
        bytes[i] = (uint8_t)(value >> (24 - 8 * i));
    }
}

static void make_header_canonical(uint8_t *bytes)
{
    enum { FIRST_CHANGE = 1, STRICT_SINCE = 3037000 };
    put_big_endian(bytes + HEADER_CHANGE_COUNTER, FIRST_CHANGE);
    put_big_endian(bytes + HEADER_VALID_FOR, FIRST_CHANGE);
    put_big_endian(bytes + HEADER_LIBRARY_VERSION, STRICT_SINCE);
}

static enum status serialize(sqlite3 *database, uint8_t *bytes, size_t size, size_t *length)
{
    sqlite3_int64 image_length = 0;
    unsigned char *image = sqlite3_serialize(database, "main", &image_length, 0);
    if (image == NULL) {
        return STATUS_IO;
    }
    enum status status = STATUS_OK;
    if ((uint64_t)image_length > size) {
        status = STATUS_LIMIT;
    } else {
        memcpy(bytes, image, (size_t)image_length);
        make_header_canonical(bytes);
        *length = (size_t)image_length;
    }
    sqlite3_free(image);
    return status;
}

enum status store_encode(const struct totals *totals, uint8_t *bytes, size_t size, size_t *length)
{
    struct error ignored;
    enum status status = totals_check(totals, &ignored);
    if (status != STATUS_OK) {
        return status;
    }
    sqlite3 *database = NULL;
    status = memory_open(&database);
    if (status == STATUS_OK) {
        status = prepare_database(database);
    }
    if (status == STATUS_OK) {
        status =
            insert_all(database, "INSERT INTO block VALUES(?1,?2,?3,?4,?5)", totals, insert_blocks);
    }
    if (status == STATUS_OK) {
        status =
            insert_all(database, "INSERT INTO tally VALUES(?1,?2,?3,?4)", totals, insert_tallies);
    }
    if (status == STATUS_OK) {
        status = run_sql(database, "COMMIT");
    }
    if (status == STATUS_OK) {
        status = serialize(database, bytes, size, length);
    }
    (void)sqlite3_close(database);
    return status;
}
