/* SPDX-License-Identifier: MIT */
#include "ui/blocks/hero.h"

#include "ui/pictures.h"

#include <assert.h>

enum {
    CHIP_GAP_UM = 4000,
    CHIPS_ABOVE_UM = 11000,
    MARK_UM = 3400, /* radius of the ring before "In use" */
    STONE_UM = 3500,
    STONE_RING_UM = 5300,
    STONE_PITCH_UM = 16500,
    TIGHT_AIR = 60,
    TITLE_LARGE = 66,     /* hundredths of the width that a large title may use */
    LIFTED_TEXT = 70,     /* hundredths of the width that words may use beside it */
    NOTE_OVER_UM = 2000,  /* between a note and its control */
    NOTE_WATER_UM = 3000, /* and between the notes and the water */
};

/* Makes all chips of that kind; returns their width side by side. */
static int32_t chips_width(const struct ui *ui, struct ui_button *chips, uint32_t count,
                           enum button_kind kind, int32_t gap)
{
    int32_t width = 0;
    for (uint32_t i = 0; i < count; i++) {
        chips[i].kind = kind;
        width += ui_button_width(ui, &chips[i]) + (i > 0 ? gap : 0);
    }
    return width;
}

/* Makes chips smaller before they take two rows, and leaves them icons alone before words go to a
 * second page. Returns their width side by side. */
static int32_t fit_chips(const struct ui *ui, struct hero_bar *bar, int32_t room, int32_t gap)
{
    int32_t width = chips_width(ui, bar->chip, bar->count, BUTTON_CHIP, gap);
    if (width > room) {
        width = chips_width(ui, bar->chip, bar->count, BUTTON_F, gap);
    }
    if (width > room && ui->modest) {
        for (uint32_t i = 0; i < bar->count; i++) {
            bar->chip[i].spoken = bar->chip[i].label;
            bar->chip[i].label = "";
        }
        width = chips_width(ui, bar->chip, bar->count, BUTTON_F, gap);
    }
    return width;
}

/* Chips against the right margin, and the name of the screen before them; returns their foot. */
static int32_t draw_bar(struct ui *ui, struct hero_bar *bar)
{
    const int32_t room = ui->width - 2 * ui->margin_x, gap = ui_um(ui, CHIP_GAP_UM), y = ui->top;
    int32_t x = ui->width - ui->margin_x - fit_chips(ui, bar, room, gap);
    int32_t height = ui_button_height(ui, bar->chip[0].kind);
    struct ui_text name = {.id = "meeting.name",
                           .text = bar->name,
                           .role = ROLE_TEXT,
                           .type = TYPE_CAPTION,
                           .x = ui->margin_x,
                           .y = y + (height - ui_line_px(ui, TYPE_CAPTION)) / 2,
                           .w = x - ui->margin_x - gap};
    if (ui_text_width(ui, TYPE_CAPTION, name.text) <= name.w) {
        ui_text(ui, &name);
    }
    if (x < ui->margin_x) {
        return y + ui_button_rows(ui, bar->chip, bar->count, ui->margin_x, y, room);
    }
    for (uint32_t i = 0; i < bar->count; i++) {
        int32_t w = ui_button_width(ui, &bar->chip[i]);
        ui_button(ui, &bar->chip[i], (struct box){x, y, w, height});
        x += w + gap;
    }
    return y + height;
}

static int32_t draw_stones(struct ui *ui, uint32_t filled, int32_t x, int32_t middle)
{
    float r = ui_umf(ui, STONE_UM), ring = ui_umf(ui, STONE_RING_UM);
    for (uint32_t i = 0; i < HERO_STONE_COUNT; i++) {
        float cx = (float)x + ring + ui_umf(ui, STONE_PITCH_UM) * (float)i, cy = (float)middle;
        if (i < filled) {
            ui_ring(ui, cx, cy, ring, INK_OUTLINE, ui_umf(ui, 250), 150);
            ui_disc(ui, cx, cy, r, INK_OUTLINE, 255);
        } else {
            ui_ring(ui, cx, cy, r, INK_OUTLINE, ui_umf(ui, 400), 255);
        }
    }
    return ui_um(ui, (HERO_STONE_COUNT - 1) * STONE_PITCH_UM + 2 * STONE_RING_UM);
}

static int32_t mark_width(const struct ui *ui, enum hero_mark mark)
{
    if (mark == HERO_STONES) {
        return ui_um(ui, (HERO_STONE_COUNT - 1) * STONE_PITCH_UM + 2 * STONE_RING_UM + 7000);
    }
    return ui_um(ui, 2 * MARK_UM + 4500);
}

