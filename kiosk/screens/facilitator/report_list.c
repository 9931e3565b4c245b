/* SPDX-License-Identifier: MIT */
/* What the report is, line by line: how many files, how large, and what is not in them. */
#include "screens/facilitator/report.h"

#include "ui/area.h"

#include <string.h>

enum {
    PART_PITCH_UM = 9300,
    PART_MAX = 8,
};

static const char *list_words(const struct app *app, struct ui *ui)
{
    uint64_t bytes = (uint64_t)lines_report(app)->bytes + lines_report(app)->page_bytes;
    struct text_arg size = {"size", size_words(app, ui, bytes)};
    return fill_plural(app, ui, MSG_REPORT_LIST, lines_report(app)->rows, &size, 1);
}

/* The list is one text: "Table: CSV, 194 rows. Size: 5 kB. Names: none." Cut at its full stops. */
struct parts {
    uint32_t count;
    const char *text[PART_MAX];
};

static void cut_parts(const struct app *app, struct ui *ui, struct parts *parts)
{
    const char *at = list_words(app, ui);
    parts->count = 0;
    while (*at != '\0' && parts->count < PART_MAX) {
        const char *stop = strstr(at, ". ");
        size_t length = stop != NULL ? (size_t)(stop - at) : strlen(at);
        length -= stop == NULL && length > 0 && at[length - 1] == '.';
        parts->text[parts->count++] = frame_text_bytes(ui->frame, at, length);
        at = stop != NULL ? stop + 2 : "";
    }
}

/* Name at the start, value at the end of each line; a line without a colon stands as it is. */
static int32_t draw_parts(struct ui *ui, const struct parts *parts, int32_t x, int32_t y, int32_t w)
{
    static const char *const IDS[PART_MAX] = {"report.list.1", "report.list.2", "report.list.3",
                                              "report.list.4", "report.list.5", "report.list.6",
                                              "report.list.7", "report.list.8"};
    int32_t pitch = ui_um(ui, PART_PITCH_UM);
    for (uint32_t i = 0; i < parts->count; i++, y += pitch) {
        struct box box = {x, y, w, pitch};
        if (i > 0) {
            ui_hairline(ui, x, y, w);
        }
        const char *colon = strstr(parts->text[i], ": ");
        size_t length = colon != NULL ? (size_t)(colon - parts->text[i]) : strlen(parts->text[i]);
        ui_words(ui, IDS[i], parts->text[i], TYPE_F_TEXT, box);
        ui_label(ui, TYPE_F_TEXT, INK_NONE, frame_text_bytes(ui->frame, parts->text[i], length),
                 box, ALIGN_START);
        if (colon != NULL) {
            ui_label(ui, TYPE_F_TEXT, INK_INK, colon + 2, box, ALIGN_END);
        }
    }
    return y;
}

int32_t report_list_draw(const struct app *app, struct ui *ui, int32_t x, int32_t y, int32_t w)
{
    struct parts parts;
    cut_parts(app, ui, &parts);
    return draw_parts(ui, &parts, x, y, w);
}

/* A line for each part; in pages one paragraph, so that it leaves room for the drives. */
void report_list_flow(const struct app *app, struct flow *flow)
{
    struct ui *ui = flow->ui;
    if (ui->paged) {
        struct ui_text list = {.id = "report.list",
                               .text = list_words(app, ui),
                               .role = ROLE_TEXT,
                               .type = TYPE_F_TEXT};
        flow_text(flow, &list);
        return;
    }
    struct parts parts;
    cut_parts(app, ui, &parts);
    int32_t y, height = (int32_t)parts.count * ui_um(ui, PART_PITCH_UM);
    if (flow_block(flow, height, &y)) {
        draw_parts(ui, &parts, flow->box.x, y, flow->box.w);
    }
}
