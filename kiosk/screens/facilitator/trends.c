/* SPDX-License-Identifier: MIT */
/* Slow trends. First one sentence, the one chart that it speaks of, and something to talk about;
 * all lines are a touch away. What does not fit goes on to further pages. */
#include "screens/facilitator/trends.h"

#include "screens/facilitator/detail.h"
#include "screens/parts/controls.h"

enum { PANEL_UM = 76000 };

static struct trends_talk *mine(struct app *app)
{
    return part_state(app, SCREEN_TRENDS);
}

static bool shows_lines(const struct app *app)
{
    const struct trends_talk *talk = part_state_of(app, SCREEN_TRENDS);
    return talk->lines != 0;
}

static bool is_empty(const struct app *app)
{
    return lines_view(app).line[LINES_ALL].view->block_count == 0;
}

static struct ui_button other_view(const struct app *app)
{
    if (shows_lines(app)) {
        return (struct ui_button){.id = "trends.one",
                                  .label = word(app, MSG_TRENDS_ONE),
                                  .kind = BUTTON_F,
                                  .action = TRENDS_LINES,
                                  .arg = 0};
    }
    return (struct ui_button){.id = "trends.lines",
                              .label = word(app, MSG_TRENDS_LINES),
                              .kind = BUTTON_F,
                              .action = TRENDS_LINES,
                              .arg = 1};
}

static void begin(const struct app *app, struct ui *ui, struct document *document)
{
    struct ui_button left[] = {{.id = "trends.meeting",
                                .label = word(app, MSG_MEETING_NAV_1),
                                .kind = BUTTON_F,
                                .icon = ICON_BACK,
                                .action = ACTION_GO,
                                .arg = SCREEN_MEETING},
                               {.id = "trends.report",
                                .label = word(app, MSG_MEETING_NAV_3),
                                .kind = BUTTON_F,
                                .icon = ICON_DRIVE,
                                .action = ACTION_GO,
                                .arg = SCREEN_REPORT},
                               other_view(app)};
    struct ui_button right[PERIOD_COUNT + 1];
    const struct ui_button more = control_more(app);
    lines_periods(app, right);
    right[PERIOD_COUNT] = control_lock(app);
    const struct document_plan plan = {.left = left,
                                       .left_count = is_empty(app) ? 2 : 3,
                                       .right = right,
                                       .right_count = PERIOD_COUNT + 1,
                                       .more = &more,
                                       .panel = {PANEL_UM, trends_talk_panel, app, 0}};
    document_begin(ui, &plan, document);
}

static void build(const struct app *app, struct ui *ui)
{
    struct document document;
    begin(app, ui, &document);
    struct flow flow;
    flow_begin(&flow, ui, document.content);
    const bool read = lines_are_read(app), empty = read && is_empty(app);
    if (empty) {
        trends_empty_flow(app, &flow, &document);
    } else if (read && shows_lines(app)) {
        trends_lines_flow(app, &flow, &document);
    } else if (read) {
        trends_one_flow(app, &flow, &document);
    }
    if (!document_end(ui, &document) && read) {
        flow_gap(&flow, empty ? 6000 : 2500);
        trends_talk_flow(app, &flow);
    }
    flow_end(&flow);
}

/* It stays until the headline speaks of something else. */
static void choose_theme(struct app *app, uint32_t theme)
{
    struct lines lines = lines_view(app);
    mine(app)->theme = theme;
    mine(app)->of = 1 + lines_headline_line(&lines);
}

/* Another prompt of the same theme, never the one on the screen when there are others. */
static void choose_another(struct app *app)
{
    const struct pack *pack = app->config.pack;
    const struct pack_item *now = trends_prompt(app);
    uint32_t others = 0;
    for (uint32_t i = 0; i < pack->prompt_count; i++) {
        others += pack->prompt[i].theme == now->theme && &pack->prompt[i] != now;
    }
    if (others == 0) {
        return;
    }
    uint32_t skip = app_random_below(app, others);
    for (uint32_t i = 0; i < pack->prompt_count; i++) {
        if (pack->prompt[i].theme == now->theme && &pack->prompt[i] != now && skip-- == 0) {
            mine(app)->prompt = i;
            choose_theme(app, pack->prompt[i].theme);
            return;
        }
    }
}

static void open(struct app *app)
{
    lines_open(app, SCREEN_TRENDS);
}

static void act(struct app *app, enum action action, int32_t arg)
{
    if (lines_act(app, action, arg)) {
        return;
    }
    switch ((int)action) {
    case TRENDS_THEME:
        choose_theme(app, (uint32_t)arg);
        break;
    case TRENDS_DETAIL:
        detail_show(app, (uint32_t)arg);
        break;
    case TRENDS_ANOTHER:
        choose_another(app);
        break;
    case TRENDS_LINES:
        mine(app)->lines = arg != 0;
        app_view(app);
        break;
    default:
        break;
    }
}

const struct screen_ops SCREEN_OPS_TRENDS = {
    .part = {.state_bytes = sizeof(struct trends_talk), .life = LIFE_RUN},
    .patience = PATIENCE_FACILITATOR,
    .facilitator = true,
    .open = open,
    .build = build,
    .act = act,
    .focus_id = "trends.meeting",
    .back_id = "trends.meeting",
};
