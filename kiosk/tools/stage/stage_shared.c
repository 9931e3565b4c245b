/* SPDX-License-Identifier: MIT */
/* Words, pack and letters: what all stages of the process share. */
#include "tools/stage/stage.h"

#include <stdio.h>

/* Read once: every stage of the process shares them. */
static struct {
    struct assets assets;
    struct languages languages;
    struct pack pack;
    struct pack_errors errors;
    struct text_engine *text;
} shared;

enum status stage_open(const char *language, struct error *error)
{
    enum status status = assets_open(&shared.assets, error);
    if (status == STATUS_OK) {
        status = text_open(&shared.text, error);
    }
    if (status == STATUS_OK) {
        status = languages_open(&shared.languages, &shared.assets, shared.text, language, error);
    }
    if (status == STATUS_OK) {
        status =
            pack_load_asset(&shared.assets, "packs/integrity.pack", &shared.pack, &shared.errors);
        if (status != STATUS_OK) {
            error->status = status;
            (void)snprintf(error->text, sizeof(error->text), "packs/integrity.pack");
        }
    }
    return status;
}

void stage_close(void)
{
    text_close(shared.text);
    assets_close(&shared.assets);
}

struct text_engine *stage_text(void)
{
    return shared.text;
}

const struct pack *stage_pack(void)
{
    return &shared.pack;
}

const struct catalog *stage_catalog(void)
{
    return shared.languages.offer[shared.languages.first].catalog;
}

const struct languages *stage_languages(void)
{
    return &shared.languages;
}
