/* SPDX-License-Identifier: MIT */
/* The list of what can be set, each with what it is now. They rest while a meeting is open: then
 * only what is merely read stays. */
#include "screens/parts/controls.h"
#include "screens/setup/setup.h"
#include "ui/blocks/document.h"
#include "ui/items.h"

#include <string.h>

enum { SENTENCE_UM = 190000 };

/* What the screen shows: the list, or what two of its rows open on the screen itself. */
enum settings_view { SETTINGS_LIST, SETTINGS_CHECKS, SETTINGS_ABOUT };

enum settings_action {
    SETTINGS_CALL = ACTION_OWN, /* screen, which returns here */
    SETTINGS_VIEW,              /* enum settings_view */
};

STATE_BEGIN
struct settings_state {
    uint8_t view; /* enum settings_view */
    uint8_t unused[3];
};
STATE_END

static enum settings_view view_of(const struct app *app)
{
    const struct settings_state *state = part_state_of(app, SCREEN_SETTINGS);
    return (enum settings_view)state->view;
}

enum setting {
    SETTING_LOOK,
    SETTING_BLUR,
    SETTING_QUESTIONS,
    SETTING_LOOK_BACK,
    SETTING_SUPPORT,
    SETTING_PIN,
    SETTING_CHECKS,
    SETTING_KEYS,
    SETTING_ZONE,
    SETTING_CLOCK,
    SETTING_FIT,
    SETTING_SETUP,
    SETTING_HEALTH,
    SETTING_BACKUP,
    SETTING_ERASE_ALL,
    SETTING_ABOUT,
    SETTING_COUNT,
};

static const struct {
    const char *id;
    enum message_id title;
    bool rests; /* while a meeting is open */
    bool own;   /* only where the machine is the kiosk alone */
    enum icon icon;
    uint16_t action; /* enum settings_action */
    int16_t arg;
} SETTINGS[SETTING_COUNT] = {
    [SETTING_LOOK] = {"settings.look", MSG_SETTINGS_ITEMS_1, true, false, ICON_LANGUAGE,
                      SETTINGS_CALL, SCREEN_SETUP_LOOK},
    [SETTING_BLUR] = {"settings.blur", MSG_SETTINGS_ITEMS_2, true, false, ICON_MIXED, SETTINGS_CALL,
                      SCREEN_SETUP_PRIVACY},
    [SETTING_QUESTIONS] = {"settings.questions", MSG_SETTINGS_ITEMS_3, true, false, ICON_QUESTION,
                           SETTINGS_CALL, SCREEN_SETUP_QUESTIONS},
    [SETTING_LOOK_BACK] = {"settings.look-back", MSG_SETTINGS_ITEMS_4, true, false, ICON_CLOCK,
                           SETTINGS_CALL, SCREEN_SETUP_QUESTIONS},
    [SETTING_SUPPORT] = {"settings.support", MSG_SETTINGS_ITEMS_5, true, false, ICON_PAIR,
                         SETTINGS_CALL, SCREEN_SETUP_SUPPORT},
    [SETTING_PIN] = {"settings.pin", MSG_SETTINGS_ITEMS_6, true, false, ICON_LOCK, SETTINGS_CALL,
                     SCREEN_SETUP_PIN},
    [SETTING_CHECKS] = {"settings.checks", MSG_SETTINGS_ITEMS_7, true, false, ICON_SWITCH,
                        SETTINGS_VIEW, SETTINGS_CHECKS},
    [SETTING_KEYS] = {"settings.keys", MSG_SETTINGS_ITEMS_13, true, true, ICON_CAPITALS,
                      SETTINGS_CALL, SCREEN_SETUP_KEYS},
    [SETTING_ZONE] = {"settings.zone", MSG_SETTINGS_ITEMS_14, true, true, ICON_OPEN, SETTINGS_CALL,
                      SCREEN_SETUP_ZONE},
    [SETTING_CLOCK] = {"settings.clock", MSG_SETTINGS_ITEMS_15, true, true, ICON_CLOCK,
                       SETTINGS_CALL, SCREEN_SETUP_CLOCK},
    [SETTING_FIT] = {"settings.fit", MSG_SETTINGS_ITEMS_8, true, false, ICON_CARD, SETTINGS_CALL,
                     SCREEN_SETUP_FIT},
    [SETTING_SETUP] = {"settings.setup", MSG_SETUP_LIST_TITLE, true, false, ICON_GEAR,
                       SETTINGS_CALL, SCREEN_SETUP_LIST},
    [SETTING_HEALTH] = {"settings.health", MSG_SETTINGS_ITEMS_9, false, false, ICON_HEALTH,
                        SETTINGS_CALL, SCREEN_HEALTH},
    [SETTING_BACKUP] = {"settings.backup", MSG_SETTINGS_ITEMS_10, true, false, ICON_DRIVE,
                        SETTINGS_CALL, SCREEN_BACKUP},
    [SETTING_ERASE_ALL] = {"settings.erase-all", MSG_SETTINGS_ITEMS_11, true, false, ICON_ERASE,
                           SETTINGS_CALL, SCREEN_ERASE_ALL},
    [SETTING_ABOUT] = {"settings.about", MSG_SETTINGS_ITEMS_12, false, false, ICON_INFO,
                       SETTINGS_VIEW, SETTINGS_ABOUT},
};

