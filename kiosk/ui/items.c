/* SPDX-License-Identifier: MIT */
#include "ui/items.h"

#include "core/catalog.h"
#include "ui/area.h"

enum {
    GAP_UM = 4000,
    GAP_LEAST_UM = 2600,
    HIGH_UM = 38000,  /* of a card: taller ones look empty */
    LEAST_UM = 12700, /* of a row */
    PAD_LEAST_UM = 1000,
    NOTE_GAP_UM = 800,
    RADIUS_UM = 4000,
    COLUMNS_MAX = 3,
    LABEL_BYTES = 512,
};

/* How a card is set, from the roomiest to one line. */
struct setting_out {
    uint16_t air; /* from this much on */
    uint8_t title, note;
    int32_t pad_um, icon_um, icon_gap_um;
    int32_t column_um; /* narrower cards break their words */
    bool one_line;     /* the note stands at the end of the title's line, if it must */
};
static const struct setting_out LEVELS[] = {
    {100, TYPE_F_TITLE, TYPE_F_LEDE, 6000, 9000, 6000, 85000, false},
    {60, TYPE_F_LEDE, TYPE_F_TEXT, 4500, 8000, 5000, 80000, false},
    {0, TYPE_F_LEDE, TYPE_F_TEXT, 3000, 6000, 3000, 62000, true},
};

struct grid {
    const struct setting_out *out;
    enum type title, note;
    int32_t columns, gap, w, high;
    int32_t text_x, text_w;
    bool below; /* notes stand below their titles */
};

static enum type title_type(const struct ui *ui, const struct setting_out *out,
                            const struct item *items, uint32_t count, int32_t text_w)
{
    for (uint32_t i = 0; out->one_line && i < count; i++) {
        if (ui_text_width(ui, (enum type)out->title, items[i].title) > text_w) {
            return TYPE_F_TEXT;
        }
    }
    return (enum type)out->title;
}

static struct ui_text title_of(const struct grid *grid, const struct item *item)
{
    return (struct ui_text){.id = "item.title",
                            .text = item->title,
                            .type = grid->title,
                            .ink = INK_INK,
                            .balance = true,
                            .w = grid->text_w};
}

static struct ui_text note_of(const struct grid *grid, const struct item *item)
{
    return (struct ui_text){.id = "item.note",
                            .text = item->note,
                            .type = grid->note,
                            .balance = true,
                            .w = grid->text_w};
}

static int32_t words_height(const struct ui *ui, const struct grid *grid, const struct item *item)
{
    struct ui_text title = title_of(grid, item), note = note_of(grid, item);
    int32_t height = ui_text_height(ui, &title);
    if (item->note != NULL && grid->below) {
        height += ui_um(ui, NOTE_GAP_UM) + ui_text_height(ui, &note);
    }
    return height;
}

static int32_t tallest(const struct ui *ui, const struct grid *grid, const struct item *items,
                       uint32_t count)
{
    int32_t pad = ui_um(ui, grid->out->one_line ? PAD_LEAST_UM : grid->out->pad_um), high = 0;
    for (uint32_t i = 0; i < count; i++) {
        int32_t height = words_height(ui, grid, &items[i]) + 2 * pad;
        high = height > high ? height : high;
    }
    return high;
}

/* Sets so many columns. Returns whether no word of the titles is wider than its card. */
static bool set_columns(struct grid *grid, const struct flow *flow, const struct item *items,
                        uint32_t count, int32_t columns)
{
    const struct ui *ui = flow->ui;
    const struct setting_out *out = grid->out;
    bool holds = true;
    grid->columns = columns;
    grid->w = (flow->box.w - (columns - 1) * grid->gap) / columns;
    grid->text_w = grid->w - grid->text_x - ui_um(ui, out->pad_um);
    grid->title = title_type(ui, out, items, count, grid->text_w);
    for (uint32_t i = 0; i < count; i++) {
        holds = holds && ui_text_holds(ui, grid->title, items[i].title, grid->text_w);
    }
    return holds;
}

/* Returns whether the last of several rows is a single card. */
static bool leaves_one(uint32_t count, int32_t columns)
{
    return columns > 1 && count > (uint32_t)columns && count % (uint32_t)columns == 1;
}

