/* SPDX-License-Identifier: MIT */
#include "ui/blocks.h"

enum { RULE_UM = 8000, RULE_STROKE_UM = 400 };

static const struct {
    enum role role;
    enum type type;
    enum ink ink; /* INK_NONE: the usual ink of the type */
    bool fills;   /* each line is filled; without it, lines are about equally long */
} KINDS[BLOCK_KIND_COUNT] = {
    [BLOCK_DISPLAY] = {ROLE_HEADING, TYPE_DISPLAY, INK_NONE},
    [BLOCK_DISPLAY_SMALL] = {ROLE_HEADING, TYPE_DISPLAY_SMALL, INK_NONE},
    [BLOCK_TITLE] = {ROLE_HEADING, TYPE_TITLE, INK_NONE},
    [BLOCK_CARD_TITLE] = {ROLE_HEADING, TYPE_CARD, INK_NONE},
    [BLOCK_F_DISPLAY] = {ROLE_HEADING, TYPE_F_DISPLAY, INK_NONE},
    [BLOCK_F_TITLE] = {ROLE_HEADING, TYPE_F_TITLE, INK_NONE},
    [BLOCK_F_HEADING] = {ROLE_HEADING, TYPE_F_TEXT, INK_INK, .fills = true},
    [BLOCK_LEAD] = {ROLE_TEXT, TYPE_LEAD, INK_NONE},
    [BLOCK_LEAD_SMALL] = {ROLE_TEXT, TYPE_LEAD_SMALL, INK_NONE},
    [BLOCK_BODY] = {ROLE_TEXT, TYPE_BODY, INK_NONE},
    [BLOCK_STRONG] = {ROLE_TEXT, TYPE_BODY, INK_INK},
    [BLOCK_LABEL] = {ROLE_HEADING, TYPE_BODY, INK_INK},
    [BLOCK_CAPTION] = {ROLE_TEXT, TYPE_CAPTION, INK_NONE},
    [BLOCK_F_LEDE] = {ROLE_TEXT, TYPE_F_LEDE, INK_NONE},
    [BLOCK_F_TEXT] = {ROLE_TEXT, TYPE_F_TEXT, INK_NONE, .fills = true},
    [BLOCK_F_NOTE] = {ROLE_TEXT, TYPE_F_TEXT, INK_NONE},
    [BLOCK_F_CAPTION] = {ROLE_TEXT, TYPE_F_CAPTION, INK_NONE},
    [BLOCK_STATUS] = {ROLE_STATUS, TYPE_CAPTION, INK_NONE},
    [BLOCK_NOTICE] = {ROLE_STATUS, TYPE_BODY, INK_NONE},
    [BLOCK_WARNING] = {ROLE_STATUS, TYPE_BODY, INK_WARN},
};

/* Returns the block as a text with role, type, ink and balance; the flow sets its place. */
static struct ui_text text_of(const struct ui_block *block)
{
    return (struct ui_text){.id = block->id,
                            .text = block->text,
                            .spoken = block->spoken,
                            .role = KINDS[block->kind].role,
                            .type = KINDS[block->kind].type,
                            .ink = KINDS[block->kind].ink,
                            .balance = !KINDS[block->kind].fills};
}

void flow_blocks(struct flow *flow, const struct ui_block *blocks, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        if (blocks[i].text != NULL) {
            const struct ui_text text = text_of(&blocks[i]);
            flow_gap(flow, blocks[i].gap_um);
            flow_text(flow, &text);
        }
    }
}

void flow_said(struct flow *flow, enum block_kind kind, const char *id, const char *text,
               int32_t gap_um)
{
    flow_blocks(flow, &(struct ui_block){kind, id, text, gap_um, NULL}, 1);
}

void flow_short_rule(struct flow *flow)
{
    struct ui *ui = flow->ui;
    const float stroke = ui_umf(ui, RULE_STROKE_UM), x = (float)flow->box.x;
    int32_t y;
    if (!ui->paged && flow_block(flow, ui_um(ui, RULE_STROKE_UM), &y)) {
        ui_rule(ui, x, (float)y, x + (float)ui_um(ui, RULE_UM), (float)y, INK_OUTLINE, stroke);
    }
}

/* Lays the words out, and takes them back. Returns where they end; *fits: they have room. */
static int32_t try_content(struct ui *ui, flow_content *words, const void *context, struct box box,
                           bool *fits)
{
    const struct ui_mark mark = ui_mark(ui);
    struct flow flow;
    flow_begin(&flow, ui, box);
    words(context, &flow);
    *fits = !ui->overflow;
    ui_rewind(ui, mark);
    return flow.y;
}

int32_t flow_content_height(struct ui *ui, flow_content *words, const void *context, int32_t w)
{
    bool fits;
    return try_content(ui, words, context, (struct box){.w = w, .h = INT32_MAX / 2}, &fits);
}

bool flow_content_fits(struct ui *ui, flow_content *words, const void *context, struct box box)
{
    bool fits;
    (void)try_content(ui, words, context, box, &fits);
    return fits;
}

void ui_text_fit(const struct ui *ui, const enum type *types, uint32_t count, int32_t most,
                 struct ui_text *text)
{
    for (uint32_t i = 0; i < count; i++) {
        text->type = types[i];
        if (ui_text_height(ui, text) <= most && ui_text_holds(ui, types[i], text->text, text->w)) {
            return;
        }
    }
}
