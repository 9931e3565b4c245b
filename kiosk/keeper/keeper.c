/* SPDX-License-Identifier: MIT */
#include "keeper/keeper.h"

#include "keeper/keeper_parts.h"

#include <assert.h>
#include <string.h>

/* The period's name stands for its words in the digest that names a series. */
static const char *const LOOK_BACK_PERIOD[] = {
    [LOOK_BACK_MET] = "met",
    [LOOK_BACK_WEEK] = "week",
};

struct message *keeper_answer(struct request *request, enum message_type type)
{
    assert(*request->count < KEEPER_OUT_MAX);
    struct message *answer = &request->out[(*request->count)++];
    message_init(answer, type);
    answer->sequence = request->in == NULL ? 0 : request->in->sequence;
    return answer;
}

void keeper_answer_send(struct message *message)
{
    enum status sealed = message_seal(message);
    assert(sealed == STATUS_OK);
    (void)sealed;
}

void keeper_answer_refused(struct request *request, enum status why)
{
    struct message *answer = keeper_answer(request, MESSAGE_REFUSED);
    answer->as.refused.type = request->in->type;
    answer->as.refused.why = (uint16_t)why;
    keeper_answer_send(answer);
}

static uint32_t wait_left_ms(const struct keeper *keeper, uint64_t now_ms)
{
    return keeper->wait_until_ms > now_ms ? (uint32_t)(keeper->wait_until_ms - now_ms) : 0;
}

void keeper_answer_status(struct keeper *keeper, struct request *request, enum status result)
{
    const struct keeper_host *host = keeper->host;
    const struct guard *guard = &keeper->guard;
    struct message *answer = keeper_answer(request, MESSAGE_STATUS);
    struct keeper_status *status = &answer->as.status;
    *status = keeper->status;
    status->result = (uint8_t)result;
    status->memory_locked = host->memory_is_locked(host->context);
    status->swap_on = host->swap_is_on(host->context);
    status->space_low = host->space_is_low(host->context);
    status->can_switch_off = host->can_switch_off(host->context);
    status->today = host->civil(host->context);
    status->tries_left = (uint8_t)(GUARD_TRIES - guard->failures % GUARD_TRIES);
    status->wait_ms = wait_left_ms(keeper, request->now_ms);
    status->wait_next_ms =
        guard_wait_ms((uint8_t)(guard->level + (guard->level < GUARD_LEVEL_MAX)));
    keeper_answer_send(answer);
}

static void answer_settings(struct keeper *keeper, struct request *request)
{
    struct message *answer = keeper_answer(request, MESSAGE_SETTINGS);
    struct message_settings *settings = &answer->as.settings;
    const struct settings *from = &keeper->settings;
    settings->look_back = (uint8_t)from->look_back;
    settings->question_off = (uint8_t)from->question_off;
    memcpy(settings->support_room, from->support_room, SETTINGS_TEXT_BYTES);
    memcpy(settings->support_phone, from->support_phone, SETTINGS_TEXT_BYTES);
    memcpy(settings->support_danger, from->support_danger, SETTINGS_TEXT_BYTES);
    keeper_answer_send(answer);
}

static void answer_machine(struct keeper *keeper, struct request *request)
{
    struct message *answer = keeper_answer(request, MESSAGE_MACHINE);
    answer->as.machine = keeper->machine;
    keeper_answer_send(answer);
}

bool keeper_is_unlocked(const struct keeper *keeper)
{
    return keeper->status.unlocked;
}

/* Whether some block was left in mid-set by a series that no longer runs. */
static bool has_left_over(const struct keeper *keeper)
{
    const struct totals *totals = &keeper->totals;
    uint32_t unfinished = 0;
    for (uint32_t i = 0; i < totals->block_count; i++) {
        unfinished += totals->block[i].meetings < TOTALS_MEETINGS_PER_BLOCK;
    }
    return unfinished > (keeper->status.open_meetings > 0);
}

