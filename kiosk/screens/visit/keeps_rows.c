/* SPDX-License-Identifier: MIT */
/* The rows of the totals file, in two tables, as they stand in the file. */
#include "screens/visit/keeps.h"

#include "screens/parts/words.h"
#include "ui/table.h"

#include <string.h>

void keeps_paragraph(struct flow *flow, enum block_kind kind, const char *id, const char *text)
{
    flow_said(flow, kind, id, text, 0);
    flow_gap(flow, 4000);
}

static void put_number(char cell[TABLE_CELL_BYTES], int64_t n)
{
    _Static_assert(TABLE_CELL_BYTES >= 24, "text_number needs 24 bytes");
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

_Static_assert((int)TABLE_ROW_MAX >= (int)MESSAGE_BLOCK_MAX, "sets of a message");
_Static_assert((int)TABLE_ROW_MAX >= (int)PACK_QUESTION_MAX, "questions of a set");

static uint32_t rows_shown(const struct app *app)
{
    const struct message_rows *rows = &keeps_of(app)->rows;
    if (rows->count == 0 || keeps_of(app)->at < rows->from) {
        return 0;
    }
    uint32_t shown = keeps_of(app)->at - rows->from + 1;
    return shown < rows->count ? shown : rows->count;
}

static void block_table(const struct app *app, struct ui *ui, struct ui_table *table)
{
    *table = (struct ui_table){.id = "keeps.block",
                               .title = "block",
                               .columns = 4,
                               .head = {"id", "month", "meetings", "scale"},
                               .number = {false, false, true, true}};
    for (uint32_t i = 0; i < rows_shown(app); i++) {
        const struct block *block = &keeps_of(app)->rows.block[i];
        char(*cell)[TABLE_CELL_BYTES] = table->cell[table->rows];
        put_number(cell[0], block->id);
        month_format(block->month, cell[1]);
        put_number(cell[2], block->meetings);
        put_number(cell[3], block->scale);
        struct text_arg args[] = {{"id", cell[0]},
                                  {"month", month_words(app, ui, block->month)},
                                  {"meetings", cell[2]},
                                  {"scale", cell[3]}};
        table->spoken[table->rows] = fill(app, ui, MSG_KEEPS_ROW_BLOCK_S, args, 4);
        put_id(table->row_id[table->rows++], table->title, block->id);
    }
}

static void tally_table(const struct app *app, struct ui *ui, struct ui_table *table)
{
    *table = (struct ui_table){.id = "keeps.tally",
                               .title = "tally",
                               .columns = 4,
                               .head = {"block", "question", "upper", "lower"},
                               .number = {false, false, true, true}};
    uint32_t shown = rows_shown(app);
    if (shown == 0) {
        return;
    }
    const struct block *block = &keeps_of(app)->rows.block[shown - 1];
    for (uint32_t i = 0; i < block->tally_count; i++) {
        char(*cell)[TABLE_CELL_BYTES] = table->cell[i];
        put_number(cell[0], block->id);
        put_text(cell[1], TABLE_CELL_BYTES, block->tally[i].question);
        put_number(cell[2], block->tally[i].upper);
        put_number(cell[3], block->tally[i].lower);
        struct text_arg args[] = {
            {"id", cell[0]}, {"q", cell[1]}, {"upper", cell[2]}, {"lower", cell[3]}};
        table->spoken[i] = fill(app, ui, MSG_KEEPS_ROW_TALLY_S, args, 4);
        put_id(table->row_id[i], table->title, i);
        table->rows++;
    }
}

void keeps_rows_flow(const struct app *app, struct flow *flow)
{
    struct ui *ui = flow->ui;
    if (rows_shown(app) == 0) {
        return;
    }
    struct ui_table block, tally;
    block_table(app, ui, &block);
    tally_table(app, ui, &tally);
    tables_flow(flow, &block, &tally);
    flow_gap(flow, 3500);
    const struct number_arg args[] = {{"from", keeps_of(app)->at * tally.rows + 1},
                                      {"to", (keeps_of(app)->at + 1) * tally.rows},
                                      {"total", keeps_of(app)->rows.total * tally.rows}};
    keeps_paragraph(flow, BLOCK_CAPTION, "keeps.pages",
                    fill_numbers(app, ui, MSG_KEEPS_PAGES, args, 3));
}
