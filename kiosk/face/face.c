/* SPDX-License-Identifier: MIT */
/* One loop: it gathers what happened, steps the app, does what the app asks, shows what changed,
 * and sleeps. */
#include "face/face.h"
#include "screens/screens.h"

#include "core/step.h"
#include "core/wipe.h"
#include "face/fade.h"
#include "face/files.h"
#include "face/look.h"
#include "face/main_line.h"
#include "face/others.h"
#include "face/recorder.h"
#include "face/unable.h"
#include "platform/display/window.h"
#include "platform/sandbox/sandbox.h"
#include "platform/system/channel.h"
#include "platform/system/clock.h"
#include "platform/system/process.h"
#include "platform/system/random.h"
#include "platform/system/secret.h"
#include "screens/app/app.h"

#include <assert.h>
#include <errno.h>
#include <inttypes.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum {
    EXIT_CLOSED = 0,
    EXIT_AGAIN = 1,
    EXIT_UNABLE = UNABLE_EXIT,
    FIRST_FRAME_BYTES = 24, /* nanoseconds as a line of text */
    /* The first picture waits for the keeper's first answer, so that it shows no state that is not
     * true. A keeper answers within some milliseconds. */
    FIRST_WORD_MS = 250,
    SLEPT_MS = 2000, /* when the time since boot gains so much on the running time, the machine has
                        slept */
    ASK_MS = 10,     /* how often a display driver without a descriptor is asked, and a clock that
                        somebody moves (in tests) */
};

struct face {
    const struct face_options *options;
    struct files files;
    struct paint *paint;
    struct window *window;
    struct health_screen health;
    int alarm;
    uint64_t alarm_ms;
    uint64_t slept_ms; /* time since boot less running time, as far as was seen */
    bool first_shown;
    bool main_is_there;
    bool all;   /* the canvas does not hold the frame shown before */
    int ending; /* exit status; -1 while the loop runs */
    uint32_t input_count;
    struct input input[STEP_INPUT_MAX];
    struct message message[STEP_MESSAGE_MAX];
    struct voice_record voice[STEP_VOICE_MAX];
    bool start_finished;
    struct app app;
    struct frame shown;
    uint32_t crossing; /* app.crossing of the frame that is shown */
    struct fade fade;
    uint64_t
        mix_ns; /* when the step began whose picture is shown now; 0: no picture crosses over */
};

/* One large struct, because the process is for nothing else. */
static struct face the_face;
/* Returns whether the machine has slept since the last look. What was seen once is kept: a look
 * whose difference came out too small must not make the next look find a sleep, which would erase
 * somebody's turn. */
static bool has_slept(struct face *face)
{
    uint64_t slept_ms = clock_slept_ms();
    bool has = slept_ms > face->slept_ms + SLEPT_MS;
    face->slept_ms = slept_ms > face->slept_ms ? slept_ms : face->slept_ms;
    return has;
}

static int open_window(struct face *face)
{
    struct error error = {.text = ""};
    const struct window_options options = {
        .title = catalog_text(files_words(&face->files), MSG_COMMON_WINDOW),
        .windowed = face->options->windowed,
        .lost_status = FACE_EXIT_NO_DISPLAY,
#ifdef TEST_BUILD
        .any_driver = face->options->any_driver,
#endif
    };
    if (window_open(&face->window, &options, &error) != STATUS_OK) {
        return unable_to_show(&error, files_words(&face->files));
    }
    face->paint = paint_open(face->files.text);
    return 0;
}

static int begin_app(struct face *face)
{
    bool locked = false;
    struct input surface;
    uint32_t seed = 0;
    struct random_source random = random_system();
    if (random.fill(random.context, &seed, sizeof(seed)) != STATUS_OK) {
        seed = (uint32_t)clock_monotonic_ns(); /* the seed only chooses among practices */
    }
    window_surface(face->window, &surface);
    struct app_config config = {
        .screens = &SCREENS,
        .pack = &face->files.pack,
        .languages = face->files.languages.offer,
        .language_count = face->files.languages.count,
        .language_first = face->files.languages.first,
        .gaps = face->files.languages.gap,
        .gap_count = face->files.languages.gap_count,
        .screen = &face->health,
        .text = text_measure(face->files.text),
        .secret = secret_open(sizeof(struct app_secret), &locked),
        .random_seed = seed,
        .width = surface.x,
        .height = surface.y,
        .px_per_m = surface.px_per_m,
        .fit_source = surface.fit_source,
        .theme = THEME_CALM_LIGHT,
        .size = SIZE_COUNT,
        .demo = face->options->demo,
        .language_given = face->options->language != NULL,
    };
    if (config.secret == NULL || clock_alarm_open(&face->alarm) != STATUS_OK) {
        return unable_to_begin(files_words(&face->files));
    }
    uint64_t now_ms = clock_boot_ms();
    recorder_begin(&config, now_ms);
    app_init(&face->app, &config, now_ms);
    return 0;
}

