/* SPDX-License-Identifier: MIT */
/* Plays through a sound server that speaks PulseAudio's protocol, as PipeWire does too. The stream
 * asks by name for the device that the server has chosen at present, and asks not to be moved:
 * where that device goes, the stream ends. The socket is named explicitly, so no setting leads to
 * another machine, and no server is started where none runs. */
#include "platform/sound/way.h"

#include <errno.h>
#include <pulse/pulseaudio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
    CONNECT_MS = 3000, /* a sleeping server starts first */
    ANSWER_MS = 1000,
    BUFFER_MS = 200, /* a stop ends the stream, so a long buffer delays nothing */
    NAME_BYTES = 256,
    STOP_TURNS = 8,
    CHOOSE_MS = 300, /* a server whose device went needs this time to choose another one */
};

/* What the server tells of the device that it plays on. */
struct device {
    char name[NAME_BYTES]; /* "": there is no device */
    char port[NAME_BYTES];
    enum voice_phones phones;
    int card; /* the kernel's number of the card; -1: it is no card */
};

static struct {
    char path[AUDIO_PATH_BYTES + sizeof("unix:")];
    pa_mainloop *loop;
    pa_context *context;
    pa_stream *stream; /* NULL: nothing plays */
    struct device at;  /* of the last look */
    bool has_news;     /* the server told of a change, which may not matter here */
    uint32_t rate;
    const int16_t *samples;
    size_t count, written;
    bool is_heard, is_lost;
} server;

bool sound_server_path(char *path, size_t size)
{
    const char *folder = getenv("XDG_RUNTIME_DIR");
    int length = snprintf(path, size, "%s/pulse/native", folder != NULL ? folder : "");
    return folder != NULL && folder[0] == '/' && length > 0 && (size_t)length < size &&
           access(path, R_OK | W_OK) == 0;
}

static int poll_with_others(struct pollfd *own, unsigned long count, int timeout_ms, void *context)
{
    (void)context;
    return sound_poll(own, count, timeout_ms);
}

/* Runs the server's library once. Returns false when the system cannot wait. */
static bool turn(int timeout_ms)
{
    if (pa_mainloop_prepare(server.loop, timeout_ms * 1000) < 0) {
        return false;
    }
    if (pa_mainloop_poll(server.loop) < 0) {
        return errno == EINTR;
    }
    return pa_mainloop_dispatch(server.loop) >= 0;
}

static bool is_connected(void)
{
    return server.context != NULL && pa_context_get_state(server.context) == PA_CONTEXT_READY;
}

static bool is_connecting(void)
{
    return server.context != NULL && PA_CONTEXT_IS_GOOD(pa_context_get_state(server.context)) &&
           !is_connected();
}

/* Runs the library until is_so() is false, or the time is over. */
static void turn_while(bool (*is_so)(void), uint32_t ms)
{
    uint64_t now_ms = sound_now_ms(), until_ms = now_ms + ms;
    while (is_so() && now_ms < until_ms && turn((int)(until_ms - now_ms))) {
        now_ms = sound_now_ms();
    }
}

static void hear_news(pa_context *context, pa_subscription_event_type_t type, uint32_t index,
                      void *data)
{
    (void)context, (void)type, (void)index, (void)data;
    server.has_news = true;
}

static void drop_stream(void)
{
    if (server.stream != NULL) {
        pa_stream_set_write_callback(server.stream, NULL, NULL);
        (void)pa_stream_disconnect(server.stream);
        pa_stream_unref(server.stream);
        server.stream = NULL;
    }
}

static void drop_context(void)
{
    drop_stream();
    if (server.context != NULL) {
        pa_context_disconnect(server.context);
        pa_context_unref(server.context);
        server.context = NULL;
    }
}

static void make_context(void)
{
    server.context = pa_context_new(pa_mainloop_get_api(server.loop), "kiosk");
}

/* Prepares the library's memory and lets the library read its settings. The connection is made
 * later, inside the sandbox, where the library cannot put a cookie into anybody's home. */
static void begin(void)
{
    char path[AUDIO_PATH_BYTES];
    bool is_there = sound_server_path(path, sizeof(path));
    (void)snprintf(server.path, sizeof(server.path), "unix:%s", is_there ? path : "");
    cards_open(sound_cards());
    server.loop = pa_mainloop_new();
    if (server.loop != NULL) {
        pa_mainloop_set_poll_func(server.loop, poll_with_others, NULL);
        make_context();
    }
}