/* Draws a mark and its words on one line. Where the line is short, the words stand below the four
 * stones. */
static void flow_mark(struct flow *flow, const struct hero_view *view)
{
    struct ui *ui = flow->ui;
    int32_t beside = mark_width(ui, view->mark), room = flow->box.w;
    enum type type = ui->modest ? TYPE_F_LEDE : TYPE_F_TITLE;
    bool below = beside + ui_text_width(ui, type, view->mark_text) > room;
    struct ui_text words = {.id = "meeting.state",
                            .text = view->mark_text,
                            .spoken = view->mark_spoken,
                            .role = ROLE_STATUS,
                            .type = type,
                            .w = below ? room : room - beside};
    int32_t line = ui_line_px(ui, type), y;
    int32_t mark_h = ui_um(ui, 2 * STONE_RING_UM);
    mark_h = line > mark_h ? line : mark_h;
    int32_t height = below ? mark_h + ui_text_height(ui, &words) : mark_h;
    if (!flow_block(flow, height, &y)) {
        return;
    }
    int32_t x = flow->box.x, middle = y + mark_h / 2;
    if (view->mark == HERO_STONES) {
        draw_stones(ui, view->filled, x, middle);
    } else {
        float r = ui_umf(ui, MARK_UM), cx = (float)x + r;
        ui_ring(ui, cx, (float)middle, r, INK_OUTLINE, ui_umf(ui, 400), 255);
        if (view->mark == HERO_IN_USE) {
            ui_disc(ui, cx, (float)middle, r * 0.45F, INK_OUTLINE, 255);
        }
    }
    words.x = below ? x : x + beside;
    words.y = below ? y + mark_h : middle - line / 2;
    ui_text(ui, &words);
}

static void flow_words(struct flow *flow, const struct hero_view *view, enum type type)
{
    static const char *const IDS[HERO_TEXT_MAX] = {"meeting.text.1", "meeting.text.2",
                                                   "meeting.text.3", "meeting.text.4"};
    for (uint32_t i = 0; i < HERO_TEXT_MAX; i++) {
        if (view->text[i] == NULL) {
            continue;
        }
        bool lead = view->lead && i == 0;
        flow_gap(flow, lead ? 4000 : 7000);
        flow_text(flow, &(struct ui_text){.id = IDS[i],
                                          .text = view->text[i],
                                          .role = ROLE_TEXT,
                                          .type = lead ? TYPE_F_TITLE : type,
                                          .balance = true});
    }
}

/* Returns the type of the title. A short title of a roomy page is as large as that of Welcome. */
static enum type title_type(const struct ui *ui, const struct hero_view *view, int32_t w)
{
    bool roomy = ui->air == 100 && ui->size != SIZE_S && view->title_type == TYPE_F_DISPLAY;
    bool is_short = ui_text_width(ui, TYPE_DISPLAY, view->title) <= w * TITLE_LARGE / 100;
    return roomy && is_short ? TYPE_DISPLAY : view->title_type;
}

static void flow_chips(struct flow *flow, const struct hero_view *view)
{
    if (view->chip_count == 0) {
        return;
    }
    flow_gap(flow, CHIPS_ABOVE_UM);
    if (view->chips_head != NULL) {
        flow_text(flow, &(struct ui_text){.id = "meeting.chips",
                                          .text = view->chips_head,
                                          .role = ROLE_HEADING,
                                          .type = TYPE_BODY});
        flow_gap(flow, 3000);
    }
    flow_buttons(flow, view->chip, view->chip_count);
}

/* Returns the note over its control and as wide as the control. y is where the note ends. */
static struct ui_text note_text(const struct ui *ui, const struct hero_note *note)
{
    const struct node *node = frame_find(ui->frame, note->of);
    const int32_t pad = node->rect.h / 4; /* clear of the control's round ends */
    return (struct ui_text){.id = note->id,
                            .text = note->text,
                            .spoken = note->spoken,
                            .role = ROLE_TEXT,
                            .type = TYPE_F_TEXT,
                            .ink = INK_INK2,
                            .balance = true,
                            .x = node->rect.x + pad,
                            .y = node->rect.y - ui_um(ui, NOTE_OVER_UM),
                            .w = node->rect.w - pad};
}

/* Keeps room over the controls for all notes, where the controls stand in one row; the water gives
 * way. Returns false when there is no room. */
