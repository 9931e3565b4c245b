/* SPDX-License-Identifier: MIT */
/* How the first screen greets people. A press shows at once, on this very page. */
#include "screens/setup/setup.h"
#include "ui/area.h"

enum look_action {
    LOOK_THEME = ACTION_OWN, /* enum theme_id */
    LOOK_TRY,                /* the visit, on the first run */
};

enum {
    LABEL_UM = 42000,
    ROW_GAP_UM = 6000, /* on each side of the line between two rows */
};

static int32_t label_px(const struct ui *ui)
{
    return ui_um(ui, ui_sized_um(ui, LABEL_UM));
}

/* What a row chooses, before its values where the width allows; moves the flow's column past it.
 */
static void flow_label(struct flow *flow, const char *id, const char *text, int32_t value_h)
{
    struct ui *ui = flow->ui;
    int32_t w = label_px(ui);
    if (ui->bare || flow->box.w < w * 5 / 2 || !ui_text_holds(ui, TYPE_BODY, text, w)) {
        return;
    }
    struct ui_text label = {.id = id,
                            .text = text,
                            .role = ROLE_HEADING,
                            .type = TYPE_BODY,
                            .ink = INK_INK,
                            .x = flow->box.x,
                            .w = w};
    int32_t bottom = flow->box.y + flow->box.h;
    bool here = !ui->paged || (flow->page == ui->page && flow->y + value_h <= bottom);
    if (here) {
        label.y = flow->y + (value_h - ui_text_height(ui, &label)) / 2;
        ui_text(ui, &label);
    }
    flow->box.x += w;
    flow->box.w -= w;
}

static void build(const struct app *app, struct ui *ui)
{
    struct ui_button try = {
        .id = "setup.try", .label = word(app, MSG_SETUP_TRY), .icon = ICON_EYE, .action = LOOK_TRY};
    struct setup_page page = {
        .screen = SCREEN_SETUP_LOOK,
        .title = word(app, MSG_SETUP_LOOK_TITLE),
        .body = word(app, MSG_SETUP_LOOK_BODY),
        .next = setup_next_word(app),
        .at_first = setup_is_first_run(app) ? &try : NULL,
        .must = true,
    };
    struct flow flow;
    flow_begin(&flow, ui, setup_controls(app, ui, &page));
    setup_head(app, &flow, &page);
    struct ui_button chips[LANGUAGE_MAX];
    uint32_t count = language_chips(app, ui, "setup.language", chips);
    struct box box = flow.box;
    int32_t value_h = ui_button_height(ui, BUTTON_CHIP);
    flow_gap(&flow, 13000);
    flow_keep(&flow, ui_button_rows_height(ui, chips, count, box.w - label_px(ui)));
    flow_label(&flow, "setup.language", word(app, MSG_COMFORT_LANGUAGE), value_h);
    flow_buttons(&flow, chips, count);
    flow.box = box;
    flow_gap(&flow, ROW_GAP_UM);
    if (!ui->paged) {
        ui_hairline(ui, box.x, flow.y, box.w);
    }
    flow_gap(&flow, ROW_GAP_UM);
    flow_label(&flow, "setup.look", word(app, MSG_COMFORT_LOOK), value_h);
    struct ui_button swatches[THEME_COUNT];
    look_swatches(app, ui, "setup.look", LOOK_THEME, swatches);
    flow_swatches(&flow, swatches, THEME_COUNT);
    flow.box = box;
    if (setup_is_first_run(app)) {
        flow_gap(&flow, 9000);
        flow_text(&flow, &(struct ui_text){.id = "setup.note",
                                           .text = word(app, MSG_SETUP_TRY_NOTE),
                                           .role = ROLE_TEXT,
                                           .type = TYPE_CAPTION});
    }
    flow_end(&flow);
    if (app->switch_hint) {
        ui_remark(ui, "setup.hint.switch", word(app, MSG_WELCOME_HINT_SWITCH_S),
                  (struct box){flow.box.x, flow.box.y, 1, 1});
    }
}

static void keep(struct app *app)
{
    const struct app_config *config = &app->config;
    struct machine machine = app->machine;
    if (app->comfort.theme == config->theme && app->comfort.language == config->language_first) {
        setup_go_on(app);
        return;
    }
    machine_put(machine.look, sizeof(machine.look),
                theme_get((enum theme_id)app->comfort.theme)->name);
    machine_put(machine.language, sizeof(machine.language), app_language(app)->tag);
    setup_keep_machine(app, &machine);
}

static void act(struct app *app, enum action action, int32_t arg)
{
    switch ((int)action) {
    case LOOK_THEME:
        app->comfort.theme = (uint8_t)arg;
        break;
    case ACTION_NEXT:
        keep(app);
        break;
    case LOOK_TRY:
        app_begin_visit(app, VISIT_PRACTICE);
        break;
    default:
        setup_act(app, action, arg);
        break;
    }
}

const struct screen_ops SCREEN_OPS_SETUP_LOOK = {.part.answer = setup_answer,
                                                 .build = build,
                                                 .act = act,
                                                 .focus_id = "common.next",
                                                 SETUP_PAGE_OPS};
