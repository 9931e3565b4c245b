/* SPDX-License-Identifier: MIT */
#include "tools/stage/stage_parts.h"
#include "tools/stage/stage_work.h"
#include "tools/stage/test_show.h"

#include <assert.h>
#include <string.h>

enum {
    RANDOM_SEED = 1,        /* of practices and prompts: any number, always the same */
    STILL_STEPS_MAX = 1000, /* steps without time passing: more is a deadline that never moves */
};

static void queue_messages(struct stage *stage, const struct message *messages, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        bool answers_add =
            messages[i].type == MESSAGE_ADDED ||
            (messages[i].type == MESSAGE_REFUSED && messages[i].as.refused.type == MESSAGE_ADD);
        if (answers_add && stage->lose_replies > 0) {
            stage->lose_replies--;
            continue;
        }
        enum status status = message_check_from_keeper(&messages[i], sizeof(messages[i]));
        assert(status == STATUS_OK);
        assert(stage->queue_count < STAGE_QUEUE_MAX);
        stage->queue[stage->queue_count++] = messages[i];
        stage->queue_ms = stage->now_ms + 1 + stage->late_ms;
    }
}

static void send_to_keeper(struct stage *stage, const struct message *message)
{
    struct message out[KEEPER_OUT_MAX];
    uint32_t count = 0;
    enum status status = message_check_from_face(message, sizeof(*message));
    assert(status == STATUS_OK);
    stage->sent[message->type]++;
    if (message->type == MESSAGE_ADD && stage->refuse_adds > 0) {
        stage->refuse_adds--;
        message_init(&out[0], MESSAGE_REFUSED);
        out[0].sequence = message->sequence;
        out[0].as.refused = (struct message_refused){.type = MESSAGE_ADD, .why = STATUS_BUSY};
        queue_messages(stage, out, 1);
        return;
    }
    status = keeper_handle(&stage->keeper, message, sizeof(*message), stage->now_ms, out, &count);
    assert(status == STATUS_OK);
    queue_messages(stage, out, count);
}

static void carry_out(struct stage *stage, uint32_t from)
{
    for (uint32_t i = from; i < stage->app.effect_count; i++) {
        const struct effect *effect = &stage->app.effect[i];
        switch (effect->kind) {
        case EFFECT_SEND:
            send_to_keeper(stage, &effect->message);
            break;
        case EFFECT_VOICE:
            stage_voice_hear(stage, &effect->voice);
            break;
        case EFFECT_FORGET:
            stage->forgets++;
            break;
        }
    }
}

static void step(struct stage *stage, const struct input *inputs, uint32_t count)
{
    app_step(&stage->app, inputs, count, stage->now_ms);
    work_end(&stage->app);
    stage->step_ms = stage->now_ms;
    stage->steps++;
    carry_out(stage, 0);
    if (stage->watch != NULL) {
        stage->watch(stage->watch_context, &stage->app);
    }
}

static void step_messages(struct stage *stage)
{
    /* A step can send more, so what is delivered leaves the queue first. */
    static struct message delivered[STAGE_QUEUE_MAX];
    struct input inputs[STAGE_QUEUE_MAX];
    uint32_t count = stage->queue_count;
    memcpy(delivered, stage->queue, count * sizeof(delivered[0]));
    stage->queue_count = 0;
    for (uint32_t i = 0; i < count; i++) {
        inputs[i] = (struct input){.kind = INPUT_MESSAGE, .message = &delivered[i]};
    }
    step(stage, inputs, count);
}

