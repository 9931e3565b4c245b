/* SPDX-License-Identifier: MIT */
/* Two pictures, pixel by pixel. Another version of a font renderer moves the rim of a letter by a
 * few levels and nothing else; whatever a person could notice is more than that. */
#include "platform/display/paint.h"
#include "tools/commands.h"
#include "tools/pictures/picture.h"
#include "tools/tools.h"

#include <stdio.h>
#include <stdlib.h>

enum {
    TOLERANCE = 12,  /* levels of 255 that a channel may be off: less than half a step of a rim */
    SHARE_PPM = 200, /* pixels that may be off by more, in a million: a tenth of a short word */
    LEVEL_MAX = 255,
    PPM_MAX = 1000000,
    FADED =
        5, /* on the picture of differences the rest keeps one part in so many of its contrast */
};

static uint32_t reference_pixels[PICTURE_WIDTH_MAX * PICTURE_HEIGHT_MAX];
static uint32_t seen_pixels[PICTURE_WIDTH_MAX * PICTURE_HEIGHT_MAX];

static bool read_number(const char *text, long most, long *out)
{
    if (text == NULL) {
        return true;
    }
    char *end = NULL;
    *out = strtol(text, &end, 10);
    return end != text && *end == '\0' && *out >= 0 && *out <= most;
}

static bool read_picture(const char *path, uint32_t *pixels, struct canvas *canvas)
{
    *canvas = (struct canvas){.pixels = pixels,
                              .width = PICTURE_WIDTH_MAX,
                              .height = PICTURE_HEIGHT_MAX,
                              .stride_px = PICTURE_WIDTH_MAX};
    enum status status = canvas_read_png(canvas, path);
    if (status != STATUS_OK) {
        fprintf(stderr, "kiosk-test: %s %s\n", path,
                status == STATUS_MISSING ? "is not there" : "is no picture of ours");
    }
    return status == STATUS_OK;
}

/* The channel that is furthest off. */
static long distance(uint32_t a, uint32_t b)
{
    long most = 0;
    for (unsigned shift = 0; shift < 24; shift += 8) {
        long off = labs((long)(a >> shift & 0xFF) - (long)(b >> shift & 0xFF));
        most = off > most ? off : most;
    }
    return most;
}

static uint32_t faded(uint32_t rgb)
{
    uint32_t grey = ((rgb >> 16 & 0xFF) * 3 + (rgb >> 8 & 0xFF) * 6 + (rgb & 0xFF)) / 10;
    grey = LEVEL_MAX - (LEVEL_MAX - grey) / FADED;
    return grey << 16 | grey << 8 | grey;
}

/* Counts pixels that are off; seen becomes a pale picture with those in red. */
static uint64_t mark_differences(const struct canvas *reference, struct canvas *seen,
                                 long tolerance, long *worst)
{
    uint64_t off = 0;
    for (int32_t y = 0; y < seen->height; y++) {
        const uint32_t *a = reference->pixels + (size_t)y * (size_t)reference->stride_px;
        uint32_t *b = seen->pixels + (size_t)y * (size_t)seen->stride_px;
        for (int32_t x = 0; x < seen->width; x++) {
            long by = distance(a[x], b[x]);
            *worst = by > *worst ? by : *worst;
            off += by > tolerance;
            b[x] = by > tolerance ? 0xD00000 : faded(a[x]);
        }
    }
    return off;
}

int cmd_compare(const struct tool_options *options)
{
    struct canvas reference, seen;
    long tolerance = TOLERANCE, share_ppm = SHARE_PPM, worst = 0;
    if (options->files_count != 2 || !read_number(options->tolerance, LEVEL_MAX, &tolerance) ||
        !read_number(options->share, PPM_MAX, &share_ppm)) {
        fprintf(stderr, "kiosk-test: compare takes two pictures; --help says more\n");
        return EXIT_USAGE;
    }
    if (!read_picture(options->files[0], reference_pixels, &reference) ||
        !read_picture(options->files[1], seen_pixels, &seen)) {
        return EXIT_MACHINE;
    }
    if (reference.width != seen.width || reference.height != seen.height) {
        printf("%s is %dx%d, %s is %dx%d\n", options->files[0], reference.width, reference.height,
               options->files[1], seen.width, seen.height);
        return EXIT_NOT_SO;
    }
    uint64_t off = mark_differences(&reference, &seen, tolerance, &worst);
    uint64_t all = (uint64_t)seen.width * (uint64_t)seen.height;
    if (off * PPM_MAX <= all * (uint64_t)share_ppm) {
        return EXIT_DONE;
    }
    printf("%s: %llu of %llu pixels are off, by up to %ld of 255\n", options->files[1],
           (unsigned long long)off, (unsigned long long)all, worst);
    if (options->out != NULL && canvas_write_png(&seen, options->out) != STATUS_OK) {
        fprintf(stderr, "kiosk-test: %s cannot be written\n", options->out);
        return EXIT_MACHINE;
    }
    return EXIT_NOT_SO;
}
