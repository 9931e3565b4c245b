/* SPDX-License-Identifier: MIT */
/* Protects the counting process from drives, with a real porter and folders that stand for drives:
 * files go to the drive that somebody chose and come back whole, a place for drives that is none is
 * told, and a drive that hangs holds up one child, which does not outlive its time. */
#include "porter_rig.h"

#include <fcntl.h>
#include <sys/mount.h>
#include <sys/stat.h>

static void put(const char *path, const char *text)
{
    char whole[PATH_BYTES * 2];
    snprintf(whole, sizeof(whole), "%s/%s", rig.root, path);
    FILE *file = fopen(whole, "we");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

static void make_drive(const char *label)
{
    char path[PATH_BYTES * 2];
    snprintf(path, sizeof(path), "%s/%s", rig.root, label);
    assert_int_equal(mkdir(path, 0755), 0);
}

static void test_files_go_there_and_come_back(void **state)
{
    (void)state;
    struct errand list = {.kind = ERRAND_LIST};
    struct errand save = {.kind = ERRAND_EXPORT,
                          .pick.label = "STICK",
                          .today = {{2026, 11}, 3, 19, 5},
                          .file_count = 2,
                          .file = {{".html", 3, 4}, {".csv", 0, 3}}};
    struct errand fetch = {.kind = ERRAND_FETCH,
                           .pick = {.label = "STICK", .name = "reflection-2026-11-03-2.html"}};
    struct errand find = {.kind = ERRAND_BACKUPS, .pick.label = "STICK", .ending = ".html"};
    make_drive("STICK");
    assert_int_equal(run(&list), STATUS_OK);
    assert_int_equal(rig.answer.drives.count, 1);
    assert_string_equal(rig.answer.drives.drive[0].label, "STICK");
    assert_true(rig.answer.drives.drive[0].free_bytes != MESSAGE_FREE_UNKNOWN);
    for (int i = 0; i < 2; i++) {
        memcpy(rig.bytes, i == 0 ? "a,bpage" : "c,dPAGE", 7);
        assert_int_equal(run(&save), STATUS_OK);
    }
    assert_int_equal(run(&find), STATUS_OK);
    assert_int_equal(rig.answer.backups.count, 2);
    assert_int_equal(run(&fetch), STATUS_OK);
    assert_int_equal(rig.answer.length, 4);
    assert_memory_equal(rig.bytes, "PAGE", 4);
    put("STICK/link-me", "x");
    memcpy(fetch.pick.name, "nothing", 8);
    assert_int_equal(run(&fetch), STATUS_MISSING);
    memcpy(fetch.pick.label, "OTHER", 6);
    assert_int_equal(run(&fetch), STATUS_MISSING);
    stop_porter();
}

/* Two sticks of one maker are called alike; what somebody chose is what is written to. */
static void test_two_drives_of_one_label(void **state)
{
    (void)state;
    static const char *const LABELS[] = {"STICK", "STICK (2)"};
    struct errand list = {.kind = ERRAND_LIST};
    struct errand save = {.kind = ERRAND_EXPORT,
                          .today = {{2026, 11}, 3, 19, 5},
                          .file_count = 1,
                          .file = {{".backup", 0, 4}}};
    struct errand find = {.kind = ERRAND_BACKUPS, .ending = ".backup"};
    make_drive("STICK");
    make_drive("STICK\xE2\x80\x8B"); /* a mark that nobody sees */
    assert_int_equal(run(&list), STATUS_OK);
    assert_int_equal(rig.answer.drives.count, 2);
    for (int i = 0; i < 2; i++) {
        assert_string_equal(rig.answer.drives.drive[i].label, LABELS[i]);
    }
    memcpy(save.pick.label, LABELS[1], strlen(LABELS[1]));
    memcpy(rig.bytes, "keep", 4);
    assert_int_equal(run(&save), STATUS_OK);
    for (uint32_t i = 0; i < 2; i++) {
        memset(find.pick.label, 0, sizeof(find.pick.label));
        memcpy(find.pick.label, LABELS[i], strlen(LABELS[i]));
        assert_int_equal(run(&find), STATUS_OK);
        assert_int_equal(rig.answer.backups.count, i);
    }
    stop_porter();
}

/* In its sandbox the courier still reads which drives the system has. */
static void test_the_systems_own_drives(void **state)
{
    (void)state;
    struct errand list = {.kind = ERRAND_LIST};
    stop_porter();
    start_porter(NULL, 0);
    for (int i = 0; i < 2; i++) {
        assert_int_equal(run(&list), STATUS_OK);
    }
    stop_porter();
}

/* A file system whose other half never says a word. False: this machine lets nobody have one. */
static bool mount_what_hangs(const char *label)
{
    char path[PATH_BYTES * 2], how[PATH_BYTES];
    make_drive(label);
    snprintf(path, sizeof(path), "%s/%s", rig.root, label);
    int line = open("/dev/fuse", O_RDWR | O_CLOEXEC);
    snprintf(how, sizeof(how), "fd=%d,rootmode=40000,user_id=0,group_id=0", line);
    return line >= 0 && mount("hangs", path, "fuse", 0, how) == 0;
}

static void test_a_drive_that_hangs_holds_up_one_child(void **state)
{
    (void)state;
    char path[PATH_BYTES * 2];
    struct errand list = {.kind = ERRAND_LIST}, check = check_of("123456");
    struct errand find = {.kind = ERRAND_BACKUPS, .pick.label = "HANGS", .ending = ".backup"};
    make_drive("STICK");
    if (!mount_what_hangs("HANGS")) {
        print_message("skipped: no file system can be mounted here that hangs\n");
        skip();
    }
    begin(&list);
    struct pollfd wait = {.fd = rig.line.slot[ERRAND_OF_DRIVES].socket, .events = POLLIN};
    assert_int_equal(poll(&wait, 1, PATIENCE_MS), 1); /* the names */
    assert_int_equal(run(&check), STATUS_OK);         /* and the door opens meanwhile */
    uint64_t by_ms = errand_line_deadline(&rig.line);
    assert_false(errand_line_hear(&rig.line, ERRAND_OF_DRIVES, by_ms - 1, rig.bytes,
                                  sizeof(rig.bytes), &rig.answer));
    assert_true(errand_line_hear(&rig.line, ERRAND_OF_DRIVES, by_ms, rig.bytes, sizeof(rig.bytes),
                                 &rig.answer));
    assert_int_equal(rig.answer.status, STATUS_OK);
    assert_int_equal(rig.answer.drives.count, 2);
    assert_true(rig.answer.drives.drive[0].free_bytes == MESSAGE_FREE_UNKNOWN);
    begin(&find);
    pid_t courier = wait_for_child();
    by_ms = errand_line_deadline(&rig.line);
    assert_true(errand_line_hear(&rig.line, ERRAND_OF_DRIVES, by_ms, rig.bytes, sizeof(rig.bytes),
                                 &rig.answer));
    assert_int_equal(rig.answer.status, STATUS_STUCK);
    /* What hangs goes with the porter, and the porter with the keeper. */
    stop_porter();
    assert_gone(courier);
    snprintf(path, sizeof(path), "%s/HANGS", rig.root);
    assert_int_equal(umount2(path, MNT_DETACH), 0);
}

/* A place for drives that is not there, or is none, is told. */
static void test_no_place_for_drives(void **state)
{
    (void)state;
    const struct errand list = {.kind = ERRAND_LIST};
    char file[PATH_BYTES * 2];
    snprintf(file, sizeof(file), "%s/file", rig.root);
    for (int i = 0; i < 2; i++) {
        stop_porter();
        start_porter(file, 0);
        assert_int_equal(run(&list), i == 0 ? STATUS_MISSING : STATUS_INVALID);
        put("file", "");
    }
    stop_porter();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_files_go_there_and_come_back), TEST(test_two_drives_of_one_label),
        TEST(test_the_systems_own_drives),       TEST(test_a_drive_that_hangs_holds_up_one_child),
        TEST(test_no_place_for_drives),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
