/* SPDX-License-Identifier: MIT */
/* The files that screens are made of, read before there is a display: letters, the languages on
 * offer, the pack of questions. No file is read afterwards. */
#ifndef FACE_FILES_H
#define FACE_FILES_H

#include "core/pack.h"
#include "face/face.h"
#include "platform/system/languages.h"

struct files {
    struct text_engine *text;
    struct languages languages;
    struct pack pack;
};

/* Returns 0, or an exit status once it has said what is missing. */
int files_load(struct files *files, const struct face_options *options);
/* Returns the words of the language that greets people. */
const struct catalog *files_words(const struct files *files);

#endif
