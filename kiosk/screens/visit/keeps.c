/* SPDX-License-Identifier: MIT */
/* What this machine keeps: the literal rows of every complete block, the guarantee with its true
 * figures, and its limits. Open to everybody. */
#include "screens/visit/keeps.h"

#include "core/promise.h"
#include "screens/parts/page.h"
#include "screens/parts/words.h"
#include "ui/area.h"
#include "ui/pictures.h"

enum keeps_action { KEEPS_ROWS = ACTION_OWN /* how many sets further on */ };

static struct keeps *own(struct app *app)
{
    return part_state(app, SCREEN_KEEPS);
}

enum { TWO_COLUMNS_UM = 250000 };

static const char *times_in_100(const struct app *app, struct ui *ui, enum message_id id,
                                const char *name, uint32_t n)
{
    char digits[NUMBER_BYTES];
    struct text_arg arg = {name, number_digits(app, digits, n)};
    return fill(app, ui, id, &arg, 1);
}

static struct promise_figures figures_of(const struct app *app)
{
    struct promise_figures figures;
    promise_compute(app->status.scale, app->status.question_count, &figures);
    return figures;
}

/* The guess as a hundred stones, where the page has room for them. */
static void stones(const struct app *app, struct flow *flow, uint32_t guess)
{
    struct ui *ui = flow->ui;
    const int32_t height = picture_hundred_height(ui, flow->box.w);
    int32_t y;
    if (flow_block(flow, height, &y)) {
        const struct box box = {flow->box.x, y, flow->box.w, height};
        ui_image(ui, "keeps.stones", times_in_100(app, ui, MSG_KEEPS_STONES_S, "more", guess - 50),
                 box);
        picture_hundred(ui, box, guess);
    }
    flow_gap(flow, 2600);
}

static void guarantee(const struct app *app, struct flow *flow)
{
    struct ui *ui = flow->ui;
    struct promise_figures figures = figures_of(app);
    flow_text(flow, &(struct ui_text){.id = "keeps.title",
                                      .text = word(app, MSG_KEEPS_TITLE),
                                      .role = ROLE_HEADING,
                                      .type = TYPE_TITLE,
                                      .balance = true});
    flow_gap(flow, 4000);
    keeps_paragraph(flow, "keeps.guess",
                    times_in_100(app, ui, MSG_KEEPS_GUESS, "guess_one", figures.guess_one),
                    TYPE_BODY);
    stones(app, flow, figures.guess_one);
    keeps_paragraph(flow, "keeps.guess.part",
                    times_in_100(app, ui, MSG_KEEPS_GUESS_PART, "guess_part", figures.guess_part),
                    TYPE_CAPTION);
    keeps_paragraph(flow, "keeps.power", word(app, MSG_KEEPS_POWER), TYPE_CAPTION);
    if (app->status.swap_on) {
        keeps_paragraph(flow, "keeps.swap", word(app, MSG_KEEPS_SWAP), TYPE_CAPTION);
    }
}

static void file_words(const struct app *app, struct flow *flow)
{
    struct ui *ui = flow->ui;
    uint32_t total = keeps_of(app)->rows.total;
    if (total == 0) {
        keeps_paragraph(flow, "keeps.none", word(app, MSG_KEEPS_NONE), TYPE_BODY);
    } else {
        struct text_arg size = {"size", size_words(app, ui, app->status.file_bytes)};
        keeps_paragraph(flow, "keeps.file", fill_plural(app, ui, MSG_KEEPS_FILE, total, &size, 1),
                        TYPE_CAPTION);
        keeps_paragraph(flow, "keeps.below_zero", word(app, MSG_KEEPS_BELOW_ZERO), TYPE_CAPTION);
    }
    if (app->status.open_meetings > 0) {
        keeps_paragraph(flow, "keeps.open", word(app, MSG_KEEPS_OPEN), TYPE_CAPTION);
    }
    if (app->status.left_over) {
        keeps_paragraph(flow, "keeps.left", word(app, MSG_KEEPS_LEFT), TYPE_CAPTION);
    }
}

static void more_figures(const struct app *app, struct flow *flow)
{
    struct ui *ui = flow->ui;
    struct promise_figures figures = figures_of(app);
    keeps_paragraph(flow, "keeps.skip",
                    times_in_100(app, ui, MSG_KEEPS_SKIP, "guess_one", figures.guess_one),
                    TYPE_BODY);
    keeps_paragraph(flow, "keeps.guess.all",
                    times_in_100(app, ui, MSG_KEEPS_GUESS_ALL, "guess_all", figures.guess_all),
                    TYPE_BODY);
    keeps_paragraph(flow, "keeps.guess.often",
                    times_in_100(app, ui, MSG_KEEPS_GUESS_OFTEN, "guess_year", figures.guess_year),
                    TYPE_BODY);
    keeps_paragraph(flow, "keeps.twice", word(app, MSG_KEEPS_TWICE), TYPE_BODY);
}

