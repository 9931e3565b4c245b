/* SPDX-License-Identifier: MIT */
/* Protects the wire: no datagram is both a face's and a keeper's, and a check reads only what it
 * was given. */
#include "fuzz.h"

#include "core/message.h"

#include <assert.h>
#include <string.h>

static struct message message;

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    memset(&message, 0, sizeof(message));
    memcpy(&message, bytes, length < sizeof(message) ? length : sizeof(message));
    enum status face = message_check_from_face(&message, length);
    enum status keeper = message_check_from_keeper(&message, length);
    assert(face != STATUS_OK || keeper != STATUS_OK);
    assert(length == sizeof(message) || (face != STATUS_OK && keeper != STATUS_OK));
    return 0;
}
