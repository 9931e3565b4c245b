/* SPDX-License-Identifier: MIT */
/* Protects what the processes rest on: channels that never wait, pages that children do not see,
 * an honest look at swap, and files on drives that are whole or not there. */
#include "core/drive_label.h"
#include "core/pin_hash.h"
#include "platform/system/channel.h"
#include "platform/system/clock.h"
#include "platform/system/drives.h"
#include "platform/system/pin.h"
#include "platform/system/secret.h"
#include "platform/system/swap.h"

#include <fcntl.h>
#include <poll.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

static void test_records_keep_their_length(void **state)
{
    (void)state;
    int ends[2];
    char buffer[8];
    size_t length = 0;
    assert_int_equal(channel_pair(ends), STATUS_OK);
    assert_int_equal(channel_receive(ends[1], buffer, sizeof(buffer), &length, NULL), STATUS_BUSY);
    assert_int_equal(channel_send(ends[0], "abc", 3, -1), STATUS_OK);
    assert_int_equal(channel_send(ends[0], "0123456789", 10, -1), STATUS_OK);
    assert_int_equal(channel_receive(ends[1], buffer, sizeof(buffer), &length, NULL), STATUS_OK);
    assert_int_equal(length, 3);
    assert_int_equal(channel_receive(ends[1], buffer, sizeof(buffer), &length, NULL), STATUS_OK);
    assert_int_equal(length, 10); /* longer than asked for: not passed off as a short one */
    close(ends[0]);
    assert_int_equal(channel_receive(ends[1], buffer, sizeof(buffer), &length, NULL),
                     STATUS_MISSING);
    assert_int_equal(channel_send(ends[1], "abc", 3, -1), STATUS_MISSING);
    close(ends[1]);
}

static void test_a_peer_that_does_not_read_is_busy(void **state)
{
    (void)state;
    int ends[2];
    static char record[4096];
    assert_int_equal(channel_pair(ends), STATUS_OK);
    enum status status = STATUS_OK;
    for (int i = 0; i < 10000 && status == STATUS_OK; i++) {
        status = channel_send(ends[0], record, sizeof(record), -1);
    }
    assert_int_equal(status, STATUS_BUSY);
    close(ends[0]);
    close(ends[1]);
}

static void test_a_descriptor_comes_along(void **state)
{
    (void)state;
    int ends[2];
    int inner[2];
    int passed = -1;
    char byte = 0;
    size_t length = 0;
    assert_int_equal(channel_pair(ends), STATUS_OK);
    assert_int_equal(channel_pair(inner), STATUS_OK);
    assert_int_equal(channel_send(ends[0], "x", 1, inner[1]), STATUS_OK);
    close(inner[1]);
    assert_int_equal(channel_receive(ends[1], &byte, 1, &length, &passed), STATUS_OK);
    assert_true(passed >= 0);
    assert_true((fcntl(passed, F_GETFD) & FD_CLOEXEC) != 0);
    assert_int_equal(channel_send(passed, "y", 1, -1), STATUS_OK);
    assert_int_equal(channel_receive(inner[0], &byte, 1, &length, &passed), STATUS_OK);
    assert_int_equal(byte, 'y');
    assert_int_equal(passed, -1);
}

static void test_a_child_does_not_see_the_secret(void **state)
{
    (void)state;
    bool is_locked = false;
    char *secret = secret_open(4096, &is_locked);
    assert_non_null(secret);
    memset(secret, 'x', 4096);
    pid_t child = fork();
    if (child == 0) {
        _exit(is_locked && secret[100] != 0);
    }
    int how = 0;
    assert_int_equal(waitpid(child, &how, 0), child);
    assert_true(WIFEXITED(how) && WEXITSTATUS(how) == 0);
    assert_int_equal(secret[100], 'x');
}

static bool swap_on(const char *text)
{
    return swap_text_is_on(text, strlen(text));
}

static bool swap_zram(const char *text)
{
    return swap_text_is_zram(text, strlen(text));
}

