/* SPDX-License-Identifier: MIT */
/* The chart's numbers as a table, newest first, as many rows a page as it holds. */
#include "screens/facilitator/detail.h"
#include "ui/area.h"

#include <string.h>

enum {
    COLUMNS = 4,
    PITCH_UM = 7600,
    PITCH_AIRY_UM = 9300, /* where that still leaves a page ten rows */
    ROWS_AIRY = 10,
    PITCH_TWO_UM = 11600,
    PAD_UM = 4000,
    COLUMN_GAP_UM = 4000, /* both closer on a narrow page */
    NARROW_UM = 170000,
    NARROW_GAP_UM = 2600,
    RADIUS_UM = 2500,
    FOOT_GAP_UM = 2500,
    HEAD_PAD_UM = 2500, /* over and under heads of several lines */
    CELL_BYTES = 192,
};

static int32_t gap_px(const struct ui *ui, int32_t um)
{
    return ui_um(ui, ui_width_um(ui) < NARROW_UM ? NARROW_GAP_UM : um);
}

struct row {
    char cell[COLUMNS][CELL_BYTES];
};

static void put(char cell[CELL_BYTES], const char *text)
{
    text_format(cell, CELL_BYTES, text, NULL, 0);
}

static void fill_row(const struct lines *lines, const struct point *point, struct row *row)
{
    char text[LINES_TEXT_BYTES];
    const struct band *band = &point->band;
    put(row->cell[0], lines_month_brief(lines, point->month, text));
    put(row->cell[1], band->readable ? lines_share(lines, band->centre, text) : "");
    put(row->cell[2], lines_share(lines, band->low, text));
    put(row->cell[3], lines_share(lines, band->high, text));
}

static void fill_head(const struct app *app, struct row *row)
{
    for (uint32_t i = 0; i < COLUMNS; i++) {
        put(row->cell[i], word(app, (enum message_id)(MSG_DETAIL_TABLE_HEADS_1 + i)));
    }
}

/* The part of the table that is shown. */
struct part {
    const struct app *app;
    struct lines lines;
    const struct lines_line *line;
    uint32_t from, rows; /* counted from the newest */
    int32_t width[COLUMNS];
    int32_t head_h;
    int32_t pitch;
    bool broken;    /* heads are set in several lines, */
    bool two_lines; /* and the months of a row in two */
};

static const struct point *point_of(const struct part *part, uint32_t index)
{
    return &part->line->point[part->line->count - 1 - part->from - index];
}

static void widen(const struct ui *ui, struct part *part, enum type type, const struct row *row)
{
    for (uint32_t i = 0; i < COLUMNS; i++) {
        int32_t w = ui_text_width(ui, type, row->cell[i]);
        part->width[i] = w > part->width[i] ? w : part->width[i];
    }
}

/* Heads need no more than their longest words where one line each would be too wide for the page.
 */
static void widen_for_heads(const struct ui *ui, struct part *part, const struct row *head)
{
    for (uint32_t i = 0; i < COLUMNS; i++) {
        const char *word = head->cell[i];
        while (*word != '\0') {
            char one[CELL_BYTES];
            size_t bytes = strcspn(word, " ");
            memcpy(one, word, bytes);
            one[bytes] = '\0';
            int32_t w = ui_text_width(ui, TYPE_F_HEAD, one);
            part->width[i] = w > part->width[i] ? w : part->width[i];
            word += bytes + strspn(word + bytes, " ");
        }
    }
}

static int32_t used_width(const struct ui *ui, const struct part *part)
{
    int32_t used = 0, gap = gap_px(ui, COLUMN_GAP_UM);
    for (uint32_t i = 0; i < COLUMNS; i++) {
        used += part->width[i] + (i > 0 ? gap : 0);
    }
    return used;
}

static struct ui_text head_text(const struct part *part, const struct row *head, uint32_t column)
{
    return (struct ui_text){.id = "detail.head",
                            .text = head->cell[column],
                            .type = TYPE_F_HEAD,
                            .ink = INK_INK,
                            .align = column == 0 ? ALIGN_START : ALIGN_END,
                            .w = part->width[column]};
}

