/* SPDX-License-Identifier: MIT */
/* Protects the source of the noise: the system's numbers, anew in every process and after every
 * fork, and none at all rather than others. */
#include "platform/system/random.h"

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <seccomp.h>

#include <cmocka.h>

enum { BYTES = 64 };

static enum status draw(uint8_t out[BYTES])
{
    struct random_source source = random_system();
    memset(out, 0, BYTES);
    return source.fill(source.context, out, BYTES);
}

/* What a process of its own draws first. */
static void draw_elsewhere(uint8_t out[BYTES])
{
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        enum status status = draw(out);
        _exit(status == STATUS_OK && write(ends[1], out, BYTES) == BYTES ? 0 : 1);
    }
    assert_int_equal(read(ends[0], out, BYTES), BYTES);
    int result = 0;
    assert_int_equal(waitpid(child, &result, 0), child);
    assert_int_equal(result, 0);
    close(ends[0]);
    close(ends[1]);
}

/* Before anything was drawn here, so that a seed of this program would be the same in both. */
static void test_two_processes_draw_differently(void **state)
{
    (void)state;
    uint8_t first[BYTES], second[BYTES];
    draw_elsewhere(first);
    draw_elsewhere(second);
    assert_memory_not_equal(first, second, BYTES);
}

static void test_a_fork_repeats_nothing(void **state)
{
    (void)state;
    uint8_t before[BYTES], here[BYTES], there[BYTES];
    assert_int_equal(draw(before), STATUS_OK);
    draw_elsewhere(there);
    assert_int_equal(draw(here), STATUS_OK);
    assert_memory_not_equal(before, here, BYTES);
    assert_memory_not_equal(here, there, BYTES);
}

/* 0: the source said so and nothing else filled the bytes. */
static int draw_with_failing_getrandom(int error)
{
    static const uint8_t none[BYTES];
    uint8_t out[BYTES];
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
    if (filter == NULL ||
        seccomp_rule_add(filter, SCMP_ACT_ERRNO((uint16_t)error), SCMP_SYS(getrandom), 0) != 0 ||
        seccomp_load(filter) != 0) {
        return 2;
    }
    return draw(out) == STATUS_NO_RANDOM && memcmp(out, none, BYTES) == 0 ? 0 : 1;
}

static void test_a_system_without_numbers_is_an_error(void **state)
{
    (void)state;
    static const int errors[] = {ENOSYS, EAGAIN, EPERM};
    for (size_t i = 0; i < sizeof(errors) / sizeof(errors[0]); i++) {
        pid_t child = fork();
        assert_true(child >= 0);
        if (child == 0) {
            _exit(draw_with_failing_getrandom(errors[i]));
        }
        int result = 0;
        assert_int_equal(waitpid(child, &result, 0), child);
        assert_int_equal(result, 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_two_processes_draw_differently),
        cmocka_unit_test(test_a_fork_repeats_nothing),
        cmocka_unit_test(test_a_system_without_numbers_is_an_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
