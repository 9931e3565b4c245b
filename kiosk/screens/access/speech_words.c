/* SPDX-License-Identifier: MIT */
/* What speech says of a node: its spoken words, its state, its place. */
#include "screens/access/speech.h"

#include "core/utf8.h"
#include "screens/parts/keypad.h"
#include "screens/parts/words.h"
#include "screens/visit/question.h"

#include <string.h>

bool speech_is_private(const struct app *app)
{
    return app->comfort.read == READ_PHONES;
}

static bool is_answer(const struct app *app, const struct node *node)
{
    return app->screen == SCREEN_QUESTION && node->action == (uint16_t)QUESTION_ANSWER;
}

/* An answer's mark is for the person alone; a setting's is not. */
static bool may_say_chosen(const struct app *app, const struct node *node)
{
    return node->role == ROLE_CHOICE && (node->flags & NODE_CHOSEN) != 0 &&
           (!is_answer(app, node) || speech_is_private(app));
}

/* Label words stand before a full stop of the sentence they go into. */
static const char *label_of(const struct node *node, char out[SPEECH_TEXT_BYTES])
{
    size_t length = strnlen(node->spoken, SPEECH_TEXT_BYTES - 1);
    memcpy(out, node->spoken, length);
    while (length > 0 && out[length - 1] == '.') {
        length--;
    }
    out[length] = '\0';
    return out;
}

/* Words follow each other with a blank between. */
static size_t append(char out[SPEECH_TEXT_BYTES], size_t length, const char *text)
{
    size_t bytes = strlen(text), room = SPEECH_TEXT_BYTES - 1 - length;
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

size_t speech_node(const struct app *app, const struct node *node, char out[SPEECH_TEXT_BYTES])
{
    out[0] = '\0';
    if (!may_say_chosen(app, node)) {
        return append(out, 0, node->spoken);
    }
    char label[SPEECH_TEXT_BYTES];
    const struct text_arg arg = {"label", label_of(node, label)};
    return text_format(out, SPEECH_TEXT_BYTES, word(app, MSG_COMMON_CHOSEN_PRIVATE_S), &arg, 1);
}

static bool same_group(const struct node *a, const struct node *b)
{
    return a->role == ROLE_CHOICE && b->role == ROLE_CHOICE && a->action == b->action;
}

static size_t position(const struct app *app, const struct node *node, char out[SPEECH_TEXT_BYTES])
{
    const struct frame *frame = &app->frame;
    uint32_t i = 0, n = 0;
    for (uint32_t k = 0; k < frame->node_count; k++) {
        if (same_group(&frame->node[k], node)) {
            n++;
            i = &frame->node[k] <= node ? n : i;
        }
    }
    char label[SPEECH_TEXT_BYTES], at[NUMBER_BYTES], of[NUMBER_BYTES];
    const struct text_arg args[] = {{"label", label_of(node, label)},
                                    {"i", number_digits(app, at, i)},
                                    {"n", number_digits(app, of, n)}};
    return text_format(out, SPEECH_TEXT_BYTES, word(app, MSG_COMMON_POSITION_S), args, 3);
}

/* The heading that a node stands under, but not the screen's own. */
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

size_t speech_focus(const struct app *app, const struct node *node, const char *before_id,
                    char out[SPEECH_TEXT_BYTES])
{
    const struct frame *frame = &app->frame;
    const struct node *before = frame_find(frame, before_id);
    const struct node *heading = group_heading(frame, node);
    char part[SPEECH_TEXT_BYTES];
    size_t length = 0;
    out[0] = '\0';
    if (node->action == (uint16_t)KEYPAD_DIGIT && !speech_is_private(app)) {
        /* Who moves over the keys spells the PIN. */
        return append(out, 0, word(app, MSG_PIN_ENTER_DIGIT_S));
    }
    if (heading != NULL && (before == NULL || group_heading(frame, before) != heading)) {
        char label[SPEECH_TEXT_BYTES];
        const struct text_arg arg = {"label", label_of(heading, label)};
        (void)text_format(part, sizeof(part), "{label}.", &arg, 1);
        length = append(out, length, part);
    }
    if (node->role == ROLE_CHOICE) {
        (void)position(app, node, part);
        length = append(out, length, part);
        return may_say_chosen(app, node) ? append(out, length, word(app, MSG_COMMON_CHOSEN_S))
                                         : length;
    }
    return append(out, length, node->spoken);
}

size_t speech_choice(const struct app *app, const struct node *node, bool was_chosen,
                     char out[SPEECH_TEXT_BYTES])
{
    out[0] = '\0';
    if ((node->flags & NODE_CHOSEN) == 0) {
        return was_chosen ? append(out, 0, word(app, MSG_COMMON_UNMARKED_S)) : 0;
    }
    if (!speech_is_private(app)) {
        return append(out, 0, word(app, MSG_COMMON_CHOSEN_S));
    }
    return speech_node(app, node, out);
}

size_t speech_line(const struct app *app, enum speech_line line, char out[SPEECH_TEXT_BYTES])
{
    char n[NUMBER_BYTES], of[NUMBER_BYTES];
    bool speed = line == LINE_SPEED;
    const struct text_arg args[] = {
        {"n", number_digits(app, n, speed ? app->comfort.speed : app->comfort.volume)},
        {"of", number_digits(app, of, speed ? VOICE_SPEED_STEPS : VOICE_VOLUME_STEPS)}};
    out[0] = '\0';
    switch (line) {
    case LINE_NONE:
        return 0;
    case LINE_HINT:
        return append(out, 0, word(app, MSG_WELCOME_HINT_S));
    case LINE_SPEAKER:
        return append(out, 0, word(app, MSG_COMFORT_READ_SPEAKER));
    case LINE_SPEED:
        return text_format(out, SPEECH_TEXT_BYTES, word(app, MSG_COMFORT_SPEED_S), args, 2);
    case LINE_VOLUME:
        return text_format(out, SPEECH_TEXT_BYTES, word(app, MSG_COMFORT_VOLUME_S), args, 2);
    case LINE_BLANK:
        return append(out, 0, word(app, MSG_COMFORT_BLANK_S));
    case LINE_SAMPLE:
        return append(out, 0, word(app, MSG_SETUP_SOUND_BODY_S));
    }
    return 0;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\n';
}

/* Behind the quotations that close at at. */
static size_t past_quotes(const char *text, size_t length, size_t at)
{
    size_t next = at;
    while (next < length && language_closes_quote(utf8_next(text, length, &next))) {
        at = next;
    }
    return at;
}

size_t speech_sentence(const struct language *language, const char *text, size_t from)
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
        /* Longer than a record: at a blank, or between two letters where there is none. */
        at = blank > from ? blank : from + utf8_cut(text + from, VOICE_TEXT_BYTES - 1);
    }
    while (is_blank(text[at])) {
        at++;
    }
    return at;
}
