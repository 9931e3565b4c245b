/* SPDX-License-Identifier: MIT */
/* Controls as rows of tables, whose words come from the catalogue. Controls that many screens share
 * have the same words, drawing and id on each of them, so that people find them again. */
#ifndef SCREENS_CONTROLS_H
#define SCREENS_CONTROLS_H

#include "core/catalog.h"
#include "ui/cards.h"

struct app;

struct control {
    const char *id;        /* NULL: the row is no control */
    enum message_id words; /* 0: the name of the screen that app_return leads to */
    uint16_t action;
    int16_t arg;
    enum button_kind kind;
    enum icon icon, icon_after, bare;
    enum message_id note; /* what follows a press, for a screen that says so; 0: nothing */
    bool spare; /* where room is short, this control is the first to show its icon alone */
};

/* Each is a row of a table. controls_of leaves Listen out where the screen's language has no
 * voice. */
#define CONTROL_BACK     {"common.back", MSG_COMMON_BACK, ACTION_BACK, .icon = ICON_BACK}
#define CONTROL_PAUSE    {"common.pause", MSG_COMMON_PAUSE, ACTION_PAUSE, .icon = ICON_PAUSE}
#define CONTROL_MORE     {"common.more", MSG_COMMON_MORE, ACTION_MORE, .bare = ICON_MORE}
#define CONTROL_LISTEN   {"common.listen", MSG_COMMON_LISTEN, ACTION_LISTEN, .icon = ICON_LISTEN}
#define CONTROL_WAY_BACK /* on a facilitator's screen that several screens open */                 \
    {"common.back", 0, ACTION_RETURN, .icon = ICON_BACK}
#define CONTROL_LOCK /* on a facilitator's screens */                                              \
    {"meeting.lock", MSG_MEETING_NAV_5, ACTION_LOCK, .kind = BUTTON_F, .icon = ICON_LOCK}
#define CONTROL_DONE                                                                               \
    {"common.done", MSG_COMMON_DONE, ACTION_DONE, .kind = BUTTON_PRIMARY, .bare = ICON_TICK}
#define CONTROL_RETURN                                                                             \
    {"common.done", MSG_COMMON_DONE, ACTION_RETURN, .kind = BUTTON_PRIMARY, .bare = ICON_TICK}

/* A card as a row of a table; its words come from the catalogue. note: 0 for no note. */
struct card {
    const char *id;
    enum message_id title, note;
    uint16_t action;
    int16_t arg;
    void (*picture)(struct ui *ui, struct box at);
};
void cards_of(const struct app *app, const struct card *cards, uint32_t count,
              struct picture_card *out);

struct ui_button control_of(const struct app *app, const struct control *control);
/* Fills buttons from count rows, and leaves out the rows that are no control now. Returns how many
 * buttons it filled. */
uint32_t controls_of(const struct app *app, const struct control *controls, uint32_t count,
                     struct ui_button *buttons);

/* Fills buttons from count rows; the row whose arg is chosen becomes the chosen button. */
void choices_of(const struct app *app, const struct control *controls, uint32_t count,
                int32_t chosen, struct ui_button *buttons);

struct ui_button control_more(const struct app *app);

#endif
