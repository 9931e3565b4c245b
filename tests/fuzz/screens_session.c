/* SPDX-License-Identifier: MIT */
/* Protects the screens from hands and words in any order: whatever is pressed, typed, resized or
 * waited for, and whatever a keeper says that passes the check of its messages, every frame stays
 * within its limits, one visit has one Add under way and only while it is counted, and nothing of a
 * person is left on a resting or a facilitator's screen. Inputs come one by one, or up to as many
 * in one step as a display that stalled gives. The bytes are a script: a letter, then what it
 * needs. */
#include "fuzz.h"
#include "screens_world.h"

#include "screens/access/speech.h"

enum { STEPS_MAX = 200, MUTATIONS_MAX = 7 };

/* Says world.in, when it is something that a face would listen to. */
static void say(void)
{
    if (message_check_from_keeper(&world.in, sizeof(world.in)) != STATUS_OK) {
        return;
    }
    bool is_add = world.add != 0 && world.in.sequence == world.add;
    if (is_add && world.in.type == MESSAGE_ADDED) {
        world.add = 0;
        world.added = true;
    }
    if (is_add && world.in.type == MESSAGE_REFUSED && world.in.as.refused.type == MESSAGE_ADD) {
        world.add = 0;
    }
    if (world.in.type == MESSAGE_STATUS) {
        world.status = world.in.as.status;
    }
    struct input input = {.kind = INPUT_MESSAGE, .message = &world.in};
    step(&input);
}

static void fill_line(struct message_line *line, uint8_t sets)
{
    const struct message_line_request *request = &world.asked.as.line_request;
    if (world.asked.type == MESSAGE_READ_LINE) {
        line->request = *request;
    }
    line->view = (struct line_view){.block_count = sets,
                                    .series_month = {2026, 11},
                                    .claim = {.grade = sets == 0 ? GRADE_NONE : GRADE_STEADY},
                                    .first_month = {2026, 11},
                                    .point_count = sets};
    uint32_t from = line->request.from;
    for (uint32_t i = from; i < line->view.point_count && i - from < MESSAGE_POINT_MAX; i++) {
        line->point[line->count++] = (struct point){
            .block_index = (uint16_t)i, .month = {2026, 11}, .band = {50, 40, 60, true}};
    }
}

static void fill_rows(struct message_rows *rows, uint8_t count)
{
    rows->count = count % (MESSAGE_BLOCK_MAX + 1);
    rows->total = rows->count;
    for (uint32_t i = 0; i < rows->count; i++) {
        rows->block[i] = (struct block){.id = i + 1,
                                        .series = "s1",
                                        .month = {2026, 11},
                                        .meetings = TOTALS_MEETINGS_PER_BLOCK,
                                        .scale = NOISE_SCALE_MIN,
                                        .tally_count = 1,
                                        .tally = {{.question = "q1", .upper = 4, .lower = -1}}};
    }
}

