/* SPDX-License-Identifier: MIT */
/* Reading aloud as people meet it: how it is turned on, its keys, what ends it, and what the voice
 * says of itself. */
#include "screens/access/speech.h"

#include <string.h>

enum { SEQUENCE_STEP = 4096 /* a visit says less */ };

void speech_set_mode(struct app *app, enum read_mode mode)
{
    struct speech *speech = speech_state(app);
    app->comfort.read = (uint8_t)mode;
    speech->asks_phones = false;
    speech->notice = SOUND_FINE;
    speech->blank = speech->blank && mode == READ_PHONES;
    speech->output = 0;
}

void speech_choose_mode(struct app *app, enum read_mode mode)
{
    if (mode == READ_PHONES && !speech_is_private(app)) {
        speech_state(app)->asks_phones = true;
    } else {
        speech_set_mode(app, mode);
    }
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

void speech_say_line(struct app *app, enum speech_line line)
{
    speech_state(app)->wish.line = (uint8_t)line;
}

void speech_set_blank(struct app *app, bool blank)
{
    struct speech *speech = speech_state(app);
    speech->blank = blank && speech_is_private(app);
    if (speech->blank) {
        speech_say_line(app, LINE_BLANK);
    }
}

/* A person who presses Listen has read the notice about the sound, which is shown and not said, so
 * the notice goes. */
void speech_again(struct app *app)
{
    struct speech *speech = speech_state(app);
    speech->wish.again = true;
    speech->notice = SOUND_FINE;
}

void speech_ask(struct app *app)
{
    effect_voice(app, VOICE_ASK);
}

/* F1 turns reading off, or on through the speaker. Headphones are confirmed on Comfort. */
static void turn(struct app *app)
{
    bool on = app->comfort.read == READ_OFF;
    speech_set_mode(app, on ? READ_SPEAKER : READ_OFF);
    if (on) {
        speech_say_line(app, LINE_SPEAKER);
        app->show_focus = false;
        speech_again(app);
    }
}

/* Says a line, after which the reading goes on. */
static void say_beside(struct app *app, enum speech_line line)
{
    speech_say_line(app, line);
    speech_state(app)->wish.keep = true;
}

static bool voice_key(struct app *app, enum key key)
{
    switch ((int)key) {
    case KEY_F1:
        turn(app);
        return true;
    case KEY_F2:
        speech_again(app);
        return true;
    case KEY_F3:
        speech_state(app)->wish.pause = true;
        return true;
    case KEY_F5:
        speech_set_blank(app, true);
        return speech_of(app)->blank;
    case KEY_MINUS:
    case KEY_EQUALS:
        speech_change_volume(app, key == KEY_EQUALS ? 1 : -1);
        say_beside(app, LINE_VOLUME);
        return true;
    case KEY_COMMA:
    case KEY_PERIOD:
        speech_change_speed(app, key == KEY_PERIOD ? 1 : -1);
        say_beside(app, LINE_SPEED);
        return true;
    default:
        return false;
    }
}

/* A person who cannot see the first screen presses some key: any key but a digit says how to go on.
 */
static void greet(struct app *app, enum key key)
{
    if (screen_rests(app, app->screen) && !key_is_digit(key) && app->comfort.read == READ_OFF) {
        speech_say_line(app, LINE_HINT);
    }
}

static bool take_key(struct app *app, enum key key, bool shown)
{
    struct speech *speech = speech_state(app);
    if (!shown) {
        greet(app, key);
    }
    if (key == KEY_F5 && speech->blank) {
        speech->blank = false;
        return true;
    }
    return app_has_voice(app) && voice_key(app, key);
}

static void note_press(struct app *app, const struct node *node)
{
    struct speech_wish *wish = &speech_state(app)->wish;
    memcpy(wish->pressed_id, node->id, sizeof(wish->pressed_id));
    wish->was_chosen = (node->flags & NODE_CHOSEN) != 0;
}

static bool act(struct app *app, enum action action, int32_t arg)
{
    (void)arg;
    if (action != ACTION_LISTEN) {
        return false;
    }
    speech_again(app);
    return true;
}

/* For a person who listens, a new screen begins without focus, because its heading is read first.
 * The first key shows where focus is. */
static void arrive(struct app *app)
{
    struct speech *speech = speech_state(app);
    if (speech->arrival == app->arrival) {
        return; /* another page or view of the same screen */
    }
    speech->arrival = app->arrival;
    speech->notice = SOUND_FINE;
    speech->asks_phones = false;
    app->show_focus = app->show_focus && !speech_reads(app);
}

/* The output that the person chose is gone. Reading is turned off, because the next output could
 * say choices to others. */
static void lose_sound(struct app *app)
{
    struct speech *speech = speech_state(app);
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
    app->voice = (struct voice_view){
        .languages = state->languages, .device = state->device != 0, .phones = state->phones};
    struct speech *speech = speech_state(app);
    speech->had_device = speech->had_device || state->device != 0;
    bool is_elsewhere = speech->output != 0 && state->output != speech->output;
    bool has_left = speech_is_private(app) && (state->phones == PHONES_OUT || is_elsewhere);
    if (state->device == 0 || has_left) {
        lose_sound(app);
    } else if (speech_is_private(app)) {
        speech->output = state->output;
    }
}

static void take_voice(struct app *app, const struct voice_record *record)
{
    struct speech *speech = speech_state(app);
    switch (record->type) {
    case VOICE_STATE:
        take_state(app, &record->as.state);
        break;
    case VOICE_SAID:
        if (record->sequence == speech->waiting) {
            speech->waiting = 0;
            speech->wish.go_on = true;
            if (speech->reading) {
                /* A person who listens to what they asked for is there until it ends. */
                app->presence.input_ms = app->presence.pressed_ms = app->now_ms;
            }
        }
        break;
    case VOICE_ENDED:
        speech->waiting = 0;
        speech->reading = speech->paused = false;
        break;
    case VOICE_GONE:
        lose_sound(app);
        app->voice.languages = 0;
        app->voice.device = false;
        break;
    default:
        break;
    }
}

static bool take(struct app *app, const struct input *input)
{
    struct speech *speech = speech_state(app);
    if (input->kind == INPUT_VOICE) {
        take_voice(app, input->voice);
        return true;
    }
    const bool pointer = input->kind == INPUT_POINTER_DOWN;
    if (pointer || input->kind == INPUT_KEY_DOWN) {
        speech->wish.stop = true;
        app->stale = app->stale || speech->notice != SOUND_FINE;
        speech->notice = SOUND_FINE;
    }
    if (pointer && speech->blank) {
        speech->blank = false; /* a touch lights the screen for a person who cannot press F5 */
        return true;
    }
    return false;
}

/* Ends the voice, and with it the words that its libraries keep. The place of the reading is wiped,
 * because it tells where the person was. The number of the next sentence begins anew, at one of two
 * values in turn: so it counts neither sentences nor visits, and the new voice's number is never
 * the old one's. */
static void forget(struct app *app)
{
    struct speech *speech = speech_state(app);
    if (speech->sequence % SEQUENCE_STEP != 0) {
        effect_voice(app, VOICE_FORGET);
        speech->sequence = speech->sequence < SEQUENCE_STEP ? SEQUENCE_STEP : 0;
    }
    speech->waiting = speech->output = 0;
    speech->reading = speech->paused = speech->aside = speech->unasked = false;
    explicit_bzero(&speech->at, sizeof(speech->at));
}

static void reset(struct app *app)
{
    struct speech *speech = speech_state(app);
    speech->asks_phones = speech->blank = false;
}

static void darken(struct app *app)
{
    if (speech_of(app)->blank) {
        frame_darken(&app->frame);
    }
}

static enum message_id notice(const struct app *app)
{
    static const enum message_id NOTICES[] = {[SOUND_FINE] = MSG_COUNT,
                                              [SOUND_UNPLUGGED] = MSG_COMFORT_READ_UNPLUGGED,
                                              [SOUND_GONE] = MSG_ERROR_SOUND,
                                              [SOUND_NONE] = MSG_ERROR_SOUND_NONE};
    return NOTICES[speech_of(app)->notice];
}

const struct module_ops MODULE_OPS_SPEECH = {
    .part = {.state_bytes = sizeof(struct speech), .life = LIFE_RUN, .due = speech_soon_ms},
    .take = take,
    .key = take_key,
    .pressed = note_press,
    .act = act,
    .moved = arrive,
    .drawn = darken,
    .stepped = speech_step,
    .forget = forget,
    .reset = reset,
    .notice = notice};
