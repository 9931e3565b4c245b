/* SPDX-License-Identifier: MIT */
/* A group's first half year without a display: the kiosk is set up, meetings are held, trends are
 * read, a report is taken away. One picture a screen, a page that shows them all, and what the file
 * then holds. The same bytes on every run. */
#include "main/commands.h"
#include "main/say.h"
#include "main/setup.h"
#include "platform/system/folder.h"
#include "tools/commands.h"
#include "tools/matrix/views.h"
#include "tools/pictures/picture.h"
#include "tools/story/story.h"
#include "tools/tools.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    TOUR_PICTURE_MAX = 320,
    TOUR_HEADING_BYTES = 160,
    TOUR_MEETINGS = 24, /* six sets: enough for a line that joins three */
    TOUR_PEOPLE = 12,
    WEEK_MINUTES = 7 * 24 * 60,
};

#define TOUR_DATA "data"

struct tour {
    uint32_t count;
    struct {
        char file[RAM_NAME_BYTES];
        char heading[TOUR_HEADING_BYTES];
    } picture[TOUR_PICTURE_MAX];
};

/* A machine that is the kiosk alone asks for more; then the usual first run, on another machine. */
static const char BEGINNING[] = "fresh\n"
                                "clock 2000-01-01 00:00\n"
                                "appliance new\n"
                                "power-cut\n"
                                "tap keys.de\n"
                                "picture setup-keys\n"
                                "tap common.next\n"
                                "tap zone.region.1\n"
                                "picture setup-zone\n"
                                "tap zone.place.9\n"
                                "picture setup-clock\n"
                                "fresh\n"
                                "clock 2026-05-21 19:00\n"
                                "noise 20260521\n"
                                "picture setup-look\n"
                                "tap common.next\n"
                                "picture setup-fit\n"
                                "skip-to setup-pin\n"
                                "picture setup-pin\n"
                                "digits 246810\n"
                                "tap common.next\n"
                                "digits 246810\n"
                                "tap common.next\n"
                                "wait 2s\n"
                                "picture meeting-first\n"
                                "skip-to setup-touch\n"
                                "picture setup-touch\n"
                                "skip-to setup-sound\n"
                                "picture setup-sound\n"
                                "skip-to setup-privacy\n"
                                "picture setup-privacy\n"
                                "tap common.next\n"
                                "skip-to setup-questions\n"
                                "picture setup-questions\n"
                                "tap common.next\n"
                                "skip-to setup-support\n"
                                "tap support.room\n"
                                "type \"Ask Kim at the door.\"\n"
                                "picture setup-support-typing\n"
                                "tap key.done\n"
                                "picture setup-support\n"
                                "tap common.next\n"
                                "wait 1s\n"
                                "skip-to setup-practice\n"
                                "picture setup-practice\n"
                                "skip-to setup-place\n"
                                "picture setup-place\n"
                                "tap common.next\n"
                                "skip-to meeting\n"
                                "tap meeting.settings\n"
                                "picture settings\n"
                                "tap settings.setup\n"
                                "picture setup-list\n"
                                "tap common.back\n"
                                "tap settings.health\n"
                                "wait 1s\n"
                                "picture health\n"
                                "tap common.back\n"
                                "tap meeting.lock\n"
                                "picture closed\n"
                                "tap welcome.facilitator\n"
                                "digits 2468\n"
                                "picture pin\n"
                                "digits 10\n"
                                "tap pin.unlock\n"
                                "wait 2s\n"
                                "picture meeting\n"
                                "tap meeting.open\n"
                                "picture meeting-room\n"
                                "tap meeting.room.many\n"
                                "picture meeting-open\n"
                                "tap meeting.lock\n";

/* The same in one step and in two. */
#define PASS "tap question.unsaid\ntap common.next\n"