/* The widest cell of each column, then what is left shared out between them. */
static void measure(struct ui *ui, struct part *part, int32_t w)
{
    struct row row, head;
    int32_t gap = gap_px(ui, COLUMN_GAP_UM);
    for (uint32_t i = 0; i < part->rows; i++) {
        fill_row(&part->lines, point_of(part, i), &row);
        widen(ui, part, TYPE_F_TEXT, &row);
    }
    struct part plain = *part;
    fill_head(part->app, &head);
    widen(ui, &plain, TYPE_F_HEAD, &head);
    part->broken = used_width(ui, &plain) > w;
    if (part->broken) {
        widen_for_heads(ui, part, &head);
    } else {
        *part = plain;
    }
    int32_t used = used_width(ui, part);
    if (used > w) {
        /* Months in two lines. */
        part->pitch = ui_um(ui, PITCH_TWO_UM);
        part->two_lines = true;
        part->width[0] -= used - w;
        used = w;
        fill_row(&part->lines, point_of(part, 0), &row);
        ui->overflow = ui->overflow || !ui_text_holds(ui, TYPE_F_TEXT, row.cell[0], part->width[0]);
    }
    part->head_h = ui_um(ui, PITCH_UM);
    for (uint32_t i = 0; i < COLUMNS; i++) {
        part->width[i] += (i > 0 ? gap : 0) + (used < w ? (w - used) / COLUMNS : 0);
        struct ui_text text = head_text(part, &head, i);
        text.w -= part->broken && i > 0 ? gap : 0;
        int32_t h = ui_text_height(ui, &text) + ui_um(ui, HEAD_PAD_UM);
        part->head_h = part->broken && h > part->head_h ? h : part->head_h;
    }
}

static void draw_cells(struct ui *ui, const struct part *part, const struct row *row,
                       enum type type, struct box box)
{
    uint32_t nodes = ui->frame->node_count; /* the row's node has the words */
    for (uint32_t i = 0; i < COLUMNS; i++) {
        box.w = part->width[i];
        if (i == 0 && part->two_lines) {
            struct ui_text months = {.id = "detail.months",
                                     .text = row->cell[0],
                                     .type = TYPE_F_TEXT,
                                     .x = box.x,
                                     .w = box.w};
            months.y = box.y + (box.h - ui_text_height(ui, &months)) / 2;
            ui_text(ui, &months);
            ui->frame->node_count = nodes;
            box.x += box.w;
            continue;
        }
        ui_label(ui, type, INK_NONE, row->cell[i], box, i == 0 ? ALIGN_START : ALIGN_END);
        box.x += box.w;
    }
}

/* Heads stand on the line under them. */
static void draw_heads(struct ui *ui, const struct part *part, const struct row *head,
                       struct box box)
{
    if (!part->broken) {
        draw_cells(ui, part, head, TYPE_F_HEAD, box);
        return;
    }
    uint32_t nodes = ui->frame->node_count; /* the row's node has the words */
    int32_t gap = gap_px(ui, COLUMN_GAP_UM);
    for (uint32_t i = 0; i < COLUMNS; i++) {
        struct ui_text text = head_text(part, head, i);
        int32_t before = i > 0 ? gap : 0;
        text.x = box.x + before;
        text.w -= before;
        text.y = box.y + box.h - ui_text_height(ui, &text) - ui_um(ui, HEAD_PAD_UM) / 2;
        ui_text(ui, &text);
        box.x += part->width[i];
    }
    ui->frame->node_count = nodes;
}

static void add_node(struct ui *ui, const struct part *part, const struct row *row,
                     const struct point *point, uint32_t index, struct box box)
{
    const struct app *app = part->app;
    char id[NODE_ID_BYTES], digits[NUMBER_BYTES];
    struct text_arg arg = {"n", text_number(digits, part->from + index + 1)};
    text_format(id, sizeof(id), "detail.row.{n}", &arg, 1);
    const char *cells[COLUMNS];
    uint32_t count = 0;
    for (uint32_t i = 0; i < COLUMNS; i++) {
        if (row->cell[i][0] != '\0') {
            cells[count++] = row->cell[i];
        }
    }
    ui_row_node(ui, id, cells, count, detail_spoken(app, ui, point), TYPE_F_TEXT, box);
}

