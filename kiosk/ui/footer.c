/* SPDX-License-Identifier: MIT */
/* The foot of a page: its controls in as many rows as they need, and the water behind them. */
#include "ui/build.h"

#include <assert.h>
#include <string.h>

enum {
    BAR_GAP_UM = 3500,
    ROW_GAP_UM = 3000,
    CONTROL_MAX = 12,           /* eight languages and what else a resting screen has */
    CONTENT_PERCENT_MIN = 64,   /* of the height: controls that leave less give up their words, */
    CONTENT_PERCENT_MIN_F = 65, /* or on a facilitator's screen their size */
    HIGH_UM = 240000,           /* a panel this high has room as an upright one has */
    HIGH_PER_MILLE = 100,       /* of a high panel's height, free above what a page begins with */
    LOW_AIR = 50, /* hundredths: from here on a hero's horizon gives way to its content */
};

/* A row of the control bar. */
struct bar_row {
    uint32_t first, count;
    int32_t width, height;
};

struct bar {
    const struct ui_button *button[CONTROL_MAX];
    int32_t width[CONTROL_MAX], height[CONTROL_MAX];
    uint32_t count;
    uint32_t left_count; /* the rest of the last row stands against the end */
    struct bar_row row[CONTROL_MAX];
    uint32_t row_count;
    int32_t room; /* from the margin */
};

static void bar_fill(const struct ui *ui, struct bar *bar, const struct ui_button *buttons,
                     uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        assert(bar->count < CONTROL_MAX);
        int32_t width = ui_button_width(ui, &buttons[i]);
        bar->width[bar->count] = width < bar->room ? width : bar->room;
        bar->height[bar->count] = ui_button_height_in(ui, &buttons[i], bar->width[bar->count]);
        bar->button[bar->count++] = &buttons[i];
    }
}

/* Makes controls that are alike equally large, unless that alone keeps them from one row. */
static void bar_even(const struct ui *ui, struct bar *bar)
{
    bool heroes = bar->count == 2 && bar->button[0]->kind == BUTTON_HERO &&
                  bar->button[1]->kind == BUTTON_HERO;
    for (uint32_t i = 0; i + 1 < bar->count; i++) {
        if (!heroes && !(bar->button[i]->alike && bar->button[i + 1]->alike)) {
            continue;
        }
        int32_t *width = &bar->width[i], gap = ui_um(ui, BAR_GAP_UM);
        int32_t wider = width[0] > width[1] ? width[0] : width[1];
        if (2 * wider + gap <= bar->room || width[0] + width[1] + gap > bar->room) {
            width[0] = width[1] = wider;
            bar->height[i] = ui_button_height_in(ui, bar->button[i], wider);
            bar->height[i + 1] = ui_button_height_in(ui, bar->button[i + 1], wider);
        }
    }
}

/* Takes some of the main button's usual width where that keeps all controls in one row. */
static void bar_yield(const struct ui *ui, struct bar *bar)
{
    int32_t over = -bar->room, spare = 0;
    for (uint32_t i = 0; i < bar->count; i++) {
        over += bar->width[i] + (i > 0 ? ui_um(ui, BAR_GAP_UM) : 0);
        spare += bar->width[i] - ui_button_width_least(ui, bar->button[i]);
    }
    if (over <= 0 || spare < over) {
        return;
    }
    for (uint32_t i = 0; i < bar->count && over > 0; i++) {
        int32_t own = bar->width[i] - ui_button_width_least(ui, bar->button[i]);
        own = own < over ? own : over;
        bar->width[i] -= own;
        over -= own;
    }
}

static void bar_add(const struct ui *ui, struct bar *bar, struct bar_row *row, uint32_t i)
{
    row->width += (row->count > 0 ? ui_um(ui, BAR_GAP_UM) : 0) + bar->width[i];
    row->count++;
    row->height = bar->height[i] > row->height ? bar->height[i] : row->height;
}

/* Returns the width of a control and of those after it that stand together with it; of the control
 * alone, where no row holds all of them or the control before began the run. */
