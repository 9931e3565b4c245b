/* SPDX-License-Identifier: MIT */
/* What this machine can promise and what not: the same findings as "kiosk health", each with a tick
 * or a mark and the words that go with it. */
#include "core/health.h"

#include "screens/access/speech.h"
#include "screens/parts/document_page.h"
#include "screens/parts/page.h"
#include "ui/blocks/marked.h"
#include "ui/ids.h"

enum {
    ROW_GAP_UM = 6000, /* with a line in its middle */
    PANEL_UM = 76000,
    ROWS_MAX = HEALTH_FINDING_MAX + 6,
};

enum health_action { HEALTH_AGAIN = ACTION_OWN };

STATE_BEGIN
struct health {
    struct health_facts facts; /* what the keeper found */
    bool known;                /* it has answered */
    uint8_t unused[3];
};
STATE_END

PART_STATE(struct health, SCREEN_HEALTH, seen, mine)

/* Returns the first language on offer that has no voice; NULL: every language has one. */
static const struct language_offer *language_without_voice(const struct app *app)
{
    for (uint32_t i = 0; i < app->config.language_count; i++) {
        if (!app_speaks(app, app->config.languages[i].language)) {
            return &app->config.languages[i];
        }
    }
    return NULL;
}

/* Fills out with all findings: those of the keeper, and those that only the screen process can
 * know. */
static uint32_t findings(const struct app *app, struct health_finding out[ROWS_MAX])
{
    const struct health_screen *screen = app->config.screen;
    uint32_t count = health_judge(&seen(app)->facts, screen, out);
    out[count++] = health_judge_letters(app->config.gap_count == 0);
    out[count++] = health_judge_voice(language_without_voice(app) == NULL);
    out[count++] = health_judge_sound(app->voice.device != 0);
    if (screen != NULL && screen->has_display) {
        out[count++] = health_judge_desktop(screen);
    }
    count += health_judge_output(screen, &out[count]);
    out[count++] = health_judge_fit(app->config.fit_source);
    return count;
}

static const char *head_of(const struct app *app, struct ui *ui,
                           const struct health_finding *finding, uint32_t count)
{
    uint32_t look = 0;
    bool stop = false;
    for (uint32_t i = 0; i < count; i++) {
        look += finding[i].state != HEALTH_GOOD;
        stop = stop || finding[i].state == HEALTH_STOP;
    }
    if (stop) {
        return word(app, MSG_HEALTH_HEAD_STOP);
    }
    return look > 0 ? fill_plural(app, ui, MSG_HEALTH_HEAD_LOOK, look, NULL, 0)
                    : word(app, MSG_HEALTH_HEAD_OK);
}

/* Returns words such as "its corners and notices; its keys, such as Alt and Tab, or Print". */
static const char *desktop_words(const struct app *app, struct ui *ui)
{
    enum message_id part[HEALTH_DESKTOP_PARTS];
    const char *words = "";
    uint32_t count =
        app->config.screen != NULL ? health_desktop_parts(app->config.screen, part) : 0;
    for (uint32_t i = 0; i < count; i++) {
        struct text_arg both[] = {{"first", words}, {"second", word(app, part[i])}};
        words = i == 0 ? word(app, part[i]) : fill(app, ui, MSG_HEALTH_KEYS_LIST, both, 2);
    }
    return words;
}

static const char *filled(const struct app *app, struct ui *ui,
                          const struct health_finding *finding, enum message_id id)
{
    const struct health_facts *facts = &seen(app)->facts;
    const struct language_gap *gap = app->config.gap_count > 0 ? &app->config.gaps[0] : NULL;
    const struct language_offer *mute = language_without_voice(app);
    const char *language = gap != NULL ? gap->language->tag : "";
    if (mute != NULL && finding->said == MSG_HEALTH_VOICE_LOOK) {
        language = catalog_text(mute->catalog, MSG_LANGUAGE_NAME);
    }
    char package[HEALTH_PACKAGE_BYTES];
    /* A language whose letters are missing is named by its tag, because its name is written in
     * these letters. The screen names one such language; "kiosk health" lists all. */
    const struct text_arg args[] = {
        {"date", facts->now.month.month != 0 ? month_words(app, ui, facts->now.month) : ""},
        {"time", clock_words(app, ui, facts->now)},
        {"size", size_words(app, ui, (uint64_t)facts->free_mb * 1000000)},
        {"memory", size_words(app, ui, (uint64_t)facts->memory_mb * 1000000)},
        {"needs", size_words(app, ui, (uint64_t)HEALTH_MEMORY_MB_MIN * 1000000)},
        {"language", language},
        {"package", gap != NULL ? health_package(&gap->error, package) : ""},
        {"list", desktop_words(app, ui)},
        {"part", finding->part != MSG_COUNT ? word(app, finding->part) : ""}};
    return fill(app, ui, id, args, sizeof(args) / sizeof(args[0]));
}