void keeper_take_series(struct keeper *keeper)
{
    struct keeper_status *status = &keeper->status;
    status->open_meetings =
        (uint8_t)totals_open_meetings(&keeper->totals, keeper->series, keeper->settings.scale);
    status->left_over = has_left_over(keeper);
}

void keeper_take_totals(struct keeper *keeper, size_t file_bytes)
{
    struct keeper_status *status = &keeper->status;
    status->complete_blocks = totals_complete_count(&keeper->totals);
    keeper_take_series(keeper);
    status->file_bytes = (uint32_t)file_bytes;
    if (status->file != FILE_SET_ASIDE) { /* that notice stays until it is seen */
        status->file = file_bytes == 0 ? FILE_NONE : FILE_GOOD;
    }
}

void keeper_take_next(struct keeper *keeper, size_t file_bytes)
{
    uint32_t count = keeper->next.block_count;
    keeper->totals.block_count = count;
    memcpy(keeper->totals.block, keeper->next.block, count * sizeof(keeper->next.block[0]));
    keeper_take_totals(keeper, file_bytes);
}

/* The questions that are switched on, in their order: cell i counts the i-th of them. */
static void choose_questions(struct keeper *keeper)
{
    uint8_t count = 0;
    for (uint32_t i = 0; i < keeper->pack->question_count; i++) {
        if ((keeper->settings.question_off & 1u << i) == 0) {
            keeper->question[count++] = (uint8_t)i;
        }
    }
    keeper->status.question_count = count;
    keeper->status.scale = (uint8_t)keeper->settings.scale;
}

void keeper_name_series(const struct pack *pack, const struct settings *settings,
                        const struct folder_ops *folder, char *scratch, size_t scratch_size,
                        char series[TOTALS_SERIES_BYTES])
{
    static const char HEX[] = "0123456789abcdef";
    size_t length =
        pack_series_text(pack, settings->question_off, LOOK_BACK_PERIOD[settings->look_back],
                         scratch, scratch_size - 1);
    assert(length < scratch_size);
    scratch[length++] = (char)('0' + settings->scale);
    uint8_t digest[STORE_DIGEST_BYTES];
    folder->digest(folder->context, scratch, length, digest);
    for (size_t i = 0; i < TOTALS_SERIES_BYTES - 1; i++) {
        series[i] = HEX[i % 2 == 0 ? digest[i / 2] >> 4 : digest[i / 2] & 15];
    }
    series[TOTALS_SERIES_BYTES - 1] = '\0';
}

void keeper_take_settings(struct keeper *keeper)
{
    choose_questions(keeper);
    keeper_name_series(keeper->pack, &keeper->settings, keeper->host->folder,
                       (char *)keeper->scratch, sizeof(keeper->scratch), keeper->series);
}

static enum status load_settings(struct keeper *keeper, struct error *error)
{
    const struct folder_ops *folder = keeper->host->folder;
    char text[SETTINGS_BYTES_MAX];
    size_t length = 0;
    settings_reset(&keeper->settings);
    enum status status = folder->read(folder->context, SETTINGS_FILE, text, sizeof(text), &length);
    if (status == STATUS_MISSING) {
        return STATUS_OK;
    }
    if (status == STATUS_LIMIT) {
        status = STATUS_OK;
        length = SETTINGS_BYTES_MAX + 1; /* the parser says so, in its words */
    }
    if (status != STATUS_OK) {
        memcpy(error->text, SETTINGS_FILE, sizeof(SETTINGS_FILE));
        return status;
    }
    status = settings_parse(text, length, keeper->pack, &keeper->settings, error);
    if (status == STATUS_OK) {
        keeper->status.pin_set = keeper->settings.pin_hash[0] != '\0';
    }
    return status;
}

