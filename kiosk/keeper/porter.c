/* SPDX-License-Identifier: MIT */
#include "keeper/porter.h"

#include "keeper/keeper.h"
#include "platform/sandbox/sandbox.h"
#include "platform/system/channel.h"
#include "platform/system/pin.h"
#include "platform/system/process.h"
#include "platform/system/room.h"
#include "platform/system/sealed.h"
#include "platform/system/secret.h"
#include "platform/system/timedate.h"

#include <poll.h>
#include <string.h>
#include <unistd.h>

enum { EXIT_DONE = 0, EXIT_UNABLE = 3, SECOND_MS = 1000 };

/* What the child that runs an errand works with. */
struct runner {
    struct drives drives;
    const char *bus;
    int socket;
    uint8_t *bytes; /* of the file that travels with an errand: STORE_FILE_BYTES_MAX */
};

static enum status host_pin_hash(void *context, const char *pin, char out[SETTINGS_PIN_HASH_BYTES])
{
    (void)context;
    return pin_hash_make(pin, out);
}

static enum status host_pin_verify(void *context, const char *pin, const char *hash)
{
    (void)context;
    return pin_hash_compare(pin, hash);
}

static void tell(int socket, const struct errand_answer *answer, int sealed)
{
    enum status sent = channel_send(socket, answer, sizeof(*answer), sealed);
    (void)sent; /* the process that asked may be gone */
}

/* Sends the names of the drives at once, because asking a drive for its size may take for ever. */
static enum status host_drives(void *context, struct message_drives *out)
{
    const struct runner *runner = context;
    struct errand_answer names = {.is_more = 1};
    enum status status = drives_list(&runner->drives, false, &names.drives);
    if (status != STATUS_OK) {
        return status;
    }
    tell(runner->socket, &names, -1);
    return drives_list(&runner->drives, true, out);
}

static enum status host_export(void *context, const char *label, const struct export_file *files,
                               size_t count)
{
    const struct runner *runner = context;
    return drives_write(&runner->drives, label, files, count);
}

static enum status host_backups(void *context, const struct message_pick *after, const char *ending,
                                struct message_backups *out)
{
    const struct runner *runner = context;
    return drives_find(&runner->drives, after, ending, out);
}

static enum status host_fetch(void *context, const struct message_pick *pick, void *buffer,
                              size_t size, size_t *length)
{
    const struct runner *runner = context;
    return drives_read(&runner->drives, pick, buffer, size, length);
}

static enum status host_set_clock(void *context, int64_t unix_s)
{
    const struct runner *runner = context;
    return runner->bus != NULL ? timedate_set(runner->bus, unix_s) : STATUS_MISSING;
}

static enum sandbox_role role_of(uint32_t kind)
{
    static const enum sandbox_role ROLES[ERRAND_SLOT_COUNT] = {[ERRAND_OF_PIN] = SANDBOX_CHECKER,
                                                               [ERRAND_OF_DRIVES] = SANDBOX_COURIER,
                                                               [ERRAND_OF_CLOCK] = SANDBOX_SETTER};
    return ROLES[errand_slot_of((enum errand_kind)kind)];
}

static void add_drives(struct sandbox *sandbox, const struct drives *drives)
{
    const char *roots[DRIVES_ROOTS_MAX];
    size_t count = drives_roots(drives, roots);
    for (size_t i = 0; i < count; i++) {
        sandbox_add(sandbox, roots[i], LANDLOCK_READ | LANDLOCK_WRITE);
    }
}

static struct sandbox sandbox_of(const struct drives *drives, enum sandbox_role role)
{
    struct sandbox sandbox = {.role = role, .file_bytes_max = SANDBOX_ANY_SIZE};
    if (role == SANDBOX_PORTER || role == SANDBOX_COURIER) {
        add_drives(&sandbox, drives);
    }
    return sandbox;
}

static void enter_sandbox(const struct drives *drives, enum sandbox_role role)
{
    struct sandbox sandbox = sandbox_of(drives, role);
    unsigned missing = sandbox_enter(&sandbox);
    (void)missing; /* "kiosk health" tells */
}

static enum status receive(const struct runner *runner, struct errand *errand,
                           enum sandbox_role role)
{
    size_t length = 0, bytes = 0;
    int sealed = -1;
    enum status status = channel_receive(runner->socket, errand, sizeof(*errand), &length, &sealed);
    if (status == STATUS_OK && (length != sizeof(*errand) || role_of(errand->kind) != role)) {
        status = STATUS_INVALID;
    }
    if (status == STATUS_OK && sealed >= 0) {
        status = sealed_read(sealed, runner->bytes, STORE_FILE_BYTES_MAX, &bytes);
    }
    if (status == STATUS_OK && errand_bytes(errand) != bytes) {
        status = STATUS_INVALID;
    }
    return status;
}

