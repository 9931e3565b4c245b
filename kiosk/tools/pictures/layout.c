/* SPDX-License-Identifier: MIT */
#include "tools/pictures/layout.h"

#include <inttypes.h>

static const char *const ROLE_NAMES[ROLE_COUNT] = {
    [ROLE_HEADING] = "heading", [ROLE_TEXT] = "text",         [ROLE_BUTTON] = "button",
    [ROLE_CHOICE] = "choice",   [ROLE_PROGRESS] = "progress", [ROLE_IMAGE] = "image",
    [ROLE_STATUS] = "status",
};

static const char *const SIZE_NAMES[SIZE_COUNT] = {
    [SIZE_S] = "S",
    [SIZE_M] = "M",
    [SIZE_L] = "L",
    [SIZE_XL] = "XL",
};

static void write_string(FILE *out, const char *text)
{
    fputc('"', out);
    for (const unsigned char *at = (const unsigned char *)text; *at != '\0'; at++) {
        if (*at == '"' || *at == '\\') {
            fprintf(out, "\\%c", *at);
        } else if (*at < ' ') {
            fprintf(out, "\\u%04x", *at);
        } else {
            fputc(*at, out);
        }
    }
    fputc('"', out);
}

static void write_key(FILE *out, const char *key, const char *text)
{
    fprintf(out, ", \"%s\": ", key);
    write_string(out, text);
}

static void write_box(FILE *out, const char *key, struct box box)
{
    fprintf(out, ", \"%s\": [%" PRId32 ", %" PRId32 ", %" PRId32 ", %" PRId32 "]", key, box.x,
            box.y, box.w, box.h);
}

static void write_ink(FILE *out, const char *key, const struct theme *theme, uint8_t ink)
{
    if (ink == INK_NONE) {
        fprintf(out, ", \"%s\": null", key);
    } else {
        fprintf(out, ", \"%s\": \"#%06" PRIX32 "\"", key, theme->rgb[ink]);
    }
}

static void write_state(FILE *out, uint16_t flags)
{
    static const struct {
        uint8_t flag;
        const char *name;
    } STATES[] = {
        {NODE_CHOSEN, "chosen"},     {NODE_PRESSED, "pressed"},         {NODE_FOCUSED, "focused"},
        {NODE_DISABLED, "disabled"}, {NODE_FACILITATOR, "facilitator"}, {NODE_PICTURE, "picture"},
    };
    const char *before = "";
    fprintf(out, ", \"state\": [");
    for (size_t i = 0; i < sizeof(STATES) / sizeof(STATES[0]); i++) {
        if ((flags & STATES[i].flag) != 0) {
            fprintf(out, "%s\"%s\"", before, STATES[i].name);
            before = ", ";
        }
    }
    fprintf(out, "]");
}

static void write_node(FILE *out, const struct app *app, const struct node *node,
                       uint32_t focus_index)
{
    const struct theme *theme = theme_get((enum theme_id)app->frame.theme);
    struct font_metrics metrics = {0};
    const struct text_ops *text = &app->config.text;
    if (node->font.em_px > 0) {
        text->metrics(text->context, node->font, &metrics);
    }
    bool focusable = (node->flags & NODE_FOCUSABLE) != 0;
    fprintf(out, "{\"id\": ");
    write_string(out, node->id);
    write_key(out, "role", ROLE_NAMES[node->role]);
    write_key(out, "text", node->text);
    write_key(out, "spoken", node->spoken);
    write_box(out, "rect", node->rect);
    write_box(out, "hit", node->hit);
    fprintf(out, ", \"font_px\": %u, \"cap_px\": %" PRId32 ", \"notdef\": %u, \"lines\": %u",
            node->font.em_px, metrics.cap_px, node->missing, node->lines);
    fprintf(out, ", \"clipped\": %s", (node->flags & NODE_CLIPPED) != 0 ? "true" : "false");
    write_ink(out, "fg", theme, node->fg);
    write_ink(out, "bg", theme, node->bg);
    write_ink(out, "outline", theme, node->outline);
    fprintf(out, ", \"focusable\": %s, \"focus_index\": ", focusable ? "true" : "false");
    if (focusable) {
        fprintf(out, "%" PRIu32, focus_index);
    } else {
        fprintf(out, "null");
    }
    write_state(out, node->flags);
    fputc('}', out);
}

/* The deadlines that run, in ms from now. */
static void write_timers(FILE *out, const struct app *app)
{
    fprintf(out, ",\n \"timers\": {\"now_ms\": %" PRIu64 ", \"next_ms\": ", app->now_ms);
    if (app->deadline_ms == UINT64_MAX) {
        fprintf(out, "null");
    } else {
        fprintf(out, "%" PRIu64, app->deadline_ms - app->now_ms);
    }
    fprintf(out, ", \"untouched_ms\": %" PRIu64 ", \"idle_ms\": %d, \"warning_ms\": %d}",
            app->now_ms - app->presence.input_ms, app->comfort.slow ? IDLE_SLOW_MS : IDLE_MS,
            IDLE_WARNING_MS);
}

void layout_write(FILE *out, const struct app *app, const char *language)
{
    const struct frame *frame = &app->frame;
    fprintf(out, "{\"screen\": \"%s\"", app_screen_name(app));
    write_key(out, "lang", language);
    write_key(out, "dir", frame->rtl ? "rtl" : "ltr");
    write_key(out, "theme", theme_get((enum theme_id)frame->theme)->name);
    write_key(out, "size", SIZE_NAMES[app->comfort.size]);
    fprintf(out, ",\n \"w\": %" PRId32 ", \"h\": %" PRId32, frame->width, frame->height);
    fprintf(out, ", \"px_per_mm\": %" PRIu32 ".%03" PRIu32, frame->px_per_m / 1000,
            frame->px_per_m % 1000);
    write_key(out, "px_per_mm_source", fit_source_name(app->config.fit_source));
    fprintf(out, ", \"focus_id\": ");
    if (app->focus_id[0] == '\0') {
        fprintf(out, "null");
    } else {
        write_string(out, app->focus_id);
    }
    fprintf(out, ", \"focus_shown\": %s", app->show_focus ? "true" : "false");
    write_timers(out, app);
    fprintf(out, ",\n \"nodes\": [");
    uint32_t focus_index = 0;
    for (uint32_t i = 0; i < frame->node_count; i++) {
        const struct node *node = &frame->node[i];
        fprintf(out, "%s\n  ", i > 0 ? "," : "");
        write_node(out, app, node, focus_index);
        focus_index += (node->flags & NODE_FOCUSABLE) != 0;
    }
    fprintf(out, "\n ]}\n");
}