static void plan(struct grid *grid, const struct flow *flow, const struct item *items,
                 uint32_t count)
{
    const struct ui *ui = flow->ui;
    const struct setting_out *out = LEVELS;
    while (ui->air < out->air) {
        out++;
    }
    *grid = (struct grid){.out = out, .gap = ui_um(ui, out->one_line ? GAP_LEAST_UM : GAP_UM)};
    int32_t columns = (flow->box.w + grid->gap) / (ui_um(ui, out->column_um) + grid->gap);
    columns = columns < 1 ? 1 : columns > COLUMNS_MAX ? COLUMNS_MAX : columns;
    grid->text_x = ui_um(ui, out->pad_um + out->icon_um + out->icon_gap_um);
    if (columns < COLUMNS_MAX || !leaves_one(count, columns) || leaves_one(count, columns + 1) ||
        !set_columns(grid, flow, items, count, columns + 1)) {
        (void)set_columns(grid, flow, items, count, columns);
    }
    grid->note = grid->title == TYPE_F_TEXT ? TYPE_F_CAPTION : (enum type)out->note;
    grid->below = !out->one_line;
    int32_t least = ui_um(ui, LEAST_UM), needed = tallest(ui, grid, items, count);
    grid->high = needed > least ? needed : least;
    if (!ui->paged && count > 0) { /* what the page leaves, up to a comfortable height */
        int32_t rows = ((int32_t)count + grid->columns - 1) / grid->columns;
        int32_t left = flow->box.y + flow->box.h - flow->y - (rows - 1) * grid->gap;
        int32_t most = ui_um(ui, HIGH_UM), each = left / rows < most ? left / rows : most;
        grid->high = each > grid->high ? each : grid->high;
    }
    grid->below = true;
    grid->below = !out->one_line || tallest(ui, grid, items, count) <= grid->high;
}

/* Draws the note at the end of the title's line, as far as there is room. */
static void draw_note_beside(struct ui *ui, const struct grid *grid, const struct item *item,
                             struct box box)
{
    enum type type = grid->note;
    int32_t gap = ui_um(ui, grid->out->icon_gap_um);
    int32_t taken = ui_text_width(ui, grid->title, item->title) + gap;
    int32_t room = grid->text_w - taken;
    if (ui_text_width(ui, type, item->note) <= room) {
        ui_label(ui, type, INK_NONE, item->note,
                 (struct box){box.x + grid->text_x + taken, box.y, room, box.h}, ALIGN_END);
    }
}

static void draw_words(struct ui *ui, const struct grid *grid, const struct item *item,
                       struct box box)
{
    struct ui_text title = title_of(grid, item), note = note_of(grid, item);
    title.x = note.x = box.x + grid->text_x;
    title.y = box.y + (box.h - words_height(ui, grid, item)) / 2;
    note.y = title.y + ui_text(ui, &title) + ui_um(ui, NOTE_GAP_UM);
    if (item->note != NULL && !grid->below) {
        draw_note_beside(ui, grid, item, box);
    } else if (item->note != NULL) {
        ui_text(ui, &note);
    }
}

static void draw_item(struct ui *ui, const struct grid *grid, const struct item *item,
                      struct box box)
{
    int32_t side = ui_um(ui, grid->out->icon_um);
    ui_sheet(ui, box, ui_umf(ui, RADIUS_UM), false);
    ui_icon(ui, item->icon, (float)(box.x + ui_um(ui, grid->out->pad_um)),
            (float)(box.y + (box.h - side) / 2), (float)side, INK_OUTLINE);
    uint32_t kept = ui->frame->node_count;
    draw_words(ui, grid, item, box);
    ui->frame->node_count = kept; /* the target says the words */
    char label[LABEL_BYTES];
    struct text_arg args[] = {{"title", item->title},
                              {"note", item->note != NULL ? item->note : ""}};
    text_format(label, sizeof(label), item->note != NULL ? "{title}: {note}" : "{title}", args, 2);
    ui_area(ui,
            &(struct ui_button){
                .id = item->id, .label = label, .action = item->action, .arg = item->arg},
            grid->title, box);
}

void items_flow(struct flow *flow, const struct item *items, uint32_t count)
{
    struct grid grid;
    int32_t y = 0;
    bool here = false;
    plan(&grid, flow, items, count);
    for (uint32_t i = 0; i < count; i++) {
        int32_t column = (int32_t)i % grid.columns;
        if (column == 0) {
            flow->y += i > 0 && !flow->fresh ? grid.gap : 0;
            here = flow_block(flow, grid.high, &y);
        }
        if (here) {
            draw_item(
                flow->ui, &grid, &items[i],
                (struct box){flow->box.x + column * (grid.w + grid.gap), y, grid.w, grid.high});
        }
    }
}
