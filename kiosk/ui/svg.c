/* SPDX-License-Identifier: MIT */
#include "ui/svg.h"

#include <assert.h>
#include <math.h>
#include <string.h>

enum {
    DOT_PITCH = 6, /* dots stand as many of their own widths apart as on a screen */
    DOT_PITCH_MIN = 8,
};

static void attribute(struct sink *sink, const char *name, float value)
{
    sink_text(sink, " ");
    sink_text(sink, name);
    sink_text(sink, "=\"");
    sink_hundredths(sink, lroundf(value * 100.0F));
    sink_text(sink, "\"");
}

static void put_colour(struct sink *sink, uint32_t rgb)
{
    static const char HEX[] = "0123456789abcdef";
    char text[7] = {'#'};
    for (int i = 0; i < 6; i++) {
        text[1 + i] = HEX[rgb >> (20 - 4 * i) & 15];
    }
    sink_bytes(sink, text, sizeof(text));
}

/* fill="#005f73" and, where it is not solid, fill-opacity="0.2"; the same for a stroke. */
static void put_ink(struct sink *sink, const struct theme *theme, const char *name, uint8_t ink,
                    uint8_t alpha)
{
    sink_text(sink, " ");
    sink_text(sink, name);
    sink_text(sink, "=\"");
    if (ink == INK_NONE || alpha == 0) {
        sink_text(sink, "none\"");
        return;
    }
    put_colour(sink, theme_rgb(theme, ink));
    sink_text(sink, "\"");
    if (alpha < 255) {
        sink_text(sink, " ");
        sink_text(sink, name);
        sink_text(sink, "-opacity=\"");
        sink_hundredths(sink, (alpha * 100 + 127) / 255);
        sink_text(sink, "\"");
    }
}

static void put_stroke(struct sink *sink, const struct theme *theme, const struct draw *draw)
{
    if (draw->stroke == INK_NONE || draw->stroke_alpha == 0 || draw->stroke_px <= 0) {
        return;
    }
    put_ink(sink, theme, "stroke", draw->stroke, draw->stroke_alpha);
    attribute(sink, "stroke-width", draw->stroke_px);
    if ((draw->flags & DRAW_DOTTED) != 0) {
        float pitch = fmaxf(draw->stroke_px * DOT_PITCH, DOT_PITCH_MIN);
        sink_text(sink, " stroke-linecap=\"round\" stroke-dasharray=\"0 ");
        sink_hundredths(sink, lroundf(pitch * 100.0F));
        sink_text(sink, "\"");
    }
}

/* The stroke lies inside the box, but SVG draws a stroke on the edge, so the box is made smaller.
 */
static void put_box(struct sink *sink, const struct theme *theme, const struct draw *draw)
{
    float inset = draw->stroke == INK_NONE ? 0 : draw->stroke_px / 2;
    float radius = fminf(draw->radius, fminf(draw->w, draw->h) / 2) - inset;
    sink_text(sink, "<rect");
    attribute(sink, "x", draw->x + inset);
    attribute(sink, "y", draw->y + inset);
    attribute(sink, "width", draw->w - 2 * inset);
    attribute(sink, "height", draw->h - 2 * inset);
    if (radius > 0) {
        attribute(sink, "rx", radius);
    }
    put_ink(sink, theme, "fill", draw->fill, draw->fill_alpha);
    put_stroke(sink, theme, draw);
    sink_text(sink, "/>\n");
}

static void put_disc(struct sink *sink, const struct theme *theme, const struct draw *draw)
{
    assert((draw->flags & DRAW_RADIAL) == 0);
    sink_text(sink, "<circle");
    attribute(sink, "cx", draw->x);
    attribute(sink, "cy", draw->y);
    attribute(sink, "r", draw->w);
    put_ink(sink, theme, "fill", draw->fill, draw->fill_alpha);
    put_stroke(sink, theme, draw);
    sink_text(sink, "/>\n");
}

static void put_path(struct sink *sink, const struct frame *frame, const struct theme *theme,
                     const struct draw *draw)
{
    bool closed = (draw->flags & DRAW_CLOSED) != 0;
    sink_text(sink, closed ? "<polygon points=\"" : "<polyline points=\"");
    for (uint32_t i = 0; i < draw->count; i++) {
        const struct draw_point *point = &frame->point[draw->first + i];
        sink_text(sink, i > 0 ? " " : "");
        sink_hundredths(sink, lroundf(point->x * 100.0F));
        sink_text(sink, ",");
        sink_hundredths(sink, lroundf(point->y * 100.0F));
    }
    sink_text(sink, "\"");
    put_ink(sink, theme, "fill", closed ? draw->fill : INK_NONE, draw->fill_alpha);
    put_stroke(sink, theme, draw);
    sink_text(sink, " stroke-linejoin=\"round\"/>\n");
}

/* textLength keeps a line as long as it was measured. The direction is the text's own and not the
 * page's. x is the left edge, where text from right to left ends. */
static void put_text(struct sink *sink, const struct frame *frame, const struct theme *theme,
                     const struct draw *draw)
{
    sink_text(sink, "<text");
    attribute(sink, "x", draw->x);
    attribute(sink, "y", draw->y);
    attribute(sink, "font-size", draw->font.em_px);
    attribute(sink, "textLength", draw->w);
    sink_text(sink, " lengthAdjust=\"spacingAndGlyphs\"");
    sink_text(sink, (draw->flags & DRAW_RTL) != 0 ? " direction=\"rtl\" text-anchor=\"end\""
                                                  : " direction=\"ltr\"");
    if (draw->font.family == FONT_BOLD) {
        sink_text(sink, " font-weight=\"bold\"");
    }
    put_ink(sink, theme, "fill", draw->fill, draw->fill_alpha);
    sink_text(sink, ">");
    sink_escaped(sink, frame->text + draw->first, draw->count);
    sink_text(sink, "</text>\n");
}

static void put_command(struct sink *sink, const struct frame *frame, const struct theme *theme,
                        const struct draw *draw)
{
    switch ((enum draw_kind)draw->kind) {
    case DRAW_BOX:
        put_box(sink, theme, draw);
        return;
    case DRAW_DISC:
        put_disc(sink, theme, draw);
        return;
    case DRAW_PATH:
        put_path(sink, frame, theme, draw);
        return;
    case DRAW_TEXT:
        put_text(sink, frame, theme, draw);
        return;
    case DRAW_ICON:
        break;
    }
    assert(!"a command that has a place on paper");
}

void svg_write(const struct frame *frame, const char *label, struct sink *sink)
{
    const struct theme *theme = theme_get((enum theme_id)frame->theme);
    sink_text(sink, "<svg viewBox=\"0 0 ");
    sink_number(sink, frame->width);
    sink_text(sink, " ");
    sink_number(sink, frame->height);
    sink_text(sink, "\" role=\"img\" aria-label=\"");
    sink_escaped(sink, label, strlen(label));
    sink_text(sink, "\">\n");
    for (uint32_t i = 0; i < frame->draw_count; i++) {
        put_command(sink, frame, theme, &frame->draw[i]);
    }
    sink_text(sink, "</svg>\n");
}
