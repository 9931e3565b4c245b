/* SPDX-License-Identifier: MIT */
#include "main/health_data.h"

#include "keeper/keeper.h"
#include "main/failure.h"
#include "main/quiet_host.h"
#include "main/say.h"
#include "main/setup.h"
#include "platform/system/clock.h"
#include "platform/system/folder.h"
#include "platform/system/owner.h"
#include "platform/system/room.h"

#include <string.h>
#include <unistd.h>

/* A file of a folder, with its path and its folder's path as words of a shell. */
struct place {
    char file[SETUP_PATH_BYTES];
    char word[SAY_WORD_BYTES];
};

static void place_of(struct place *place, const char *folder, const char *name)
{
    snprintf(place->file, sizeof(place->file), "%s%s%s", folder, name[0] == '\0' ? "" : "/", name);
    say_shell_word(place->file, place->word);
}

/* Tells why this user cannot have the file or the folder, where owner or mode is the reason, with
 * the command that cures it. Returns false if neither explains it. */
static bool tell_owner(struct findings *findings, enum health_state state,
                       const struct place *place, enum message_id cure)
{
    const struct owner owner = owner_look(place->file);
    const struct text_arg args[] = {
        {"file", place->file}, {"path", place->word}, {"owner", owner.owner}, {"user", owner.user}};
    switch (owner.verdict) {
    case OWNER_OTHER:
        findings_add(findings, state, MSG_HEALTH_OWNER_START, cure, args, SAY_COUNT(args));
        return true;
    case OWNER_MODE:
        findings_add(findings, state, MSG_HEALTH_MODE_START, MSG_HEALTH_MODE_DO, args,
                     SAY_COUNT(args));
        return true;
    case OWNER_OPEN:
    case OWNER_FINE:
        break;
    }
    return false;
}

/* Tells which other users may read the folder. A folder that is closed to others closes its files.
 */
static void tell_open(struct findings *findings, const struct place *place)
{
    const struct owner owner = owner_look(place->file);
    const struct text_arg args[] = {{"file", place->file}, {"path", place->word}};
    if (owner.verdict == OWNER_OPEN) {
        findings_add(findings, HEALTH_LOOK, MSG_HEALTH_OPEN_LOOK, MSG_HEALTH_OPEN_DO, args,
                     SAY_COUNT(args));
    }
}

/* Tells that a file cannot be read. Without the totals the kiosk starts and counts nothing; without
 * one of the other files it does not start. */
static void tell_file(struct findings *findings, enum status status, const char *folder,
                      const char *name)
{
    bool is_totals = strcmp(name, STORE_FILE) == 0;
    enum health_state state = is_totals ? HEALTH_STOP : HEALTH_NO_START;
    bool is_refused = status == STATUS_READ_ONLY || status == STATUS_DENIED;
    struct place place;
    place_of(&place, folder, name);
    if (status == STATUS_NEWER) {
        const struct text_arg file = {"file", place.file};
        findings_add(findings, state, MSG_HEALTH_GUARD_NEWER, MSG_HEALTH_TOTALS_NEWER_DO, &file, 1);
        return;
    }
    if (is_refused && tell_owner(findings, state, &place, MSG_HEALTH_OWNER_FILE)) {
        return;
    }
    const struct text_arg args[] = {{"file", place.file},
                                    {"reason", say_text(failure_reason(status))}};
    findings_add(findings, state, is_totals ? MSG_HEALTH_TOTALS_STOP : MSG_HEALTH_FILE_START,
                 MSG_HEALTH_FILE_DO, args, SAY_COUNT(args));
}

static void add_settings(struct findings *findings, const struct error *error,
                         enum health_state state, enum message_id said, enum message_id what_to_do)
{
    char line[24], column[24];
    const struct text_arg args[] = {{"line", text_number(line, error->line)},
                                    {"column", text_number(column, error->column)},
                                    {"what", say_find(error->text)}};
    findings_add(findings, state, said, what_to_do, args, SAY_COUNT(args));
}

/* Tells about damaged settings. The keeper starts with them and knows no more about the reason. */
static void check_settings(struct findings *findings, struct keeper *keeper)
{
    static struct settings settings;
    struct error error;
    size_t length = 0;
    const struct folder_ops *folder = keeper->host->folder;
    switch ((enum settings_found)keeper->status.settings) {
    case SETTINGS_LOST:
        findings_add(findings, HEALTH_STOP, MSG_HEALTH_SETTINGS_LOST, MSG_HEALTH_SETTINGS_LOST_DO,
                     NULL, 0);
        break;
    case SETTINGS_DAMAGED:
        if (folder->read(folder->context, SETTINGS_FILE, keeper->scratch, sizeof(keeper->scratch),
                         &length) == STATUS_OK &&
            settings_parse((const char *)keeper->scratch, length, keeper->pack, &settings,
                           &error) != STATUS_OK) {
            add_settings(findings, &error, HEALTH_LOOK, MSG_HEALTH_SETTINGS_LOOK,
                         MSG_HEALTH_SETTINGS_LOOK_DO);
        }
        break;
    case SETTINGS_FINE:
        break;
    }
}

