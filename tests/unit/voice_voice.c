/* SPDX-License-Identifier: MIT */
/* Protects what the voice does with a text: it replaces the one before, a hush is silence at once,
 * every text that was heard out is answered, and nothing of a text is left when it is over. */
#include "voice_rig.h"

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
        cmocka_unit_test_setup(test_silence_costs_nothing, set_up),
        cmocka_unit_test_setup(test_forgetting_ends_it_at_once, set_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
