#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects the reader (ACCESS 52): every word on a screen is plain, short, no idiom and free of blame, what
# an attendee sees or hears above all, and nothing a passer-by can see names what the room is for.
# usage: tests/words/reading.sh [CATALOGUE.po [PACK]]; exit status 1 when something was
# found.
set -eu
cd "$(dirname "$0")/../.."
. tests/words/catalogue
po=${1:-assets/text/en.po}
pack=${2:-assets/packs/integrity.pack}

# One line for each text: screen, tab, id, tab, text. A screen is the first part of an id; each
# question is a screen of its own, and the names of lines in Trends are one.
lines() {
    texts "$po" | sed 's/\\n/ /g; s/\\"/"/g' | awk -F '\t' '{ screen = $1; sub(/\..*/, "", screen); print screen "\t" $0 }'
    awk '
    /^\[/ {
        gsub(/[][]/, "")
        kind = $1
        name = $2
        next
    }
    /^(name|spoken|statement|guidance|short|subject|text) *= / {
        key = $1
        text = $0
        sub(/^[^=]*= */, "", text)
        screen = kind == "question" ? kind "." name : kind
        if (key == "short" || key == "subject")
            screen = "label" # not on a question, but in Trends
        print screen "\t" kind "." name "." key "\t" text
    }' "$pack"
}

status=0
# A file name can be seen too.
names=$(find assets -type f | grep -i -E 'addict|sex|porn|recover|sober|alcohol|drug|relaps' || true)
if [ -n "$names" ]; then
    printf 'FAIL a file name tells the topic: %s\n' "$names"
    status=1
fi

lines | awk -F '\t' '
BEGIN {
    attendee = " common ribbon welcome closed paused promise keeps comfort switches stone arrive " \
        "question pause breathe look sit support erase finish closing clear idle takeover " \
        "theme label practice prompt "
    # Seen before someone starts, or from behind them at Welcome; q5 is the preview in Comfort.
    early = " common ribbon welcome closed paused comfort switches pin theme question.q5 "
    # What only the facilitator reads is plain too; these are for a terminal, or no sentences.
    no_screen = " cli month size plural number language keyboard zone "
    words_max = 20
    grade_max = 6
    # A star stands for any ending.
    banned_count = split("fail* wrong* bad relaps* clean* dirty should must guilt* victim* " \
        "agree* disagree* percent*", banned, " ")
    blame_count = split("fail* wrong* bad relaps* clean* dirty should guilt* victim* fault*", blame, " ")
    topic_count = split("addict* sex* porn* recover* sober* sobriety alcohol* drug* drink* " \
        "relaps* lust* compuls* abstin* twelve-step sponsor* partner* affair* betray*", topic, " ")
}
function matches(word, pattern) {
    if (pattern ~ /\*$/) {
        pattern = substr(pattern, 1, length(pattern) - 1)
        return substr(word, 1, length(pattern)) == pattern
    }
    return word == pattern
}
function find(id, word, list, count, what,    i) {
    for (i = 1; i <= count; i++)
        if (matches(word, list[i]))
            finding(id, what " \"" word "\"")
}
function finding(id, what) {
    print "FAIL " id ": " what
    findings++
    is_found[screen] = 1
}
# Groups of vowels, without a silent ending; near enough over a screen.
function syllables(word,    count) {
    if (word ~ /[^aeiouy]e$/ && word !~ /[^aeiouy]le$/)
        word = substr(word, 1, length(word) - 1)
    if (word ~ /[^aeiouytd]ed$/)
        word = substr(word, 1, length(word) - 2)
    count = gsub(/[aeiouy]+/, "", word)
    return count > 0 ? count : 1
}
function grade(screen) {
    return 0.39 * words[screen] / sentences[screen] + 11.8 * syllable[screen] / words[screen] - 15.59
}
{
    screen = $1
    id = $2
    is_attendee = index(attendee, " " screen " ") || screen ~ /^question\./ ||
        id == "error.sound" || id == "error.touch"
    is_early = index(early, " " screen " ")
    is_plain = !index(no_screen, " " screen " ")
    text = tolower($3)
    if (is_attendee && text ~ /%|why didn/)
        finding(id, "banned \"%\" or \"why didn\"")
    # Whoever learned English at school takes each word for what it says.
    if (match(" " text " ", /[^a-z](anew|luck|all the same|looks? off|le(ave|ft) it alone|in (their|your) shoes|put (that|the [a-z]+) right|take it or leave it)[^a-z]/))
        finding(id, "an idiom:" substr(" " text, RSTART, RLENGTH))
    gsub(/…/, ". ", text)
    gsub(/’/, "\047", text)
    gsub(/\{[a-z_]*\}/, " it ", text)
    count = split(text, sentence, /[.?!]+[^a-z0-9]*( |$)/)
    for (s = 1; s <= count; s++) {
        number = split(sentence[s], word, /[^a-z0-9\047]+/)
        length_words = 0
        for (w = 1; w <= number; w++) {
            if (word[w] !~ /[a-z0-9]/)
                continue
            length_words++
            if (is_attendee)
                find(id, word[w], banned, banned_count, "banned word")
            else
                find(id, word[w], blame, blame_count, "a word of blame:")
            if (is_early)
                find(id, word[w], topic, topic_count, "seen before the start:")
            if (is_plain)
                syllable[screen] += syllables(word[w])
        }
        if (!is_plain || length_words == 0)
            continue
        sentences[screen]++
        words[screen] += length_words
        if (length_words > longest[screen])
            longest[screen] = length_words
        if (length_words > words_max)
            finding(id, length_words " words in one sentence")
    }
    if (is_plain) {
        checked++
        if (!(screen in texts))
            order[++screens] = screen
        texts[screen]++
    }
}
END {
    printf "%-14s %6s %10s %6s %8s %6s\n", "screen", "texts", "sentences", "words", "longest", "grade"
    for (i = 1; i <= screens; i++) {
        screen = order[i]
        if (grade(screen) > grade_max)
            finding(screen, sprintf("reading grade %.1f", grade(screen)))
        printf "%-14s %6d %10d %6d %8d %6.1f\n", screen, texts[screen], sentences[screen],
            words[screen], longest[screen], grade(screen)
    }
    screen = "all"
    if (checked < 600)
        finding("all", "only " checked + 0 " texts: the files were not read as meant")
    for (screen in is_found)
        failed++
    printf "ACCESS 52: %d texts on screens, %d findings\n", checked, findings
    printf "%d passed, %d failed\n", (failed < screens ? screens - failed : 0), failed
    exit findings > 0
}' || status=1

exit $status
