/* SPDX-License-Identifier: MIT */
/* The options that the commands of the test build share. */
#ifndef TOOLS_OPTIONS_H
#define TOOLS_OPTIONS_H

#include "tools/stage/stage.h"

struct tool_options {
    struct stage_config stage;
    const char *screen;    /* shot, layout */
    const char *state;     /* of the screen; NULL: its usual one */
    const char *language;  /* tag */
    const char *data;      /* a folder to read; NULL: a made-up one */
    const char *out;       /* a file, or the tour's directory */
    const char *driver;    /* replay: also paint */
    const char *tolerance; /* compare: a number, NULL: the usual one */
    const char *share;
    const char *voice;   /* speak: a program; NULL: the one beside this */
    bool record, hashes; /* replay */
    bool hands;          /* replay: print what the hands do */
    bool stage_given;    /* one of geometry, px-per-mm, theme, size was given */
    uint32_t given;      /* bits: options with a value, so that none is taken twice */
    int files_count;     /* what is no option */
    char **files;
};

/* Reads argv[2..]; words that are no option are moved to the end. False: said on stderr. */
bool options_read(struct tool_options *options, int argc, char **argv);

/* The panel where no option says otherwise, and the text size that suits a panel. */
void options_usual_panel(struct stage_config *stage);

#endif
