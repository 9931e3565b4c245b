/* SPDX-License-Identifier: MIT */
#include "ui/spoken.h"

#include "core/utf8.h"
#include "core/voice.h"

#include <string.h>

bool spoken_has(const struct node *node)
{
    return node->spoken[0] != '\0' && (node->flags & NODE_PICTURE) == 0;
}

/* Returns whether it may be said that the node is chosen: of an answer to the person alone, of a
 * setting to all. */
static bool may_say_chosen(const struct spoken *spoken, const struct node *node)
{
    return node->role == ROLE_CHOICE && (node->flags & NODE_CHOSEN) != 0 &&
           ((node->flags & NODE_SECRET) == 0 || spoken->alone);
}

/* Returns the label of a node without the full stop at its end, because the sentence around it has
 * one. */
static const char *label_of(const struct node *node, char out[SPOKEN_BYTES])
{
    size_t length = strnlen(node->spoken, SPOKEN_BYTES - 1);
    memcpy(out, node->spoken, length);
    while (length > 0 && out[length - 1] == '.') {
        length--;
    }
    out[length] = '\0';
    return out;
}

size_t spoken_append(char out[SPOKEN_BYTES], size_t length, const char *text)
{
    size_t bytes = strlen(text), room = SPOKEN_BYTES - 1 - length;
    bool blank = length > 0;
    if (bytes == 0 || room < 2) {
        return length;
    }
    if (blank) {
        out[length++] = ' ';
        room--;
    }
    bytes = bytes > room ? utf8_cut(text, room) : bytes;
    memcpy(out + length, text, bytes);
    length += bytes;
    out[length] = '\0';
    return length;
}

size_t spoken_node(const struct spoken *spoken, const struct node *node, char out[SPOKEN_BYTES])
{
    out[0] = '\0';
    if (!may_say_chosen(spoken, node)) {
        return spoken_append(out, 0, node->spoken);
    }
    char label[SPOKEN_BYTES];
    const struct text_arg arg = {"label", label_of(node, label)};
    return text_format(out, SPOKEN_BYTES,
                       catalog_text(spoken->catalog, MSG_COMMON_CHOSEN_PRIVATE_S), &arg, 1);
}

static bool same_group(const struct node *a, const struct node *b)
{
    return a->role == ROLE_CHOICE && b->role == ROLE_CHOICE && a->action == b->action;
}

static size_t position(const struct spoken *spoken, const struct node *node, char out[SPOKEN_BYTES])
{
    const struct frame *frame = spoken->frame;
    uint32_t i = 0, n = 0;
    for (uint32_t k = 0; k < frame->node_count; k++) {
        if (same_group(&frame->node[k], node)) {
            n++;
            i = &frame->node[k] <= node ? n : i;
        }
    }
    char label[SPOKEN_BYTES], at[NUMBER_BYTES], of[NUMBER_BYTES];
    const struct text_arg args[] = {{"label", label_of(node, label)},
                                    {"i", language_number(spoken->language, at, i)},
                                    {"n", language_number(spoken->language, of, n)}};
    return text_format(out, SPOKEN_BYTES, catalog_text(spoken->catalog, MSG_COMMON_POSITION_S),
                       args, 3);
}

/* Returns the heading that a node stands under, unless it is the screen's own. */
static const struct node *group_heading(const struct frame *frame, const struct node *node)
{
    const struct node *first = NULL, *found = NULL;
    for (uint32_t i = 0; i < frame->node_count && &frame->node[i] < node; i++) {
        if (frame->node[i].role == ROLE_HEADING) {
            found = &frame->node[i];
            first = first == NULL ? found : first;
        }
    }
    return found != first && (node->flags & NODE_FOOT) == 0 ? found : NULL;
}

size_t spoken_focus(const struct spoken *spoken, const struct node *node, const char *before_id,
                    char out[SPOKEN_BYTES])
{
    const struct frame *frame = spoken->frame;
    const struct node *before = frame_find(frame, before_id);
    const struct node *heading = group_heading(frame, node);
    char part[SPOKEN_BYTES];
    size_t length = 0;
    out[0] = '\0';
    if (node->role != ROLE_CHOICE && (node->flags & NODE_SECRET) != 0 && !spoken->alone) {
        /* Moving over the keys would spell the PIN aloud. */
        return spoken_append(out, 0, catalog_text(spoken->catalog, MSG_PIN_ENTER_DIGIT_S));
    }
    if (heading != NULL && (before == NULL || group_heading(frame, before) != heading)) {
        char label[SPOKEN_BYTES];
        const struct text_arg arg = {"label", label_of(heading, label)};
        (void)text_format(part, sizeof(part), "{label}.", &arg, 1);
        length = spoken_append(out, length, part);
    }
    if (node->role == ROLE_CHOICE) {
        (void)position(spoken, node, part);
        length = spoken_append(out, length, part);
        return may_say_chosen(spoken, node)
                   ? spoken_append(out, length, catalog_text(spoken->catalog, MSG_COMMON_CHOSEN_S))
                   : length;
    }
    return spoken_append(out, length, node->spoken);
}

size_t spoken_choice(const struct spoken *spoken, const struct node *node, bool was_chosen,
                     char out[SPOKEN_BYTES])
{
    out[0] = '\0';
    if ((node->flags & NODE_CHOSEN) == 0) {
        return was_chosen
                   ? spoken_append(out, 0, catalog_text(spoken->catalog, MSG_COMMON_UNMARKED_S))
                   : 0;
    }
    if (!spoken->alone) {
        return spoken_append(out, 0, catalog_text(spoken->catalog, MSG_COMMON_CHOSEN_S));
    }
    return spoken_node(spoken, node, out);
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\n';
}

/* Returns the place behind the quotations that close at `at`. */
static size_t past_quotes(const char *text, size_t length, size_t at)
{
    size_t next = at;
    while (next < length && language_closes_quote(utf8_next(text, length, &next))) {
        at = next;
    }
    return at;
}

size_t spoken_sentence(const struct language *language, const char *text, size_t from)
{
    size_t at = from, blank = 0, length = strlen(text);
    while (at < length && at - from < VOICE_TEXT_BYTES - 1) {
        bool ends = language_ends_sentence(language, utf8_next(text, length, &at));
        at = ends ? past_quotes(text, length, at) : at;
        if (ends && (is_blank(text[at]) || text[at] == '\0')) {
            break;
        }
        blank = is_blank(text[at]) ? at : blank;
    }
    if (at - from > VOICE_TEXT_BYTES - 1 || (text[at] != '\0' && !is_blank(text[at]))) {
        /* A sentence longer than a record is cut at a blank, or between two letters where there is
         * none. */
        at = blank > from ? blank : from + utf8_cut(text + from, VOICE_TEXT_BYTES - 1);
    }
    while (is_blank(text[at])) {
        at++;
    }
    return at;
}
