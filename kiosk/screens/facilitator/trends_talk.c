/* SPDX-License-Identifier: MIT */
/* Talk about it: the prompt to read aloud, and the sentence that always stands with it. */
#include "screens/facilitator/trends.h"

enum { TALK_HEAD, TALK_OPEN, TALK_PROMPT, TALK_WHICH, TALK_ROOM, TALK_TEXTS };

/* What a panel and a column differ in. */
struct talk_look {
    enum type prompt;
    int32_t which_um, buttons_um; /* below them */
};

static const struct talk_look PANEL = {TYPE_F_TITLE, 3500, 8000};
static const struct talk_look COLUMN = {TYPE_F_LEDE, 2500, 3000};

static struct ui_text text_of(const char *id, const char *text, enum type type)
{
    return (struct ui_text){.id = id, .text = text, .role = ROLE_TEXT, .type = type};
}

static void talk_texts(const struct app *app, struct ui *ui, enum type prompt,
                       struct ui_text text[TALK_TEXTS])
{
    const struct text_arg theme = {"theme", theme_word(app, trends_prompt(app)->theme)};
    text[TALK_HEAD] = text_of("trends.talk", word(app, MSG_TRENDS_TALK), TYPE_F_TEXT);
    text[TALK_HEAD].role = ROLE_HEADING;
    text[TALK_OPEN] = text_of("trends.open", word(app, MSG_TRENDS_TALK_OPEN), TYPE_F_CAPTION);
    text[TALK_PROMPT] =
        text_of("trends.prompt", item_text(app, "prompt", trends_prompt(app)), prompt);
    text[TALK_PROMPT].ink = INK_INK;
    text[TALK_WHICH] =
        text_of("trends.prompt_for", fill(app, ui, MSG_TRENDS_TALK_FOR, &theme, 1), TYPE_F_CAPTION);
    text[TALK_ROOM] = text_of("trends.room", word(app, MSG_TRENDS_ROOM), TYPE_F_CAPTION);
    text[TALK_PROMPT].balance = text[TALK_ROOM].balance = true;
}

enum { TALK_BUTTONS = 2 };

/* Another prompt; and all of it for the group, once there is a chart to show. */
static uint32_t talk_buttons(const struct app *app, struct ui_button buttons[TALK_BUTTONS])
{
    static const struct control BUTTONS[TALK_BUTTONS] = {
        {"trends.another", MSG_TRENDS_TALK_ANOTHER, TRENDS_ANOTHER, .kind = BUTTON_F,
         .icon = ICON_REDO},
        {"trends.for-room", MSG_TRENDS_FOR_ROOM, ACTION_GO, SCREEN_ROOM, .kind = BUTTON_F,
         .icon = ICON_EYE}};
    controls_of(app, BUTTONS, TALK_BUTTONS, buttons);
    buttons[1].spoken = word(app, MSG_TRENDS_FOR_ROOM_S);
    return lines_view(app).line[LINES_ALL].view->block_count > 0 ? 2 : 1;
}

/* All parts below each other, a short rule under the heading; returns where they end. */
static int32_t draw_talk(const struct app *app, struct ui *ui, const struct talk_look *look,
                         struct box box)
{
    const int32_t under_um[TALK_TEXTS] = {1500, 4000, 2500, look->which_um, 0};
    struct ui_text text[TALK_TEXTS];
    struct ui_button buttons[TALK_BUTTONS];
    const uint32_t count = talk_buttons(app, buttons);
    int32_t y = box.y;
    talk_texts(app, ui, look->prompt, text);
    for (uint32_t i = 0; i < TALK_TEXTS; i++) {
        text[i].x = box.x;
        text[i].y = y;
        text[i].w = box.w;
        y += ui_text(ui, &text[i]) + ui_gap(ui, under_um[i]);
        if (i == TALK_HEAD) {
            ui_rule(ui, (float)box.x, (float)y, (float)(box.x + ui_um(ui, 8000)), (float)y,
                    INK_OUTLINE, ui_umf(ui, 400));
            y += ui_gap(ui, 2500);
        } else if (i == TALK_WHICH) {
            y += ui_button_rows(ui, buttons, count, box.x, y, box.w) + ui_gap(ui, look->buttons_um);
        }
    }
    return y;
}

void trends_talk_panel(const void *app, struct flow *flow)
{
    flow->y = draw_talk(app, flow->ui, &PANEL, flow->box);
}

/* In the column: a hairline above it all. */
static void draw_column(const void *app, struct flow *flow)
{
    struct box box = flow->box;
    ui_hairline(flow->ui, box.x, box.y, box.w);
    box.y += ui_gap(flow->ui, 2500);
    flow->y = draw_talk(app, flow->ui, &COLUMN, box);
}

int32_t trends_talk_height(const struct app *app, struct ui *ui, int32_t w)
{
    return flow_content_height(ui, draw_column, app, w);
}

/* On pages lower than all of it, each part on its own. */
static void flow_parts(const struct app *app, struct flow *flow)
{
    static const int32_t OVER_UM[TALK_TEXTS] = {0, 2500, 4000, 2500, 3000};
    struct ui_text text[TALK_TEXTS];
    struct ui_button buttons[TALK_BUTTONS];
    const uint32_t count = talk_buttons(app, buttons);
    talk_texts(app, flow->ui, COLUMN.prompt, text);
    if (!flow->fresh) {
        flow->y = flow->box.y + flow->box.h; /* on pages of its own */
    }
    for (uint32_t i = 0; i < TALK_TEXTS; i++) {
        flow_gap(flow, OVER_UM[i]);
        flow_text(flow, &text[i]);
        if (i == TALK_WHICH) {
            flow_gap(flow, 2500);
            flow_buttons(flow, buttons, count);
        }
    }
}

void trends_talk_flow(const struct app *app, struct flow *flow)
{
    struct flow column = {.ui = flow->ui, .box = flow->box};
    const int32_t height = trends_talk_height(app, flow->ui, flow->box.w);
    if (flow->ui->paged && height > flow->box.h) {
        flow_parts(app, flow);
    } else if (flow_block(flow, height, &column.box.y)) {
        draw_column(app, &column);
    }
}
