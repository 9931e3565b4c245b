/* SPDX-License-Identifier: MIT */
/* Protects what face and voice say to each other: every record that our side makes is taken, and
 * one with any byte out of its rule, in either direction, is not. */
#include "core/voice.h"

#include "core/language.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static struct voice_record record;

static struct voice_record *make_say(const char *text)
{
    voice_init(&record, VOICE_SAY);
    record.sequence = 7;
    record.as.say.speed = VOICE_SPEED_USUAL;
    record.as.say.volume = VOICE_VOLUME_USUAL;
    memcpy(record.as.say.text, text, strlen(text));
    return &record;
}

static bool from_face(void)
{
    return voice_check_from_face(&record, sizeof(record)) == STATUS_OK;
}

static bool to_face(void)
{
    return voice_check_to_face(&record, sizeof(record)) == STATUS_OK;
}

static void test_good_records_are_taken(void **state)
{
    (void)state;
    static const enum voice_type BARE[] = {VOICE_ASK, VOICE_HUSH, VOICE_FORGET};
    static const enum voice_type BACK[] = {VOICE_STATE, VOICE_ENDED, VOICE_GONE};
    for (size_t i = 0; i < sizeof(BARE) / sizeof(BARE[0]); i++) {
        voice_init(&record, BARE[i]);
        assert_true(from_face());
        assert_false(to_face());
    }
    for (size_t i = 0; i < sizeof(BACK) / sizeof(BACK[0]); i++) {
        voice_init(&record, BACK[i]);
        assert_true(to_face());
        assert_false(from_face());
    }
    make_say("Quiet company counts.");
    assert_true(from_face());
    assert_false(to_face());
    voice_init(&record, VOICE_SAID);
    assert_false(to_face());
    record.sequence = 7;
    assert_true(to_face());
}

static void test_length_version_and_type(void **state)
{
    (void)state;
    voice_init(&record, VOICE_ASK);
    assert_int_equal(voice_check_from_face(&record, sizeof(record) - 1), STATUS_INVALID);
    assert_int_equal(voice_check_from_face(&record, sizeof(record) + 1), STATUS_INVALID);
    record.version++;
    assert_false(from_face());
    for (uint32_t type = 0; type <= UINT16_MAX; type++) {
        voice_init(&record, (enum voice_type)type);
        assert_int_equal(from_face(),
                         type == VOICE_ASK || type == VOICE_HUSH || type == VOICE_FORGET);
    }
}

static void test_fields_of_a_say(void **state)
{
    (void)state;
    make_say("A")->sequence = 0;
    assert_false(from_face());
    make_say("A")->as.say.language = (uint8_t)language_count();
    assert_false(from_face());
    make_say("A")->as.say.channel = VOICE_PHONES + 1;
    assert_false(from_face());
    make_say("A")->as.say.speed = 0;
    assert_false(from_face());
    make_say("A")->as.say.speed = VOICE_SPEED_STEPS + 1;
    assert_false(from_face());
    make_say("A")->as.say.volume = 0;
    assert_false(from_face());
    make_say("A")->as.say.volume = VOICE_VOLUME_STEPS + 1;
    assert_false(from_face());
    make_say("A")->as.say.pause_ms = VOICE_PAUSE_MS_MAX + 1;
    assert_false(from_face());
    make_say("A")->as.say.output = 7; /* the room is wherever it is */
    assert_false(from_face());
    record.as.say.channel = VOICE_PHONES;
    assert_true(from_face());
}

static void test_texts(void **state)
{
    (void)state;
    make_say("");
    assert_false(from_face());
    make_say("two\nlines");
    assert_false(from_face());
    make_say("cut \xe2\x80");
    assert_false(from_face());
    make_say("\x1b[0m");
    assert_false(from_face());
    make_say("A");
    memset(record.as.say.text, 'a', sizeof(record.as.say.text)); /* no end */
    assert_false(from_face());
    record.as.say.text[VOICE_TEXT_BYTES - 1] = '\0';
    assert_true(from_face());
}

/* Nothing of the sender's memory comes along. */
static void test_every_byte_behind_the_text_is_zero(void **state)
{
    (void)state;
    make_say("A");
    uint8_t *bytes = (uint8_t *)&record;
    for (size_t i = offsetof(struct voice_record, as.say.text) + 2; i < sizeof(record); i++) {
        bytes[i] = 1;
        assert_false(from_face());
        bytes[i] = 0;
    }
    assert_true(from_face());
    static const enum voice_type TYPES[] = {VOICE_STATE, VOICE_ENDED, VOICE_GONE};
    for (size_t t = 0; t < sizeof(TYPES) / sizeof(TYPES[0]); t++) {
        voice_init(&record, TYPES[t]);
        size_t from = TYPES[t] == VOICE_STATE ? offsetof(struct voice_record, as.state.phones) + 1
                                              : offsetof(struct voice_record, sequence);
        for (size_t i = from; i < sizeof(record); i++) {
            bytes[i] = 1;
            assert_false(to_face());
            bytes[i] = 0;
        }
    }
}

static void test_fields_of_a_state(void **state)
{
    (void)state;
    voice_init(&record, VOICE_STATE);
    record.as.state.languages = (1u << language_count()) - 1;
    record.as.state.device = 1;
    record.as.state.output = UINT32_MAX;
    record.as.state.phones = PHONES_OUT;
    assert_true(to_face());
    record.as.state.device = 0; /* an output without a device */
    assert_false(to_face());
    record.as.state.output = 0;
    record.as.state.languages = 1u << language_count();
    assert_false(to_face());
    record.as.state.languages = 0;
    record.as.state.device = 2;
    assert_false(to_face());
    record.as.state.device = 0;
    record.as.state.phones = PHONES_OUT + 1;
    assert_false(to_face());
}

/* ACCESS 40: 50 to 200 % in 6 to 8 steps around the usual one; volume steps of at most 10 dB. */
static void test_steps(void **state)
{
    (void)state;
    assert_in_range(VOICE_SPEED_STEPS, 6, 8);
    assert_int_equal(voice_speed_percent(1), 50);
    assert_int_equal(voice_speed_percent(VOICE_SPEED_USUAL), 100);
    assert_int_equal(voice_speed_percent(VOICE_SPEED_STEPS), 200);
    for (uint32_t step = 2; step <= VOICE_SPEED_STEPS; step++) {
        assert_true(voice_speed_percent(step) > voice_speed_percent(step - 1));
    }
    assert_int_equal(voice_volume_gain(VOICE_VOLUME_STEPS), 32768);
    for (uint32_t step = 2; step <= VOICE_VOLUME_STEPS; step++) {
        int32_t louder = voice_volume_gain(step), softer = voice_volume_gain(step - 1);
        assert_true(louder > softer);
        assert_true(louder * 100 < softer * 316); /* 10 dB */
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_good_records_are_taken),
        cmocka_unit_test(test_length_version_and_type),
        cmocka_unit_test(test_fields_of_a_say),
        cmocka_unit_test(test_texts),
        cmocka_unit_test(test_every_byte_behind_the_text_is_zero),
        cmocka_unit_test(test_fields_of_a_state),
        cmocka_unit_test(test_steps),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
