/* SPDX-License-Identifier: MIT */
#include "main/totals_file.h"

#include "main/failure.h"
#include "main/say.h"
#include "main/setup.h"
#include "platform/system/folder.h"
#include "platform/system/room.h"

/* Totals, and room for the file that they are read from. */
struct read_totals {
    struct totals totals;
    uint8_t bytes[STORE_FILE_BYTES_MAX];
};

enum result totals_file_read(const char *folder, const struct totals **totals, const char **path)
{
    static struct folder data;
    static char name[SETUP_PATH_BYTES + sizeof(STORE_FILE)];
    struct error error;
    size_t length = 0;
    if (folder == NULL) {
        return say_error(MSG_CLI_HOME, NULL, NULL, RESULT_MACHINE);
    }
    struct read_totals *read = room_take(sizeof(*read));
    if (read == NULL) {
        return failure_room();
    }
    *totals = &read->totals;
    enum status status = folder_open_reader(&data, folder, &error);
    if (status != STATUS_OK) {
        return failure_unreadable(status, folder);
    }
    snprintf(name, sizeof(name), "%s/%s", folder, STORE_FILE);
    *path = name;
    status =
        store_load(&data.ops, &read->totals, read->bytes, sizeof(read->bytes), &length, &error);
    folder_close(&data);
    if (status == STATUS_OK) {
        return RESULT_DONE;
    }
    if (status != STATUS_NEWER && status != STATUS_DAMAGED) {
        return failure_unreadable(status, name);
    }
    enum message_id why = status == STATUS_NEWER ? MSG_CLI_NEWER : MSG_CLI_DAMAGED;
    return say_error(why, "file", name, RESULT_MACHINE);
}
