/* SPDX-License-Identifier: MIT */
/* Protects the app from every order of inputs: seeded random visitors press, slide, type, wait and
 * walk away, some with switches, while a made-up keeper answers, refuses or stays silent, and what
 * must always hold is checked after every step: names of nodes are unique, targets are large and
 * apart, focus is on a target, at most one Add a visit and none while nothing is counted, nothing
 * of a person is left on a resting screen. WALK_VISITORS in the environment: how many, instead of
 * the usual. */
#include "sanitized.h"
#include "screens/screens.h"
#include "shipped_words.h"

#include "core/catalog.h"
#include "screens/access/speech.h"
#include "screens/access/switches.h"
#include "screens/setup/setup_support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { VISITORS = IS_SANITIZED ? 24 : 120, STEPS = 400 };

struct walk {
    struct app app;
    struct app_secret secret;
    struct keeper_status status;
    uint64_t now_ms;
    uint32_t random;
    uint32_t adds;            /* in this visit */
    struct claim_shown claim; /* of every line */
    bool seen[SCREEN_COUNT], scanned[SCREEN_COUNT];
};

static struct walk walk;

static uint32_t dice(uint32_t n)
{
    walk.random ^= walk.random << 13;
    walk.random ^= walk.random >> 17;
    walk.random ^= walk.random << 5;
    return walk.random % n;
}

static const char *where(void)
{
    static char text[128];
    snprintf(text, sizeof(text), "%dx%d, size %u, %s", walk.app.frame.width, walk.app.frame.height,
             walk.app.comfort.size, app_screen_name(&walk.app));
    return text;
}

static void check_nodes(const struct frame *frame)
{
    bool facilitator = screen_ops(&walk.app, walk.app.screen)->facilitator;
    int32_t least = (int32_t)((facilitator ? 11600 : 12700) * (int64_t)frame->px_per_m / 1000000);
    int32_t gap = (int32_t)(2540 * (int64_t)frame->px_per_m / 1000000);
    for (uint32_t i = 0; i < frame->node_count; i++) {
        const struct node *a = &frame->node[i];
        for (uint32_t k = i + 1; k < frame->node_count; k++) {
            const struct node *b = &frame->node[k];
            if (strcmp(a->id, b->id) == 0) {
                fail_msg("%s: two nodes are called %s", where(), a->id);
            }
            if ((a->flags & b->flags & NODE_FOCUSABLE) == 0) {
                continue;
            }
            int32_t dx = a->hit.x > b->hit.x ? a->hit.x - b->hit.x - b->hit.w
                                             : b->hit.x - a->hit.x - a->hit.w;
            int32_t dy = a->hit.y > b->hit.y ? a->hit.y - b->hit.y - b->hit.h
                                             : b->hit.y - a->hit.y - a->hit.h;
            if (dx < gap - 1 && dy < gap - 1) {
                fail_msg("%s: %s and %s are too close (%d, %d)", where(), a->id, b->id, dx, dy);
            }
        }
        if ((a->flags & NODE_FOCUSABLE) != 0 && (a->hit.w < least || a->hit.h < least)) {
            fail_msg("%s: %s is too small (%d x %d)", app_screen_name(&walk.app), a->id, a->hit.w,
                     a->hit.h);
        }
        bool inside = a->rect.x >= 0 && a->rect.y >= 0 && a->rect.x + a->rect.w <= frame->width &&
                      a->rect.y + a->rect.h <= frame->height;
        if (!inside || (a->flags & NODE_CLIPPED) != 0) {
            fail_msg("%s: %s is cut off (%d %d %d %d)", where(), a->id, a->rect.x, a->rect.y,
                     a->rect.w, a->rect.h);
        }
        assert_true(a->spoken[0] != '\0' || (a->flags & NODE_PICTURE) != 0 ||
                    a->role == ROLE_PROGRESS);
    }
}

static bool is_wiped(const void *bytes, size_t length)
{
    const uint8_t *at = bytes;
    for (size_t i = 0; i < length; i++) {
        if (at[i] != 0) {
            return false;
        }
    }
    return true;
}

