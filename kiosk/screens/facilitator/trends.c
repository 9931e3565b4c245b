/* SPDX-License-Identifier: MIT */
/* Slow trends. First come one sentence, the chart that it speaks of, and something to talk about; a
 * control shows all lines. What does not fit goes on to further pages. */
#include "screens/facilitator/trends.h"

#include "core/chance.h"
#include "screens/facilitator/detail.h"

enum { PANEL_UM = 76000 };

static bool is_empty(const struct app *app)
{
    return lines_view(app).line[LINES_ALL].view->block_count == 0;
}

static void build(const struct app *app, struct ui *ui)
{
    static const struct control LEFT[] = {
        {"trends.meeting", MSG_MEETING_NAV_1, ACTION_GO, SCREEN_MEETING, .icon = ICON_BACK},
        {"trends.report", MSG_MEETING_NAV_3, ACTION_GO, SCREEN_REPORT, .icon = ICON_DRIVE}};
    static const struct control OTHER[] = {
        {"trends.lines", MSG_TRENDS_LINES, TRENDS_LINES, .arg = 1},
        {"trends.one", MSG_TRENDS_ONE, TRENDS_LINES, .arg = 0}};
    const bool read = lines_are_read(app), empty = is_empty(app);
    const uint32_t lines = trends_of(app)->lines;
    struct document_page page = {.panel = {PANEL_UM, trends_talk_panel, app, 0}};
    document_page_left(app, &page, LEFT, 2);
    document_page_left(app, &page, &OTHER[lines], empty ? 0 : 1);
    lines_periods(app, &page);
    document_page_begin(app, ui, &page);
    if (read) {
        (empty ? trends_empty_flow : lines ? trends_lines_flow : trends_one_flow)(app, &page);
    }
    if (!document_end(ui, &page.document) && read) {
        flow_gap(&page.flow, empty ? 6000 : 2500);
        trends_talk_flow(app, &page.flow);
    }
    flow_end(&page.flow);
}

/* Chooses a theme to talk about. The choice stays until the headline speaks of another line. */
static void choose_theme(struct app *app, uint32_t theme)
{
    struct lines lines = lines_view(app);
    trends_state(app)->theme = theme;
    trends_state(app)->of = 1 + lines_headline_line(&lines);
}

/* Chooses another prompt of the same theme, and not the one on the screen when there are others. */
static void choose_another(struct app *app)
{
    const struct pack_item *now = trends_prompt(app);
    uint32_t prompts[PACK_PROMPT_MAX], others = trends_prompts(app, prompts) - 1;
    if (others > 0) {
        uint32_t next = chance_below(&app->random, others);
        next += prompts[next] >= (uint32_t)(now - app->config.pack->prompt);
        trends_state(app)->prompt = prompts[next];
        choose_theme(app, now->theme);
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
        trends_state(app)->lines = arg != 0;
        app_view(app);
        break;
    default:
        break;
    }
}

const struct screen_ops SCREEN_OPS_TRENDS = {
    .part = {.state_bytes = sizeof(struct trends_talk), .life = LIFE_RUN},
    .patience = PATIENCE_FACILITATOR,
    .open = open,
    .build = build,
    .act = act,
    .back_id = "trends.meeting",
};
