/* SPDX-License-Identifier: MIT */
/* Protects what the processes tell each other: a record comes whole, with its descriptor, and the
 * last words of an end that is gone are heard, also when it left something unread. */
#include "platform/system/channel.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cmocka.h>

enum { RECORD_BYTES = 2560 };

static int ends[2];
static uint8_t sent[RECORD_BYTES], got[RECORD_BYTES + 1];

static int make_pair(void **state)
{
    (void)state;
    memset(sent, 0x5a, sizeof(sent));
    memset(got, 0, sizeof(got));
    return channel_pair(ends) == STATUS_OK ? 0 : -1;
}

static void assert_received(int channel)
{
    size_t length = 0;
    assert_int_equal(channel_receive(channel, got, sizeof(got), &length, NULL), STATUS_OK);
    assert_int_equal(length, sizeof(sent));
    assert_memory_equal(got, sent, sizeof(sent));
}

static void test_a_record_comes_whole(void **state)
{
    (void)state;
    size_t length = 0;
    assert_int_equal(channel_receive(ends[1], got, sizeof(got), &length, NULL), STATUS_BUSY);
    assert_int_equal(channel_send(ends[0], sent, sizeof(sent), -1), STATUS_OK);
    assert_received(ends[1]);
    assert_int_equal(channel_receive(ends[1], got, sizeof(got), &length, NULL), STATUS_BUSY);
    close(ends[0]);
    assert_int_equal(channel_receive(ends[1], got, sizeof(got), &length, NULL), STATUS_MISSING);
    assert_int_equal(channel_send(ends[1], sent, sizeof(sent), -1), STATUS_MISSING);
    close(ends[1]);
}

/* The length that came is told, also where there was no room for it. */
static void test_a_long_record_is_no_short_one(void **state)
{
    (void)state;
    size_t length = 0;
    assert_int_equal(channel_send(ends[0], sent, sizeof(sent), -1), STATUS_OK);
    assert_int_equal(channel_receive(ends[1], got, 10, &length, NULL), STATUS_OK);
    assert_int_equal(length, sizeof(sent));
    close(ends[0]);
    close(ends[1]);
}

static void test_a_descriptor_comes_along(void **state)
{
    (void)state;
    int pipe_ends[2], passed = -1;
    size_t length = 0;
    char byte = 0;
    assert_int_equal(pipe(pipe_ends), 0);
    assert_int_equal(channel_send(ends[0], sent, sizeof(sent), pipe_ends[1]), STATUS_OK);
    close(pipe_ends[1]);
    assert_int_equal(channel_receive(ends[1], got, sizeof(got), &length, &passed), STATUS_OK);
    assert_true(passed >= 0);
    assert_int_equal(write(passed, "x", 1), 1);
    close(passed);
    assert_int_equal(read(pipe_ends[0], &byte, 1), 1);
    assert_int_equal(read(pipe_ends[0], &byte, 1), 0); /* nobody else holds it */
    close(pipe_ends[0]);
    close(ends[0]);
    close(ends[1]);
}

/* Where none may come, or one, what else came is closed again and the record is no good. */
static void test_no_more_descriptors_than_may(void **state)
{
    (void)state;
    static const size_t SENT[] = {1, 2, 2};
    for (size_t i = 0; i < sizeof(SENT) / sizeof(SENT[0]); i++) {
        int pipe_ends[2], passed = -1;
        size_t length = 0;
        char byte = 0;
        union {
            struct cmsghdr header;
            char bytes[CMSG_SPACE(2 * sizeof(int))];
        } control = {.header = {.cmsg_level = SOL_SOCKET,
                                .cmsg_type = SCM_RIGHTS,
                                .cmsg_len = CMSG_LEN(SENT[i] * sizeof(int))}};
        struct iovec part = {.iov_base = sent, .iov_len = sizeof(sent)};
        struct msghdr record = {.msg_iov = &part,
                                .msg_iovlen = 1,
                                .msg_control = control.bytes,
                                .msg_controllen = CMSG_SPACE(SENT[i] * sizeof(int))};
        assert_int_equal(pipe(pipe_ends), 0);
        memcpy(CMSG_DATA(&control.header), (int[2]){pipe_ends[1], pipe_ends[1]},
               SENT[i] * sizeof(int));
        assert_int_equal(sendmsg(ends[0], &record, 0), sizeof(sent));
        close(pipe_ends[1]);
        int *out = i == 2 ? &passed : NULL;
        assert_int_equal(channel_receive(ends[1], got, sizeof(got), &length, out), STATUS_INVALID);
        assert_int_equal(passed, -1);
        assert_int_equal(read(pipe_ends[0], &byte, 1), 0);
        close(pipe_ends[0]);
    }
    close(ends[0]);
    close(ends[1]);
}

/* A keeper that cannot begin says why and ends, while the socket of a face is on its way to it. */
static void test_last_words_are_heard(void **state)
{
    (void)state;
    size_t length = 0;
    assert_int_equal(channel_send(ends[0], sent, sizeof(sent), -1), STATUS_OK); /* its last words */
    assert_int_equal(channel_send(ends[1], "unread", 7, -1), STATUS_OK);
    close(ends[0]);
    assert_received(ends[1]);
    assert_int_equal(channel_receive(ends[1], got, sizeof(got), &length, NULL), STATUS_MISSING);
    assert_int_equal(channel_receive(ends[1], got, sizeof(got), &length, NULL), STATUS_MISSING);
    close(ends[1]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(test_a_record_comes_whole, make_pair),
        cmocka_unit_test_setup(test_a_long_record_is_no_short_one, make_pair),
        cmocka_unit_test_setup(test_a_descriptor_comes_along, make_pair),
        cmocka_unit_test_setup(test_no_more_descriptors_than_may, make_pair),
        cmocka_unit_test_setup(test_last_words_are_heard, make_pair),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
