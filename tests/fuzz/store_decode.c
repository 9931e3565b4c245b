/* SPDX-License-Identifier: MIT */
/* Protects the totals: a file that is accepted holds valid totals and is, written again, the same
 * value; any other is refused without harm. */
#include "fuzz.h"

#include "store/store.h"

#include <assert.h>
#include <string.h>

static struct totals first;
static struct totals second;
static uint8_t image[STORE_FILE_BYTES_MAX];

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct error error;
    if (store_decode(bytes, length, &first, &error) != STATUS_OK) {
        return 0;
    }
    assert(totals_check(&first, &error) == STATUS_OK);
    size_t image_length = 0;
    enum status status = store_encode(&first, image, sizeof(image), &image_length);
    assert(status == STATUS_OK);
    status = store_decode(image, image_length, &second, &error);
    assert(status == STATUS_OK);
    assert(first.block_count == second.block_count);
    return 0;
}
