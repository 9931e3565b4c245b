/* SPDX-License-Identifier: MIT */
/* Saving a report or a backup to a drive: the caution, the drives to choose from, the button that
 * saves, and the words about how the save went. One save is under way at a time. The screen that
 * began the save says how it went, and no other screen does. */
#ifndef SCREENS_SAVING_H
#define SCREENS_SAVING_H

#include "screens/facilitator/outcome.h"
#include "screens/parts/words.h"

enum saving_action {
    SAVING_DRIVE = ACTION_SAVING, /* arg: the drive's index */
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

/* The ids of a screen that saves. */
#define SAVING_IDS(screen)                                                                         \
    .where_id = screen ".where", .none_id = screen ".none", .drive_id = screen ".drive.{n}",       \
    .save_id = screen ".save", .state_id = screen ".state"

/* Returns the label of the chosen drive while that drive is there, else the label of the first
 * drive; NULL when there is no drive. */
const char *saving_drive(const struct app *app);
/* Returns a drive's label as sentences name the drive. */
const char *saving_words(const struct app *app, struct ui *ui, const char *label);
bool saving_is_under_way(const struct app *app);
/* Returns a number that changes whenever another drive is chosen, or the drive may hold something
 * else. */
uint32_t saving_changes(const struct app *app);

/* Looks at the drives anew and forgets how the last save went. */
void saving_enter(struct app *app);
/* Does a press on a drive or on the button that saves; a press while a file is being written does
 * nothing. Returns true if the action was one of saving. */
bool saving_act(struct app *app, const struct saving *saving, enum action action, int32_t arg);

/* Draws the caution: a gap, a ring with a stroke and a dot, and the words. */
void saving_flow_caution(const struct app *app, struct flow *flow, const char *id,
                         enum message_id words);
/* Draws the heading "Where to" and the drives. */
void saving_flow_drives(const struct app *app, struct flow *flow, const struct saving *saving);
/* Draws the drives without the heading. */
void saving_flow_list(const struct app *app, struct flow *flow, const struct saving *saving);
/* Draws the button and the words about the save as one block, so that both stand on one page. */
void saving_flow(const struct app *app, struct flow *flow, const struct saving *saving);
/* Draw the words about the save and the button apart, each with a gap above, for a page with little
 * height. saving_flow_news returns false when there is nothing to say of a save. */
bool saving_flow_news(const struct app *app, struct flow *flow, const struct saving *saving);
void saving_flow_button(const struct app *app, struct flow *flow, const struct saving *saving);

#endif
