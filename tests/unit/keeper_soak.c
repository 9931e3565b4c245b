/* SPDX-License-Identifier: MIT */
/* Protects a group over years of bad luck: evenings one after the other, in which the disk fails or
 * fills up, the power goes, the program is killed, the clock jumps, drives answer hours later or
 * never, totals, settings and other files are spoilt, replaced or taken away, requests come in
 * bursts, and meetings are closed, discarded or forgotten, all at random from a seed. After each
 * step the file is compared with a model that knows only sums: it holds the totals of before, or
 * those with the meeting, whole; and never others than was said. SOAK_EVENINGS in the environment:
 * how many, instead of the usual. */
#include "soak_drive.h"

#include "sanitized.h"

enum {
    QUESTIONS = SOAK_QUESTIONS,
    LATER_RELEASE_AT = 63, /* the byte of a totals file that names the release */
    EVENINGS = IS_SANITIZED ? 150 : 600,
    EVENINGS_A_GROUP = 400, /* what the fake disk's files hold */
    PEOPLE_MAX = 12,
    CALLS_MAX = 40, /* of a close and what leads to it */
    BURST_MAX = 60, /* requests at once, of a face that does not wait */
};

static struct image good_settings; /* of this group */

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
    static struct image image;
    if (chance(4) == 0) {
        make_noise(&image);
        put(NAMES[chance(sizeof(NAMES) / sizeof(NAMES[0]))], &image);
    }
}

static void send(enum message_type type)
{
    rig_make(type);
    assert_int_equal(rig_send(), STATUS_OK);
}

/* The noise that the meeting began with; people come on top of it, one by one. */
static void open_model(void)
{
    drive.is_late = true;
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
    static const char *const NAMES[] = {STORE_FILE, "machine", "guard"};
    enum { COUNT = sizeof(NAMES) / sizeof(NAMES[0]) };
    static struct image image[COUNT];
    for (size_t i = 0; i < COUNT; i++) {
        take(&image[i], NAMES[i]);
    }
    fake_init(&fake, splitmix(&chance_state));
    for (size_t i = 0; i < COUNT; i++) {
        if (image[i].length > 0) {
            put(NAMES[i], &image[i]);
        }
    }
    put("settings", &good_settings); /* whatever had become of them */
}

/* The program dies, and the power with it or not; another one starts. No answer of a drive comes to
 * that one. */