/* A plain message of that type, as a well-meaning keeper would send it. */
static void make(uint16_t type, uint8_t amount)
{
    message_init(&world.in, (enum message_type)type);
    switch (type) {
    case MESSAGE_STATUS:
        world.in.as.status = world.status;
        break;
    case MESSAGE_REFUSED:
        world.in.as.refused.type = world.asked.type;
        world.in.as.refused.why = amount;
        break;
    case MESSAGE_ROWS:
        fill_rows(&world.in.as.rows, amount);
        break;
    case MESSAGE_LINE:
        fill_line(&world.in.as.line, amount);
        break;
    case MESSAGE_REPORT:
        world.in.as.report.rows = world.in.as.report.blocks = amount;
        memcpy(world.in.as.report.text, "window,share\n3,59\n", 18);
        break;
    case MESSAGE_DRIVES:
        world.in.as.drives.count = amount % (MESSAGE_DRIVE_MAX + 1);
        for (uint32_t i = 0; i < world.in.as.drives.count; i++) {
            memcpy(world.in.as.drives.drive[i].label, "STICK", 5);
        }
        break;
    case MESSAGE_SETTINGS:
        world.in.as.settings.choice.scale = 2;
        if (world.asked.type == MESSAGE_SET_SUPPORT) {
            world.in.as.settings.support = world.asked.as.support;
        }
        break;
    case MESSAGE_BACKUPS:
        memcpy(world.in.as.backups.label, "STICK", 5);
        world.in.as.backups.count = amount % (MESSAGE_BACKUP_MAX + 1);
        for (uint32_t i = 0; i < world.in.as.backups.count; i++) {
            memcpy(world.in.as.backups.name[i], "a.backup", 8);
        }
        break;
    case MESSAGE_BACKUP:
        world.in.as.backup.month = (struct month){2026, (uint8_t)(1 + amount % 12)};
        break;
    case MESSAGE_ERASED:
        world.in.as.left = amount;
        break;
    case MESSAGE_MACHINE:
        if (world.asked.type == MESSAGE_SET_MACHINE) {
            world.in.as.machine = world.asked.as.machine;
        }
        break;
    default:
        break;
    }
    enum status sealed = message_seal(&world.in); /* no padding; a rule broken is dropped later */
    (void)sealed;
}

static uint16_t answer_to(uint16_t asked)
{
    enum message_type answer =
        asked != MESSAGE_NONE ? message_answer_of((enum message_type)asked) : MESSAGE_NONE;
    return (uint16_t)(answer != MESSAGE_NONE ? answer : MESSAGE_STATUS);
}

static void say_answer(uint16_t type, uint8_t amount)
{
    make(type, amount);
    world.in.sequence = world.asked.sequence;
    say();
}

/* One field of the keeper's state changes, and it says so. */
static void say_status(struct script *script)
{
    make(MESSAGE_STATUS, 0);
    uint8_t at = take(script);
    world.in.as.bytes[at % sizeof(struct keeper_status)] = take(script);
    world.in.as.status.unsaved_why =
        world.in.as.status.meeting == MEETING_UNSAVED ? STATUS_NO_SPACE : STATUS_OK;
    say();
}

static void say_anything(struct script *script)
{
    uint8_t type = take(script), amount = take(script), many = take(script);
    make((uint16_t)(MESSAGE_STATUS + type % (MESSAGE_KEEPER_COUNT - MESSAGE_STATUS)), amount);
    world.in.sequence = many % 2 != 0 ? world.asked.sequence : 0;
    for (int i = 0; i < many / 2 % (MUTATIONS_MAX + 1); i++) {
        size_t at = (size_t)take(script) << 8;
        at = (at | take(script)) % sizeof(world.in.as.bytes);
        world.in.as.bytes[at] = take(script);
    }
    say();
}

/* What a voice says, when it is something that a face would listen to: often the end of the words
 * that it was given, so that a reading goes on. */
static void speak(struct script *script)
{
    struct voice_record record;
    uint8_t type = take(script), amount = take(script);
    voice_init(&record, (enum voice_type)(VOICE_STATE + type % (VOICE_TYPE_COUNT - VOICE_STATE)));
    if (record.type == VOICE_STATE) {
        record.as.state.languages = amount & 1;
        record.as.state.device = amount >> 1 & 1;
        record.as.state.phones = (uint8_t)(amount >> 2);
    } else if (record.type == VOICE_SAID) {
        record.sequence = amount % 4 != 0 ? speech_of(&world.app)->waiting : amount;
    }
    struct input input = {.kind = INPUT_VOICE, .voice = &record};
    if (voice_check_to_face(&record, sizeof(record)) == STATUS_OK) {
        step(&input);
    }
}

static void pass(uint64_t ms)
{
    world.now_ms += ms;
}

