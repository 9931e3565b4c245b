/* SPDX-License-Identifier: MIT */
/* Files are mapped once, because no file can be opened after the sandbox closes. */
#include "platform/display/fonts.h"
#include "platform/system/file.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

struct face_source {
    const char *dir, *file, *package;
    const char *script; /* NULL: opened at every start, which fails without it ... */
    bool spare;         /* ... except where the font is only used when no other has a character */
};

#define NOTO_DIR   "/usr/share/fonts/truetype/noto/"
#define DEJAVU_DIR "/usr/share/fonts/truetype/dejavu/"

static const struct face_source sources[FACE_COUNT] = {
    [FACE_TEXT] = {NOTO_DIR, "NotoSans-Regular.ttf", "fonts-noto-core", NULL, false},
    [FACE_DISPLAY] = {NOTO_DIR, "NotoSansDisplay-Regular.ttf", "fonts-noto-core", NULL, false},
    [FACE_BOLD] = {NOTO_DIR, "NotoSans-Bold.ttf", "fonts-noto-core", NULL, false},
    [FACE_ARABIC] = {NOTO_DIR, "NotoSansArabicUI-Regular.ttf", "fonts-noto-ui-core", "Arab", false},
    [FACE_DEVANAGARI] = {NOTO_DIR, "NotoSansDevanagariUI-Regular.ttf", "fonts-noto-ui-core", "Deva",
                         false},
    [FACE_LAST] = {DEJAVU_DIR, "DejaVuSans.ttf", "fonts-dejavu-core", NULL, true},
};

static enum status face_map(struct face *face, const struct face_source *source)
{
    char path[128];
    snprintf(path, sizeof path, "%s%s", source->dir, source->file);
    int fd = -1;
    if (file_open(AT_FDCWD, path, true, &fd) != STATUS_OK) {
        return STATUS_MISSING;
    }
    struct stat stat;
    void *bytes = MAP_FAILED;
    if (fstat(fd, &stat) == 0 && S_ISREG(stat.st_mode) && stat.st_size > 0) {
        bytes = mmap(NULL, (size_t)stat.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
    }
    close(fd);
    if (bytes == MAP_FAILED) {
        return STATUS_IO;
    }
    enum status status = sfnt_read(bytes, (size_t)stat.st_size, &face->metrics);
    if (status != STATUS_OK) {
        munmap(bytes, (size_t)stat.st_size);
        return status;
    }
    face->bytes = bytes;
    face->size = (size_t)stat.st_size;
    return STATUS_OK;
}

enum status face_open(struct face *face, enum text_face which, struct error *error)
{
    const struct face_source *source = &sources[which];
    if (face->bytes != NULL) {
        return STATUS_OK;
    }
    enum status status = face_map(face, source);
    if (status != STATUS_OK) {
        *error = (struct error){.status = status};
        snprintf(error->text, sizeof error->text, "%s%s (%s)", source->dir, source->file,
                 source->package);
    }
    return status;
}

void face_close(struct face *face)
{
    if (face->bytes != NULL) {
        munmap((void *)(uintptr_t)face->bytes, face->size);
        *face = (struct face){0};
    }
}

bool face_is_for_every_start(enum text_face which)
{
    return sources[which].script == NULL;
}

bool face_is_needed(enum text_face which)
{
    return !sources[which].spare;
}

enum text_face face_of_script(const char *script)
{
    for (int i = 0; i < FACE_COUNT; i++) {
        if (sources[i].script != NULL && strcmp(sources[i].script, script) == 0) {
            return (enum text_face)i;
        }
    }
    return FACE_COUNT;
}

bool face_script_is_at_hand(const char *script)
{
    static const char *const AT_HAND[] = {"Latn", "Grek", "Cyrl"};
    for (size_t i = 0; i < sizeof AT_HAND / sizeof AT_HAND[0]; i++) {
        if (strcmp(AT_HAND[i], script) == 0) {
            return true;
        }
    }
    return false;
}

enum status fonts_check(struct error *error)
{
    for (int i = 0; i < FACE_COUNT; i++) {
        enum text_face which = (enum text_face)i;
        struct face face = {0};
        if (!face_is_for_every_start(which) || !face_is_needed(which)) {
            continue;
        }
        enum status status = face_open(&face, which, error);
        face_close(&face);
        if (status != STATUS_OK) {
            return status;
        }
    }
    return STATUS_OK;
}