static int32_t bar_run(const struct ui *ui, const struct bar *bar, uint32_t first)
{
    int32_t width = bar->width[first];
    bool begun = first > 0 && bar->button[first - 1]->together;
    for (uint32_t i = first; !begun && bar->button[i]->together && i + 1 < bar->count; i++) {
        width += ui_um(ui, BAR_GAP_UM) + bar->width[i + 1];
    }
    return width <= bar->room ? width : bar->width[first];
}

/* Breaks the controls into rows from the start, each as full as it can be. The controls of the
 * right side join the last row where they fit. The control at `fresh` begins a row. */
static void bar_break(const struct ui *ui, struct bar *bar, uint32_t fresh)
{
    bar->row_count = 0;
    for (uint32_t i = 0; i < bar->count; i++) {
        struct bar_row *row = bar->row_count > 0 ? &bar->row[bar->row_count - 1] : NULL;
        if (row == NULL || i == fresh || bar->button[i]->begins ||
            row->width + ui_um(ui, BAR_GAP_UM) + bar_run(ui, bar, i) > bar->room) {
            row = &bar->row[bar->row_count++];
            *row = (struct bar_row){.first = i};
        }
        bar_add(ui, bar, row, i);
    }
}

/* Keeps the way back in the corner that it has in a bar of one row: it moves to the last row,
 * across from the way on, unless that takes another row. */
static void bar_turn(const struct ui *ui, struct bar *bar)
{
    struct bar turned = *bar;
    const uint32_t last = bar->left_count - 1;
    for (uint32_t i = 0; i < bar->left_count; i++) {
        const uint32_t from = i < last ? i + 1 : 0;
        turned.button[i] = bar->button[from];
        turned.width[i] = bar->width[from];
        turned.height[i] = bar->height[from];
    }
    bar_break(ui, &turned, last);
    if (turned.row_count <= bar->row_count) {
        *bar = turned;
    }
}

/* Sets the controls in two columns, equally wide unless a label needs more, with a full last row.
 * Where two columns take more rows, or do not hold every control, the rows stay as they are. */
static void bar_pair(const struct ui *ui, struct bar *bar)
{
    const uint32_t odd = bar->count % 2, rows = (bar->count + odd) / 2;
    const int32_t room = bar->room - ui_um(ui, BAR_GAP_UM);
    int32_t least[2] = {0};
    for (uint32_t i = 0; i < bar->count; i++) {
        /* The control of an odd row stands at its start. */
        int32_t *column = &least[i == 0 ? 0 : (i + odd) % 2];
        int32_t width = ui_button_width_least(ui, bar->button[i]);
        *column = width > *column ? width : *column;
    }
    if (rows > bar->row_count || least[0] + least[1] > room) {
        return;
    }
    int32_t first = least[0] > room / 2 ? least[0] : room / 2;
    first = first < room - least[1] ? first : room - least[1];
    const int32_t width[2] = {first, room - first};
    bar->left_count = bar->count; /* no control stands against the end of a row */
    bar->row_count = rows;
    memset(bar->row, 0, sizeof(bar->row));
    for (uint32_t i = 0; i < bar->count; i++) {
        struct bar_row *row = &bar->row[(i + odd) / 2];
        row->first = row->count == 0 ? i : row->first;
        bar->width[i] = width[i == 0 ? 0 : (i + odd) % 2];
        bar->height[i] = ui_button_height_in(ui, bar->button[i], bar->width[i]);
        bar_add(ui, bar, row, i);
    }
}

/* Sets the controls of a visit that stand in several rows. While there are pages to turn, the
 * widths stay, because the button that turns them comes and goes. */
static void bar_rows(const struct ui *ui, struct bar *bar)
{
    bool own = bar->left_count > 0 && bar->left_count < bar->count;
    for (uint32_t i = 0; i < bar->count; i++) {
        enum button_kind kind = bar->button[i]->kind;
        own = own && (kind == BUTTON_PLAIN || kind == BUTTON_PRIMARY);
    }
    if (!own || ui->facilitator || bar->row_count < 2) {
        return;
    }
    if (bar->button[0]->icon == ICON_BACK) {
        bar_turn(ui, bar);
    }
    if (!ui->paged) {
        bar_pair(ui, bar);
    }
}

