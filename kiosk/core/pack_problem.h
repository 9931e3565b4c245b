/* SPDX-License-Identifier: MIT */
/* The words for what is wrong with a question pack. They stand apart from pack.h, so that only a
 * file that prints them depends on the message ids. */
#ifndef CORE_PACK_PROBLEM_H
#define CORE_PACK_PROBLEM_H

#include "core/pack.h"
#include "message_ids.h"

/* Returns a message with the placeholder {value}, which is struct pack_error's value. */
enum message_id pack_problem_message(enum pack_problem problem);

#endif
