/* SPDX-License-Identifier: MIT */
/* The list of settings, each with its present value. While a meeting is open, nothing can be set,
 * and the list shows only what is read. */
#include "screens/parts/document_page.h"
#include "screens/parts/page.h"
#include "screens/setup/setup.h"
#include "ui/ids.h"
#include "ui/items.h"

#include <string.h>

/* What the screen shows: the list, or what two of its rows open on the screen itself. */
enum settings_view { SETTINGS_LIST, SETTINGS_CHECKS, SETTINGS_ABOUT };

enum settings_action { SETTINGS_VIEW = ACTION_OWN /* enum settings_view */ };

STATE_BEGIN
struct settings_state {
    uint8_t view; /* enum settings_view */
};
STATE_END

PART_STATE(struct settings_state, SCREEN_SETTINGS, seen, mine)

enum setting {
    SETTING_LOOK,
    SETTING_BLUR,
    SETTING_QUESTIONS,
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

#define OPENS(id, title, screen, picture) {id, title, ACTION_CALL, screen, .icon = picture}
#define SHOWS(id, title, view, picture)   {id, title, SETTINGS_VIEW, view, .icon = picture}

static const struct control SETTINGS[SETTING_COUNT] = {
    OPENS("settings.look", MSG_SETTINGS_ITEMS_1, SCREEN_SETUP_LOOK, ICON_LANGUAGE),
    OPENS("settings.blur", MSG_SETTINGS_ITEMS_2, SCREEN_SETUP_PRIVACY, ICON_MIXED),
    OPENS("settings.questions", MSG_SETTINGS_ITEMS_3, SCREEN_SETUP_QUESTIONS, ICON_QUESTION),
    OPENS("settings.support", MSG_SETTINGS_ITEMS_5, SCREEN_SETUP_SUPPORT, ICON_PAIR),
    OPENS("settings.pin", MSG_SETTINGS_ITEMS_6, SCREEN_SETUP_PIN, ICON_LOCK),
    SHOWS("settings.checks", MSG_SETTINGS_ITEMS_7, SETTINGS_CHECKS, ICON_SWITCH),
    OPENS("settings.keys", MSG_SETTINGS_ITEMS_13, SCREEN_SETUP_KEYS, ICON_CAPITALS),
    OPENS("settings.zone", MSG_SETTINGS_ITEMS_14, SCREEN_SETUP_ZONE, ICON_OPEN),
    OPENS("settings.clock", MSG_SETTINGS_ITEMS_15, SCREEN_SETUP_CLOCK, ICON_CLOCK),
    OPENS("settings.fit", MSG_SETTINGS_ITEMS_8, SCREEN_SETUP_FIT, ICON_CARD),
    OPENS("settings.setup", MSG_SETUP_LIST_TITLE, SCREEN_SETUP_LIST, ICON_GEAR),
    OPENS("settings.health", MSG_SETTINGS_ITEMS_9, SCREEN_HEALTH, ICON_HEALTH),
    OPENS("settings.backup", MSG_SETTINGS_ITEMS_10, SCREEN_BACKUP, ICON_DRIVE),
    OPENS("settings.erase-all", MSG_SETTINGS_ITEMS_11, SCREEN_ERASE_ALL, ICON_ERASE),
    SHOWS("settings.about", MSG_SETTINGS_ITEMS_12, SETTINGS_ABOUT, ICON_INFO),
};

/* The checks, which try out what people touch, hear and press. */
static const struct control CHECKS[] = {
    OPENS("checks.touch", MSG_SETUP_TOUCH_TITLE, SCREEN_SETUP_TOUCH, ICON_OPEN),
    OPENS("checks.sound", MSG_SETUP_SOUND_TITLE, SCREEN_SETUP_SOUND, ICON_LISTEN),
    OPENS("checks.switches", MSG_SWITCHES_TITLE, SCREEN_SWITCHES, ICON_SWITCH),
};
enum { CHECK_COUNT = sizeof(CHECKS) / sizeof(CHECKS[0]) };

static bool is_resting(const struct app *app)
{
    return app->status.meeting != MEETING_NONE;
}

static bool is_offered(const struct app *app, enum setting setting)
{
    const bool is_own = setting >= SETTING_KEYS && setting <= SETTING_CLOCK;
    const bool is_read = setting == SETTING_HEALTH || setting == SETTING_ABOUT;
    if (is_own && (app->status.appliance & APPLIANCE_OWN) == 0) {
        return false; /* only where the machine is the kiosk alone */
    }
    return is_read || !is_resting(app);
}

/* Returns how many questions are asked, and how far back they look. */
static const char *questions_value(const struct app *app, struct ui *ui)
{
    const bool is_week = app->settings.choice.look_back == LOOK_BACK_WEEK;
    char n[NUMBER_BYTES], of[NUMBER_BYTES];
    const struct text_arg args[] = {
        {"n", number_digits(app, n, app_question_count(app))},
        {"of", number_digits(app, of, app->config.pack->question_count)},
        {"period",
         word(app, is_week ? MSG_SETUP_QUESTIONS_PERIOD_2 : MSG_SETUP_QUESTIONS_PERIOD_1)}};
    return fill(app, ui, MSG_SETTINGS_QUESTIONS_ON, args, 3);
}

/* Returns the present value of a setting, where few words say it; else NULL. */
static const char *value_of(const struct app *app, struct ui *ui, enum setting setting)
{
    switch ((int)setting) {
    case SETTING_LOOK:
        return word(app, MSG_LANGUAGE_NAME);
    case SETTING_BLUR:
        return word(app,
                    app->status.scale > 2 ? MSG_SETUP_PRIVACY_NAMES_1 : MSG_SETUP_PRIVACY_NAMES_2);
    case SETTING_QUESTIONS:
        return questions_value(app, ui);
    case SETTING_PIN:
        return draft_of(app)->pin_changed ? word(app, MSG_SETTINGS_PIN_DONE) : NULL;
    case SETTING_KEYS:
        return setup_keys_title(app);
    case SETTING_ZONE:
        return setup_zone_title(app);
    case SETTING_FIT:
        return fill_numbers(app, ui, MSG_SETTINGS_FIT_SIZE,
                            (struct number_arg[]){{"w", (ui_width_um(ui) + 500) / 1000},
                                                  {"h", (ui_height_um(ui) + 500) / 1000}},
                            2);
    case SETTING_SETUP:
        return setup_open_words(app, ui);
    default:
        return NULL;
    }
}

/* Draws words about a language, whose tag stands in the id. */
static void tagged(struct flow *flow, const char *id, const struct language *language,
                   const char *text, int32_t gap_um)
{
    const struct text_arg tag = {"tag", language->tag};
    flow_said(flow, BLOCK_F_LEDE, id_of(flow->ui->frame, id, &tag, 1), text, gap_um);
}

/* Returns a language's own name; NULL when letters of it are missing. */
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
        const char *name = gap_name(app, flow->ui, i);
        tagged(flow, "settings.missing.{tag}", app->config.gaps[i].language,
               name != NULL
                   ? fill_one(app, flow->ui, MSG_SETTINGS_LANGUAGE_MISSING, "language", name)
                   : word(app, MSG_SETTINGS_LANGUAGE_UNNAMED),
               i == 0 ? 3000 : 500);
    }
}