static void bar_draw_row(struct ui *ui, const struct bar *bar, const struct bar_row *row, int32_t y)
{
    int32_t gap = ui_um(ui, BAR_GAP_UM), x = ui->margin_x, end = x + bar->room;
    for (uint32_t i = row->first; i < row->first + row->count; i++) {
        int32_t height = bar->height[i];
        if (i >= bar->left_count) {
            /* The rest of the row stands against the end, in order. */
            int32_t rest = 0;
            for (uint32_t k = i; k < row->first + row->count; k++) {
                rest += bar->width[k] + (k > i ? gap : 0);
            }
            x = end - rest;
        }
        ui_button(ui, bar->button[i],
                  (struct box){x, y + (row->height - height) / 2, bar->width[i], height});
        x += bar->width[i] + gap;
    }
}

/* Draws the bar of controls at the foot: `left` from its start, `right` against its end, in as many
 * rows as they need. Returns the y of their top. */
static int32_t controls(struct ui *ui, const struct ui_footer *footer, int32_t width)
{
    struct bar bar = {.left_count = footer->left_count, .room = width};
    bar_fill(ui, &bar, footer->left, footer->left_count);
    bar_fill(ui, &bar, footer->right, footer->right_count);
    bar_yield(ui, &bar);
    bar_even(ui, &bar);
    bar_break(ui, &bar, bar.count);
    bar_rows(ui, &bar);
    int32_t y = ui->height - ui->margin_y;
    for (uint32_t r = 0; r < bar.row_count; r++) {
        y -= bar.row[r].height + (r > 0 ? ui_um(ui, ROW_GAP_UM) : 0);
    }
    int32_t top = y;
    for (uint32_t r = 0; r < bar.row_count; r++) {
        bar_draw_row(ui, &bar, &bar.row[r], y);
        y += bar.row[r].height + ui_um(ui, ROW_GAP_UM);
    }
    return top;
}

/* Returns a control with its icon alone, for a screen that its words would fill. The words are
 * still said. */
static struct ui_button bare_button(const struct ui *ui, const struct ui_button *button)
{
    struct ui_button bare = *button;
    if (ui->facilitator) {
        /* A facilitator's control keeps its words, in smaller letters. */
        bool primary = bare.kind == BUTTON_PRIMARY || bare.kind == BUTTON_HERO_PRIMARY;
        bare.kind = primary ? BUTTON_F_PRIMARY : BUTTON_F;
        bare.icon = bare.icon_after = ICON_NONE;
        return bare;
    }
    enum icon own = button->icon != ICON_NONE ? button->icon : button->icon_after;
    bare.icon = own != ICON_NONE ? own : button->bare;
    if (bare.icon != ICON_NONE) {
        bare.icon_after = ICON_NONE;
        bare.spoken = button->spoken != NULL ? button->spoken : button->label;
        bare.label = "";
    }
    return bare;
}

int32_t ui_footer_row_width(const struct ui *ui, const struct ui_button *buttons, uint32_t count)
{
    int32_t width = 0;
    for (uint32_t i = 0; i < count; i++) {
        width += ui_button_width(ui, &buttons[i]) + (i > 0 ? ui_um(ui, BAR_GAP_UM) : 0);
    }
    return width;
}

/* Gives the main control its words back beside icons, where one row holds them. */
static void keep_words(const struct ui *ui, const struct ui_footer *footer,
                       const struct ui_button *left, uint32_t left_count, struct ui_button *right,
                       int32_t room)
{
    if (!ui->bare || ui->facilitator || footer->right_count != 1) {
        return;
    }
    int32_t used = ui_button_width_least(ui, &footer->right[0]);
    if (left_count > 0) {
        used += ui_footer_row_width(ui, left, left_count) + ui_um(ui, BAR_GAP_UM);
    }
    if (used <= room) {
        right[0] = footer->right[0];
    }
}

