/* SPDX-License-Identifier: MIT */
/* Protects the counting process from a face that lies: whatever it sends, in whatever order, one
 * Add moves each question by at most one half, and nothing opens, closes or tells the facilitator's
 * numbers without the PIN. The bytes are a script: a letter, then what it needs. */
#include "fuzz.h"
#include "keeper_world.h"
#include "script.h"

#include <string.h>

#define PIN "123456"

enum { FLOOD_MAX = 32, PAYLOAD_MAX = 12, STEPS_MAX = 400 };

static bool is_for_facilitators(uint16_t type)
{
    return type == MESSAGE_LINE || type == MESSAGE_REPORT || type == MESSAGE_DRIVES ||
           type == MESSAGE_SAVED || type == MESSAGE_HEALTH || type == MESSAGE_BACKUPS ||
           type == MESSAGE_BACKUP || type == MESSAGE_ERASED;
}

static void check_answers(const struct keeper_status *before)
{
    hold(world.count <= KEEPER_OUT_MAX);
    for (uint32_t i = 0; i < world.count; i++) {
        const struct message *out = &world.out[i];
        hold(message_check_from_keeper(out, sizeof(*out)) == STATUS_OK);
        hold(!is_for_facilitators(out->type) || before->unlocked);
    }
}

/* The counters of an open meeting may differ by what an answered Add has carried, and by nothing
 * else as long as the meeting lasts. */
static void check_counters(const struct counters *before, const struct keeper_status *was,
                           bool added)
{
    const struct counters *now = &world.secret.counters;
    const struct keeper_status *is = &world.keeper.status;
    if (was->meeting == MEETING_NONE || is->meeting == MEETING_NONE) {
        return;
    }
    hold(now->question_count == before->question_count && now->scale == before->scale);
    for (uint32_t i = 0; i < PACK_QUESTION_MAX; i++) {
        int32_t up = now->upper[i] - before->upper[i], down = now->lower[i] - before->lower[i];
        uint8_t half = added ? world.in.as.sides[i] : SIDE_NONE;
        hold(up == (half == SIDE_UPPER) && down == (half == SIDE_LOWER));
    }
}

static void check_meeting(const struct keeper_status *was, uint16_t type)
{
    const struct keeper_status *is = &world.keeper.status;
    static const struct counters none;
    if (is->meeting == MEETING_NONE) {
        hold(memcmp(&world.secret.counters, &none, sizeof(none)) == 0);
    }
    hold(is->unlocked <= was->unlocked || type == MESSAGE_UNLOCK || type == MESSAGE_SET_PIN);
    if (was->meeting == is->meeting) {
        return;
    }
    if (was->meeting == MEETING_NONE) {
        hold(type == MESSAGE_OPEN && was->unlocked && is->meeting == MEETING_OPEN);
        hold(is->room == ROOM_FEW || world.memory_is_locked);
        return;
    }
    bool by_itself = type == MESSAGE_TURN_FREE && was->meeting == MEETING_ENDING;
    hold(by_itself || (was->unlocked && (type == MESSAGE_CLOSE || type == MESSAGE_DISCARD)));
}

/* The totals move by a close, a restore and an erase, and by nothing else. */
static void check_totals(const struct keeper_status *was, uint32_t blocks, uint16_t type)
{
    bool as_a_whole = type == MESSAGE_RESTORE || type == MESSAGE_ERASE_ALL;
    bool by_meeting = type == MESSAGE_CLOSE || type == MESSAGE_DISCARD || type == MESSAGE_TURN_FREE;
    if (world.keeper.totals.block_count != blocks) {
        hold(as_a_whole || by_meeting);
        hold(!as_a_whole || (was->unlocked && was->meeting == MEETING_NONE));
    }
}

