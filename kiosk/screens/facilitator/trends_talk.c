/* SPDX-License-Identifier: MIT */
/* Talk about it: the prompt to read aloud, and the sentence that always stands with it. */
#include "screens/facilitator/trends.h"

#include "ui/blocks/talk.h"

static struct talk talk_of(const struct app *app, struct ui *ui)
{
    static const struct control BUTTONS[] = {{"trends.another", MSG_TRENDS_TALK_ANOTHER,
                                              TRENDS_ANOTHER, .kind = BUTTON_F, .icon = ICON_REDO},
                                             {"trends.for-room", MSG_TRENDS_FOR_ROOM, ACTION_GO,
                                              SCREEN_ROOM, .kind = BUTTON_F, .icon = ICON_EYE}};
    const struct pack_item *prompt = trends_prompt(app);
    const struct text_arg theme = {"theme", theme_word(app, prompt->theme)};
    struct talk talk = {
        .text = {
            [TALK_HEAD] = {"trends.talk", word(app, MSG_TRENDS_TALK)},
            [TALK_OPEN] = {"trends.open", word(app, MSG_TRENDS_TALK_OPEN)},
            [TALK_PROMPT] = {"trends.prompt", item_text(app, "prompt", prompt)},
            [TALK_WHICH] = {"trends.prompt_for", fill(app, ui, MSG_TRENDS_TALK_FOR, &theme, 1)},
            [TALK_NOTE] = {"trends.room", word(app, MSG_TRENDS_ROOM)}}};
    controls_of(app, BUTTONS, 2, talk.button);
    talk.button[1].spoken = word(app, MSG_TRENDS_FOR_ROOM_S);
    /* All of it for the group, once there is a chart to show. */
    talk.button_count = lines_view(app).line[LINES_ALL].view->block_count > 0 ? 2 : 1;
    return talk;
}

void trends_talk_panel(const void *app, struct flow *flow)
{
    const struct talk talk = talk_of(app, flow->ui);
    talk_panel(flow, &talk);
}

int32_t trends_talk_height(const struct app *app, struct ui *ui, int32_t w)
{
    const struct talk talk = talk_of(app, ui);
    return talk_height(ui, &talk, w);
}

void trends_talk_flow(const struct app *app, struct flow *flow)
{
    const struct talk talk = talk_of(app, flow->ui);
    talk_flow(flow, &talk);
}
