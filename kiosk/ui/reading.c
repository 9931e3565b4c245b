/* SPDX-License-Identifier: MIT */
#include "ui/reading.h"

#include "core/fnv.h"
#include "core/voice.h"

#include <assert.h>
#include <string.h>

enum {
    PAUSE_NODE_MS = 250,
    PAUSE_HEADING_MS = 600, /* between a statement and its guidance */
};

size_t reading_next(struct reading_cursor *reading, const struct spoken *spoken,
                    char text[SPOKEN_BYTES], uint32_t *pause_ms)
{
    const struct frame *frame = spoken->frame;
    const struct node *node = frame_find(frame, reading->id);
    uint32_t at = reading->id[0] == '\0' ? 0
                  : node != NULL         ? (uint32_t)(node - frame->node)
                                         : frame->node_count;
    for (; at < frame->node_count; at++, reading->byte = 0) {
        node = &frame->node[at];
        size_t length = spoken_has(node) ? spoken_node(spoken, node, text) : 0;
        if (reading->byte < length) {
            size_t end = spoken_sentence(spoken->language, text, reading->byte);
            bool heading = at > 0 && frame->node[at - 1].role == ROLE_HEADING;
            *pause_ms = reading->byte > 0 ? 0 : heading ? PAUSE_HEADING_MS : PAUSE_NODE_MS;
            memcpy(reading->id, node->id, sizeof(reading->id));
            memmove(text, text + reading->byte, end - reading->byte);
            return end - reading->byte;
        }
    }
    return 0;
}

void reading_pass(struct reading_cursor *reading, const struct spoken *spoken)
{
    char text[SPOKEN_BYTES];
    const struct node *node = frame_find(spoken->frame, reading->id);
    if (node != NULL) {
        size_t length = spoken_node(spoken, node, text);
        reading->byte = reading->byte < length
                            ? (uint32_t)spoken_sentence(spoken->language, text, reading->byte)
                            : (uint32_t)length;
        explicit_bzero(text, sizeof(text));
    }
}

size_t reading_words(const struct spoken *spoken, const char *text, size_t bytes, char *out,
                     size_t size)
{
    while (bytes > 1 && (text[bytes - 1] == ' ' || text[bytes - 1] == '\n')) {
        bytes--; /* between sentences */
    }
    assert(bytes > 0 && bytes < size);
    bytes = spoken_numbers(spoken->catalog, text, bytes, out, size);
    for (size_t i = 0; i < bytes; i++) {
        out[i] = out[i] == '\n' ? ' ' : out[i];
    }
    return bytes;
}

static uint32_t hash_of(const struct node *node)
{
    const uint64_t id = fnv_bytes(FNV_START, node->id, strlen(node->id));
    return (uint32_t)fnv_bytes(id, node->spoken, strlen(node->spoken));
}

static bool is_control(const struct node *node)
{
    return (node->flags & NODE_FOCUSABLE) != 0;
}

void heard_remember(struct heard *heard, const struct frame *frame)
{
    heard->count = 0;
    for (uint32_t i = 0; i < frame->node_count; i++) {
        if (!is_control(&frame->node[i])) {
            heard->hash[heard->count++] = hash_of(&frame->node[i]);
        }
    }
}

static bool was_heard(const struct heard *heard, uint32_t hash)
{
    uint32_t i = 0;
    while (i < heard->count && heard->hash[i] != hash) {
        i++;
    }
    return i < heard->count;
}

size_t heard_news(const struct heard *heard, const struct frame *frame, bool pressed,
                  char out[SPOKEN_BYTES])
{
    size_t length = 0;
    out[0] = '\0';
    for (uint32_t i = 0; i < frame->node_count; i++) {
        const struct node *node = &frame->node[i];
        bool wanted = node->role == ROLE_STATUS ||
                      (pressed && !is_control(node) && node->role != ROLE_PROGRESS);
        if (wanted && spoken_has(node) && !was_heard(heard, hash_of(node)) &&
            length + strlen(node->spoken) + 2 < VOICE_TEXT_BYTES) {
            length = spoken_append(out, length, node->spoken);
        }
    }
    return length;
}
