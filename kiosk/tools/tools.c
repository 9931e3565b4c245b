/* SPDX-License-Identifier: MIT */
#include "tools/tools.h"

#include "tools/commands.h"
#include "tools/story/story.h"

#include <stdio.h>
#include <string.h>

static const struct {
    const char *name;
    int (*run)(const struct tool_options *options);
    bool needs_stage, takes_words;
    const char *help;
} COMMANDS[] = {
    {"replay", cmd_replay, true, true,
     "kiosk-test replay [--record] [--hashes] [--driver x11|offscreen] [--hands] [--out DIR]\n"
     "                  FILE.session...\n"
     "  runs stories on virtual time; --record rewrites what they expect to be shown, --out takes\n"
     "  their pictures\n"},
    {"shot", cmd_shot, true, false,
     "kiosk-test shot --screen ID [--state NAME] [--geometry WxH] [--px-per-mm F] [--theme T]\n"
     "                [--size S|M|L|XL] [--lang TAG] [--data DIR] --out FILE.png\n"
     "  one picture; with --data of that folder, which is only read\n"},
    {"compare", cmd_compare, false, true,
     "kiosk-test compare A.png B.png [--tolerance LEVELS] [--share PPM] [--out NAME_err.png]\n"
     "  0 when at most PPM of a million pixels (200) differ by more than LEVELS of 255 (12)\n"},
    {"looks", cmd_looks, true, false,
     "kiosk-test looks\n"
     "  contrast, marks and motion of every look, measured from painted pixels\n"},
    {"frames", cmd_frames, true, false,
     "kiosk-test frames --screen breathe|welcome [--geometry WxH] [--px-per-mm F] [--theme T]\n"
     "                  [--driver x11]\n"
     "  what one frame of its motion costs: pixels and milliseconds; with a driver it is shown\n"},
    {"layout", cmd_layout, true, false,
     "kiosk-test layout --screen ID [the options of shot] [--out FILE.json]\n"
     "  the same frame as JSON\n"},
    {"matrix", cmd_matrix, true, true,
     "kiosk-test matrix [short] --lang qps [--screen ID [--state NAME]]\n"
     "  every view in every language, text size and panel against the rules of layout; short: a\n"
     "  language that one of longer words stands for, on three panels alone\n"},
    {"presses", cmd_presses, true, true,
     "kiosk-test presses [all] [--screen ID] [--geometry WxH] [--px-per-mm F] [--size S]\n"
     "    [--lang TAG]\n"
     "  walks to every view, and holds what each step costs against bounds: texts measured,\n"
     "  screens built, lines placed; lists the costliest of each view; all: on every panel, in\n"
     "  every text size\n"},
    {"tour", cmd_tour, true, false,
     "kiosk-test tour --out DIR [--state all] [--geometry WxH] [--px-per-mm F] [--theme T]\n"
     "    [--size S] [--lang TAG]\n"
     "  drives a whole first half year: one picture a screen, index.html, summary.txt;\n"
     "  with --state all every state of every screen as well\n"},
    {"read", cmd_read, true, false,
     "kiosk-test read [--screen ID] [--lang TAG]\n"
     "  reads every view aloud to its end, and looks whether all of it was said, in order\n"},
    {"speak", cmd_speak, false, true,
     "kiosk-test speak [--voice PROGRAM] COMMAND...\n"
     "  talks to a voice: ask, \"lang es\", \"speed 7\", \"volume 5\", \"pause 600\",\n"
     "  \"channel phones\", \"say WORDS\", heard, hush, \"wait 500\", rest\n"},
    {"trends-law", cmd_law, false, true, "kiosk-test trends-law\n"},
    {"screens", cmd_screens, false, false,
     "kiosk-test screens\n"
     "  the screen ids, one a line\n"},
};
enum { COMMAND_COUNT = sizeof(COMMANDS) / sizeof(COMMANDS[0]) };

static int find(const char *command)
{
    for (int i = 0; i < COMMAND_COUNT; i++) {
        if (strcmp(COMMANDS[i].name, command) == 0) {
            return i;
        }
    }
    return -1;
}

bool tools_has(const char *command)
{
    return find(command) >= 0;
}

int tools_main(int argc, char **argv)
{
    int index = argc > 1 ? find(argv[1]) : -1;
    if (index < 0) {
        for (int i = 0; i < COMMAND_COUNT; i++) {
            fputs(COMMANDS[i].help, stderr);
        }
        return EXIT_USAGE;
    }
    for (int i = 2; i < argc; i++) {
        if (strcmp(argv[i], "--help") == 0) {
            fputs(COMMANDS[index].help, stdout);
            if (COMMANDS[index].run == cmd_replay) {
                fputs("directives of a story, and how many words each takes:\n", stdout);
                story_list(stdout);
            }
            return EXIT_DONE;
        }
    }
    static struct tool_options options;
    if (!options_read(&options, argc, argv)) {
        return EXIT_USAGE;
    }
    if (options.files_count > 0 && !COMMANDS[index].takes_words) {
        fprintf(stderr, "kiosk-test: not understood: %s\n%s", options.files[0],
                COMMANDS[index].help);
        return EXIT_USAGE;
    }
    if (!COMMANDS[index].needs_stage) {
        return COMMANDS[index].run(&options);
    }
    struct error error = {0};
    if (stage_open(options.language, &error) != STATUS_OK) {
        fprintf(stderr, "kiosk-test: %s\n", error.text);
        return EXIT_MACHINE;
    }
    int result = COMMANDS[index].run(&options);
    stage_close();
    return result;
}
