/* SPDX-License-Identifier: MIT */
/* Moving between screens, and what begins and ends with a visit. */
#include "screens/access/speech.h"
#include "screens/app/screen.h"
#include "screens/facilitator/backup.h"
#include "screens/facilitator/report.h"
#include "screens/setup/setup.h"

#include <assert.h>
#include <string.h>

void app_go(struct app *app, enum screen_id screen)
{
    if (screen != app->screen && screen_ops(app->screen)->patience == PATIENCE_PIN) {
        app_pin_wipe(app); /* no half-typed PIN outlives its screen */
    }
    if (screen_ops(screen)->patience != PATIENCE_FACILITATOR) {
        app->lines_wanted = app->report_wanted = false; /* what comes late opens no screen */
    }
    if (screen != app->screen) {
        app->typing = false; /* no half-typed line does either */
        typed_clear(&app->typed);
    }
    app->screen = screen;
    app->crossing++;
    app->screen_ms = app->now_ms;
    app->page = 0;
    app->page_count = 1;
    app->switches.other = CODE_NONE;
    app->keys_hint = app->focus_moved = app->comfort_is_reset = false;
    speech_leave(app);
    memset(app->focus_id, 0, sizeof(app->focus_id));
    memset(app->pressed_id, 0, sizeof(app->pressed_id));
}

void app_turn(struct app *app, uint32_t page)
{
    app->page = page;
    app->crossing++;
    app->screen_ms = app->now_ms;
    app->focus_moved = false;
    memset(app->focus_id, 0, sizeof(app->focus_id));
}

enum screen_id app_rest_screen(const struct app *app)
{
    const struct keeper_status *status = &app->status;
    if (!app->heard) {
        return SCREEN_CLOSED;
    }
    if (!status->pin_set && !status->simulated && !app->config.demo) {
        return SCREEN_SETUP_LOOK;
    }
    return status->meeting == MEETING_OPEN && !status->paused ? SCREEN_WELCOME : SCREEN_CLOSED;
}

struct comfort app_fresh_comfort(const struct app *app)
{
    return (struct comfort){.language = (uint8_t)app->config.language_first,
                            .size = (uint8_t)app->config.size,
                            .theme = (uint8_t)app->config.theme,
                            .speed = VOICE_SPEED_USUAL,
                            .volume = VOICE_VOLUME_USUAL};
}

void app_reset_comfort(struct app *app)
{
    app->comfort = app_fresh_comfort(app);
    app->speech.ask = app->speech.blank = false;
    app->switches = (struct switches){.one = false};
}

void app_pin_wipe(struct app *app)
{
    explicit_bzero(app->config.secret->pin, sizeof(app->config.secret->pin));
    explicit_bzero(app->config.secret->pin_first, sizeof(app->config.secret->pin_first));
    app->pin_again = false;
}

void app_wipe_answers(struct app *app)
{
    session_wipe(&app->config.secret->session);
    app->settled = true;
    assert(app->effect_count < EFFECT_MAX);
    app->effect[app->effect_count++] = (struct effect){.kind = EFFECT_FORGET};
    speech_forget(app);
}

/* Numbers that go up would count visits. An answer is known by one of them, so while any may be due
 * they stay. */
static void begin_numbers(struct app *app)
{
    app->crossing = 0;
    if (app->finish != FINISH_WAITING && app->finish != FINISH_UNKNOWN) {
        app->sequence = app->add_sequence = 0;
    }
}

void app_rest(struct app *app)
{
    bool practising = app->practising;
    if (app->visit != VISIT_NONE) {
        app_wipe_answers(app);
        begin_numbers(app);
    }
    app->visit = VISIT_NONE;
    app->settled = false;
    app->question = 0;
    app->question_again = app->question_step = app->question_hint = false;
    app->finish = FINISH_ASK;
    app->ended = false;
    app->takeover = app->auto_locked = false;
    app->practice = app->practice_theme = -1;
    setup_forget(app);
    app->show_focus = false;
    app_reset_comfort(app);
    speech_forget(app);
    app_go(app, app_rest_screen(app));
    if (app->status.meeting == MEETING_ENDING) {
        app_send(app, MESSAGE_TURN_FREE);
    }
    if (practising) {
        setup_practice_ends(app);
    }
}

