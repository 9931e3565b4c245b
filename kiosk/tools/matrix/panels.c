/* SPDX-License-Identifier: MIT */
#include "tools/matrix/panels.h"

const struct panel PANELS[PANEL_COUNT] = {
    {"7 inch 1024x600", 1024, 600, 6680, true},
    {"10.1 inch 1024x600", 1024, 600, 4630, false},
    {"6 inch 800x480", 800, 480, 5200, false},
    {"6 inch 1280x720", 1280, 720, 8300, false},
    {"9 inch 1280x800", 1280, 800, 5900, false},
    {"15.6 inch 1366x768", 1366, 768, 3950, false},
    {"15.6 inch 1920x1080", 1920, 1080, 5560, true},
    {"21.5 inch 1080x1920", 1080, 1920, 4030, true},
    {"24 inch 3840x2160", 3840, 2160, 7230, false},
    {"34 inch 2560x1080", 2560, 1080, 3200, false},
};
