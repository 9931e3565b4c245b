/* SPDX-License-Identifier: MIT */
/* Asks a core with eight languages what depends on their number. Built by eighth.sh. */
#include "core/language.h"
#include "core/message.h"
#include "core/voice.h"

#include <stdio.h>
#include <string.h>

static int missing(const char *what)
{
    printf("%s\n", what);
    return 1;
}

static bool message_takes(uint32_t language)
{
    struct message message;
    message_init(&message, MESSAGE_READ_REPORT);
    message.sequence = 1;
    message.as.report_request.language = (uint8_t)language;
    return message_check_from_face(&message, sizeof(message)) == STATUS_OK;
}

static bool voice_takes(uint32_t language)
{
    struct voice_record record;
    voice_init(&record, VOICE_SAY);
    record.sequence = 1;
    record.as.say = (struct voice_say){.language = (uint8_t)language, .speed = 1, .volume = 1};
    memcpy(record.as.say.text, "A", 1);
    return voice_check_from_face(&record, sizeof(record)) == STATUS_OK;
}

int main(void)
{
    if (language_count() != LANGUAGE_OFFER_MAX + 1) {
        return missing("the table has not eight languages");
    }
    for (uint32_t i = 0; i < language_count(); i++) {
        const struct language *language = language_at(i);
        if (language_find(language->tag) != language || language_index(language) != i) {
            return missing(language->tag);
        }
        if (language->on_request != (i == LANGUAGE_OFFER_MAX)) {
            return missing("the pseudo-language stands among the others");
        }
        if (!message_takes(i) || !voice_takes(i)) {
            return missing("no number on the wire");
        }
    }
    if (message_takes(language_count()) || voice_takes(language_count())) {
        return missing("a number without a language passes");
    }
    return 0;
}
