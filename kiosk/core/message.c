/* SPDX-License-Identifier: MIT */
/* The rules of each message: for each field that the lists of message.h name there is a function
 * take_FIELD. All of them read the same bytes through one wire (core/wire.h). */
#include "core/message.h"

#include "core/language.h"
#include "core/wire.h"

#include <assert.h>
#include <string.h>

enum {
    TRIES_MAX = 5,                /* PIN tries before a wait, as in keeper/guard.h */
    WAIT_MS_MAX = 15 * 60 * 1000, /* the longest of those waits */
    PERCENT_MAX = 100,
};

_Static_assert((int)MESSAGE_NAME_BYTES == (int)MESSAGE_LABEL_BYTES, "one rule for all names");

static void check_name(struct wire *wire, const char name[MESSAGE_NAME_BYTES])
{
    wire_name(wire, name, MESSAGE_NAME_BYTES);
}

/* Checks a month; all zero stands for no month. */
static void check_month(struct wire *wire, const struct month *month)
{
    wire_take(wire, &month->year, sizeof(month->year));
    wire_take(wire, &month->month, sizeof(month->month));
    wire_expect(wire, (month->year == 0 && month->month == 0) || month_is_valid(*month));
}

static void check_civil(struct wire *wire, const struct civil_time *time)
{
    check_month(wire, &time->month);
    bool none = time->month.month == 0;
    WIRE_NUMBER(wire, time->day, none ? 0 : 1, none ? 0 : 31);
    WIRE_NUMBER(wire, time->hour, 0, none ? 0 : 23);
    WIRE_NUMBER(wire, time->minute, 0, none ? 0 : 59);
}

enum message_type message_answer_of(enum message_type request)
{
#define ANSWER(name, field, answer) [MESSAGE_##name] = MESSAGE_##answer,
    static const uint8_t ANSWERS[MESSAGE_FACE_COUNT] = {MESSAGES_FROM_FACE(ANSWER)};
#undef ANSWER
    assert(request > MESSAGE_NONE && request < MESSAGE_FACE_COUNT);
    return (enum message_type)ANSWERS[request];
}

void message_init(struct message *message, enum message_type type)
{
    memset(message, 0, sizeof(*message));
    message->version = MESSAGE_VERSION;
    message->type = (uint16_t)type;
}

static void take_nothing(struct wire *wire, const struct message *message)
{
    (void)wire;
    (void)message;
}

static void take_sides(struct wire *wire, const struct message *message)
{
    for (size_t i = 0; i < PACK_QUESTION_MAX; i++) {
        WIRE_NUMBER(wire, message->as.sides[i], 0, SIDE_LOWER);
    }
}

static void take_pin(struct wire *wire, const struct message *message)
{
    const char *pin = message->as.pin;
    size_t length = strnlen(pin, PIN_DIGITS_MAX + 1);
    wire_take(wire, pin, length);
    wire_expect(wire, length <= PIN_DIGITS_MAX && pin_is_valid(pin));
}

static void take_open(struct wire *wire, const struct message *message)
{
    WIRE_NUMBER(wire, message->as.open.room, 0, ROOM_MANY);
    check_month(wire, &message->as.open.month);
}

static void take_flag(struct wire *wire, const struct message *message)
{
    WIRE_NUMBER(wire, message->as.flag, 0, 1);
}

static void take_leave(struct wire *wire, const struct message *message)
{
    WIRE_NUMBER(wire, message->as.leave, LEAVE_KIOSK, LEAVE_OFF);
}

static void take_chore(struct wire *wire, const struct message *message)
{
    WIRE_NUMBER(wire, message->as.chore, 0, CHORE_COUNT - 1);
}

static void take_clock(struct wire *wire, const struct message *message)
{
    const struct civil_time *clock = &message->as.clock;
    check_civil(wire, clock);
    wire_expect(wire, month_is_valid(clock->month) && clock->day <= month_days(clock->month));
}

