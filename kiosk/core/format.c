/* SPDX-License-Identifier: MIT */
#include "core/catalog.h"

#include <assert.h>
#include <string.h>

struct writer {
    char *out;
    size_t size; /* with room for the NUL */
    size_t length;
    bool full; /* something was cut, so nothing may follow */
};

static void writer_add(struct writer *writer, const char *bytes, size_t length)
{
    size_t room = writer->size - 1 - writer->length;
    if (writer->full) {
        return;
    }
    if (length > room) {
        writer->full = true;
        length = utf8_cut(bytes, room);
    }
    memcpy(writer->out + writer->length, bytes, length);
    writer->length += length;
}

/* Returns the value for the {name} name[0..length), or NULL. */
static const char *find_value(const struct text_arg *args, size_t arg_count, const char *name,
                              size_t length)
{
    for (size_t i = 0; i < arg_count; i++) {
        if (strlen(args[i].name) == length && memcmp(args[i].name, name, length) == 0) {
            return args[i].value;
        }
    }
    return NULL;
}

size_t text_format(char *out, size_t size, const char *message, const struct text_arg *args,
                   size_t arg_count)
{
    assert(size > 0);
    struct writer writer = {.out = out, .size = size};
    const char *at = message;
    while (*at != '\0') {
        size_t plain = strcspn(at, "{");
        writer_add(&writer, at, plain);
        at += plain;
        if (*at == '\0') {
            break;
        }
        size_t name_length = strcspn(at + 1, "{}");
        const char *value =
            at[1 + name_length] == '}' ? find_value(args, arg_count, at + 1, name_length) : NULL;
        if (value != NULL) {
            writer_add(&writer, value, strlen(value));
            at += name_length + 2;
        } else {
            writer_add(&writer, at, 1);
            at++;
        }
    }
    out[writer.length] = '\0';
    return writer.length;
}

char *text_number(char *out, int64_t n)
{
    char digits[20];
    size_t count = 0;
    size_t length = 0;
    uint64_t rest = n < 0 ? 0 - (uint64_t)n : (uint64_t)n; /* INT64_MIN has no positive twin */
    do {
        digits[count++] = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest > 0);
    if (n < 0) {
        out[length++] = '-';
    }
    while (count > 0) {
        out[length++] = digits[--count];
    }
    out[length] = '\0';
    return out;
}
