/* SPDX-License-Identifier: MIT */
/* As much of the protocol as one question needs: a line of greeting, then records with a fixed
 * head, a list of fields and a body. Every value lies at a multiple of its size. */
#include "platform/system/bus.h"

#include <errno.h>
#include <poll.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

enum {
    HEAD_BYTES = 16,
    RECORDS_MAX = 16, /* records that may come before the answer: the bus tells of names */
    METHOD_CALL = 1,
    METHOD_RETURN = 2,
    METHOD_ERROR = 3,
    FIELD_PATH = 1,
    FIELD_INTERFACE = 2,
    FIELD_MEMBER = 3,
    FIELD_REPLY = 5,
    FIELD_TO = 6,
    FIELD_SIGNATURE = 8,
};

struct record {
    size_t length;
    uint8_t bytes[BUS_RECORD_BYTES];
};

static void put_padding(struct record *record, size_t size)
{
    while (record->length % size != 0) {
        record->bytes[record->length++] = 0;
    }
}

static void put_number(struct record *record, uint32_t value)
{
    put_padding(record, sizeof(value));
    memcpy(record->bytes + record->length, &value, sizeof(value));
    record->length += sizeof(value);
}

/* Writes a field of the head: its code, the signature of its value, and the value, a text. */
static void put_field(struct record *record, uint8_t code, char type, const char *text)
{
    size_t length = strlen(text);
    put_padding(record, 8);
    const uint8_t variant[] = {code, 1, (uint8_t)type, 0};
    memcpy(record->bytes + record->length, variant, sizeof(variant));
    record->length += sizeof(variant);
    if (type == 'g') {
        record->bytes[record->length++] = (uint8_t)length;
    } else {
        put_number(record, (uint32_t)length);
    }
    memcpy(record->bytes + record->length, text, length + 1);
    record->length += length + 1;
}

static void make_call(struct record *record, uint32_t serial, const struct bus_call *call)
{
    const uint8_t head[] = {'l', METHOD_CALL, 0, 1};
    memcpy(record->bytes, head, sizeof(head));
    record->length = sizeof(head);
    put_number(record, call->body_bytes);
    put_number(record, serial);
    put_number(record, 0); /* the length of the fields, which is filled in below */
    put_field(record, FIELD_PATH, 'o', call->path);
    put_field(record, FIELD_TO, 's', call->to);
    put_field(record, FIELD_INTERFACE, 's', call->interface);
    put_field(record, FIELD_MEMBER, 's', call->member);
    if (call->body_bytes > 0) {
        put_field(record, FIELD_SIGNATURE, 'g', call->signature);
    }
    uint32_t fields = (uint32_t)(record->length - HEAD_BYTES);
    memcpy(record->bytes + HEAD_BYTES - sizeof(fields), &fields, sizeof(fields));
    put_padding(record, 8);
    memcpy(record->bytes + record->length, call->body, call->body_bytes);
    record->length += call->body_bytes;
}

static bool send_all(int bus, const void *bytes, size_t length)
{
    return send(bus, bytes, length, MSG_NOSIGNAL) == (ssize_t)length;
}

/* Receives exactly that many bytes. Returns false when nothing came for wait_ms. */
static bool receive_all(int bus, void *bytes, size_t length, int wait_ms)
{
    size_t got = 0;
    while (got < length) {
        struct pollfd wait = {.fd = bus, .events = POLLIN};
        ssize_t part = 0;
        if (poll(&wait, 1, wait_ms) <= 0 ||
            (part = recv(bus, (uint8_t *)bytes + got, length - got, 0)) <= 0) {
            return false;
        }
        got += (size_t)part;
    }
    return true;
}

static uint32_t number_at(const struct record *record, size_t at)
{
    uint32_t value;
    memcpy(&value, record->bytes + at, sizeof(value));
    return value;
}

/* Receives a whole record. Returns false also for a record that is larger than any answer to us. */
static bool receive_record(int bus, struct record *record, int wait_ms)
{
    if (!receive_all(bus, record->bytes, HEAD_BYTES, wait_ms) || record->bytes[0] != 'l') {
        return false;
    }
    uint64_t fields = number_at(record, 12), body = number_at(record, 4);
    uint64_t length = (HEAD_BYTES + fields + 7) / 8 * 8 + body;
    if (length > BUS_RECORD_BYTES) {
        return false;
    }
    record->length = (size_t)length;
    return receive_all(bus, record->bytes + HEAD_BYTES, (size_t)length - HEAD_BYTES, wait_ms);
}