/* A damaged file is moved out of the way, a newer one is left for the program that wrote it. */
static void load_totals(struct keeper *keeper)
{
    const struct folder_ops *folder = keeper->host->folder;
    struct error error;
    size_t length = 0;
    enum status status = store_load(folder, &keeper->totals, keeper->scratch,
                                    sizeof(keeper->scratch), &length, &error);
    if (status == STATUS_OK) {
        keeper_take_totals(keeper, length);
        return;
    }
    keeper->totals.block_count = 0;
    keeper->status.file = status == STATUS_NEWER ? FILE_NEWER : FILE_UNREADABLE;
    char name[STORE_NAME_BYTES];
    if (status == STATUS_DAMAGED && store_set_aside(folder, name) == STATUS_OK) {
        keeper->status.file = FILE_SET_ASIDE;
        keeper_take_totals(keeper, 0);
    }
}

static bool is_simulated(const struct folder_ops *folder)
{
    char byte;
    size_t length = 0;
    enum status status = folder->read(folder->context, SIMULATED_FILE, &byte, 1, &length);
    return status == STATUS_OK || status == STATUS_LIMIT;
}

static enum last_meeting last_of(enum guard_flag flag)
{
    switch (flag) {
    case GUARD_OPEN:
        return LAST_UNSAVED;
    case GUARD_CLOSING:
        return LAST_UNSURE;
    case GUARD_NO_MEETING:
        break;
    }
    return LAST_FINE;
}

enum status keeper_init(struct keeper *keeper, struct keeper_secret *secret,
                        const struct pack *pack, const struct keeper_host *host, uint64_t now_ms,
                        struct error *error)
{
    memset(&keeper->status, 0, sizeof(keeper->status));
    keeper->pack = pack;
    keeper->host = host;
    keeper->secret = secret;
    keeper->unlocked_until_ms = keeper->wait_until_ms = 0;
    keeper->greeted = false;
    keeper->leave = LEAVE_NOT;
    store_close_reset(&keeper->close);
    keeper->picked = false;
    *error = (struct error){.status = STATUS_OK};
    cells_wipe(&secret->cells);
    /* A leftover that cannot be removed is no reason to stay away: reading needs no writing. */
    enum status cleaned = store_clean(host->folder);
    (void)cleaned;
    enum status status = load_settings(keeper, error);
    if (status != STATUS_OK) {
        return status;
    }
    status = guard_load(&keeper->guard, host->folder);
    if (status != STATUS_OK) {
        memcpy(error->text, GUARD_FILE, sizeof(GUARD_FILE));
        return status;
    }
    keeper->status.last = (uint8_t)last_of((enum guard_flag)keeper->guard.flag);
    keeper->status.simulated = is_simulated(host->folder);
    keeper_pin_start(keeper, now_ms);
    keeper_machine_load(keeper);
    keeper_take_settings(keeper);
    load_totals(keeper);
    keeper->status.set_aside = store_has_aside(host->folder);
    (void)keeper_power_look(keeper, now_ms);
    return STATUS_OK;
}

static enum status see_notice(struct keeper *keeper)
{
    struct keeper_status *status = &keeper->status;
    if (status->meeting == MEETING_NONE && keeper->guard.flag != GUARD_NO_MEETING) {
        struct guard guard = keeper->guard;
        guard.flag = GUARD_NO_MEETING;
        enum status saved = guard_save(&guard, keeper->host->folder);
        if (saved != STATUS_OK) {
            return saved; /* shown again, rather than forgotten unread */
        }
        keeper->guard = guard;
    }
    status->last = LAST_FINE;
    status->face_again = 0;
    if (status->file == FILE_SET_ASIDE) {
        status->file = status->file_bytes == 0 ? FILE_NONE : FILE_GOOD;
    }
    return STATUS_OK;
}

/* Exactly one answer to every ADD whose halves make sense. */
static enum status handle_add(struct keeper *keeper, struct request *request)
{
    enum status status = keeper_meeting_add(keeper, request->in->as.halves);
    if (status == STATUS_INVALID) {
        return status;
    }
    if (status == STATUS_OK) {
        keeper_answer_send(keeper_answer(request, MESSAGE_ADDED));
    } else {
        keeper_answer_refused(request, status);
    }
    return STATUS_OK;
}

