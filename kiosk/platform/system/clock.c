/* SPDX-License-Identifier: MIT */
#include "platform/system/clock.h"

#include <assert.h>
#include <errno.h>
#ifdef TEST_BUILD
#include <fcntl.h>
#include <sys/mman.h>
#endif
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

enum { MS_PER_S = 1000, NS_PER_MS = 1000000, NS_PER_S = 1000000000 };

static struct timespec now_of(clockid_t clock)
{
    struct timespec now;
    int failed = clock_gettime(clock, &now);
    assert(failed == 0);
    (void)failed;
    return now;
}

static struct timespec timespec_of_ms(uint64_t ms)
{
    return (struct timespec){
        .tv_sec = (time_t)(ms / MS_PER_S),
        .tv_nsec = (long)(ms % MS_PER_S) * NS_PER_MS,
    };
}

static uint64_t ns_of(const struct timespec *time)
{
    return (uint64_t)time->tv_sec * NS_PER_S + (uint64_t)time->tv_nsec;
}

#ifdef TEST_BUILD
static const volatile uint64_t *test_ahead_ms;

enum status clock_test(const char *file)
{
    int descriptor = open(file, O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) {
        return STATUS_MISSING;
    }
    void *ahead = mmap(NULL, sizeof(*test_ahead_ms), PROT_READ, MAP_SHARED, descriptor, 0);
    close(descriptor);
    test_ahead_ms = ahead != MAP_FAILED ? ahead : NULL;
    return test_ahead_ms != NULL ? STATUS_OK : STATUS_IO;
}

bool clock_is_tested(void)
{
    return test_ahead_ms != NULL;
}
#endif

static uint64_t ahead_ms(void)
{
#ifdef TEST_BUILD
    return test_ahead_ms != NULL ? *test_ahead_ms : 0;
#else
    return 0;
#endif
}

uint64_t clock_boot_ms(void)
{
    struct timespec now = now_of(CLOCK_BOOTTIME);
    return (uint64_t)now.tv_sec * MS_PER_S + (uint64_t)now.tv_nsec / NS_PER_MS + ahead_ms();
}

uint64_t clock_monotonic_ns(void)
{
    const struct timespec now = now_of(CLOCK_MONOTONIC);
    return ns_of(&now);
}

/* The running time is read last. What passes between the two looks then makes the difference
 * smaller; on a machine that never slept, it could be below zero. */
uint64_t clock_slept_ms(void)
{
    const struct timespec since_boot = now_of(CLOCK_BOOTTIME);
    const struct timespec running = now_of(CLOCK_MONOTONIC);
    const uint64_t boot_ns = ns_of(&since_boot), running_ns = ns_of(&running);
    return boot_ns > running_ns ? (boot_ns - running_ns) / NS_PER_MS : 0;
}

struct civil_time clock_civil_at(int64_t unix_s)
{
    const time_t time = unix_s;
    struct tm local;
    if (localtime_r(&time, &local) == NULL) { /* for years that no int can hold */
        return civil_of(unix_s < 0 ? INT64_MIN : INT64_MAX, 1, 1, 0, 0);
    }
    return civil_of((int64_t)local.tm_year + 1900, (uint8_t)(local.tm_mon + 1),
                    (uint8_t)local.tm_mday, (uint8_t)local.tm_hour, (uint8_t)local.tm_min);
}

struct civil_time clock_civil_in(uint32_t seconds)
{
    return clock_civil_at((int64_t)now_of(CLOCK_REALTIME).tv_sec + seconds);
}

struct civil_time clock_civil(void)
{
    return clock_civil_in(0);
}

int64_t clock_moment(const struct civil_time *civil)
{
    struct tm local = {.tm_year = civil->month.year - 1900,
                       .tm_mon = civil->month.month - 1,
                       .tm_mday = civil->day,
                       .tm_hour = civil->hour,
                       .tm_min = civil->minute,
                       .tm_isdst = -1};
    return mktime(&local);
}

enum status clock_alarm_open(int *alarm)
{
    int descriptor = timerfd_create(CLOCK_BOOTTIME, TFD_CLOEXEC | TFD_NONBLOCK);
    if (descriptor < 0) {
        return STATUS_IO;
    }
    *alarm = descriptor;
    return STATUS_OK;
}

void clock_alarm_set(int alarm, uint64_t boot_ms)
{
    struct itimerspec when = {.it_value = {0, 0}}; /* zero disarms the timer */
    if (boot_ms != UINT64_MAX) {
        when.it_value = timespec_of_ms(boot_ms <= ahead_ms() ? 1 : boot_ms - ahead_ms());
    }
    int failed = timerfd_settime(alarm, TFD_TIMER_ABSTIME, &when, NULL);
    assert(failed == 0);
    (void)failed;
}

void clock_alarm_clear(int alarm)
{
    uint64_t times;
    ssize_t got = read(alarm, &times, sizeof(times));
    (void)got; /* nothing to read: the alarm was set again meanwhile */
}

void clock_sleep_until(uint64_t boot_ms)
{
    struct timespec until = timespec_of_ms(boot_ms - ahead_ms());
    while (clock_nanosleep(CLOCK_BOOTTIME, TIMER_ABSTIME, &until, NULL) == EINTR) {
    }
}
