/* SPDX-License-Identifier: MIT */
/* Trying switches that are learned: markers to press and, with one switch, how fast the frame moves
 * and how long a press must last. */
#include "screens/access/switches.h"

#include "screens/parts/controls.h"
#include "screens/parts/words.h"
#include "ui/blocks.h"
#include "ui/blocks/markers.h"
#include "ui/ids.h"

enum { HOLD_COUNT = 3 };

static void flow_markers(const struct app *app, struct flow *flow)
{
    struct ui_button markers[SWITCH_MARKERS];
    for (uint32_t i = 0; i < SWITCH_MARKERS; i++) {
        markers[i] =
            choice_chip(id_number(flow->ui->frame, "switches.stone.{n}", i + 1),
                        fill_number(app, flow->ui, MSG_STONE_NAME, "n", i + 1),
                        (switches_of(app)->markers >> i & 1) != 0, SWITCHES_MARKER, (int32_t)i);
    }
    markers_flow(flow, markers, SWITCH_MARKERS, switches_of(app)->one);
}

/* "Each step: 0.5 seconds" */
static const char *step_words(const struct app *app, struct ui *ui)
{
    uint32_t ms = switches_step_ms(switches_of(app));
    if (ms % 1000 == 0) {
        return fill_plural(app, ui, MSG_SWITCHES_SCAN_SPEED, ms / 1000, NULL, 0);
    }
    char whole[NUMBER_BYTES], tenth[NUMBER_BYTES], number[2 * NUMBER_BYTES];
    struct text_arg parts[] = {{"n", number_digits(app, whole, ms / 1000)},
                               {"tenth", number_digits(app, tenth, ms % 1000 / 100)}};
    text_format(number, sizeof(number), word(app, MSG_SWITCHES_SCAN_TENTHS), parts, 2);
    /* A part of a second takes the form of many in every language here. */
    enum { MANY = 100 };
    struct text_arg n = {"n", number};
    char text[256];
    size_t bytes = text_format(
        text, sizeof(text), catalog_plural(app_catalog(app), MSG_SWITCHES_SCAN_SPEED, MANY), &n, 1);
    return frame_text_bytes(ui->frame, text, bytes);
}

static void flow_heading(struct flow *flow, const char *id, const char *text)
{
    const struct ui *ui = flow->ui;
    flow_gap(flow, 7000);
    /* The heading stands on the page of its controls. */
    flow_keep(flow,
              ui_line_px(ui, TYPE_BODY) + ui_gap(ui, 2000) + ui_button_height(ui, BUTTON_CHIP));
    flow_said(flow, BLOCK_LABEL, id, text, 0);
    flow_gap(flow, 2000);
}

static void flow_scanning(const struct app *app, struct flow *flow)
{
    static const struct control SPEED[] = {{"switches.slower", MSG_COMFORT_SPEED_1, SWITCHES_STEP,
                                            1, .kind = BUTTON_CHIP, .icon = ICON_MINUS},
                                           {"switches.faster", MSG_COMFORT_SPEED_2, SWITCHES_STEP,
                                            -1, .kind = BUTTON_CHIP, .icon = ICON_PLUS}};
    static const struct control HOLDS[HOLD_COUNT] = {
        {"switches.hold.0", MSG_SWITCHES_HOLD_1, SWITCHES_HOLD, 0, .kind = BUTTON_CHIP},
        {"switches.hold.1", MSG_SWITCHES_HOLD_2, SWITCHES_HOLD, 1, .kind = BUTTON_CHIP},
        {"switches.hold.2", MSG_SWITCHES_HOLD_3, SWITCHES_HOLD, 2, .kind = BUTTON_CHIP}};
    struct ui_button speed[2], holds[HOLD_COUNT];
    controls_of(app, SPEED, 2, speed);
    for (uint32_t i = 0; i < 2; i++) {
        speed[i].disabled = !switches_step_can(switches_of(app), speed[i].arg);
    }
    choices_of(app, HOLDS, HOLD_COUNT, switches_of(app)->hold, holds);
    flow_heading(flow, "switches.speed", step_words(app, flow->ui));
    flow_buttons(flow, speed, 2);
    flow_heading(flow, "switches.hold", word(app, MSG_SWITCHES_HOLD));
    flow_buttons(flow, holds, HOLD_COUNT);
}

void switches_flow_trying(const struct app *app, struct flow *flow)
{
    flow_gap(flow, 8000);
    flow->y += flow->fresh && !flow->ui->paged ? ui_gap(flow->ui, 10000) : 0;
    flow_markers(app, flow);
    if (switches_of(app)->one) {
        flow_scanning(app, flow);
    }
}
