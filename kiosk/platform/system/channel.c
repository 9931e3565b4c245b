/* SPDX-License-Identifier: MIT */
#include "platform/system/channel.h"

#include "platform/system/status.h"

#include <errno.h>
#include <stdbool.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

/* Room for one control message that holds one descriptor. The union gives it cmsghdr's alignment.
 */
union control {
    struct cmsghdr header;
    char bytes[CMSG_SPACE(sizeof(int))];
};

enum status channel_pair(int ends[2])
{
    return socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) == 0 ? STATUS_OK : STATUS_IO;
}

/* sendmsg only reads what iov_base points to, but the member's type is not const. */
static void *readable(const void *record)
{
    union {
        const void *in;
        void *out;
    } pointer = {.in = record};
    return pointer.out;
}

enum status channel_send(int channel, const void *record, size_t bytes, int passed)
{
    struct iovec part = {.iov_base = readable(record), .iov_len = bytes};
    struct msghdr message = {.msg_iov = &part, .msg_iovlen = 1};
    union control control;
    if (passed >= 0) {
        memset(&control, 0, sizeof(control));
        message.msg_control = control.bytes;
        message.msg_controllen = sizeof(control.bytes);
        struct cmsghdr *header = CMSG_FIRSTHDR(&message);
        header->cmsg_level = SOL_SOCKET;
        header->cmsg_type = SCM_RIGHTS;
        header->cmsg_len = CMSG_LEN(sizeof(int));
        memcpy(CMSG_DATA(header), &passed, sizeof(passed));
    }
    ssize_t sent;
    do {
        sent = sendmsg(channel, &message, MSG_NOSIGNAL | MSG_DONTWAIT);
    } while (sent < 0 && errno == EINTR);
    if (sent < 0) {
        return status_of_errno(errno);
    }
    return (size_t)sent == bytes ? STATUS_OK : STATUS_IO;
}

/* Returns the descriptor that came along. The control data has room for one. */
static int passed_descriptor(struct msghdr *message)
{
    int descriptor = -1;
    struct cmsghdr *header = CMSG_FIRSTHDR(message);
    if (header != NULL && header->cmsg_level == SOL_SOCKET && header->cmsg_type == SCM_RIGHTS) {
        memcpy(&descriptor, CMSG_DATA(header), sizeof(descriptor));
    }
    return descriptor;
}

enum status channel_receive(int channel, void *record, size_t size, size_t *length, int *passed)
{
    union control control;
    struct iovec part = {.iov_base = record, .iov_len = size};
    struct msghdr message = {
        .msg_iov = &part,
        .msg_iovlen = 1,
        /* A descriptor for which there is no room is never opened in this process. */
        .msg_control = passed != NULL ? control.bytes : NULL,
        .msg_controllen = passed != NULL ? CMSG_LEN(sizeof(int)) : 0,
    };
    ssize_t got;
    /* When the peer closes its end while something of ours is unread, the first read fails with a
     * reset. The records that the peer sent before can still be read after that. */
    bool was_reset = false;
    bool again;
    do {
        got = recvmsg(channel, &message, MSG_DONTWAIT | MSG_TRUNC | MSG_CMSG_CLOEXEC);
        again = got < 0 && (errno == EINTR || (errno == ECONNRESET && !was_reset));
        was_reset = was_reset || (got < 0 && errno == ECONNRESET);
    } while (again);
    if (got < 0) {
        return status_of_errno(errno);
    }
    int descriptor = passed_descriptor(&message);
    bool is_end = got == 0; /* no record of ours is empty */
    bool is_more = (message.msg_flags & MSG_CTRUNC) != 0;
    if (is_end || is_more) {
        if (descriptor >= 0) {
            close(descriptor);
        }
        return is_more ? STATUS_INVALID : STATUS_MISSING;
    }
    if (passed != NULL) {
        *passed = descriptor;
    }
    *length = (size_t)got;
    return STATUS_OK;
}
