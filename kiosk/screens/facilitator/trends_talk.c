/* SPDX-License-Identifier: MIT */
/* Talk about it: the prompt to read aloud, and the sentence that always stands with it. */
#include "screens/facilitator/trends.h"

static struct ui_text text_of(const char *id, const char *text, enum type type, int32_t x,
                              int32_t y, int32_t w)
{
    return (struct ui_text){
        .id = id, .text = text, .role = ROLE_TEXT, .type = type, .x = x, .y = y, .w = w};
}

static struct ui_button another_button(const struct app *app)
{
    return (struct ui_button){.id = "trends.another",
                              .label = word(app, MSG_TRENDS_TALK_ANOTHER),
                              .kind = BUTTON_F,
                              .icon = ICON_REDO,
                              .action = TRENDS_ANOTHER};
}

enum { TALK_BUTTONS = 2 };

/* Another prompt; and all of it for the group, once there is a chart to show. */
static uint32_t talk_buttons(const struct app *app, struct ui_button buttons[TALK_BUTTONS])
{
    buttons[0] = another_button(app);
    buttons[1] = (struct ui_button){.id = "trends.for-room",
                                    .label = word(app, MSG_TRENDS_FOR_ROOM),
                                    .spoken = word(app, MSG_TRENDS_FOR_ROOM_S),
                                    .kind = BUTTON_F,
                                    .icon = ICON_EYE,
                                    .action = ACTION_GO,
                                    .arg = SCREEN_ROOM};
    return lines_view(app).line[LINES_ALL].view->block_count > 0 ? 2 : 1;
}

/* From drawing them and taking that back. */
static int32_t buttons_height(const struct app *app, struct ui *ui, int32_t w)
{
    struct ui_button buttons[TALK_BUTTONS];
    const uint32_t count = talk_buttons(app, buttons);
    const struct ui_mark mark = ui_mark(ui);
    const int32_t height = ui_button_rows(ui, buttons, count, 0, 0, w);
    ui_rewind(ui, mark);
    return height;
}

static int32_t draw_buttons(const struct app *app, struct ui *ui, int32_t x, int32_t y, int32_t w)
{
    struct ui_button buttons[TALK_BUTTONS];
    return ui_button_rows(ui, buttons, talk_buttons(app, buttons), x, y, w);
}

static const char *prompt_for(const struct app *app, struct ui *ui)
{
    struct text_arg arg = {"theme", theme_word(app, trends_prompt(app)->theme)};
    return fill(app, ui, MSG_TRENDS_TALK_FOR, &arg, 1);
}

/* Heading, its short rule, what is read first and the prompt; returns where they end. */
static int32_t draw_prompt(const struct app *app, struct ui *ui, enum type type, int32_t x,
                           int32_t y, int32_t w)
{
    struct ui_text head = text_of("trends.talk", word(app, MSG_TRENDS_TALK), TYPE_F_TEXT, x, y, w);
    head.role = ROLE_HEADING;
    y += ui_text(ui, &head) + ui_gap(ui, 1500);
    ui_rule(ui, (float)x, (float)y, (float)(x + ui_um(ui, 8000)), (float)y, INK_OUTLINE,
            ui_umf(ui, 400));
    y += ui_gap(ui, 2500);
    struct ui_text open =
        text_of("trends.open", word(app, MSG_TRENDS_TALK_OPEN), TYPE_F_CAPTION, x, y, w);
    y += ui_text(ui, &open) + ui_gap(ui, 4000);
    struct ui_text prompt =
        text_of("trends.prompt", item_text(app, "prompt", trends_prompt(app)), type, x, y, w);
    prompt.ink = INK_INK;
    prompt.balance = true;
    return y + ui_text(ui, &prompt) + ui_gap(ui, 2500);
}

int32_t trends_talk_panel(const void *app, struct ui *ui, struct box panel)
{
    int32_t x = panel.x, w = panel.w;
    int32_t y = draw_prompt(app, ui, TYPE_F_TITLE, x, panel.y, w);
    struct ui_text which =
        text_of("trends.prompt_for", prompt_for(app, ui), TYPE_F_CAPTION, x, y, w);
    y += ui_text(ui, &which) + ui_gap(ui, 3500);
    y += draw_buttons(app, ui, x, y, w) + ui_gap(ui, 8000);
    struct ui_text room =
        text_of("trends.room", word(app, MSG_TRENDS_ROOM), TYPE_F_CAPTION, x, y, w);
    room.balance = true;
    return y + ui_text(ui, &room);
}