static void test_swap(void **state)
{
    (void)state;
#define HEADING "Filename\t\t\t\tType\t\tSize\tUsed\tPriority\n"
    assert_false(swap_on(HEADING));
    assert_false(swap_zram(HEADING));
    assert_false(swap_on(""));
    assert_false(swap_on(HEADING "/dev/zram0 partition 1 0 100\n"));
    assert_true(swap_zram(HEADING "/dev/zram0 partition 1 0 100\n"));
    assert_true(swap_on(HEADING "/dev/zram0 partition 1 0 100\n/dev/sda2 partition 1 0 -2\n"));
    assert_false(swap_zram(HEADING "/dev/zram0 partition 1 0 100\n/swap file 1 0 -2\n"));
    assert_true(swap_on(HEADING "/swapfile file 1 0 -2"));
}

static void test_alarm_for_the_past_rings_at_once(void **state)
{
    (void)state;
    int alarm = -1;
    assert_int_equal(clock_alarm_open(&alarm), STATUS_OK);
    struct pollfd wait = {.fd = alarm, .events = POLLIN};
    clock_alarm_set(alarm, UINT64_MAX);
    assert_int_equal(poll(&wait, 1, 0), 0);
    clock_alarm_set(alarm, 0);
    assert_int_equal(poll(&wait, 1, 5000), 1);
    clock_alarm_clear(alarm);
    assert_int_equal(poll(&wait, 1, 0), 0);
    close(alarm);
}

static void test_pin_hash(void **state)
{
    (void)state;
    char hash[SETTINGS_PIN_HASH_BYTES];
    assert_int_equal(pin_hash_make("123456", hash), STATUS_OK);
    assert_true(pin_hash_is_valid(span_of(hash)));
    assert_int_equal(pin_hash_compare("123456", hash), STATUS_OK);
    assert_int_equal(pin_hash_compare("123457", hash), STATUS_DENIED);
    assert_int_equal(pin_hash_compare("123456", "$argon2id$nonsense"), STATUS_DENIED);
}

/* A root with two drives, one hidden directory and one plain file. */
struct stand {
    char root[64];
    struct drives drives;
};

static int stand_up(void **state)
{
    static struct stand stand;
    char path[128];
    strcpy(stand.root, "/tmp/drives-XXXXXX");
    if (mkdtemp(stand.root) == NULL) {
        return -1;
    }
    static const char *const FOLDERS[] = {"STICK", "Second one", ".hidden"};
    for (size_t i = 0; i < 3; i++) {
        snprintf(path, sizeof(path), "%s/%s", stand.root, FOLDERS[i]);
        if (mkdir(path, 0700) != 0) {
            return -1;
        }
    }
    snprintf(path, sizeof(path), "%s/file", stand.root);
    close(open(path, O_CREAT | O_WRONLY, 0600));
    stand.drives.root = stand.root;
    *state = &stand;
    return 0;
}

static int stand_down(void **state)
{
    struct stand *stand = *state;
    char command[128];
    snprintf(command, sizeof(command), "rm -rf '%s'", stand->root);
    return system(command);
}

static bool has_drive(const struct message_drives *found, const char *label)
{
    for (uint32_t i = 0; i < found->count; i++) {
        if (strcmp(found->drive[i].label, label) == 0) {
            return found->drive[i].free_bytes > 0;
        }
    }
    return false;
}

/* Whatever it is called: none is left out, and each can be written to by its label. */
static void test_drives_are_directories_of_any_name(void **state)
{
    struct stand *stand = *state;
    struct message_drives found;
    char path[160];
    snprintf(path, sizeof(path),
             "%s/K\xFC"
             "CHE",
             stand->root);
    assert_int_equal(mkdir(path, 0700), 0);
    snprintf(path, sizeof(path), "%s/\xFF", stand->root);
    assert_int_equal(mkdir(path, 0700), 0);
    assert_int_equal(drives_list(&stand->drives, true, &found), STATUS_OK);
    assert_int_equal(found.count, 5);
    assert_true(has_drive(&found, "STICK"));
    assert_true(has_drive(&found, "Second one"));
    assert_true(has_drive(&found, "hidden"));
    assert_true(has_drive(&found, DRIVE_LABEL_NONE));
    assert_true(has_drive(&found, DRIVE_LABEL_NONE " (2)"));
    assert_true(found.drive[0].free_bytes != MESSAGE_FREE_UNKNOWN);
    assert_int_equal(drives_list(&stand->drives, false, &found), STATUS_OK);
    assert_int_equal(found.count, 5);
    assert_true(found.drive[0].free_bytes == MESSAGE_FREE_UNKNOWN);
    for (uint32_t i = 0; i < found.count; i++) {
        struct export_file file = {.name = "any.csv", .bytes = "x", .length = 1};
        assert_int_equal(drives_write(&stand->drives, found.drive[i].label, &file, 1), STATUS_OK);
    }
    snprintf(path, sizeof(path),
             "%s/K\xFC"
             "CHE/any.csv",
             stand->root);
    assert_int_equal(access(path, F_OK), 0);
}

