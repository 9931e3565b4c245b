/* SPDX-License-Identifier: MIT */
#include "platform/system/table.h"

#include <fcntl.h>
#include <unistd.h>

static int open_table(const char *path)
{
    return open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
}

void table_open(struct table *table)
{
    table->held = open_table(table->path);
}

enum status table_read(const struct table *table, char *buffer, size_t size, size_t *length)
{
    int file = table->held >= 0 ? table->held : open_table(table->path);
    size_t done = 0;
    ssize_t got = file < 0 ? -1 : 1;
    while (got > 0 && done < size) {
        got = pread(file, buffer + done, size - done, (off_t)done);
        done += got > 0 ? (size_t)got : 0;
    }
    if (file >= 0 && file != table->held) {
        close(file);
    }
    if (got < 0) {
        return STATUS_IO;
    }
    *length = done;
    return STATUS_OK;
}
