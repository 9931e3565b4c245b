/* SPDX-License-Identifier: MIT */
#include "tools/story/story_scripts.h"

#include <stddef.h>
#include <string.h>

/* Checks here go by id: they hold in every language. */
static const struct {
    const char *verb;
    const char *argument; /* NULL: any */
    const char *script;
} SCRIPTS[] = {
    /* The first run: the PIN twice, then locked. */
    {"pin", NULL,
     "skip-to setup-pin\n"
     "digits $1\n"
     "tap common.next\n"
     "screen setup-pin\n"
     "digits $1\n"
     "tap common.next\n"
     "wait 2s\n"
     "screen meeting\n"
     "tap meeting.lock\n"
     "screen closed\n"},
    /* From a resting screen to the meeting's. */
    {"unlock", NULL,
     "tap welcome.facilitator\n"
     "digits $1\n"
     "tap pin.unlock\n"
     "wait 2s\n"
     "screen meeting\n"},
    /* The same where a notice about the file comes first. */
    {"unlock-notice", NULL,
     "tap welcome.facilitator\n"
     "digits $1\n"
     "tap pin.unlock\n"
     "wait 2s\n"},
    /* All with the PIN 246810. */
    {"meeting", "many",
     "unlock 246810\n"
     "tap meeting.open\n"
     "tap meeting.room.many\n"
     "state meeting.close target\n"
     "tap meeting.lock\n"
     "screen welcome\n"},
    {"meeting", "few",
     "unlock 246810\n"
     "tap meeting.open\n"
     "tap meeting.room.few\n"
     "state meeting.close target\n"
     "tap meeting.lock\n"
     "screen welcome\n"},
    {"meeting", "close",
     "unlock 246810\n"
     "tap meeting.close\n"
     "tap meeting.yes\n"
     "state meeting.open target\n"
     "tap meeting.lock\n"
     "screen closed\n"},
    /* A kiosk that is set up, with people in the room. */
    {"evening", "many", "fresh\npin 246810\nmeeting many\n"},
    {"evening", "few", "fresh\npin 246810\nmeeting few\n"},
};

const char *story_script(const char *verb, const char *argument)
{
    for (size_t i = 0; i < sizeof(SCRIPTS) / sizeof(SCRIPTS[0]); i++) {
        if (strcmp(SCRIPTS[i].verb, verb) == 0 &&
            (SCRIPTS[i].argument == NULL || strcmp(SCRIPTS[i].argument, argument) == 0)) {
            return SCRIPTS[i].script;
        }
    }
    return NULL;
}
