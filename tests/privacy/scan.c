/* SPDX-License-Identifier: MIT */
/* scan PID HEX...: how often each run of bytes stands in the writable memory of a process, one
 * number a line. scan --pages PID HEX...: the mappings that hold one, with the kernel's marks of
 * them (lo locked, dd in no core file, wf wiped in children). A helper of leftovers.long.sh; status
 * 3 when that memory may not be read. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { NEEDLE_MAX = 8, NEEDLE_BYTES = 256, CHUNK = 1 << 20, CANNOT = 3 };

struct needle {
    unsigned char bytes[NEEDLE_BYTES];
    size_t length;
    unsigned long found;
};

static struct needle needles[NEEDLE_MAX];
static unsigned char buffer[CHUNK + NEEDLE_BYTES];

static size_t from_hex(const char *text, unsigned char out[NEEDLE_BYTES])
{
    size_t length = 0;
    for (; text[0] != '\0' && text[1] != '\0' && length < NEEDLE_BYTES; text += 2) {
        const char pair[3] = {text[0], text[1], '\0'};
        out[length++] = (unsigned char)strtoul(pair, NULL, 16);
    }
    return length;
}

/* Those that begin before `end`, so that what lies over an edge is counted once. */
static void count(struct needle *needle, size_t end, size_t got)
{
    const unsigned char *at = buffer;
    while ((at = memmem(at, got - (size_t)(at - buffer), needle->bytes, needle->length)) != NULL &&
           at < buffer + end) {
        needle->found++;
        at++;
    }
}

static void scan(int memory, uint64_t from, uint64_t to, int needle_count)
{
    for (uint64_t at = from; at < to; at += CHUNK) {
        size_t wanted = to - at < sizeof(buffer) ? (size_t)(to - at) : sizeof(buffer);
        ssize_t got = pread(memory, buffer, wanted, (off_t)at);
        for (int i = 0; i < needle_count && got > 0; i++) {
            count(&needles[i], CHUNK, (size_t)got);
        }
    }
}

/* The mapping that the lines before "VmFlags" were about. */
struct mapping {
    uint64_t from, to;
    char rights[5];
};

static unsigned long found(const struct needle *needle, int count)
{
    unsigned long sum = 0;
    for (int i = 0; i < count; i++) {
        sum += needle[i].found;
    }
    return sum;
}

/* One line of smaps: a mapping is scanned when its marks, which end its lines, are known. */
static void take_line(const char *line, struct mapping *mapping, int memory, int needle_count,
                      bool tells)
{
    struct mapping next = {0};
    if (sscanf(line, "%" SCNx64 "-%" SCNx64 " %4s", &next.from, &next.to, next.rights) == 3) {
        *mapping = next;
    } else if (strncmp(line, "VmFlags:", 8) == 0 && mapping->rights[0] == 'r' &&
               mapping->rights[1] == 'w') {
        unsigned long before = found(needles, needle_count);
        scan(memory, mapping->from, mapping->to, needle_count);
        if (tells && found(needles, needle_count) > before) {
            printf("%" PRIx64 "-%" PRIx64 "%s", mapping->from, mapping->to, line + 8);
        }
    }
}

int main(int argc, char **argv)
{
    char path[64], line[2048];
    int needle_count = 0;
    bool tells = argc > 1 && strcmp(argv[1], "--pages") == 0;
    argv += tells;
    argc -= tells;
    for (int i = 2; i < argc && needle_count < NEEDLE_MAX; i++) {
        struct needle *needle = &needles[needle_count++];
        needle->length = from_hex(argv[i], needle->bytes);
    }
    if (needle_count == 0) {
        return CANNOT;
    }
    snprintf(path, sizeof(path), "/proc/%s/mem", argv[1]);
    int memory = open(path, O_RDONLY);
    snprintf(path, sizeof(path), "/proc/%s/smaps", argv[1]);
    FILE *maps = fopen(path, "r");
    if (memory < 0 || maps == NULL) {
        return CANNOT;
    }
    struct mapping mapping = {0};
    while (fgets(line, sizeof(line), maps) != NULL) {
        take_line(line, &mapping, memory, needle_count, tells);
    }
    for (int i = 0; i < needle_count && !tells; i++) {
        printf("%lu\n", needles[i].found);
    }
    return 0;
}
