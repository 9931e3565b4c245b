/* SPDX-License-Identifier: MIT */
/* "kiosk reset-pin": the only way past a lost PIN, and it costs the totals. */
#include "keeper/keeper.h"
#include "main/ask.h"
#include "main/commands.h"
#include "main/failure.h"
#include "main/say.h"
#include "main/setup.h"
#include "platform/system/folder.h"

#include <string.h>

static enum status erase(const struct folder_ops *folder, const char *name)
{
    enum status status = folder->remove(folder->context, name);
    return status == STATUS_MISSING ? STATUS_OK : status;
}

/* The other settings stay; a file that cannot be understood goes as a whole. Whether it can, only a
 * pack tells; without one (NULL) it stays as it is. */
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
        status = erase(folder, SETTINGS_TEMPORARY); /* a stop may have left one, with the PIN */
    }
    if (status == STATUS_OK) {
        status = erase(folder, GUARD_FILE);
    }
    return status;
}

static enum result reset(const struct folder_ops *folder, const struct pack *pack, const char *path)
{
    char question[CATALOG_STRING_MAX + SETUP_PATH_BYTES];
    char answer[16];
    struct text_arg where = {"folder", path};
    text_format(question, sizeof(question), say_text(MSG_CLI_RESET_ASK), &where, 1);
    if (ask_line(question, false, answer, sizeof(answer)) != STATUS_OK ||
        strcmp(answer, "ERASE") != 0) {
        say(stdout, MSG_CLI_RESET_NO, NULL, 0);
        return RESULT_NOT_SO;
    }
    /* The totals first: a stop in between leaves the PIN, never totals without one. */
    uint32_t left = 0;
    enum status status = store_erase(folder, &left);
    if (status == STATUS_OK) {
        status = clear_pin(folder, pack);
    }
    if (status == STATUS_OK) {
        status = folder->sync_folder(folder->context);
    }
    if (status != STATUS_OK) {
        return failure_folder(status, path);
    }
    say(stdout, MSG_CLI_RESET_DONE, NULL, 0);
    return RESULT_DONE;
}

enum result cli_reset_pin(const struct options *options)
{
    static struct folder folder;
    static struct pack pack;
    static struct pack_errors errors;
    struct error error;
    const char *data = setup_data(options);
    if (!ask_is_terminal()) {
        return say_error(MSG_CLI_RESET_TERMINAL, NULL, NULL, RESULT_MACHINE);
    }
    /* Whoever is locked out is not to need questions for it. */
    bool has_pack = setup_pack(options->value[OPTION_PACK], &pack, &errors) == STATUS_OK;
    if (data == NULL) {
        return failure_folder(STATUS_MISSING, "~");
    }
    enum status status = folder_open(&folder, data, false, &error);
    if (status == STATUS_BUSY) {
        return say_error(MSG_CLI_RESET_OPEN, NULL, NULL, RESULT_MACHINE);
    }
    if (status != STATUS_OK) {
        return failure_folder(status, data);
    }
    enum result result = reset(&folder.ops, has_pack ? &pack : NULL, data);
    folder_close(&folder);
    return result;
}