/* A finding that is not good begins with words for its mark. */
static const char *said_of(const struct app *app, struct ui *ui,
                           const struct health_finding *finding)
{
    const char *said = filled(app, ui, finding, finding->said);
    return finding->state == HEALTH_GOOD ? said
                                         : words_joined(ui, word(app, MSG_HEALTH_MARK), said);
}

static void flow_finding(const struct app *app, struct flow *flow,
                         const struct health_finding *finding, uint32_t index)
{
    struct ui *ui = flow->ui;
    const bool good = finding->state == HEALTH_GOOD;
    struct marked row = {.mark = good ? MARK_GOOD : MARK_LOOK,
                         .text = {.id = id_number(ui->frame, "health.{n}", index + 1),
                                  .text = said_of(app, ui, finding),
                                  .role = good ? ROLE_TEXT : ROLE_STATUS,
                                  .type = TYPE_F_LEDE,
                                  .balance = true,
                                  .ink = INK_INK},
                         .ruled_um = index > 0 ? ROW_GAP_UM : 0};
    if (finding->what_to_do != MSG_COUNT) {
        row.note = (struct ui_text){.id = id_number(ui->frame, "health.{n}.do", index + 1),
                                    .text = filled(app, ui, finding, finding->what_to_do),
                                    .role = ROLE_TEXT,
                                    .type = TYPE_F_CAPTION,
                                    .balance = true};
    }
    flow_marked(flow, &row);
}

/* Draws what the findings are judged by, and when they were found. */
static void flow_rule(const void *app, struct flow *flow)
{
    static const struct page_block WORDS[] = {
        {BLOCK_F_HEADING, "health.stops.title", MSG_HEALTH_STOPS_TITLE, 0},
        {BLOCK_F_TEXT, "health.stops", MSG_HEALTH_STOPS, 3000},
        {BLOCK_F_CAPTION, "health.when", MSG_HEALTH_WHEN, 5000}};
    page_flow(app, flow, &WORDS[0], 1);
    flow_gap(flow, 1500);
    flow_short_rule(flow);
    page_flow(app, flow, &WORDS[1], 2);
}

static void flow_findings(const struct app *app, struct flow *flow)
{
    struct health_finding finding[ROWS_MAX];
    const uint32_t count = findings(app, finding);
    flow->y += ui_gap(flow->ui, 5000); /* clear of the chips */
    flow_said(flow, BLOCK_F_TITLE, "health.title", head_of(app, flow->ui, finding, count), 0);
    flow_gap(flow, 7000);
    for (uint32_t i = 0; i < count; i++) {
        flow_finding(app, flow, &finding[i], i);
    }
}

static void build(const struct app *app, struct ui *ui)
{
    static const struct control BACK = CONTROL_WAY_BACK;
    static const struct control AGAIN = {"health.again", MSG_HEALTH_AGAIN, HEALTH_AGAIN,
                                         .icon = ICON_REDO};
    struct document_page page = {.no_lock = true, .panel = {PANEL_UM, flow_rule, app, 4000}};
    document_page_left(app, &page, &BACK, 1);
    document_page_right(app, &page, &AGAIN, 1);
    document_page_begin(app, ui, &page);
    if (seen(app)->known) {
        flow_findings(app, &page.flow);
    }
    if (!document_end(ui, &page.document) && seen(app)->known) {
        flow_gap(&page.flow, 8000);
        flow_rule(app, &page.flow);
    }
    document_page_end(&page);
}

static void look(struct app *app)
{
    (void)app_request(app, SCREEN_HEALTH, MESSAGE_READ_HEALTH); /* one that is open will do */
    speech_ask(app);
}

static void leave(struct app *app)
{
    app_abandon(app, MESSAGE_READ_HEALTH);
}

static bool answer(struct app *app, enum message_type asked, const struct message *answer)
{
    (void)asked;
    if (answer->type != MESSAGE_HEALTH) {
        return false;
    }
    mine(app)->facts = answer->as.health;
    mine(app)->known = true;
    return true;
}

static void act(struct app *app, enum action action, int32_t arg)
{
    (void)arg;
    if ((int)action == HEALTH_AGAIN) {
        app->page = 0;
        look(app);
    }
}

const struct screen_ops SCREEN_OPS_HEALTH = {
    .part = {.state_bytes = sizeof(struct health), .answer = answer},
    .patience = PATIENCE_FACILITATOR,
    .enter = look,
    .leave = leave,
    .build = build,
    .act = act,
};
