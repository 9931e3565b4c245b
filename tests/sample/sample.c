/* SPDX-License-Identifier: MIT */
/* A screen that no kiosk has. It shows what a screen costs: this file, and one line in the test
 * build's list (kiosk/tools/stage/stage.c). It has state, a request and a timer of its own, and
 * three buttons. Its words are borrowed, so that no catalogue has any that people never read. */
#include "screens/app/screen.h"
#include "screens/parts/words.h"

enum { COUNT_MS = 5000, COUNT_MAX = 9 };

enum sample_action { SAMPLE_MORE = ACTION_OWN, SAMPLE_ROWS };

STATE_BEGIN
struct sample {
    uint64_t counted_ms; /* the last count by itself */
    uint32_t count;      /* presses and times */
    uint32_t sets;       /* of the file, as the keeper said */
    uint32_t answers;
    uint32_t unused;
};
STATE_END

PART_STATE(struct sample, SCREEN_COUNT, seen, own)

static void enter(struct app *app)
{
    own(app)->counted_ms = app->now_ms;
}

static uint64_t due(const struct app *app)
{
    return seen(app)->count < COUNT_MAX ? seen(app)->counted_ms + COUNT_MS : UINT64_MAX;
}

static void fire(struct app *app)
{
    own(app)->counted_ms = app->now_ms;
    own(app)->count++;
}

static bool answer(struct app *app, enum message_type asked, const struct message *message)
{
    if (asked == MESSAGE_READ_ROWS && message->type == MESSAGE_ROWS) {
        own(app)->sets = message->as.rows.total;
        own(app)->answers++;
    }
    return message->type == MESSAGE_ROWS;
}

static const char *number(const struct app *app, struct ui *ui, int64_t n)
{
    char digits[NUMBER_BYTES];
    const struct text_arg arg = {"count", number_digits(app, digits, n)};
    return frame_text(ui->frame, arg.value);
}

static void build(const struct app *app, struct ui *ui)
{
    const struct ui_button left[] = {
        {.id = "sample.back", .label = word(app, MSG_COMMON_BACK), .action = ACTION_RETURN},
        {.id = "sample.more", .label = word(app, MSG_COMMON_MORE), .action = SAMPLE_MORE},
        {.id = "sample.rows",
         .label = word(app, MSG_KEEPS_TITLE),
         .disabled = app_is_asking(app, MESSAGE_READ_ROWS),
         .action = SAMPLE_ROWS}};
    const struct ui_footer footer = {.left = left, .left_count = 3};
    struct flow flow;
    flow_begin(&flow, ui, ui_footer(ui, &footer));
    flow_text(&flow, &(struct ui_text){.id = "sample.count",
                                       .text = number(app, ui, seen(app)->count),
                                       .role = ROLE_HEADING,
                                       .type = TYPE_TITLE});
    flow_text(&flow,
              &(struct ui_text){.id = "sample.answers",
                                .text = number(app, ui, 100 * seen(app)->answers + seen(app)->sets),
                                .role = ROLE_TEXT,
                                .type = TYPE_BODY});
    flow_end(&flow);
}

static void act(struct app *app, enum action action, int32_t arg)
{
    (void)arg;
    if ((int)action == SAMPLE_MORE) {
        own(app)->count++;
    } else if ((int)action == SAMPLE_ROWS) {
        struct message *message = app_ask(app, SCREEN_COUNT, MESSAGE_READ_ROWS);
        if (message != NULL) {
            message->as.from = 0;
        }
    }
}

extern const struct screen_ops SCREEN_OPS_SAMPLE;
const struct screen_ops SCREEN_OPS_SAMPLE = {
    .part = {.state_bytes = sizeof(struct sample), .answer = answer, .due = due, .fire = fire},
    .patience = PATIENCE_VISIT,
    .enter = enter,
    .build = build,
    .act = act,
    .back_id = "sample.back"};
