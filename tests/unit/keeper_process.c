/* SPDX-License-Identifier: MIT */
/* Protects the meeting from a face that lies, as processes of their own: a real keeper in its own
 * sandbox, a folder on the disk, and this test as main and as the face. Nothing that a face does
 * makes the keeper late, fills its table of descriptors, opens a door, or counts a half too much.
 */
#include "process_rig.h"

/* The keeper sees at once all that was sent while it was stopped. */
static void pause_keeper(void)
{
    int how = 0;
    assert_int_equal(kill(rig.keeper, SIGSTOP), 0);
    assert_int_equal(waitpid(rig.keeper, &how, WUNTRACED), rig.keeper);
    assert_true(WIFSTOPPED(how));
}

static void go_on(void)
{
    assert_int_equal(kill(rig.keeper, SIGCONT), 0);
}

/* As often as the socket takes it; how often that was. */
static uint32_t flood(const struct message *message)
{
    uint32_t count = 0;
    while (count < FLOOD_MAX && send_now(message) == STATUS_OK) {
        count++;
    }
    assert_in_range(count, 10, FLOOD_MAX - 1);
    return count;
}

static uint32_t count_answers(enum message_type type)
{
    struct message message;
    size_t length = 0;
    uint32_t count = 0;
    while (channel_receive(rig.face, &message, sizeof(message), &length, NULL) == STATUS_OK) {
        count += message.type == type;
    }
    return count;
}

/* However many messages wait, the keeper looks at one between two looks at what main says: a flood
 * cannot keep a meeting from being ended. */
static void test_a_flood_waits_its_turn(void **state)
{
    (void)state;
    start();
    ask_pin(MESSAGE_SET_PIN, PIN, STATUS_OK);
    open_meeting();
    const struct message add = halves_of(SIDE_UPPER);
    pause_keeper();
    uint32_t waiting = flood(&add);
    tell_keeper(CONTROL_SHUTDOWN, -1);
    go_on();
    wait_for(rig.control);
    uint32_t answered = count_answers(MESSAGE_ADDED);
    printf("%u waited, %u answered before main was\n", waiting, answered);
    assert_int_equal(answered, 1);
    assert_ended();
}

/* The first one that breaks the rules is the last one that is looked at. */
static void test_a_flood_of_nonsense_ends_at_once(void **state)
{
    (void)state;
    start();
    const struct message nonsense = plain(MESSAGE_FACE_COUNT);
    pause_keeper();
    flood(&nonsense);
    go_on();
    assert_face_ended(CONTROL_KILL_FACE);
    new_face();
    stop();
}

/* What a face does not read is kept by the system up to its own limit, and not by the keeper. */
static void test_a_face_that_does_not_read_is_ended(void **state)
{
    (void)state;
    start();
    uint32_t asked = 0;
    struct pollfd wait = {.fd = rig.control, .events = POLLIN};
    while (asked < FLOOD_MAX && poll(&wait, 1, 0) == 0) {
        const struct message hello = plain(MESSAGE_HELLO);
        asked += send_now(&hello) == STATUS_OK;
    }
    uint32_t answers = count_answers(MESSAGE_STATUS);
    printf("%u asked, %u answers kept\n", asked, answers);
    assert_in_range(answers * sizeof(struct message), 1, SEND_BUFFER_MAX);
    assert_face_ended(CONTROL_KILL_FACE);
    new_face();
    stop();
}

static void send_with_rights(const struct message *message, int descriptor, size_t count)
{
    static union {
        struct cmsghdr header;
        char bytes[CMSG_SPACE(RIGHTS_MAX * sizeof(int))];
    } control;
    struct message copy = *message;
    struct iovec part = {.iov_base = &copy, .iov_len = sizeof(copy)};
    struct msghdr record = {.msg_iov = &part,
                            .msg_iovlen = 1,
                            .msg_control = control.bytes,
                            .msg_controllen = CMSG_SPACE(count * sizeof(int))};
    memset(&control, 0, sizeof(control));
    control.header.cmsg_level = SOL_SOCKET;
    control.header.cmsg_type = SCM_RIGHTS;
    control.header.cmsg_len = CMSG_LEN(count * sizeof(int));
    for (size_t i = 0; i < count; i++) {
        memcpy(CMSG_DATA(&control.header) + i * sizeof(int), &descriptor, sizeof(int));
    }
    assert_int_equal(sendmsg(rig.face, &record, MSG_NOSIGNAL), sizeof(copy));
}

