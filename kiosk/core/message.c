/* SPDX-License-Identifier: MIT */
/* The rules of each message, one wire over its fields (core/wire.h). */
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

static void take_label(struct wire *wire, const char *label)
{
    wire_name(wire, label, MESSAGE_LABEL_BYTES);
}

static void take_pick(struct wire *wire, const struct message_pick *pick)
{
    take_label(wire, pick->label);
    wire_name(wire, pick->name, sizeof(pick->name));
}

static void take_pin(struct wire *wire, const char pin[PIN_DIGITS_MAX + 1])
{
    size_t length = strnlen(pin, PIN_DIGITS_MAX + 1);
    wire_take(wire, pin, length);
    wire_expect(wire, length <= PIN_DIGITS_MAX && pin_is_valid(pin));
}

/* A month, or all zero where there is none. */
static void take_month(struct wire *wire, const struct month *month)
{
    wire_take(wire, &month->year, sizeof(month->year));
    wire_take(wire, &month->month, sizeof(month->month));
    wire_expect(wire, (month->year == 0 && month->month == 0) || month_is_valid(*month));
}

static void take_civil(struct wire *wire, const struct civil_time *time)
{
    take_month(wire, &time->month);
    bool none = time->month.month == 0;
    WIRE_NUMBER(wire, time->day, none ? 0 : 1, none ? 0 : 31);
    WIRE_NUMBER(wire, time->hour, 0, none ? 0 : 23);
    WIRE_NUMBER(wire, time->minute, 0, none ? 0 : 59);
}

static void take_line_request(struct wire *wire, const struct message_line_request *request)
{
    uint64_t kind = WIRE_NUMBER(wire, request->kind, 0, LINE_QUESTION);
    WIRE_NUMBER(wire, request->period, 0, PERIOD_COUNT - 1);
    WIRE_NUMBER(wire, request->index, 0, kind == LINE_ALL ? 0 : PACK_QUESTION_MAX - 1);
    WIRE_NUMBER(wire, request->from, 0, TOTALS_BLOCK_MAX);
}

static void take_report_request(struct wire *wire, const struct message_report_request *request)
{
    WIRE_NUMBER(wire, request->period, 0, PERIOD_COUNT - 1);
    WIRE_NUMBER(wire, request->language, 0, LANGUAGE_MAX - 1);
    WIRE_NUMBER(wire, request->from, 0, UINT32_MAX);
}

