/* SPDX-License-Identifier: MIT */
/* One plot: shares of a hundred over time as a line in its band, on an axis from 0 to 100 with a
 * marked middle. This file knows nothing of blocks of meetings, files or questions: points and
 * words come from the caller. The band is always drawn. The line breaks where a point is not
 * readable. When the newest point is not readable the plot has no line and no number, only the
 * caller's words. */
#ifndef UI_CHART_H
#define UI_CHART_H

#include "ui/ui.h"

enum {
    CHART_MONTHS = 12,
    /* At most so many points are drawn: of more points every second, third or so on, and always the
     * newest. Eight plots of three paths each then stay within DRAW_POINT_MAX. */
    CHART_POINT_MAX = 700,
};

struct chart_point {
    uint16_t position; /* place on the time axis, from 0 */
    uint8_t centre;    /* 0..100 */
    uint8_t low;
    uint8_t high;
    bool readable;
};

struct chart_month {
    uint16_t year;
    uint8_t month; /* 1..12 */
};

enum chart_labels {
    CHART_LABELS_NONE,
    CHART_LABELS_MONTHS, /* the first place, each January, quarters where there is room */
    CHART_LABELS_YEARS,
};

struct chart {
    const char *id; /* NULL: the plot is a picture in a key, without a node */
    const char *text;
    const char *spoken;
    enum role role; /* ROLE_BUTTON for a plot with an action, else ROLE_IMAGE */
    uint16_t action;
    int16_t arg;

    const struct chart_month *month; /* of each position */
    uint32_t position_count;
    const struct chart_point *point; /* positions rising, below position_count */
    uint32_t point_count;

    enum ink ground; /* the colour that the plot stands on; INK_NONE: the page's */
    bool large;      /* wide strokes, and a disc at each point where there is room */
    bool room;       /* a large plot for a room: all of it can be seen from four metres */
    bool low; /* a plot for a room that is so low that its strokes would hide the band: it has the
               * strokes of a large plot */
    enum chart_labels labels; /* below the plot */
    const char *const *month_name;
    const char *axis_low, *axis_half, *axis_high; /* stand before the plot; NULL: none */
    const char *wide;                             /* stands in place of a line that cannot be
                                                   * shown */
    const char *latest, *value, *range;           /* stand beside the newest point; NULL: none */
    const char *first; /* stands over or under the oldest point where there is room; NULL: none */
    uint32_t mark;     /* a rule before this position, where something changed; 0: none */
    const char *mark_words; /* over that rule, NULL: none */

    int32_t axis_px; /* room kept before the plot (value_px: after the plot), so that several plots
                      * line up */
    int32_t value_px;
    int32_t pad_px; /* room kept above and below the plot; 0: enough for the ring of a stone at any
                     * height, and for the axis words */
};

/* Return the room in px that this chart's words need before the plot, after the plot, and below the
 * plot. */
int32_t ui_chart_axis_px(const struct ui *ui, const struct chart *chart);
int32_t ui_chart_value_px(const struct ui *ui, const struct chart *chart);
int32_t ui_chart_labels_px(const struct ui *ui, enum chart_labels labels);
/* Returns the room in px above and below a small plot, at least plot_px high, that the ring of the
 * newest point's stone needs at its height. */
int32_t ui_chart_pad_px(const struct ui *ui, const struct chart *chart, int32_t plot_px);

/* Returns the thickness of the line that marks the middle, px. */
float ui_chart_middle_px(const struct ui *ui);

/* Draws plot, words and labels into the box, and nothing outside the box. */
void ui_chart(struct ui *ui, const struct chart *chart, struct box box);

#endif
