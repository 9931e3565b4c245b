/* SPDX-License-Identifier: MIT */
/* "kiosk" and "kiosk demo". */
#include "main/commands.h"
#include "main/failure.h"
#include "main/say.h"
#include "main/setup.h"
#include "main/supervise.h"
#include "platform/system/folder.h"
#include "store/store.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

/* Returns whether there is a display; called before anything is created. The test build may draw
 * without one. */
static bool has_display(void)
{
#ifdef TEST_BUILD
    return true;
#else
    const char *display = getenv("DISPLAY");
    return display != NULL && display[0] != '\0';
#endif
}

/* Opens the file for the time of the first frame. The file must not exist yet, so that no other
 * file is overwritten. */
static int open_first_frame(void)
{
    const char *path = getenv("KIOSK_PERF_FIRST_FRAME");
    return path != NULL ? open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600) : -1;
}

static enum result start(const struct options *options)
{
    if (!has_display()) {
        return say_error(MSG_CLI_DISPLAY, NULL, NULL, RESULT_MACHINE);
    }
    struct limits_short limits[LIMITS_MAX];
    if (limits_find_short(STORE_FILE_BYTES_MAX, limits) > 0) {
        return failure_limit(&limits[0]);
    }
    return supervise(options, open_first_frame());
}

enum result cli_run(const struct options *options)
{
    struct options with_data = *options;
    with_data.value[OPTION_DATA] = setup_data(options);
    if (with_data.value[OPTION_DATA] == NULL) {
        return say_error(MSG_CLI_HOME, NULL, NULL, RESULT_MACHINE);
    }
    enum result owner = failure_of_owner(with_data.value[OPTION_DATA]);
    if (owner != RESULT_DONE) {
        return owner;
    }
    if (has_display() && folder_wait(with_data.value[OPTION_DATA]) != STATUS_OK) {
        return failure_folder(STATUS_BUSY, with_data.value[OPTION_DATA]);
    }
    return start(&with_data);
}

enum result cli_demo(const struct options *options)
{
    struct options demo = *options;
    demo.value[OPTION_DEMO] = "";
    return start(&demo);
}