/* Everything due by now; true when something was. */
static bool run_due(struct stage *stage, bool last)
{
    if (keeper_deadline(&stage->keeper) <= stage->now_ms) {
        struct message out[KEEPER_OUT_MAX];
        uint32_t count = 0;
        keeper_tick(&stage->keeper, stage->now_ms, out, &count);
        assert(keeper_deadline(&stage->keeper) > stage->now_ms);
        queue_messages(stage, out, count);
        return true;
    }
    if (stage_errand_due(stage) <= stage->now_ms) {
        struct message out[KEEPER_OUT_MAX];
        uint32_t count = 0;
        stage_errand_end(stage, out, &count);
        queue_messages(stage, out, count);
        return true;
    }
    if (stage->queue_count > 0 && stage->queue_ms <= stage->now_ms) {
        step_messages(stage);
        return true;
    }
    if (stage_voice_due(stage) <= stage->now_ms) {
        struct voice_record record;
        stage_voice_answer(stage, &record);
        step(stage, &(struct input){.kind = INPUT_VOICE, .voice = &record}, 1);
        return true;
    }
    if (stage->app.deadline_ms <= stage->now_ms &&
        (last || stage->now_ms >= stage->step_ms + STAGE_TICK_MS)) {
        step(stage, NULL, 0);
        return true;
    }
    return false;
}

static uint64_t earlier(uint64_t a, uint64_t b)
{
    return a < b ? a : b;
}

static uint64_t later(uint64_t a, uint64_t b)
{
    return a > b ? a : b;
}

void stage_wait(struct stage *stage, uint64_t ms)
{
    const uint64_t end_ms = stage->now_ms + ms;
    for (;;) {
        for (uint32_t still = 0; run_due(stage, stage->now_ms == end_ms); still++) {
            assert(still < STILL_STEPS_MAX);
        }
        if (stage->now_ms == end_ms) {
            return;
        }
        uint64_t next_ms = earlier(end_ms, keeper_deadline(&stage->keeper));
        if (stage->queue_count > 0) {
            next_ms = earlier(next_ms, stage->queue_ms);
        }
        next_ms = earlier(next_ms, stage_voice_due(stage));
        next_ms = earlier(next_ms, stage_errand_due(stage));
        uint64_t app_ms = later(stage->app.deadline_ms, stage->step_ms + STAGE_TICK_MS);
        stage->now_ms = earlier(next_ms, app_ms);
    }
}

void stage_battery(struct stage *stage, enum battery battery)
{
    struct message out[KEEPER_OUT_MAX];
    uint32_t count = 0;
    bool was_in_use = stage->battery > BATTERY_MAINS;
    stage->battery = battery;
    if (!was_in_use || battery <= BATTERY_MAINS) {
        keeper_power_changed(&stage->keeper, stage->now_ms, out, &count);
        queue_messages(stage, out, count);
    }
}

void stage_input(struct stage *stage, const struct input *input)
{
    step(stage, input, 1);
}

void stage_drives_changed(struct stage *stage)
{
    struct message out[KEEPER_OUT_MAX];
    uint32_t count = 0;
    keeper_drives_changed(&stage->keeper, stage->now_ms, out, &count);
    queue_messages(stage, out, count);
}

/* The screens of the kiosk, and one of the tests' own (tests/sample). */
static const struct screen_list *stage_screens(void)
{
    extern const struct screen_ops SCREEN_OPS_SAMPLE;
    static struct screen_row rows[SCREEN_COUNT + 1];
    static struct screen_list list;
    list = SCREENS;
    memcpy(rows, SCREENS.screen, sizeof(rows[0]) * SCREEN_COUNT);
    rows[SCREEN_COUNT] = (struct screen_row){"sample", &SCREEN_OPS_SAMPLE};
    list.screen = rows;
    list.screen_count = SCREEN_COUNT + 1;
    return &list;
}

int stage_find_screen(const char *name)
{
    const struct screen_list *list = stage_screens();
    for (uint32_t i = 0; i < list->screen_count; i++) {
        if (strcmp(list->screen[i].name, name) == 0) {
            return (int)i;
        }
    }
    return -1;
}

void stage_show(struct stage *stage, enum screen_id screen)
{
    /* What the last step asked for has been carried out already. */
    stage->app.effect_count = 0;
    app_show(&stage->app, screen, stage->now_ms);
    carry_out(stage, 0);
    step(stage, NULL, 0);
    stage_wait(stage, GUARD_MS);
}

