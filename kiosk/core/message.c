/* SPDX-License-Identifier: MIT */
/* One pass over a record in the order of its bytes. Each field is taken by its address; whatever
 * lies between two fields, and after the last one, must be zero. So padding, unused entries of a
 * list and the tail of a text need no rules of their own, and cannot carry anything across. */
#include "core/message.h"

#include "core/language.h"

#include "core/catalog.h"

#include <assert.h>
#include <string.h>

enum {
    TRIES_MAX = 5,                /* PIN tries before a wait, as in keeper/guard.h */
    WAIT_MS_MAX = 15 * 60 * 1000, /* the longest of those waits */
    PERCENT_MAX = 100,
};

struct check {
    const uint8_t *bytes;
    uint8_t *seal; /* the same bytes, when gaps are to be zeroed instead of checked */
    size_t done;   /* everything before this is understood */
    bool good;
};

static void take(struct check *check, const void *field, size_t size)
{
    size_t at = (size_t)((const uint8_t *)field - check->bytes);
    assert(at >= check->done && at + size <= MESSAGE_BYTES);
    if (check->seal != NULL) {
        memset(check->seal + check->done, 0, at - check->done);
    }
    for (size_t i = check->done; i < at; i++) {
        check->good = check->good && check->bytes[i] == 0;
    }
    check->done = at + size;
}

static void expect(struct check *check, bool holds)
{
    check->good = check->good && holds;
}

/* Fields are copied out as bytes: a bool or an enum that holds any other value may not be read. */
static uint64_t take_number(struct check *check, const void *field, size_t size, uint64_t min,
                            uint64_t max)
{
    uint64_t value = 0;
    take(check, field, size);
    if (size == 1) {
        value = *(const uint8_t *)field;
    } else if (size == 2) {
        uint16_t narrow;
        memcpy(&narrow, field, sizeof(narrow));
        value = narrow;
    } else if (size == 4) {
        uint32_t middle;
        memcpy(&middle, field, sizeof(middle));
        value = middle;
    } else {
        assert(size == sizeof(value));
        memcpy(&value, field, sizeof(value));
    }
    expect(check, value >= min && value <= max);
    return value;
}

#define NUMBER(check, field, min, max) take_number(check, &(field), sizeof(field), min, max)

static void take_signed(struct check *check, const int32_t *field, int32_t limit)
{
    take(check, field, sizeof(*field));
    expect(check, *field >= -limit && *field <= limit);
}

/* A text that ends inside its field, is clean UTF-8, and has nothing behind its end. */
static size_t take_text(struct check *check, const char *text, size_t size)
{
    size_t length = strnlen(text, size);
    take(check, text, length);
    expect(check, length < size && utf8_is_clean(text, length));
    return length;
}

static void take_line(struct check *check, const char *text, size_t size)
{
    size_t length = take_text(check, text, size);
    expect(check, memchr(text, '\n', length) == NULL);
}

/* The name of a directory or a file, and nothing that leads elsewhere. */
static void take_name(struct check *check, const char *name, size_t size)
{
    size_t length = take_text(check, name, size);
    expect(check, length > 0 && name[0] != '.');
    expect(check, memchr(name, '/', length) == NULL && memchr(name, '\n', length) == NULL);
}

static void take_label(struct check *check, const char *label)
{
    take_name(check, label, MESSAGE_LABEL_BYTES);
}

static void take_pick(struct check *check, const struct message_pick *pick)
{
    take_label(check, pick->label);
    take_name(check, pick->name, sizeof(pick->name));
}

static void take_pin(struct check *check, const char pin[PIN_DIGITS_MAX + 1])
{
    size_t length = strnlen(pin, PIN_DIGITS_MAX + 1);
    take(check, pin, length);
    expect(check, length <= PIN_DIGITS_MAX && pin_is_valid(pin));
}

/* A month, or all zero where there is none. */
static void take_month(struct check *check, const struct month *month)
{
    take(check, &month->year, sizeof(month->year));
    take(check, &month->month, sizeof(month->month));
    expect(check, (month->year == 0 && month->month == 0) || month_is_valid(*month));
}

static void take_civil(struct check *check, const struct civil_time *time)
{
    take_month(check, &time->month);
    bool none = time->month.month == 0;
    NUMBER(check, time->day, none ? 0 : 1, none ? 0 : 31);
    NUMBER(check, time->hour, 0, none ? 0 : 23);
    NUMBER(check, time->minute, 0, none ? 0 : 59);
}

static void take_line_request(struct check *check, const struct message_line_request *request)
{
    uint64_t kind = NUMBER(check, request->kind, 0, LINE_QUESTION);
    NUMBER(check, request->period, 0, PERIOD_COUNT - 1);
    NUMBER(check, request->index, 0, kind == LINE_ALL ? 0 : PACK_QUESTION_MAX - 1);
    NUMBER(check, request->from, 0, TOTALS_BLOCK_MAX);
}