static int32_t controls_with_more(struct ui *ui, const struct ui_footer *footer, int32_t width)
{
    struct ui_button left[CONTROL_MAX], right[CONTROL_MAX];
    uint32_t count = 0;
    for (; count < footer->left_count; count++) {
        const struct ui_button *button = &footer->left[count];
        bool icon = ui->bare || (ui->spare && button->spare);
        left[count] = icon ? bare_button(ui, button) : *button;
    }
    if (ui->paged && footer->more != NULL) {
        struct ui_button more = *footer->more;
        more.bare = ICON_MORE;
        left[count++] = ui->bare ? bare_button(ui, &more) : more;
    }
    for (uint32_t i = 0; i < footer->right_count; i++) {
        right[i] = ui->bare ? bare_button(ui, &footer->right[i]) : footer->right[i];
    }
    keep_words(ui, footer, left, count, right, width);
    const uint32_t first = ui->frame->node_count;
    const struct ui_footer shown = {left, count, right, footer->right_count, NULL};
    int32_t top = controls(ui, &shown, width);
    for (uint32_t i = first; i < ui->frame->node_count; i++) {
        ui->frame->node[i].flags |= NODE_FOOT;
    }
    int32_t least = ui->facilitator ? CONTENT_PERCENT_MIN_F : CONTENT_PERCENT_MIN;
    if (ui->paged && !ui->bare && top < ui->height * least / 100) {
        ui->overflow = true;
    }
    return top;
}

struct box ui_footer(struct ui *ui, const struct ui_footer *footer)
{
    return ui_footer_column(ui, footer, ui->width - 2 * ui->margin_x);
}

struct box ui_footer_column(struct ui *ui, const struct ui_footer *footer, int32_t width)
{
    struct box content = ui_footer_at(ui, controls_with_more(ui, footer, width) - ui_gap(ui, 7400));
    if (width < content.w) {
        ui->frame->scene.centre_x = content.x + width / 2;
        content.w = width;
    }
    return content;
}

int32_t ui_top_px(const struct ui *ui)
{
    bool high = ui->height > ui->width || ui_height_um(ui) >= HIGH_UM;
    int32_t line = ui->margin_y + ui->height * HIGH_PER_MILLE / 1000;
    return high && ui->air == 100 && line > ui->top ? line : ui->top;
}

struct box ui_footer_at(struct ui *ui, int32_t horizon)
{
    ui->frame->scene = (struct scene){.kind = SCENE_FOOTER,
                                      .strength = 50,
                                      .width = ui->width,
                                      .height = ui->height,
                                      .horizon_y = horizon,
                                      .centre_x = ui->width * 623 / 1000,
                                      .centre_y = horizon + (ui->height - horizon) * 387 / 1000,
                                      .scale_x = ui->width * 469 / 1000,
                                      .dim = 100};
    int32_t y = ui_top_px(ui);
    return (struct box){ui->margin_x, y, ui->width - 2 * ui->margin_x,
                        horizon - ui_gap(ui, 4000) - y};
}

static struct box hero(struct ui *ui, const struct ui_footer *footer, uint8_t strength, bool low)
{
    int32_t top = controls_with_more(ui, footer, ui->width - 2 * ui->margin_x);
    int32_t horizon = ui->height * HERO_HORIZON_PER_MILLE / 1000;
    int32_t lowest = top - ui_gap(ui, 5000);
    if (low || ui->air <= LOW_AIR || horizon > lowest) {
        horizon = lowest;
    }
    ui->frame->scene = (struct scene){.kind = SCENE_HERO,
                                      .strength = strength,
                                      .stone = strength > 0,
                                      .width = ui->width,
                                      .height = ui->height,
                                      .horizon_y = horizon,
                                      .centre_x = ui->width * 693 / 1000,
                                      .centre_y = horizon + (ui->height - horizon) * 232 / 1000,
                                      .scale_x = ui->width * 323 / 1000,
                                      .dim = 100};
    int32_t y = ui->top;
    if (ui->air == 100) {
        y += ui->height * 72 / 1000;
    }
    return (struct box){ui->margin_x, y, ui->width - 2 * ui->margin_x,
                        horizon - ui_gap(ui, 5000) - y};
}

struct box ui_hero(struct ui *ui, const struct ui_footer *footer, uint8_t strength)
{
    return hero(ui, footer, strength, false);
}

struct box ui_hero_low(struct ui *ui, const struct ui_footer *footer, uint8_t strength)
{
    return hero(ui, footer, strength, true);
}
