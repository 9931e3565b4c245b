/* SPDX-License-Identifier: MIT */
/* What this machine keeps: the literal rows of every complete block, the guarantee with its true
 * figures, and its limits. Open to everybody. */
#include "core/promise.h"
#include "screens/parts/controls.h"
#include "screens/parts/words.h"
#include "ui/area.h"
#include "ui/pictures.h"

#include <string.h>

enum keeps_action { KEEPS_ROWS = ACTION_OWN /* how many sets further on */ };

STATE_BEGIN
struct keeps {
    struct message_rows rows; /* what the keeper sent of the file */
    uint32_t at;              /* the set whose tallies show, from the first in the file */
};
STATE_END

static struct keeps *own(struct app *app)
{
    return part_state(app, SCREEN_KEEPS);
}

static const struct keeps *seen(const struct app *app)
{
    return part_state_of(app, SCREEN_KEEPS);
}

enum { COLUMN_MAX = 4, CELL_BYTES = 24, BLOCK_ROWS = MESSAGE_BLOCK_MAX, TWO_COLUMNS_UM = 250000 };

/* A small table: heads, then rows of cells; numbers stand against the end of their column. */
struct table {
    const char *title;
    uint32_t columns;
    const char *head[COLUMN_MAX];
    bool number[COLUMN_MAX];
    uint32_t rows;
    char cell[BLOCK_ROWS][COLUMN_MAX][CELL_BYTES];
    const char *spoken[BLOCK_ROWS];
    char id[BLOCK_ROWS][NODE_ID_BYTES];
};

static void put_number(char cell[CELL_BYTES], int64_t n)
{
    _Static_assert(CELL_BYTES >= 24, "text_number needs 24 bytes");
    text_number(cell, n);
}

static void put_text(char *out, size_t size, const char *text)
{
    size_t length = strnlen(text, size - 1);
    memcpy(out, text, length);
    out[length] = '\0';
}

static void put_id(char id[NODE_ID_BYTES], const char *table, uint32_t n)
{
    char digits[24];
    struct text_arg args[] = {{"table", table}, {"n", text_number(digits, n)}};
    text_format(id, NODE_ID_BYTES, "keeps.{table}.{n}", args, 2);
}

static uint32_t rows_shown(const struct app *app)
{
    const struct message_rows *rows = &seen(app)->rows;
    if (rows->count == 0 || seen(app)->at < rows->from) {
        return 0;
    }
    uint32_t shown = seen(app)->at - rows->from + 1;
    return shown < rows->count ? shown : rows->count;
}

static void block_table(const struct app *app, struct ui *ui, struct table *table)
{
    *table = (struct table){.title = "block",
                            .columns = 4,
                            .head = {"id", "month", "meetings", "scale"},
                            .number = {false, false, true, true}};
    for (uint32_t i = 0; i < rows_shown(app); i++) {
        const struct block *block = &seen(app)->rows.block[i];
        char(*cell)[CELL_BYTES] = table->cell[table->rows];
        put_number(cell[0], block->id);
        month_format(block->month, cell[1]);
        put_number(cell[2], block->meetings);
        put_number(cell[3], block->scale);
        struct text_arg args[] = {{"id", cell[0]},
                                  {"month", month_words(app, ui, block->month)},
                                  {"meetings", cell[2]},
                                  {"scale", cell[3]}};
        table->spoken[table->rows] = fill(app, ui, MSG_KEEPS_ROW_BLOCK_S, args, 4);
        put_id(table->id[table->rows++], table->title, block->id);
    }
}

