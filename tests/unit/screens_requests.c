/* SPDX-License-Identifier: MIT */
/* Protects every screen from answers that it did not ask for: whatever the keeper says, a screen
 * that did not ask shows the same afterwards. An answer that comes when its screen was left belongs
 * to nobody, also when somebody has come back to that screen since. */
#include "kind_keeper.h"
#include "shown_rig.h"

#include "core/record.h"
#include "screens/app/screen.h"
#include "ui/frame.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

enum { STRANGE_SEQUENCE = 4000000 };

static uint64_t shown(void)
{
    return frame_hash(&app.frame);
}

/* A message comes while the clock stands, so that what moves by itself stands too; then the same
 * screen shows that frame. */
static void expect_shown(const struct message *message, uint64_t frame, const char *of)
{
    const struct input input = {.kind = INPUT_MESSAGE, .message = message};
    enum screen_id screen = (enum screen_id)app.screen;
    step(&input);
    if (app.screen != screen || shown() != frame) {
        fail_msg("%s: %s changed by message %d (refused %d)", of, screen_name(screen),
                 message->type, message->type == MESSAGE_REFUSED ? message->as.refused.type : 0);
    }
}

static void begin_still(enum screen_id screen)
{
    shown_begin(screen);
    step(NULL);
}

/* Every kind of answer to a question that nobody asked. */
static void test_answers_that_nobody_asked_for_change_nothing(void **state)
{
    static struct message asked, message;
    (void)state;
    for (uint32_t screen = 0; screen < SCREEN_COUNT; screen++) {
        for (uint32_t type = MESSAGE_HELLO; type < MESSAGE_FACE_COUNT; type++) {
            const bool has_answer = message_answer_of((enum message_type)type) != MESSAGE_NONE;
            for (uint32_t refused = has_answer ? 0 : 1; refused < 2; refused++) {
                begin_still((enum screen_id)screen);
                kind_request(&asked, (enum message_type)type, STRANGE_SEQUENCE);
                kind_answer(&message, &asked, &app, refused != 0 ? STATUS_NO_SPACE : STATUS_OK);
                expect_shown(&message, shown(), "nobody asked");
            }
        }
        static const enum message_type NEWS[] = {MESSAGE_SETTINGS, MESSAGE_MACHINE};
        for (size_t i = 0; i < sizeof(NEWS) / sizeof(NEWS[0]); i++) {
            begin_still((enum screen_id)screen);
            message_init(&message, NEWS[i]);
            message.sequence = STRANGE_SEQUENCE;
            kind_fields(&message, NULL, &app);
            expect_shown(&message, shown(), "nobody asked");
        }
    }
}

/* These show that their request is under way, whoever comes there meanwhile; when it is not any
 * more, they show what they show to whoever comes first, and nothing of what came of it. */
static bool waits_for(enum screen_id screen, enum message_type type)
{
    return (screen == SCREEN_RESTORE && type == MESSAGE_RESTORE) ||
           (screen == SCREEN_ERASE_ALL && type == MESSAGE_ERASE_ALL);
}

static bool can_ask(enum screen_id screen, enum message_type type)
{
    bool is_anothers = type == MESSAGE_RESTORE || type == MESSAGE_ERASE_ALL;
    return message_answer_of(type) != MESSAGE_NONE && (!is_anothers || waits_for(screen, type));
}

/* A screen asks everything that nobody else has asked. asked: a message a type, NONE where it was
 * not this screen that asked. */
static void ask_all(enum screen_id screen, struct message asked[MESSAGE_FACE_COUNT])
{
    for (uint32_t i = MESSAGE_HELLO; i < MESSAGE_FACE_COUNT; i++) {
        enum message_type type = (enum message_type)i;
        const struct message *message = can_ask(screen, type) ? app_ask(&app, screen, type) : NULL;
        kind_request(&asked[type], message != NULL ? type : MESSAGE_NONE,
                     message != NULL ? message->sequence : 0);
        /* One open request of a type at most. */
        assert_true(!can_ask(screen, type) || app_ask(&app, screen, type) == NULL);
    }
}

/* One screen asks, and another one is there when the answers come; or the same one, left and come
 * back to. */
static void expect_answers_pass(enum screen_id from, enum screen_id to, enum status why)
{
    static struct message asked[MESSAGE_FACE_COUNT], message;
    char of[96];
    (void)snprintf(of, sizeof(of), "asked by %s, which was left", screen_name(from));
    begin_still(from);
    const uint64_t first = shown();
    ask_all(from, asked);
    step(NULL);
    if (to == from) {
        app_show(&app, screen_is_facilitators(&app, from) ? SCREEN_ROOM : SCREEN_SUPPORT, now_ms);
        step(NULL);
    }
    app_show(&app, to, now_ms);
    const struct message none = {.type = MESSAGE_HELLO};
    kind_answer(&message, &none, &app, STATUS_OK);
    step(&(const struct input){.kind = INPUT_MESSAGE, .message = &message});
    for (uint32_t type = MESSAGE_HELLO; type < MESSAGE_FACE_COUNT; type++) {
        if (asked[type].type != MESSAGE_NONE) {
            kind_answer(&message, &asked[type], &app, why);
            expect_shown(&message, waits_for(to, (enum message_type)type) ? first : shown(), of);
        }
    }
}

static bool is_facilitators(uint32_t screen)
{
    return SCREENS.screen[screen].ops->patience == PATIENCE_FACILITATOR;
}

static void test_answers_for_who_has_left_change_nothing(void **state)
{
    (void)state;
    for (uint32_t from = 0; from < SCREEN_COUNT; from++) {
        const struct screen_ops *ops = SCREENS.screen[from].ops;
        for (uint32_t to = 0; to < SCREEN_COUNT && ops->part.answer != NULL; to++) {
            if (is_facilitators(to) == is_facilitators(from)) {
                expect_answers_pass((enum screen_id)from, (enum screen_id)to, STATUS_OK);
                expect_answers_pass((enum screen_id)from, (enum screen_id)to, STATUS_NO_SPACE);
            }
        }
    }
}

/* What lies between the members of a struct is the compiler's affair, and the keeper takes none of
 * it. */
static void test_a_message_holds_nothing_between_its_fields(void **state)
{
    (void)state;
    const struct app_config config = shipped_config(&secret);
    app_init(&app, &config, 1000000);
    struct message *message = app_tell(&app, MESSAGE_READ_LINE);
    struct message_line_request *request = &message->as.line_request;
    memset(request, 0xA5, sizeof(*request));
    request->kind = LINE_QUESTION;
    request->period = PERIOD_ALL;
    request->index = 0;
    request->from = 0;
    app_step(&app, NULL, 0, 1000000);
    for (uint32_t i = 0; i < app.effect_count; i++) {
        if (app.effect[i].kind == EFFECT_SEND) {
            assert_int_equal(message_check_from_face(&app.effect[i].message, MESSAGE_BYTES),
                             STATUS_OK);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_message_holds_nothing_between_its_fields),
        cmocka_unit_test(test_answers_that_nobody_asked_for_change_nothing),
        cmocka_unit_test(test_answers_for_who_has_left_change_nothing),
    };
    return cmocka_run_group_tests(tests, shipped_words_load, NULL);
}
