/* SPDX-License-Identifier: MIT */
/* What the display's pointer looks like now: how many of its pixels show, and a sum of them all. */
#include <X11/Xlib.h>
#include <X11/extensions/Xfixes.h>
#include <stdio.h>

int main(void)
{
    Display *display = XOpenDisplay(NULL);
    XFixesCursorImage *image = display != NULL ? XFixesGetCursorImage(display) : NULL;
    if (image == NULL) {
        return 1;
    }
    unsigned long shown = 0, sum = 5381;
    for (int i = 0; i < image->width * image->height; i++) {
        shown += (image->pixels[i] >> 24 & 0xff) > 127;
        sum = (sum * 33 + (image->pixels[i] & 0xffffffff)) & 0xffffffff;
    }
    printf("%lu %lu\n", shown, sum);
    return 0;
}