/* A keeper with no descriptor left could not write the totals. */
static void test_descriptors_do_not_come_in(void **state)
{
    (void)state;
    static const size_t COUNTS[] = {1, 2, 3, RIGHTS_MAX};
    start();
    for (size_t i = 0; i < sizeof(COUNTS) / sizeof(COUNTS[0]); i++) {
        int ends[2];
        char byte;
        const struct message free_turn = plain(MESSAGE_TURN_FREE);
        assert_int_equal(pipe(ends), 0);
        send_with_rights(&free_turn, ends[1], COUNTS[i]);
        close(ends[1]);
        assert_face_ended(CONTROL_KILL_FACE);
        wait_for(ends[0]);
        assert_int_equal(read(ends[0], &byte, 1), 0); /* nobody holds the other end */
        close(ends[0]);
        new_face();
    }
    stop();
}

/* A line that carries one way only is of no use, and the face at its end neither. */
static void test_half_a_line_is_none(void **state)
{
    (void)state;
    static const int HALVES[] = {SHUT_WR, SHUT_RD, SHUT_RDWR};
    start();
    for (size_t i = 0; i < sizeof(HALVES) / sizeof(HALVES[0]); i++) {
        const struct message hello = plain(MESSAGE_HELLO);
        assert_int_equal(shutdown(rig.face, HALVES[i]), 0);
        enum status sent = send_now(&hello);
        (void)sent; /* where this half is closed it cannot be */
        assert_face_ended(CONTROL_FACE_GONE);
        new_face();
    }
    stop();
}

static void assert_denied(const struct message *message)
{
    struct message answer = ask(message);
    if (answer.type == MESSAGE_REFUSED) {
        assert_int_equal(answer.as.refused.why, STATUS_DENIED);
        return;
    }
    assert_int_equal(answer.type, MESSAGE_STATUS);
    assert_int_equal(answer.as.status.result, STATUS_DENIED);
    assert_int_equal(answer.as.status.meeting, MEETING_OPEN);
    assert_int_equal(answer.as.status.unlocked, 0);
}

/* Every request there is, of a locked keeper in a meeting; what it tells is public, or denied. */
static void test_nothing_opens_without_the_pin(void **state)
{
    (void)state;
    start();
    ask_pin(MESSAGE_SET_PIN, PIN, STATUS_OK);
    open_meeting();
    close(rig.face);
    assert_face_ended(CONTROL_FACE_GONE); /* and with it, its unlocking */
    new_face();
    struct stat before, after;
    char totals[PATH_BYTES + 16];
    snprintf(totals, sizeof(totals), "%s/settings", rig.path);
    assert_int_equal(stat(totals, &before), 0);
    for (int type = MESSAGE_SET_PIN; type < MESSAGE_FACE_COUNT; type++) {
        struct message message = plain((enum message_type)type);
        switch (type) {
        case MESSAGE_SET_PIN:
            memcpy(message.as.pin, PIN, sizeof(PIN));
            break;
        case MESSAGE_SET_CLOCK:
            message.as.clock = (struct civil_time){{2026, 11}, 3, 19, 5};
            break;
        case MESSAGE_SET_MACHINE:
            message.as.machine = (struct machine){0};
            break;
        case MESSAGE_SET_SETTINGS:
            message.as.choice.scale = 2;
            break;
        case MESSAGE_UNLOCK:    /* needs the PIN */
        case MESSAGE_LOCK:      /* is done */
        case MESSAGE_STAY:      /* has no answer */
        case MESSAGE_READ_ROWS: /* is public */
            continue;
        default:
            break;
        }
        if (message_check_from_face(&message, sizeof(message)) != STATUS_OK) {
            continue; /* wants words: keeper_session, the fuzzer, makes those */
        }
        assert_denied(&message);
    }
    assert_int_equal(stat(totals, &after), 0);
    assert_int_equal(before.st_ino, after.st_ino);
    stop();
}

