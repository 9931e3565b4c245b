#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects against what stays behind: at a real window, after Add, after Erase and after walking away
# no answer stands in the memory of any process, and no word that was said of one, after the close no
# counter, and after none of them a file; a line of pixels through what was chosen is in no surface of
# the screen process nor of the display server, also where the screen process dies in the middle of a
# turn; the pointer is where nothing is, the picture read back from the display, and the messages to
# the keeper, are the same whatever was answered. All of them stand in pages that
# no swap and no core file ever gets. That each is found while it must be there shows that it would
# be seen. Without root the memory cannot be read at all, which is then what is tested.
set -eu
cd "$(dirname "$0")/../.."
. tests/e2e/display

BUILD=${BUILD:-build}
export KIOSK_TEST_SOUND=quiet # a voice needs a device, and a machine for tests may have none
program=$KIOSK_TEST
# Ana's levels as she chose them, and the halves that Add carries; Ben's and Eve's levels.
ANA=04010103040203
ANA_HALVES=01020201010201
BEN=01040402010302
EVE=02040301040203
# What Dan and Eve hear of their choice, and a word of it that the speech library keeps for itself.
SENTENCE=$(printf 'A little. Chosen.' | od -An -v -tx1 | tr -d ' \n')
WORD=$(printf chosen | od -An -v -tx1 | tr -d ' \n')

"${CC:-gcc}" -O1 -w -o "$tab/scan" tests/privacy/scan.c || fail "the scanner does not compile"

# The counters of the same meeting, from a run without a screen: seven numbers of four bytes.
mkfifo "$tab/script"
"$program" run --data "$tab/other" --seed-noise 7 --script-face "$tab/script" 2>"$tab/other.log" &
kiosk_pid=$!
# has_lines COUNT: the scripted face has noted so many.
has_lines()
{
    tries=0
    until [ -f "$tab/script.out" ] && [ "$(wc -l <"$tab/script.out")" -ge "$1" ]; do
        tries=$((tries + 1))
        [ $tries -lt 250 ] || fail "no answer of the scripted face: $(cat "$tab/other.log")"
        sleep 0.02
    done
}
lines=3
has_lines $lines
for command in "setpin 123456" "open many" "add 1221121" "add 0000000" "add 2000000" close; do
    echo "$command" 1<>"$tab/script"
    lines=$((lines + 1))
    has_lines $lines