static void take_report_request(struct check *check, const struct message_report_request *request)
{
    NUMBER(check, request->period, 0, PERIOD_COUNT - 1);
    NUMBER(check, request->language, 0, LANGUAGE_MAX - 1);
    NUMBER(check, request->from, 0, UINT32_MAX);
}

static bool check_rest(struct check *check)
{
    take(check, check->bytes + MESSAGE_BYTES, 0);
    return check->good;
}

static bool begin(struct check *check, const struct message *message, uint32_t sequence_min)
{
    check->bytes = (const uint8_t *)message;
    check->good = true;
    NUMBER(check, message->version, MESSAGE_VERSION, MESSAGE_VERSION);
    NUMBER(check, message->type, 0, UINT16_MAX);
    NUMBER(check, message->sequence, sequence_min, UINT32_MAX);
    return check->good;
}

void message_init(struct message *message, enum message_type type)
{
    memset(message, 0, sizeof(*message));
    message->version = MESSAGE_VERSION;
    message->type = (uint16_t)type;
}

static void take_choice(struct check *check, const struct message_choice *choice)
{
    uint64_t scale = NUMBER(check, choice->scale, NOISE_SCALE_MIN, NOISE_SCALE_MAX);
    expect(check, settings_scale_is_offered((uint32_t)scale));
    NUMBER(check, choice->look_back, 0, LOOK_BACK_WEEK);
    NUMBER(check, choice->question_off, 0, (1u << PACK_QUESTION_MAX) - 1);
}

/* What the settings file can hold: else it could not be read again. */
static void take_support_line(struct check *check, const char line[SETTINGS_TEXT_BYTES])
{
    take_line(check, line, SETTINGS_TEXT_BYTES);
    expect(check, check->good && settings_text_is_valid(line));
}

static void take_support(struct check *check, const struct message_support *support)
{
    take_support_line(check, support->room);
    take_support_line(check, support->phone);
    take_support_line(check, support->danger);
}

static void take_machine(struct check *check, const struct machine *machine)
{
    take(check, machine, sizeof(*machine));
    expect(check, machine_is_valid(machine));
}

static bool walk_from_face(struct check *check, const struct message *message)
{
    if (!begin(check, message, 1)) {
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
            NUMBER(check, message->as.halves[i], 0, HALF_LOWER);
        }
        break;
    case MESSAGE_SET_PIN:
    case MESSAGE_UNLOCK:
        take_pin(check, message->as.pin);
        break;
    case MESSAGE_OPEN:
        NUMBER(check, message->as.room, 0, ROOM_MANY);
        break;
    case MESSAGE_PAUSE:
        NUMBER(check, message->as.flag, 0, 1);
        break;
    case MESSAGE_LEAVE:
        NUMBER(check, message->as.leave, LEAVE_KIOSK, LEAVE_OFF);
        break;
    case MESSAGE_READ_ROWS:
        NUMBER(check, message->as.from, 0, TOTALS_BLOCK_MAX);
        break;
    case MESSAGE_READ_LINE:
        take_line_request(check, &message->as.line_request);
        break;
    case MESSAGE_READ_REPORT:
        take_report_request(check, &message->as.report_request);
        break;
    case MESSAGE_SAVE_REPORT:
        NUMBER(check, message->as.save.period, 0, PERIOD_COUNT - 1);
        NUMBER(check, message->as.save.language, 0, LANGUAGE_MAX - 1);
        take_label(check, message->as.save.label);
        break;
    case MESSAGE_SET_SETTINGS:
        take_choice(check, &message->as.choice);
        break;
    case MESSAGE_SET_MACHINE:
        take_machine(check, &message->as.machine);
        break;
    case MESSAGE_SET_SUPPORT:
        take_support(check, &message->as.support);
        break;
    case MESSAGE_SAVE_BACKUP:
    case MESSAGE_READ_BACKUPS:
        take_label(check, message->as.label);
        break;
    case MESSAGE_CHECK_BACKUP:
    case MESSAGE_RESTORE:
        take_pick(check, &message->as.pick);
        break;
    default:
        return false;
    }
    return check_rest(check);
}

