/* SPDX-License-Identifier: MIT */
#include "face/files.h"

#include "face/unable.h"
#include "platform/system/assets.h"

int files_load(struct files *files, const struct face_options *options)
{
    static struct pack_errors errors;
    struct error error = {.text = ""};
    struct assets assets;
    if (assets_open(&assets, &error) != STATUS_OK) {
        return unable(error.text);
    }
    enum status status = text_open(&files->text, &error);
    if (status == STATUS_OK) {
        status = languages_open(&files->languages, &assets, files->text, options->language, &error);
    }
    assets_close(&assets);
    if (status != STATUS_OK) {
        return unable(error.text);
    }
    /* Who counts has read the same bytes, and says what is wrong with them. */
    status = pack_load_sealed(options->pack_fd, &files->pack, &errors);
    return status == STATUS_OK ? 0 : UNABLE_EXIT;
}

const struct catalog *files_words(const struct files *files)
{
    return files->languages.offer[files->languages.first].catalog;
}
