/* SPDX-License-Identifier: MIT */
/* On a large panel pages begin on one line: who goes from page to page finds the title, or the
 * stones over it, where they were. A page that needs the room above may begin higher. */
#include "tools/matrix/matrix.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

enum { LARGE_UM = 240000, FREE_PERCENT = 25, LINE_UM = 2500, SEEN_MAX = 512 };

static struct {
    uint32_t count;
    struct {
        const char *view;
        int32_t top;
    } page[SEEN_MAX];
} seen;

static bool is_large(const struct app *app)
{
    const struct app_config *config = &app->config;
    int64_t height_um = (int64_t)config->height * 1000000 / config->px_per_m;
    return config->height > config->width || height_um >= LARGE_UM;
}

void matrix_keep_top(struct matrix *matrix, const struct app *app)
{
    const struct frame *frame = &app->frame;
    int32_t top = frame->height, bottom = 0;
    bool turns = app->page_count > 1 || frame_find(frame, "common.more") != NULL;
    if (frame->scene.kind != SCENE_FOOTER || turns || !is_large(app)) {
        return;
    }
    for (uint32_t i = 0; i < frame->node_count; i++) {
        const struct node *node = &frame->node[i];
        bool stands = (node->flags & NODE_FOOT) == 0 && node->rect.h > 1;
        if (stands && strcmp(node->id, "ribbon") != 0 && node != matrix_notice(frame)) {
            top = node->rect.y < top ? node->rect.y : top;
            bottom = node->rect.y + node->rect.h > bottom ? node->rect.y + node->rect.h : bottom;
        }
    }
    if (frame->scene.horizon_y - bottom >= frame->height * FREE_PERCENT / 100) {
        assert(seen.count < SEEN_MAX);
        seen.page[seen.count].view = matrix->view;
        seen.page[seen.count++].top = top;
    }
}

void matrix_check_tops(struct matrix *matrix, const struct app *app)
{
    int32_t line = 0;
    for (uint32_t i = 0; i < seen.count; i++) {
        line = seen.page[i].top > line ? seen.page[i].top : line;
    }
    for (uint32_t i = 0; i < seen.count; i++) {
        int64_t off_um = (int64_t)(line - seen.page[i].top) * 1000000 / app->config.px_per_m;
        matrix->seen[MATRIX_TOP]++;
        if (off_um > LINE_UM) {
            matrix->view = seen.page[i].view;
            matrix_complain(matrix, app, MATRIX_TOP, "it begins at %d px, others at %d px",
                            seen.page[i].top, line);
        }
    }
    seen.count = 0;
}