done
stop_kiosk
rm "$tab/script" "$tab/script.out"
# column N: its numbers in the order of the questions, as they stand in memory.
column()
{
    "$program" inspect --data "$tab/other" >"$tab/inspect"
    sed -n 's/^\[question \(.*\)\]$/\1/p' assets/packs/integrity.pack | while read -r question; do
        awk -F '|' -v column="$1" -v question="$question" '$1 ~ /^ *tally 1$/ && $2 == question {
            n = $column < 0 ? $column + 4294967296 : $column
            printf "%02x%02x%02x%02x", n % 256, n / 256 % 256, n / 65536 % 256, n / 16777216
        }' "$tab/inspect"
    done
}
UPPER=$(column 3)
LOWER=$(column 4)
[ ${#UPPER} -eq 56 ] || fail "the counters are not known: $UPPER"

# processes: main, and keeper, face and voice below it.
processes() { echo "$kiosk_pid" $(cat "/proc/$kiosk_pid/task/$kiosk_pid/children"); }
role_of() { { tr '\0' '\n' <"/proc/$1/cmdline"; } 2>/dev/null | sed -n 's/.*role=\([a-z]*\).*/\1/p' | head -n 1; }
pid_of()
{
    for pid in $(processes); do
        [ "$(role_of "$pid")" != "$1" ] || echo "$pid"
    done
}

# how_often PID HEX: how often it stands there; nothing does in a voice that has ended meanwhile.
how_often()
{
    "$tab/scan" "$1" "$2" && return
    [ ! -d "/proc/$1" ] || grep -q '^State:.Z' "/proc/$1/status" || return 1
    echo 0
}
# found HEX: how often in all of them, together. The speech library's tables hold some that look the
# same; those of a voice that was told nothing of anybody do not count.
found()
{
    total=0
    for pid in $(processes); do
        count=$(how_often "$pid" "$1") || fail "the memory of $pid cannot be read"
        total=$((total + count))
        if [ "$(role_of "$pid")" = voice ]; then
            total=$((total - $(awk -v hex="$1" '$1 == hex { print $2 }' "$tab/innocent")))
        fi
    done
    echo $total
}
innocent()
{
    "$program" speak --voice "$program-voice" "say Somebody else." heard "wait 60000" >"$tab/speak" &
    speak_pid=$!
    tries=0
    until grep -q said "$tab/speak" 2>/dev/null; do
        tries=$((tries + 1))
        [ $tries -lt 3000 ] || fail "no voice: $(cat "$tab/speak")"
        sleep 0.02
    done
    for hex in $ANA $ANA_HALVES $BEN $EVE "$UPPER" "$LOWER" "$SENTENCE"; do
        echo "$hex $("$tab/scan" "$(sed -n 's/.*pid //p' "$tab/speak")" "$hex")"
    done >"$tab/innocent"
    kill $speak_pid
}
# gone WHAT HEX BEFORE: no more of them than before anybody came.
gone()
{
    now=$(found "$2")
    [ "$now" -le "$3" ] || fail "$1: $now times in memory, $3 before: $(for pid in $(processes); do
        echo "$(role_of "$pid") $("$tab/scan" --pages "$pid" "$2")"
    done)"
    held "$1 is gone from memory"
}
there()
{
    now=$(found "$2")
    [ "$now" -gt "$3" ] || fail "$1 is not in memory where it has to be ($now, $3 before)"
    held "$1 is there to be found"
}

# kept_out WHAT HEX PID: every page that holds it is locked in memory (no swap ever gets it) and is
# left out of core files and of children.
kept_out()
{
    pages=$("$tab/scan" --pages "$3" "$2") || fail "the pages of $3 cannot be read"
    [ -n "$pages" ] || fail "$1 is in no page"
    ! echo "$pages" | grep -v ' lo .*dd' || fail "$1 stands in a page that can be written to a disk"
    echo "$pages"
    held "$1 stands in locked pages only, which no swap and no core file gets"
}

# The messages to the keeper, each 2560 bytes, since strace was attached to the face.
listen()
{
    strace -f -e trace=sendmsg,sendto,write,writev -o "$tab/trace" -p "$(pid_of face)" \
        2>"$tab/strace.log" &
    strace_pid=$!
    tries=0
    until grep -q attached "$tab/strace.log" 2>/dev/null; do
        tries=$((tries + 1))
        [ $tries -lt 100 ] || fail "no trace: $(cat "$tab/strace.log")"
        sleep 0.02
    done
}
heard()
{
    sleep 1
    kill "$strace_pid"
    wait "$strace_pid" 2>/dev/null || true
    grep -c ' = 2560$' "$tab/trace" || true
}

HOME=$tab/home TMPDIR=$tab/tmp XDG_CACHE_HOME=$tab/cache
export HOME TMPDIR XDG_CACHE_HOME
mkdir "$HOME" "$TMPDIR" "$XDG_CACHE_HOME"
mkdir "$tab/screens"
dd if=/dev/zero of="$tab/clock" bs=8 count=1 2>"$tab/dd"
printf '#!/bin/sh\nexec "%s" "$@" --seed-noise 7 --clock "%s" --log "%s"\n' "$program" "$tab/clock" \
    "$tab/screens/log" >"$tab/seeded"
chmod +x "$tab/seeded"
KIOSK=$tab/seeded
start_display
start_kiosk "$tab/data"
if [ "$(id -u)" -ne 0 ]; then
    for pid in $(processes); do
        ! "$tab/scan" "$pid" "$ANA" >/dev/null 2>&1 || fail "the memory of $pid is open to its user"
    done
    held "no other program of this user reads the memory"
    stop_kiosk
    exit 0
fi
innocent
ana=$(found $ANA) halves=$(found $ANA_HALVES) ben=$(found $BEN) eve=$(found $EVE)
sentence=$(found "$SENTENCE")
upper=$(found "$UPPER") lower=$(found "$LOWER")

# strip: remembers the pixels across what was just pressed, as the display has them. The fourth byte
# of a pixel means nothing and is one or the other.
strip()
{
    strip_hex=$(eyes strip "$press_x" "$press_y") || fail "nothing to know the chosen answer by"
    strips="$(echo "$strip_hex" | sed 's/....../&00/g') $(echo "$strip_hex" | sed 's/....../&ff/g')"
}
# strips_in PID
strips_in()
{
    strips_found=0
    for one in $strips; do
        count=$(how_often "$1" "$one") || fail "the memory of $1 cannot be read"
        strips_found=$((strips_found + count))
    done
    echo $strips_found
}
strip_there()
{
    for pid in "$(pid_of face)" "$xvfb_pid"; do
        now=$(strips_in "$pid")
        [ "$now" -gt 0 ] || fail "the pixels of what was chosen are not in process $pid, where they have to be"
    done
    held "the chosen answer's pixels are there to be found, in the screen process and the server"
}
strip_gone()
{
    for pid in $(processes) "$xvfb_pid"; do
        now=$(strips_in "$pid")
        [ "$now" -eq 0 ] || fail "$1: the pixels of what was chosen are $now times in process $pid ($(tr '\0' ' ' <"/proc/$pid/cmdline" | cut -c 1-40))"
    done
    held "$1: no surface holds the chosen answer's pixels"
}

# A word of what was said, in the process that said it.
voice_there()
{
    sleep 2 # it is said
    voice=$(pid_of voice)
    [ -n "$voice" ] || fail "nobody speaks"
    [ "$("$tab/scan" "$voice" "$WORD")" -gt 0 ] || fail "what was said is not there to be found"
    held "a word of what was said is there to be found, in the process that said it"
}
# voice_gone WHAT: that process is no more, and one that came after it knows nothing.
voice_gone()
{
    [ -n "$voice" ] || return 0
    [ "$(role_of "$voice")" != voice ] || fail "$1: the process that spoke goes on"
    next=$(pid_of voice)
    [ -z "$next" ] || [ "$(how_often "$next" "$WORD")" -eq 0 ] || fail "$1: the next voice has heard of it"
    gone "what was said, $1," "$SENTENCE" "$sentence"
    voice=
}

# Where the pointer is after each end of a visit.
pointer() { xdotool getmouselocation | sed 's/ *screen.*//'; }
# visit_over WHAT
visit_over()
{
    sleep 6 # the water is still
    pointer >>"$tab/pointers"
    gone "Ana's visit" $ANA "$ana"
    gone "what she sent" $ANA_HALVES "$halves"
    gone "Ben's visit" $BEN "$ben"
    gone "Eve's visit" $EVE "$eve"
    strip_gone "$1"
    voice_gone "$1"
}

# The screens' clock goes ahead, as far as one of their waits at a time; what they show at the end of
# an untouched visit is looked at once.
ahead=0
untouched=
wait_ms()
{
    if [ "$1" -lt 100000 ]; then
        sleep "$(awk -v ms="$1" 'BEGIN { print ms / 1000 }')"
        return
    fi
    there "Eve's visit" $EVE "$eve"
    strip # of her last answer
    strip_there
    for part in 1 2 3 4 5; do
        ahead=$((ahead + $1 / 5))
        awk -v ms="$ahead" 'BEGIN { for (i = 0; i < 8; i++) { printf "\\%03o", ms % 256; ms = int(ms / 256) } }' |
            xargs -0 printf | dd of="$tab/clock" conv=notrunc 2>"$tab/dd"
        sleep 1
        if [ -z "$untouched" ] && tail -n 1 "$tab/screens/log" | grep -q ' clear$'; then
            untouched=1
            visit_over idle
        fi
    done
}

# before_press NAME: what is looked at before that press. visits: Add and Erase chosen so far.
visits=0
ended= # the visit whose All clear comes next: before it stands a practice that is drawn by chance
voice=
strips=
before_press()
{
    case $1 in
    finish.add)
        if [ $visits -eq 0 ]; then
            there "Ana's visit" $ANA "$ana"
            kept_out "Ana's visit" $ANA "$(pid_of face)"
        fi
        listen
        ;;
    finish.erase)
        there "Ben's visit" $BEN "$ben"
        listen
        ;;
    meeting.yes)
        there "the upper counters" "$UPPER" "$upper"
        there "the lower counters" "$LOWER" "$lower"
        kept_out "the upper counters" "$UPPER" "$(pid_of keeper)"
        ;;
    esac
}
after_press()
{
    case $1 in
    question.answer.*)
        [ -z "$untouched" ] || return 0 # seen only after the wait that followed it
        sleep 0.5 # the mark has crossed over
        strip
        [ -n "$strip_seen" ] || strip_there
        strip_seen=1
        if [ $visits -ge 3 ] && [ -z "$voice" ]; then
            voice_there
        fi
        ;;
    finish.add | finish.erase)
        visits=$((visits + 1))
        heard >"$tab/heard.$visits"
        visit_over $visits
        ended=$visits
        ;;
    common.done)
        [ -n "$ended" ] || return 0
        sleep 6 # the water is still
        picture >"$tab/picture.$ended"
        ended=
        ;;
    meeting.yes)
        gone "each upper counter" "$UPPER" "$upper"
        gone "each lower counter" "$LOWER" "$lower"
        ;;
    esac
}
strip_seen=
play tests/privacy/leftovers.session

