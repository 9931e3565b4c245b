/* SPDX-License-Identifier: MIT */
#include "tree.h"

#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum {
    TEXT_BYTES = 8192,
    START_MS_MAX = 20000, /* a program that shows nothing by then has failed */
};

int64_t bench_now_ns(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

void bench_sleep_ms(long ms)
{
    struct timespec time = {ms / 1000, ms % 1000 * 1000000};
    nanosleep(&time, NULL);
}

/* The whole small file as text; false when it is gone. */
static bool read_text(const char *path, char text[TEXT_BYTES])
{
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0) {
        return false;
    }
    ssize_t length = read(file, text, TEXT_BYTES - 1);
    close(file);
    text[length > 0 ? length : 0] = '\0';
    return length > 0;
}

void tree_find(pid_t top, struct tree *tree)
{
    char path[64];
    char text[TEXT_BYTES];
    *tree = (struct tree){.count = 1, .pid = {top}};
    for (uint32_t i = 0; i < tree->count; i++) {
        (void)snprintf(path, sizeof(path), "/proc/%d/task/%d/children", tree->pid[i], tree->pid[i]);
        if (!read_text(path, text)) {
            continue;
        }
        char *end = text;
        for (long pid = strtol(text, &end, 10); pid > 0 && tree->count < TREE_PROCESS_MAX;
             pid = strtol(end, &end, 10)) {
            tree->pid[tree->count++] = (pid_t)pid;
        }
    }
}

/* Sums a number over the threads of all processes: the first of schedstat, or one of status. */
static int64_t sum_threads(const struct tree *tree, const char *file, const char *key)
{
    int64_t sum = 0;
    for (uint32_t i = 0; i < tree->count; i++) {
        char folder[64];
        (void)snprintf(folder, sizeof(folder), "/proc/%d/task", tree->pid[i]);
        DIR *threads = opendir(folder);
        for (struct dirent *entry; threads && (entry = readdir(threads));) {
            char path[400];
            char text[TEXT_BYTES];
            (void)snprintf(path, sizeof(path), "%s/%s/%s", folder, entry->d_name, file);
            if (entry->d_name[0] == '.' || !read_text(path, text)) {
                continue;
            }
            const char *at = strstr(text, key);
            sum += at ? strtoll(at + strlen(key), NULL, 10) : 0;
        }
        if (threads) {
            closedir(threads);
        }
    }
    return sum;
}

int64_t tree_cpu_ns(const struct tree *tree)
{
    return sum_threads(tree, "schedstat", "");
}

int64_t tree_wakeups(const struct tree *tree)
{
    return sum_threads(tree, "status", "\nvoluntary_ctxt_switches:");
}

static int64_t sum_kib(const struct tree *tree, const char *key)
{
    int64_t sum = 0;
    for (uint32_t i = 0; i < tree->count; i++) {
        char path[64];
        char text[TEXT_BYTES];
        (void)snprintf(path, sizeof(path), "/proc/%d/smaps_rollup", tree->pid[i]);
        const char *at = read_text(path, text) ? strstr(text, key) : NULL;
        sum += at ? strtoll(at + strlen(key), NULL, 10) : 0;
    }
    return sum;
}

int64_t tree_written_kib(const struct tree *tree)
{
    return sum_kib(tree, "Private_Dirty:");
}

int64_t tree_private_kib(const struct tree *tree)
{
    return sum_kib(tree, "Private_Clean:") + tree_written_kib(tree);
}

pid_t tree_start(char *const argv[], int64_t *first_ns)
{
    char folder[] = "/tmp/first-frame-XXXXXX", path[64], text[TEXT_BYTES];
    if (mkdtemp(folder) == NULL) {
        exit(3);
    }
    (void)snprintf(path, sizeof(path), "%s/ns", folder); /* a file that is not there yet */
    setenv("KIOSK_PERF_FIRST_FRAME", path, 1);
    int64_t start_ns = bench_now_ns();
    pid_t pid = fork();
    if (pid == 0) {
        execv(argv[0], argv);
        _exit(127);
    }
    while (!read_text(path, text)) {
        bool is_late = bench_now_ns() - start_ns > (int64_t)START_MS_MAX * 1000000;
        if (is_late || waitpid(pid, NULL, WNOHANG)) {
            fprintf(stderr, "%s: no first frame came\n", argv[0]);
            if (is_late) {
                tree_stop(pid);
            }
            exit(3);
        }
        bench_sleep_ms(1);
    }
    unlink(path);
    rmdir(folder);
    int64_t then_ns = strtoll(text, NULL, 10);
    *first_ns = (then_ns > 0 ? then_ns : bench_now_ns()) - start_ns; /* 0: it has no such clock */
    return pid;
}

void tree_stop(pid_t top)
{
    kill(top, SIGTERM);
    waitpid(top, NULL, 0);
}
