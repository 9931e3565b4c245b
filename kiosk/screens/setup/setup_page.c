/* SPDX-License-Identifier: MIT */
/* What stands around the content of a set-up page: controls, steps, title and sentence; and the
 * question that may stand in place of the page. */
#include "screens/setup/setup.h"

#include "screens/parts/page.h"
#include "ui/blocks/heading.h"

enum {
    HEAD_GAP_UM = 5000,     /* a title stands clear of the stones */
    HEAD_LARGE_UM = 150000, /* panels so high keep titles on one line from page to page */
};

const char *setup_next_word(const struct app *app)
{
    return word(app, setup_is_first_run(app) ? MSG_COMMON_NEXT : MSG_COMMON_DONE);
}

struct box setup_controls(const struct app *app, struct ui *ui, const struct setup_page *page)
{
    struct ui_button left[3], right[3];
    uint32_t left_count = 0, right_count = 0;
    bool wizard = setup_is_first_run(app);
    if (!wizard || page->returns || setup_page_index(app, app->screen) > 0) {
        left[left_count++] = control_of(app, &(struct control)CONTROL_BACK);
    }
    if (page->at_first != NULL) {
        left[left_count++] = *page->at_first;
    }
    if ((page->may_skip || page->next == NULL) &&
        (wizard || setup_is_open(app, setup_chore_of(app->screen)))) {
        left[left_count++] =
            (struct ui_button){.id = "setup.skip",
                               .label = word(app, wizard ? MSG_SETUP_SKIP : MSG_SETUP_LEAVE_OUT),
                               .action = SETUP_SKIP};
    }
    for (; page->pair != NULL && right_count < 2; right_count++) {
        right[right_count] = page->pair[right_count];
    }
    if (page->next != NULL) {
        right[right_count++] =
            (struct ui_button){.id = "common.next",
                               .label = page->next,
                               .kind = BUTTON_PRIMARY,
                               .icon_after = wizard && !page->ends ? ICON_NEXT : ICON_NONE,
                               .action = ACTION_NEXT};
    }
    struct ui_button more = control_more(app);
    struct ui_footer footer = {left, left_count, right, right_count, page->one_page ? NULL : &more};
    return ui_footer(ui, &footer);
}

void setup_steps(const struct app *app, struct flow *flow)
{
    if (!setup_is_first_run(app)) {
        return;
    }
    const uint32_t step = setup_page_index(app, app->screen) + 1, count = setup_page_count(app);
    const struct number_arg args[] = {{"n", step}, {"of", count}};
    flow_progress(flow, &(struct ui_progress){
                            .id = "setup.steps",
                            .current = step,
                            .count = count,
                            .words = fill_numbers(app, flow->ui, MSG_SETUP_STEP, args, 2),
                            .spoken = fill_numbers(app, flow->ui, MSG_SETUP_STEP_S, args, 2)});
}

void setup_head_gap(struct flow *flow)
{
    if (flow->fresh || ui_height_um(flow->ui) < HEAD_LARGE_UM) {
        flow_gap(flow, HEAD_GAP_UM);
    } else {
        flow->y += ui_um(flow->ui, HEAD_GAP_UM); /* also where the rest of the page is tight */
    }
}

void setup_head(const struct app *app, struct flow *flow, const struct setup_page *page)
{
    if (!page->small) {
        setup_steps(app, flow);
        setup_head_gap(flow);
    }
    heading_flow(flow, &(struct heading){.id = "setup.title",
                                         .title = page->title,
                                         .body_id = "setup.body",
                                         .body = page->body,
                                         .beside = page->body_beside,
                                         .small = page->small,
                                         .list = page->body_list});
    setup_problem(app, flow, page->problem);
}

void setup_build(const struct app *app, struct ui *ui, const struct setup_page *page,
                 void (*content)(const struct app *app, struct flow *flow))
{
    struct flow flow;
    flow_begin(&flow, ui, setup_controls(app, ui, page));
    setup_head(app, &flow, page);
    content(app, &flow);
    flow_end(&flow);
}

/* The words about a failed request, where the page has none of its own; 0: those about the folder.
 */
static const enum message_id PROBLEMS[STATUS_COUNT] = {[STATUS_DENIED] = MSG_SETTINGS_MEETING,
                                                       [STATUS_NO_RANDOM] = MSG_HEALTH_RANDOM_STOP,
                                                       [STATUS_NO_MEMORY] = MSG_PIN_MEMORY,
                                                       [STATUS_GONE] = MSG_PIN_GONE,
                                                       [STATUS_UNSURE] = MSG_SETTINGS_UNSURE};

void setup_problem(const struct app *app, struct flow *flow, enum message_id words)
{
    const uint32_t problem = draft_of(app)->problem;
    words = words != 0 ? words : PROBLEMS[problem];
    if (problem != STATUS_OK) {
        flow_said(flow, BLOCK_WARNING, "setup.problem",
                  word(app, words != 0 ? words : MSG_ERROR_FOLDER_TERMINAL), 2500);
    }
}

bool setup_build_ask(const struct app *app, struct ui *ui)
{
    if (!draft_of(app)->asks_series) {
        return false;
    }
    static const struct control WAYS[] = {
        {"setup.keep", MSG_SETTINGS_SERIES_ASK_B2, SETUP_KEEP, .kind = BUTTON_PLAIN},
        {"setup.change", MSG_SETTINGS_SERIES_ASK_B1, SETUP_CHANGE, .kind = BUTTON_PLAIN}};
    struct ui_button left[2];
    controls_of(app, WAYS, 2, left);
    for (uint32_t i = 0; i < 2 && ui->modest; i++) {
        left[i].kind = BUTTON_F; /* shorter, so that neither stands where Next stood */
    }
    static const struct page PAGE = {
        .block = {{BLOCK_TITLE, "setup.title", MSG_SETTINGS_SERIES_ASK, 9000}}};
    struct flow flow;
    page_begin(app, ui, &PAGE, &flow);
    if (ui->compact) {
        flow_gap(&flow, 9000);
        flow_buttons(&flow, left, 2);
    }
    if (app->status.open_meetings > 0) {
        const char *open =
            fill_plural(app, ui, MSG_SETTINGS_SERIES_OPEN, app->status.open_meetings, NULL, 0);
        flow_blocks(&flow, &(struct ui_block){BLOCK_BODY, "setup.body", open, 5000, NULL}, 1);
    }
    if (!ui->compact) {
        flow_gap(&flow, 9000);
        flow_buttons(&flow, left, 2); /* not at the foot, where Next stood */
    }
    flow_end(&flow);
    return true;
}
