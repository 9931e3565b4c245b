/* SPDX-License-Identifier: MIT */
#include "ui/blocks.h"

static const struct {
    enum role role;
    enum type type;
    enum ink ink; /* INK_NONE: the usual of the role */
} KINDS[BLOCK_KIND_COUNT] = {
    [BLOCK_DISPLAY] = {ROLE_HEADING, TYPE_DISPLAY, INK_NONE},
    [BLOCK_DISPLAY_SMALL] = {ROLE_HEADING, TYPE_DISPLAY_SMALL, INK_NONE},
    [BLOCK_TITLE] = {ROLE_HEADING, TYPE_TITLE, INK_NONE},
    [BLOCK_CARD_TITLE] = {ROLE_HEADING, TYPE_CARD, INK_NONE},
    [BLOCK_F_DISPLAY] = {ROLE_HEADING, TYPE_F_DISPLAY, INK_NONE},
    [BLOCK_F_TITLE] = {ROLE_HEADING, TYPE_F_TITLE, INK_NONE},
    [BLOCK_F_HEADING] = {ROLE_HEADING, TYPE_F_TEXT, INK_INK},
    [BLOCK_LEAD] = {ROLE_TEXT, TYPE_LEAD, INK_NONE},
    [BLOCK_LEAD_SMALL] = {ROLE_TEXT, TYPE_LEAD_SMALL, INK_NONE},
    [BLOCK_BODY] = {ROLE_TEXT, TYPE_BODY, INK_NONE},
    [BLOCK_CAPTION] = {ROLE_TEXT, TYPE_CAPTION, INK_NONE},
    [BLOCK_F_LEDE] = {ROLE_TEXT, TYPE_F_LEDE, INK_NONE},
    [BLOCK_F_TEXT] = {ROLE_TEXT, TYPE_F_TEXT, INK_NONE},
    [BLOCK_F_CAPTION] = {ROLE_TEXT, TYPE_F_CAPTION, INK_NONE},
    [BLOCK_STATUS] = {ROLE_STATUS, TYPE_CAPTION, INK_NONE},
    [BLOCK_WARNING] = {ROLE_STATUS, TYPE_BODY, INK_WARN},
};

/* As a flow places it: role, type, ink and balance are set. */
static struct ui_text text_of(const struct ui_block *block)
{
    return (struct ui_text){.id = block->id,
                            .text = block->text,
                            .spoken = block->spoken,
                            .role = KINDS[block->kind].role,
                            .type = KINDS[block->kind].type,
                            .ink = KINDS[block->kind].ink,
                            .balance = true};
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
