/* SPDX-License-Identifier: MIT */
/* Words for the screens: catalogue texts filled in, the pack's own words translated, and the
 * choices that are made of them. */
#ifndef SCREENS_WORDS_H
#define SCREENS_WORDS_H

#include "screens/app/screen.h"

/* Words. word: by id. fill: by id with its {names} replaced, kept in the frame. */
const char *word(const struct app *app, enum message_id id);
/* own: where the machine is the kiosk alone, so nobody has a terminal beside it. */
enum message_id message_here(const struct app *app, enum message_id usual, enum message_id own);
const char *fill(const struct app *app, struct ui *ui, enum message_id id,
                 const struct text_arg *args, size_t count);
/* The same for a plural; {n} is filled by n itself. */
const char *fill_plural(const struct app *app, struct ui *ui, enum message_id id, uint64_t n,
                        const struct text_arg *args, size_t count);
/* With one number in it, by that name. */
const char *fill_number(const struct app *app, struct ui *ui, enum message_id id, const char *name,
                        int64_t n);
/* Words of the pack, translated when the catalogue has them. question: pack index. */
const char *question_statement(const struct app *app, uint32_t question);
const char *question_guidance(const struct app *app, uint32_t question);
const char *question_brief(const struct app *app, uint32_t question);
const char *theme_word(const struct app *app, uint32_t theme);
const char *theme_spoken(const struct app *app, uint32_t theme);
const char *item_text(const struct app *app, const char *kind, const struct pack_item *item);
/* NULL: its text is said. */
const char *item_spoken(const struct app *app, const char *kind, const struct pack_item *item);
/* A support line as people read it: numbers in it keep their order. In the frame's memory. */
const char *support_words(struct ui *ui, const char *line);
/* "four" ... "seven" for the number of questions switched on; capital: "Four". */
const char *number_word(const struct app *app, uint32_t n, bool capital);
/* "12 kB" */
const char *size_words(const struct app *app, struct ui *ui, uint64_t bytes);
/* n in the digits of the language; returns out. */
char *number_digits(const struct app *app, char out[NUMBER_BYTES], int64_t n);
/* "05", as clocks say hours and minutes; "19:05" */
const char *two_digits(const struct app *app, struct ui *ui, uint8_t n);
const char *clock_words(const struct app *app, struct ui *ui, struct civil_time time);
/* "Nov", "November 2026" */
const char *month_short(const struct app *app, struct month month);
const char *month_words(const struct app *app, struct ui *ui, struct month month);

/* The languages on offer as chips, and their count; {n} in the pattern of their ids is the index.
 */
uint32_t language_chips(const struct app *app, struct ui *ui, const char *pattern,
                        struct ui_button chips[LANGUAGE_MAX]);
/* The looks on offer, for ui_swatch_rows; ids likewise; action: of a press, with the look as arg.
 */
void look_swatches(const struct app *app, struct ui *ui, const char *pattern, uint16_t action,
                   struct ui_button swatches[static THEME_COUNT]);

#endif
