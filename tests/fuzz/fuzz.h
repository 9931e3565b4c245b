/* SPDX-License-Identifier: MIT */
/* One harness a reader: libFuzzer calls it with bytes that it makes up, the runner with the corpus.
 */
#ifndef FUZZ_FUZZ_H
#define FUZZ_FUZZ_H

#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

#endif
