/* SPDX-License-Identifier: MIT */
#include "core/health.h"

#include <string.h>

static struct health_finding good(enum message_id said)
{
    return (struct health_finding){HEALTH_GOOD, said, MSG_COUNT, MSG_COUNT};
}

static struct health_finding look(enum message_id said, enum message_id what_to_do)
{
    return (struct health_finding){HEALTH_LOOK, said, what_to_do, MSG_COUNT};
}

static struct health_finding stop(enum message_id said, enum message_id what_to_do)
{
    return (struct health_finding){HEALTH_STOP, said, what_to_do, MSG_COUNT};
}

static struct health_finding judge_swap(const struct health_facts *facts)
{
    switch ((enum health_swap)facts->swap) {
    case HEALTH_SWAP_OFF:
        return good(MSG_HEALTH_SWAP_OK);
    case HEALTH_SWAP_ZRAM:
        return good(MSG_HEALTH_SWAP_OK_ZRAM);
    case HEALTH_SWAP_ON:
        break;
    }
    return look(MSG_HEALTH_SWAP_LOOK, MSG_HEALTH_SWAP_DO);
}

enum health_space health_space(const struct health_facts *facts)
{
    if (facts->folder != HEALTH_FOLDER_OPEN) {
        return facts->folder == HEALTH_FOLDER_SHUT ? HEALTH_SPACE_FINE : HEALTH_SPACE_LOW;
    }
    return facts->in_memory                       ? HEALTH_SPACE_MEMORY
           : facts->free_mb < HEALTH_SPACE_MB_MIN ? HEALTH_SPACE_LOW
                                                  : HEALTH_SPACE_FINE;
}

static struct health_finding judge_disk(const struct health_facts *facts)
{
    if (facts->folder == HEALTH_FOLDER_SHUT) {
        return stop(MSG_HEALTH_READONLY_STOP, MSG_HEALTH_READONLY_DO);
    }
    if (facts->folder == HEALTH_FOLDER_FILES) {
        return look(MSG_HEALTH_DISK_FILES, MSG_HEALTH_DISK_FILES_DO);
    }
    switch (health_space(facts)) {
    case HEALTH_SPACE_MEMORY:
        return look(MSG_HEALTH_DISK_MEMORY, MSG_HEALTH_DISK_MEMORY_DO);
    case HEALTH_SPACE_LOW:
        return look(MSG_HEALTH_DISK_LOOK, MSG_HEALTH_DISK_DO);
    case HEALTH_SPACE_FINE:
        break;
    }
    return good(MSG_HEALTH_DISK_OK);
}

/* Tells what is missing of the sandbox. A person's reflection stays as safe as the rest of the
 * sandbox makes it, so this is something to look at, and no reason to stop. */
static uint32_t judge_sandbox(const struct health_facts *facts, struct health_finding *out)
{
    static const struct {
        uint8_t bit;
        enum message_id part;
    } PARTS[] = {{HEALTH_SANDBOX_FILES, MSG_HEALTH_SANDBOX_FILES},
                 {HEALTH_SANDBOX_CALLS, MSG_HEALTH_SANDBOX_CALLS}};
    uint32_t count = 0;
    for (size_t i = 0; i < sizeof(PARTS) / sizeof(PARTS[0]); i++) {
        if ((facts->sandbox_missing & PARTS[i].bit) != 0) {
            out[count] = look(MSG_HEALTH_SANDBOX_LOOK, MSG_HEALTH_SANDBOX_DO);
            out[count++].part = PARTS[i].part;
        }
    }
    if (count == 0) {
        bool is_older = (facts->sandbox_missing & HEALTH_SANDBOX_SIGNALS) != 0;
        out[count++] = good(is_older ? MSG_HEALTH_SANDBOX_OLDER : MSG_HEALTH_SANDBOX_OK);
    }
    return count;
}

/* Tells nothing where nobody asks about networks. */
static uint32_t judge_network(const struct health_facts *facts, struct health_finding *out)
{
    switch ((enum health_network)facts->network) {
    case HEALTH_NETWORK_UNASKED:
        return 0;
    case HEALTH_NETWORK_OFF:
        *out = good(MSG_HEALTH_NETWORK_OK);
        break;
    case HEALTH_NETWORK_RADIO:
        *out = look(MSG_HEALTH_NETWORK_RADIO, MSG_HEALTH_NETWORK_DO);
        break;
    case HEALTH_NETWORK_ON:
        *out = look(MSG_HEALTH_NETWORK_LOOK, MSG_HEALTH_NETWORK_DO);
        break;
    }
    return 1;
}

