/* SPDX-License-Identifier: MIT */
#include "platform/system/drives_parts.h"

#include "core/drive_label.h"
#include "core/utf8.h"
#include "platform/system/file.h"

#include <assert.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

enum {
    MOUNT_LINE_BYTES = 4096,
    ENTRIES_MAX = 10000, /* entries of a drive's folder that are looked at, so that a very full
                            folder costs a moment and not minutes */
};

static const char *const MOUNT_ROOTS[] = {"/media/", "/run/media/"};
_Static_assert(sizeof(MOUNT_ROOTS) / sizeof(MOUNT_ROOTS[0]) == DRIVES_ROOTS_MAX, "all roots");
_Static_assert((int)MESSAGE_NAME_BYTES == (int)MESSAGE_LABEL_BYTES, "one rule for all names");

/* Called for one drive after the other by find_drive and drives_list. Returns false to go on. */
typedef bool drive_visit_fn(void *context, const char *label, const char *path);

size_t drives_roots(const struct drives *drives, const char *roots[DRIVES_ROOTS_MAX])
{
    if (drives->root != NULL) {
        roots[0] = drives->root;
        return 1;
    }
    memcpy(roots, MOUNT_ROOTS, sizeof(MOUNT_ROOTS));
    return DRIVES_ROOTS_MAX;
}

int drives_watch(void)
{
    return open(DRIVES_TABLE, O_RDONLY | O_CLOEXEC);
}

/* Returns whether a name follows the rules for names in messages: it is visible, and leads to no
 * other folder. */
static bool is_file_name(const char *name)
{
    size_t length = strlen(name);
    return length > 0 && length < MESSAGE_NAME_BYTES && name[0] != '.' &&
           strpbrk(name, "/\n") == NULL && utf8_is_clean(name, length);
}

/* How far a walk over the drives has come. */
struct walk {
    drive_visit_fn *visit;
    void *context;
    uint32_t count;
    char label[MESSAGE_DRIVE_MAX][MESSAGE_LABEL_BYTES];
};

static bool is_taken(const struct walk *walk, const char *label)
{
    for (uint32_t i = 0; i < walk->count; i++) {
        if (strcmp(walk->label[i], label) == 0) {
            return true;
        }
    }
    return false;
}

/* Returns whether the walk is over. */
static bool visit_one(struct walk *walk, const char *path)
{
    char *label = walk->label[walk->count];
    uint32_t number = 1;
    do {
        drive_label(strrchr(path, '/') + 1, number++, label);
    } while (is_taken(walk, label));
    walk->count++;
    return walk->visit(walk->context, label, path) || walk->count == MESSAGE_DRIVE_MAX;
}

/* The kernel writes a blank as \040, and other special characters in the same way. */
static void unescape(char *path)
{
    char *out = path;
    for (const char *in = path; *in != '\0'; out++) {
        if (in[0] == '\\' && in[1] >= '0' && in[1] <= '3' && in[2] >= '0' && in[2] <= '7' &&
            in[3] >= '0' && in[3] <= '7') {
            *out = (char)((in[1] - '0') * 64 + (in[2] - '0') * 8 + (in[3] - '0'));
            in += 4;
        } else {
            *out = *in++;
        }
    }
    *out = '\0';
}

/* Returns the mount point in a line of mountinfo: the fifth word. */
static char *mount_point(char *line)
{
    char *word = line;
    for (int i = 0; i < 4 && word != NULL; i++) {
        word = strchr(word, ' ');
        word = word == NULL ? NULL : word + 1;
    }
    char *end = word == NULL ? NULL : strchr(word, ' ');
    if (end == NULL) {
        return NULL;
    }
    *end = '\0';
    unescape(word);
    return word;
}

static bool is_below_a_root(const char *path)
{
    for (size_t i = 0; i < sizeof(MOUNT_ROOTS) / sizeof(MOUNT_ROOTS[0]); i++) {
        if (strncmp(path, MOUNT_ROOTS[i], strlen(MOUNT_ROOTS[i])) == 0) {
            return true;
        }
    }
    return false;
}

void drives_hold(struct drives *drives)
{
    drives->table = drives->root == NULL ? fopen(DRIVES_TABLE, "re") : NULL;
}

static enum status visit_mounts(const struct drives *drives, struct walk *walk)
{
    FILE *mounts = drives->table != NULL ? drives->table : fopen(DRIVES_TABLE, "re");
    if (mounts == NULL) {
        return STATUS_IO;
    }
    rewind(mounts);
    char line[MOUNT_LINE_BYTES];
    bool done = false;
    while (!done && fgets(line, sizeof(line), mounts) != NULL) {
        const char *path = mount_point(line);
        done = path != NULL && is_below_a_root(path) && visit_one(walk, path);
    }
    if (mounts != drives->table) {
        fclose(mounts);
    }
    return STATUS_OK;
}

