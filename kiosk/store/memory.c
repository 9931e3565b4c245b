/* SPDX-License-Identifier: MIT */
#include "store/memory.h"

#include <assert.h>
#include <string.h>

static int open_nothing(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags,
                        int *flags_out)
{
    (void)vfs, (void)name, (void)flags, (void)flags_out;
    file->pMethods = NULL; /* tells SQLite that there is nothing to close */
    return SQLITE_CANTOPEN;
}

static int delete_nothing(sqlite3_vfs *vfs, const char *name, int sync_folder)
{
    (void)vfs, (void)name, (void)sync_folder;
    return SQLITE_IOERR_DELETE;
}

static int access_nothing(sqlite3_vfs *vfs, const char *name, int flags, int *result)
{
    (void)vfs, (void)name, (void)flags;
    *result = 0;
    return SQLITE_OK;
}

/* SQLite uses its own generator for names of temporary files and little else. It would open
 * /dev/urandom. */
static int random_nothing(sqlite3_vfs *vfs, int length, char *out)
{
    (void)vfs;
    memset(out, 0, (size_t)length);
    return length;
}

/* No thread uses SQLite beside another, and nobody asks how much memory it took. To lock and to
 * count at each allocation was a fifth of what reading a file took. Refused where SQLite was used
 * before, which only makes it slower. */
static void do_without_locks(void)
{
    (void)sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
    (void)sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

enum status memory_open(sqlite3 **database)
{
    /* SQLite keeps a pointer to this layer for as long as the process lives. */
    static sqlite3_vfs no_files;
    *database = NULL;
    if (no_files.zName == NULL) {
        do_without_locks();
        if (sqlite3_initialize() != SQLITE_OK) {
            return STATUS_IO;
        }
        no_files = *sqlite3_vfs_find(NULL);
        no_files.zName = "no-files";
        no_files.pNext = NULL;
        no_files.xOpen = open_nothing;
        no_files.xDelete = delete_nothing;
        no_files.xAccess = access_nothing;
        no_files.xRandomness = random_nothing;
        int code = sqlite3_vfs_register(
            &no_files, 1); /* can fail only because SQLite has to initialize first */
        assert(code == SQLITE_OK);
        (void)code;
    }
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY;
    if (sqlite3_open_v2(":memory:", database, flags, no_files.zName) != SQLITE_OK) {
        (void)sqlite3_close(*database);
        *database = NULL;
        return STATUS_IO;
    }
    return STATUS_OK;
}