/* Returns whether the guard file is fine. A guard file that does not exist yet is fine. */
static bool check_guard(struct findings *findings, const struct keeper *keeper, const char *folder)
{
    struct place place;
    place_of(&place, folder, GUARD_FILE);
    const struct text_arg file = {"file", place.file};
    if (keeper->status.wait_why != WAIT_RECORD) {
        return true;
    }
    findings_add(findings, HEALTH_LOOK, MSG_HEALTH_GUARD_LOOK, MSG_HEALTH_GUARD_LOOK_DO, &file, 1);
    return false;
}

/* Tells why the totals cannot be used; the keeper knows only that they cannot. is_fine: the other
 * files are fine. */
static void check_totals(struct findings *findings, struct keeper *keeper, const char *folder,
                         bool is_fine)
{
    struct error error;
    struct place place;
    size_t length = 0;
    place_of(&place, folder, STORE_FILE);
    const struct text_arg args[] = {{"file", place.file}};
    enum status status = store_load(keeper->host->folder, &keeper->totals, keeper->scratch,
                                    sizeof(keeper->scratch), &length, &error);
    switch ((unsigned)status) {
    case STATUS_OK:
        if (is_fine) {
            findings_add(findings, HEALTH_GOOD, MSG_HEALTH_TOTALS_OK, MSG_COUNT, NULL, 0);
        }
        break;
    case STATUS_NEWER:
        findings_add(findings, HEALTH_STOP, MSG_HEALTH_TOTALS_NEWER, MSG_HEALTH_TOTALS_NEWER_DO,
                     args, SAY_COUNT(args));
        break;
    case STATUS_DAMAGED:
        findings_add(findings, HEALTH_LOOK, MSG_HEALTH_TOTALS_LOOK, MSG_HEALTH_TOTALS_DO, args,
                     SAY_COUNT(args));
        break;
    default:
        tell_file(findings, status, folder, STORE_FILE);
        break;
    }
}

static void read_as_the_keeper(struct findings *findings, const struct pack *pack,
                               const struct folder_ops *folder, const char *path)
{
    struct keeper *keeper = room_take(sizeof(*keeper));
    static struct keeper_secret secret;
    struct keeper_host host;
    struct error error;
    if (keeper == NULL) {
        findings_add(findings, HEALTH_NO_START, MSG_HEALTH_ROOM, MSG_HEALTH_MEMORY_DO, NULL, 0);
        return;
    }
    quiet_host_init(&host, folder);
    enum status status = keeper_init(keeper, &secret, pack, &host, clock_boot_ms(), &error);
    if (status == STATUS_OK) {
        bool is_fine = check_guard(findings, keeper, path);
        is_fine &= keeper->status.settings == SETTINGS_FINE;
        check_settings(findings, keeper);
        check_totals(findings, keeper, path, is_fine);
    } else if (error.status == STATUS_OK) {
        tell_file(findings, status, path, error.text);
    } else {
        add_settings(findings, &error, HEALTH_NO_START, MSG_HEALTH_SETTINGS_START,
                     MSG_HEALTH_SETTINGS_DO);
    }
}

static bool load_pack(struct findings *findings, const char *path, struct pack *pack)
{
    static struct pack_errors errors;
    struct place place;
    if (setup_pack(path, pack, &errors) == STATUS_OK) {
        return true;
    }
    place_of(&place, path != NULL ? path : SETUP_PACK, "");
    const struct text_arg args[] = {{"file", place.file}, {"path", place.word}};
    findings_add(findings, HEALTH_NO_START, MSG_HEALTH_PACK_START, MSG_HEALTH_PACK_DO, args,
                 SAY_COUNT(args));
    return false;
}

void health_data_check(struct findings *findings, const struct options *options, const char *folder)
{
    static struct pack pack;
    static struct folder data;
    struct error error;
    struct place place;
    bool has_pack = load_pack(findings, options->value[OPTION_PACK], &pack);
    if (folder == NULL) {
        findings_add(findings, HEALTH_NO_START, MSG_HEALTH_HOME, MSG_HEALTH_HOME_DO, NULL, 0);
    }
    if (folder == NULL || access(folder, F_OK) != 0) {
        return;
    }
    place_of(&place, folder, "");
    bool is_other = owner_look(folder).verdict == OWNER_OTHER;
    bool starts =
        !is_other && access(folder, R_OK | X_OK) == 0; /* also where nothing can be written */
    (void)tell_owner(findings, starts ? HEALTH_STOP : HEALTH_NO_START, &place, MSG_HEALTH_OWNER_DO);
    if (!starts || !has_pack) {
        return;
    }
    tell_open(findings, &place);
    if (folder_open_reader(&data, folder, &error) == STATUS_OK) {
        read_as_the_keeper(findings, &pack, &data.ops, folder);
        folder_close(&data);
    }
}
