/* SPDX-License-Identifier: MIT */
/* Comfort: one control a row, each with its values; a live preview of a real question beside them.
 * Nothing here is remembered for the next person. */
#include "screens/controls.h"
#include "screens/speech.h"
#include "screens/switches.h"
#include "ui/area.h"

#include <assert.h>

enum {
    ROW_MAX = 12,
    VALUE_MAX = LANGUAGE_MAX,
    FIRST_PAGE_ROWS = 6,
    PREVIEW_UM = 300000,
    LABEL_UM = 52000,
    LABEL_GAP_UM = 3000, /* of that, free before the values */
    SPREAD_UM = 3000,
};

struct row {
    const char *id;
    const char *label;
    const char *note; /* NULL: none */
    enum action action;
    bool buttons; /* values are pressed, not chosen; a tick on one says that it is done */
    uint32_t count;
    uint32_t chosen;
    int16_t arg[VALUE_MAX]; /* of buttons; else a value's place */
    const char *value_id[VALUE_MAX];
    const char *value[VALUE_MAX];
    const char *spoken[VALUE_MAX];
};

static void row_language(const struct app *app, struct ui *ui, struct row *row)
{
    struct ui_button chips[LANGUAGE_MAX];
    *row = (struct row){.id = "comfort.language",
                        .label = word(app, MSG_COMFORT_LANGUAGE),
                        .action = ACTION_LANGUAGE,
                        .count = language_chips(app, ui, "comfort.language", chips),
                        .chosen = app->comfort.language};
    for (uint32_t i = 0; i < row->count; i++) {
        row->value_id[i] = chips[i].id;
        row->value[i] = chips[i].label;
        row->spoken[i] = chips[i].spoken;
    }
}

static void row_size(const struct app *app, struct row *row)
{
    *row = (struct row){
        .id = "comfort.size",
        .label = word(app, MSG_COMFORT_SIZE),
        .action = ACTION_SIZE,
        .count = SIZE_COUNT,
        .chosen = app->comfort.size,
        .value_id = {"comfort.size.s", "comfort.size.m", "comfort.size.l", "comfort.size.xl"},
        .value = {word(app, MSG_COMFORT_SIZE_1), word(app, MSG_COMFORT_SIZE_2),
                  word(app, MSG_COMFORT_SIZE_3), word(app, MSG_COMFORT_SIZE_4)},
        .spoken = {word(app, MSG_COMFORT_SIZE_1_S), word(app, MSG_COMFORT_SIZE_2_S),
                   word(app, MSG_COMFORT_SIZE_3_S), word(app, MSG_COMFORT_SIZE_4_S)}};
}

static void row_look(const struct app *app, struct row *row)
{
    *row = (struct row){
        .id = "comfort.look",
        .label = word(app, MSG_COMFORT_LOOK),
        .action = ACTION_LOOK_THEME,
        .count = THEME_COUNT,
        .chosen = app->comfort.theme,
        .value_id = {"comfort.look.0", "comfort.look.1", "comfort.look.2", "comfort.look.3",
                     "comfort.look.4"},
        .value = {word(app, MSG_COMFORT_LOOK_CALM_LIGHT), word(app, MSG_COMFORT_LOOK_CALM_DARK),
                  word(app, MSG_COMFORT_LOOK_SOFT), word(app, MSG_COMFORT_LOOK_HIGH_CONTRAST_LIGHT),
                  word(app, MSG_COMFORT_LOOK_HIGH_CONTRAST_DARK)}};
}

static void row_motion(const struct app *app, struct row *row)
{
    *row =
        (struct row){.id = "comfort.motion",
                     .label = word(app, MSG_COMFORT_MOTION),
                     .action = ACTION_MOTION,
                     .count = 2,
                     .chosen = app->comfort.motion_less,
                     .value_id = {"comfort.motion.on", "comfort.motion.less"},
                     .value = {word(app, MSG_COMFORT_MOTION_1), word(app, MSG_COMFORT_MOTION_2)}};
}