static struct input *add_input(struct face *face, enum input_kind kind)
{
    assert(face->input_count < sizeof(face->input) / sizeof(face->input[0]));
    struct input *input = &face->input[face->input_count++];
    *input = (struct input){.kind = kind};
    return input;
}

static void gather_messages(struct face *face)
{
    for (uint32_t i = 0; i < STEP_MESSAGE_MAX; i++) {
        struct message *message = &face->message[i];
        size_t length = 0;
        enum status status =
            channel_receive(face->options->keeper_fd, message, sizeof(*message), &length, NULL);
        if (status == STATUS_BUSY) {
            return;
        }
        if (status != STATUS_OK || message_check_from_keeper(message, length) != STATUS_OK) {
            face->ending = EXIT_AGAIN;
            return;
        }
        add_input(face, INPUT_MESSAGE)->message = message;
    }
}

/* Reads what the voice sent. A record that breaks a rule is dropped: speech is a help, and nothing
 * depends on it. */
static void gather_voice(struct face *face)
{
    for (uint32_t i = 0; i < STEP_VOICE_MAX; i++) {
        struct voice_record *record = &face->voice[i];
        size_t length = 0;
        if (channel_receive(face->options->voice_fd, record, sizeof(*record), &length, NULL) !=
            STATUS_OK) {
            return;
        }
        if (voice_check_to_face(record, length) == STATUS_OK) {
            add_input(face, INPUT_VOICE)->voice = record;
        }
    }
}

static void send_voice(const struct face *face, const struct voice_record *record)
{
    enum status status = channel_send(face->options->voice_fd, record, sizeof(*record), -1);
    (void)status;
}

/* Does what the first picture need not wait for. A voice is asked which languages it can speak. */
static void finish_start(struct face *face)
{
    struct voice_record record;
    if (face->first_shown && !face->start_finished) {
        face->start_finished = true;
        process_give_back();
        main_line_tell(face->options->main_fd, FACE_SHOWS);
        voice_init(&record, VOICE_ASK);
        send_voice(face, &record);
    }
}

static void gather(struct face *face)
{
    face->input_count = 0;
    if (has_slept(face)) {
        add_input(face, INPUT_SUSPEND);
    }
    gather_messages(face);
    gather_voice(face);
    face->main_is_there = main_line_hear(face->options->main_fd, face->window);
    face->input_count +=
        window_pump(face->window, &face->input[face->input_count], STEP_WINDOW_MAX);
    face->health.has_display = true;
    face->health.desktop = window_desktop(face->window);
    face->health.other_output = window_has_other_output(face->window);
    if (window_was_closed(face->window)) {
        face->ending = EXIT_CLOSED;
    }
}

static void mark_first_shown(struct face *face)
{
    char text[FIRST_FRAME_BYTES];
    face->first_shown = true;
    if (face->options->first_frame_fd < 0) {
        return;
    }
    int length = snprintf(text, sizeof(text), "%" PRIu64 "\n", clock_monotonic_ns());
    ssize_t written = write(face->options->first_frame_fd, text, (size_t)length);
    (void)written; /* whoever asked sees that nothing was written */
    close(face->options->first_frame_fd);
}

/* Begins a cross-over where the place has changed. The first picture, a picture after a change of
 * size, and a picture that looks the same show at once; so does each picture for a person who wants
 * less motion. */
static void begin_crossing(struct face *face, const struct canvas *display, bool changed)
{
    bool moved = face->crossing != face->app.crossing;
    face->crossing = face->app.crossing;
    if (moved && changed && face->first_shown && !face->app.comfort.motion_less) {
        (void)fade_begin(&face->fade, display, clock_boot_ms());
    }
}

/* Paints where the frame differs from the one before: on the display, or beside it while one
 * picture crosses over into the next. Returns how many boxes changed on the display. */
