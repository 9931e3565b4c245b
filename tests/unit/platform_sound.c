/* SPDX-License-Identifier: MIT */
/* Protects what is known of sound cards: speakers and headphones are heard before a display, a
 * device has a number of its own, a card that is gone is waited for no more, and what is played at
 * a card's own name is all of what was given, from the first sample on. */
#include "platform/sound/way.h"

#include <alsa/asoundlib.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static void test_kinds(void **state)
{
    (void)state;
    assert_int_equal(card_kind_of("HDA-Intel", "PCH", "ALC3246 Analog"), CARD_ANALOG);
    assert_int_equal(card_kind_of("HDA-Intel", "PCH", "HDMI 0"), CARD_DIGITAL);
    assert_int_equal(card_kind_of("HDA-Intel", "PCH", "ALC887-VD Digital"), CARD_DIGITAL);
    assert_int_equal(card_kind_of("vc4-hdmi", "vc4hdmi0", "MAI PCM i2s-hifi-0"), CARD_DIGITAL);
    assert_int_equal(card_kind_of("bcm2835_audio", "Headphones", "bcm2835 Headphones"),
                     CARD_ANALOG);
    assert_int_equal(card_kind_of("USB-Audio", "Headset", "USB Audio"), CARD_USB);
    assert_int_equal(card_kind_of("USB-Audio", "Box", "USB Audio S/PDIF"), CARD_DIGITAL);
    assert_int_equal(card_kind_of("Loopback", "Loopback", "Loopback PCM"), CARD_NOWHERE);
}

/* A laptop with a display in its socket, as its kernel lists it. */
static struct card_output outputs[] = {
    {.card = 0, .device = 3, .id = "HDMI", .kind = CARD_DIGITAL, .is_plugged = false},
    {.card = 0, .device = 7, .id = "HDMI", .kind = CARD_DIGITAL, .is_plugged = true},
    {.card = 1, .device = 0, .id = "Loopback", .kind = CARD_NOWHERE, .is_plugged = true},
    {.card = 2, .device = 1, .id = "PCH", .kind = CARD_ANALOG, .is_plugged = true},
    {.card = 2, .device = 0, .id = "PCH", .kind = CARD_ANALOG, .is_plugged = true},
    {.card = 3, .device = 0, .id = "Headset", .kind = CARD_USB, .is_plugged = true},
};

static void test_the_best(void **state)
{
    (void)state;
    assert_null(card_best(outputs, 0));
    assert_ptr_equal(card_best(outputs, 6), &outputs[5]);
    assert_ptr_equal(card_best(outputs, 5), &outputs[4]);
    assert_ptr_equal(card_best(outputs, 3), &outputs[1]); /* the display that is there */
    assert_ptr_equal(card_best(outputs, 1), &outputs[0]);
}

static void test_every_output_has_its_number(void **state)
{
    (void)state;
    uint32_t ids[6];
    for (size_t i = 0; i < 6; i++) {
        struct audio_output output;
        sound_card_choose(&outputs[i], &output);
        ids[i] = output.id;
        assert_int_not_equal(ids[i], 0);
        for (size_t k = 0; k < i; k++) {
            assert_int_not_equal(ids[i], ids[k]);
        }
        sound_card_choose(&outputs[i], &output);
        assert_int_equal(output.id, ids[i]);
    }
    const char *const one[] = {"ab", "c"}, *const other[] = {"a", "bc"};
    assert_int_not_equal(sound_output_id(one, 2), sound_output_id(other, 2));
}

