/* SPDX-License-Identifier: MIT */
/* "kiosk reset-pin": the only way past a lost PIN. It erases the totals. */
#include "main/ask.h"
#include "main/commands.h"
#include "main/failure.h"
#include "main/reset.h"
#include "main/say.h"
#include "main/setup.h"
#include "platform/system/folder.h"

#include <string.h>

static enum result tell(enum reset_end end, enum status why, const char *path)
{
    switch (end) {
    case RESET_DONE:
        say(stdout, MSG_CLI_RESET_DONE, NULL, 0);
        return RESULT_DONE;
    case RESET_NOT_BEGUN:
        return failure_folder(why, path);
    case RESET_TOTALS:
        return failure_unfinished(why, path, MSG_CLI_RESET_TOTALS);
    case RESET_PIN:
        break;
    }
    return failure_unfinished(why, path, MSG_CLI_RESET_PIN);
}

static enum result reset(const struct folder_ops *folder, const struct pack *pack, const char *path)
{
    char question[CATALOG_STRING_MAX + SETUP_PATH_BYTES];
    char answer[16], safe[SAY_SAFE_BYTES];
    struct text_arg where = {"folder", say_safe(path, safe)};
    text_format(question, sizeof(question), say_text(MSG_CLI_RESET_ASK), &where, 1);
    if (ask_line(question, false, answer, sizeof(answer)) != STATUS_OK ||
        strcmp(answer, "ERASE") != 0) {
        say(stdout, MSG_CLI_RESET_NO, NULL, 0);
        return RESULT_NOT_SO;
    }
    enum status why = STATUS_OK;
    enum reset_end end = reset_run(folder, pack, &why);
    return tell(end, why, path);
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
    /* A person who is locked out must not need a file of questions. */
    bool has_pack = setup_pack(options->value[OPTION_PACK], &pack, &errors) == STATUS_OK;
    if (data == NULL) {
        return say_error(MSG_CLI_HOME, NULL, NULL, RESULT_MACHINE);
    }
    enum result owner = failure_of_owner(data);
    if (owner != RESULT_DONE) {
        return owner;
    }
    enum status status = folder_wait(data);
    if (status == STATUS_OK) {
        status = folder_open(&folder, data, false, &error);
    }
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
