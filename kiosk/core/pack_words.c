/* SPDX-License-Identifier: MIT */
#include "core/pack_words.h"

#include <string.h>

enum { KEY_BYTES = 64 };

const char *pack_words(const struct catalog *catalog, const char *kind, const char *id,
                       const char *field, const char *own)
{
    static const char DOT[] = ".";
    const char *parts[] = {kind, DOT, id, field[0] != '\0' ? DOT : "", field};
    char key[KEY_BYTES];
    size_t length = 0;
    for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
        size_t bytes = strlen(parts[i]);
        if (length + bytes >= sizeof(key)) {
            return own;
        }
        memcpy(key + length, parts[i], bytes);
        length += bytes;
    }
    key[length] = '\0';
    const char *found = catalog_find(catalog, key);
    return found != NULL ? found : own;
}

const char *pack_words_statement(const struct pack_question *question,
                                 const struct catalog *catalog)
{
    return pack_words(catalog, "question", question->id, "statement", question->statement);
}

const char *pack_words_brief(const struct pack_question *question, const struct catalog *catalog)
{
    return pack_words(catalog, "question", question->id, "short", question->brief);
}

const char *pack_words_subject(const struct pack_question *question, const struct catalog *catalog)
{
    return pack_words(catalog, "question", question->id, "subject", question->subject);
}

const char *pack_words_theme(const struct pack_theme *theme, const struct catalog *catalog)
{
    return pack_words(catalog, "theme", theme->id, "", theme->name);
}

const char *pack_words_prompt(const struct pack_item *prompt, const struct catalog *catalog)
{
    return pack_words(catalog, "prompt", prompt->id, "", prompt->text);
}
