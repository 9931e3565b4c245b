/* SPDX-License-Identifier: MIT */
/* Protects a meeting from what else stands in its folder, in the counting process's own sandbox:
 * whatever is in the place of a file that a close writes is moved aside and the meeting is saved;
 * what cannot be moved lets nobody open one; and the last word tells what the folder
 * holds. */
#include "process_rig.h"

#include <sys/un.h>

static const char *path_of(const char *name)
{
    static char path[PATH_BYTES + 32];
    snprintf(path, sizeof(path), "%s/%s", rig.path, name);
    return path;
}

static mode_t kind_of(const char *name)
{
    struct stat about;
    return lstat(path_of(name), &about) == 0 ? about.st_mode & S_IFMT : 0;
}

static bool make_link(const char *path)
{
    return symlink("/etc/passwd", path) == 0;
}

static bool make_pipe(const char *path)
{
    return mkfifo(path, 0600) == 0;
}

static bool make_folder_there(const char *path)
{
    return mkdir(path, 0700) == 0;
}

static bool make_socket(const char *path)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    int it = socket(AF_UNIX, SOCK_STREAM, 0);
    snprintf(address.sun_path, sizeof(address.sun_path), "%s", path);
    bool is_made = it >= 0 && bind(it, (struct sockaddr *)&address, sizeof(address)) == 0;
    close(it);
    return is_made;
}

static const struct {
    mode_t kind;
    bool (*make)(const char *path);
} OTHERS[] = {{S_IFDIR, make_folder_there},
              {S_IFLNK, make_link},
              {S_IFIFO, make_pipe},
              {S_IFSOCK, make_socket}};

static struct message open_and_add(void)
{
    open_meeting();
    const struct message halves = halves_of(SIDE_UPPER);
    return ask(&halves);
}

static void test_whatever_is_there_is_moved_aside(void **state)
{
    (void)state;
    start();
    ask_pin(MESSAGE_SET_PIN, PIN, STATUS_OK);
    for (size_t i = 0; i < sizeof(OTHERS) / sizeof(OTHERS[0]); i++) {
        char aside[32];
        snprintf(aside, sizeof(aside), STORE_ASIDE "%zu", i + 1);
        assert_int_equal(open_and_add().type, MESSAGE_ADDED);
        (void)remove(path_of(STORE_FILE));
        assert_true(OTHERS[i].make(path_of("totals.db")));
        struct message closed = ask_plain(MESSAGE_CLOSE);
        assert_int_equal(closed.as.status.result, STATUS_OK);
        assert_int_equal(closed.as.status.ended, ENDED_SAVED);
        assert_int_equal(closed.as.status.open_meetings, (i + 1) % TOTALS_MEETINGS_PER_BLOCK);
        assert_int_equal(kind_of("totals.db"), S_IFREG);
        assert_int_equal(kind_of(aside), OTHERS[i].kind);
        assert_int_equal(remove(path_of(aside)), 0);
        assert_true(OTHERS[i].make(path_of(aside))); /* the next one takes another name */
    }
    stop();
    for (size_t i = 0; i < sizeof(OTHERS) / sizeof(OTHERS[0]); i++) {
        char aside[32];
        snprintf(aside, sizeof(aside), STORE_ASIDE "%zu", i + 1);
        assert_int_equal(remove(path_of(aside)), 0);
    }
}

static void make_folder_with_something(const char *name)
{
    char deep[64];
    assert_true(make_folder_there(path_of(name)));
    snprintf(deep, sizeof(deep), "%s/something", name);
    assert_true(make_folder_there(path_of(deep)));
}

static void remove_folder_with_something(const char *name)
{
    char deep[64];
    snprintf(deep, sizeof(deep), "%s/something", name);
    assert_int_equal(rmdir(path_of(deep)), 0);
    assert_int_equal(rmdir(path_of(name)), 0);
}

/* Nor does what stands in the place of another file that a close writes; and the next start has
 * nothing to tell of a meeting that was saved. */