static void row_pace(const struct app *app, struct row *row)
{
    *row = (struct row){.id = "comfort.pace",
                        .label = word(app, MSG_COMFORT_PACE),
                        .note = word(app, MSG_COMFORT_PACE_NOTE),
                        .action = ACTION_PACE,
                        .count = 2,
                        .chosen = app->comfort.slow,
                        .value_id = {"comfort.pace.usual", "comfort.pace.slow"},
                        .value = {word(app, MSG_COMFORT_PACE_1), word(app, MSG_COMFORT_PACE_2)}};
}

static void row_private(const struct app *app, struct row *row)
{
    *row = (struct row){.id = "comfort.private",
                        .label = word(app, MSG_COMFORT_PRIVATE),
                        .note = word(app, MSG_COMFORT_PRIVATE_NOTE),
                        .action = ACTION_PRIVATE,
                        .count = 2,
                        .chosen = app->comfort.private_view,
                        .value_id = {"comfort.private.off", "comfort.private.on"},
                        .value = {word(app, MSG_COMMON_OFF), word(app, MSG_COMMON_ON)}};
}

static void row_repeat(const struct app *app, struct row *row)
{
    *row = (struct row){.id = "comfort.repeat",
                        .label = word(app, MSG_COMFORT_REPEAT),
                        .action = ACTION_REPEAT,
                        .count = 3,
                        .chosen = app->comfort.repeat_guard,
                        .value_id = {"comfort.repeat.0", "comfort.repeat.1", "comfort.repeat.2"},
                        .value = {word(app, MSG_COMFORT_REPEAT_1), word(app, MSG_COMFORT_REPEAT_2),
                                  word(app, MSG_COMFORT_REPEAT_3)}};
}

/* What is learned, and the way to it. */
static void row_switches(const struct app *app, struct row *row)
{
    enum message_id learned = app->switches.one ? MSG_SWITCHES_ONE : MSG_SWITCHES_TWO;
    bool ready = switches_ready(app);
    *row = (struct row){.id = "comfort.switches",
                        .label = word(app, MSG_COMFORT_SWITCHES),
                        .action = ACTION_SWITCHES,
                        .buttons = true,
                        .chosen = ready ? 0 : VALUE_MAX,
                        .count = 1,
                        .value_id = {"comfort.switches.learn"},
                        .value = {word(app, ready ? learned : MSG_SWITCHES_TITLE)}};
}

/* Off, headphones or speaker; in their place the question whether headphones are on, or why there
 * is nothing to choose. */
static void row_read(const struct app *app, struct ui *ui, struct row *row)
{
    *row = (struct row){.id = "comfort.read", .label = word(app, MSG_COMFORT_READ)};
    if (!speech_has_voice(app)) {
        const struct text_arg arg = {"language", word(app, MSG_LANGUAGE_NAME)};
        row->note = fill(app, ui, MSG_COMFORT_READ_NOVOICE, &arg, 1);
        return;
    }
    if (app->speech.ask) {
        row->label = word(app, MSG_COMFORT_READ_ASK);
        row->action = ACTION_PHONES;
        row->buttons = true;
        row->chosen = VALUE_MAX;
        row->count = 2;
        row->value_id[0] = "comfort.phones.yes";
        row->value_id[1] = "comfort.phones.no";
        row->value[0] = word(app, MSG_COMFORT_READ_ASK_B1);
        row->value[1] = word(app, MSG_COMFORT_READ_ASK_B2);
        row->arg[0] = 1;
        return;
    }
    row->action = ACTION_READ;
    row->count = 3;
    row->chosen = app->comfort.read;
    row->value_id[READ_OFF] = "comfort.read.off";
    row->value_id[READ_PHONES] = "comfort.read.phones";
    row->value_id[READ_SPEAKER] = "comfort.read.on-speaker";
    row->value[READ_OFF] = word(app, MSG_COMFORT_READ_1);
    row->value[READ_PHONES] = word(app, MSG_COMFORT_READ_2);
    row->value[READ_SPEAKER] = word(app, MSG_COMFORT_READ_3);
    if (app->comfort.read == READ_SPEAKER) {
        row->note = word(app, MSG_COMFORT_READ_SPEAKER);
    }
}

