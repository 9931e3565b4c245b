/* SPDX-License-Identifier: MIT */
/* The rules of each message, one walk over its fields (core/walk.h). */
#include "core/message.h"

#include "core/language.h"
#include "core/walk.h"

#include <string.h>

enum {
    TRIES_MAX = 5,                /* PIN tries before a wait, as in keeper/guard.h */
    WAIT_MS_MAX = 15 * 60 * 1000, /* the longest of those waits */
    PERCENT_MAX = 100,
};

static void take_label(struct walk *walk, const char *label)
{
    walk_name(walk, label, MESSAGE_LABEL_BYTES);
}

static void take_pick(struct walk *walk, const struct message_pick *pick)
{
    take_label(walk, pick->label);
    walk_name(walk, pick->name, sizeof(pick->name));
}

static void take_pin(struct walk *walk, const char pin[PIN_DIGITS_MAX + 1])
{
    size_t length = strnlen(pin, PIN_DIGITS_MAX + 1);
    walk_take(walk, pin, length);
    walk_expect(walk, length <= PIN_DIGITS_MAX && pin_is_valid(pin));
}

/* A month, or all zero where there is none. */
static void take_month(struct walk *walk, const struct month *month)
{
    walk_take(walk, &month->year, sizeof(month->year));
    walk_take(walk, &month->month, sizeof(month->month));
    walk_expect(walk, (month->year == 0 && month->month == 0) || month_is_valid(*month));
}

static void take_civil(struct walk *walk, const struct civil_time *time)
{
    take_month(walk, &time->month);
    bool none = time->month.month == 0;
    WALK_NUMBER(walk, time->day, none ? 0 : 1, none ? 0 : 31);
    WALK_NUMBER(walk, time->hour, 0, none ? 0 : 23);
    WALK_NUMBER(walk, time->minute, 0, none ? 0 : 59);
}

static void take_line_request(struct walk *walk, const struct message_line_request *request)
{
    uint64_t kind = WALK_NUMBER(walk, request->kind, 0, LINE_QUESTION);
    WALK_NUMBER(walk, request->period, 0, PERIOD_COUNT - 1);
    WALK_NUMBER(walk, request->index, 0, kind == LINE_ALL ? 0 : PACK_QUESTION_MAX - 1);
    WALK_NUMBER(walk, request->from, 0, TOTALS_BLOCK_MAX);
}

static void take_report_request(struct walk *walk, const struct message_report_request *request)
{
    WALK_NUMBER(walk, request->period, 0, PERIOD_COUNT - 1);
    WALK_NUMBER(walk, request->language, 0, LANGUAGE_MAX - 1);
    WALK_NUMBER(walk, request->from, 0, UINT32_MAX);
}

static bool take_head(struct walk *walk, const struct message *message, uint32_t sequence_min)
{
    WALK_NUMBER(walk, message->version, MESSAGE_VERSION, MESSAGE_VERSION);
    WALK_NUMBER(walk, message->type, 0, UINT16_MAX);
    WALK_NUMBER(walk, message->sequence, sequence_min, UINT32_MAX);
    return walk->good;
}

void message_init(struct message *message, enum message_type type)
{
    memset(message, 0, sizeof(*message));
    message->version = MESSAGE_VERSION;
    message->type = (uint16_t)type;
}

static void take_choice(struct walk *walk, const struct message_choice *choice)
{
    uint64_t scale = WALK_NUMBER(walk, choice->scale, NOISE_SCALE_MIN, NOISE_SCALE_MAX);
    walk_expect(walk, settings_scale_is_offered((uint32_t)scale));
    WALK_NUMBER(walk, choice->look_back, 0, LOOK_BACK_WEEK);
    WALK_NUMBER(walk, choice->question_off, 0, (1u << PACK_QUESTION_MAX) - 1);
}

/* What the settings file can hold: else it could not be read again. */
static void take_support_line(struct walk *walk, const char line[SETTINGS_TEXT_BYTES])
{
    walk_line(walk, line, SETTINGS_TEXT_BYTES);
    walk_expect(walk, walk->good && settings_text_is_valid(line));
}

static void take_support(struct walk *walk, const struct message_support *support)
{
    take_support_line(walk, support->room);
    take_support_line(walk, support->phone);
    take_support_line(walk, support->danger);
}

static void take_machine(struct walk *walk, const struct machine *machine)
{
    walk_take(walk, machine, sizeof(*machine));
    walk_expect(walk, machine_is_valid(machine));
}