static void answer(const struct runner *runner, const struct errand *errand)
{
    static struct errand_answer answer;
    struct runner context = *runner;
    const struct keeper_host host = {.context = &context,
                                     .pin_hash = host_pin_hash,
                                     .pin_verify = host_pin_verify,
                                     .drives = host_drives,
                                     .export = host_export,
                                     .backups = host_backups,
                                     .fetch = host_fetch,
                                     .set_clock = host_set_clock};
    int sealed = -1;
    errand_do(&host, errand, runner->bytes, STORE_FILE_BYTES_MAX, &answer);
    if (errand->kind == ERRAND_FETCH && answer.status == STATUS_OK) {
        answer.status = (uint32_t)sealed_make(runner->bytes, answer.length, &sealed);
    }
    tell(runner->socket, &answer, sealed);
}

/* The child. Its errand is in the socket already. The system ends the child when its time is over,
 * also while it waits for a drive, and clears its memory before another process gets it. */
static int run(struct runner *runner, uint32_t kind)
{
    enum sandbox_role role = role_of(kind);
    bool is_locked = false;
    process_end_after(errand_ms_max((enum errand_kind)kind) / SECOND_MS);
    struct errand *errand = secret_open(sizeof(*errand), &is_locked);
    runner->bytes = room_take(STORE_FILE_BYTES_MAX);
    enter_sandbox(&runner->drives, role);
    if (errand == NULL || runner->bytes == NULL || receive(runner, errand, role) != STATUS_OK) {
        return EXIT_UNABLE;
    }
    answer(runner, errand);
    explicit_bzero(errand, sizeof(*errand));
    return EXIT_DONE;
}

static void start(const struct porter_options *options, const struct oom *oom, uint32_t kind,
                  int socket)
{
    pid_t porter = getpid();
    if (oom_fork(oom) == 0) {
        struct runner runner = {.drives = options->drives, .bus = options->bus, .socket = socket};
        close(options->socket);
        _exit(process_tie(porter) ? run(&runner, kind) : EXIT_UNABLE);
    }
}

int porter_run(const struct porter_options *given)
{
    struct porter_options held = *given, *options = &held;
    struct oom oom;
    oom_open(&oom);
    drives_hold(&held.drives);
#ifdef TEST_BUILD
    struct sandbox checker = sandbox_of(&options->drives, SANDBOX_CHECKER);
    struct sandbox courier = sandbox_of(&options->drives, SANDBOX_COURIER);
    struct sandbox setter = sandbox_of(&options->drives, SANDBOX_SETTER);
    sandbox_try(&checker);
    sandbox_try(&courier);
    sandbox_try(&setter);
#endif
    enter_sandbox(&options->drives, SANDBOX_PORTER);
    process_forget_children();
    for (;;) {
        struct pollfd wait = {.fd = options->socket, .events = POLLIN};
        struct porter_order order;
        size_t length = 0;
        int socket = -1;
        (void)poll(&wait, 1,
                   -1); /* a signal ends the wait too; then there may be nothing to read */
        enum status status =
            channel_receive(options->socket, &order, sizeof(order), &length, &socket);
        if (status == STATUS_OK && length == sizeof(order) && socket >= 0) {
            start(options, &oom, order.kind, socket);
        }
        if (socket >= 0) {
            close(socket);
        }
        if (status != STATUS_OK && status != STATUS_BUSY) {
            return EXIT_DONE;
        }
    }
}

static void hear(int socket, struct errand_answer *answer)
{
    struct pollfd wait = {.fd = socket, .events = POLLIN};
    size_t length = 0;
    bool came = poll(&wait, 1, (int)errand_ms_max(ERRAND_VERIFY)) > 0 &&
                channel_receive(socket, answer, sizeof(*answer), &length, NULL) == STATUS_OK &&
                length == sizeof(*answer);
    if (!came) {
        memset(answer, 0, sizeof(*answer));
        answer->status = STATUS_NO_MEMORY;
    }
}

void porter_run_one(const struct oom *oom, const struct errand *errand,
                    struct errand_answer *answer)
{
    int ends[2];
    memset(answer, 0, sizeof(*answer));
    answer->status = STATUS_NO_MEMORY;
    if (channel_pair(ends) != STATUS_OK) {
        return;
    }
    enum status sent = channel_send(ends[0], errand, sizeof(*errand), -1);
    pid_t command = getpid();
    pid_t child = sent == STATUS_OK ? oom_fork(oom) : -1;
    if (child == 0) {
        struct runner runner = {.socket = ends[1]};
        close(ends[0]);
        _exit(process_tie(command) ? run(&runner, errand->kind) : EXIT_UNABLE);
    }
    close(ends[1]);
    if (child > 0) {
        hear(ends[0], answer);
        process_kill(child);
        process_wait(child);
    }
    close(ends[0]);
}
