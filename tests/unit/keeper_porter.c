/* SPDX-License-Identifier: MIT */
/* Protects the counting process from what it sends others to do: a real porter in its own sandbox,
 * and this test as the keeper. Who checks a PIN dies first and alone; a drive that hangs holds up
 * one child, which does not outlive its time; and whatever comes back in place of an answer is
 * none.
 */
#include "keeper/errand_line.h"
#include "keeper/porter.h"
#include "platform/system/channel.h"
#include "platform/system/clock.h"
#include "platform/system/process.h"
#include "platform/system/sealed.h"
#include "store/store.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

enum { PATIENCE_MS = 60000, PATH_BYTES = 64, STEP_US = 1000, LESS_BYTES = 32 << 20 };

static struct {
    char root[PATH_BYTES];
    pid_t porter;
    bool has_no_bus;
    struct errand_line line;
    struct errand_answer answer;
    uint8_t bytes[STORE_FILE_BYTES_MAX];
    char hash[SETTINGS_PIN_HASH_BYTES]; /* of 123456 */
} rig;

/* How much sooner the system's own timer rings. This function stands before the C library's. */
static long hurry = 1;

int setitimer(__itimer_which_t which, const struct itimerval *when, struct itimerval *before)
{
    struct itimerval sooner = *when;
    sooner.it_value = (struct timeval){when->it_value.tv_sec / hurry,
                                       when->it_value.tv_sec % hurry * (1000000 / hurry)};
    return (int)syscall(SYS_setitimer, which, &sooner, before);
}

/* drives: where they are; NULL: the system's own. limit: the memory that the porter and its
 * children may map beyond what it has; 0: any. */
static void start_porter(const char *drives, rlim_t limit)
{
    int ends[2];
    assert_int_equal(channel_pair(ends), STATUS_OK);
    fflush(NULL);
    rig.porter = fork();
    if (rig.porter == 0) {
        char bus[PATH_BYTES + sizeof("/bus")];
        snprintf(bus, sizeof(bus), "%s/bus", rig.root);
        const struct porter_options options = {
            .socket = ends[1], .drives = {.root = drives}, .bus = rig.has_no_bus ? NULL : bus};
        const struct rlimit most = {limit, limit};
        close(ends[0]);
        if (!process_begin(PROCESS_ROLE) || (limit > 0 && setrlimit(RLIMIT_AS, &most) != 0)) {
            _exit(1);
        }
        _exit(porter_run(&options));
    }
    close(ends[1]);
    errand_line_take(&rig.line, ends[0]);
    rig.line.renewed = false; /* it is started where the first one was */
}

static int set_up(void **state)
{
    (void)state;
    snprintf(rig.root, sizeof(rig.root), "/tmp/porter.XXXXXX");
    errand_line_init(&rig.line);
    assert_non_null(mkdtemp(rig.root));
    start_porter(rig.root, 0);
    return 0;
}

static void stop_porter(void)
{
    int how = 0;
    errand_line_take(&rig.line, -1);
    assert_int_equal(waitpid(rig.porter, &how, 0), rig.porter);
    assert_int_equal(how, 0);
    rig.porter = 0;
}

static int clean_up(void **state)
{
    (void)state;
    char command[PATH_BYTES * 2];
    for (int i = 0; i < ERRAND_SLOT_COUNT; i++) {
        errand_line_drop(&rig.line, (enum errand_slot)i);
    }
    if (rig.porter > 0) {
        kill(rig.porter, SIGKILL);
        waitpid(rig.porter, NULL, 0);
        rig.porter = 0;
    }
    errand_line_take(&rig.line, -1);
    snprintf(command, sizeof(command), "rm -rf '%s'", rig.root);
    return system(command);
}

/* Until it is over. Returns its status. */
static enum status hear(enum errand_slot slot)
{
    struct pollfd wait = {.fd = rig.line.slot[slot].socket, .events = POLLIN};
    assert_true(wait.fd >= 0);
    do {
        assert_int_equal(poll(&wait, 1, PATIENCE_MS), 1);
    } while (!errand_line_hear(&rig.line, slot, clock_boot_ms(), rig.bytes, sizeof(rig.bytes),
                               &rig.answer));
    return (enum status)rig.answer.status;
}