static bool is_resting(const struct app *app)
{
    return app->status.meeting != MEETING_NONE;
}

/* What it is now, where one word says it. */
static const char *value_of(const struct app *app, struct ui *ui, enum setting setting)
{
    switch ((int)setting) {
    case SETTING_LOOK:
        return word(app, MSG_LANGUAGE_NAME);
    case SETTING_BLUR:
        return word(app,
                    app->status.scale > 2 ? MSG_SETUP_PRIVACY_NAMES_1 : MSG_SETUP_PRIVACY_NAMES_2);
    case SETTING_QUESTIONS: {
        char n[NUMBER_BYTES], of[NUMBER_BYTES];
        struct text_arg args[] = {{"n", number_digits(app, n, app_question_count(app))},
                                  {"of", number_digits(app, of, app->config.pack->question_count)}};
        return fill(app, ui, MSG_SETTINGS_QUESTIONS_ON, args, 2);
    }
    case SETTING_LOOK_BACK:
        return word(app, app->settings.choice.look_back == LOOK_BACK_WEEK
                             ? MSG_SETUP_QUESTIONS_PERIOD_2
                             : MSG_SETUP_QUESTIONS_PERIOD_1);
    case SETTING_PIN:
        return draft_of(app)->pin_changed ? word(app, MSG_SETTINGS_PIN_DONE) : NULL;
    case SETTING_KEYS:
        return setup_keys_title(app);
    case SETTING_ZONE:
        return setup_zone_title(app);
    case SETTING_FIT: {
        char w[NUMBER_BYTES], h[NUMBER_BYTES];
        struct text_arg args[] = {{"w", number_digits(app, w, (ui_width_um(ui) + 500) / 1000)},
                                  {"h", number_digits(app, h, (ui_height_um(ui) + 500) / 1000)}};
        return fill(app, ui, MSG_SETTINGS_FIT_SIZE, args, 2);
    }
    case SETTING_SETUP: {
        struct ui_button chips[CHORE_COUNT];
        return setup_open_chips(app, chips) > 0 ? setup_open_words(app, ui)
                                                : word(app, MSG_SETUP_LIST_IS_DONE);
    }
    default:
        return NULL;
    }
}

static void title(struct flow *flow, const char *text)
{
    flow->y += ui_gap(flow->ui, 5000); /* clear of the chips */
    flow_text(flow, &(struct ui_text){.id = "settings.title",
                                      .text = text,
                                      .role = ROLE_HEADING,
                                      .type = TYPE_F_TITLE});
}

