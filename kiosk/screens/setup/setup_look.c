/* SPDX-License-Identifier: MIT */
/* How the first screen greets people. The page itself shows at once what is chosen. */
#include "screens/setup/setup.h"

#include "core/catalog.h"
#include "ui/area.h"
#include "ui/choices.h"

enum look_action { LOOK_TRY = ACTION_OWN /* the visit, on the first run */ };

enum { ROW_GAP_UM = 6000 /* on each side of the line between two rows */ };

/* Where room is short both choices stay on the first page, and words give way. */
static bool is_short(const struct ui *ui)
{
    return ui->spare && !ui->paged;
}

static void flow_choices(const struct app *app, struct flow *flow)
{
    struct ui *ui = flow->ui;
    const struct choices looks = look_choices(app, ui, "setup.look");
    struct choices languages = {.id = "setup.language", .label = word(app, MSG_COMFORT_LANGUAGE)};
    languages.count = language_chips(app, ui, "setup.language.{n}", languages.value);
    flow_gap(flow, 11000);
    choices_flow_loose(flow, &languages);
    flow_gap(flow, ROW_GAP_UM);
    if (!ui->paged) {
        ui_hairline(ui, flow->box.x, flow->y, flow->box.w);
    }
    flow_gap(flow, ROW_GAP_UM);
    choices_flow_loose(flow, &looks);
    if (setup_is_first_run(app) && !is_short(ui)) {
        flow_gap(flow, 9000);
        flow_text_at_foot(flow, &(struct ui_text){.id = "setup.note", /* above the button */
                                                  .text = word(app, MSG_SETUP_TRY_NOTE),
                                                  .role = ROLE_TEXT,
                                                  .type = TYPE_CAPTION,
                                                  .balance = true});
    }
    if (app->switch_hint) {
        ui_remark(ui, "setup.hint.switch", word(app, MSG_WELCOME_HINT_SWITCH_S),
                  (struct box){flow->box.x, flow->box.y, 1, 1});
    }
}

static void build(const struct app *app, struct ui *ui)
{
    const bool first_run = setup_is_first_run(app);
    const char *body = word(app, MSG_SETUP_LOOK_BODY), *label = word(app, MSG_SETUP_TRY);
    const struct text_arg said[] = {{"label", label}, {"note", word(app, MSG_SETUP_TRY_NOTE)}};
    char heard[CATALOG_STRING_MAX];
    struct ui_button try = {
        .id = "setup.try", .label = label, .icon = ICON_EYE, .action = LOOK_TRY};
    if (!first_run || is_short(ui)) {
        text_format(heard, sizeof(heard), "{label}. {note}", said, 2);
        try.spoken = frame_text(ui->frame, heard);
    }
    if (!is_short(ui)) {
        body = words_joined(ui, body, word(app, MSG_SETUP_LOOK_TURN));
    }
    struct setup_page page = {
        .title = word(app, MSG_SETUP_LOOK_TITLE),
        .body = body,
        .next = setup_next_word(app),
        .at_first = first_run ? &try : NULL
    };
    setup_build(app, ui, &page, flow_choices);
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

const struct screen_ops SCREEN_OPS_SETUP_LOOK = {
    .build = build, .act = act, SETUP_PAGE_OPS(setup_answer)};
