/* SPDX-License-Identifier: MIT */
/* What the parts of the keeper share: one request at a time, and its answers. Private to keeper/.
 */
#ifndef KEEPER_KEEPER_PARTS_H
#define KEEPER_KEEPER_PARTS_H

#include "keeper/keeper.h"

/* One message of the face, or the passing of time (in is NULL), and the answers that it causes. */
struct request {
    const struct message *in;
    uint64_t now_ms;
    struct message *out;
    uint32_t *count;
    bool waits; /* an errand runs for it, and it is answered later */
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
/* Nobody gets the answers of the errands that run, because the face that asked is gone. */
void keeper_errand_forget(struct keeper *keeper);
/* Sends the list of drives to a facilitator who did not ask, now or when a message can be sent. */
void keeper_list_drives(struct keeper *keeper, struct request *request);

/* Finds what the settings mean for counting: the questions that are asked, and the name of their
 * series. */
void keeper_take_settings(struct keeper *keeper);
/* Makes the label of the meeting that is open, or of the next one. */
void keeper_make_label(const struct keeper *keeper, struct meeting_label *label);
/* Returns whether these totals can take the next meeting of the running series. */
bool keeper_takes_next(const struct keeper *keeper, const struct totals *totals);
/* Takes over what the totals say of the running series. */
void keeper_take_series(struct keeper *keeper);
/* Takes over a totals file that was just read or written. */
void keeper_take_totals(struct keeper *keeper, size_t file_bytes);
/* As keeper_take_totals, with the content in keeper->next. */
void keeper_take_next(struct keeper *keeper, const struct store_known *known, size_t file_bytes);
/* Called after a failure that leaves either the known file or this other one. Looks which file is
 * there, and takes it over. CHANGED: neither is there, and the next close deals with that. Any
 * other failure: nobody can look, and no meeting is opened before somebody can. */
enum status keeper_settle(struct keeper *keeper, const struct store_known *other);

/* In keeper_guard.c. ordered: as guard_save_ordered. */
MUST_USE enum status keeper_guard_save(struct keeper *keeper, bool ordered);
/* Changes the flag if the guard's file could be written; else the flag stays as it was. */
MUST_USE enum status keeper_guard_flag(struct keeper *keeper, enum guard_flag flag, bool ordered);
/* Notes that no meeting is open, whether that can be written or not. */
void keeper_guard_no_meeting(struct keeper *keeper);
/* Writes the guard's file again if that failed last time. */
void keeper_guard_catch_up(struct keeper *keeper);

/* In keeper_meeting.c. They carry out the messages of the same names; close: alone when nobody
 * asked for it. */
enum status keeper_meeting_open(struct keeper *keeper, const struct message_open *open,
                                uint64_t now_ms);
enum status keeper_meeting_close(struct keeper *keeper, bool alone);
enum status keeper_meeting_discard(struct keeper *keeper);
enum status keeper_meeting_pause(struct keeper *keeper, bool paused);
/* INVALID: the sides break a rule. DENIED: nothing is being counted. */
enum status keeper_meeting_add(struct keeper *keeper, const uint8_t sides[PACK_QUESTION_MAX]);
/* When a meeting would be lost with the power, closes it while there is power. A meeting that
 * counts nothing has nothing to lose. */
void keeper_meeting_spare(struct keeper *keeper, uint64_t now_ms);
/* Does the automatic close when it is due; keeper_meeting_deadline returns when that is. Returns
 * true if something changed. */
bool keeper_meeting_tick(struct keeper *keeper, uint64_t now_ms);
uint64_t keeper_meeting_deadline(const struct keeper *keeper);

/* Closes whatever is open, and notes the wish to leave. A status other than OK is that of the
 * close, and nobody leaves; DENIED: this machine cannot be switched off from here. */
enum status keeper_meeting_leave(struct keeper *keeper, enum leave leave);

/* In keeper_power.c. look reads the battery, tick does so when it is due. Return true if something
 * changed. */
bool keeper_power_look(struct keeper *keeper, uint64_t now_ms);
bool keeper_power_tick(struct keeper *keeper, uint64_t now_ms);
uint64_t keeper_power_deadline(const struct keeper *keeper);

/* In keeper_pin.c. start begins the wait that the guard tells of; set and unlock carry out the
 * messages; stay begins the time-out of the lock anew, and tick locks when the time is over and
 * ends a wait. */
void keeper_pin_start(struct keeper *keeper, uint64_t now_ms);
handle_request keeper_pin_set, keeper_pin_unlock;
void keeper_pin_lock(struct keeper *keeper);
void keeper_pin_stay(struct keeper *keeper, uint64_t now_ms);
bool keeper_pin_tick(struct keeper *keeper, uint64_t now_ms);
uint64_t keeper_pin_deadline(const struct keeper *keeper);

/* In keeper_settings.c. After each of these functions the settings are those that can be read in
 * the folder. UNSURE: a power cut may bring the settings of before back. */
MUST_USE enum status keeper_settings_write(struct keeper *keeper, const struct settings *settings);
/* Changes the questions, the period and the scale; another choice names another series. INVALID:
 * too few questions, or a question that the pack does not have. */
enum status keeper_settings_choose(struct keeper *keeper, const struct settings_choice *choice);
/* In keeper_mend.c, for a settings file that is damaged or gone. Takes the usual settings with the
 * line of the PIN from the file; status.settings tells. */
void keeper_mend_settings(struct keeper *keeper, bool is_there);
/* Then, once the totals are read, takes the choices with which the newest set was counted. */
void keeper_mend_choice(struct keeper *keeper);
/* Called before the first write over a damaged file: keeps a copy of it. */
enum status keeper_mend_aside(struct keeper *keeper);

/* Changes the lines of the support screen; the series goes on. */
enum status keeper_settings_support(struct keeper *keeper, const struct settings_support *support);
/* Settles one chore that is still open. */
enum status keeper_settings_settle(struct keeper *keeper, enum chore chore);
/* Reads the machine file. A file that cannot be read counts as none, because a screen of guessed
 * size is better than no screen. */
void keeper_machine_load(struct keeper *keeper);
/* Changes the machine file. MISSING: the system has no such zone. */
enum status keeper_machine_set(struct keeper *keeper, const struct machine *machine);
/* Keeps the month that somebody said; {0}: what was said does not hold any more. */
void keeper_machine_clock(struct keeper *keeper, const struct machine_clock *clock);

/* In keeper_read.c and keeper_report.c. */
handle_request keeper_read_rows, keeper_read_line, keeper_read_report, keeper_read_drives,
    keeper_read_health, keeper_save_report;
keeper_errand_end keeper_end_save;

/* In keeper_clock.c. Returns the month under which a meeting is written. The month that somebody
 * said holds until the clock's month is later, also after a new start. */
struct month keeper_month(const struct keeper *keeper);
/* Returns the day of the clock; where somebody said the month, that month, with day 0. */
struct civil_time keeper_today(const struct keeper *keeper);
/* A meeting is about to open, and somebody said that it is this month; {0}: nobody was asked. */
void keeper_clock_opens(struct keeper *keeper, struct month said);
/* Returns whether somebody has to be asked because the clock's month cannot be true: it is before
 * the month in which this program was built, before that of the newest set, or more than five years
 * after that. A set bears its month for ever, so a person who begins a set is asked also if
 * somebody said the month before this start. */
bool keeper_doubts_clock(const struct keeper *keeper);

/* Sets the clock of a machine that is the kiosk alone. What somebody said about a wrong clock does
 * not hold any more. No meeting is open; an open meeting keeps the month under which it was opened.
 */
handle_request keeper_clock_set;

/* In keeper_backup.c. */
handle_request keeper_save_backup, keeper_read_backups, keeper_check_backup, keeper_restore,
    keeper_erase_all;

#endif
