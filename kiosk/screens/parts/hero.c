/* SPDX-License-Identifier: MIT */
#include "screens/parts/hero.h"

#include "screens/parts/controls.h"

_Static_assert((int)HERO_STONE_COUNT == (int)TOTALS_MEETINGS_PER_BLOCK, "a stone a meeting");

void hero_draw(const struct app *app, struct ui *ui, const struct hero_view *view)
{
    enum { CHIPS = 4 };
    struct ui_button chips[CHIPS] = {{.id = "meeting.trends",
                                      .label = word(app, MSG_MEETING_NAV_2),
                                      .icon = ICON_CHART,
                                      .action = ACTION_GO,
                                      .arg = SCREEN_TRENDS},
                                     {.id = "meeting.report",
                                      .label = word(app, MSG_MEETING_NAV_3),
                                      .icon = ICON_DRIVE,
                                      .action = ACTION_GO,
                                      .arg = SCREEN_REPORT},
                                     {.id = "meeting.settings",
                                      .label = word(app, MSG_MEETING_NAV_4),
                                      .icon = ICON_GEAR,
                                      .action = ACTION_GO,
                                      .arg = SCREEN_SETTINGS},
                                     control_lock(app)};
    const uint32_t first = view->lock_only ? CHIPS - 1 : 0;
    struct hero_bar bar = {
        .name = view->name != NULL ? view->name : word(app, MSG_MEETING_NAV_1),
        .chip = &chips[first],
        .count = CHIPS - first,
        .more = {.id = "common.more", .label = word(app, MSG_COMMON_MORE), .action = ACTION_MORE}};
    hero_build(ui, view, &bar);
}
