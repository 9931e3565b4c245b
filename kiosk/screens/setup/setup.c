/* SPDX-License-Identifier: MIT */
#include "screens/setup/setup.h"
#include "screens/parts/controls.h"

#include <assert.h>
#include <string.h>

enum {
    STEPS_UM = 12800, /* the height of the row of stones, as ui_progress draws it */
    SENTENCE_UM = 190000,
    BESIDE_GAP_UM = 12000,
    STONE_UM = 1500, /* radius, before a sentence */
    STONE_AFTER_UM = 7500,
    LIST_GAP_UM = 2600, /* on each side of the hairline */
    HEAD_GAP_UM = 5000, /* a title with the page to itself stands clear of the stones */
};

/* The pages in their order. */
static const enum screen_id PAGES[] = {
    SCREEN_SETUP_LOOK,     SCREEN_SETUP_FIT,     SCREEN_SETUP_TOUCH,     SCREEN_SETUP_SOUND,
    SCREEN_SETUP_PIN,      SCREEN_SETUP_PRIVACY, SCREEN_SETUP_QUESTIONS, SCREEN_SETUP_SUPPORT,
    SCREEN_SETUP_PRACTICE, SCREEN_SETUP_PLACE,
};
enum { SETUP_PAGES = sizeof(PAGES) / sizeof(PAGES[0]) };

static uint32_t page_index(enum screen_id screen)
{
    for (uint32_t i = 0; i < SETUP_PAGES; i++) {
        if (PAGES[i] == screen) {
            return i;
        }
    }
    assert(!"a page of the setup");
    return 0;
}

struct box setup_controls(const struct app *app, struct ui *ui, const struct setup_page *page)
{
    struct ui_button left[3], right[1];
    uint32_t left_count = 0;
    bool wizard = !app->from_settings;
    if (wizard && page->at_first != NULL) {
        left[left_count++] = *page->at_first;
    }
    if (!wizard || page_index(page->screen) > 0) {
        left[left_count++] = control_back(app);
    }
    if (wizard && !page->must) {
        left[left_count++] = (struct ui_button){
            .id = "setup.skip", .label = word(app, MSG_SETUP_SKIP), .action = ACTION_SKIP};
    }
    right[0] = (struct ui_button){.id = "common.next",
                                  .label = page->next,
                                  .kind = BUTTON_PRIMARY,
                                  .icon_after = wizard ? ICON_NEXT : ICON_NONE,
                                  .action = ACTION_NEXT};
    struct ui_button more = control_more(app);
    struct ui_footer footer = {left, left_count, right, page->next != NULL ? 1 : 0, &more};
    return ui_footer(ui, &footer);
}

void setup_steps(const struct app *app, struct flow *flow, enum screen_id screen)
{
    struct ui *ui = flow->ui;
    int32_t y;
    if (app->from_settings || !flow_block(flow, ui_um(ui, ui_sized_um(ui, STEPS_UM)), &y)) {
        return;
    }
    uint32_t step = page_index(screen) + 1;
    char n[NUMBER_BYTES], of[NUMBER_BYTES];
    struct text_arg args[] = {{"n", number_digits(app, n, step)},
                              {"of", number_digits(app, of, SETUP_PAGES)}};
    const char *words = fill(app, ui, MSG_SETUP_STEP, args, 2);
    const char *spoken = fill(app, ui, MSG_SETUP_STEP_S, args, 2);
    struct ui_progress steps = {.id = "setup.steps",
                                .current = step,
                                .count = SETUP_PAGES,
                                .words = words,
                                .spoken = spoken,
                                .x = flow->box.x,
                                .y = y};
    if (ui_progress_width(ui, &steps) > flow->box.w) {
        steps.words = ""; /* the stones alone say it too */
    }
    ui_progress(ui, &steps);
}

static void flow_beside(struct flow *flow, struct ui_text title, struct ui_text body)
{
    struct ui *ui = flow->ui;
    int32_t title_h = ui_text_height(ui, &title), body_h = ui_text_height(ui, &body), y;
    if (!flow_block(flow, title_h > body_h ? title_h : body_h, &y)) {
        return;
    }
    title.x = flow->box.x;
    title.y = y + (body_h > title_h ? body_h - title_h : 0);
    body.x = flow->box.x + flow->box.w - body.w;
    body.y = y;
    body.align = ALIGN_END;
    ui_text(ui, &title);
    ui_text(ui, &body);
}

