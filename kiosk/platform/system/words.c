/* SPDX-License-Identifier: MIT */
#include "platform/system/words.h"

#include "platform/system/file.h"

#include <fcntl.h>
#include <stdio.h>

enum { NAME_BYTES = LANGUAGE_TAG_BYTES + sizeof "text/.mo" };

static void name_file(const struct language *language, char name[NAME_BYTES])
{
    snprintf(name, NAME_BYTES, "text/%s.mo", language->tag);
}

enum status words_open(struct words *words, const struct assets *assets,
                       const struct language *language, struct error *error)
{
    char name[NAME_BYTES];
    size_t length = 0;
    name_file(language, name);
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
        char name[NAME_BYTES];
        name_file(language_at(i), name);
        shelf->offer[i] = (struct language_offer){.language = language_at(i)};
        shelf->is_unread[i] = file_open(assets->dir, name, &shelf->file[i]) == STATUS_OK;
    }
}

static void read_words(struct words_shelf *shelf, uint32_t index)
{
    struct words *words = &shelf->words[index];
    struct language_offer *offer = &shelf->offer[index];
    struct error error;
    size_t length = 0;
    shelf->is_unread[index] = false;
    if (file_read_open(shelf->file[index], words->bytes, sizeof words->bytes, &length) ==
            STATUS_OK &&
        catalog_open(&words->catalog, words->bytes, length, offer->language->plural, &error) ==
            STATUS_OK) {
        offer->catalog = &words->catalog;
    }
}

const struct language_offer *words_shelf_at(struct words_shelf *shelf, uint32_t index)
{
    if (index >= LANGUAGE_MAX) {
        return NULL;
    }
    if (shelf->is_unread[index]) {
        read_words(shelf, index);
    }
    return shelf->offer[index].catalog != NULL ? &shelf->offer[index] : NULL;
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
