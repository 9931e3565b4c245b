/* SPDX-License-Identifier: MIT */
/* The touch check: five markers across the screen, one after another. A touch that lands away from
 * the one that shows its rings says so. A mouse counts too: some touchscreens look like one. */
#include "screens/setup/setup.h"
#include "ui/blocks/beside.h"
#include "ui/blocks/touch_field.h"
#include "ui/ids.h"

STATE_BEGIN
struct setup_touch {
    uint8_t touched; /* of the markers */
    bool off;        /* a touch landed away from them */
};
STATE_END

enum touch_action {
    TOUCH_MARKER = ACTION_OWN, /* which */
};

enum {
    MARKERS = TOUCH_MARKERS,
    FIELD_LEAST_UM = 40000, /* height */
};

PART_STATE(struct setup_touch, SCREEN_SETUP_TOUCH, seen, mine)

static bool all_touched(const struct app *app)
{
    return seen(app)->touched >= MARKERS;
}

/* beside: the words'. */
static void draw_field(const struct app *app, struct ui *ui, bool beside, struct box box)
{
    const uint32_t index = seen(app)->touched;
    struct touch_field field = {.touched = index, .beside = beside};
    char number[NUMBER_BYTES], count[NUMBER_BYTES];
    if (index < MARKERS) {
        const char *name = fill_number(app, ui, MSG_STONE_NAME, "n", index + 1);
        const struct text_arg place[] = {{"label", name},
                                         {"i", number_digits(app, number, index + 1)},
                                         {"n", number_digits(app, count, MARKERS)}};
        field.next = (struct ui_button){.id = id_number(ui->frame, "setup.stone.{n}", index + 1),
                                        .label = name,
                                        .spoken = fill(app, ui, MSG_COMMON_POSITION_S, place, 3),
                                        .action = TOUCH_MARKER,
                                        .arg = (int16_t)index};
    }
    ui_touch_field(ui, &field, box);
}

static struct ui_text off_text(const struct app *app)
{
    return (struct ui_text){.id = "setup.off",
                            .text = word(app, MSG_SETUP_TOUCH_OFF),
                            .role = ROLE_STATUS,
                            .type = TYPE_BODY,
                            .ink = INK_WARN,
                            .balance = true};
}

static void flow_words(const struct app *app, struct flow *flow, const struct setup_page *page)
{
    setup_head(app, flow, page);
    flow_gap(flow, 5000);
    if (seen(app)->off && !all_touched(app)) {
        struct ui_text off = off_text(app);
        flow_text(flow, &off);
    }
}

/* Beside the words, or across the whole page, as long as a marker fits below the words and what may
 * yet have to be said there. */
static void draw_beside(const struct app *app, const struct flow *words, struct box page,
                        struct box field)
{
    struct ui *ui = words->ui;
    struct ui_text off = off_text(app);
    off.w = words->box.w;
    bool said = seen(app)->off && !all_touched(app);
    int32_t end = words->y + (said ? 0 : ui_text_height(ui, &off));
    int32_t needed = touch_field_reach(ui, page) + ui_gap(ui, 4000);
    bool below = end + needed <= page.y + page.h;
    draw_field(app, ui, below, below ? page : field);
}

static void build(const struct app *app, struct ui *ui)
{
    static const struct beside BESIDE = {.least_um = 230000, .words = 42, .other = 54};
    struct setup_page page = {.title = word(app, MSG_SETUP_TOUCH_TITLE),
                              .body = word(app, MSG_SETUP_TOUCH_BODY),
                              .next = all_touched(app) ? setup_next_word(app) : NULL};
    struct box box = setup_controls(app, ui, &page), words, field;
    bool beside = beside_divide(ui, &BESIDE, box, &words, &field);
    struct flow flow;
    flow_begin(&flow, ui, words);
    flow_words(app, &flow, &page);
    if (beside) {
        draw_beside(app, &flow, box, field);
    } else if (beside_below(&flow, FIELD_LEAST_UM, INT32_MAX / 2, &field)) {
        draw_field(app, ui, false, field);
    }
    flow_end(&flow);
}

static void act(struct app *app, enum action action, int32_t arg)
{
    if (action == (enum action)TOUCH_MARKER) {
        *mine(app) = (struct setup_touch){.touched = (uint8_t)(arg + 1)};
    } else {
        setup_act(app, action, arg);
    }
}

static void missed(struct app *app)
{
    mine(app)->off = !all_touched(app);
}

const struct screen_ops SCREEN_OPS_SETUP_TOUCH = {.part.state_bytes = sizeof(struct setup_touch),
                                                  .build = build,
                                                  .act = act,
                                                  .missed = missed,
                                                  .focus_id = "setup.skip",
                                                  SETUP_PAGE_OPS(setup_answer)};
