/* SPDX-License-Identifier: MIT */
#include "screens/access/speech.h"

#include <assert.h>
#include <string.h>

enum {
    SEQUENCE_STEP = 4096, /* a visit says less */
    PAUSE_NODE_MS = 250,
    PAUSE_HEADING_MS = 600, /* between a statement and its guidance */
};

bool speech_speaks(const struct app *app, const struct language *language)
{
    for (uint32_t i = 0; i < language_count(); i++) {
        if (language_at(i) == language) {
            return (app->speech.languages >> i & 1) != 0;
        }
    }
    return false; /* a language of somebody's own */
}

bool speech_has_voice(const struct app *app)
{
    return speech_speaks(app, app_language(app));
}

static bool reads(const struct app *app)
{
    return app->comfort.read != READ_OFF && speech_has_voice(app);
}

bool speech_is_private(const struct app *app)
{
    return app->comfort.read == READ_PHONES;
}

void speech_set_mode(struct app *app, enum read_mode mode)
{
    app->comfort.read = (uint8_t)mode;
    app->speech.ask = false;
    app->speech.notice = SOUND_FINE;
    app->speech.blank = app->speech.blank && mode == READ_PHONES;
    app->speech.output = 0;
}

static void change(uint8_t *step, int32_t by, int32_t steps)
{
    int32_t to = *step + by;
    *step = (uint8_t)(to < 1 ? 1 : to > steps ? steps : to);
}

void speech_change_speed(struct app *app, int32_t by)
{
    change(&app->comfort.speed, by, VOICE_SPEED_STEPS);
}

void speech_change_volume(struct app *app, int32_t by)
{
    change(&app->comfort.volume, by, VOICE_VOLUME_STEPS);
}

void speech_set_blank(struct app *app, bool blank)
{
    app->speech.blank = blank && speech_is_private(app);
    if (app->speech.blank) {
        app->speech.wish.line = LINE_BLANK;
    }
}

void speech_say_line(struct app *app, enum speech_line line)
{
    app->speech.wish.line = (uint8_t)line;
}

/* Who listens again has read what became of the sound, which is shown and not said. */
void speech_again(struct app *app)
{
    app->speech.wish.again = true;
    app->speech.notice = SOUND_FINE;
}

/* F1: off, or on through the speaker; headphones are confirmed on the page of comfort. */
static void turn(struct app *app)
{
    bool on = app->comfort.read == READ_OFF;
    speech_set_mode(app, on ? READ_SPEAKER : READ_OFF);
    if (on) {
        app->speech.wish.line = LINE_SPEAKER;
        app->show_focus = false;
        speech_again(app);
    }
}

bool speech_key(struct app *app, enum key key)
{
    struct speech_wish *wish = &app->speech.wish;
    bool louder = key == KEY_EQUALS, faster = key == KEY_PERIOD;
    if (key == KEY_F5 && app->speech.blank) {
        app->speech.blank = false;
        return true;
    }
    if (!speech_has_voice(app)) {
        return false;
    }
    switch ((int)key) {
    case KEY_F1:
        turn(app);
        return true;
    case KEY_F2:
        speech_again(app);
        return true;
    case KEY_F3:
        wish->pause = true;
        return true;
    case KEY_F5:
        speech_set_blank(app, true);
        return app->speech.blank;
    case KEY_MINUS:
    case KEY_EQUALS:
        speech_change_volume(app, louder ? 1 : -1);
        wish->line = LINE_VOLUME;
        wish->keep = true;
        return true;
    case KEY_COMMA:
    case KEY_PERIOD:
        speech_change_speed(app, faster ? 1 : -1);
        wish->line = LINE_SPEED;
        wish->keep = true;
        return true;
    default:
        return false;
    }
}

void speech_stop(struct app *app, enum input_kind kind)
{
    if (kind == INPUT_POINTER_DOWN || kind == INPUT_KEY_DOWN) {
        app->speech.wish.stop = true;
    }
}

/* Nobody is asked to see the first screen: any key tells how to go on. */
void speech_greet(struct app *app)
{
    if (app->comfort.read == READ_OFF) {
        app->speech.wish.line = LINE_HINT;
    }
}

void speech_pressed(struct app *app, const struct node *node)
{
    struct speech_wish *wish = &app->speech.wish;
    memcpy(wish->pressed_id, node->id, sizeof(wish->pressed_id));
    wish->was_chosen = (node->flags & NODE_CHOSEN) != 0;
}