[ "$visits$untouched" = 41 ] || fail "$visits visits, not four, and Eve's"
held "who walked away is erased like who pressed Erase: memory, surfaces and voice"
cmp -s "$tab/picture.1" "$tab/picture.2" || fail "Add and Erase leave different pictures"
cmp -s "$tab/picture.1" "$tab/picture.3" || fail "answers leave another picture than none"
held "the display shows the same after every end of a visit"
[ "$(sort -u "$tab/pointers" | wc -l)" -eq 1 ] || fail "the pointer is left at: $(sort -u "$tab/pointers")"
held "the pointer is parked at one place after every end: $(head -n 1 "$tab/pointers")"
[ "$(cat "$tab"/heard.? | tr '\n' ' ')" = "1 0 1 1 " ] ||
    fail "messages for all, Erase, none, one: $(cat "$tab"/heard.? | tr '\n' ' ')"
held "one message for Add, answered or not, and none for Erase"
left=$(find "$HOME" "$TMPDIR" "$XDG_CACHE_HOME" -mindepth 1 | tr '\n' ' ')
[ -z "$left" ] || fail "files were left: $left"
[ ! -s "$tab/kiosk.log" ] || fail "a log: $(cat "$tab/kiosk.log")"
held "nothing in home, cache, temporary folder or log"
stop_kiosk

