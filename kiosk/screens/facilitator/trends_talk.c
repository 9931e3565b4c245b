/* SPDX-License-Identifier: MIT */
/* The words of the lines, and what is talked about: the prompt to read aloud, and the sentence that
 * always stands with the prompt. */
#include "screens/facilitator/trends.h"

#include "ui/blocks/talk.h"

#include <assert.h>

const char *trends_words(const struct app *app, struct ui *ui, lines_words *words, uint32_t of)
{
    struct lines lines = lines_view(app);
    char text[LINES_TEXT_BYTES];
    return frame_text(ui->frame, words(&lines, of, text));
}

const char *trends_headline(const struct app *app, struct ui *ui)
{
    struct lines lines = lines_view(app);
    char text[LINES_TEXT_BYTES];
    return frame_text(ui->frame, lines_headline(&lines, text));
}

/* Returns the theme that somebody chose since the headline speaks of its line, else the headline's
 * theme. */
static uint32_t talk_theme(const struct app *app)
{
    const struct trends_talk *talk = trends_of(app);
    struct lines lines = lines_view(app);
    const bool is_chosen = talk->of == 1 + lines_headline_line(&lines);
    return is_chosen ? talk->theme : lines_headline_theme(&lines, talk->theme);
}

uint32_t trends_prompts(const struct app *app, uint32_t prompts[PACK_PROMPT_MAX])
{
    const struct pack *pack = app->config.pack;
    const uint32_t theme = talk_theme(app);
    uint32_t count = 0;
    for (uint32_t i = 0; i < pack->prompt_count; i++) {
        if (pack->prompt[i].theme == theme) {
            prompts[count++] = i;
        }
    }
    assert(count > 0); /* the reader of packs refuses a theme without a prompt */
    return count;
}

const struct pack_item *trends_prompt(const struct app *app)
{
    uint32_t prompts[PACK_PROMPT_MAX], shown = trends_of(app)->prompt;
    const uint32_t count = trends_prompts(app, prompts);
    for (uint32_t i = 0; i < count; i++) {
        if (prompts[i] == shown) {
            return &app->config.pack->prompt[shown];
        }
    }
    return &app->config.pack->prompt[prompts[0]];
}

static struct talk talk_of(const struct app *app, struct ui *ui)
{
    static const struct control BUTTONS[] = {{"trends.another", MSG_TRENDS_TALK_ANOTHER,
                                              TRENDS_ANOTHER, .kind = BUTTON_F, .icon = ICON_REDO},
                                             {"trends.for-room", MSG_TRENDS_FOR_ROOM, ACTION_GO,
                                              SCREEN_ROOM, .kind = BUTTON_F, .icon = ICON_EYE}};
    const struct pack_item *prompt = trends_prompt(app);
    struct talk talk = {
        .text = {
            [TALK_HEAD] = {"trends.talk", word(app, MSG_TRENDS_TALK)},
            [TALK_OPEN] = {"trends.open", word(app, MSG_TRENDS_TALK_OPEN)},
            [TALK_PROMPT] = {"trends.prompt", item_text(app, "prompt", prompt)},
            [TALK_WHICH] = {"trends.prompt_for", fill_one(app, ui, MSG_TRENDS_TALK_FOR, "theme",
                                                          theme_word(app, prompt->theme))},
            [TALK_NOTE] = {"trends.room", word(app, MSG_TRENDS_ROOM)}}};
    controls_of(app, BUTTONS, 2, talk.button);
    talk.button[1].spoken = word(app, MSG_TRENDS_FOR_ROOM_S);
    /* The control that shows the chart to the group comes when there is a chart. */
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