static bool take_head(struct wire *wire, const struct message *message, uint32_t sequence_min)
{
    WIRE_NUMBER(wire, message->version, MESSAGE_VERSION, MESSAGE_VERSION);
    WIRE_NUMBER(wire, message->type, 0, UINT16_MAX);
    WIRE_NUMBER(wire, message->sequence, sequence_min, UINT32_MAX);
    return wire->good;
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

/* Settings are bytes alone and know themselves what the settings file can hold. */
static void take_choice(struct wire *wire, const struct settings_choice *choice)
{
    wire_take(wire, choice, sizeof(*choice));
    wire_expect(wire, settings_choice_is_valid(choice));
}

static void take_support(struct wire *wire, const struct settings_support *support)
{
    wire_take(wire, support, sizeof(*support));
    wire_expect(wire, settings_support_is_valid(support));
}

static void take_machine(struct wire *wire, const struct machine *machine)
{
    wire_take(wire, machine, sizeof(*machine));
    wire_expect(wire, machine_is_valid(machine));
}

static bool walk_from_face(struct wire *wire, const struct message *message)
{
    if (!take_head(wire, message, 1)) {
        return false;
    }
    switch (message->type) {
    case MESSAGE_HELLO:
    case MESSAGE_TURN_FREE:
    case MESSAGE_LOCK:
    case MESSAGE_STAY:
    case MESSAGE_CLOSE:
    case MESSAGE_DISCARD:
    case MESSAGE_SEEN:
    case MESSAGE_READ_DRIVES:
    case MESSAGE_READ_HEALTH:
    case MESSAGE_ERASE_ALL:
        break;
    case MESSAGE_ADD:
        for (size_t i = 0; i < PACK_QUESTION_MAX; i++) {
            WIRE_NUMBER(wire, message->as.sides[i], 0, SIDE_LOWER);
        }
        break;
    case MESSAGE_SET_PIN:
    case MESSAGE_UNLOCK:
        take_pin(wire, message->as.pin);
        break;
    case MESSAGE_OPEN:
        WIRE_NUMBER(wire, message->as.room, 0, ROOM_MANY);
        break;
    case MESSAGE_PAUSE:
        WIRE_NUMBER(wire, message->as.flag, 0, 1);
        break;
    case MESSAGE_LEAVE:
        WIRE_NUMBER(wire, message->as.leave, LEAVE_KIOSK, LEAVE_OFF);
        break;
    case MESSAGE_READ_ROWS:
        WIRE_NUMBER(wire, message->as.from, 0, TOTALS_BLOCK_MAX);
        break;
    case MESSAGE_READ_LINE:
        take_line_request(wire, &message->as.line_request);
        break;
    case MESSAGE_READ_REPORT:
        take_report_request(wire, &message->as.report_request);
        break;
    case MESSAGE_SAVE_REPORT:
        WIRE_NUMBER(wire, message->as.save.period, 0, PERIOD_COUNT - 1);
        WIRE_NUMBER(wire, message->as.save.language, 0, LANGUAGE_MAX - 1);
        take_label(wire, message->as.save.label);
        break;
    case MESSAGE_SET_SETTINGS:
        take_choice(wire, &message->as.choice);
        break;
    case MESSAGE_SET_MACHINE:
        take_machine(wire, &message->as.machine);
        break;
    case MESSAGE_SET_SUPPORT:
        take_support(wire, &message->as.support);
        break;
    case MESSAGE_SAVE_BACKUP:
    case MESSAGE_READ_BACKUPS:
        take_label(wire, message->as.label);
        break;
    case MESSAGE_CHECK_BACKUP:
    case MESSAGE_RESTORE:
        take_pick(wire, &message->as.pick);
        break;
    default:
        return false;
    }
    return wire_end(wire);
}

static void take_status(struct wire *wire, const struct keeper_status *status)
{
    uint64_t meeting = WIRE_NUMBER(wire, status->meeting, 0, MEETING_UNSAVED);
    WIRE_NUMBER(wire, status->room, 0, ROOM_MANY);
    WIRE_NUMBER(wire, status->paused, 0, 1);
    WIRE_NUMBER(wire, status->unlocked, 0, 1);
    WIRE_NUMBER(wire, status->pin_set, 0, 1);
    WIRE_NUMBER(wire, status->simulated, 0, 1);
    WIRE_NUMBER(wire, status->last, 0, LAST_UNSURE);
    WIRE_NUMBER(wire, status->file, 0, FILE_UNREADABLE);
    WIRE_NUMBER(wire, status->ended, 0, ENDED_UNSURE);
    WIRE_NUMBER(wire, status->memory_locked, 0, 1);
    WIRE_NUMBER(wire, status->swap_on, 0, 1);
    WIRE_NUMBER(wire, status->result, 0, STATUS_UNSURE);
    uint64_t why = WIRE_NUMBER(wire, status->unsaved_why, 0, STATUS_UNSURE);
    wire_expect(wire, (meeting == MEETING_UNSAVED) == (why != STATUS_OK));
    WIRE_NUMBER(wire, status->tries_left, 1, TRIES_MAX);
    WIRE_NUMBER(wire, status->question_count, PACK_QUESTION_MIN, PACK_QUESTION_MAX);
    WIRE_NUMBER(wire, status->scale, NOISE_SCALE_MIN, NOISE_SCALE_MAX);
    WIRE_NUMBER(wire, status->open_meetings, 0, TOTALS_MEETINGS_PER_BLOCK - 1);
    WIRE_NUMBER(wire, status->left_over, 0, 1);
    WIRE_NUMBER(wire, status->battery, 0, BATTERY_EMPTY);
    WIRE_NUMBER(wire, status->space_low, 0, 1);
    WIRE_NUMBER(wire, status->face_again, 0, 1);
    WIRE_NUMBER(wire, status->can_switch_off, 0, 1);
    WIRE_NUMBER(wire, status->set_aside, 0, 1);
    WIRE_NUMBER(wire, status->complete_blocks, 0, TOTALS_BLOCK_MAX);
    WIRE_NUMBER(wire, status->file_bytes, 0, UINT32_MAX);
    WIRE_NUMBER(wire, status->wait_ms, 0, WAIT_MS_MAX);
    WIRE_NUMBER(wire, status->wait_next_ms, 0, WAIT_MS_MAX);
    take_civil(wire, &status->opened);
    take_civil(wire, &status->closes);
    take_civil(wire, &status->closed);
    take_civil(wire, &status->today);
}

static void take_settings(struct wire *wire, const struct message_settings *settings)
{
    take_choice(wire, &settings->choice);
    take_support(wire, &settings->support);
}

/* Only complete blocks may cross: the set under way never leaves the keeper. */
static void take_block(struct wire *wire, const struct block *block)
{
    WIRE_NUMBER(wire, block->id, 1, TOTALS_BLOCK_MAX);
    wire_line(wire, block->series, sizeof(block->series));
    take_month(wire, &block->month);
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

static void take_rows(struct wire *wire, const struct message_rows *rows)
{
    uint64_t total = WIRE_NUMBER(wire, rows->total, 0, TOTALS_BLOCK_MAX);
    uint64_t from = WIRE_NUMBER(wire, rows->from, 0, TOTALS_BLOCK_MAX);
    uint64_t count = WIRE_NUMBER(wire, rows->count, 0, MESSAGE_BLOCK_MAX);
    wire_expect(wire, count == 0 || from + count <= total);
    for (size_t i = 0; i < count && wire->good; i++) {
        take_block(wire, &rows->block[i]);
    }
}

static void take_band(struct wire *wire, const struct band *band)
{
    uint64_t centre = WIRE_NUMBER(wire, band->centre, 0, PERCENT_MAX);
    WIRE_NUMBER(wire, band->low, 0, centre);
    WIRE_NUMBER(wire, band->high, centre, PERCENT_MAX);
    WIRE_NUMBER(wire, band->readable, 0, 1);
}

static void take_view(struct wire *wire, const struct line_view *view)
{
    WIRE_NUMBER(wire, view->block_count, 0, TOTALS_BLOCK_MAX);
    WIRE_NUMBER(wire, view->pool_blocks, 0, BAND_POOL_BLOCKS);
    WIRE_NUMBER(wire, view->series_before, 0, 1);
    take_month(wire, &view->series_month);
    WIRE_NUMBER(wire, view->verdict, 0, VERDICT_SAME);
    WIRE_NUMBER(wire, view->first, 0, PERCENT_MAX);
    WIRE_NUMBER(wire, view->last, 0, PERCENT_MAX);
    take_month(wire, &view->first_month);
    WIRE_NUMBER(wire, view->point_count, 0, TOTALS_BLOCK_MAX);
}

static void take_points(struct wire *wire, const struct message_line *line)
{
    take_line_request(wire, &line->request);
    take_view(wire, &line->view);
    uint64_t count = WIRE_NUMBER(wire, line->count, 0, MESSAGE_POINT_MAX);
    for (size_t i = 0; i < count && wire->good; i++) {
        const struct point *point = &line->point[i];
        WIRE_NUMBER(wire, point->block_index, 0, TOTALS_BLOCK_MAX - 1);
        take_month(wire, &point->month);
        take_month(wire, &point->month_from);
        wire_expect(wire, point->month.month != 0 && point->month_from.month != 0);
        take_band(wire, &point->band);
    }
}

static void take_report(struct wire *wire, const struct message_report *report)
{
    take_report_request(wire, &report->request);
    WIRE_NUMBER(wire, report->rows, 0, UINT32_MAX);
    WIRE_NUMBER(wire, report->bytes, 0, UINT32_MAX);
    WIRE_NUMBER(wire, report->page_bytes, 0, UINT32_MAX);
    WIRE_NUMBER(wire, report->blocks, 0, TOTALS_BLOCK_MAX);
    take_month(wire, &report->first);
    take_month(wire, &report->last);
    wire_text(wire, report->text, sizeof(report->text));
}

static void take_drives(struct wire *wire, const struct message_drives *drives)
{
    uint64_t count = WIRE_NUMBER(wire, drives->count, 0, MESSAGE_DRIVE_MAX);
    for (size_t i = 0; i < count && wire->good; i++) {
        take_label(wire, drives->drive[i].label);
        WIRE_NUMBER(wire, drives->drive[i].free_bytes, 0, UINT64_MAX);
    }
}

static void take_backups(struct wire *wire, const struct message_backups *backups)
{
    take_label(wire, backups->label);
    uint64_t count = WIRE_NUMBER(wire, backups->count, 0, MESSAGE_BACKUP_MAX);
    for (size_t i = 0; i < count && wire->good; i++) {
        wire_name(wire, backups->name[i], MESSAGE_NAME_BYTES);
    }
}

static void take_health(struct wire *wire, const struct health_facts *health)
{
    WIRE_NUMBER(wire, health->swap, 0, HEALTH_SWAP_ON);
    WIRE_NUMBER(wire, health->memory_locked, 0, 1);
    WIRE_NUMBER(wire, health->undumpable, 0, 1);
    WIRE_NUMBER(wire, health->sandbox_missing, 0, HEALTH_SANDBOX_ALL);
    WIRE_NUMBER(wire, health->random, 0, 1);
    WIRE_NUMBER(wire, health->writable, 0, 1);
    WIRE_NUMBER(wire, health->free_mb, 0, UINT32_MAX);
    take_civil(wire, &health->now);
}

static bool walk_from_keeper(struct wire *wire, const struct message *message)
{
    if (!take_head(wire, message, 0)) {
        return false;
    }
    switch (message->type) {
    case MESSAGE_STATUS:
        take_status(wire, &message->as.status);
        break;
    case MESSAGE_SETTINGS:
        take_settings(wire, &message->as.settings);
        break;
    case MESSAGE_ADDED:
    case MESSAGE_SAVED:
        break;
    case MESSAGE_REFUSED:
        WIRE_NUMBER(wire, message->as.refused.type, MESSAGE_HELLO, MESSAGE_FACE_COUNT - 1);
        WIRE_NUMBER(wire, message->as.refused.why, STATUS_INVALID, STATUS_UNSURE);
        break;
    case MESSAGE_ROWS:
        take_rows(wire, &message->as.rows);
        break;
    case MESSAGE_LINE:
        take_points(wire, &message->as.line);
        break;
    case MESSAGE_REPORT:
        take_report(wire, &message->as.report);
        break;
    case MESSAGE_DRIVES:
        take_drives(wire, &message->as.drives);
        break;
    case MESSAGE_MACHINE:
        take_machine(wire, &message->as.machine);
        break;
    case MESSAGE_HEALTH:
        take_health(wire, &message->as.health);
        break;
    case MESSAGE_BACKUPS:
        take_backups(wire, &message->as.backups);
        break;
    case MESSAGE_BACKUP:
        take_month(wire, &message->as.backup.month);
        wire_expect(wire, message->as.backup.month.month != 0);
        break;
    case MESSAGE_ERASED:
        WIRE_NUMBER(wire, message->as.left, 0, UINT32_MAX);
        break;
    default:
        return false;
    }
    return wire_end(wire);
}

enum status message_check_from_face(const struct message *message, size_t length)
{
    struct wire wire;
    wire_begin(&wire, message, MESSAGE_BYTES);
    return length == MESSAGE_BYTES && walk_from_face(&wire, message) ? STATUS_OK : STATUS_INVALID;
}

enum status message_check_from_keeper(const struct message *message, size_t length)
{
    struct wire wire;
    wire_begin(&wire, message, MESSAGE_BYTES);
    return length == MESSAGE_BYTES && walk_from_keeper(&wire, message) ? STATUS_OK : STATUS_INVALID;
}

enum status message_seal(struct message *message)
{
    struct wire wire;
    wire_begin_seal(&wire, message, MESSAGE_BYTES);
    bool good = message->type < MESSAGE_FACE_COUNT ? walk_from_face(&wire, message)
                                                   : walk_from_keeper(&wire, message);
    return good ? STATUS_OK : STATUS_INVALID;
}
