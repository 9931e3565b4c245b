/* SPDX-License-Identifier: MIT */
#include "tools/stage_parts.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

enum {
    STAGE_FREE_MB = 5100,
    RANDOM_SEED = 1,        /* of practices and prompts: any number, always the same */
    STILL_STEPS_MAX = 1000, /* steps without time passing: more is a deadline that never moves */
};

/* Read once: every stage of the process shares them. */
static struct {
    struct assets assets;
    struct languages languages;
    struct pack pack;
    struct pack_errors errors;
    struct text_engine *text;
} shared;

enum status stage_open(const char *language, struct error *error)
{
    enum status status = assets_open(&shared.assets, error);
    if (status == STATUS_OK) {
        status = text_open(&shared.text, error);
    }
    if (status == STATUS_OK) {
        status = languages_open(&shared.languages, &shared.assets, shared.text, language, error);
    }
    if (status == STATUS_OK) {
        status =
            pack_load_asset(&shared.assets, "packs/integrity.pack", &shared.pack, &shared.errors);
        if (status != STATUS_OK) {
            error->status = status;
            (void)snprintf(error->text, sizeof(error->text), "packs/integrity.pack");
        }
    }
    return status;
}

void stage_close(void)
{
    text_close(shared.text);
    assets_close(&shared.assets);
}

struct text_engine *stage_text(void)
{
    return shared.text;
}

const struct pack *stage_pack(void)
{
    return &shared.pack;
}

const struct catalog *stage_catalog(void)
{
    return shared.languages.offer[shared.languages.first].catalog;
}

const struct languages *stage_languages(void)
{
    return &shared.languages;
}

enum status stage_pin_hash(void *context, const char *pin, char out[SETTINGS_PIN_HASH_BYTES])
{
    const struct stage *stage = context;
    if (stage != NULL && stage->dice.kind == DICE_EMPTY) {
        return STATUS_NO_RANDOM;
    }
    (void)snprintf(out, SETTINGS_PIN_HASH_BYTES, "$argon2id$stage$%s", pin);
    return STATUS_OK;
}

static bool host_pin_verify(void *context, const char *pin, const char *hash)
{
    const struct stage *stage = context;
    char expected[SETTINGS_PIN_HASH_BYTES];
    (void)stage_pin_hash(NULL, pin, expected);
    return stage->any_pin || strcmp(expected, hash) == 0;
}

static struct civil_time host_civil(void *context)
{
    return stage_civil(context);
}

static bool host_memory_is_locked(void *context)
{
    return !((const struct stage *)context)->no_memory_lock;
}

static bool host_swap_is_on(void *context)
{
    return ((const struct stage *)context)->swap_is_on;
}

static bool host_space_is_low(void *context)
{
    return ((const struct stage *)context)->folder.is_full;
}

static enum battery host_battery(void *context)
{
    return ((const struct stage *)context)->battery;
}

static bool host_can_switch_off(void *context)
{
    return !((const struct stage *)context)->no_switch_off;
}

static void host_health(void *context, struct health_facts *out)
{
    const struct stage *stage = context;
    *out = (struct health_facts){.swap = stage->swap_is_on ? HEALTH_SWAP_ON : HEALTH_SWAP_OFF,
                                 .undumpable = 1,
                                 .sandbox_missing = stage->sandbox_missing,
                                 .random = stage->dice.kind != DICE_EMPTY,
                                 .writable = !stage->folder.is_read_only,
                                 .free_mb = stage->folder.is_full ? 0 : STAGE_FREE_MB};
}

static enum status host_drives(void *context, struct message_drives *out)
{
    const struct stage_drive *drive = &((const struct stage *)context)->drive;
    memset(out, 0, sizeof(*out));
    if (drive->label[0] != '\0') {
        out->count = 1;
        memcpy(out->drive[0].label, drive->label, sizeof(drive->label));
        out->drive[0].free_bytes = drive->free_bytes;
    }
    return STATUS_OK;
}

static struct stage_drive_file *drive_file(struct stage_drive *drive, const char *name)
{
    for (uint32_t i = 0; i < STAGE_DRIVE_FILES; i++) {
        if (strcmp(drive->file[i].name, name) == 0) {
            return &drive->file[i];
        }
    }
    return NULL;
}

