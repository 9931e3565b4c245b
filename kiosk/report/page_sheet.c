/* SPDX-License-Identifier: MIT */
/* The report's page on the screen, small as a sheet of paper or large enough to read. Its words,
 * charts and table come from page_render, as those of the file do, so people see what is saved. */
#include "report/page.h"
#include "ui/area.h"
#include "ui/blocks/grid.h"

enum {
    SHEET_W = 210, /* millimetres of A4; Letter is a little wider and shorter */
    SHEET_H = 297,
    SHEET_MARGIN = 15,
    SCALE_LEAST = 1800,     /* px a metre: the smallest on which small words still have letters */
    LARGE_LEAST_UM = 36000, /* the large chart with its labels, on a page of the screen */
    GAP_HEAD_UM = 4500,
    GAP_UM = 1200,
    RULED_UM = 9300,     /* seven millimetres on paper */
    CELL_GAP_UM = 12000, /* before each number of the table */
};

/* The page while it is built. */
struct sheet {
    const struct lines *lines;
    struct flow flow;
    struct plot *plot;
    uint32_t texts;
    bool measures; /* nothing is drawn */
    bool first;    /* only the first page is built */
};

/* Returns whether nothing more is shown, because this build does not fit or its page is full. */
static bool is_over(const struct sheet *sheet)
{
    const struct ui *ui = sheet->flow.ui;
    return ui->paged ? sheet->first && sheet->flow.page > 0 : ui->overflow;
}

/* Places a block of this height; returns whether the block is to be drawn. */
static bool draws(struct sheet *sheet, int32_t height, int32_t *y)
{
    return flow_block(&sheet->flow, height, y) && !sheet->measures;
}

static const struct {
    enum type type;
    enum role role;
    enum ink ink;
    int32_t gap_um;
} TEXTS[] = {
    [PAGE_DEMO] = {TYPE_F_TEXT, ROLE_TEXT, INK_INK, 0},
    [PAGE_TITLE] = {TYPE_F_TITLE, ROLE_HEADING, INK_INK, 0},
    [PAGE_SPAN] = {TYPE_F_TEXT, ROLE_TEXT, INK_INK2, 0},
    [PAGE_LEAD] = {TYPE_F_LEDE, ROLE_TEXT, INK_INK, 2500},
    [PAGE_HEAD] = {TYPE_F_TEXT, ROLE_HEADING, INK_INK, GAP_HEAD_UM},
    [PAGE_NOTE] = {TYPE_F_CAPTION, ROLE_TEXT, INK_INK2, 0},
    [PAGE_SAY] = {TYPE_F_CAPTION, ROLE_TEXT, INK_INK2, 0},
    [PAGE_TALK] = {TYPE_F_LEDE, ROLE_TEXT, INK_INK, 0},
    [PAGE_ROOM] = {TYPE_F_CAPTION, ROLE_TEXT, INK_INK2, GAP_HEAD_UM},
};

static const char *next_id(struct sheet *sheet, char out[NODE_ID_BYTES])
{
    char digits[NUMBER_BYTES];
    struct text_arg arg = {"n", text_number(digits, ++sheet->texts)};
    text_format(out, NODE_ID_BYTES, "report.page.{n}", &arg, 1);
    return out;
}

/* Begins a page where a heading would stand at the foot of this one, away from what it heads. */
static void keep_with_next(struct flow *flow)
{
    struct ui *ui = flow->ui;
    int32_t least = ui_um(ui, GAP_HEAD_UM + PAGE_SMALL_UM) + ui_line_px(ui, TYPE_F_TEXT) +
                    2 * ui_line_px(ui, TYPE_F_CAPTION);
    int32_t bottom = flow->box.y + flow->box.h;
    if (ui->paged && !flow->fresh && flow->y + least > bottom) {
        flow->y = bottom;
    }
}

/* Draws two ruled lines under a prompt, where people write on paper. */
static void put_ruled(struct sheet *sheet)
{
    struct ui *ui = sheet->flow.ui;
    const int32_t line = ui_um(ui, RULED_UM);
    int32_t y;
    if (draws(sheet, 2 * line, &y)) {
        ui_hairline(ui, sheet->flow.box.x, y + line, sheet->flow.box.w);
        ui_hairline(ui, sheet->flow.box.x, y + 2 * line, sheet->flow.box.w);
    }
}