static void begin(const struct errand *errand)
{
    assert_int_equal(errand_line_begin(&rig.line, errand, rig.bytes, clock_boot_ms()), STATUS_OK);
}

static enum status run(const struct errand *errand)
{
    begin(errand);
    return hear(errand_slot_of((enum errand_kind)errand->kind));
}

static void make_hash(void)
{
    const struct errand errand = {.kind = ERRAND_HASH, .pin = "123456"};
    if (rig.hash[0] == '\0') {
        assert_int_equal(run(&errand), STATUS_OK);
        memcpy(rig.hash, rig.answer.hash, sizeof(rig.hash));
    }
}

static struct errand check_of(const char *pin)
{
    struct errand errand = {.kind = ERRAND_VERIFY};
    make_hash();
    memcpy(errand.pin, pin, strlen(pin));
    memcpy(errand.hash, rig.hash, sizeof(errand.hash));
    return errand;
}

/* The one child that the porter has now; 0: none. */
static pid_t child(void)
{
    char path[PATH_BYTES], line[PATH_BYTES] = "";
    snprintf(path, sizeof(path), "/proc/%d/task/%d/children", (int)rig.porter, (int)rig.porter);
    FILE *file = fopen(path, "re");
    assert_non_null(file);
    pid_t found = fgets(line, sizeof(line), file) != NULL ? (pid_t)atoi(line) : 0;
    fclose(file);
    return found;
}

static pid_t wait_for_child(void)
{
    pid_t found = child();
    for (int i = 0; found == 0 && i < PATIENCE_MS; i++) {
        usleep(STEP_US);
        found = child();
    }
    assert_true(found > 0);
    return found;
}

static void assert_gone(pid_t pid)
{
    for (int i = 0; kill(pid, 0) == 0 && i < PATIENCE_MS; i++) {
        usleep(STEP_US);
    }
    assert_int_not_equal(kill(pid, 0), 0);
}

static int score_of(pid_t pid)
{
    char path[PATH_BYTES], text[PATH_BYTES] = "";
    snprintf(path, sizeof(path), "/proc/%d/oom_score_adj", (int)pid);
    FILE *file = fopen(path, "re");
    assert_non_null(file);
    assert_non_null(fgets(text, sizeof(text), file));
    fclose(file);
    return atoi(text);
}

static void test_pins_are_compared(void **state)
{
    (void)state;
    struct errand right = check_of("123456"), wrong = check_of("123457");
    assert_int_equal(run(&right), STATUS_OK);
    assert_int_equal(run(&wrong), STATUS_DENIED);
    assert_int_equal(run(&right), STATUS_OK);
    stop_porter();
}

/* Held before it has read its errand, so that there is time to look. */
static pid_t begin_and_stop(const struct errand *errand)
{
    begin(errand);
    pid_t checker = wait_for_child();
    assert_int_equal(kill(checker, SIGSTOP), 0);
    return checker;
}

static void test_who_checks_dies_first_and_alone(void **state)
{
    (void)state;
    struct errand errand = check_of("123456");
    pid_t checker = begin_and_stop(&errand);
    assert_int_equal(score_of(checker), 1000);
    for (int i = 0; score_of(rig.porter) != score_of(getpid()) && i < PATIENCE_MS; i++) {
        usleep(STEP_US); /* the fork may have come back here alone */
    }
    assert_int_equal(score_of(rig.porter), score_of(getpid()));
    kill(checker, SIGKILL);
    assert_int_equal(hear(ERRAND_OF_PIN), STATUS_NO_MEMORY);
    assert_gone(checker);
    assert_int_equal(run(&errand), STATUS_OK);
    stop_porter();
}

