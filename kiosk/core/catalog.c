/* SPDX-License-Identifier: MIT */
#include "core/catalog.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

static uint32_t plural_form_count(enum plural_rule rule)
{
    switch (rule) {
    case PLURAL_ENGLISH:
        return 2;
    case PLURAL_ARABIC:
        return 6;
    case PLURAL_NONE:
        break;
    }
    return 1;
}

static uint32_t plural_form(enum plural_rule rule, uint64_t n)
{
    switch (rule) {
    case PLURAL_ENGLISH:
        return n == 1 ? 0 : 1;
    case PLURAL_ARABIC:
        if (n <= 2) {
            return (uint32_t)n;
        }
        n %= 100;
        return n >= 3 && n <= 10 ? 3 : n >= 11 ? 4 : 5;
    case PLURAL_NONE:
        break;
    }
    return 0;
}

static enum status fail(struct error *error, enum status status, const char *what, const char *key)
{
    *error = (struct error){.status = status};
    snprintf(error->text, sizeof error->text, "catalogue: %s%s", what, key);
    return status;
}

/* Keys and ids are both in the order of their bytes, so one walk over both finds every text. */
static enum status take_texts(struct catalog *catalog, struct error *error)
{
#define MESSAGE_ID_SORTED(name) name,
    static const enum message_id sorted[MSG_COUNT] = {MESSAGE_ID_SORTED_LIST(MESSAGE_ID_SORTED)};
#undef MESSAGE_ID_SORTED
    const struct mo *mo = &catalog->mo;
    uint32_t at = 0;
    for (uint32_t i = 0; i < MSG_COUNT; i++) {
        const char *name = message_id_name(sorted[i]);
        int order = -1;
        while (at < mo->count && (order = strcmp(mo_key(mo, at).bytes, name)) < 0) {
            at++;
        }
        if (at == mo->count || order > 0) {
            return fail(error, STATUS_MISSING, "no text for ", name);
        }
        bool is_plural = mo_part_count(mo_key(mo, at)) > 1;
        uint32_t forms = mo_part_count(mo_text(mo, at));
        if (forms != (is_plural ? plural_form_count(catalog->plural) : 1)) {
            return fail(error, STATUS_DAMAGED, "plural forms missing or left over in ", name);
        }
        catalog->text[sorted[i]] = mo_text(mo, at).bytes;
        catalog->text_forms[sorted[i]] = (uint16_t)forms;
    }
    return STATUS_OK;
}

enum status catalog_open(struct catalog *catalog, const char *bytes, size_t length,
                         enum plural_rule plural, struct error *error)
{
    struct catalog opened = {.plural = plural};
    const char *problem = mo_open(&opened.mo, bytes, length);
    if (problem != NULL) {
        return fail(error, STATUS_DAMAGED, problem, "");
    }
    enum status status = take_texts(&opened, error);
    if (status == STATUS_OK) {
        *catalog = opened;
    }
    return status;
}

const char *catalog_text(const struct catalog *catalog, enum message_id id)
{
    assert((unsigned)id < MSG_COUNT);
    return catalog->text[id];
}

const char *catalog_plural(const struct catalog *catalog, enum message_id id, uint64_t n)
{
    assert((unsigned)id < MSG_COUNT);
    const char *text = catalog->text[id];
    uint32_t form = catalog->text_forms[id] > 1 ? plural_form(catalog->plural, n) : 0;
    assert(form < catalog->text_forms[id]);
    while (form-- > 0) {
        text += strlen(text) + 1;
    }
    return text;
}

const char *catalog_find(const struct catalog *catalog, const char *key)
{
    uint32_t index = mo_find(&catalog->mo, key);
    return index == catalog->mo.count ? NULL : mo_text(&catalog->mo, index).bytes;
}

const char *message_id_name(enum message_id id)
{
#define MESSAGE_ID_NAME(name, text) text,
    static const char *const names[MSG_COUNT] = {MESSAGE_ID_LIST(MESSAGE_ID_NAME)};
#undef MESSAGE_ID_NAME
    assert((unsigned)id < MSG_COUNT);
    return names[id];
}
