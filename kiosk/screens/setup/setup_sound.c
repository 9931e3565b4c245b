/* SPDX-License-Identifier: MIT */
/* The sound check: a sentence to hear, and the question whether it was heard. A pebble with its
 * rings is a picture of the sound. Where there is no voice, the page says so and leads on. */
#include "screens/access/speech.h"
#include "screens/parts/controls.h"
#include "screens/setup/setup.h"
#include "ui/blocks.h"
#include "ui/blocks/beside.h"
#include "ui/pictures.h"

STATE_BEGIN
struct setup_sound {
    bool unheard; /* somebody listened, and heard nothing */
};
STATE_END

enum sound_action {
    SOUND_PLAY = ACTION_OWN,
    SOUND_HEARD, /* 1 yes, 0 no */
};

enum {
    PICTURE_UM = 120000, /* the room that the picture takes below the words */
    ABOVE_UM = 16000,
    BUTTON_MAX = 3,
};

PART_STATE(struct setup_sound, SCREEN_SETUP_SOUND, seen, mine)

static uint32_t buttons(const struct app *app, struct ui_button out[BUTTON_MAX])
{
    static const struct control BUTTONS[BUTTON_MAX] = {
        {"setup.sound.play", MSG_SETUP_SOUND_BUTTONS_1, SOUND_PLAY, .icon = ICON_LISTEN},
        {"setup.sound.yes", MSG_SETUP_SOUND_BUTTONS_2, SOUND_HEARD, 1, .kind = BUTTON_PLAIN},
        {"setup.sound.no", MSG_SETUP_SOUND_BUTTONS_3, SOUND_HEARD, 0, .kind = BUTTON_PLAIN}};
    return app_has_voice(app) ? controls_of(app, BUTTONS, BUTTON_MAX, out) : 0;
}

static void flow_words(const struct app *app, struct flow *flow, const struct setup_page *page)
{
    struct ui_button row[BUTTON_MAX];
    uint32_t count = buttons(app, row);
    setup_head(app, flow, page);
    flow_gap(flow, 9000);
    if (count > 0) {
        flow_buttons(flow, row, count);
        flow_gap(flow, 5000);
    }
    if (seen(app)->unheard || count == 0) {
        const char *language = word(app, MSG_LANGUAGE_NAME);
        const char *none =
            count == 0 ? fill_one(app, flow->ui, MSG_COMFORT_READ_NOVOICE, "language", language)
                       : word(app, MSG_SETUP_SOUND_NONE);
        flow_blocks(flow, &(struct ui_block){BLOCK_NOTICE, "setup.sound.none", none, 0, NULL}, 1);
    }
}

static void build(const struct app *app, struct ui *ui)
{
    static const struct beside BESIDE = {.least_um = 230000, .words = 56, .other = 40};
    bool leads_on = seen(app)->unheard || !app_has_voice(app);
    struct setup_page page = {.title = word(app, MSG_SETUP_SOUND_TITLE),
                              .body = word(app, MSG_SETUP_SOUND_BODY),
                              .next = leads_on ? setup_next_word(app) : NULL};
    struct box box = setup_controls(app, ui, &page), words, picture;
    if (beside_divide(ui, &BESIDE, box, &words, &picture)) {
        picture_sound(ui, picture);
    }
    struct flow flow;
    flow_begin(&flow, ui, words);
    flow_words(app, &flow, &page);
    flow_end(&flow);
    int32_t top = flow.y + ui_um(ui, ABOVE_UM), left = box.y + box.h - top;
    if (words.w == box.w && !ui->paged && left >= ui_um(ui, PICTURE_UM)) {
        picture_sound(ui, (struct box){box.x, top, box.w, left});
    }
}

static void act(struct app *app, enum action action, int32_t arg)
{
    switch ((int)action) {
    case SOUND_PLAY:
        mine(app)->unheard = false;
        speech_say_line(app, LINE_SAMPLE);
        break;
    case SOUND_HEARD:
        mine(app)->unheard = arg == 0;
        if (arg != 0) {
            setup_go_on(app);
        }
        break;
    default:
        setup_act(app, action, arg);
        break;
    }
}

const struct screen_ops SCREEN_OPS_SETUP_SOUND = {.part.state_bytes = sizeof(struct setup_sound),
                                                  .build = build,
                                                  .act = act,
                                                  .focus_id = "setup.sound.play",
                                                  SETUP_PAGE_OPS(setup_answer)};