static void tally_table(const struct app *app, struct ui *ui, struct table *table)
{
    *table = (struct table){.title = "tally",
                            .columns = 4,
                            .head = {"block", "question", "upper", "lower"},
                            .number = {false, false, true, true}};
    uint32_t shown = rows_shown(app);
    if (shown == 0) {
        return;
    }
    const struct block *block = &seen(app)->rows.block[shown - 1];
    for (uint32_t i = 0; i < block->tally_count; i++) {
        char(*cell)[CELL_BYTES] = table->cell[i];
        put_number(cell[0], block->id);
        put_text(cell[1], CELL_BYTES, block->tally[i].question);
        put_number(cell[2], block->tally[i].upper);
        put_number(cell[3], block->tally[i].lower);
        struct text_arg args[] = {
            {"id", cell[0]}, {"q", cell[1]}, {"upper", cell[2]}, {"lower", cell[3]}};
        table->spoken[i] = fill(app, ui, MSG_KEEPS_ROW_TALLY_S, args, 4);
        put_id(table->id[i], table->title, i);
        table->rows++;
    }
}

static int32_t row_px(const struct ui *ui)
{
    return ui_line_px(ui, TYPE_CAPTION) + ui_gap(ui, 2200);
}

static int32_t table_height(const struct ui *ui, const struct table *table)
{
    return ui_line_px(ui, TYPE_CAPTION) + ui_um(ui, 1500) + (int32_t)(table->rows + 1) * row_px(ui);
}

static void cells(struct ui *ui, const struct table *table, const char *const texts[COLUMN_MAX],
                  const int32_t widths[COLUMN_MAX], struct box row)
{
    int32_t gap = (row.w - widths[0] - widths[1] - widths[2] - widths[3]) / (COLUMN_MAX + 1);
    int32_t x = row.x + gap;
    for (uint32_t i = 0; i < table->columns; i++) {
        ui_label(ui, TYPE_CAPTION, INK_INK, texts[i], (struct box){x, row.y, widths[i], row.h},
                 table->number[i] ? ALIGN_END : ALIGN_START);
        x += widths[i] + gap;
    }
}

static void column_widths(const struct ui *ui, const struct table *table,
                          int32_t widths[COLUMN_MAX])
{
    for (uint32_t c = 0; c < COLUMN_MAX; c++) {
        widths[c] = ui_text_width(ui, TYPE_CAPTION, table->head[c]);
        for (uint32_t r = 0; r < table->rows; r++) {
            int32_t width = ui_text_width(ui, TYPE_CAPTION, table->cell[r][c]);
            widths[c] = width > widths[c] ? width : widths[c];
        }
    }
}

static int32_t table_width_min(const struct ui *ui, const struct table *table)
{
    int32_t widths[COLUMN_MAX];
    column_widths(ui, table, widths);
    return widths[0] + widths[1] + widths[2] + widths[3] + (COLUMN_MAX + 1) * ui_um(ui, 3000);
}

static void draw_table(struct ui *ui, const struct table *table, int32_t x, int32_t y, int32_t w)
{
    int32_t line = ui_line_px(ui, TYPE_CAPTION), row_h = row_px(ui);
    struct ui_text title = {.id =
                                strcmp(table->title, "block") == 0 ? "keeps.block" : "keeps.tally",
                            .text = table->title,
                            .role = ROLE_HEADING,
                            .type = TYPE_CAPTION,
                            .x = x,
                            .y = y,
                            .w = w};
    ui_text(ui, &title);
    y += line + ui_um(ui, 1500);
    ui_sheet(ui, (struct box){x, y, w, (int32_t)(table->rows + 1) * row_h}, ui_umf(ui, 2500),
             false);
    int32_t widths[COLUMN_MAX];
    column_widths(ui, table, widths);
    cells(ui, table, table->head, widths, (struct box){x, y, w, row_h});
    ui_rule(ui, (float)x, (float)(y + row_h), (float)(x + w), (float)(y + row_h), INK_OUTLINE, 2);
    for (uint32_t r = 0; r < table->rows; r++) {
        struct box row = {x, y + (int32_t)(r + 1) * row_h, w, row_h};
        const char *texts[COLUMN_MAX];
        for (uint32_t c = 0; c < COLUMN_MAX; c++) {
            texts[c] = table->cell[r][c];
        }
        if (r > 0) {
            ui_hairline(ui, x + ui_um(ui, 3000), row.y, w - ui_um(ui, 6000));
        }
        cells(ui, table, texts, widths, row);
        ui_row_node(ui, table->id[r], texts, table->columns, table->spoken[r], TYPE_CAPTION, row);
    }
}

