/* SPDX-License-Identifier: MIT */
/* A real keeper in a process and a sandbox of its own, with a porter and a folder on the disk, and
 * the test as main and as the face. */
#ifndef PROCESS_RIG_H
#define PROCESS_RIG_H

#include "keeper/porter.h"
#include "keeper/process.h"
#include "platform/system/channel.h"
#include "platform/system/folder.h"
#include "platform/system/process.h"
#include "store/store.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#define PIN "123456"

enum {
    PATIENCE_MS = 20000, /* a busy machine; nothing here waits for time to pass */
    PATH_BYTES = 256,
    QUESTIONS = 7,
    FLOOD_MAX = 100000,
    SEND_BUFFER_MAX = 1 << 22, /* far more than a socket of this system holds */
    RIGHTS_MAX = 253,          /* the kernel's own limit of one record */
};

struct rig {
    char path[PATH_BYTES];
    uint32_t *renames; /* of the keeper's folder; shared with it */
    pid_t keeper;
    pid_t porter;
    int control;
    int face;
    uint32_t face_number;
    uint32_t sequence;
    void (*prepare)(struct keeper_process_options *options); /* in the keeper, before it runs */
};

static struct rig rig;
static struct pack pack;

/* The keeper's side. */

static struct folder folder;
static struct folder_ops counted_ops;
static uint64_t random_state;

static inline enum status counted_rename(void *context, const char *from, const char *to)
{
    (*rig.renames)++;
    return folder.ops.rename(context, from, to);
}

static inline enum status same_random(void *context, void *out, size_t bytes)
{
    uint8_t *at = out;
    (void)context;
    for (size_t i = 0; i < bytes; i++) {
        random_state = random_state * 6364136223846793005u + 1442695040888963407u;
        at[i] = (uint8_t)(random_state >> 56);
    }
    return STATUS_OK;
}

static inline int be_keeper(int control)
{
    static struct words_shelf no_words;
    struct error error;
    random_state = 7;
    if (!process_harden() || folder_open(&folder, rig.path, true, &error) != STATUS_OK) {
        return 1;
    }
    counted_ops = folder.ops;
    counted_ops.rename = counted_rename;
    struct keeper_process_options options = {.control = control,
                                             .folder = &counted_ops,
                                             .folder_path = rig.path,
                                             .pack = &pack,
                                             .random = {same_random, NULL},
                                             .words = &no_words};
    if (rig.prepare != NULL) {
        rig.prepare(&options);
    }
    return keeper_process_run(&options);
}

/* Main's side. */

static inline void wait_for(int descriptor)
{
    struct pollfd wait = {.fd = descriptor, .events = POLLIN};
    assert_int_equal(poll(&wait, 1, PATIENCE_MS), 1);
}

static inline struct control hear_control(void)
{
    struct control record;
    size_t length = 0;
    wait_for(rig.control);
    assert_int_equal(channel_receive(rig.control, &record, sizeof(record), &length, NULL),
                     STATUS_OK);
    assert_int_equal(length, sizeof(record));
    return record;
}

static inline void tell_keeper(enum control_type type, int passed)
{
    struct control record;
    memset(&record, 0, sizeof(record));
    record.type = type;
    record.face = rig.face_number;
    assert_int_equal(channel_send(rig.control, &record, sizeof(record), passed), STATUS_OK);
}

/* The newest face is gone, for that reason. */
static inline void assert_face_ended(enum control_type why)
{
    struct control record = hear_control();
    assert_int_equal(record.type, why);
    assert_int_equal(record.face, rig.face_number);
    close(rig.face);
    rig.face = -1;
}

/* The face's side. */

static inline struct message hear(void)
{
    struct message message;
    size_t length = 0;
    wait_for(rig.face);
    assert_int_equal(channel_receive(rig.face, &message, sizeof(message), &length, NULL),
                     STATUS_OK);
    assert_int_equal(message_check_from_keeper(&message, length), STATUS_OK);
    return message;
}

static inline struct message plain(enum message_type type)
{
    struct message message;
    message_init(&message, type);
    message.sequence = ++rig.sequence;
    return message;
}

static inline enum status send_now(const struct message *message)
{
    return channel_send(rig.face, message, sizeof(*message), -1);
}

static inline struct message ask(const struct message *message)
{
    assert_int_equal(send_now(message), STATUS_OK);
    struct message answer = hear();
    while (answer.sequence != message->sequence) {
        answer = hear();
    }
    return answer;
}

static inline struct message ask_plain(enum message_type type)
{
    const struct message message = plain(type);
    return ask(&message);
}

static inline void ask_pin(enum message_type type, const char *pin, enum status expected)
{
    struct message message = plain(type);
    memcpy(message.as.pin, pin, strlen(pin));
    struct message answer = ask(&message);
    assert_int_equal(answer.type, MESSAGE_STATUS);
    assert_int_equal(answer.as.status.result, expected);
}

