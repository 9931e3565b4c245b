/* SPDX-License-Identifier: MIT */
#include "core/cells.h"

#include <assert.h>
#include <string.h>

/* No counter passes this, so that four meetings always fit a tally (TOTALS_TALLY_LIMIT) and a close
 * can always be written. People would need an Add every 50 ms for three hours. */
enum { CELLS_LIMIT = 200000 };

enum status cells_open(struct cells *cells, const struct random_source *source,
                       uint32_t question_count, uint32_t scale)
{
    assert(question_count >= 1 && question_count <= PACK_QUESTION_MAX);
    assert(scale >= NOISE_SCALE_MIN && scale <= NOISE_SCALE_MAX);
    memset(cells, 0, sizeof(*cells));
    for (uint32_t i = 0; i < question_count; i++) {
        enum status status = noise_discrete_laplace(source, scale, &cells->upper[i]);
        if (status == STATUS_OK) {
            status = noise_discrete_laplace(source, scale, &cells->lower[i]);
        }
        if (status != STATUS_OK) {
            cells_wipe(cells);
            return status;
        }
    }
    cells->question_count = question_count;
    cells->scale = scale;
    return STATUS_OK;
}

enum status cells_add(struct cells *cells, const uint8_t halves[PACK_QUESTION_MAX])
{
    assert(cells->question_count >= 1 && cells->question_count <= PACK_QUESTION_MAX);
    for (uint32_t i = 0; i < cells->question_count; i++) {
        if (halves[i] > HALF_LOWER || cells->upper[i] >= CELLS_LIMIT ||
            cells->lower[i] >= CELLS_LIMIT) {
            return STATUS_INVALID;
        }
    }
    for (uint32_t i = 0; i < cells->question_count; i++) {
        cells->upper[i] += halves[i] == HALF_UPPER;
        cells->lower[i] += halves[i] == HALF_LOWER;
    }
    return STATUS_OK;
}

void cells_wipe(struct cells *cells)
{
    explicit_bzero(cells, sizeof(*cells));
}
