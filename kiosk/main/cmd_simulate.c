/* SPDX-License-Identifier: MIT */
/* "kiosk simulate": a new folder full of made-up meetings. */
#include "main/commands.h"
#include "main/failure.h"
#include "main/quiet_host.h"
#include "main/say.h"
#include "main/setup.h"
#include "main/simulate.h"
#include "platform/system/clock.h"
#include "platform/system/folder.h"

enum { MEETINGS_USUAL = 104, PEOPLE_USUAL = 10, SEED_USUAL = 1 };

/* Returns the option's number, or the usual number. Fills *misuse when the value is no number that
 * the option takes. */
static uint64_t number_of(const struct options *options, enum option_id id, uint64_t usual,
                          uint64_t max, struct misuse *misuse)
{
    uint64_t number = usual;
    if (options_has(options, id) && options_number(options->value[id], max, &number) != STATUS_OK) {
        *misuse = (struct misuse){.kind = MISUSE_NUMBER, .word = options->value[id], .most = max};
    }
    return number;
}

static struct month until_of(const struct options *options, struct misuse *misuse)
{
    struct month until = clock_civil().month;
#ifdef TEST_BUILD
    if (options_has(options, OPTION_TODAY) &&
        month_parse(options->value[OPTION_TODAY], &until) != STATUS_OK) {
        *misuse = (struct misuse){.kind = MISUSE_UNKNOWN, .word = options->value[OPTION_TODAY]};
    }
#else
    (void)options;
    (void)misuse;
#endif
    return until;
}

static enum result fill(const struct simulation *simulation, const char *path)
{
    static struct folder folder;
    struct error error;
    enum result owner = failure_of_owner(path);
    if (owner != RESULT_DONE) {
        return owner;
    }
    enum status status = folder_open(&folder, path, true, &error);
    if (status != STATUS_OK) {
        return failure_folder(status, path);
    }
    enum result result = RESULT_DONE;
    if (simulate_has_data(&folder.ops)) {
        result = say_error(MSG_CLI_SIMULATE, "folder", path, RESULT_MACHINE);
    } else {
        status = simulate_fill(simulation, &folder.ops);
        if (status == STATUS_NO_RANDOM) {
            result = say_error(MSG_CLI_RANDOM, NULL, NULL, RESULT_MACHINE);
        } else if (status != STATUS_OK && simulate_has_data(&folder.ops)) {
            result = failure_unfinished(status, path, MSG_CLI_SIMULATE_LEFT);
        } else if (status != STATUS_OK) {
            result = failure_folder(status, path);
        }
    }
    folder_close(&folder);
    return result;
}

enum result cli_simulate(const struct options *options)
{
    static struct pack pack;
    static struct pack_errors errors;
    static struct settings settings;
    struct misuse misuse = {.word = NULL};
    const char *pin = options->value[OPTION_PIN];
    settings_reset(&settings);
    struct simulation simulation = {
        .pack = &pack,
        .settings = &settings,
        .random = setup_random(options),
        .meetings = (uint32_t)number_of(options, OPTION_MEETINGS, MEETINGS_USUAL,
                                        SIMULATE_MEETINGS_MAX, &misuse),
        .people =
            (uint32_t)number_of(options, OPTION_PEOPLE, PEOPLE_USUAL, SIMULATE_PEOPLE_MAX, &misuse),
        .seed = number_of(options, OPTION_SEED, SEED_USUAL, UINT64_MAX, &misuse),
        .until = until_of(options, &misuse),
    };
    if (!options_has(options, OPTION_DATA)) {
        /* a folder has to be named, so that no slip writes into the folder of a real group */
        misuse = (struct misuse){.kind = MISUSE_NEEDS, .word = "simulate", .need = "--data DIR"};
    }
    if (pin != NULL && !pin_is_valid(pin)) {
        misuse = (struct misuse){
            .kind = MISUSE_PIN,
            .word = "--pin"}; /* the value is not shown, because it may be somebody's real PIN */
    }
    if (misuse.word != NULL) {
        return say_misuse(&misuse);
    }
    enum status loaded = setup_pack(options->value[OPTION_PACK], &pack, &errors);
    if (loaded != STATUS_OK) {
        return failure_pack(loaded, options->value[OPTION_PACK], &errors);
    }
    if (pin != NULL && quiet_pin_hash(pin, settings.pin_hash) != STATUS_OK) {
        return say_error(MSG_CLI_START, NULL, NULL, RESULT_MACHINE);
    }
    return fill(&simulation, options->value[OPTION_DATA]);
}
