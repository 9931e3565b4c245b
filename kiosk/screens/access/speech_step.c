/* SPDX-License-Identifier: MIT */
/* What is said at the end of a step. It is the first of these that has words: a line that was asked
 * for, the screen, what a press changed, where focus is now, words that came by themselves. */
#include "screens/access/speech.h"

#include "screens/parts/words.h"

#include <string.h>

enum { SPEECH_SOON_MS = 25 * 1000 /* of the idle warning, until it says its second sentence */ };

size_t speech_line(const struct app *app, enum speech_line line, char out[SPOKEN_BYTES])
{
    static const enum message_id LINES[] = {
        [LINE_HINT] = MSG_WELCOME_HINT_S,   [LINE_SPEAKER] = MSG_COMFORT_READ_SPEAKER,
        [LINE_SPEED] = MSG_COMFORT_SPEED_S, [LINE_VOLUME] = MSG_COMFORT_VOLUME_S,
        [LINE_BLANK] = MSG_COMFORT_BLANK_S, [LINE_SAMPLE] = MSG_SETUP_SOUND_BODY_S};
    char n[NUMBER_BYTES], of[NUMBER_BYTES];
    const bool speed = line == LINE_SPEED;
    const struct text_arg args[] = {
        {"n", number_digits(app, n, speed ? app->comfort.speed : app->comfort.volume)},
        {"of", number_digits(app, of, speed ? VOICE_SPEED_STEPS : VOICE_VOLUME_STEPS)}};
    return text_format(out, SPOKEN_BYTES, word(app, LINES[line]), args, 2);
}

bool speech_is_private(const struct app *app)
{
    return app->comfort.read == READ_PHONES;
}

struct spoken speech_spoken(const struct app *app)
{
    return (struct spoken){.frame = &app->frame,
                           .catalog = app_catalog(app),
                           .language = app_language(app),
                           .alone = speech_is_private(app)};
}

bool speech_reads(const struct app *app)
{
    return app->comfort.read != READ_OFF && app_has_voice(app);
}

/* Ends at once what is being said. */
static void hush(struct app *app)
{
    if (speech_of(app)->waiting != 0) {
        effect_voice(app, VOICE_HUSH);
        speech_state(app)->waiting = 0;
    }
}

static void say(struct app *app, const char *text, size_t bytes, uint32_t pause_ms)
{
    struct speech *speech = speech_state(app);
    const struct spoken spoken = speech_spoken(app);
    struct voice_record *record = effect_voice(app, VOICE_SAY);
    struct voice_say *out = &record->as.say;
    record->sequence = speech->waiting = ++speech->sequence;
    speech->unasked = false;
    out->language = (uint8_t)language_index(app_language(app));
    out->channel = speech_is_private(app) ? VOICE_PHONES : VOICE_SPEAKER;
    out->output = speech_is_private(app) ? speech->output : 0;
    out->speed = app->comfort.speed;
    out->volume = app->comfort.volume;
    out->pause_ms = (uint16_t)pause_ms;
    (void)reading_words(&spoken, text, bytes, out->text, sizeof(out->text));
}

/* Says a text on its own; of a long text, its first sentences. */
static void say_alone(struct app *app, const char *text, size_t length)
{
    size_t bytes = length < VOICE_TEXT_BYTES ? length : spoken_sentence(app_language(app), text, 0);
    speech_state(app)->aside = true;
    say(app, text, bytes, 0);
}

/* Says the next sentence from the cursor on. Returns false when the whole screen has been read. */
static bool say_next(struct app *app)
{
    struct speech *speech = speech_state(app);
    const struct spoken spoken = speech_spoken(app);
    char text[SPOKEN_BYTES];
    uint32_t pause_ms = 0;
    size_t bytes = reading_next(&speech->at, &spoken, text, &pause_ms);
    if (bytes > 0) {
        speech->aside = false;
        say(app, text, bytes, pause_ms);
        explicit_bzero(text, sizeof(text));
    }
    return bytes > 0;
}

static void begin_reading(struct app *app)
{
    struct speech *speech = speech_state(app);
    speech->reading = true;
    speech->paused = false;
    speech->at = (struct reading_cursor){.byte = 0};
}

/* Moves the cursor past the sentence that was heard out, unless that sentence was no part of the
 * reading. */
static void go_past(struct app *app)
{
    const struct spoken spoken = speech_spoken(app);
    if (!speech_of(app)->aside) {
        reading_pass(&speech_state(app)->at, &spoken);
    }
}

/* Writes what a press changed on the same screen: the state of a choice, and new words. */
static size_t pressed_words(const struct app *app, const struct speech_wish *wish,
                            char out[SPOKEN_BYTES])
{
    const struct spoken spoken = speech_spoken(app);
    const struct node *node = frame_find(&app->frame, wish->pressed_id);
    char more[SPOKEN_BYTES];
    size_t length = 0;
    if (node != NULL && node->role == ROLE_CHOICE) {
        length = spoken_choice(&spoken, node, wish->was_chosen, out);
    }
    size_t bytes = heard_news(&speech_of(app)->heard, &app->frame, true, more);
    if (bytes > 0 && length + bytes + 2 < VOICE_TEXT_BYTES) {
        length = spoken_append(out, length, more);
    }
    return length;
}

