/* SPDX-License-Identifier: MIT */
/* "kiosk health": what this machine can promise and what not, each with what to do. */
#include "core/machine.h"
#include "keeper/keeper.h"
#include "main/commands.h"
#include "main/findings.h"
#include "main/health_data.h"
#include "main/look.h"
#include "main/say.h"
#include "main/setup.h"
#include "main/voice_child.h"
#include "platform/display/fonts.h"
#include "platform/sandbox/sandbox.h"
#include "platform/system/checkup.h"
#include "platform/system/clock.h"
#include "platform/system/folder.h"
#include "platform/system/limits.h"
#include "platform/system/process.h"
#include "platform/system/secret.h"
#include "platform/system/words.h"

#include <string.h>

enum { PROBE_BYTES = 4096 };

/* What stands for the {names} of the machine's findings. */
struct fillings {
    char date[16];
    char time[8];
    char size[32];
    char memory[32], needs[32];
};

static void fill_mb(uint32_t mb, char *out, size_t size)
{
    char number[24];
    const struct text_arg n = {"n", text_number(number, mb)};
    text_format(out, size, say_text(MSG_SIZE_MB), &n, 1);
}

static void fill_in(const struct health_facts *facts, struct fillings *out)
{
    const struct civil_time *now = &facts->now;
    snprintf(out->date, sizeof(out->date), "%04u-%02u-%02u", now->month.year % 10000u,
             now->month.month % 100u, now->day % 100u);
    snprintf(out->time, sizeof(out->time), "%02u:%02u", now->hour % 100u, now->minute % 100u);
    fill_mb(facts->free_mb, out->size, sizeof(out->size));
    fill_mb(facts->memory_mb, out->memory, sizeof(out->memory));
    fill_mb(HEALTH_MEMORY_MB_MIN, out->needs, sizeof(out->needs));
}

static void check_machine(struct findings *findings, const char *data,
                          const struct health_screen *screen)
{
    struct health_facts facts = {.undumpable = process_harden(),
                                 .sandbox_missing = (uint8_t)sandbox_probe(),
                                 .now = clock_civil()};
    struct health_finding found[HEALTH_FINDING_MAX];
    struct fillings fill;
    bool is_locked = false;
    facts.memory_locked = secret_open(PROBE_BYTES, &is_locked) != NULL && is_locked;
    checkup_look(data, &facts); /* checks the system itself where there is no folder; that there is
                                   none is told elsewhere */
    fill_in(&facts, &fill);
    const struct text_arg args[] = {{"date", fill.date},
                                    {"time", fill.time},
                                    {"size", fill.size},
                                    {"memory", fill.memory},
                                    {"needs", fill.needs}};
    uint32_t count = health_judge(&facts, screen, found);
    for (uint32_t i = 0; i < count; i++) {
        findings_tell(findings, &found[i], args, SAY_COUNT(args));
    }
}

static void check_limits(struct findings *findings)
{
    struct limits_short limits[LIMITS_MAX];
    char has[24], needs[24];
    size_t count = limits_find_short(STORE_FILE_BYTES_MAX, limits);
    for (size_t i = 0; i < count; i++) {
        const struct health_finding finding = health_judge_limit();
        const struct text_arg args[] = {{"name", limits[i].name},
                                        {"has", text_number(has, limits[i].has)},
                                        {"needs", text_number(needs, limits[i].needs)}};
        findings_tell(findings, &finding, args, SAY_COUNT(args));
    }
}

static void check_desktop(struct findings *findings, const struct health_screen *screen)
{
    enum message_id part[HEALTH_DESKTOP_PARTS];
    char list[CATALOG_STRING_MAX] = "", more[CATALOG_STRING_MAX];
    uint32_t count = health_desktop_parts(screen, part);
    for (uint32_t i = 0; i < count; i++) {
        const char *second = say_text(part[i]);
        struct text_arg both[] = {{"first", list}, {"second", second}};
        text_format(more, sizeof(more), i == 0 ? "{second}" : say_text(MSG_HEALTH_KEYS_LIST), both,
                    2);
        memcpy(list, more, sizeof(list));
    }
    const struct text_arg arg = {"list", list};
    struct health_finding finding = health_judge_desktop(screen);
    findings_tell(findings, &finding, &arg, 1);
}

/* Returns whether somebody has matched the screen to a card: this screen, where one can be looked
 * at. */
static bool is_fitted(const char *data, const struct health_screen *screen)
{
    static struct folder folder;
    struct error error;
    struct machine_file file = {0};
    const struct machine *machine = &file.machine;
    char bytes[MACHINE_BYTES_MAX];
    size_t length = 0;
    if (data == NULL || folder_open_reader(&folder, data, &error) != STATUS_OK) {
        return false;
    }
    enum status status =
        folder.ops.read(folder.ops.context, MACHINE_FILE, bytes, sizeof(bytes), &length);
    if (status == STATUS_OK) {
        status = machine_parse(bytes, length, &file);
    }
    folder_close(&folder);
    bool is_other = screen != NULL && screen->has_display &&
                    !machine_fits(machine, screen->width, screen->height);
    return status == STATUS_OK && machine->px_per_m != 0 && !is_other;
}

