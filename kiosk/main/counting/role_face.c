/* SPDX-License-Identifier: MIT */
/* The program that supervises and counts has no screens in it. The screens are a program of their
 * own beside it, so that neither main nor the keeper ever loads a drawing library. */
#include "main/roles.h"
#include "main/say.h"

int role_face(const struct options *options, bool has_first_frame)
{
    (void)options;
    (void)has_first_frame;
    return say_misused(ROLE_FACE);
}
