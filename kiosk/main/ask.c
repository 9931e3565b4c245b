/* SPDX-License-Identifier: MIT */
#include "main/ask.h"

#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

bool ask_is_terminal(void)
{
    return isatty(STDIN_FILENO) == 1;
}

/* Byte by byte, past stdio: no copy of a PIN stays in a buffer. */
static enum status read_line(char *out, size_t size)
{
    size_t length = 0;
    for (;;) {
        char byte;
        ssize_t got = read(STDIN_FILENO, &byte, 1);
        if (got <= 0 && length == 0) {
            return STATUS_INVALID;
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

enum status ask_line(const char *question, bool hidden, char *out, size_t size)
{
    struct termios usual;
    bool is_terminal = ask_is_terminal() && tcgetattr(STDIN_FILENO, &usual) == 0;
    if (is_terminal) {
        fprintf(stderr, "%s ", question);
        fflush(stderr);
    }
    if (is_terminal && hidden) {
        struct termios silent = usual;
        silent.c_lflag &= ~(tcflag_t)ECHO;
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }
    enum status status = read_line(out, size);
    if (is_terminal && hidden) {
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &usual);
        fputc('\n', stderr);
    }
    return status;
}