/* Sends world.in, whatever is in it. */
static void send(size_t length)
{
    const struct keeper_status before = world.keeper.status;
    const struct counters counters = world.secret.counters;
    const uint32_t writes = world.writes, blocks = world.keeper.totals.block_count;
    const bool is_good = message_check_from_face(&world.in, length) == STATUS_OK;
    enum status status =
        keeper_handle(&world.keeper, &world.in, length, world.now_ms, world.out, &world.count);
    hold(is_good || (status == STATUS_INVALID && world.count == 0));
    bool is_add = status == STATUS_OK && world.in.type == MESSAGE_ADD;
    hold(!is_add || (world.count == 1 && world.out[0].sequence == world.in.sequence));
    bool added = is_add && world.out[0].type == MESSAGE_ADDED;
    hold(!added || before.room == ROOM_MANY);
    hold(!is_add || world.writes == writes);
    check_answers(&before);
    check_counters(&counters, &before, added);
    check_meeting(&before, status == STATUS_OK ? world.in.type : (uint16_t)MESSAGE_NONE);
    check_totals(&before, blocks, status == STATUS_OK ? world.in.type : (uint16_t)MESSAGE_NONE);
    if (status != STATUS_OK) {
        keeper_face_came(&world.keeper); /* that face was ended */
        hold(!world.keeper.status.unlocked);
    }
}

static void make(uint16_t type)
{
    message_init(&world.in, (enum message_type)type);
    world.in.sequence = ++world.sequence;
}

static void send_some(struct script *script)
{
    make(take(script) % (MESSAGE_FACE_COUNT + 1));
    size_t payload = take(script) % PAYLOAD_MAX;
    for (size_t i = 0; i < payload; i++) {
        world.in.as.bytes[i] = take(script);
    }
    send(sizeof(world.in));
}

static void send_add(struct script *script)
{
    make(MESSAGE_ADD);
    for (uint32_t i = 0; i < PACK_QUESTION_MAX; i++) {
        world.in.as.sides[i] = take(script) % (SIDE_LOWER + 1);
    }
    send(sizeof(world.in));
}

static void send_pin(enum message_type type, const char *pin)
{
    make((uint16_t)type);
    memcpy(world.in.as.pin, pin, strlen(pin));
    send(sizeof(world.in));
}

static void send_label(enum message_type type)
{
    make((uint16_t)type);
    memcpy(world.in.as.label, "STICK", 5);
    send(sizeof(world.in));
}

static void send_pick(enum message_type type)
{
    make((uint16_t)type);
    memcpy(world.in.as.pick.label, "STICK", 5);
    memcpy(world.in.as.pick.name, "a", 1);
    send(sizeof(world.in));
}

/* Somebody has had the stick in hand. */
static void spoil_stick(struct script *script)
{
    size_t at = (size_t)take(script) << 8;
    at |= take(script);
    uint8_t value = take(script);
    if (world.stick_length > 0) {
        world.stick[at % world.stick_length] = value;
    }
}

static void pass_time(struct script *script)
{
    const struct keeper_status before = world.keeper.status;
    const struct counters counters = world.secret.counters;
    world.now_ms += (uint64_t)take(script) * take(script) * 1000;
    bool is_due = world.now_ms >= keeper_deadline(&world.keeper);
    const uint32_t tries = world.keeper.guard.failures;
    keeper_tick(&world.keeper, world.now_ms, world.out, &world.count);
    world.guesses = world.keeper.guard.failures < tries ? 0 : world.guesses;
    check_answers(&before);
    check_counters(&counters, &before, false);
    hold(world.keeper.status.unlocked <= before.unlocked);
    hold(is_due || world.keeper.status.meeting == before.meeting);
    hold(before.meeting != MEETING_NONE || world.keeper.status.meeting == MEETING_NONE);
}

/* The same record again and again, as a face does that has lost its head; with the same sequence.
 */
static void send_again(struct script *script)
{
    static struct message last;
    last = world.in;
    for (uint8_t left = take(script) % FLOOD_MAX; left > 0; left--) {
        world.in = last;
        send(sizeof(world.in));
    }
}