void app_begin_visit(struct app *app, enum visit visit)
{
    session_wipe(&app->config.secret->session);
    app->visit = visit;
    app->settled = false;
    app->question = 0;
    app->question_again = app->question_step = app->question_hint = false;
    app->finish = FINISH_ASK;
    app->ended = false;
    app->practice = app->practice_theme = -1;
    app_go(app, SCREEN_PROMISE);
}

bool app_counts(const struct app *app)
{
    return app->visit == VISIT_COUNTING;
}

static void app_pause(struct app *app)
{
    app->from_pause = app->screen;
    app_go(app, SCREEN_PAUSE);
}

void app_lock(struct app *app)
{
    app_pin_wipe(app);
    app->pin_differ = app->pin_wrong = false;
    app->pin_sequence = 0;
    setup_forget(app);
    app_send(app, MESSAGE_LOCK);
    app->status.unlocked = 0;
}

uint32_t app_random_below(struct app *app, uint32_t n)
{
    assert(n > 0);
    /* xorshift32, with rejection so that every practice is equally likely. */
    uint32_t limit = UINT32_MAX - UINT32_MAX % n;
    do {
        app->random ^= app->random << 13;
        app->random ^= app->random >> 17;
        app->random ^= app->random << 5;
    } while (app->random >= limit);
    return app->random % n;
}

/* "Breathe instead" and "Look around instead" lead back to where the first of them was chosen. */
static void keep_way_back(struct app *app)
{
    if (app->screen != SCREEN_BREATHE && app->screen != SCREEN_LOOK) {
        app->from_breathe = app->screen;
    }
}

/* Verbs that many screens share. */
void app_act_common(struct app *app, enum action action, int32_t arg)
{
    (void)arg;
    switch ((int)action) {
    case ACTION_MORE:
        app_turn(app, app->page + 1 < app->page_count ? app->page + 1 : 0);
        break;
    case ACTION_PAUSE:
        app_pause(app);
        break;
    case ACTION_COMFORT:
        app->from_comfort = app->screen;
        app_go(app, SCREEN_COMFORT);
        break;
    case ACTION_LISTEN:
        speech_again(app);
        break;
    case ACTION_FACILITATOR:
        if (app->practising) { /* who practises is the facilitator */
            app_rest(app);
            break;
        }
        app->takeover = app->visit != VISIT_NONE;
        app->from_idle = app->screen;
        app_pin_wipe(app);
        app->pin_wrong = app->auto_locked = false;
        app_go(app, SCREEN_PIN);
        break;
    case ACTION_BREATHE:
        keep_way_back(app);
        app_go(app, SCREEN_BREATHE);
        break;
    case ACTION_LOOK:
        keep_way_back(app);
        app_go(app, SCREEN_LOOK);
        break;
    case ACTION_STOP_ERASE:
        app_go(app, SCREEN_ERASE);
        break;
    case ACTION_LANGUAGE:
        assert(arg >= 0 && (uint32_t)arg < app->config.language_count);
        app->comfort.language = (uint8_t)arg;
        break;
    case ACTION_PRIVATE:
        app->comfort.private_view = arg < 0 ? !app->comfort.private_view : arg != 0;
        break;
    case ACTION_GO_MEETING:
        app->ask = ASK_NOTHING;
        app_go(app, SCREEN_MEETING);
        break;
    case ACTION_GO_SETTINGS:
        settings_enter(app);
        break;
    case ACTION_GO_BACKUP:
        backup_enter(app);
        break;
    case ACTION_GO_TRENDS:
        app_read_lines(app, SCREEN_TRENDS);
        break;
    case ACTION_GO_REPORT:
        report_enter(app);
        break;
    case ACTION_LOCK:
        app_lock(app);
        app_rest(app);
        break;
    default:
        break;
    }
}