/* Who listens begins at the heading, which is read first; the first key shows where focus is. */
void speech_leave(struct app *app)
{
    app->show_focus = app->show_focus && !reads(app);
    app->speech.notice = SOUND_FINE;
    app->speech.ask = false;
}

/* What was to be heard cannot be: choices must not go to whoever hears it now. */
static void lose_sound(struct app *app)
{
    struct speech *speech = &app->speech;
    bool is_missed = app->comfort.read != READ_OFF || (speech->waiting != 0 && !speech->unasked);
    if (is_missed) {
        bool phones = speech_is_private(app);
        speech_set_mode(app, READ_OFF);
        speech->notice = phones ? SOUND_UNPLUGGED : speech->had_device ? SOUND_GONE : SOUND_NONE;
    }
    speech->reading = speech->paused = false;
    speech->waiting = 0; /* it is not said any more */
}

static void take_state(struct app *app, const struct voice_state *state)
{
    struct speech *speech = &app->speech;
    speech->languages = state->languages;
    speech->device = state->device != 0;
    speech->had_device |= speech->device;
    speech->phones = state->phones;
    bool is_elsewhere = speech->output != 0 && state->output != speech->output;
    bool has_left = speech_is_private(app) && (speech->phones == PHONES_OUT || is_elsewhere);
    if (!speech->device || has_left) {
        lose_sound(app);
    } else if (speech_is_private(app)) {
        speech->output = state->output;
    }
}

void speech_take(struct app *app, const struct voice_record *record)
{
    struct speech *speech = &app->speech;
    switch (record->type) {
    case VOICE_STATE:
        take_state(app, &record->as.state);
        break;
    case VOICE_SAID:
        if (record->sequence == speech->waiting) {
            speech->waiting = 0;
            speech->wish.go_on = true;
            if (speech->reading) {
                app->input_ms = app->now_ms; /* somebody listens: they are left when it ends */
            }
        }
        break;
    case VOICE_ENDED:
        speech->waiting = 0;
        speech->reading = speech->paused = false;
        break;
    case VOICE_GONE:
        lose_sound(app);
        speech->languages = 0;
        speech->device = false;
        break;
    default:
        break;
    }
}

static struct voice_record *tell_voice(struct app *app, enum voice_type type)
{
    assert(app->effect_count < EFFECT_MAX);
    struct effect *effect = &app->effect[app->effect_count++];
    effect->kind = EFFECT_VOICE;
    voice_init(&effect->voice, type);
    return &effect->voice;
}

void speech_ask(struct app *app)
{
    tell_voice(app, VOICE_ASK);
}

/* The voice ends, and its libraries' copies with it. Where the reading stood would tell where
 * somebody was, and the number of the last sentence how many they heard. It begins anew, at one of
 * two places in turn: what the old voice said last is never taken for the new one's, and no number
 * counts visits. */
void speech_forget(struct app *app)
{
    struct speech *speech = &app->speech;
    if (speech->sequence % SEQUENCE_STEP != 0) {
        tell_voice(app, VOICE_FORGET);
        speech->sequence = speech->sequence < SEQUENCE_STEP ? SEQUENCE_STEP : 0;
    }
    speech->waiting = speech->output = 0;
    speech->reading = speech->paused = speech->aside = speech->unasked = false;
    explicit_bzero(speech->at_id, sizeof(speech->at_id));
    speech->at_byte = 0;
}

static void hush(struct app *app)
{
    if (app->speech.waiting != 0) {
        tell_voice(app, VOICE_HUSH);
        app->speech.waiting = 0;
    }
}

static void say(struct app *app, const char *text, size_t bytes, uint32_t pause_ms)
{
    struct voice_record *record = tell_voice(app, VOICE_SAY);
    struct voice_say *out = &record->as.say;
    record->sequence = app->speech.waiting = ++app->speech.sequence;
    app->speech.unasked = false;
    out->language = (uint8_t)language_index(app_language(app));
    out->channel = speech_is_private(app) ? VOICE_PHONES : VOICE_SPEAKER;
    out->output = speech_is_private(app) ? app->speech.output : 0;
    out->speed = app->comfort.speed;
    out->volume = app->comfort.volume;
    out->pause_ms = (uint16_t)pause_ms;
    while (bytes > 1 && (text[bytes - 1] == ' ' || text[bytes - 1] == '\n')) {
        bytes--; /* between sentences */
    }
    assert(bytes > 0 && bytes < sizeof(out->text));
    for (size_t i = 0; i < bytes; i++) {
        out->text[i] = text[i] == '\n' ? ' ' : text[i];
    }
}