/* "Speed 4 of 7": Slower, Faster. */
static void row_steps(const struct app *app, struct ui *ui, enum action action, struct row *row)
{
    bool speed = action == ACTION_SPEED;
    char n[NUMBER_BYTES], of[NUMBER_BYTES];
    const struct text_arg args[] = {
        {"n", number_digits(app, n, speed ? app->comfort.speed : app->comfort.volume)},
        {"of", number_digits(app, of, speed ? VOICE_SPEED_STEPS : VOICE_VOLUME_STEPS)}};
    *row = (struct row){
        .id = speed ? "comfort.speed" : "comfort.volume",
        .label = fill(app, ui, speed ? MSG_COMFORT_SPEED_S : MSG_COMFORT_VOLUME_S, args, 2),
        .action = action,
        .buttons = true,
        .chosen = VALUE_MAX,
        .count = 2,
        .arg = {-1, 1},
        .value_id = {speed ? "comfort.speed.slower" : "comfort.volume.softer",
                     speed ? "comfort.speed.faster" : "comfort.volume.louder"},
        .value = {word(app, speed ? MSG_COMFORT_SPEED_1 : MSG_COMFORT_VOLUME_1),
                  word(app, speed ? MSG_COMFORT_SPEED_2 : MSG_COMFORT_VOLUME_2)}};
}

static void row_blank(const struct app *app, struct row *row)
{
    *row = (struct row){.id = "comfort.darken",
                        .label = word(app, MSG_COMFORT_BLANK),
                        .action = ACTION_BLANK,
                        .count = 2,
                        .chosen = app->speech.blank,
                        .value_id = {"comfort.blank.off", "comfort.blank.on"},
                        .value = {word(app, MSG_COMMON_OFF), word(app, MSG_COMMON_ON)}};
}

/* How it reads is asked only where it can. */
static uint32_t all_rows(const struct app *app, struct ui *ui, struct row rows[ROW_MAX])
{
    uint32_t count = 0;
    row_language(app, ui, &rows[count++]);
    row_size(app, &rows[count++]);
    row_look(app, &rows[count++]);
    row_read(app, ui, &rows[count++]);
    row_pace(app, &rows[count++]);
    row_private(app, &rows[count++]);
    assert(count == FIRST_PAGE_ROWS);
    row_motion(app, &rows[count++]);
    row_repeat(app, &rows[count++]);
    if (speech_has_voice(app)) {
        row_steps(app, ui, ACTION_SPEED, &rows[count++]);
        row_steps(app, ui, ACTION_VOLUME, &rows[count++]);
    }
    if (speech_is_private(app)) {
        row_blank(app, &rows[count++]);
    }
    row_switches(app, &rows[count++]);
    return count;
}

/* A look is shown as a small pond in its own colours, an A on its paper; the chosen one's name
 * stands behind them where it fits. */
static int32_t row_ponds(struct ui *ui, const struct row *row, int32_t x, int32_t y, int32_t w)
{
    int32_t side = ui_button_height(ui, BUTTON_CHIP), gap = ui_um(ui, 4500);
    int32_t at = x, top = y;
    for (uint32_t i = 0; i < row->count; i++) {
        if (at > x && at + side > x + w) {
            at = x;
            top += side + gap;
        }
        ui_pond(ui,
                &(struct ui_button){.id = row->value_id[i],
                                    .label = row->value[i],
                                    .chosen = i == row->chosen,
                                    .action = (uint16_t)row->action,
                                    .arg = (int16_t)i},
                (enum theme_id)i, (struct box){at, top, side, side});
        at += side + gap;
    }
    const char *name = row->value[row->chosen];
    if (at + ui_text_width(ui, TYPE_CAPTION, name) <= x + w) {
        ui_label(ui, TYPE_CAPTION, INK_INK2, name, (struct box){at, top, x + w - at, side},
                 ALIGN_START);
    }
    return top + side - y;
}

/* Text sizes are shown as large as they are: capitals of body text. */
static const uint16_t SAMPLE_UM[SIZE_COUNT] = {[SIZE_S] = 3900, 5200, 6800, 8750};

