/* SPDX-License-Identifier: MIT */
/* How much blur: standard and lighter beside each other, each with what it does to one answer and
 * to a trend. Both cards have one size and one order; only their numbers differ. */
#include "core/promise.h"
#include "screens/setup/setup.h"
#include "ui/pictures.h"

#include "ui/area.h"
#include "ui/chart.h"

enum privacy_action {
    PRIVACY_SCALE = ACTION_OWN, /* of the noise */
};

enum {
    CARDS = 2,
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
    COLUMN_UM = 42000,  /* narrower, and a card's sentences do */
    TITLE_GAP_UM = 3000,
    FOOT_UM = 5000, /* free below the cards */
    HEAD_GAP_UM = 1500,
    SWATCH_UM = 2800, /* as high as a capital of the key */
    SWATCH_GAP_UM = 1800,
    KEY_BETWEEN = 3, /* such gaps between the two parts of the key */
    KEY_OVER_UM = 1500,
};

static const struct {
    uint32_t scale;
    const char *id, *name_id, *one_id, *trend_id, *bars_id, *guess_id, *width_id;
    enum message_id name;
} LEVELS[CARDS] = {
    /* An id goes with its scale; the names came later: what was strict is standard now. */
    {4, "privacy.strict", "privacy.strict.name", "privacy.strict.one", "privacy.strict.trend",
     "privacy.strict.bars", "privacy.strict.guess", "privacy.strict.width",
     MSG_SETUP_PRIVACY_NAMES_1},
    {2, "privacy.standard", "privacy.standard.name", "privacy.standard.one",
     "privacy.standard.trend", "privacy.standard.bars", "privacy.standard.guess",
     "privacy.standard.width", MSG_SETUP_PRIVACY_NAMES_2},
};

/* A card's parts and where they go, from its top left corner. */
struct level {
    uint32_t index;
    struct ui_text one, trend; /* over the pictures */
    struct ui_text guess, width;
    uint32_t in_100; /* of the guess */
    int32_t title_h, head_h, picture_h, key_h;
    int32_t column_w;
    bool columns; /* the sentences stand beside each other, under their pictures */
    int32_t height;
};

static enum type name_type(const struct ui *ui)
{
    return ui->bare ? TYPE_F_TITLE : TYPE_CARD;
}

/* What the stones are: the coin's and its words, those beyond it and theirs. */
struct bar_key {
    const char *coin, *more;
    int32_t swatch_w, gap, coin_w, more_w;
    bool rows; /* below each other */
};

static struct bar_key key_of(const struct app *app, const struct ui *ui, int32_t w)
{
    struct bar_key key = {.coin = word(app, MSG_SETUP_PRIVACY_COIN),
                          .more = word(app, MSG_SETUP_PRIVACY_MORE),
                          .swatch_w = ui_um(ui, SWATCH_UM),
                          .gap = ui_um(ui, SWATCH_GAP_UM)};
    key.coin_w = ui_text_width(ui, TYPE_F_CAPTION, key.coin);
    key.more_w = ui_text_width(ui, TYPE_F_CAPTION, key.more);
    key.rows = 2 * (key.swatch_w + key.gap) + key.coin_w + KEY_BETWEEN * key.gap + key.more_w > w;
    return key;
}

static int32_t key_height(const struct app *app, const struct ui *ui, int32_t w)
{
    return (key_of(app, ui, w).rows ? 2 : 1) * ui_line_px(ui, TYPE_F_CAPTION) +
           ui_um(ui, KEY_OVER_UM);
}

static void draw_swatch(struct ui *ui, enum hundred_stone stone, int32_t x, int32_t middle)
{
    const float half = ui_umf(ui, SWATCH_UM) / 2;
    picture_hundred_stone(ui, stone, (float)x + half, (float)middle, half);
}

