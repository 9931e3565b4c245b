/* SPDX-License-Identifier: MIT */
/* Protects what the voice decides, with an engine and a device that are plain tables: a text
 * replaces the one before, silence is at once, every text that was heard out is answered, a choice
 * is not said to a room, and nothing of a text is left when it is over. */
#include "voice/voice.h"

#include "core/language.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

enum { SAMPLES_A_LETTER = 100, LOUD = 10000 };

static struct voice voice;
static struct voice_record in, out[VOICE_OUT_MAX];
static uint32_t out_count;

/* The fakes. */
static struct {
    bool has_engine, has_device, is_lost;
    enum voice_phones phones;
    const int16_t *playing;
    size_t count;
    uint32_t left_ms;
    uint32_t plays, stops, closes;
    char said[VOICE_TEXT_BYTES];
} world;

static uint32_t engine_languages(void *context)
{
    (void)context;
    return world.has_engine ? 5 : 0;
}

static enum status engine_speak(void *context, const struct voice_say *say, int16_t *samples,
                                size_t max, size_t *count)
{
    (void)context;
    size_t wanted = strlen(say->text) * SAMPLES_A_LETTER;
    *count = wanted < max ? wanted : max;
    if (!world.has_engine || say->language == 1) {
        return STATUS_MISSING;
    }
    for (size_t i = 0; i < *count; i++) {
        samples[i] = i % 2 == 0 ? LOUD : -LOUD;
    }
    memcpy(world.said, say->text, sizeof(world.said));
    return STATUS_OK;
}

static bool sound_has_device(void *context)
{
    (void)context;
    return world.has_device;
}

static enum voice_phones sound_phones(void *context)
{
    (void)context;
    return world.phones;
}

static enum status sound_play(void *context, const int16_t *samples, size_t count)
{
    (void)context;
    if (!world.has_device) {
        return STATUS_MISSING;
    }
    world.plays++;
    world.playing = samples;
    world.count = count;
    world.left_ms = 500;
    return STATUS_OK;
}

static uint32_t sound_left_ms(void *context, bool *lost)
{
    (void)context;
    *lost = world.is_lost;
    return world.left_ms;
}

static void sound_stop(void *context)
{
    (void)context;
    world.stops++;
    world.playing = NULL;
}

static void sound_close(void *context)
{
    (void)context;
    world.closes++;
}

static const struct voice_engine ENGINE = {.languages = engine_languages, .speak = engine_speak};
static const struct voice_sound SOUND = {.has_device = sound_has_device,
                                         .phones = sound_phones,
                                         .play = sound_play,
                                         .left_ms = sound_left_ms,
                                         .stop = sound_stop,
                                         .close = sound_close};

static int set_up(void **state)
{
    (void)state;
    memset(&voice, 0, sizeof(voice));
    memset(&world, 0, sizeof(world));
    world.has_engine = world.has_device = true;
    voice_open(&voice, &ENGINE, &SOUND, 1000);
    return 0;
}

static void work(uint64_t now_ms)
{
    voice_work(&voice, now_ms, out, &out_count);
    for (uint32_t i = 0; i < out_count; i++) {
        assert_int_equal(voice_check_to_face(&out[i], sizeof(out[i])), STATUS_OK);
    }
}

static void tell(enum voice_type type, uint64_t now_ms)
{
    voice_init(&in, type);
    voice_take(&voice, &in, sizeof(in), now_ms);
}

static void say(uint32_t sequence, const char *text, enum voice_channel channel, uint64_t now_ms)
{
    voice_init(&in, VOICE_SAY);
    in.sequence = sequence;
    in.as.say = (struct voice_say){
        .channel = (uint8_t)channel, .speed = VOICE_SPEED_USUAL, .volume = VOICE_VOLUME_STEPS};
    memcpy(in.as.say.text, text, strlen(text));
    voice_take(&voice, &in, sizeof(in), now_ms);
    work(now_ms);
}

static bool all_zero(const void *bytes, size_t length)
{
    const unsigned char *at = bytes;
    for (size_t i = 0; i < length; i++) {
        if (at[i] != 0) {
            return false;
        }
    }
    return true;
}

static void nothing_is_left(void)
{
    assert_true(all_zero(&voice.say, sizeof(voice.say)));
    assert_true(all_zero(voice.samples, sizeof(voice.samples)));
    assert_null(world.playing);
}