# Another machine; the screen process dies in the middle of a turn, and then everything.
before_press() { :; }
after_press() { case $1 in question.answer.*) sleep 0.5 && strip ;; esac; }
blank=$(picture)
start_kiosk "$tab/crash"
play tests/sandbox/turn.session
strip_there
face=$(pid_of face)
kill -SEGV "$face"
tries=0
until [ -n "$(pid_of face)" ] && [ "$(pid_of face)" != "$face" ] &&
    [ -n "$(xdotool search --onlyvisible --name Reflection 2>/dev/null)" ]; do
    tries=$((tries + 1))
    [ $tries -lt 100 ] || fail "the face did not come back"
    sleep 0.1
done
sleep 1
strip_gone "a death in mid-turn"
orphans() { awk 'NR > 1 && $7 == 0 && $5 == pid' pid="$1" /proc/sysvipc/shm; }
[ -z "$(orphans "$face")" ] || fail "shared memory was left: $(orphans "$face")"
held "the dead screen process left no shared memory"
kill -KILL "$kiosk_pid"
wait "$kiosk_pid" 2>/dev/null || true
kiosk_pid=
tries=0
until [ "$(picture)" = "$blank" ]; do
    tries=$((tries + 1))
    [ $tries -lt 100 ] || fail "the display still shows something"
    sleep 0.1
done
[ "$(strips_in "$xvfb_pid")" -eq 0 ] || fail "the server still holds the picture"
held "when everything dies the display is blank"