static void press_at(int32_t x, int32_t y)
{
    struct input input = {.kind = INPUT_POINTER_DOWN, .touch = true, .x = x, .y = y};
    pass(GUARD_MS + 1);
    step(&input);
    input.kind = INPUT_POINTER_UP;
    pass(50);
    step(&input);
}

static void press(const struct node *node)
{
    if (node != NULL) {
        press_at(node->rect.x + node->rect.w / 2, node->rect.y + node->rect.h / 2);
    }
}

/* Erase is nobody's business: no message goes out with it. */
static void press_erase(void)
{
    const struct node *erase = frame_find(&world.app.frame, "finish.erase");
    uint32_t before = world.app.sequence;
    bool is_alone = world.burst.wish == 0;
    if (erase != NULL) {
        press(erase);
        hold(!is_alone || world.app.screen != SCREEN_CLOSING || world.app.sequence == before);
    }
}

static void press_way_on(void)
{
    static const char *const IDS[] = {"common.next", "promise.ready", "arrive.begin",
                                      "common.continue", "welcome.begin"};
    for (size_t i = 0; i < sizeof(IDS) / sizeof(IDS[0]); i++) {
        const struct node *node = frame_find(&world.app.frame, IDS[i]);
        if (node != NULL) {
            press(node);
            return;
        }
    }
}

/* Controls that lead far and that chance would seldom hit. */
static void press_named(uint8_t which)
{
    static const char *const IDS[] = {
        "welcome.facilitator",
        "welcome.comfort",
        "common.pause",
        "common.back",
        "pause.erase",
        "erase.yes",
        "meeting.open",
        "meeting.room.many",
        "meeting.close",
        "meeting.yes",
        "meeting.lock",
        "meeting.trends",
        "meeting.report",
        "report.save",
        "meeting.settings",
        "settings.health",
        "settings.blur",
        "settings.fit",
        "settings.questions",
        "settings.support",
        "trends.plot.7",
        "detail.table",
        "closing.surprise",
        "common.done",
        "setup.skip",
        "setup.keep",
        "closed.tour",
        "question.answer.3",
        "pause.comfort",
        "common.more",
        "switches.one",
        "comfort.switches.learn",
        "support.phone",
        "key.page",
        "key.capitals",
        "key.erase",
        "key.done",
        "practice.start",
        "settings.backup",
        "backup.save",
        "backup.found.1",
        "restore.yes",
        "settings.erase-all",
        "eraseall.yes",
        "restore.keep",
        "eraseall.keep",
        "settings.checks",
        "checks.switches",
    };
    press(frame_find(&world.app.frame, IDS[which % (sizeof(IDS) / sizeof(IDS[0]))]));
}

static void type_key(enum key key)
{
    struct input input = {.kind = INPUT_KEY_DOWN, .key = key, .code = (uint16_t)key};
    pass(GUARD_MS + 1);
    step(&input);
    input.kind = INPUT_KEY_UP;
    step(&input);
}

/* Presses two or three keys of no other meaning, one of them now and then for long. */
static void press_switch(uint8_t which)
{
    struct input input = {
        .kind = INPUT_KEY_DOWN, .key = KEY_OTHER, .code = (uint16_t)(300 + which % 3)};
    pass(GUARD_MS + 1);
    step(&input);
    pass(which >= 200 ? 1100 : 60);
    step(NULL);
    input.kind = INPUT_KEY_UP;
    step(&input);
}

static void type_pin(void)
{
    for (int i = 0; i < 6; i++) {
        type_key(KEY_DIGIT_0 + 3);
    }
    type_key(KEY_RIGHT);
}

static void do_loosely(struct script *script)
{
    uint8_t kind = take(script), a = take(script), b = take(script);
    struct input input = {.kind = (enum input_kind)(kind % (INPUT_PRESENCE + 1)),
                          .key = (enum key)(1 + a % (KEY_COUNT - 1)),
                          .code = (uint16_t)(1 + a % (KEY_COUNT - 1)),
                          .touch = b % 2 != 0,
                          .x = world.app.frame.width * a / 255,
                          .y = world.app.frame.height * b / 255};
    step(&input);
}

