/* SPDX-License-Identifier: MIT */
/* How the first screen greets people. The page itself shows at once what is chosen. */
#include "screens/setup/setup.h"

#include "core/catalog.h"
#include "ui/area.h"
#include "ui/choices.h"

enum look_action {
    LOOK_THEME = ACTION_OWN, /* enum theme_id */
    LOOK_TRY,                /* the visit, on the first run */
};

enum { ROW_GAP_UM = 6000 /* on each side of the line between two rows */ };

/* Where room is short both choices stay on the first page, and the second sentence gives way. */
static const char *body(const struct app *app, struct ui *ui)
{
    const char *first = word(app, MSG_SETUP_LOOK_BODY), *second = word(app, MSG_SETUP_LOOK_TURN);
    const struct text_arg both[] = {{"body", first}, {"turn", second}};
    char words[CATALOG_STRING_MAX];
    if (ui->spare && !ui->paged) {
        return first;
    }
    text_format(words, sizeof(words), "{body} {turn}", both, 2);
    return frame_text(ui->frame, words);
}

static void build(const struct app *app, struct ui *ui)
{
    const bool noted = setup_is_first_run(app) && (!ui->spare || ui->paged);
    struct ui_button try = {
        .id = "setup.try", .label = word(app, MSG_SETUP_TRY), .icon = ICON_EYE, .action = LOOK_TRY};
    char heard[CATALOG_STRING_MAX];
    if (!noted) {
        const struct text_arg said[] = {{"label", try.label},
                                        {"note", word(app, MSG_SETUP_TRY_NOTE)}};
        text_format(heard, sizeof(heard), "{label}. {note}", said, 2);
        try.spoken = frame_text(ui->frame, heard);
    }
    struct setup_page page = {
        .screen = SCREEN_SETUP_LOOK,
        .title = word(app, MSG_SETUP_LOOK_TITLE),
        .body = body(app, ui),
        .next = setup_next_word(app),
        .at_first = setup_is_first_run(app) ? &try : NULL,
        .must = true,
    };
    struct flow flow;
    flow_begin(&flow, ui, setup_controls(app, ui, &page));
    setup_head(app, &flow, &page);
    struct choices languages = {.id = "setup.language", .label = word(app, MSG_COMFORT_LANGUAGE)};
    struct choices looks = {.id = "setup.look",
                            .label = word(app, MSG_COMFORT_LOOK),
                            .looks = true,
                            .count = THEME_COUNT};
    languages.count = language_chips(app, ui, "setup.language.{n}", languages.value);
    look_swatches(app, ui, "setup.look.{n}", LOOK_THEME, looks.value);
    flow_gap(&flow, 11000);
    choices_flow_loose(&flow, &languages);
    flow_gap(&flow, ROW_GAP_UM);
    if (!ui->paged) {
        ui_hairline(ui, flow.box.x, flow.y, flow.box.w);
    }
    flow_gap(&flow, ROW_GAP_UM);
    choices_flow_loose(&flow, &looks);
    if (noted) {
        flow_gap(&flow, 9000);
        flow_text_at_foot(&flow, &(struct ui_text){.id = "setup.note", /* above the button */
                                                   .text = word(app, MSG_SETUP_TRY_NOTE),
                                                   .role = ROLE_TEXT,
                                                   .type = TYPE_CAPTION,
                                                   .balance = true});
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

const struct screen_ops SCREEN_OPS_SETUP_LOOK = {
    .build = build, .act = act, SETUP_PAGE_OPS(setup_answer)};