static void take_from(struct wire *wire, const struct message *message)
{
    WIRE_NUMBER(wire, message->as.from, 0, TOTALS_BLOCK_MAX);
}

static void check_line_request(struct wire *wire, const struct message_line_request *request)
{
    uint64_t kind = WIRE_NUMBER(wire, request->kind, 0, LINE_QUESTION);
    WIRE_NUMBER(wire, request->period, 0, PERIOD_COUNT - 1);
    WIRE_NUMBER(wire, request->index, 0, kind == LINE_ALL ? 0 : PACK_QUESTION_MAX - 1);
    WIRE_NUMBER(wire, request->from, 0, TOTALS_BLOCK_MAX);
}

static void take_line_request(struct wire *wire, const struct message *message)
{
    check_line_request(wire, &message->as.line_request);
}

static void check_report_request(struct wire *wire, const struct message_report_request *request)
{
    WIRE_NUMBER(wire, request->period, 0, PERIOD_COUNT - 1);
    WIRE_NUMBER(wire, request->language, 0, language_count() - 1);
    WIRE_NUMBER(wire, request->from, 0, UINT32_MAX);
}

static void take_report_request(struct wire *wire, const struct message *message)
{
    check_report_request(wire, &message->as.report_request);
}

static void take_save(struct wire *wire, const struct message *message)
{
    const struct message_save *save = &message->as.save;
    WIRE_NUMBER(wire, save->period, 0, PERIOD_COUNT - 1);
    WIRE_NUMBER(wire, save->language, 0, language_count() - 1);
    check_name(wire, save->label);
}

static void take_label(struct wire *wire, const struct message *message)
{
    check_name(wire, message->as.label);
}

static void take_after(struct wire *wire, const struct message *message)
{
    const struct message_pick *after = &message->as.pick;
    check_name(wire, after->label);
    if (after->name[0] != '\0') {
        check_name(wire, after->name);
    }
}

static void take_pick(struct wire *wire, const struct message *message)
{
    check_name(wire, message->as.pick.label);
    check_name(wire, message->as.pick.name);
}

/* Settings are bytes alone. core/settings.h says what the settings file can hold. */
static void check_choice(struct wire *wire, const struct settings_choice *choice)
{
    wire_take(wire, choice, sizeof(*choice));
    wire_expect(wire, settings_choice_is_valid(choice));
}

static void check_support(struct wire *wire, const struct settings_support *support)
{
    wire_take(wire, support, sizeof(*support));
    wire_expect(wire, settings_support_is_valid(support));
}

static void take_choice(struct wire *wire, const struct message *message)
{
    check_choice(wire, &message->as.choice);
}

static void take_support(struct wire *wire, const struct message *message)
{
    check_support(wire, &message->as.support);
}

static void take_settings(struct wire *wire, const struct message *message)
{
    check_choice(wire, &message->as.settings.choice);
    check_support(wire, &message->as.settings.support);
    WIRE_NUMBER(wire, message->as.settings.still_open, 0, CHORES_ALL);
}

static void take_machine(struct wire *wire, const struct message *message)
{
    wire_take(wire, &message->as.machine, sizeof(message->as.machine));
    wire_expect(wire, machine_is_valid(&message->as.machine));
}

