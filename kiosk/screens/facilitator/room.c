/* SPDX-License-Identifier: MIT */
/* For the room: sentence, chart and prompt of the trends screen, so large that a group reads them
 * from its chairs. The only control is Close, and More on a panel too small for all of it. Anybody
 * may press Close, so the facilitator's part is locked as soon as this screen shows. */
#include "screens/facilitator/trends.h"
#include "screens/parts/page.h"
#include "ui/blocks/for_room.h"

enum { ROOM_MS = 60 * 60 * 1000 }; /* untouched for so long, the group has gone */

static struct ui_text text_of(const char *id, const char *text)
{
    return (struct ui_text){.id = id, .text = text, .role = ROLE_TEXT};
}

static void build(const struct app *app, struct ui *ui)
{
    static const struct page PAGE = {
        .right = {{"room.close", MSG_TRENDS_FOR_ROOM_CLOSE, ACTION_LOCK, .kind = BUTTON_PRIMARY,
                   .bare = ICON_TICK}}};
    static struct plot plot; /* 20 kB, too much for a stack */
    const struct lines lines = lines_view(app);
    const uint32_t line = lines_headline_line(&lines);
    const struct box box = page_foot(app, ui, &PAGE);
    struct for_room room = {
        .head = text_of("room.head", trends_headline(app, ui)),
        .line = text_of("room.line", trends_words(app, ui, lines_subject, line)),
        .measure = text_of("room.measure", word(app, MSG_TRENDS_MEASURE)),
        .chart = plot_room(&lines, line, ui, &plot),
        .prompt = text_of("room.prompt", item_text(app, "prompt", trends_prompt(app))),
        .note = text_of("room.note", word(app, MSG_TRENDS_ROOM))};
    room.head.role = ROLE_HEADING;
    room.chart.id = "room.plot";
    room.chart.spoken = trends_words(app, ui, lines_spoken, line);
    room.chart.latest = NULL;
    for_room_draw(ui, &room, box);
}

static uint64_t due(const struct app *app)
{
    return app->presence.input_ms + ROOM_MS;
}

const struct screen_ops SCREEN_OPS_ROOM = {.part = {.due = due, .fire = app_rest},
                                           .patience = PATIENCE_OWN,
                                           .enter = app_lock,
                                           .build = build,
                                           .next_id = "room.close",
                                           .back_id = "room.close"};