static uint32_t paint_changes(struct face *face, const struct frame *frame, struct canvas *display,
                              struct box boxes[WINDOW_BOX_MAX])
{
    uint32_t count = 1;
    if (face->all) {
        fade_end(&face->fade);
        face->crossing = face->app.crossing;
        boxes[0] = (struct box){0, 0, display->width, display->height};
    } else {
        count = frame_damage(&face->shown, frame, boxes, WINDOW_BOX_MAX);
    }
    begin_crossing(face, display, count > 0);
    face->all = false;
    if (count > 0) {
        struct fade *fade = &face->fade;
        if (fade->on) {
            fade_open(fade, display, boxes, count);
            paint_frame(face->paint, frame, &fade->to, boxes, count);
            fade_add(fade, display, boxes, count);
        } else {
            paint_frame(face->paint, frame, display, boxes, count);
        }
        frame_copy_drawing(&face->shown, frame);
    }
    if (face->fade.on) {
        face->mix_ns = clock_monotonic_ns();
        bool mixed = fade_step(&face->fade, display, clock_boot_ms());
        count = mixed ? face->fade.box_count : 0;
        memcpy(boxes, face->fade.box, sizeof(boxes[0]) * count);
    }
    return count;
}

/* A step of the cross-over was due, or was made: notes how long it took and whether it was the last
 * one. */
static void end_mix(struct face *face, bool made)
{
    if (made) {
        fade_took(&face->fade, (clock_monotonic_ns() - face->mix_ns) / 1000);
    }
    if (!face->fade.on) {
        fade_end(&face->fade);
    }
}

/* Presents what has changed. */
static void show(struct face *face, const struct frame *frame)
{
    struct box boxes[WINDOW_BOX_MAX];
    struct canvas display = window_canvas(face->window);
    fade_rest(&face->fade, clock_boot_ms());
    if (display.pixels == NULL) {
        return;
    }
    face->mix_ns = 0;
    uint32_t count = paint_changes(face, frame, &display, boxes);
    if (count > 0) {
        window_present(face->window, boxes, count);
    }
    if (face->mix_ns != 0) {
        end_mix(face, count > 0);
    }
    if (count == 0) {
        return;
    }
    if (!face->first_shown) {
        mark_first_shown(face);
        window_settle();
    }
}

/* A visit ended. An empty picture comes between the visit and the next picture, so that no later
 * damage and no cross-over shows anything of the visit. Then nothing of it is left in caches,
 * queues or the pointer. */
static void forget(struct face *face)
{
    static struct frame blank;
    frame_reset(&blank);
    blank.width = face->app.frame.width;
    blank.height = face->app.frame.height;
    blank.theme = face->app.frame.theme;
    blank.scene = (struct scene){
        .kind = SCENE_PAPER, .width = blank.width, .height = blank.height, .dim = 100};
    face->all = true;
    show(face, &blank);
    wipe(&face->shown, sizeof(face->shown));
    explicit_bzero(face->input,
                   sizeof(face->input));      /* where somebody pressed says what they pressed */
    frame_copy_drawing(&face->shown, &blank); /* the next picture crosses over from still paper */
    paint_forget(face->paint);
    window_forget(face->window);
}

static void carry_out(struct face *face)
{
    for (uint32_t i = 0; i < face->app.effect_count; i++) {
        struct effect *effect = &face->app.effect[i];
        if (effect->kind == EFFECT_FORGET) {
            forget(face);
            continue;
        }
        if (effect->kind == EFFECT_VOICE) {
            if (effect->voice.type == VOICE_FORGET) {
                /* A voice that hangs does not read that it is to end, so main is told. */
                main_line_tell(face->options->main_fd, FACE_FORGETS);
            }
            send_voice(face, &effect->voice);
            explicit_bzero(&effect->voice, sizeof(effect->voice));
            continue;
        }
        enum status sent =
            channel_send(face->options->keeper_fd, &effect->message, sizeof(effect->message), -1);
        explicit_bzero(&effect->message, sizeof(effect->message));
        if (sent != STATUS_OK) {
            face->ending = EXIT_AGAIN;
        }
    }
}

static void step(struct face *face)
{
    uint64_t now_ms = clock_boot_ms();
    recorder_inputs(face->input, face->input_count, now_ms);
    app_step(&face->app, face->input, face->input_count, now_ms);
    recorder_step(&face->app);
    /* While nothing is open nobody is expected: the display may go blank, and no picture burns in.
     */
    window_keep_awake(face->window, face->app.status.meeting != MEETING_NONE);
    window_keyboard(face->window, face->app.machine.keys);
    carry_out(face);
    face->input_count = 0;
}

