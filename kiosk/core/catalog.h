/* SPDX-License-Identifier: MIT */
/* The words. A catalogue is a compiled gettext file (.mo) whose keys are our message ids; it is
 * read from bytes in memory, checked before use, and keeps pointers into those bytes. Knows no
 * locale, no file and no heap. The ids are generated from the English source (assets/text/en.po)
 * into message_ids.h, so that an unknown id does not compile. */
#ifndef CORE_CATALOG_H
#define CORE_CATALOG_H

#include "core/mo.h"
#include "core/status.h"
#include "core/utf8.h"
#include "message_ids.h" /* generated: enum message_id { MSG_WELCOME_TITLE, ..., MSG_COUNT } */

#include <stdbool.h>
#include <stddef.h>

enum { CATALOG_BYTES_MAX = MO_BYTES_MAX, CATALOG_STRING_MAX = MO_STRING_MAX };

/* Which plural form a number takes; one per family of languages (CLDR cardinal rules). */
enum plural_rule { PLURAL_ENGLISH, PLURAL_ARABIC, PLURAL_NONE };

struct catalog {
    const char *text[MSG_COUNT]; /* plural forms follow each other, each ended by a NUL */
    uint16_t text_forms[MSG_COUNT];
    enum plural_rule plural;
    struct mo mo; /* for catalog_find */
};

/* Checks the file as mo_open does, and that a plural message has as many forms as the rule asks.
 * STATUS_DAMAGED with a message naming the first problem; STATUS_MISSING names an id that the file
 * lacks. On failure catalog is untouched. The error texts are the only English in C: without a
 * catalogue there are no other words. */
MUST_USE enum status catalog_open(struct catalog *catalog, const char *bytes, size_t length,
                                  enum plural_rule plural, struct error *error);

/* The text of an id, never NULL. Plural messages give their first form. */
const char *catalog_text(const struct catalog *catalog, enum message_id id);

/* The form of a plural message for n. */
const char *catalog_plural(const struct catalog *catalog, enum message_id id, uint64_t n);

/* The text of any key, also one that is no compiled id (a translated pack's
 * "question.q1.statement"), or NULL. */
const char *catalog_find(const struct catalog *catalog, const char *key);

/* The message id's own name ("welcome.title"), for tests and dumps. */
const char *message_id_name(enum message_id id);

/* One {name} of a message and what stands for it. */
struct text_arg {
    const char *name;
    const char *value;
};

/* Copies message to out, each {name} replaced; what stands in a value is not replaced again. An
 * unknown {name} stays as written. What does not fit is cut, never inside a UTF-8 sequence. Returns
 * the length written; out is always ended (size at least 1). */
size_t text_format(char *out, size_t size, const char *message, const struct text_arg *args,
                   size_t arg_count);

/* Decimal digits of n into out (at least 24 bytes); returns out. */
char *text_number(char *out, int64_t n);

#endif
