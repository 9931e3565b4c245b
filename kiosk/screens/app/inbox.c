/* SPDX-License-Identifier: MIT */
/* The keeper's words coming in, and requests going out. */
#include "screens/app/screen.h"
#include "screens/facilitator/backup.h"
#include "screens/setup/setup.h"

#include <assert.h>
#include <string.h>

struct message *app_send(struct app *app, enum message_type type)
{
    assert(app->effect_count < EFFECT_MAX);
    struct effect *effect = &app->effect[app->effect_count++];
    effect->kind = EFFECT_SEND;
    message_init(&effect->message, type);
    effect->message.sequence = ++app->sequence;
    return &effect->message;
}

static struct line_id line_at(const struct app *app, uint32_t index)
{
    uint32_t themes = app->config.pack->theme_count;
    if (index == 0) {
        return (struct line_id){LINE_ALL, 0};
    }
    if (index <= themes) {
        return (struct line_id){LINE_THEME, index - 1};
    }
    return (struct line_id){LINE_QUESTION, index - 1 - themes};
}

static void request_line(struct app *app, uint32_t from)
{
    struct line_id line = line_at(app, app->line_next);
    struct message *message = app_send(app, MESSAGE_READ_LINE);
    message->as.line_request = (struct message_line_request){.kind = (uint8_t)line.kind,
                                                             .period = (uint8_t)app->period,
                                                             .index = (uint8_t)line.index,
                                                             .from = from};
}

/* Lines are read one after another; the screen shows when all are there, so nothing flickers. */
void app_read_lines(struct app *app, enum screen_id screen)
{
    app->lines_screen = screen;
    app->line_count = 1 + app->config.pack->theme_count + app->config.pack->question_count;
    assert(app->line_count <= LINE_MAX);
    app->line_next = 0;
    app->lines_wanted = true;
    for (uint32_t i = 0; i < app->line_count; i++) {
        app->line[i].count = 0;
    }
    request_line(app, 0);
}

/* A screen of lines opens when all of it is there; the report's screen shows the files too. */
static void show_lines(struct app *app)
{
    bool waits = app->lines_wanted || (app->lines_screen == SCREEN_REPORT && app->report_wanted);
    if (!waits && app->screen != app->lines_screen && app->status.unlocked) {
        app_go(app, app->lines_screen);
    }
}

static void take_line(struct app *app, const struct message_line *line)
{
    if (!app->lines_wanted || line->request.period != app->period) {
        return;
    }
    struct line_id wanted = line_at(app, app->line_next);
    if (line->request.kind != wanted.kind || line->request.index != wanted.index) {
        return;
    }
    struct line_data *data = &app->line[app->line_next];
    data->view = line->view;
    uint32_t total = line->view.point_count;
    if (total > LINE_POINT_MAX && line->request.from < total - LINE_POINT_MAX) {
        request_line(app, total - LINE_POINT_MAX); /* the newest are kept */
        return;
    }
    for (uint32_t i = 0; i < line->count && data->count < LINE_POINT_MAX; i++) {
        data->point[data->count++] = line->point[i];
    }
    if (line->count > 0 && line->request.from + line->count < total) {
        request_line(app, line->request.from + line->count);
        return;
    }
    if (++app->line_next < app->line_count) {
        request_line(app, 0);
        return;
    }
    app->lines_wanted = false;
    show_lines(app);
}

static void end_add(struct app *app, enum finish_state state)
{
    app->finish = state;
    app_wipe_answers(app);
    app->screen_ms = app->now_ms;
    memset(app->focus_id, 0, sizeof(app->focus_id));
}

static void take_refused(struct app *app, const struct message *message)
{
    if (message->as.refused.type == MESSAGE_ADD) {
        if (app->finish != FINISH_WAITING || message->sequence != app->add_sequence) {
            return;
        }
        if (message->as.refused.why == STATUS_DENIED) {
            end_add(app, FINISH_ENDED);
        } else {
            app->finish = FINISH_REFUSED;
            app->screen_ms = app->now_ms;
        }
        return;
    }
    if (backup_take_refused(app, message)) {
        return;
    }
    app->lines_wanted = app->report_wanted = false;
    enum status why = (enum status)message->as.refused.why;
    if (message->as.refused.type == MESSAGE_SAVE_REPORT && app->saving) {
        app->saving = false;
        app->save_result = why;
    } else if (why == STATUS_DENIED && screen_ops(app->screen)->patience == PATIENCE_FACILITATOR) {
        app->auto_locked = true;
        app_go(app, SCREEN_PIN);
    }
}

