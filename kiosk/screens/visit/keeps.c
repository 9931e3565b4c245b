/* SPDX-License-Identifier: MIT */
/* What this machine keeps: the literal rows of every complete block, the guarantee with its true
 * figures, and its limits. Open to everybody. */
#include "screens/visit/keeps.h"

#include "core/promise.h"
#include "screens/parts/page.h"
#include "screens/parts/words.h"
#include "ui/area.h"
#include "ui/blocks/hundred.h"
#include "ui/pictures.h"

enum keeps_action { KEEPS_ROWS = ACTION_OWN /* how many sets further on */ };

enum {
    TWO_COLUMNS_UM = 250000,
    STONES_LEAST_UM = 12000,
    STONES_MOST_UM = 90000,
    PAGE_OF_ROWS = 2, /* while all pages fit */
};

static struct promise_figures figures_of(const struct app *app)
{
    struct promise_figures figures;
    promise_compute(app->status.scale, app->status.question_count, &figures);
    return figures;
}

static void body(const struct app *app, struct flow *flow, const char *id, enum message_id text)
{
    keeps_paragraph(flow, BLOCK_BODY, id, word(app, text));
}

/* Draws a sentence with a figure of the promise. name: the name by which the words call the figure.
 */
static void figure(const struct app *app, struct flow *flow, const char *id, enum message_id text,
                   const char *name, uint32_t n)
{
    keeps_paragraph(flow, BLOCK_BODY, id, fill_number(app, flow->ui, text, name, n));
}

static void guess(const struct app *app, struct flow *flow)
{
    figure(app, flow, "keeps.guess", MSG_KEEPS_GUESS, "guess_one", figures_of(app).guess_one);
}

/* Draws the guess as a hundred stones, as large as the page has room for. Draws nothing where no
 * page would hold the stones. */
static void stones(const struct app *app, struct flow *flow)
{
    struct ui *ui = flow->ui;
    const struct hundred hundred = {.in_100 = figures_of(app).guess_one,
                                    .coin = word(app, MSG_SETUP_PRIVACY_COIN),
                                    .more = word(app, MSG_SETUP_PRIVACY_MORE),
                                    .type = TYPE_CAPTION};
    const int32_t w = flow->box.w, key = hundred_key_height(ui, &hundred, w);
    const int32_t least = key + ui_um(ui, STONES_LEAST_UM), most = key + ui_um(ui, STONES_MOST_UM);
    const int32_t room = flow->box.y + flow->box.h - flow->y;
    if (ui->paged && least > flow->box.h) {
        return;
    }
    const int32_t height = room < least ? least : room < most ? room : most;
    struct box box = {flow->box.x, 0, w, height};
    if (flow_block(flow, height, &box.y)) {
        ui_image(ui, "keeps.stones",
                 fill_number(app, ui, MSG_KEEPS_STONES_S, "more", hundred.in_100 - 50), box);
        hundred_draw(ui, &hundred, box);
    }
}

static void guesses(const struct app *app, struct flow *flow)
{
    const struct promise_figures figures = figures_of(app);
    figure(app, flow, "keeps.guess.part", MSG_KEEPS_GUESS_PART, "guess_part", figures.guess_part);
    figure(app, flow, "keeps.guess.all", MSG_KEEPS_GUESS_ALL, "guess_all", figures.guess_all);
    figure(app, flow, "keeps.skip", MSG_KEEPS_SKIP, "guess_one", figures.guess_one);
}

static void habits(const struct app *app, struct flow *flow)
{
    figure(app, flow, "keeps.guess.often", MSG_KEEPS_GUESS_OFTEN, "guess_year",
           figures_of(app).guess_year);
    body(app, flow, "keeps.twice", MSG_KEEPS_TWICE);
}

static void file_words(const struct app *app, struct flow *flow)
{
    struct ui *ui = flow->ui;
    const uint32_t total = keeps_of(app)->rows.total;
    if (total == 0) {
        body(app, flow, "keeps.none", MSG_KEEPS_NONE);
    } else {
        struct text_arg size = {"size", size_words(app, ui, app->status.file_bytes)};
        keeps_paragraph(flow, BLOCK_BODY, "keeps.file",
                        fill_plural(app, ui, MSG_KEEPS_FILE, total, &size, 1));
        body(app, flow, "keeps.below_zero", MSG_KEEPS_BELOW_ZERO);
    }
    if (app->status.open_meetings > 0) {
        body(app, flow, "keeps.open", MSG_KEEPS_OPEN);
    }
    if (app->status.left_over) {
        body(app, flow, "keeps.left", MSG_KEEPS_LEFT);
    }
}

static void heads(const struct app *app, struct flow *flow)
{
    body(app, flow, "keeps.col.block", MSG_KEEPS_COL_BLOCK);
    body(app, flow, "keeps.col.tally", MSG_KEEPS_COL_TALLY);
    body(app, flow, "keeps.half", MSG_KEEPS_HALF);
}

static void files(const struct app *app, struct flow *flow)
{
    if (app->status.set_aside) {
        body(app, flow, "keeps.aside", MSG_KEEPS_ASIDE);
    }
    body(app, flow, "keeps.other", MSG_KEEPS_OTHER);
    body(app, flow, "keeps.times", MSG_KEEPS_TIMES);
    body(app, flow, "keeps.power", MSG_KEEPS_POWER);
}

static void limits(const struct app *app, struct flow *flow)
{
    body(app, flow, "keeps.limit.room", MSG_KEEPS_LIMIT_ROOM);
    body(app, flow, "keeps.limit.tamper", MSG_KEEPS_LIMIT_TAMPER);
    if (app->status.swap_on) {
        body(app, flow, "keeps.swap", MSG_KEEPS_SWAP);
    }
}

