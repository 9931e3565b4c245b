/* SPDX-License-Identifier: MIT */
/* The three lines of the support screen: what they say now, each a card that opens the keyboard. */
#include "screens/setup/setup_support.h"

#include "core/dialled.h"
#include "screens/parts/page.h"
#include "screens/setup/setup.h"
#include "ui/blocks/line_card.h"

#include <string.h>

enum support_action {
    SUPPORT_TYPE = ACTION_OWN, /* which line */
};

enum { GAP_UM = 3000 };
enum { SAID_BYTES = 2 * SETTINGS_TEXT_BYTES + DIALLED_BYTES(SETTINGS_TEXT_BYTES) };

_Static_assert((int)LINE_CARD_BYTES >= (int)SAID_BYTES, "a title and a line with marks");

static const char *const IDS[SUPPORT_LINES] = {"support.room", "support.phone", "support.danger"};

static void flow_lines(const struct app *app, struct flow *flow)
{
    struct ui *ui = flow->ui;
    for (uint32_t i = 0; i < SUPPORT_LINES; i++) {
        const char *own = support_of(app)->lines.line[i];
        const bool empty = own[0] == '\0';
        const struct line_card card = {.id = IDS[i],
                                       .title = support_title(app, i),
                                       .words = empty ? support_hint(app, ui, i)
                                                      : support_words(ui, own),
                                       .empty = empty,
                                       .action = SUPPORT_TYPE,
                                       .arg = (int16_t)i};
        flow->y += i > 0 && !flow->fresh ? ui_um(ui, GAP_UM) : 0;
        line_card_flow(flow, &card);
    }
}

static void flow_page(const struct app *app, struct flow *flow)
{
    flow_gap(flow, 4000);
    flow_lines(app, flow);
    flow_said(flow, BLOCK_F_LEDE, "support.open", word(app, MSG_SETUP_SUPPORT_OPEN), 4000);
}

static void build(const struct app *app, struct ui *ui)
{
    if (support_of(app)->typing) {
        support_build_typing(app, ui);
        return;
    }
    struct setup_page page = {.title = word(app, MSG_SETUP_SUPPORT_TITLE),
                              .body = word(app, MSG_SETUP_SUPPORT_BODY),
                              .next = setup_next_word(app),
                              .body_beside = true};
    setup_build(app, ui, &page, flow_page);
}

static void keep(struct app *app)
{
    const struct settings_support *lines = &support_of(app)->lines;
    if (memcmp(lines, &app->settings.support, sizeof(*lines)) == 0) {
        setup_go_on(app);
    } else {
        ASK_WITH(app, SCREEN_SETUP_SUPPORT, MESSAGE_SET_SUPPORT, support, *lines);
    }
}

static void enter(struct app *app)
{
    support_state(app)->lines = app->settings.support;
}

/* No half-typed line outlives its screen. */
static void leave(struct app *app)
{
    part_wipe(app, SCREEN_SETUP_SUPPORT);
}

static void act(struct app *app, enum action action, int32_t arg)
{
    if (support_of(app)->typing) {
        support_act_typing(app, action, arg);
        return;
    }
    switch ((int)action) {
    case SUPPORT_TYPE:
        support_type(app, (enum support_line)arg);
        break;
    case ACTION_NEXT:
        keep(app);
        break;
    default:
        setup_act(app, action, arg);
        break;
    }
}

const struct screen_ops SCREEN_OPS_SETUP_SUPPORT = {.part.state_bytes =
                                                        sizeof(struct setup_support),
                                                    .enter = enter,
                                                    .leave = leave,
                                                    .types = support_types,
                                                    .key = support_key,
                                                    .build = build,
                                                    .act = act,
                                                    .focus_id = "key.0.0",
                                                    SETUP_PAGE_OPS(setup_answer)};
