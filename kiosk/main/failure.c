/* SPDX-License-Identifier: MIT */
#include "main/failure.h"

#include "core/pack_problem.h"
#include "main/say.h"
#include "main/setup.h"
#include "platform/system/owner.h"
#include "store/store.h"

enum message_id failure_reason(enum status status)
{
    switch ((unsigned)status) {
    case STATUS_NO_SPACE:
        return MSG_CLI_REASON_SPACE;
    case STATUS_READ_ONLY:
    case STATUS_DENIED:
        return MSG_CLI_REASON_DENIED;
    case STATUS_MISSING:
        return MSG_CLI_REASON_MISSING;
    case STATUS_INVALID:
        return MSG_CLI_REASON_KIND;
    default:
        return MSG_CLI_REASON_IO;
    }
}

/* Tells that the owner or the mode of a path prevents its use, with the command that cures it.
 * Returns false if neither explains the failure. */
static bool tell_owner(const char *path, enum message_id other, enum message_id mode)
{
    const struct owner owner = owner_look(path);
    char word[SAY_WORD_BYTES];
    const struct text_arg args[] = {{"folder", path},
                                    {"file", path},
                                    {"path", say_shell_word(path, word)},
                                    {"owner", owner.owner},
                                    {"user", owner.user}};
    if (owner.verdict != OWNER_OTHER && owner.verdict != OWNER_MODE) {
        return false;
    }
    say(stderr, owner.verdict == OWNER_OTHER ? other : mode, args, SAY_COUNT(args));
    return true;
}

static bool is_refusal(enum status status)
{
    return status == STATUS_READ_ONLY || status == STATUS_DENIED;
}

enum result failure_of_owner(const char *folder)
{
    const struct owner owner = owner_look(folder);
    if (owner.verdict != OWNER_OTHER) {
        return RESULT_DONE;
    }
    (void)tell_owner(folder, MSG_CLI_FOLDER_OWNER, MSG_CLI_FOLDER_MODE);
    return RESULT_MACHINE;
}

enum result failure_folder(enum status status, const char *folder)
{
    if (status == STATUS_BUSY) {
        return say_error(MSG_CLI_SECOND, NULL, NULL, RESULT_MACHINE);
    }
    if (is_refusal(status) && tell_owner(folder, MSG_CLI_FOLDER_OWNER, MSG_CLI_FOLDER_MODE)) {
        return RESULT_MACHINE;
    }
    struct text_arg args[] = {{"folder", folder}, {"reason", say_text(failure_reason(status))}};
    say(stderr, MSG_CLI_FOLDER, args, SAY_COUNT(args));
    return RESULT_MACHINE;
}

enum result failure_unfinished(enum status status, const char *folder, enum message_id left)
{
    struct text_arg args[] = {{"folder", folder}, {"reason", say_text(failure_reason(status))}};
    say(stderr, left, args, SAY_COUNT(args));
    return RESULT_MACHINE;
}

enum result failure_unreadable(enum status status, const char *path)
{
    if (status == STATUS_NEWER) {
        return say_error(MSG_CLI_NEWER, "file", path, RESULT_MACHINE);
    }
    if (is_refusal(status) && tell_owner(path, MSG_CLI_UNREADABLE_OWNER, MSG_CLI_UNREADABLE_MODE)) {
        return RESULT_MACHINE;
    }
    struct text_arg args[] = {{"file", path}, {"reason", say_text(failure_reason(status))}};
    say(stderr, MSG_CLI_UNREADABLE, args, SAY_COUNT(args));
    return RESULT_MACHINE;
}

enum result failure_limit(const struct limits_short *limit)
{
    char has[24];
    char needs[24];
    struct text_arg args[] = {
        {"name", limit->name},
        {"has", text_number(has, limit->has)},
        {"needs", text_number(needs, limit->needs)},
    };
    say(stderr, MSG_CLI_LIMIT, args, SAY_COUNT(args));
    return RESULT_MACHINE;
}

enum result failure_room(void)
{
    struct limits_short limits[LIMITS_MAX];
    return limits_find_short(STORE_FILE_BYTES_MAX, limits) > 0
               ? failure_limit(&limits[0])
               : say_error(MSG_CLI_ROOM, NULL, NULL, RESULT_MACHINE);
}

static enum result tell_settings(const struct error *error)
{
    char line[24];
    char column[24];
    struct text_arg args[] = {
        {"line", text_number(line, error->line)},
        {"column", text_number(column, error->column)},
        {"what", say_find(error->text)},
    };
    say(stderr, MSG_CLI_SETTINGS, args, SAY_COUNT(args));
    return RESULT_MACHINE;
}

static enum result tell_file(const struct error *error, const char *folder)
{
    char path[SETUP_PATH_BYTES];
    int length = snprintf(path, sizeof(path), "%s/%s", folder, error->text);
    bool fits = length > 0 && (size_t)length < sizeof(path);
    return failure_unreadable(error->status, fits ? path : error->text);
}

static void tell_problem(const char *path, const struct pack_error *problem)
{
    char line[24];
    char column[24];
    char what[CATALOG_STRING_MAX];
    struct text_arg value = {"value", problem->value};
    text_format(what, sizeof(what), say_text(pack_problem_message(problem->problem)), &value, 1);
    struct text_arg args[] = {
        {"file", path},
        {"line", text_number(line, problem->line)},
        {"column", text_number(column, problem->column)},
        {"what", what},
    };
    say(stderr, MSG_CLI_PACK_LINE, args, SAY_COUNT(args));
}

enum result failure_no_pack(enum status status, const char *path)
{
    return failure_unreadable(status, path == NULL ? SETUP_PACK : path);
}

enum result failure_pack(enum status status, const char *path, const struct pack_errors *errors)
{
    const char *name = path == NULL ? SETUP_PACK : path;
    if (errors->count == 0) {
        return failure_no_pack(status, path);
    }
    for (uint32_t i = 0; i < errors->count && i < PACK_ERROR_MAX; i++) {
        tell_problem(name, &errors->item[i]);
    }
    char count[24];
    struct text_arg n = {"n", text_number(count, errors->count)};
    say_plural(stderr, MSG_CLI_PACK_SUM, errors->count, &n, 1);
    return RESULT_NOT_SO;
}

/* The keeper's record has no room for all problems of a pack, so the pack is read once more here.
 */
static enum result tell_pack(const char *path)
{
    static struct pack pack;
    static struct pack_errors errors;
    enum status status = setup_pack(path, &pack, &errors);
    if (status == STATUS_OK) { /* somebody mended the file meanwhile; the kiosk has not started all
                                  the same */
        return say_error(MSG_CLI_START, NULL, NULL, RESULT_MACHINE);
    }
    return failure_pack(status, path, &errors);
}

enum result failure_tell(const struct control *failure, const struct options *options)
{
    const char *folder = options_has(options, OPTION_DATA) ? options->value[OPTION_DATA] : "";
    switch ((enum control_stage)failure->stage) {
    case STAGE_SETTINGS:
        return tell_settings(&failure->error);
    case STAGE_PACK:
        return tell_pack(options->value[OPTION_PACK]);
    case STAGE_FILE:
        return tell_file(&failure->error, folder);
    case STAGE_FOLDER:
        return failure_folder(failure->error.status, folder);
    case STAGE_MACHINE:
        break;
    }
    return say_error(MSG_CLI_START, NULL, NULL, RESULT_MACHINE);
}
