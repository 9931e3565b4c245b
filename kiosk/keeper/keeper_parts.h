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
    bool waits; /* for an errand: it is answered later */
};

/* A cleared answer that carries the request's sequence. keeper_answer_send seals it. */
struct message *keeper_answer(struct request *request, enum message_type type);
void keeper_answer_send(struct message *message);
void keeper_answer_status(struct keeper *keeper, struct request *request, enum status result);
void keeper_answer_refused(struct request *request, enum status why);
void keeper_answer_settings(struct keeper *keeper, struct request *request);
void keeper_answer_machine(struct keeper *keeper, struct request *request);

/* Carries out a request that the table of rules allowed. Returns OK, or why the request was not
 * done. Where the handler sent no answer, keeper.c sends the one that the list of messages names.
 */
typedef enum status handle_request(struct keeper *keeper, struct request *request);

/* Returns whether somebody has entered the PIN and nothing has locked the screens since. */
bool keeper_is_unlocked(const struct keeper *keeper);

/* keeper_errand.c. keeper_errand_of gives a cleared errand for the handler to fill, and
 * keeper_errand_run runs it. The handler returns what run returns: the errand's own status where
 * the errand was done at once; OK where the answer has to wait for the errand; BUSY where another
 * errand of the slot runs. */
struct errand *keeper_errand_of(struct keeper *keeper, enum errand_kind kind);
enum status keeper_errand_run(struct keeper *keeper, struct request *request,
                              keeper_errand_end *end);
bool keeper_errand_runs(const struct keeper *keeper, enum errand_slot slot);
/* The face that asked for errands is gone: nobody gets their answers. */
void keeper_errand_forget(struct keeper *keeper);
/* Sends the list of drives to a facilitator who did not ask, now or when a message can be sent. */
void keeper_list_drives(struct keeper *keeper, struct request *request);

/* What the settings mean for counting: the questions that are asked, and the name of their series.
 */
void keeper_take_settings(struct keeper *keeper);
/* Of the meeting that is open, or would be next. */
void keeper_make_label(const struct keeper *keeper, struct meeting_label *label);
/* Whether these totals can take the next meeting of the running series. */
bool keeper_takes_next(const struct keeper *keeper, const struct totals *totals);
/* What the totals say of the running series. */
void keeper_take_series(struct keeper *keeper);
/* Takes over a totals file just read or written. */
void keeper_take_totals(struct keeper *keeper, size_t file_bytes);
/* The same where its content is in keeper->next. */
void keeper_take_next(struct keeper *keeper, const struct store_known *known, size_t file_bytes);
/* After a failure that leaves the known file or this other one: looks which, and takes it over.
 * CHANGED: neither is there, and the next close deals with that. Any other failure: nobody can
 * look, and no meeting is opened before somebody can. */
enum status keeper_settle(struct keeper *keeper, const struct store_known *other);

/* keeper_guard.c; ordered: see guard_save_ordered. */
MUST_USE enum status keeper_guard_save(struct keeper *keeper, bool ordered);
/* The flag is taken where its file was written, else it stays as it was. */
MUST_USE enum status keeper_guard_flag(struct keeper *keeper, enum guard_flag flag, bool ordered);
/* No meeting is open, whether that can be written or not. */
void keeper_guard_no_meeting(struct keeper *keeper);
/* Writes the file again if that failed last time. */
void keeper_guard_catch_up(struct keeper *keeper);

/* keeper_meeting.c */
enum status keeper_meeting_open(struct keeper *keeper, const struct message_open *open,
                                uint64_t now_ms);
enum status keeper_meeting_close(struct keeper *keeper, bool alone);
enum status keeper_meeting_discard(struct keeper *keeper);
enum status keeper_meeting_pause(struct keeper *keeper, bool paused);
/* INVALID: the sides break a rule. DENIED: nothing is being counted. */
enum status keeper_meeting_add(struct keeper *keeper, const uint8_t sides[PACK_QUESTION_MAX]);
/* A meeting that would be lost with the power closes while there is some. One that counts nothing
 * has nothing to lose. */
