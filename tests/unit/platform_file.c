/* SPDX-License-Identifier: MIT */
/* Protects what a failed call of the system is taken for. A file that is there and cannot be read
 * must never pass for one that is missing: a missing file is begun anew. */
#include "platform/system/file.h"
#include "platform/system/folder.h"
#include "platform/system/status.h"

#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <cmocka.h>

static char place[] = "/tmp/platform-file-XXXXXX";

static void test_errno(void **state)
{
    (void)state;
    static const struct {
        int code;
        enum status status;
    } CASES[] = {
        {ENOENT, STATUS_MISSING},  {EEXIST, STATUS_EXISTS},      {ENOSPC, STATUS_NO_SPACE},
        {EDQUOT, STATUS_NO_SPACE}, {EROFS, STATUS_READ_ONLY},    {EACCES, STATUS_READ_ONLY},
        {ENOTDIR, STATUS_INVALID}, {ELOOP, STATUS_INVALID},      {EWOULDBLOCK, STATUS_BUSY},
        {EPIPE, STATUS_MISSING},   {ECONNRESET, STATUS_MISSING}, {EIO, STATUS_IO},
        {ENOTEMPTY, STATUS_IO},    {EMFILE, STATUS_IO},          {ENXIO, STATUS_IO},
        {ENODEV, STATUS_IO},       {ESTALE, STATUS_IO},          {0, STATUS_IO},
    };
    for (size_t i = 0; i < sizeof(CASES) / sizeof(CASES[0]); i++) {
        assert_int_equal(status_of_errno(CASES[i].code), CASES[i].status);
    }
}

/* Everything that can stand in a file's place, read through both doors. */
static void test_what_is_no_file_is_not_missing(void **state)
{
    (void)state;
    struct folder folder;
    struct error error;
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    assert_true(snprintf(address.sun_path, sizeof(address.sun_path), "%s/socket", place) > 0);
    assert_int_equal(folder_open(&folder, place, false, &error), STATUS_OK);
    int listener = socket(AF_UNIX, SOCK_STREAM, 0);
    assert_int_equal(bind(listener, (const struct sockaddr *)&address, sizeof(address)), 0);
    assert_int_equal(mkfifoat(folder.descriptor, "pipe", 0600), 0);
    assert_int_equal(mkdirat(folder.descriptor, "folder", 0700), 0);
    assert_int_equal(symlinkat("link", folder.descriptor, "link"), 0);
    static const char *const NAMES[] = {"socket", "pipe", "folder", "link"};
    for (size_t i = 0; i < sizeof(NAMES) / sizeof(NAMES[0]); i++) {
        char byte;
        size_t length = 99;
        enum status through_folder = folder.ops.read(&folder, NAMES[i], &byte, 1, &length);
        enum status alone = file_read(folder.descriptor, NAMES[i], &byte, 1, &length);
        assert_true(through_folder == STATUS_INVALID || through_folder == STATUS_IO);
        assert_int_equal(alone, through_folder);
        assert_int_equal(length, 99);
        assert_int_equal(unlinkat(folder.descriptor, NAMES[i], i == 2 ? AT_REMOVEDIR : 0), 0);
    }
    close(listener);
    folder_close(&folder);
}

static int make_place(void **state)
{
    (void)state;
    return mkdtemp(place) == NULL;
}

static int remove_place(void **state)
{
    (void)state;
    return rmdir(place);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_errno),
        cmocka_unit_test(test_what_is_no_file_is_not_missing),
    };
    return cmocka_run_group_tests(tests, make_place, remove_place);
}
