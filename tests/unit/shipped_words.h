/* SPDX-License-Identifier: MIT */
/* The shipped pack and the English words, as the screens get them: read once, by a test's group
 * set-up. For tests of screens, which link no reader of files. Runs from the top of the tree. */
#ifndef SHIPPED_WORDS_H
#define SHIPPED_WORDS_H

#include "core/catalog.h"
#include "fake_font.h"
#include "screens/app/screen.h"
#include "screens/screens.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

enum { MO_BYTES = 1 << 18 };

static struct pack the_pack;
static struct catalog the_catalog;
static struct language_offer the_language;

static inline size_t read_whole(const char *path, char *out, size_t size)
{
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    size_t length = fread(out, 1, size, file);
    fclose(file);
    return length;
}

/* The words of a language, by its index in core/language.h. The catalogue stands beside the
 * directory this test was built in. */
static inline void shipped_words_in(uint32_t language)
{
    static char mo_bytes[MO_BYTES];
    char path[4096];
    ssize_t bytes = readlink("/proc/self/exe", path, sizeof(path) - 64);
    assert_true(bytes > 0);
    path[bytes] = '\0';
    for (int i = 0; i < 3; i++) {
        *strrchr(path, '/') = '\0';
    }
    const struct language *row = language_at(language);
    (void)snprintf(path + strlen(path), 64, "/assets/text/%s.mo", row->tag);
    struct error error;
    size_t length = read_whole(path, mo_bytes, sizeof(mo_bytes));
    assert_int_equal(catalog_open(&the_catalog, mo_bytes, length, row->plural, &error), STATUS_OK);
    the_language = (struct language_offer){row, &the_catalog};
}

static inline int shipped_words_load(void **state)
{
    (void)state;
    static char pack_bytes[PACK_BYTES_MAX];
    static struct pack_errors errors;
    size_t length = read_whole("assets/packs/integrity.pack", pack_bytes, sizeof(pack_bytes));
    assert_int_equal(pack_parse(pack_bytes, length, &the_pack, &errors), STATUS_OK);
    shipped_words_in(0);
    return 0;
}

/* A kiosk with these words, in English unless another language was loaded, on a usual panel. */
static inline struct app_config shipped_config(struct app_secret *page)
{
    return (struct app_config){.screens = &SCREENS,
                               .pack = &the_pack,
                               .languages = &the_language,
                               .language_count = 1,
                               .text = FAKE_FONT,
                               .secret = page,
                               .random_seed = 1,
                               .width = 1920,
                               .height = 1080,
                               .px_per_m = 5560,
                               .size = SIZE_M};
}

/* What the keeper says while a counting meeting is open; nobody is unlocked. */
static inline void shipped_open_meeting(struct message *message)
{
    message_init(message, MESSAGE_STATUS);
    message->as.status = (struct keeper_status){.meeting = MEETING_OPEN,
                                                .room = ROOM_MANY,
                                                .pin_set = 1,
                                                .memory_locked = 1,
                                                .question_count = 7,
                                                .scale = 2,
                                                .tries_left = 5};
}

#endif