static void take_status(struct check *check, const struct keeper_status *status)
{
    uint64_t meeting = NUMBER(check, status->meeting, 0, MEETING_UNSAVED);
    NUMBER(check, status->room, 0, ROOM_MANY);
    NUMBER(check, status->paused, 0, 1);
    NUMBER(check, status->unlocked, 0, 1);
    NUMBER(check, status->pin_set, 0, 1);
    NUMBER(check, status->simulated, 0, 1);
    NUMBER(check, status->last, 0, LAST_UNSURE);
    NUMBER(check, status->file, 0, FILE_UNREADABLE);
    NUMBER(check, status->ended, 0, ENDED_DISCARDED);
    NUMBER(check, status->memory_locked, 0, 1);
    NUMBER(check, status->swap_on, 0, 1);
    NUMBER(check, status->result, 0, STATUS_DENIED);
    uint64_t why = NUMBER(check, status->unsaved_why, 0, STATUS_DENIED);
    expect(check, (meeting == MEETING_UNSAVED) == (why != STATUS_OK));
    NUMBER(check, status->tries_left, 1, TRIES_MAX);
    NUMBER(check, status->question_count, PACK_QUESTION_MIN, PACK_QUESTION_MAX);
    NUMBER(check, status->scale, NOISE_SCALE_MIN, NOISE_SCALE_MAX);
    NUMBER(check, status->open_meetings, 0, TOTALS_MEETINGS_PER_BLOCK - 1);
    NUMBER(check, status->left_over, 0, 1);
    NUMBER(check, status->battery, 0, BATTERY_EMPTY);
    NUMBER(check, status->space_low, 0, 1);
    NUMBER(check, status->face_again, 0, 1);
    NUMBER(check, status->can_switch_off, 0, 1);
    NUMBER(check, status->set_aside, 0, 1);
    NUMBER(check, status->complete_blocks, 0, TOTALS_BLOCK_MAX);
    NUMBER(check, status->file_bytes, 0, UINT32_MAX);
    NUMBER(check, status->wait_ms, 0, WAIT_MS_MAX);
    NUMBER(check, status->wait_next_ms, 0, WAIT_MS_MAX);
    take_civil(check, &status->opened);
    take_civil(check, &status->closes);
    take_civil(check, &status->closed);
    take_civil(check, &status->today);
}

static void take_settings(struct check *check, const struct message_settings *settings)
{
    NUMBER(check, settings->look_back, 0, LOOK_BACK_WEEK);
    NUMBER(check, settings->question_off, 0, (1u << PACK_QUESTION_MAX) - 1);
    take_support_line(check, settings->support_room);
    take_support_line(check, settings->support_phone);
    take_support_line(check, settings->support_danger);
}

/* Only complete blocks may cross: the set under way never leaves the keeper. */
static void take_block(struct check *check, const struct block *block)
{
    NUMBER(check, block->id, 1, TOTALS_BLOCK_MAX);
    take_line(check, block->series, sizeof(block->series));
    take_month(check, &block->month);
    expect(check, block->month.month != 0);
    NUMBER(check, block->meetings, TOTALS_MEETINGS_PER_BLOCK, TOTALS_MEETINGS_PER_BLOCK);
    NUMBER(check, block->scale, NOISE_SCALE_MIN, NOISE_SCALE_MAX);
    uint64_t count = NUMBER(check, block->tally_count, 1, PACK_QUESTION_MAX);
    for (size_t i = 0; i < count && check->good; i++) {
        take_line(check, block->tally[i].question, sizeof(block->tally[i].question));
        take_signed(check, &block->tally[i].upper, TOTALS_TALLY_LIMIT);
        take_signed(check, &block->tally[i].lower, TOTALS_TALLY_LIMIT);
    }
}

static void take_rows(struct check *check, const struct message_rows *rows)
{
    uint64_t total = NUMBER(check, rows->total, 0, TOTALS_BLOCK_MAX);
    uint64_t from = NUMBER(check, rows->from, 0, TOTALS_BLOCK_MAX);
    uint64_t count = NUMBER(check, rows->count, 0, MESSAGE_BLOCK_MAX);
    expect(check, count == 0 || from + count <= total);
    for (size_t i = 0; i < count && check->good; i++) {
        take_block(check, &rows->block[i]);
    }
}

static void take_band(struct check *check, const struct band *band)
{
    uint64_t centre = NUMBER(check, band->centre, 0, PERCENT_MAX);
    NUMBER(check, band->low, 0, centre);
    NUMBER(check, band->high, centre, PERCENT_MAX);
    NUMBER(check, band->readable, 0, 1);
}

static void take_view(struct check *check, const struct line_view *view)
{
    NUMBER(check, view->block_count, 0, TOTALS_BLOCK_MAX);
    NUMBER(check, view->pool_blocks, 0, BAND_POOL_BLOCKS);
    NUMBER(check, view->series_before, 0, 1);
    take_month(check, &view->series_month);
    NUMBER(check, view->verdict, 0, VERDICT_SAME);
    NUMBER(check, view->first, 0, PERCENT_MAX);
    NUMBER(check, view->last, 0, PERCENT_MAX);
    take_month(check, &view->first_month);
    NUMBER(check, view->point_count, 0, TOTALS_BLOCK_MAX);
}