static void take_status(struct wire *wire, const struct message *message)
{
    const struct keeper_status *status = &message->as.status;
    uint64_t meeting = WIRE_NUMBER(wire, status->meeting, 0, MEETING_UNSAVED);
    WIRE_NUMBER(wire, status->room, 0, ROOM_MANY);
    WIRE_NUMBER(wire, status->paused, 0, 1);
    WIRE_NUMBER(wire, status->unlocked, 0, 1);
    WIRE_NUMBER(wire, status->pin_set, 0, 1);
    WIRE_NUMBER(wire, status->simulated, 0, 1);
    WIRE_NUMBER(wire, status->last, 0, LAST_UNSURE);
    WIRE_NUMBER(wire, status->file, 0, FILE_CHANGED);
    WIRE_NUMBER(wire, status->ended, 0, ENDED_UNSURE);
    WIRE_NUMBER(wire, status->memory_locked, 0, 1);
    WIRE_NUMBER(wire, status->swap_on, 0, 1);
    WIRE_NUMBER(wire, status->result, 0, STATUS_COUNT - 1);
    uint64_t why = WIRE_NUMBER(wire, status->unsaved_why, 0, STATUS_COUNT - 1);
    wire_expect(wire, (meeting == MEETING_UNSAVED) == (why != STATUS_OK));
    WIRE_NUMBER(wire, status->tries_left, 1, TRIES_MAX);
    WIRE_NUMBER(wire, status->question_count, PACK_QUESTION_MIN, PACK_QUESTION_MAX);
    WIRE_NUMBER(wire, status->scale, NOISE_SCALE_MIN, NOISE_SCALE_MAX);
    WIRE_NUMBER(wire, status->open_meetings, 0, TOTALS_MEETINGS_PER_BLOCK - 1);
    WIRE_NUMBER(wire, status->left_over, 0, 1);
    WIRE_NUMBER(wire, status->battery, 0, BATTERY_EMPTY);
    WIRE_NUMBER(wire, status->space, 0, HEALTH_SPACE_MEMORY);
    WIRE_NUMBER(wire, status->face_again, 0, 1);
    WIRE_NUMBER(wire, status->can_switch_off, 0, 1);
    WIRE_NUMBER(wire, status->settings, 0, SETTINGS_LOST);
    WIRE_NUMBER(wire, status->wait_why, 0, WAIT_COUNT - 1);
    WIRE_NUMBER(wire, status->set_aside, 0, 1);
    WIRE_NUMBER(wire, status->clock_doubt, 0, 1);
    WIRE_NUMBER(wire, status->appliance, 0, APPLIANCE_ALL);
    WIRE_NUMBER(wire, status->complete_blocks, 0, TOTALS_BLOCK_MAX);
    WIRE_NUMBER(wire, status->file_bytes, 0, UINT32_MAX);
    WIRE_NUMBER(wire, status->wait_ms, 0, WAIT_MS_MAX);
    WIRE_NUMBER(wire, status->wait_next_ms, 0, WAIT_MS_MAX);
    check_civil(wire, &status->opened);
    check_civil(wire, &status->closes);
    check_civil(wire, &status->closed);
    check_civil(wire, &status->today);
    check_month(wire, &status->month);
}

/* Only complete blocks are sent: the block under way never leaves the keeper. */
static void check_block(struct wire *wire, const struct block *block)
{
    WIRE_NUMBER(wire, block->id, 1, TOTALS_BLOCK_MAX);
    wire_line(wire, block->series, sizeof(block->series));
    check_month(wire, &block->month);
    wire_expect(wire, block->month.month != 0);
    WIRE_NUMBER(wire, block->meetings, TOTALS_MEETINGS_PER_BLOCK, TOTALS_MEETINGS_PER_BLOCK);
    WIRE_NUMBER(wire, block->scale, NOISE_SCALE_MIN, NOISE_SCALE_MAX);
    uint64_t count = WIRE_NUMBER(wire, block->tally_count, 1, PACK_QUESTION_MAX);
    for (size_t i = 0; i < count && wire->good; i++) {
        wire_line(wire, block->tally[i].question, sizeof(block->tally[i].question));
        wire_signed(wire, &block->tally[i].upper, TOTALS_TALLY_LIMIT);
        wire_signed(wire, &block->tally[i].lower, TOTALS_TALLY_LIMIT);
    }
}

static void take_rows(struct wire *wire, const struct message *message)
{
    const struct message_rows *rows = &message->as.rows;
    uint64_t total = WIRE_NUMBER(wire, rows->total, 0, TOTALS_BLOCK_MAX);
    uint64_t from = WIRE_NUMBER(wire, rows->from, 0, TOTALS_BLOCK_MAX);
    uint64_t count = WIRE_NUMBER(wire, rows->count, 0, MESSAGE_BLOCK_MAX);
    wire_expect(wire, count == 0 || from + count <= total);
    for (size_t i = 0; i < count && wire->good; i++) {
        check_block(wire, &rows->block[i]);
    }
}

