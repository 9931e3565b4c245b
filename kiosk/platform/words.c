/* SPDX-License-Identifier: MIT */
#include "platform/words.h"

#include "platform/file.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>

/* Letters, digits and hyphens: nothing that could lead out of the folder of texts. */
static bool is_language(const char *language)
{
    size_t length = strlen(language);
    size_t plain = strspn(language, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                    "0123456789-");
    return length > 0 && length < LANGUAGE_BYTES && plain == length;
}

static enum status fail(struct error *error, enum status status, const char *language)
{
    *error = (struct error){.status = status};
    snprintf(error->text, sizeof error->text, "words: text/%.32s.mo cannot be read", language);
    return status;
}

enum status words_open(struct words *words, const struct assets *assets, const char *language,
                       struct error *error)
{
    char name[LANGUAGE_BYTES + sizeof "text/.mo"];
    size_t length = 0;
    if (!is_language(language)) {
        return fail(error, STATUS_INVALID, language);
    }
    snprintf(name, sizeof name, "text/%s.mo", language);
    enum status status = assets_read(assets, name, words->bytes, sizeof words->bytes, &length);
    if (status != STATUS_OK) {
        return fail(error, status, language);
    }
    memcpy(words->language, language, strlen(language) + 1);
    return catalog_open(&words->catalog, words->bytes, length, plural_rule_of(language), error);
}

static enum status load(int dir, const char *path, struct pack *pack, struct pack_errors *errors)
{
    static char bytes[PACK_BYTES_MAX + 1];
    size_t length = 0;
    *errors = (struct pack_errors){0};
    enum status status = file_read(dir, path, bytes, sizeof bytes, &length);
    if (status == STATUS_LIMIT) {
        length = sizeof bytes; /* one byte over: pack_parse says so without reading any */
    } else if (status != STATUS_OK) {
        return status;
    }
    return pack_parse(bytes, length, pack, errors);
}

enum status pack_load_asset(const struct assets *assets, const char *name, struct pack *pack,
                            struct pack_errors *errors)
{
    return load(assets->dir, name, pack, errors);
}

enum status pack_load(const char *path, struct pack *pack, struct pack_errors *errors)
{
    return load(AT_FDCWD, path, pack, errors);
}