static inline void open_meeting(void)
{
    struct message message = plain(MESSAGE_OPEN);
    message.as.open.room = ROOM_MANY;
    assert_int_equal(ask(&message).as.status.meeting, MEETING_OPEN);
}

static inline struct message halves_of(uint8_t half)
{
    struct message message = plain(MESSAGE_ADD);
    memset(message.as.sides, half, QUESTIONS);
    return message;
}

/* Another face, which greets as an honest one does. */
static inline void new_face(void)
{
    int ends[2];
    assert_int_equal(channel_pair(ends), STATUS_OK);
    rig.face_number++;
    tell_keeper(CONTROL_FACE, ends[1]);
    close(ends[1]);
    rig.face = ends[0];
    assert_int_equal(ask_plain(MESSAGE_HELLO).type, MESSAGE_STATUS);
    assert_int_equal(hear().type, MESSAGE_SETTINGS);
    assert_int_equal(hear().type, MESSAGE_MACHINE);
}

static inline void start_porter(void)
{
    int ends[2];
    assert_int_equal(channel_pair(ends), STATUS_OK);
    rig.porter = fork();
    if (rig.porter == 0) {
        const struct porter_options options = {.socket = ends[1], .drives.root = rig.path};
        close(rig.control);
        close(ends[0]);
        _exit(process_begin(PROCESS_ROLE) ? porter_run(&options) : 1);
    }
    close(ends[1]);
    tell_keeper(CONTROL_PORTER, ends[0]);
    close(ends[0]);
}

static inline void start_keeper(void)
{
    int ends[2];
    assert_int_equal(channel_pair(ends), STATUS_OK);
    *rig.renames = 0;
    rig.face_number = rig.sequence = 0;
    fflush(NULL);
    rig.keeper = fork();
    if (rig.keeper == 0) {
        close(ends[0]);
        _exit(be_keeper(ends[1]));
    }
    close(ends[1]);
    rig.control = ends[0];
}

static inline void start(void)
{
    start_keeper();
    assert_int_equal(hear_control().type, CONTROL_READY);
    start_porter();
    new_face();
}

/* Keeper and porter are gone by themselves. */
static inline void assert_gone(void)
{
    int how = 0;
    assert_int_equal(waitpid(rig.keeper, &how, 0), rig.keeper);
    assert_int_equal(how, 0);
    rig.keeper = 0;
    assert_int_equal(waitpid(rig.porter, &how, 0), rig.porter);
    assert_int_equal(how, 0); /* it ends with the keeper */
    close(rig.control);
    if (rig.face >= 0) {
        close(rig.face);
    }
    rig.face = -1;
}

static inline void assert_ended(void)
{
    struct control record = hear_control();
    assert_int_equal(record.type, CONTROL_ENDED);
    assert_int_equal(record.error.status, STATUS_OK);
    assert_gone();
}

static inline void stop(void)
{
    tell_keeper(CONTROL_SHUTDOWN, -1);
    assert_ended();
}

static inline void remove_folder(void)
{
    static const char *const NAMES[] = {"totals.db", "settings", "guard", "machine"};
    char path[PATH_BYTES + 16];
    for (size_t i = 0; i < sizeof(NAMES) / sizeof(NAMES[0]); i++) {
        snprintf(path, sizeof(path), "%s/%s", rig.path, NAMES[i]);
        unlink(path);
    }
    assert_int_equal(rmdir(rig.path), 0);
}

static inline int load(void **state)
{
    (void)state;
    static char bytes[PACK_BYTES_MAX];
    static struct pack_errors errors;
    FILE *file = fopen("assets/packs/integrity.pack", "rb");
    assert_non_null(file);
    size_t length = fread(bytes, 1, sizeof(bytes), file);
    fclose(file);
    assert_int_equal(pack_parse(bytes, length, &pack, &errors), STATUS_OK);
    assert_int_equal(pack.question_count, QUESTIONS);
    rig.renames =
        mmap(NULL, sizeof(*rig.renames), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    return rig.renames == MAP_FAILED ? -1 : 0;
}

static inline int make_folder(void **state)
{
    (void)state;
    snprintf(rig.path, sizeof(rig.path), "/tmp/keeper.XXXXXX");
    rig.face = -1;
    rig.prepare = NULL;
    return mkdtemp(rig.path) == NULL ? -1 : 0;
}

static inline int clean_up(void **state)
{
    (void)state;
    if (rig.keeper > 0) {
        kill(rig.keeper, SIGKILL);
        waitpid(rig.keeper, NULL, 0);
        rig.keeper = 0;
    }
    if (access(rig.path, F_OK) == 0) {
        remove_folder();
    }
    return 0;
}

#endif