static void check_band(struct wire *wire, const struct band *band)
{
    uint64_t centre = WIRE_NUMBER(wire, band->centre, 0, PERCENT_MAX);
    WIRE_NUMBER(wire, band->low, 0, centre);
    WIRE_NUMBER(wire, band->high, centre, PERCENT_MAX);
    WIRE_NUMBER(wire, band->readable, 0, 1);
}

static void check_claim(struct wire *wire, const struct claim_shown *claim)
{
    WIRE_NUMBER(wire, claim->grade, 0, GRADE_CHANGED);
    WIRE_NUMBER(wire, claim->reason, 0, NOT_YET_FEW_ANSWERS);
    WIRE_NUMBER(wire, claim->blocks_needed, 0, CLAIM_BLOCKS_MIN);
    WIRE_NUMBER(wire, claim->strength, 0, UINT32_MAX);
    WIRE_NUMBER(wire, claim->up, 0, 1);
    WIRE_NUMBER(wire, claim->since, 0, BLOCKS_MAX - 1);
    WIRE_NUMBER(wire, claim->before, 0, PERCENT_MAX);
    WIRE_NUMBER(wire, claim->after, 0, PERCENT_MAX);
}

static void check_view(struct wire *wire, const struct line_view *view)
{
    WIRE_NUMBER(wire, view->block_count, 0, TOTALS_BLOCK_MAX);
    WIRE_NUMBER(wire, view->series_before, 0, 1);
    check_month(wire, &view->series_month);
    check_claim(wire, &view->claim);
    check_month(wire, &view->first_month);
    check_month(wire, &view->since_month);
    wire_expect(wire, (view->claim.grade == GRADE_CHANGED) == (view->since_month.month != 0));
    WIRE_NUMBER(wire, view->point_count, 0, TOTALS_BLOCK_MAX);
}

static void take_line(struct wire *wire, const struct message *message)
{
    const struct message_line *line = &message->as.line;
    check_line_request(wire, &line->request);
    check_view(wire, &line->view);
    uint64_t count = WIRE_NUMBER(wire, line->count, 0, MESSAGE_POINT_MAX);
    for (size_t i = 0; i < count && wire->good; i++) {
        const struct point *point = &line->point[i];
        WIRE_NUMBER(wire, point->block_index, 0, TOTALS_BLOCK_MAX - 1);
        check_month(wire, &point->month);
        wire_expect(wire, point->month.month != 0);
        check_band(wire, &point->band);
    }
}

static void take_report(struct wire *wire, const struct message *message)
{
    const struct message_report *report = &message->as.report;
    check_report_request(wire, &report->request);
    WIRE_NUMBER(wire, report->rows, 0, UINT32_MAX);
    WIRE_NUMBER(wire, report->bytes, 0, UINT32_MAX);
    WIRE_NUMBER(wire, report->page_bytes, 0, UINT32_MAX);
    WIRE_NUMBER(wire, report->blocks, 0, TOTALS_BLOCK_MAX);
    check_month(wire, &report->first);
    check_month(wire, &report->last);
    wire_text(wire, report->text, sizeof(report->text));
}

static void take_drives(struct wire *wire, const struct message *message)
{
    const struct message_drives *drives = &message->as.drives;
    uint64_t count = WIRE_NUMBER(wire, drives->count, 0, MESSAGE_DRIVE_MAX);
    for (size_t i = 0; i < count && wire->good; i++) {
        check_name(wire, drives->drive[i].label);
        WIRE_NUMBER(wire, drives->drive[i].free_bytes, 0, UINT64_MAX);
    }
}

static void take_backups(struct wire *wire, const struct message *message)
{
    const struct message_backups *backups = &message->as.backups;
    check_name(wire, backups->label);
    uint64_t count = WIRE_NUMBER(wire, backups->count, 0, MESSAGE_BACKUP_MAX);
    for (size_t i = 0; i < count && wire->good; i++) {
        check_name(wire, backups->name[i]);
    }
}

