/* SPDX-License-Identifier: MIT */
#include "core/compose.h"

#include "core/utf8.h"

#include <string.h>

/* What a mark makes of the letters that it can stand on: letter and result, in turn. From the
 * canonical decompositions of the Latin letters in Unicode; the signs are what a dead key and the
 * compose key are typed with, and the last column is what the mark is by itself. */
static const struct {
    uint32_t mark;
    const char *signs;
    uint32_t alone;
    const char *pairs;
} MARKS[] = {
    {0x0300, "`", '`',
     "AÀEÈIÌOÒUÙaàeèiìoòuùÜǛüǜNǸnǹĒḔēḕŌṐōṑWẀwẁÂẦâầĂẰă"
     "ằÊỀêềÔỒôồƠỜơờ"
     "ƯỪưừYỲyỳ"},
    {0x0301, "'´", 0xb4,
     "AÁEÉIÍOÓUÚYÝaáeéiíoóuúyýCĆcćLĹlĺNŃnńRŔrŕSŚsśZŹzźÜǗüǘGǴgǵÅǺ"
     "åǻ"
     "ÆǼæǽØǾøǿÇḈçḉĒḖēḗÏḮïḯKḰkḱMḾmḿÕṌõṍŌṒōṓPṔpṕ"
     "ŨṸũṹWẂwẃÂẤâấĂẮăắÊẾêế"
     "ÔỐôốƠỚơớƯỨưứ"},
    {0x0302, "^", '^',
     "AÂEÊIÎOÔUÛaâeêiîoôuûCĈcĉGĜgĝHĤhĥJĴjĵSŜsŝWŴwŵYŶyŷZẐzẑẠẬạ"
     "ậẸỆẹệ"
     "ỌỘọộ"},
    {0x0303, "~", '~',
     "AÃNÑOÕaãnñoõIĨiĩUŨuũVṼvṽÂẪâẫĂẴăẵEẼeẽÊỄê"
     "ễÔỖôỗƠỠơỡƯỮưữYỸyỹ"},
    {0x0304, "-_¯", 0xaf,
     "AĀaāEĒeēIĪiīOŌoōUŪuūÜǕüǖÄǞäǟȦǠȧǡÆǢæǣǪǬǫǭÖȪöȫÕȬõȭȮȰ"
     "ȯȱYȲyȳGḠgḡ"
     "ḶḸḷḹṚṜṛṝ"},
    {0x0306, "(˘", 0x2d8, "AĂaăEĔeĕGĞgğIĬiĭOŎoŏUŬuŭȨḜȩḝẠẶạặ"},
    {0x0307, ".˙", 0x2d9,
     "CĊcċEĖeėGĠgġIİZŻzżAȦaȧOȮoȯBḂbḃDḊdḋFḞfḟHḢhḣMṀmṁNṄnṅPṖ"
     "pṗRṘrṙSṠ"
     "sṡŚṤśṥŠṦšṧṢṨṣṩTṪtṫWẆwẇXẊxẋYẎyẏſẛ"},
    {0x0308, "\"¨", 0xa8,
     "AÄEËIÏOÖUÜaäeëiïoöuüyÿYŸHḦhḧÕṎõṏŪṺūṻWẄw"
     "ẅXẌxẍtẗ"},
    {0x0309, "?", '?',
     "AẢaảÂẨâẩĂẲăẳEẺeẻÊỂêểIỈiỉOỎoỏÔỔôổ"
     "ƠỞơởUỦuủƯỬưửYỶyỷ"},
    {0x030a, "*o°", 0xb0, "AÅaåUŮuůwẘyẙ"},
    {0x030b, "=˝", 0x2dd, "OŐoőUŰuű"},
    {0x030c, "<cvˇ", 0x2c7,
     "CČcčDĎdďEĚeěLĽlľNŇnňRŘrřSŠsšTŤtťZŽzžAǍaǎIǏiǐOǑoǒUǓuǔÜǙüǚGǦgǧ"
     "KǨkǩƷǮʒǯjǰHȞhȟ"},
    {0x031b, "+", '+', "OƠoơUƯuư"},
    {0x0323, "!", '!',
     "BḄbḅDḌdḍHḤhḥKḲkḳLḶlḷMṂmṃNṆnṇRṚrṛSṢsṣTṬtṭVṾvṿW"
     "ẈwẉZẒzẓAẠaạEẸeẹ"
     "IỊiịOỌoọƠỢơợUỤuụƯỰưựYỴyỵ"},
    {0x0326, "", ';', "SȘsșTȚtț"},
    {0x0327, ",¸", 0xb8, "CÇcçGĢgģKĶkķLĻlļNŅnņRŖrŗSŞsşTŢtţEȨeȩDḐdḑHḨhḩ"},
    {0x0328, ";˛", 0x2db, "AĄaąEĘeęIĮiįUŲuųOǪoǫ"},
};
enum { MARK_COUNT = sizeof(MARKS) / sizeof(MARKS[0]) };