static const char *times_in_100(const struct app *app, struct ui *ui, enum message_id id,
                                const char *name, uint32_t n)
{
    char digits[NUMBER_BYTES];
    struct text_arg arg = {name, number_digits(app, digits, n)};
    return fill(app, ui, id, &arg, 1);
}

static void paragraph(struct flow *flow, const char *id, const char *text, enum type type)
{
    flow_text(flow, &(struct ui_text){.id = id,
                                      .text = text,
                                      .role = ROLE_TEXT,
                                      .type = type,
                                      .ink = INK_INK2,
                                      .balance = true});
    flow_gap(flow, 2600);
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
    paragraph(flow, "keeps.guess",
              times_in_100(app, ui, MSG_KEEPS_GUESS, "guess_one", figures.guess_one), TYPE_BODY);
    stones(app, flow, figures.guess_one);
    paragraph(flow, "keeps.guess.part",
              times_in_100(app, ui, MSG_KEEPS_GUESS_PART, "guess_part", figures.guess_part),
              TYPE_CAPTION);
    paragraph(flow, "keeps.skip",
              times_in_100(app, ui, MSG_KEEPS_SKIP, "guess_one", figures.guess_one), TYPE_CAPTION);
    paragraph(flow, "keeps.power", word(app, MSG_KEEPS_POWER), TYPE_CAPTION);
    if (app->status.swap_on) {
        paragraph(flow, "keeps.swap", word(app, MSG_KEEPS_SWAP), TYPE_CAPTION);
    }
}

static void file_words(const struct app *app, struct flow *flow)
{
    struct ui *ui = flow->ui;
    uint32_t total = seen(app)->rows.total;
    if (total == 0) {
        paragraph(flow, "keeps.none", word(app, MSG_KEEPS_NONE), TYPE_BODY);
    } else {
        struct text_arg size = {"size", size_words(app, ui, app->status.file_bytes)};
        paragraph(flow, "keeps.file", fill_plural(app, ui, MSG_KEEPS_FILE, total, &size, 1),
                  TYPE_CAPTION);
        paragraph(flow, "keeps.below_zero", word(app, MSG_KEEPS_BELOW_ZERO), TYPE_CAPTION);
    }
    if (app->status.open_meetings > 0) {
        paragraph(flow, "keeps.open", word(app, MSG_KEEPS_OPEN), TYPE_CAPTION);
    }
    if (app->status.left_over) {
        paragraph(flow, "keeps.left", word(app, MSG_KEEPS_LEFT), TYPE_CAPTION);
    }
}

/* Where a table is larger than a page, each of its rows is a line of words: head and cell in turn.
 */
static void table_lines(struct flow *flow, const struct table *table)
{
    struct ui *ui = flow->ui;
    flow_text(flow, &(struct ui_text){.id = strcmp(table->title, "block") == 0 ? "keeps.block"
                                                                               : "keeps.tally",
                                      .text = table->title,
                                      .role = ROLE_HEADING,
                                      .type = TYPE_CAPTION});
    for (uint32_t r = 0; r < table->rows; r++) {
        char line[COLUMN_MAX * 2 * CELL_BYTES] = "";
        size_t length = 0;
        for (uint32_t c = 0; c < table->columns; c++) {
            struct text_arg args[] = {{"head", table->head[c]}, {"cell", table->cell[r][c]}};
            length += text_format(line + length, sizeof(line) - length,
                                  c == 0 ? "{head}\u00A0{cell}" : "  {head}\u00A0{cell}", args, 2);
        }
        flow_gap(flow, 2200);
        flow_text(flow, &(struct ui_text){.id = table->id[r],
                                          .text = frame_text_bytes(ui->frame, line, length),
                                          .spoken = table->spoken[r],
                                          .role = ROLE_TEXT,
                                          .type = TYPE_CAPTION,
                                          .ink = INK_INK});
    }
}

