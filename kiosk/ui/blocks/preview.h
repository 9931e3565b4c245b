/* SPDX-License-Identifier: MIT */
/* A picture of a question with its answers, at their true size: words to look at, and nothing to
 * press. */
#ifndef UI_BLOCKS_PREVIEW_H
#define UI_BLOCKS_PREVIEW_H

#include "ui/ui.h"

enum { PREVIEW_ANSWERS = 3 };

struct preview {
    const char *title; /* over the picture */
    const char *period, *statement;
    const char *answer[PREVIEW_ANSWERS]; /* as many answers are drawn as there is room for */
};
void ui_preview(struct ui *ui, const struct preview *preview, struct box box);

#endif
