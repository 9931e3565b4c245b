/* SPDX-License-Identifier: MIT */
#include "ui/blocks/facts.h"

#include "core/catalog.h"
#include "ui/area.h"

#include <string.h>

enum { PITCH_UM = 9300 };

int32_t facts_height(const struct ui *ui, const struct facts *facts)
{
    return (int32_t)facts->count * ui_um(ui, PITCH_UM);
}

void facts_draw(struct ui *ui, const struct facts *facts, struct box box)
{
    box.h = ui_um(ui, PITCH_UM);
    for (uint32_t i = 0; i < facts->count; i++, box.y += box.h) {
        const char *text = facts->text[i], *colon = strstr(text, ": ");
        const size_t length = colon != NULL ? (size_t)(colon - text) : strlen(text);
        char id[NODE_ID_BYTES], digits[NUMBER_BYTES];
        const struct text_arg arg = {"n", text_number(digits, i + 1)};
        text_format(id, sizeof(id), facts->id, &arg, 1);
        if (i > 0) {
            ui_hairline(ui, box.x, box.y, box.w);
        }
        ui_words(ui, id, text, TYPE_F_TEXT, box);
        ui_label(ui, TYPE_F_TEXT, INK_NONE, frame_text_bytes(ui->frame, text, length), box,
                 ALIGN_START);
        if (colon != NULL) {
            ui_label(ui, TYPE_F_TEXT, INK_INK, colon + 2, box, ALIGN_END);
        }
    }
}

void facts_flow(struct flow *flow, const struct facts *facts)
{
    struct box box = {.x = flow->box.x, .w = flow->box.w};
    if (flow_block(flow, facts_height(flow->ui, facts), &box.y)) {
        facts_draw(flow->ui, facts, box);
    }
}
