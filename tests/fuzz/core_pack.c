/* SPDX-License-Identifier: MIT */
/* Protects the reader of question packs: any bytes give a whole pack, or problems that have a place
 * and can be printed. */
#include "fuzz.h"

#include "core/pack.h"
#include "core/utf8.h"

#include <assert.h>
#include <string.h>

static struct pack pack;
static struct pack_errors errors;

static void check_text(const char text[PACK_TEXT_BYTES])
{
    size_t length = strnlen(text, PACK_TEXT_BYTES);
    assert(length > 0 && length < PACK_TEXT_BYTES);
    assert(utf8_is_clean(text, length));
}

static void check_pack(void)
{
    static char series[PACK_BYTES_MAX];
    assert(pack.question_count >= PACK_QUESTION_MIN);
    assert(pack.question_count <= PACK_QUESTION_MAX);
    for (uint32_t i = 0; i < pack.question_count; i++) {
        const struct pack_question *question = &pack.question[i];
        assert(question->theme < pack.theme_count);
        assert(pack_question_index(&pack, question->id) == (int)i);
        check_text(question->statement);
        check_text(question->guidance);
        check_text(question->brief);
        check_text(question->subject);
    }
    for (uint32_t i = 0; i < pack.practice_count; i++) {
        assert(pack.practice[i].theme < pack.theme_count);
        check_text(pack.practice[i].text);
    }
    assert(pack_series_text(&pack, 0, "", series, sizeof series) <= sizeof series);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    if (pack_parse((const char *)bytes, length, &pack, &errors) == STATUS_OK) {
        assert(errors.count == 0);
        check_pack();
        return 0;
    }
    assert(errors.count > 0);
    for (uint32_t i = 0; i < errors.count && i < PACK_ERROR_MAX; i++) {
        const struct pack_error *error = &errors.item[i];
        assert(error->line > 0 && error->column > 0);
        assert(memchr(error->value, '\0', PACK_QUOTE_BYTES));
        assert(utf8_is_clean(error->value, strlen(error->value)));
    }
    return 0;
}
