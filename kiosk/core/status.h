/* SPDX-License-Identifier: MIT */
/* What can happen that is not a bug. Functions return enum status and leave their outputs untouched
 * on failure; where a person has to act they also fill a struct error, once, where most is known.
 */
#ifndef CORE_STATUS_H
#define CORE_STATUS_H

#include <stdint.h>

#define MUST_USE __attribute__((warn_unused_result))
/* Marks a large local variable that is written before it is read. The build zeroes all others
 * first. */
#define NOT_ZEROED __attribute__((uninitialized))

enum status {
    STATUS_OK = 0,
    STATUS_INVALID,   /* what was given breaks its own rules */
    STATUS_LIMIT,     /* more than a named limit allows */
    STATUS_MISSING,   /* not there */
    STATUS_EXISTS,    /* already there, and left as it is */
    STATUS_DAMAGED,   /* cannot be read as what it claims to be */
    STATUS_NEWER,     /* made by a later version of this program */
    STATUS_CHANGED,   /* no longer what this process read or wrote */
    STATUS_NO_SPACE,  /* the disk is full */
    STATUS_READ_ONLY, /* the folder or the disk does not take writes, or not from us */
    STATUS_IO,        /* any other failure of a disk */
    STATUS_NO_RANDOM, /* the system gave no random numbers */
    STATUS_NO_LOCK,   /* the system does not let us lock memory */
    STATUS_BUSY,      /* somebody else holds it */
    STATUS_DENIED,    /* not now: locked, wrong PIN, wrong state */
    STATUS_NO_MEMORY, /* the system gave no memory to do it in */
    STATUS_STUCK,     /* what it hangs on did not answer in the time it had */
    STATUS_UNSURE,    /* done or not: the disk does not tell */
    STATUS_GONE,      /* the process that would do it has ended, or cannot do it any more */
    STATUS_COUNT,
};

/* A message that a person reads: what is wrong, and where (from 1; 0 when it has no place). */
struct error {
    enum status status;
    uint32_t line;
    uint32_t column;
    char text[192];
};

#endif
