/* SPDX-License-Identifier: MIT */
/* What is learned of each switch, in words for its circle. */
#include "screens/access/switches.h"

#include "screens/parts/words.h"

_Static_assert((int)CIRCLES_MAX == (int)SWITCH_COUNT, "a circle a switch");
_Static_assert((int)CIRCLE_PIPS == (int)SWITCH_PRESSES, "a pip a press");

static const struct {
    const char *id, *state_id, *does_id;
    enum message_id name, whole, does, learned;
} NAMES[SWITCH_COUNT] = {
    [SWITCH_MOVE] = {"switches.move", "switches.move.state", "switches.move.does",
                     MSG_SWITCHES_CALLED_MOVE, MSG_SWITCHES_NAME_MOVE, MSG_SWITCHES_DOES_MOVE,
                     MSG_SWITCHES_LEARNED_1_S},
    [SWITCH_SELECT] = {"switches.select", "switches.select.state", "switches.select.does",
                       MSG_SWITCHES_CALLED_SELECT, MSG_SWITCHES_NAME_SELECT,
                       MSG_SWITCHES_DOES_SELECT, MSG_SWITCHES_LEARNED_2_S},
};

const char *switch_word(const struct app *app, enum switch_name name)
{
    return word(app, NAMES[name].name);
}

static struct circle circle_of(const struct app *app, enum switch_name name)
{
    const struct switches *switches = switches_of(app);
    bool known = switches_know(switches, name), half = switches->presses[name] > 0;
    return (struct circle){.id = NAMES[name].id,
                           .state_id = NAMES[name].state_id,
                           .does_id = NAMES[name].does_id,
                           .name = word(app, NAMES[name].name),
                           .whole = word(app, NAMES[name].whole),
                           .does = word(app, NAMES[name].does),
                           .state = known  ? word(app, MSG_SWITCHES_LEARNED)
                                    : half ? word(app, MSG_SWITCHES_HALF)
                                           : "",
                           .state_spoken = known ? word(app, NAMES[name].learned) : NULL,
                           .pips = switches->presses[name],
                           .known = known,
                           .asked = !switches_ready(switches) && switches_asked(switches) == name};
}

struct circles switch_circles(const struct app *app)
{
    return (struct circles){.circle = {circle_of(app, SWITCH_MOVE), circle_of(app, SWITCH_SELECT)},
                            .first = switches_first(switches_of(app)),
                            .state_known = word(app, MSG_SWITCHES_LEARNED)};
}