static void row_chips(const struct row *row, struct ui_button chips[VALUE_MAX])
{
    bool samples = row->action == ACTION_SIZE;
    for (uint32_t i = 0; i < row->count; i++) {
        chips[i] = (struct ui_button){.id = row->value_id[i],
                                      .label = row->value[i],
                                      .spoken = row->spoken[i],
                                      .kind = BUTTON_CHIP,
                                      .role = row->buttons ? ROLE_BUTTON : ROLE_CHOICE,
                                      .chosen = i == row->chosen,
                                      .cap_um = samples ? SAMPLE_UM[i] : 0,
                                      .action = (uint16_t)row->action,
                                      .arg = row->buttons ? row->arg[i] : (int16_t)i};
    }
}

static int32_t row_values(struct ui *ui, const struct row *row, int32_t x, int32_t y, int32_t w)
{
    if (row->action == ACTION_LOOK_THEME) {
        return row_ponds(ui, row, x, y, w);
    }
    struct ui_button chips[VALUE_MAX];
    row_chips(row, chips);
    return ui_button_rows(ui, chips, row->count, x, y, w);
}

/* Label, values, and the note below the values. Returns the height. */
static int32_t draw_row(struct ui *ui, const struct row *row, struct box at)
{
    int32_t label_w = ui_um(ui, ui_sized_um(ui, LABEL_UM));
    int32_t words_w = label_w - ui_um(ui, LABEL_GAP_UM);
    bool beside = at.w > label_w * 5 / 2 && ui_text_holds(ui, TYPE_BODY, row->label, words_w);
    /* Notes give way first: what they say is then heard with the row's name. */
    bool has_note = row->note != NULL && (ui->air == 100 || ui->paged || row->count == 0);
    const struct text_arg both[] = {{"label", row->label}, {"note", row->note}};
    char heard[CATALOG_STRING_MAX];
    if (row->note != NULL && !has_note) {
        text_format(heard, sizeof(heard), "{label}. {note}", both, 2);
    }
    struct ui_text label = {.id = row->id,
                            .text = row->label,
                            .spoken = row->note != NULL && !has_note ? heard : NULL,
                            .role = ROLE_HEADING,
                            .type = TYPE_BODY,
                            .ink = INK_INK,
                            .x = at.x,
                            .y = at.y,
                            .w = beside ? words_w : at.w};
    int32_t chip = ui_button_height(ui, BUTTON_CHIP), line = ui_line_px(ui, TYPE_BODY);
    int32_t x = beside ? at.x + label_w : at.x, w = beside ? at.w - label_w : at.w;
    int32_t y = at.y, bottom;
    if (beside && row->count > 0 && ui_text_height(ui, &label) <= line) {
        label.y += (chip - line) / 2;
    }
    bottom = label.y + ui_text(ui, &label);
    if (!beside) {
        y = bottom + ui_um(ui, 1000);
    }
    if (row->count > 0) {
        y += row_values(ui, row, x, y, w);
    }
    if (has_note) {
        char note_id[NODE_ID_BYTES];
        struct text_arg arg = {"row", row->id};
        text_format(note_id, sizeof(note_id), "{row}.note", &arg, 1);
        struct ui_text note = {.id = note_id,
                               .text = row->note,
                               .role = ROLE_TEXT,
                               .type = TYPE_CAPTION,
                               .balance = true,
                               .x = x,
                               .y = y + (row->count > 0 ? ui_um(ui, 1500) : 0),
                               .w = w};
        y = note.y + ui_text(ui, &note);
    }
    return (y > bottom ? y : bottom) - at.y;
}

