/* SPDX-License-Identifier: MIT */
/* What the parts of the keeper share: one request at a time, and its answers. Private to keeper/.
 */
#ifndef KEEPER_KEEPER_PARTS_H
#define KEEPER_KEEPER_PARTS_H

#include "keeper/keeper.h"

/* One message from the face, or the passing of time (in is NULL), and the answers it causes. */
struct request {
    const struct message *in;
    uint64_t now_ms;
    struct message *out;
    uint32_t *count;
};

/* A cleared answer that carries the request's sequence. keeper_answer_send seals it. */
struct message *keeper_answer(struct request *request, enum message_type type);
void keeper_answer_send(struct message *message);
void keeper_answer_status(struct keeper *keeper, struct request *request, enum status result);
void keeper_answer_refused(struct request *request, enum status why);

bool keeper_is_unlocked(const struct keeper *keeper);

/* Takes over a totals file just read or written. */
void keeper_take_totals(struct keeper *keeper, size_t file_bytes);

/* keeper_meeting.c */
enum status keeper_meeting_open(struct keeper *keeper, enum room room, uint64_t now_ms);
enum status keeper_meeting_close(struct keeper *keeper, bool alone);
enum status keeper_meeting_discard(struct keeper *keeper);
enum status keeper_meeting_pause(struct keeper *keeper, bool paused);
/* INVALID: the halves break a rule. DENIED: nothing is being counted. */
enum status keeper_meeting_add(struct keeper *keeper, const uint8_t halves[PACK_QUESTION_MAX]);
/* The automatic close; true when something changed. */
bool keeper_meeting_tick(struct keeper *keeper, uint64_t now_ms);
uint64_t keeper_meeting_deadline(const struct keeper *keeper);

/* keeper_pin.c */
void keeper_pin_start(struct keeper *keeper, uint64_t now_ms);
enum status keeper_pin_set(struct keeper *keeper, const char *pin, uint64_t now_ms);
enum status keeper_pin_unlock(struct keeper *keeper, const char *pin, uint64_t now_ms);
void keeper_pin_lock(struct keeper *keeper);
void keeper_pin_stay(struct keeper *keeper, uint64_t now_ms);
bool keeper_pin_tick(struct keeper *keeper, uint64_t now_ms);
uint64_t keeper_pin_deadline(const struct keeper *keeper);

/* keeper_read.c: each answers the request. */
void keeper_read_rows(struct keeper *keeper, struct request *request);
void keeper_read_line(struct keeper *keeper, struct request *request);
void keeper_read_report(struct keeper *keeper, struct request *request);
void keeper_read_drives(struct keeper *keeper, struct request *request);
void keeper_save_report(struct keeper *keeper, struct request *request);

#endif