static void take_pin_answer(struct app *app)
{
    app->pin_sequence = 0;
    if (app->screen == SCREEN_SETUP_PIN) {
        setup_take_pin(app);
        return;
    }
    if (app->screen != SCREEN_PIN) {
        /* Whoever typed it has left: nobody else is to find the door open. */
        if (app->status.unlocked && screen_ops(app->screen)->patience != PATIENCE_FACILITATOR) {
            app_lock(app);
        }
        return;
    }
    if (!app->status.unlocked) {
        app->pin_wrong = app->status.wait_ms == 0;
        app->screen_ms = app->now_ms;
        return;
    }
    app->pin_wrong = app->pin_differ = app->pin_again = app->auto_locked = false;
    app->file_seen = false; /* a file that cannot be used is said each time */
    error_go_on(app);
    app->stay_ms = app->now_ms;
}

/* The facilitator's lock can also run out at the keeper. */
static void follow_lock(struct app *app, bool was_unlocked)
{
    if (was_unlocked && !app->status.unlocked &&
        screen_ops(app->screen)->patience == PATIENCE_FACILITATOR) {
        app->auto_locked = true;
        app_go(app, SCREEN_PIN);
    }
}

static void take_status(struct app *app, const struct message *message)
{
    struct keeper_status before = app->status;
    app->status = message->as.status;
    bool first = !app->heard;
    app->heard = true;
    app->wait_until_ms = app->status.wait_ms > 0 ? app->now_ms + app->status.wait_ms : 0;
    if (message->sequence != 0) {
        app->meeting_problem = (enum status)app->status.result;
    }
    if (app->close_sequence != 0 && message->sequence == app->close_sequence) {
        app->close_sequence = 0;
    }
    if (app->pin_sequence != 0 && message->sequence == app->pin_sequence) {
        take_pin_answer(app);
        return;
    }
    bool was_counting = before.meeting == MEETING_OPEN || before.meeting == MEETING_ENDING;
    bool is_counting = app->status.meeting == MEETING_OPEN || app->status.meeting == MEETING_ENDING;
    if (app->visit == VISIT_COUNTING && was_counting && !is_counting) {
        app->ended = true;
        if (app->screen == SCREEN_FINISH && app->finish != FINISH_WAITING) {
            end_add(app, FINISH_ENDED);
        }
    }
    if (app->status.meeting == MEETING_ENDING && before.meeting != MEETING_ENDING &&
        app->visit == VISIT_NONE) {
        app_send(app, MESSAGE_TURN_FREE);
    }
    if (app->change_sequence != 0 && message->sequence == app->change_sequence) {
        setup_take_answer(app);
    }
    if (app->screen == SCREEN_RESTORE && app->pick_sequence != 0 &&
        message->sequence == app->pick_sequence) {
        restore_take_answer(app);
    }
    follow_lock(app, before.unlocked != 0);
    enum patience patience = screen_ops(app->screen)->patience;
    if (first || (patience == PATIENCE_REST && app->screen != app_rest_screen(app))) {
        app_go(app, app_rest_screen(app));
    }
}

void app_take_message(struct app *app, const struct message *message)
{
    switch ((int)message->type) {
    case MESSAGE_STATUS:
        take_status(app, message);
        break;
    case MESSAGE_SETTINGS:
        app->settings = message->as.settings;
        break;
    case MESSAGE_MACHINE:
        setup_take_machine(app, &message->as.machine);
        break;
    case MESSAGE_HEALTH:
        app->health = message->as.health;
        app->health_known = true;
        break;
    case MESSAGE_ADDED:
        if (app->finish == FINISH_WAITING && message->sequence == app->add_sequence) {
            app->finish = FINISH_ASK;
            app_wipe_answers(app);
            app_go(app, SCREEN_CLOSING);
        }
        break;
    case MESSAGE_REFUSED:
        take_refused(app, message);
        break;
    case MESSAGE_ROWS:
        app->rows = message->as.rows;
        break;
    case MESSAGE_LINE:
        take_line(app, &message->as.line);
        break;
    case MESSAGE_REPORT:
        app->report = message->as.report;
        if (app->report_wanted) {
            app->report_wanted = false;
            show_lines(app);
        }
        break;
    case MESSAGE_DRIVES:
        app->drives = message->as.drives;
        backup_take_drives(app);
        break;
    case MESSAGE_BACKUPS:
        backup_take_found(app, message);
        break;
    case MESSAGE_BACKUP:
        backup_take_picked(app, message);
        break;
    case MESSAGE_ERASED:
        erase_all_take(app, message);
        break;
    case MESSAGE_SAVED:
        app->saving = false;
        app->saved = true;
        app->save_result = STATUS_OK;
        backup_take_saved(app);
        break;
    default:
        break;
    }
}
