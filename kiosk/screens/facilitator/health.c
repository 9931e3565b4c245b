/* SPDX-License-Identifier: MIT */
/* What this machine can promise and what not: the same findings as "kiosk health", each with a tick
 * or a mark and the words that go with it. */
#include "core/health.h"

#include "screens/access/speech.h"
#include "screens/parts/controls.h"
#include "screens/parts/words.h"
#include "ui/blocks/document.h"
#include "ui/blocks/marked.h"

#include <string.h>

enum {
    ROW_GAP_UM = 6000, /* with a line in its middle */
    PANEL_UM = 76000,
    ROWS_MAX = HEALTH_FINDING_MAX + 6,
    ID_BYTES = 24,
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

/* The first language on offer that nobody can hear; NULL: there is none. */
static const struct language_offer *language_without_voice(const struct app *app)
{
    for (uint32_t i = 0; i < app->config.language_count; i++) {
        if (!app_speaks(app, app->config.languages[i].language)) {
            return &app->config.languages[i];
        }
    }
    return NULL;
}

/* All findings: those of the keeper, and what only the screen itself knows. */
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

/* "its corners and notices; its keys, such as Alt and Tab, or Print" */
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
    const char *message = word(app, id);
    if (strchr(message, '{') == NULL) {
        return message;
    }
    const struct health_facts *facts = &seen(app)->facts;
    const struct language_gap *gap = app->config.gap_count > 0 ? &app->config.gaps[0] : NULL;
    const struct language_offer *mute = language_without_voice(app);
    const char *language = gap != NULL ? gap->language->tag : "";
    if (mute != NULL && finding->said == MSG_HEALTH_VOICE_LOOK) {
        language = catalog_text(mute->catalog, MSG_LANGUAGE_NAME);
    }
    char package[HEALTH_PACKAGE_BYTES];
    /* The language by its tag: its name is written in just the letters that are missing. One is
     * enough to act on; "kiosk health" lists them all. */
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

/* "health.3", "health.3.do" */
static const char *row_id(struct ui *ui, uint32_t index, const char *part)
{
    char id[ID_BYTES], n[24];
    struct text_arg args[] = {{"n", text_number(n, index + 1)}, {"part", part}};
    size_t bytes = text_format(id, sizeof(id), "health.{n}{part}", args, 2);
    return frame_text_bytes(ui->frame, id, bytes);
}

static void flow_finding(const struct app *app, struct flow *flow,
                         const struct health_finding *finding, uint32_t index)
{
    struct ui *ui = flow->ui;
    const bool good = finding->state == HEALTH_GOOD;
    struct marked row = {.mark = good ? MARK_GOOD : MARK_LOOK,
                         .text = {.id = row_id(ui, index, ""),
                                  .text = filled(app, ui, finding, finding->said),
                                  .role = good ? ROLE_TEXT : ROLE_STATUS,
                                  .type = TYPE_F_LEDE,
                                  .balance = true,
                                  .ink = INK_INK},
                         .ruled_um = index > 0 ? ROW_GAP_UM : 0};
    if (!good) {
        struct text_arg args[] = {{"mark", word(app, MSG_HEALTH_MARK)}, {"said", row.text.text}};
        char text[CATALOG_STRING_MAX];
        size_t bytes = text_format(text, sizeof(text), "{mark} {said}", args, 2);
        row.text.text = frame_text_bytes(ui->frame, text, bytes);
    }
    if (finding->what_to_do != MSG_COUNT) {
        row.note = (struct ui_text){.id = row_id(ui, index, ".do"),
                                    .text = filled(app, ui, finding, finding->what_to_do),
                                    .role = ROLE_TEXT,
                                    .type = TYPE_F_CAPTION,
                                    .balance = true};
    }
    flow_marked(flow, &row);
}

/* What the findings are judged by, and when they were found. */
static void flow_rule(const struct app *app, struct flow *flow)
{
    struct ui *ui = flow->ui;
    int32_t y;
    flow_text(flow, &(struct ui_text){.id = "health.stops.title",
                                      .text = word(app, MSG_HEALTH_STOPS_TITLE),
                                      .role = ROLE_HEADING,
                                      .type = TYPE_F_TEXT,
                                      .ink = INK_INK});
    flow_gap(flow, 1500);
    if (!ui->paged && flow_block(flow, ui_um(ui, 400), &y)) {
        ui_rule(ui, (float)flow->box.x, (float)y, (float)(flow->box.x + ui_um(ui, 8000)), (float)y,
                INK_OUTLINE, ui_umf(ui, 400));
    }
    flow_gap(flow, 3000);
    flow_text(flow, &(struct ui_text){.id = "health.stops",
                                      .text = word(app, MSG_HEALTH_STOPS),
                                      .role = ROLE_TEXT,
                                      .type = TYPE_F_TEXT});
    flow_gap(flow, 5000);
    flow_text(flow, &(struct ui_text){.id = "health.when",
                                      .text = word(app, MSG_HEALTH_WHEN),
                                      .role = ROLE_TEXT,
                                      .type = TYPE_F_CAPTION,
                                      .balance = true});
}

static int32_t draw_rule(const void *app, struct ui *ui, struct box box)
{
    struct flow flow;
    flow_begin(&flow, ui, box);
    flow_rule(app, &flow);
    return flow.shown_y;
}

static void build(const struct app *app, struct ui *ui)
{
    bool from_meeting = app_caller(app) == SCREEN_MEETING;
    const struct ui_button left = {
        .id = "common.back",
        .label = word(app, from_meeting ? MSG_MEETING_NAV_1 : MSG_MEETING_NAV_4),
        .kind = BUTTON_F,
        .icon = ICON_BACK,
        .action = ACTION_RETURN};
    const struct ui_button right = {.id = "health.again",
                                    .label = word(app, MSG_HEALTH_AGAIN),
                                    .kind = BUTTON_F,
                                    .icon = ICON_REDO,
                                    .action = HEALTH_AGAIN};
    const struct ui_button more = control_more(app);
    const struct document_plan plan = {&left, &right, &more,
                                       1,     1,      {PANEL_UM, draw_rule, app, 4000}};
    struct document document;
    struct flow flow;
    document_begin(ui, &plan, &document);
    flow_begin(&flow, ui, document.content);
    if (seen(app)->known) {
        struct health_finding finding[ROWS_MAX];
        uint32_t count = findings(app, finding);
        flow.y += ui_gap(ui, 5000); /* clear of the chips */
        flow_text(&flow, &(struct ui_text){.id = "health.title",
                                           .text = head_of(app, ui, finding, count),
                                           .role = ROLE_HEADING,
                                           .type = TYPE_F_TITLE});
        flow_gap(&flow, 7000);
        for (uint32_t i = 0; i < count; i++) {
            flow_finding(app, &flow, &finding[i], i);
        }
    }
    if (!document_end(ui, &document) && seen(app)->known) {
        flow_gap(&flow, 8000);
        flow_rule(app, &flow);
    }
    document_flow_loose(&flow, &document);
    flow_end(&flow);
}

static void look(struct app *app)
{
    struct message *message = app_ask(app, SCREEN_HEALTH, MESSAGE_READ_HEALTH);
    (void)message; /* one that is open will do */
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
    .facilitator = true,
    .enter = look,
    .leave = leave,
    .build = build,
    .act = act,
    .focus_id = "common.back",
    .back_id = "common.back"};