static void check_state(void)
{
    const struct app *app = &walk.app;
    check_nodes(&app->frame);
    assert_true(app->effect_count <= EFFECT_MAX);
    assert_true(app->deadline_ms > walk.now_ms);
    const struct node *focus = frame_find(&app->frame, app->focus_id);
    assert_true(app->focus_id[0] == '\0' ||
                (focus != NULL && (focus->flags & NODE_FOCUSABLE) != 0));
    enum patience patience = screen_ops(app, app->screen)->patience;
    if (patience == PATIENCE_REST || patience == PATIENCE_FACILITATOR) {
        assert_int_equal(app->visit, VISIT_NONE);
        assert_true(is_wiped(&walk.secret.session, sizeof(walk.secret.session)));
    }
    assert_true(!support_of(app)->typing || app->screen == SCREEN_SETUP_SUPPORT);
    assert_true(support_of(app)->typing || support_of(app)->typed.text[0] == '\0');
    assert_true(utf8_is_clean(support_of(app)->typed.text, strlen(support_of(app)->typed.text)));
    if (patience != PATIENCE_PIN) {
        assert_true(is_wiped(walk.secret.pin, sizeof(walk.secret.pin)) ||
                    app->screen == SCREEN_IDLE);
    }
    if (app->screen != SCREEN_SWITCHES && !switches_ready(switches_of(app))) {
        assert_true(switches_of(app)->presses[SWITCH_SELECT] == 0); /* half learned is forgotten */
    }
    walk.seen[app->screen] = true;
    walk.scanned[app->screen] |= switches_ready(switches_of(app)) && switches_of(app)->one;
}

static void step(const struct input *inputs, uint32_t count);

/* A line of as many sets as there are, some of its points too wide to be read. */
static void fill_line(const struct message_line_request *request, struct message_line *line)
{
    uint32_t sets = walk.status.complete_blocks;
    line->request = *request;
    line->view = (struct line_view){.block_count = sets,
                                    .series_before = dice(4) == 0,
                                    .series_month = {2024, 11},
                                    .claim = walk.claim,
                                    .first_month = {2024, 11},
                                    .since_month = {2025, 3},
                                    .point_count = sets};
    for (uint32_t i = request->from; i < line->view.point_count; i++) {
        if (line->count == MESSAGE_POINT_MAX) {
            return;
        }
        uint16_t months = (uint16_t)(10 + i);
        uint8_t centre = (uint8_t)(dice(101));
        bool readable = dice(5) > 0;
        line->point[line->count++] = (struct point){
            .block_index = (uint16_t)i,
            .month = {(uint16_t)(2024 + months / 12), (uint8_t)(1 + months % 12)},
            .band = {centre, readable ? centre : 0, readable ? centre : 100, readable}};
    }
}

static void fill_report(const struct message_report_request *request, struct message_report *report)
{
    static const char CSV[] =
        "\xEF\xBB\xBFwindow,set,month,what,level,from,to\n300,3,2026-11,\"all\",59,52,66\n";
    report->request = *request;
    report->rows = report->blocks = walk.status.complete_blocks;
    report->first = report->last = (struct month){2026, 11};
    memcpy(report->text, CSV, sizeof(CSV));
}