static enum status drive_put(const struct drives *drives, const char *label, const char *name,
                             const char *text)
{
    struct export_file file = {.bytes = text, .length = strlen(text)};
    snprintf(file.name, sizeof(file.name), "%s", name);
    return drives_write(drives, label, &file, 1);
}

static void test_a_file_is_whole_or_not_there(void **state)
{
    struct stand *stand = *state;
    const struct drives *drives = &stand->drives;
    char path[160];
    char read_back[16] = "";
    assert_int_equal(drive_put(drives, "STICK", "a.csv", "hello"), STATUS_OK);
    snprintf(path, sizeof(path), "%s/STICK/a.csv", stand->root);
    int file = open(path, O_RDONLY);
    assert_int_equal(read(file, read_back, sizeof(read_back)), 5);
    close(file);
    assert_string_equal(read_back, "hello");
    assert_int_equal(drive_put(drives, "STICK", "a.csv", "other"), STATUS_EXISTS);
    assert_int_equal(drive_put(drives, "PULLED", "a.csv", "hello"), STATUS_MISSING);
    assert_int_equal(drive_put(drives, ".hidden", "a.csv", "hello"), STATUS_MISSING);
    assert_int_equal(drive_put(drives, "file", "a.csv", "hello"), STATUS_MISSING);
    snprintf(path, sizeof(path), "%s/STICK/.reflection.part", stand->root);
    assert_int_not_equal(access(path, F_OK), 0); /* nothing is left behind */
}

/* A report is two files: one of them alone would look like all of it. */
static void test_files_go_together_or_not_at_all(void **state)
{
    struct stand *stand = *state;
    struct export_file files[2] = {{"page.html", "page", 4}, {"table.csv", "table", 5}};
    char path[160];
    assert_int_equal(drive_put(&stand->drives, "STICK", "table.csv", "older"), STATUS_OK);
    assert_int_equal(drives_write(&stand->drives, "STICK", files, 2), STATUS_EXISTS);
    snprintf(path, sizeof(path), "%s/STICK/page.html", stand->root);
    assert_int_not_equal(access(path, F_OK), 0);
    memcpy(files[1].name, "other.csv", 10);
    assert_int_equal(drives_write(&stand->drives, "STICK", files, 2), STATUS_OK);
    assert_int_equal(access(path, F_OK), 0);
    /* The second fails late, in the write: there is nothing at its address. */
    memcpy(files[0].name, "again.html", 11);
    memcpy(files[1].name, "again.csv", 10);
    files[1].bytes = (const void *)(uintptr_t)64;
    assert_int_not_equal(drives_write(&stand->drives, "STICK", files, 2), STATUS_OK);
    snprintf(path, sizeof(path), "%s/STICK/again.html", stand->root);
    assert_int_not_equal(access(path, F_OK), 0);
}

static void put_plain(const struct stand *stand, const char *name, const char *text)
{
    char path[160];
    snprintf(path, sizeof(path), "%s/STICK/%s", stand->root, name);
    int file = open(path, O_CREAT | O_WRONLY, 0600);
    assert_true(file >= 0 && write(file, text, strlen(text)) == (ssize_t)strlen(text));
    close(file);
}