static bool keep_notes(struct ui *ui, const struct hero_view *view, struct box *content)
{
    int32_t high = 0, foot = 0;
    for (uint32_t i = 0; i < view->note_count; i++) {
        const struct ui_text text = note_text(ui, &view->note[i]);
        const int32_t height = ui_text_height(ui, &text);
        if ((i > 0 && text.y != foot) || !ui_text_holds(ui, text.type, text.text, text.w)) {
            return false;
        }
        foot = text.y;
        high = height > high ? height : high;
    }
    struct scene *scene = &ui->frame->scene;
    const int32_t over = scene->horizon_y - (foot - high - ui_um(ui, NOTE_WATER_UM));
    if (view->note_count == 0 || (over > 0 && ui->compact)) {
        return false;
    }
    if (over > 0) {
        scene->horizon_y -= over;
        scene->centre_y -= over;
        content->h -= over;
    }
    return true;
}

static void draw_notes(struct ui *ui, const struct hero_view *view)
{
    for (uint32_t i = 0; i < view->note_count; i++) {
        struct ui_text text = note_text(ui, &view->note[i]);
        text.y -= ui_text_height(ui, &text);
        ui_text(ui, &text);
    }
}

static void flow_notes(struct flow *flow, const struct hero_view *view, enum type type)
{
    for (uint32_t i = 0; i < view->note_count; i++) {
        flow_gap(flow, 4000);
        flow_text(flow, &(struct ui_text){.id = view->note[i].id,
                                          .text = view->note[i].spoken,
                                          .role = ROLE_TEXT,
                                          .type = type,
                                          .balance = true});
    }
}

static void flow_view(struct flow *flow, const struct hero_view *view, enum type type)
{
    flow_text(flow, &(struct ui_text){.id = "meeting.title",
                                      .text = view->title,
                                      .role = ROLE_HEADING,
                                      .type = title_type(flow->ui, view, flow->box.w),
                                      .balance = true});
    if (view->mark != HERO_NO_MARK) {
        flow_gap(flow, 6000);
        flow_mark(flow, view);
    }
    flow_words(flow, view, type);
    flow_chips(flow, view);
}

/* Returns the type of the sentences. Before a low panel splits the page, they are as small as on a
 * document. */
static enum type sentence_type(struct ui *ui, const struct hero_view *view, struct box box)
{
    if (ui->air >= TIGHT_AIR) {
        return TYPE_BODY;
    }
    if (ui->paged) {
        return ui->modest ? TYPE_F_LEDE : TYPE_BODY;
    }
    struct ui_mark mark = ui_mark(ui);
    struct flow probe;
    flow_begin(&probe, ui, box);
    flow_view(&probe, view, TYPE_BODY);
    ui_rewind(ui, mark);
    return probe.y > box.y + box.h ? TYPE_F_LEDE : TYPE_BODY;
}

void hero_add_text(struct hero_view *view, const char *text)
{
    uint32_t at = 0;
    while (at < HERO_TEXT_MAX && view->text[at] != NULL) {
        at++;
    }
    assert(at < HERO_TEXT_MAX);
    view->text[at] = text;
}

void hero_build(struct ui *ui, const struct hero_view *view, struct hero_bar *bar)
{
    struct ui_footer footer = {view->left, view->left_count, view->right, view->right_count,
                               &bar->more};
    const bool low =
        view->low || view->chip_count > 0 || (view->note_count > 0 && ui->air <= TIGHT_AIR);
    struct box box = (low ? ui_hero_low : ui_hero)(ui, &footer, view->strength);
    const bool noted = keep_notes(ui, view, &box);
    const struct scene *scene = &ui->frame->scene;
    /* On a low panel the buttons can stand where the stone would lie; then no stone shows. */
    int32_t under = scene->centre_y + ui_um(ui, 1500);
    bool covered = frame_hit(ui->frame, scene->centre_x, under) != NULL;
    ui->frame->scene.stone = view->stone && !covered;
    ui->frame->scene.dotted = view->dotted;
    int32_t foot = draw_bar(ui, bar) + ui_gap(ui, 11000);
    if (box.y < foot) {
        box.h -= foot - box.y;
        box.y = foot;
    }
    if (view->lifted && ui->width > ui->height && !ui->paged) {
        box.w = box.w * LIFTED_TEXT / 100;
    }
    const enum type type = sentence_type(ui, view, box);
    struct flow flow;
    flow_begin(&flow, ui, box);
    flow_view(&flow, view, type);
    if (!noted) {
        flow_notes(&flow, view, type);
    }
    flow_end(&flow);
    if (noted) {
        draw_notes(ui, view);
    }
    if (view->lifted) {
        picture_lifted(ui);
    }
}
