/* SPDX-License-Identifier: MIT */
/* Look around, sit quietly, support. */
#include "screens/app/screen.h"
#include "screens/parts/controls.h"
#include "screens/parts/page.h"
#include "screens/parts/words.h"
#include "screens/visit/visit.h"
#include "ui/pictures.h"

enum {
    STONE_UM = 5200,
    STONE_TIGHT_UM = 3600,
    STONE_REACH = 195, /* hundredths of its radius: a stone with its rings */
    STONE_PITCH = 430,
    STONE_PITCH_TIGHT = 290,
    LOOK_ROW_UM = 17000, /* above and below a stone, at most */
    SUPPORT_GAP_UM = 10000,
    SUPPORT_TOP_UM = 11000,
};

enum { LOOK_ROWS = 3 };

/* How the stones of a row are set, and its words beside them. */
struct look_set {
    enum type type;
    int32_t radius, pitch, reach, words_x;
};

static struct look_set look_set(const struct ui *ui, bool wide, bool tight)
{
    struct look_set set = {.type = wide ? TYPE_LEAD : TYPE_LEAD_SMALL};
    set.radius = ui_um(ui, ui_sized_um(ui, tight ? STONE_TIGHT_UM : STONE_UM));
    set.pitch = set.radius * (wide ? STONE_PITCH : STONE_PITCH_TIGHT) / 100;
    set.reach = ui->theme->high_contrast ? set.radius : set.radius * STONE_REACH / 100;
    set.words_x = 2 * set.pitch + 2 * set.reach + ui_um(ui, wide ? 16000 : 6000);
    return set;
}

/* As large as the page and its words allow. */
static struct look_set look_set_for(const struct ui *ui, const char *const texts[LOOK_ROWS],
                                    struct box room)
{
    bool wide = ui_width_um(ui) >= 250000 && ui->air == 100;
    struct look_set set = look_set(ui, wide, ui->air < 100);
    int32_t height = 0;
    for (int i = 0; i < LOOK_ROWS; i++) {
        const struct ui_text text = {.text = texts[i], .type = set.type, .w = room.w - set.words_x};
        height += ui_text_height(ui, &text);
        if (height > room.h || !ui_text_holds(ui, set.type, text.text, text.w)) {
            return look_set(ui, false, true);
        }
    }
    return set;
}

/* Three, two, one: stones, and what to look, feel and listen for. */
static void look_rows(const struct app *app, struct flow *flow)
{
    static const char *const IDS[LOOK_ROWS] = {"look.see", "look.touch", "look.hear"};
    const char *const texts[LOOK_ROWS] = {word(app, MSG_LOOK_SEE), word(app, MSG_LOOK_TOUCH),
                                          word(app, MSG_LOOK_HEAR)};
    struct ui *ui = flow->ui;
    struct box box = flow->box;
    const struct look_set set =
        look_set_for(ui, texts, (struct box){box.x, flow->y, box.w, box.y + box.h - flow->y});
    const enum type type = set.type;
    const int32_t radius = set.radius, pitch = set.pitch, reach = set.reach;
    const int32_t words_x = set.words_x;
    int32_t spare = (box.y + box.h - flow->y) / 3, most = 2 * radius + 2 * ui_um(ui, LOOK_ROW_UM);
    for (uint32_t i = 0; i < LOOK_ROWS; i++) {
        struct ui_text text = {.id = IDS[i],
                               .text = texts[i],
                               .role = ROLE_TEXT,
                               .type = type,
                               .x = box.x + words_x,
                               .w = box.w - words_x};
        int32_t height = ui_text_height(ui, &text), stones = 2 * reach + ui_gap(ui, 5000);
        int32_t block = height > stones ? height : stones, y;
        int32_t airy = spare < most ? spare : most;
        block = !ui->paged && airy > block ? airy : block;
        bool beside = block <= box.h && ui_text_holds(ui, type, text.text, text.w);
        if (ui->paged && !beside) {
            text.w = 0;
            flow_gap(flow, 3000);
            flow_text(flow, &text); /* on pages this small the words come without their stones */
            continue;
        }
        if (!flow_block(flow, block, &y)) {
            continue;
        }
        for (uint32_t k = 0; k < 3 - i; k++) {
            picture_stone(ui, (float)(box.x + reach + (int32_t)k * pitch), (float)(y + block / 2),
                          (float)radius, ui->theme->high_contrast ? 0 : 2);
        }
        text.y = y + (block - height) / 2;
        ui_text(ui, &text);
        if (i < 2 && !ui->paged) {
            ui_hairline(ui, box.x, y + block, box.w);
        }
    }
}