/* "One thing. Another." as rows: a stone, the sentence, a hairline to the next. */
static void flow_list(struct flow *flow, const char *sentences)
{
    struct ui *ui = flow->ui;
    enum type type = ui->bare ? TYPE_F_LEDE : TYPE_BODY;
    float r = ui_umf(ui, STONE_UM);
    int32_t after = ui_um(ui, STONE_AFTER_UM), n = 0;
    for (const char *at = sentences; *at != '\0'; n++) {
        const char *stop = strstr(at, ". ");
        size_t bytes = stop != NULL ? (size_t)(stop - at) + 1 : strlen(at);
        char id[NODE_ID_BYTES], digits[NUMBER_BYTES];
        struct text_arg arg = {"n", text_number(digits, n + 1)};
        text_format(id, sizeof(id), "setup.body.{n}", &arg, 1);
        struct ui_text text = {.id = id,
                               .text = frame_text_bytes(ui->frame, at, bytes),
                               .role = ROLE_TEXT,
                               .type = type,
                               .balance = true,
                               .x = flow->box.x + after,
                               .w = flow->box.w - after};
        int32_t pad = ui_gap(ui, LIST_GAP_UM), y;
        bool rule = n > 0 && !flow->fresh;
        flow->y += rule ? 2 * pad : 0;
        if (flow_block(flow, ui_text_height(ui, &text), &y)) {
            if (rule && y > flow->box.y) {
                ui_hairline(ui, flow->box.x + after, y - pad, flow->box.w - after);
            }
            ui_disc(ui, (float)flow->box.x + r, (float)(y + ui_line_px(ui, type) / 2), r,
                    INK_OUTLINE, 255);
            text.y = y;
            ui_text(ui, &text);
        }
        at += stop != NULL ? bytes + 1 : bytes;
    }
}

void setup_head(const struct app *app, struct flow *flow, const struct setup_page *page)
{
    struct ui *ui = flow->ui;
    struct ui_text title = {.id = "setup.title",
                            .text = page->title,
                            .role = ROLE_HEADING,
                            .type = ui->bare ? TYPE_F_TITLE : TYPE_TITLE,
                            .balance = true};
    struct ui_text body = {.id = "setup.body",
                           .text = page->body,
                           .role = ROLE_TEXT,
                           .type = ui->bare ? TYPE_F_LEDE : TYPE_BODY,
                           .balance = true,
                           .w = ui_um(ui, SENTENCE_UM)};
    setup_steps(app, flow, page->screen);
    flow_gap(flow, page->body_beside ? 1500 : HEAD_GAP_UM);
    int32_t title_w = ui_text_width(ui, title.type, page->title);
    int32_t room = flow->box.w - title_w - ui_um(ui, BESIDE_GAP_UM);
    title.w = title_w;
    body.w = room < body.w ? room : body.w;
    int32_t most = ui_text_height(ui, &title) * 2;
    if (page->body_beside && room >= flow->box.w / 2 && ui_text_height(ui, &body) <= most) {
        flow_beside(flow, title, body);
    } else {
        title.w = flow->box.w;
        body.w = ui_um(ui, SENTENCE_UM);
        flow_text(flow, &title);
        flow_gap(flow, page->body_list ? 5500 : 3000);
        if (page->body_list) {
            flow_list(flow, page->body);
        } else {
            flow_text(flow, &body);
        }
    }
    setup_problem(app, flow);
}

static enum message_id problem_words(enum status problem)
{
    switch ((int)problem) {
    case STATUS_DENIED:
        return MSG_SETTINGS_MEETING;
    case STATUS_NO_RANDOM:
        return MSG_HEALTH_RANDOM_STOP;
    case STATUS_UNSURE:
        return MSG_SETTINGS_UNSURE;
    default:
        return MSG_ERROR_FOLDER;
    }
}

void setup_problem(const struct app *app, struct flow *flow)
{
    if (app->change_problem == STATUS_OK) {
        return;
    }
    flow_gap(flow, 2500);
    flow_text(flow, &(struct ui_text){.id = "setup.problem",
                                      .text = word(app, problem_words(app->change_problem)),
                                      .role = ROLE_STATUS,
                                      .type = TYPE_BODY,
                                      .ink = INK_WARN,
                                      .w = ui_um(flow->ui, SENTENCE_UM)});
}

bool setup_build_ask(const struct app *app, struct ui *ui)
{
    if (app->ask != ASK_SERIES) {
        return false;
    }
    struct ui_button left[] = {
        {.id = "setup.keep", .label = word(app, MSG_SETTINGS_SERIES_ASK_B2), .action = ACTION_KEEP},
        {.id = "setup.change",
         .label = word(app, MSG_SETTINGS_SERIES_ASK_B1),
         .action = ACTION_CHANGE}};
    struct ui_button more = control_more(app);
    struct ui_footer footer = {left, 2, NULL, 0, &more};
    struct flow flow;
    flow_begin(&flow, ui, ui_footer(ui, &footer));
    flow_gap(&flow, 9000);
    flow_text(&flow, &(struct ui_text){.id = "setup.title",
                                       .text = word(app, MSG_SETTINGS_SERIES_ASK),
                                       .role = ROLE_HEADING,
                                       .type = TYPE_TITLE,
                                       .balance = true});
    if (app->status.open_meetings > 0) {
        flow_gap(&flow, 5000);
        flow_text(&flow, &(struct ui_text){.id = "setup.body",
                                           .text = fill_plural(app, ui, MSG_SETTINGS_SERIES_OPEN,
                                                               app->status.open_meetings, NULL, 0),
                                           .role = ROLE_TEXT,
                                           .type = TYPE_BODY,
                                           .balance = true});
    }
    flow_end(&flow);
    return true;
}