/* A row taller than a page goes in its parts: label, values, note. */
static void flow_parts(struct flow *flow, const struct row *row)
{
    flow_gap(flow, 4000);
    flow_text(flow, &(struct ui_text){.id = row->id,
                                      .text = row->label,
                                      .role = ROLE_HEADING,
                                      .type = TYPE_BODY,
                                      .ink = INK_INK});
    struct ui_button chips[VALUE_MAX];
    int32_t height, y;
    if (row->action == ACTION_LOOK_THEME) {
        struct ui *ui = flow->ui;
        struct ui_mark mark = ui_mark(ui);
        height = row_ponds(ui, row, flow->box.x, 0, flow->box.w);
        ui_rewind(ui, mark);
        if (flow_block(flow, height, &y)) {
            row_ponds(ui, row, flow->box.x, y, flow->box.w);
        }
    } else if (row->count > 0) {
        row_chips(row, chips);
        flow_gap(flow, 1000);
        flow_buttons(flow, chips, row->count);
    }
    if (row->note != NULL) {
        char note_id[NODE_ID_BYTES];
        struct text_arg arg = {"row", row->id};
        text_format(note_id, sizeof(note_id), "{row}.note", &arg, 1);
        flow_gap(flow, 1500);
        flow_text(flow,
                  &(struct ui_text){
                      .id = note_id, .text = row->note, .role = ROLE_TEXT, .type = TYPE_CAPTION});
    }
}

/* spread: px more on each side of the line between two rows. */
static void flow_row(struct flow *flow, const struct row *row, bool line, int32_t spread)
{
    struct ui *ui = flow->ui;
    struct ui_mark mark = ui_mark(ui);
    bool overflow = ui->overflow;
    struct box at = {flow->box.x, 0, flow->box.w, 0};
    int32_t height = draw_row(ui, row, at);
    ui_rewind(ui, mark);
    ui->overflow = overflow;
    if (ui->paged && height > flow->box.h) {
        flow_parts(flow, row);
        return;
    }
    /* Targets of neighbouring rows stay at least 2.54 mm apart. */
    int32_t pad = ui_gap(ui, 2000), least = ui_um(ui, 1400);
    pad = (pad > least ? pad : least) + spread;
    if (line && !flow->fresh) {
        if (!ui->paged || flow->page == ui->page) {
            ui_hairline(ui, flow->box.x, flow->y + pad, flow->box.w);
        }
        flow->y += 2 * pad;
    }
    if (flow_block(flow, height, &at.y)) {
        draw_row(ui, row, at);
    }
}

/* Pictures of answers, not controls: they take no press and no focus. As many as the card holds. */
static void preview_answers(const struct app *app, struct ui *ui, struct box box)
{
    static const enum message_id ANSWERS[] = {MSG_QUESTION_ANSWER_1, MSG_QUESTION_ANSWER_2,
                                              MSG_QUESTION_ANSWER_3};
    enum { PREVIEWED = sizeof(ANSWERS) / sizeof(ANSWERS[0]) };
    int32_t gap = ui_um(ui, 3000), least = ui_answer_height_min(ui), most = ui_um(ui, 20000);
    int32_t count = (box.h + gap) / (least + gap);
    count = count < PREVIEWED ? count : PREVIEWED;
    int32_t height = count > 0 ? (box.h + gap) / count - gap : 0;
    height = height < most ? height : most;
    for (int32_t i = 0; i < count; i++) {
        int32_t y = box.y + i * (height + gap);
        ui_sheet(ui, (struct box){box.x, y, box.w, height}, (float)height / 2, false);
        ui_ring(ui, (float)box.x + (float)height / 2, (float)y + (float)height / 2,
                ui_umf(ui, ui_sized_um(ui, 3500)), INK_OUTLINE, ui_umf(ui, 400), 255);
        int32_t label_x = box.x + height / 2 + ui_um(ui, ui_sized_um(ui, 8200));
        ui_label(ui, TYPE_BODY, INK_INK, word(app, ANSWERS[i]),
                 (struct box){label_x, y, box.w, height}, ALIGN_START);
    }
}

/* Seven stones, the fifth under way, as they will stand over it. */
static int32_t preview_stones(struct ui *ui, int32_t x, int32_t y, int32_t w)
{
    enum { STONES = 7, AT = 5 };
    struct ui_mark mark = ui_mark(ui);
    int32_t width = ui_progress(ui, "comfort.preview.stones", AT, STONES, "", NULL, x, y);
    if (width > w) {
        ui_rewind(ui, mark);
        return 0;
    }
    return ui_um(ui, ui_sized_um(ui, 12800));
}

/* A real question at its true size: always the fifth, so that no topic shows before someone starts.
 */
