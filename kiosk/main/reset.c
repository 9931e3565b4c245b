/* SPDX-License-Identifier: MIT */
#include "main/reset.h"

#include "keeper/keeper.h"

#include <string.h>

static enum status erase(const struct folder_ops *folder, const char *name)
{
    enum status status = folder->remove(folder->context, name);
    return status == STATUS_MISSING ? STATUS_OK : status;
}

/* Tries whether the folder takes a file of this name and removes it again. */
static enum status try_to_make(const struct folder_ops *folder, const char *name)
{
    int file = -1;
    enum status status = erase(folder, name);
    if (status == STATUS_OK) {
        status = folder->create(folder->context, name, &file);
    }
    if (status == STATUS_OK) {
        status = folder->close(folder->context, file);
        enum status removed = folder->remove(folder->context, name);
        status = status == STATUS_OK ? removed : status;
    }
    return status;
}

/* Replaces a file by its own bytes. What is no file, or no file of this program, holds no PIN and
 * could be lost by such a try; then the folder alone is tried. */
static enum status try_to_change(const struct folder_ops *folder, const char *name,
                                 const char *temporary)
{
    char text[SETTINGS_BYTES_MAX];
    size_t length = 0;
    enum status status = folder->read(folder->context, name, text, sizeof(text), &length);
    status = status == STATUS_OK ? store_write_file(folder, name, temporary, text, length)
                                 : try_to_make(folder, temporary);
    explicit_bzero(text, sizeof(text));
    return status;
}

static enum status clear_pin(const struct folder_ops *folder, const struct pack *pack)
{
    static struct settings settings;
    char text[SETTINGS_BYTES_MAX];
    size_t length = 0;
    struct error error;
    enum status status = folder->read(folder->context, SETTINGS_FILE, text, sizeof(text), &length);
    if (status == STATUS_OK) {
        length = settings_cut_pin(text, length);
        if (pack != NULL) {
            status = settings_parse(text, length, pack, &settings, &error);
        }
    }
    status = status == STATUS_OK
                 ? store_write_file(folder, SETTINGS_FILE, SETTINGS_TEMPORARY, text, length)
                 : erase(folder, SETTINGS_FILE);
    if (status == STATUS_OK) {
        status = erase(folder,
                       SETTINGS_TEMPORARY); /* a stop may have left this file, with the PIN in it */
    }
    if (status == STATUS_OK) {
        status = erase(folder, GUARD_FILE);
    }
    return status == STATUS_OK ? folder->sync_folder(folder->context) : status;
}

enum reset_end reset_run(const struct folder_ops *folder, const struct pack *pack, enum status *why)
{
    uint32_t left = 0;
    *why = try_to_change(folder, SETTINGS_FILE, SETTINGS_TEMPORARY);
    if (*why == STATUS_OK) {
        *why = try_to_change(folder, GUARD_FILE, GUARD_TEMPORARY);
    }
    if (*why != STATUS_OK) {
        return RESET_NOT_BEGUN;
    }
    *why = store_erase(folder, &left);
    if (*why != STATUS_OK) {
        return RESET_TOTALS;
    }
    *why = clear_pin(folder, pack);
    return *why == STATUS_OK ? RESET_DONE : RESET_PIN;
}