static void take_what_is_kept(struct app *app)
{
    app->choice = app->settings.choice;
    app->choice.scale = app->status.scale; /* the settings follow the status that tells of them */
    app->support = app->settings.support;
    app->typing = false;
    typed_clear(&app->typed);
    app->fit_px_per_m = app->config.px_per_m;
    app->fit_step = 0;
    app->fit_way = 0;
    app->touched = 0;
    app->touch_off = false;
    app->no_sound = false;
    app->change_problem = STATUS_OK;
    app->ask = ASK_NOTHING;
}

void setup_go(struct app *app, enum screen_id screen)
{
    take_what_is_kept(app);
    app->pin_differ = false;
    app_go(app, screen);
}

void setup_turn(struct app *app)
{
    app->page = 0;
    app->crossing++;
    app->screen_ms = app->now_ms;
    memset(app->focus_id, 0, sizeof(app->focus_id));
}

void setup_go_on(struct app *app)
{
    if (app->from_settings) {
        settings_resume(app);
        return;
    }
    uint32_t next = page_index(app->screen) + 1;
    if (next < SETUP_PAGES) {
        setup_go(app, PAGES[next]);
    } else {
        app_act_common(app, ACTION_GO_MEETING, 0);
    }
}

static void go_back(struct app *app)
{
    if (app->from_settings) {
        app_reset_comfort(app); /* a look that was tried and not kept */
        settings_resume(app);
    } else if (page_index(app->screen) > 0) {
        setup_go(app, PAGES[page_index(app->screen) - 1]);
    }
}

static void send_choice(struct app *app)
{
    struct message *message = app_send(app, MESSAGE_SET_SETTINGS);
    message->as.choice = app->choice;
    app->change_sequence = message->sequence;
}

void setup_choose(struct app *app)
{
    if (memcmp(&app->choice, &app->settings.choice, sizeof(app->choice)) == 0) {
        setup_go_on(app);
    } else if (app->status.file == FILE_NONE) {
        send_choice(app); /* no series has begun that could end */
    } else {
        app->ask = ASK_SERIES;
        setup_turn(app);
    }
}

void setup_send_machine(struct app *app, const struct machine *machine)
{
    struct message *message = app_send(app, MESSAGE_SET_MACHINE);
    message->as.machine = *machine;
    app->change_sequence = message->sequence;
}

void setup_act(struct app *app, enum action action, int32_t arg)
{
    switch ((int)action) {
    case ACTION_BACK:
        go_back(app);
        break;
    case ACTION_SKIP:
        setup_go_on(app);
        break;
    case ACTION_KEEP:
        setup_go(app, app->screen);
        break;
    case ACTION_CHANGE:
        send_choice(app);
        break;
    default:
        app_act_common(app, action, arg);
        break;
    }
}

static bool is_page(enum screen_id screen)
{
    for (uint32_t i = 0; i < SETUP_PAGES; i++) {
        if (PAGES[i] == screen) {
            return true;
        }
    }
    return false;
}

void setup_take_answer(struct app *app)
{
    app->change_sequence = 0;
    if (!is_page(app->screen)) {
        return; /* left before the answer came */
    }
    enum status result = (enum status)app->status.result;
    if (result == STATUS_OK) {
        setup_go_on(app);
    } else {
        const struct settings_support typed = app->support; /* is not to be typed again */
        setup_go(app, app->screen);
        app->support = typed;
        app->change_problem = result;
    }
}

void setup_take_pin(struct app *app)
{
    if (!app->status.unlocked || app->status.result != STATUS_OK) {
        setup_go(app, SCREEN_SETUP_PIN);
        app->change_problem =
            app->status.result != STATUS_OK ? (enum status)app->status.result : STATUS_IO;
        return;
    }
    app->pin_wrong = app->pin_differ = app->pin_again = app->auto_locked = false;
    app->stay_ms = app->now_ms;
    app->pin_changed = app->from_settings;
    setup_go_on(app);
}

void app_fit(struct app *app)
{
    struct app_config *config = &app->config;
    bool fits = machine_fits(&app->machine, config->width, config->height);
    config->px_per_m = fits ? app->machine.px_per_m : app->display_px_per_m;
    config->fit_source = fits ? FIT_CALIBRATED : app->display_source;
}

void setup_take_machine(struct app *app, const struct machine *machine)
{
    struct app_config *config = &app->config;
    app->machine = *machine;
    app->machine_known = true;
    int look = theme_find(machine->look);
    if (look >= 0) {
        config->theme = (enum theme_id)look;
    }
    for (uint32_t i = 0; i < config->language_count && !config->language_given; i++) {
        if (strcmp(config->languages[i].language->tag, machine->language) == 0) {
            config->language_first = i;
        }
    }
    app_fit(app);
    if (app->visit == VISIT_NONE) {
        app_reset_comfort(app);
    }
}

void setup_forget(struct app *app)
{
    app->from_settings = false;
    app->settings_view = SETTINGS_LIST;
    app->change_sequence = 0;
    app->pin_changed = false;
    app->practising = app->practised = false;
    take_what_is_kept(app);
}
