/* SPDX-License-Identifier: MIT */
/* Gives each file named on the command line to the harness once: the corpus under any compiler. */
#include "fuzz.h"

#include <stdio.h>

enum { INPUT_BYTES_MAX = 1 << 20 };

static uint8_t bytes[INPUT_BYTES_MAX];

int main(int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        FILE *file = fopen(argv[i], "rb");
        if (!file) {
            perror(argv[i]);
            return 1;
        }
        size_t length = fread(bytes, 1, sizeof(bytes), file);
        fclose(file);
        LLVMFuzzerTestOneInput(bytes, length);
    }
    printf("%d passed, 0 failed\n", argc - 1);
    return 0;
}