static void test_its_time_is_limited(void **state)
{
    (void)state;
    struct errand errand = check_of("123456");
    pid_t checker = begin_and_stop(&errand);
    uint64_t by_ms = errand_line_deadline(&rig.line);
    assert_true(by_ms > clock_boot_ms() && by_ms <= clock_boot_ms() + errand_ms_max(ERRAND_VERIFY));
    assert_false(errand_line_hear(&rig.line, ERRAND_OF_PIN, by_ms - 1, rig.bytes, sizeof(rig.bytes),
                                  &rig.answer));
    assert_true(errand_line_hear(&rig.line, ERRAND_OF_PIN, by_ms, rig.bytes, sizeof(rig.bytes),
                                 &rig.answer));
    assert_int_equal(rig.answer.status, STATUS_NO_MEMORY);
    assert_true(errand_line_deadline(&rig.line) == UINT64_MAX);
    kill(checker, SIGKILL);
    assert_int_equal(run(&errand), STATUS_OK);
}

/* Also where nobody waits for its answer any more: here after three thousandths of a second. */
static void test_the_system_ends_who_takes_too_long(void **state)
{
    (void)state;
    struct errand errand = check_of("123457");
    stop_porter();
    hurry = 10000;
    start_porter(rig.root, 0);
    hurry = 1;
    assert_int_equal(run(&errand), STATUS_NO_MEMORY);
    stop_porter();
}

/* A limit of the system on what a process maps: what the library then says is no "wrong PIN". */
static void test_no_memory_is_no_wrong_pin(void **state)
{
    (void)state;
#ifdef __SANITIZE_ADDRESS__
    skip(); /* its shadow memory alone is beyond any limit */
#endif
    struct errand errand = check_of("123456");
    struct errand hash = {.kind = ERRAND_HASH, .pin = "123456"};
    long pages = 0;
    FILE *file = fopen("/proc/self/statm", "re");
    assert_non_null(file);
    assert_int_equal(fscanf(file, "%ld", &pages), 1);
    fclose(file);
    stop_porter();
    start_porter(rig.root, (rlim_t)pages * (rlim_t)sysconf(_SC_PAGESIZE) + LESS_BYTES);
    assert_int_equal(run(&errand), STATUS_NO_MEMORY);
    assert_int_equal(run(&hash), STATUS_NO_MEMORY);
    stop_porter();
}

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

/* This test as the porter, and as the one that runs the errand. */
static int take_order(int porter)
{
    struct pollfd wait = {.fd = porter, .events = POLLIN};
    struct porter_order order;
    size_t length = 0;
    int runner = -1;
    assert_int_equal(poll(&wait, 1, PATIENCE_MS), 1);
    assert_int_equal(channel_receive(porter, &order, sizeof(order), &length, &runner), STATUS_OK);
    assert_true(runner >= 0);
    return runner;
}

static void test_no_answer_but_an_answer(void **state)
{
    (void)state;
    const struct errand fetch = {.kind = ERRAND_FETCH, .pick = {"STICK", "a.backup"}};
    struct errand_answer answer = {.length = 3};
    int ends[2], zero = open("/dev/zero", O_RDONLY | O_CLOEXEC), sealed = -1;
    assert_int_equal(channel_pair(ends), STATUS_OK);
    errand_line_take(&rig.line, ends[0]);
    rig.line.renewed = false; /* this one is as good as the first */
    assert_int_equal(sealed_make("abc", 3, &sealed), STATUS_OK);
    for (int i = 0; i < 6; i++) {
        begin(&fetch);
        int runner = take_order(ends[1]);
        answer.status = i == 3 ? STATUS_COUNT : STATUS_OK;
        answer.length = i == 4 ? 2 : 3;
        /* Too short; without the bytes; with what is endless; no status; other bytes; good. */
        enum status sent = channel_send(runner, &answer, i == 0 ? 8 : sizeof(answer),
                                        i == 1   ? -1
                                        : i == 2 ? zero
                                                 : sealed);
        assert_int_equal(sent, STATUS_OK);
        close(runner);
        assert_int_equal(hear(ERRAND_OF_DRIVES), i == 5 ? STATUS_OK : STATUS_IO);
    }
    assert_memory_equal(rig.bytes, "abc", 3);
    /* Nobody there at all. */
    close(ends[1]);
    const struct errand hash = {.kind = ERRAND_HASH, .pin = "123456"};
    assert_int_equal(errand_line_begin(&rig.line, &fetch, rig.bytes, 0), STATUS_GONE);
    assert_int_equal(errand_line_begin(&rig.line, &hash, rig.bytes, 0), STATUS_GONE);
    errand_line_take(&rig.line, -1);
    assert_int_equal(errand_line_begin(&rig.line, &fetch, rig.bytes, 0), STATUS_GONE);
    assert_int_equal(errand_line_begin(&rig.line, &hash, rig.bytes, 0), STATUS_GONE);
    close(zero);
    close(sealed);
}