static struct item item_of(const struct app *app, const struct control *row, const char *note)
{
    return (struct item){.id = row->id,
                         .title = word(app, row->words),
                         .note = note,
                         .icon = row->icon,
                         .action = row->action,
                         .arg = row->arg};
}

static void flow_list(const struct app *app, struct flow *flow)
{
    struct item items[SETTING_COUNT];
    uint32_t count = 0;
    if (is_resting(app)) {
        flow_said(flow, BLOCK_F_LEDE, "settings.resting", word(app, MSG_SETTINGS_MEETING), 3000);
    }
    flow_gaps(app, flow);
    for (int i = 0; i < SETTING_COUNT; i++) {
        if (is_offered(app, (enum setting)i)) {
            items[count++] = item_of(app, &SETTINGS[i], value_of(app, flow->ui, (enum setting)i));
        }
    }
    flow_gap(flow, 5000);
    items_flow(flow, items, count);
}

static void flow_checks(const struct app *app, struct flow *flow)
{
    struct item items[CHECK_COUNT];
    for (uint32_t i = 0; i < CHECK_COUNT; i++) {
        items[i] = item_of(app, &CHECKS[i], NULL);
    }
    flow_gap(flow, 5000);
    items_flow(flow, items, CHECK_COUNT);
}

/* Returns words that say who has read a language's words. The language's own catalogue says so, and
 * only a plain yes counts. */