/* Every reader in a row, from a place of the script's, also past the end. */
static void read_all(struct script *script)
{
    const uint8_t period = take(script), from = take(script), index = take(script);
    for (uint8_t kind = 0; kind <= LINE_QUESTION; kind++) {
        make(MESSAGE_READ_LINE);
        world.in.as.line_request = (struct message_line_request){
            .kind = kind, .period = period % PERIOD_COUNT, .index = index, .from = from};
        send(sizeof(world.in));
    }
    make(MESSAGE_READ_REPORT);
    world.in.as.report_request.period = period % PERIOD_COUNT;
    world.in.as.report_request.from = from;
    send(sizeof(world.in));
    make(MESSAGE_READ_ROWS);
    world.in.as.from = from;
    send(sizeof(world.in));
}

/* Settings that name another series, also in the middle of a meeting. */
static void choose(struct script *script)
{
    make(MESSAGE_SET_SETTINGS);
    world.in.as.choice = (struct settings_choice){
        .scale = take(script), .look_back = take(script) % 2, .question_off = take(script)};
    send(sizeof(world.in));
}

/* Main asks for the end, or another face comes, whatever is under way. */
static void end_and_begin(void)
{
    bool was_open = false;
    const bool counted =
        world.keeper.status.meeting != MEETING_NONE && world.keeper.status.room == ROOM_MANY;
    enum status status = keeper_end(&world.keeper, &was_open);
    hold(was_open == counted && !world.keeper.status.unlocked);
    hold(status != STATUS_OK || world.keeper.status.meeting == MEETING_NONE);
    world.fail_in = 0;
    boot();
}

/* What the face asks. A letter that means nothing is any message, with any bytes. */
static void ask(uint8_t letter, struct script *script)
{
    switch (letter) {
    case 'A':
        send_add(script);
        break;
    case 'P':
        send_pin(MESSAGE_SET_PIN, PIN);
        break;
    case 'U':
        send_pin(MESSAGE_UNLOCK, PIN);
        break;
    case 'W':
        send_pin(MESSAGE_UNLOCK, "999999");
        break;
    case 'O':
        make(MESSAGE_OPEN);
        world.in.as.open.room = ROOM_MANY;
        send(sizeof(world.in));
        break;
    case 'C':
        make(MESSAGE_CLOSE);
        send(sizeof(world.in));
        break;
    case 'B':
        send_label(MESSAGE_SAVE_BACKUP);
        break;
    case 'K':
        send_pick(MESSAGE_CHECK_BACKUP);
        break;
    case 'Z':
        send_pick(MESSAGE_RESTORE);
        break;
    case 'E':
        make(MESSAGE_ERASE_ALL);
        send(sizeof(world.in));
        break;
    case 'Q':
        send_again(script);
        break;
    case 'G':
        read_all(script);
        break;
    case 'I':
        choose(script);
        break;
    case 'S':
        make(MESSAGE_HELLO);
        send(take(script));
        break;
    default:
        send_some(script);
        break;
    }
}

/* What befalls the keeper, or else what the face asks. */
static void step(struct script *script)
{
    uint8_t letter = take(script);
    switch (letter) {
    case 'M':
        end_and_begin();
        break;
    case 'N':
        keeper_face_came(&world.keeper);
        break;
    case 'X':
        spoil_stick(script);
        break;
    case 'T':
        pass_time(script);
        break;
    case 'F':
        world.fail_in = take(script);
        break;
    case 'L':
        world.memory_is_locked = take(script) % 2 != 0;
        break;
    case 'R':
        world.fail_in = 0; /* a start with a folder that cannot be read is no start */
        boot();
        break;
    default:
        ask(letter, script);
        break;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct script script = {bytes, length};
    begin();
    for (uint32_t i = 0; i < STEPS_MAX && script.left > 0; i++) {
        step(&script);
    }
    return 0;
}
