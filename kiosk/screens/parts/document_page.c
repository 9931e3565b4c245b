/* SPDX-License-Identifier: MIT */
#include "screens/parts/document_page.h"

static uint32_t add(const struct app *app, struct ui_button *chips, uint32_t at,
                    const struct control *rows, uint32_t count)
{
    count = controls_of(app, rows, count, &chips[at]);
    for (uint32_t i = 0; i < count; i++) {
        chips[at + i].kind = BUTTON_F;
    }
    return at + count;
}

void document_page_left(const struct app *app, struct document_page *page,
                        const struct control *chips, uint32_t count)
{
    page->left_count = add(app, page->left, page->left_count, chips, count);
}

void document_page_right(const struct app *app, struct document_page *page,
                         const struct control *chips, uint32_t count)
{
    page->right_count = add(app, page->right, page->right_count, chips, count);
}

void document_page_begin(const struct app *app, struct ui *ui, struct document_page *page)
{
    const struct ui_button more = control_more(app);
    if (!page->no_lock) {
        page->right[page->right_count++] = control_of(app, &(struct control)CONTROL_LOCK);
    }
    const struct document_plan plan = {.left = page->left,
                                       .left_count = page->left_count,
                                       .right = page->right,
                                       .right_count = page->right_count,
                                       .more = &more,
                                       .panel = page->panel};
    document_begin(ui, &plan, &page->document);
    flow_begin(&page->flow, ui, page->document.content);
}

void document_page_end(struct document_page *page)
{
    document_flow_loose(&page->flow, &page->document);
    flow_end(&page->flow);
}
