/* SPDX-License-Identifier: MIT */
/* Comfort: one choice a row, with its values, and beside the rows a preview of a real question.
 * Nothing here is remembered for the next person. */
#include "screens/access/comfort.h"
#include "screens/access/speech.h"
#include "screens/access/switches.h"
#include "screens/parts/page.h"
#include "ui/blocks/preview.h"

STATE_BEGIN
struct comfort_state {
    uint64_t reset_ms; /* of the press that set everything back, until the next press */
};
STATE_END

enum {
    PREVIEW_UM = 300000,  /* panels this wide have room for the preview */
    ROWS_PERCENT = 63,    /* of the width, for the rows beside the preview */
    PREVIEW_PERCENT = 67, /* of the width, before the preview */
};

PART_STATE(struct comfort_state, SCREEN_COMFORT, seen, mine)

static void title(const void *context, struct flow *flow)
{
    const struct app *app = context;
    uint64_t reset_ms = seen(app)->reset_ms;
    bool is_reset = reset_ms != 0 && reset_ms == app->activated_ms;
    const struct page_block words[] = {{BLOCK_TITLE, "comfort.title", MSG_COMFORT_TITLE, 0},
                                       {is_reset ? BLOCK_STATUS : BLOCK_CAPTION, "comfort.lead",
                                        is_reset ? MSG_COMFORT_RESET_DONE : MSG_COMFORT_NOTE, 0}};
    page_flow(app, flow, words, 2);
    flow_gap(flow, 4500);
}

static enum message_id more_word(const struct app *app, const struct ui *ui)
{
    if (ui->paged) {
        return MSG_COMMON_MORE;
    }
    return app->page > 0 ? MSG_COMMON_BACK : MSG_COMFORT_MORE;
}

/* Draws the preview. It always shows the fifth question, so that no topic shows before a person
 * starts. */
static void draw_preview(const struct app *app, struct ui *ui, struct box box)
{
    const int found = pack_question_index(app->config.pack, "q5");
    const struct preview preview = {
        .title = word(app, MSG_COMFORT_PREVIEW),
        .period = word(app, MSG_QUESTION_PERIOD_MET),
        .statement = question_statement(app, found >= 0 ? (uint32_t)found : 0),
        .answer = {word(app, MSG_QUESTION_ANSWER_1), word(app, MSG_QUESTION_ANSWER_2),
                   word(app, MSG_QUESTION_ANSWER_3)}};
    ui_preview(ui, &preview, box);
}

static void build(const struct app *app, struct ui *ui)
{
    struct page controls = {
        .one_page = true,
        .left = {{"comfort.reset", MSG_COMFORT_RESET, COMFORT_RESET, .icon = ICON_REDO},
                 {"common.more", more_word(app, ui), ACTION_MORE, .bare = ICON_MORE}},
        .right = {CONTROL_RETURN}};
    struct box box = page_foot(app, ui, &controls), beside = box;
    const int32_t whole = box.w;
    struct choices rows[COMFORT_ROW_MAX];
    const struct choices_pages pages = {.row = rows,
                                        .count = comfort_rows(app, ui, rows),
                                        .first = COMFORT_FIRST_ROWS,
                                        .head = title,
                                        .context = app};
    if (!ui->paged && ui_width_um(ui) >= PREVIEW_UM && ui->width > ui->height &&
        ui->size <= SIZE_L) {
        beside.x += box.w * PREVIEW_PERCENT / 100;
        beside.w -= box.w * PREVIEW_PERCENT / 100;
        box.w = box.w * ROWS_PERCENT / 100;
    }
    choices_pages(ui, &pages, box);
    if (beside.w < whole) {
        draw_preview(app, ui, beside);
    }
}

/* Sets everything back to what the machine greets people with, except a person's switches: without
 * them the person could not go on. "Start over" on the page of switches forgets them. */
static void set_back(struct app *app)
{
    const struct switches own = *switches_of(app);
    app_reset_comfort(app);
    *switches_state(app) = own;
    mine(app)->reset_ms = app->now_ms;
    if (app->page > 0) {
        app_turn(app, 0);
    }
}

static void act(struct app *app, enum action action, int32_t arg)
{
    mine(app)->reset_ms = 0;
    switch ((int)action) {
    case COMFORT_SIZE:
        app->comfort.size = (uint8_t)arg;
        break;
    case COMFORT_PACE:
        app->comfort.slow = (uint8_t)arg;
        break;
    case COMFORT_MOTION:
        app->comfort.motion_less = (uint8_t)arg;
        break;
    case COMFORT_REPEAT:
        app->comfort.repeat_guard = (uint8_t)arg;
        break;
    case COMFORT_READ:
        speech_choose_mode(app, (enum read_mode)arg);
        break;
    case COMFORT_PHONES:
        speech_set_mode(app, arg != 0 ? READ_PHONES : (enum read_mode)app->comfort.read);
        break;
    case COMFORT_SPEED:
        speech_change_speed(app, arg);
        break;
    case COMFORT_VOLUME:
        speech_change_volume(app, arg);
        break;
    case COMFORT_BLANK:
        speech_set_blank(app, arg != 0);
        break;
    case COMFORT_RESET:
        set_back(app);
        break;
    default:
        break;
    }
}

const struct screen_ops SCREEN_OPS_COMFORT = {.part.state_bytes = sizeof(struct comfort_state),
                                              .patience = PATIENCE_VISIT,
                                              .build = build,
                                              .act = act,
                                              .focus_id = "common.done",
                                              .back_id = "common.done"};