static void answer(const struct message *request, enum message_type type)
{
    static struct message reply;
    message_init(&reply, type);
    reply.sequence = request->sequence;
    switch ((int)type) {
    case MESSAGE_STATUS:
        reply.as.status = walk.status;
        break;
    case MESSAGE_REFUSED:
        reply.as.refused.type = request->type;
        reply.as.refused.why = (uint16_t)(STATUS_INVALID + dice(STATUS_DENIED));
        break;
    case MESSAGE_ROWS:
        reply.as.rows.total = walk.status.complete_blocks;
        break;
    case MESSAGE_LINE:
        fill_line(&request->as.line_request, &reply.as.line);
        break;
    case MESSAGE_REPORT:
        fill_report(&request->as.report_request, &reply.as.report);
        break;
    case MESSAGE_SETTINGS:
        reply.as.settings = walk.app.settings;
        reply.as.settings.choice.scale = 2;
        if (request->type == MESSAGE_SET_SUPPORT) {
            reply.as.settings.support = request->as.support;
        }
        reply.as.settings.still_open = (uint8_t)dice(CHORES_ALL + 1);
        break;
    case MESSAGE_DRIVES:
        reply.as.drives.count = dice(MESSAGE_DRIVE_MAX + 1);
        for (uint32_t i = 0; i < reply.as.drives.count; i++) {
            (void)snprintf(reply.as.drives.drive[i].label, MESSAGE_LABEL_BYTES, "STICK %u", i);
        }
        break;
    case MESSAGE_BACKUPS:
        memcpy(reply.as.backups.label, request->as.label, MESSAGE_LABEL_BYTES);
        reply.as.backups.count = dice(MESSAGE_BACKUP_MAX + 1);
        for (uint32_t i = 0; i < reply.as.backups.count; i++) {
            (void)snprintf(reply.as.backups.name[i], MESSAGE_NAME_BYTES,
                           "reflection-2026-11-%02u.backup", i + 1);
        }
        break;
    case MESSAGE_BACKUP:
        reply.as.backup.month = (struct month){2026, (uint8_t)(1 + dice(12))};
        break;
    case MESSAGE_ERASED:
        reply.as.left = dice(3);
        break;
    case MESSAGE_MACHINE:
        reply.as.machine = request->as.machine;
        break;
    case MESSAGE_HEALTH:
        reply.as.health =
            (struct health_facts){.swap = (uint8_t)dice(HEALTH_SWAP_ON + 1),
                                  .memory_locked = (uint8_t)dice(2),
                                  .sandbox_missing = (uint8_t)dice(HEALTH_SANDBOX_ALL + 1),
                                  .writable = (uint8_t)dice(2),
                                  .free_mb = dice(2 * HEALTH_SPACE_MB_MIN),
                                  .memory_mb = dice(2 * HEALTH_MEMORY_MB_MIN),
                                  .now = {{2026, 11}, 3, 19, 5}};
        break;
    default:
        break;
    }
    struct input input = {.kind = INPUT_MESSAGE, .message = &reply};
    step(&input, 1);
}

