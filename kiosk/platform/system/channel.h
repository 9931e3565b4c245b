/* SPDX-License-Identifier: MIT */
/* Fixed-size records between two processes, one a datagram (SOCK_SEQPACKET). Never waits: a peer
 * that does not read is the sender's problem to end, not to wait for. Knows no record's meaning. */
#ifndef PLATFORM_CHANNEL_H
#define PLATFORM_CHANNEL_H

#include "core/status.h"

#include <stddef.h>

/* Both ends, closed on exec. IO when the system has no descriptors left. */
MUST_USE enum status channel_pair(int ends[2]);

/* Sends one record, and a descriptor with it unless passed is -1 (the caller keeps its own copy).
 * MISSING: the peer is gone; BUSY: it does not read; IO. */
MUST_USE enum status channel_send(int channel, const void *record, size_t bytes, int passed);

/* Receives one record. *length is its true length, also when it is longer than size. A descriptor
 * that came along is put into *passed (closed on exec), else -1; with passed NULL none may come.
 * BUSY: nothing is there; MISSING: the peer is gone; INVALID: more descriptors came than may, and
 * all of them are closed again; IO. */
MUST_USE enum status channel_receive(int channel, void *record, size_t size, size_t *length,
                                     int *passed);

#endif
