/* SPDX-License-Identifier: MIT */
/* Protects everybody who asks for something that does not work: on every screen that can be come to
 * each control is pressed, each request that follows is refused with each status of the protocol,
 * and every time there have to be new words on the screen, none that the good answer would have
 * brought, no id in place of words, a way to leave, and whatever a person chose or typed. In every
 * language that ships. Which requests were refused is counted against the protocol's own list, so a
 * message or a status that no screen is ready for fails here. */
#include "granting.h"
#include "sanitized.h"

#include "core/fnv.h"
#include "screens/setup/setup.h"
#include "screens/setup/setup_support.h"
#include "tools/stage/test_show.h"

#include <stdlib.h>

enum {
    DEPTH = 4,   /* to discard a meeting takes four presses */
    CHOICES = 2, /* of those on a screen, so many are tried */
    SEEN_MAX = 1 << 14,
    TEXTS_MAX = 4 * NODE_MAX,
    TEXT_KEPT = 1 << 17,
};

/* Refused so far. */
static uint32_t refused[MESSAGE_FACE_COUNT][STATUS_COUNT];

/* Words that were on the screen. */
struct texts {
    uint32_t count, used;
    uint32_t at[TEXTS_MAX];
    char bytes[TEXT_KEPT];
};

static bool has_text(const struct texts *texts, const char *text)
{
    for (uint32_t i = 0; i < texts->count; i++) {
        if (strcmp(texts->bytes + texts->at[i], text) == 0) {
            return true;
        }
    }
    return false;
}

/* Words of a control are not news: a way on may be called the same whatever came of it. */
static bool is_news(const struct node *node)
{
    return (node->flags & (NODE_FOCUSABLE | NODE_DISABLED)) == 0 && node->text != NULL &&
           node->text[0] != '\0' && (node->flags & NODE_HEARD) == 0;
}

static void add_texts(struct texts *texts)
{
    for (uint32_t i = 0; i < now.app.frame.node_count; i++) {
        const struct node *node = &now.app.frame.node[i];
        if (!is_news(node) || has_text(texts, node->text)) {
            continue;
        }
        size_t bytes = strlen(node->text) + 1;
        assert_true(texts->count < TEXTS_MAX && texts->used + bytes <= TEXT_KEPT);
        texts->at[texts->count++] = texts->used;
        memcpy(texts->bytes + texts->used, node->text, bytes);
        texts->used += (uint32_t)bytes;
    }
}

/* What the screen says and offers, wherever it stands. */
static uint64_t shown(void)
{
    uint64_t hash = fnv_bytes(FNV_START, &now.app.screen, sizeof(now.app.screen));
    for (uint32_t i = 0; i < now.app.frame.node_count; i++) {
        const struct node *node = &now.app.frame.node[i];
        uint16_t flags = node->flags & (NODE_FOCUSABLE | NODE_CHOSEN | NODE_DISABLED);
        hash = fnv_bytes(hash, node->id, strlen(node->id));
        hash = fnv_bytes(hash, &flags, sizeof(flags));
        hash = fnv_bytes(hash, node->spoken, strlen(node->spoken));
    }
    return hash;
}

/* Hashes that were met; a value says with how much left to do. */
struct met {
    uint64_t key[SEEN_MAX];
    uint32_t value[SEEN_MAX];
};

/* The value of a key, 0 at first. */
static uint32_t *met_value(struct met *met, uint64_t key)
{
    uint32_t at = (uint32_t)(key % SEEN_MAX);
    for (uint32_t i = 0; i < SEEN_MAX; i++, at = (at + 1) % SEEN_MAX) {
        if (met->key[at] == 0 || met->key[at] == key) {
            met->key[at] = key;
            return &met->value[at];
        }
    }
    fail_msg("more screens than this test can hold");
    return NULL;
}

static struct met met_requests, met_places, met_ways;

static bool can_press(const struct node *node)
{
    return (node->flags & (NODE_FOCUSABLE | NODE_DISABLED)) == NODE_FOCUSABLE;
}

