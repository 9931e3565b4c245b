/* SPDX-License-Identifier: MIT */
/* Protects who has a screen read aloud: what a PIN opened does not lock in mid-reading, however
 * long ago the last press was; once the reading has ended, patience begins. */
#include "app_rig.h"
#include "shipped_words.h"
#include "tools/stage/test_show.h"

#include "screens/access/speech.h"

#include <cmocka.h>

enum { SENTENCE_MS = 100 * 1000, SENTENCES = 6 };

static void voice_says(struct voice_record *record)
{
    step(&(struct input){.kind = INPUT_VOICE, .voice = record});
}

static void open_meeting_screen(void)
{
    const struct app_config config = shipped_config(&secret);
    struct voice_record record;
    now_ms = 1000000;
    app_init(&app, &config, now_ms);
    app.status.pin_set = app.status.unlocked = true;
    app_show(&app, SCREEN_MEETING, now_ms);
    voice_init(&record, VOICE_STATE);
    record.as.state = (struct voice_state){.languages = 1, .device = 1};
    voice_says(&record);
}

static void test_a_reading_is_heard_to_its_end(void **state)
{
    (void)state;
    open_meeting_screen();
    speech_again(&app);
    step(NULL);
    for (int i = 0; i < SENTENCES; i++) {
        struct voice_record record;
        assert_true(speech_of(&app)->reading);
        wait(SENTENCE_MS);
        assert_int_equal(app.screen, SCREEN_MEETING);
        voice_init(&record, VOICE_SAID);
        record.sequence = speech_of(&app)->waiting;
        voice_says(&record);
    }
    assert_true(SENTENCE_MS * SENTENCES > UNPRESSED_OPEN_MS);
    wait(LOCK_MS - 1);
    assert_int_equal(app.screen, SCREEN_MEETING);
    wait(1);
    assert_int_equal(app.screen, SCREEN_PIN);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_a_reading_is_heard_to_its_end)};
    return cmocka_run_group_tests(tests, shipped_words_load, NULL);
}
