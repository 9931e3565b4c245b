/* SPDX-License-Identifier: MIT */
/* The schema of the totals file, word for word. encode.c writes it and decode.c demands it. Whoever
 * changes it raises STORE_FORMAT. */
#ifndef STORE_SCHEMA_H
#define STORE_SCHEMA_H

#define SCHEMA_BLOCK                                                                               \
    "CREATE TABLE block("                                                                          \
    "id INTEGER NOT NULL PRIMARY KEY CHECK(id>=1), "                                               \
    "series TEXT NOT NULL, "                                                                       \
    "month TEXT NOT NULL, "                                                                        \
    "meetings INTEGER NOT NULL CHECK(meetings BETWEEN 1 AND 4), "                                  \
    "scale INTEGER NOT NULL CHECK(scale BETWEEN 1 AND 4)"                                          \
    ") WITHOUT ROWID, STRICT"

#define SCHEMA_TALLY                                                                               \
    "CREATE TABLE tally("                                                                          \
    "block INTEGER NOT NULL REFERENCES block(id), "                                                \
    "question TEXT NOT NULL, "                                                                     \
    "upper INTEGER NOT NULL CHECK(abs(upper)<=1000000), "                                          \
    "lower INTEGER NOT NULL CHECK(abs(lower)<=1000000), "                                          \
    "PRIMARY KEY(block,question)"                                                                  \
    ") WITHOUT ROWID, STRICT"

enum {
    SCHEMA_PAGE_BYTES = 4096,
    /* Places in the header of the SQLite format, which has 100 bytes. All its numbers are
     * big-endian. */
    HEADER_BYTES = 100,
    HEADER_CHANGE_COUNTER = 24,
    HEADER_USER_VERSION = 60,
    HEADER_APPLICATION_ID = 68,
    HEADER_VALID_FOR = 92,
    HEADER_LIBRARY_VERSION = 96,
};

#endif
