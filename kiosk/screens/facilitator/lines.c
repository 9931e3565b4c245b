/* SPDX-License-Identifier: MIT */
#include "screens/facilitator/lines.h"

#include <assert.h>

enum { OWNER = OWNER_MODULE + MODULE_LINES };

enum period lines_period(const struct app *app)
{
    uint8_t chosen = lines_seen(app)->chosen;
    return chosen == 0 ? PERIOD_ALL : (enum period)(chosen - 1);
}

bool lines_are_read(const struct app *app)
{
    return lines_seen(app)->read;
}

const struct message_report *lines_report(const struct app *app)
{
    return &lines_seen(app)->report;
}

static uint32_t line_count(const struct app *app)
{
    return 1 + app->config.pack->theme_count + app->config.pack->question_count;
}

struct lines lines_view(const struct app *app)
{
    struct lines lines = {.pack = app->config.pack,
                          .words = {app_language(app), app_catalog(app)},
                          .question_off = app->settings.choice.question_off,
                          .period = lines_period(app),
                          .count = line_count(app)};
    assert(lines.count <= LINES_MAX);
    for (uint32_t i = 0; i < lines.count; i++) {
        const struct line_data *data = &lines_seen(app)->line[i];
        lines.line[i] = (struct lines_line){&data->view, data->point, data->count};
    }
    return lines;
}

static bool is_at_line(const struct app *app)
{
    return lines_seen(app)->next < line_count(app);
}

static bool is_at_report(const struct app *app)
{
    return lines_seen(app)->next == line_count(app) && lines_seen(app)->screen == SCREEN_REPORT;
}

static struct message_line_request line_wanted(const struct app *app)
{
    struct line_id line = lines_id(app->config.pack, lines_seen(app)->next);
    return (struct message_line_request){.kind = (uint8_t)line.kind,
                                         .period = (uint8_t)lines_period(app),
                                         .index = (uint8_t)line.index,
                                         .from = lines_seen(app)->from};
}

static struct message_report_request report_wanted(const struct app *app)
{
    return (struct message_report_request){.period = (uint8_t)lines_period(app),
                                           .language = (uint8_t)language_index(app_language(app))};
}

/* Asks for what is wanted now. While an earlier request is open, nothing is sent; when its answer
 * comes, the module asks again. */
static void ask(struct app *app)
{
    if (is_at_line(app)) {
        ASK_WITH(app, OWNER, MESSAGE_READ_LINE, line_request, line_wanted(app));
    } else {
        ASK_WITH(app, OWNER, MESSAGE_READ_REPORT, report_request, report_wanted(app));
    }
}

void lines_open(struct app *app, enum screen_id screen)
{
    struct lines_state *state = lines_state(app);
    state->screen = (uint16_t)screen;
    state->arrival = app->arrival;
    state->next = 0;
    state->from = 0;
    state->reading = true;
    state->read = false;
    ask(app);
}

bool lines_act(struct app *app, enum action action, int32_t arg)
{
    if (action != ACTION_PERIOD) {
        return false;
    }
    lines_state(app)->chosen = (uint8_t)(arg + 1);
    app->page = 0;
    lines_open(app, (enum screen_id)app->screen);
    return true;
}

void lines_periods(const struct app *app, struct document_page *page)
{
    static const struct control PERIODS[PERIOD_COUNT] = {
        {"period.three", MSG_TRENDS_PERIOD_1, ACTION_PERIOD, PERIOD_THREE, .kind = BUTTON_F},
        {"period.year", MSG_TRENDS_PERIOD_2, ACTION_PERIOD, PERIOD_YEAR, .kind = BUTTON_F},
        {"period.all", MSG_TRENDS_PERIOD_3, ACTION_PERIOD, PERIOD_ALL, .kind = BUTTON_F}};
    static const enum message_id SPOKEN[PERIOD_COUNT] = {
        MSG_TRENDS_PERIOD_1_S, MSG_TRENDS_PERIOD_2_S, MSG_TRENDS_PERIOD_3_S};
    choices_of(app, PERIODS, PERIOD_COUNT, (int32_t)lines_period(app), page->right);
    for (uint32_t i = 0; i < PERIOD_COUNT; i++) {
        page->right[i].spoken = word(app, SPOKEN[i]);
    }
    page->right_count = PERIOD_COUNT;
}