static void draw_key(const struct app *app, struct ui *ui, struct box box)
{
    struct bar_key key = key_of(app, ui, box.w);
    int32_t line = ui_line_px(ui, TYPE_F_CAPTION), after = key.swatch_w + key.gap;
    int32_t y = box.y + ui_um(ui, KEY_OVER_UM);
    draw_swatch(ui, HUNDRED_COIN, box.x, y + line / 2);
    ui_label(ui, TYPE_F_CAPTION, INK_NONE, key.coin,
             (struct box){box.x + after, y, key.coin_w, line}, ALIGN_START);
    int32_t x = box.x;
    if (key.rows) {
        y += line;
    } else {
        x += after + key.coin_w + KEY_BETWEEN * key.gap;
    }
    draw_swatch(ui, HUNDRED_MORE, x, y + line / 2);
    ui_label(ui, TYPE_F_CAPTION, INK_NONE, key.more, (struct box){x + after, y, key.more_w, line},
             ALIGN_START);
}

static struct ui_text head_of(const char *id, const char *text, int32_t w)
{
    return (struct ui_text){
        .id = id, .text = text, .role = ROLE_TEXT, .type = TYPE_F_TEXT, .balance = true, .w = w};
}

static const char *sentences(struct ui *ui, const char *first, const char *second)
{
    char both[1024];
    const struct text_arg args[] = {{"first", first}, {"second", second}};
    text_format(both, sizeof(both), "{first} {second}", args, 2);
    return frame_text(ui->frame, both);
}

static struct level measure(const struct app *app, struct ui *ui, uint32_t index, int32_t w,
                            int32_t room)
{
    struct level level = {.index = index};
    struct promise_figures figures;
    struct band band[SETUP_BLOCKS];
    char n[NUMBER_BYTES];
    int32_t pad = ui_um(ui, PAD_UM), gap = ui_um(ui, CARD_GAP_UM);
    promise_compute(LEVELS[index].scale, app_question_count(app), &figures);
    level.in_100 = figures.guess_one;
    struct text_arg guess = {"guess_one", number_digits(app, n, figures.guess_one)};
    const char *guess_text = fill(app, ui, MSG_SETUP_PRIVACY_GUESS, &guess, 1);
    struct text_arg points = {"points",
                              number_digits(app, n, setup_made_up(LEVELS[index].scale, band))};
    const char *width_text = fill(app, ui, MSG_SETUP_PRIVACY_BAND, &points, 1);
    if (LEVELS[index].name == MSG_SETUP_PRIVACY_NAMES_2) {
        width_text = sentences(ui, word(app, MSG_SETUP_PRIVACY_TWELVE), width_text);
    }
    level.column_w = (w - 2 * pad - gap) / 2;
    level.columns = !ui->compact && level.column_w >= ui_um(ui, ui_sized_um(ui, COLUMN_UM));
    int32_t text_w = level.columns ? level.column_w : w - 2 * pad;
    level.guess = (struct ui_text){.id = LEVELS[index].guess_id,
                                   .text = guess_text,
                                   .role = ROLE_TEXT,
                                   .type = ui->bare ? TYPE_F_TEXT : TYPE_F_LEDE,
                                   .balance = true,
                                   .w = text_w};
    level.width = level.guess;
    level.width.id = LEVELS[index].width_id;
    level.width.text = width_text;
    int32_t guess_h = ui_text_height(ui, &level.guess), width_h = ui_text_height(ui, &level.width);
    int32_t line = ui_line_px(ui, name_type(ui)), mark = 2 * ui_um(ui, ui_sized_um(ui, MARK_UM));
    level.title_h = line > mark ? line : mark;
    level.one = head_of(LEVELS[index].one_id, word(app, MSG_SETUP_PRIVACY_ONE), level.column_w);
    level.trend =
        head_of(LEVELS[index].trend_id, word(app, MSG_SETUP_PRIVACY_TREND), level.column_w);
    int32_t one_h = ui_text_height(ui, &level.one), trend_h = ui_text_height(ui, &level.trend);
    level.head_h = one_h > trend_h ? one_h : trend_h;
    level.key_h = key_height(app, ui, level.column_w);
    level.picture_h = ui_um(ui, ui->air >= 100 ? PICTURE_UM : PICTURE_TIGHT_UM);
    int32_t words_h = level.columns ? (guess_h > width_h ? guess_h : width_h)
                                    : guess_h + ui_um(ui, 1500) + width_h;
    int32_t rest = 2 * ui_gap(ui, PAD_UM) + level.title_h + 2 * ui_gap(ui, TITLE_GAP_UM) + words_h +
                   level.head_h + ui_um(ui, HEAD_GAP_UM) + level.key_h;
    if (ui->air < TIGHT_AIR && rest + level.picture_h > room) {
        level.picture_h = ui_um(ui, PICTURE_LEAST_UM);
    }
    level.height = rest + level.picture_h;
    return level;
}

