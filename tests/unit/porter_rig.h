/* SPDX-License-Identifier: MIT */
/* A real porter in its own sandbox, and the test as the keeper that sends it on errands. */
#ifndef PORTER_RIG_H
#define PORTER_RIG_H

#include "keeper/errand_line.h"
#include "keeper/porter.h"
#include "platform/system/channel.h"
#include "platform/system/clock.h"
#include "platform/system/process.h"
#include "store/store.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

enum { PATIENCE_MS = 60000, PATH_BYTES = 64, STEP_US = 1000 };

static struct {
    char root[PATH_BYTES];
    pid_t porter;
    bool has_no_bus;
    struct errand_line line;
    struct errand_answer answer;
    uint8_t bytes[STORE_FILE_BYTES_MAX];
    char hash[SETTINGS_PIN_HASH_BYTES]; /* of 123456 */
} rig;

/* drives: where they are; NULL: the system's own. limit: the memory that the porter and its
 * children may map beyond what it has; 0: any. */
static inline void start_porter(const char *drives, rlim_t limit)
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

static inline int set_up(void **state)
{
    (void)state;
    snprintf(rig.root, sizeof(rig.root), "/tmp/porter.XXXXXX");
    errand_line_init(&rig.line);
    assert_non_null(mkdtemp(rig.root));
    start_porter(rig.root, 0);
    return 0;
}

static inline void stop_porter(void)
{
    int how = 0;
    errand_line_take(&rig.line, -1);
    assert_int_equal(waitpid(rig.porter, &how, 0), rig.porter);
    assert_int_equal(how, 0);
    rig.porter = 0;
}

static inline int clean_up(void **state)
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
static inline enum status hear(enum errand_slot slot)
{
    struct pollfd wait = {.fd = rig.line.slot[slot].socket, .events = POLLIN};
    assert_true(wait.fd >= 0);
    do {
        assert_int_equal(poll(&wait, 1, PATIENCE_MS), 1);
    } while (!errand_line_hear(&rig.line, slot, clock_boot_ms(), rig.bytes, sizeof(rig.bytes),
                               &rig.answer));
    return (enum status)rig.answer.status;
}

static inline void begin(const struct errand *errand)
{
    assert_int_equal(errand_line_begin(&rig.line, errand, rig.bytes, clock_boot_ms()), STATUS_OK);
}

static inline enum status run(const struct errand *errand)
{
    begin(errand);
    return hear(errand_slot_of((enum errand_kind)errand->kind));
}

static inline void make_hash(void)
{
    const struct errand errand = {.kind = ERRAND_HASH, .pin = "123456"};
    if (rig.hash[0] == '\0') {
        assert_int_equal(run(&errand), STATUS_OK);
        memcpy(rig.hash, rig.answer.hash, sizeof(rig.hash));
    }
}

static inline struct errand check_of(const char *pin)
{
    struct errand errand = {.kind = ERRAND_VERIFY};
    make_hash();
    memcpy(errand.pin, pin, strlen(pin));
    memcpy(errand.hash, rig.hash, sizeof(errand.hash));
    return errand;
}

/* The one child that the porter has now; 0: none. */
static inline pid_t child(void)
{
    char path[PATH_BYTES], line[PATH_BYTES] = "";
    snprintf(path, sizeof(path), "/proc/%d/task/%d/children", (int)rig.porter, (int)rig.porter);
    FILE *file = fopen(path, "re");
    assert_non_null(file);
    pid_t found = fgets(line, sizeof(line), file) != NULL ? (pid_t)atoi(line) : 0;
    fclose(file);
    return found;
}

static inline pid_t wait_for_child(void)
{
    pid_t found = child();
    for (int i = 0; found == 0 && i < PATIENCE_MS; i++) {
        usleep(STEP_US);
        found = child();
    }
    assert_true(found > 0);
    return found;
}

static inline void assert_gone(pid_t pid)
{
    for (int i = 0; kill(pid, 0) == 0 && i < PATIENCE_MS; i++) {
        usleep(STEP_US);
    }
    assert_int_not_equal(kill(pid, 0), 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, clean_up)

#endif
