/* SPDX-License-Identifier: MIT */
/* Around an open meeting: a clock that cannot be right and little space before it, a low battery
 * during it, saving and leaving after it. */
#include "screens/facilitator/meeting.h"

const struct meeting *meeting_of(const struct app *app)
{
    return part_state_of(app, SCREEN_MEETING);
}

struct ui_button meeting_button(const struct app *app, const char *id, enum message_id label,
                                enum meeting_action action, int32_t arg)
{
    return (struct ui_button){.id = id,
                              .label = word(app, label),
                              .kind = BUTTON_PLAIN,
                              .action = (uint16_t)action,
                              .arg = (int16_t)arg};
}

struct ui_button meeting_primary(const struct app *app, const char *id, enum message_id label,
                                 enum meeting_action action, int32_t arg)
{
    struct ui_button button = meeting_button(app, id, label, action, arg);
    button.kind = BUTTON_PRIMARY;
    return button;
}

struct ui_button meeting_keep_button(const struct app *app, enum message_id label)
{
    return meeting_button(app, "meeting.keep", label, MEETING_DO_ASK, ASK_NOTHING);
}

const char *meeting_at_time(const struct app *app, struct ui *ui, enum message_id id,
                            struct civil_time time)
{
    struct text_arg arg = {"time", clock_words(app, ui, time)};
    return fill(app, ui, id, &arg, 1);
}

void meeting_view_clock(const struct app *app, struct ui *ui, struct hero_view *view)
{
    struct text_arg month = {"month", month_words(app, ui, app->status.today.month)};
    view->title = fill(app, ui, MSG_MEETING_CLOCK_ASK, &month, 1);
    view->title_type = TYPE_TITLE;
    view->text[0] = word(app, MSG_MEETING_CLOCK_BODY);
    view->strength = WATER_CLOSED;
    view->left[view->left_count++] = meeting_keep_button(app, MSG_MEETING_NOT_YET);
    view->left[view->left_count++] =
        meeting_button(app, "meeting.dated", MSG_MEETING_CLOCK_YES, MEETING_DO_DATED, 1);
    view->right[view->right_count++] =
        meeting_button(app, "meeting.month", MSG_MEETING_CLOCK_NO, MEETING_DO_ASK, ASK_MONTH);
}

void meeting_view_month(const struct app *app, struct ui *ui, struct hero_view *view)
{
    const struct month month = {meeting_of(app)->year, meeting_of(app)->month};
    view->title = month_words(app, ui, month);
    view->title_type = TYPE_TITLE;
    view->text[0] = word(app, MSG_MEETING_CLOCK_SET);
    view->strength = WATER_CLOSED;
    view->left[view->left_count++] = meeting_keep_button(app, MSG_MEETING_NOT_YET);
    view->left[view->left_count++] =
        meeting_button(app, "meeting.earlier", MSG_MEETING_CLOCK_EARLIER, MEETING_DO_MONTH, -1);
    view->left[view->left_count++] =
        meeting_button(app, "meeting.later", MSG_MEETING_CLOCK_LATER, MEETING_DO_MONTH, 1);
    view->right[view->right_count++] =
        meeting_primary(app, "meeting.dated", MSG_MEETING_CLOCK_USE, MEETING_DO_DATED, 0);
}

void meeting_view_space(const struct app *app, struct hero_view *view)
{
    bool low = app->status.space != HEALTH_SPACE_MEMORY;
    view->title = word(app, low ? MSG_ERROR_SPACE : MSG_ERROR_MEMORY);
    view->title_type = TYPE_TITLE;
    view->strength = WATER_CLOSED;
    view->left[view->left_count++] = meeting_keep_button(app, MSG_MEETING_NOT_YET);
    view->left[view->left_count++] =
        meeting_button(app, "meeting.anyway", MSG_ERROR_SPACE_B1, MEETING_DO_OPEN_ANYWAY, 0);
    view->right[view->right_count++] =
        meeting_button(app, "meeting.health", MSG_ERROR_SPACE_B2, MEETING_DO_HEALTH, 0);
}

void meeting_view_leave(const struct app *app, struct hero_view *view)
{
    bool few = app->status.room == ROOM_FEW, open = app->status.meeting != MEETING_NONE;
    view->title = word(app, MSG_MEETING_OFF_ASK);
    view->title_type = TYPE_TITLE;
    view->strength = !open ? WATER_CLOSED : few ? WATER_REFLECTION : WATER_OPEN;
    view->dotted = open && few;
    view->stone = open;
    if (open) {
        view->text[0] = word(app, few ? MSG_MEETING_OFF_CLOSES_FEW : MSG_MEETING_OFF_CLOSES);
    }
    view->left[view->left_count++] = meeting_keep_button(app, MSG_MEETING_OFF_STAY);
    view->right[view->right_count++] =
        meeting_button(app, "meeting.leave.yes", MSG_MEETING_OFF_2, MEETING_DO_LEAVE, LEAVE_KIOSK);
    if (app->status.can_switch_off) {
        view->right[view->right_count++] =
            meeting_button(app, "meeting.off", MSG_MEETING_OFF_1, MEETING_DO_LEAVE, LEAVE_OFF);
    }
}

struct ui_button meeting_leave_button(const struct app *app)
{
    return meeting_button(app, "meeting.leave", MSG_MEETING_OFF_2, MEETING_DO_ASK, ASK_LEAVE);
}

enum message_id meeting_battery_text(const struct app *app)
{
    const struct keeper_status *status = &app->status;
    if (status->battery != BATTERY_LOW && status->battery != BATTERY_EMPTY) {
        return MSG_COUNT;
    }
    if (status->meeting == MEETING_NONE) {
        return status->simulated ? MSG_COUNT : MSG_ERROR_BATTERY_OPEN;
    }
    bool can_lose = status->meeting == MEETING_OPEN && status->room == ROOM_MANY;
    return can_lose ? MSG_ERROR_BATTERY : MSG_COUNT;
}

bool meeting_is_closing(const struct app *app)
{
    bool saves = app->status.meeting != MEETING_NONE && app->status.room == ROOM_MANY;
    return saves && (app_is_asking(app, MESSAGE_CLOSE) || app_is_asking(app, MESSAGE_LEAVE));
}

bool meeting_is_saving(const struct app *app)
{
    return meeting_is_closing(app) && app->now_ms >= meeting_of(app)->asked_ms + SAVING_MS;
}

void meeting_view_saving(const struct app *app, struct hero_view *view)
{
    view->title = word(app, MSG_MEETING_SAVING);
    view->strength = WATER_OPEN;
    view->stone = true;
    view->lock_only = true;
}
