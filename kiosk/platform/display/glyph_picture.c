/* SPDX-License-Identifier: MIT */
#include "platform/display/glyph_picture.h"

#include "core/wipe.h"

#include <string.h>

static uint64_t packed(const struct glyph_key *key, uint16_t part)
{
    return (uint64_t)key->face << 48 | (uint64_t)key->em_px << 32 | (uint64_t)key->glyph << 16 |
           part;
}

/* The place of a key in a table of count places; count is a power of two. */
static uint32_t place_of(uint64_t key, uint32_t count)
{
    return (uint32_t)(key * 0x9E3779B97F4A7C15u >> 40) & (count - 1);
}

static void forget_pictures(struct glyph_pictures *pictures)
{
    wipe(pictures->picture, sizeof(pictures->picture));
    memset(pictures->bytes, 0, pictures->bytes_used);
    pictures->bytes_used = 0;
}

void glyph_pictures_forget(struct glyph_pictures *pictures)
{
    forget_pictures(pictures);
    for (uint32_t i = 0; i < GLYPH_OUTLINE_MAX; i++) {
        FT_Done_Glyph(pictures->outline[i].glyph); /* FT_Done_Glyph accepts NULL */
        pictures->outline[i] = (struct glyph_outline){0};
    }
}

void glyph_pictures_close(struct glyph_pictures *pictures)
{
    glyph_pictures_forget(pictures);
    if (pictures->library != NULL) {
        FT_Done_FreeType(pictures->library); /* closes its faces too */
    }
    memset(pictures->face, 0, sizeof(pictures->face));
    memset(pictures->em_px, 0, sizeof(pictures->em_px));
    pictures->library = NULL;
}

/* Returns the key's face at its size; NULL: there is no memory for it. */
static FT_Face face_at(struct glyph_pictures *pictures, const struct face *source,
                       const struct glyph_key *key)
{
    FT_Face *face = &pictures->face[key->face];
    if (pictures->library == NULL && FT_Init_FreeType(&pictures->library) != 0) {
        pictures->library = NULL;
        return NULL;
    }
    if (*face == NULL &&
        FT_New_Memory_Face(pictures->library, source->bytes, (FT_Long)source->size, 0, face) != 0) {
        *face = NULL;
        return NULL;
    }
    if (pictures->em_px[key->face] != key->em_px) {
        pictures->em_px[key->face] = 0;
        if (FT_Set_Char_Size(*face, 0, (FT_F26Dot6)key->em_px * 64, 0, 0) != 0) {
            return NULL;
        }
        pictures->em_px[key->face] = key->em_px;
    }
    return *face;
}

/* Hinted only vertically, as SDL_ttf does with TTF_HINTING_LIGHT_SUBPIXEL. */
static FT_Glyph outline_of(struct glyph_pictures *pictures, const struct face *source,
                           const struct glyph_key *key)
{
    const uint64_t name = packed(key, 0);
    struct glyph_outline *outline = &pictures->outline[place_of(name, GLYPH_OUTLINE_MAX)];
    if (outline->key == name) {
        return outline->glyph;
    }
    FT_Face face = face_at(pictures, source, key);
    FT_Glyph glyph;
    if (face == NULL || FT_Load_Glyph(face, key->glyph, FT_LOAD_TARGET_LIGHT) != 0 ||
        FT_Get_Glyph(face->glyph, &glyph) != 0) {
        return NULL;
    }
    FT_Done_Glyph(outline->glyph);
    *outline = (struct glyph_outline){name, glyph};
    return glyph;
}

static const struct glyph_picture *keep(struct glyph_pictures *pictures, uint64_t key,
                                        const FT_BitmapGlyphRec *drawn)
{
    const FT_Bitmap *bitmap = &drawn->bitmap;
    const uint32_t bytes = bitmap->width * bitmap->rows;
    if (bytes > GLYPH_PICTURE_BYTES) {
        return NULL;
    }
    if (pictures->bytes_used + bytes > GLYPH_PICTURE_BYTES) {
        forget_pictures(pictures);
    }
    struct glyph_picture *picture = &pictures->picture[place_of(key, GLYPH_PICTURE_MAX)];
    *picture = (struct glyph_picture){.key = key,
                                      .left = drawn->left,
                                      .top = drawn->top,
                                      .width = (int32_t)bitmap->width,
                                      .height = (int32_t)bitmap->rows,
                                      .offset = pictures->bytes_used};
    for (uint32_t y = 0; y < bitmap->rows; y++) {
        memcpy(&pictures->bytes[picture->offset + y * bitmap->width],
               bitmap->buffer + (ptrdiff_t)y * bitmap->pitch, bitmap->width);
    }
    pictures->bytes_used += bytes;
    return picture;
}

const struct glyph_picture *glyph_picture(struct glyph_pictures *pictures,
                                          const struct face *source, const struct glyph_key *key)
{
    const uint64_t name = packed(key, key->part);
    const struct glyph_picture *found = &pictures->picture[place_of(name, GLYPH_PICTURE_MAX)];
    if (found->key == name) {
        return found;
    }
    FT_Glyph glyph = outline_of(pictures, source, key);
    FT_Vector pen = {.x = key->part};
    if (glyph == NULL || FT_Glyph_To_Bitmap(&glyph, FT_RENDER_MODE_NORMAL, &pen, 0) != 0) {
        return NULL;
    }
    const struct glyph_picture *kept = keep(pictures, name, (FT_BitmapGlyph)glyph);
    FT_Done_Glyph(glyph);
    return kept;
}

const uint8_t *glyph_picture_bytes(const struct glyph_pictures *pictures,
                                   const struct glyph_picture *picture)
{
    return &pictures->bytes[picture->offset];
}
