/* SPDX-License-Identifier: MIT */
#include "platform/system/languages.h"

#include <stdio.h>

static void add_gap(struct languages *languages, const struct language *language, const char *name,
                    const struct error *error)
{
    struct language_gap *gap = &languages->gap[languages->gap_count++];
    gap->language = language;
    gap->error = *error;
    snprintf(gap->name, sizeof gap->name, "%s", name);
}

/* Offers the language, or notes what it lacks. Returns the status of its catalogue. */
static enum status add(struct languages *languages, const struct assets *assets,
                       struct text_engine *text, const struct language *language,
                       struct error *error)
{
    struct words *words = &languages->words[languages->count];
    enum status status = words_open(words, assets, language, error);
    if (status != STATUS_OK) {
        add_gap(languages, language, language->tag, error);
        return status;
    }
    if (text_add_script(text, language->script, error) != STATUS_OK) {
        add_gap(languages, language, catalog_text(&words->catalog, MSG_LANGUAGE_NAME), error);
        return STATUS_OK;
    }
    languages->offer[languages->count++] =
        (struct language_offer){.language = language, .catalog = &words->catalog};
    return STATUS_OK;
}

enum status languages_open(struct languages *languages, const struct assets *assets,
                           struct text_engine *text, const char *first, struct error *error)
{
    const struct language *wanted = first == NULL ? language_at(0) : language_find(first);
    languages->count = languages->first = languages->gap_count = 0;
    if (wanted == NULL) {
        *error = (struct error){.status = STATUS_MISSING};
        snprintf(error->text, sizeof error->text, "words: text/%.32s.mo cannot be read", first);
        return STATUS_MISSING;
    }
    for (uint32_t i = 0; i < language_count(); i++) {
        const struct language *language = language_at(i);
        if (language->on_request && language != wanted) {
            continue;
        }
        enum status status = add(languages, assets, text, language, error);
        if (status != STATUS_OK && language == wanted) {
            return status;
        }
    }
    for (uint32_t i = 0; i < languages->count; i++) {
        if (languages->offer[i].language == wanted) {
            languages->first = i;
        }
    }
    if (languages->count == 0) {
        *error = languages->gap[0].error;
        return error->status;
    }
    return STATUS_OK;
}
