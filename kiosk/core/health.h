/* SPDX-License-Identifier: MIT */
/* What this machine can promise and what not. Facts are gathered by whoever can see them; this
 * module says what they mean, in words. A screen and a terminal say the same. */
#ifndef CORE_HEALTH_H
#define CORE_HEALTH_H

#include "core/calendar.h"
#include "core/catalog.h"
#include "core/machine.h"
#include "core/status.h"

enum {
    HEALTH_SPACE_MB_MIN = 64, /* a report, two years of totals and a temporary fit many times */
    /* The hash of a PIN takes 64 MiB (platform/system/pin.c), the process around it under 4 MB. */
    HEALTH_MEMORY_MB_MIN = 72,
    HEALTH_FILES_MIN = 16, /* for the files of the folder, and a temporary of each */
    HEALTH_YEAR_MIN =
        2025, /* earlier than this program: a clock that shows such a year was never set */
};

enum health_folder {
    HEALTH_FOLDER_SHUT, /* the folder takes no file */
    HEALTH_FOLDER_OPEN,
    HEALTH_FOLDER_FILES, /* the folder's file system has room for bytes, and hardly for one more
                            file */
};

enum health_swap { HEALTH_SWAP_OFF, HEALTH_SWAP_ZRAM, HEALTH_SWAP_ON };

/* Ways to other machines, on a machine that is to be the kiosk and nothing else. */
enum health_network {
    HEALTH_NETWORK_UNASKED, /* this machine is not the kiosk alone */
    HEALTH_NETWORK_OFF,
    HEALTH_NETWORK_RADIO, /* no interface is up, but Wi-Fi or Bluetooth is not switched off */
    HEALTH_NETWORK_ON,
};

/* Parts of the sandbox, as bits. */
enum {
    HEALTH_SANDBOX_FILES = 1,
    HEALTH_SANDBOX_CALLS = 2,
    HEALTH_SANDBOX_SIGNALS = 4, /* main's alone; no person's reflection depends on it */
    HEALTH_SANDBOX_ALL = 7,
};

/* The fields keep the order of a message: no padding before the last field. */
struct health_facts {
    uint8_t swap; /* enum health_swap */
    uint8_t memory_locked;
    uint8_t undumpable;      /* no core files */
    uint8_t sandbox_missing; /* bits */
    uint8_t random;
    uint8_t folder;    /* enum health_folder */
    uint8_t network;   /* enum health_network */
    uint8_t in_memory; /* the folder loses its files when the machine goes off */
    uint32_t free_mb;
    uint32_t memory_mb; /* memory that programs could have now */
    struct civil_time now;
};

/* What a desktop around the kiosk can still do, as bits. */
enum {
    HEALTH_DESKTOP_CORNERS = 1, /* show its own corners and notices over our picture */
    HEALTH_DESKTOP_KEYS = 2,    /* hear its shortcuts */
    HEALTH_DESKTOP_CONSOLES = 4,
    HEALTH_DESKTOP_ALL = 7,
};

/* What only the screen's own process can tell. */
struct health_screen {
    uint8_t locked; /* all of its memory */
    uint8_t undumpable;
    uint8_t sandbox_missing; /* bits */
    uint8_t has_display;     /* there is a display, so the following fields mean something */
    uint8_t desktop;         /* bits */
    uint8_t other_output;    /* another screen of this machine is on, beside ours */
    uint8_t fit_source; /* enum fit_source: what the display says, or what its pixels suggest */
    uint8_t unused;
    int32_t width, height;
};

enum health_state {
    HEALTH_GOOD,
    HEALTH_LOOK,
    HEALTH_STOP,     /* nothing can be counted */
    HEALTH_NO_START, /* the kiosk does not even start */
};

/* A finding: what is said, and what to do unless it is good. The caller fills {date}, {time},
 * {size} (of the disk), {memory}, {needs} (of memory) and {part}. */
struct health_finding {
    enum health_state state;
    enum message_id said;
    enum message_id what_to_do; /* MSG_COUNT: there is nothing to do */
    enum message_id part;       /* of the sandbox; MSG_COUNT: the finding is about no part */
};

enum { HEALTH_FINDING_MAX = 11, HEALTH_DESKTOP_PARTS = 3 };

/* Writes the findings about the machine in the order in which they are read; returns how many there
 * are. screen: NULL when nobody looked at it. The caller puts findings about letters before those
 * about the display. */
uint32_t health_judge(const struct health_facts *facts, const struct health_screen *screen,
                      struct health_finding out[HEALTH_FINDING_MAX]);
/* Returns the finding about the desktop's keys and corners. {list} joins the parts that
 * health_desktop_parts gives, in their order. */
struct health_finding health_judge_desktop(const struct health_screen *screen);
uint32_t health_desktop_parts(const struct health_screen *screen,
                              enum message_id out[HEALTH_DESKTOP_PARTS]);
/* What becomes of a save: there may be no room for it, or it lasts only as long as the machine is
 * on. A folder that takes no file is another finding. */
enum health_space { HEALTH_SPACE_FINE, HEALTH_SPACE_LOW, HEALTH_SPACE_MEMORY };
enum health_space health_space(const struct health_facts *facts);
/* Returns the finding that a limit of the system is too low; the caller fills {name}, {has} and
 * {needs}. */
struct health_finding health_judge_limit(void);
/* Returns the finding about where the scale of the screen comes from. */
struct health_finding health_judge_fit(enum fit_source source);
/* Fills out with the finding that another output of the machine is on, which shows the desktop and
 * never the kiosk. Returns false if no other output is on. */
bool health_judge_output(const struct health_screen *screen, struct health_finding *out);
/* Return the findings about voices for reading aloud ({language}: the first one without a voice),
 * and about a device for sound. */
struct health_finding health_judge_voice(bool all_there);
struct health_finding health_judge_sound(bool has_device);
/* Returns the finding about the letters of the languages; the caller fills {language} and
 * {package}. */
struct health_finding health_judge_letters(bool all_there);

enum { HEALTH_PACKAGE_BYTES = sizeof(((struct error *)NULL)->text) };
/* Writes what to install: the package in brackets, as the reader of fonts names it, else all that
 * the error says. Returns out. */
const char *health_package(const struct error *error, char out[HEALTH_PACKAGE_BYTES]);

#endif
