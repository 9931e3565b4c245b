/* SPDX-License-Identifier: MIT */
/* What leaves on a drive, whatever it is: the caution, the drives to choose from, the button that
 * saves and how the save went. */
#ifndef SCREENS_SAVING_H
#define SCREENS_SAVING_H

#include "screens/app/screen.h"

/* The drive that was chosen while it is there, else the first; NULL: none is there. */
const char *saving_drive(const struct app *app);
/* A press on the index-th drive; while a file is being written nothing is chosen. True: it was. */
bool saving_choose(struct app *app, int32_t index);
/* Looks at the drives anew and forgets how the last save went. */
void saving_enter(struct app *app);
/* A save to the drive begins; its label goes into the request. False: there is no drive, or one
 * is under way. */
bool saving_begin(struct app *app, char label[MESSAGE_LABEL_BYTES]);

/* A ring with a stroke and a dot, then the words; a gap above. */
void saving_flow_caution(const struct app *app, struct flow *flow, const char *id,
                         enum message_id words);
/* "Where to" and the drives. Ids are prefix.where, .none and .drive.1 to .6. */
void saving_flow_drives(const struct app *app, struct flow *flow, const char *prefix);
/* The same without its heading. */
void saving_flow_list(const struct app *app, struct flow *flow, const char *prefix);

/* The words of one kind of save. */
struct saving {
    const char *save_id, *state_id;
    enum message_id save, saved, pulled;
};
/* The button and how it went are one block: the answer never stands on another page. */
void saving_flow(const struct app *app, struct flow *flow, const struct saving *saving);

#endif
