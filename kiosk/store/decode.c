/* SPDX-License-Identifier: MIT */
/* Bytes to totals, trusting nothing: first the header, then SQLite's own integrity check on a
 * read-only image in memory, then the schema word for word, then every value. */
#include "store/memory.h"
#include "store/schema.h"
#include "store/store.h"

#include <stdio.h>
#include <string.h>

static uint32_t get_big_endian(const uint8_t *bytes)
{
    return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

/* Tells a newer file before SQLite sees it, because a later format may use what this release cannot
 * read. */
static enum status check_header(const uint8_t *bytes, size_t length)
{
    static const char magic[16] = "SQLite format 3";
    if (length < HEADER_BYTES || memcmp(bytes, magic, sizeof(magic)) != 0 ||
        get_big_endian(bytes + HEADER_APPLICATION_ID) != STORE_APPLICATION_ID) {
        return STATUS_DAMAGED;
    }
    uint32_t format = get_big_endian(bytes + HEADER_USER_VERSION);
    if (format > STORE_FORMAT && format <= INT32_MAX) {
        return STATUS_NEWER;
    }
    bool is_whole = length % SCHEMA_PAGE_BYTES == 0 && length <= STORE_FILE_BYTES_MAX;
    return format == STORE_FORMAT && is_whole ? STATUS_OK : STATUS_DAMAGED;
}

/* Lack of memory says nothing about the file, which must not be set aside for it. */
static enum status status_of_code(int code)
{
    return code == SQLITE_NOMEM ? STATUS_IO : STATUS_DAMAGED;
}

static enum status open_image(const uint8_t *bytes, size_t length, sqlite3 **database)
{
    enum status status = memory_open(database);
    if (status != STATUS_OK) {
        return status;
    }
    /* With READONLY SQLite never writes to the bytes; its signature does not say so. */
    unsigned char *image = (unsigned char *)(uintptr_t)bytes;
    int code = sqlite3_deserialize(*database, "main", image, (sqlite3_int64)length,
                                   (sqlite3_int64)length, SQLITE_DESERIALIZE_READONLY);
    if (code != SQLITE_OK) {
        return STATUS_IO;
    }
    int is_on = 0;
    (void)sqlite3_db_config(*database, SQLITE_DBCONFIG_DEFENSIVE, 1, &is_on);
    (void)sqlite3_db_config(*database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, &is_on);
    code = sqlite3_exec(*database,
                        "PRAGMA temp_store=MEMORY; PRAGMA query_only=1; PRAGMA cell_size_check=1;",
                        NULL, NULL, NULL);
    return code == SQLITE_OK ? STATUS_OK : status_of_code(code);
}

static bool column_is(sqlite3_stmt *row, int column, const char *expected)
{
    return sqlite3_column_type(row, column) == SQLITE_TEXT &&
           strcmp((const char *)sqlite3_column_text(row, column), expected) == 0;
}

/* Runs a query whose result must be exactly these texts: rows of `columns` values, in order. */
static enum status expect_rows(sqlite3 *database, const char *sql, const char *const *expected,
                               int rows, int columns)
{
    sqlite3_stmt *query = NULL;
    int code = sqlite3_prepare_v2(database, sql, -1, &query, NULL);
    enum status status = code == SQLITE_OK ? STATUS_OK : status_of_code(code);
    int seen = 0;
    while (status == STATUS_OK && (code = sqlite3_step(query)) == SQLITE_ROW) {
        for (int i = 0; i < columns; i++) {
            if (seen == rows || !column_is(query, i, expected[seen * columns + i])) {
                status = sqlite3_errcode(database) == SQLITE_NOMEM ? STATUS_IO : STATUS_DAMAGED;
                break;
            }
        }
        seen++;
    }
    if (status == STATUS_OK && (code != SQLITE_DONE || seen != rows)) {
        status = status_of_code(code);
    }
    (void)sqlite3_finalize(query);
    return status;
}

static enum status check_schema(sqlite3 *database)
{
    static const char *const whole[] = {"ok"};
    static const char *const encoding[] = {"UTF-8"};
    static const char *const tables[] = {"table", "block", "block", SCHEMA_BLOCK,
                                         "table", "tally", "tally", SCHEMA_TALLY};
    enum status status = expect_rows(database, "PRAGMA integrity_check(1)", whole, 1, 1);
    if (status == STATUS_OK) {
        status = expect_rows(database, "PRAGMA encoding", encoding, 1, 1);
    }
    if (status == STATUS_OK) {
        status = expect_rows(database,
                             "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name",
                             tables, 2, 4);
    }
    return status;
}

/* Reads a whole number within int32_t. totals_check holds every narrower rule. */
static bool read_number(sqlite3_stmt *row, int column, int32_t *out)
{
    sqlite3_int64 value = sqlite3_column_int64(row, column);
    if (sqlite3_column_type(row, column) != SQLITE_INTEGER || value < INT32_MIN ||
        value > INT32_MAX) {
        return false;
    }
    *out = (int32_t)value;
    return true;
}

static bool read_unsigned(sqlite3_stmt *row, int column, uint32_t *out)
{
    int32_t value = 0;
    if (!read_number(row, column, &value) || value < 0) {
        return false;
    }
    *out = (uint32_t)value;
    return true;
}

/* Reads a text that fits with its NUL and holds no other NUL. */
static bool read_text(sqlite3_stmt *row, int column, char *out, size_t size)
{
    if (sqlite3_column_type(row, column) != SQLITE_TEXT) {
        return false;
    }
    const unsigned char *text = sqlite3_column_text(row, column);
    size_t length = (size_t)sqlite3_column_bytes(row, column);
    if (text == NULL || length >= size || memchr(text, '\0', length) != NULL) {
        return false;
    }
    memcpy(out, text, length);
    memset(out + length, 0, size - length);
    return true;
}

static bool read_block(sqlite3_stmt *row, struct totals *totals)
{
    if (totals->block_count == TOTALS_BLOCK_MAX) {
        return false;
    }
    struct block block = {0};
    char month[MONTH_TEXT_BYTES];
    if (!read_unsigned(row, 0, &block.id) ||
        !read_text(row, 1, block.series, sizeof(block.series)) ||
        !read_text(row, 2, month, sizeof(month)) || month_parse(month, &block.month) != STATUS_OK ||
        !read_unsigned(row, 3, &block.meetings) || !read_unsigned(row, 4, &block.scale)) {
        return false;
    }
    totals->block[totals->block_count++] = block;
    return block.id == totals->block_count;
}

static bool read_tally(sqlite3_stmt *row, struct totals *totals)
{
    uint32_t id = 0;
    if (!read_unsigned(row, 0, &id) || id < 1 || id > totals->block_count) {
        return false;
    }
    struct block *block = &totals->block[id - 1];
    if (block->tally_count == PACK_QUESTION_MAX) {
        return false;
    }
    struct tally *tally = &block->tally[block->tally_count++];
    return read_text(row, 1, tally->question, sizeof(tally->question)) &&
           read_number(row, 2, &tally->upper) && read_number(row, 3, &tally->lower);
}

static enum status read_rows(sqlite3 *database, const char *sql, struct totals *totals,
                             bool (*read_row)(sqlite3_stmt *, struct totals *))
{
    sqlite3_stmt *query = NULL;
    int code = sqlite3_prepare_v2(database, sql, -1, &query, NULL);
    enum status status = code == SQLITE_OK ? STATUS_OK : status_of_code(code);
    while (status == STATUS_OK && (code = sqlite3_step(query)) == SQLITE_ROW) {
        if (!read_row(query, totals)) {
            status = sqlite3_errcode(database) == SQLITE_NOMEM ? STATUS_IO : STATUS_DAMAGED;
        }
    }
    if (status == STATUS_OK && code != SQLITE_DONE) {
        status = status_of_code(code);
    }
    (void)sqlite3_finalize(query);
    return status;
}

static enum status read_image(sqlite3 *database, struct totals *totals)
{
    enum status status = check_schema(database);
    if (status == STATUS_OK) {
        status =
            read_rows(database, "SELECT id, series, month, meetings, scale FROM block ORDER BY id",
                      totals, read_block);
    }
    if (status == STATUS_OK) {
        status = read_rows(database,
                           "SELECT block, question, upper, lower FROM tally "
                           "ORDER BY block, question",
                           totals, read_tally);
    }
    return status;
}

enum status store_decode(const uint8_t *bytes, size_t length, struct totals *totals,
                         struct error *error)
{
    totals->block_count = 0;
    *error = (struct error){0};
    enum status status = check_header(bytes, length);
    if (status == STATUS_OK) {
        sqlite3 *database = NULL;
        status = open_image(bytes, length, &database);
        if (status == STATUS_OK) {
            status = read_image(database, totals);
        }
        (void)sqlite3_close(database);
    }
    if (status == STATUS_OK && totals_check(totals, error) != STATUS_OK) {
        status = STATUS_DAMAGED;
    }
    if (status != STATUS_OK) {
        totals->block_count = 0;
        error->status = status;
    }
    return status;
}