static void put_text(void *context, enum page_text kind, const char *text)
{
    struct sheet *sheet = context;
    struct ui *ui = sheet->flow.ui;
    if (is_over(sheet)) {
        return;
    }
    char id[NODE_ID_BYTES];
    struct ui_text block = {.id = next_id(sheet, id),
                            .text = text,
                            .role = TEXTS[kind].role,
                            .type = TEXTS[kind].type,
                            .ink = TEXTS[kind].ink,
                            .balance = kind == PAGE_LEAD || kind == PAGE_NOTE,
                            .x = sheet->flow.box.x,
                            .w = sheet->flow.box.w};
    if (kind == PAGE_HEAD) {
        keep_with_next(&sheet->flow);
    }
    flow_gap(&sheet->flow, TEXTS[kind].gap_um);
    if (draws(sheet, ui_text_height(ui, &block), &block.y)) {
        ui_text(ui, &block);
    }
    if (kind == PAGE_TALK) {
        put_ruled(sheet);
    }
}

static struct ui_text label_of(const char *id, const struct page_chart *chart, int32_t w)
{
    return (struct ui_text){
        .id = id, .text = chart->label, .role = ROLE_TEXT, .type = TYPE_F_CAPTION, .w = w};
}

static void draw_chart(struct sheet *sheet, const struct page_chart *chart, struct box box)
{
    struct ui *ui = sheet->flow.ui;
    char id[NODE_ID_BYTES], spoken[LINES_TEXT_BYTES];
    page_chart_draw(sheet->lines, chart, ui, sheet->plot, box);
    ui_image(ui, next_id(sheet, id), lines_spoken(sheet->lines, chart->line, spoken), box);
}

/* Draws charts with their labels above them. Charts beside each other share the width. */
static void put_charts(void *context, const struct page_chart *charts, uint32_t count)
{
    struct sheet *sheet = context;
    struct ui *ui = sheet->flow.ui;
    if (is_over(sheet)) {
        return;
    }
    struct box box = sheet->flow.box;
    int32_t plot = ui_um(ui, charts[0].large ? PAGE_LARGE_UM : PAGE_SMALL_UM), over = 0;
    int32_t gap = ui_um(ui, PAGE_GAP_UM), w = charts[0].large ? box.w : (box.w - gap) / 2;
    for (uint32_t i = 0; i < count; i++) {
        struct ui_text label = label_of("", &charts[i], w);
        int32_t h = charts[i].label[0] != '\0' ? ui_text_height(ui, &label) : 0;
        over = h > over ? h : over;
    }
    int32_t y;
    flow_gap(&sheet->flow, GAP_UM);
    if (charts[0].large && ui->paged) {
        /* The chart becomes a little lower rather than going to a page without its words. */
        int32_t room = sheet->flow.box.y + sheet->flow.box.h - sheet->flow.y - over;
        plot = room >= ui_um(ui, LARGE_LEAST_UM) && room < plot ? room : plot;
    }
    if (!draws(sheet, over + plot, &y)) {
        return;
    }
    for (uint32_t i = 0; i < count; i++) {
        int32_t x = box.x + (int32_t)i * (w + gap);
        if (charts[i].label[0] != '\0') {
            char id[NODE_ID_BYTES];
            struct ui_text label = label_of(next_id(sheet, id), &charts[i], w);
            label.x = x;
            label.y = y + over - ui_text_height(ui, &label);
            ui_text(ui, &label);
        }
        draw_chart(sheet, &charts[i], (struct box){x, y + over, w, plot});
    }
}

/* The table, and the sheet that counts its words. */
struct ruled {
    const struct page_table *table;
    struct sheet *sheet;
};

static void put_cells(const void *context, uint32_t row, char cell[][GRID_CELL_BYTES])
{
    const struct ruled *ruled = context;
    page_table_row(ruled->table, row, cell);
}

static void put_words(const void *context, struct ui *ui, uint32_t row, struct grid_words *words)
{
    const struct ruled *ruled = context;
    (void)ui;
    (void)row;
    next_id(ruled->sheet, words->id);
}

