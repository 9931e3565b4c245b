#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects the voice as it is heard: sound for every language that ships, at the speeds that were
# promised, silence within 200 ms of a hush, an end with the visit; and that its death, or its
# absence, is no more than silence to the kiosk, which speaks again when it is asked to.
set -eu
cd "$(dirname "$0")/../.."
. tests/e2e/display

# The test build's voice writes what would be heard to its standard error: "tape" in its time, "fast" at
# once.
export KIOSK_TEST_SOUND=fast
RATE=22050
# Whose home it is: libraries of sound like to leave something there.
export HOME="$tab/home"
mkdir "$HOME"

# talk COMMAND...: samples in $tab/sound, one a line; what was answered in $tab/answers.
talk()
{
    "$KIOSK_TEST" speak --voice "$KIOSK_TEST-voice" "$@" 2>&1 >"$tab/answers" | cat >"$tab/raw"
    ! grep -q '^failed' "$tab/answers" || fail "the voice: $(cat "$tab/answers")"
    numbers <"$tab/raw" >"$tab/sound"
}
numbers() { od -An -v -td2 | tr -s ' ' '\n' | sed '/^$/d'; }
# Loud samples of standard input, and ms from the first to the last of them.
loud() { awk -v rate=$RATE '$1 > 300 || $1 < -300 { n++; last = NR; if (!first) first = NR }
    END { printf "%d %d\n", n, n ? (last - first) * 1000 / rate : 0 }'; }

for language in en es ar; do
    case $language in
    en) text='You can rest here as long as you like.' ;;
    es) text='Puede descansar aquí todo lo que quiera.' ;;
    ar) text='يمكنك أن ترتاح هنا كما تشاء.' ;;
    esac
    talk "lang $language" "say $text" heard
    # shellcheck disable=SC2046 # two numbers
    set -- $(loud <"$tab/sound")
    [ "$1" -gt 10000 ] && [ "$2" -gt 1000 ] || fail "$language: $1 loud samples in $2 ms"
    sha256sum <"$tab/sound" >"$tab/$language"
done
! cmp -s "$tab/en" "$tab/es" || fail "two languages sound the same"
held "there is sound in every language that ships"

# A number below zero is heard as one: "-2" alone sounds as "2" does in two of the languages.
for language in en es ar; do
    words=$(awk '/^msgid "number.minus.s"/ { getline; gsub(/^msgstr "|"$/, ""); print }' \
        "assets/text/$language.po")
    two=2
    [ "$language" != ar ] || two=٢
    talk "lang $language" "say $two" heard
    plain=$(loud <"$tab/sound" | cut -d' ' -f2)
    talk "lang $language" "say $(echo "$words" | sed "s/{n}/$two/")" heard
    below=$(loud <"$tab/sound" | cut -d' ' -f2)
    [ "$below" -gt $((plain * 3 / 2)) ] || fail "$language: two takes $plain ms, minus two $below"
done
held "the sign of a number is heard in every language"

# A language without a voice: nothing is said, in no other language either.
talk "lang qps" "say You can rest here as long as you like." heard
[ "$(loud <"$tab/sound")" = "0 0" ] || fail "a language without a voice was said: $(loud <"$tab/sound")"
held "a language without a voice is silence"

# ACCESS 40: sentences as the screens have them, with the pauses between.
text='I put what I felt or needed into words, even when it was easier to stay quiet. One plain word is'
text="$text enough, like tired, glad, lonely, or scared."
words=$(echo "$text" | wc -w)
for speed in 1 4 7; do
    talk "speed $speed" "say $text" heard
    # shellcheck disable=SC2046
    set -- $(loud <"$tab/sound")
    echo "$speed $((words * 60000 / $2))" >>"$tab/speeds"
done
cat "$tab/speeds"
awk 'BEGIN { split("50 67 83 100 133 167 200", percent) }
    { wanted = 122 * percent[$1] / 100 }
    $2 < wanted * 0.9 || $2 > wanted * 1.1 { bad = 1 }
    END { exit bad || NR != 3 }' "$tab/speeds" || fail "words a minute at each speed: $(cat "$tab/speeds")"
held "speeds are 50 to 200 % of 122 words a minute"

# The libraries keep words of what was said: with a visit the process ends, and what is queued behind
# that is for the next one.
talk "channel phones" "say A little. Chosen." heard forget "say Nobody says this." rest
[ "$(sed 's/^[0-9]* //; /^pid/d; /^state/d' "$tab/answers" | tr '\n' ' ')" = "said 1 ended 0 " ] ||
    fail "the end of a visit: $(cat "$tab/answers")"
held "when a visit ends the voice does too, before another word"