static void preview(const struct app *app, struct ui *ui, struct box box)
{
    int found = pack_question_index(app->config.pack, "q5");
    uint32_t question = found >= 0 ? (uint32_t)found : 0;
    int32_t line = ui_line_px(ui, TYPE_CAPTION), pad = ui_um(ui, 7000);
    ui_text(ui, &(struct ui_text){.id = "comfort.preview",
                                  .text = word(app, MSG_COMFORT_PREVIEW),
                                  .role = ROLE_HEADING,
                                  .type = TYPE_CAPTION,
                                  .x = box.x,
                                  .y = box.y,
                                  .w = box.w});
    int32_t top = box.y + line + ui_um(ui, 2500);
    struct draw card = {.kind = DRAW_BOX,
                        .fill = INK_SURFACE,
                        .fill_alpha = 255,
                        .stroke = INK_HAIR,
                        .stroke_alpha = 255,
                        .stroke_px = 1.5F,
                        .x = (float)box.x,
                        .y = (float)top,
                        .w = (float)box.w,
                        .h = (float)(box.y + box.h - top),
                        .radius = ui_umf(ui, 4000)};
    frame_draw(ui->frame, &card);
    int32_t x = box.x + pad, w = box.w - 2 * pad, bottom = box.y + box.h - pad;
    struct ui_text period = {.id = "comfort.preview.period",
                             .text = word(app, MSG_QUESTION_PERIOD_MET),
                             .role = ROLE_TEXT,
                             .type = TYPE_BODY,
                             .x = x,
                             .w = w};
    struct ui_text statement = {.id = "comfort.preview.statement",
                                .text = question_statement(app, question),
                                .role = ROLE_TEXT,
                                .type = TYPE_STATEMENT_SMALL,
                                .ink = INK_INK,
                                .balance = true,
                                .x = x,
                                .w = w};
    int32_t gap = ui_um(ui, 1500), after = ui_um(ui, 6000);
    int32_t words = ui_text_height(ui, &period) + gap + ui_text_height(ui, &statement);
    int32_t y = top + pad * 3 / 4;
    if (y + words > bottom) {
        return;
    }
    /* Stones where they leave room for the words and one answer. */
    int32_t stones = ui_um(ui, ui_sized_um(ui, 12800));
    if (y + stones + words + after + ui_answer_height_min(ui) <= bottom) {
        y += preview_stones(ui, x, y, w);
    }
    period.y = y;
    y += ui_text(ui, &period) + gap;
    statement.y = y;
    y += ui_text(ui, &statement) + after;
    preview_answers(app, ui, (struct box){x, y, w, bottom - y});
}

static void title(const struct app *app, struct flow *flow)
{
    flow_text(flow, &(struct ui_text){.id = "comfort.title",
                                      .text = word(app, MSG_COMFORT_TITLE),
                                      .role = ROLE_HEADING,
                                      .type = TYPE_TITLE});
    flow_text(flow,
              &(struct ui_text){.id = "comfort.lead",
                                .text = word(app, app->comfort_is_reset ? MSG_COMFORT_RESET_DONE
                                                                        : MSG_COMFORT_NOTE),
                                .role = app->comfort_is_reset ? ROLE_STATUS : ROLE_TEXT,
                                .type = TYPE_CAPTION});
    flow_gap(flow, 4500);
}

/* Returns where it ends. */
static int32_t page(const struct app *app, struct ui *ui, struct box box, uint32_t which,
                    int32_t spread)
{
    struct row rows[ROW_MAX];
    uint32_t count = all_rows(app, ui, rows);
    uint32_t from = which == 0 ? 0 : FIRST_PAGE_ROWS;
    uint32_t to = which == 0 ? FIRST_PAGE_ROWS : count;
    struct flow flow;
    flow_begin(&flow, ui, box);
    title(app, &flow);
    for (uint32_t i = from; i < to; i++) {
        flow_row(&flow, &rows[i], i > from, spread);
    }
    flow_end(&flow);
    return flow.y;
}