static void check_fit(struct findings *findings, const char *data,
                      const struct health_screen *screen)
{
    bool seen = screen != NULL && screen->has_display;
    enum fit_source first = seen && screen->fit_source < FIT_SOURCE_COUNT
                                ? (enum fit_source)screen->fit_source
                                : FIT_ASSUMED;
    struct health_finding finding =
        health_judge_fit(is_fitted(data, screen) ? FIT_CALIBRATED : first);
    findings_tell(findings, &finding, NULL, 0);
}

static void tell_letters_missing(struct findings *findings, const char *language,
                                 const struct error *error)
{
    const struct health_finding missing = health_judge_letters(false);
    char package[HEALTH_PACKAGE_BYTES];
    const struct text_arg args[] = {{"language", language},
                                    {"package", health_package(error, package)}};
    findings_tell(findings, &missing, args, SAY_COUNT(args));
}

/* Tells what keeps a language off the list: its words cannot be read, or letters of its script are
 * missing. Returns true when nothing does. */
static bool check_language(struct findings *findings, const struct assets *assets,
                           const struct language *language)
{
    static struct words words;
    struct face face = {.bytes = NULL};
    struct error error = {.text = ""};
    if (words_open(&words, assets, language, &error) != STATUS_OK) {
        tell_letters_missing(findings, language->tag, &error);
        return false;
    }
    enum text_face which = face_of_script(language->script);
    if (face_script_is_at_hand(language->script)) {
        return true;
    }
    if (which == FACE_COUNT || face_open(&face, which, &error) != STATUS_OK) {
        tell_letters_missing(findings, catalog_text(&words.catalog, MSG_LANGUAGE_NAME), &error);
        return false;
    }
    face_close(&face);
    return true;
}

static void check_letters(struct findings *findings)
{
    const struct health_finding good = health_judge_letters(true);
    struct assets assets;
    struct error error = {.text = ""};
    if (fonts_check(&error) != STATUS_OK || assets_open(&assets, &error) != STATUS_OK) {
        tell_letters_missing(findings, say_text(MSG_CLI_LANGUAGE), &error);
        return;
    }
    bool all = true;
    for (uint32_t i = 0; i < language_count(); i++) {
        if (!language_at(i)->on_request) {
            all &= check_language(findings, &assets, language_at(i));
        }
    }
    assets_close(&assets);
    if (all) {
        findings_tell(findings, &good, NULL, 0);
    }
}

/* Returns the name of a language in its own words; its tag when the words cannot be read. */
static const char *name_of(const struct assets *assets, const struct language *language)
{
    static struct words words;
    struct error error = {.text = ""};
    return words_open(&words, assets, language, &error) == STATUS_OK
               ? catalog_text(&words.catalog, MSG_LANGUAGE_NAME)
               : language->tag;
}

/* Tells which languages have no voice, and whether there is a device for sound. */
static void check_voices(struct findings *findings)
{
    struct assets assets;
    struct error error = {.text = ""};
    struct voice_state state;
    bool all = true;
    voice_child_ask(&state);
    if (assets_open(&assets, &error) != STATUS_OK) {
        return; /* check_letters has told of this failure */
    }
    for (uint32_t i = 0; i < language_count(); i++) {
        if (!language_at(i)->on_request && (state.languages >> i & 1) == 0) {
            const struct health_finding finding = health_judge_voice(false);
            const struct text_arg arg = {"language", name_of(&assets, language_at(i))};
            findings_tell(findings, &finding, &arg, 1);
            all = false;
        }
    }
    assets_close(&assets);
    const struct health_finding good = health_judge_voice(true);
    if (all) {
        findings_tell(findings, &good, NULL, 0);
    }
    const struct health_finding sound = health_judge_sound(state.device != 0);
    findings_tell(findings, &sound, NULL, 0);
}

enum result cli_health(const struct options *options)
{
    struct findings findings = {.look = 0};
    const char *data = setup_data(options);
#ifdef TEST_BUILD
    setup_sandbox_for_tests(options);
#endif
    struct health_screen seen;
    const struct health_screen *screen = look_at_screen(options, &seen) ? &seen : NULL;
    check_machine(&findings, data, screen);
    check_limits(&findings);
    health_data_check(&findings, options, data);
    check_letters(&findings);
    check_voices(&findings);
    if (screen != NULL && screen->has_display) {
        check_desktop(&findings, screen);
    }
    struct health_finding output;
    if (health_judge_output(screen, &output)) {
        findings_tell(&findings, &output, NULL, 0);
    }
    check_fit(&findings, data, screen);
    return findings_sum(&findings);
}
