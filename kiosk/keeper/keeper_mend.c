/* SPDX-License-Identifier: MIT */
/* What is done when a settings file is damaged or gone. What the PIN guards stays guarded, the set
 * under way goes on with the choices it was begun with, and the file stays as it is until somebody
 * has read about the damage. */
#include "keeper/keeper_parts.h"

#include <string.h>

/* Names of damaged settings files: "settings.aside-1" and on. The PIN's line is not in them. */
static const char ASIDE[] = SETTINGS_FILE ".aside-";

/* Returns whether there are totals that the PIN of this folder guards. Made-up totals are for
 * everybody. */
static bool has_guarded(const struct keeper *keeper)
{
    const struct folder_ops *folder = keeper->host->folder;
    char byte;
    size_t length = 0;
    return !keeper->status.simulated &&
           (folder->read(folder->context, STORE_FILE, &byte, 1, &length) != STATUS_MISSING ||
            store_has_aside(folder));
}

/* Reads what can be read of the file, which may be longer than any file of ours. */
static size_t read_damaged(struct keeper *keeper)
{
    const struct folder_ops *folder = keeper->host->folder;
    size_t length = 0;
    enum status status = folder->read(folder->context, SETTINGS_FILE, keeper->scratch,
                                      sizeof(keeper->scratch), &length);
    return status == STATUS_OK ? length : 0;
}

void keeper_mend_settings(struct keeper *keeper, bool is_there)
{
    struct settings *settings = &keeper->settings;
    bool has_pin = is_there && settings_find_pin((const char *)keeper->scratch,
                                                 read_damaged(keeper), settings->pin_hash);
    explicit_bzero(keeper->scratch, SETTINGS_BYTES_MAX);
    keeper->behind = is_there;
    if (has_pin) {
        keeper->status.settings = SETTINGS_DAMAGED;
    } else if (has_guarded(keeper)) {
        keeper->status.settings = SETTINGS_LOST;
    }
}

/* Returns the questions for which a block has no tally. */
static uint8_t questions_off(const struct pack *pack, const struct block *block)
{
    unsigned off = 0;
    for (uint32_t i = 0; i < pack->question_count; i++) {
        bool is_on = false;
        for (uint32_t j = 0; j < block->tally_count; j++) {
            is_on |= strcmp(pack->question[i].id, block->tally[j].question) == 0;
        }
        off |= is_on ? 0 : 1u << i;
    }
    return (uint8_t)off;
}

/* The scale is taken from any block, because an accident must not make the blur weaker. The other
 * choices count only if they name that block's series. */
void keeper_mend_choice(struct keeper *keeper)
{
    const struct totals *totals = &keeper->totals;
    if (keeper->status.settings == SETTINGS_FINE || totals->block_count == 0) {
        return;
    }
    const struct block *block = &totals->block[totals->block_count - 1];
    struct settings_choice *choice = &keeper->settings.choice;
    struct settings_choice tried = {.scale = (uint8_t)block->scale,
                                    .question_off = questions_off(keeper->pack, block)};
    if (settings_scale_is_offered(block->scale)) {
        choice->scale = (uint8_t)block->scale;
    }
    for (uint8_t i = LOOK_BACK_MET; i <= LOOK_BACK_WEEK; i++) {
        struct settings settings = keeper->settings;
        tried.look_back = i;
        settings.choice = tried;
        if (!settings_choice_is_valid(&tried) || !settings_fit_pack(&tried, keeper->pack)) {
            continue;
        }
        keeper_name_series(keeper->pack, &settings, keeper->host->folder, (char *)keeper->scratch,
                           sizeof(keeper->scratch), keeper->series);
        if (strcmp(keeper->series, block->series) == 0) {
            *choice = tried;
        }
    }
    keeper_take_settings(keeper);
    keeper_take_series(keeper);
}

enum status keeper_mend_aside(struct keeper *keeper)
{
    if (!keeper->behind) {
        return STATUS_OK;
    }
    size_t length = settings_cut_pin((char *)keeper->scratch, read_damaged(keeper));
    enum status status =
        store_keep_copy(keeper->host->folder, ASIDE, keeper->scratch, length, keeper->close.bytes);
    keeper->behind = status != STATUS_OK;
    return status;
}
