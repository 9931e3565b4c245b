/* SPDX-License-Identifier: MIT */
#include "face/look.h"
#include "main/roles.h"
#ifdef TEST_BUILD
#include "main/script_face.h"
#include "main/setup.h"
#endif

int role_face(const struct options *options, bool has_first_frame)
{
    struct face_options face = {
        .keeper_fd = ROLE_SOCKET,
        .pack_fd = ROLE_PACK,
        .voice_fd = ROLE_VOICE_SOCKET,
        .main_fd = ROLE_MAIN_SOCKET,
        .first_frame_fd = has_first_frame ? ROLE_FIRST_FRAME : -1,
        .windowed = options_has(options, OPTION_WINDOW),
        .language = options->value[OPTION_LANG],
        .demo = options_has(options, OPTION_DEMO),
    };
#ifdef TEST_BUILD
    setup_sandbox_for_tests(options);
    if (options_has(options, OPTION_SCRIPT_FACE)) {
        return script_face_run(ROLE_SOCKET, options->value[OPTION_SCRIPT_FACE]);
    }
    face.record = options->value[OPTION_RECORD];
    face.log = options->value[OPTION_LOG];
    face.clock = options->value[OPTION_CLOCK];
    face.any_driver = options_has(options, OPTION_ANY_DRIVER);
#endif
    return options_has(options, OPTION_LOOK) ? face_look(&face) : face_run(&face);
}
