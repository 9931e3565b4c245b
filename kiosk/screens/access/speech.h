/* SPDX-License-Identifier: MIT */
/* Reading aloud: what is said, when it stops, and what the voice answers. Everything said comes
 * from the nodes of the frame: a new screen is read in the order of its nodes, moving focus says
 * the node, a press says what it changed, and a status that changed by itself is said when nothing
 * else is. An answer that was chosen is named through headphones only, which the person said they
 * wear.
 *
 * A step says at most one thing; it replaces what was being said. */
#ifndef SCREENS_SPEECH_H
#define SCREENS_SPEECH_H

#include "screens/app/screen.h"

enum speech_line {
    LINE_NONE,
    LINE_HINT,    /* how to move and choose, before anybody turned reading on */
    LINE_SPEAKER, /* others can hear it */
    LINE_SPEED,
    LINE_VOLUME,
    LINE_BLANK,
    LINE_SAMPLE, /* how it reads to people: setting up */
};

enum { SPEECH_TEXT_BYTES = 1536 }; /* a node's words and what is said with them */

/* A language has a voice; that of the screen has one. */
bool speech_speaks(const struct app *app, const struct language *language);
bool speech_has_voice(const struct app *app);
/* What is said now is said to the person alone. */
bool speech_is_private(const struct app *app);

/* Comfort's part. */
void speech_set_mode(struct app *app, enum read_mode mode);
void speech_change_speed(struct app *app, int32_t by);
void speech_change_volume(struct app *app, int32_t by);
void speech_set_blank(struct app *app, bool blank);
/* Reads this screen from its beginning, also where reading is off. */
void speech_again(struct app *app);
/* Says one line on its own, whatever the mode. */
void speech_say_line(struct app *app, enum speech_line line);

/* What the inputs of a step bring. key: true when it was one of speech's. */
bool speech_key(struct app *app, enum key key);
void speech_stop(struct app *app, enum input_kind kind);
void speech_greet(struct app *app);
void speech_pressed(struct app *app, const struct node *node);
void speech_take(struct app *app, const struct voice_record *record);
/* Another screen. */
void speech_leave(struct app *app);

/* A visit ended: whatever was said since the last one did is in nobody's memory any more. */
void speech_forget(struct app *app);

/* Asks the voice what it has. */
void speech_ask(struct app *app);

/* At the end of a step, with its frame built: what is to be said or to end. */
void speech_step(struct app *app);

/* The words. All return the length; text is ended. */
/* A node as it is read in its turn: a choice that is chosen says so where that is allowed. */
size_t speech_node(const struct app *app, const struct node *node, char out[SPEECH_TEXT_BYTES]);
/* A node that got focus: its group when that is a new one, its words, its place in the group. */
size_t speech_focus(const struct app *app, const struct node *node, const char *before_id,
                    char out[SPEECH_TEXT_BYTES]);
size_t speech_line(const struct app *app, enum speech_line line, char out[SPEECH_TEXT_BYTES]);
/* "Chosen.", or with its name where only the person hears it; "Mark taken off." */
size_t speech_choice(const struct app *app, const struct node *node, bool was_chosen,
                     char out[SPEECH_TEXT_BYTES]);
/* The end of the sentence that begins at from: never more than a record holds, and past blanks. */
size_t speech_sentence(const char *text, size_t from);

#endif
