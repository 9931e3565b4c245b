/* SPDX-License-Identifier: MIT */
#include "ui/blocks/sections.h"

enum { TWO_COLUMNS_UM = 250000, GUTTER_UM = 10000, GAP_UM = 4000 };

static void flow_column(const struct sections *sections, struct flow *flow, uint32_t section,
                        uint32_t column)
{
    sections->column(sections->context, flow, section, column);
    flow_gap(flow, GAP_UM);
}

static void flow_heading(const struct section *section, struct flow *flow)
{
    flow_said(flow, BLOCK_TITLE, section->id, section->title, 0);
    flow_gap(flow, GAP_UM);
}

/* Draws a section in one column. */
static void flow_section(const struct sections *sections, struct flow *flow, uint32_t section)
{
    flow_heading(&sections->section[section], flow);
    for (uint32_t i = 0; i < SECTION_COLUMNS; i++) {
        flow_column(sections, flow, section, i);
    }
}

/* Draws the page of a section. */
static void draw_page(const struct sections *sections, struct ui *ui, uint32_t section,
                      struct box box)
{
    struct flow flow;
    flow_begin(&flow, ui, box);
    if (ui_width_um(ui) < TWO_COLUMNS_UM || ui->width <= ui->height) {
        flow_section(sections, &flow, section);
        flow_end(&flow);
        return;
    }
    flow_heading(&sections->section[section], &flow);
    flow_end(&flow);
    const int32_t gutter = ui_um(ui, GUTTER_UM), y = flow.y, h = box.y + box.h - y;
    const int32_t w = (box.w - gutter) * sections->section[section].first / 100;
    const struct box column[SECTION_COLUMNS] = {{box.x, y, w, h},
                                                {box.x + w + gutter, y, box.w - w - gutter, h}};
    for (uint32_t i = 0; i < SECTION_COLUMNS; i++) {
        flow_begin(&flow, ui, column[i]);
        flow_column(sections, &flow, section, i);
        flow_end(&flow);
    }
}

void sections_build(struct ui *ui, const struct sections *sections, struct box box)
{
    if (ui->paged) {
        struct flow flow;
        flow_begin(&flow, ui, box);
        for (uint32_t i = 0; i < sections->count; i++) {
            flow_section(sections, &flow, i);
        }
        flow_end(&flow);
        return;
    }
    struct ui_mark mark = ui_mark(ui);
    for (uint32_t i = 0; i < sections->count; i++) {
        draw_page(sections, ui, i, box);
        mark.overflow = ui->overflow; /* each page has to fit */
        ui_rewind(ui, mark);
    }
    draw_page(sections, ui, ui->page < sections->count ? ui->page : 0, box);
    ui->page_count = sections->count;
}
