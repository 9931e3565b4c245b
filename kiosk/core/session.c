/* SPDX-License-Identifier: MIT */
#include "core/session.h"

#include <assert.h>
#include <string.h>

void session_wipe(struct session *session)
{
    explicit_bzero(session, sizeof *session);
}

void session_enter(struct session *session)
{
    session->mark = ANSWER_NONE;
}

void session_choose(struct session *session, uint32_t question, enum answer answer)
{
    assert(question < PACK_QUESTION_MAX);
    assert(answer > ANSWER_NONE && answer < ANSWER_COUNT);
    bool unmarks = session->mark == answer;
    bool is_level = answer <= ANSWER_MOST;
    session->mark = (uint8_t)(unmarks ? ANSWER_NONE : answer);
    session->level[question] = (uint8_t)(unmarks || !is_level ? ANSWER_NONE : answer);
}

void session_sides(const struct session *session, uint32_t question_count,
                   uint8_t sides[PACK_QUESTION_MAX])
{
    assert(question_count <= PACK_QUESTION_MAX);
    memset(sides, SIDE_NONE, PACK_QUESTION_MAX);
    for (uint32_t i = 0; i < question_count; i++) {
        uint8_t level = session->level[i];
        assert(level <= ANSWER_MOST);
        if (level >= ANSWER_GOOD_AMOUNT) {
            sides[i] = SIDE_UPPER;
        } else if (level > ANSWER_NONE) {
            sides[i] = SIDE_LOWER;
        }
    }
}