static void die(bool power_too)
{
    if (power_too) {
        fake_cut_power(&fake);
    }
    mend();
    drive.is_under_way = false;
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

/* Kept under a name of its own, where there was anything. */
static bool is_aside(const struct image *image)
{
    return image->length == 0 || holds(STORE_ASIDE "1", image) || holds(STORE_ASIDE "2", image);
}

/* What was said last of a meeting that is over, against the disk. */
static void check_said(void)
{
    const bool has = is_with();
    switch ((enum ended)rig_status()->ended) {
    case ENDED_SAVED:
    case ENDED_SAVED_ALONE:
        assert_true(!is_swapped || (rig_status()->file == FILE_CHANGED && is_aside(&theirs)));
        assert_true(has && is_settled(STORE_FILE));
        break;
    case ENDED_KEPT:
        assert_true(has && is_settled(STORE_FILE));
        break;
    case ENDED_DISCARDED:
        assert_true(!has && (is_swapped || is_settled(STORE_FILE)));
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
    uint32_t saved, lost, refused, hostile;
};

/* Another file stands in the place of the totals before the program starts. What is good in form is
 * taken, what a later release made is left alone, all else is moved out of the way. */
static void start_beside_other_totals(void)
{
    struct sums sums;
    uint32_t scale = 0;
    static struct image good;
    enum status known = STATUS_OK; /* of what was not made by chance */
    const uint32_t what = chance(4);
    take(&good, STORE_FILE);
    theirs = good;
    if (what == 0) {
        make_noise(&theirs);
        known = STATUS_DAMAGED;
    } else if (what == 1) {
        make_strange(&theirs);
    } else if (what == 2) {
        make_strange(&theirs);
        theirs.bytes[LATER_RELEASE_AT]++;
        known = STATUS_NEWER;
    } else {
        spoil(&theirs);
    }
    put(STORE_FILE, &theirs);
    enum status status = sums_of(theirs.bytes, theirs.length, &sums, &scale);
    assert_true(what == 3 || status == known);
    boot();
    assert_true(holds(status == STATUS_DAMAGED ? STORE_ASIDE "1" : STORE_FILE, &theirs));
    if (status == STATUS_NEWER) {
        assert_true(is_unlocked());
        assert_int_equal(rig_open(ROOM_MANY), STATUS_NEWER);
        assert_int_equal(rig_status()->meeting, MEETING_NONE);
        assert_true(holds(STORE_FILE, &theirs));
        put(STORE_FILE, &good);
        boot();
    }
}

/* How often a text of our own is in the bytes of a file. */
static uint32_t count_of(const struct image *image, const char *text)
{
    uint32_t count = 0;
    const uint8_t *at = image->bytes, *end = image->bytes + image->length;
    while ((at = memmem(at, (size_t)(end - at), text, strlen(text))) != NULL) {
        count++;
        at++;
    }
    return count;
}

/* The settings are spoilt. Who gets in is whoever knows the PIN whose line is whole, and nobody
 * where there is none but totals; and the blur of the set under way is not made weaker. False: it
 * does not start, or nobody gets in. */
static bool start_with_spoilt_settings(void)
{
    static const char HEADER[] = "settings 1";
    static struct image settings;
    struct error error;
    char line[SETTINGS_PIN_HASH_BYTES + 16] = "\npin = ";
    const uint32_t scale = rig.keeper.settings.choice.scale;
    fake_pin_hash(RIG_PIN, line + strlen(line));
    memcpy(line + strlen(line), "\n", 2); /* what is cut off is not whole */
    settings = good_settings;
    switch (chance(4)) {
    case 0:
        memcpy(settings.bytes + settings.length, "nonsense\n", 9);
        settings.length += 9;
        break;
    case 1: /* all of the PIN, and not the end of its line */
        settings.length = strlen(HEADER) + strlen(line) - 1;
        break;
    default:
        spoil(&settings);
        break;
    }
    put("settings", &settings);
    rig.now_ms = 1000;
    enum status status =
        keeper_init(&rig.keeper, &rig.secret, &rig.pack, &rig.host, rig.now_ms, &error);
    if (status != STATUS_OK) {
        assert_int_equal(status, STATUS_NEWER);
        assert_true(holds("settings", &settings));
        return false;
    }
    const bool has_pin = count_of(&settings, line) == 1, has_totals = before.meetings > 0;
    assert_true(!has_totals || rig.keeper.settings.choice.scale == scale);
    const bool is_open = is_unlocked();
    assert_true(is_open == has_pin);
    assert_true(has_pin || !has_totals || rig_pin(MESSAGE_SET_PIN, "654321") == STATUS_DENIED);
    return is_open;
}

/* Somebody takes the totals away under the running kiosk, or puts others there. */
static void swap_totals(void)
{
    theirs.length = 0;
    if (chance(8) != 0) {
        return;
    }
    is_swapped = true;
    switch (chance(3)) {
    case 0:
        is_swapped = fake_get(&fake, STORE_FILE) != NULL;
        fake_set(fake.now, STORE_FILE, -1);
        fake_set(fake.synced, STORE_FILE, -1);
        return;
    case 1:
        make_strange(&theirs);
        break;
    default:
        make_noise(&theirs);
        break;
    }
    put(STORE_FILE, &theirs);
}

/* False: nobody gets in tonight. */
static bool begin(struct luck *luck)
{
    const uint32_t what = chance(16);
    luck->hostile += what < 2;
    is_swapped = false;
    boot();
    if (what == 0) {
        start_beside_other_totals();
    }
    before = with = sums_on_disk();
    if (what == 1 && !start_with_spoilt_settings()) {
        assert_false(is_with());
        return false;
    }
    return true;
}

static void evening(struct luck *luck)
{
    turn_page();
    leave_hostile_file();
    jump();
    if (!begin(luck)) {
        return;
    }
    if (is_unlocked() && chance(2) == 0) {
        use_drive();
        (void)rig_pass(chance(3) == 0 ? KEEPER_UNLOCK_MS : 0); /* whoever asked has gone away */
        drive_may_answer();
    }
    if (!is_unlocked() || rig_open(ROOM_MANY) != STATUS_OK) {
        luck->refused++;
        return;
    }
    open_model();
    drive_may_answer();
    if (chance(3) != 0) {
        break_disk();
    }
    jump();
    add_people();
    burst();
    (void)rig_pass(chance(100) * 60 * 1000);
    drive_may_answer();
    swap_totals();
    if (is_unlocked()) {
        end_somehow();
    }
    (void)is_with();
    drive_may_answer();
    try_again();
    drive_may_answer();
    const bool is_over = rig_status()->meeting == MEETING_NONE;
    bool said_saved = false;
    if (is_over) {
        check_said();
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
            take(&good_settings, "settings");
        }
        evening(&luck);
    }
    print_message("of %lu evenings %u were kept, %u were not, %u did not open; %u began beside "
                  "hostile files\n",
                  evenings, luck.saved, luck.lost, luck.refused, luck.hostile);
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