/* One person's whole visit, with everything that can be met on the way. */
static const char VISIT[] = "picture welcome\n"
                            "tap welcome.begin\n"
                            "picture promise\n"
                            "tap promise.keeps\n"
                            "wait 1s\n"
                            "picture keeps-empty\n"
                            "tap common.back\n"
                            "tap promise.settle\n"
                            "picture arrive\n"
                            "tap arrive.begin\n"
                            "picture question\n"
                            "tap question.answer.3\n"
                            "picture question-chosen\n"
                            "tap common.next\n"
                            "tap common.pause\n"
                            "picture pause\n"
                            "tap pause.breathe\n"
                            "wait 2500\n"
                            "picture breathe\n"
                            "tap breathe.stop\n"
                            "tap pause.look\n"
                            "picture look\n"
                            "tap common.done\n"
                            "tap pause.sit\n"
                            "picture sit\n"
                            "tap common.done\n"
                            "tap pause.support\n"
                            "picture support\n"
                            "tap support.back\n"
                            "tap pause.comfort\n"
                            "picture comfort\n"
                            "tap comfort.switches.learn\n"
                            "key switch-100 2\n"
                            "key switch-101\n"
                            "picture switches\n"
                            "tap common.back\n"
                            "tap common.done\n"
                            "tap common.continue\n"
                            "wait 3m\n"
                            "wait 30s\n"
                            "picture idle\n"
                            "presence\n"
                            "tap question.answer.4\n"
                            "tap common.next\n" PASS PASS PASS PASS "tap question.answer.2\n"
                            "tap common.next\n"
                            "picture finish\n"
                            "tap finish.add\n"
                            "tap closing.surprise\n"
                            "picture closing\n"
                            "tap common.done\n"
                            "picture clear\n"
                            "tap common.done\n"
                            /* And one who stops. */
                            "tap welcome.begin\n"
                            "tap promise.ready\n"
                            "tap common.pause\n"
                            "tap pause.erase\n"
                            "picture erase\n"
                            "tap erase.yes\n"
                            "tap common.done\n"
                            "unlock 246810\n"
                            "tap meeting.close\n"
                            "tap meeting.yes\n"
                            "picture meeting-saved\n"
                            "tap meeting.lock\n";

static const char ENDING[] = "drive USB\n"
                             "unlock 246810\n"
                             "tap meeting.trends\n"
                             "wait 1s\n"
                             "picture trends\n"
                             "tap trends.for-room\n"
                             "picture room\n"
                             "tap room.close\n"
                             "unlock 246810\n"
                             "tap meeting.trends\n"
                             "wait 1s\n"
                             "tap trends.lines\n"
                             "tap trends.plot.7\n"
                             "wait 1s\n"
                             "picture detail\n"
                             "tap detail.trends\n"
                             "wait 1s\n"
                             "tap trends.report\n"
                             "wait 1s\n"
                             "picture report\n"
                             "tap report.meeting\n"
                             "tap meeting.settings\n"
                             "tap settings.backup\n"
                             "wait 1s\n"
                             "tap backup.save\n"
                             "wait 1s\n"
                             "picture backup\n"
                             "tap backup.found.1\n"
                             "wait 1s\n"
                             "picture restore\n"
                             "tap restore.keep\n"
                             "tap common.back\n"
                             "tap settings.erase-all\n"
                             "picture erase-all\n"
                             "tap eraseall.keep\n"
                             "tap meeting.lock\n"
                             "tap closed.tour\n"
                             "tap promise.keeps\n"
                             "wait 1s\n"
                             "picture keeps\n"
                             "tap common.back\n"
                             "tap common.back\n";

/* What is not met on the way; after the file has been put away, since it is spoilt for it. */
static const char AFTERWARDS[] = "show switches\n"
                                 "picture switches\n"
                                 "poke totals.db 0 88\n"
                                 "power-cut\n"
                                 "unlock-notice 246810\n"
                                 "screen error\n"
                                 "picture error\n";

static bool take_picture(void *context, const char *name, const struct app *app)
{
    struct tour *tour = context;
    if (tour->count == TOUR_PICTURE_MAX) {
        return false;
    }
    char *file = tour->picture[tour->count].file;
    char *heading = tour->picture[tour->count].heading;
    (void)snprintf(file, RAM_NAME_BYTES, "%02u-%s.png", tour->count + 1, name);
    heading[0] = '\0';
    for (uint32_t i = 0; i < app->frame.node_count; i++) {
        if (app->frame.node[i].role == ROLE_HEADING) {
            (void)snprintf(heading, TOUR_HEADING_BYTES, "%s", app->frame.node[i].text);
            break;
        }
    }
    tour->count++;
    return picture_write(app, file) == STATUS_OK;
}

/* A week later: a meeting of people whose answers lean the same way more and more. */
static bool hold_meeting(struct stage *stage, const struct tool_options *options, uint32_t week,
                         struct dice *people)
{
    static const struct story_options GO_ON = {.stage_is_set = true};
    char script[1024] = "meeting many\n";
    size_t length = strlen(script);
    for (uint32_t i = 0; i < TOUR_PEOPLE; i++) {
        char answers[PACK_QUESTION_MAX + 1] = {0};
        for (uint32_t q = 0; q < stage_pack()->question_count; q++) {
            uint64_t throw = dice_next(people) % 100;
            answers[q] = throw < 12 ? '-' : throw < 48 - week / 2 ? '2' : throw < 80 ? '3' : '4';
        }
        length +=
            (size_t)snprintf(script + length, sizeof(script) - length, "visit %s add\n", answers);
    }
    (void)snprintf(script + length, sizeof(script) - length, "meeting close\n");
    stage->clock.minutes += WEEK_MINUTES;
    return story_run_text(stage, "tour", script, &options->stage, &GO_ON);
}

