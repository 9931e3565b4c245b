/* SPDX-License-Identifier: MIT */
/* The clock of a machine that is the kiosk alone. It begins with what the clock says, or, of one
 * that cannot be right, with the earliest day that can. */
#include "screens/setup/setup.h"

#include <string.h>

enum clock_action {
    CLOCK_LESS = ACTION_OWN, /* enum clock_field */
    CLOCK_MORE,
};

enum clock_field { FIELD_YEAR, FIELD_MONTH, FIELD_DAY, FIELD_HOUR, FIELD_MINUTE, FIELD_COUNT };

enum {
    VALUE_PAD_UM = 2000,
    ROW_GAP_UM = 8000,
    COLUMN_GAP_UM = 14000, /* three in a row */
    COLUMN_GAP_LEAST_UM = 6000,
    SAID_BYTES = 128,
    NOON = 12,
    HOURS = 24,
    MINUTES = 60,
};

STATE_BEGIN
struct setup_clock {
    uint16_t year;
    uint8_t month, day, hour, minute;
    bool touched; /* what the clock says is no more taken over */
    bool failed;
};
STATE_END

static const struct {
    const char *less, *value, *more;
    enum message_id title;
} FIELDS[FIELD_COUNT] = {
    {"clock.year.less", "clock.year", "clock.year.more", MSG_SETUP_CLOCK_FIELDS_1},
    {"clock.month.less", "clock.month", "clock.month.more", MSG_SETUP_CLOCK_FIELDS_2},
    {"clock.day.less", "clock.day", "clock.day.more", MSG_SETUP_CLOCK_FIELDS_3},
    {"clock.hour.less", "clock.hour", "clock.hour.more", MSG_SETUP_CLOCK_FIELDS_4},
    {"clock.minute.less", "clock.minute", "clock.minute.more", MSG_SETUP_CLOCK_FIELDS_5},
};

PART_STATE(struct setup_clock, SCREEN_SETUP_CLOCK, seen, mine)

static struct civil_time set_to(const struct app *app)
{
    const struct setup_clock *clock = seen(app);
    return (struct civil_time){{clock->year, clock->month}, clock->day, clock->hour, clock->minute};
}

static void take(struct app *app, struct civil_time time)
{
    struct setup_clock *clock = mine(app);
    clock->year = time.month.year;
    clock->month = time.month.month;
    clock->day = time.day;
    clock->hour = time.hour;
    clock->minute = time.minute;
    app->stale = true;
}

/* In two digits, as clocks say hours and minutes. */
static const char *two_digits(const struct app *app, struct ui *ui, uint8_t n)
{
    char ten[NUMBER_BYTES], one[NUMBER_BYTES], text[2 * NUMBER_BYTES];
    struct text_arg args[] = {{"a", number_digits(app, ten, n / 10)},
                              {"b", number_digits(app, one, n % 10)}};
    size_t bytes = text_format(text, sizeof(text), "{a}{b}", args, 2);
    return frame_text_bytes(ui->frame, text, bytes);
}

static const char *value_of(const struct app *app, struct ui *ui, enum clock_field field)
{
    const struct setup_clock *clock = seen(app);
    char digits[NUMBER_BYTES];
    switch (field) {
    case FIELD_MONTH:
        return word(app, (enum message_id)(MSG_MONTH_LONG_1 + clock->month - 1));
    case FIELD_HOUR:
        return two_digits(app, ui, clock->hour);
    case FIELD_MINUTE:
        return two_digits(app, ui, clock->minute);
    case FIELD_YEAR:
    case FIELD_DAY:
    case FIELD_COUNT:
        break;
    }
    const char *text = number_digits(app, digits, field == FIELD_YEAR ? clock->year : clock->day);
    return frame_text_bytes(ui->frame, text, strlen(text));
}

