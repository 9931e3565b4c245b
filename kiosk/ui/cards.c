/* SPDX-License-Identifier: MIT */
#include "ui/cards.h"

#include "core/catalog.h"

#include <assert.h>

enum {
    PICTURE_UM = 20000,
    PICTURE_MOST_UM = 34000, /* of a card that has room to grow, */
    PICTURE_BESIDE_UM = 42000,
    PICTURE_TIGHT_UM = 15000, /* and of a card that has no room to grow */
    PICTURE_LEAST_UM = 12000,
    TIGHT_AIR = 60,
    NARROW_UM = 52000,
    NARROW_BESIDE_UM = 90000,
    WIDE_UM = 120000, /* a card that can keep its picture well apart from its words */
    WIDE_PAD_UM = 10000,
    HEIGHT_MOST_UM = 94000,   /* higher, and a card looks empty; picture above its words, */
    HEIGHT_BESIDE_UM = 75000, /* and beside them */
    FOOT_UM = 8000,           /* free between the last card and the water */
    ROW_GAP_UM = 3500,
    NOTE_GAP_UM = 2500,
    CARD_NOTE_BYTES = 512,
};

struct cards_plan {
    struct ui_card card[CARD_MAX];
    uint32_t columns;
    int32_t w, height, gap;
};

static void set_height(struct cards_plan *plan, const struct ui *ui, uint32_t count)
{
    plan->height = 0;
    for (uint32_t i = 0; i < count; i++) {
        int32_t height = ui_card_height(ui, &plan->card[i], plan->w);
        plan->height = height > plan->height ? height : plan->height;
    }
}

static int32_t plan_height(const struct cards_plan *plan, const struct ui *ui, uint32_t count)
{
    int32_t rows = ((int32_t)count + (int32_t)plan->columns - 1) / (int32_t)plan->columns;
    return rows * plan->height + (rows - 1) * ui_um(ui, ROW_GAP_UM);
}

/* Plans the columns, so that each card is wide enough for a few words a line. */
static void plan(struct cards_plan *plan, const struct ui *ui, const struct picture_card *cards,
                 uint32_t count, struct box room, bool beside, uint32_t columns)
{
    plan->columns = columns;
    plan->gap = ui_um(ui, 5000);
    plan->w = (room.w - (int32_t)(columns - 1) * plan->gap) / (int32_t)columns;
    plan->height = 0;
    int32_t side = ui_um(ui, ui->air < 100 || columns == 1 ? PICTURE_TIGHT_UM : PICTURE_UM);
    side = ui->air < TIGHT_AIR ? ui_um(ui, PICTURE_LEAST_UM) : side;
    for (uint32_t i = 0; i < count; i++) {
        plan->card[i] = cards[i].card;
        plan->card[i].beside = beside || columns < count;
        plan->card[i].picture_px = side;
    }
    set_height(plan, ui, count);
    if (ui->air >= TIGHT_AIR || count <= 2 || plan_height(plan, ui, count) <= room.h) {
        return;
    }
    for (uint32_t i = 0; i < count; i++) {
        plan->card[i].note = NULL; /* the title says enough */
    }
    set_height(plan, ui, count);
}

static bool plan_holds(const struct cards_plan *plan, const struct ui *ui, uint32_t count)
{
    bool fits = true;
    for (uint32_t i = 0; i < count; i++) {
        fits = fits && ui_card_holds(ui, &plan->card[i], plan->w);
    }
    return fits;
}

static bool plan_fits(const struct cards_plan *plan, const struct ui *ui, uint32_t count,
                      int32_t room)
{
    return plan_height(plan, ui, count) <= room && plan_holds(plan, ui, count);
}

/* Lets cards grow into the free room below them: first their pictures, then the space around. */
static void grow(struct cards_plan *plan, const struct ui *ui, uint32_t count, int32_t room)
{
    int32_t rows = ((int32_t)count + (int32_t)plan->columns - 1) / (int32_t)plan->columns;
    int32_t each = (room - ui_um(ui, FOOT_UM) - (rows - 1) * ui_um(ui, ROW_GAP_UM)) / rows;
    bool beside = plan->card[0].beside;
    int32_t most = ui_um(ui, beside ? HEIGHT_BESIDE_UM : HEIGHT_MOST_UM);
    each = each < most ? each : most;
    if (each <= plan->height) {
        return;
    }
    struct cards_plan larger = *plan;
    int32_t side = plan->card[0].picture_px + each - plan->height;
    most = ui_um(ui, beside ? PICTURE_BESIDE_UM : PICTURE_MOST_UM);
    side = side < most ? side : most;
    for (uint32_t i = 0; i < count; i++) {
        larger.card[i].picture_px = side;
        larger.card[i].pad_x_px =
            beside && plan->w >= ui_um(ui, WIDE_UM) ? ui_um(ui, WIDE_PAD_UM) : 0;
    }
    set_height(&larger, ui, count);
    if (larger.height > each || !plan_holds(&larger, ui, count)) {
        larger = *plan;
    }
    int32_t spare = each - larger.height, inside = ui_um(ui, ui->air < TIGHT_AIR ? 3000 : 5500);
    inside += spare / 2;
    for (uint32_t i = 0; i < count; i++) {
        larger.card[i].pad_y_px = inside;
    }
    set_height(&larger, ui, count);
    if (larger.height <= each) {
        *plan = larger;
    }
}