static void test_it_says_what_it_has(void **state)
{
    (void)state;
    tell(VOICE_ASK, 1000);
    work(1000);
    assert_int_equal(out_count, 1);
    assert_int_equal(out[0].type, VOICE_STATE);
    assert_int_equal(out[0].as.state.languages, 5);
    assert_int_equal(out[0].as.state.device, 1);
    /* Only asked: it may end at once, and hold no memory. */
    assert_true(voice_is_done(&voice, 1000));
    world.has_engine = world.has_device = false;
    tell(VOICE_ASK, 1000);
    assert_false(voice_is_done(&voice, 1000));
    work(1000);
    assert_int_equal(out[0].as.state.languages, 0);
    assert_int_equal(out[0].as.state.device, 0);
}

static void test_heard_out_and_answered_once(void **state)
{
    (void)state;
    say(7, "Quiet.", VOICE_SPEAKER, 1000);
    assert_int_equal(out_count, 0);
    assert_int_equal(world.count, 6 * SAMPLES_A_LETTER);
    assert_true(all_zero(&voice.say, sizeof(voice.say))); /* its letters are gone already */
    assert_int_equal(voice_deadline(&voice, 1000), 1500);
    world.left_ms = 0;
    work(1500);
    assert_int_equal(out_count, 1);
    assert_int_equal(out[0].type, VOICE_SAID);
    assert_int_equal(out[0].sequence, 7);
    nothing_is_left();
    work(1501);
    assert_int_equal(out_count, 0);
}

static void test_a_pause_comes_before_the_words(void **state)
{
    (void)state;
    voice_init(&in, VOICE_SAY);
    in.sequence = 1;
    in.as.say =
        (struct voice_say){.speed = 1, .volume = VOICE_VOLUME_STEPS, .pause_ms = 600, .text = "A"};
    voice_take(&voice, &in, sizeof(in), 1000);
    work(1000);
    size_t pause = 600 * VOICE_RATE / 1000;
    assert_int_equal(world.count, pause + SAMPLES_A_LETTER);
    assert_true(all_zero(world.playing, pause * sizeof(int16_t)));
    assert_int_equal(world.playing[pause], LOUD);
}

static void test_softer_is_softer(void **state)
{
    (void)state;
    int16_t before = LOUD + 1;
    for (uint8_t step = VOICE_VOLUME_STEPS; step >= 1; step--) {
        voice_init(&in, VOICE_SAY);
        in.sequence = step;
        in.as.say = (struct voice_say){.speed = 1, .volume = step, .text = "A"};
        voice_take(&voice, &in, sizeof(in), 1000);
        work(1000);
        assert_in_range(world.playing[0], before / 3, before - 1);
        before = world.playing[0];
    }
}

static void test_a_hush_is_silence_at_once(void **state)
{
    (void)state;
    say(1, "Nobody shall hear the end of this.", VOICE_SPEAKER, 1000);
    tell(VOICE_HUSH, 1100);
    assert_int_equal(world.stops, 1);
    nothing_is_left();
    work(1100);
    assert_int_equal(out_count, 0); /* it was not heard out */
}

static void test_a_text_replaces_the_one_before(void **state)
{
    (void)state;
    say(1, "first", VOICE_SPEAKER, 1000);
    say(2, "second", VOICE_SPEAKER, 1010);
    assert_string_equal(world.said, "second");
    assert_int_equal(world.stops, 1);
    world.left_ms = 0;
    work(1500);
    assert_int_equal(out_count, 1);
    assert_int_equal(out[0].sequence, 2);
    /* Two that come together: the newest alone. */
    voice_init(&in, VOICE_SAY);
    in.sequence = 3;
    in.as.say = (struct voice_say){.speed = 1, .volume = 1, .text = "third"};
    voice_take(&voice, &in, sizeof(in), 1600);
    say(4, "fourth", VOICE_SPEAKER, 1600);
    assert_int_equal(world.plays, 3);
    assert_string_equal(world.said, "fourth");
}

static void test_a_record_that_breaks_a_rule_changes_nothing(void **state)
{
    (void)state;
    say(1, "going on", VOICE_SPEAKER, 1000);
    voice_init(&in, VOICE_HUSH);
    voice_take(&voice, &in, sizeof(in) - 1, 1001);
    in.version++;
    voice_take(&voice, &in, sizeof(in), 1001);
    voice_init(&in, VOICE_SAY); /* says nothing */
    voice_take(&voice, &in, sizeof(in), 1001);
    work(1001);
    assert_int_equal(out_count, 0);
    assert_int_equal(world.stops, 0);
    assert_non_null(world.playing);
}

