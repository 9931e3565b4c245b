/* SPDX-License-Identifier: MIT */
/* Protects every screen from answers that it did not ask for: whatever the keeper says, a screen
 * that did not ask shows the same afterwards. */
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

/* Every kind of answer, as little of it as there can be: empty lists, and the best of news. */
static void make_answer(struct message *message, enum message_type type, enum message_type refused)
{
    message_init(message, type);
    message->sequence = STRANGE_SEQUENCE;
    switch ((int)type) {
    case MESSAGE_STATUS:
        message->as.status = app.status;
        message->as.status.result = STATUS_IO;
        break;
    case MESSAGE_SETTINGS:
        message->as.settings = app.settings;
        break;
    case MESSAGE_MACHINE:
        message->as.machine = app.machine;
        break;
    case MESSAGE_REFUSED:
        message->as.refused.type = (uint16_t)refused;
        message->as.refused.why = STATUS_NO_SPACE;
        break;
    case MESSAGE_ROWS:
        message->as.rows.total = 40;
        break;
    case MESSAGE_LINE:
        message->as.line.view.point_count = 2;
        break;
    case MESSAGE_REPORT:
        message->as.report.rows = 9;
        break;
    case MESSAGE_DRIVES:
        message->as.drives.count = 1;
        memcpy(message->as.drives.drive[0].label, "STRANGER", 9);
        break;
    case MESSAGE_BACKUPS:
        message->as.backups.count = 1;
        memcpy(message->as.backups.label, "STRANGER", 9);
        break;
    case MESSAGE_ERASED:
        message->as.left = 3;
        break;
    default:
        break;
    }
}

static uint64_t shown(void)
{
    return frame_hash(&app.frame);
}

static void expect_unmoved(enum screen_id screen, enum message_type type, enum message_type refused)
{
    static struct message message;
    shown_begin(screen);
    enum screen_id before_screen = (enum screen_id)app.screen;
    uint64_t before = shown();
    make_answer(&message, type, refused);
    shown_hear(&message);
    if (app.screen != before_screen || shown() != before) {
        fail_msg("%s changed by message %d (refused %d)", screen_name(screen), type, refused);
    }
}

static void test_answers_that_nobody_asked_for_change_nothing(void **state)
{
    (void)state;
    for (uint32_t screen = 0; screen < SCREEN_COUNT; screen++) {
        if (screen == SCREEN_BREATHE || screen == SCREEN_IDLE || screen == SCREEN_CLEAR) {
            continue; /* these move by themselves */
        }
        for (uint32_t type = MESSAGE_STATUS; type < MESSAGE_KEEPER_COUNT; type++) {
            if (type != MESSAGE_REFUSED) {
                expect_unmoved((enum screen_id)screen, (enum message_type)type, MESSAGE_NONE);
                continue;
            }
            for (uint32_t of = MESSAGE_HELLO; of < MESSAGE_FACE_COUNT; of++) {
                expect_unmoved((enum screen_id)screen, MESSAGE_REFUSED, (enum message_type)of);
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
    };
    return cmocka_run_group_tests(tests, shipped_words_load, NULL);
}
