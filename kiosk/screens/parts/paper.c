/* SPDX-License-Identifier: MIT */
#include "screens/parts/paper.h"

static uint32_t add(const struct app *app, struct ui_button *chips, uint32_t at,
                    const struct control *rows, uint32_t count)
{
    count = controls_of(app, rows, count, &chips[at]);
    for (uint32_t i = 0; i < count; i++) {
        chips[at + i].kind = BUTTON_F;
    }
    return at + count;
}

void paper_left(const struct app *app, struct paper *paper, const struct control *chips,
                uint32_t count)
{
    paper->left_count = add(app, paper->left, paper->left_count, chips, count);
}

void paper_right(const struct app *app, struct paper *paper, const struct control *chips,
                 uint32_t count)
{
    paper->right_count = add(app, paper->right, paper->right_count, chips, count);
}

void paper_lock(const struct app *app, struct paper *paper)
{
    paper->right[paper->right_count++] = control_lock(app);
}

void paper_begin(const struct app *app, struct ui *ui, struct paper *paper)
{
    const struct ui_button more = control_more(app);
    const struct document_plan plan = {.left = paper->left,
                                       .left_count = paper->left_count,
                                       .right = paper->right,
                                       .right_count = paper->right_count,
                                       .more = &more,
                                       .panel = paper->panel};
    document_begin(ui, &plan, &paper->document);
    flow_begin(&paper->flow, ui, paper->document.content);
}

void paper_end(struct paper *paper)
{
    document_flow_loose(&paper->flow, &paper->document);
    flow_end(&paper->flow);
}