static void sleep_until_something(struct face *face)
{
    int window = window_fd(face->window);
    struct timespec soon = {.tv_nsec = ASK_MS * 1000000L};
    struct pollfd waits[] = {
        {.fd = face->options->keeper_fd, .events = POLLIN},
        {.fd = face->alarm, .events = POLLIN},
        {.fd = window, .events = POLLIN},
        {.fd = face->options->voice_fd, .events = POLLIN},
        {.fd = face->main_is_there ? face->options->main_fd : -1, .events = POLLIN},
    };
    uint64_t fade_ms = fade_deadline(&face->fade);
    uint64_t next_ms = fade_ms < face->app.deadline_ms ? fade_ms : face->app.deadline_ms;
    if (next_ms != face->alarm_ms) {
        face->alarm_ms = next_ms;
        clock_alarm_set(face->alarm, face->alarm_ms);
    }
    bool is_asked = window < 0;
#ifdef TEST_BUILD
    is_asked = is_asked || clock_is_tested();
#endif
    int ready = ppoll(waits, sizeof(waits) / sizeof(waits[0]), is_asked ? &soon : NULL, NULL);
    if (ready < 0 && errno != EINTR) {
        face->ending = EXIT_UNABLE;
    }
    if (ready > 0 && waits[1].revents != 0) {
        clock_alarm_clear(face->alarm);
        face->alarm_ms = UINT64_MAX;
    }
}

/* Greets the keeper and waits a moment for its answer. */
static void greet(struct face *face)
{
    uint64_t until_ms = clock_boot_ms() + FIRST_WORD_MS;
    step(face);
    while (!(face->app.heard && face->app.machine_known) && face->ending < 0 &&
           clock_boot_ms() < until_ms) {
        struct pollfd wait = {.fd = face->options->keeper_fd, .events = POLLIN};
        if (poll(&wait, 1, (int)(until_ms - clock_boot_ms())) <= 0) {
            break;
        }
        gather_messages(face);
        step(face);
    }
}

static int run(struct face *face)
{
    face->slept_ms = clock_slept_ms();
    face->alarm_ms = UINT64_MAX;
    face->all = true;
    greet(face);
    while (face->ending < 0) {
        show(face, &face->app.frame);
        others_cover(face->window, face->paint);
        finish_start(face);
        gather(face);
        bool is_new = window_canvas_is_new(face->window);
        face->all = face->all || is_new;
        bool due = clock_boot_ms() >= face->app.deadline_ms;
        if (face->ending < 0 && (face->input_count > 0 || due)) {
            step(face);
        } else if (face->ending < 0 && !is_new && !window_has_more(face->window)) {
            sleep_until_something(face);
        }
    }
    explicit_bzero(face->app.config.secret, sizeof(*face->app.config.secret));
    paint_close(face->paint);
    window_close(face->window);
    text_close(face->files.text);
    return face->ending;
}

/* Enters the sandbox. Fonts, words, the pack and the display are open, and nothing else can be
 * opened from here on. What a library or an assertion says could end in a log and hold what no log
 * should hold, so a face is silent from here on; it writes nothing but the time of the first frame,
 * for which only a measurement asks. In a build for developers all is printed. */
static unsigned enter_sandbox(const struct face_options *options)
{
    struct sandbox sandbox = {.role = SANDBOX_FACE};
#ifdef TEST_BUILD
    (void)options;
    sandbox.file_bytes_max = SANDBOX_ANY_SIZE;
#else
    sandbox.file_bytes_max = options->first_frame_fd >= 0 ? FIRST_FRAME_BYTES : 0;
    process_fall_silent();
#endif
    return sandbox_enter(&sandbox);
}

int face_run(const struct face_options *options)
{
    struct face *face = &the_face;
    face->options = options;
    face->ending = -1;
#ifdef TEST_BUILD
    if (options->clock != NULL && clock_test(options->clock) != STATUS_OK) {
        return UNABLE_EXIT; /* a file of tests */
    }
#endif
    if (!recorder_open(options)) {
        return UNABLE_EXIT; /* a file of tests */
    }
    look_at_process(&face->health);
    int failed = files_load(&face->files, options);
    failed = failed != 0 ? failed : open_window(face);
    failed = failed != 0 ? failed : begin_app(face);
    if (failed != 0) {
        return failed;
    }
    face->health.sandbox_missing = (uint8_t)enter_sandbox(options);
    return run(face);
}
