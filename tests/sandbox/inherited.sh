#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects against what whoever starts the kiosk leaves lying about: no descriptor and no variable of
# theirs gets to keeper or face, which have only what they were meant to have, and the folder is its
# user's alone however loose their umask is. main keeps theirs: cage, for one, takes the end of a
# descriptor that it left open for the end of the program.
set -eu
cd "$(dirname "$0")/../.."
. tests/e2e/display

# is WHAT EXPECTED OF
is() { [ "$1" = "$2" ] || fail "$3: \"$1\", not \"$2\""; }

unset KIOSK_TEST_SOUND ASAN_OPTIONS UBSAN_OPTIONS LSAN_OPTIONS # what tests may tell libraries is not looked at here
start_display
tries=$tab/tries
mkdir "$tries"
echo 1 >"$tries/bystander"
for role in main keeper face voice porter checker courier setter; do
    touch "$tries/$role"
done
printf '#!/bin/sh\nexec "%s" run --attempts "%s" "$@"\n' "$KIOSK_TEST" "$tries" >"$tab/kiosk"
chmod 755 "$tab/kiosk"

# planted PROGRAM: it runs with two files, a variable for loaders and one of nobody's.
planted()
{
    echo secret >"$tab/planted"
    umask 000
    KIOSK_PLANTED=1 MALLOC_PERTURB_=7 DBUS_SESSION_BUS_ADDRESS=unix:path=/planted \
        XMODIFIERS=@im=planted LANG=de_DE.UTF-8 TZ=UTC \
        "$1" --data "$tab/data" 7<"$tab/planted" 9>>"$tab/planted" 2>"$tab/told" &
    kiosk_pid=$!
    umask 022
}

# What each process says it has, before it tries anything: for any user, also one that the kernel
# does not let look.
planted "$tab/kiosk"
waits=0
until [ "$(grep -c '^kernel ' "$tab/told")" -eq 8 ]; do
    waits=$((waits + 1))
    [ $waits -lt 100 ] || fail "not all have told: $(cat "$tab/told")"
    sleep 0.1
done
sleep 1
stop_kiosk
grep -E '^(holds|knows) (keeper|face|voice|porter)' "$tab/told"
if grep -E '^(holds|knows) (keeper|face|voice|porter) .*(planted|PLANTED|MALLOC_)' "$tab/told"; then
    fail "that came from whoever started it"
fi
for role in main keeper face voice porter; do
    [ "$(grep -c "^holds $role " "$tab/told")" -ge 4 ] || fail "$role tells nothing"
done
held "nothing of whoever started it came along"

# shape ROLE: kinds of what it holds, without numbers, in order.
shape()
{
    sed -n "s/^holds $1 \([0-9]*\) /\1 /p" "$tab/told" | sort -n |
        sed -e "s|$tab|TAB|" -e 's|^[0-9]* ||' -e 's|socket:.*|socket|' -e 's|/proc/[0-9]*/|/proc/N/|' \
            -e 's|^/.*/assets/text/.*\.mo$|words|' -e 's|anon_inode:\[\(.*\)\]|\1|' | tr '\n' ' '
}
words= # of each language, those of the test build too
for file in "${KIOSK_TEST%/*}"/assets/text/*.mo; do
    words="$words words"
done
case $(shape keeper) in
*/sys/*) echo "this machine has a battery, which the keeper holds too: not compared" ;;
*) is "$(shape keeper)" "/dev/null /dev/null TAB/told socket TAB/data /proc/N/mountinfo$words timerfd /proc/meminfo /proc/swaps " "keeper" ;;
esac
is "$(shape face)" "/dev/null /dev/null TAB/told socket socket socket socket socket timerfd " "face"
is "$(shape voice)" "/dev/null /dev/null TAB/told socket " "voice"
# The score by which its children die first, and the table of drives; again for each sandbox that it
# tries.
is "$(sed -n '/^holds porter/p' "$tab/told" | head -n 6 | sed "s|.* ||" | sed -e "s|$tab|TAB|" -e 's|socket:.*|socket|' -e 's|/proc/[0-9]*/|/proc/N/|' | tr '\n' ' ')" \
    "/dev/null /dev/null TAB/told socket /proc/N/oom_score_adj /proc/N/mountinfo " "porter"
held "keeper, face, voice and porter hold what they need and nothing else"

named() { sed -n "s/^knows $1 //p" "$tab/told" | sort -u | tr '\n' ' '; }
is "$(named keeper)" "TZ " "keeper"
for name in $(named porter); do
    case $name in
    *SAN_OPTIONS) ;;
    *) fail "the porter knows $name" ;;
    esac