static bool is_answer_wanted(const struct app *app, const struct message *answer)
{
    if (answer->type == MESSAGE_LINE && is_at_line(app)) {
        const struct message_line_request *got = &answer->as.line.request;
        struct message_line_request wanted = line_wanted(app);
        return got->kind == wanted.kind && got->period == wanted.period &&
               got->index == wanted.index && got->from == wanted.from;
    }
    if (answer->type == MESSAGE_REPORT && is_at_report(app)) {
        const struct message_report_request *got = &answer->as.report.request;
        struct message_report_request wanted = report_wanted(app);
        return got->period == wanted.period && got->language == wanted.language;
    }
    return false;
}

/* Every point goes to the place that its number gives it, so no answer can fill a line twice. */
static void take_line(struct app *app, const struct message_line *line)
{
    struct lines_state *state = lines_state(app);
    struct line_data *data = &state->line[state->next];
    uint32_t total = line->view.point_count;
    uint32_t oldest = total > LINES_POINT_MAX ? total - LINES_POINT_MAX : 0;
    data->view = line->view;
    if (state->from < oldest) {
        state->from = oldest; /* only the newest points are kept, so the module asks for these */
        return;
    }
    data->count = state->from - oldest;
    for (uint32_t i = 0; i < line->count && data->count < LINES_POINT_MAX; i++) {
        data->point[data->count++] = line->point[i];
    }
    state->from += line->count;
    if (line->count == 0 || state->from >= total) {
        state->next++;
        state->from = 0;
    }
}

static bool shows_lines(enum screen_id screen)
{
    return screen == SCREEN_TRENDS || screen == SCREEN_DETAIL || screen == SCREEN_REPORT;
}

/* Returns whether somebody waits for the screen, or looks at a screen that shows lines. */
static bool is_waited_for(const struct app *app)
{
    return app->arrival == lines_seen(app)->arrival || shows_lines((enum screen_id)app->screen);
}

static void end_reading(struct app *app)
{
    struct lines_state *state = lines_state(app);
    state->reading = false;
    state->read = true;
    if (app->arrival == state->arrival && app->screen != state->screen && app->status.unlocked) {
        app_go(app, (enum screen_id)state->screen);
    }
}

/* Ends a reading that was refused. The lines that came before the refusal are of another period
 * than the rest, so none is shown. Returns whether nobody waited for them. */
static bool end_refused(struct app *app)
{
    struct lines_state *state = lines_state(app);
    const bool was_waited_for = state->reading && is_waited_for(app);
    state->reading = false;
    if (was_waited_for && shows_lines((enum screen_id)app->screen)) {
        state->read = false;
        app_act_common(app, ACTION_GO, SCREEN_MEETING);
    }
    return !was_waited_for;
}

static bool take_answer(struct app *app, enum message_type asked, const struct message *answer)
{
    struct lines_state *state = lines_state(app);
    (void)asked;
    if (answer->type == MESSAGE_REFUSED) {
        return end_refused(app);
    }
    if (!state->reading || !is_waited_for(app)) {
        state->reading = false;
        return true;
    }
    if (is_answer_wanted(app, answer)) {
        if (answer->type == MESSAGE_LINE) {
            take_line(app, &answer->as.line);
        } else {
            state->report = answer->as.report;
            state->next++;
        }
    }
    if (is_at_line(app) || is_at_report(app)) {
        ask(app);
    } else {
        end_reading(app);
    }
    return true;
}

/* The frame stays until all lines of another period have come. */
static void settle(struct app *app)
{
    app->frame_rests = lines_seen(app)->reading && shows_lines((enum screen_id)app->screen);
}

const struct module_ops MODULE_OPS_LINES = {
    .part = {.state_bytes = sizeof(struct lines_state), .life = LIFE_RUN, .answer = take_answer},
    .settle = settle};
