/* SPDX-License-Identifier: MIT */
#include "platform/display/glyphs.h"

#include "core/utf8.h"

#include <hb-ot.h>
#include <string.h>

enum {
    SOFT_HYPHEN = 0xAD,
    SCRIPT_LATN = 0x4C61746E,
    SCRIPT_ARAB = 0x41726162,
    SUBPIXEL_PX = 1, /* a glyph that begins between two pixels may reach one pixel farther */
    SHAPED_MAX = 1024,
    JOIN_MAX = 3,           /* letters of the longest ligature */
    WIDTH_MAX_PX = 1 << 20, /* of a run: wider than any panel, and the widths of a line's runs still
                               fit a number */
};

bool glyphs_open(struct glyphs *glyphs, const struct face *face)
{
    if (glyphs->font != NULL) {
        return true;
    }
    hb_blob_t *blob = hb_blob_create((const char *)face->bytes, (unsigned)face->size,
                                     HB_MEMORY_MODE_READONLY, NULL, NULL);
    hb_face_t *hb = hb_face_create(blob, 0);
    hb_font_t *font = hb_font_create(hb); /* the font's scale is its units per em */
    hb_face_destroy(hb);
    hb_blob_destroy(blob);
    hb_buffer_t *buffer = hb_buffer_create();
    if (font == hb_font_get_empty() || !hb_buffer_allocation_successful(buffer)) {
        hb_buffer_destroy(buffer);
        hb_font_destroy(font);
        return false;
    }
    glyphs->font = font;
    glyphs->buffer = buffer;
    glyphs->units = face->metrics.units;
    glyphs->has_kern = kern_find(face->bytes, face->size, "latn", &glyphs->kern);
    glyphs->has_digit_kern = kern_find(face->bytes, face->size, "arab", &glyphs->digit_kern);
    return true;
}

void glyphs_close(struct glyphs *glyphs)
{
    if (glyphs->font != NULL) {
        for (int i = 0; i < 4; i++) {
            hb_shape_plan_destroy(glyphs->plan[i / 2][i % 2].hb);
        }
        hb_buffer_destroy(glyphs->buffer);
        hb_font_destroy(glyphs->font);
        *glyphs = (struct glyphs){0};
    }
}

bool glyphs_has(struct glyphs *glyphs, uint32_t character)
{
    hb_codepoint_t glyph;
    return hb_font_get_nominal_glyph(glyphs->font, character, &glyph) != 0;
}

/* How the drawing library rounds: FreeType's fixed-point numbers, 26.6 px. */
static const struct glyph_scale *scale_at(struct glyphs *glyphs, uint16_t em_px)
{
    struct glyph_scale *scale = &glyphs->scale;
    if (scale->em_px != em_px) {
        const int64_t em = (int64_t)em_px * 64, units = glyphs->units;
        scale->em_px = em_px;
        scale->units_px = (em * 65536 + units / 2) / units;
        scale->shaping_px = ((scale->units_px * units + 0x8000) >> 16) * 65536 / units;
    }
    return scale;
}

static int32_t advance_px(const struct glyph_scale *scale, int32_t units)
{
    int64_t fixed = ((units < 0 ? -units : units) * scale->units_px + 32) / 64;
    int32_t px = (int32_t)((fixed + 512) >> 10);
    return units < 0 ? -px : px;
}

static int32_t shaped_px(const struct glyph_scale *scale, int32_t units)
{
    return (int32_t)((units * scale->shaping_px + 0x8000) >> 16);
}

static int32_t edge_px(const struct glyph_scale *scale, int32_t units)
{
    int64_t px = ((units < 0 ? -units : units) * scale->units_px + 0x8000) >> 16;
    return (int32_t)(units < 0 ? -px : px);
}

/* A pen that has drawn some glyphs: its place in 26.6 px, and the pixels that it touched. The
 * numbers are wide enough for the largest letters of a font with impossible values. */
struct pen {
    int64_t x, least, most;
    struct glyph_line *line; /* NULL: the caller does not need the places */
};

static void draw(struct pen *pen, const struct glyph_scale *scale, const struct text_glyph *glyph)
{
    const int64_t at = (pen->x + shaped_px(scale, glyph->shift)) >> 6;
    const int64_t left = at + (edge_px(scale, glyph->left) >> 6);
    const int64_t right = at + ((edge_px(scale, glyph->right) + 63) >> 6) + SUBPIXEL_PX;
    pen->least = left < pen->least ? left : pen->least;
    pen->most = right > pen->most ? right : pen->most;
    pen->x += advance_px(scale, glyph->advance) + shaped_px(scale, glyph->kern);
}