/* A text on its own; a long one gives its first sentences. */
static void say_alone(struct app *app, const char *text, size_t length)
{
    size_t bytes = length < VOICE_TEXT_BYTES ? length : speech_sentence(text, 0);
    app->speech.aside = true;
    say(app, text, bytes, 0);
}

static bool is_read(const struct node *node)
{
    return node->spoken[0] != '\0' && (node->flags & NODE_PICTURE) == 0;
}

/* The next sentence of the screen, from the cursor on; false at its end. */
static bool say_next(struct app *app)
{
    struct speech *speech = &app->speech;
    const struct frame *frame = &app->frame;
    char text[SPEECH_TEXT_BYTES];
    uint32_t at = 0, pause_ms = 0;
    if (speech->at_id[0] != '\0') {
        const struct node *node = frame_find(frame, speech->at_id);
        at = node != NULL ? (uint32_t)(node - frame->node) : frame->node_count;
    }
    for (; at < frame->node_count; at++, speech->at_byte = 0) {
        const struct node *node = &frame->node[at];
        size_t length = is_read(node) ? speech_node(app, node, text) : 0;
        if (speech->at_byte < length) {
            size_t end = speech_sentence(text, speech->at_byte);
            bool heading = at > 0 && frame->node[at - 1].role == ROLE_HEADING;
            if (speech->at_byte == 0) {
                pause_ms = heading ? PAUSE_HEADING_MS : PAUSE_NODE_MS;
            }
            memcpy(speech->at_id, node->id, sizeof(speech->at_id));
            speech->aside = false;
            say(app, text + speech->at_byte, end - speech->at_byte, pause_ms);
            explicit_bzero(text, sizeof(text));
            return true;
        }
    }
    return false;
}

/* The sentence that was heard out is behind the cursor. */
static void step_cursor(struct app *app)
{
    char text[SPEECH_TEXT_BYTES];
    struct speech *speech = &app->speech;
    const struct node *node = frame_find(&app->frame, speech->at_id);
    if (!speech->aside && node != NULL) {
        size_t length = speech_node(app, node, text);
        speech->at_byte = speech->at_byte < length
                              ? (uint32_t)speech_sentence(text, speech->at_byte)
                              : (uint32_t)length;
        explicit_bzero(text, sizeof(text));
    }
}

static void begin_screen(struct speech *speech)
{
    speech->reading = true;
    speech->paused = false;
    memset(speech->at_id, 0, sizeof(speech->at_id));
    speech->at_byte = 0;
}

static uint32_t hash_of(const struct node *node)
{
    uint32_t hash = 2166136261U; /* FNV-1a, 32 bits */
    for (const char *at = node->id; *at != '\0'; at++) {
        hash = (hash ^ (uint8_t)*at) * 16777619U;
    }
    for (const char *at = node->spoken; *at != '\0'; at++) {
        hash = (hash ^ (uint8_t)*at) * 16777619U;
    }
    return hash;
}

static bool was_heard(const struct speech *speech, uint32_t hash)
{
    for (uint32_t i = 0; i < speech->heard_count; i++) {
        if (speech->heard[i] == hash) {
            return true;
        }
    }
    return false;
}

/* Words, not controls, that were not there before. After a press all of them, else only what is
 * meant to be said when it changes by itself. */
static size_t new_words(const struct app *app, bool pressed, char out[SPEECH_TEXT_BYTES])
{
    const struct frame *frame = &app->frame;
    size_t length = 0;
    for (uint32_t i = 0; i < frame->node_count; i++) {
        const struct node *node = &frame->node[i];
        bool wanted =
            node->role == ROLE_STATUS ||
            (pressed && (node->flags & NODE_FOCUSABLE) == 0 && node->role != ROLE_PROGRESS);
        size_t bytes = strlen(node->spoken);
        if (wanted && is_read(node) && !was_heard(&app->speech, hash_of(node)) &&
            length + bytes + 2 < VOICE_TEXT_BYTES) {
            out[length] = ' ';
            length += length > 0;
            memcpy(out + length, node->spoken, bytes);
            length += bytes;
        }
    }
    out[length] = '\0';
    return length;
}

static void remember(struct app *app)
{
    struct speech *speech = &app->speech;
    const struct frame *frame = &app->frame;
    speech->heard_count = 0;
    for (uint32_t i = 0; i < frame->node_count; i++) {
        if ((frame->node[i].flags & NODE_FOCUSABLE) == 0) {
            speech->heard[speech->heard_count++] = hash_of(&frame->node[i]);
        }
    }
}

