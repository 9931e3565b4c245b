/* SPDX-License-Identifier: MIT */
/* The touch check: five stones across the screen, one after another. A touch that lands away from
 * the one that shows its rings says so. A mouse counts too: some touchscreens look like one. */
#include "screens/setup/setup.h"

#include "ui/blocks/touch_field.h"

STATE_BEGIN
struct setup_touch {
    uint8_t touched; /* of the stones */
    bool off;        /* a touch landed away from them */
};
STATE_END

enum touch_action {
    TOUCH_STONE = ACTION_OWN, /* which */
};

enum {
    STONES = TOUCH_STONES,
    BESIDE_UM = 230000, /* panels this wide have the stones beside the words */
    WORDS_PERCENT = 42,
    FIELD_PERCENT = 54,
    FIELD_LEAST_UM = 40000, /* height */
};

static const char *const IDS[STONES] = {"setup.stone.1", "setup.stone.2", "setup.stone.3",
                                        "setup.stone.4", "setup.stone.5"};

PART_STATE(struct setup_touch, SCREEN_SETUP_TOUCH, seen, mine)

static bool all_touched(const struct app *app)
{
    return seen(app)->touched >= STONES;
}

/* beside: the words'. */
static void draw_field(const struct app *app, struct ui *ui, bool beside, struct box box)
{
    const uint32_t index = seen(app)->touched;
    struct touch_field field = {.touched = index, .beside = beside};
    char number[NUMBER_BYTES], count[NUMBER_BYTES];
    if (index < STONES) {
        const struct text_arg n = {"n", number_digits(app, number, index + 1)};
        const char *name = fill(app, ui, MSG_STONE_NAME, &n, 1);
        const struct text_arg place[] = {
            {"label", name}, {"i", number}, {"n", number_digits(app, count, STONES)}};
        field.next = (struct ui_button){.id = IDS[index],
                                        .label = name,
                                        .spoken = fill(app, ui, MSG_COMMON_POSITION_S, place, 3),
                                        .action = TOUCH_STONE,
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

/* Words on the left; stones across the whole page, as long as one of them fits below the words and
 * what may yet have to be said there. */
static void build_beside(const struct app *app, struct ui *ui, const struct setup_page *page,
                         struct box box)
{
    struct box words = box, right = box;
    words.w = box.w * WORDS_PERCENT / 100;
    right.w = box.w * FIELD_PERCENT / 100;
    right.x = box.x + box.w - right.w;
    struct ui_text off = off_text(app);
    off.w = words.w;
    struct flow flow;
    flow_begin(&flow, ui, words);
    flow_words(app, &flow, page);
    flow_end(&flow);
    bool said = seen(app)->off && !all_touched(app);
    int32_t end = flow.y + (said ? 0 : ui_text_height(ui, &off));
    int32_t needed = touch_field_reach(ui, box) + ui_gap(ui, 4000);
    bool below = end + needed <= box.y + box.h;
    draw_field(app, ui, below, below ? box : right);
}

/* Below the words: all that is left of the page, or one of its own. */
static void build_below(const struct app *app, struct ui *ui, const struct setup_page *page,
                        struct box box)
{
    struct flow flow;
    flow_begin(&flow, ui, box);
    flow_words(app, &flow, page);
    int32_t least = ui_um(ui, FIELD_LEAST_UM), y;
    int32_t left = box.y + box.h - flow.y;
    struct box field = {box.x, 0, box.w, left > least ? left : least};
    if (left < least && ui->paged) {
        field.h = box.h;
    }
    if (flow_block(&flow, field.h, &y)) {
        field.y = y;
        draw_field(app, ui, false, field);
    }
    flow_end(&flow);
}

static void build(const struct app *app, struct ui *ui)
{
    struct setup_page page = {.screen = SCREEN_SETUP_TOUCH,
                              .title = word(app, MSG_SETUP_TOUCH_TITLE),
                              .body = word(app, MSG_SETUP_TOUCH_BODY),
                              .next = all_touched(app) ? setup_next_word(app) : NULL,
                              .must = all_touched(app)};
    struct box box = setup_controls(app, ui, &page);
    bool beside = !ui->paged && ui->width > ui->height && ui_width_um(ui) >= BESIDE_UM;
    (beside ? build_beside : build_below)(app, ui, &page, box);
}

static void act(struct app *app, enum action action, int32_t arg)
{
    if (action == (enum action)TOUCH_STONE) {
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
                                                  .part.answer = setup_answer,
                                                  .build = build,
                                                  .act = act,
                                                  .missed = missed,
                                                  .focus_id = "setup.skip",
                                                  SETUP_PAGE_OPS};
