/* SPDX-License-Identifier: MIT */
#include "ui/blocks/levels.h"

#include "ui/area.h"
#include "ui/blocks/hundred.h"
#include "ui/ids.h"

enum {
    CARD_GAP_UM = 5000,
    PAD_UM = 5000,
    RADIUS_UM = 4000,
    MARK_UM = 3500, /* radius */
    PICTURE_UM = 24000,
    PICTURE_MOST_UM = 44000,
    PICTURE_TIGHT_UM = 15000,
    PICTURE_LEAST_UM = 10000,
    TIGHT_AIR = 60,
    BESIDE_UM = 190000, /* narrower, and the cards stand below each other */
    COLUMN_UM = 42000,  /* narrower, and a card's sentences stand below each other */
    TITLE_GAP_UM = 3000,
    FOOT_UM = 5000, /* free below the cards */
    HEAD_GAP_UM = 1500,
};

/* A card's parts and where they go, from its top left corner. */
struct plan {
    const struct level *level;
    struct ui_text one, trend; /* over the pictures */
    struct ui_text guess, width;
    int32_t title_h, head_h, picture_h, key_h;
    int32_t column_w;
    bool columns; /* the sentences stand beside each other, under their pictures */
    int32_t height;
};

static enum type name_type(const struct ui *ui)
{
    return ui->bare ? TYPE_F_TITLE : TYPE_CARD;
}

static struct hundred stones_of(const struct levels *levels, const struct level *level)
{
    return (struct hundred){level->in_100, levels->coin, levels->more, TYPE_F_CAPTION};
}

static const char *part_id(const struct ui *ui, const struct level *level, const char *part)
{
    const struct text_arg args[] = {{"id", level->id}, {"part", part}};
    return id_of(ui->frame, "{id}.{part}", args, 2);
}

static struct ui_text head_of(const char *id, const char *text, int32_t w)
{
    return (struct ui_text){
        .id = id, .text = text, .role = ROLE_TEXT, .type = TYPE_F_TEXT, .balance = true, .w = w};
}

static struct plan measure(const struct ui *ui, const struct levels *levels, uint32_t index,
                           int32_t w, int32_t room)
{
    const struct level *level = &levels->level[index];
    struct plan plan = {.level = level};
    int32_t pad = ui_um(ui, PAD_UM), gap = ui_um(ui, CARD_GAP_UM);
    plan.column_w = (w - 2 * pad - gap) / 2;
    plan.columns = !ui->compact && plan.column_w >= ui_um(ui, ui_sized_um(ui, COLUMN_UM));
    int32_t text_w = plan.columns ? plan.column_w : w - 2 * pad;
    plan.guess = (struct ui_text){.id = part_id(ui, level, "guess"),
                                  .text = level->guess,
                                  .role = ROLE_TEXT,
                                  .type = ui->bare ? TYPE_F_TEXT : TYPE_F_LEDE,
                                  .balance = true,
                                  .w = text_w};
    plan.width = plan.guess;
    plan.width.id = part_id(ui, level, "width");
    plan.width.text = level->width;
    int32_t guess_h = ui_text_height(ui, &plan.guess), width_h = ui_text_height(ui, &plan.width);
    int32_t line = ui_line_px(ui, name_type(ui)), mark = 2 * ui_um(ui, ui_sized_um(ui, MARK_UM));
    plan.title_h = line > mark ? line : mark;
    plan.one = head_of(part_id(ui, level, "one"), level->one, plan.column_w);
    plan.trend = head_of(part_id(ui, level, "trend"), level->trend, plan.column_w);
    int32_t one_h = ui_text_height(ui, &plan.one), trend_h = ui_text_height(ui, &plan.trend);
    plan.head_h = one_h > trend_h ? one_h : trend_h;
    const struct hundred stones = stones_of(levels, level);
    plan.key_h = hundred_key_height(ui, &stones, plan.column_w);
    plan.picture_h = ui_um(ui, ui->air >= 100 ? PICTURE_UM : PICTURE_TIGHT_UM);
    int32_t words_h = plan.columns ? (guess_h > width_h ? guess_h : width_h)
                                   : guess_h + ui_um(ui, 1500) + width_h;
    int32_t rest = 2 * ui_gap(ui, PAD_UM) + plan.title_h + 2 * ui_gap(ui, TITLE_GAP_UM) + words_h +
                   plan.head_h + ui_um(ui, HEAD_GAP_UM) + plan.key_h;
    if (ui->air < TIGHT_AIR && rest + plan.picture_h > room) {
        plan.picture_h = ui_um(ui, PICTURE_LEAST_UM);
    }
    plan.height = rest + plan.picture_h;
    return plan;
}

