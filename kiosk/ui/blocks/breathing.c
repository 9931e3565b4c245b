/* SPDX-License-Identifier: MIT */
#include "ui/blocks/breathing.h"

#include "ui/area.h"

enum { IN_MS = 4000, OUT_MS = 6000, CYCLE_MS = IN_MS + OUT_MS, STEP_MS = 1000, STEPS = 10 };
enum { STROKE_UM = 900, CLEAR_UM = 1500 /* between the word and a ring */ };

static const float NARROW = 0.86F;     /* the outermost ring at its narrowest, of its widest */
static const float INNERMOST = 0.715F; /* the innermost ring, of the outermost */

/* Returns half a cosine, by its series up to the eighth power. That is enough for a picture, and
 * the same on every machine. */
static float ease(float t)
{
    float x = 3.14159265F * t, x2 = x * x;
    float cosine = 1 - x2 / 2 * (1 - x2 / 12 * (1 - x2 / 30 * (1 - x2 / 56 * (1 - x2 / 90))));
    return (1 - cosine) / 2;
}

struct breath breath_at(uint64_t since_ms)
{
    uint32_t at = (uint32_t)(since_ms % CYCLE_MS);
    struct breath breath = {.in = at < IN_MS, .step = at / STEP_MS};
    breath.open = breath.in ? ease((float)at / IN_MS) : 1 - ease((float)(at - IN_MS) / OUT_MS);
    return breath;
}

static void rings(struct ui *ui, float x, float y, float r, bool less, struct breath breath)
{
    static const float INSIDE[] = {0.905F, 0.81F, INNERMOST};
    float scale = less ? 1 : NARROW + (1 - NARROW) * breath.open;
    struct draw disc = {.kind = DRAW_DISC,
                        .flags = DRAW_RADIAL,
                        .fill = INK_SURFACE,
                        .fill_alpha = 200,
                        .x = x,
                        .y = y,
                        .w = r * scale};
    frame_draw(ui->frame, &disc);
    for (size_t i = 0; i < sizeof(INSIDE) / sizeof(INSIDE[0]); i++) {
        ui_ring(ui, x, y, r * scale * INSIDE[i], INK_OUTLINE, ui_umf(ui, 300),
                (uint8_t)(190 - 50 * i));
    }
    ui_ring(ui, x, y, r * scale, INK_OUTLINE, ui_umf(ui, STROKE_UM), 255);
}

static void bar(struct ui *ui, float x, float y, float w, uint32_t step)
{
    const float part = w / STEPS, most = part * 0.36F; /* steps do not touch */
    const float usual = ui_umf(ui, 1700), radius = usual < most ? usual : most;
    for (uint32_t i = 0; i < STEPS; i++) {
        float at = x + part * ((float)i + 0.5F);
        if (i <= step) {
            ui_disc(ui, at, y, radius, INK_OUTLINE, 255);
        } else {
            ui_ring(ui, at, y, radius, INK_OUTLINE, ui_umf(ui, 400), 255);
        }
    }
}

/* Makes the guide stand on one line in a circle, in the largest type that does; else over lines.
 * Returns false if no type does. */
static bool fit_circle(const struct ui *ui, struct ui_text *guide, float radius)
{
    static const enum type TYPES[] = {TYPE_STATEMENT, TYPE_TITLE, TYPE_CARD, TYPE_BODY,
                                      TYPE_CAPTION};
    enum { TYPE_TRIES = sizeof(TYPES) / sizeof(TYPES[0]), FIRST_OF_LINES = TYPE_TRIES - 2 };
    for (size_t i = 0; i < TYPE_TRIES; i++) {
        /* Capitals are about half as high as a line. */
        const float half = (float)ui_text_width(ui, TYPES[i], guide->text) / 2;
        const float over = (float)ui_line_px(ui, TYPES[i]) / 4;
        guide->type = TYPES[i];
        guide->w = (int32_t)(2 * half) + 1;
        if (half * half + over * over <= radius * radius) {
            return true;
        }
    }
    guide->w = (int32_t)(2 * radius * 0.8F);
    for (size_t i = FIRST_OF_LINES; i < TYPE_TRIES; i++) {
        guide->type = TYPES[i];
        const int32_t line = ui_line_px(ui, TYPES[i]);
        if (ui_text_holds(ui, TYPES[i], guide->text, guide->w) &&
            (float)(ui_text_height(ui, guide) - line / 2) <= 2 * radius * 0.6F) {
            return true;
        }
    }
    return false;
}

/* Sets the guide inside the innermost ring at its narrowest; else the short word, which says the
 * same; else one of them inside the outermost ring. */
static void fit_guide(const struct ui *ui, struct ui_text *guide, const char *brief, float r)
{
    const float clear = ui_umf(ui, CLEAR_UM), outer = r * NARROW - ui_umf(ui, STROKE_UM) / 2;
    const float circles[] = {r * NARROW * INNERMOST - clear, outer - clear};
    const char *const words[] = {guide->text, brief};
    for (size_t i = 0; i < 4; i++) {
        guide->text = words[i % 2];
        if (fit_circle(ui, guide, circles[i / 2])) {
            return;
        }
    }
    guide->w = ui_text_width(ui, guide->type, brief) + 1;
}

void ui_breathing(struct ui *ui, const struct breathing *breathing, struct breath breath,
                  struct box box)
{
    const bool less = breathing->less;
    struct ui_text note = {.id = "breathe.note",
                           .text = breathing->note,
                           .role = ROLE_TEXT,
                           .type = TYPE_BODY,
                           .align = ALIGN_CENTRE,
                           .balance = true,
                           .x = box.x,
                           .w = box.w};
    int32_t note_h = ui_text_height(ui, &note);
    note.y = box.y + box.h - note_h + ui_gap(ui, 4000);
    int32_t room = note.y - box.y - ui_gap(ui, 3000);
    /* Without room for the rings and the note, the note is only said. */
    bool cramped = room < 2 * ui_line_px(ui, TYPE_TITLE);
    ui->overflow = ui->overflow || cramped;
    if (cramped && ui->bare) {
        room = box.h;
    }
    float x = (float)ui->width / 2, y = (float)box.y + (float)room / 2;
    float r = (float)(room < box.w ? room : box.w) / 2;
    struct scene *scene = &ui->frame->scene;
    scene->centre_x = (int32_t)x;
    scene->centre_y = (int32_t)y;
    scene->scale_x = (int32_t)r;
    scene->strength = 100;
    rings(ui, x, y, r, less, breath);
    if (breathing->rings_spoken != NULL) {
        ui_heard(ui, "breathe.rings", breathing->rings_spoken);
    }
    int32_t line = ui_line_px(ui, TYPE_TITLE);
    struct ui_text guide = {.id = "breathe.word",
                            .text = breathing->word,
                            .spoken = breathing->word_spoken,
                            .role = ROLE_STATUS,
                            .type = TYPE_TITLE,
                            .align = ALIGN_CENTRE};
    fit_guide(ui, &guide, breathing->brief, r);
    guide.x = (int32_t)x - guide.w / 2;
    guide.y = (int32_t)y - ui_text_height(ui, &guide) / 2;
    ui_text(ui, &guide);
    if (less) {
        bar(ui, x - r * 0.55F, y + (float)line, r * 1.1F, breath.step);
    }
    if (cramped && ui->bare) {
        ui_image(ui, note.id, note.text, (struct box){box.x, box.y + box.h - 1, box.w, 1});
    } else {
        ui_text(ui, &note);
    }
}
