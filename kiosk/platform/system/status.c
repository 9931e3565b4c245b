/* SPDX-License-Identifier: MIT */
#include "platform/system/status.h"

#include <errno.h>

enum status status_of_errno(int code)
{
    switch (code) {
    case ENOENT:
    case EPIPE: /* the other end of the socket is closed */
    case ECONNRESET:
    case ENOTCONN:
        return STATUS_MISSING;
    case EEXIST:
        return STATUS_EXISTS;
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        return STATUS_NO_SPACE;
    case EROFS:
    case EACCES:
    case EPERM:
        return STATUS_READ_ONLY;
    case ENOTDIR:
    case ELOOP: /* a link where links are not followed */
        return STATUS_INVALID;
    case EAGAIN: /* a lock that another process holds, or a socket that is full */
    case ENOBUFS:
        return STATUS_BUSY;
    default:
        return STATUS_IO;
    }
}
