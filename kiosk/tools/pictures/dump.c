/* SPDX-License-Identifier: MIT */
#include "tools/pictures/dump.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { DIFF_LINE_MAX = 256 };

struct sink {
    char *out;
    size_t length;
};

__attribute__((format(printf, 2, 3))) static void put(struct sink *sink, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    int length = vsnprintf(sink->out + sink->length, DUMP_BYTES - sink->length, format, args);
    va_end(args);
    assert(length >= 0 && (size_t)length < DUMP_BYTES - sink->length);
    sink->length += (size_t)length;
}

/* A line break inside a node would look like another node. */
static void put_words(struct sink *sink, const char *text)
{
    for (; *text != '\0'; text++) {
        if (*text == '\n') {
            put(sink, " / ");
        } else {
            put(sink, "%c", *text);
        }
    }
}

static void put_node(struct sink *sink, const struct node *node)
{
    static const char *const BEFORE[ROLE_COUNT] = {
        [ROLE_HEADING] = "# ", [ROLE_TEXT] = "",   [ROLE_BUTTON] = "[",  [ROLE_CHOICE] = "( ) ",
        [ROLE_PROGRESS] = "{", [ROLE_IMAGE] = "<", [ROLE_STATUS] = "! ",
    };
    static const char *const AFTER[ROLE_COUNT] = {
        [ROLE_HEADING] = "",   [ROLE_TEXT] = "",   [ROLE_BUTTON] = "]", [ROLE_CHOICE] = "",
        [ROLE_PROGRESS] = "}", [ROLE_IMAGE] = ">", [ROLE_STATUS] = "",
    };
    bool chosen = (node->flags & NODE_CHOSEN) != 0;
    put(sink, "%s", (node->flags & NODE_FOCUSED) != 0 ? "> " : "  ");
    bool heard = (node->flags & NODE_HEARD) != 0;
    put(sink, "%s",
        heard                                 ? "~ "
        : node->role == ROLE_CHOICE && chosen ? "(x) "
                                              : BEFORE[node->role]);
    put_words(sink, node->text[0] != '\0' ? node->text : node->spoken);
    put(sink, "%s", AFTER[node->role]);
    put(sink, "%s%s\n", (node->flags & NODE_DISABLED) != 0 ? " off" : "",
        (node->flags & NODE_PRESSED) != 0 ? " pressed" : "");
}

size_t dump_text(char out[DUMP_BYTES], const struct app *app)
{
    struct sink sink = {.out = out};
    put(&sink, "screen %s\n", app_screen_name(app));
    for (uint32_t i = 0; i < app->frame.node_count; i++) {
        const struct node *node = &app->frame.node[i];
        bool has_words = node->text[0] != '\0' || node->spoken[0] != '\0';
        if ((node->flags & NODE_PICTURE) == 0 && has_words) {
            put_node(&sink, node);
        }
    }
    return sink.length;
}

struct lines {
    uint32_t count;
    struct {
        const char *start;
        size_t length;
    } line[DIFF_LINE_MAX];
};

static void split(struct lines *lines, const char *text)
{
    lines->count = 0;
    while (*text != '\0' && lines->count < DIFF_LINE_MAX) {
        size_t length = strcspn(text, "\n");
        lines->line[lines->count].start = text;
        lines->line[lines->count].length = length;
        lines->count++;
        text += length + (text[length] == '\n');
    }
}

static bool equal(const struct lines *a, uint32_t i, const struct lines *b, uint32_t j)
{
    return a->line[i].length == b->line[j].length &&
           memcmp(a->line[i].start, b->line[j].start, a->line[i].length) == 0;
}

size_t dump_diff(char out[DUMP_BYTES], const char *expected, const char *seen)
{
    /* common[i][j]: lines in common of what begins at i and at j. */
    static uint16_t common[DIFF_LINE_MAX + 1][DIFF_LINE_MAX + 1];
    static struct lines a, b;
    split(&a, expected);
    split(&b, seen);
    for (uint32_t i = a.count + 1; i-- > 0;) {
        for (uint32_t j = b.count + 1; j-- > 0;) {
            if (i == a.count || j == b.count) {
                common[i][j] = 0;
            } else if (equal(&a, i, &b, j)) {
                common[i][j] = (uint16_t)(common[i + 1][j + 1] + 1);
            } else {
                uint16_t down = common[i + 1][j];
                uint16_t right = common[i][j + 1];
                common[i][j] = down > right ? down : right;
            }
        }
    }
    struct sink sink = {.out = out};
    for (uint32_t i = 0, j = 0; i < a.count || j < b.count;) {
        bool same = i < a.count && j < b.count && equal(&a, i, &b, j);
        bool drop = !same && i < a.count && (j == b.count || common[i + 1][j] >= common[i][j + 1]);
        const struct lines *from = drop ? &a : &b;
        uint32_t at = drop ? i : j;
        put(&sink, "%c %.*s\n",
            same   ? ' '
            : drop ? '-'
                   : '+',
            (int)from->line[at].length, from->line[at].start);
        i += same || drop;
        j += !drop;
    }
    return sink.length;
}
