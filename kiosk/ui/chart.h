/* SPDX-License-Identifier: MIT */
/* One plot: shares of a hundred over time as a line in its band, on an axis from 0 to 100 with a
 * marked middle. Knows nothing of blocks, files or questions: points and words come from the
 * caller. A band is always drawn; the line breaks where a point is not readable, and when the
 * newest is not readable there is no line and no number at all, only the caller's words. */
#ifndef UI_CHART_H
#define UI_CHART_H

#include "ui/ui.h"

enum {
    CHART_MONTHS = 12,
    /* Drawn at most; denser lines take every second, third... point, the newest always. Eight
     * plots of three paths each then stay within DRAW_POINT_MAX. */
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
    const char *id; /* NULL: no node, a picture in a key */
    const char *text;
    const char *spoken;
    enum role role; /* ROLE_BUTTON with an action, else an image */
    uint16_t action;
    int16_t arg;

    const struct chart_month *month; /* of each position */
    uint32_t position_count;
    const struct chart_point *point; /* positions rising, below position_count */
    uint32_t point_count;

    enum ink ground; /* what the plot stands on; INK_NONE: the page */
    bool large;      /* wide strokes, and a disc at each point where there is room */
    bool room;       /* and all of it as large as is seen from four metres; */
    bool low; /* but so low that strokes of that width would hide the band: those of a large one */
    enum chart_labels labels; /* below the plot */
    const char *const *month_name;
    const char *axis_low, *axis_half, *axis_high; /* before the plot, NULL: none */
    const char *wide;                             /* in place of a line that cannot be shown */
    const char *latest, *value, *range;           /* beside the newest point, NULL: none */
    const char *first; /* over or under the oldest point where there is room for it, NULL: none */
    uint32_t mark;     /* a rule before this position, where something changed; 0: none */
    const char *mark_words; /* over that rule, NULL: none */

    int32_t axis_px; /* room kept before the plot and after it, so that several plots line up */
    int32_t value_px;
    int32_t
        pad_px; /* and above and below it; 0: for the ring of a stone anywhere, and axis words */
};

/* Room that this chart's words need before the plot, after it, and below it. */
int32_t ui_chart_axis_px(const struct ui *ui, const struct chart *chart);
int32_t ui_chart_value_px(const struct ui *ui, const struct chart *chart);
int32_t ui_chart_labels_px(const struct ui *ui, enum chart_labels labels);
/* Room for the ring of this chart's stone where it is, in a small plot at least plot_px high. */
int32_t ui_chart_pad_px(const struct ui *ui, const struct chart *chart, int32_t plot_px);

/* Thickness of the line that marks the middle. */
float ui_chart_middle_px(const struct ui *ui);

/* Draws into the box, and never outside it: plot, words before and after it, labels below. */
void ui_chart(struct ui *ui, const struct chart *chart, struct box box);

#endif
