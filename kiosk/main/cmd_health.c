/* SPDX-License-Identifier: MIT */
/* "kiosk health": what this machine can promise and what not, each with what to do. */
#include "main/commands.h"
#include "main/say.h"
#include "main/setup.h"
#include "platform/clock.h"
#include "platform/process.h"
#include "platform/random.h"
#include "platform/sandbox.h"
#include "platform/secret.h"
#include "platform/swap.h"
#include "platform/text.h"

#include <string.h>
#include <sys/statvfs.h>
#include <unistd.h>

enum {
    SPACE_MB_MIN = 64, /* a report, two years of totals and a temporary fit many times over */
    YEAR_MIN = 2025,   /* before this program: the clock was never set */
    PROBE_BYTES = 4096,
};

struct checkup {
    uint32_t look; /* things to look at */
    bool stop;     /* nothing can be counted */
};

static void good(enum message_id id, const struct text_arg *args, size_t arg_count)
{
    say(stdout, id, args, arg_count);
}

static void trouble(struct checkup *checkup, enum message_id id, enum message_id what_to_do,
                    const struct text_arg *arg)
{
    printf("%s ", say_text(MSG_HEALTH_MARK));
    say(stdout, id, arg, arg != NULL);
    printf("  ");
    say(stdout, what_to_do, arg, arg != NULL);
    checkup->look++;
}

static void check_swap(struct checkup *checkup)
{
    if (swap_is_on()) {
        trouble(checkup, MSG_HEALTH_SWAP_LOOK, MSG_HEALTH_SWAP_DO, NULL);
    } else {
        good(swap_is_zram() ? MSG_HEALTH_SWAP_OK_ZRAM : MSG_HEALTH_SWAP_OK, NULL, 0);
    }
}

static void check_lock(struct checkup *checkup)
{
    bool is_locked = false;
    if (secret_open(PROBE_BYTES, &is_locked) == NULL || !is_locked) {
        trouble(checkup, MSG_HEALTH_LOCK_STOP, MSG_HEALTH_LOCK_DO, NULL);
        checkup->stop = true;
    } else {
        good(MSG_HEALTH_LOCK_OK, NULL, 0);
    }
}

static void check_core(struct checkup *checkup)
{
    if (process_harden()) {
        good(MSG_HEALTH_CORE_OK, NULL, 0);
    } else {
        trouble(checkup, MSG_HEALTH_CORE_LOOK, MSG_HEALTH_CORE_DO, NULL);
    }
}

/* The reflection of a person is as safe as the rest allows; so it is to look at, and no stop. */
static void check_sandbox(struct checkup *checkup)
{
    static const struct {
        enum sandbox_part part;
        enum message_id id;
    } PARTS[] = {{SANDBOX_FILES, MSG_HEALTH_SANDBOX_FILES},
                 {SANDBOX_CALLS, MSG_HEALTH_SANDBOX_CALLS}};
    unsigned missing = sandbox_probe();
    for (size_t i = 0; i < SAY_COUNT(PARTS); i++) {
        if ((missing & PARTS[i].part) != 0) {
            struct text_arg part = {"part", say_text(PARTS[i].id)};
            trouble(checkup, MSG_HEALTH_SANDBOX_LOOK, MSG_HEALTH_SANDBOX_DO, &part);
        }
    }
    if (missing == 0) {
        good(MSG_HEALTH_SANDBOX_OK, NULL, 0);
    }
}

static void check_random(struct checkup *checkup)
{
    struct random_source source = random_system();
    uint8_t byte;
    if (source.fill(source.context, &byte, sizeof(byte)) == STATUS_OK) {
        good(MSG_HEALTH_RANDOM_OK, NULL, 0);
    } else {
        trouble(checkup, MSG_HEALTH_RANDOM_STOP, MSG_HEALTH_RANDOM_DO, NULL);
        checkup->stop = true;
    }
}

