/* SPDX-License-Identifier: MIT */
/* Records of fixed size between two processes, one in each datagram (SOCK_SEQPACKET). No call
 * waits. Where a peer does not read, the sender should end that peer. Knows no record's meaning. */
#ifndef PLATFORM_CHANNEL_H
#define PLATFORM_CHANNEL_H

#include "core/status.h"

#include <stddef.h>

/* Opens both ends, closed on exec. IO when the system has no descriptors left. */
MUST_USE enum status channel_pair(int ends[2]);

/* Sends one record, and with it a descriptor unless passed is -1 (the caller keeps its own copy).
 * MISSING: the peer is gone. BUSY: the peer does not read. IO. */
MUST_USE enum status channel_send(int channel, const void *record, size_t bytes, int passed);

/* Receives one record. *length is the record's true length, also when it is longer than size. A
 * descriptor that came with the record is put into *passed (closed on exec), else -1. With passed
 * NULL no descriptor may come. BUSY: no record is there. MISSING: the peer is gone. INVALID: more
 * descriptors came than may come, and all of them were closed. IO. */
MUST_USE enum status channel_receive(int channel, void *record, size_t size, size_t *length,
                                     int *passed);

#endif
