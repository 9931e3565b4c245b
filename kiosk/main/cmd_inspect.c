/* SPDX-License-Identifier: MIT */
/* "kiosk inspect": every row of the totals file as it is, under the names of its columns. */
#include "main/commands.h"
#include "main/say.h"
#include "main/setup.h"
#include "main/totals_file.h"

#include <inttypes.h>

static void print_block(const struct block *block)
{
    char month[MONTH_TEXT_BYTES];
    month_format(block->month, month);
    bool is_whole = block->meetings == TOTALS_MEETINGS_PER_BLOCK;
    printf("block %" PRIu32 "|%s|%s|%" PRIu32 "|%" PRIu32 "%s%s\n", block->id, block->series, month,
           block->meetings, block->scale, is_whole ? "" : "  ",
           is_whole ? "" : say_text(MSG_CLI_INSPECT_OPEN));
    for (uint32_t i = 0; i < block->tally_count; i++) {
        const struct tally *tally = &block->tally[i];
        printf("tally %" PRIu32 "|%s|%" PRId32 "|%" PRId32 "\n", block->id, tally->question,
               tally->upper, tally->lower);
    }
}

enum result cli_inspect(const struct options *options)
{
    const struct totals *totals = NULL;
    const char *path = "";
    enum result result = totals_file_read(setup_data(options), &totals, &path);
    if (result != RESULT_DONE) {
        return result;
    }
    struct text_arg file = {"file", path};
    if (totals->block_count == 0) {
        say(stdout, MSG_CLI_INSPECT_NONE, &file, 1);
        return RESULT_DONE;
    }
    say(stdout, MSG_CLI_INSPECT, &file, 1);
    printf("block id|series|month|meetings|scale\ntally block|question|upper|lower\n");
    for (uint32_t i = 0; i < totals->block_count; i++) {
        print_block(&totals->block[i]);
    }
    return RESULT_DONE;
}