/* It ends in the middle of an errand. Another one cannot reach the drives, and says so at once. */
static void test_who_comes_later_reaches_no_drive(void **state)
{
    (void)state;
    const struct errand list = {.kind = ERRAND_LIST}, hash = {.kind = ERRAND_HASH, .pin = "123456"};
    int ends[2];
    for (int i = 0; i < 2; i++) {
        assert_int_equal(channel_pair(ends), STATUS_OK);
        errand_line_take(&rig.line, ends[0]);
        rig.line.renewed = false;
        begin(i == 0 ? &list : &hash);
        close(take_order(ends[1]));
        close(ends[1]);
        assert_int_equal(hear(i == 0 ? ERRAND_OF_DRIVES : ERRAND_OF_PIN), STATUS_GONE);
    }
    assert_int_equal(channel_pair(ends), STATUS_OK);
    errand_line_take(&rig.line, ends[0]);
    assert_int_equal(errand_line_begin(&rig.line, &list, rig.bytes, 0), STATUS_GONE);
    begin(&hash);
    struct errand_answer answer = {.status = STATUS_OK};
    int runner = take_order(ends[1]);
    assert_int_equal(channel_send(runner, &answer, sizeof(answer), -1), STATUS_OK);
    close(runner);
    assert_int_equal(hear(ERRAND_OF_PIN), STATUS_OK);
    close(ends[1]);
}

/* The runner ended, and said nothing. */
static void assert_no_answer(int socket)
{
    struct pollfd wait = {.fd = socket, .events = POLLIN};
    size_t length = 0;
    assert_int_equal(poll(&wait, 1, PATIENCE_MS), 1);
    assert_int_equal(channel_receive(socket, &rig.answer, sizeof(rig.answer), &length, NULL),
                     STATUS_MISSING);
    close(socket);
}

/* What a process that was taken over might send the porter: it starts nothing, and goes on. */
static void test_orders_that_are_none(void **state)
{
    (void)state;
    const struct porter_order order = {.kind = ERRAND_VERIFY};
    struct errand drives = {.kind = ERRAND_LIST}, check = check_of("123456");
    int ends[2];
    assert_int_equal(channel_send(rig.line.porter, "x", 1, -1), STATUS_OK);
    assert_int_equal(channel_send(rig.line.porter, &order, sizeof(order), -1), STATUS_OK);
    /* Another errand than was ordered, which would run with the rights of the first. */
    assert_int_equal(channel_pair(ends), STATUS_OK);
    assert_int_equal(channel_send(ends[0], &drives, sizeof(drives), -1), STATUS_OK);
    assert_int_equal(channel_send(rig.line.porter, &order, sizeof(order), ends[1]), STATUS_OK);
    close(ends[1]);
    assert_no_answer(ends[0]);
    /* Half an errand, and one without the bytes that it speaks of. */
    const struct porter_order of_drives = {.kind = ERRAND_EXPORT};
    drives = (struct errand){
        .kind = ERRAND_EXPORT, .pick.label = "STICK", .file_count = 1, .file = {{".csv", 0, 3}}};
    for (size_t bytes = sizeof(drives) / 2; bytes <= sizeof(drives); bytes += sizeof(drives) / 2) {
        assert_int_equal(channel_pair(ends), STATUS_OK);
        assert_int_equal(channel_send(ends[0], &drives, bytes, -1), STATUS_OK);
        assert_int_equal(channel_send(rig.line.porter, &of_drives, sizeof(of_drives), ends[1]),
                         STATUS_OK);
        close(ends[1]);
        assert_no_answer(ends[0]);
    }
    assert_int_equal(run(&check), STATUS_OK);
    stop_porter();
}

