/* SPDX-License-Identifier: MIT */
/* Directives made of directives: what every story needs before its own begins. Private to the
 * story_*.c files. */
#ifndef TOOLS_STORY_SCRIPTS_H
#define TOOLS_STORY_SCRIPTS_H

/* The lines that the verb stands for with this argument, "$1" in them for it; NULL when it has no
 * such form. */
const char *story_script(const char *verb, const char *argument);

#endif
