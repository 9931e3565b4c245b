/* SPDX-License-Identifier: MIT */
#include "platform/system/words.h"

#include "platform/system/file.h"
#include "platform/system/room.h"
#include "platform/system/sealed.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

enum { NAME_BYTES = LANGUAGE_TAG_BYTES + sizeof "text/.mo" };

static void name_file(const struct language *language, char name[NAME_BYTES])
{
    snprintf(name, NAME_BYTES, "text/%s.mo", language->tag);
}

/* False: the system gives no memory. */
static bool has_room(struct words *words)
{
    if (words->bytes == NULL) {
        words->bytes = room_take(CATALOG_BYTES_MAX);
    }
    return words->bytes != NULL;
}

enum status words_open(struct words *words, const struct assets *assets,
                       const struct language *language, struct error *error)
{
    char name[NAME_BYTES];
    size_t length = 0;
    name_file(language, name);
    if (!has_room(words)) {
        *error = (struct error){.status = STATUS_NO_SPACE};
        snprintf(error->text, sizeof error->text, "words: no memory for %s", name);
        return STATUS_NO_SPACE;
    }
    enum status status = assets_read(assets, name, words->bytes, CATALOG_BYTES_MAX, &length);
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
        shelf->is_unread[i] = file_open(assets->dir, name, true, &shelf->file[i]) == STATUS_OK;
    }
}

static void read_words(struct words_shelf *shelf, uint32_t index)
{
    struct words *words = &shelf->words[index];
    struct language_offer *offer = &shelf->offer[index];
    struct error error;
    size_t length = 0;
    shelf->is_unread[index] = false;
    if (has_room(words) &&
        file_read_open(shelf->file[index], words->bytes, CATALOG_BYTES_MAX, &length) == STATUS_OK &&
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

enum { READ_BYTES = PACK_BYTES_MAX + 1 };

/* Reads a pack. Of a file that is too long it reads one byte more than the limit, so that
 * pack_parse can say so. */
static enum status read_pack(int dir, const char *path, char bytes[READ_BYTES], size_t *length)
{
    enum status status = file_read(dir, path, bytes, READ_BYTES, length);
    if (status == STATUS_LIMIT) {
        *length = READ_BYTES;
        return STATUS_OK;
    }
    return status;
}

static enum status load(int dir, const char *path, struct pack *pack, struct pack_errors *errors)
{
    static char bytes[READ_BYTES];
    size_t length = 0;
    *errors = (struct pack_errors){0};
    enum status status = read_pack(dir, path, bytes, &length);
    return status == STATUS_OK ? pack_parse(bytes, length, pack, errors) : status;
}

enum status pack_seal(const struct assets *assets, const char *path, int *descriptor)
{
    static char bytes[READ_BYTES];
    size_t length = 0;
    enum status status = read_pack(assets != NULL ? assets->dir : AT_FDCWD, path, bytes, &length);
    return status == STATUS_OK ? sealed_make(bytes, length, descriptor) : status;
}

enum status pack_load_sealed(int descriptor, struct pack *pack, struct pack_errors *errors)
{
    static char bytes[READ_BYTES];
    size_t length = 0;
    *errors = (struct pack_errors){0};
    enum status status = sealed_read(descriptor, bytes, sizeof bytes, &length);
    close(descriptor);
    return status == STATUS_OK ? pack_parse(bytes, length, pack, errors) : status;
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