static void test_a_command_has_the_same_done(void **state)
{
    (void)state;
    struct oom oom;
    struct errand right = check_of("123456"), wrong = check_of("123457");
    oom_open(&oom);
    porter_run_one(&oom, &right, &rig.answer);
    assert_int_equal(rig.answer.status, STATUS_OK);
    porter_run_one(&oom, &wrong, &rig.answer);
    assert_int_equal(rig.answer.status, STATUS_DENIED);
    /* One that ends without an answer, and one that cannot even begin, compared nothing. */
    right.file_count = right.file[0].length = 1;
    porter_run_one(&oom, &right, &rig.answer);
    assert_int_equal(rig.answer.status, STATUS_NO_MEMORY);
    struct rlimit before;
    assert_int_equal(getrlimit(RLIMIT_NOFILE, &before), 0);
    const struct rlimit none = {0, before.rlim_max};
    assert_int_equal(setrlimit(RLIMIT_NOFILE, &none), 0);
    porter_run_one(&oom, &wrong, &rig.answer);
    assert_int_equal(setrlimit(RLIMIT_NOFILE, &before), 0);
    assert_int_equal(rig.answer.status, STATUS_NO_MEMORY);
    assert_int_equal(score_of(getpid()), atoi(oom.usual));
}

/* From inside its sandbox the setter comes to the message bus, and says who it is as any client
 * does; a bus that hangs up, or is not there, set no clock. */
static void test_the_clock_is_asked_for_over_the_bus(void **state)
{
    (void)state;
    static const char GREETING[] = "\0AUTH EXTERNAL ";
    const struct errand errand = {.kind = ERRAND_CLOCK, .at_s = 1751371200};
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    char heard[sizeof(GREETING)] = "";
    assert_int_equal(run(&errand), STATUS_MISSING);
    snprintf(address.sun_path, sizeof(address.sun_path), "%s/bus", rig.root);
    int listener = socket(AF_UNIX, SOCK_STREAM, 0);
    assert_int_equal(bind(listener, (struct sockaddr *)&address, sizeof(address)), 0);
    assert_int_equal(listen(listener, 1), 0);
    begin(&errand);
    int peer = accept(listener, NULL, NULL);
    assert_int_equal(recv(peer, heard, sizeof(heard) - 1, MSG_WAITALL), sizeof(heard) - 1);
    assert_memory_equal(heard, GREETING, sizeof(heard) - 1);
    close(peer);
    assert_int_equal(hear(ERRAND_OF_CLOCK), STATUS_MISSING);
    close(listener);
    /* In a demonstration there is none. */
    stop_porter();
    rig.has_no_bus = true;
    start_porter(rig.root, 0);
    rig.has_no_bus = false;
    assert_int_equal(run(&errand), STATUS_MISSING);
    stop_porter();
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

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, clean_up)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_pins_are_compared),
        TEST(test_who_checks_dies_first_and_alone),
        TEST(test_its_time_is_limited),
        TEST(test_the_system_ends_who_takes_too_long),
        TEST(test_no_memory_is_no_wrong_pin),
        TEST(test_files_go_there_and_come_back),
        TEST(test_two_drives_of_one_label),
        TEST(test_the_systems_own_drives),
        TEST(test_a_drive_that_hangs_holds_up_one_child),
        TEST(test_no_answer_but_an_answer),
        TEST(test_who_comes_later_reaches_no_drive),
        TEST(test_orders_that_are_none),
        TEST(test_a_command_has_the_same_done),
        TEST(test_the_clock_is_asked_for_over_the_bus),
        TEST(test_no_place_for_drives),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