/* Draws each row of the table on a line of its own. The rows go on over pages. */
static void put_table(void *context, const struct page_table *table)
{
    struct sheet *sheet = context;
    struct ui *ui = sheet->flow.ui;
    if (is_over(sheet)) {
        return;
    }
    const struct ruled ruled = {table, sheet};
    struct grid grid = {.columns = PAGE_COLUMNS,
                        .rows = table->rows,
                        .starts = 1,
                        .type = TYPE_F_CAPTION,
                        .head_type = TYPE_F_HEAD_CAPTION,
                        .gap_px = ui_um(ui, CELL_GAP_UM),
                        .together = true,
                        .context = &ruled,
                        .cells = put_cells,
                        .words = put_words};
    struct box line = {.x = sheet->flow.box.x,
                       .h = ui_line_px(ui, TYPE_F_CAPTION) + ui_um(ui, GAP_UM)};
    if (!sheet->measures) {
        grid_measure(ui, &grid, sheet->flow.box.w);
    }
    for (uint32_t i = 0; i < grid.columns; i++) {
        line.w += grid.width[i];
    }
    flow_gap(&sheet->flow, GAP_UM);
    for (uint32_t row = 0; row <= table->rows; row++) {
        if (draws(sheet, line.h, &line.y)) {
            grid_row(ui, &grid, row, line);
            ui_hairline(ui, line.x, line.y + line.h, line.w);
        }
    }
}

static void render(struct sheet *sheet, const struct page_span *span)
{
    static struct plot plot; /* 20 kB, too much for a stack */
    const struct page_ops ops = {sheet, put_text, put_charts, put_table};
    plot.value_px = 0;
    sheet->plot = &plot;
    page_render(sheet->lines, span, &ops);
}

void page_sheet_flow(const struct lines *lines, const struct page_span *span, struct flow *flow)
{
    const struct sheet empty = {.lines = lines, .flow = *flow};
    struct sheet sheet = empty;
    if (!flow->ui->paged) {
        sheet.measures = true; /* most often the page does not fit, and its charts cost much */
        render(&sheet, span);
    }
    if (!is_over(&sheet)) {
        sheet = empty;
        render(&sheet, span);
    }
    *flow = sheet.flow;
}

/* Returns the scale of the paper, in px a metre, from the sheet's width on the screen. */
static uint32_t scale_of(int32_t sheet_w)
{
    int64_t inside = (int64_t)sheet_w * (SHEET_W - 2 * SHEET_MARGIN) / SHEET_W;
    return (uint32_t)(inside * 1000000 / PAGE_WIDTH_UM);
}

bool page_sheet_size(int32_t width_max, int32_t height_max, int32_t *width, int32_t *height)
{
    int32_t w = height_max * SHEET_W / SHEET_H;
    *width = w < width_max ? w : width_max;
    *height = *width * SHEET_H / SHEET_W;
    return scale_of(*width) >= SCALE_LEAST;
}

/* Gives the picture of the paper the paper's own colours, whatever look the screen has. */
static void keep_colours(struct frame *frame, uint32_t from)
{
    for (uint32_t i = from; i < frame->draw_count; i++) {
        struct draw *draw = &frame->draw[i];
        if (draw->fill != INK_NONE) {
            draw->fill = THEME_INK(PAGE_THEME, draw->fill);
        }
        if (draw->stroke != INK_NONE) {
            draw->stroke = THEME_INK(PAGE_THEME, draw->stroke);
        }
    }
}

/* Draws one sheet. What does not fit the sheet is on the second one, which "Larger" shows. For who
 * listens the sheet is one picture, because its words are too small to be read one by one. */
void page_sheet_draw(const struct lines *lines, const struct page_span *span, struct ui *ui,
                     struct box box)
{
    uint32_t nodes = ui->frame->node_count, draws = ui->frame->draw_count;
    ui_sheet(ui, box, 0, false);
    int32_t margin = box.w * SHEET_MARGIN / SHEET_W;
    struct ui mini = *ui;
    struct box inside = box_inset(box, margin, margin);
    mini.px_per_m = scale_of(box.w);
    mini.theme = theme_get(PAGE_THEME);
    mini.air = 100;
    mini.paged = true;
    mini.page = 0;
    struct sheet sheet = {.lines = lines, .first = true};
    flow_begin(&sheet.flow, &mini, inside);
    render(&sheet, span);
    keep_colours(ui->frame, draws);
    ui->frame->node_count = nodes;
    ui_image(ui, "report.page", catalog_text(lines->words.catalog, MSG_REPORT_HEAD), box);
}
