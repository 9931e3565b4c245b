/* SPDX-License-Identifier: MIT */
/* The three lines of the support screen: what they say now, each a card that opens the keyboard. */
#include "screens/setup/setup_support.h"

#include "core/dialled.h"
#include "screens/setup/setup.h"
#include "ui/area.h"

#include <string.h>

enum support_action {
    SUPPORT_TYPE = ACTION_OWN, /* which line */
};

enum {
    GAP_UM = 3000,
    PAD_UM = 4000,
    HEAD_GAP_UM = 1000,
    RADIUS_UM = 4000,
    ICON_UM = 5000,
    TIGHT_AIR = 60, /* smaller words, before they take a second page */
};

static const char *const IDS[SUPPORT_LINES] = {"support.room", "support.phone", "support.danger"};

/* A line's card: its words are set as on the support screen where there is room for that. */
struct line_card {
    struct ui_text title, words;
    int32_t title_h, pad, height;
};

static void measure(struct line_card *card, const struct app *app, struct ui *ui, uint32_t line,
                    int32_t w, int32_t room)
{
    static const struct {
        enum type title, words;
    } TYPES[] = {{TYPE_CARD, TYPE_BODY}, {TYPE_F_LEDE, TYPE_F_LEDE}, {TYPE_F_CAPTION, TYPE_F_TEXT}};
    enum { TYPES_COUNT = sizeof(TYPES) / sizeof(TYPES[0]) };
    struct settings_support lines = support_of(app)->lines;
    const char *own = support_line(&lines, line);
    bool empty = own[0] == '\0';
    const char *words = empty ? support_hint(app, ui, line) : support_words(ui, own);
    for (uint32_t i = ui->air > TIGHT_AIR ? 0 : 1; i < TYPES_COUNT; i++) {
        card->pad = ui_gap(ui, PAD_UM);
        int32_t text_w = w - 2 * ui_um(ui, PAD_UM) - ui_um(ui, ICON_UM + PAD_UM);
        int32_t measure_px = ui_measure_px(ui, TYPES[i].words);
        text_w = empty || text_w < measure_px ? text_w : measure_px;
        card->title = (struct ui_text){.id = "support.title",
                                       .text = support_title(app, line),
                                       .type = TYPES[i].title,
                                       .ink = INK_INK,
                                       .w = text_w};
        card->words = (struct ui_text){.id = "support.words",
                                       .text = words,
                                       .type = empty ? TYPES[1].words : TYPES[i].words,
                                       .balance = true,
                                       .w = text_w};
        card->title_h = ui_text_height(ui, &card->title) + ui_um(ui, HEAD_GAP_UM);
        card->height = card->title_h + ui_text_height(ui, &card->words) + 2 * card->pad;
        if (card->height <= room) {
            return;
        }
    }
}

static void draw_line_card(struct ui *ui, uint32_t line, struct line_card *card, struct box box)
{
    ui_sheet(ui, box, ui_umf(ui, RADIUS_UM), false);
    struct ui_mark before = ui_mark(ui);
    int32_t icon = ui_um(ui, ICON_UM), x = box.x + ui_um(ui, PAD_UM);
    card->title.x = card->words.x = x;
    card->title.y = box.y + card->pad;
    card->words.y = card->title.y + card->title_h;
    ui_text(ui, &card->title);
    ui_text(ui, &card->words);
    ui_icon(ui, ICON_NEXT, (float)(box.x + box.w - ui_um(ui, PAD_UM) - icon),
            (float)(box.y + (box.h - icon) / 2), (float)icon, INK_OUTLINE);
    ui->frame->node_count = before.nodes; /* the target says the words */
    char label[2 * SETTINGS_TEXT_BYTES + DIALLED_BYTES(SETTINGS_TEXT_BYTES)];
    struct text_arg args[] = {{"title", card->title.text}, {"words", card->words.text}};
    text_format(label, sizeof(label), "{title}: {words}", args, 2);
    ui_area(ui,
            &(struct ui_button){
                .id = IDS[line], .label = label, .action = SUPPORT_TYPE, .arg = (int16_t)line},
            card->words.type, box);
}

static void flow_lines(const struct app *app, struct flow *flow)
{
    struct ui *ui = flow->ui;
    int32_t w = flow->box.w, y;
    for (uint32_t i = 0; i < SUPPORT_LINES; i++) {
        struct line_card card;
        measure(&card, app, ui, i, w, flow->box.h);
        flow->y += i > 0 && !flow->fresh ? ui_um(ui, GAP_UM) : 0;
        if (flow_block(flow, card.height, &y)) {
            draw_line_card(ui, i, &card, (struct box){flow->box.x, y, w, card.height});
        }
    }
}

static void build(const struct app *app, struct ui *ui)
{
    if (support_of(app)->typing) {
        support_build_typing(app, ui);
        return;
    }
    struct setup_page page = {.screen = SCREEN_SETUP_SUPPORT,
                              .title = word(app, MSG_SETUP_SUPPORT_TITLE),
                              .body = word(app, MSG_SETUP_SUPPORT_BODY),
                              .next = setup_next_word(app),
                              .must = true,
                              .body_beside = true};
    struct flow flow;
    flow_begin(&flow, ui, setup_controls(app, ui, &page));
    setup_head(app, &flow, &page);
    flow_gap(&flow, 4000);
    flow_lines(app, &flow);
    flow_gap(&flow, 4000);
    flow_text(&flow, &(struct ui_text){.id = "support.open",
                                       .text = word(app, MSG_SETUP_SUPPORT_OPEN),
                                       .role = ROLE_TEXT,
                                       .type = TYPE_F_LEDE,
                                       .balance = true});
    flow_end(&flow);
}

static struct settings_support kept_lines(const struct app *app)
{
    const struct message_settings *kept = &app->settings;
    struct settings_support lines;
    memcpy(lines.room, kept->support.room, sizeof(lines.room));
    memcpy(lines.phone, kept->support.phone, sizeof(lines.phone));
    memcpy(lines.danger, kept->support.danger, sizeof(lines.danger));
    return lines;
}

static bool is_changed(const struct app *app)
{
    const struct settings_support kept = kept_lines(app), *lines = &support_of(app)->lines;
    return strcmp(lines->room, kept.room) != 0 || strcmp(lines->phone, kept.phone) != 0 ||
           strcmp(lines->danger, kept.danger) != 0;
}

static void keep(struct app *app)
{
    if (!is_changed(app)) {
        setup_go_on(app);
        return;
    }
    struct message *message = app_ask(app, SCREEN_SETUP_SUPPORT, MESSAGE_SET_SUPPORT);
    if (message != NULL) {
        message->as.support = support_of(app)->lines;
    }
}

static void enter(struct app *app)
{
    support_state(app)->lines = kept_lines(app);
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
        support_type(app, (uint32_t)arg);
        break;
    case ACTION_NEXT:
        keep(app);
        break;
    default:
        (void)setup_act(app, action);
        break;
    }
}

const struct screen_ops SCREEN_OPS_SETUP_SUPPORT = {.part.state_bytes =
                                                        sizeof(struct setup_support),
                                                    .part.answer = setup_answer,
                                                    .enter = enter,
                                                    .leave = leave,
                                                    .types = support_types,
                                                    .key = support_key,
                                                    .build = build,
                                                    .act = act,
                                                    .focus_id = "key.0.0",
                                                    SETUP_PAGE_OPS};