/* Guesses cost the face its tries and the keeper five looks, not one a message. */
static void test_guesses_are_not_looked_at_for_ever(void **state)
{
    (void)state;
    enum { GUESSES = 60, TRIES = 5 };
    start();
    ask_pin(MESSAGE_SET_PIN, PIN, STATUS_OK);
    *rig.renames = 0;
    for (int i = 0; i < GUESSES; i++) {
        ask_pin(MESSAGE_UNLOCK, "999999", STATUS_DENIED);
    }
    assert_in_range(*rig.renames, 1, TRIES);
    ask_pin(MESSAGE_UNLOCK, PIN, STATUS_DENIED); /* the wait is on */
    stop();
}

/* The counters of the meeting that was saved, of which there is one. */
static void read_tallies(int32_t upper[QUESTIONS], int32_t lower[QUESTIONS])
{
    static struct totals totals;
    static uint8_t scratch[STORE_FILE_BYTES_MAX];
    struct folder reader;
    struct error error;
    size_t length = 0;
    assert_int_equal(folder_open_reader(&reader, rig.path, &error), STATUS_OK);
    assert_int_equal(store_load(&reader.ops, &totals, scratch, sizeof(scratch), &length, &error),
                     STATUS_OK);
    folder_close(&reader);
    assert_int_equal(totals.block_count, 1);
    for (int i = 0; i < QUESTIONS; i++) {
        upper[i] = totals.block[0].tally[i].upper;
        lower[i] = totals.block[0].tally[i].lower;
    }
}

/* Two sides of one question, a half of a question there is none of, a half that is none. */
static void lie(unsigned how)
{
    struct message message = halves_of(SIDE_UPPER);
    if (how == 0) {
        message.as.sides[0] = SIDE_UPPER | SIDE_LOWER;
    } else if (how == 1) {
        message.as.bytes[QUESTIONS] = SIDE_UPPER;
    } else if (how == 2) {
        message.as.sides[0] = UINT8_MAX;
    } else {
        message.as.bytes[sizeof(message.as.bytes) - 1] = 1;
    }
    assert_int_equal(send_now(&message), STATUS_OK);
    assert_face_ended(CONTROL_KILL_FACE);
    new_face();
}

/* Whatever was sent beside it, one answered Add is one half a question: held against the same
 * meeting, with the same noise, in which nobody was there. */
static void test_an_add_is_one_half_a_question(void **state)
{
    (void)state;
    int32_t upper[2][QUESTIONS], lower[2][QUESTIONS];
    for (int visits = 0; visits < 2; visits++) {
        start();
        ask_pin(MESSAGE_SET_PIN, PIN, STATUS_OK);
        open_meeting();
        if (visits > 0) {
            for (unsigned how = 0; how < 4; how++) {
                lie(how);
            }
            const struct message add = halves_of(SIDE_UPPER);
            assert_int_equal(ask(&add).type, MESSAGE_ADDED);
        }
        stop();
        read_tallies(upper[visits], lower[visits]);
        remove_folder();
    }
    for (int i = 0; i < QUESTIONS; i++) {
        assert_int_equal(upper[1][i], upper[0][i] + 1);
        assert_int_equal(lower[1][i], lower[0][i]);
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, make_folder, clean_up)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_a_flood_waits_its_turn),
        TEST(test_a_flood_of_nonsense_ends_at_once),
        TEST(test_a_face_that_does_not_read_is_ended),
        TEST(test_descriptors_do_not_come_in),
        TEST(test_half_a_line_is_none),
        TEST(test_nothing_opens_without_the_pin),
        TEST(test_guesses_are_not_looked_at_for_ever),
        TEST(test_an_add_is_one_half_a_question),
    };
    return cmocka_run_group_tests(tests, load, NULL);
}