/* In the column: a hairline above it all. */
static void draw_column(const struct app *app, struct ui *ui, int32_t x, int32_t y, int32_t w)
{
    ui_hairline(ui, x, y, w);
    y += ui_gap(ui, 2500);
    y = draw_prompt(app, ui, TYPE_F_LEDE, x, y, w);
    struct ui_text which =
        text_of("trends.prompt_for", prompt_for(app, ui), TYPE_F_CAPTION, x, y, w);
    y += ui_text(ui, &which) + ui_gap(ui, 2500);
    y += draw_buttons(app, ui, x, y, w) + ui_gap(ui, 3000);
    struct ui_text room =
        text_of("trends.room", word(app, MSG_TRENDS_ROOM), TYPE_F_CAPTION, x, y, w);
    room.balance = true;
    ui_text(ui, &room);
}

/* On pages lower than all of it, each part on its own. */
static void flow_parts(const struct app *app, struct flow *flow)
{
    struct ui_text head = text_of("trends.talk", word(app, MSG_TRENDS_TALK), TYPE_F_TEXT, 0, 0, 0);
    struct ui_text open =
        text_of("trends.open", word(app, MSG_TRENDS_TALK_OPEN), TYPE_F_CAPTION, 0, 0, 0);
    struct ui_text prompt = text_of("trends.prompt", item_text(app, "prompt", trends_prompt(app)),
                                    TYPE_F_LEDE, 0, 0, 0);
    struct ui_text which =
        text_of("trends.prompt_for", prompt_for(app, flow->ui), TYPE_F_CAPTION, 0, 0, 0);
    struct ui_text room =
        text_of("trends.room", word(app, MSG_TRENDS_ROOM), TYPE_F_CAPTION, 0, 0, 0);
    struct ui_button buttons[TALK_BUTTONS];
    const uint32_t count = talk_buttons(app, buttons);
    head.role = ROLE_HEADING;
    prompt.ink = INK_INK;
    prompt.balance = room.balance = true;
    if (!flow->fresh) {
        flow->y = flow->box.y + flow->box.h; /* on pages of its own */
    }
    flow_text(flow, &head);
    flow_gap(flow, 2500);
    flow_text(flow, &open);
    flow_gap(flow, 4000);
    flow_text(flow, &prompt);
    flow_gap(flow, 2500);
    flow_text(flow, &which);
    flow_gap(flow, 2500);
    flow_buttons(flow, buttons, count);
    flow_gap(flow, 3000);
    flow_text(flow, &room);
}

void trends_talk_flow(const struct app *app, struct flow *flow)
{
    struct ui *ui = flow->ui;
    int32_t y, height = trends_talk_height(app, ui, flow->box.w);
    if (ui->paged && height > flow->box.h) {
        flow_parts(app, flow);
    } else if (flow_block(flow, height, &y)) {
        draw_column(app, ui, flow->box.x, y, flow->box.w);
    }
}

int32_t trends_talk_height(const struct app *app, struct ui *ui, int32_t w)
{
    struct ui_text open =
        text_of("trends.open", word(app, MSG_TRENDS_TALK_OPEN), TYPE_F_CAPTION, 0, 0, w);
    struct ui_text prompt = text_of("trends.prompt", item_text(app, "prompt", trends_prompt(app)),
                                    TYPE_F_LEDE, 0, 0, w);
    prompt.balance = true;
    struct ui_text room =
        text_of("trends.room", word(app, MSG_TRENDS_ROOM), TYPE_F_CAPTION, 0, 0, w);
    room.balance = true;
    struct ui_text which =
        text_of("trends.prompt_for", prompt_for(app, ui), TYPE_F_CAPTION, 0, 0, w);
    static const int32_t GAPS_UM[] = {2500, 1500, 2500, 4000, 2500, 2500, 3000};
    int32_t height = ui_line_px(ui, TYPE_F_TEXT) + ui_text_height(ui, &open) +
                     ui_text_height(ui, &prompt) + ui_text_height(ui, &which) +
                     buttons_height(app, ui, w) + ui_text_height(ui, &room);
    for (size_t i = 0; i < sizeof(GAPS_UM) / sizeof(GAPS_UM[0]); i++) {
        height += ui_gap(ui, GAPS_UM[i]);
    }
    return height;
}