static void check_clock(struct checkup *checkup)
{
    struct civil_time now = clock_civil();
    char date[16];
    char time[8];
    snprintf(date, sizeof(date), "%04u-%02u-%02u", now.month.year % 10000u, now.month.month % 100u,
             now.day % 100u);
    snprintf(time, sizeof(time), "%02u:%02u", now.hour % 100u, now.minute % 100u);
    struct text_arg args[] = {{"date", date}, {"time", time}};
    if (now.month.year < YEAR_MIN) {
        trouble(checkup, MSG_HEALTH_CLOCK_LOOK, MSG_HEALTH_CLOCK_DO, args);
    } else {
        good(MSG_HEALTH_CLOCK_OK, args, SAY_COUNT(args));
    }
}

/* The folder, or, while it is not there, the nearest one above it that is. */
static bool find_place(const char *data, char place[SETUP_PATH_BYTES])
{
    size_t length = data == NULL ? 0 : strlen(data);
    if (length == 0 || length >= SETUP_PATH_BYTES) {
        return false;
    }
    memcpy(place, data, length + 1);
    while (access(place, F_OK) != 0) {
        char *slash = strrchr(place, '/');
        if (slash == NULL) {
            memcpy(place, ".", 2);
            return true;
        }
        slash[slash == place] = '\0';
    }
    return true;
}

static void check_disk(struct checkup *checkup, const char *data)
{
    char place[SETUP_PATH_BYTES];
    char number[24];
    char size[32];
    struct statvfs about;
    if (!find_place(data, place) || access(place, W_OK | X_OK) != 0 ||
        statvfs(place, &about) != 0 || (about.f_flag & ST_RDONLY) != 0) {
        trouble(checkup, MSG_HEALTH_READONLY_STOP, MSG_HEALTH_READONLY_DO, NULL);
        checkup->stop = true;
        return;
    }
    uint64_t free_mb = (uint64_t)about.f_bavail * about.f_frsize / 1000000;
    struct text_arg n = {"n", text_number(number, (int64_t)free_mb)};
    text_format(size, sizeof(size), say_text(MSG_SIZE_MB), &n, 1);
    struct text_arg arg = {"size", size};
    if (free_mb < SPACE_MB_MIN) {
        trouble(checkup, MSG_HEALTH_DISK_LOOK, MSG_HEALTH_DISK_DO, &arg);
    } else {
        good(MSG_HEALTH_DISK_OK, &arg, 1);
    }
}

/* The reader of fonts names what it misses, with the package in brackets. */
static void check_letters(struct checkup *checkup)
{
    struct text_engine *engine = NULL;
    struct error error = {.text = ""};
    if (text_open(&engine, &error) == STATUS_OK) {
        text_close(engine);
        good(MSG_HEALTH_LETTERS_OK, NULL, 0);
        return;
    }
    char *package = strchr(error.text, '(');
    char *end = package == NULL ? NULL : strchr(package, ')');
    if (end != NULL) {
        *end = '\0';
    }
    struct text_arg language = {"language", say_text(MSG_CLI_LANGUAGE)};
    struct text_arg missing = {"package", end == NULL ? error.text : package + 1};
    printf("%s ", say_text(MSG_HEALTH_MARK));
    say(stdout, MSG_HEALTH_LETTERS_LOOK, &language, 1);
    printf("  ");
    say(stdout, MSG_HEALTH_LETTERS_DO, &missing, 1);
    checkup->look++;
}

enum result cli_health(const struct options *options)
{
    struct checkup checkup = {.look = 0};
    char number[24];
#ifdef TEST_BUILD
    setup_sandbox_for_tests(options);
#endif
    check_swap(&checkup);
    check_lock(&checkup);
    check_core(&checkup);
    check_sandbox(&checkup);
    check_random(&checkup);
    check_clock(&checkup);
    check_disk(&checkup, setup_data(options));
    check_letters(&checkup);
    struct text_arg n = {"n", text_number(number, checkup.look)};
    if (checkup.stop) {
        say(stdout, MSG_HEALTH_HEAD_STOP, NULL, 0);
    } else if (checkup.look > 0) {
        say_plural(stdout, MSG_HEALTH_HEAD_LOOK, checkup.look, &n, 1);
    } else {
        say(stdout, MSG_HEALTH_HEAD_OK, NULL, 0);
    }
    return checkup.look == 0 ? RESULT_DONE : RESULT_NOT_SO;
}