static struct ui_button step_button(const struct app *app, struct ui *ui, enum clock_field field,
                                    bool more)
{
    struct text_arg arg = {"field", word(app, FIELDS[field].title)};
    const char *said =
        fill(app, ui, more ? MSG_SETUP_CLOCK_MORE_S : MSG_SETUP_CLOCK_LESS_S, &arg, 1);
    return (struct ui_button){.id = more ? FIELDS[field].more : FIELDS[field].less,
                              .label = "",
                              .spoken = said,
                              .kind = BUTTON_PLAIN,
                              .icon = more ? ICON_PLUS : ICON_MINUS,
                              .action = (uint16_t)(more ? CLOCK_MORE : CLOCK_LESS),
                              .arg = (int16_t)field};
}

/* The widest month decides, so that nothing moves while one is chosen. */
static int32_t value_width(const struct app *app, const struct ui *ui, enum type type)
{
    int32_t most = 0;
    for (uint32_t month = 0; month < 12; month++) {
        int32_t w = ui_text_width(ui, type, word(app, (enum message_id)(MSG_MONTH_LONG_1 + month)));
        most = w > most ? w : most;
    }
    return most + 2 * ui_um(ui, VALUE_PAD_UM);
}

/* Minus, "2026" below "Year", plus. */
static void draw_field(const struct app *app, struct ui *ui, enum clock_field field, enum type type,
                       struct box box)
{
    struct ui_button less = step_button(app, ui, field, false);
    struct ui_button more = step_button(app, ui, field, true);
    int32_t side = ui_button_width(ui, &less);
    struct ui_text label = {.id = "clock.label",
                            .text = word(app, FIELDS[field].title),
                            .role = ROLE_TEXT,
                            .type = TYPE_F_CAPTION,
                            .align = ALIGN_CENTRE,
                            .x = box.x + side,
                            .w = box.w - 2 * side};
    struct ui_text value = label;
    value.id = FIELDS[field].value;
    value.text = value_of(app, ui, field);
    value.type = type;
    value.ink = INK_INK;
    int32_t label_h = ui_text_height(ui, &label);
    label.y = box.y + (box.h - label_h - ui_text_height(ui, &value)) / 2;
    value.y = label.y + label_h;
    struct text_arg args[] = {{"field", label.text}, {"value", value.text}};
    char said[SAID_BYTES];
    size_t bytes = text_format(said, sizeof(said), "{field}: {value}", args, 2);
    value.spoken = frame_text_bytes(ui->frame, said, bytes);
    ui_button(ui, &less, (struct box){box.x, box.y, side, box.h});
    struct ui_mark before = ui_mark(ui);
    ui_text(ui, &label);
    ui->frame->node_count = before.nodes; /* the value says it too */
    ui_text(ui, &value);
    ui_button(ui, &more, (struct box){box.x + box.w - side, box.y, side, box.h});
}

/* The date in a row, and the time below it, where the width allows. */
static void flow_fields(const struct app *app, struct flow *flow)
{
    struct ui *ui = flow->ui;
    struct ui_button less = step_button(app, ui, FIELD_YEAR, false);
    int32_t gap = ui_um(ui, COLUMN_GAP_UM), h = ui_button_height(ui, BUTTON_PLAIN);
    enum type type = TYPE_CARD;
    int32_t sides = 2 * ui_button_width(ui, &less), w = value_width(app, ui, type) + sides;
    if (2 * w + gap > flow->box.w) {
        type = TYPE_BODY;
        w = value_width(app, ui, type) + sides;
    }
    w = w < flow->box.w ? w : flow->box.w;
    if (FIELD_HOUR * (w + gap) > flow->box.w + gap) {
        gap = ui_um(ui, COLUMN_GAP_LEAST_UM);
    }
    int32_t columns = (flow->box.w + gap) / (w + gap), y = 0;
    columns = columns < FIELD_HOUR ? columns : FIELD_HOUR;
    for (enum clock_field field = FIELD_YEAR; field < FIELD_COUNT; field++) {
        int32_t column = (int32_t)field % columns;
        if (column == 0) {
            flow->y += field > FIELD_YEAR && !flow->fresh ? ui_gap(ui, ROW_GAP_UM) : 0;
        }
        bool is_here = column == 0 ? flow_block(flow, h, &y) : y != 0;
        y = is_here ? y : 0;
        if (is_here) {
            draw_field(app, ui, field, type,
                       (struct box){flow->box.x + column * (w + gap), y, w, h});
        }
    }
}