static void draw_band(struct ui *ui, const struct level *level, struct box box)
{
    struct chart chart = level->chart;
    chart.pad_px = ui_chart_pad_px(ui, &chart, box.h); /* the chart is as high as the stones */
    ui_chart(ui, &chart, box);
}

static void draw_mark(struct ui *ui, float x, float y, bool chosen)
{
    float r = ui_umf(ui, ui_sized_um(ui, MARK_UM));
    if (!chosen) {
        ui_ring(ui, x, y, r * 0.9F, INK_OUTLINE, ui_umf(ui, 400), 255);
        return;
    }
    ui_disc(ui, x, y, r, INK_OUTLINE, 255);
    ui_icon(ui, ICON_TICK, x - r * 0.7F, y - r * 0.7F, r * 1.4F, INK_SURFACE);
}

/* Draws the heads right over their pictures, however many lines they take. */
static void draw_heads(struct ui *ui, const struct plan *plan, int32_t one_x, int32_t trend_x,
                       int32_t y)
{
    struct ui_text one = plan->one, trend = plan->trend;
    one.x = one_x;
    one.y = y + plan->head_h - ui_text_height(ui, &one);
    trend.x = trend_x;
    trend.y = y + plan->head_h - ui_text_height(ui, &trend);
    ui_text(ui, &one);
    ui_text(ui, &trend);
}

/* Draws the sheet to press, with its mark and its name at its top. */
static void draw_choice(struct ui *ui, const struct plan *plan, struct box box)
{
    const struct level *level = plan->level;
    ui_sheet(ui, box, ui_umf(ui, RADIUS_UM), level->chosen);
    ui_area(ui,
            &(struct ui_button){.id = level->id,
                                .label = level->name,
                                .role = ROLE_CHOICE,
                                .chosen = level->chosen,
                                .action = level->action,
                                .arg = level->arg},
            name_type(ui), box);
    int32_t pad = ui_um(ui, PAD_UM), mark = ui_um(ui, ui_sized_um(ui, MARK_UM));
    int32_t x = box.x + pad, y = box.y + ui_gap(ui, PAD_UM), w = box.w - 2 * pad;
    int32_t name_x = 2 * mark + ui_um(ui, 4000);
    draw_mark(ui, (float)(x + mark), (float)(y + plan->title_h / 2), level->chosen);
    ui_label(ui, name_type(ui), INK_INK, level->name,
             (struct box){x + name_x, y, w - name_x, plan->title_h}, ALIGN_START);
}

static int32_t pictures_height(const struct ui *ui, const struct plan *plan)
{
    return plan->head_h + ui_um(ui, HEAD_GAP_UM) + plan->picture_h + plan->key_h;
}

static void draw_pictures(struct ui *ui, const struct levels *levels, const struct plan *plan,
                          int32_t x, int32_t y)
{
    int32_t band_x = x + plan->column_w + ui_um(ui, CARD_GAP_UM);
    draw_heads(ui, plan, x, band_x, y);
    y += plan->head_h + ui_um(ui, HEAD_GAP_UM);
    ui_image(ui, part_id(ui, plan->level, "bars"), plan->level->bars_spoken,
             (struct box){x, y, band_x + plan->column_w - x, plan->picture_h + plan->key_h});
    const struct hundred stones = stones_of(levels, plan->level);
    hundred_draw(ui, &stones, (struct box){x, y, plan->column_w, plan->picture_h + plan->key_h});
    draw_band(ui, plan->level, (struct box){band_x, y, plan->column_w, plan->picture_h});
}

static void draw_level(struct ui *ui, const struct levels *levels, const struct plan *plan,
                       struct box box)
{
    draw_choice(ui, plan, box);
    int32_t gap = ui_gap(ui, TITLE_GAP_UM), x = box.x + ui_um(ui, PAD_UM);
    int32_t y = box.y + ui_gap(ui, PAD_UM) + plan->title_h + gap;
    draw_pictures(ui, levels, plan, x, y);
    y += pictures_height(ui, plan) + gap;
    struct ui_text guess = plan->guess, width = plan->width;
    guess.x = x;
    guess.y = y;
    int32_t guess_h = ui_text(ui, &guess);
    width.x = plan->columns ? x + plan->column_w + ui_um(ui, CARD_GAP_UM) : x;
    width.y = plan->columns ? y : y + guess_h + ui_um(ui, 1500);
    ui_text(ui, &width);
}

/* Draws both choices side by side on the first page of a low panel, each with what it does to one
 * answer where there is room for that. Returns whether there was. */
