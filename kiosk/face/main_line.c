/* SPDX-License-Identifier: MIT */
#include "face/main_line.h"

#include "platform/system/channel.h"

#include <stddef.h>
#include <stdint.h>

void main_line_tell(int line, enum face_word what)
{
    uint32_t word = what;
    enum status status = channel_send(line, &word, sizeof(word), -1);
    (void)status; /* if main does not read, nobody can do anything about it */
}

bool main_line_hear(int line, const struct window *window)
{
    uint32_t word = 0;
    size_t length = 0;
    enum status status = channel_receive(line, &word, sizeof(word), &length, NULL);
    if (status == STATUS_OK && word == FACE_IS_ASKED) {
        window_wait_for_display(window);
        main_line_tell(line, FACE_ANSWERS);
    }
    return status == STATUS_OK || status == STATUS_BUSY;
}