/* A keeper of few words: keeps the meeting's state, and now and then refuses or says nothing. */
static void keeper_hears(const struct message *message)
{
    walk.status.result = STATUS_OK;
    switch ((int)message->type) {
    case MESSAGE_ADD:
        walk.adds++;
        assert_int_equal(walk.app.visit, VISIT_COUNTING);
        if (dice(4) > 0) {
            answer(message, dice(3) > 0 ? MESSAGE_ADDED : MESSAGE_REFUSED);
        }
        return;
    case MESSAGE_UNLOCK:
    case MESSAGE_SET_PIN:
        walk.status.pin_set = 1;
        walk.status.unlocked = dice(3) > 0;
        walk.status.wait_ms = walk.status.unlocked || dice(3) > 0 ? 0 : 30000;
        break;
    case MESSAGE_LOCK:
        walk.status.unlocked = 0;
        break;
    case MESSAGE_OPEN:
        walk.status.meeting = MEETING_OPEN;
        walk.status.room = message->as.open.room;
        break;
    case MESSAGE_PAUSE:
        walk.status.paused = message->as.flag;
        break;
    case MESSAGE_CLOSE:
        walk.status.meeting = dice(4) > 0 ? MEETING_NONE : MEETING_UNSAVED;
        walk.status.unsaved_why = STATUS_NO_SPACE;
        walk.status.ended = ENDED_SAVED;
        break;
    case MESSAGE_DISCARD:
    case MESSAGE_TURN_FREE:
        walk.status.meeting = MEETING_NONE;
        break;
    case MESSAGE_READ_ROWS:
        answer(message, MESSAGE_ROWS);
        return;
    case MESSAGE_READ_LINE:
        answer(message, MESSAGE_LINE);
        return;
    case MESSAGE_READ_REPORT:
        answer(message, MESSAGE_REPORT);
        return;
    case MESSAGE_READ_DRIVES:
        answer(message, MESSAGE_DRIVES);
        return;
    case MESSAGE_READ_BACKUPS:
        answer(message, dice(4) > 0 ? MESSAGE_BACKUPS : MESSAGE_REFUSED);
        return;
    case MESSAGE_CHECK_BACKUP:
        answer(message, dice(4) > 0 ? MESSAGE_BACKUP : MESSAGE_REFUSED);
        return;
    case MESSAGE_RESTORE:
        walk.status.result = (uint8_t)dice(STATUS_DENIED);
        break;
    case MESSAGE_ERASE_ALL:
        answer(message, dice(4) > 0 ? MESSAGE_ERASED : MESSAGE_REFUSED);
        return;
    case MESSAGE_SAVE_BACKUP:
    case MESSAGE_SAVE_REPORT:
        answer(message, dice(2) == 0 ? MESSAGE_SAVED : MESSAGE_REFUSED);
        return;
    case MESSAGE_STAY:
        return;
    case MESSAGE_READ_HEALTH:
        answer(message, dice(4) > 0 ? MESSAGE_HEALTH : MESSAGE_REFUSED);
        return;
    case MESSAGE_SET_SETTINGS:
        assert_false(walk.status.meeting == MEETING_NONE && !walk.status.unlocked);
        walk.status.result = dice(4) > 0 ? STATUS_OK : STATUS_NO_SPACE;
        break;
    case MESSAGE_SETTLE:
    case MESSAGE_SET_SUPPORT: {
        struct message sealed = *message;
        assert_int_equal(message_seal(&sealed), STATUS_OK); /* a line that can be kept */
        assert_true(walk.status.unlocked);
        walk.status.result = dice(4) > 0 ? STATUS_OK : STATUS_NO_SPACE;
        answer(message, MESSAGE_STATUS);
        if (walk.status.result == STATUS_OK) {
            answer(message, MESSAGE_SETTINGS);
        }
        return;
    }
    case MESSAGE_SET_MACHINE:
        assert_true(machine_is_valid(&message->as.machine));
        answer(message, MESSAGE_STATUS);
        answer(message, MESSAGE_MACHINE);
        return;
    default:
        break;
    }
    answer(message, MESSAGE_STATUS);
}

static void step(const struct input *inputs, uint32_t count)
{
    enum visit before = walk.app.visit;
    app_step(&walk.app, inputs, count, walk.now_ms);
    if (walk.app.visit != before && walk.app.visit != VISIT_NONE) {
        walk.adds = 0;
    }
    check_state();
    static struct message said[EFFECT_MAX];
    uint32_t said_count = 0;
    for (uint32_t i = 0; i < walk.app.effect_count; i++) {
        if (walk.app.effect[i].kind == EFFECT_SEND) {
            said[said_count++] = walk.app.effect[i].message;
        }
    }
    struct message kept[EFFECT_MAX];
    memcpy(kept, said, sizeof(kept));
    for (uint32_t i = 0; i < said_count; i++) {
        keeper_hears(&kept[i]);
    }
}

/* Most people go on: else no one would ever get to the end. */
static const struct node *way_on(const struct frame *frame)
{
    static const char *const IDS[] = {"setup.skip",   "common.next",     "promise.ready",
                                      "arrive.begin", "common.continue", "welcome.begin",
                                      "key.done"};
    for (size_t i = 0; i < sizeof(IDS) / sizeof(IDS[0]); i++) {
        const struct node *node = frame_find(frame, IDS[i]);
        if (node != NULL) {
            return node;
        }
    }
    return NULL;
}