uint32_t health_judge(const struct health_facts *from, const struct health_screen *screen,
                      struct health_finding out[HEALTH_FINDING_MAX])
{
    uint32_t count = 0;
    struct health_facts both = *from;
    const struct health_facts *facts = &both;
    if (screen != NULL) { /* a part that one of the processes lacks is missing */
        both.undumpable = from->undumpable && screen->undumpable;
        both.sandbox_missing |= screen->sandbox_missing;
    }
    out[count++] = judge_swap(facts);
    if (screen != NULL && facts->swap == HEALTH_SWAP_ON && !screen->locked) {
        out[count++] = look(MSG_HEALTH_FACE_LOOK, MSG_HEALTH_FACE_DO);
    }
    out[count++] = facts->memory_locked ? good(MSG_HEALTH_LOCK_OK)
                                        : stop(MSG_HEALTH_LOCK_STOP, MSG_HEALTH_LOCK_DO);
    out[count++] = facts->undumpable ? good(MSG_HEALTH_CORE_OK)
                                     : look(MSG_HEALTH_CORE_LOOK, MSG_HEALTH_CORE_DO);
    count += judge_sandbox(facts, &out[count]);
    count += judge_network(facts, &out[count]);
    out[count++] = facts->random ? good(MSG_HEALTH_RANDOM_OK)
                                 : stop(MSG_HEALTH_RANDOM_STOP, MSG_HEALTH_RANDOM_DO);
    out[count++] = facts->now.month.year < HEALTH_YEAR_MIN
                       ? look(MSG_HEALTH_CLOCK_LOOK, MSG_HEALTH_CLOCK_DO)
                       : good(MSG_HEALTH_CLOCK_OK);
    out[count++] = judge_disk(facts);
    out[count++] = facts->memory_mb < HEALTH_MEMORY_MB_MIN
                       ? look(MSG_HEALTH_MEMORY_LOOK, MSG_HEALTH_MEMORY_DO)
                       : good(MSG_HEALTH_MEMORY_OK);
    return count;
}

struct health_finding health_judge_desktop(const struct health_screen *screen)
{
    return screen->desktop == 0 ? good(MSG_HEALTH_KEYS_OK)
                                : look(MSG_HEALTH_KEYS_LOOK, MSG_HEALTH_KEYS_DO);
}

uint32_t health_desktop_parts(const struct health_screen *screen,
                              enum message_id out[HEALTH_DESKTOP_PARTS])
{
    static const struct {
        uint8_t bit;
        enum message_id part;
    } PARTS[HEALTH_DESKTOP_PARTS] = {{HEALTH_DESKTOP_CORNERS, MSG_HEALTH_KEYS_DESKTOP},
                                     {HEALTH_DESKTOP_KEYS, MSG_HEALTH_KEYS_SHORTCUTS},
                                     {HEALTH_DESKTOP_CONSOLES, MSG_HEALTH_KEYS_CONSOLES}};
    uint32_t count = 0;
    for (size_t i = 0; i < HEALTH_DESKTOP_PARTS; i++) {
        if ((screen->desktop & PARTS[i].bit) != 0) {
            out[count++] = PARTS[i].part;
        }
    }
    return count;
}

struct health_finding health_judge_limit(void)
{
    return (struct health_finding){HEALTH_NO_START, MSG_HEALTH_LIMIT_STOP, MSG_HEALTH_LIMIT_DO,
                                   MSG_COUNT};
}

struct health_finding health_judge_fit(enum fit_source source)
{
    switch (source) {
    case FIT_CALIBRATED:
        return good(MSG_HEALTH_FIT_OK);
    case FIT_EDID:
        return good(MSG_HEALTH_FIT_DISPLAY);
    case FIT_PANEL:
        return look(MSG_HEALTH_FIT_PANEL, MSG_HEALTH_FIT_DO);
    case FIT_ASSUMED:
    case FIT_SOURCE_COUNT:
        break;
    }
    return look(MSG_HEALTH_FIT_LOOK, MSG_HEALTH_FIT_DO);
}

bool health_judge_output(const struct health_screen *screen, struct health_finding *out)
{
    bool other = screen != NULL && screen->has_display && screen->other_output;
    *out = look(MSG_HEALTH_OUTPUT_LOOK, MSG_HEALTH_OUTPUT_DO);
    return other;
}

struct health_finding health_judge_voice(bool all_there)
{
    return all_there ? good(MSG_HEALTH_VOICE_OK) : look(MSG_HEALTH_VOICE_LOOK, MSG_HEALTH_VOICE_DO);
}

struct health_finding health_judge_sound(bool has_device)
{
    return has_device ? good(MSG_HEALTH_SOUND_OK)
                      : look(MSG_HEALTH_SOUND_LOOK, MSG_HEALTH_SOUND_DO);
}

struct health_finding health_judge_letters(bool all_there)
{
    return all_there ? good(MSG_HEALTH_LETTERS_OK)
                     : look(MSG_HEALTH_LETTERS_LOOK, MSG_HEALTH_LETTERS_DO);
}

const char *health_package(const struct error *error, char out[HEALTH_PACKAGE_BYTES])
{
    const char *open = strrchr(error->text, '(');
    const char *start = open != NULL ? open + 1 : error->text;
    size_t length = open != NULL ? strcspn(start, ")") : strlen(start);
    memcpy(out, start, length);
    out[length] = '\0';
    return out;
}