static void test_found_by_ending_newest_first(void **state)
{
    struct stand *stand = *state;
    static struct message_backups found;
    struct message_pick after = {.label = "STICK"};
    char name[40];
    assert_int_equal(drives_find(&stand->drives, &after, ".backup", &found), STATUS_OK);
    assert_int_equal(found.count, 0);
    put_plain(stand, "table.csv", "");
    put_plain(stand, ".backup", "");
    put_plain(stand, ".hidden.backup", "");
    put_plain(stand, "two\nlines.backup", "");
    put_plain(stand, "a-name-that-is-far-too-long-to-be-shown-on-any-screen-at-all.backup", "");
    for (int i = 0; i < 40; i++) { /* in no order */
        snprintf(name, sizeof(name), "reflection-2026-11-03-%d.backup", i * 7 % 40 + 2);
        put_plain(stand, name, "");
    }
    for (int i = 0; i < 40; i++) {
        if (i % MESSAGE_BACKUP_MAX == 0) {
            assert_int_equal(drives_find(&stand->drives, &after, ".backup", &found), STATUS_OK);
            assert_int_equal(found.count, i == 0 ? MESSAGE_BACKUP_MAX : 40 - MESSAGE_BACKUP_MAX);
        }
        snprintf(name, sizeof(name), "reflection-2026-11-03-%d.backup", 41 - i);
        assert_string_equal(found.name[i % MESSAGE_BACKUP_MAX], name);
        memcpy(after.name, name, sizeof(name));
    }
    after = (struct message_pick){.label = "PULLED"};
    assert_int_equal(drives_find(&stand->drives, &after, ".backup", &found), STATUS_MISSING);
}

static enum status read_from(const struct stand *stand, const char *name, char *buffer, size_t size,
                             size_t *length)
{
    struct message_pick pick = {.label = "STICK"};
    snprintf(pick.name, sizeof(pick.name), "%s", name);
    return drives_read(&stand->drives, &pick, buffer, size, length);
}

/* Neither a link nor a pipe nor a folder is opened: a pipe would hold the keeper up for ever. */
static void test_only_plain_files_are_read(void **state)
{
    struct stand *stand = *state;
    char path[160], buffer[8];
    size_t length = 99;
    put_plain(stand, "a.backup", "hello");
    assert_int_equal(read_from(stand, "a.backup", buffer, sizeof(buffer), &length), STATUS_OK);
    assert_int_equal(length, 5);
    assert_memory_equal(buffer, "hello", 5);
    assert_int_equal(read_from(stand, "a.backup", buffer, 5, &length), STATUS_OK);
    assert_int_equal(read_from(stand, "a.backup", buffer, 4, &length), STATUS_LIMIT);
    snprintf(path, sizeof(path), "%s/STICK/link.backup", stand->root);
    assert_int_equal(symlink("a.backup", path), 0);
    snprintf(path, sizeof(path), "%s/STICK/pipe.backup", stand->root);
    assert_int_equal(mkfifo(path, 0600), 0);
    snprintf(path, sizeof(path), "%s/STICK/folder.backup", stand->root);
    assert_int_equal(mkdir(path, 0700), 0);
    length = 99;
    static const char *const OTHERS[] = {"link.backup", "pipe.backup", "folder.backup"};
    for (size_t i = 0; i < 3; i++) {
        assert_int_equal(read_from(stand, OTHERS[i], buffer, sizeof(buffer), &length),
                         STATUS_INVALID);
    }
    assert_int_equal(read_from(stand, "gone.backup", buffer, sizeof(buffer), &length),
                     STATUS_MISSING);
    assert_int_equal(length, 99); /* untouched */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_records_keep_their_length),
        cmocka_unit_test(test_a_peer_that_does_not_read_is_busy),
        cmocka_unit_test(test_a_descriptor_comes_along),
        cmocka_unit_test(test_a_child_does_not_see_the_secret),
        cmocka_unit_test(test_swap),
        cmocka_unit_test(test_alarm_for_the_past_rings_at_once),
        cmocka_unit_test(test_pin_hash),
        cmocka_unit_test_setup_teardown(test_drives_are_directories_of_any_name, stand_up,
                                        stand_down),
        cmocka_unit_test_setup_teardown(test_a_file_is_whole_or_not_there, stand_up, stand_down),
        cmocka_unit_test_setup_teardown(test_files_go_together_or_not_at_all, stand_up, stand_down),
        cmocka_unit_test_setup_teardown(test_found_by_ending_newest_first, stand_up, stand_down),
        cmocka_unit_test_setup_teardown(test_only_plain_files_are_read, stand_up, stand_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
