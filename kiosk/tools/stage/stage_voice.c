/* SPDX-License-Identifier: MIT */
/* The stage's voice: says nothing, and takes its time over it. */
#include "tools/stage/stage_parts.h"

#include "core/language.h"

#include <assert.h>
#include <string.h>

void stage_voice_changed(struct stage *stage)
{
    stage->voice.state_ms = stage->now_ms + 1;
}

void stage_voice_die(struct stage *stage)
{
    stage->voice.saying = 0;
    stage->voice.died = true;
}

void stage_voice_forget(struct stage *stage)
{
    memset(stage->voice.said, 0, sizeof(stage->voice.said));
    stage->voice.said_count = 0;
}

void stage_voice_reset(struct stage *stage)
{
    memset(&stage->voice, 0, sizeof(stage->voice));
}

static void state(const struct stage_voice *voice, struct voice_record *out)
{
    voice_init(out, VOICE_STATE);
    for (uint32_t i = 0; i < language_count() && !voice->none; i++) {
        out->as.state.languages |= 1u << i;
    }
    out->as.state.device = !voice->no_device;
    out->as.state.phones = voice->phones;
}

void stage_voice_hear(struct stage *stage, const struct voice_record *record)
{
    struct stage_voice *voice = &stage->voice;
    enum status status = voice_check_from_face(record, sizeof(*record));
    assert(status == STATUS_OK);
    (void)status;
    if (record->type == VOICE_ASK) {
        stage_voice_changed(stage);
    } else if (record->type == VOICE_HUSH || record->type == VOICE_FORGET) {
        voice->hushes += voice->saying != 0;
        voice->saying = 0;
    } else if (record->type == VOICE_SAY) {
        assert(voice->said_count < STAGE_SAID_MAX);
        voice->said[voice->said_count++] = record->as.say;
        if (voice->no_device) {
            stage_voice_changed(stage);
            return;
        }
        uint64_t letters = strlen(record->as.say.text) * STAGE_LETTER_MS * 100;
        voice->saying = record->sequence;
        voice->until_ms = stage->now_ms + record->as.say.pause_ms +
                          letters / voice_speed_percent(record->as.say.speed);
    }
}

uint64_t stage_voice_due(const struct stage *stage)
{
    const struct stage_voice *voice = &stage->voice;
    uint64_t state_ms = voice->state_ms != 0 ? voice->state_ms : UINT64_MAX;
    if (voice->died) {
        return stage->now_ms;
    }
    uint64_t said_ms = voice->saying != 0 ? voice->until_ms : UINT64_MAX;
    return state_ms < said_ms ? state_ms : said_ms;
}

void stage_voice_answer(struct stage *stage, struct voice_record *out)
{
    struct stage_voice *voice = &stage->voice;
    if (voice->died) {
        voice_init(out, VOICE_ENDED);
        voice->died = false;
    } else if (voice->state_ms != 0 && voice->state_ms <= stage->now_ms) {
        state(voice, out);
        voice->state_ms = 0;
    } else {
        voice_init(out, VOICE_SAID);
        out->sequence = voice->saying;
        voice->saying = 0;
    }
    enum status status = voice_check_to_face(out, sizeof(*out));
    assert(status == STATUS_OK);
    (void)status;
}
