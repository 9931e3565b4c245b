/* SPDX-License-Identifier: MIT */
/* A long text in sections. Each section has a page of its own, under its heading: two columns, or
 * one on a narrow panel. Where one of the sections does not fit its page, and on a small panel, the
 * sections follow one another in one column that is split into pages. */
#ifndef UI_BLOCKS_SECTIONS_H
#define UI_BLOCKS_SECTIONS_H

#include "ui/blocks.h"

enum { SECTION_COLUMNS = 2 };

struct section {
    const char *id, *title;
    int32_t first; /* width of the first column, hundredths */
};

struct sections {
    const struct section *section;
    uint32_t count;
    /* Draws what stands in a column of a section. */
    void (*column)(const void *context, struct flow *flow, uint32_t section, uint32_t column);
    const void *context;
};

/* Draws the page ui->page. */
void sections_build(struct ui *ui, const struct sections *sections, struct box box);

#endif
