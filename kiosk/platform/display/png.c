/* SPDX-License-Identifier: MIT */
/* Pictures in files. The kiosk itself reads and writes none: only the test build calls this code,
 * so the release program is linked without it. */
#include "platform/display/paint.h"

#include <cairo.h>
#include <string.h>

enum status canvas_write_png(const struct canvas *canvas, const char *path)
{
    cairo_surface_t *surface =
        cairo_image_surface_create_for_data((unsigned char *)canvas->pixels, CAIRO_FORMAT_RGB24,
                                            canvas->width, canvas->height, canvas->stride_px * 4);
    cairo_status_t wrote = cairo_surface_write_to_png(surface, path);
    cairo_surface_destroy(surface);
    return wrote == CAIRO_STATUS_SUCCESS ? STATUS_OK : STATUS_IO;
}

enum status canvas_read_png(struct canvas *canvas, const char *path)
{
    cairo_surface_t *surface = cairo_image_surface_create_from_png(path);
    cairo_status_t read = cairo_surface_status(surface);
    enum status status = STATUS_OK;
    if (read != CAIRO_STATUS_SUCCESS) {
        status = read == CAIRO_STATUS_FILE_NOT_FOUND ? STATUS_MISSING : STATUS_IO;
    } else if (cairo_image_surface_get_format(surface) != CAIRO_FORMAT_RGB24) {
        status = STATUS_INVALID; /* not a picture of the kiosk: those have no transparency */
    } else if (cairo_image_surface_get_width(surface) > canvas->stride_px ||
               cairo_image_surface_get_height(surface) > canvas->height) {
        status = STATUS_LIMIT;
    } else {
        const unsigned char *bytes = cairo_image_surface_get_data(surface);
        const size_t stride = (size_t)cairo_image_surface_get_stride(surface);
        canvas->width = cairo_image_surface_get_width(surface);
        canvas->height = cairo_image_surface_get_height(surface);
        for (int32_t y = 0; y < canvas->height; y++) {
            memcpy(canvas->pixels + (size_t)y * (size_t)canvas->stride_px,
                   bytes + (size_t)y * stride, (size_t)canvas->width * sizeof(uint32_t));
        }
    }
    cairo_surface_destroy(surface);
    return status;
}