static void sentence(struct flow *flow, const char *id, const char *text, int32_t gap_um)
{
    flow_gap(flow, gap_um);
    flow_text(flow, &(struct ui_text){.id = id,
                                      .text = text,
                                      .role = ROLE_TEXT,
                                      .type = TYPE_F_LEDE,
                                      .balance = true,
                                      .w = ui_um(flow->ui, SENTENCE_UM)});
}

/* A language's own name, as far as its letters are there; NULL: they are not. */
static const char *gap_name(const struct app *app, const struct ui *ui, uint32_t index)
{
    const struct language_gap *gap = &app->config.gaps[index];
    uint32_t missing =
        text_missing(ui->text, ui_font(ui, TYPE_F_LEDE), gap->name, strlen(gap->name));
    return missing == 0 && gap->name[0] != '\0' ? gap->name : NULL;
}

/* Languages that were taken off the list. */
static void flow_gaps(const struct app *app, struct flow *flow)
{
    for (uint32_t i = 0; i < app->config.gap_count; i++) {
        struct text_arg id_args[] = {{"tag", app->config.gaps[i].language->tag}};
        const char *name = gap_name(app, flow->ui, i);
        struct text_arg args[] = {{"language", name}};
        char id[NODE_ID_BYTES];
        size_t bytes = text_format(id, sizeof(id), "settings.missing.{tag}", id_args, 1);
        sentence(flow, frame_text_bytes(flow->ui->frame, id, bytes),
                 name != NULL ? fill(app, flow->ui, MSG_SETTINGS_LANGUAGE_MISSING, args, 1)
                              : word(app, MSG_SETTINGS_LANGUAGE_UNNAMED),
                 i == 0 ? 3000 : 500);
    }
}

static void flow_list(const struct app *app, struct flow *flow)
{
    title(flow, word(app, MSG_MEETING_NAV_4));
    if (is_resting(app)) {
        sentence(flow, "settings.resting", word(app, MSG_SETTINGS_MEETING), 3000);
    }
    flow_gaps(app, flow);
    struct item items[SETTING_COUNT];
    uint32_t count = 0;
    for (int i = 0; i < SETTING_COUNT; i++) {
        bool is_own = (app->status.appliance & APPLIANCE_OWN) != 0;
        if ((SETTINGS[i].rests && is_resting(app)) || (SETTINGS[i].own && !is_own)) {
            continue;
        }
        items[count++] = (struct item){.id = SETTINGS[i].id,
                                       .title = word(app, SETTINGS[i].title),
                                       .note = value_of(app, flow->ui, (enum setting)i),
                                       .icon = SETTINGS[i].icon,
                                       .action = SETTINGS[i].action,
                                       .arg = SETTINGS[i].arg};
    }
    flow_gap(flow, 5000);
    items_flow(flow, items, count);
}

/* What people touch, hear and press, to be tried out. */
static const struct {
    const char *id;
    enum message_id title;
    enum icon icon;
    enum screen_id screen;
} CHECKS[] = {
    {"checks.touch", MSG_SETUP_TOUCH_TITLE, ICON_OPEN, SCREEN_SETUP_TOUCH},
    {"checks.sound", MSG_SETUP_SOUND_TITLE, ICON_LISTEN, SCREEN_SETUP_SOUND},
    {"checks.switches", MSG_SWITCHES_TITLE, ICON_SWITCH, SCREEN_SWITCHES},
};
enum { CHECK_COUNT = sizeof(CHECKS) / sizeof(CHECKS[0]) };

static void flow_checks(const struct app *app, struct flow *flow)
{
    struct item items[CHECK_COUNT];
    for (uint32_t i = 0; i < CHECK_COUNT; i++) {
        items[i] = (struct item){.id = CHECKS[i].id,
                                 .title = word(app, CHECKS[i].title),
                                 .icon = CHECKS[i].icon,
                                 .action = ACTION_CALL,
                                 .arg = (int16_t)CHECKS[i].screen};
    }
    title(flow, word(app, MSG_SETTINGS_ITEMS_7));
    flow_gap(flow, 5000);
    items_flow(flow, items, CHECK_COUNT);
}

