/* SPDX-License-Identifier: MIT */
/* Pictures of single glyphs as FreeType draws them, kept for the next time. A letter costs twenty
 * thousand instructions to hint and twenty thousand to fill, and a screen has hundreds of the same
 * few letters. The outline of a glyph is kept once for each size, and its coverage once for each
 * place between two pixels where it was drawn. Both give the pixels of SDL_ttf, which forgets its
 * outlines and pictures when the size changes.
 * The glyphs that are kept tell which letters a screen had, so they are wiped together with the
 * drawn lines. */
#ifndef PLATFORM_GLYPH_PICTURE_H
#define PLATFORM_GLYPH_PICTURE_H

#include "platform/display/fonts.h"

#include <freetype/freetype.h>
#include <freetype/ftglyph.h>

enum {
    GLYPH_PICTURE_MAX = 1024, /* each has one place, which a later glyph may take */
    GLYPH_OUTLINE_MAX = 256,
    GLYPH_PICTURE_BYTES = 512 * 1024, /* about 800 letters of a body text at 1920x1080 */
};

struct glyph_key {
    enum text_face face;
    uint16_t em_px;
    uint16_t glyph;
    uint16_t part; /* 64ths of a pixel, from the left edge of the pixel to the pen */
};

struct glyph_picture {
    uint64_t key;      /* 0: this place is free */
    int32_t left, top; /* of the first pixel: to the right of the pen's pixel, above the baseline */
    int32_t width, height;
    uint32_t offset; /* of the coverage in bytes: a byte for each pixel, row by row */
};

struct glyph_outline {
    uint64_t key; /* 0: this place is free */
    FT_Glyph glyph;
};

struct glyph_pictures {
    FT_Library library; /* NULL: nothing was drawn yet */
    FT_Face face[FACE_COUNT];
    uint16_t em_px[FACE_COUNT];
    struct glyph_outline outline[GLYPH_OUTLINE_MAX];
    struct glyph_picture picture[GLYPH_PICTURE_MAX];
    uint32_t bytes_used;
    uint8_t bytes[GLYPH_PICTURE_BYTES];
};

/* Returns the picture of a glyph, which it draws unless the picture is kept. The picture is valid
 * until the next call. NULL: there is no memory for it, or it is larger than all that is kept.
 * source is the file of the key's face. */
const struct glyph_picture *glyph_picture(struct glyph_pictures *pictures,
                                          const struct face *source, const struct glyph_key *key);

/* Returns the coverage of a picture. */
const uint8_t *glyph_picture_bytes(const struct glyph_pictures *pictures,
                                   const struct glyph_picture *picture);

/* Wipes every picture and frees every outline. */
void glyph_pictures_forget(struct glyph_pictures *pictures);

/* Does what glyph_pictures_forget does, and closes the faces. */
void glyph_pictures_close(struct glyph_pictures *pictures);

#endif