static void build_look(const struct app *app, struct ui *ui)
{
    struct ui_button left[2] = {{.id = "look.breathe",
                                 .bare = ICON_OPEN,
                                 .label = word(app, MSG_LOOK_BREATHE),
                                 .action = ACTION_SWAP,
                                 .arg = SCREEN_BREATHE}};
    struct ui_button right[] = {control_return(app)};
    struct ui_button more = control_more(app);
    struct ui_footer footer = {left, control_listen(app, left, 1), right, 1, &more};
    struct box box = ui_footer(ui, &footer);
    struct flow flow;
    flow_begin(&flow, ui, box);
    flow_text(&flow, &(struct ui_text){.id = "look.title",
                                       .text = word(app, MSG_LOOK_TITLE),
                                       .role = ROLE_HEADING,
                                       .type = TYPE_TITLE,
                                       .balance = true});
    flow_gap(&flow, 3000);
    flow_text(&flow, &(struct ui_text){.id = "look.lead",
                                       .text = word(app, MSG_LOOK_LEAD),
                                       .role = ROLE_TEXT,
                                       .type = TYPE_BODY,
                                       .balance = true});
    flow_gap(&flow, 8000);
    look_rows(app, &flow);
    flow_end(&flow);
}

static void build_sit(const struct app *app, struct ui *ui)
{
    static const struct page_block WORDS[] = {{BLOCK_DISPLAY, "sit.title", MSG_SIT_TITLE, 0},
                                              {BLOCK_LEAD, "sit.note", MSG_SIT_NOTE, 3500}};
    struct ui_button right[] = {control_return(app)};
    struct ui_footer footer = {NULL, 0, right, 1, NULL};
    struct flow flow;
    flow_begin(&flow, ui, ui_hero(ui, &footer, 0));
    page_flow(app, &flow, WORDS, 2);
    flow_end(&flow);
    picture_sitting(ui);
}

static void support_block(struct flow *flow, const char *id, const char *text_id, const char *title,
                          const char *text, bool first)
{
    struct ui *ui = flow->ui;
    struct ui_text head = {
        .text = title, .type = TYPE_CARD, .role = ROLE_HEADING, .id = id, .w = flow->box.w};
    struct ui_text body = {.text = text,
                           .type = TYPE_BODY,
                           .role = ROLE_TEXT,
                           .id = text_id,
                           .balance = true,
                           .w = flow->box.w,
                           .x = flow->box.x};
    head.x = flow->box.x;
    int32_t pad = first ? 0 : ui_gap(ui, SUPPORT_GAP_UM);
    int32_t head_h = ui_text_height(ui, &head), gap = ui_um(ui, 1000), y;
    if (ui->paged && head_h + gap + ui_text_height(ui, &body) > flow->box.h) {
        flow_gap(flow, 4500);
        flow_text(flow, &head);
        flow_text(flow, &body);
        return;
    }
    flow->y += flow->fresh ? 0 : pad;
    if (!flow_block(flow, head_h + gap + ui_text_height(ui, &body), &y)) {
        return;
    }
    if (!first && y > flow->box.y) {
        ui_hairline(ui, flow->box.x, y - pad / 2, flow->box.w);
    }
    head.y = y;
    ui_text(ui, &head);
    body.y = y + head_h + gap;
    ui_text(ui, &body);
}