loudest() { awk '{ $1 = $1 < 0 ? -$1 : $1; most = $1 > most ? $1 : most } END { print most + 0 }'; }
talk "volume 5" "say A good amount." heard
full=$(loudest <"$tab/sound")
talk "volume 4" "say A good amount." heard
half=$(loudest <"$tab/sound")
[ $((half * 21)) -gt $((full * 10)) ] && [ $((half * 19)) -lt $((full * 10)) ] || fail "a step of volume: $full, $half"
held "a step of volume is 6 dB"
KIOSK_TEST_SOUND=tape

# ACCESS 39, in real time: part of a text that takes ten seconds and more, then nothing for one. On a
# machine that is busy it begins later; then it is let talk for longer before the hush.
for ms in 700 1400 2800; do
    talk "say $text" "wait $ms" hush "wait 1000"
    # shellcheck disable=SC2046
    set -- $(loud <"$tab/sound")
    [ "$1" -le 2000 ] || break
done
[ "$1" -gt 2000 ] && [ "$2" -lt $((ms + 200)) ] || fail "a hush after $ms ms: $1 loud samples in $2 ms"
held "a hush is silence within 200 ms"

# The whole kiosk, at a display.
start_display
blank=$(picture)
# A pipe without a name: one in a folder is out of reach for a voice in its sandbox.
"$KIOSK_TEST" run --data "$tab/data" 2>&1 >/dev/null | cat >"$tab/raw" &
others="$others $!"
tries=0
until kiosk_pid=$(pgrep -f -- "run --data $tab/data"); do
    tries=$((tries + 1))
    [ $tries -lt 100 ] || fail "the kiosk did not start"
    sleep 0.1
done
tries=0
while [ "$(picture)" = "$blank" ]; do
    tries=$((tries + 1))
    [ $tries -lt 150 ] || fail "no picture came"
    sleep 0.1
done
voice() { pgrep -P "$kiosk_pid" -f -- --role=voice || true; }
face() { pgrep -P "$kiosk_pid" -f -- --role=face || true; }
# until_loud N: at least so many loud samples were heard so far.
until_loud()
{
    tries=0
    until [ "$(numbers <"$tab/raw" | loud | cut -d ' ' -f 1)" -ge "$1" ]; do
        tries=$((tries + 1))
        [ $tries -lt 60 ] || fail "heard only $(numbers <"$tab/raw" | loud) of $1 loud samples"
        sleep 0.25
    done
}
heard_so_far() { numbers <"$tab/raw" | loud | cut -d ' ' -f 1; }

sleep 1
no_voice() { [ -z "$(voice)" ]; }
soon 10 no_voice || fail "a voice that said what it has is still there"
held "before anybody listens no voice holds memory"
first_face=$(face)
xdotool key F1
until_loud 20000
[ -n "$(voice)" ] || fail "who speaks?"
held "one key turns reading on, and it is heard"

kill -KILL "$(voice)"
sleep 1
kill -0 "$kiosk_pid" || fail "the kiosk ended with its voice"
[ "$(face)" = "$first_face" ] || fail "the face ended with the voice"
before=$(heard_so_far)
xdotool key F2
until_loud $((before + 20000))
held "a voice that was killed is nothing to the kiosk, and it speaks again"

# Silence: no thread of it wakes while it waits, and then it is gone.
xdotool key F1
sleep 2.5
quiet=$(voice)
[ -n "$quiet" ] || fail "the voice left too soon to be looked at"
switches() { cat /proc/"$quiet"/task/*/status | awk '/ctxt_switches/ { n += $2 } END { print n }'; }
calm() { before=$(switches) && sleep 0.5 && [ "$(switches)" = "$before" ]; }
soon 2 calm || true
sleep 4
[ "$(switches)" = "$before" ] || fail "an idle voice woke up: $before, $(switches)"
held "a voice with nothing to say does not wake up"
tries=0
while [ -n "$(voice)" ]; do
    tries=$((tries + 1))
    [ $tries -lt 100 ] || fail "a voice without work stays"
    sleep 0.1
done
before=$(heard_so_far)
xdotool key F1
until_loud $((before + 20000))
held "it rests, and comes back when it is asked"

# Six deaths in a minute: then there is none, and the screens go on.
for i in 1 2 3 4 5 6; do
    tries=0
    until [ -n "$(voice)" ] || [ $tries -eq 20 ]; do
        tries=$((tries + 1))
        xdotool key F2
        sleep 0.2
    done
    [ -z "$(voice)" ] || kill -KILL "$(voice)"
    sleep 0.2
done
xdotool key F2
sleep 1
[ -z "$(voice)" ] || fail "it was started again after too many deaths"
[ "$(face)" = "$first_face" ] || fail "the face ended with the voice"
kill -TERM "$kiosk_pid"
kiosk_pid=
held "a voice that cannot live is given up, and nothing else"
[ -z "$(find "$HOME" -mindepth 1)" ] || fail "a voice left in somebody's home: $(find "$HOME" -mindepth 1)"
held "no voice left anything in anybody's home"
