/* SPDX-License-Identifier: MIT */
#include "main/say.h"

#include "platform/system/terminal.h"
#include "platform/system/words.h"

#include <assert.h>
#include <inttypes.h>
#include <string.h>

enum { SAY_ARGS_MAX = 8 };

static struct words words;
static bool is_open;
static const char *language = "en";
static const struct language *spoken;

void say_in(const char *wanted)
{
    language = wanted;
}

/* Opens the catalogue. Returns false without one; then nothing can be said but what the reader of
 * the catalogue found. */
static bool open_words(void)
{
    static bool was_tried;
    struct assets assets;
    struct error error = {.text = ""};
    if (was_tried) {
        return is_open;
    }
    was_tried = true;
    if (assets_open(&assets, &error) == STATUS_OK) {
        const struct language *wanted = language_find(language);
        spoken = wanted != NULL ? wanted : language_at(0);
        is_open = words_open(&words, &assets, spoken, &error) == STATUS_OK;
        if (!is_open) {
            spoken = language_at(0);
            is_open = words_open(&words, &assets, spoken, &error) == STATUS_OK;
        }
        assets_close(&assets);
    }
    if (!is_open && error.status == STATUS_NO_SPACE) {
        fprintf(stderr, "kiosk: the system gives this program too little memory.\n");
    } else if (!is_open) {
        char safe[SAY_SAFE_BYTES];
        fprintf(stderr, "kiosk: its words are missing (%s). Install the kiosk again.\n",
                say_safe(error.text, safe));
    }
    return is_open;
}

const char *say_text(enum message_id id)
{
    return open_words() ? catalog_text(&words.catalog, id) : "";
}

struct language_offer say_words(void)
{
    bool there = open_words();
    return (struct language_offer){spoken, there ? &words.catalog : NULL};
}

const char *say_find(const char *key)
{
    const char *text = open_words() ? catalog_find(&words.catalog, key) : NULL;
    return text == NULL ? key : text;
}

const char *say_safe(const char *text, char out[SAY_SAFE_BYTES])
{
    return terminal_safe(text, out, SAY_SAFE_BYTES);
}

/* Without a catalogue there is no sentence to put anything into; open_words has told that. */
static void put(FILE *to, const char *text, const struct text_arg *args, size_t arg_count)
{
    static char safe[SAY_ARGS_MAX][SAY_SAFE_BYTES];
    char line[CATALOG_STRING_MAX * 2];
    struct text_arg shown[SAY_ARGS_MAX];
    assert(arg_count <= SAY_ARGS_MAX);
    if (text == NULL) {
        return;
    }
    for (size_t i = 0; i < arg_count; i++) {
        shown[i] = (struct text_arg){args[i].name, say_safe(args[i].value, safe[i])};
    }
    text_format(line, sizeof(line), text, shown, arg_count);
    fputs(line, to);
    fputc('\n', to);
}

void say(FILE *to, enum message_id id, const struct text_arg *args, size_t arg_count)
{
    put(to, open_words() ? say_text(id) : NULL, args, arg_count);
}

const char *say_text_plural(enum message_id id, uint64_t n)
{
    return open_words() ? catalog_plural(&words.catalog, id, n) : "";
}

void say_plural(FILE *to, enum message_id id, uint64_t n, const struct text_arg *args,
                size_t arg_count)
{
    put(to, open_words() ? say_text_plural(id, n) : NULL, args, arg_count);
}

enum result say_error(enum message_id id, const char *name, const char *value, enum result result)
{
    struct text_arg arg = {name, value};
    say(stderr, id, &arg, name != NULL);
    return result;
}

enum result say_misuse(const struct misuse *misuse)
{
    static const enum message_id WHY[] = {
        [MISUSE_UNKNOWN] = MSG_CLI_USAGE,       [MISUSE_TWICE] = MSG_CLI_USAGE_TWICE,
        [MISUSE_VALUE] = MSG_CLI_USAGE_VALUE,   [MISUSE_NEEDS] = MSG_CLI_USAGE_NEEDS,
        [MISUSE_NUMBER] = MSG_CLI_USAGE_NUMBER, [MISUSE_PIN] = MSG_CLI_USAGE_PIN,
    };
    char most[24];
    snprintf(most, sizeof(most), "%" PRIu64, misuse->most);
    struct text_arg args[] = {
        {"word", misuse->word}, {"need", misuse->need != NULL ? misuse->need : ""}, {"most", most}};
    say(stderr, WHY[misuse->kind], args, SAY_COUNT(args));
    return RESULT_USAGE;
}

enum result say_misused(const char *word)
{
    return say_misuse(&(struct misuse){.kind = MISUSE_UNKNOWN, .word = word});
}

static const char SHELL_PLAIN[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                                  "_./-+,:@%";

/* In single quotes no character has a meaning to a shell, except the quote that ends them. */
const char *say_shell_word(const char *path, char out[SAY_WORD_BYTES])
{
    static const char ESCAPED[] = "'\\''";
    size_t length = strlen(path);
    if (length > 0 && strspn(path, SHELL_PLAIN) == length) {
        snprintf(out, SAY_WORD_BYTES, "%s", path);
        return out;
    }
    size_t used = 0;
    out[used++] = '\'';
    for (const char *at = path; *at != '\0' && used + sizeof(ESCAPED) + 1 < SAY_WORD_BYTES; at++) {
        size_t bytes = *at == '\'' ? sizeof(ESCAPED) - 1 : 1;
        memcpy(out + used, *at == '\'' ? ESCAPED : at, bytes);
        used += bytes;
    }
    out[used++] = '\'';
    out[used] = '\0';
    return out;
}
