/* SPDX-License-Identifier: MIT */
/* Protects a finger above the themes of the closing screen: whichever practice chance brings, every
 * control stands where it stood. */
#include "shipped_words.h"
#include "tools/stage/test_show.h"

#include "screens/visit/visit.h"

static struct app app;
static struct app_secret secret;

static const struct frame *shown(uint32_t practice)
{
    closing_show(&app, practice);
    app_view(&app);
    app_step(&app, NULL, 0, 1000500);
    return &app.frame;
}

static void whichever_practice_comes(void **state)
{
    (void)state;
    static const struct {
        int32_t width, height;
        uint32_t px_per_m;
    } PANELS[] = {{1920, 1080, 5560}, {1024, 768, 3958}, {1080, 1920, 5560},
                  {1366, 768, 3958},  {800, 480, 5200},  {1024, 600, 6600}};
    static struct box boxes[NODE_MAX];
    for (size_t i = 0; i < sizeof(PANELS) / sizeof(PANELS[0]) * SIZE_COUNT; i++) {
        struct app_config config = shipped_config(&secret);
        config.width = PANELS[i / SIZE_COUNT].width;
        config.height = PANELS[i / SIZE_COUNT].height;
        config.px_per_m = PANELS[i / SIZE_COUNT].px_per_m;
        config.size = (enum text_size)(i % SIZE_COUNT);
        app_init(&app, &config, 1000000);
        app_show(&app, SCREEN_CLOSING, 1000000);
        const struct frame *frame = shown(0);
        uint32_t count = frame->node_count;
        for (uint32_t n = 0; n < count; n++) {
            boxes[n] = frame->node[n].rect;
        }
        for (uint32_t practice = 1; practice < the_pack.practice_count; practice++) {
            frame = shown(practice);
            assert_int_equal(frame->node_count, count);
            for (uint32_t n = 0; n < count; n++) {
                const struct node *node = &frame->node[n];
                if (node->action != 0 && memcmp(&node->rect, &boxes[n], sizeof(boxes[n])) != 0) {
                    fail_msg("%dx%d, size %zu, practice %u: %s moved from %d %d %d to %d %d %d",
                             config.width, config.height, i % SIZE_COUNT, practice, node->id,
                             boxes[n].x, boxes[n].y, boxes[n].w, node->rect.x, node->rect.y,
                             node->rect.w);
                }
            }
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(whichever_practice_comes)};
    return cmocka_run_group_tests(tests, shipped_words_load, NULL);
}
