/* SPDX-License-Identifier: MIT */
/* Why something could not be opened, in words on stderr. */
#ifndef MAIN_FAILURE_H
#define MAIN_FAILURE_H

#include "core/pack.h"
#include "keeper/control.h"
#include "main/options.h"
#include "message_ids.h"
#include "platform/system/limits.h"

/* The keeper could not start. */
enum result failure_tell(const struct control *failure, const struct options *options);

/* Returns the words for what the system said, for the {reason} of a message. */
enum message_id failure_reason(enum status status);

/* Says that a folder could not be opened; --data names it. */
enum result failure_folder(enum status status, const char *folder);

/* Returns RESULT_DONE when the folder is this user's or does not exist yet. Otherwise it has said
 * that the folder belongs to somebody else, whom files of this user would keep out. */
enum result failure_of_owner(const char *folder);

/* Says that something went wrong after the first change. left says what is so now, with {folder}
 * and {reason}. */
enum result failure_unfinished(enum status status, const char *folder, enum message_id left);

/* Says that a file or a folder could not be read. */
enum result failure_unreadable(enum status status, const char *path);

/* Says every problem of a question pack, a line each, or why it could not be read. status and
 * errors are what setup_pack gave. path NULL: the pack that ships. */
enum result failure_pack(enum status status, const char *path, const struct pack_errors *errors);

/* The same where there are no bytes to find a problem in. */
enum result failure_no_pack(enum status status, const char *path);

/* Says that a limit of the system is too low, so that nothing is started. */
enum result failure_limit(const struct limits_short *limit);

#endif
