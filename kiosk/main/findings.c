/* SPDX-License-Identifier: MIT */
#include "main/findings.h"

#include "main/say.h"

#include <assert.h>

void findings_tell(struct findings *findings, const struct health_finding *finding,
                   const struct text_arg *args, size_t count)
{
    struct text_arg all[FINDINGS_ARGS_MAX + 1] = {
        {"part", finding->part == MSG_COUNT ? "" : say_text(finding->part)}};
    assert(count <= FINDINGS_ARGS_MAX);
    for (size_t i = 0; i < count; i++) {
        all[i + 1] = args[i];
    }
    if (finding->state != HEALTH_GOOD) {
        printf("%s ", say_text(MSG_HEALTH_MARK));
        findings->look++;
    }
    findings->stop |= finding->state == HEALTH_STOP;
    findings->no_start |= finding->state == HEALTH_NO_START;
    say(stdout, finding->said, all, count + 1);
    if (finding->what_to_do != MSG_COUNT) {
        printf("  ");
        say(stdout, finding->what_to_do, all, count + 1);
    }
}

void findings_add(struct findings *findings, enum health_state state, enum message_id said,
                  enum message_id what_to_do, const struct text_arg *args, size_t count)
{
    const struct health_finding finding = {state, said, what_to_do, MSG_COUNT};
    findings_tell(findings, &finding, args, count);
}

enum result findings_sum(const struct findings *findings)
{
    char number[24];
    const struct text_arg n = {"n", text_number(number, findings->look)};
    if (findings->no_start) {
        say(stdout, MSG_HEALTH_HEAD_START, NULL, 0);
    } else if (findings->stop) {
        say(stdout, MSG_HEALTH_HEAD_STOP, NULL, 0);
    } else if (findings->look > 0) {
        say_plural(stdout, MSG_HEALTH_HEAD_LOOK, findings->look, &n, 1);
    } else {
        say(stdout, MSG_HEALTH_HEAD_OK, NULL, 0);
    }
    return findings->look == 0 ? RESULT_DONE : RESULT_NOT_SO;
}
