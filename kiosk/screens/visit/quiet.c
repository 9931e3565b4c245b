/* SPDX-License-Identifier: MIT */
/* Look around, sit quietly, support. */
#include "screens/parts/page.h"
#include "screens/visit/visit.h"
#include "ui/blocks/beside.h"
#include "ui/blocks/rows.h"
#include "ui/pictures.h"

enum { SUPPORT_TOP_UM = 11000 };

static void build_look(const struct app *app, struct ui *ui)
{
    static const struct page PAGE = {
        .left = {{"look.breathe", MSG_LOOK_BREATHE, ACTION_SWAP, SCREEN_BREATHE, .bare = ICON_OPEN},
                 CONTROL_LISTEN},
        .right = {CONTROL_RETURN},
        .block = {{BLOCK_TITLE, "look.title", MSG_LOOK_TITLE, 0},
                  {BLOCK_BODY, "look.lead", MSG_LOOK_LEAD, 3000}}};
    struct flow flow;
    page_begin(app, ui, &PAGE, &flow);
    flow_gap(&flow, 8000);
    counted_rows_flow(
        &flow, &(struct counted_rows){.id = {"look.see", "look.touch", "look.hear"},
                                      .text = {word(app, MSG_LOOK_SEE), word(app, MSG_LOOK_TOUCH),
                                               word(app, MSG_LOOK_HEAR)}});
    flow_end(&flow);
}

static void build_sit(const struct app *app, struct ui *ui)
{
    static const struct page PAGE = {.ground = GROUND_HERO,
                                     .one_page = true,
                                     .right = {CONTROL_RETURN},
                                     .block = {{BLOCK_DISPLAY, "sit.title", MSG_SIT_TITLE, 0},
                                               {BLOCK_LEAD, "sit.note", MSG_SIT_NOTE, 3500}},
                                     .picture = picture_sitting};
    page_build(app, ui, &PAGE);
}

static const struct {
    const char *id, *text_id, *own_id;
    enum message_id title;
} LINES[SUPPORT_LINES] = {
    [SUPPORT_ROOM] = {"support.room", "support.room.text", "support.room.own", MSG_SUPPORT_ROOM},
    [SUPPORT_PHONE] = {"support.phone", "support.phone.text", "support.phone.own",
                       MSG_SUPPORT_PHONE},
    [SUPPORT_DANGER] = {"support.danger", "support.danger.text", "support.danger.own",
                        MSG_SUPPORT_DANGER},
};

/* Draws one line, and below it the note where the group wrote the line. note: NULL: none. */
static void flow_line(const struct app *app, struct flow *flow, uint32_t i, const char *note,
                      bool first)
{
    const char *line = app->settings.support.line[i];
    const enum message_id usual = support_usual(i);
    const bool own = line[0] != '\0';
    if (own || usual != MSG_COUNT) {
        const struct headed headed = {LINES[i].id,
                                      LINES[i].text_id,
                                      word(app, LINES[i].title),
                                      own ? support_words(flow->ui, line) : word(app, usual),
                                      LINES[i].own_id,
                                      own ? note : NULL};
        flow_headed(flow, &headed, first);
    }
}

/* Draws the lines. Where they need pages, the line for danger comes first. */
static void flow_lines(const struct app *app, struct flow *flow, const char *note)
{
    const uint32_t start = flow->ui->paged ? SUPPORT_DANGER : 0;
    for (uint32_t i = 0; i < SUPPORT_LINES; i++) {
        flow_line(app, flow, (start + i) % SUPPORT_LINES, note, i == 0);
    }
}

/* Draws the title. On a page that does not hold the title and the line for danger, the title is
 * only said. */
static void flow_title(const struct app *app, struct flow *flow, const char *note)
{
    static const struct page_block TITLE = {BLOCK_TITLE, "support.title", MSG_SUPPORT_TITLE, 0};
    struct ui *ui = flow->ui;
    const struct flow before = *flow;
    const struct ui_mark mark = ui_mark(ui);
    page_flow(app, flow, &TITLE, 1);
    flow_gap(flow, SUPPORT_TOP_UM);
    if (ui->paged) {
        const struct ui_mark titled = ui_mark(ui);
        struct flow tried = *flow;
        flow_line(app, &tried, SUPPORT_DANGER, note, true);
        ui_rewind(ui, titled);
        if (tried.page > before.page) {
            *flow = before;
            ui_rewind(ui, mark);
            if (ui->page == 0) {
                ui_heard(ui, TITLE.id, word(app, TITLE.words));
            }
        }
    }
}

static void build_support(const struct app *app, struct ui *ui)
{
    static const struct beside BESIDE = {
        .least_um = 250001, .words = 60, .other = 32, .air = 60, .shape = 14};
    struct page page = {.left = {{"pause.erase", MSG_COMMON_STOP_ERASE, ACTION_SWAP, SCREEN_ERASE,
                                  .icon = ICON_ERASE},
                                 CONTROL_LISTEN},
                        .right = {{"support.back", MSG_SUPPORT_BACK, ACTION_RETURN,
                                   .kind = BUTTON_PRIMARY, .bare = ICON_BACK}}};
    page.left[0].id = visit_of(app)->settled ? NULL : page.left[0].id;
    struct box box = page_foot(app, ui, &page);
    struct box words, pair;
    bool beside = beside_divide(ui, &BESIDE, box, &words, &pair);
    const struct settings_support *own = &app->settings.support;
    const bool all_own = own->line[SUPPORT_ROOM][0] != '\0' && own->line[SUPPORT_DANGER][0] != '\0';
    struct flow flow;
    flow_begin(&flow, ui, words);
    const char *note = all_own ? NULL : word(app, MSG_SUPPORT_OWN_LINE);
    flow_title(app, &flow, note);
    int32_t top = flow.y;
    flow_lines(app, &flow, note);
    if (all_own) {
        flow_said(&flow, BLOCK_CAPTION, "support.own", word(app, MSG_SUPPORT_OWN), 5000);
    }
    flow_end(&flow);
    if (beside) {
        /* The picture stands level with the lines. */
        int32_t high = flow.y - top, room = box.y + box.h - top;
        int32_t side = pair.w < room ? pair.w : room;
        int32_t y = top + (high - side) / 2;
        y = y < box.y ? box.y : y;
        picture_pair(ui, (struct box){box.x + box.w - side, y, side, side});
    }
}

const struct screen_ops SCREEN_OPS_LOOK = {.patience = PATIENCE_PAUSE,
                                           .build = build_look,
                                           .next_id = "common.done",
                                           .back_id = "common.done"};
const struct screen_ops SCREEN_OPS_SIT = {.patience = PATIENCE_PAUSE,
                                          .build = build_sit,
                                          .next_id = "common.done",
                                          .back_id = "common.done"};
const struct screen_ops SCREEN_OPS_SUPPORT = {.patience = PATIENCE_PAUSE,
                                              .build = build_support,
                                              .next_id = "support.back",
                                              .back_id = "support.back",
                                              .own = {"support.danger.text"}};
