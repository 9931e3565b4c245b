/* SPDX-License-Identifier: MIT */
/* In the emulated machine: saves file after file to a drive by the program's own call, and looks
 * later what is there. What a file holds follows from its number, so each can be told whole from
 * torn.
 *
 *   saver save FOLDER       a line "saved NAME" for each, until one is refused: "refused STATUS"
 *   saver rest FOLDER       the same three times; then it waits until the drive is gone
 *   saver careless FOLDER   as save, without waiting for the medium, as most programs save
 *   saver check FOLDER      a line "whole NAME", "torn NAME" or "other NAME" for each file */
#include "platform/system/drives.h"

#include <dirent.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { BYTES_MAX = 150000, BYTES_LEAST = 100, REST_AFTER = 3 };

static unsigned char expected[BYTES_MAX], found[BYTES_MAX + 1];

/* As long as small totals, a report, or a report of many years; never only zeroes. */
static size_t content(unsigned number)
{
    uint32_t state = number * 2654435761U + 1;
    size_t length = 0;
    for (int i = 0; i < 3; i++) {
        state = state * 1664525U + 1013904223U;
        length = BYTES_LEAST + (state >> 8) % (number % 4 == 0 ? BYTES_MAX - BYTES_LEAST : 9000);
    }
    for (size_t i = 0; i < length; i++) {
        state = state * 1664525U + 1013904223U;
        expected[i] = (unsigned char)(state >> 24 | 1);
    }
    return length;
}

static enum status careless(const char *folder, const struct export_file *file)
{
    char path[512];
    snprintf(path, sizeof(path), "%s/%s", folder, file->name);
    FILE *stream = fopen(path, "wb");
    if (stream == NULL) {
        return STATUS_IO;
    }
    bool is_written = fwrite(file->bytes, 1, file->length, stream) == file->length;
    return fclose(stream) == 0 && is_written ? STATUS_OK : STATUS_IO;
}

static int save(const char *folder, bool with_care, unsigned count)
{
    static const struct drives drives;
    for (unsigned number = 1; number <= count; number++) {
        struct export_file file = {.bytes = expected, .length = content(number)};
        snprintf(file.name, sizeof(file.name), "reflection-%04u.backup", number);
        enum status status = with_care ? drives_write(&drives, strrchr(folder, '/') + 1, &file, 1)
                                       : careless(folder, &file);
        if (status != STATUS_OK) {
            printf("refused %d\n", (int)status);
            return 0;
        }
        printf("saved %s\n", file.name);
        fflush(stdout);
    }
    printf("rests\n");
    fflush(stdout);
    while (access("/sys/block/sda", F_OK) == 0) {
        usleep(100000);
    }
    return 0;
}

static const char *state_of(const char *folder, const char *name)
{
    unsigned number;
    char path[512];
    if (sscanf(name, "reflection-%u.backup", &number) != 1) {
        return "other";
    }
    snprintf(path, sizeof(path), "%s/%s", folder, name);
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        return "torn";
    }
    size_t length = fread(found, 1, sizeof(found), file);
    fclose(file);
    return length == content(number) && memcmp(found, expected, length) == 0 ? "whole" : "torn";
}

static int check(const char *folder)
{
    DIR *listing = opendir(folder);
    if (listing == NULL) {
        perror(folder);
        return 1;
    }
    for (struct dirent *entry; (entry = readdir(listing)) != NULL;) {
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0) {
            printf("%s %s\n", state_of(folder, entry->d_name), entry->d_name);
        }
    }
    closedir(listing);
    return 0;
}

int main(int argc, char **argv)
{
    if (argc != 3) {
        return 2;
    }
    if (strcmp(argv[1], "check") == 0) {
        return check(argv[2]);
    }
    return save(argv[2], strcmp(argv[1], "careless") != 0,
                strcmp(argv[1], "rest") == 0 ? REST_AFTER : UINT32_MAX);
}
