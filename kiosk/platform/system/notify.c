/* SPDX-License-Identifier: MIT */
#include "platform/system/notify.h"

#include "platform/system/channel.h"

#include <inttypes.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

/* Reads an address: a path, or after "@" a name that is in no folder (an abstract socket). */
static bool find_address(const char *name, struct sockaddr_un *address, socklen_t *size)
{
    size_t length = strlen(name);
    if ((name[0] != '/' && name[0] != '@') || length < 2 || length >= sizeof(address->sun_path)) {
        return false;
    }
    *address = (struct sockaddr_un){.sun_family = AF_UNIX};
    memcpy(address->sun_path, name, length);
    bool has_path = name[0] == '/';
    if (!has_path) {
        address->sun_path[0] = '\0';
    }
    *size = (socklen_t)(offsetof(struct sockaddr_un, sun_path) + length + (has_path ? 1 : 0));
    return true;
}

static int connect_to(const char *name)
{
    struct sockaddr_un address;
    socklen_t size = 0;
    if (name == NULL || !find_address(name, &address, &size)) {
        return -1;
    }
    int socket_of = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (socket_of >= 0 && connect(socket_of, (const struct sockaddr *)&address, size) != 0) {
        close(socket_of);
        return -1;
    }
    return socket_of;
}

/* Returns the number in a variable that holds a number and nothing else, or 0. */
static uint64_t number_in(const char *name)
{
    const char *text = getenv(name);
    char *end = NULL;
    if (text == NULL || text[0] < '0' || text[0] > '9') {
        return 0;
    }
    uint64_t value = strtoull(text, &end, 10);
    return *end == '\0' ? value : 0;
}

void notify_open(struct notify *notify)
{
    *notify = (struct notify){.socket = connect_to(getenv("NOTIFY_SOCKET"))};
    bool is_ours =
        getenv("WATCHDOG_PID") == NULL || number_in("WATCHDOG_PID") == (uint64_t)getpid();
    if (notify->socket >= 0 && is_ours) {
        notify->watch_ms = number_in("WATCHDOG_USEC") / 1000;
    }
}

bool notify_say(const struct notify *notify, const char *what)
{
    return notify->socket < 0 || channel_send(notify->socket, what, strlen(what), -1) == STATUS_OK;
}