/* As a real drive does it: what is there stays, and a failure leaves nothing. */
static enum status host_export(void *context, const char *label, const struct export_file *files,
                               size_t count)
{
    struct stage_drive *drive = &((struct stage *)context)->drive;
    if (strcmp(label, drive->label) != 0) {
        return STATUS_MISSING;
    }
    if (drive->result != STATUS_OK) {
        return drive->result;
    }
    for (size_t i = 0; i < count; i++) {
        if (drive_file(drive, files[i].name) != NULL) {
            return STATUS_EXISTS;
        }
    }
    for (size_t i = 0; i < count; i++) {
        struct stage_drive_file *place = drive_file(drive, "");
        if (place == NULL || files[i].length > sizeof(place->bytes)) {
            return STATUS_NO_SPACE;
        }
        memcpy(place->name, files[i].name, sizeof(place->name));
        memcpy(place->bytes, files[i].bytes, files[i].length);
        place->length = files[i].length;
    }
    return STATUS_OK;
}

static enum status host_backups(void *context, const char *label, const char *ending,
                                struct message_backups *out)
{
    const struct stage_drive *drive = &((struct stage *)context)->drive;
    if (strcmp(label, drive->label) != 0) {
        return STATUS_MISSING;
    }
    out->count = 0;
    for (uint32_t i = STAGE_DRIVE_FILES; i-- > 0;) { /* written in the order of their names */
        const char *end = strstr(drive->file[i].name, ending);
        if (end != NULL && strcmp(end, ending) == 0) {
            memcpy(out->name[out->count++], drive->file[i].name, EXPORT_NAME_BYTES);
        }
    }
    return STATUS_OK;
}

static enum status host_fetch(void *context, const struct message_pick *pick, void *buffer,
                              size_t size, size_t *length)
{
    struct stage_drive *drive = &((struct stage *)context)->drive;
    const struct stage_drive_file *file = drive_file(drive, pick->name);
    if (strcmp(pick->label, drive->label) != 0 || file == NULL || drive->result != STATUS_OK) {
        return STATUS_MISSING;
    }
    assert(file->length <= size);
    memcpy(buffer, file->bytes, file->length);
    *length = file->length;
    return STATUS_OK;
}

/* The face's languages are the keeper's too. */
static const struct language_offer *host_words(void *context, uint32_t index)
{
    (void)context;
    for (uint32_t i = 0; i < shared.languages.count; i++) {
        if (index < language_count() && shared.languages.offer[i].language == language_at(index)) {
            return &shared.languages.offer[i];
        }
    }
    return NULL;
}

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

void stage_show(struct stage *stage, enum screen_id screen)
{
    /* What the last step asked for has been carried out already. */
    uint32_t done = stage->app.effect_count;
    app_show(&stage->app, screen, stage->now_ms);
    carry_out(stage, done);
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
    memset(&stage->app_secret, 0, sizeof(stage->app_secret));
    stage->queue_count = 0;
    const struct app_config config = {
        .pack = &shared.pack,
        .languages = shared.languages.offer,
        .language_count = shared.languages.count,
        .language_first = shared.languages.first,
        .gaps = stage->no_letters ? &GAP : shared.languages.gap,
        .gap_count = stage->no_letters ? 1 : shared.languages.gap_count,
        .screen = &stage->screen,
        .text = text_measure(shared.text),
        .secret = &stage->app_secret,
        .random_seed = RANDOM_SEED,
        .width = stage->config.width,
        .height = stage->config.height,
        .px_per_m = stage->config.px_per_m,
        .theme = stage->config.theme,
        .size = stage->config.size,
        .demo = stage->config.demo,
    };
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
    stage->host = (struct keeper_host){
        .folder = &stage->folder.ops,
        .random = dice_source(&stage->dice),
        .context = stage,
        .pin_hash = stage_pin_hash,
        .pin_verify = host_pin_verify,
        .civil = host_civil,
        .memory_is_locked = host_memory_is_locked,
        .swap_is_on = host_swap_is_on,
        .space_is_low = host_space_is_low,
        .battery = host_battery,
        .can_switch_off = host_can_switch_off,
        .health = host_health,
        .drives = host_drives,
        .export = host_export,
        .backups = host_backups,
        .fetch = host_fetch,
        .words = host_words,
    };
    stage->dice.scale = &stage->keeper.settings.scale;
    memset(&stage->keeper_secret, 0, sizeof(stage->keeper_secret));
    enum status status = keeper_init(&stage->keeper, &stage->keeper_secret, &shared.pack,
                                     &stage->host, stage->now_ms, error);
    if (status != STATUS_OK) {
        return status;
    }
    if (stage->any_pin && stage->keeper.settings.pin_hash[0] == '\0') {
        (void)stage_pin_hash(stage, "246810", stage->keeper.settings.pin_hash);
        stage->keeper.status.pin_set = 1;
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
    stage->swap_is_on = stage->no_switch_off = false;
    stage->battery = BATTERY_NONE;
    stage->screen = (struct health_screen){.locked = 1, .undumpable = 1, .has_display = 1};
    stage->late_ms = 0;
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