static void take_points(struct check *check, const struct message_line *line)
{
    take_line_request(check, &line->request);
    take_view(check, &line->view);
    uint64_t count = NUMBER(check, line->count, 0, MESSAGE_POINT_MAX);
    for (size_t i = 0; i < count && check->good; i++) {
        const struct point *point = &line->point[i];
        NUMBER(check, point->block_index, 0, TOTALS_BLOCK_MAX - 1);
        take_month(check, &point->month);
        take_month(check, &point->month_from);
        expect(check, point->month.month != 0 && point->month_from.month != 0);
        take_band(check, &point->band);
    }
}

static void take_report(struct check *check, const struct message_report *report)
{
    take_report_request(check, &report->request);
    NUMBER(check, report->rows, 0, UINT32_MAX);
    NUMBER(check, report->bytes, 0, UINT32_MAX);
    NUMBER(check, report->page_bytes, 0, UINT32_MAX);
    NUMBER(check, report->blocks, 0, TOTALS_BLOCK_MAX);
    take_month(check, &report->first);
    take_month(check, &report->last);
    take_text(check, report->text, sizeof(report->text));
}

static void take_drives(struct check *check, const struct message_drives *drives)
{
    uint64_t count = NUMBER(check, drives->count, 0, MESSAGE_DRIVE_MAX);
    for (size_t i = 0; i < count && check->good; i++) {
        take_label(check, drives->drive[i].label);
        NUMBER(check, drives->drive[i].free_bytes, 0, UINT64_MAX);
    }
}

static void take_backups(struct check *check, const struct message_backups *backups)
{
    take_label(check, backups->label);
    uint64_t count = NUMBER(check, backups->count, 0, MESSAGE_BACKUP_MAX);
    for (size_t i = 0; i < count && check->good; i++) {
        take_name(check, backups->name[i], MESSAGE_NAME_BYTES);
    }
}

static void take_health(struct check *check, const struct health_facts *health)
{
    NUMBER(check, health->swap, 0, HEALTH_SWAP_ON);
    NUMBER(check, health->memory_locked, 0, 1);
    NUMBER(check, health->undumpable, 0, 1);
    NUMBER(check, health->sandbox_missing, 0, HEALTH_SANDBOX_ALL);
    NUMBER(check, health->random, 0, 1);
    NUMBER(check, health->writable, 0, 1);
    NUMBER(check, health->free_mb, 0, UINT32_MAX);
    take_civil(check, &health->now);
}

static bool walk_from_keeper(struct check *check, const struct message *message)
{
    if (!begin(check, message, 0)) {
        return false;
    }
    switch (message->type) {
    case MESSAGE_STATUS:
        take_status(check, &message->as.status);
        break;
    case MESSAGE_SETTINGS:
        take_settings(check, &message->as.settings);
        break;
    case MESSAGE_ADDED:
    case MESSAGE_SAVED:
        break;
    case MESSAGE_REFUSED:
        NUMBER(check, message->as.refused.type, MESSAGE_HELLO, MESSAGE_FACE_COUNT - 1);
        NUMBER(check, message->as.refused.why, STATUS_INVALID, STATUS_DENIED);
        break;
    case MESSAGE_ROWS:
        take_rows(check, &message->as.rows);
        break;
    case MESSAGE_LINE:
        take_points(check, &message->as.line);
        break;
    case MESSAGE_REPORT:
        take_report(check, &message->as.report);
        break;
    case MESSAGE_DRIVES:
        take_drives(check, &message->as.drives);
        break;
    case MESSAGE_MACHINE:
        take_machine(check, &message->as.machine);
        break;
    case MESSAGE_HEALTH:
        take_health(check, &message->as.health);
        break;
    case MESSAGE_BACKUPS:
        take_backups(check, &message->as.backups);
        break;
    case MESSAGE_BACKUP:
        take_month(check, &message->as.backup.month);
        expect(check, message->as.backup.month.month != 0);
        break;
    case MESSAGE_ERASED:
        NUMBER(check, message->as.left, 0, UINT32_MAX);
        break;
    default:
        return false;
    }
    return check_rest(check);
}

enum status message_check_from_face(const struct message *message, size_t length)
{
    struct check check = {.seal = NULL};
    return length == MESSAGE_BYTES && walk_from_face(&check, message) ? STATUS_OK : STATUS_INVALID;
}

enum status message_check_from_keeper(const struct message *message, size_t length)
{
    struct check check = {.seal = NULL};
    return length == MESSAGE_BYTES && walk_from_keeper(&check, message) ? STATUS_OK
                                                                        : STATUS_INVALID;
}

enum status message_seal(struct message *message)
{
    struct check check = {.seal = (uint8_t *)message};
    bool good = message->type < MESSAGE_FACE_COUNT ? walk_from_face(&check, message)
                                                   : walk_from_keeper(&check, message);
    return good ? STATUS_OK : STATUS_INVALID;
}
