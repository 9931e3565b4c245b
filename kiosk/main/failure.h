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

/* The words for what the system said, for the {reason} of a message. */
enum message_id failure_reason(enum status status);

/* A folder could not be opened; --data names it. */
enum result failure_folder(enum status status, const char *folder);

/* RESULT_DONE: the folder is this user's, or not there yet. Else that it belongs to somebody else
 * has been said: files of another user in it would keep its own user out. */
enum result failure_of_owner(const char *folder);

/* Something went wrong after the first change: left says what is so now, with {folder} and
 * {reason}. */
enum result failure_unfinished(enum status status, const char *folder, enum message_id left);

/* A file or a folder could not be read. */
enum result failure_unreadable(enum status status, const char *path);

/* Every problem of a question pack, a line each, or why it could not be read: status and errors are
 * what setup_pack gave. path NULL: the one that ships. */
enum result failure_pack(enum status status, const char *path, const struct pack_errors *errors);

/* The same where there are no bytes to find a problem in. */
enum result failure_no_pack(enum status status, const char *path);

/* A limit of the system under which nothing is started. */
enum result failure_limit(const struct limits_short *limit);

/* The system gives no memory: the limit of it, or that there is too little. */
enum result failure_room(void);

#endif
