/* SPDX-License-Identifier: MIT */
/* A keeper on a made-up machine: its start, and what a test says to it and hears from it. */
#ifndef KEEPER_RIG_H
#define KEEPER_RIG_H

#include "machine_rig.h"

#define RIG_PIN "123456"

static inline void rig_make_pack(void)
{
    memset(&rig.pack, 0, sizeof(rig.pack));
    memcpy(rig.pack.name, "test", 5);
    rig.pack.version = 1;
    rig.pack.theme_count = 2;
    memcpy(rig.pack.theme[0].id, "steady", 6);
    memcpy(rig.pack.theme[1].id, "open", 4);
    rig.pack.question_count = PACK_QUESTION_MAX;
    for (uint32_t i = 0; i < PACK_QUESTION_MAX; i++) {
        struct pack_question *question = &rig.pack.question[i];
        question->id[0] = 'q';
        question->id[1] = (char)('1' + i);
        question->theme = i % 2;
        memcpy(question->statement, "Something.", 10);
        memcpy(question->brief, "Brief", 5);
    }
}

/* The program starts (again) with the folder as it is. */
static inline enum status rig_boot(void)
{
    struct error error;
    memset(&rig.keeper, 0, sizeof(rig.keeper));
    rig.sequence = 0;
    return keeper_init(&rig.keeper, &rig.secret, &rig.pack, &rig.host, rig.now_ms, &error);
}

/* An empty folder, a fresh machine. */
static inline void rig_start(void)
{
    memset(&rig.keeper, 0, sizeof(rig.keeper));
    rig_make_machine();
    rig_make_pack();
    assert_int_equal(rig_boot(), STATUS_OK);
}

static inline void rig_make(enum message_type type)
{
    message_init(&rig.in, type);
    rig.in.sequence = ++rig.sequence;
}

/* Sends rig.in; every answer must itself be a good message. */
static inline enum status rig_send(void)
{
    enum status status =
        keeper_handle(&rig.keeper, &rig.in, sizeof(rig.in), rig.now_ms, rig.out, &rig.count);
    for (uint32_t i = 0; i < rig.count; i++) {
        assert_int_equal(message_check_from_keeper(&rig.out[i], sizeof(rig.out[i])), STATUS_OK);
    }
    return status;
}

/* The one STATUS that answers; its result. */
static inline enum status rig_result(void)
{
    assert_int_equal(rig.count, 1);
    assert_int_equal(rig.out[0].type, MESSAGE_STATUS);
    assert_int_equal(rig.out[0].sequence, rig.in.sequence);
    return (enum status)rig.out[0].as.status.result;
}

static inline enum status rig_ask(enum message_type type)
{
    rig_make(type);
    assert_int_equal(rig_send(), STATUS_OK);
    return rig_result();
}

static inline enum status rig_pin(enum message_type type, const char *pin)
{
    rig_make(type);
    memcpy(rig.in.as.pin, pin, strlen(pin));
    assert_int_equal(rig_send(), STATUS_OK);
    return rig_result();
}

static inline enum status rig_open(enum room room)
{
    rig_make(MESSAGE_OPEN);
    rig.in.as.open.room = (uint8_t)room;
    assert_int_equal(rig_send(), STATUS_OK);
    return rig_result();
}

/* Adds one reflection; ADDED or REFUSED. */
static inline enum message_type rig_add(enum side half)
{
    rig_make(MESSAGE_ADD);
    memset(rig.in.as.sides, half, PACK_QUESTION_MAX);
    assert_int_equal(rig_send(), STATUS_OK);
    assert_int_equal(rig.count, 1);
    assert_int_equal(rig.out[0].sequence, rig.in.sequence);
    return (enum message_type)rig.out[0].type;
}

/* Time passes; whether a STATUS was pushed. */
static inline bool rig_pass(uint64_t ms)
{
    rig.now_ms += ms;
    keeper_tick(&rig.keeper, rig.now_ms, rig.out, &rig.count);
    assert_true(rig.count <= 1);
    if (rig.count == 1) {
        assert_int_equal(rig.out[0].type, MESSAGE_STATUS);
        assert_int_equal(rig.out[0].sequence, 0);
    }
    return rig.count == 1;
}

static inline const struct keeper_status *rig_status(void)
{
    return &rig.keeper.status;
}

/* A folder with a PIN, unlocked. */
static inline int rig_ready(void **state)
{
    (void)state;
    rig_start();
    assert_int_equal(rig_pin(MESSAGE_SET_PIN, RIG_PIN), STATUS_OK);
    return 0;
}

static inline void rig_unlock(void)
{
    assert_int_equal(rig_pin(MESSAGE_UNLOCK, RIG_PIN), STATUS_OK);
}

/* One whole meeting of `people` who all answer alike. */
static inline void rig_meeting(uint32_t people, enum side half)
{
    assert_int_equal(rig_open(ROOM_MANY), STATUS_OK);
    for (uint32_t i = 0; i < people; i++) {
        assert_int_equal(rig_add(half), MESSAGE_ADDED);
    }
    assert_int_equal(rig_ask(MESSAGE_CLOSE), STATUS_OK);
}

#endif
