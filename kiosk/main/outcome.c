/* SPDX-License-Identifier: MIT */
#include "main/outcome.h"

#include "main/failure.h"
#include "main/say.h"
#include "platform/system/login.h"

static enum message_id state_message(const struct control *end)
{
    switch ((unsigned)end->error.status) {
    case STATUS_OK:
        return end->was_open ? MSG_CLI_STOPPED_SAVED : MSG_CLI_STOPPED_NONE;
    case STATUS_UNSURE:
        return MSG_CLI_STOPPED_UNSURE;
    case STATUS_CHANGED:
        return MSG_CLI_STOPPED_CHANGED;
    default:
        return MSG_CLI_STOPPED_UNSAVED;
    }
}

/* Returns the words for why the kiosk ended; MSG_COUNT when somebody asked for the end. */
static enum message_id reason_message(enum ending ending)
{
    switch (ending) {
    case ENDING_DEATHS:
        return MSG_CLI_STOPPED;
    case ENDING_HANGS:
        return MSG_CLI_STOPPED_HANGS;
    case ENDING_REFUSED:
        return MSG_CLI_STOPPED_REFUSED;
    case ENDING_MACHINE:
    case ENDING_DISPLAY:
        return MSG_CLI_UNSHOWN;
    case ENDING_NOT:
    case ENDING_ASKED:
        break;
    }
    return MSG_COUNT;
}

enum result outcome_tell(const struct outcome *outcome, const struct options *options)
{
    if (outcome->has_failure) {
        return failure_tell(&outcome->failure, options);
    }
    if (!outcome->has_end) {
        return say_error(outcome->is_cut ? MSG_CLI_KEEPER_CUT : MSG_CLI_KEEPER, NULL, NULL,
                         RESULT_MACHINE);
    }
    if (outcome->ending == ENDING_DISPLAY) {
        say(stderr, MSG_CLI_DISPLAY, NULL, 0);
    }
    enum message_id state = state_message(&outcome->end);
    enum message_id reason = reason_message(outcome->ending);
    if (reason != MSG_COUNT) {
        return say_error(reason, "state", say_text(state), RESULT_MACHINE);
    }
    if (outcome->end.error.status != STATUS_OK) {
        return say_error(state, NULL, NULL, RESULT_MACHINE);
    }
    if (outcome->switch_off != NULL && login_switch_off(outcome->switch_off) != STATUS_OK) {
        return say_error(MSG_CLI_OFF, NULL, NULL, RESULT_MACHINE);
    }
    return RESULT_DONE;
}