static bool flow_choices(struct flow *flow, const struct plan plan[LEVELS_COUNT])
{
    struct ui *ui = flow->ui;
    int32_t gap = ui_um(ui, CARD_GAP_UM), pad = ui_um(ui, PAD_UM);
    int32_t w = (flow->box.w - gap) / LEVELS_COUNT, bare = plan[0].title_h + 2 * ui_gap(ui, PAD_UM),
            y;
    int32_t words_y = bare - ui_gap(ui, PAD_UM) + ui_gap(ui, TITLE_GAP_UM), high = bare;
    struct ui_text guess[LEVELS_COUNT];
    for (uint32_t i = 0; i < LEVELS_COUNT; i++) {
        guess[i] = plan[i].guess;
        guess[i].w = w - 2 * pad;
        int32_t with = words_y + ui_text_height(ui, &guess[i]) + ui_gap(ui, PAD_UM);
        high = with > high ? with : high;
    }
    bool words = flow->y + high <= flow->box.y + flow->box.h;
    high = words ? high : bare;
    if (!flow_block(flow, high, &y)) {
        return words;
    }
    for (uint32_t i = 0; i < LEVELS_COUNT; i++) {
        int32_t x = flow->box.x + (int32_t)i * (w + gap);
        draw_choice(ui, &plan[i], (struct box){x, y, w, high});
        if (words) {
            guess[i].x = x + pad;
            guess[i].y = y + words_y;
            ui_text(ui, &guess[i]);
        }
    }
    return words;
}

/* Draws what follows on a split page, one after the other: what each level does to a trend. */
static void flow_in_pages(struct flow *flow, const struct levels *levels,
                          const struct plan plan[LEVELS_COUNT])
{
    struct ui *ui = flow->ui;
    bool words = flow_choices(flow, plan);
    flow_gap(flow, TITLE_GAP_UM);
    flow_text(flow, &(struct ui_text){.id = levels->body_id,
                                      .text = levels->body,
                                      .role = ROLE_TEXT,
                                      .type = plan[0].guess.type,
                                      .balance = true});
    for (uint32_t i = 0; i < LEVELS_COUNT; i++) {
        int32_t name_h = ui_line_px(ui, name_type(ui)), y;
        flow_gap(flow, PAD_UM);
        flow_keep(flow, name_h + pictures_height(ui, &plan[i]));
        flow_text(flow, &(struct ui_text){.id = part_id(ui, plan[i].level, "name"),
                                          .text = plan[i].level->name,
                                          .role = ROLE_HEADING,
                                          .type = name_type(ui)});
        if (flow_block(flow, pictures_height(ui, &plan[i]), &y)) {
            draw_pictures(ui, levels, &plan[i], flow->box.x, y);
        }
        if (!words) {
            flow_gap(flow, TITLE_GAP_UM);
            flow_text(flow, &plan[i].guess);
        }
        flow_gap(flow, TITLE_GAP_UM);
        flow_text(flow, &plan[i].width);
    }
}

void levels_flow(struct flow *flow, const struct levels *levels)
{
    struct ui *ui = flow->ui;
    int32_t gap = ui_um(ui, CARD_GAP_UM), y;
    bool beside = !ui->compact && ui->width > ui->height && flow->box.w >= ui_um(ui, BESIDE_UM);
    int32_t w = beside ? (flow->box.w - gap) / LEVELS_COUNT : flow->box.w;
    struct plan plan[LEVELS_COUNT];
    int32_t high = 0;
    for (uint32_t i = 0; i < LEVELS_COUNT; i++) {
        plan[i] = measure(ui, levels, i, w, flow->box.h);
        high = plan[i].height > high ? plan[i].height : high;
    }
    if (ui->compact) {
        flow_in_pages(flow, levels, plan);
        return;
    }
    /* The pictures take what the page leaves. */
    int32_t rows = beside ? 1 : LEVELS_COUNT, room = flow->box.y + flow->box.h - flow->y;
    int32_t more = (room - ui_um(ui, FOOT_UM) - (rows - 1) * gap) / rows - high;
    int32_t most = ui_um(ui, PICTURE_MOST_UM) - plan[0].picture_h;
    more = more < most ? more : most;
    for (uint32_t i = 0; i < LEVELS_COUNT && more > 0; i++) {
        plan[i].picture_h += more;
        plan[i].height += more;
    }
    high += more > 0 ? more : 0;
    for (uint32_t i = 0; i < LEVELS_COUNT; i += beside ? LEVELS_COUNT : 1) {
        flow->y += i > 0 ? gap : 0;
        (void)flow_block(flow, high, &y);
        draw_level(ui, levels, &plan[i], (struct box){flow->box.x, y, w, high});
        if (beside) {
            draw_level(ui, levels, &plan[1], (struct box){flow->box.x + w + gap, y, w, high});
        }
    }
}
