/* SPDX-License-Identifier: MIT */
/* What a picture must be like, measured from its painted pixels in every look. Each test prints one
 * line, "ok" or "FAIL", and what it found amiss above it. Private to looks*.c. */
#ifndef TOOLS_LOOKS_H
#define TOOLS_LOOKS_H

#include "platform/display/paint.h"
#include "tools/options.h"

enum { LOOKS_SIDE_MAX = 1920, LOOKS_COMPLAINT_MAX = 12 };

/* Canvases that one test has at a time. */
enum looks_slot { LOOKS_WHOLE, LOOKS_BARE, LOOKS_OTHER, LOOKS_SLOT_COUNT };

struct looks {
    struct tool_options options; /* the panel and look of the view at hand */
    struct stage *stage;
    uint32_t complaints; /* of the test under way */
    uint32_t measured;   /* by it: a test that measured nothing has failed */
};

struct looks_test {
    const char *name;
    void (*run)(struct looks *looks);
};

/* The panel from now on: 15.6 inches at 1920x1080 unless told otherwise. */
void looks_panel(struct looks *looks, int32_t width, int32_t height, uint32_t px_per_m);
/* Brings the stage to a view in that look; false, and a complaint, when it cannot. */
bool looks_reach(struct looks *looks, const char *screen, const char *state, enum theme_id theme);
/* Runs directives of a story where the stage stands. */
bool looks_do(struct looks *looks, const char *script);
/* Paints a frame whole; valid until the slot is painted again. */
const struct canvas *looks_paint(const struct frame *frame, enum looks_slot slot);
/* The same without the commands that drop says true of. */
typedef bool looks_drop(const struct frame *frame, const struct draw *draw);
const struct canvas *looks_paint_without(const struct frame *frame, looks_drop *drop,
                                         enum looks_slot slot);
/* Both, a part of the screen alone: around it stands whatever was painted before. */
const struct canvas *looks_paint_part(const struct frame *frame, struct box part,
                                      enum looks_slot slot);
const struct canvas *looks_paint_part_without(const struct frame *frame, looks_drop *drop,
                                              struct box part, enum looks_slot slot);

__attribute__((format(printf, 2, 3))) void looks_complain(struct looks *looks, const char *format,
                                                          ...);

/* WCAG 2.x relative luminance and contrast. */
float looks_luminance(uint32_t rgb);
float looks_contrast(uint32_t rgb_a, uint32_t rgb_b);

static inline uint32_t looks_pixel(const struct canvas *canvas, int32_t x, int32_t y)
{
    return canvas->pixels[(size_t)y * (size_t)canvas->stride_px + (size_t)x] & 0xFFFFFF;
}

static inline bool looks_inside(const struct canvas *canvas, int32_t x, int32_t y)
{
    return x >= 0 && y >= 0 && x < canvas->width && y < canvas->height;
}

/* ACCESS 7, 8, 9 */
extern const struct looks_test LOOKS_CONTRAST[];
extern const uint32_t LOOKS_CONTRAST_COUNT;
/* ACCESS 10, 11, 13, 45 */
extern const struct looks_test LOOKS_MARKS[];
extern const uint32_t LOOKS_MARKS_COUNT;
/* ACCESS 15, 16, 17 */
extern const struct looks_test LOOKS_MOTION[];
extern const uint32_t LOOKS_MOTION_COUNT;

#endif
