/* SPDX-License-Identifier: MIT */
/* What "What this machine keeps" is made of. */
#ifndef SCREENS_KEEPS_H
#define SCREENS_KEEPS_H

#include "screens/app/screen.h"

STATE_BEGIN
struct keeps {
    struct message_rows rows; /* what the keeper sent of the file */
    uint32_t at;              /* the set whose tallies show, from the first in the file */
};
STATE_END

const struct keeps *keeps_of(const struct app *app);

void keeps_paragraph(struct flow *flow, const char *id, const char *text, enum type type);
/* The literal rows up to a set, and which of how many they are; nothing while there are none. */
void keeps_rows_flow(const struct app *app, struct flow *flow);

#endif
