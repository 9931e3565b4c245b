#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects what answers are counted under: the questions are read once, when the kiosk starts, and
# every process has those. So a file of questions that is edited while people answer cannot put other
# questions on the next screen than those that are counted: shown by one that is broken or gone, which
# would keep the next screen process from coming if anybody read it again.
set -u
kiosk=${KIOSK_TEST:-build/kiosk-test}
place=$(mktemp -d)
passed=0
failed=0
main_pid=

clean_up()
{
    [ -z "$main_pid" ] || kill -KILL "$main_pid" 2>/dev/null
    rm -rf "$place"
}
trap clean_up EXIT
trap 'exit 1' INT TERM HUP

# check WHAT COMMAND...
check()
{
    what=$1
    shift
    if "$@"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAIL: $what"
        sed 's/^/    stderr: /' "$place/err"
        echo "$passed passed, $failed failed"
        exit 1
    fi
}

soon()
{
    tries=500
    until "$@"; do
        tries=$((tries - 1))
        [ $tries -gt 0 ] || return 1
        sleep 0.02
    done
}

child()
{
    # shellcheck disable=SC2013 # they stand on one line
    for child in $(cat "/proc/$main_pid/task/$main_pid/children" 2>/dev/null); do
        ! grep -q -s -a "role=$1" "/proc/$child/cmdline" || echo "$child"
    done
}
is_shown() { [ -s "$place/log" ] && [ -n "$(child face)" ]; }
is_another() { [ -n "$(child face)" ] && [ "$(child face)" != "$face" ] && is_shown; }

pack=$place/ours.pack
cp "${kiosk%/*}/assets/packs/integrity.pack" "$pack"
SDL_VIDEODRIVER=dummy "$kiosk" run --data "$place/data" --pack "$pack" --any-driver --log "$place/log" \
    2>"$place/err" &
main_pid=$!
check "the kiosk starts" soon is_shown

for change in broken gone; do
    case $change in
    broken) echo nonsense >"$pack" ;;
    gone) rm "$pack" ;;
    esac
    face=$(child face)
    : >"$place/log"
    kill -KILL "$face"
    check "another face comes when the pack is $change" soon is_another
    check "and who counts is there" [ -n "$(child keeper)" ]
done
kill -TERM "$main_pid"
wait "$main_pid"
check "the end is a usual one" [ $? -eq 0 ]
main_pid=

# Nothing starts without questions, and it is said of the file that was named.
"$kiosk" run --data "$place/data" --pack "$place/none.pack" --any-driver 2>"$place/err"
check "no questions, no start" [ $? -eq 3 ]
check "in words" grep -q "none.pack" "$place/err"
check "in one line" [ "$(wc -l <"$place/err")" -eq 1 ]

echo "$passed passed, $failed failed"
