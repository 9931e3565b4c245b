/* SPDX-License-Identifier: MIT */
#include "ui/blocks/facts.h"

#include "ui/area.h"
#include "ui/ids.h"

#include <string.h>

enum { PITCH_UM = 9300 };

/* Cuts a text at its full stops, and drops the last stop. Returns how many parts there are. */
static uint32_t cut(struct ui *ui, const char *text, const char *facts[FACTS_MAX])
{
    uint32_t count = 0;
    while (*text != '\0' && count < FACTS_MAX) {
        const char *stop = strstr(text, ". ");
        size_t length = stop != NULL ? (size_t)(stop - text) : strlen(text);
        length -= stop == NULL && length > 0 && text[length - 1] == '.';
        facts[count++] = frame_text_bytes(ui->frame, text, length);
        text = stop != NULL ? stop + 2 : "";
    }
    return count;
}

static void draw(struct ui *ui, const char *id, const char *fact, struct box box)
{
    const char *colon = strstr(fact, ": ");
    const size_t length = colon != NULL ? (size_t)(colon - fact) : strlen(fact);
    ui_words(ui, id, fact, TYPE_F_TEXT, box);
    ui_label(ui, TYPE_F_TEXT, INK_NONE, frame_text_bytes(ui->frame, fact, length), box,
             ALIGN_START);
    if (colon != NULL) {
        ui_label(ui, TYPE_F_TEXT, INK_INK, colon + 2, box, ALIGN_END);
    }
}

void facts_flow(struct flow *flow, const char *id, const char *text)
{
    struct ui *ui = flow->ui;
    const char *facts[FACTS_MAX];
    const uint32_t count = cut(ui, text, facts);
    struct box box = {.x = flow->box.x, .w = flow->box.w, .h = ui_um(ui, PITCH_UM)};
    if (!flow_block(flow, (int32_t)count * box.h, &box.y)) {
        return;
    }
    for (uint32_t i = 0; i < count; i++, box.y += box.h) {
        if (i > 0) {
            ui_hairline(ui, box.x, box.y, box.w);
        }
        draw(ui, id_number(ui->frame, id, i + 1), facts[i], box);
    }
}
