/* SPDX-License-Identifier: MIT */
#include "tools/tools.h"

#include "tools/commands.h"
#include "tools/story/story.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

/* What is drawn: how large, in which look. */
#define PANEL                                                                                      \
    (TOOL_BIT(TOOL_GEOMETRY) | TOOL_BIT(TOOL_PX_PER_MM) | TOOL_BIT(TOOL_THEME) |                   \
     TOOL_BIT(TOOL_SIZE))
/* One view, drawn so, written to a file. */
#define VIEW                                                                                       \
    (PANEL | TOOL_BIT(TOOL_LANG) | TOOL_BIT(TOOL_SCREEN) | TOOL_BIT(TOOL_STATE) |                  \
     TOOL_BIT(TOOL_DATA) | TOOL_BIT(TOOL_OUT))

static const struct {
    const char *name;
    int (*run)(const struct tool_options *options);
    bool needs_stage, takes_words;
    uint32_t options; /* TOOL_BIT of each option that the command takes, --help besides */
    const char *help;
} COMMANDS[] = {
    {"replay", cmd_replay, true, true,
     PANEL | TOOL_BIT(TOOL_LANG) | TOOL_BIT(TOOL_RECORD) | TOOL_BIT(TOOL_HASHES) |
         TOOL_BIT(TOOL_HANDS) | TOOL_BIT(TOOL_DRIVER) | TOOL_BIT(TOOL_OUT),
     "kiosk-test replay [--record] [--hashes] [--driver x11|offscreen] [--hands] [--out DIR]\n"
     "    [--geometry WxH] [--px-per-mm F] [--theme T] [--size S|M|L|XL] [--lang TAG] FILE...\n"
     "  runs stories (FILE.session) and recordings on virtual time; --record rewrites the text\n"
     "  that a story expects on the screen, --hashes prints two hashes of each step, --driver\n"
     "  also paints, --hands prints where a person has to press, --out DIR takes the pictures\n"
     "  that a story names\n"},
    {"shot", cmd_shot, true, false, VIEW,
     "kiosk-test shot --screen ID [--state NAME] [--geometry WxH] [--px-per-mm F] [--theme T]\n"
     "                [--size S|M|L|XL] [--lang TAG] [--data DIR] --out FILE.png\n"
     "  one picture of one view; with --data it shows that folder, which is only read\n"},
    {"compare", cmd_compare, false, true,
     TOOL_BIT(TOOL_TOLERANCE) | TOOL_BIT(TOOL_SHARE) | TOOL_BIT(TOOL_OUT),
     "kiosk-test compare A.png B.png [--tolerance LEVELS] [--share PPM] [--out NAME_err.png]\n"
     "  exit status 0 where at most PPM of a million pixels (200) differ by more than LEVELS of\n"
     "  255 (12)\n"},
    {"looks", cmd_looks, true, false, 0,
     "kiosk-test looks\n"
     "  contrast, marks and motion of every look, measured from painted pixels\n"},
    {"frames", cmd_frames, true, false,
     PANEL | TOOL_BIT(TOOL_LANG) | TOOL_BIT(TOOL_SCREEN) | TOOL_BIT(TOOL_DRIVER),
     "kiosk-test frames --screen breathe|welcome [--geometry WxH] [--px-per-mm F] [--theme T]\n"
     "                  [--size S|M|L|XL] [--lang TAG] [--driver x11]\n"
     "  what one frame of the screen's motion costs: pixels and milliseconds; --driver shows it\n"},
    {"layout", cmd_layout, true, false, VIEW,
     "kiosk-test layout --screen ID [--state NAME] [--geometry WxH] [--px-per-mm F] [--theme T]\n"
     "                  [--size S|M|L|XL] [--lang TAG] [--data DIR] [--out FILE.json]\n"
     "  the frame that shot paints, as JSON\n"},
    {"matrix", cmd_matrix, true, true,
     TOOL_BIT(TOOL_LANG) | TOOL_BIT(TOOL_SCREEN) | TOOL_BIT(TOOL_STATE),
     "kiosk-test matrix [short] --lang qps [--screen ID [--state NAME]]\n"
     "  compares every view in every language, text size and panel with the rules of layout;\n"
     "  short: languages that a longer one stands for are seen on three panels alone\n"},
    {"presses", cmd_presses, true, true,
     PANEL | TOOL_BIT(TOOL_LANG) | TOOL_BIT(TOOL_SCREEN) | TOOL_BIT(TOOL_HASHES),
     "kiosk-test presses [all] [--screen ID] [--geometry WxH] [--px-per-mm F] [--theme T]\n"
     "                   [--size S|M|L|XL] [--lang TAG] [--hashes]\n"
     "  walks to every view, and compares what each step costs with bounds: texts measured,\n"
     "  screens built, lines placed; lists the costliest step of each view; all: on every panel,\n"
     "  in every text size; --hashes prints two hashes of each frame\n"},
    {"tour", cmd_tour, true, false,
     PANEL | TOOL_BIT(TOOL_LANG) | TOOL_BIT(TOOL_STATE) | TOOL_BIT(TOOL_OUT),
     "kiosk-test tour --out DIR [--state all] [--geometry WxH] [--px-per-mm F] [--theme T]\n"
     "                [--size S|M|L|XL] [--lang TAG]\n"
     "  drives a whole first half year: one picture a screen, index.html, summary.txt;\n"
     "  with --state all every state of every screen as well\n"},
    {"read", cmd_read, true, false, PANEL | TOOL_BIT(TOOL_LANG) | TOOL_BIT(TOOL_SCREEN),
     "kiosk-test read [--screen ID] [--geometry WxH] [--px-per-mm F] [--theme T]\n"
     "                [--size S|M|L|XL] [--lang TAG]\n"
     "  reads every view aloud to its end, and looks whether all of it was said, in order\n"},
    {"speak", cmd_speak, false, true, TOOL_BIT(TOOL_VOICE),
     "kiosk-test speak [--voice PROGRAM] COMMAND...\n"
     "  talks to a voice: ask, \"lang es\", \"speed 7\", \"volume 5\", \"pause 600\",\n"
     "  \"channel phones\", \"say WORDS\", heard, hush, \"wait 500\", rest\n"},
    {"trends-law", cmd_law, false, true, 0,
     "kiosk-test trends-law short|critical|blur|tables|compare|cost [GROUPS]\n"
     "  trends of so many made-up groups beside the truth. short: the bounds that a test holds;\n"
     "  critical: the value beyond which a change is told; blur, tables: the tables of\n"
     "  kiosk/TRENDS.md; compare: this way of reading beside the earlier one; cost: reads fifty\n"
     "  years once, for a tool that counts instructions\n"},
    {"screens", cmd_screens, false, false, 0,
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

void tools_help(FILE *out)
{
    for (int i = 0; i < COMMAND_COUNT; i++) {
        fputs(COMMANDS[i].help, out);
    }
}

int tools_main(int argc, char **argv)
{
    static struct tool_options options;
    int index = find(argv[1]);
    assert(index >= 0);
    if (!options_read(&options, argc, argv, COMMANDS[index].options)) {
        return EXIT_USAGE;
    }
    if (options.help) {
        fputs(COMMANDS[index].help, stdout);
        if (COMMANDS[index].run == cmd_replay) {
            fputs("directives of a story, and how many words each takes:\n", stdout);
            story_list(stdout);
        }
        return EXIT_DONE;
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
