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
#include "ui/reading.h"

enum speech_line {
    LINE_NONE,
    LINE_HINT,    /* how to move and choose, before anybody turned reading on */
    LINE_SPEAKER, /* others can hear it */
    LINE_SPEED,
    LINE_VOLUME,
    LINE_BLANK,
    LINE_SAMPLE, /* how it reads to people: setting up */
};

/* What became of the sound: a line at the top says so. */
enum sound_notice { SOUND_FINE, SOUND_UNPLUGGED, SOUND_GONE, SOUND_NONE };

STATE_BEGIN
/* What the inputs of one step ask of speech; decided when its frame is built. */
struct speech_wish {
    bool stop;    /* a person did something: what is being said ends */
    bool again;   /* read this screen from its beginning */
    bool pause;   /* F3: stop here, or go on from here */
    bool go_on;   /* the last words were heard out */
    bool keep;    /* after the line, go on with what was being read */
    uint8_t line; /* enum speech_line, said on its own */
    bool was_chosen;
    uint8_t unused;
    char pressed_id[NODE_ID_BYTES]; /* what was activated */
};

struct speech {
    /* On the screen. */
    uint32_t arrival; /* of the screen that notice and question belong to */
    uint8_t notice;   /* enum sound_notice */
    bool asks_phones; /* Comfort asks whether headphones are on */
    bool blank;       /* the screen is dark */
    bool had_device;  /* at any time since this face began */
    /* Where the person's headphones are, as voice_state told it since they said that they wear
     * them: what is theirs alone is said there or not at all. 0: not told yet. */
    uint32_t output;
    /* What is being read: this screen, from this byte of this node's words on. */
    bool reading;
    bool paused;
    bool aside;   /* what is being said stands beside it: afterwards it goes on where it was */
    bool unasked; /* and nobody asked for it */
    bool soon_said;
    uint8_t unused[3];
    struct reading_cursor at;
    uint32_t sequence; /* of the newest SAY */
    uint32_t waiting;  /* of the SAY that has not been heard out; 0: silence */
    /* What was there at the end of the last step. */
    uint32_t crossing;
    char focus_id[NODE_ID_BYTES];
    uint32_t pin_count;
    struct heard heard; /* words that need no saying: they were there before */
    struct speech_wish wish;
};
STATE_END

/* speech_state: to be changed by speech's own files. */
PART_STATE(struct speech, OWNER_MODULE + MODULE_SPEECH, speech_of, speech_state)

/* What is said now is said to the person alone. */
bool speech_is_private(const struct app *app);
/* Screens are read, and there is a voice for it. */
bool speech_reads(const struct app *app);

/* Comfort's part. choose: as set_mode, but headphones are asked about first. */
void speech_choose_mode(struct app *app, enum read_mode mode);
void speech_set_mode(struct app *app, enum read_mode mode);
void speech_change_speed(struct app *app, int32_t by);
void speech_change_volume(struct app *app, int32_t by);
void speech_set_blank(struct app *app, bool blank);
/* Reads this screen from its beginning, also where reading is off. */
void speech_again(struct app *app);
/* Says one line on its own, whatever the mode. */
void speech_say_line(struct app *app, enum speech_line line);
/* Asks the voice what it has. */
void speech_ask(struct app *app);

/* At the end of a step, with its frame built: what is to be said or to end. */
void speech_step(struct app *app);
/* When the idle warning says its second word; UINT64_MAX: not at all, or it did. */
uint64_t speech_soon_ms(const struct app *app);

/* The words of a line; out is ended. */
size_t speech_line(const struct app *app, enum speech_line line, char out[SPOKEN_BYTES]);
/* This frame in this language, to whoever hears it now. */
struct spoken speech_spoken(const struct app *app);

#endif
