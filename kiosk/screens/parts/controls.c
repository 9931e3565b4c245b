/* SPDX-License-Identifier: MIT */
#include "screens/parts/controls.h"

#include "screens/app/screen.h"
#include "screens/parts/words.h"

struct ui_button control_back(const struct app *app)
{
    return (struct ui_button){.id = "common.back",
                              .label = word(app, MSG_COMMON_BACK),
                              .icon = ICON_BACK,
                              .action = ACTION_BACK};
}

struct ui_button control_pause(const struct app *app)
{
    return (struct ui_button){.id = "common.pause",
                              .label = word(app, MSG_COMMON_PAUSE),
                              .icon = ICON_PAUSE,
                              .action = ACTION_PAUSE};
}

struct ui_button control_more(const struct app *app)
{
    return (struct ui_button){.id = "common.more",
                              .label = word(app, MSG_COMMON_MORE),
                              .bare = ICON_MORE,
                              .action = ACTION_MORE};
}

struct ui_button control_done(const struct app *app)
{
    return (struct ui_button){.id = "common.done",
                              .label = word(app, MSG_COMMON_DONE),
                              .kind = BUTTON_PRIMARY,
                              .bare = ICON_TICK,
                              .action = ACTION_DONE};
}

struct ui_button control_return(const struct app *app)
{
    struct ui_button done = control_done(app);
    done.action = ACTION_RETURN;
    return done;
}

uint32_t control_listen(const struct app *app, struct ui_button *row, uint32_t count)
{
    if (!app_has_voice(app)) {
        return count;
    }
    row[count] = (struct ui_button){.id = "common.listen",
                                    .label = word(app, MSG_COMMON_LISTEN),
                                    .spoken = word(app, MSG_COMMON_LISTEN_S),
                                    .icon = ICON_LISTEN,
                                    .action = ACTION_LISTEN};
    return count + 1;
}

struct ui_button control_lock(const struct app *app)
{
    return (struct ui_button){.id = "meeting.lock",
                              .label = word(app, MSG_MEETING_NAV_5),
                              .kind = BUTTON_F,
                              .icon = ICON_LOCK,
                              .action = ACTION_LOCK};
}
