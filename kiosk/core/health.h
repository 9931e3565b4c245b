/* SPDX-License-Identifier: MIT */
/* What this machine can promise and what not: facts gathered by whoever can see them, and what they
 * mean in words. A screen and a terminal say the same. */
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
    HEALTH_FILES_MIN = 16,  /* those of the folder, and each one's temporary */
    HEALTH_YEAR_MIN = 2025, /* before this program: the clock was never set */
};

enum health_folder {
    HEALTH_FOLDER_SHUT, /* it takes no file at all */
    HEALTH_FOLDER_OPEN,
    HEALTH_FOLDER_FILES, /* its file system has room for bytes, but for hardly a file more */
};

enum health_swap { HEALTH_SWAP_OFF, HEALTH_SWAP_ZRAM, HEALTH_SWAP_ON };

/* Ways to other machines, of a machine that is to be the kiosk and nothing else. */
enum health_network {
    HEALTH_NETWORK_UNASKED, /* this is none */
    HEALTH_NETWORK_OFF,
    HEALTH_NETWORK_RADIO, /* no interface is up, but Wi-Fi or Bluetooth is not switched off */
    HEALTH_NETWORK_ON,
};

/* Parts of the sandbox, as bits. */
enum {
    HEALTH_SANDBOX_FILES = 1,
    HEALTH_SANDBOX_CALLS = 2,
    HEALTH_SANDBOX_SIGNALS = 4, /* main's alone; no person's reflection hangs on it */
    HEALTH_SANDBOX_ALL = 7,
};

/* Fields keep the order of a message: no padding before the last of them. */
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
    uint32_t memory_mb; /* that programs could have now */
    struct civil_time now;
};

/* What a desktop around the kiosk can still do, as bits. */
enum {
    HEALTH_DESKTOP_CORNERS = 1, /* show its own over ours */
    HEALTH_DESKTOP_KEYS = 2,    /* hear its shortcuts */
    HEALTH_DESKTOP_CONSOLES = 4,
    HEALTH_DESKTOP_ALL = 7,
};

/* What only the screen's own process can tell. */
struct health_screen {
    uint8_t locked; /* all of its memory */
    uint8_t undumpable;
    uint8_t sandbox_missing; /* bits */
    uint8_t has_display;     /* the rest means something */
    uint8_t desktop;         /* bits */
    uint8_t other_output;    /* another screen of this machine is on, beside ours */
    uint8_t fit_source;      /* enum fit_source: as the display says, or as its pixels let guess */
    uint8_t unused;
    int32_t width, height;
};

enum health_state {
    HEALTH_GOOD,
    HEALTH_LOOK,
    HEALTH_STOP,     /* nothing can be counted */
    HEALTH_NO_START, /* the kiosk does not even start */
};

/* One check: what is said, and what to do unless it is good. {date}, {time}, {size} (of the disk),
 * {memory}, {needs} (of memory) and {part} are filled by the caller. */
struct health_finding {
    enum health_state state;
    enum message_id said;
    enum message_id what_to_do; /* MSG_COUNT: nothing */
    enum message_id part;       /* of the sandbox; MSG_COUNT: none */
};

enum { HEALTH_FINDING_MAX = 11, HEALTH_DESKTOP_PARTS = 3 };

/* The findings in the order they are read; returns their count. screen: NULL when nobody looked.
 * Those about the display follow what the caller says of letters. */
uint32_t health_judge(const struct health_facts *facts, const struct health_screen *screen,
                      struct health_finding out[HEALTH_FINDING_MAX]);
/* The desktop's keys and corners: {list} joins the parts, in their order. */
struct health_finding health_judge_desktop(const struct health_screen *screen);
uint32_t health_desktop_parts(const struct health_screen *screen,
                              enum message_id out[HEALTH_DESKTOP_PARTS]);
/* What becomes of a save: there might be no room for it, or it lasts as long as the machine is on.
 * A folder that takes no file at all is another matter. */
enum health_space { HEALTH_SPACE_FINE, HEALTH_SPACE_LOW, HEALTH_SPACE_MEMORY };
enum health_space health_space(const struct health_facts *facts);
/* A limit of the system is too low: {name}, {has} and {needs} are filled by the caller. */
struct health_finding health_judge_limit(void);
/* The scale of the screen: where it comes from. */
struct health_finding health_judge_fit(enum fit_source source);
/* Another screen that is on shows the desktop, never the kiosk. False: there is none. */
bool health_judge_output(const struct health_screen *screen, struct health_finding *out);
/* Voices for reading aloud: {language} is the first one that has none. And something to be heard
 * with. */
struct health_finding health_judge_voice(bool all_there);
struct health_finding health_judge_sound(bool has_device);
/* The letters of the languages: {language} and {package} are filled by the caller. */
struct health_finding health_judge_letters(bool all_there);

enum { HEALTH_PACKAGE_BYTES = sizeof(((struct error *)NULL)->text) };
/* What to install: the package in brackets, as the reader of fonts names it, else all that the
 * error says. Returns out. */
const char *health_package(const struct error *error, char out[HEALTH_PACKAGE_BYTES]);

#endif