static void more_files(const struct app *app, struct flow *flow)
{
    keeps_paragraph(flow, "keeps.col.block", word(app, MSG_KEEPS_COL_BLOCK), TYPE_BODY);
    keeps_paragraph(flow, "keeps.col.tally", word(app, MSG_KEEPS_COL_TALLY), TYPE_BODY);
    keeps_paragraph(flow, "keeps.half", word(app, MSG_KEEPS_HALF), TYPE_BODY);
    if (app->status.set_aside) {
        keeps_paragraph(flow, "keeps.aside", word(app, MSG_KEEPS_ASIDE), TYPE_BODY);
    }
    keeps_paragraph(flow, "keeps.other", word(app, MSG_KEEPS_OTHER), TYPE_BODY);
    keeps_paragraph(flow, "keeps.times", word(app, MSG_KEEPS_TIMES), TYPE_BODY);
}

static void limits(const struct app *app, struct flow *flow)
{
    flow_text(flow, &(struct ui_text){.id = "keeps.limits",
                                      .text = word(app, MSG_KEEPS_LIMITS),
                                      .role = ROLE_HEADING,
                                      .type = TYPE_TITLE,
                                      .balance = true});
    flow_gap(flow, 4000);
    keeps_paragraph(flow, "keeps.limit.room", word(app, MSG_KEEPS_LIMIT_ROOM), TYPE_BODY);
    keeps_paragraph(flow, "keeps.limit.tamper", word(app, MSG_KEEPS_LIMIT_TAMPER), TYPE_BODY);
}

static void more_limits(const struct app *app, struct flow *flow)
{
    struct ui *ui = flow->ui;
    struct promise_figures figures = figures_of(app);
    keeps_paragraph(flow, "keeps.limit.memory", word(app, MSG_KEEPS_LIMIT_MEMORY), TYPE_BODY);
    keeps_paragraph(
        flow, "keeps.limit.alone",
        times_in_100(app, ui, MSG_KEEPS_LIMIT_ALONE, "guess_weeks", figures.guess_weeks),
        TYPE_BODY);
}

static void rows_and_file(const struct app *app, struct flow *flow)
{
    keeps_rows_flow(app, flow);
    file_words(app, flow);
}

/* Three pages of two columns; on small panels the same parts flow down one column. */
enum { PAGES = 3, COLUMNS = 2 };
static void (*const PARTS[PAGES][COLUMNS])(const struct app *, struct flow *) = {
    {guarantee, rows_and_file}, {more_figures, more_files}, {limits, more_limits}};

static void two_columns(const struct app *app, struct ui *ui, struct box box, uint32_t which)
{
    int32_t gutter = ui_um(ui, 10000);
    int32_t first_w = (box.w - gutter) * (which == 0 ? 40 : 50) / 100;
    struct flow flow;
    flow_begin(&flow, ui, (struct box){box.x, box.y, first_w, box.h});
    PARTS[which][0](app, &flow);
    flow_end(&flow);
    flow_begin(&flow, ui,
               (struct box){box.x + first_w + gutter, box.y, box.w - first_w - gutter, box.h});
    PARTS[which][1](app, &flow);
    flow_end(&flow);
}

static void column(const struct app *app, struct ui *ui, struct box box)
{
    struct flow flow;
    flow_begin(&flow, ui, box);
    for (uint32_t i = 0; i < PAGES * COLUMNS; i++) {
        PARTS[i / COLUMNS][i % COLUMNS](app, &flow);
        flow_gap(&flow, 4000);
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
    const bool rows = total > 0 && (app->page == 0 || ui->paged);
    page.left[3].id = rows && at > 0 ? page.left[3].id : NULL;
    page.left[4].id = rows && at + 1 < total ? page.left[4].id : NULL;
    struct box box = page_foot(app, ui, &page);
    bool columns = ui_width_um(ui) >= TWO_COLUMNS_UM && ui->width > ui->height;
    if (ui->paged || !columns) {
        column(app, ui, box);
        return;
    }
    /* All pages must fit, or all give way to one column in pages. */
    uint32_t shown = app->page < PAGES ? app->page : 0;
    for (uint32_t i = 0; i < PAGES; i++) {
        struct ui_mark mark = ui_mark(ui);
        two_columns(app, ui, box, i);
        ui_rewind(ui, mark);
    }
    two_columns(app, ui, box, shown);
    ui->page_count = PAGES;
}

static void request_rows(struct app *app, uint32_t at)
{
    struct message *message = app_ask(app, SCREEN_KEEPS, MESSAGE_READ_ROWS);
    if (message != NULL) {
        own(app)->at = at;
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
    own(app)->rows = message->as.rows;
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
    .focus_id = "common.back",
    .back_id = "common.back"};