static int32_t width_of(const struct pen *pen)
{
    const int64_t end = pen->x >> 6;
    const int64_t width = (end > pen->most ? end : pen->most) - pen->least;
    return (int32_t)(width < WIDTH_MAX_PX ? width : WIDTH_MAX_PX);
}

/* Returns the box of a glyph that stands alone. */
static struct text_glyph box_of(hb_font_t *font, hb_codepoint_t glyph)
{
    hb_glyph_extents_t box = {0};
    (void)hb_font_get_glyph_extents(font, glyph, &box);
    return (struct text_glyph){.advance = (int16_t)hb_font_get_glyph_h_advance(font, glyph),
                               .left = (int16_t)box.x_bearing,
                               .right = (int16_t)(box.x_bearing + box.width)};
}

/* Returns the same, and keeps it, so that an outline is read only once. */
static const struct glyph_known *known(struct glyphs *glyphs, hb_codepoint_t glyph)
{
    struct glyph_known *known = &glyphs->known[glyph % GLYPH_KNOWN_MAX];
    if (!known->known || known->glyph != glyph) {
        hb_face_t *face = hb_font_get_face(glyphs->font);
        *known = (struct glyph_known){.known = true, .glyph = (uint16_t)glyph};
        known->mark = hb_ot_layout_get_glyph_class(face, glyph) == HB_OT_LAYOUT_GLYPH_CLASS_MARK;
        known->box = box_of(glyphs->font, glyph);
    }
    return known;
}

static void learn(const struct glyphs *glyphs, const struct kern *kern, uint16_t glyph,
                  struct letter *letter)
{
    letter->known = true;
    letter->box = box_of(glyphs->font, glyph);
    kern_glyph(kern, glyph, &letter->kern);
}

/* Returns the index under which a letter is kept. LETTER_COUNT: this character may be drawn in
 * several ways. */
static uint32_t letter_place(uint32_t code)
{
    if (code >= ' ' && code < LETTER_PLAIN && code != SOFT_HYPHEN) {
        return code;
    }
    if (code >= LETTER_LATIN && code < LETTER_LATIN_END) {
        return LETTER_PLAIN + code - LETTER_LATIN;
    }
    if (code >= LETTER_MARKS && code < LETTER_MARKS_END) {
        return LETTER_PLAIN + LETTER_LATIN_END - LETTER_LATIN + code - LETTER_MARKS;
    }
    if (code >= LETTER_DIGITS && code < LETTER_DIGITS_END) {
        return LETTER_COUNT - (LETTER_DIGITS_END - code);
    }
    return LETTER_COUNT;
}

/* Returns NULL when the character may be drawn in several ways, or the font has no glyph for it.
 * The digits of Arabic have the kerning of their script, and so stand in runs of their own. */
static const struct letter *letter_of(struct glyphs *glyphs, const struct kern *kern, uint32_t code)
{
    const uint32_t place = letter_place(code);
    const bool is_digit = code >= LETTER_DIGITS && code < LETTER_DIGITS_END;
    if (place == LETTER_COUNT || is_digit != (kern == &glyphs->digit_kern)) {
        return NULL;
    }
    struct letter *letter = &glyphs->letter[place];
    if (!letter->known) {
        hb_codepoint_t glyph = 0;
        (void)hb_font_get_nominal_glyph(glyphs->font, code, &glyph);
        learn(glyphs, kern, (uint16_t)glyph, letter);
    }
    return letter->kern.glyph != 0 && !letter->kern.is_moved ? letter : NULL;
}

/* Returns the ligature with this glyph. NULL: there is no room to keep another one, or the ligature
 * has to be shaped. */
static const struct letter *joined(struct glyphs *glyphs, uint16_t glyph)
{
    for (int i = 0; i < LETTER_JOINED_MAX; i++) {
        struct letter *letter = &glyphs->joined[i];
        if (!letter->known) {
            learn(glyphs, &glyphs->kern, glyph, letter);
        }
        if (letter->kern.glyph == glyph) {
            return letter->kern.is_moved ? NULL : letter;
        }
    }
    return NULL;
}

/* Takes the next letter, or the ligature that begins with it. Returns false when this has to be
 * shaped. */