/* One table below the other. */
static void table_block(struct flow *flow, const struct table *table)
{
    int32_t y;
    int32_t height = table_height(flow->ui, table), width = table_width_min(flow->ui, table);
    if (flow->ui->paged && (width > flow->box.w || height > flow->box.h)) {
        table_lines(flow, table);
    } else if (flow_block(flow, height, &y)) {
        draw_table(flow->ui, table, flow->box.x, y, width > flow->box.w ? width : flow->box.w);
    }
}

/* The two tables beside each other when both fit, else one below the other. */
static void tables(const struct app *app, struct flow *flow)
{
    struct ui *ui = flow->ui;
    if (rows_shown(app) == 0) {
        return;
    }
    struct table block, tally;
    block_table(app, ui, &block);
    tally_table(app, ui, &tally);
    int32_t gap = ui_um(ui, 3500), y;
    int32_t a = table_width_min(ui, &block), b = table_width_min(ui, &tally);
    if (a + gap + b <= flow->box.w) {
        int32_t height = table_height(ui, &block), other = table_height(ui, &tally);
        int32_t first = (flow->box.w - gap) * a / (a + b);
        if (flow_block(flow, height > other ? height : other, &y)) {
            draw_table(ui, &block, flow->box.x, y, first);
            draw_table(ui, &tally, flow->box.x + first + gap, y, flow->box.w - gap - first);
        }
    } else {
        table_block(flow, &block);
        flow_gap(flow, 4000);
        table_block(flow, &tally);
        ui->overflow = ui->overflow || (!ui->paged && (a > flow->box.w || b > flow->box.w));
    }
    flow_gap(flow, 3500);
    char from[NUMBER_BYTES], to[NUMBER_BYTES], all[NUMBER_BYTES];
    uint32_t per_block = tally.rows;
    struct text_arg args[] = {
        {"from", number_digits(app, from, seen(app)->at * per_block + 1)},
        {"to", number_digits(app, to, (seen(app)->at + 1) * per_block)},
        {"total", number_digits(app, all, seen(app)->rows.total * per_block)}};
    paragraph(flow, "keeps.pages", fill(app, ui, MSG_KEEPS_PAGES, args, 3), TYPE_CAPTION);
}

static void more_figures(const struct app *app, struct flow *flow)
{
    struct ui *ui = flow->ui;
    struct promise_figures figures = figures_of(app);
    paragraph(flow, "keeps.guess.all",
              times_in_100(app, ui, MSG_KEEPS_GUESS_ALL, "guess_all", figures.guess_all),
              TYPE_BODY);
    paragraph(flow, "keeps.guess.often",
              times_in_100(app, ui, MSG_KEEPS_GUESS_OFTEN, "guess_year", figures.guess_year),
              TYPE_BODY);
    paragraph(flow, "keeps.twice", word(app, MSG_KEEPS_TWICE), TYPE_BODY);
    paragraph(flow, "keeps.half", word(app, MSG_KEEPS_HALF), TYPE_BODY);
}

static void more_files(const struct app *app, struct flow *flow)
{
    paragraph(flow, "keeps.col.block", word(app, MSG_KEEPS_COL_BLOCK), TYPE_BODY);
    paragraph(flow, "keeps.col.tally", word(app, MSG_KEEPS_COL_TALLY), TYPE_BODY);
    if (app->status.set_aside) {
        paragraph(flow, "keeps.aside", word(app, MSG_KEEPS_ASIDE), TYPE_BODY);
    }
    paragraph(flow, "keeps.other", word(app, MSG_KEEPS_OTHER), TYPE_BODY);
    paragraph(flow, "keeps.times", word(app, MSG_KEEPS_TIMES), TYPE_BODY);
}

