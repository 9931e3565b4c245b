/* SPDX-License-Identifier: MIT */
#include "platform/words.h"

#include "platform/file.h"

#include <fcntl.h>
#include <stdio.h>

enum status words_open(struct words *words, const struct assets *assets,
                       const struct language *language, struct error *error)
{
    char name[LANGUAGE_TAG_BYTES + sizeof "text/.mo"];
    size_t length = 0;
    snprintf(name, sizeof name, "text/%s.mo", language->tag);
    enum status status = assets_read(assets, name, words->bytes, sizeof words->bytes, &length);
    if (status != STATUS_OK) {
        *error = (struct error){.status = status};
        snprintf(error->text, sizeof error->text, "words: %s cannot be read", name);
        return status;
    }
    return catalog_open(&words->catalog, words->bytes, length, language->plural, error);
}

void words_shelf_open(struct words_shelf *shelf, const struct assets *assets)
{
    for (uint32_t i = 0; i < language_count(); i++) {
        struct error error;
        const struct language *language = language_at(i);
        bool there = words_open(&shelf->words[i], assets, language, &error) == STATUS_OK;
        shelf->offer[i] =
            (struct language_offer){language, there ? &shelf->words[i].catalog : NULL};
    }
}

const struct language_offer *words_shelf_at(const struct words_shelf *shelf, uint32_t index)
{
    return index < LANGUAGE_MAX && shelf->offer[index].catalog != NULL ? &shelf->offer[index]
                                                                       : NULL;
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
