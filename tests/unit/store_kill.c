/* SPDX-License-Identifier: MIT */
/* Protects the totals file against a process killed at any moment of a close, a restore or an
 * erase, on a real folder: it stays whole, old or new, never counted twice, and what was left over
 * goes at the next start. */
#include "platform/system/folder.h"
#include "store/store.h"

#include <ftw.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

enum {
    KILLS = 120,
    KILLS_LONG = 500,
    KILL_US_MAX = 4000, /* a close takes well below that in memory, somewhat more on a disk */
};

static char place[256];
static struct totals totals;
static struct store_close closing;
static uint8_t scratch[STORE_FILE_BYTES_MAX];

/* What the child tells before and after each close, in memory both see. */
struct progress {
    volatile uint32_t begun;
    volatile uint32_t saved;
};

static struct meeting_label label = {.series = "00112233445566ff", .month = {2026, 11}};
static struct counters counters = {.question_count = 7, .scale = 2};

/* Closes one meeting after the other until it is killed. Every meeting adds the same, so that the
 * totals tell how many were counted. */
static void close_for_ever(struct progress *progress)
{
    struct folder folder;
    struct error error;
    struct store_known known;
    size_t length = 0;
    if (folder_open(&folder, place, false, &error) != STATUS_OK ||
        store_load(&folder.ops, &totals, scratch, sizeof(scratch), &length, &error) != STATUS_OK) {
        _exit(1);
    }
    store_know(&known, &folder.ops, scratch, length);
    for (;;) {
        progress->begun++;
        if (totals_add_meeting(&totals, &counters, &label) != STATUS_OK ||
            store_close_begin(&closing, &folder.ops, &known, &totals) != STATUS_OK ||
            store_close_run(&closing, &folder.ops, scratch, sizeof(scratch)) != STATUS_OK) {
            _exit(2);
        }
        known = closing.with;
        progress->saved++;
    }
}

static void kill_one(void (*work)(struct progress *progress), struct progress *progress,
                     long delay_us)
{
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        work(progress);
    }
    const struct timespec delay = {.tv_nsec = delay_us * 1000};
    (void)nanosleep(&delay, NULL);
    assert_int_equal(kill(child, SIGKILL), 0);
    int result = 0;
    assert_int_equal(waitpid(child, &result, 0), child);
    assert_true(WIFSIGNALED(result));
}

static uint32_t counted_meetings(void)
{
    uint32_t meetings = 0;
    int64_t upper = 0;
    for (uint32_t i = 0; i < totals.block_count; i++) {
        meetings += totals.block[i].meetings;
        upper += totals.block[i].tally[6].upper;
    }
    assert_int_equal(upper, 10 * (int64_t)meetings);
    return meetings;
}

static void check_folder(const struct progress *progress, int *leftovers)
{
    struct folder folder;
    struct error error;
    size_t length = 0;
    assert_int_equal(folder_open(&folder, place, false, &error), STATUS_OK);
    char temporary[400];
    (void)snprintf(temporary, sizeof(temporary), "%s/%s", place, STORE_TEMPORARY);
    *leftovers += access(temporary, F_OK) == 0;
    assert_int_equal(store_clean(&folder.ops), STATUS_OK);
    assert_int_not_equal(access(temporary, F_OK), 0);
    assert_int_equal(store_load(&folder.ops, &totals, scratch, sizeof(scratch), &length, &error),
                     STATUS_OK);
    uint32_t meetings = counted_meetings();
    assert_true(meetings >= progress->saved && meetings <= progress->begun);
    assert_true(progress->begun - progress->saved <= 1);
    folder_close(&folder);
}

