/* SPDX-License-Identifier: MIT */
#include "ui/ids.h"

const char *id_of(struct frame *frame, const char *pattern, const struct text_arg *args,
                  size_t count)
{
    char id[NODE_ID_BYTES];
    const size_t bytes = text_format(id, sizeof(id), pattern, args, count);
    return frame_text_bytes(frame, id, bytes);
}

const char *id_number(struct frame *frame, const char *pattern, uint32_t n)
{
    char digits[NUMBER_BYTES];
    const struct text_arg arg = {"n", text_number(digits, n)};
    return id_of(frame, pattern, &arg, 1);
}