static void take_health(struct wire *wire, const struct message *message)
{
    const struct health_facts *health = &message->as.health;
    WIRE_NUMBER(wire, health->swap, 0, HEALTH_SWAP_ON);
    WIRE_NUMBER(wire, health->memory_locked, 0, 1);
    WIRE_NUMBER(wire, health->undumpable, 0, 1);
    WIRE_NUMBER(wire, health->sandbox_missing, 0, HEALTH_SANDBOX_ALL);
    WIRE_NUMBER(wire, health->random, 0, 1);
    WIRE_NUMBER(wire, health->folder, 0, HEALTH_FOLDER_FILES);
    WIRE_NUMBER(wire, health->network, 0, HEALTH_NETWORK_ON);
    WIRE_NUMBER(wire, health->in_memory, 0, 1);
    WIRE_NUMBER(wire, health->free_mb, 0, UINT32_MAX);
    WIRE_NUMBER(wire, health->memory_mb, 0, UINT32_MAX);
    check_civil(wire, &health->now);
}

static void take_refused(struct wire *wire, const struct message *message)
{
    WIRE_NUMBER(wire, message->as.refused.type, MESSAGE_HELLO, MESSAGE_FACE_COUNT - 1);
    WIRE_NUMBER(wire, message->as.refused.why, STATUS_INVALID, STATUS_COUNT - 1);
}

static void take_backup(struct wire *wire, const struct message *message)
{
    check_month(wire, &message->as.backup.month);
    wire_expect(wire, message->as.backup.month.month != 0);
}

static void take_left(struct wire *wire, const struct message *message)
{
    WIRE_NUMBER(wire, message->as.left, 0, UINT32_MAX);
}

/* Checks what a message holds. */
typedef void take_fields(struct wire *wire, const struct message *message);

#define TAKE_REQUEST(name, field, answer) [MESSAGE_##name] = take_##field,
#define TAKE_ANSWER(name, field)          [MESSAGE_##name] = take_##field,
static take_fields *const TAKE_FIELDS[MESSAGE_KEEPER_COUNT] = {
    MESSAGES_FROM_FACE(TAKE_REQUEST) MESSAGES_FROM_KEEPER(TAKE_ANSWER)};
#undef TAKE_REQUEST
#undef TAKE_ANSWER

static bool walk(struct wire *wire, const struct message *message, bool from_face)
{
    uint16_t first = from_face ? MESSAGE_HELLO : MESSAGE_STATUS;
    uint16_t end = from_face ? MESSAGE_FACE_COUNT : MESSAGE_KEEPER_COUNT;
    WIRE_NUMBER(wire, message->version, MESSAGE_VERSION, MESSAGE_VERSION);
    WIRE_NUMBER(wire, message->type, first, end - 1);
    WIRE_NUMBER(wire, message->sequence, from_face ? 1 : 0, UINT32_MAX);
    if (!wire->good) {
        return false;
    }
    TAKE_FIELDS[message->type](wire, message);
    return wire_end(wire);
}

static enum status check_whole(const struct message *message, size_t length, bool from_face)
{
    struct wire wire;
    wire_begin(&wire, message, MESSAGE_BYTES);
    return length == MESSAGE_BYTES && walk(&wire, message, from_face) ? STATUS_OK : STATUS_INVALID;
}

enum status message_check_from_face(const struct message *message, size_t length)
{
    return check_whole(message, length, true);
}

enum status message_check_from_keeper(const struct message *message, size_t length)
{
    return check_whole(message, length, false);
}

enum status message_seal(struct message *message)
{
    struct wire wire;
    wire_begin_seal(&wire, message, MESSAGE_BYTES);
    bool good = walk(&wire, message, message->type < MESSAGE_FACE_COUNT);
    return good ? STATUS_OK : STATUS_INVALID;
}
