/* SPDX-License-Identifier: MIT */
/* file-systems save ROOT LABEL: saves a report to the drive ROOT/LABEL, and again under the same
 * name, and tells what came of it. file-systems keep FOLDER: what the data folder does to its
 * files, there. A helper of file-systems.sh. */
#include "platform/system/drives.h"
#include "platform/system/folder.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

static enum status save(const char *root, const char *label)
{
    const struct drives drives = {.root = root};
    const struct export_file files[] = {
        {.name = "reflection-2026-11-27.html", .bytes = "page", .length = 4},
        {.name = "reflection-2026-11-27.csv", .bytes = "table", .length = 5}};
    return drives_write(&drives, label, files, 2);
}

static void put(const struct folder_ops *ops, const char *bytes, const char *name)
{
    int file = -1;
    assert(ops->create(ops->context, "totals.new", &file) == STATUS_OK);
    assert(ops->write(ops->context, file, bytes, strlen(bytes)) == STATUS_OK);
    assert(ops->sync(ops->context, file) == STATUS_OK);
    assert(ops->set_fixed_time(ops->context, file) == STATUS_OK);
    assert(ops->close(ops->context, file) == STATUS_OK);
    assert(ops->rename(ops->context, "totals.new", name) == STATUS_OK);
    assert(ops->sync_folder(ops->context) == STATUS_OK);
}

static bool holds(const struct folder_ops *ops, const char *name, const char *bytes)
{
    char found[16];
    size_t length = 0;
    return ops->read(ops->context, name, found, sizeof(found), &length) == STATUS_OK &&
           length == strlen(bytes) && memcmp(found, bytes, length) == 0;
}

/* A close, one more, and what a restore sets aside; again where the name is taken. */
static int keep(const char *path)
{
    struct folder folder;
    struct error error;
    assert(folder_open(&folder, path, false, &error) == STATUS_OK);
    const struct folder_ops *ops = &folder.ops;
    put(ops, "one", "totals.db");
    put(ops, "two", "totals.db");
    assert(holds(ops, "totals.db", "two"));
    assert(ops->rename_new(ops->context, "totals.db", "totals.db.aside-1") == STATUS_OK);
    put(ops, "three", "totals.db");
    assert(ops->rename_new(ops->context, "totals.db", "totals.db.aside-1") == STATUS_EXISTS);
    assert(ops->sync_folder(ops->context) == STATUS_OK);
    assert(holds(ops, "totals.db", "three") && holds(ops, "totals.db.aside-1", "two"));
    assert(ops->remove(ops->context, "totals.db.aside-1") == STATUS_OK);
    folder_close(&folder);
    return 0;
}

int main(int argc, char **argv)
{
    if (argc == 3 && strcmp(argv[1], "keep") == 0) {
        return keep(argv[2]);
    }
    if (argc != 4) {
        return 2;
    }
    enum status first = save(argv[2], argv[3]), second = save(argv[2], argv[3]);
    printf("%s %s\n",
           first == STATUS_OK       ? "saved"
           : first == STATUS_EXISTS ? "there"
                                    : "failed",
           second == STATUS_EXISTS ? "there" : "failed");
    return 0;
}