static struct input press_somewhere(enum input_kind kind)
{
    const struct frame *frame = &walk.app.frame;
    struct input input = {.kind = kind, .touch = dice(2) == 0};
    const struct node *node = dice(3) == 0 ? way_on(frame) : NULL;
    if (node == NULL) {
        node = &frame->node[dice(frame->node_count)];
    }
    if (dice(12) == 0) {
        input.x = (int32_t)dice((uint32_t)frame->width);
        input.y = (int32_t)dice((uint32_t)frame->height);
    } else {
        input.x = node->rect.x + node->rect.w / 2;
        input.y = node->rect.y + node->rect.h / 2;
    }
    return input;
}

/* PINs need six digits before anything happens: visitors who get there know one. */
static void type_pin(void)
{
    for (int i = 0; i < 6; i++) {
        struct input down = {
            .kind = INPUT_KEY_DOWN, .key = KEY_DIGIT_0 + 3, .code = KEY_DIGIT_0 + 3};
        struct input up = {.kind = INPUT_KEY_UP, .key = KEY_DIGIT_0 + 3, .code = KEY_DIGIT_0 + 3};
        step(&down, 1);
        step(&up, 1);
    }
    struct input enter[] = {{.kind = INPUT_KEY_DOWN, .key = KEY_RIGHT},
                            {.kind = INPUT_KEY_UP, .key = KEY_RIGHT}};
    step(&enter[0], 1);
    step(&enter[1], 1);
}

/* Somebody with two switches, or one, presses away for a while. */
static void press_switches(void)
{
    uint32_t count = 1 + dice(2), presses = 2 + dice(40);
    for (uint32_t i = 0; i < presses; i++) {
        uint16_t code = (uint16_t)(300 + dice(count));
        struct input down = {.kind = INPUT_KEY_DOWN, .key = KEY_OTHER, .code = code}, up = down;
        up.kind = INPUT_KEY_UP;
        step(&down, 1);
        walk.now_ms += 1 + dice(1500);
        step(NULL, 0);
        step(&up, 1);
        walk.now_ms += dice(8) == 0 ? 16000 : 401 + dice(3000);
        step(NULL, 0);
    }
}

/* Most visitors have a voice; it hears its texts out, and sometimes it loses its language, its
 * device or its life. */
static void hear_the_voice(void)
{
    static const enum voice_type TYPES[] = {VOICE_SAID, VOICE_SAID, VOICE_SAID, VOICE_STATE,
                                            VOICE_ENDED};
    struct voice_record record;
    struct input input = {.kind = INPUT_VOICE, .voice = &record};
    voice_init(&record, TYPES[dice(sizeof(TYPES) / sizeof(TYPES[0]))]);
    if (record.type == VOICE_SAID) {
        record.sequence = speech_of(&walk.app)->waiting != 0 ? speech_of(&walk.app)->waiting : 1;
    } else if (record.type == VOICE_STATE) {
        record.as.state.languages = dice(6) > 0;
        record.as.state.device = dice(6) > 0;
        record.as.state.phones = (uint8_t)dice(PHONES_OUT + 1);
    }
    step(&input, 1);
}

static void do_something(void)
{
    static const struct {
        int32_t w, h;
        uint32_t px_per_m;
    } PANELS[] = {{1920, 1080, 5560}, {1366, 768, 3950}, {1024, 600, 4630}, {1080, 1920, 4030}};
    uint32_t what = dice(100);
    if (screen_ops(&walk.app, walk.app.screen)->patience == PATIENCE_PIN && dice(4) == 0) {
        type_pin();
    } else if (what < 60) {
        struct input down = press_somewhere(INPUT_POINTER_DOWN), up = down;
        up.kind = INPUT_POINTER_UP;
        step(&down, 1);
        walk.now_ms += 1 + dice(100);
        if (dice(10) == 0) {
            up = press_somewhere(INPUT_POINTER_UP);
        }
        step(&up, 1);
    } else if (what < 83) {
        struct input down = {.kind = INPUT_KEY_DOWN, .key = (enum key)(1 + dice(KEY_COUNT - 1))};
        down.code = (uint16_t)down.key;
        struct input up = down;
        up.kind = INPUT_KEY_UP;
        step(&down, 1);
        walk.now_ms += dice(300);
        step(&up, 1);
    } else if (what < 88) {
        hear_the_voice();
    } else if (what < 93) {
        walk.now_ms += dice(400000);
        step(NULL, 0);
    } else if (what < 94) {
        struct input input = {.kind = INPUT_SUSPEND};
        step(&input, 1);
    } else if (what < 96) {
        uint32_t panel = dice(sizeof(PANELS) / sizeof(PANELS[0]));
        struct input input = {.kind = INPUT_SURFACE,
                              .x = PANELS[panel].w,
                              .y = PANELS[panel].h,
                              .px_per_m = PANELS[panel].px_per_m};
        step(&input, 1);
    } else if (what < 98) {
        /* The evening goes on by itself. */
        walk.status.meeting = (uint8_t)dice(MEETING_UNSAVED);
        struct message unasked = {0};
        answer(&unasked, MESSAGE_STATUS);
    } else if (what < 99) {
        press_switches();
    } else {
        struct input inputs[] = {{.kind = INPUT_PRESENCE},
                                 {.kind = INPUT_WHEEL, .y = dice(2) == 0 ? 1 : -1}};
        step(&inputs[dice(2)], 1);
    }
}