static void draw_rows(struct ui *ui, const struct part *part, struct box box)
{
    int32_t pitch = part->pitch, pad = gap_px(ui, PAD_UM);
    struct box at = {box.x + pad, box.y, box.w - 2 * pad, part->head_h};
    struct row row;
    fill_head(part->app, &row);
    const char *heads[COLUMNS];
    for (uint32_t i = 0; i < COLUMNS; i++) {
        heads[i] = row.cell[i];
    }
    ui_row_node(ui, "detail.heads", heads, COLUMNS, NULL, TYPE_F_HEAD, at);
    draw_heads(ui, part, &row, at);
    float y = (float)(at.y + at.h);
    ui_rule(ui, (float)box.x, y, (float)(box.x + box.w), y, INK_OUTLINE, ui_umf(ui, 300));
    at.y += at.h - pitch;
    at.h = pitch;
    for (uint32_t i = 0; i < part->rows; i++) {
        at.y += pitch;
        const struct point *point = point_of(part, i);
        fill_row(&part->lines, point, &row);
        add_node(ui, part, &row, point, i, at);
        draw_cells(ui, part, &row, TYPE_F_TEXT, at);
        if (i + 1 < part->rows) {
            ui_hairline(ui, at.x, at.y + pitch, at.w);
        }
    }
}

static const char *join(struct ui *ui, const char *first, const char *second)
{
    char both[2 * LINES_TEXT_BYTES];
    const struct text_arg args[] = {{"first", first}, {"second", second}};
    text_format(both, sizeof(both), "{first} {second}", args, 2);
    return frame_text(ui->frame, both);
}

/* Which rows these are, why one has no number, and how long to wait for a change. */
static struct ui_text foot_of(struct ui *ui, const struct part *part, int32_t w)
{
    const struct app *app = part->app;
    char from[NUMBER_BYTES], to[NUMBER_BYTES], total[NUMBER_BYTES], say[LINES_TEXT_BYTES];
    struct text_arg args[] = {{"from", number_digits(app, from, part->from + 1)},
                              {"to", number_digits(app, to, part->from + part->rows)},
                              {"total", number_digits(app, total, part->line->count)}};
    const char *text = fill(app, ui, MSG_DETAIL_TABLE_ROWS, args, 3);
    bool has_blank = false;
    for (uint32_t i = 0; i < part->line->count; i++) {
        has_blank = has_blank || !part->line->point[i].band.readable;
    }
    if (has_blank) {
        text = join(ui, text, word(app, MSG_DETAIL_TABLE_BLANK));
    }
    if (part->line->view->claim.reason == NOT_YET_FEW_BLOCKS) {
        const uint32_t line = (uint32_t)(part->line - part->lines.line);
        text = join(ui, text, lines_say(&part->lines, line, say));
    }
    return (struct ui_text){
        .id = "detail.rows", .text = text, .role = ROLE_TEXT, .type = TYPE_F_CAPTION, .w = w};
}

void detail_table_draw(const struct app *app, struct ui *ui, uint32_t question, uint32_t before,
                       struct box box)
{
    struct part part = {.app = app, .lines = lines_view(app)};
    part.line = &part.lines.line[lines_question(&part.lines, question)];
    uint32_t total = part.line->count;
    if (total == 0) {
        return;
    }
    int32_t w = box.w - 2 * gap_px(ui, PAD_UM);
    part.pitch = ui_um(ui, PITCH_UM);
    /* All rows decide how wide columns are, so that they stand still from page to page. */
    part.rows = total;
    struct ui_text words = foot_of(ui, &part, box.w);
    int32_t foot = ui_um(ui, FOOT_GAP_UM) + ui_text_height(ui, &words);
    measure(ui, &part, w);
    int32_t airy = ui_um(ui, PITCH_AIRY_UM), room = box.h - foot - part.head_h;
    if (!part.two_lines && room / airy >= ROWS_AIRY) {
        part.pitch = airy;
        part.head_h = part.head_h > airy ? part.head_h : airy;
        room = box.h - foot - part.head_h;
    }
    room /= part.pitch;
    uint32_t most = room > 1 ? (uint32_t)room : 1;
    uint32_t pages = (total + most - 1) / most;
    if (pages > 1 && !ui->paged) {
        ui->overflow = true;
    }
    uint32_t page = ui->paged ? ui->page : 0;
    ui->page_count = before + pages > ui->page_count ? before + pages : ui->page_count;
    if (page < before) {
        return;
    }
    page = page - before < pages ? page - before : pages - 1;
    part.from = page * most;
    part.rows = total - part.from < most ? total - part.from : most;
    int32_t height = part.head_h + (int32_t)part.rows * part.pitch;
    ui_sheet(ui, (struct box){box.x, box.y, box.w, height}, ui_umf(ui, RADIUS_UM), false);
    draw_rows(ui, &part, box);
    words = foot_of(ui, &part, box.w);
    words.x = box.x;
    words.y = box.y + height + ui_um(ui, FOOT_GAP_UM);
    ui_text(ui, &words);
}