static void press(const struct node *node)
{
    const int32_t x = node->hit.x + node->hit.w / 2, y = node->hit.y + node->hit.h / 2;
    const struct input down = {.kind = INPUT_POINTER_DOWN, .x = x, .y = y};
    const struct input up = {.kind = INPUT_POINTER_UP, .x = x, .y = y};
    step(&down);
    step(&up);
}

static const char *describe(const struct message *request, enum status why)
{
    static char text[160];
    (void)snprintf(text, sizeof(text), "%s on %s: request %u refused with %u",
                   the_language.language->tag, app_screen_name(&now.app), request->type,
                   (unsigned)why);
    return text;
}

static void print_screen(void)
{
    for (uint32_t i = 0; i < now.app.frame.node_count; i++) {
        print_message("    %s: %s\n", now.app.frame.node[i].id, now.app.frame.node[i].text);
    }
}

static uint32_t faults;

static void complain(const struct message *request, enum status why, const char *what)
{
    print_message("%s: %s\n", describe(request, why), what);
    if (getenv("REFUSALS_SHOW") != NULL) {
        print_screen();
    }
    faults++;
}

/* An id of a text, or a place in it that nobody filled. */
static bool is_raw(const char *text)
{
    const bool is_id_like = strchr(text, ' ') == NULL && strchr(text, '.') != NULL;
    for (int i = 0; is_id_like && i < MSG_COUNT; i++) {
        if (strcmp(text, message_id_name((enum message_id)i)) == 0) {
            return true;
        }
    }
    return strpbrk(text, "{}") != NULL;
}

/* With good answers some press, or the one after it, leads away. */
static bool leads_away(uint32_t presses)
{
    const uint32_t screen = now.app.screen;
    bool does = false;
    save();
    for (uint32_t i = 0; i < now.app.frame.node_count && presses > 0 && !does; i++) {
        if (can_press(&now.app.frame.node[i])) {
            press(&now.app.frame.node[i]);
            grant_the_rest();
            does = now.app.screen != screen || leads_away(presses - 1);
            take_back();
        }
    }
    forget_saved();
    return does;
}

static bool can_be_left(void)
{
    enum { KNOWN_NO = 1, KNOWN_YES };
    uint32_t *known = met_value(&met_ways, shown());
    if (*known == 0) {
        *known = leads_away(2) ? KNOWN_YES : KNOWN_NO;
    }
    return *known == KNOWN_YES;
}

/* What a person answered, typed and chose; of a locked part nothing is to be left. */
static bool is_kept(const struct app *before, const struct app_secret *secret)
{
    const struct app *app = &now.app;
    if (app->screen == SCREEN_PIN && before->screen != SCREEN_PIN) {
        return true;
    }
    const struct draft *draft = draft_of(before), *draft_now = draft_of(app);
    const struct setup_support *support = support_of(before), *support_now = support_of(app);
    bool answers = memcmp(&secret->session, &now.secret.session, sizeof(secret->session)) == 0;
    bool has_ended = app->screen == SCREEN_FINISH && app->visit != VISIT_NONE &&
                     frame_find(&app->frame, "finish.erase") == NULL;
    return (answers || has_ended) &&
           memcmp(&draft->choice, &draft_now->choice, sizeof(draft->choice)) == 0 &&
           memcmp(&support->lines, &support_now->lines, sizeof(support->lines)) == 0;
}

/* Nobody waits for what becomes of the first two: the app says them by itself. The drives are asked
 * for with a report, which may then be empty and name none. */
static bool is_waited_for(const struct message *request)
{
    const bool is_of_empty =
        request->type == MESSAGE_READ_DRIVES && frame_find(&now.app.frame, "report.empty") != NULL;
    return request->type != MESSAGE_HELLO && request->type != MESSAGE_LOCK && !is_of_empty;
}

/* A page further on has words that were not there. */
static bool is_told_further_on(const struct texts *old)
{
    for (uint32_t page = 1; page < now.app.page_count; page++) {
        app_turn(&now.app, page);
        step(NULL);
        for (uint32_t i = 0; i < now.app.frame.node_count; i++) {
            const struct node *node = &now.app.frame.node[i];
            if (is_news(node) && !has_text(old, node->text)) {
                return true;
            }
        }
    }
    return false;
}

