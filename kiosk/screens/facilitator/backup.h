/* SPDX-License-Identifier: MIT */
/* The totals as a whole: saved to a drive, put back from one, erased. Three screens: what can be
 * saved and put back, the question before totals are put back, the three before all are erased. */
#ifndef SCREENS_BACKUP_H
#define SCREENS_BACKUP_H

#include "screens/app/screen.h"

void backup_enter(struct app *app);

/* What the keeper says of drives and backups. */
void backup_take_drives(struct app *app);
void backup_take_saved(struct app *app);
void backup_take_found(struct app *app, const struct message *message);
void backup_take_picked(struct app *app, const struct message *message);
/* True: the refusal was about a backup, and is told. */
bool backup_take_refused(struct app *app, const struct message *message);
/* The STATUS that answers a restore. */
void restore_take_answer(struct app *app);

/* The question about the backup that was picked, or what became of it. */
void restore_show(struct app *app, enum restore_view view);
/* When a request takes so long that the screen says so, or UINT64_MAX. */
uint64_t restore_deadline(const struct app *app);

void erase_all_enter(struct app *app);
void erase_all_take(struct app *app, const struct message *message);

#endif