/* Requests that only an unlocked keeper carries out and that STATUS answers. */
static enum status carry_out(struct keeper *keeper, const struct request *request)
{
    if (!keeper_is_unlocked(keeper)) {
        return STATUS_DENIED;
    }
    keeper_pin_stay(keeper, request->now_ms);
    switch (request->in->type) {
    case MESSAGE_OPEN:
        return keeper_meeting_open(keeper, (enum room)request->in->as.room, request->now_ms);
    case MESSAGE_PAUSE:
        return keeper_meeting_pause(keeper, request->in->as.flag);
    case MESSAGE_CLOSE:
        return keeper_meeting_close(keeper, false);
    case MESSAGE_DISCARD:
        return keeper_meeting_discard(keeper);
    case MESSAGE_SEEN:
        return see_notice(keeper);
    case MESSAGE_LEAVE:
        return keeper_meeting_leave(keeper, (enum leave)request->in->as.leave);
    default:
        assert(false);
        return STATUS_INVALID;
    }
}

/* New settings follow the status that tells of them, so that a face knows both at once. */
static void change_settings(struct keeper *keeper, struct request *request)
{
    enum status status = STATUS_DENIED;
    if (keeper_is_unlocked(keeper)) {
        keeper_pin_stay(keeper, request->now_ms);
        status = keeper_settings_choose(keeper, &request->in->as.choice);
    }
    keeper_answer_status(keeper, request, status);
    if (status == STATUS_OK) {
        answer_settings(keeper, request);
    }
}

static void change_support(struct keeper *keeper, struct request *request)
{
    enum status status = STATUS_DENIED;
    if (keeper_is_unlocked(keeper)) {
        keeper_pin_stay(keeper, request->now_ms);
        status = keeper_settings_support(keeper, &request->in->as.support);
    }
    keeper_answer_status(keeper, request, status);
    if (status == STATUS_OK) {
        answer_settings(keeper, request);
    }
}

/* As with the PIN: until there is one, whoever sets the machine up may. */
static void change_machine(struct keeper *keeper, struct request *request)
{
    enum status status = STATUS_DENIED;
    if (keeper_is_unlocked(keeper) || !keeper->status.pin_set) {
        keeper_pin_stay(keeper, request->now_ms);
        status = keeper_machine_set(keeper, &request->in->as.machine);
    }
    keeper_answer_status(keeper, request, status);
    if (status == STATUS_OK) {
        answer_machine(keeper, request);
    }
}

/* Another face in mid-meeting: whoever was in a turn lost it, and a facilitator is told. */
static void greet(struct keeper *keeper)
{
    const struct keeper_status *status = &keeper->status;
    bool goes_on = status->meeting == MEETING_OPEN || status->meeting == MEETING_ENDING;
    keeper->status.face_again |= keeper->greeted && goes_on;
    keeper->greeted = true;
    keeper_face_came(keeper);
}

static void handle_turn_free(struct keeper *keeper, struct request *request)
{
    if (keeper->status.meeting != MEETING_ENDING) {
        return; /* said before it heard that the meeting was closed */
    }
    enum status status = keeper_meeting_close(keeper, keeper->ending_alone);
    (void)status; /* told in unsaved_why */
    struct request unasked = *request;
    unasked.in = NULL;
    keeper_answer_status(keeper, &unasked, STATUS_OK);
}

