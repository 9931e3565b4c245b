/* SPDX-License-Identifier: MIT */
#include "screens/parts/hero.h"

_Static_assert((int)HERO_STONE_COUNT == (int)TOTALS_MEETINGS_PER_BLOCK, "a stone a meeting");
_Static_assert(MSG_COMMON_WINDOW == 0, "words that a table leaves out are no screen's");

struct hero_view hero_view_of(const struct app *app, const struct hero_page *page)
{
    struct hero_view view = {.title = word(app, page->title),
                             .title_type = page->large ? TYPE_F_DISPLAY : TYPE_TITLE,
                             .strength = page->strength};
    for (uint32_t i = 0; i < HERO_PAGE_TEXTS; i++) {
        view.text[i] = page->text[i] != 0 ? word(app, page->text[i]) : NULL;
    }
    view.left_count = controls_of(app, page->left, HERO_PAGE_LEFT, view.left);
    view.right_count = controls_of(app, page->right, HERO_PAGE_RIGHT, view.right);
    return view;
}

void hero_add_left(const struct app *app, struct hero_view *view, const struct control *control)
{
    view->left[view->left_count++] = control_of(app, control);
}

void hero_add_right(const struct app *app, struct hero_view *view, const struct control *control)
{
    view->right[view->right_count++] = control_of(app, control);
}

void hero_rest(struct hero_view *view, bool resting)
{
    for (uint32_t i = 0; i < view->left_count; i++) {
        view->left[i].disabled = resting;
    }
    for (uint32_t i = 0; i < view->right_count; i++) {
        view->right[i].disabled = resting;
    }
}

void hero_draw(const struct app *app, struct ui *ui, const struct hero_view *view)
{
    static const struct control CHIPS[] = {
        {"meeting.trends", MSG_MEETING_NAV_2, ACTION_GO, SCREEN_TRENDS, .icon = ICON_CHART},
        {"meeting.report", MSG_MEETING_NAV_3, ACTION_GO, SCREEN_REPORT, .icon = ICON_DRIVE},
        {"meeting.settings", MSG_MEETING_NAV_4, ACTION_GO, SCREEN_SETTINGS, .icon = ICON_GEAR}};
    enum { WAYS = sizeof(CHIPS) / sizeof(CHIPS[0]) };
    struct ui_button chips[WAYS + 1];
    const uint32_t ways = view->lock_only ? 0 : controls_of(app, CHIPS, WAYS, chips);
    chips[ways] = control_of(app, &(struct control)CONTROL_LOCK);
    struct hero_bar bar = {
        .name = view->name != NULL ? view->name : word(app, MSG_MEETING_NAV_1),
        .chip = chips,
        .count = ways + 1,
        .more = {.id = "common.more", .label = word(app, MSG_COMMON_MORE), .action = ACTION_MORE}};
    hero_build(ui, view, &bar);
}
