/* SPDX-License-Identifier: MIT */
/* Protects the questions against any file: a pack is refused with problems that can be printed, or
 * all of it is whole. */
#include "core/pack.h"
#include "core/utf8.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds)
{
    if (!holds) {
        abort();
    }
}

static void check_text(const char text[PACK_TEXT_BYTES], bool may_be_empty)
{
    size_t length = strnlen(text, PACK_TEXT_BYTES);
    require(length < PACK_TEXT_BYTES && utf8_is_clean(text, length));
    require(may_be_empty || length > 0);
}

static void check_pack(const struct pack *pack)
{
    require(pack->question_count >= PACK_QUESTION_MIN);
    require(pack->question_count <= PACK_QUESTION_MAX);
    for (uint32_t i = 0; i < pack->question_count; i++) {
        require(pack->question[i].theme < pack->theme_count);
        check_text(pack->question[i].statement, false);
        check_text(pack->question[i].guidance, false);
        check_text(pack->question[i].brief, false);
        check_text(pack->question[i].subject, false);
        require(pack_question_index(pack, pack->question[i].id) == (int)i);
    }
    for (uint32_t i = 0; i < pack->practice_count; i++) {
        require(pack->practice[i].theme < pack->theme_count);
        check_text(pack->practice[i].text, false);
        check_text(pack->practice[i].spoken, true);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct pack pack;
    static struct pack_errors errors;
    if (pack_parse((const char *)data, size, &pack, &errors) == STATUS_OK) {
        require(errors.count == 0);
        check_pack(&pack);
        return 0;
    }
    require(errors.count > 0);
    for (uint32_t i = 0; i < errors.count && i < PACK_ERROR_MAX; i++) {
        const char *value = errors.item[i].value;
        require(errors.item[i].line > 0 && errors.item[i].column > 0);
        require(utf8_is_clean(value, strnlen(value, PACK_QUOTE_BYTES)));
    }
    return 0;
}
