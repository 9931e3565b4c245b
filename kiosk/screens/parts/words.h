/* SPDX-License-Identifier: MIT */
/* Words for the screens: catalogue texts filled in, the pack's own words translated, and the
 * choices that are made of them. */
#ifndef SCREENS_WORDS_H
#define SCREENS_WORDS_H

#include "screens/app/screen.h"
#include "ui/choices.h"

/* word returns the words of an id. fill returns the words of an id with the {names} replaced by
 * args, kept in the frame; words without a {name} are returned as they are. */
const char *word(const struct app *app, enum message_id id);
const char *fill(const struct app *app, struct ui *ui, enum message_id id,
                 const struct text_arg *args, size_t count);
/* As fill, with the plural for n; {n} is replaced by n without an arg. */
const char *fill_plural(const struct app *app, struct ui *ui, enum message_id id, uint64_t n,
                        const struct text_arg *args, size_t count);
/* fill_one is as fill, with one value in place of {name}; fill_number puts a number there, and
 * fill_numbers several numbers in place of their names. */
const char *fill_one(const struct app *app, struct ui *ui, enum message_id id, const char *name,
                     const char *value);
const char *fill_number(const struct app *app, struct ui *ui, enum message_id id, const char *name,
                        int64_t n);
struct number_arg {
    const char *name;
    int64_t n;
};
const char *fill_numbers(const struct app *app, struct ui *ui, enum message_id id,
                         const struct number_arg *args, size_t count);
/* Returns both texts with a blank between them, kept in the frame. */
const char *words_joined(struct ui *ui, const char *first, const char *second);
/* Return words of the pack, translated when the catalogue has them. question and theme: pack
 * index. */
const char *question_statement(const struct app *app, uint32_t question);
const char *question_guidance(const struct app *app, uint32_t question);
const char *question_brief(const struct app *app, uint32_t question);
const char *theme_word(const struct app *app, uint32_t theme);
const char *theme_spoken(const struct app *app, uint32_t theme);
const char *item_text(const struct app *app, const char *kind, const struct pack_item *item);
/* Returns how the item is said; NULL: the item's text is said. */
const char *item_spoken(const struct app *app, const char *kind, const struct pack_item *item);
/* Returns the id of the words in place of a support line that the group did not write; MSG_COUNT:
 * none stand there. */
enum message_id support_usual(enum support_line line);
/* Returns a support line as people read it, kept in the frame. Numbers in the line keep their
 * order, also in words from right to left. */
const char *support_words(struct ui *ui, const char *line);
/* Returns "four" to "seven", for the number of questions switched on; with capital "Four". */
const char *number_word(const struct app *app, uint32_t n, bool capital);
/* Returns a size as people read it: "12 kB". */
const char *size_words(const struct app *app, struct ui *ui, uint64_t bytes);
/* Writes n in the digits of the language and returns out. */
char *number_digits(const struct app *app, char out[NUMBER_BYTES], int64_t n);
/* two_digits returns "05", as clocks show hours and minutes; clock_words returns "19:05". */
const char *two_digits(const struct app *app, struct ui *ui, uint8_t n);
const char *clock_words(const struct app *app, struct ui *ui, struct civil_time time);
/* month_short returns "Nov", month_words "November 2026". */
const char *month_short(const struct app *app, struct month month);
const char *month_words(const struct app *app, struct ui *ui, struct month month);

/* Fills chips with the languages on offer and returns how many there are. {n} in pattern, the
 * pattern of the chips' ids, is the language's index. */
uint32_t language_chips(const struct app *app, struct ui *ui, const char *pattern,
                        struct ui_button chips[LANGUAGE_MAX]);
/* Returns the looks on offer as a row of choices. id: of the row; {id}.{n} are the ids of its
 * swatches, with the look's index. */
struct choices look_choices(const struct app *app, struct ui *ui, const char *id);

#endif