static enum message_id review_of(const struct language_offer *offer)
{
    if (offer->language == language_at(0)) {
        return MSG_ABOUT_SOURCE;
    }
    return strcmp(catalog_text(offer->catalog, MSG_LANGUAGE_REVIEWED), "yes") == 0
               ? MSG_ABOUT_REVIEWED
               : MSG_ABOUT_UNREVIEWED;
}

static void flow_about(const struct app *app, struct flow *flow)
{
    static const struct page_block LICENCES[] = {
        {BLOCK_F_LEDE, "about.licence", MSG_ABOUT_LICENCE, 5000},
        {BLOCK_F_LEDE, "about.licences", MSG_ABOUT_LICENCES, 1000}};
    flow_said(flow, BLOCK_F_LEDE, "settings.body", word(app, MSG_ABOUT_BODY), 4000);
    for (uint32_t i = 0; i < app->config.language_count; i++) {
        const struct language_offer *offer = &app->config.languages[i];
        const char *name = catalog_text(offer->catalog, MSG_LANGUAGE_NAME);
        tagged(flow, "about.review.{tag}", offer->language,
               fill_one(app, flow->ui, review_of(offer), "language", name), i == 0 ? 5000 : 500);
    }
    page_flow(app, flow, LICENCES, 2);
}

static const struct {
    enum message_id title;
    struct control back;
    void (*flow)(const struct app *app, struct flow *flow);
} VIEWS[] = {
#define TO_LIST {"common.back", MSG_MEETING_NAV_4, SETTINGS_VIEW, SETTINGS_LIST, .icon = ICON_BACK}
    [SETTINGS_LIST] = {MSG_MEETING_NAV_4,
                       {"common.back", MSG_MEETING_NAV_1, ACTION_GO, SCREEN_MEETING,
                        .icon = ICON_BACK},
                       flow_list},
    [SETTINGS_CHECKS] = {MSG_SETTINGS_ITEMS_7, TO_LIST, flow_checks},
    [SETTINGS_ABOUT] = {MSG_SETTINGS_ITEMS_12, TO_LIST, flow_about},
};

static void build(const struct app *app, struct ui *ui)
{
    const uint8_t view = seen(app)->view;
    struct document_page page = {.left_count = 0};
    document_page_left(app, &page, &VIEWS[view].back, 1);
    document_page_begin(app, ui, &page);
    page.flow.y += ui_gap(ui, 5000); /* clear of the chips */
    flow_said(&page.flow, BLOCK_F_TITLE, "settings.title", word(app, VIEWS[view].title), 0);
    VIEWS[view].flow(app, &page.flow);
    document_page_end(&page);
}

/* The words that the PIN was changed stay until somebody goes to another screen. */
static void forget_pin(struct app *app)
{
    draft_state(app)->pin_changed = false;
}

static void act(struct app *app, enum action action, int32_t arg)
{
    if ((int)action == SETTINGS_VIEW) {
        forget_pin(app);
        mine(app)->view = (uint8_t)arg;
        app_view(app);
    }
}

const struct screen_ops SCREEN_OPS_SETTINGS = {
    .part = {.state_bytes = sizeof(struct settings_state)},
    .patience = PATIENCE_FACILITATOR,
    .enter = forget_pin,
    .leave = forget_pin,
    .build = build,
    .act = act};
