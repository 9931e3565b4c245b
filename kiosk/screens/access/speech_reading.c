/* SPDX-License-Identifier: MIT */
/* Reading a screen aloud: a cursor that goes from node to node, sentence by sentence, and the
 * records that make the voice speak and fall silent. */
#include "screens/access/speech.h"

#include <assert.h>
#include <string.h>

enum {
    PAUSE_NODE_MS = 250,
    PAUSE_HEADING_MS = 600, /* between a statement and its guidance */
};

bool speech_is_private(const struct app *app)
{
    return app->comfort.read == READ_PHONES;
}

struct spoken speech_spoken(const struct app *app)
{
    return (struct spoken){.frame = &app->frame,
                           .catalog = app_catalog(app),
                           .language = app_language(app),
                           .alone = speech_is_private(app)};
}

bool speech_reads(const struct app *app)
{
    return app->comfort.read != READ_OFF && app_has_voice(app);
}

void reading_hush(struct app *app)
{
    if (speech_of(app)->waiting != 0) {
        effect_voice(app, VOICE_HUSH);
        speech_state(app)->waiting = 0;
    }
}

static void say(struct app *app, const char *text, size_t bytes, uint32_t pause_ms)
{
    struct speech *speech = speech_state(app);
    struct voice_record *record = effect_voice(app, VOICE_SAY);
    struct voice_say *out = &record->as.say;
    record->sequence = speech->waiting = ++speech->sequence;
    speech->unasked = false;
    out->language = (uint8_t)language_index(app_language(app));
    out->channel = speech_is_private(app) ? VOICE_PHONES : VOICE_SPEAKER;
    out->output = speech_is_private(app) ? speech->output : 0;
    out->speed = app->comfort.speed;
    out->volume = app->comfort.volume;
    out->pause_ms = (uint16_t)pause_ms;
    while (bytes > 1 && (text[bytes - 1] == ' ' || text[bytes - 1] == '\n')) {
        bytes--; /* between sentences */
    }
    assert(bytes > 0 && bytes < sizeof(out->text));
    bytes = spoken_numbers(app_catalog(app), text, bytes, out->text, sizeof(out->text));
    for (size_t i = 0; i < bytes; i++) {
        out->text[i] = out->text[i] == '\n' ? ' ' : out->text[i];
    }
}

void reading_say_alone(struct app *app, const char *text, size_t length)
{
    size_t bytes = length < VOICE_TEXT_BYTES ? length : spoken_sentence(app_language(app), text, 0);
    speech_state(app)->aside = true;
    say(app, text, bytes, 0);
}

bool reading_say_next(struct app *app)
{
    struct speech *speech = speech_state(app);
    const struct frame *frame = &app->frame;
    const struct spoken spoken = speech_spoken(app);
    char text[SPOKEN_BYTES];
    uint32_t at = 0, pause_ms = 0;
    if (speech->at_id[0] != '\0') {
        const struct node *node = frame_find(frame, speech->at_id);
        at = node != NULL ? (uint32_t)(node - frame->node) : frame->node_count;
    }
    for (; at < frame->node_count; at++, speech->at_byte = 0) {
        const struct node *node = &frame->node[at];
        size_t length = spoken_has(node) ? spoken_node(&spoken, node, text) : 0;
        if (speech->at_byte < length) {
            size_t end = spoken_sentence(app_language(app), text, speech->at_byte);
            bool heading = at > 0 && frame->node[at - 1].role == ROLE_HEADING;
            if (speech->at_byte == 0) {
                pause_ms = heading ? PAUSE_HEADING_MS : PAUSE_NODE_MS;
            }
            memcpy(speech->at_id, node->id, sizeof(speech->at_id));
            speech->aside = false;
            say(app, text + speech->at_byte, end - speech->at_byte, pause_ms);
            explicit_bzero(text, sizeof(text));
            return true;
        }
    }
    return false;
}

void reading_step(struct app *app)
{
    char text[SPOKEN_BYTES];
    struct speech *speech = speech_state(app);
    const struct spoken spoken = speech_spoken(app);
    const struct node *node = frame_find(&app->frame, speech->at_id);
    if (!speech->aside && node != NULL) {
        size_t length = spoken_node(&spoken, node, text);
        speech->at_byte = speech->at_byte < length
                              ? (uint32_t)spoken_sentence(app_language(app), text, speech->at_byte)
                              : (uint32_t)length;
        explicit_bzero(text, sizeof(text));
    }
}

void reading_begin(struct app *app)
{
    struct speech *speech = speech_state(app);
    speech->reading = true;
    speech->paused = false;
    memset(speech->at_id, 0, sizeof(speech->at_id));
    speech->at_byte = 0;
}