/* Other signs that the compose key makes of two: in turn first, second and result. Either may come
 * first. */
static const char SEQUENCES[] = "??¿!!¡<<«>>»ssßaeæAEÆoeœOEŒo/øO/Øl/łL/Łd-đD-Đ"
                                "thþTHÞdhðDHÐ=e€=E€=C€|c¢-L£=Y¥oc©or®so§p!¶..…"
                                "--–+-±xx×:-÷"
                                "12½14¼34¾^0°^1¹^2²^3³_aª_oº|S§<3♥,'‚<'‘>'’<\""
                                "“>\"”";

/* The next character of a text, 0 at its end. */
static uint32_t next(const char *text, size_t *at)
{
    size_t length = strlen(text);
    return *at < length ? utf8_next(text, length, at) : 0;
}

static bool holds(const char *text, uint32_t code)
{
    uint32_t one = 0;
    for (size_t at = 0; (one = next(text, &at)) != 0;) {
        if (one == code) {
            return true;
        }
    }
    return false;
}

static uint32_t mark_index(uint32_t code)
{
    uint32_t i = 0;
    while (i < MARK_COUNT && MARKS[i].mark != code) {
        i++;
    }
    return i;
}

uint32_t compose_mark(uint32_t mark, uint32_t letter)
{
    uint32_t i = mark_index(mark), from = 0;
    if (i == MARK_COUNT) {
        return 0;
    }
    if (letter == ' ' || letter == mark) {
        return MARKS[i].alone;
    }
    for (size_t at = 0; (from = next(MARKS[i].pairs, &at)) != 0;) {
        uint32_t to = next(MARKS[i].pairs, &at);
        if (from == letter) {
            return to;
        }
    }
    return 0;
}

uint32_t compose_pair(uint32_t first, uint32_t second)
{
    uint32_t a = 0;
    for (size_t at = 0; (a = next(SEQUENCES, &at)) != 0;) {
        uint32_t b = next(SEQUENCES, &at), made = next(SEQUENCES, &at);
        if ((a == first && b == second) || (a == second && b == first)) {
            return made;
        }
    }
    for (uint32_t i = 0; i < MARK_COUNT; i++) {
        uint32_t made = holds(MARKS[i].signs, first) ? compose_mark(MARKS[i].mark, second) : 0;
        if (made == 0 && holds(MARKS[i].signs, second)) {
            made = compose_mark(MARKS[i].mark, first);
        }
        if (made != 0) {
            return made;
        }
    }
    return 0;
}

static uint32_t end_with(struct composing *composing, uint32_t code)
{
    *composing = (struct composing){0};
    return code;
}

/* A mark that the letter cannot bear is left out: the letter was meant. */
static uint32_t take_marked(struct composing *composing, uint32_t code)
{
    uint32_t mark = composing->first;
    uint32_t made = compose_mark(mark, code);
    if (made == 0 && mark_index(code) < MARK_COUNT) {
        composing->first = code; /* another mark in its place */
        return 0;
    }
    return end_with(composing, made != 0 ? made : code);
}

uint32_t compose_take(struct composing *composing, uint32_t code)
{
    bool is_mark = mark_index(code) < MARK_COUNT;
    if (code == COMPOSE_KEY) {
        *composing = (struct composing){.by_key = 1};
        return 0;
    }
    if (composing->by_key == 0) {
        if (composing->first != 0) {
            return take_marked(composing, code);
        }
        composing->first = is_mark ? code : 0;
        return is_mark ? 0 : code;
    }
    uint32_t sign = is_mark ? MARKS[mark_index(code)].alone : code;
    if (composing->first == 0) {
        composing->first = sign;
        return 0;
    }
    uint32_t made = compose_pair(composing->first, sign);
    return end_with(composing, made);
}

uint32_t compose_character(struct composing *composing, uint32_t code)
{
    char bytes[UTF8_BYTES_MAX];
    const uint32_t made = compose_take(composing, code);
    const bool visible = made != 0 && !utf8_is_control(made) && utf8_encode(made, bytes) > 0;
    return visible ? made : 0;
}
