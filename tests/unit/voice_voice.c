/* SPDX-License-Identifier: MIT */
/* Protects what the voice decides, with an engine and a device that are plain tables: a text
 * replaces the one before, silence is at once, every text that was heard out is answered, a choice
 * is not said to a room and never moves to another output, and nothing of a text is left when it is
 * over. */
#include "voice/voice.h"

#include "core/language.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

enum { SAMPLES_A_LETTER = 100, LOUD = 10000 };
/* Outputs. */
enum { HERE = 11, ELSEWHERE = 12 };

static struct voice voice;
static struct voice_record in, out[VOICE_OUT_MAX];
static uint32_t out_count;

/* The fakes. */
static struct {
    bool has_engine, is_lost, has_changed, is_stuck;
    struct voice_output at;
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

static void sound_look(void *context, struct voice_output *at)
{
    (void)context;
    world.has_changed = false;
    *at = world.at;
}

static bool sound_changed(void *context)
{
    (void)context;
    return world.has_changed;
}

static enum status sound_play(void *context, const int16_t *samples, size_t count)
{
    (void)context;
    if (world.is_stuck) {
        return STATUS_MISSING;
    }
    world.plays++;
    world.is_lost = false;
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
static const struct voice_sound SOUND = {.look = sound_look,
                                         .changed = sound_changed,
                                         .play = sound_play,
                                         .left_ms = sound_left_ms,
                                         .stop = sound_stop,
                                         .close = sound_close};

static int set_up(void **state)
{
    (void)state;
    memset(&voice, 0, sizeof(voice));
    memset(&world, 0, sizeof(world));
    world.has_engine = true;
    world.at.id = HERE;
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
    assert_int_equal(out[0].as.state.output, HERE);
    /* Only asked: it may end at once, and hold no memory. */
    assert_true(voice_is_done(&voice, 1000));
    world.has_engine = false;
    world.at.id = 0;
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

/* What is said for headphones that are at this output. */
static void say_at(uint32_t output, const char *text, uint64_t now_ms)
{
    voice_init(&in, VOICE_SAY);
    in.sequence = 1;
    in.as.say = (struct voice_say){
        .output = output, .channel = VOICE_PHONES, .speed = 1, .volume = VOICE_VOLUME_STEPS};
    memcpy(in.as.say.text, text, strlen(text));
    voice_take(&voice, &in, sizeof(in), now_ms);
    work(now_ms);
}

/* Silence, and one STATE with this output. */
static void dropped(uint32_t output)
{
    assert_int_equal(out_count, 1);
    assert_int_equal(out[0].type, VOICE_STATE);
    assert_int_equal(out[0].as.state.output, output);
    assert_int_equal(out[0].as.state.device, output != 0);
    nothing_is_left();
}

/* ACCESS 41: what is for headphones is never played while their plug is out. */
static void test_a_choice_goes_to_no_room(void **state)
{
    (void)state;
    world.at.phones = PHONES_OUT;
    say(1, "A little. Chosen.", VOICE_PHONES, 1000);
    assert_int_equal(world.plays, 0);
    assert_int_equal(out[0].as.state.phones, PHONES_OUT);
    dropped(HERE);
    say(2, "For all to hear.", VOICE_SPEAKER, 1000);
    assert_int_equal(world.plays, 1);
    world.at.phones = PHONES_IN;
    say(3, "A little. Chosen.", VOICE_PHONES, 1000);
    assert_int_equal(world.plays, 2);
    world.at.phones = PHONES_OUT; /* pulled in the middle of it */
    world.has_changed = true;
    work(1100);
    assert_int_equal(world.plays, 2);
    dropped(HERE);
}

/* The output is told before the first word, and from then on it is that one or none. */
static void test_headphones_stay_where_they_were(void **state)
{
    (void)state;
    say_at(0, "Read to me.", 1000);
    assert_int_equal(world.plays, 1);
    assert_int_equal(out_count, 1);
    assert_int_equal(out[0].as.state.output, HERE);
    say_at(HERE, "A little. Chosen.", 1100);
    assert_int_equal(world.plays, 2);
    assert_int_equal(out_count, 0);
    world.left_ms = 0;
    work(1600);
    /* The headset went in silence, or the server has another default: not a word there. */
    world.at.id = ELSEWHERE;
    say_at(HERE, "A lot. Chosen.", 3000);
    assert_int_equal(world.plays, 2);
    dropped(ELSEWHERE);
    /* A new voice process has the promise from the face alone. */
    memset(&voice, 0, sizeof(voice));
    voice_open(&voice, &ENGINE, &SOUND, 4000);
    say_at(HERE, "A lot. Chosen.", 4000);
    assert_int_equal(world.plays, 2);
    dropped(ELSEWHERE);
}

/* The headset vanishes in the middle of a choice: silence, and nothing of it from another output.
 */
static void test_a_choice_does_not_move(void **state)
{
    (void)state;
    say_at(HERE, "A little. Chosen.", 1000);
    world.at.id = ELSEWHERE;
    world.has_changed = true;
    work(1100);
    assert_int_equal(world.stops, 2); /* at once, before anybody looked; and for good */
    assert_int_equal(world.plays, 1);
    dropped(ELSEWHERE);
    /* Also where nothing but the stream's end tells. */
    world.at.id = HERE;
    say_at(HERE, "A little. Chosen.", 2000);
    world.at.id = 0;
    world.is_lost = true;
    work(2100);
    assert_int_equal(world.plays, 2);
    dropped(0);
}

/* Another device came or went, and the headphones are where they were: from the beginning. */
static void test_a_change_elsewhere_begins_anew(void **state)
{
    (void)state;
    say_at(HERE, "A little. Chosen.", 1000);
    world.has_changed = true;
    work(1100);
    assert_int_equal(world.stops, 1);
    assert_int_equal(world.plays, 2);
    assert_int_equal(world.count, strlen("A little. Chosen.") * SAMPLES_A_LETTER);
    assert_int_equal(out_count, 0);
    world.left_ms = 0;
    work(1600);
    assert_int_equal(out[0].type, VOICE_SAID);
}

static void test_a_device_that_goes_is_told(void **state)
{
    (void)state;
    say(1, "Until it breaks.", VOICE_SPEAKER, 1000);
    world.at.id = 0;
    world.is_lost = true;
    assert_int_equal(voice_deadline(&voice, 1000), 1000);
    work(1000);
    dropped(0);
    world.is_lost = false;
    say(2, "Nobody is there.", VOICE_SPEAKER, 2000);
    dropped(0);
    /* It is there, and yet it does not play. */
    world.at.id = HERE;
    world.is_stuck = true;
    say(3, "Nobody hears.", VOICE_SPEAKER, 3000);
    dropped(0);
}

/* What is for the room goes on at another device; one that fails again and again is none. */
static void test_the_room_hears_it_from_what_is_left(void **state)
{
    (void)state;
    say(1, "For all to hear.", VOICE_SPEAKER, 1000);
    world.at.id = ELSEWHERE;
    world.is_lost = true;
    work(1100);
    assert_int_equal(world.plays, 2);
    assert_int_equal(out_count, 0);
    for (int i = 2; i < VOICE_BEGINS_MAX; i++) {
        world.is_lost = true;
        work(1200);
        assert_int_equal(out_count, 0);
    }
    world.is_lost = true;
    work(1300);
    assert_int_equal(world.plays, VOICE_BEGINS_MAX);
    dropped(0);
}

/* In silence too: once, and only what is another state. */
static void test_a_change_in_silence_is_told(void **state)
{
    (void)state;
    world.has_changed = true;
    work(1000);
    assert_int_equal(out_count, 0); /* nobody ever asked */
    say(1, "A", VOICE_SPEAKER, 1000);
    world.left_ms = 0;
    work(1500);
    tell(VOICE_ASK, 1500);
    work(1500);
    world.has_changed = true;
    work(1600);
    assert_int_equal(out_count, 0);
    world.has_changed = true;
    world.at.phones = PHONES_IN;
    work(1700);
    assert_int_equal(out_count, 1);
    assert_int_equal(out[0].as.state.phones, PHONES_IN);
    work(1800);
    assert_int_equal(out_count, 0);
    world.has_changed = true;
    world.at.id = 0;
    work(1900);
    dropped(0);
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
        cmocka_unit_test_setup(test_headphones_stay_where_they_were, set_up),
        cmocka_unit_test_setup(test_a_choice_does_not_move, set_up),
        cmocka_unit_test_setup(test_a_change_elsewhere_begins_anew, set_up),
        cmocka_unit_test_setup(test_a_device_that_goes_is_told, set_up),
        cmocka_unit_test_setup(test_the_room_hears_it_from_what_is_left, set_up),
        cmocka_unit_test_setup(test_a_change_in_silence_is_told, set_up),
        cmocka_unit_test_setup(test_silence_costs_nothing, set_up),
        cmocka_unit_test_setup(test_forgetting_ends_it_at_once, set_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
