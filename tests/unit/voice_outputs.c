/* SPDX-License-Identifier: MIT */
/* Protects where the voice is heard: a choice is not said to a room and never moves to another
 * output, what is for the room goes on at the device that is left, and whoever asked is told of
 * each change once. */
#include "voice_rig.h"

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

/* A face that was told of no device, by a voice that has ended since, learns that one plays: so it
 * can say later that the sound is gone, and not that there never was any. */
static void test_what_plays_is_told(void **state)
{
    (void)state;
    say(1, "For all to hear.", VOICE_SPEAKER, 1000);
    assert_non_null(world.playing);
    assert_int_equal(out_count, 1);
    assert_int_equal(out[0].as.state.output, HERE);
    say(2, "Again.", VOICE_SPEAKER, 1100);
    assert_int_equal(out_count, 0);
    world.at.id = ELSEWHERE; /* plugged in between two sentences */
    say(3, "From there.", VOICE_SPEAKER, 1200);
    assert_int_equal(out_count, 1);
    assert_int_equal(out[0].as.state.output, ELSEWHERE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(test_a_choice_goes_to_no_room, set_up),
        cmocka_unit_test_setup(test_headphones_stay_where_they_were, set_up),
        cmocka_unit_test_setup(test_a_choice_does_not_move, set_up),
        cmocka_unit_test_setup(test_a_change_elsewhere_begins_anew, set_up),
        cmocka_unit_test_setup(test_a_device_that_goes_is_told, set_up),
        cmocka_unit_test_setup(test_the_room_hears_it_from_what_is_left, set_up),
        cmocka_unit_test_setup(test_a_change_in_silence_is_told, start),
        cmocka_unit_test_setup(test_what_plays_is_told, start),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