static void draw_band(struct ui *ui, uint32_t scale, struct box box)
{
    struct band band[SETUP_BLOCKS];
    struct chart_month month[SETUP_BLOCKS];
    struct chart_point point[SETUP_BLOCKS];
    (void)setup_made_up(scale, band);
    for (uint16_t i = 0; i < SETUP_BLOCKS; i++) {
        month[i] = (struct chart_month){2025, (uint8_t)(1 + i % CHART_MONTHS)};
        point[i] =
            (struct chart_point){i, band[i].centre, band[i].low, band[i].high, band[i].readable};
    }
    struct chart chart = {.month = month,
                          .position_count = SETUP_BLOCKS,
                          .point = point,
                          .point_count = SETUP_BLOCKS,
                          .ground = INK_SURFACE};
    chart.pad_px = ui_chart_pad_px(ui, &chart, box.h); /* its edges and the stones' are the same */
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

/* Both stand on the pictures, however many lines they take. */
static void draw_heads(struct ui *ui, const struct level *level, int32_t one_x, int32_t trend_x,
                       int32_t y)
{
    struct ui_text one = level->one, trend = level->trend;
    one.x = one_x;
    one.y = y + level->head_h - ui_text_height(ui, &one);
    trend.x = trend_x;
    trend.y = y + level->head_h - ui_text_height(ui, &trend);
    ui_text(ui, &one);
    ui_text(ui, &trend);
}

/* The sheet to press, with its mark and its name at its top. */
static void draw_choice(const struct app *app, struct ui *ui, const struct level *level,
                        struct box box)
{
    uint32_t scale = LEVELS[level->index].scale;
    bool chosen = draft_of(app)->choice.scale == scale;
    ui_sheet(ui, box, ui_umf(ui, RADIUS_UM), chosen);
    const char *name = word(app, LEVELS[level->index].name);
    ui_area(ui,
            &(struct ui_button){.id = LEVELS[level->index].id,
                                .label = name,
                                .role = ROLE_CHOICE,
                                .chosen = chosen,
                                .action = PRIVACY_SCALE,
                                .arg = (int16_t)scale},
            name_type(ui), box);
    int32_t pad = ui_um(ui, PAD_UM), mark = ui_um(ui, ui_sized_um(ui, MARK_UM));
    int32_t x = box.x + pad, y = box.y + ui_gap(ui, PAD_UM), w = box.w - 2 * pad;
    int32_t name_x = 2 * mark + ui_um(ui, 4000);
    draw_mark(ui, (float)(x + mark), (float)(y + level->title_h / 2), chosen);
    ui_label(ui, name_type(ui), INK_INK, name,
             (struct box){x + name_x, y, w - name_x, level->title_h}, ALIGN_START);
}

static int32_t pictures_height(const struct ui *ui, const struct level *level)
{
    return level->head_h + ui_um(ui, HEAD_GAP_UM) + level->picture_h + level->key_h;
}

static void draw_pictures(const struct app *app, struct ui *ui, const struct level *level,
                          int32_t x, int32_t y)
{
    uint32_t scale = LEVELS[level->index].scale;
    int32_t band_x = x + level->column_w + ui_um(ui, CARD_GAP_UM);
    draw_heads(ui, level, x, band_x, y);
    y += level->head_h + ui_um(ui, HEAD_GAP_UM);
    ui_image(ui, LEVELS[level->index].bars_id, word(app, MSG_SETUP_PRIVACY_S),
             (struct box){x, y, band_x + level->column_w - x, level->picture_h + level->key_h});
    picture_hundred(ui, (struct box){x, y, level->column_w, level->picture_h}, level->in_100);
    draw_band(ui, scale, (struct box){band_x, y, level->column_w, level->picture_h});
    draw_key(app, ui, (struct box){x, y + level->picture_h, level->column_w, level->key_h});
}

static void draw_level(const struct app *app, struct ui *ui, const struct level *level,
                       struct box box)
{
    draw_choice(app, ui, level, box);
    int32_t gap = ui_gap(ui, TITLE_GAP_UM), x = box.x + ui_um(ui, PAD_UM);
    int32_t y = box.y + ui_gap(ui, PAD_UM) + level->title_h + gap;
    draw_pictures(app, ui, level, x, y);
    y += pictures_height(ui, level) + gap;
    struct ui_text guess = level->guess, width = level->width;
    guess.x = x;
    guess.y = y;
    int32_t guess_h = ui_text(ui, &guess);
    width.x = level->columns ? x + level->column_w + ui_um(ui, CARD_GAP_UM) : x;
    width.y = level->columns ? y : y + guess_h + ui_um(ui, 1500);
    ui_text(ui, &width);
}

/* On a low panel both choices stand beside each other on the first page, each with what it does to
 * one answer where there is room for that. Returns whether there was. */
static bool flow_choices(const struct app *app, struct flow *flow, const struct level *level)
{
    struct ui *ui = flow->ui;
    int32_t gap = ui_um(ui, CARD_GAP_UM), pad = ui_um(ui, PAD_UM);
    int32_t w = (flow->box.w - gap) / CARDS, bare = level[0].title_h + 2 * ui_gap(ui, PAD_UM), y;
    int32_t words_y = bare - ui_gap(ui, PAD_UM) + ui_gap(ui, TITLE_GAP_UM), high = bare;
    struct ui_text guess[CARDS];
    for (uint32_t i = 0; i < CARDS; i++) {
        guess[i] = level[i].guess;
        guess[i].w = w - 2 * pad;
        int32_t with = words_y + ui_text_height(ui, &guess[i]) + ui_gap(ui, PAD_UM);
        high = with > high ? with : high;
    }
    bool words = flow->y + high <= flow->box.y + flow->box.h;
    high = words ? high : bare;
    if (!flow_block(flow, high, &y)) {
        return words;
    }
    for (uint32_t i = 0; i < CARDS; i++) {
        int32_t x = flow->box.x + (int32_t)i * (w + gap);
        draw_choice(app, ui, &level[i], (struct box){x, y, w, high});
        if (words) {
            guess[i].x = x + pad;
            guess[i].y = y + words_y;
            ui_text(ui, &guess[i]);
        }
    }
    return words;
}

/* And then, one after the other, what each does to a trend. */
static void flow_in_pages(const struct app *app, struct flow *flow, const struct level *level)
{
    struct ui *ui = flow->ui;
    bool words = flow_choices(app, flow, level);
    flow_gap(flow, TITLE_GAP_UM);
    flow_text(flow, &(struct ui_text){.id = "setup.body",
                                      .text = word(app, MSG_SETUP_PRIVACY_BODY),
                                      .role = ROLE_TEXT,
                                      .type = level[0].guess.type,
                                      .balance = true});
    for (uint32_t i = 0; i < CARDS; i++) {
        int32_t name_h = ui_line_px(ui, name_type(ui)), y;
        flow_gap(flow, PAD_UM);
        flow_keep(flow, name_h + pictures_height(ui, &level[i]));
        flow_text(flow, &(struct ui_text){.id = LEVELS[i].name_id,
                                          .text = word(app, LEVELS[i].name),
                                          .role = ROLE_HEADING,
                                          .type = name_type(ui)});
        if (flow_block(flow, pictures_height(ui, &level[i]), &y)) {
            draw_pictures(app, ui, &level[i], flow->box.x, y);
        }
        if (!words) {
            flow_gap(flow, TITLE_GAP_UM);
            flow_text(flow, &level[i].guess);
        }
        flow_gap(flow, TITLE_GAP_UM);
        flow_text(flow, &level[i].width);
    }
}

static void flow_levels(const struct app *app, struct flow *flow)
{
    struct ui *ui = flow->ui;
    int32_t gap = ui_um(ui, CARD_GAP_UM), y;
    bool beside = !ui->compact && ui->width > ui->height && flow->box.w >= ui_um(ui, BESIDE_UM);
    int32_t w = beside ? (flow->box.w - gap) / CARDS : flow->box.w;
    struct level level[CARDS];
    int32_t high = 0;
    for (uint32_t i = 0; i < CARDS; i++) {
        level[i] = measure(app, ui, i, w, flow->box.h);
        high = level[i].height > high ? level[i].height : high;
    }
    if (ui->compact) {
        flow_in_pages(app, flow, level);
        return;
    }
    /* Pictures take what the page leaves. */
    int32_t rows = beside ? 1 : CARDS, room = flow->box.y + flow->box.h - flow->y;
    int32_t more = (room - ui_um(ui, FOOT_UM) - (rows - 1) * gap) / rows - high;
    int32_t most = ui_um(ui, PICTURE_MOST_UM) - level[0].picture_h;
    more = more < most ? more : most;
    for (uint32_t i = 0; i < CARDS && more > 0; i++) {
        level[i].picture_h += more;
        level[i].height += more;
    }
    high += more > 0 ? more : 0;
    for (uint32_t i = 0; i < CARDS; i += beside ? CARDS : 1) {
        flow->y += i > 0 ? gap : 0;
        (void)flow_block(flow, high, &y);
        draw_level(app, ui, &level[i], (struct box){flow->box.x, y, w, high});
        if (beside) {
            draw_level(app, ui, &level[1], (struct box){flow->box.x + w + gap, y, w, high});
        }
    }
}

static void build(const struct app *app, struct ui *ui)
{
    if (setup_build_ask(app, ui)) {
        return;
    }
    uint32_t chosen = draft_of(app)->choice.scale == LEVELS[1].scale ? 1 : 0;
    struct text_arg name = {"name", word(app, LEVELS[chosen].name)};
    struct setup_page page = {.screen = SCREEN_SETUP_PRIVACY,
                              .title = word(app, MSG_SETUP_PRIVACY_TITLE),
                              .body = ui->compact ? NULL : word(app, MSG_SETUP_PRIVACY_BODY),
                              .next = fill(app, ui, MSG_SETUP_PRIVACY_USE, &name, 1),
                              .must = true,
                              .body_beside = true};
    struct flow flow;
    flow_begin(&flow, ui, setup_controls(app, ui, &page));
    setup_head(app, &flow, &page);
    flow_gap(&flow, 5000);
    flow_levels(app, &flow);
    flow_end(&flow);
}

static void act(struct app *app, enum action action, int32_t arg)
{
    switch ((int)action) {
    case PRIVACY_SCALE:
        draft_state(app)->choice.scale = (uint8_t)arg;
        break;
    case ACTION_NEXT:
        setup_choose(app);
        break;
    default:
        (void)setup_act(app, action);
        break;
    }
}

const struct screen_ops SCREEN_OPS_SETUP_PRIVACY = {
    .part.answer = setup_answer,
    .build = build,
    .act = act,
    .focus_id = "setup.keep",
    .own = {"privacy.standard", "privacy.strict", "setup.keep", "setup.change"},
    SETUP_PAGE_OPS};
