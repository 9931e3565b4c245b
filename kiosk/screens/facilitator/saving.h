/* SPDX-License-Identifier: MIT */
/* What leaves on a drive, whatever it is: the caution, the drives to choose from, the button that
 * saves and how the save went. One save is under way at a time; how it went is told on the screen
 * that began it, and on no other. */
#ifndef SCREENS_SAVING_H
#define SCREENS_SAVING_H

#include "screens/app/screen.h"
#include "screens/parts/words.h"

enum saving_action {
    SAVING_DRIVE = ACTION_SAVING, /* index */
    SAVING_SAVE,                  /* the screen begins it */
};

/* One kind of save: its request and its words. */
struct saving {
    enum message_type request; /* SAVE_REPORT or SAVE_BACKUP */
    const char *save_id, *state_id;
    enum message_id save, saved, pulled;
};

/* The drive that was chosen while it is there, else the first; NULL: none is there. */
const char *saving_drive(const struct app *app);
/* A drive's label as words call it. */
const char *saving_words(const struct app *app, struct ui *ui, const char *label);
bool saving_is_under_way(const struct app *app);
/* A number that changes whenever another drive may be meant, or hold something else. */
uint32_t saving_changes(const struct app *app);

/* Looks at the drives anew and forgets how the last save went. */
void saving_enter(struct app *app);
/* A save to the drive begins; the label of the drive is in the request, and the caller fills in the
 * rest. NULL: there is no drive, or a save is under way. */
MUST_USE struct message *saving_begin(struct app *app, const struct saving *saving);
/* A press on a drive; while a file is being written none is chosen. True: it was that. */
bool saving_act(struct app *app, enum action action, int32_t arg);

/* A ring with a stroke and a dot, then the words; a gap above. */
void saving_flow_caution(const struct app *app, struct flow *flow, const char *id,
                         enum message_id words);
/* "Where to" and the drives. Ids are prefix.where, .none and .drive.1 to .6. */
void saving_flow_drives(const struct app *app, struct flow *flow, const char *prefix);
/* The same without its heading. */
void saving_flow_list(const struct app *app, struct flow *flow, const char *prefix);
/* The button and how it went are one block: the answer never stands on another page. */
void saving_flow(const struct app *app, struct flow *flow, const struct saving *saving);
/* The two apart, for a page with little height; a gap above each. False: there is no news. */
bool saving_flow_news(const struct app *app, struct flow *flow, const struct saving *saving);
void saving_flow_button(const struct app *app, struct flow *flow, const struct saving *saving);

#endif