static bool walk_from_face(struct walk *walk, const struct message *message)
{
    if (!take_head(walk, message, 1)) {
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
            WALK_NUMBER(walk, message->as.halves[i], 0, HALF_LOWER);
        }
        break;
    case MESSAGE_SET_PIN:
    case MESSAGE_UNLOCK:
        take_pin(walk, message->as.pin);
        break;
    case MESSAGE_OPEN:
        WALK_NUMBER(walk, message->as.room, 0, ROOM_MANY);
        break;
    case MESSAGE_PAUSE:
        WALK_NUMBER(walk, message->as.flag, 0, 1);
        break;
    case MESSAGE_LEAVE:
        WALK_NUMBER(walk, message->as.leave, LEAVE_KIOSK, LEAVE_OFF);
        break;
    case MESSAGE_READ_ROWS:
        WALK_NUMBER(walk, message->as.from, 0, TOTALS_BLOCK_MAX);
        break;
    case MESSAGE_READ_LINE:
        take_line_request(walk, &message->as.line_request);
        break;
    case MESSAGE_READ_REPORT:
        take_report_request(walk, &message->as.report_request);
        break;
    case MESSAGE_SAVE_REPORT:
        WALK_NUMBER(walk, message->as.save.period, 0, PERIOD_COUNT - 1);
        WALK_NUMBER(walk, message->as.save.language, 0, LANGUAGE_MAX - 1);
        take_label(walk, message->as.save.label);
        break;
    case MESSAGE_SET_SETTINGS:
        take_choice(walk, &message->as.choice);
        break;
    case MESSAGE_SET_MACHINE:
        take_machine(walk, &message->as.machine);
        break;
    case MESSAGE_SET_SUPPORT:
        take_support(walk, &message->as.support);
        break;
    case MESSAGE_SAVE_BACKUP:
    case MESSAGE_READ_BACKUPS:
        take_label(walk, message->as.label);
        break;
    case MESSAGE_CHECK_BACKUP:
    case MESSAGE_RESTORE:
        take_pick(walk, &message->as.pick);
        break;
    default:
        return false;
    }
    return walk_end(walk);
}

static void take_status(struct walk *walk, const struct keeper_status *status)
{
    uint64_t meeting = WALK_NUMBER(walk, status->meeting, 0, MEETING_UNSAVED);
    WALK_NUMBER(walk, status->room, 0, ROOM_MANY);
    WALK_NUMBER(walk, status->paused, 0, 1);
    WALK_NUMBER(walk, status->unlocked, 0, 1);
    WALK_NUMBER(walk, status->pin_set, 0, 1);
    WALK_NUMBER(walk, status->simulated, 0, 1);
    WALK_NUMBER(walk, status->last, 0, LAST_UNSURE);
    WALK_NUMBER(walk, status->file, 0, FILE_UNREADABLE);
    WALK_NUMBER(walk, status->ended, 0, ENDED_DISCARDED);
    WALK_NUMBER(walk, status->memory_locked, 0, 1);
    WALK_NUMBER(walk, status->swap_on, 0, 1);
    WALK_NUMBER(walk, status->result, 0, STATUS_DENIED);
    uint64_t why = WALK_NUMBER(walk, status->unsaved_why, 0, STATUS_DENIED);
    walk_expect(walk, (meeting == MEETING_UNSAVED) == (why != STATUS_OK));
    WALK_NUMBER(walk, status->tries_left, 1, TRIES_MAX);
    WALK_NUMBER(walk, status->question_count, PACK_QUESTION_MIN, PACK_QUESTION_MAX);
    WALK_NUMBER(walk, status->scale, NOISE_SCALE_MIN, NOISE_SCALE_MAX);
    WALK_NUMBER(walk, status->open_meetings, 0, TOTALS_MEETINGS_PER_BLOCK - 1);
    WALK_NUMBER(walk, status->left_over, 0, 1);
    WALK_NUMBER(walk, status->battery, 0, BATTERY_EMPTY);
    WALK_NUMBER(walk, status->space_low, 0, 1);
    WALK_NUMBER(walk, status->face_again, 0, 1);
    WALK_NUMBER(walk, status->can_switch_off, 0, 1);
    WALK_NUMBER(walk, status->set_aside, 0, 1);
    WALK_NUMBER(walk, status->complete_blocks, 0, TOTALS_BLOCK_MAX);
    WALK_NUMBER(walk, status->file_bytes, 0, UINT32_MAX);
    WALK_NUMBER(walk, status->wait_ms, 0, WAIT_MS_MAX);
    WALK_NUMBER(walk, status->wait_next_ms, 0, WAIT_MS_MAX);
    take_civil(walk, &status->opened);
    take_civil(walk, &status->closes);
    take_civil(walk, &status->closed);
    take_civil(walk, &status->today);
}