static void build(const struct app *app, struct ui *ui)
{
    bool second = app->page > 0;
    struct ui_button left[] = {{.id = "comfort.reset",
                                .label = word(app, MSG_COMFORT_RESET),
                                .icon = ICON_REDO,
                                .action = ACTION_RESET},
                               {.id = "common.more",
                                .bare = ICON_MORE,
                                .label = word(app, second && !ui->paged ? MSG_COMMON_BACK
                                                   : ui->paged          ? MSG_COMMON_MORE
                                                                        : MSG_COMFORT_MORE),
                                .action = ACTION_MORE}};
    struct ui_button right[] = {control_done(app)};
    struct ui_shore shore = {left, 2, right, 1, NULL};
    struct box box = ui_shore(ui, &shore);
    if (ui->paged) {
        struct row rows[ROW_MAX];
        uint32_t count = all_rows(app, ui, rows);
        struct flow flow;
        flow_begin(&flow, ui, box);
        title(app, &flow);
        for (uint32_t i = 0; i < count; i++) {
            flow_row(&flow, &rows[i], true, 0);
        }
        flow_end(&flow);
        return;
    }
    struct box rows_box = box;
    bool beside = ui_width_um(ui) >= PREVIEW_UM && ui->width > ui->height && ui->size <= SIZE_L;
    if (beside) {
        rows_box.w = box.w * 63 / 100;
    }
    /* Both pages must fit, or both give way to a flow of pages. */
    struct ui_mark mark = ui_mark(ui);
    (void)page(app, ui, rows_box, second ? 0 : 1, 0);
    ui_rewind(ui, mark);
    int32_t end = page(app, ui, rows_box, second ? 1 : 0, 0);
    int32_t spread =
        (rows_box.y + rows_box.h - end - ui_um(ui, 3000)) / (2 * (FIRST_PAGE_ROWS - 1));
    if (spread > 0) {
        /* What is left goes between the rows. */
        int32_t most = ui_um(ui, SPREAD_UM);
        ui_rewind(ui, mark);
        (void)page(app, ui, rows_box, second ? 1 : 0, spread < most ? spread : most);
    }
    if (beside) {
        preview(app, ui,
                (struct box){box.x + box.w * 67 / 100, box.y, box.w - box.w * 67 / 100, box.h});
    }
    ui->page_count = 2;
}

static void act(struct app *app, enum action action, int32_t arg)
{
    struct comfort *comfort = &app->comfort;
    app->comfort_is_reset = action == ACTION_RESET;
    switch ((int)action) {
    case ACTION_SIZE:
        comfort->size = (uint8_t)arg;
        break;
    case ACTION_LOOK_THEME:
        comfort->theme = (uint8_t)arg;
        break;
    case ACTION_MOTION:
        comfort->motion_less = (uint8_t)arg;
        break;
    case ACTION_PACE:
        comfort->slow = (uint8_t)arg;
        break;
    case ACTION_REPEAT:
        comfort->repeat_guard = (uint8_t)arg;
        break;
    case ACTION_READ:
        if (arg == READ_PHONES && comfort->read != READ_PHONES) {
            app->speech.ask = true;
        } else {
            speech_set_mode(app, (enum read_mode)arg);
        }
        break;
    case ACTION_PHONES:
        speech_set_mode(app, arg != 0 ? READ_PHONES : (enum read_mode)comfort->read);
        break;
    case ACTION_SPEED:
        speech_change_speed(app, arg);
        break;
    case ACTION_VOLUME:
        speech_change_volume(app, arg);
        break;
    case ACTION_BLANK:
        speech_set_blank(app, arg != 0);
        break;
    case ACTION_RESET: {
        struct switches own = app->switches;
        app_reset_comfort(app);
        app->switches = own; /* somebody's hands are no setting: Start over forgets them */
        app->page = 0;
        break;
    }
    case ACTION_SWITCHES:
        switches_enter(app);
        break;
    case ACTION_DONE:
        /* A meeting may have opened or closed meanwhile. */
        app_go(app, screen_ops(app->from_comfort)->patience == PATIENCE_REST ? app_rest_screen(app)
                                                                             : app->from_comfort);
        break;
    default:
        app_act_common(app, action, arg);
        break;
    }
}

const struct screen_ops SCREEN_OPS_COMFORT = {.patience = PATIENCE_VISIT,
                                              .build = build,
                                              .act = act,
                                              .focus_id = "common.done",
                                              .back_id = "common.done"};