static bool next_letter(struct glyphs *glyphs, const struct kern *kern, const struct glyph_run *run,
                        size_t *at, const struct letter **out)
{
    const struct kern_glyph *ahead[JOIN_MAX];
    size_t end[JOIN_MAX], next = *at;
    uint32_t count = 0, taken = 1;
    do {
        const struct letter *letter =
            letter_of(glyphs, kern, utf8_next(run->text, run->bytes, &next));
        if (letter == NULL) {
            break;
        }
        *out = count == 0 ? letter : *out;
        ahead[count] = &letter->kern;
        end[count++] = next;
    } while (count < JOIN_MAX && next < run->bytes && kern_joins(ahead[0]));
    if (count == 0) {
        return false;
    }
    uint16_t glyph = count > 1 ? kern_join(kern, ahead, count, &taken) : 0;
    if (glyph != 0 && kern != &glyphs->kern) {
        return false; /* ligatures are kept with the kerning of Latin alone */
    }
    *out = glyph != 0 ? joined(glyphs, glyph) : *out;
    *at = end[taken - 1];
    return *out != NULL;
}

/* Returns false when a part of the run has to be shaped. */
static bool draw_letters(struct glyphs *glyphs, const struct glyph_scale *scale,
                         const struct glyph_run *run, struct pen *pen)
{
    const struct letter *before = NULL, *letter = NULL;
    const bool latin = run->script == 0 || run->script == SCRIPT_LATN;
    const bool digits = run->script == SCRIPT_ARAB && glyphs->has_digit_kern;
    const struct kern *kern = latin ? &glyphs->kern : &glyphs->digit_kern;
    if (run->rtl || !(latin ? glyphs->has_kern : digits)) {
        return false;
    }
    for (size_t at = 0; at < run->bytes; before = letter) {
        if (!next_letter(glyphs, kern, run, &at, &letter)) {
            return false;
        }
        if (before != NULL) {
            pen->x += shaped_px(scale, kern_between(kern, &before->kern, &letter->kern));
        }
        if (pen->line != NULL) {
            pen->line->place[pen->line->count++] = (struct glyph_place){pen->x, letter->kern.glyph};
        }
        draw(pen, scale, &letter->box);
    }
    return true;
}

