/* SPDX-License-Identifier: MIT */
/* Straight to a screen, with the state a person would usually find it in. For pictures and tests.
 */
#include "screens/app/screen.h"
#include "screens/facilitator/backup.h"
#include "screens/facilitator/report.h"
#include "screens/setup/setup.h"
#include "screens/visit/keeps.h"

#include <string.h>

static void show_visit(struct app *app)
{
    if (app->visit == VISIT_NONE) {
        app_begin_visit(app, app->status.meeting == MEETING_OPEN && app->status.room == ROOM_FEW
                                 ? VISIT_REFLECTION
                                 : VISIT_COUNTING);
    }
}

static void show_pin(struct app *app)
{
    static const char SOME[] = "1234";
    memcpy(app->config.secret->pin, SOME, sizeof(SOME));
}

void app_show(struct app *app, enum screen_id screen, uint64_t now_ms)
{
    app->now_ms = now_ms;
    app->input_ms = now_ms;
    enum patience patience = screen_ops(screen)->patience;
    if (patience == PATIENCE_VISIT || patience == PATIENCE_PAUSE || screen == SCREEN_IDLE ||
        screen == SCREEN_CLEAR) {
        show_visit(app);
    }
    app_go(app, screen);
    switch ((int)screen) {
    case SCREEN_QUESTION:
        app->question = app_question_count(app) / 2;
        session_enter(&app->config.secret->session);
        break;
    case SCREEN_KEEPS:
        keeps_enter(app);
        break;
    case SCREEN_COMFORT:
        app->from_comfort = SCREEN_QUESTION;
        break;
    case SCREEN_CLOSING:
        app->practice = 0;
        app->practice_theme = (int32_t)app->config.pack->practice[0].theme;
        break;
    case SCREEN_PIN:
        show_pin(app);
        break;
    case SCREEN_SETUP_FIT:
    case SCREEN_SETUP_PRIVACY:
    case SCREEN_SETUP_QUESTIONS:
    case SCREEN_SETUP_SUPPORT:
        setup_go(app, screen);
        break;
    case SCREEN_SETTINGS:
        settings_enter(app);
        break;
    case SCREEN_HEALTH:
        health_enter(app, SCREEN_SETTINGS);
        break;
    case SCREEN_TRENDS:
    case SCREEN_DETAIL:
        app_read_lines(app, screen);
        break;
    case SCREEN_REPORT:
        report_enter(app);
        break;
    case SCREEN_BACKUP:
        backup_enter(app);
        break;
    case SCREEN_RESTORE:
        app->pick_month = app->status.today.month;
        restore_show(app, RESTORE_ASK);
        break;
    case SCREEN_ERASE_ALL:
        erase_all_enter(app);
        break;
    default:
        app->from_pause = app->from_idle = SCREEN_QUESTION;
        app->from_breathe = SCREEN_PAUSE;
        break;
    }
}