done
for name in $(named face); do
    case $name in
    DISPLAY | XAUTHORITY | HOME) ;;
    # What window_open sets for libraries, and what only tests are let through.
    DBUS_*_BUS_ADDRESS | XMODIFIERS | XCOMPOSEFILE | XCURSOR_PATH | SDL_* | *SAN_OPTIONS) ;;
    *) fail "the face knows $name" ;;
    esac
done
for name in $(named voice); do
    case $name in
    XDG_RUNTIME_DIR | HOME | *SAN_OPTIONS) ;;
    *) fail "the voice knows $name" ;;
    esac
done
held "keeper, face, voice and porter know the variables that are named for them"

# The same of the program that people get, where this user may look.
rm -rf "$tab/data"
planted "$KIOSK"
# Until both are what they will be. A child that was only forked has all that main has, and a face
# begins inside main's filter: its own is the second. A kernel before 5.9 counts none.
filters() { sed -n 's/^Seccomp_filters:[^0-9]*//p' "/proc/$1/status"; }
in_the_sandbox()
{
    children=$(cat "/proc/$kiosk_pid/task/$kiosk_pid/children")
    # shellcheck disable=SC2086 # a list
    set -- $children
    [ $# -eq 3 ] || return 1
    for child; do
        own=1
        ! grep -q -a role=face "/proc/$child/cmdline" || own=2
        grep -q '^Seccomp:.2$' "/proc/$child/status" && [ "$(filters "$child")" -ge $own ] || return 1
    done
}
soon 20 in_the_sandbox || fail "keeper, porter and face are not all in the sandbox: $children"
if [ -r "/proc/$kiosk_pid/environ" ] && ls "/proc/$kiosk_pid/fd/" >/dev/null 2>&1; then
    for pid in $children; do
        if ls -l "/proc/$pid/fd/" | grep planted; then
            fail "$pid holds that"
        fi
    done
    # A folder that was opened to be named in a sandbox only is closed again (O_PATH).
    for pid in $kiosk_pid $children; do
        for file in "/proc/$pid/fdinfo"/*; do
            flags=$(sed -n 's/^flags:[^0-9]*//p' "$file" 2>/dev/null)
            [ $((${flags:-0} & 010000000)) -eq 0 ] ||
                fail "$pid keeps $(readlink "/proc/$pid/fd/${file##*/}")"
        done
    done
    for pid in $children; do
        if tr '\0' '\n' <"/proc/$pid/environ" | grep -E 'planted|PLANTED|MALLOC_|^LANG|^PATH'; then
            fail "$pid knows that"
        fi
        [ "$(readlink "/proc/$pid/fd/0")" = /dev/null ] || fail "$pid reads $(readlink "/proc/$pid/fd/0")"
        [ "$(readlink "/proc/$pid/fd/1")" = /dev/null ] || fail "$pid writes $(readlink "/proc/$pid/fd/1")"
        ! grep -q -a role=face "/proc/$pid/cmdline" ||
            [ "$(readlink "/proc/$pid/fd/2")" = /dev/null ] || fail "the face could write to a log"
    done
    held "so do those of the program that people get, and its face cannot even print"
else
    echo "not looked into: another user's eyes are needed for that"
fi
for pid in $children; do
    ! grep -q -a role=face "/proc/$pid/cmdline" ||
        grep -q '^Max file size  *0  *0 ' "/proc/$pid/limits" || fail "the face may write to a file"
    grep -q '^Max open files  *[0-9][0-9]  *[0-9][0-9] ' "/proc/$pid/limits" || fail "$pid may open many files"
done
held "the face may make no file larger than nothing; none of them opens many"
stop_kiosk

# A meeting writes all of them.
mkfifo "$tab/script"
umask 000
"$KIOSK_TEST" run --data "$tab/group" --script-face "$tab/script" 2>"$tab/told" &
kiosk_pid=$!
umask 022
exec 8<>"$tab/script"
printf '%s\n' "setpin 123456" "open many" "add 1111111" close >&8
waits=0
until grep -q "ended 1" "$tab/script.out" 2>/dev/null; do
    waits=$((waits + 1))
    [ $waits -lt 100 ] || fail "no meeting was saved: $(cat "$tab/told")"
    sleep 0.1
done
stop_kiosk
is "$(stat -c %a "$tab/group")" 700 "folder"
for file in settings guard totals.db; do
    is "$(stat -c %a "$tab/group/$file")" 600 "$file"
done
held "the folder and its files are their user's alone"
