/* SPDX-License-Identifier: MIT */
/* "kiosk check-pack": every problem of a question pack at once. */
#include "main/commands.h"
#include "main/failure.h"
#include "main/say.h"
#include "main/setup.h"

enum result cli_check_pack(const struct options *options)
{
    static struct pack pack;
    static struct pack_errors errors;
    const char *path = options->word[0];
    if (path == NULL || path[0] == '\0') {
        return say_misuse(
            &(struct misuse){.kind = MISUSE_NEEDS, .word = "check-pack", .need = "FILE"});
    }
    enum status status = setup_pack(path, &pack, &errors);
    if (status != STATUS_OK) {
        return failure_pack(status, path, &errors);
    }
    char count[24];
    struct text_arg args[] = {{"file", path}, {"n", text_number(count, pack.question_count)}};
    say_plural(stdout, MSG_CLI_PACK_OK, pack.question_count, args, SAY_COUNT(args));
    return RESULT_DONE;
}
