/* SPDX-License-Identifier: MIT */
/* Where the kiosk stands well: a list, and a drawing of it. Nothing is chosen here. */
#include "screens/parts/page.h"
#include "screens/setup/setup.h"
#include "ui/area.h"
#include "ui/pictures.h"

enum {
    WORDS_PERCENT = 56, /* of the content's width, beside the drawing */
    GAP_PERCENT = 4,
    BESIDE_UM = 230000, /* narrower panels have it below */
    BESIDE_AIR = 60,
    PICTURE_UM = 42000, /* the least height that it takes below the words */
    PICTURE_MOST_UM = 130000,
    ABOVE_UM = 6000,
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
        page_flow(app, flow, &(struct page_block){BLOCK_BODY, "setup.done", MSG_SETUP_DONE, 6000},
                  1);
    }
}

/* What the words leave of the page, or one of its own. */
static void flow_picture(const struct app *app, struct flow *flow)
{
    struct ui *ui = flow->ui;
    flow_gap(flow, ABOVE_UM);
    int32_t least = ui_um(ui, PICTURE_UM), most = ui_um(ui, PICTURE_MOST_UM), y;
    int32_t left = flow->box.y + flow->box.h - flow->y, h = left > least ? left : least;
    if (left < least && ui->paged) {
        h = flow->box.h;
    }
    h = h < most ? h : most;
    if (flow_block(flow, h, &y)) {
        int32_t w =
            flow->box.w < h * PICTURE_PLACE_WIDE / 100 ? flow->box.w : h * PICTURE_PLACE_WIDE / 100;
        draw_picture(app, ui, (struct box){flow->box.x, y, w, h});
    }
}

static void build(const struct app *app, struct ui *ui)
{
    struct setup_page page = {.screen = SCREEN_SETUP_PLACE,
                              .title = word(app, MSG_SETUP_PLACE_TITLE),
                              .body = word(app, MSG_SETUP_PLACE_BODY),
                              .next = word(app, MSG_COMMON_DONE),
                              .must = true,
                              .body_list = true};
    struct box box = setup_controls(app, ui, &page), words = box;
    bool beside = !ui->paged && ui->width > ui->height && ui->air >= BESIDE_AIR &&
                  ui_width_um(ui) >= BESIDE_UM;
    struct flow flow;
    if (beside) {
        words.w = box.w * WORDS_PERCENT / 100;
        int32_t w = box.w * (100 - WORDS_PERCENT - GAP_PERCENT) / 100;
        draw_picture(app, ui, (struct box){box.x + box.w - w, box.y, w, box.h});
    }
    flow_begin(&flow, ui, words);
    flow_place(app, &flow, &page);
    if (!beside) {
        flow_picture(app, &flow);
    }
    flow_end(&flow);
}

const struct screen_ops SCREEN_OPS_SETUP_PLACE = {.part.answer = setup_answer,
                                                  .build = build,
                                                  .act = setup_act,
                                                  .focus_id = "common.next",
                                                  SETUP_PAGE_OPS};
