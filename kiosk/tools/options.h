/* SPDX-License-Identifier: MIT */
/* The options that the commands of the test build share. */
#ifndef TOOLS_OPTIONS_H
#define TOOLS_OPTIONS_H

#include "tools/stage/stage.h"

/* One bit an option, so that a command can say which it takes. */
enum tool_option {
    TOOL_SCREEN, /* those with a value come first */
    TOOL_STATE,
    TOOL_LANG,
    TOOL_DATA,
    TOOL_OUT,
    TOOL_DRIVER,
    TOOL_TOLERANCE,
    TOOL_SHARE,
    TOOL_VOICE,
    TOOL_GEOMETRY,
    TOOL_PX_PER_MM,
    TOOL_THEME,
    TOOL_SIZE,
    TOOL_VALUED_COUNT,
    TOOL_RECORD = TOOL_VALUED_COUNT,
    TOOL_HASHES,
    TOOL_HANDS,
    TOOL_HELP,
    TOOL_OPTION_COUNT,
};

#define TOOL_BIT(option) (UINT32_C(1) << (option))

struct tool_options {
    struct stage_config stage;
    const char *screen;    /* its id; NULL: not given */
    const char *state;     /* of the screen; NULL: its usual one */
    const char *language;  /* tag */
    const char *data;      /* a folder to read; NULL: a made-up one */
    const char *out;       /* a file, or the tour's directory */
    const char *driver;    /* of SDL, for a command that can also paint; NULL: nothing is painted */
    const char *tolerance; /* compare: a number, NULL: the usual one */
    const char *share;     /* compare: the same */
    const char *voice;     /* speak: a program; NULL: the one beside this */
    bool record, hashes;   /* replay, presses */
    bool hands;            /* replay: print where a person has to press */
    bool help;             /* tell of the command instead of running it */
    bool stage_given;      /* one of geometry, px-per-mm, theme, size was given */
    uint32_t given;        /* TOOL_BIT of each option that was given, so that none is taken twice */
    int files_count;       /* words that are no option */
    char **files;
};

/* Reads the arguments from argv[2] on. allowed: TOOL_BIT of each option that the command takes,
 * --help besides. Moves words that are no option to the front, where options->files points. False:
 * an argument is not understood, and stderr says which. */
bool options_read(struct tool_options *options, int argc, char **argv, uint32_t allowed);

/* The panel where no option says otherwise, and the text size that suits a panel. */
void options_usual_panel(struct stage_config *stage);

#endif