static bool drive(struct stage *stage, const struct tool_options *options, struct tour *tour)
{
    const struct story_options first = {.picture = take_picture, .picture_context = tour};
    const struct story_options go_on = {
        .picture = take_picture, .picture_context = tour, .stage_is_set = true};
    struct dice people = {.numbers = {1}};
    if (!story_run_text(stage, "tour", BEGINNING, &options->stage, &first) ||
        !story_run_text(stage, "tour", VISIT, &options->stage, &go_on)) {
        return false;
    }
    for (uint32_t week = 1; week < TOUR_MEETINGS; week++) {
        if (!hold_meeting(stage, options, week, &people)) {
            return false;
        }
    }
    return story_run_text(stage, "tour", ENDING, &options->stage, &go_on);
}

/* The totals file goes to a folder of the tour's own, where "kiosk inspect" reads it. */
static enum status put_away(const struct stage *stage)
{
    static struct folder folder;
    struct error error;
    const struct ram_file *file = stage_file(stage, STORE_FILE);
    if (file == NULL) {
        return STATUS_MISSING;
    }
    enum status status = folder_open(&folder, TOUR_DATA, true, &error);
    if (status != STATUS_OK) {
        return status;
    }
    if (setup_claim_for_tests(&folder.ops)) {
        status =
            store_write_file(&folder.ops, STORE_FILE, STORE_TEMPORARY, file->bytes, file->length);
    } else {
        status = STATUS_EXISTS;
    }
    folder_close(&folder);
    return status;
}

/* Runs inspect itself, its output in a file, and shows that file. */
static bool write_summary(const char *name)
{
    struct options inspect = {.value = {[OPTION_DATA] = TOUR_DATA}};
    char line[512];
    (void)fflush(stdout);
    int terminal = dup(STDOUT_FILENO);
    FILE *file = fopen(name, "w+");
    if (terminal < 0 || file == NULL || dup2(fileno(file), STDOUT_FILENO) < 0) {
        return false;
    }
    bool done = cli_inspect(&inspect) == RESULT_DONE && fflush(stdout) == 0;
    done = dup2(terminal, STDOUT_FILENO) >= 0 && done;
    (void)close(terminal);
    rewind(file);
    while (done && fgets(line, sizeof(line), file) != NULL) {
        fputs(line, stdout);
    }
    return fclose(file) == 0 && done;
}

static void write_escaped(FILE *out, const char *text)
{
    for (; *text != '\0'; text++) {
        if (*text == '&' || *text == '<' || *text == '>' || *text == '"') {
            fprintf(out, "&#%d;", *text);
        } else {
            fputc(*text, out);
        }
    }
}

/* The drawing that a picture follows, by the picture's name without its number; a name that begins
 * so follows it too, and the longest such name counts. */
static const struct {
    const char *picture, *drawing;
} DRAWINGS[] = {
    {"closed", "00c-not-open"},
    {"welcome", "01-welcome"},
    {"promise", "02-promise"},
    {"comfort", "03-comfort"},
    {"switches", "03b-switch-learning"},
    {"question", "04-question"},
    {"question-chosen", "05-question-chosen"},
    {"pause", "06-pause"},
    {"look", "06b-look-around"},
    {"support", "06c-support"},
    {"breathe", "07-breathe"},
    {"finish", "08-finish"},
    {"closing", "09-closing"},
    {"clear", "10-all-clear"},
    {"idle", "11-idle"},
    {"pin", "12-pin"},
    {"setup-pin", "12-pin"},
    {"meeting", "13-meeting"},
    {"meeting-room", "13b-meeting-open-question"},
    {"meeting-reflection", "13c-meeting-reflection-only"},
    {"meeting-saved", "13d-meeting-closed"},
    {"meeting-unsaved", "19-error-disk-full"},
    {"finish-refused", "19b-error-not-added"},
    {"trends", "14-trends"},
    {"trends-empty", "14d-trends-empty"},
    {"detail", "15-detail"},
    {"detail-table", "15b-detail-table"},
    {"report", "16-export"},
    {"backup", "16-export"},
    {"setup", "17-setup-screen-fit"},
    {"setup-privacy", "17b-privacy-setting"},
    {"keeps", "18-facts"},
    {"error", "19-error-disk-full"},
    {"health", "21-health-check"},
};

