/* SPDX-License-Identifier: MIT */
#include "ui/blocks/rows.h"

#include "core/catalog.h"
#include "ui/pictures.h"

#include <string.h>

enum {
    STONE_UM = 5200,
    STONE_TIGHT_UM = 3600,
    STONE_REACH = 195, /* hundredths of its radius: a stone with its rings */
    STONE_PITCH = 430,
    STONE_PITCH_TIGHT = 290,
    LOOK_ROW_UM = 17000, /* above and below a stone, at most */
    HEADED_GAP_UM = 10000,
    SENTENCE_STONE_UM = 1500, /* radius */
    SENTENCE_AFTER_UM = 7500,
    SENTENCE_GAP_UM = 2600, /* on each side of the hairline */
    NAMED_ICON_UM = 6600,   /* as wide as a caution's mark */
    NAMED_AFTER_UM = 4000,  /* between it and what it stands for */
    NAMED_SHARE = 30,       /* hundredths of the width for the name */
    NAMED_PAD_UM = 8000,    /* above and below what stands in the row */
};

void flow_icon_row(struct flow *flow, const struct icon_row *row, bool first)
{
    struct ui *ui = flow->ui;
    int32_t side = ui_um(ui, ui_sized_um(ui, 11500)), gap = ui_um(ui, 5500);
    struct ui_text text = {.id = row->id,
                           .text = row->text,
                           .role = ROLE_TEXT,
                           .type = TYPE_BODY,
                           .ink = INK_INK,
                           .balance = true,
                           .x = flow->box.x + side + gap,
                           .w = flow->box.w - side - gap};
    int32_t height = ui_text_height(ui, &text);
    int32_t block = height > side ? height : side;
    int32_t pad = ui_gap(ui, 3000);
    int32_t y;
    if (ui->paged && block > flow->box.h) {
        flow_gap(flow, 3000);
        flow_text(flow, &text); /* on pages this small the words come without their mark */
        return;
    }
    if (!first) {
        if (!flow->fresh && (!ui->paged || flow->page == ui->page)) {
            ui_hairline(ui, flow->box.x, flow->y + pad, flow->box.w);
        }
        flow->y += flow->fresh ? 0 : 2 * pad;
    }
    if (!flow_block(flow, block, &y)) {
        return;
    }
    /* Marks stand at the top of their text, so that a column of them is even. */
    text.y = y + (height < side ? (side - height) / 2 : 0);
    float middle = (float)y + (float)side / 2;
    float radius = (float)side / 2;
    float x = (float)flow->box.x + radius;
    ui_disc(ui, x, middle, radius, INK_SURFACE, 255);
    ui_ring(ui, x, middle, radius - 1, INK_OUTLINE, ui_umf(ui, ui->theme->edge_um), 255);
    float icon = radius * 1.2F;
    ui_icon(ui, row->icon, x - icon / 2, middle - icon / 2, icon, INK_OUTLINE);
    ui_text(ui, &text);
}

int32_t named_rows_begin(const struct flow *flow)
{
    return flow->y + ui_gap(flow->ui, NAMED_PAD_UM);
}

int32_t named_row_draw(struct ui *ui, const struct named_row *row, struct box box)
{
    const int32_t pad = ui_gap(ui, NAMED_PAD_UM), share = box.w * NAMED_SHARE / 100;
    const int32_t after = ui_um(ui, NAMED_ICON_UM + NAMED_AFTER_UM);
    const int32_t pill = ui_button_height(ui, BUTTON_F), line = ui_line_px(ui, TYPE_F_LEDE);
    ui_hairline(ui, box.x, box.y, box.w);
    box.y += pad;
    /* Icon, name and the first pill stand on one line. */
    ui_icon(ui, row->icon, (float)box.x,
            (float)box.y + (float)pill / 2 - ui_umf(ui, NAMED_ICON_UM) / 2,
            ui_umf(ui, NAMED_ICON_UM), INK_OUTLINE);
    const struct ui_text name = {.id = row->id,
                                 .text = row->name,
                                 .role = ROLE_HEADING,
                                 .type = TYPE_F_LEDE,
                                 .ink = INK_INK,
                                 .balance = true,
                                 .x = box.x + after,
                                 .y = box.y + (pill - line) / 2,
                                 .w = share - 2 * ui_um(ui, NAMED_AFTER_UM)};
    const int32_t name_end = name.y + ui_text(ui, &name);
    struct flow flow;
    flow_begin(&flow, ui,
               (struct box){box.x + after + share, box.y, box.w - after - share, box.h - pad});
    flow.y += row->no_pills ? (pill - ui_line_px(ui, TYPE_F_TEXT)) / 2 : 0;
    row->words(row->context, &flow);
    const int32_t end = flow.y > box.y + pill ? flow.y : box.y + pill;
    return (end > name_end ? end : name_end) + pad;
}

