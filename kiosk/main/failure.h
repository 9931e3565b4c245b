/* SPDX-License-Identifier: MIT */
/* Why something could not be opened, in words on stderr. */
#ifndef MAIN_FAILURE_H
#define MAIN_FAILURE_H

#include "core/pack.h"
#include "keeper/control.h"
#include "main/options.h"
#include "message_ids.h"
#include "platform/system/limits.h"

/* Tells why the keeper could not start. Returns the exit status, as the other functions here do. */
enum result failure_tell(const struct control *failure, const struct options *options);

/* Returns the words for what the system said, which stand for {reason} in a message. */
enum message_id failure_reason(enum status status);

/* Tells why a folder could not be opened, and that --data names it. */
enum result failure_folder(enum status status, const char *folder);

/* Returns RESULT_DONE if the folder belongs to this user or does not exist yet. Otherwise tells
 * that the folder belongs to somebody else: files of another user in it would keep its owner out.
 */
enum result failure_of_owner(const char *folder);

/* Tells that something went wrong after the first change. left: the message that says what is so
 * now, with {folder} and {reason}. */
enum result failure_unfinished(enum status status, const char *folder, enum message_id left);

/* Tells why a file or a folder could not be read. */
enum result failure_unreadable(enum status status, const char *path);

/* Tells every problem of a question pack, a line each, or why the pack could not be read. status
 * and errors are what setup_pack gave. path NULL: the pack that ships. */
enum result failure_pack(enum status status, const char *path, const struct pack_errors *errors);

/* As failure_pack, where no bytes could be read in which to find a problem. */
enum result failure_no_pack(enum status status, const char *path);

/* Tells that a limit of the system is too low, so that nothing is started. */
enum result failure_limit(const struct limits_short *limit);

/* The system gives no memory: the limit of it, or that there is too little. */
enum result failure_room(void);

#endif