/* Who has read a language's words. Its own catalogue says so, and only a plain yes counts. */
static enum message_id review_of(const struct language_offer *offer)
{
    if (offer->language == language_at(0)) {
        return MSG_ABOUT_SOURCE;
    }
    return strcmp(catalog_text(offer->catalog, MSG_LANGUAGE_REVIEWED), "yes") == 0
               ? MSG_ABOUT_REVIEWED
               : MSG_ABOUT_UNREVIEWED;
}

static void flow_reviews(const struct app *app, struct flow *flow)
{
    struct ui *ui = flow->ui;
    for (uint32_t i = 0; i < app->config.language_count; i++) {
        const struct language_offer *offer = &app->config.languages[i];
        struct text_arg id_args[] = {{"tag", offer->language->tag}};
        struct text_arg args[] = {{"language", catalog_text(offer->catalog, MSG_LANGUAGE_NAME)}};
        char id[NODE_ID_BYTES];
        size_t bytes = text_format(id, sizeof(id), "about.review.{tag}", id_args, 1);
        sentence(flow, frame_text_bytes(ui->frame, id, bytes),
                 fill(app, ui, review_of(offer), args, 1), i == 0 ? 5000 : 500);
    }
}

static void flow_about(const struct app *app, struct flow *flow)
{
    title(flow, word(app, MSG_SETTINGS_ITEMS_12));
    sentence(flow, "settings.body", word(app, MSG_ABOUT_BODY), 4000);
    flow_reviews(app, flow);
    sentence(flow, "about.licence", word(app, MSG_ABOUT_LICENCE), 5000);
    sentence(flow, "about.licences", word(app, MSG_ABOUT_LICENCES), 1000);
}

static void build(const struct app *app, struct ui *ui)
{
    bool list = view_of(app) == SETTINGS_LIST;
    const struct ui_button left = {.id = "common.back",
                                   .label = word(app, list ? MSG_MEETING_NAV_1 : MSG_MEETING_NAV_4),
                                   .kind = BUTTON_F,
                                   .icon = ICON_BACK,
                                   .action = list ? ACTION_GO : SETTINGS_VIEW,
                                   .arg = list ? SCREEN_MEETING : SETTINGS_LIST};
    const struct ui_button right = control_lock(app), more = control_more(app);
    const struct document_plan plan = {
        .left = &left, .left_count = 1, .right = &right, .right_count = 1, .more = &more};
    struct document document;
    struct flow flow;
    document_begin(ui, &plan, &document);
    flow_begin(&flow, ui, document.content);
    switch (view_of(app)) {
    case SETTINGS_LIST:
        flow_list(app, &flow);
        break;
    case SETTINGS_CHECKS:
        flow_checks(app, &flow);
        break;
    case SETTINGS_ABOUT:
        flow_about(app, &flow);
        break;
    }
    document_flow_loose(&flow, &document);
    flow_end(&flow);
}

/* That the PIN was changed is said until somebody goes elsewhere from here. */
static void forget_pin(struct app *app)
{
    draft_state(app)->pin_changed = false;
}

static void act(struct app *app, enum action action, int32_t arg)
{
    struct settings_state *state = part_state(app, SCREEN_SETTINGS);
    forget_pin(app);
    switch ((int)action) {
    case SETTINGS_CALL:
        app_call(app, (enum screen_id)arg);
        break;
    case SETTINGS_VIEW:
        state->view = (uint8_t)arg;
        app_view(app);
        break;
    default:
        break;
    }
}

const struct screen_ops SCREEN_OPS_SETTINGS = {
    .part = {.state_bytes = sizeof(struct settings_state)},
    .patience = PATIENCE_FACILITATOR,
    .facilitator = true,
    .enter = forget_pin,
    .build = build,
    .act = act,
    .back_id = "common.back"};