void flow_sentences(struct flow *flow, const char *id_before, const char *sentences)
{
    struct ui *ui = flow->ui;
    enum type type = ui->bare ? TYPE_F_LEDE : TYPE_BODY;
    float r = ui_umf(ui, SENTENCE_STONE_UM);
    int32_t after = ui_um(ui, SENTENCE_AFTER_UM), n = 0;
    for (const char *at = sentences; *at != '\0'; n++) {
        const char *stop = strstr(at, ". ");
        size_t bytes = stop != NULL ? (size_t)(stop - at) + 1 : strlen(at);
        char id[NODE_ID_BYTES], digits[NUMBER_BYTES];
        const struct text_arg args[] = {{"id", id_before}, {"n", text_number(digits, n + 1)}};
        text_format(id, sizeof(id), "{id}.{n}", args, 2);
        struct ui_text text = {.id = id,
                               .text = frame_text_bytes(ui->frame, at, bytes),
                               .role = ROLE_TEXT,
                               .type = type,
                               .balance = true,
                               .x = flow->box.x + after,
                               .w = flow->box.w - after};
        int32_t pad = ui_gap(ui, SENTENCE_GAP_UM), y;
        bool rule = n > 0 && !flow->fresh;
        flow->y += rule ? 2 * pad : 0;
        if (flow_block(flow, ui_text_height(ui, &text), &y)) {
            if (rule && y > flow->box.y) {
                ui_hairline(ui, flow->box.x + after, y - pad, flow->box.w - after);
            }
            ui_disc(ui, (float)flow->box.x + r, (float)(y + ui_line_px(ui, type) / 2), r,
                    INK_OUTLINE, 255);
            text.y = y;
            ui_text(ui, &text);
        }
        at += stop != NULL ? bytes + 1 : bytes;
    }
}

/* How the stones of a row are set, and the words beside them. */
struct counted_set {
    enum type type;
    int32_t radius, pitch, reach, words_x;
};

static struct counted_set counted_set(const struct ui *ui, bool wide, bool tight)
{
    struct counted_set set = {.type = wide ? TYPE_LEAD : TYPE_LEAD_SMALL};
    set.radius = ui_um(ui, ui_sized_um(ui, tight ? STONE_TIGHT_UM : STONE_UM));
    set.pitch = set.radius * (wide ? STONE_PITCH : STONE_PITCH_TIGHT) / 100;
    set.reach = ui->theme->high_contrast ? set.radius : set.radius * STONE_REACH / 100;
    set.words_x = 2 * set.pitch + 2 * set.reach + ui_um(ui, wide ? 16000 : 6000);
    return set;
}

/* Returns how rows of stones are set, as large as page and words allow. */
static struct counted_set counted_set_for(const struct ui *ui,
                                          const char *const texts[COUNTED_ROWS], struct box room)
{
    bool wide = ui_width_um(ui) >= 250000 && ui->air == 100;
    struct counted_set set = counted_set(ui, wide, ui->air < 100);
    int32_t height = 0;
    for (int i = 0; i < COUNTED_ROWS; i++) {
        const struct ui_text text = {.text = texts[i], .type = set.type, .w = room.w - set.words_x};
        height += ui_text_height(ui, &text);
        if (height > room.h || !ui_text_holds(ui, set.type, text.text, text.w)) {
            return counted_set(ui, false, true);
        }
    }
    return set;
}

