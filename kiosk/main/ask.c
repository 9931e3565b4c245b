/* SPDX-License-Identifier: MIT */
#include "main/ask.h"

#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

/* Signals that end or stop a program at its terminal. Not every shell turns the terminal's echo on
 * again afterwards, so while the echo is off these signals wait. */
static const int LEAVING[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP};
enum { LEAVING_COUNT = sizeof(LEAVING) / sizeof(LEAVING[0]) };

/* A terminal that does not show what is typed, and the settings that the terminal had before. */
struct hush {
    struct termios usual_terminal;
    struct sigaction usual_action[LEAVING_COUNT];
    sigset_t usual_mask;
};

static volatile sig_atomic_t came; /* the signal that came; 0: none */

static void note(int signal)
{
    came = signal;
}

bool ask_is_terminal(void)
{
    return isatty(STDIN_FILENO) == 1;
}

/* The signals are blocked except during the wait in read_byte, so no signal comes between a look at
 * `came` and the wait. */
static void hush_begin(struct hush *hush)
{
    const struct sigaction action = {.sa_handler = note};
    sigset_t leaving;
    sigemptyset(&leaving);
    came = 0;
    for (int i = 0; i < LEAVING_COUNT; i++) {
        sigaddset(&leaving, LEAVING[i]);
    }
    sigprocmask(SIG_BLOCK, &leaving, &hush->usual_mask);
    for (int i = 0; i < LEAVING_COUNT; i++) {
        sigaction(LEAVING[i], NULL, &hush->usual_action[i]);
        if (hush->usual_action[i].sa_handler != SIG_IGN) { /* "nohup" asked to ignore this signal */
            sigaction(LEAVING[i], &action, NULL);
        }
    }
    struct termios silent = hush->usual_terminal;
    silent.c_lflag &= ~(tcflag_t)ECHO;
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
}

static void hush_end(const struct hush *hush)
{
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &hush->usual_terminal);
    for (int i = 0; i < LEAVING_COUNT; i++) {
        sigaction(LEAVING[i], &hush->usual_action[i], NULL);
    }
    sigprocmask(SIG_SETMASK, &hush->usual_mask, NULL);
}

/* hush: NULL when what is typed shows. */
static ssize_t read_byte(const struct hush *hush, char *byte)
{
    struct pollfd wait = {.fd = STDIN_FILENO, .events = POLLIN};
    if (hush != NULL && ppoll(&wait, 1, NULL, &hush->usual_mask) < 0) {
        return -1;
    }
    return read(STDIN_FILENO, byte, 1);
}

/* Reads byte by byte and not through stdio, so that no copy of a PIN stays in a buffer. */
static enum status read_line(const struct hush *hush, char *out, size_t size)
{
    size_t length = 0;
    for (;;) {
        char byte;
        ssize_t got = read_byte(hush, &byte);
        if (came != 0) {
            return STATUS_BUSY;
        }
        if (got <= 0 && length == 0) {
            return STATUS_MISSING;
        }
        if (got <= 0 || byte == '\n') {
            out[length] = '\0';
            return STATUS_OK;
        }
        if (byte == '\0' || length + 1 == size) {
            return STATUS_INVALID;
        }
        out[length++] = byte;
    }
}

static void put_question(const char *question)
{
    fprintf(stderr, "%s ", question);
    fflush(stderr);
}

/* Asks anew when somebody stopped the program and continued it. */
static enum status ask_hidden(const char *question, char *out, size_t size, struct hush *hush)
{
    for (;;) {
        put_question(question);
        hush_begin(hush);
        enum status status = read_line(hush, out, size);
        hush_end(hush);
        fputc('\n', stderr);
        if (status != STATUS_BUSY) {
            return status;
        }
        int signal = came;
        came = 0;
        explicit_bzero(out, size);
        raise(signal);
    }
}

enum status ask_line(const char *question, bool hidden, char *out, size_t size)
{
    struct hush hush;
    bool is_terminal = ask_is_terminal() && tcgetattr(STDIN_FILENO, &hush.usual_terminal) == 0;
    if (is_terminal && hidden) {
        return ask_hidden(question, out, size, &hush);
    }
    if (is_terminal) {
        put_question(question);
    }
    return read_line(NULL, out, size);
}