static void test_killed_at_any_moment(void **state)
{
    (void)state;
    struct progress *progress =
        mmap(NULL, sizeof(*progress), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    assert_ptr_not_equal(progress, MAP_FAILED);
    uint64_t seed = 1;
    int leftovers = 0;
    const int kills = getenv("KIOSK_TEST_LONG") != NULL ? KILLS_LONG : KILLS;
    for (int i = 0; i < kills; i++) {
        seed = seed * 6364136223846793005u + 1442695040888963407u;
        kill_one(close_for_ever, progress, (long)((seed >> 33) % KILL_US_MAX));
        check_folder(progress, &leftovers);
        /* What one killed close counted is settled now; the next starts from there. */
        progress->begun = progress->saved = counted_meetings();
    }
    print_message("claimed: 0 damaged files, none counted twice; seen: 0 in %d kills, %u meetings "
                  "counted, %d leftovers removed\n",
                  kills, progress->saved, leftovers);
    assert_int_equal(munmap(progress, sizeof(*progress)), 0);
}

/* Puts three meetings in the place of two and the other way round, and erases, until it is killed.
 */
static void replace_for_ever(struct progress *progress)
{
    struct folder folder;
    struct error error;
    if (folder_open(&folder, place, false, &error) != STATUS_OK) {
        _exit(1);
    }
    struct store_known known = {.is_there = false};
    for (uint32_t i = 0;; i++) {
        uint32_t left = 0;
        totals.block_count = 0;
        for (uint32_t meeting = 0; meeting < 2 + i % 2; meeting++) {
            if (totals_add_meeting(&totals, &counters, &label) != STATUS_OK) {
                _exit(2);
            }
        }
        if (store_replace_begin(&closing, &folder.ops, &known, &totals, &totals, scratch,
                                sizeof(scratch)) != STATUS_OK ||
            store_close_run(&closing, &folder.ops, scratch, sizeof(scratch)) != STATUS_OK) {
            _exit(3);
        }
        if (i % 3 == 2 && store_erase(&folder.ops, &left) != STATUS_OK) {
            _exit(4);
        }
        progress->saved++;
    }
}

static bool is_in_place(const char *name)
{
    char path[400];
    (void)snprintf(path, sizeof(path), "%s/%s", place, name);
    return access(path, F_OK) == 0;
}

static void test_killed_in_a_restore_or_an_erase(void **state)
{
    (void)state;
    struct progress *progress =
        mmap(NULL, sizeof(*progress), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    assert_ptr_not_equal(progress, MAP_FAILED);
    uint64_t seed = 2;
    const int kills = getenv("KIOSK_TEST_LONG") != NULL ? KILLS_LONG : KILLS;
    for (int i = 0; i < kills; i++) {
        struct folder folder;
        struct error error;
        size_t length = 0;
        seed = seed * 6364136223846793005u + 1442695040888963407u;
        kill_one(replace_for_ever, progress, (long)((seed >> 33) % (4 * KILL_US_MAX)));
        assert_int_equal(folder_open(&folder, place, false, &error), STATUS_OK);
        assert_int_equal(store_clean(&folder.ops), STATUS_OK);
        assert_int_equal(
            store_load(&folder.ops, &totals, scratch, sizeof(scratch), &length, &error), STATUS_OK);
        uint32_t meetings = counted_meetings();
        assert_true(meetings == 0 || meetings == 2 || meetings == 3);
        /* Without the file, nothing that an erase should have taken before it. */
        assert_true(is_in_place(STORE_FILE) || !is_in_place(STORE_REPLACED "1"));
        folder_close(&folder);
    }
    print_message("%u times other totals in %d kills\n", progress->saved, KILLS);
    assert_int_equal(munmap(progress, sizeof(*progress)), 0);
}

static int make_place(void **state)
{
    (void)state;
    label.question_count = 7;
    for (int i = 0; i < 7; i++) {
        (void)snprintf(label.question[i], PACK_ID_BYTES, "q%d", i);
        counters.upper[i] = 10;
        counters.lower[i] = -1;
    }
    const char *base = getenv("TMPDIR");
    (void)snprintf(place, sizeof(place), "%s/kiosk-kill-XXXXXX", base != NULL ? base : "/tmp");
    return mkdtemp(place) == NULL ? -1 : 0;
}

static int remove_one(const char *path, const struct stat *info, int kind, struct FTW *level)
{
    (void)info, (void)kind, (void)level;
    return remove(path);
}

static int remove_place(void **state)
{
    (void)state;
    return nftw(place, remove_one, 8, FTW_DEPTH | FTW_PHYS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_killed_at_any_moment, make_place, remove_place),
        cmocka_unit_test_setup_teardown(test_killed_in_a_restore_or_an_erase, make_place,
                                        remove_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
