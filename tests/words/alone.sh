#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects a facilitator whose machine is the kiosk alone: no sentence on a screen there names a command,
# a terminal, a desktop's settings or other programs. kiosk/screens/parts/words.c says what stands instead.
set -u
cd "$(dirname "$0")/../.." || exit
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
. tests/tally
. tests/words/catalogue

# What nobody has there.
nobody='“[a-z-]*kiosk|terminal|Limit|memory lock limit|computer.s settings|display settings|desktop settings|system settings|Close other programs|Free some space before|free some first|kiosk service'

# ids TEXT: the messages whose English names one of these, as the program calls them. Words for a terminal
# alone are left out (a kiosk whose limits are too low does not start), and two that ask first whether there
# is a stick.
ids()
{
    texts "$1" | awk -F '\t' -v nobody="$nobody" '
    $2 ~ nobody && $1 !~ /^cli\.|^health\.limit\./ && $1 !~ /^health\.(disk\.memory|readonly)\.do$/ {
        gsub(/[.]/, "_", $1)
        print "MSG_" toupper($1)
    }' | sort -u
}

# A message that a screen may show; core/health.c makes those of the health screen.
shown()
{
    grep -rqE "\\<$1\\>" kiosk/screens kiosk/core/health.c
}
others=$(sed -n '/^} OWN\[\] = {/,/^};/s/^ *{\(MSG_[A-Z_]*\), \(MSG_[A-Z_]*\)},$/\1 \2/p' kiosk/screens/parts/words.c)
verdict "the table of other words was found" "$([ "$(echo "$others" | wc -l)" -gt 10 ]; echo $?)"

wrong=
for id in $(ids assets/text/en.po); do
    if echo "$others" | grep -q " $id$"; then
        wrong="$wrong $id"
    elif shown "$id" && ! echo "$others" | grep -q "^$id "; then
        wrong="$wrong $id"
    fi
done
equal "what screens say where nobody has a terminal" "$wrong" ""

# The test sees such a sentence.
printf 'msgid "pin.lost.own"\nmsgstr "Run “kiosk reset-pin”."\n' >"$place/po"
equal "a command is seen" "$(ids "$place/po")" MSG_PIN_LOST_OWN
tally