/* What poll says of a card that was pulled out: once, and then nobody waits on it. */
static void test_a_card_that_is_gone_is_dropped(void **state)
{
    (void)state;
    int ends[2], other[2];
    struct pollfd waits[CARDS_MAX];
    struct cards cards = {.count = 3};
    assert_int_equal(pipe(ends), 0);
    assert_int_equal(pipe2(other, O_NONBLOCK), 0);
    cards.card[0] = (struct card){0, ends[0]};  /* its other end is closed: POLLHUP */
    cards.card[1] = (struct card){1, other[0]}; /* nothing to tell */
    cards.card[2] = (struct card){2, ends[1]};  /* not open any more: POLLNVAL */
    close(ends[1]);
    size_t count = cards_waits(&cards, waits);
    assert_int_equal(count, 3);
    assert_int_equal(poll(waits, count, 0), 2);
    cards_hear(&cards, waits, count);
    assert_int_equal(cards.count, 1);
    assert_int_equal(cards.card[0].index, 1);
    assert_true(cards.changed);
    cards.changed = false;
    count = cards_waits(&cards, waits);
    assert_int_equal(poll(waits, count, 0), 0); /* no spinning */
    /* POLLERR without anything to read, as the kernel tells it. */
    waits[0].revents = POLLERR;
    cards_hear(&cards, waits, count);
    assert_int_equal(cards.count, 0);
    assert_true(cards.changed);
    close(other[1]);
}

static char place[64];

static void write_file(const char *name, const char *text)
{
    char path[128];
    (void)snprintf(path, sizeof(path), "%s/%s", place, name);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    (void)fprintf(file, "%s", text);
    fclose(file);
}

/* The sound system's own library, with a card that is a file of the card's name. */
static void test_what_is_played_is_all_of_it(void **state)
{
    (void)state;
    enum { RATE = 22050, COUNT = 30001 };
    static int16_t samples[COUNT], heard[COUNT + RATE];
    char config[512], path[128];
    (void)snprintf(place, sizeof(place), "/tmp/kiosk-sound-XXXXXX");
    assert_non_null(mkdtemp(place));
    (void)snprintf(config, sizeof(config),
                   "pcm.plughw { @args [ CARD DEV ] @args.CARD { type string } @args.DEV { type "
                   "integer }\n type file\n slave.pcm { type null }\n format raw\n file { @func "
                   "concat strings [ \"%s/\" $CARD \"-\" $DEV ] }\n}\n",
                   place);
    write_file("config", config);
    (void)snprintf(path, sizeof(path), "%s/config", place);
    assert_int_equal(setenv("ALSA_CONFIG_PATH", path, 1), 0);
    for (size_t i = 0; i < COUNT; i++) {
        samples[i] = (int16_t)(i * 7 + 1);
    }
    struct audio_output output;
    bool lost = true;
    SOUND_CARD.begin();
    sound_card_choose(&outputs[3], &output);
    assert_int_equal(SOUND_CARD.play(samples, COUNT, RATE), STATUS_OK);
    for (int i = 0; i < 1000 && SOUND_CARD.left_ms(&lost) > 0; i++) {
        assert_true(SOUND_CARD.wait(1));
        assert_false(lost);
    }
    assert_int_equal(SOUND_CARD.left_ms(&lost), 0);
    assert_false(lost);
    SOUND_CARD.close();
    assert_int_equal(SOUND_CARD.left_ms(&lost), 0);
    (void)snprintf(path, sizeof(path), "%s/PCH-1", place);
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    size_t count = fread(heard, sizeof(heard[0]), COUNT + RATE, file);
    fclose(file);
    assert_in_range(count, COUNT, COUNT + RATE - 1);
    assert_memory_equal(heard, samples, sizeof(samples));
    for (size_t i = COUNT; i < count; i++) {
        assert_int_equal(heard[i], 0);
    }
    (void)snprintf(config, sizeof(config), "rm -r %s", place);
    assert_int_equal(system(config), 0);
    (void)snd_config_update_free_global();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_kinds),
        cmocka_unit_test(test_the_best),
        cmocka_unit_test(test_every_output_has_its_number),
        cmocka_unit_test(test_a_card_that_is_gone_is_dropped),
        cmocka_unit_test(test_what_is_played_is_all_of_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