static void more_limits(const struct app *app, struct flow *flow)
{
    body(app, flow, "keeps.limit.memory", MSG_KEEPS_LIMIT_MEMORY);
    figure(app, flow, "keeps.limit.alone", MSG_KEEPS_LIMIT_ALONE, "guess_weeks",
           figures_of(app).guess_weeks);
}

/* The pages, each under its heading. A page has two columns, or one on a narrow panel. A small
 * panel shows the same parts one after the other, on as many pages as the parts need. */
enum { PAGES = 5, COLUMNS = 2 };
static const struct {
    const char *id;
    enum message_id title;
    int32_t first; /* the first column's part of the width, hundredths */
    void (*part[COLUMNS])(const struct app *, struct flow *);
} PAGE[PAGES] = {{"keeps.title", MSG_KEEPS_TITLE, 50, {guess, stones}},
                 {"keeps.guesses", MSG_KEEPS_GUESSES, 50, {guesses, habits}},
                 {"keeps.totals", MSG_KEEPS_TOTALS, 40, {file_words, keeps_rows_flow}},
                 {"keeps.reading", MSG_KEEPS_READING, 50, {heads, files}},
                 {"keeps.limits", MSG_KEEPS_LIMITS, 50, {limits, more_limits}}};

static void part(const struct app *app, struct flow *flow, uint32_t page, uint32_t column)
{
    PAGE[page].part[column](app, flow);
    flow_gap(flow, 4000);
}

static void heading(const struct app *app, struct flow *flow, uint32_t page)
{
    flow_said(flow, BLOCK_TITLE, PAGE[page].id, word(app, PAGE[page].title), 0);
    flow_gap(flow, 4000);
}

static void one_page(const struct app *app, struct ui *ui, struct box box, uint32_t page)
{
    const bool columns = ui_width_um(ui) >= TWO_COLUMNS_UM && ui->width > ui->height;
    const int32_t gutter = ui_um(ui, 10000), w = (box.w - gutter) * PAGE[page].first / 100;
    struct flow flow;
    flow_begin(&flow, ui, box);
    heading(app, &flow, page);
    if (!columns) {
        part(app, &flow, page, 0);
        part(app, &flow, page, 1);
    }
    flow_end(&flow);
    const int32_t y = flow.y, h = box.y + box.h - y;
    const struct box column[COLUMNS] = {{box.x, y, w, h},
                                        {box.x + w + gutter, y, box.w - w - gutter, h}};
    for (uint32_t i = 0; i < COLUMNS && columns; i++) {
        flow_begin(&flow, ui, column[i]);
        part(app, &flow, page, i);
        flow_end(&flow);
    }
}

static void in_pages(const struct app *app, struct ui *ui, struct box box)
{
    struct flow flow;
    flow_begin(&flow, ui, box);
    for (uint32_t i = 0; i < PAGES; i++) {
        heading(app, &flow, i);
        part(app, &flow, i, 0);
        part(app, &flow, i, 1);
    }
    flow_end(&flow);
}

static void build(const struct app *app, struct ui *ui)
{
    struct page page = {
        .one_page = true, /* More stands among the others */
        .left = {CONTROL_BACK,
                 CONTROL_LISTEN,
                 CONTROL_MORE,
                 {"keeps.older", MSG_KEEPS_OLDER, KEEPS_ROWS, -1, .kind = BUTTON_PLAIN},
                 {"keeps.newer", MSG_KEEPS_NEWER, KEEPS_ROWS, 1, .kind = BUTTON_PLAIN}}};
    const uint32_t total = keeps_of(app)->rows.total, at = keeps_of(app)->at;
    const bool rows = total > 0 && (app->page == PAGE_OF_ROWS || ui->paged);
    page.left[3].id = rows && at > 0 ? page.left[3].id : NULL;
    page.left[4].id = rows && at + 1 < total ? page.left[4].id : NULL;
    struct box box = page_foot(app, ui, &page);
    if (ui->paged) {
        in_pages(app, ui, box);
        return;
    }
    /* Where one of the pages does not fit, all of them give way to one column that is split. */
    for (uint32_t i = 0; i < PAGES; i++) {
        const struct ui_mark mark = ui_mark(ui);
        one_page(app, ui, box, i);
        ui_rewind(ui, mark);
    }
    one_page(app, ui, box, app->page < PAGES ? app->page : 0);
    ui->page_count = PAGES;
}

static void request_rows(struct app *app, uint32_t at)
{
    struct message *message = app_ask(app, SCREEN_KEEPS, MESSAGE_READ_ROWS);
    if (message != NULL) {
        keeps_state(app)->at = at;
        message->as.from = at >= MESSAGE_BLOCK_MAX ? at - MESSAGE_BLOCK_MAX + 1 : 0;
    }
}

static void enter(struct app *app)
{
    uint32_t total = app->status.complete_blocks;
    request_rows(app, total > 0 ? total - 1 : 0);
}

static bool answer(struct app *app, enum message_type asked, const struct message *message)
{
    (void)asked;
    if (message->type != MESSAGE_ROWS) {
        return false;
    }
    keeps_state(app)->rows = message->as.rows;
    return true;
}

static void act(struct app *app, enum action action, int32_t arg)
{
    if (action == ACTION_BACK) {
        app_return(app);
    } else if ((int)action == KEEPS_ROWS && keeps_of(app)->rows.total > 0) {
        request_rows(app, (uint32_t)((int64_t)keeps_of(app)->at + arg));
    }
}

const struct screen_ops SCREEN_OPS_KEEPS = {
    .part = {.state_bytes = sizeof(struct keeps), .answer = answer},
    .enter = enter,
    .patience = PATIENCE_VISIT,
    .build = build,
    .act = act,
};