static void start_face(struct stage *stage)
{
    static const struct language HINDI = {.tag = "hi", .script = "Deva"};
    static const struct language_gap GAP = {
        .name = "हिन्दी",
        .language = &HINDI,
        .error = {.status = STATUS_MISSING,
                  .text = "NotoSansDevanagariUI-Regular.ttf (fonts-noto-ui-core)"}};
    const struct languages *languages = stage_languages();
    memset(&stage->app_secret, 0, sizeof(stage->app_secret));
    stage->queue_count = 0;
    struct app_config config = {
        .screens = stage_screens(),
        .pack = stage_pack(),
        .languages = languages->offer,
        .language_count = languages->count,
        .language_first = languages->first,
        .gaps = stage->no_letters ? &GAP : languages->gap,
        .gap_count = stage->no_letters ? 1 : languages->gap_count,
        .screen = &stage->screen,
        .text = text_measure(stage_text()),
        .secret = &stage->app_secret,
        .random_seed = RANDOM_SEED,
        .width = stage->config.width,
        .height = stage->config.height,
        .px_per_m = stage->config.px_per_m,
        .theme = stage->config.theme,
        .size = stage->config.size,
        .demo = stage->config.demo,
    };
    work_count(&config);
    app_init(&stage->app, &config, stage->now_ms);
    stage->voice.saying = 0;
    step(stage, NULL, 0);
    stage_voice_changed(stage);
}

void stage_restart_face(struct stage *stage)
{
    keeper_face_came(&stage->keeper);
    start_face(stage);
    stage_wait(stage, 2);
}

enum status stage_restart(struct stage *stage, struct error *error)
{
    stage_make_host(stage);
    stage->dice.scale = &stage->keeper.settings.choice.scale;
    memset(&stage->keeper_secret, 0, sizeof(stage->keeper_secret));
    enum status status = keeper_init(&stage->keeper, &stage->keeper_secret, stage_pack(),
                                     &stage->host, stage->now_ms, error);
    if (status != STATUS_OK) {
        return status;
    }
    if (stage->any_pin && stage->keeper.settings.pin_hash[0] == '\0') {
        (void)stage_pin_hash(stage, "246810", stage->keeper.settings.pin_hash);
        stage->keeper.status.pin_set = 1;
        stage->keeper.status.settings = SETTINGS_FINE;
    }
    stage_restart_face(stage);
    return STATUS_OK;
}

void stage_reset(struct stage *stage, const struct stage_config *config)
{
    stage->config = *config;
    stage->now_ms = STAGE_START_MS;
    stage->step_ms = stage->now_ms;
    stage_set_clock(
        stage, &(struct civil_time){.month = {.year = 2026, .month = 11}, .day = 5, .hour = 19});
    stage->dice = (struct dice){.kind = DICE_ZERO};
    ram_folder_init(&stage->ram);
    fault_folder_init(&stage->folder, &stage->ram.ops);
    stage->drive.label[0] = '\0';
    stage->drive.result = STATUS_OK;
    memset(stage->drive.file, 0, sizeof(stage->drive.file));
    stage->lose_replies = 0;
    stage->refuse_adds = 0;
    stage->no_memory_lock = false;
    stage->no_memory = false;
    stage->no_porter = false;
    stage->is_in_memory = stage->swap_is_on = stage->no_switch_off = stage->no_clock = false;
    stage->appliance = (struct appliance_facts){.is_own = false};
    stage->network = HEALTH_NETWORK_UNASKED;
    stage->battery = BATTERY_NONE;
    stage->screen = (struct health_screen){.locked = 1, .undumpable = 1, .has_display = 1};
    stage->late_ms = stage->drive_late_ms = 0;
    memset(stage->errand, 0, sizeof(stage->errand));
    stage->no_letters = false;
    stage->sandbox_missing = 0;
    stage->any_pin = false;
    stage->queue_count = 0;
    stage_voice_reset(stage);
    memset(stage->sent, 0, sizeof(stage->sent));
    stage->forgets = 0;
    stage->steps = 0;
}

enum status stage_fresh(struct stage *stage, const struct stage_config *config, struct error *error)
{
    stage_reset(stage, config);
    return stage_restart(stage, error);
}
