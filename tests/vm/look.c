/* SPDX-License-Identifier: MIT */
/* look PICTURE.ppm [X Y RRGGBB]...: status 0 when three of four of these places of a screendump
 * have these colours, give or take what a display's own depth takes away; else 1, and what is
 * there. look PICTURE.ppm size: the picture's width and height. */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { TOLERANCE = 2, WIDTH_MAX = 4096, HEIGHT_MAX = 4096 };

static unsigned char pixels[WIDTH_MAX * HEIGHT_MAX * 3];

static bool is_like(const unsigned char *pixel, unsigned long colour)
{
    for (int i = 0; i < 3; i++) {
        if (abs((int)pixel[i] - (int)(colour >> (16 - 8 * i) & 0xFF)) > TOLERANCE) {
            return false;
        }
    }
    return true;
}

int main(int argc, char **argv)
{
    int width = 0, height = 0;
    FILE *file = argc > 2 ? fopen(argv[1], "rb") : NULL;
    if (file == NULL || fscanf(file, "P6 %d %d 255", &width, &height) != 2 || fgetc(file) == EOF ||
        width < 1 || width > WIDTH_MAX || height < 1 || height > HEIGHT_MAX ||
        fread(pixels, 3, (size_t)width * (size_t)height, file) != (size_t)width * (size_t)height) {
        printf("no whole picture\n");
        return 2;
    }
    if (strcmp(argv[2], "size") == 0) {
        printf("%d %d\n", width, height);
        return 0;
    }
    int right = 0, all = 0;
    for (int i = 2; i + 2 < argc; i += 3, all++) {
        int x = atoi(argv[i]), y = atoi(argv[i + 1]);
        if (x < 0 || x >= width || y < 0 || y >= height) {
            printf("%d %d is beyond %d %d; ", x, y, width, height);
            continue;
        }
        const unsigned char *pixel = &pixels[((size_t)y * (size_t)width + (size_t)x) * 3];
        bool is_right = is_like(pixel, strtoul(argv[i + 2], NULL, 16));
        right += is_right;
        if (!is_right) {
            printf("at %d %d is %02x%02x%02x, not %s; ", x, y, pixel[0], pixel[1], pixel[2],
                   argv[i + 2]);
        }
    }
    return 4 * right >= 3 * all ? 0 : 1;
}