void keeper_meeting_spare(struct keeper *keeper, uint64_t now_ms);
/* The automatic close; true when something changed. */
bool keeper_meeting_tick(struct keeper *keeper, uint64_t now_ms);
uint64_t keeper_meeting_deadline(const struct keeper *keeper);

/* The normal close of whatever is open, then the wish to leave. An error is the close's, and nobody
 * leaves; DENIED: this machine cannot be switched off from here. */
enum status keeper_meeting_leave(struct keeper *keeper, enum leave leave);

/* keeper_power.c: true when something changed. */
bool keeper_power_look(struct keeper *keeper, uint64_t now_ms);
bool keeper_power_tick(struct keeper *keeper, uint64_t now_ms);
uint64_t keeper_power_deadline(const struct keeper *keeper);

/* keeper_pin.c */
void keeper_pin_start(struct keeper *keeper, uint64_t now_ms);
handle_request keeper_pin_set, keeper_pin_unlock;
void keeper_pin_lock(struct keeper *keeper);
void keeper_pin_stay(struct keeper *keeper, uint64_t now_ms);
bool keeper_pin_tick(struct keeper *keeper, uint64_t now_ms);
uint64_t keeper_pin_deadline(const struct keeper *keeper);

/* keeper_settings.c: after each of them the settings are what can be read in the folder. UNSURE:
 * a power cut may bring those from before back. */
MUST_USE enum status keeper_settings_write(struct keeper *keeper, const struct settings *settings);
/* The questions, the period and the scale; another choice names another series. INVALID: too few
 * questions, or one that the pack does not have. */
enum status keeper_settings_choose(struct keeper *keeper, const struct settings_choice *choice);
/* keeper_mend.c, for a settings file that is damaged or not there. What stands in for it: the usual
 * settings with the PIN's own line; status.settings tells. */
void keeper_mend_settings(struct keeper *keeper, bool is_there);
/* Then, with the totals read: what the newest set was counted with. */
void keeper_mend_choice(struct keeper *keeper);
/* Before the first write over a damaged file: a copy of it stays. */
enum status keeper_mend_aside(struct keeper *keeper);

/* The lines of the support screen; the series goes on. */
enum status keeper_settings_support(struct keeper *keeper, const struct settings_support *support);
/* One chore of what is still open has been settled. */
enum status keeper_settings_settle(struct keeper *keeper, enum chore chore);
/* A file that cannot be read is as none: a screen of guessed size is better than no screen. */
void keeper_machine_load(struct keeper *keeper);
/* MISSING: the system has no such zone. */
enum status keeper_machine_set(struct keeper *keeper, const struct machine *machine);
/* Somebody said which month it is; {0}: what was said is no longer so. */
void keeper_machine_clock(struct keeper *keeper, const struct machine_clock *clock);

/* keeper_read.c, keeper_report.c */
handle_request keeper_read_rows, keeper_read_line, keeper_read_report, keeper_read_drives,
    keeper_read_health, keeper_save_report;
keeper_errand_end keeper_end_save;

/* keeper_clock.c: the month that a meeting is written under. What somebody said of it holds until
 * the clock's is later, over a new start as well. */
struct month keeper_month(const struct keeper *keeper);
/* The day: the clock's, or the month alone that somebody said instead, with day 0. */
struct civil_time keeper_today(const struct keeper *keeper);
/* A meeting is about to open, and somebody said that it is this month; {0}: nobody was asked. */
void keeper_clock_opens(struct keeper *keeper, struct month said);
/* Somebody has to be asked, as the clock's month cannot be true: it is before this program was
 * built, before the newest set's, or more than five years after that. A set bears its month for
 * ever: so who begins one is asked also where somebody has said it before this start. */
bool keeper_doubts_clock(const struct keeper *keeper);

/* The machine's clock, of a machine that is the kiosk alone; what somebody had said of a wrong one
 * is no longer so. No meeting is open: the month of one that is was taken when it opened. */
handle_request keeper_clock_set;

/* keeper_backup.c */
handle_request keeper_save_backup, keeper_read_backups, keeper_check_backup, keeper_restore,
    keeper_erase_all;

#endif
