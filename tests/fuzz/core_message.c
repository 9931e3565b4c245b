/* SPDX-License-Identifier: MIT */
/* Protects the wire: no datagram is both a face's and a keeper's, a check reads only what it was
 * given, and one that is taken carries nothing that has no meaning. The bytes are a whole record,
 * or, where they are few, the type of one and then what differs from zeros: a place of two bytes
 * and a value, again and again, up to four records. */
#include "fuzz.h"

#include "core/message.h"

#include <stdlib.h>
#include <string.h>

enum { RECORDS_MAX = 4 };

static struct message message;

static void hold(bool is_so)
{
    if (!is_so) {
        abort();
    }
}

/* The next record of the row; how many bytes it took. */
static size_t make(const uint8_t *bytes, size_t length)
{
    enum { HEAD = 2, DIFFERENCE = 3 };
    memset(&message, 0, sizeof(message));
    message.version = MESSAGE_VERSION;
    message.type = bytes[0];
    size_t left = length > 1 ? bytes[1] : 0, at = HEAD;
    for (; left > 0 && at + DIFFERENCE <= length; left--, at += DIFFERENCE) {
        size_t place = (size_t)bytes[at] << 8 | bytes[at + 1];
        ((uint8_t *)&message)[place % sizeof(message)] = bytes[at + 2];
    }
    return at < length ? at : length;
}

/* What the other side sent is what this one would have. */
static void check_taken(void)
{
    static struct message sealed;
    sealed = message;
    hold(message_seal(&sealed) == STATUS_OK);
    hold(memcmp(&sealed, &message, sizeof(message)) == 0);
}

static void check(size_t length)
{
    enum status face = message_check_from_face(&message, length);
    enum status keeper = message_check_from_keeper(&message, length);
    hold(face != STATUS_OK || keeper != STATUS_OK);
    hold(length == sizeof(message) || (face != STATUS_OK && keeper != STATUS_OK));
    if (face == STATUS_OK || keeper == STATUS_OK) {
        check_taken();
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    memset(&message, 0, sizeof(message));
    memcpy(&message, bytes, length < sizeof(message) ? length : sizeof(message));
    check(length);
    size_t at = 0;
    for (uint32_t i = 0; i < RECORDS_MAX && at < length; i++) {
        at += make(bytes + at, length - at);
        check(sizeof(message));
    }
    return 0;
}