static void take_settings(struct walk *walk, const struct message_settings *settings)
{
    WALK_NUMBER(walk, settings->look_back, 0, LOOK_BACK_WEEK);
    WALK_NUMBER(walk, settings->question_off, 0, (1u << PACK_QUESTION_MAX) - 1);
    take_support_line(walk, settings->support_room);
    take_support_line(walk, settings->support_phone);
    take_support_line(walk, settings->support_danger);
}

/* Only complete blocks may cross: the set under way never leaves the keeper. */
static void take_block(struct walk *walk, const struct block *block)
{
    WALK_NUMBER(walk, block->id, 1, TOTALS_BLOCK_MAX);
    walk_line(walk, block->series, sizeof(block->series));
    take_month(walk, &block->month);
    walk_expect(walk, block->month.month != 0);
    WALK_NUMBER(walk, block->meetings, TOTALS_MEETINGS_PER_BLOCK, TOTALS_MEETINGS_PER_BLOCK);
    WALK_NUMBER(walk, block->scale, NOISE_SCALE_MIN, NOISE_SCALE_MAX);
    uint64_t count = WALK_NUMBER(walk, block->tally_count, 1, PACK_QUESTION_MAX);
    for (size_t i = 0; i < count && walk->good; i++) {
        walk_line(walk, block->tally[i].question, sizeof(block->tally[i].question));
        walk_signed(walk, &block->tally[i].upper, TOTALS_TALLY_LIMIT);
        walk_signed(walk, &block->tally[i].lower, TOTALS_TALLY_LIMIT);
    }
}

static void take_rows(struct walk *walk, const struct message_rows *rows)
{
    uint64_t total = WALK_NUMBER(walk, rows->total, 0, TOTALS_BLOCK_MAX);
    uint64_t from = WALK_NUMBER(walk, rows->from, 0, TOTALS_BLOCK_MAX);
    uint64_t count = WALK_NUMBER(walk, rows->count, 0, MESSAGE_BLOCK_MAX);
    walk_expect(walk, count == 0 || from + count <= total);
    for (size_t i = 0; i < count && walk->good; i++) {
        take_block(walk, &rows->block[i]);
    }
}

static void take_band(struct walk *walk, const struct band *band)
{
    uint64_t centre = WALK_NUMBER(walk, band->centre, 0, PERCENT_MAX);
    WALK_NUMBER(walk, band->low, 0, centre);
    WALK_NUMBER(walk, band->high, centre, PERCENT_MAX);
    WALK_NUMBER(walk, band->readable, 0, 1);
}

static void take_view(struct walk *walk, const struct line_view *view)
{
    WALK_NUMBER(walk, view->block_count, 0, TOTALS_BLOCK_MAX);
    WALK_NUMBER(walk, view->pool_blocks, 0, BAND_POOL_BLOCKS);
    WALK_NUMBER(walk, view->series_before, 0, 1);
    take_month(walk, &view->series_month);
    WALK_NUMBER(walk, view->verdict, 0, VERDICT_SAME);
    WALK_NUMBER(walk, view->first, 0, PERCENT_MAX);
    WALK_NUMBER(walk, view->last, 0, PERCENT_MAX);
    take_month(walk, &view->first_month);
    WALK_NUMBER(walk, view->point_count, 0, TOTALS_BLOCK_MAX);
}

static void take_points(struct walk *walk, const struct message_line *line)
{
    take_line_request(walk, &line->request);
    take_view(walk, &line->view);
    uint64_t count = WALK_NUMBER(walk, line->count, 0, MESSAGE_POINT_MAX);
    for (size_t i = 0; i < count && walk->good; i++) {
        const struct point *point = &line->point[i];
        WALK_NUMBER(walk, point->block_index, 0, TOTALS_BLOCK_MAX - 1);
        take_month(walk, &point->month);
        take_month(walk, &point->month_from);
        walk_expect(walk, point->month.month != 0 && point->month_from.month != 0);
        take_band(walk, &point->band);
    }
}

