/* SPDX-License-Identifier: MIT */
/* What this machine keeps: the literal rows of every complete block, the guarantee with its true
 * figures, and its limits. Open to everybody. */
#include "screens/visit/keeps.h"

#include "core/promise.h"
#include "screens/parts/page.h"
#include "ui/area.h"
#include "ui/blocks/hundred.h"
#include "ui/blocks/sections.h"

enum keeps_action { KEEPS_ROWS = ACTION_OWN /* how many sets further on */ };

enum {
    STONES_LEAST_UM = 12000,
    STONES_MOST_UM = 90000,
    PAGE_OF_ROWS = 2, /* while each section has a page */
};

static struct promise_figures figures_of(const struct app *app)
{
    struct promise_figures figures;
    promise_compute(app->status.scale, app->status.question_count, &figures);
    return figures;
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

/* Draws how many sets the file holds. */
static void file_size(const struct app *app, struct flow *flow)
{
    const uint32_t total = keeps_of(app)->rows.total;
    const struct text_arg size = {"size", size_words(app, flow->ui, app->status.file_bytes)};
    if (total > 0) {
        keeps_paragraph(flow, BLOCK_BODY, "keeps.file",
                        fill_plural(app, flow->ui, MSG_KEEPS_FILE, total, &size, 1));
    }
}

/* When a sentence stands on the page. */
enum when { ALWAYS, NO_SET, ANY_SET, SET_OPEN, LEFT_OVER, SET_ASIDE, SWAP_ON };

static bool is_so(const struct app *app, enum when when)
{
    const uint32_t total = keeps_of(app)->rows.total;
    const bool so[] = {[ALWAYS] = true,
                       [NO_SET] = total == 0,
                       [ANY_SET] = total > 0,
                       [SET_OPEN] = app->status.open_meetings > 0,
                       [LEFT_OVER] = app->status.left_over != 0,
                       [SET_ASIDE] = app->status.set_aside != 0,
                       [SWAP_ON] = app->status.swap_on != 0};
    return so[when];
}

/* A column of a section: a picture, table or figure, and sentences below it. */
enum { SENTENCES = 4 };
struct column {
    void (*first)(const struct app *app, struct flow *flow); /* NULL: sentences alone */
    struct {
        const char *id; /* NULL: none */
        enum message_id words;
        enum when when;
    } sentence[SENTENCES];
};

static const struct {
    const char *id;
    enum message_id title;
    int32_t first;
    struct column column[SECTION_COLUMNS];
} SECTIONS[] = {
    {"keeps.title", MSG_KEEPS_TITLE, 50,
     .column = {{.sentence = {{"keeps.guess", MSG_KEEPS_GUESS}}}, {.first = stones}}},
    {"keeps.guesses", MSG_KEEPS_GUESSES, 50,
     .column = {{.sentence = {{"keeps.guess.part", MSG_KEEPS_GUESS_PART},
                              {"keeps.guess.all", MSG_KEEPS_GUESS_ALL},
                              {"keeps.skip", MSG_KEEPS_SKIP}}},
                {.sentence = {{"keeps.guess.often", MSG_KEEPS_GUESS_OFTEN},
                              {"keeps.twice", MSG_KEEPS_TWICE}}}}},
    {"keeps.totals", MSG_KEEPS_TOTALS, 40,
     .column = {{.first = file_size,
                 .sentence = {{"keeps.none", MSG_KEEPS_NONE, NO_SET},
                              {"keeps.below_zero", MSG_KEEPS_BELOW_ZERO, ANY_SET},
                              {"keeps.open", MSG_KEEPS_OPEN, SET_OPEN},
                              {"keeps.left", MSG_KEEPS_LEFT, LEFT_OVER}}},
                {.first = keeps_rows_flow}}},
    {"keeps.reading", MSG_KEEPS_READING, 50,
     .column = {{.sentence = {{"keeps.col.block", MSG_KEEPS_COL_BLOCK},
                              {"keeps.col.tally", MSG_KEEPS_COL_TALLY},
                              {"keeps.half", MSG_KEEPS_HALF}}},
                {.sentence = {{"keeps.aside", MSG_KEEPS_ASIDE, SET_ASIDE},
                              {"keeps.other", MSG_KEEPS_OTHER},
                              {"keeps.times", MSG_KEEPS_TIMES},
                              {"keeps.power", MSG_KEEPS_POWER}}}}},
    {"keeps.limits", MSG_KEEPS_LIMITS, 50,
     .column = {{.sentence = {{"keeps.limit.room", MSG_KEEPS_LIMIT_ROOM},
                              {"keeps.limit.tamper", MSG_KEEPS_LIMIT_TAMPER},
                              {"keeps.swap", MSG_KEEPS_SWAP, SWAP_ON}}},
                {.sentence = {{"keeps.limit.memory", MSG_KEEPS_LIMIT_MEMORY},
                              {"keeps.limit.alone", MSG_KEEPS_LIMIT_ALONE}}}}},
};
enum { SECTION_COUNT = sizeof(SECTIONS) / sizeof(SECTIONS[0]) };

/* Any sentence may name a figure of the promise. */
static void flow_column(const void *context, struct flow *flow, uint32_t section, uint32_t index)
{
    const struct app *app = context;
    const struct column *column = &SECTIONS[section].column[index];
    const struct promise_figures figures = figures_of(app);
    const struct number_arg args[] = {{"guess_one", figures.guess_one},
                                      {"guess_part", figures.guess_part},
                                      {"guess_all", figures.guess_all},
                                      {"guess_weeks", figures.guess_weeks},
                                      {"guess_year", figures.guess_year}};
    if (column->first != NULL) {
        column->first(app, flow);
    }
    for (uint32_t i = 0; i < SENTENCES && column->sentence[i].id != NULL; i++) {
        if (is_so(app, column->sentence[i].when)) {
            keeps_paragraph(flow, BLOCK_BODY, column->sentence[i].id,
                            fill_numbers(app, flow->ui, column->sentence[i].words, args, 5));
        }
    }
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
    struct section section[SECTION_COUNT];
    for (uint32_t i = 0; i < SECTION_COUNT; i++) {
        section[i] =
            (struct section){SECTIONS[i].id, word(app, SECTIONS[i].title), SECTIONS[i].first};
    }
    const struct sections sections = {section, SECTION_COUNT, flow_column, app};
    sections_build(ui, &sections, page_foot(app, ui, &page));
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