/* A voice that is not there says so by going on, not by saying the words in another language. */
static void test_a_language_without_a_voice_is_not_said(void **state)
{
    (void)state;
    voice_init(&in, VOICE_SAY);
    in.sequence = 9;
    in.as.say = (struct voice_say){.language = 1, .speed = 1, .volume = 1, .text = "Hola."};
    voice_take(&voice, &in, sizeof(in), 1000);
    work(1000);
    assert_int_equal(world.plays, 0);
    assert_int_equal(out_count, 1);
    assert_int_equal(out[0].type, VOICE_SAID);
    nothing_is_left();
}

/* ACCESS 41: what is for headphones is never played while their plug is out. */
static void test_a_choice_goes_to_no_room(void **state)
{
    (void)state;
    world.phones = PHONES_OUT;
    say(1, "A little. Chosen.", VOICE_PHONES, 1000);
    assert_int_equal(world.plays, 0);
    assert_int_equal(out_count, 1);
    assert_int_equal(out[0].as.state.phones, PHONES_OUT);
    nothing_is_left();
    say(2, "For all to hear.", VOICE_SPEAKER, 1000);
    assert_int_equal(world.plays, 1);
    world.phones = PHONES_IN;
    say(3, "A little. Chosen.", VOICE_PHONES, 1000);
    assert_int_equal(world.plays, 2);
    world.phones = PHONES_OUT; /* pulled in the middle of it */
    work(1100);
    assert_int_equal(out[0].type, VOICE_STATE);
    nothing_is_left();
}

static void test_a_device_that_goes_is_told(void **state)
{
    (void)state;
    say(1, "Until it breaks.", VOICE_SPEAKER, 1000);
    world.is_lost = true;
    assert_int_equal(voice_deadline(&voice, 1000), 1000);
    work(1000);
    assert_int_equal(out_count, 1);
    assert_int_equal(out[0].as.state.device, 0);
    nothing_is_left();
    world.is_lost = world.has_device = false;
    say(2, "Nobody is there.", VOICE_SPEAKER, 2000);
    assert_int_equal(out_count, 1);
    assert_int_equal(out[0].as.state.device, 0);
    nothing_is_left();
}

/* Silence lets go of the device, and then of the process; until then nothing is due. */
static void test_silence_costs_nothing(void **state)
{
    (void)state;
    say(1, "A", VOICE_SPEAKER, 1000);
    assert_false(voice_is_done(&voice, 1000 + VOICE_REST_MS));
    world.left_ms = 0;
    work(2000);
    assert_int_equal(voice_deadline(&voice, 2000), 2000 + VOICE_CLOSE_MS);
    work(2000 + VOICE_CLOSE_MS - 1);
    assert_int_equal(world.closes, 0);
    work(2000 + VOICE_CLOSE_MS);
    assert_int_equal(world.closes, 1);
    assert_int_equal(voice_deadline(&voice, 3000), 2000 + VOICE_REST_MS);
    assert_false(voice_is_done(&voice, 2000 + VOICE_REST_MS - 1));
    assert_true(voice_is_done(&voice, 2000 + VOICE_REST_MS));
}

/* A visit ended: the process is to end, and what comes behind is for the next one. */
static void test_forgetting_ends_it_at_once(void **state)
{
    (void)state;
    say(1, "A little. Chosen.", VOICE_PHONES, 1000);
    assert_false(voice_forgets(&voice));
    tell(VOICE_FORGET, 1100);
    assert_int_equal(world.stops, 1);
    nothing_is_left();
    assert_true(voice_forgets(&voice));
    assert_true(voice_is_done(&voice, 1100));
    work(1100);
    assert_int_equal(out_count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(test_it_says_what_it_has, set_up),
        cmocka_unit_test_setup(test_heard_out_and_answered_once, set_up),
        cmocka_unit_test_setup(test_a_pause_comes_before_the_words, set_up),
        cmocka_unit_test_setup(test_softer_is_softer, set_up),
        cmocka_unit_test_setup(test_a_hush_is_silence_at_once, set_up),
        cmocka_unit_test_setup(test_a_text_replaces_the_one_before, set_up),
        cmocka_unit_test_setup(test_a_record_that_breaks_a_rule_changes_nothing, set_up),
        cmocka_unit_test_setup(test_a_language_without_a_voice_is_not_said, set_up),
        cmocka_unit_test_setup(test_a_choice_goes_to_no_room, set_up),
        cmocka_unit_test_setup(test_a_device_that_goes_is_told, set_up),
        cmocka_unit_test_setup(test_silence_costs_nothing, set_up),
        cmocka_unit_test_setup(test_forgetting_ends_it_at_once, set_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