static void take_report(struct walk *walk, const struct message_report *report)
{
    take_report_request(walk, &report->request);
    WALK_NUMBER(walk, report->rows, 0, UINT32_MAX);
    WALK_NUMBER(walk, report->bytes, 0, UINT32_MAX);
    WALK_NUMBER(walk, report->page_bytes, 0, UINT32_MAX);
    WALK_NUMBER(walk, report->blocks, 0, TOTALS_BLOCK_MAX);
    take_month(walk, &report->first);
    take_month(walk, &report->last);
    walk_text(walk, report->text, sizeof(report->text));
}

static void take_drives(struct walk *walk, const struct message_drives *drives)
{
    uint64_t count = WALK_NUMBER(walk, drives->count, 0, MESSAGE_DRIVE_MAX);
    for (size_t i = 0; i < count && walk->good; i++) {
        take_label(walk, drives->drive[i].label);
        WALK_NUMBER(walk, drives->drive[i].free_bytes, 0, UINT64_MAX);
    }
}

static void take_backups(struct walk *walk, const struct message_backups *backups)
{
    take_label(walk, backups->label);
    uint64_t count = WALK_NUMBER(walk, backups->count, 0, MESSAGE_BACKUP_MAX);
    for (size_t i = 0; i < count && walk->good; i++) {
        walk_name(walk, backups->name[i], MESSAGE_NAME_BYTES);
    }
}

static void take_health(struct walk *walk, const struct health_facts *health)
{
    WALK_NUMBER(walk, health->swap, 0, HEALTH_SWAP_ON);
    WALK_NUMBER(walk, health->memory_locked, 0, 1);
    WALK_NUMBER(walk, health->undumpable, 0, 1);
    WALK_NUMBER(walk, health->sandbox_missing, 0, HEALTH_SANDBOX_ALL);
    WALK_NUMBER(walk, health->random, 0, 1);
    WALK_NUMBER(walk, health->writable, 0, 1);
    WALK_NUMBER(walk, health->free_mb, 0, UINT32_MAX);
    take_civil(walk, &health->now);
}

static bool walk_from_keeper(struct walk *walk, const struct message *message)
{
    if (!take_head(walk, message, 0)) {
        return false;
    }
    switch (message->type) {
    case MESSAGE_STATUS:
        take_status(walk, &message->as.status);
        break;
    case MESSAGE_SETTINGS:
        take_settings(walk, &message->as.settings);
        break;
    case MESSAGE_ADDED:
    case MESSAGE_SAVED:
        break;
    case MESSAGE_REFUSED:
        WALK_NUMBER(walk, message->as.refused.type, MESSAGE_HELLO, MESSAGE_FACE_COUNT - 1);
        WALK_NUMBER(walk, message->as.refused.why, STATUS_INVALID, STATUS_DENIED);
        break;
    case MESSAGE_ROWS:
        take_rows(walk, &message->as.rows);
        break;
    case MESSAGE_LINE:
        take_points(walk, &message->as.line);
        break;
    case MESSAGE_REPORT:
        take_report(walk, &message->as.report);
        break;
    case MESSAGE_DRIVES:
        take_drives(walk, &message->as.drives);
        break;
    case MESSAGE_MACHINE:
        take_machine(walk, &message->as.machine);
        break;
    case MESSAGE_HEALTH:
        take_health(walk, &message->as.health);
        break;
    case MESSAGE_BACKUPS:
        take_backups(walk, &message->as.backups);
        break;
    case MESSAGE_BACKUP:
        take_month(walk, &message->as.backup.month);
        walk_expect(walk, message->as.backup.month.month != 0);
        break;
    case MESSAGE_ERASED:
        WALK_NUMBER(walk, message->as.left, 0, UINT32_MAX);
        break;
    default:
        return false;
    }
    return walk_end(walk);
}

enum status message_check_from_face(const struct message *message, size_t length)
{
    struct walk walk;
    walk_begin(&walk, message, MESSAGE_BYTES);
    return length == MESSAGE_BYTES && walk_from_face(&walk, message) ? STATUS_OK : STATUS_INVALID;
}

enum status message_check_from_keeper(const struct message *message, size_t length)
{
    struct walk walk;
    walk_begin(&walk, message, MESSAGE_BYTES);
    return length == MESSAGE_BYTES && walk_from_keeper(&walk, message) ? STATUS_OK : STATUS_INVALID;
}

enum status message_seal(struct message *message)
{
    struct walk walk;
    walk_begin_seal(&walk, message, MESSAGE_BYTES);
    bool good = message->type < MESSAGE_FACE_COUNT ? walk_from_face(&walk, message)
                                                   : walk_from_keeper(&walk, message);
    return good ? STATUS_OK : STATUS_INVALID;
}
