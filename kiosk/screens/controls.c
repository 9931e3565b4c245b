/* SPDX-License-Identifier: MIT */
#include "screens/controls.h"

#include "screens/screen.h"

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
