/* SPDX-License-Identifier: MIT */
/* Protects a group over years of bad luck: evenings one after the other, in which the disk fails or
 * fills up, the power goes, the program is killed, the clock jumps, drives hang, hostile files lie
 * in the folder, requests come in bursts, and meetings are closed, discarded or forgotten, all at
 * random from a seed. After each step the file is compared with a model that
 * knows only sums: it holds the totals of before, or those with the meeting, whole; and never
 * others than was said. SOAK_EVENINGS in the environment: how many, instead of the usual. */
#include "disk_rig.h"

#include "sanitized.h"
#include "splitmix.h"

enum {
    QUESTIONS = PACK_QUESTION_MAX,
    EVENINGS = IS_SANITIZED ? 150 : 600,
    EVENINGS_A_GROUP = 400, /* what the fake disk's files hold */
    PEOPLE_MAX = 12,
    CALLS_MAX = 40, /* of a close and what leads to it */
    BURST_MAX = 60, /* requests at once, of a face that does not wait */
    HOSTILE_BYTES = 200,
};

static uint64_t chance_state;

static uint32_t chance(uint32_t bound)
{
    return (uint32_t)(splitmix(&chance_state) % bound);
}

/* All that the totals file can tell, added up over its blocks. */
struct sums {
    uint32_t meetings;
    int64_t upper[QUESTIONS], lower[QUESTIONS];
};

static struct sums before, with; /* the meeting under way, and with it */

/* Read by the strict reader: a file that is not whole fails there. */
static struct sums sums_on_disk(void)
{
    static struct totals totals;
    struct sums sums = {0};
    struct error error;
    const struct fake_file *file = fake_get(&fake, STORE_FILE);
    if (file == NULL) {
        return sums;
    }
    if (store_decode(file->bytes, file->length, &totals, &error) != STATUS_OK) {
        fail_msg("the totals file: %s", error.text);
    }
    for (uint32_t b = 0; b < totals.block_count; b++) {
        const struct block *block = &totals.block[b];
        sums.meetings += block->meetings;
        for (uint32_t q = 0; q < block->tally_count; q++) {
            sums.upper[q] += block->tally[q].upper;
            sums.lower[q] += block->tally[q].lower;
        }
    }
    return sums;
}

static bool are_equal(const struct sums *a, const struct sums *b)
{
    return a->meetings == b->meetings && memcmp(a->upper, b->upper, sizeof(a->upper)) == 0 &&
           memcmp(a->lower, b->lower, sizeof(a->lower)) == 0;
}

/* Where the file stands now; nothing else may be there. */
static bool is_with(void)
{
    const struct sums now = sums_on_disk();
    assert_true(are_equal(&now, &before) || are_equal(&now, &with));
    return are_equal(&now, &with) && !are_equal(&before, &with);
}

/* The n-th call from now fails, in one of the ways that a disk has. */
static void break_disk(void)
{
    static const enum status WHY[] = {STATUS_IO, STATUS_NO_SPACE, STATUS_READ_ONLY};
    arm(1 + (int)chance(CALLS_MAX), (enum how)chance(HOW_COUNT));
    fake.fail_status = WHY[chance(sizeof(WHY) / sizeof(WHY[0]))];
}

/* A clock without a battery, or one that somebody set: any month that a host may tell. */
static void jump(void)
{
    const struct civil_time then = {
        {(uint16_t)(2000 + chance(9999 - 2000 + 1)), (uint8_t)(1 + chance(12))}, 28, 23, 59};
    if (chance(4) == 0) {
        rig.civil = rig.civil_later = then;
    }
}

/* Somebody, or a program that died, left a file of a name that this one uses. */
static void leave_hostile_file(void)
{
    static const char *const NAMES[] = {"machine", "guard", "guard.new", "settings.new",
                                        STORE_TEMPORARY};
    uint8_t bytes[HOSTILE_BYTES];
    for (size_t i = 0; i < sizeof(bytes); i++) {
        bytes[i] = (uint8_t)chance(256);
    }
    if (chance(4) == 0) {
        fake_put(&fake, NAMES[chance(sizeof(NAMES) / sizeof(NAMES[0]))], bytes,
                 chance(HOSTILE_BYTES + 1));
    }
}

static void send(enum message_type type)
{
    rig_make(type);
    assert_int_equal(rig_send(), STATUS_OK);
}

/* Reads and saves to a drive that works, is full, hangs or is gone: the totals are none of theirs.
 */
static void use_drive(void)
{
    static const enum status HOW[] = {STATUS_OK, STATUS_NO_SPACE, STATUS_STUCK, STATUS_MISSING,
                                      STATUS_GONE};
    rig.export_status = HOW[chance(sizeof(HOW) / sizeof(HOW[0]))];
    memset(rig.stick, 0, sizeof(rig.stick));
    send(MESSAGE_READ_DRIVES);
    rig_make(MESSAGE_SAVE_BACKUP);
    memcpy(rig.in.as.label, "STICK", 6);
    assert_int_equal(rig_send(), STATUS_OK);
}

/* The noise that the meeting began with; people come on top of it, one by one. */
static void open_model(void)
{
    with = before;
    with.meetings++;
    for (uint32_t q = 0; q < QUESTIONS; q++) {
        with.upper[q] += rig.secret.counters.upper[q];
        with.lower[q] += rig.secret.counters.lower[q];
    }
}

