/* SPDX-License-Identifier: MIT */
#include "core/keyboards.h"

#include <stddef.h>
#include <stdint.h>
#include <string.h>

const struct keyboard_name KEYBOARDS[KEYBOARD_COUNT] = {
    {"us", "English (US)"},
    {"gb", "English (UK)"},
    {"es", "Español"},
    {"latam", "Español (Latinoamérica)"},
    {"ara", "العربية"},
    {"be", "Belgisch, Belge"},
    {"cz", "Čeština"},
    {"dk", "Dansk"},
    {"de", "Deutsch"},
    {"ch", "Deutsch (Schweiz)"},
    {"gr", "Ελληνικά"},
    {"fr", "Français"},
    {"ca", "Français (Canada)"},
    {"hr", "Hrvatski"},
    {"it", "Italiano"},
    {"hu", "Magyar"},
    {"no", "Norsk"},
    {"pl", "Polski"},
    {"pt", "Português"},
    {"br", "Português (Brasil)"},
    {"ro", "Română"},
    {"fi", "Suomi"},
    {"se", "Svenska"},
    {"tr", "Türkçe"},
    {"bg", "Български"},
    {"ru", "Русский"},
    {"ua", "Українська"},
};

const char *keyboard_title(const char *name)
{
    for (uint32_t i = 0; i < KEYBOARD_COUNT; i++) {
        if (strcmp(KEYBOARDS[i].name, name) == 0) {
            return KEYBOARDS[i].title;
        }
    }
    return NULL;
}
