/* SPDX-License-Identifier: MIT */
#include "screens/facilitator/saving.h"

#include "core/drive_label.h"
#include "screens/parts/page.h"
#include "ui/blocks/marked.h"
#include "ui/blocks/named_button.h"
#include "ui/ids.h"

#include <string.h>

enum {
    BETWEEN_UM = 2600,
    SAVE_UM = 70000, /* as wide as the panel of a usual screen */
};

STATE_BEGIN
struct saving_state {
    struct message_drives drives;
    char drive[MESSAGE_LABEL_BYTES]; /* the one that was chosen */
    uint32_t changes;
    uint32_t arrival; /* of the screen that began the newest save */
    bool ended;       /* and it went so: */
    uint8_t result;   /* enum status */
    uint8_t unread;   /* enum status: why nobody can say which drives there are */
    uint8_t unused[5];
};
STATE_END

enum { OWNER = OWNER_MODULE + MODULE_SAVING };

PART_STATE(struct saving_state, OWNER, seen, mine)

const char *saving_drive(const struct app *app)
{
    const struct message_drives *drives = &seen(app)->drives;
    for (uint32_t i = 0; i < drives->count; i++) {
        if (strcmp(drives->drive[i].label, seen(app)->drive) == 0) {
            return drives->drive[i].label;
        }
    }
    return drives->count > 0 ? drives->drive[0].label : NULL;
}

bool saving_is_under_way(const struct app *app)
{
    return app_is_asking(app, MESSAGE_SAVE_REPORT) || app_is_asking(app, MESSAGE_SAVE_BACKUP);
}

uint32_t saving_changes(const struct app *app)
{
    return seen(app)->changes;
}

static void choose(struct app *app, int32_t index)
{
    struct saving_state *state = mine(app);
    if (index < 0 || (uint32_t)index >= state->drives.count || saving_is_under_way(app)) {
        return;
    }
    memcpy(state->drive, state->drives.drive[index].label, sizeof(state->drive));
    state->ended = false;
    state->changes++;
}

void saving_enter(struct app *app)
{
    (void)app_request(app, OWNER, MESSAGE_READ_DRIVES); /* one that is open will do */
    mine(app)->ended = false;
}

static void save(struct app *app, const struct saving *saving)
{
    struct saving_state *state = mine(app);
    const char *drive = saving_drive(app);
    struct message *message =
        drive != NULL && !saving_is_under_way(app) ? app_ask(app, OWNER, saving->request) : NULL;
    if (message != NULL) {
        saving->fill(app, message, drive);
        memcpy(state->drive, drive, sizeof(state->drive));
        state->arrival = app->arrival;
        state->ended = false;
    }
}

bool saving_act(struct app *app, const struct saving *saving, enum action action, int32_t arg)
{
    if ((int)action == SAVING_DRIVE) {
        choose(app, arg);
    } else if ((int)action == SAVING_SAVE) {
        save(app, saving);
    } else {
        return false;
    }
    return true;
}

static void take_drives(struct app *app, const struct message_drives *drives)
{
    mine(app)->drives = *drives;
    mine(app)->unread = STATUS_OK;
    mine(app)->changes++;
}

static bool answer(struct app *app, enum message_type asked, const struct message *answer)
{
    struct saving_state *state = mine(app);
    if (answer->type == MESSAGE_DRIVES) {
        take_drives(app, &answer->as.drives);
    } else if (asked == MESSAGE_READ_DRIVES) {
        memset(&state->drives, 0, sizeof(state->drives)); /* the drives of before may be gone */
        state->unread = (uint8_t)answer->as.refused.why;
        state->changes++;
    } else {
        state->ended = true;
        state->result = answer->type == MESSAGE_SAVED ? STATUS_OK : (uint8_t)answer->as.refused.why;
        state->changes++; /* what was saved is on the drive */
    }
    return true;
}

/* Takes news of drives, which come and go by themselves. */
static bool take(struct app *app, const struct input *input)
{
    if (input->kind == INPUT_MESSAGE && input->message->type == MESSAGE_DRIVES &&
        input->message->sequence == 0) {
        take_drives(app, &input->message->as.drives);
    }
    return false;
}

const char *saving_words(const struct app *app, struct ui *ui, const char *label)
{
    char words[NAMED_BYTES];
    size_t none = strlen(DRIVE_LABEL_NONE);
    if (strncmp(label, DRIVE_LABEL_NONE, none) != 0) {
        return label;
    }
    struct text_arg args[] = {{"words", word(app, MSG_DRIVE_NAMELESS)}, {"number", label + none}};
    size_t bytes = text_format(words, sizeof(words), "{words}{number}", args, 2);
    return frame_text_bytes(ui->frame, words, bytes);
}

