/* SPDX-License-Identifier: MIT */
/* Runs a fuzz target over the files named, without a fuzzer: what was once found stays found.
 * Each is also run cut to half and with every eighth byte turned over. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { INPUT_BYTES_MAX = (1 << 20) + 1 };

/* In a block of its own size, so that a checker sees one byte too far. */
static int run(const uint8_t *bytes, size_t size, uint8_t turn)
{
    uint8_t *copy = malloc(size > 0 ? size : 1);
    if (copy == NULL) {
        return -1;
    }
    for (size_t i = 0; i < size; i++) {
        copy[i] = (uint8_t)(bytes[i] ^ (i % 8 == 7 ? turn : 0));
    }
    int result = LLVMFuzzerTestOneInput(copy, size);
    free(copy);
    return result;
}

int main(int argc, char **argv)
{
    static uint8_t bytes[INPUT_BYTES_MAX];
    for (int i = 1; i < argc; i++) {
        FILE *file = fopen(argv[i], "rb");
        if (file == NULL) {
            perror(argv[i]);
            return 1;
        }
        size_t size = fread(bytes, 1, sizeof bytes, file);
        fclose(file);
        if (run(bytes, size, 0) != 0 || run(bytes, size / 2, 0) != 0 ||
            run(bytes, size, 0x41) != 0) {
            fprintf(stderr, "%s: refused by the target\n", argv[i]);
            return 1;
        }
    }
    printf("%d files replayed\n", argc - 1);
    return argc > 1 ? 0 : 1;
}