static void test_what_a_close_would_write_over_is_moved_aside(void **state)
{
    (void)state;
    static const struct {
        const char *name, *aside;
    } PLACES[] = {{"guard", "guard.aside-1"},
                  {"guard.new", "guard.new.aside-1"},
                  {STORE_TEMPORARY, STORE_TEMPORARY ".aside-1"}};
    enum { COUNT = sizeof(PLACES) / sizeof(PLACES[0]) };
    start();
    ask_pin(MESSAGE_SET_PIN, PIN, STATUS_OK);
    for (size_t i = 0; i < COUNT; i++) {
        assert_int_equal(open_and_add().type, MESSAGE_ADDED);
        (void)remove(path_of(PLACES[i].name));
        make_folder_with_something(PLACES[i].name);
        struct message closed = ask_plain(MESSAGE_CLOSE);
        assert_int_equal(closed.as.status.ended, ENDED_SAVED);
        assert_int_equal(kind_of("guard"), S_IFREG);
        assert_int_equal(kind_of(STORE_FILE), S_IFREG);
        assert_int_equal(kind_of(PLACES[i].aside), S_IFDIR);
        stop();
        start();
        assert_int_equal(ask_plain(MESSAGE_HELLO).as.status.last, LAST_FINE);
        ask_pin(MESSAGE_UNLOCK, PIN, STATUS_OK);
    }
    /* It is nobody's totals, and stays when all totals are erased. */
    assert_int_equal(ask_plain(MESSAGE_ERASE_ALL).as.left, 0);
    stop();
    for (size_t i = 0; i < COUNT; i++) {
        remove_folder_with_something(PLACES[i].aside);
    }
}

/* Nothing of ours can be written there, and it cannot be moved: every name is taken. An empty
 * folder is removed first, as any leftover is. */
static void each_in_the_way(void (*act)(const char *name))
{
    act(STORE_TEMPORARY);
    for (unsigned i = 1; i <= STORE_ASIDE_MAX; i++) {
        char name[STORE_NAME_BYTES];
        snprintf(name, sizeof(name), STORE_TEMPORARY ".aside-%u", i);
        act(name);
    }
}

static void stand_in_the_way(void)
{
    each_in_the_way(make_folder_with_something);
}

static void go_out_of_the_way(void)
{
    each_in_the_way(remove_folder_with_something);
}

/* Told before anybody has answered anything. */
static void test_what_is_in_the_way_opens_nothing(void **state)
{
    (void)state;
    start();
    ask_pin(MESSAGE_SET_PIN, PIN, STATUS_OK);
    stand_in_the_way();
    struct message message = plain(MESSAGE_OPEN);
    message.as.open.room = ROOM_MANY;
    struct message answer = ask(&message);
    assert_int_equal(answer.as.status.meeting, MEETING_NONE);
    assert_int_equal(answer.as.status.result, STATUS_IO);
    go_out_of_the_way();
    assert_true(make_folder_there(path_of(STORE_TEMPORARY)));
    open_meeting();
    assert_int_equal(ask_plain(MESSAGE_CLOSE).as.status.ended, ENDED_SAVED);
    stop();
}

/* Nothing that was moved aside keeps the totals from being erased. */
static void test_all_is_erased(void **state)
{
    (void)state;
    start();
    ask_pin(MESSAGE_SET_PIN, PIN, STATUS_OK);
    for (size_t i = 0; i < sizeof(OTHERS) / sizeof(OTHERS[0]); i++) {
        char aside[32];
        snprintf(aside, sizeof(aside), STORE_ASIDE "%zu", i + 1);
        assert_true(OTHERS[i].make(path_of(aside)));
    }
    struct message erased = ask_plain(MESSAGE_ERASE_ALL);
    assert_int_equal(erased.type, MESSAGE_ERASED);
    assert_int_equal(erased.as.left, 0);
    stop(); /* and the folder is removed, which takes an empty one */
}

/* The last close fails: what is said of the earlier totals is so. */
static void end_in_vain(enum status expected)
{
    tell_keeper(CONTROL_SHUTDOWN, -1);
    struct control record = hear_control();
    assert_int_equal(record.type, CONTROL_ENDED);
    assert_int_equal(record.error.status, expected);
    assert_int_equal(record.was_open, true);
    assert_gone();
}

static void test_the_last_word_tells_what_is_there(void **state)
{
    (void)state;
    start();
    ask_pin(MESSAGE_SET_PIN, PIN, STATUS_OK);
    open_meeting();
    assert_int_equal(ask_plain(MESSAGE_CLOSE).as.status.ended, ENDED_SAVED);
    assert_int_equal(open_and_add().type, MESSAGE_ADDED);
    stand_in_the_way();
    end_in_vain(STATUS_IO); /* the earlier totals are there */
    go_out_of_the_way();
    start();
    ask_pin(MESSAGE_UNLOCK, PIN, STATUS_OK);
    assert_int_equal(open_and_add().type, MESSAGE_ADDED);
    stand_in_the_way();
    assert_int_equal(remove(path_of(STORE_FILE)), 0);
    end_in_vain(STATUS_CHANGED); /* they are not */
    go_out_of_the_way();
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, make_folder, clean_up)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_whatever_is_there_is_moved_aside),
        TEST(test_what_a_close_would_write_over_is_moved_aside),
        TEST(test_what_is_in_the_way_opens_nothing),
        TEST(test_all_is_erased),
        TEST(test_the_last_word_tells_what_is_there),
    };
    return cmocka_run_group_tests(tests, load, NULL);
}
