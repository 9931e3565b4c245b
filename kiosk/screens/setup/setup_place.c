/* SPDX-License-Identifier: MIT */
/* Where the kiosk stands well: a list, and a drawing of it. Nothing is chosen here. */
#include "screens/parts/page.h"
#include "screens/setup/setup.h"
#include "ui/area.h"
#include "ui/blocks/beside.h"
#include "ui/pictures.h"

enum {
    PICTURE_UM = 42000, /* the least height that the drawing takes below the words */
    PICTURE_MOST_UM = 130000,
};

static void draw_picture(const struct app *app, struct ui *ui, struct box box)
{
    ui_image(ui, "setup.place.picture", word(app, MSG_SETUP_PLACE_S), box);
    picture_place(ui, box, word(app, MSG_SETUP_PLACE_HEIGHT));
}

static void flow_place(const struct app *app, struct flow *flow, const struct setup_page *page)
{
    setup_head(app, flow, page);
    if (app->status.file == FILE_NONE) { /* no meeting yet */
        flow_said(flow, BLOCK_BODY, "setup.done", word(app, MSG_SETUP_DONE), 6000);
    }
}

static void build(const struct app *app, struct ui *ui)
{
    static const struct beside BESIDE = {.least_um = 230000, .words = 56, .other = 40, .air = 60};
    struct setup_page page = {.title = word(app, MSG_SETUP_PLACE_TITLE),
                              .body = word(app, MSG_SETUP_PLACE_BODY),
                              .next = word(app, MSG_COMMON_DONE),
                              .body_list = true};
    struct box words, picture;
    struct flow flow;
    bool beside = beside_divide(ui, &BESIDE, setup_controls(app, ui, &page), &words, &picture);
    if (beside) {
        draw_picture(app, ui, picture);
    }
    flow_begin(&flow, ui, words);
    flow_place(app, &flow, &page);
    if (!beside) {
        flow_gap(&flow, 6000);
        if (beside_below(&flow, PICTURE_UM, PICTURE_MOST_UM, &picture)) {
            int32_t most = picture.h * PICTURE_PLACE_WIDE / 100;
            picture.w = picture.w < most ? picture.w : most;
            draw_picture(app, ui, picture);
        }
    }
    flow_end(&flow);
}

const struct screen_ops SCREEN_OPS_SETUP_PLACE = {
    .build = build, .act = setup_act, SETUP_PAGE_OPS(setup_answer)};
