/* SPDX-License-Identifier: MIT */
/* The screens, what their keeper knows of them, and what must hold of them after every step.
 * Inputs go in one a step, or some together, as from a display that stalled. */
#ifndef FUZZ_SCREENS_WORLD_H
#define FUZZ_SCREENS_WORLD_H

#include "screens/screens.h"
#include "script.h"

#include "../unit/fake_font.h"
#include "core/catalog.h"
#include "core/step.h"
#include "screens/access/switches.h"
#include "screens/app/screen.h"
#include "screens/setup/setup_support.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { MO_BYTES = 1 << 18, PATH_BYTES = 4096 };

/* Inputs that wait for one step, with the words that they bring. */
struct burst {
    uint32_t wish; /* so many make the step */
    uint32_t count;
    struct input input[STEP_INPUT_MAX];
    struct message message[STEP_INPUT_MAX];
    struct voice_record voice[STEP_INPUT_MAX];
};

struct world {
    struct app app;
    struct app_secret secret;
    struct keeper_status status; /* always one that passes the check */
    struct message asked;        /* the newest request that has an answer */
    struct message in;
    uint32_t add; /* sequence of the Add that has no answer yet; 0: none */
    bool added;   /* this visit */
    bool said;    /* something, since the voice was to forget */
    uint64_t now_ms;
    struct burst burst;
};

static struct pack pack;
static struct catalog catalog;
static struct language_offer language;
static struct world world;

static inline size_t read_whole(const char *path, char *out, size_t size)
{
    FILE *file = fopen(path, "rb");
    hold(file != NULL);
    size_t length = fread(out, 1, size, file);
    fclose(file);
    return length;
}

/* The catalogue stands beside the directory this harness was built in. */
static inline void load(void)
{
    static const char EN[] = "/assets/text/en.mo";
    static char pack_bytes[PACK_BYTES_MAX], mo_bytes[MO_BYTES];
    static struct pack_errors errors;
    struct error error;
    char path[PATH_BYTES];
    size_t length = read_whole("assets/packs/integrity.pack", pack_bytes, sizeof(pack_bytes));
    hold(pack_parse(pack_bytes, length, &pack, &errors) == STATUS_OK);
    ssize_t bytes = readlink("/proc/self/exe", path, sizeof(path) - sizeof(EN));
    hold(bytes > 0);
    path[bytes] = '\0';
    for (int i = 0; i < 3; i++) {
        *strrchr(path, '/') = '\0';
    }
    memcpy(path + strlen(path), EN, sizeof(EN));
    length = read_whole(path, mo_bytes, sizeof(mo_bytes));
    hold(catalog_open(&catalog, mo_bytes, length, PLURAL_ENGLISH, &error) == STATUS_OK);
    language = (struct language_offer){language_at(0), &catalog};
}

static inline bool is_wiped(const void *bytes, size_t length)
{
    const uint8_t *at = bytes;
    for (size_t i = 0; i < length; i++) {
        if (at[i] != 0) {
            return false;
        }
    }
    return true;
}

static inline void check_frame(void)
{
    const struct frame *frame = &world.app.frame;
    hold(frame->node_count <= NODE_MAX && frame->draw_count <= DRAW_MAX);
    hold(frame->point_count <= DRAW_POINT_MAX && frame->text_bytes <= FRAME_TEXT_BYTES);
}

/* What was said in a visit is in no voice any more once the visit has ended. */
static inline void check_said(const struct app *app)
{
    for (uint32_t i = 0; i < app->effect_count; i++) {
        const struct effect *effect = &app->effect[i];
        if (effect->kind == EFFECT_VOICE) {
            hold(voice_check_from_face(&effect->voice, sizeof(effect->voice)) == STATUS_OK);
            world.said = effect->voice.type == VOICE_SAY ||
                         (world.said && effect->voice.type != VOICE_FORGET);
        } else if (effect->kind == EFFECT_FORGET && world.said) {
            hold(i + 1 < app->effect_count && app->effect[i + 1].kind == EFFECT_VOICE);
            hold(app->effect[i + 1].voice.type == VOICE_FORGET);
        }
    }
}

/* before: the visit as the step began, which may have ended it. */
static inline void check_sent(const struct message *message, enum visit before)
{
    struct message sealed = *message;
    hold(message_seal(&sealed) == STATUS_OK);
    hold(message_check_from_face(&sealed, sizeof(sealed)) == STATUS_OK);
    if (message->type == MESSAGE_ADD) {
        hold(before == VISIT_COUNTING && world.add == 0 && !world.added);
        world.add = message->sequence;
    }
    if (message->type != MESSAGE_STAY && message->type != MESSAGE_TURN_FREE) {
        world.asked = *message;
    }
}

static inline void check_state(enum visit before)
{
    const struct app *app = &world.app;
    check_frame();
    hold(app->effect_count <= EFFECT_MAX);
    hold(app->deadline_ms > world.now_ms);
    check_said(app);
    for (uint32_t i = 0; i < app->effect_count; i++) {
        if (app->effect[i].kind == EFFECT_SEND) {
            check_sent(&app->effect[i].message, before);
        }
    }
    enum patience patience = screen_ops(app, app->screen)->patience;
    if (patience == PATIENCE_REST || patience == PATIENCE_FACILITATOR) {
        hold(app->visit == VISIT_NONE);
        hold(is_wiped(&world.secret.session, sizeof(world.secret.session)));
    }
    if (app->screen == SCREEN_TRENDS || app->screen == SCREEN_DETAIL ||
        app->screen == SCREEN_REPORT) {
        hold(app->status.unlocked);
    }
    hold(!support_of(app)->typing || app->screen == SCREEN_SETUP_SUPPORT);
    hold(utf8_is_clean(support_of(app)->typed.text,
                       strnlen(support_of(app)->typed.text, sizeof(support_of(app)->typed.text))));
    if (app->visit == VISIT_NONE) {
        world.add = 0;
        world.added = false;
    }
}

static inline void take_burst(void)
{
    struct burst *burst = &world.burst;
    enum visit before = (enum visit)world.app.visit;
    app_step(&world.app, burst->input, burst->count, world.now_ms);
    burst->count = burst->wish = 0;
    check_state(before);
}

/* An input, or NULL: time alone has passed. While inputs wait for one step, none is made. */
static inline void step(const struct input *input)
{
    struct burst *burst = &world.burst;
    if (input != NULL) {
        uint32_t i = burst->count++;
        burst->input[i] = *input;
        if (input->message != NULL) {
            burst->message[i] = *input->message;
            burst->input[i].message = &burst->message[i];
        }
        if (input->voice != NULL) {
            burst->voice[i] = *input->voice;
            burst->input[i].voice = &burst->voice[i];
        }
    }
    if (burst->count >= burst->wish) {
        take_burst();
    }
}

#endif