/* Returns the serial number that a record answers; 0: none. Texts are skipped by their lengths. */
static uint32_t answers_to(const struct record *record)
{
    size_t at = HEAD_BYTES, end = HEAD_BYTES + number_at(record, 12);
    while (at + 8 <= end) {
        uint8_t code = record->bytes[at], type = record->bytes[at + 2];
        at += 4;
        if (code == FIELD_REPLY && type == 'u') {
            return number_at(record, at);
        }
        uint64_t skip = type == 'g'   ? (uint64_t)record->bytes[at] + 2
                        : type == 'u' ? sizeof(uint32_t)
                                      : (uint64_t)number_at(record, at) + sizeof(uint32_t) + 1;
        if (skip > end - at) {
            return 0;
        }
        at = (at + (size_t)skip + 7) / 8 * 8;
    }
    return 0;
}

/* Takes the body as a text that ends inside the body, or "". */
static void take_text(const struct record *record, char out[BUS_TEXT_BYTES])
{
    size_t body = number_at(record, 4), at = record->length - body + sizeof(uint32_t);
    out[0] = '\0';
    if (body > sizeof(uint32_t) && record->bytes[record->length - 1] == '\0') {
        (void)snprintf(out, BUS_TEXT_BYTES, "%s", (const char *)record->bytes + at);
    }
}

/* Waits for the answer. MISSING: none came in time. */
static enum status ask(int bus, uint32_t serial, const struct bus_call *call,
                       char text[BUS_TEXT_BYTES])
{
    struct record record;
    make_call(&record, serial, call);
    if (!send_all(bus, record.bytes, record.length)) {
        return STATUS_MISSING;
    }
    for (int i = 0; i < RECORDS_MAX && receive_record(bus, &record, call->wait_ms); i++) {
        uint8_t type = record.bytes[1];
        if ((type == METHOD_RETURN || type == METHOD_ERROR) && answers_to(&record) == serial) {
            take_text(&record, text);
            return type == METHOD_RETURN ? STATUS_OK : STATUS_DENIED;
        }
    }
    return STATUS_MISSING;
}

/* The kernel tells the bus who owns the socket; the number that we send only has to agree with
 * that. */
static bool introduce(int bus)
{
    char line[128], number[16];
    size_t length = (size_t)snprintf(number, sizeof(number), "%u", (unsigned)geteuid());
    size_t used = (size_t)snprintf(line, sizeof(line), "%cAUTH EXTERNAL ", '\0');
    for (size_t i = 0; i < length; i++) {
        used += (size_t)snprintf(line + used, sizeof(line) - used, "%02x", (unsigned)number[i]);
    }
    used += (size_t)snprintf(line + used, sizeof(line) - used, "\r\n");
    if (!send_all(bus, line, used)) {
        return false;
    }
    size_t got = 0;
    do { /* a line, byte by byte, because the bytes after it must stay in the socket */
        if (got == sizeof(line) || !receive_all(bus, line + got, 1, BUS_ANSWER_MS)) {
            return false;
        }
    } while (line[got++] != '\n');
    return memcmp(line, "OK ", 3) == 0 && send_all(bus, "BEGIN\r\n", 7);
}

static int connect_to(const char *path)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    size_t length = strlen(path);
    if (length >= sizeof(address.sun_path)) {
        return -1;
    }
    memcpy(address.sun_path, path, length + 1);
    int bus = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (bus >= 0 && connect(bus, (const struct sockaddr *)&address, sizeof(address)) != 0) {
        close(bus);
        return -1;
    }
    return bus;
}

enum status bus_ask(const char *path, const struct bus_call *call, char text[BUS_TEXT_BYTES])
{
    static const struct bus_call HELLO = {.to = "org.freedesktop.DBus",
                                          .path = "/org/freedesktop/DBus",
                                          .interface = "org.freedesktop.DBus",
                                          .member = "Hello",
                                          .signature = "",
                                          .wait_ms = BUS_ANSWER_MS};
    int bus = connect_to(path);
    if (bus < 0) {
        return STATUS_MISSING;
    }
    enum status status = STATUS_MISSING;
    if (introduce(bus) && ask(bus, 1, &HELLO, text) == STATUS_OK) {
        status = ask(bus, 2, call, text);
    }
    close(bus);
    return status;
}