static enum status visit_folders(const char *root, struct walk *walk)
{
    DIR *folder = opendir(root);
    if (folder == NULL) {
        return drives_status(errno);
    }
    bool done = false;
    for (struct dirent *entry = readdir(folder); entry != NULL && !done; entry = readdir(folder)) {
        char path[PATH_MAX];
        int length = snprintf(path, sizeof(path), "%s/%s", root, entry->d_name);
        bool is_other = strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
        if (is_other && length > 0 && (size_t)length < sizeof(path) && entry->d_type == DT_DIR) {
            done = visit_one(walk, path);
        }
    }
    closedir(folder);
    return STATUS_OK;
}

static enum status visit_all(const struct drives *drives, drive_visit_fn *visit, void *context)
{
    struct walk walk = {.visit = visit, .context = context};
    return drives->root == NULL ? visit_mounts(drives, &walk) : visit_folders(drives->root, &walk);
}

struct listing {
    struct message_drives found;
    bool sizes;
};

static uint64_t free_bytes(const char *path)
{
    struct statvfs about;
    return statvfs(path, &about) == 0 ? (uint64_t)about.f_bavail * about.f_frsize : 0;
}

static bool note_drive(void *context, const char *label, const char *path)
{
    struct listing *listing = context;
    struct message_drive *drive = &listing->found.drive[listing->found.count++];
    memcpy(drive->label, label, strlen(label) + 1);
    drive->free_bytes = listing->sizes ? free_bytes(path) : MESSAGE_FREE_UNKNOWN;
    return false;
}

enum status drives_list(const struct drives *drives, bool sizes, struct message_drives *out)
{
    struct listing listing = {.sizes = sizes};
    enum status status = visit_all(drives, note_drive, &listing);
    if (status == STATUS_OK) {
        *out = listing.found;
    }
    return status;
}

struct search {
    const char *label;
    int descriptor;
};

static bool open_if_labelled(void *context, const char *label, const char *path)
{
    struct search *search = context;
    if (strcmp(label, search->label) != 0) {
        return false;
    }
    search->descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    return search->descriptor >= 0;
}

int drives_open(const struct drives *drives, const char *label)
{
    struct search search = {.label = label, .descriptor = -1};
    enum status status = visit_all(drives, open_if_labelled, &search);
    return status == STATUS_OK ? search.descriptor : -1;
}

static bool ends_so(const char *name, const char *ending)
{
    size_t length = strlen(name), tail = strlen(ending);
    return length > tail && strcmp(name + length - tail, ending) == 0;
}

enum status drives_find(const struct drives *drives, const struct message_pick *after,
                        const char *ending, struct message_backups *out)
{
    int drive = drives_open(drives, after->label);
    DIR *folder = drive < 0 ? NULL : fdopendir(drive);
    if (folder == NULL) {
        if (drive >= 0) {
            close(drive);
        }
        return STATUS_MISSING;
    }
    out->count = 0;
    struct dirent *entry = readdir(folder);
    for (uint32_t i = 0; i < ENTRIES_MAX && entry != NULL; i++, entry = readdir(folder)) {
        if (is_file_name(entry->d_name) && ends_so(entry->d_name, ending)) {
            export_note(out, entry->d_name, after->name);
        }
    }
    closedir(folder); /* closes the drive's descriptor too */
    return STATUS_OK;
}

/* Reads a plain file. The file is looked at before it is opened, because opening a device can have
 * effects; and after it is opened, because it may be another file by then. */
static enum status read_plain(int drive, const char *name, void *buffer, size_t size,
                              size_t *length)
{
    struct stat about;
    if (fstatat(drive, name, &about, AT_SYMLINK_NOFOLLOW) != 0) {
        return drives_status(errno);
    }
    if (!S_ISREG(about.st_mode)) {
        return STATUS_INVALID;
    }
    int file = openat(drive, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    return file < 0 ? drives_status(errno) : file_read_open(file, buffer, size, length);
}

enum status drives_read(const struct drives *drives, const struct message_pick *pick, void *buffer,
                        size_t size, size_t *length)
{
    int drive = drives_open(drives, pick->label);
    if (drive < 0) {
        return STATUS_MISSING;
    }
    enum status status = read_plain(drive, pick->name, buffer, size, length);
    close(drive);
    return status;
}