static void check_refused(const struct message *request, enum status why, const struct texts *old,
                          const struct texts *good)
{
    bool is_new = false;
    for (uint32_t i = 0; i < now.app.frame.node_count; i++) {
        const struct node *node = &now.app.frame.node[i];
        if (is_raw(node->text) || is_raw(node->spoken)) {
            complain(request, why, node->text);
        }
        if (is_news(node) && !has_text(old, node->text)) {
            is_new = true;
            if (has_text(good, node->text) && is_waited_for(request)) {
                complain(request, why, node->text);
            }
        }
    }
    if (!can_be_left()) {
        complain(request, why, "nothing leads away");
    }
    if (!is_waited_for(request)) {
        return;
    }
    if (!is_kept(&saved[depth_now - 1].app, &saved[depth_now - 1].secret)) {
        complain(request, why, "what a person chose is lost");
    }
    if (!is_new && !is_told_further_on(old)) {
        complain(request, why, "nothing new is said");
    }
}

/* The world is the one before the answer, and is so again afterwards. */
static void refuse_in_every_way(const struct message *request, const struct texts *before)
{
    static struct texts old, good;
    uint64_t key = shown() ^ (uint64_t)request->type * 0x9e3779b97f4a7c15u;
    uint32_t *known = met_value(&met_requests, key);
    if (*known != 0) {
        return;
    }
    *known = 1;
    old = *before;
    add_texts(&old);
    save();
    grant(request);
    good.count = good.used = 0;
    add_texts(&good);
    for (int why = STATUS_OK + 1; why < STATUS_COUNT; why++) {
        take_back();
        refuse(request, (enum status)why);
        grant_the_rest();
        check_refused(request, (enum status)why, &old, &good);
        refused[request->type][why]++;
    }
    forget_saved();
}

/* Every request that waits is refused in every way, then granted; so is what that leads to. */
static void answer_all(const struct texts *before)
{
    while (now.queued > 0) {
        const struct message request = next_request();
        refuse_in_every_way(&request, before);
        grant(&request);
    }
}

static void type_key(enum key key, uint16_t code)
{
    const struct input down = {.kind = INPUT_KEY_DOWN, .key = key, .code = code};
    const struct input up = {.kind = INPUT_KEY_UP, .key = key, .code = code};
    step(&down);
    step(&up);
}

/* Where something is to be typed, it is: a PIN, or a letter. */
static void type_something(void)
{
    const struct node *letter = frame_find(&now.app.frame, "key.0.0");
    for (int i = 0; i < 6 && frame_find(&now.app.frame, "pin.key.1") != NULL; i++) {
        type_key(KEY_DIGIT_0 + 3, KEY_DIGIT_0 + 3);
    }
    if (letter != NULL && support_of(&now.app)->typed.text[0] == '\0') {
        press(letter);
    }
}

static bool is_letter(const struct node *node)
{
    return strncmp(node->id, "pin.key.", 8) == 0 ||
           (strncmp(node->id, "key.", 4) == 0 && strcmp(node->id, "key.done") != 0);
}

static void explore(uint32_t presses)
{
    static struct texts before;
    type_something();
    uint32_t *known = met_value(&met_places, shown());
    if (*known >= presses) {
        return;
    }
    *known = presses;
    uint32_t choices = 0;
    save();
    for (uint32_t i = 0; i < now.app.frame.node_count; i++) {
        const struct node *node = &now.app.frame.node[i];
        choices += can_press(node) && node->role == ROLE_CHOICE;
        if (!can_press(node) || is_letter(node) ||
            (node->role == ROLE_CHOICE && choices > CHOICES)) {
            continue;
        }
        before.count = before.used = 0;
        add_texts(&before);
        press(&now.app.frame.node[i]);
        answer_all(&before);
        explore(presses - 1);
        take_back();
    }
    forget_saved();
}

