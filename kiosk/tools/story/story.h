/* SPDX-License-Identifier: MIT */
/* A story: what one person does at the kiosk and what must be true, one directive a line, on
 * virtual time. The tables of directives stand at the end of story_act.c (hands and time),
 * story_machine.c and story_check.c. */
#ifndef TOOLS_STORY_H
#define TOOLS_STORY_H

#include "tools/stage/stage.h"

#include <stdio.h>

/* Takes the picture that the directive "picture NAME" asks for; false when it could not. */
typedef bool story_picture(void *context, const char *name, const struct app *app);

struct window;

struct story_options {
    story_picture *picture; /* NULL: none are taken */
    void *picture_context;
    bool record; /* rewrite the file's "shows" blocks with what is seen */
    bool hashes; /* print a hash of state and frame after every directive */
    /* Also shows every directive's frame there, painting what changed, and compares with a whole
     * painting; NULL: no window. */
    struct window *window;
    bool stage_is_set;                /* story_run_text: the caller has set the stage */
    bool hands;                       /* print what the hands do, for a real pointer and keyboard */
    const struct stage_config *stage; /* instead of the stories' usual panel; NULL: that one */
};

/* Prints every directive with how many words it takes. */
void story_list(FILE *out);

/* What stories are told on: 15.6 inches at 1366x768, the cheap laptop that many groups have. */
extern const struct stage_config STORY_USUAL_STAGE;

/* Runs the story in the file; true when all of it held. What did not is printed with its line. */
bool story_run_file(struct stage *stage, const char *path, const struct story_options *options);

/* The same for text that stands in the program. */
bool story_run_text(struct stage *stage, const char *name, const char *text,
                    const struct stage_config *config, const struct story_options *options);

#endif
