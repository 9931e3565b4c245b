/* SPDX-License-Identifier: MIT */
/* What the parts of the stage share. Private to the stage*.c files. */
#ifndef TOOLS_STAGE_PARTS_H
#define TOOLS_STAGE_PARTS_H

#include "tools/stage/stage.h"

/* What the keeper is told of the machine: fields of the stage. */
void stage_make_host(struct stage *stage);

/* A voice that works and has said nothing. */
void stage_voice_reset(struct stage *stage);
/* When the next errand that was begun is done, UINT64_MAX: none is under way; and its end. */
uint64_t stage_errand_due(const struct stage *stage);
void stage_errand_end(struct stage *stage, struct message out[KEEPER_OUT_MAX], uint32_t *count);

/* What the app sends to the voice. */
void stage_voice_hear(struct stage *stage, const struct voice_record *record);
/* When it next says something to the app, UINT64_MAX: not by itself; and what. */
uint64_t stage_voice_due(const struct stage *stage);
void stage_voice_answer(struct stage *stage, struct voice_record *out);

#endif
