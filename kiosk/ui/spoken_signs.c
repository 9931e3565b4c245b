/* SPDX-License-Identifier: MIT */
#include "ui/spoken.h"

static const struct {
    uint32_t code;
    enum message_id name;
} SIGNS[] = {
    {'\'', MSG_KEYBOARD_SIGN_APOSTROPHE},
    {',', MSG_KEYBOARD_SIGN_COMMA},
    {'.', MSG_KEYBOARD_SIGN_STOP},
    {'-', MSG_KEYBOARD_SIGN_HYPHEN},
    {'?', MSG_KEYBOARD_SIGN_QUESTION},
    {'!', MSG_KEYBOARD_SIGN_EXCLAMATION},
    {0x00bf, MSG_KEYBOARD_SIGN_QUESTION_OPEN},
    {0x00a1, MSG_KEYBOARD_SIGN_EXCLAMATION_OPEN},
    {'+', MSG_KEYBOARD_SIGN_PLUS},
    {'#', MSG_KEYBOARD_SIGN_NUMBER},
    {'(', MSG_KEYBOARD_SIGN_OPEN},
    {')', MSG_KEYBOARD_SIGN_CLOSE},
    {'/', MSG_KEYBOARD_SIGN_SLASH},
    {'*', MSG_KEYBOARD_SIGN_STAR},
    {':', MSG_KEYBOARD_SIGN_COLON},
    {'&', MSG_KEYBOARD_SIGN_AND},
    {'@', MSG_KEYBOARD_SIGN_AT},
    {'"', MSG_KEYBOARD_SIGN_QUOTE},
    {';', MSG_KEYBOARD_SIGN_SEMICOLON},
    {'%', MSG_KEYBOARD_SIGN_PERCENT},
    {'=', MSG_KEYBOARD_SIGN_EQUALS},
    {'_', MSG_KEYBOARD_SIGN_UNDERSCORE},
    {0x061f, MSG_KEYBOARD_SIGN_QUESTION},
    {0x060c, MSG_KEYBOARD_SIGN_COMMA},
    {0x061b, MSG_KEYBOARD_SIGN_SEMICOLON},
};

const char *spoken_sign(const struct catalog *catalog, uint32_t code)
{
    for (size_t i = 0; i < sizeof(SIGNS) / sizeof(SIGNS[0]); i++) {
        if (SIGNS[i].code == code) {
            return catalog_text(catalog, SIGNS[i].name);
        }
    }
    return NULL;
}