/* Leaving out the rules that place marks on letters saves a seventh of the cost of shaping. */
static const hb_feature_t NO_MARKS[] = {
    {HB_TAG('m', 'a', 'r', 'k'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END},
    {HB_TAG('m', 'k', 'm', 'k'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END},
};
enum { NO_MARKS_COUNT = sizeof(NO_MARKS) / sizeof(NO_MARKS[0]) };

/* Returns the plan by which the font shapes runs of the buffer's direction. */
static hb_shape_plan_t *plan_for(struct glyphs *glyphs, const struct glyph_run *run, bool marks)
{
    struct glyph_plan *plan = &glyphs->plan[run->rtl][marks];
    if (plan->hb == NULL || plan->script != run->script) {
        hb_segment_properties_t way;
        hb_buffer_get_segment_properties(glyphs->buffer, &way);
        hb_shape_plan_destroy(plan->hb);
        plan->hb = hb_shape_plan_create_cached(hb_font_get_face(glyphs->font), &way, NO_MARKS,
                                               marks ? 0 : NO_MARKS_COUNT, NULL);
        plan->script = run->script;
    }
    return plan->hb;
}

/* Shapes the text into the buffer. Without marks, the marks in the buffer are not placed yet. */
static void shape_once(struct glyphs *glyphs, const struct glyph_run *run, const char *text,
                       size_t bytes, bool marks)
{
    hb_buffer_t *buffer = glyphs->buffer;
    hb_buffer_clear_contents(buffer);
    hb_buffer_set_direction(buffer, run->rtl ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer,
                         hb_script_from_iso15924_tag(run->script != 0 ? run->script : SCRIPT_LATN));
    hb_buffer_add_utf8(buffer, text, (int)bytes, 0, (int)bytes);
    hb_shape_plan_execute(plan_for(glyphs, run, marks), glyphs->font, buffer, NO_MARKS,
                          marks ? 0 : NO_MARKS_COUNT);
}

/* Takes the glyphs that were shaped, from left to right. Returns whether a mark is among them. */
static bool take_shaped(struct glyphs *glyphs, struct text_glyph *out, uint32_t max,
                        uint32_t *count)
{
    unsigned shaped = 0;
    bool has_mark = false;
    const hb_glyph_info_t *info = hb_buffer_get_glyph_infos(glyphs->buffer, &shaped);
    const hb_glyph_position_t *place = hb_buffer_get_glyph_positions(glyphs->buffer, &shaped);
    for (unsigned i = 0; i < shaped && i < max; i++) {
        const struct glyph_known *glyph = known(glyphs, info[i].codepoint);
        has_mark = has_mark || glyph->mark;
        out[i] = glyph->box;
        out[i].shift = (int16_t)place[i].x_offset;
        out[i].kern = (int16_t)(place[i].x_advance - out[i].advance);
        if (place[i].x_advance == 0) {
            out[i].advance = out[i].kern = 0; /* a mark, which takes no width */
        }
    }
    *count = shaped;
    return has_mark;
}

/* Fills in the glyphs from left to right. Returns how many glyphs there are, which may be more than
 * fit. */
static uint32_t shape_word(struct glyphs *glyphs, const struct glyph_run *run, const char *text,
                           size_t bytes, struct text_glyph *out, uint32_t max)
{
    uint32_t count = 0;
    shape_once(glyphs, run, text, bytes, run->marks);
    if (take_shaped(glyphs, out, max, &count) && !run->marks) {
        shape_once(glyphs, run, text, bytes, true);
        (void)take_shaped(glyphs, out, max, &count);
    }
    return count;
}

/* Returns the kept shape of a word, or NULL. */
static const struct text_shape *find_shape(const struct text_shape *set, uint64_t key)
{
    for (int i = 0; i < TEXT_SHAPE_WAYS; i++) {
        if (set[i].key == key) {
            return &set[i];
        }
    }
    return NULL;
}

/* Keeps a word's shape in place of the oldest one among its possible places. A word of many glyphs
 * is not kept. */
static void keep_shape(struct text_shape *set, uint64_t key, const struct text_glyph *glyph,
                       uint32_t count)
{
    if (count <= TEXT_SHAPE_GLYPHS) {
        memmove(&set[1], &set[0], (TEXT_SHAPE_WAYS - 1) * sizeof(set[0]));
        set[0] = (struct text_shape){.key = key, .count = count};
        memcpy(set[0].glyph, glyph, count * sizeof(glyph[0]));
    }
}

static void draw_word(struct glyphs *glyphs, const struct glyph_scale *scale,
                      const struct glyph_run *run, const char *text, size_t bytes,
                      struct text_kept *kept, struct pen *pen)
{
    NOT_ZEROED struct text_glyph many[SHAPED_MAX]; /* large; written before it is read */
    const struct font font = {.family = (uint16_t)(run->face << 1 | run->rtl), .em_px = 0};
    const uint64_t key = text_key(font, run->script, text, bytes);
    struct text_shape *set =
        &kept->shape[key % (TEXT_SHAPE_MAX / TEXT_SHAPE_WAYS) * TEXT_SHAPE_WAYS];
    const struct text_shape *shape = find_shape(set, key);
    const struct text_glyph *glyph = shape != NULL ? shape->glyph : many;
    uint32_t count = shape != NULL ? shape->count : 0;
    if (shape == NULL) {
        count = shape_word(glyphs, run, text, bytes, many, SHAPED_MAX);
        count = count < SHAPED_MAX ? count : SHAPED_MAX;
        keep_shape(set, key, many, count);
    }
    for (uint32_t i = 0; i < count; i++) {
        draw(pen, scale, &glyph[i]);
    }
}

/* Draws words and blanks one by one: no font of the kiosk moves a letter because of a blank. */
static void draw_words(struct glyphs *glyphs, const struct glyph_scale *scale,
                       const struct glyph_run *run, struct text_kept *kept, struct pen *pen)
{
    for (size_t done = 0; done < run->bytes;) {
        const size_t left = run->bytes - done;
        const char *text = run->rtl ? run->text : run->text + done;
        const char *blank = run->rtl ? memrchr(text, ' ', left) : memchr(text, ' ', left);
        size_t taken = left;
        if (run->rtl && blank != NULL) {
            const size_t after = (size_t)(blank - text) + 1;
            taken = after < left ? left - after : 1;
        } else if (blank != NULL) {
            taken = blank > text ? (size_t)(blank - text) : 1;
        }
        draw_word(glyphs, scale, run, run->rtl ? text + left - taken : text, taken, kept, pen);
        done += taken;
    }
}

int32_t glyphs_width(struct glyphs *glyphs, uint16_t em_px, const struct glyph_run *run,
                     struct text_kept *kept)
{
    const struct glyph_scale *scale = scale_at(glyphs, em_px);
    struct pen pen = {0};
    if (!draw_letters(glyphs, scale, run, &pen)) {
        pen = (struct pen){0};
        draw_words(glyphs, scale, run, kept, &pen);
    }
    return width_of(&pen);
}

bool glyphs_place(struct glyphs *glyphs, uint16_t em_px, const struct glyph_run *run,
                  struct glyph_line *out)
{
    const struct glyph_scale *scale = scale_at(glyphs, em_px);
    struct pen pen = {.line = out};
    out->count = 0;
    bool letters = draw_letters(glyphs, scale, run, &pen);
    out->left = pen.least;
    out->width = width_of(&pen);
    return letters;
}
