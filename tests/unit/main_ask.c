/* SPDX-License-Identifier: MIT */
/* Protects whoever types a PIN at a terminal: what is typed does not show, and a signal that ends
 * or stops the program there comes when the terminal shows again, whatever shell stands behind it.
 */
#include "main/ask.h"

#include <pty.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include <cmocka.h>

enum { LINE_BYTES = 16, IS_RIGHT = 7, ROUNDS = 500, ROUND_US = 10 * 1000 };

/* A terminal with a shell in front of it, which starts one program and tells how that ended: a
 * program stops only where somebody is there to go on with it. */
static struct {
    int end;
    pid_t shell, program;
    int ignored; /* a signal of the program; 0: none */
} at;

/* As a shell starts a program, whatever whoever started the tests had ignored; and, with nohup, one
 * of them is ignored. */
static void take_signals(void)
{
    static const int ALL[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP};
    sigset_t none;
    for (size_t i = 0; i < sizeof(ALL) / sizeof(ALL[0]); i++) {
        signal(ALL[i], ALL[i] == at.ignored ? SIG_IGN : SIG_DFL);
    }
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
}

static void ask(void)
{
    char line[LINE_BYTES] = "";
    enum status status = ask_line("PIN?", true, line, sizeof(line));
    _exit(status == STATUS_OK && strcmp(line, "246810") == 0 ? IS_RIGHT : 0);
}

/* The shell's part: passes each change of the program on, through a pipe. */
static void serve(int told)
{
    int status = 0;
    signal(SIGTTOU, SIG_IGN);
    pid_t program = fork();
    if (program == 0) {
        setpgid(0, 0);
        tcsetpgrp(STDIN_FILENO, getpid());
        signal(SIGTTOU, SIG_DFL);
        take_signals();
        ask();
    }
    if (write(told, &program, sizeof(program)) != sizeof(program)) {
        _exit(1);
    }
    while (waitpid(program, &status, WUNTRACED) == program) {
        if (write(told, &status, sizeof(status)) != sizeof(status) || !WIFSTOPPED(status)) {
            break;
        }
    }
    pause();
}

static int told;

static int begin(void **state)
{
    (void)state;
    int ends[2];
    if (pipe(ends) != 0) {
        return -1;
    }
    at.shell = forkpty(&at.end, NULL, NULL, NULL);
    if (at.shell == 0) {
        close(ends[0]);
        serve(ends[1]);
    }
    close(ends[1]);
    told = ends[0];
    return at.shell > 0 && read(told, &at.program, sizeof(at.program)) == sizeof(at.program) ? 0
                                                                                             : -1;
}

static int end(void **state)
{
    (void)state;
    kill(at.shell, SIGKILL);
    waitpid(at.shell, NULL, 0);
    close(at.end);
    close(told);
    return 0;
}

static bool shows(void)
{
    struct termios now;
    assert_int_equal(tcgetattr(at.end, &now), 0);
    return (now.c_lflag & ECHO) != 0;
}

static void until(bool wanted)
{
    for (int i = 0; i < ROUNDS && shows() != wanted; i++) {
        usleep(ROUND_US);
    }
    assert_true(shows() == wanted);
}

static int change(void)
{
    int status = 0;
    assert_int_equal(read(told, &status, sizeof(status)), sizeof(status));
    return status;
}

static void type(const char *keys)
{
    assert_int_equal(write(at.end, keys, strlen(keys)), strlen(keys));
}

static void test_what_is_typed_does_not_show(void **state)
{
    (void)state;
    char seen[256];
    until(false);
    type("246810\n");
    int status = change();
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) == IS_RIGHT);
    assert_true(shows());
    ssize_t got = read(at.end, seen, sizeof(seen) - 1);
    assert_true(got > 0);
    seen[got] = '\0';
    assert_null(strstr(seen, "2468"));
}

static void check_dies(int signal, const char *keys)
{
    until(false);
    type("24"); /* in the middle of it */
    if (keys != NULL) {
        type(keys);
    } else {
        kill(at.program, signal);
    }
    int status = change();
    assert_true(WIFSIGNALED(status));
    assert_int_equal(WTERMSIG(status), signal);
    assert_true(shows());
}

static void test_ctrl_c_gives_the_terminal_back(void **state)
{
    (void)state;
    check_dies(SIGINT, "\003");
}

static void test_ctrl_backslash_gives_the_terminal_back(void **state)
{
    (void)state;
    check_dies(SIGQUIT, "\034");
}

static void test_being_ended_gives_the_terminal_back(void **state)
{
    (void)state;
    check_dies(SIGTERM, NULL);
}

static void test_hanging_up_gives_the_terminal_back(void **state)
{
    (void)state;
    check_dies(SIGHUP, NULL);
}

static int begin_ignoring(void **state)
{
    at.ignored = SIGINT;
    int begun = begin(state);
    at.ignored = 0;
    return begun;
}

static void test_what_is_ignored_changes_nothing(void **state)
{
    (void)state;
    until(false);
    kill(at.program, SIGINT);
    type("246810\n");
    int status = change();
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) == IS_RIGHT);
    assert_true(shows());
}

/* Ctrl-Z, and back: what was typed before does not count, and nothing shows again. */
static void test_being_stopped_gives_it_back_until_it_goes_on(void **state)
{
    (void)state;
    until(false);
    type("99\032");
    assert_true(WIFSTOPPED(change()));
    assert_true(shows());
    kill(at.program, SIGCONT);
    until(false);
    type("246810\n");
    int status = change();
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) == IS_RIGHT);
    assert_true(shows());
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_what_is_typed_does_not_show, begin, end),
        cmocka_unit_test_setup_teardown(test_ctrl_c_gives_the_terminal_back, begin, end),
        cmocka_unit_test_setup_teardown(test_ctrl_backslash_gives_the_terminal_back, begin, end),
        cmocka_unit_test_setup_teardown(test_being_ended_gives_the_terminal_back, begin, end),
        cmocka_unit_test_setup_teardown(test_hanging_up_gives_the_terminal_back, begin, end),
        cmocka_unit_test_setup_teardown(test_what_is_ignored_changes_nothing, begin_ignoring, end),
        cmocka_unit_test_setup_teardown(test_being_stopped_gives_it_back_until_it_goes_on, begin,
                                        end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