void cards_buttons(const struct picture_card *cards, uint32_t count, struct ui_button *out)
{
    for (uint32_t i = 0; i < count; i++) {
        const struct ui_card *card = &cards[i].card;
        out[i] = (struct ui_button){.id = card->id,
                                    .label = card->title,
                                    .chosen = card->chosen,
                                    .together = i + 1 < count,
                                    .action = card->action,
                                    .arg = card->arg};
    }
}

static struct ui_text note_of(struct ui *ui, const struct ui_card *card, char id[NODE_ID_BYTES])
{
    struct text_arg args[] = {{"card", card->id}, {"title", card->title}, {"note", card->note}};
    char text[CARD_NOTE_BYTES];
    text_format(id, NODE_ID_BYTES, "{card}.note", args, 1);
    text_format(text, sizeof(text), "{title}: {note}", args, 3);
    return (struct ui_text){.id = id,
                            .text = frame_text(ui->frame, text),
                            .role = ROLE_TEXT,
                            .type = TYPE_CAPTION,
                            .balance = true,
                            .w = ui_measure_px(ui, TYPE_CAPTION) * 9 / 10};
}

static void flow_notes(struct flow *flow, const struct picture_card *cards, uint32_t count)
{
    struct ui *ui = flow->ui;
    struct ui_text note[CARD_MAX];
    char id[CARD_MAX][NODE_ID_BYTES];
    int32_t height = 0;
    uint32_t notes = 0;
    assert(count <= CARD_MAX);
    for (uint32_t i = 0; i < count; i++) {
        if (cards[i].card.note != NULL) {
            struct ui_text measured = note[notes] = note_of(ui, &cards[i].card, id[notes]);
            measured.w = measured.w < flow->box.w ? measured.w : flow->box.w;
            height += ui_gap(ui, NOTE_GAP_UM) + ui_text_height(ui, &measured);
            notes++;
        }
    }
    /* Title and note stay on one page. */
    flow_keep(flow, height < flow->box.h ? height : flow->box.h);
    for (uint32_t i = 0; i < notes; i++) {
        flow_gap(flow, NOTE_GAP_UM);
        flow_text(flow, &note[i]);
    }
}

/* Draws cards on a page too small for them: the titles as buttons, on one page where all have room,
 * and the notes below. */
static void flow_titles(struct flow *flow, const struct picture_card *cards, uint32_t count)
{
    struct ui_button titles[CARD_MAX];
    cards_buttons(cards, count, titles);
    flow->y += flow->fresh ? 0 : ui_um(flow->ui, ROW_GAP_UM);
    flow_buttons(flow, titles, count);
    flow_notes(flow, cards, count);
}

void cards_flow(struct flow *flow, const struct picture_card *cards, uint32_t count, bool beside,
                int32_t gap_um)
{
    assert(count <= CARD_MAX);
    struct ui *ui = flow->ui;
    if (ui->compact) {
        flow_notes(flow, cards, count);
        return;
    }
    flow_gap(flow, gap_um);
    int32_t narrow = ui_um(ui, ui_sized_um(ui, beside ? NARROW_BESIDE_UM : NARROW_UM));
    uint32_t columns = count;
    while (columns > 1 && flow->box.w / (int32_t)columns < narrow) {
        columns = columns > 2 ? (columns + 1) / 2 : 1;
    }
    if (flow->box.h > flow->box.w) {
        columns = count == 4 && columns > 1 ? 2 : 1; /* upright: as near each other as they can */
    }
    struct cards_plan cards_plan;
    struct box room = {flow->box.x, flow->y, flow->box.w, flow->box.y + flow->box.h - flow->y};
    plan(&cards_plan, ui, cards, count, room, beside, columns);
    if (!plan_fits(&cards_plan, ui, count, room.h) && columns > 2) {
        struct cards_plan fewer;
        plan(&fewer, ui, cards, count, room, beside, (columns + 1) / 2);
        if (plan_fits(&fewer, ui, count, room.h)) {
            cards_plan = fewer;
            columns = fewer.columns;
        }
    }
    /* Titles broken over lines in narrow cards, or too wide for them: fewer columns. */
    while (columns > 1 &&
           (cards_plan.height > flow->box.h || !plan_holds(&cards_plan, ui, count))) {
        columns = cards_plan.height > flow->box.h ? 1 : (columns + 1) / 2;
        plan(&cards_plan, ui, cards, count, room, beside, columns);
    }
    if (ui->paged && !plan_fits(&cards_plan, ui, count, room.h)) {
        flow_titles(flow, cards, count);
        return;
    }
    if (!ui->paged) {
        grow(&cards_plan, ui, count, flow->box.y + flow->box.h - flow->y);
    }
    for (uint32_t i = 0; i < count; i += columns) {
        int32_t y;
        if (i > 0) {
            flow->y += flow->fresh ? 0 : ui_um(ui, ROW_GAP_UM);
        }
        if (!flow_block(flow, cards_plan.height, &y)) {
            continue;
        }
        for (uint32_t k = i; k < i + columns && k < count; k++) {
            struct box at = {flow->box.x + (int32_t)(k - i) * (cards_plan.w + cards_plan.gap), y,
                             cards_plan.w, cards_plan.height};
            cards[k].picture(ui, ui_card(ui, &cards_plan.card[k], at));
        }
    }
}