/* Draws the button that saves. Returns its height. */
static int32_t draw_save(const struct app *app, struct flow *flow, const struct saving *saving,
                         int32_t y)
{
    const struct named_button save = {
        .button = {.id = saving->save_id,
                   .kind = BUTTON_F_PRIMARY,
                   .disabled = saving_is_under_way(app),
                   .action = SAVING_SAVE},
        .words = word(app, saving->save),
        .name = {"drive", saving_words(app, flow->ui, saving_drive(app))},
        .least_um = SAVE_UM};
    return ui_named_button(flow->ui, &save, (struct box){flow->box.x, y, flow->box.w, 0});
}

/* Fills text with the words about the save that this screen began. Returns false when this screen
 * began none. */
static bool state_text(const struct app *app, const struct flow *flow, const struct saving *saving,
                       struct ui_text *text)
{
    const struct saving_state *state = seen(app);
    const bool runs = saving_is_under_way(app);
    *text = (struct ui_text){.id = saving->state_id,
                             .role = ROLE_STATUS,
                             .type = TYPE_F_TEXT,
                             .balance = true,
                             .ink = INK_INFO,
                             .x = flow->box.x,
                             .w = flow->box.w};
    text->text =
        fill_one(app, flow->ui,
                 runs ? MSG_REPORT_SAVING : outcome_words(saving->deed, (enum status)state->result),
                 "drive", saving_words(app, flow->ui, state->drive));
    return runs || (state->ended && state->arrival == app->arrival);
}

bool saving_flow_news(const struct app *app, struct flow *flow, const struct saving *saving)
{
    struct ui_text state;
    const bool is_news = state_text(app, flow, saving, &state);
    if (is_news) {
        flow_gap(flow, 6000);
        flow_text(flow, &state);
    }
    return is_news;
}

void saving_flow_button(const struct app *app, struct flow *flow, const struct saving *saving)
{
    int32_t y;
    flow->y += ui_um(flow->ui, BETWEEN_UM);
    if (saving_drive(app) != NULL &&
        flow_block(flow, ui_button_height(flow->ui, BUTTON_F_PRIMARY), &y)) {
        draw_save(app, flow, saving, y);
    }
}

void saving_flow(const struct app *app, struct flow *flow, const struct saving *saving)
{
    struct ui *ui = flow->ui;
    struct ui_text state;
    const bool is_news = state_text(app, flow, saving, &state);
    const bool has_drive = saving_drive(app) != NULL;
    int32_t gap = ui_um(ui, 3000), y;
    int32_t height = (has_drive ? ui_button_height(ui, BUTTON_F_PRIMARY) : 0) +
                     (is_news ? gap + ui_text_height(ui, &state) : 0);
    if (height == 0 || !flow_block(flow, height, &y)) {
        return;
    }
    y += has_drive ? draw_save(app, flow, saving, y) : 0;
    if (is_news) {
        state.y = y + gap;
        ui_text(ui, &state);
    }
}

void saving_flow_caution(const struct app *app, struct flow *flow, const char *id,
                         enum message_id words)
{
    const struct ui_text warn = {.id = id,
                                 .text = word(app, words),
                                 .role = ROLE_TEXT,
                                 .type = TYPE_F_TEXT,
                                 .ink = INK_WARN};
    flow_gap(flow, 6000);
    flow_marked(flow, &(struct marked){.mark = MARK_CAUTION, .text = warn});
}

void saving_flow_drives(const struct app *app, struct flow *flow, const struct saving *saving)
{
    flow_said(flow, BLOCK_F_HEADING, saving->where_id, word(app, MSG_REPORT_WHERE), 8000);
    flow_gap(flow, 2000);
    saving_flow_list(app, flow, saving);
}

void saving_flow_list(const struct app *app, struct flow *flow, const struct saving *saving)
{
    const struct message_drives *drives = &seen(app)->drives;
    if (drives->count == 0) {
        flow_said(flow, BLOCK_F_TEXT, saving->none_id,
                  word(app, outcome_words(DEED_DRIVES, (enum status)seen(app)->unread)), 0);
    }
    for (uint32_t i = 0; i < drives->count; i++) {
        const struct message_drive *drive = &drives->drive[i];
        const bool known = drive->free_bytes != MESSAGE_FREE_UNKNOWN;
        const struct named_button button = {
            .button = {.id = id_number(flow->ui->frame, saving->drive_id, i + 1),
                       .kind = BUTTON_F,
                       .role = ROLE_CHOICE,
                       .chosen = drive->label == saving_drive(app),
                       .action = SAVING_DRIVE,
                       .arg = (int16_t)i},
            .words = word(app, known ? MSG_REPORT_DRIVE : MSG_REPORT_DRIVE_ONLY),
            .name = {"drive", saving_words(app, flow->ui, drive->label)},
            .more = {"size", size_words(app, flow->ui, known ? drive->free_bytes : 0)}};
        flow_named_button(flow, &button, i == 0);
    }
}

const struct module_ops MODULE_OPS_SAVING = {
    .part = {.state_bytes = sizeof(struct saving_state), .life = LIFE_RUN, .answer = answer},
    .take = take};
