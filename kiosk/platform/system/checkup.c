/* SPDX-License-Identifier: MIT */
#include "platform/system/checkup.h"

#include "platform/system/network.h"
#include "platform/system/random.h"
#include "platform/system/swap.h"
#include "platform/system/table.h"

#include <linux/magic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/statfs.h>
#include <sys/statvfs.h>
#include <unistd.h>

enum { PATH_BYTES = 4096, BYTES_PER_MB = 1000000, TABLE_BYTES = 1024 };

/* Gives the folder, or, while the folder does not exist, its nearest parent that does. */
static bool find_place(const char *folder, char place[PATH_BYTES])
{
    size_t length = strlen(folder);
    if (length == 0 || length >= PATH_BYTES) {
        return false;
    }
    memcpy(place, folder, length + 1);
    while (access(place, F_OK) != 0) {
        char *slash = strrchr(place, '/');
        if (slash == NULL) {
            memcpy(place, ".", 2);
            return true;
        }
        slash[slash == place] = '\0';
    }
    return true;
}

static void look_at_disk(const char *folder, struct health_facts *facts)
{
    char place[PATH_BYTES];
    struct statvfs about;
    bool is_open = find_place(folder, place) && access(place, W_OK | X_OK) == 0 &&
                   statvfs(place, &about) == 0 && (about.f_flag & ST_RDONLY) == 0;
    facts->folder = HEALTH_FOLDER_SHUT;
    facts->free_mb = 0;
    facts->in_memory = false;
    if (is_open) {
        /* On a file system that does not count files all numbers are 0. */
        bool has_files = about.f_files == 0 || about.f_favail >= HEALTH_FILES_MIN;
        facts->folder = has_files ? HEALTH_FOLDER_OPEN : HEALTH_FOLDER_FILES;
        struct statfs kind;
        facts->in_memory =
            statfs(place, &kind) == 0 && (kind.f_type == TMPFS_MAGIC || kind.f_type == RAMFS_MAGIC);
        uint64_t free_mb = (uint64_t)about.f_bavail * about.f_frsize / BYTES_PER_MB;
        facts->free_mb = free_mb < UINT32_MAX ? (uint32_t)free_mb : UINT32_MAX;
    }
}

static struct table memory_table = {"/proc/meminfo", -1};

void checkup_hold(void)
{
    table_open(&memory_table);
    swap_hold();
}

/* Returns 0 where the system does not tell. */
static uint32_t available_mb(void)
{
    static const char NAME[] = "MemAvailable:";
    char text[TABLE_BYTES];
    size_t length = 0;
    if (table_read(&memory_table, text, sizeof(text) - 1, &length) != STATUS_OK) {
        return 0;
    }
    text[length] = '\0';
    const char *line = strstr(text, NAME);
    uint64_t kib = line == NULL ? 0 : strtoull(line + sizeof(NAME) - 1, NULL, 10);
    return (uint32_t)(kib * 1024 / BYTES_PER_MB);
}

enum health_space checkup_space(const char *folder)
{
    struct health_facts facts = {0};
    look_at_disk(folder != NULL ? folder : "/tmp", &facts);
    return health_space(&facts);
}

void checkup_look(const char *folder, struct health_facts *facts)
{
    struct random_source random = random_system();
    uint8_t byte;
    facts->swap = swap_is_on()     ? HEALTH_SWAP_ON
                  : swap_is_zram() ? HEALTH_SWAP_ZRAM
                                   : HEALTH_SWAP_OFF;
    facts->memory_mb = available_mb();
    facts->random = random.fill(random.context, &byte, sizeof(byte)) == STATUS_OK;
    facts->network = (uint8_t)network_look();
    look_at_disk(folder != NULL ? folder : "/tmp", facts);
}
