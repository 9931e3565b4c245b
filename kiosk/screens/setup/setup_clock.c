/* SPDX-License-Identifier: MIT */
/* The clock of a machine that is the kiosk alone. The page begins with what the clock says. Where
 * the clock cannot be right, the page begins with the earliest day that can be. */
#include "screens/setup/setup.h"
#include "ui/blocks/steppers.h"

#include <string.h>

enum clock_action {
    CLOCK_LESS = ACTION_OWN, /* enum civil_part */
    CLOCK_MORE,
};

enum { NOON = 12, MONTHS = 12 };

STATE_BEGIN
struct setup_clock {
    uint16_t year;
    uint8_t month, day, hour, minute;
    bool touched; /* somebody set a part: the time that the keeper tells is no longer taken over */
    uint8_t unused;
};
STATE_END

static const struct {
    const char *less, *value, *more;
    enum message_id title;
} FIELDS[CIVIL_PARTS] = {
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

static const char *value_of(const struct app *app, struct ui *ui, enum civil_part part)
{
    const struct setup_clock *clock = seen(app);
    char digits[NUMBER_BYTES];
    if (part == CIVIL_MONTH) {
        return word(app, (enum message_id)(MSG_MONTH_LONG_1 + clock->month - 1));
    }
    if (part == CIVIL_HOUR || part == CIVIL_MINUTE) {
        return two_digits(app, ui, part == CIVIL_HOUR ? clock->hour : clock->minute);
    }
    const char *text = number_digits(app, digits, part == CIVIL_YEAR ? clock->year : clock->day);
    return frame_text_bytes(ui->frame, text, strlen(text));
}

/* Draws the date in a row, and the time below it, where the width allows. */
static void flow_fields(const struct app *app, struct flow *flow)
{
    const char *months[MONTHS];
    struct stepper fields[CIVIL_PARTS];
    for (uint32_t month = 0; month < MONTHS; month++) {
        months[month] = word(app, (enum message_id)(MSG_MONTH_LONG_1 + month));
    }
    for (enum civil_part part = 0; part < CIVIL_PARTS; part++) {
        const char *name = word(app, FIELDS[part].title);
        fields[part] = (struct stepper){
            .less_id = FIELDS[part].less,
            .id = FIELDS[part].value,
            .more_id = FIELDS[part].more,
            .name = name,
            .value = value_of(app, flow->ui, part),
            .less_spoken = fill_one(app, flow->ui, MSG_SETUP_CLOCK_LESS_S, "field", name),
            .more_spoken = fill_one(app, flow->ui, MSG_SETUP_CLOCK_MORE_S, "field", name),
            .arg = (int16_t)part};
    }
    flow_gap(flow, 7000);
    steppers_flow(flow, &(struct steppers){.stepper = fields,
                                           .count = CIVIL_PARTS,
                                           .columns = CIVIL_HOUR,
                                           .widest = months,
                                           .widest_count = MONTHS,
                                           .less = CLOCK_LESS,
                                           .more = CLOCK_MORE});
}

static void build(const struct app *app, struct ui *ui)
{
    struct setup_page page = {.title = word(app, MSG_SETUP_CLOCK_TITLE),
                              .body = word(app, MSG_SETUP_CLOCK_BODY),
                              .next = word(app, MSG_SETUP_CLOCK_SET),
                              .problem = MSG_SETUP_CLOCK_FAILED,
                              .may_skip = true};
    setup_build(app, ui, &page, flow_fields);
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
        take(app,
             civil_step(set_to(app), (enum civil_part)arg, (int)action == CLOCK_MORE ? 1 : -1));
        mine(app)->touched = true;
        break;
    case ACTION_NEXT:
        keep(app);
        break;
    default:
        setup_act(app, action, arg);
        break;
    }
}

static bool answer(struct app *app, enum message_type asked, const struct message *answer)
{
    if (asked == MESSAGE_READ_HEALTH) {
        if (answer->type == MESSAGE_HEALTH && !mine(app)->touched && !app->status.clock_doubt) {
            take(app, answer->as.health.now);
        }
        return answer->type == MESSAGE_HEALTH;
    }
    return setup_answer(app, asked, answer);
}

/* The newest status may be some minutes old, so the page asks for health, which tells the time of
 * now. */
static void enter(struct app *app)
{
    const struct keeper_status *status = &app->status;
    struct civil_time earliest = {status->month, 1, NOON, 0};
    take(app, status->clock_doubt ? earliest : status->today);
    if (status->unlocked) {
        (void)app_request(app, SCREEN_SETUP_CLOCK, MESSAGE_READ_HEALTH);
    }
}

const struct screen_ops SCREEN_OPS_SETUP_CLOCK = {.part.state_bytes = sizeof(struct setup_clock),
                                                  .enter = enter,
                                                  .build = build,
                                                  .act = act,
                                                  SETUP_PAGE_OPS(answer)};