/* Evenings that screens differ in. */
static const struct evening {
    struct keeper_status status;
    uint8_t still_open;
} EVENINGS[] = {
    {{.pin_set = 1, .unlocked = 1, .file = FILE_GOOD, .complete_blocks = 20, .can_switch_off = 1},
     0},
    {{.pin_set = 1, .unlocked = 1, .file = FILE_NONE, .appliance = APPLIANCE_OWN}, CHORES_ALL},
    {{.pin_set = 1, .unlocked = 1, .file = FILE_GOOD, .meeting = MEETING_OPEN, .room = ROOM_MANY},
     0},
    {{.pin_set = 1,
      .unlocked = 1,
      .file = FILE_GOOD,
      .meeting = MEETING_UNSAVED,
      .room = ROOM_MANY,
      .unsaved_why = STATUS_NO_SPACE},
     0},
    {{.pin_set = 1, .unlocked = 1, .file = FILE_SET_ASIDE, .settings = SETTINGS_DAMAGED}, 0},
    {{.pin_set = 1, .unlocked = 1, .file = FILE_GOOD, .last = LAST_UNSURE}, 0},
    {{.pin_set = 1, .file = FILE_GOOD, .meeting = MEETING_OPEN, .room = ROOM_MANY}, 0},
    {{.file = FILE_NONE}, 0}, /* nobody has set it up */
    {{.file = FILE_NONE, .appliance = APPLIANCE_ALL}, 0},
};

static void begin(const struct evening *evening)
{
    const struct app_config config = shipped_config(&now.secret);
    memset(&now, 0, sizeof(now));
    now.now_ms = 1000000;
    now.status = evening->status;
    now.status.file_bytes = evening->status.file == FILE_NONE ? 0 : 8192;
    now.status.memory_locked = 1;
    now.status.question_count = 7;
    now.status.scale = 2;
    now.status.tries_left = 5;
    now.status.wait_next_ms = 30000;
    now.status.opened = now.status.closes = now.status.closed = now.status.today =
        (struct civil_time){{2026, 11}, 3, 19, 5};
    app_init(&now.app, &config, now.now_ms);
    step(NULL);
    answer_all(&(struct texts){.count = 0});
    now.app.settings.choice.scale = 2;
    now.app.settings.still_open = evening->still_open;
}

/* A facilitator's screen where the door is open, and a person's where it is not. */
static bool is_for(const struct evening *evening, enum screen_id screen)
{
    return screen_is_facilitators(&now.app, screen) == (evening->status.unlocked != 0) ||
           (screen == SCREEN_SETUP_PIN || evening->status.pin_set == 0);
}

static void test_every_refusal_is_seen(void **state)
{
    (void)state;
    for (uint32_t language = 0; language < language_count(); language++) {
        if (language_at(language)->on_request || (IS_SANITIZED && language > 0)) {
            continue;
        }
        shipped_words_in(language);
        for (size_t e = 0; e < sizeof(EVENINGS) / sizeof(EVENINGS[0]); e++) {
            memset(&met_places, 0, sizeof(met_places));
            for (int screen = 0; screen < SCREEN_COUNT; screen++) {
                begin(&EVENINGS[e]);
                if (is_for(&EVENINGS[e], (enum screen_id)screen)) {
                    app_show(&now.app, (enum screen_id)screen, now.now_ms);
                    step(NULL);
                    answer_all(&(struct texts){.count = 0});
                    explore(DEPTH);
                }
            }
        }
        memset(&met_requests, 0, sizeof(met_requests));
        memset(&met_ways, 0, sizeof(met_ways));
    }
    assert_int_equal(faults, 0);
    for (int type = MESSAGE_HELLO; type < MESSAGE_FACE_COUNT; type++) {
        bool has_answer = message_answer_of((enum message_type)type) != MESSAGE_NONE;
        for (int why = STATUS_OK + 1; why < STATUS_COUNT && has_answer; why++) {
            if (refused[type][why] == 0) {
                fail_msg("no screen was refused request %d with status %d", type, why);
            }
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_every_refusal_is_seen)};
    return cmocka_run_group_tests(tests, shipped_words_load, NULL);
}