static bool connect_to_server(void)
{
    if (server.loop == NULL || is_connected()) {
        return server.loop != NULL;
    }
    if (server.context != NULL && pa_context_get_state(server.context) != PA_CONTEXT_UNCONNECTED) {
        drop_context(); /* the connection ended, or the server never answered */
    }
    if (server.context == NULL) {
        make_context();
    }
    if (server.context == NULL ||
        pa_context_connect(server.context, server.path, PA_CONTEXT_NOAUTOSPAWN, NULL) < 0) {
        return false;
    }
    turn_while(is_connecting, CONNECT_MS);
    if (!is_connected()) {
        return false;
    }
    pa_context_set_subscribe_callback(server.context, hear_news, NULL);
    pa_operation *asked = pa_context_subscribe(
        server.context, PA_SUBSCRIPTION_MASK_SINK | PA_SUBSCRIPTION_MASK_SERVER, NULL, NULL);
    if (asked != NULL) {
        pa_operation_unref(asked);
    }
    return true;
}

/* The question that the server has yet to answer. */
static pa_operation *awaited;

static bool is_awaited(void)
{
    return pa_operation_get_state(awaited) == PA_OPERATION_RUNNING && is_connected();
}

/* Waits for the answer. Returns false when none came. */
static bool await(pa_operation *operation)
{
    if (operation == NULL) {
        return false;
    }
    awaited = operation;
    turn_while(is_awaited, ANSWER_MS);
    bool is_done = pa_operation_get_state(operation) == PA_OPERATION_DONE;
    if (!is_done) {
        pa_operation_cancel(operation);
    }
    pa_operation_unref(operation);
    return is_done;
}

static void take_choice(pa_context *context, const pa_server_info *about, void *data)
{
    (void)context;
    if (about != NULL && about->default_sink_name != NULL) {
        (void)snprintf(data, NAME_BYTES, "%s", about->default_sink_name);
    }
}

static bool is_for_ears(const pa_sink_port_info *port)
{
    return port->type == PA_DEVICE_PORT_TYPE_HEADPHONES ||
           port->type == PA_DEVICE_PORT_TYPE_HEADSET || port->type == PA_DEVICE_PORT_TYPE_EARPIECE;
}

/* IN: sound goes to headphones. OUT: it does not, and the server would know if headphones were
 * plugged in. */
static enum voice_phones phones_of(const pa_sink_info *about)
{
    const pa_sink_port_info *port = about->active_port;
    const char *form = pa_proplist_gets(about->proplist, PA_PROP_DEVICE_FORM_FACTOR);
    if (form != NULL && (strstr(form, "headphone") != NULL || strstr(form, "headset") != NULL)) {
        return PHONES_IN;
    }
    if (port == NULL) {
        return PHONES_UNKNOWN;
    }
    if (is_for_ears(port)) {
        return port->available == PA_PORT_AVAILABLE_YES  ? PHONES_IN
               : port->available == PA_PORT_AVAILABLE_NO ? PHONES_OUT
                                                         : PHONES_UNKNOWN;
    }
    for (uint32_t i = 0; i < about->n_ports; i++) {
        if (is_for_ears(about->ports[i]) &&
            about->ports[i]->available != PA_PORT_AVAILABLE_UNKNOWN) {
            return PHONES_OUT;
        }
    }
    return PHONES_UNKNOWN;
}

static int card_of(const pa_sink_info *about)
{
    const char *text = pa_proplist_gets(about->proplist, "alsa.card");
    int card = -1;
    return text != NULL && sscanf(text, "%d", &card) == 1 ? card : -1;
}

/* A server without a device makes one up (a null sink), which nobody hears. */
static void take_device(pa_context *context, const pa_sink_info *about, int end, void *data)
{
    struct device *device = data;
    (void)context;
    if (end != 0 || about == NULL || strcmp(about->name, "auto_null") == 0) {
        return;
    }
    (void)snprintf(device->name, sizeof(device->name), "%s", about->name);
    (void)snprintf(device->port, sizeof(device->port), "%s",
                   about->active_port != NULL ? about->active_port->name : "");
    device->phones = phones_of(about);
    device->card = card_of(about);
}

static void look_at_device(struct device *out)
{
    char choice[NAME_BYTES] = "";
    *out = (struct device){.card = -1};
    server.has_news = false;
    if (connect_to_server() &&
        await(pa_context_get_server_info(server.context, take_choice, choice)) &&
        choice[0] != '\0') {
        bool is_told =
            await(pa_context_get_sink_info_by_name(server.context, choice, take_device, out));
        (void)is_told; /* without a name there is no device */
    }
    /* Where the server does not know whether headphones are plugged in, the kernel may know. */
    if (out->card >= 0 && out->phones == PHONES_UNKNOWN) {
        out->phones = cards_phones(sound_cards(), out->card);
    }
}

static bool is_same(const struct device *a, const struct device *b)
{
    return strcmp(a->name, b->name) == 0 && strcmp(a->port, b->port) == 0 && a->phones == b->phones;
}

static bool has_no_news(void)
{
    return !server.has_news && is_connected();
}