/* What a press led to on the screen that stayed: the state of a choice, and new words. */
static size_t pressed_words(const struct app *app, const struct speech_wish *wish,
                            char out[SPEECH_TEXT_BYTES])
{
    const struct node *node = frame_find(&app->frame, wish->pressed_id);
    char more[SPEECH_TEXT_BYTES];
    size_t length = 0;
    if (node != NULL && node->role == ROLE_CHOICE) {
        length = speech_choice(app, node, wish->was_chosen, out);
    }
    size_t bytes = new_words(app, true, more);
    if (bytes > 0 && length + bytes + 2 < VOICE_TEXT_BYTES) {
        out[length] = ' ';
        length += length > 0;
        memcpy(out + length, more, bytes + 1);
        length += bytes;
    }
    return length;
}

/* What a change on the screen that stayed is worth saying. */
static size_t change_words(struct app *app, const struct speech_wish *wish,
                           char out[SPEECH_TEXT_BYTES])
{
    struct speech *speech = &app->speech;
    uint32_t pin_count = (uint32_t)strlen(app->config.secret->pin);
    const struct node *focus = frame_find(&app->frame, app->focus_id);
    bool focused = app->show_focus && focus != NULL && strcmp(app->focus_id, speech->focus_id) != 0;
    size_t length = 0;
    if (pin_count > speech->pin_count) {
        /* Every digit sounds the same. */
        const struct text_arg none = {"", ""};
        return text_format(out, SPEECH_TEXT_BYTES, word(app, MSG_PIN_ENTER_DIGIT_S), &none, 0);
    }
    if (wish->pressed_id[0] != '\0') {
        length = pressed_words(app, wish, out);
    }
    /* A frame that moves by itself waits until the screen was read. */
    if (length == 0 && focused && (wish->stop || !speech->reading)) {
        length = speech_focus(app, focus, speech->focus_id, out);
    }
    if (length == 0 && !speech->reading && (speech->waiting == 0 || wish->stop)) {
        length = new_words(app, false, out);
    }
    return length;
}

/* Twenty seconds before everything is erased. */
static bool soon_is_due(const struct app *app)
{
    return app->screen == SCREEN_IDLE && !app->speech.soon_said &&
           app->now_ms >= app->screen_ms + SPEECH_SOON_MS;
}

/* A line on its own, or what is to be read from here on. True: something is being said now. */
static bool say_wished(struct app *app, const struct speech_wish *wish)
{
    struct speech *speech = &app->speech;
    char text[SPEECH_TEXT_BYTES];
    if (wish->again) {
        begin_screen(speech);
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

/* Of this step's wishes and changes the first one that has words. */
static bool say_something(struct app *app, const struct speech_wish *wish, bool moved)
{
    struct speech *speech = &app->speech;
    char text[SPEECH_TEXT_BYTES];
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
        if (reads(app)) {
            begin_screen(speech);
            return say_next(app);
        }
        return false;
    }
    if (reads(app) && soon_is_due(app)) {
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
        step_cursor(app);
        if (say_next(app)) {
            return true;
        }
        speech->reading = false;
    }
    size_t length = reads(app) ? change_words(app, wish, text) : 0;
    if (length > 0) {
        speech->reading = false;
        say_alone(app, text, length);
        explicit_bzero(text, sizeof(text)); /* it may name a choice */
    }
    return length > 0;
}

void speech_step(struct app *app)
{
    struct speech *speech = &app->speech;
    const struct speech_wish wish = speech->wish;
    memset(&speech->wish, 0, sizeof(speech->wish));
    bool moved = speech->crossing != app->crossing;
    bool said = speech_has_voice(app) && say_something(app, &wish, moved);
    if (!said && (wish.stop || moved || wish.pause || !speech_has_voice(app))) {
        hush(app);
    }
    if (app->screen != SCREEN_IDLE) {
        speech->soon_said = false;
    }
    /* A status that changed while something was being read is said when that ends. */
    if (!(speech->reading || speech->waiting != 0) || moved || said) {
        remember(app);
    }
    speech->crossing = app->crossing;
    speech->pin_count = (uint32_t)strlen(app->config.secret->pin);
    memset(speech->focus_id, 0,
           sizeof(speech->focus_id)); /* focus that shows again is said again */
    if (app->show_focus) {
        memcpy(speech->focus_id, app->focus_id, sizeof(speech->focus_id));
    }
}
