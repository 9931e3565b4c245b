/* SPDX-License-Identifier: MIT */
#include "ui/blocks/named_button.h"

#include "core/direction.h"
#include "core/utf8.h"

#include <string.h>

enum { BETWEEN_UM = 2600, LABEL_BYTES = 1024 };

static const char *label_of(struct ui *ui, const struct named_button *named, const char *name,
                            size_t length)
{
    char label[LABEL_BYTES];
    const struct text_arg args[] = {{named->name.name, name}, named->more};
    const size_t count = named->more.name != NULL ? 2 : 1;
    if (named->words == NULL) {
        return frame_text_bytes(ui->frame, name, length);
    }
    return frame_text_bytes(
        ui->frame, label,
        direction_format(label, sizeof(label), named->words, args, count, ui->frame->rtl));
}

/* Returns the button with its label, whose name is cut until the button is at most w px wide. */
static struct ui_button fitted(struct ui *ui, const struct named_button *named, int32_t w)
{
    struct ui_button button = named->button;
    char cut[NAMED_BYTES];
    size_t length = utf8_cut(named->name.value, strnlen(named->name.value, sizeof(cut) - 1));
    memcpy(cut, named->name.value, length);
    do {
        cut[length] = '\0';
        button.label = label_of(ui, named, cut, length);
        length = length > 0 ? utf8_cut(cut, length - 1) : 0;
    } while (ui_button_width(ui, &button) > w && length > 0);
    return button;
}

int32_t ui_named_button(struct ui *ui, const struct named_button *named, struct box box)
{
    const struct ui_button button = fitted(ui, named, box.w);
    const int32_t least = ui_um(ui, named->least_um), width = ui_button_width(ui, &button);
    const int32_t w = width > least ? width : least;
    box.w = w < box.w ? w : box.w;
    box.h = ui_button_height(ui, button.kind);
    ui_button(ui, &button, box);
    return box.h;
}

void flow_named_button(struct flow *flow, const struct named_button *named, bool first)
{
    struct box box = flow->box;
    flow->y += first ? 0 : ui_um(flow->ui, BETWEEN_UM);
    if (flow_block(flow, ui_button_height(flow->ui, named->button.kind), &box.y)) {
        ui_named_button(flow->ui, named, box); /* a button on another page is not drawn */
    }
}