/* Writes what is said of a change on the same screen. */
static size_t change_words(const struct app *app, const struct speech_wish *wish,
                           char out[SPOKEN_BYTES])
{
    const struct speech *speech = speech_of(app);
    const struct spoken spoken = speech_spoken(app);
    uint32_t pin_count = (uint32_t)strlen(app->config.secret->pin);
    const struct node *focus = frame_find(&app->frame, app->focus_id);
    bool focused = app->show_focus && focus != NULL && strcmp(app->focus_id, speech->focus_id) != 0;
    size_t length = 0;
    if (pin_count > speech->pin_count) {
        /* Every digit sounds the same. */
        const struct text_arg none = {"", ""};
        return text_format(out, SPOKEN_BYTES, word(app, MSG_PIN_ENTER_DIGIT_S), &none, 0);
    }
    if (wish->pressed_id[0] != '\0') {
        length = pressed_words(app, wish, out);
    }
    /* While the screen is read, focus that a scan moves is not said. */
    if (length == 0 && focused && (wish->stop || !speech->reading)) {
        length = spoken_focus(&spoken, focus, speech->focus_id, out);
    }
    if (length == 0 && !speech->reading && (speech->waiting == 0 || wish->stop)) {
        length = heard_news(&speech->heard, &app->frame, false, out);
    }
    return length;
}

uint64_t speech_soon_ms(const struct app *app)
{
    bool is_due = app->screen == SCREEN_IDLE && speech_reads(app) && !speech_of(app)->soon_said;
    return is_due ? app->screen_ms + SPEECH_SOON_MS : UINT64_MAX;
}

/* Says a line that was asked for, or begins or goes on with the reading. Returns true if something
 * is being said now. */
static bool say_wished(struct app *app, const struct speech_wish *wish)
{
    struct speech *speech = speech_state(app);
    char text[SPOKEN_BYTES];
    if (wish->again) {
        begin_reading(app);
    }
    if (wish->line != LINE_NONE) {
        size_t length = speech_line(app, (enum speech_line)wish->line, text);
        speech->reading = speech->reading && (wish->again || wish->keep);
        say_alone(app, text, length);
        speech->unasked = wish->line == LINE_HINT;
        return true;
    }
    if (wish->again) {
        return say_next(app);
    }
    return false;
}

/* Says the first of this step's wishes and changes that has words. */
static bool say_something(struct app *app, const struct speech_wish *wish, bool moved)
{
    struct speech *speech = speech_state(app);
    char text[SPOKEN_BYTES];
    if (wish->pause && (speech->reading || speech->paused)) {
        speech->paused = !speech->paused;
        speech->reading = !speech->paused;
        return speech->reading && say_next(app);
    }
    if (say_wished(app, wish)) {
        return true;
    }
    if (moved) {
        speech->reading = speech->paused = false;
        if (speech_reads(app)) {
            begin_reading(app);
            return say_next(app);
        }
        return false;
    }
    if (app->now_ms >= speech_soon_ms(app)) {
        speech->soon_said = true;
        speech->reading = false;
        const char *soon = word(app, MSG_IDLE_SOON_S);
        say_alone(app, soon, strlen(soon));
        return true;
    }
    if (wish->stop) {
        speech->reading = speech->paused = false;
    }
    if (wish->go_on && speech->reading) {
        go_past(app);
        if (say_next(app)) {
            return true;
        }
        speech->reading = false;
    }
    size_t length = speech_reads(app) ? change_words(app, wish, text) : 0;
    if (length > 0) {
        speech->reading = false;
        say_alone(app, text, length);
        explicit_bzero(text, sizeof(text)); /* it may name a choice */
    }
    return length > 0;
}

void speech_step(struct app *app)
{
    struct speech *speech = speech_state(app);
    const struct speech_wish wish = speech->wish;
    memset(&speech->wish, 0, sizeof(speech->wish));
    bool moved = speech->crossing != app->crossing;
    bool said = app_has_voice(app) && say_something(app, &wish, moved);
    if (!said && (wish.stop || moved || wish.pause || !app_has_voice(app))) {
        hush(app);
    }
    if (app->screen != SCREEN_IDLE) {
        speech->soon_said = false;
    }
    /* A status that changed while something was being read is said when that ends. */
    if (!(speech->reading || speech->waiting != 0) || moved || said) {
        heard_remember(&speech->heard, &app->frame);
    }
    speech->crossing = app->crossing;
    speech->pin_count = (uint32_t)strlen(app->config.secret->pin);
    memset(speech->focus_id, 0,
           sizeof(speech->focus_id)); /* focus that shows again is said again */
    if (app->show_focus) {
        memcpy(speech->focus_id, app->focus_id, sizeof(speech->focus_id));
    }
}