static void look(struct audio_output *out)
{
    bool had_one = server.at.name[0] != '\0';
    look_at_device(&server.at);
    uint64_t now_ms = sound_now_ms(), until_ms = now_ms + CHOOSE_MS;
    while (had_one && server.at.name[0] == '\0' && is_connected() && now_ms < until_ms) {
        turn_while(has_no_news, (uint32_t)(until_ms - now_ms));
        look_at_device(&server.at);
        now_ms = sound_now_ms();
    }
    if (server.at.name[0] != '\0') {
        const char *const names[] = {"server", server.at.name, server.at.port};
        out->id = sound_output_id(names, sizeof(names) / sizeof(names[0]));
        out->phones = server.at.phones;
    }
}

/* The server also tells of volumes, and of the start of our own stream. */
static bool changed(void)
{
    struct device now;
    if (is_connected() && !server.has_news) {
        return false;
    }
    if (!is_connected()) {
        return server.at.name[0] != '\0';
    }
    look_at_device(&now);
    return !is_same(&now, &server.at);
}

static void take_end(pa_stream *stream, int is_done, void *data)
{
    (void)stream, (void)data;
    server.is_heard = is_done != 0;
}

static void feed(pa_stream *stream, size_t bytes, void *data)
{
    (void)data;
    size_t left = server.count - server.written, room = bytes / sizeof(server.samples[0]);
    size_t now = left < room ? left : room;
    if (now == 0) {
        return;
    }
    if (pa_stream_write(stream, server.samples + server.written, now * sizeof(server.samples[0]),
                        NULL, 0, PA_SEEK_RELATIVE) < 0) {
        server.is_lost = true;
        return;
    }
    server.written += now;
    if (server.written == server.count) {
        pa_operation *end = pa_stream_drain(stream, take_end, NULL);
        server.is_lost = end == NULL;
        if (end != NULL) {
            pa_operation_unref(end);
        }
    }
}

/* The server moved the stream although it was asked not to. */
static void moved(pa_stream *stream, void *data)
{
    (void)stream, (void)data;
    server.is_lost = true;
}

static bool is_beginning(void)
{
    return pa_stream_get_state(server.stream) == PA_STREAM_CREATING && is_connected();
}

static enum status play(const int16_t *samples, size_t count, uint32_t rate)
{
    const pa_sample_spec form = {.format = PA_SAMPLE_S16NE, .rate = rate, .channels = 1};
    const uint32_t whichever = UINT32_MAX;
    const pa_buffer_attr buffer = {.maxlength = whichever,
                                   .tlength =
                                       (uint32_t)(rate * sizeof(samples[0]) * BUFFER_MS / 1000),
                                   .prebuf = whichever,
                                   .minreq = whichever,
                                   .fragsize = whichever};
    drop_stream();
    server.samples = samples;
    server.count = count;
    server.written = 0;
    server.rate = rate;
    server.is_heard = server.is_lost = false;
    if (!is_connected() || server.at.name[0] == '\0') {
        return STATUS_MISSING;
    }
    server.stream = pa_stream_new(server.context, "speech", &form, NULL);
    if (server.stream == NULL) {
        return STATUS_MISSING;
    }
    pa_stream_set_write_callback(server.stream, feed, NULL);
    pa_stream_set_moved_callback(server.stream, moved, NULL);
    if (pa_stream_connect_playback(server.stream, server.at.name, &buffer,
                                   PA_STREAM_DONT_MOVE | PA_STREAM_ADJUST_LATENCY, NULL,
                                   NULL) == 0) {
        turn_while(is_beginning, ANSWER_MS);
    }
    if (pa_stream_get_state(server.stream) != PA_STREAM_READY) {
        drop_stream();
        return STATUS_MISSING;
    }
    return STATUS_OK;
}

static uint32_t left_ms(bool *lost)
{
    *lost = false;
    if (server.stream == NULL || server.is_heard) {
        return 0;
    }
    *lost =
        server.is_lost || !is_connected() || pa_stream_get_state(server.stream) != PA_STREAM_READY;
    return (uint32_t)((server.count - server.written) * 1000 / server.rate) + BUFFER_MS;
}

/* A request to the server has to be sent at once, not when the library is run next. */
static void stop(void)
{
    drop_stream();
    server.samples = NULL;
    server.count = server.written = 0;
    for (int i = 0; i < STOP_TURNS && server.loop != NULL && turn(0); i++) {
    }
}

static bool wait_for_server(int timeout_ms)
{
    if (server.loop == NULL) {
        return sound_poll(NULL, 0, timeout_ms) >= 0 || errno == EINTR;
    }
    return turn(timeout_ms);
}

const struct sound_way SOUND_SERVER = {.begin = begin,
                                       .look = look,
                                       .changed = changed,
                                       .play = play,
                                       .left_ms = left_ms,
                                       .stop = stop,
                                       .close = stop,
                                       .wait = wait_for_server};