static void build_support(const struct app *app, struct ui *ui)
{
    struct ui_button left[2] = {{.id = "pause.erase",
                                 .label = word(app, MSG_COMMON_STOP_ERASE),
                                 .icon = ICON_ERASE,
                                 .action = ACTION_SWAP,
                                 .arg = SCREEN_ERASE}};
    struct ui_button right[] = {{.id = "support.back",
                                 .bare = ICON_BACK,
                                 .label = word(app, MSG_SUPPORT_BACK),
                                 .kind = BUTTON_PRIMARY,
                                 .action = ACTION_RETURN}};
    struct ui_button more = control_more(app);
    uint32_t count = control_listen(app, left, visit_of(app)->settled ? 0 : 1);
    struct ui_footer footer = {left, count, right, 1, &more};
    struct box box = ui_footer(ui, &footer);
    bool picture = box.w > box.h * 14 / 10 && ui_width_um(ui) > 250000 && ui->air >= 60;
    struct box words = box;
    if (picture) {
        words.w = box.w * 60 / 100;
    }
    const struct message_settings *own = &app->settings;
    bool is_own = own->support.room[0] != '\0' || own->support.phone[0] != '\0' ||
                  own->support.danger[0] != '\0';
    struct flow flow;
    flow_begin(&flow, ui, words);
    flow_text(&flow, &(struct ui_text){.id = "support.title",
                                       .text = word(app, MSG_SUPPORT_TITLE),
                                       .role = ROLE_HEADING,
                                       .type = TYPE_TITLE,
                                       .balance = true});
    flow_gap(&flow, SUPPORT_TOP_UM);
    int32_t top = flow.y;
    support_block(&flow, "support.room", "support.room.text", word(app, MSG_SUPPORT_ROOM),
                  own->support.room[0] != '\0' ? support_words(ui, own->support.room)
                                               : word(app, MSG_SUPPORT_DEFAULT_ROOM),
                  true);
    if (own->support.phone[0] != '\0') {
        support_block(&flow, "support.phone", "support.phone.text", word(app, MSG_SUPPORT_PHONE),
                      support_words(ui, own->support.phone), false);
    }
    support_block(&flow, "support.danger", "support.danger.text", word(app, MSG_SUPPORT_DANGER),
                  own->support.danger[0] != '\0' ? support_words(ui, own->support.danger)
                                                 : word(app, MSG_SUPPORT_DEFAULT_DANGER),
                  false);
    if (is_own) {
        flow_gap(&flow, 5000);
        flow_text(&flow, &(struct ui_text){.id = "support.own",
                                           .text = word(app, MSG_SUPPORT_OWN),
                                           .role = ROLE_TEXT,
                                           .type = TYPE_CAPTION});
    }
    flow_end(&flow);
    if (picture) {
        /* Level with the lines it belongs to. */
        int32_t side = box.w * 32 / 100, high = flow.y - top, room = box.y + box.h - top;
        side = side < room ? side : room;
        int32_t y = top + (high - side) / 2;
        y = y < box.y ? box.y : y;
        picture_pair(ui, (struct box){box.x + box.w - side, y, side, side});
    }
}

const struct screen_ops SCREEN_OPS_LOOK = {.patience = PATIENCE_PAUSE,
                                           .build = build_look,
                                           .focus_id = "common.done",
                                           .next_id = "common.done",
                                           .back_id = "common.done"};
const struct screen_ops SCREEN_OPS_SIT = {.patience = PATIENCE_PAUSE,
                                          .build = build_sit,
                                          .focus_id = "common.done",
                                          .next_id = "common.done",
                                          .back_id = "common.done"};
const struct screen_ops SCREEN_OPS_SUPPORT = {.patience = PATIENCE_PAUSE,
                                              .build = build_support,
                                              .focus_id = "support.back",
                                              .next_id = "support.back",
                                              .back_id = "support.back"};
