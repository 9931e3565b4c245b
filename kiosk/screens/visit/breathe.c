/* SPDX-License-Identifier: MIT */
/* Breathing with the rings: four seconds in, six out, no holds. A person can stop at any moment.
 * With less motion the rings stand still, and a bar of ten steps goes on once a second. */
#include "screens/parts/page.h"
#include "ui/blocks/breathing.h"

enum {
    FRAME_MS = 16,
    FRAME_LARGE_MS = 33, /* a surface this large: 30 frames a second keep half a core free */
    LARGE_PX = 4000000,
    FRAME_LESS_MS = 1000,
};

static struct breathing breathing_of(const struct app *app, struct breath breath)
{
    const bool less = app->comfort.motion_less, in = breath.in;
    const enum message_id moving = in ? MSG_BREATHE_IN : MSG_BREATHE_OUT;
    const enum message_id still = in ? MSG_BREATHE_IN_LESS : MSG_BREATHE_OUT_LESS;
    return (struct breathing){.rings_spoken = less ? NULL : word(app, MSG_BREATHE_RINGS_S),
                              .word = word(app, less ? still : moving),
                              .brief = word(app, still),
                              .word_spoken = word(app, in ? MSG_BREATHE_IN_S : MSG_BREATHE_OUT_S),
                              .note = word(app, MSG_BREATHE_NOTE),
                              .less = less};
}

static void build(const struct app *app, struct ui *ui)
{
    static const struct page PAGE = {
        .one_page = true,
        .left = {{"breathe.look", MSG_BREATHE_LOOK, ACTION_SWAP, SCREEN_LOOK, .icon = ICON_EYE}},
        .right = {{"breathe.stop", MSG_BREATHE_STOP, ACTION_RETURN, .kind = BUTTON_PRIMARY,
                   .bare = ICON_TICK}}};
    const struct box box = page_foot(app, ui, &PAGE);
    ui->frame->scene.kind = SCENE_DEEP;
    const struct breath breath = breath_at(app->now_ms - app->screen_ms);
    const struct breathing breathing = breathing_of(app, breath);
    ui_breathing(ui, &breathing, breath, box);
}

static uint64_t due(const struct app *app)
{
    int64_t px = (int64_t)app->config.width * app->config.height;
    uint64_t frame_ms = px > LARGE_PX ? FRAME_LARGE_MS : FRAME_MS;
    return app_next_frame(app, app->screen_ms, app->comfort.motion_less ? FRAME_LESS_MS : frame_ms);
}

const struct screen_ops SCREEN_OPS_BREATHE = {.part = {.due = due},
                                              .patience = PATIENCE_PAUSE,
                                              .build = build,
                                              .next_id = "breathe.stop",
                                              .back_id = "breathe.stop"};