enum status keeper_handle(struct keeper *keeper, const struct message *in, size_t length,
                          uint64_t now_ms, struct message out[KEEPER_OUT_MAX], uint32_t *count)
{
    struct request request = {in, now_ms, out, count};
    *count = 0;
    if (message_check_from_face(in, length) != STATUS_OK) {
        return STATUS_INVALID;
    }
    switch (in->type) {
    case MESSAGE_HELLO:
        greet(keeper);
        keeper_answer_status(keeper, &request, STATUS_OK);
        answer_settings(keeper, &request);
        answer_machine(keeper, &request);
        break;
    case MESSAGE_ADD:
        return handle_add(keeper, &request);
    case MESSAGE_TURN_FREE:
        handle_turn_free(keeper, &request);
        break;
    case MESSAGE_SET_PIN:
        keeper_answer_status(keeper, &request, keeper_pin_set(keeper, in->as.pin, now_ms));
        break;
    case MESSAGE_UNLOCK:
        keeper_answer_status(keeper, &request, keeper_pin_unlock(keeper, in->as.pin, now_ms));
        break;
    case MESSAGE_LOCK:
        keeper_pin_lock(keeper);
        keeper_answer_status(keeper, &request, STATUS_OK);
        break;
    case MESSAGE_STAY:
        keeper_pin_stay(keeper, now_ms);
        break;
    case MESSAGE_SET_SETTINGS:
        change_settings(keeper, &request);
        break;
    case MESSAGE_SET_MACHINE:
        change_machine(keeper, &request);
        break;
    case MESSAGE_SET_SUPPORT:
        change_support(keeper, &request);
        break;
    case MESSAGE_READ_HEALTH:
        keeper_read_health(keeper, &request);
        break;
    case MESSAGE_READ_ROWS:
        keeper_read_rows(keeper, &request);
        break;
    case MESSAGE_READ_LINE:
        keeper_read_line(keeper, &request);
        break;
    case MESSAGE_READ_REPORT:
        keeper_read_report(keeper, &request);
        break;
    case MESSAGE_READ_DRIVES:
        keeper_read_drives(keeper, &request);
        break;
    case MESSAGE_SAVE_REPORT:
        keeper_save_report(keeper, &request);
        break;
    case MESSAGE_SAVE_BACKUP:
        keeper_save_backup(keeper, &request);
        break;
    case MESSAGE_READ_BACKUPS:
        keeper_read_backups(keeper, &request);
        break;
    case MESSAGE_CHECK_BACKUP:
        keeper_check_backup(keeper, &request);
        break;
    case MESSAGE_RESTORE:
        keeper_restore(keeper, &request);
        break;
    case MESSAGE_ERASE_ALL:
        keeper_erase_all(keeper, &request);
        break;
    default:
        keeper_answer_status(keeper, &request, carry_out(keeper, &request));
        break;
    }
    return STATUS_OK;
}

void keeper_tick(struct keeper *keeper, uint64_t now_ms, struct message out[KEEPER_OUT_MAX],
                 uint32_t *count)
{
    struct request unasked = {NULL, now_ms, out, count};
    *count = 0;
    bool pin_changed = keeper_pin_tick(keeper, now_ms);
    bool power_changed = keeper_power_tick(keeper, now_ms);
    bool meeting_changed = keeper_meeting_tick(keeper, now_ms);
    if (pin_changed || power_changed || meeting_changed) {
        keeper_answer_status(keeper, &unasked, STATUS_OK);
    }
}

uint64_t keeper_deadline(const struct keeper *keeper)
{
    uint64_t meeting = keeper_meeting_deadline(keeper);
    uint64_t pin = keeper_pin_deadline(keeper), power = keeper_power_deadline(keeper);
    uint64_t first = meeting < pin ? meeting : pin;
    return first < power ? first : power;
}

void keeper_face_came(struct keeper *keeper)
{
    keeper->picked = false;
    keeper_pin_lock(keeper);
}

enum status keeper_end(struct keeper *keeper, bool *was_open)
{
    *was_open = keeper->status.meeting != MEETING_NONE && keeper->status.room == ROOM_MANY;
    keeper_pin_lock(keeper);
    return keeper->status.meeting == MEETING_NONE ? STATUS_OK : keeper_meeting_close(keeper, true);
}