static void test_random_visitors(void **state)
{
    (void)state;
    const char *wish = getenv("WALK_VISITORS");
    const uint32_t visitors = wish != NULL ? (uint32_t)strtoul(wish, NULL, 10) : VISITORS;
    for (uint32_t visitor = 1; visitor <= visitors; visitor++) {
        memset(&walk.status, 0, sizeof(walk.status));
        walk.random = visitor * 2654435761U;
        walk.now_ms = 1000000;
        walk.status.pin_set = dice(4) > 0;
        walk.status.meeting = dice(3) > 0 ? MEETING_OPEN : MEETING_NONE;
        walk.status.room = dice(4) > 0 ? ROOM_MANY : ROOM_FEW;
        walk.status.memory_locked = 1;
        walk.status.question_count = 7;
        walk.status.scale = 2;
        walk.status.tries_left = 5;
        walk.status.wait_next_ms = 30000;
        static const uint32_t BLOCKS[] = {0, 1, 3, 26, 650}; /* fifty years */
        walk.status.complete_blocks = BLOCKS[dice(5)];
        walk.claim = (struct claim_shown){.grade = (enum grade)dice(GRADE_CHANGED + 1),
                                          .reason = (enum not_yet)dice(NOT_YET_FEW_ANSWERS + 1),
                                          .blocks_needed = 1 + dice(5),
                                          .strength = dice(2000),
                                          .up = dice(2) == 0,
                                          .before = 41,
                                          .after = 67};
        walk.status.last = (uint8_t)dice(3);
        walk.status.file = (uint8_t)dice(5);
        walk.status.opened.month = walk.status.closes.month = walk.status.closed.month =
            walk.status.today.month = walk.status.month = (struct month){2026, 11};
        walk.status.today.day = 3;
        walk.status.appliance =
            (uint8_t)(dice(2) == 0 ? 0 : APPLIANCE_OWN | dice(APPLIANCE_ALL + 1));
        struct app_config config = shipped_config(&walk.secret);
        config.random_seed = visitor;
        config.size = (enum text_size)dice(SIZE_COUNT);
        app_init(&walk.app, &config, walk.now_ms);
        step(NULL, 0);
        walk.app.settings.still_open = (uint8_t)dice(CHORES_ALL + 1);
        for (uint32_t i = 0; i < STEPS; i++) {
            walk.now_ms += dice(3) == 0 ? dice(200) : 401 + dice(2000);
            do_something();
            assert_true(walk.adds <= 4); /* one, and retries after a refusal */
        }
    }
    for (int i = 0; i < SCREEN_COUNT; i++) {
        if (!walk.seen[i] && !IS_SANITIZED) {
            fail_msg("no visitor came to %s", screen_name((enum screen_id)i));
        }
    }
    assert_true(walk.scanned[SCREEN_QUESTION] || IS_SANITIZED);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_random_visitors)};
    return cmocka_run_group_tests(tests, shipped_words_load, NULL);
}
