/* SPDX-License-Identifier: MIT */
/* Protects the counting process from what comes back in place of an answer, with this test as the
 * porter and as the one that runs the errand: a record that is cut off, or tells of bytes that it
 * does not bring, is no answer; and a porter that ended is told at once. */
#include "porter_rig.h"

#include "platform/system/sealed.h"

#include <fcntl.h>

/* This test as the porter, and as the one that runs the errand. */
static int take_order(int porter)
{
    struct pollfd wait = {.fd = porter, .events = POLLIN};
    struct porter_order order;
    size_t length = 0;
    int runner = -1;
    assert_int_equal(poll(&wait, 1, PATIENCE_MS), 1);
    assert_int_equal(channel_receive(porter, &order, sizeof(order), &length, &runner), STATUS_OK);
    assert_true(runner >= 0);
    return runner;
}

static void test_no_answer_but_an_answer(void **state)
{
    (void)state;
    const struct errand fetch = {.kind = ERRAND_FETCH, .pick = {"STICK", "a.backup"}};
    struct errand_answer answer = {.length = 3};
    int ends[2], zero = open("/dev/zero", O_RDONLY | O_CLOEXEC), sealed = -1;
    assert_int_equal(channel_pair(ends), STATUS_OK);
    errand_line_take(&rig.line, ends[0]);
    rig.line.renewed = false; /* this one is as good as the first */
    assert_int_equal(sealed_make("abc", 3, &sealed), STATUS_OK);
    for (int i = 0; i < 6; i++) {
        begin(&fetch);
        int runner = take_order(ends[1]);
        answer.status = i == 3 ? STATUS_COUNT : STATUS_OK;
        answer.length = i == 4 ? 2 : 3;
        /* Too short; without the bytes; with what is endless; no status; other bytes; good. */
        enum status sent = channel_send(runner, &answer, i == 0 ? 8 : sizeof(answer),
                                        i == 1   ? -1
                                        : i == 2 ? zero
                                                 : sealed);
        assert_int_equal(sent, STATUS_OK);
        close(runner);
        assert_int_equal(hear(ERRAND_OF_DRIVES), i == 5 ? STATUS_OK : STATUS_IO);
    }
    assert_memory_equal(rig.bytes, "abc", 3);
    /* Nobody there at all. */
    close(ends[1]);
    const struct errand hash = {.kind = ERRAND_HASH, .pin = "123456"};
    assert_int_equal(errand_line_begin(&rig.line, &fetch, rig.bytes, 0), STATUS_GONE);
    assert_int_equal(errand_line_begin(&rig.line, &hash, rig.bytes, 0), STATUS_GONE);
    errand_line_take(&rig.line, -1);
    assert_int_equal(errand_line_begin(&rig.line, &fetch, rig.bytes, 0), STATUS_GONE);
    assert_int_equal(errand_line_begin(&rig.line, &hash, rig.bytes, 0), STATUS_GONE);
    close(zero);
    close(sealed);
}

/* It ends in the middle of an errand. Another one cannot reach the drives, and says so at once. */
static void test_who_comes_later_reaches_no_drive(void **state)
{
    (void)state;
    const struct errand list = {.kind = ERRAND_LIST}, hash = {.kind = ERRAND_HASH, .pin = "123456"};
    int ends[2];
    for (int i = 0; i < 2; i++) {
        assert_int_equal(channel_pair(ends), STATUS_OK);
        errand_line_take(&rig.line, ends[0]);
        rig.line.renewed = false;
        begin(i == 0 ? &list : &hash);
        close(take_order(ends[1]));
        close(ends[1]);
        assert_int_equal(hear(i == 0 ? ERRAND_OF_DRIVES : ERRAND_OF_PIN), STATUS_GONE);
    }
    assert_int_equal(channel_pair(ends), STATUS_OK);
    errand_line_take(&rig.line, ends[0]);
    assert_int_equal(errand_line_begin(&rig.line, &list, rig.bytes, 0), STATUS_GONE);
    begin(&hash);
    struct errand_answer answer = {.status = STATUS_OK};
    int runner = take_order(ends[1]);
    assert_int_equal(channel_send(runner, &answer, sizeof(answer), -1), STATUS_OK);
    close(runner);
    assert_int_equal(hear(ERRAND_OF_PIN), STATUS_OK);
    close(ends[1]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_no_answer_but_an_answer),
        TEST(test_who_comes_later_reaches_no_drive),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