static void limits(const struct app *app, struct flow *flow)
{
    flow_text(flow, &(struct ui_text){.id = "keeps.limits",
                                      .text = word(app, MSG_KEEPS_LIMITS),
                                      .role = ROLE_HEADING,
                                      .type = TYPE_TITLE,
                                      .balance = true});
    flow_gap(flow, 4000);
    paragraph(flow, "keeps.limit.room", word(app, MSG_KEEPS_LIMIT_ROOM), TYPE_BODY);
    paragraph(flow, "keeps.limit.tamper", word(app, MSG_KEEPS_LIMIT_TAMPER), TYPE_BODY);
}

static void more_limits(const struct app *app, struct flow *flow)
{
    struct ui *ui = flow->ui;
    struct promise_figures figures = figures_of(app);
    paragraph(flow, "keeps.limit.memory", word(app, MSG_KEEPS_LIMIT_MEMORY), TYPE_BODY);
    paragraph(flow, "keeps.limit.alone",
              times_in_100(app, ui, MSG_KEEPS_LIMIT_ALONE, "guess_weeks", figures.guess_weeks),
              TYPE_BODY);
}

static void rows_and_file(const struct app *app, struct flow *flow)
{
    tables(app, flow);
    file_words(app, flow);
}

/* Three pages of two columns; on small panels the same parts flow down one column. */
enum { PAGES = 3, COLUMNS = 2 };
static void (*const PARTS[PAGES][COLUMNS])(const struct app *, struct flow *) = {
    {guarantee, rows_and_file}, {more_figures, more_files}, {limits, more_limits}};

static void page(const struct app *app, struct ui *ui, struct box box, uint32_t which)
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
    struct ui_button left[5] = {control_back(app)};
    uint32_t count = control_listen(app, left, 1);
    left[count++] = control_more(app);
    bool rows = seen(app)->rows.total > 0 && (app->page == 0 || ui->paged);
    if (rows && seen(app)->at > 0) {
        left[count++] = (struct ui_button){.id = "keeps.older",
                                           .label = word(app, MSG_KEEPS_OLDER),
                                           .action = KEEPS_ROWS,
                                           .arg = -1};
    }
    if (rows && seen(app)->at + 1 < seen(app)->rows.total) {
        left[count++] = (struct ui_button){.id = "keeps.newer",
                                           .label = word(app, MSG_KEEPS_NEWER),
                                           .action = KEEPS_ROWS,
                                           .arg = 1};
    }
    struct ui_footer footer = {left, count, NULL, 0, NULL};
    struct box box = ui_footer(ui, &footer);
    bool columns = ui_width_um(ui) >= TWO_COLUMNS_UM && ui->width > ui->height;
    if (ui->paged || !columns) {
        ui->overflow = ui->overflow || !ui->paged;
        column(app, ui, box);
        return;
    }
    /* All pages must fit, or all give way to one column in pages. */
    uint32_t shown = app->page < PAGES ? app->page : 0;
    for (uint32_t i = 0; i < PAGES; i++) {
        struct ui_mark mark = ui_mark(ui);
        page(app, ui, box, i);
        ui_rewind(ui, mark);
    }
    page(app, ui, box, shown);
    ui->page_count = PAGES;
}

static void request_rows(struct app *app, uint32_t at)
{
    struct message *message = app_ask(app, SCREEN_KEEPS, MESSAGE_READ_ROWS);
    if (message != NULL) {
        own(app)->at = at;
        message->as.from = at >= BLOCK_ROWS ? at - BLOCK_ROWS + 1 : 0;
    }
}

static void enter(struct app *app)
{
    uint32_t total = app->status.complete_blocks;
    request_rows(app, total > 0 ? total - 1 : 0);
}

static void answer(struct app *app, enum message_type asked, const struct message *message)
{
    (void)asked;
    if (message->type == MESSAGE_ROWS) {
        own(app)->rows = message->as.rows;
    }
}

static void act(struct app *app, enum action action, int32_t arg)
{
    if (action == ACTION_BACK) {
        app_return(app);
    } else if ((int)action == KEEPS_ROWS && seen(app)->rows.total > 0) {
        request_rows(app, (uint32_t)((int64_t)seen(app)->at + arg));
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
