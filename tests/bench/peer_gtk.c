/* SPDX-License-Identifier: MIT */
/* The screens of the walk in GTK 4: peer_gtk SCREENS. What make bench measures the kiosk against.
 * A press on any button counts it and shows the next screen, as a program would that somebody
 * writes with this toolkit in an afternoon. scripts/bench says what is in the file. */
#include <gtk/gtk.h>

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { THING_MAX = 256, SCREEN_MAX = 32, WORDS_BYTES = 512 };

struct thing {
    gboolean is_button;
    int x, y, w, h, px;
    char words[WORDS_BYTES];
};

static struct thing thing[THING_MAX];
static guint first_of[SCREEN_MAX + 1], pressed[THING_MAX], screen_count, screen;
static GtkFixed *place;

static void show_screen(void);

static void read_screens(const char *path)
{
    FILE *file = fopen(path, "r");
    char kind[16], line[1024];
    guint count = 0;
    while (file && fgets(line, sizeof(line), file) && count < THING_MAX) {
        struct thing *t = &thing[count];
        if (g_str_has_prefix(line, "screen") && screen_count < SCREEN_MAX) {
            first_of[screen_count++] = count;
        } else if (sscanf(line, "%15s %d %d %d %d %d %511[^\n]", kind, &t->x, &t->y, &t->w, &t->h,
                          &t->px, t->words) == 7) {
            t->is_button = g_str_equal(kind, "button");
            count++;
        }
        first_of[screen_count] = count;
    }
    if (!file || screen_count == 0) {
        exit(3);
    }
    fclose(file);
}

static void say_first_frame(GdkFrameClock *clock, gpointer data)
{
    const char *path = g_getenv("KIOSK_PERF_FIRST_FRAME");
    FILE *file = path ? fopen(path, "w") : NULL;
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    if (file) {
        fprintf(file, "%lld\n", (long long)now.tv_sec * 1000000000 + now.tv_nsec);
        fclose(file);
    }
    g_signal_handlers_disconnect_by_func(clock, G_CALLBACK(say_first_frame), data);
}

static void press(GtkButton *button, gpointer data)
{
    (void)button;
    pressed[GPOINTER_TO_UINT(data)]++;
    screen = (screen + 1) % screen_count;
    show_screen();
}

static void show_screen(void)
{
    for (GtkWidget *old; (old = gtk_widget_get_first_child(GTK_WIDGET(place)));) {
        gtk_fixed_remove(place, old);
    }
    for (guint i = first_of[screen]; i < first_of[screen + 1]; i++) {
        const struct thing *t = &thing[i];
        GtkWidget *label = gtk_label_new(t->words), *shown = label;
        PangoAttrList *attributes = pango_attr_list_new();
        pango_attr_list_insert(attributes, pango_attr_size_new_absolute(t->px * PANGO_SCALE));
        gtk_label_set_attributes(GTK_LABEL(label), attributes);
        pango_attr_list_unref(attributes);
        gtk_label_set_wrap(GTK_LABEL(label), TRUE);
        if (t->is_button) {
            shown = gtk_button_new();
            gtk_button_set_child(GTK_BUTTON(shown), label);
            g_signal_connect(shown, "clicked", G_CALLBACK(press), GUINT_TO_POINTER(i));
        } else {
            gtk_label_set_xalign(GTK_LABEL(label), 0);
        }
        gtk_widget_set_size_request(shown, t->w, t->h);
        gtk_fixed_put(place, shown, t->x, t->y);
    }
}

static void start(GtkApplication *application, gpointer data)
{
    (void)data;
    GdkDisplay *display = gdk_display_get_default();
    GtkCssProvider *style = gtk_css_provider_new();
    gtk_css_provider_load_from_data(
        style, "window { background: #f6f3ec; } * { font-family: Noto Sans; }", -1);
    gtk_style_context_add_provider_for_display(display, GTK_STYLE_PROVIDER(style),
                                               GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
    GtkWidget *window = gtk_application_window_new(application);
    GdkMonitor *monitor = g_list_model_get_item(gdk_display_get_monitors(display), 0);
    GdkRectangle area;
    gdk_monitor_get_geometry(monitor, &area);
    gtk_window_set_decorated(GTK_WINDOW(window), FALSE);
    gtk_window_set_default_size(GTK_WINDOW(window), area.width, area.height);
    place = GTK_FIXED(gtk_fixed_new());
    gtk_window_set_child(GTK_WINDOW(window), GTK_WIDGET(place));
    show_screen();
    gtk_window_present(GTK_WINDOW(window));
    g_signal_connect(gtk_widget_get_frame_clock(window), "after-paint", G_CALLBACK(say_first_frame),
                     NULL);
}

int main(int argc, char **argv)
{
    read_screens(argc > 1 ? argv[1] : "");
    GtkApplication *application = gtk_application_new(NULL, G_APPLICATION_NON_UNIQUE);
    g_signal_connect(application, "activate", G_CALLBACK(start), NULL);
    return g_application_run(G_APPLICATION(application), 1, argv);
}
