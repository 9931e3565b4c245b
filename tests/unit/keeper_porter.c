/* SPDX-License-Identifier: MIT */
/* Protects the counting process from what it sends others to do: a real porter in its own sandbox,
 * and this test as the keeper. Who checks a PIN dies first and alone, and its end is never told as
 * a wrong PIN; the clock is set over the system's bus or not at all; an order that is none starts
 * nothing. */
#include "porter_rig.h"

#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/un.h>

enum { LESS_BYTES = 32 << 20 };

/* How much sooner the system's own timer rings. This function stands before the C library's. */
static long hurry = 1;

int setitimer(__itimer_which_t which, const struct itimerval *when, struct itimerval *before)
{
    struct itimerval sooner = *when;
    sooner.it_value = (struct timeval){when->it_value.tv_sec / hurry,
                                       when->it_value.tv_sec % hurry * (1000000 / hurry)};
    return (int)syscall(SYS_setitimer, which, &sooner, before);
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_pins_are_compared),           TEST(test_who_checks_dies_first_and_alone),
        TEST(test_its_time_is_limited),         TEST(test_the_system_ends_who_takes_too_long),
        TEST(test_no_memory_is_no_wrong_pin),   TEST(test_orders_that_are_none),
        TEST(test_a_command_has_the_same_done), TEST(test_the_clock_is_asked_for_over_the_bus),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