static void add_people(void)
{
    for (uint32_t i = chance(PEOPLE_MAX + 1); i > 0; i--) {
        const bool is_upper = chance(2) == 0;
        if (rig_add(is_upper ? SIDE_UPPER : SIDE_LOWER) != MESSAGE_ADDED) {
            continue;
        }
        for (uint32_t q = 0; q < QUESTIONS; q++) {
            with.upper[q] += is_upper;
            with.lower[q] += !is_upper;
        }
    }
}

/* A face that sends whatever a locked door lets through, and waits for nothing. */
static void burst(void)
{
    static const enum message_type TYPES[] = {MESSAGE_HELLO, MESSAGE_STAY, MESSAGE_READ_ROWS,
                                              MESSAGE_TURN_FREE, MESSAGE_SEEN};
    for (uint32_t i = chance(3) == 0 ? chance(BURST_MAX) : 0; i > 0; i--) {
        send(TYPES[chance(sizeof(TYPES) / sizeof(TYPES[0]))]);
    }
}

/* The disk of the next evening: what this one left, on fresh paper. */
static void turn_page(void)
{
    static const char *const NAMES[] = {STORE_FILE, "settings", "machine", "guard"};
    enum { COUNT = sizeof(NAMES) / sizeof(NAMES[0]) };
    static struct image image[COUNT];
    for (size_t i = 0; i < COUNT; i++) {
        take(&image[i], NAMES[i]);
    }
    fake_init(&fake, splitmix(&chance_state));
    for (size_t i = 0; i < COUNT; i++) {
        if (image[i].length > 0) {
            fake_put(&fake, NAMES[i], image[i].bytes, image[i].length);
        }
    }
}

/* The program dies, and the power with it or not; another one starts. */
static void die(bool power_too)
{
    if (power_too) {
        fake_cut_power(&fake);
    }
    mend();
    boot();
}

static bool is_unlocked(void)
{
    for (int tries = 0; tries < 3 && !rig_status()->unlocked; tries++) {
        (void)rig_pin(MESSAGE_UNLOCK, RIG_PIN);
        (void)rig_pass(rig_status()->unlocked ? 0 : 15 * 60 * 1000); /* it waits after a crash */
    }
    return rig_status()->unlocked;
}

/* What was said last of a meeting that is over, against the disk. */
static void check_said(void)
{
    const bool has = is_with();
    switch ((enum ended)rig_status()->ended) {
    case ENDED_SAVED:
    case ENDED_SAVED_ALONE:
    case ENDED_KEPT:
        assert_true(has && is_settled(STORE_FILE));
        break;
    case ENDED_DISCARDED:
        assert_true(!has && is_settled(STORE_FILE));
        break;
    case ENDED_NOT:
    case ENDED_REFLECTION:
    case ENDED_UNSURE:
        break;
    }
}

static void end_somehow(void)
{
    switch (chance(6)) {
    case 0:
        (void)rig_pass(KEEPER_OPEN_MS_MAX + chance(1000) * 1000);
        (void)rig_pass(KEEPER_ENDING_MS_MAX);
        break;
    case 1:
        (void)rig_ask(MESSAGE_DISCARD);
        break;
    case 2:
        break; /* nobody ends it */
    default:
        (void)rig_ask(MESSAGE_CLOSE);
        break;
    }
}

/* A meeting that could not be saved: the disk is put right or not, and somebody tries again. */
static void try_again(void)
{
    for (int tries = 0; tries < 4 && rig_status()->meeting != MEETING_NONE; tries++) {
        if (chance(2) == 0) {
            mend();
        } else {
            break_disk();
        }
        if (!is_unlocked()) {
            return;
        }
        (void)rig_ask(chance(5) == 0 ? MESSAGE_DISCARD : MESSAGE_CLOSE);
        (void)is_with();
    }
}

struct luck {
    uint32_t saved, lost, refused;
};

static void evening(struct luck *luck)
{
    turn_page();
    leave_hostile_file();
    jump();
    boot();
    before = with = sums_on_disk();
    if (!is_unlocked() || rig_open(ROOM_MANY) != STATUS_OK) {
        luck->refused++;
        return;
    }
    open_model();
    if (chance(3) != 0) {
        break_disk();
    }
    jump();
    add_people();
    burst();
    (void)rig_pass(chance(100) * 60 * 1000);
    if (is_unlocked()) {
        end_somehow();
    }
    (void)is_with();
    try_again();
    const bool is_over = rig_status()->meeting == MEETING_NONE;
    bool said_saved = false;
    if (is_over) {
        check_said();
        if (is_unlocked()) {
            use_drive();
        }
        said_saved = rig_status()->ended == ENDED_SAVED || rig_status()->ended == ENDED_SAVED_ALONE;
    }
    die(chance(2) == 0);
    const bool has = is_with();
    assert_true(has || !said_saved); /* wherever the power went */
    luck->saved += has;
    luck->lost += !has;
}

static void years_of_bad_luck(void **state)
{
    (void)state;
    const char *wish = getenv("SOAK_EVENINGS");
    const unsigned long evenings = wish != NULL ? strtoul(wish, NULL, 10) : EVENINGS;
    struct luck luck = {0};
    for (unsigned long i = 0; i < evenings; i++) {
        if (i % EVENINGS_A_GROUP == 0) {
            chance_state = i;
            start(false);
        }
        evening(&luck);
    }
    print_message("of %lu evenings %u were kept, %u were not, %u did not open\n", evenings,
                  luck.saved, luck.lost, luck.refused);
    assert_true(luck.saved > evenings / 4 && luck.lost > evenings / 20);
    assert_true(luck.refused < evenings / 50);
}

static int set_up(void **state)
{
    (void)state;
    rig_start();
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(years_of_bad_luck)};
    return cmocka_run_group_tests(tests, set_up, NULL);
}
