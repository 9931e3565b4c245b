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
    const char *problem = error.text;
    if (status == STATUS_OK) {
        status = languages_open(&files->languages, &assets, files->text, options->language, &error);
    }
    if (status == STATUS_OK) {
        problem = options->pack != NULL ? options->pack : "packs/integrity.pack";
        status = options->pack != NULL ? pack_load(options->pack, &files->pack, &errors)
                                       : pack_load_asset(&assets, problem, &files->pack, &errors);
    }
    assets_close(&assets);
    return status == STATUS_OK ? 0 : unable(problem);
}

const struct catalog *files_words(const struct files *files)
{
    return files->languages.offer[files->languages.first].catalog;
}