void counted_rows_flow(struct flow *flow, const struct counted_rows *rows)
{
    struct ui *ui = flow->ui;
    struct box box = flow->box;
    const struct counted_set set = counted_set_for(
        ui, rows->text, (struct box){box.x, flow->y, box.w, box.y + box.h - flow->y});
    const enum type type = set.type;
    const int32_t radius = set.radius, pitch = set.pitch, reach = set.reach;
    const int32_t words_x = set.words_x;
    int32_t spare = (box.y + box.h - flow->y) / COUNTED_ROWS,
            most = 2 * radius + 2 * ui_um(ui, LOOK_ROW_UM);
    for (uint32_t i = 0; i < COUNTED_ROWS; i++) {
        struct ui_text text = {.id = rows->id[i],
                               .text = rows->text[i],
                               .role = ROLE_TEXT,
                               .type = type,
                               .x = box.x + words_x,
                               .w = box.w - words_x};
        int32_t height = ui_text_height(ui, &text), stones = 2 * reach + ui_gap(ui, 5000);
        int32_t block = height > stones ? height : stones, y;
        int32_t airy = spare < most ? spare : most;
        block = !ui->paged && airy > block ? airy : block;
        bool beside = block <= box.h && ui_text_holds(ui, type, text.text, text.w);
        if (ui->paged && !beside) {
            text.w = 0;
            flow_gap(flow, 3000);
            flow_text(flow, &text); /* on pages this small the words come without their stones */
            continue;
        }
        if (!flow_block(flow, block, &y)) {
            continue;
        }
        for (uint32_t k = 0; k < COUNTED_ROWS - i; k++) {
            picture_stone(ui, (float)(box.x + reach + (int32_t)k * pitch), (float)(y + block / 2),
                          (float)radius, ui->theme->high_contrast ? 0 : 2);
        }
        text.y = y + (block - height) / 2;
        ui_text(ui, &text);
        if (i + 1 < COUNTED_ROWS && !ui->paged) {
            ui_hairline(ui, box.x, y + block, box.w);
        }
    }
}

void flow_headed(struct flow *flow, const struct headed *headed, bool first)
{
    struct ui *ui = flow->ui;
    struct ui_text head = {.text = headed->title,
                           .type = TYPE_CARD,
                           .role = ROLE_HEADING,
                           .id = headed->id,
                           .w = flow->box.w};
    struct ui_text body = {.text = headed->text,
                           .type = TYPE_BODY,
                           .role = ROLE_TEXT,
                           .id = headed->text_id,
                           .balance = true,
                           .w = flow->box.w,
                           .x = flow->box.x};
    struct ui_text note = {.text = headed->note,
                           .type = TYPE_CAPTION,
                           .role = ROLE_TEXT,
                           .id = headed->note_id,
                           .w = flow->box.w,
                           .x = flow->box.x};
    head.x = flow->box.x;
    int32_t pad = first ? 0 : ui_gap(ui, HEADED_GAP_UM);
    int32_t head_h = ui_text_height(ui, &head), gap = ui_um(ui, 1000), y;
    const int32_t body_h = ui_text_height(ui, &body);
    const int32_t note_h = note.text != NULL ? ui_text_height(ui, &note) : 0;
    if (ui->paged && head_h + gap + body_h + note_h > flow->box.h) {
        const int32_t line = ui_line_px(ui, body.type);
        flow_gap(flow, 4500);
        if (head_h + line <= flow->box.h) {
            flow_text(flow, &head);
        } else if (flow->page + (flow->y + line > flow->box.y + flow->box.h) == ui->page) {
            ui_heard(ui, head.id, head.text); /* the page is the text's, which says enough */
        }
        flow_text_on(flow, &body);
        if (note.text != NULL) {
            flow_text(flow, &note);
        }
        return;
    }
    flow->y += flow->fresh ? 0 : pad;
    if (!flow_block(flow, head_h + gap + body_h + note_h, &y)) {
        return;
    }
    if (!first && y > flow->box.y) {
        ui_hairline(ui, flow->box.x, y - pad / 2, flow->box.w);
    }
    head.y = y;
    ui_text(ui, &head);
    body.y = y + head_h + gap;
    ui_text(ui, &body);
    note.y = body.y + body_h;
    if (note.text != NULL) {
        ui_text(ui, &note);
    }
}
