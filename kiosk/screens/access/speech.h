/* SPDX-License-Identifier: MIT */
/* Reading aloud: what is said, when it stops, and what the voice answers. Everything said comes
 * from the nodes of the frame: a new screen is read in the order of its nodes, moving focus says
 * the node, a press says what it changed, and a status that changed by itself is said when nothing
 * else is. An answer that was chosen is named through headphones only, which the person said they
 * wear.
 *
 * A step says at most one thing, which replaces what was being said. */
#ifndef SCREENS_SPEECH_H
#define SCREENS_SPEECH_H

#include "screens/app/screen.h"
#include "ui/reading.h"

enum speech_line {
    LINE_NONE,
    LINE_HINT,    /* how to move and choose, before anybody turned reading on */
    LINE_SPEAKER, /* others can hear the voice */
    LINE_SPEED,
    LINE_VOLUME,
    LINE_BLANK,
    LINE_SAMPLE, /* a sample of the voice, for whoever sets the machine up */
};

/* What happened to the sound; a line at the top of the screen says so. */
enum sound_notice { SOUND_FINE, SOUND_UNPLUGGED, SOUND_GONE, SOUND_NONE };

STATE_BEGIN
/* What the inputs of one step ask of speech. speech_step decides about it when the frame is
 * built. */
struct speech_wish {
    bool stop;    /* a person did something: what is being said ends at once */
    bool again;   /* read this screen from its beginning */
    bool pause;   /* F3: stop here, or go on from here */
    bool go_on;   /* the last words were heard out */
    bool keep;    /* after the line, go on with what was being read */
    uint8_t line; /* enum speech_line: a line that is said alone */
    bool was_chosen;
    uint8_t unused;
    char pressed_id[NODE_ID_BYTES]; /* what was activated */
};

struct speech {
    /* On the screen. */
    uint32_t arrival; /* arrival of the screen that notice and asks_phones belong to */
    uint8_t notice;   /* enum sound_notice */
    bool asks_phones; /* Comfort asks whether headphones are on */
    bool blank;       /* the screen is dark */
    bool had_device;  /* the voice had a device at any time since this face began */
    /* The output of the person's headphones, as voice_state told it since the person said that they
     * wear them. What is for the person alone is said at this output or not at all. 0: not told
     * yet. */
    uint32_t output;
    /* What is being read. The cursor `at` names the node and the byte of its words. */
    bool reading;
    bool paused;
    bool aside;   /* something beside the reading is being said: the reading goes on afterwards */
    bool unasked; /* nobody asked for what is being said */
    bool soon_said;
    uint8_t unused[3];
    struct reading_cursor at;
    uint32_t sequence; /* of the newest SAY */
    uint32_t waiting;  /* sequence of the SAY that has not been heard out; 0: silence */
    /* What the frame had at the end of the last step. */
    uint32_t crossing;
    char focus_id[NODE_ID_BYTES];
    uint32_t pin_count;
    struct heard heard; /* words that stood there before, and so are not said */
    struct speech_wish wish;
};
STATE_END

/* speech_state is for speech's own files alone. */
PART_STATE(struct speech, OWNER_MODULE + MODULE_SPEECH, speech_of, speech_state)

/* Returns whether only the person hears what is said. */
bool speech_is_private(const struct app *app);
/* Returns whether screens are read aloud and a voice can do that. */
bool speech_reads(const struct app *app);

/* For Comfort. speech_choose_mode does as speech_set_mode, but for headphones the screen first asks
 * whether they are on. by: steps up or down. */
void speech_choose_mode(struct app *app, enum read_mode mode);
void speech_set_mode(struct app *app, enum read_mode mode);
void speech_change_speed(struct app *app, int32_t by);
void speech_change_volume(struct app *app, int32_t by);
void speech_set_blank(struct app *app, bool blank);
/* Reads this screen from its beginning, also where reading is off. */
void speech_again(struct app *app);
/* Says one line on its own, whatever the mode. */
void speech_say_line(struct app *app, enum speech_line line);
/* Asks the voice which languages and which output it has. */
void speech_ask(struct app *app);

/* Called at the end of a step, when the frame is built: decides what is said, and whether what is
 * being said ends. */
void speech_step(struct app *app);
/* Returns when the idle warning says its second sentence; UINT64_MAX when that is not due or was
 * said. */
uint64_t speech_soon_ms(const struct app *app);

/* Writes the words of a line, with a zero at their end, and returns their length. */
size_t speech_line(const struct app *app, enum speech_line line, char out[SPOKEN_BYTES]);
/* Returns what spoken.h needs to say this frame: its language, and who hears it. */
struct spoken speech_spoken(const struct app *app);

#endif