static void resize(struct script *script)
{
    static const struct {
        int32_t w, h;
        uint32_t px_per_m;
    } PANELS[] = {{1920, 1080, 5560}, {1366, 768, 3950},  {1024, 600, 4630},
                  {1080, 1920, 4030}, {3840, 2160, 5560}, {1280, 800, 5900}};
    uint8_t panel = take(script) % (sizeof(PANELS) / sizeof(PANELS[0]));
    struct input input = {.kind = INPUT_SURFACE,
                          .x = PANELS[panel].w,
                          .y = PANELS[panel].h,
                          .px_per_m = PANELS[panel].px_per_m};
    step(&input);
}

static void begin(uint8_t size)
{
    memset(&world.status, 0, sizeof(world.status));
    memset(&world.asked, 0, sizeof(world.asked));
    world.status.pin_set = world.status.memory_locked = 1;
    world.status.meeting = MEETING_OPEN;
    world.status.room = ROOM_MANY;
    world.status.question_count = (uint8_t)pack.question_count;
    world.status.scale = NOISE_SCALE_MIN;
    world.status.tries_left = 5;
    world.status.wait_next_ms = 30000;
    world.status.opened = world.status.closes = world.status.today =
        (struct civil_time){{2026, 11}, 3, 19, 5};
    world.add = 0;
    world.added = world.said = false;
    world.now_ms = 1000000;
    world.burst.count = world.burst.wish = 0;
    struct app_config config = {.screens = &SCREENS,
                                .pack = &pack,
                                .languages = &language,
                                .language_count = 1,
                                .text = FAKE_FONT,
                                .secret = &world.secret,
                                .random_seed = 1,
                                .width = 1920,
                                .height = 1080,
                                .px_per_m = 5560,
                                .size = (enum text_size)(size % SIZE_COUNT)};
    app_init(&world.app, &config, world.now_ms);
    step(NULL);
    say_answer(MESSAGE_STATUS, 0);
}

static void obey(struct script *script)
{
    const struct frame *frame = &world.app.frame;
    struct input input = {.kind = INPUT_SUSPEND};
    uint8_t letter = take(script), a;
    switch (letter) {
    case 'B':
        world.burst.wish = 1 + take(script) % STEP_INPUT_MAX;
        break;
    case 'G':
        press_way_on();
        break;
    case 'A':
        press(frame_find(frame, "finish.add"));
        break;
    case 'E':
        press_erase();
        break;
    case 'H':
        press_named(take(script));
        break;
    case 'N':
        a = take(script);
        press(frame->node_count > 0 ? &frame->node[a % frame->node_count] : NULL);
        break;
    case 'K':
        type_key((enum key)(1 + take(script) % (KEY_COUNT - 1)));
        break;
    case 'P':
        type_pin();
        break;
    case 'Q':
        press_switch(take(script));
        break;
    case 'I':
        do_loosely(script);
        break;
    case 'W':
        resize(script);
        break;
    case 'Z':
        step(&input);
        break;
    case 'T':
        pass((uint64_t)take(script) * 1000);
        step(NULL);
        break;
    case 'R':
        say_answer(answer_to(world.asked.type), take(script));
        break;
    case 'F':
        say_answer(MESSAGE_REFUSED, take(script));
        break;
    case 'S':
        say_status(script);
        break;
    case 'V':
        say_anything(script);
        break;
    case 'L':
        speak(script);
        break;
    default:
        press(frame->node_count > 0 ? &frame->node[letter % frame->node_count] : NULL);
        break;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct script script = {bytes, length};
    if (pack.question_count == 0) {
        load();
    }
    begin(take(&script));
    for (uint32_t i = 0; i < STEPS_MAX && script.left > 0; i++) {
        obey(&script);
    }
    take_burst(); /* what waits still */
    return 0;
}
