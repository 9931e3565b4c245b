/* SPDX-License-Identifier: MIT */
/* What leaves on a drive, whatever it is: the caution, the drives to choose from, the button that
 * saves and how the save went. One save is under way at a time; how it went is told on the screen
 * that began it, and on no other. */
#ifndef SCREENS_SAVING_H
#define SCREENS_SAVING_H

#include "screens/app/screen.h"
#include "screens/facilitator/outcome.h"
#include "screens/parts/words.h"

enum saving_action {
    SAVING_DRIVE = ACTION_SAVING, /* index */
    SAVING_SAVE,
};

/* One kind of save: its request and its words. */
struct saving {
    enum message_type request; /* SAVE_REPORT or SAVE_BACKUP */
    void (*fill)(const struct app *app, struct message *request, const char *drive);
    enum deed deed;
    const char *where_id, *none_id, *drive_id; /* drive_id: with {n} */
    const char *save_id, *state_id;
    enum message_id save;
};

/* The ids of such a screen. */
#define SAVING_IDS(screen)                                                                         \
    .where_id = screen ".where", .none_id = screen ".none", .drive_id = screen ".drive.{n}",       \
    .save_id = screen ".save", .state_id = screen ".state"

/* A name on a button: in words with {drive} and {size}, or, with MSG_COUNT, alone. */
struct saving_name {
    enum message_id words;
    const char *name;
    uint64_t bytes;
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
/* A press on a drive, or on what saves; while a file is being written it does nothing. True: it was
 * that. */
bool saving_act(struct app *app, const struct saving *saving, enum action action, int32_t arg);

/* A ring with a stroke and a dot, then the words; a gap above. */
void saving_flow_caution(const struct app *app, struct flow *flow, const char *id,
                         enum message_id words);
/* "Where to" and the drives. */
void saving_flow_drives(const struct app *app, struct flow *flow, const struct saving *saving);
/* The same without its heading. */
void saving_flow_list(const struct app *app, struct flow *flow, const struct saving *saving);
/* One button of a list, of which arg is the place: the name is cut where the column ends. */
void saving_flow_name(const struct app *app, struct flow *flow, struct ui_button button,
                      const struct saving_name *name);
/* The button and how it went are one block: the answer never stands on another page. */
void saving_flow(const struct app *app, struct flow *flow, const struct saving *saving);
/* The two apart, for a page with little height; a gap above each. False: there is no news. */
bool saving_flow_news(const struct app *app, struct flow *flow, const struct saving *saving);
void saving_flow_button(const struct app *app, struct flow *flow, const struct saving *saving);

#endif
