/* SPDX-License-Identifier: MIT */
#include "face/files.h"

#include "face/unable.h"
#include "platform/system/assets.h"

/* Tells that letters are missing, in the language that was asked for, else in the first one;
 * without any language, in the words of whoever read the files. */
static int unable_without_letters(struct files *files, const struct assets *assets,
                                  const char *wanted, const struct error *letters)
{
    const struct language *language = wanted != NULL ? language_find(wanted) : NULL;
    struct words *words = &files->languages.words[0];
    struct error error = {.text = ""};
    if (words_open(words, assets, language != NULL ? language : language_at(0), &error) !=
        STATUS_OK) {
        return unable_without_words(&error);
    }
    return unable_to_write(letters, &words->catalog);
}

int files_load(struct files *files, const struct face_options *options)
{
    static struct pack_errors errors;
    struct error error = {.text = ""};
    struct assets assets;
    if (assets_open(&assets, &error) != STATUS_OK) {
        return unable_without_words(&error);
    }
    enum status status = text_open(&files->text, &error);
    if (status != STATUS_OK) {
        int exit_status = unable_without_letters(files, &assets, options->language, &error);
        assets_close(&assets);
        return exit_status;
    }
    status = languages_open(&files->languages, &assets, files->text, options->language, &error);
    assets_close(&assets);
    if (status != STATUS_OK) {
        return unable_without_words(&error);
    }
    /* The keeper has read the same bytes, and tells what is wrong with them. */
    status = pack_load_sealed(options->pack_fd, &files->pack, &errors);
    return status == STATUS_OK ? 0 : UNABLE_EXIT;
}

const struct catalog *files_words(const struct files *files)
{
    return files->languages.offer[files->languages.first].catalog;
}