static void build(const struct app *app, struct ui *ui)
{
    struct setup_page page = {.screen = SCREEN_SETUP_CLOCK,
                              .title = word(app, MSG_SETUP_CLOCK_TITLE),
                              .body = word(app, MSG_SETUP_CLOCK_BODY),
                              .next = word(app, MSG_SETUP_CLOCK_SET)};
    struct flow flow;
    flow_begin(&flow, ui, setup_controls(app, ui, &page));
    setup_head(app, &flow, &page);
    if (seen(app)->failed) {
        flow_gap(&flow, 2500);
        flow_text(&flow, &(struct ui_text){.id = "setup.problem",
                                           .text = word(app, MSG_SETUP_CLOCK_FAILED),
                                           .role = ROLE_STATUS,
                                           .type = TYPE_BODY,
                                           .ink = INK_WARN});
    }
    flow_gap(&flow, 7000);
    flow_fields(app, &flow);
    flow_end(&flow);
}

/* Round in its place, but for the year. A month that is shorter ends earlier. */
static void change(struct app *app, enum clock_field field, int32_t by)
{
    struct civil_time time = set_to(app);
    switch (field) {
    case FIELD_YEAR:
        time.month = month_after(time.month, by * 12);
        break;
    case FIELD_MONTH:
        time.month.month = (uint8_t)((time.month.month - 1 + by + 12) % 12 + 1);
        break;
    case FIELD_DAY: {
        int32_t days = month_days(time.month);
        time.day = (uint8_t)((time.day - 1 + by + days) % days + 1);
        break;
    }
    case FIELD_HOUR:
        time.hour = (uint8_t)((time.hour + by + HOURS) % HOURS);
        break;
    case FIELD_MINUTE:
        time.minute = (uint8_t)((time.minute + by + MINUTES) % MINUTES);
        break;
    case FIELD_COUNT:
        break;
    }
    uint8_t last = month_days(time.month);
    time.day = time.day < last ? time.day : last;
    take(app, time);
    mine(app)->touched = true;
}

static void keep(struct app *app)
{
    ASK_WITH(app, SCREEN_SETUP_CLOCK, MESSAGE_SET_CLOCK, clock, set_to(app));
}

static void act(struct app *app, enum action action, int32_t arg)
{
    switch ((int)action) {
    case CLOCK_LESS:
    case CLOCK_MORE:
        change(app, (enum clock_field)arg, (int)action == CLOCK_MORE ? 1 : -1);
        break;
    case ACTION_NEXT:
        keep(app);
        break;
    default:
        setup_act(app, action, arg);
        break;
    }
}

/* The page says in its own words that the clock was not taken; what was set stays. */
static bool answer(struct app *app, enum message_type asked, const struct message *answer)
{
    if (asked == MESSAGE_READ_HEALTH) {
        if (answer->type == MESSAGE_HEALTH && !mine(app)->touched && !app->status.clock_doubt) {
            take(app, answer->as.health.now);
        }
        return answer->type == MESSAGE_HEALTH;
    }
    mine(app)->failed = false;
    (void)setup_answer(app, asked, answer);
    if (draft_of(app)->problem != STATUS_OK) {
        draft_state(app)->problem = STATUS_OK;
        mine(app)->failed = true;
    }
    return true;
}

/* The newest status may be of some minutes ago: what health reads is of now. */
static void enter(struct app *app)
{
    const struct keeper_status *status = &app->status;
    struct civil_time earliest = {status->month, 1, NOON, 0};
    take(app, status->clock_doubt ? earliest : status->today);
    if (status->unlocked) {
        struct message *message = app_ask(app, SCREEN_SETUP_CLOCK, MESSAGE_READ_HEALTH);
        (void)message; /* it holds nothing */
    }
}

const struct screen_ops SCREEN_OPS_SETUP_CLOCK = {.part.state_bytes = sizeof(struct setup_clock),
                                                  .part.answer = answer,
                                                  .enter = enter,
                                                  .build = build,
                                                  .act = act,
                                                  .focus_id = "common.next",
                                                  SETUP_PAGE_OPS};
