/* SPDX-License-Identifier: MIT */
/* A story: what one person does at the kiosk and what must be true, one directive a line, on
 * virtual time. tests/README.md lists the directives; the tables in story_act.c and story_check.c
 * are the list itself. */
#ifndef TOOLS_STORY_H
#define TOOLS_STORY_H

#include "tools/stage.h"

struct story_options {
    const char *pictures; /* a directory for the directive "picture"; NULL: none are painted */
    bool record;          /* rewrite the file's "shows" blocks with what is seen */
    bool hashes;          /* print a hash of state and frame after every directive */
    bool paint_hashes;    /* and one of the pixels */
    bool stage_is_set;    /* story_run_text: the caller has set the stage */
    bool hands;           /* print what the hands do, for a real pointer and keyboard */
    const struct stage_config *stage; /* instead of the stories' usual panel; NULL: that one */
};

/* Runs the story in the file; true when all of it held. What did not is printed with its line. */
bool story_run_file(struct stage *stage, const char *path, const struct story_options *options);

/* The same for text that stands in the program. */
bool story_run_text(struct stage *stage, const char *name, const char *text,
                    const struct stage_config *config, const struct story_options *options);

#endif
