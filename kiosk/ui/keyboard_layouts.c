/* SPDX-License-Identifier: MIT */
/* The letters of each language, where its own keyboards have them; digits and signs behind them,
 * with what phone numbers need first. A new language adds a row here. */
#include "ui/keyboard.h"

#include <assert.h>
#include <string.h>

#define PHONE_SIGNS "+-#()/*.,:"
#define OTHER_SIGNS "&@\"';?!%=_"

static const struct keyboard_layout LAYOUTS[] = {
    {.tag = "en",
     .label = "EN",
     .abc = "ABC",
     .letters = {"qwertyuiop", "asdfghjkl'", "zxcvbnm,.-"},
     .capitals = {"QWERTYUIOP", "ASDFGHJKL'", "ZXCVBNM,.-"},
     .signs = {"1234567890", PHONE_SIGNS, OTHER_SIGNS}},
    {.tag = "es",
     .label = "ES",
     .abc = "ABC",
     .letters = {"qwertyuiop", "asdfghjklñ", "zxcvbnm,.-", "áéíóúü¿?¡!"},
     .capitals = {"QWERTYUIOP", "ASDFGHJKLÑ", "ZXCVBNM,.-", "ÁÉÍÓÚÜ¿?¡!"},
     .signs = {"1234567890", PHONE_SIGNS, OTHER_SIGNS}},
    {.tag = "ar",
     .label = "ع",
     .abc = "أبت",
     .letters = {"ضصثقفغعهخحجد", /* as from Q to ] */
                 "شسيبلاتنمكطذ", /* from A on, and what stands left of 1 */
                 "ئءؤرىةوزظأإآ"},
     .signs = {"١٢٣٤٥٦٧٨٩٠", "1234567890", "+-#()/*.،:", "&@\"'؛؟!%=_"}},
};
enum { LAYOUT_COUNT = sizeof(LAYOUTS) / sizeof(LAYOUTS[0]) };

uint32_t keyboard_layout_count(void)
{
    return LAYOUT_COUNT;
}

const struct keyboard_layout *keyboard_layout_at(uint32_t index)
{
    assert(index < LAYOUT_COUNT);
    return &LAYOUTS[index];
}

uint32_t keyboard_layout_find(const char *tag)
{
    for (uint32_t i = 0; i < LAYOUT_COUNT; i++) {
        if (strcmp(LAYOUTS[i].tag, tag) == 0) {
            return i;
        }
    }
    return 0;
}
