/* SPDX-License-Identifier: MIT */
/* Straight to a screen, with the state a person would usually find it in. For pictures and tests.
 */
#include "tools/stage/test_show.h"

#include "screens/app/screen.h"
#include "screens/facilitator/backup.h"
#include "screens/visit/visit.h"

#include <string.h>

/* Where people come to a screen from, when not by going there straight. */
static const struct {
    enum screen_id screen, from[2];
} WAYS[] = {
    {SCREEN_PAUSE, {SCREEN_QUESTION, SCREEN_COUNT}},
    {SCREEN_IDLE, {SCREEN_QUESTION, SCREEN_COUNT}},
    {SCREEN_COMFORT, {SCREEN_QUESTION, SCREEN_COUNT}},
    {SCREEN_BREATHE, {SCREEN_QUESTION, SCREEN_PAUSE}},
    {SCREEN_LOOK, {SCREEN_QUESTION, SCREEN_PAUSE}},
    {SCREEN_SIT, {SCREEN_QUESTION, SCREEN_PAUSE}},
    {SCREEN_SUPPORT, {SCREEN_QUESTION, SCREEN_PAUSE}},
    {SCREEN_ERASE, {SCREEN_QUESTION, SCREEN_PAUSE}},
    {SCREEN_KEEPS, {SCREEN_PROMISE, SCREEN_COUNT}},
    {SCREEN_HEALTH, {SCREEN_SETTINGS, SCREEN_COUNT}},
    {SCREEN_BACKUP, {SCREEN_SETTINGS, SCREEN_COUNT}},
    {SCREEN_ERASE_ALL, {SCREEN_SETTINGS, SCREEN_COUNT}},
};

static void go(struct app *app, enum screen_id screen)
{
    for (size_t i = 0; i < sizeof(WAYS) / sizeof(WAYS[0]); i++) {
        if (WAYS[i].screen == screen) {
            app_go(app, WAYS[i].from[0]);
            if (WAYS[i].from[1] != SCREEN_COUNT) {
                app_call(app, WAYS[i].from[1]);
            }
            app_call(app, screen);
            return;
        }
    }
    app_go(app, screen);
    if (screen_ops(app, screen)->open != NULL) {
        screen_ops(app, screen)->open(app); /* what it shows comes when the keeper answers */
    }
}

static void begin_visit(struct app *app, enum screen_id screen)
{
    enum patience patience = screen_ops(app, screen)->patience;
    bool is_visit = patience == PATIENCE_VISIT || patience == PATIENCE_PAUSE ||
                    screen == SCREEN_IDLE || screen == SCREEN_CLEAR;
    if (is_visit && app->visit == VISIT_NONE) {
        bool few = app->status.meeting == MEETING_OPEN && app->status.room == ROOM_FEW;
        app_begin_visit(app, few ? VISIT_REFLECTION : VISIT_COUNTING);
    }
}

void app_show(struct app *app, enum screen_id screen, uint64_t now_ms)
{
    static const char SOME_DIGITS[] = "1234";
    static const struct message_pick PICK = {"USB", "reflection-2026-11-05.backup"};
    app->now_ms = now_ms;
    app->presence.input_ms = app->presence.pressed_ms = now_ms;
    app->back_count = 0;
    begin_visit(app, screen);
    switch ((int)screen) {
    case SCREEN_QUESTION:
        visit_ask(app, app_question_count(app) / 2, false);
        break;
    case SCREEN_RESTORE:
        restore_ask(app, &PICK, app->status.today.month);
        break;
    default:
        go(app, screen);
        break;
    }
    if (screen == SCREEN_CLOSING) {
        closing_show(app, 0);
    } else if (screen == SCREEN_PIN) {
        memcpy(app->config.secret->pin, SOME_DIGITS, sizeof(SOME_DIGITS));
    }
}
