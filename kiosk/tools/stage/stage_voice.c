/* SPDX-License-Identifier: MIT */
/* The stage's voice: says nothing, and takes its time over it. */
#include "tools/stage/stage_parts.h"

#include "core/language.h"

#include <assert.h>
#include <string.h>

static uint32_t output_of(const struct stage_voice *voice)
{
    return voice->no_device ? 0 : voice->elsewhere ? 2 : 1;
}

/* What is being said may end with that, as it does at a real one. */
void stage_voice_changed(struct stage *stage)
{
    struct stage_voice *voice = &stage->voice;
    bool has_moved = voice->phones == PHONES_OUT || voice->heard_at != output_of(voice);
    if (voice->no_device || (voice->channel == VOICE_PHONES && has_moved)) {
        voice->saying = 0;
    }
    voice->state_ms = stage->now_ms + 1;
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
    out->as.state.output = output_of(voice);
    out->as.state.phones = voice->phones;
}

/* As a real voice decides it. */
static bool may_be_heard(const struct stage_voice *voice, const struct voice_say *say)
{
    bool is_there = say->output == 0 || say->output == output_of(voice);
    return !voice->no_device &&
           (say->channel != VOICE_PHONES || (voice->phones != PHONES_OUT && is_there));
}

static void say(struct stage *stage, const struct voice_record *record)
{
    struct stage_voice *voice = &stage->voice;
    const struct voice_say *what = &record->as.say;
    voice->saying = 0;
    if (!may_be_heard(voice, what)) {
        stage_voice_changed(stage);
        return;
    }
    assert(voice->said_count < STAGE_SAID_MAX);
    voice->said[voice->said_count++] = *what;
    uint64_t letters = strlen(what->text) * STAGE_LETTER_MS * 100;
    voice->saying = record->sequence;
    voice->channel = what->channel;
    voice->heard_at = output_of(voice);
    voice->until_ms = stage->now_ms + what->pause_ms + letters / voice_speed_percent(what->speed);
    if (what->channel == VOICE_PHONES && what->output == 0) {
        stage_voice_changed(stage);
    }
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
        say(stage, record);
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
