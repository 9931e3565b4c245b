/* SPDX-License-Identifier: MIT */
/* What the screens are made of and what is read from files before the display is there: letters,
 * the languages on offer, the pack of questions. No file is read after it. */
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

/* 0, or the exit status once it has said what is missing. */
int files_load(struct files *files, const struct face_options *options);
/* The words of the language that greets people. */
const struct catalog *files_words(const struct files *files);

#endif