/* NULL: nobody drew it; it is of the same family as the others. */
static const char *drawing_of(const char *file)
{
    const char *name = file + strcspn(file, "-") + 1;
    const char *drawing = NULL;
    size_t longest = 0;
    for (size_t i = 0; i < sizeof(DRAWINGS) / sizeof(DRAWINGS[0]); i++) {
        size_t length = strlen(DRAWINGS[i].picture);
        bool begins = strncmp(name, DRAWINGS[i].picture, length) == 0 &&
                      (name[length] == '-' || name[length] == '.');
        if (begins && length > longest) {
            longest = length;
            drawing = DRAWINGS[i].drawing;
        }
    }
    return drawing;
}

static bool write_index(const struct tour *tour, const char *language)
{
    FILE *out = fopen("index.html", "w");
    if (out == NULL) {
        return false;
    }
    fprintf(out, "<!DOCTYPE html>\n<html lang=\"%s\">\n<meta charset=\"utf-8\">\n<title>",
            language);
    write_escaped(out, catalog_text(stage_catalog(), MSG_COMMON_WINDOW));
    fputs("</title>\n<style>\n"
          "body { margin: 2rem; background: #f7f4ed; color: #1c2b30; font-family: sans-serif; }\n"
          "main { display: grid; gap: 2rem;"
          " grid-template-columns: repeat(auto-fill, minmax(24rem, 1fr)); }\n"
          "figure { margin: 0; }\n"
          "img { width: 100%; border: 1px solid #8a8676; }\n"
          "figcaption { margin-top: 0.5rem; }\n"
          "</style>\n<main>\n",
          out);
    for (uint32_t i = 0; i < tour->count; i++) {
        fprintf(out, "<figure><a href=\"%s\"><img src=\"%s\" alt=\"", tour->picture[i].file,
                tour->picture[i].file);
        write_escaped(out, tour->picture[i].heading);
        fputs("\"></a><figcaption>", out);
        write_escaped(out, tour->picture[i].heading);
        const char *drawing = drawing_of(tour->picture[i].file);
        fprintf(out, " <small>%s%s%s</small></figcaption></figure>\n", tour->picture[i].file,
                drawing != NULL ? " &#8592; " : "", drawing != NULL ? drawing : "");
    }
    fputs("</main>\n<p><a href=\"summary.txt\">summary.txt</a></p>\n</html>\n", out);
    return fclose(out) == 0;
}

/* With --state all: each state of each screen as well, as "kiosk-test shot" shows it. */
static bool show_states(const struct tool_options *options, struct tour *tour)
{
    for (uint32_t i = 0; i < views_count(); i++) {
        struct tool_options view = *options;
        struct stage *stage = NULL;
        char name[64];
        views_at(i, &view.screen, &view.state);
        (void)snprintf(name, sizeof(name), "%s-%s", view.screen, view.state);
        if (views_reach(&view, &stage) != EXIT_DONE || !take_picture(tour, name, &stage->app)) {
            return false;
        }
    }
    return true;
}

int cmd_tour(const struct tool_options *options)
{
    static struct stage stage;
    static struct tour tour;
    const struct story_options go_on = {
        .picture = take_picture, .picture_context = &tour, .stage_is_set = true};
    if (options->out == NULL) {
        fprintf(stderr, "kiosk-test: tour needs --out DIR\n");
        return EXIT_USAGE;
    }
    if ((mkdir(options->out, 0777) != 0 && errno != EEXIST) || chdir(options->out) != 0) {
        fprintf(stderr, "kiosk-test: %s: %s\n", options->out, strerror(errno));
        return EXIT_MACHINE;
    }
    if (options->state != NULL && strcmp(options->state, "all") != 0) {
        fprintf(stderr, "kiosk-test: tour shows --state all, or no states\n");
        return EXIT_USAGE;
    }
    if (!drive(&stage, options, &tour) ||
        (options->state != NULL && !show_states(options, &tour))) {
        return EXIT_NOT_SO;
    }
    enum status status = put_away(&stage);
    if (status != STATUS_OK || !write_summary("summary.txt")) {
        fprintf(stderr, "kiosk-test: the totals cannot be put into %s/%s\n", options->out,
                TOUR_DATA);
        return EXIT_MACHINE;
    }
    if (!story_run_text(&stage, "tour", AFTERWARDS, &options->stage, &go_on)) {
        return EXIT_NOT_SO;
    }
    if (!write_index(&tour, options->language)) {
        fprintf(stderr, "kiosk-test: %s/index.html cannot be written\n", options->out);
        return EXIT_MACHINE;
    }
    printf("\n%u pictures: %s/index.html\n", tour.count, options->out);
    return EXIT_DONE;
}
