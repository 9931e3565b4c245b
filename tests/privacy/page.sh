#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects the stranger who does what PRIVACY.md says under "Check it yourself": in an empty folder
# every command there works as it is printed, one after the other, and shows what the page says it
# shows; and every test that the page names is there.
set -eu
cd "$(dirname "$0")/../.."
top=$PWD
WIDTH=1280
HEIGHT=800 # what --window takes
. tests/e2e/display

# block N: the N-th run of indented lines of that section.
block()
{
    awk -v wanted="$1" '
        /^## / { inside = $0 == "## Check it yourself" }
        inside && /^    / { if (!was) n++; if (n == wanted) print substr($0, 5) }
        { was = inside && /^    / }' "$top/kiosk/PRIVACY.md"
}
# try N: runs it in the folder, and keeps what it prints.
tried=0
try()
{
    tried=$((tried + 1))
    [ "$1" -eq $tried ] || fail "block $1 is not the next"
    commands=$(block "$1")
    [ -n "$commands" ] || fail "there is no block $1"
    cd "$tab/empty"
    eval "$commands" >"$tab/out.$1" 2>&1 || fail "block $1 fails: $(cat "$tab/out.$1")"
    cd "$top"
}
shows() { grep -qE -e "$2" "$tab/out.$1" || fail "block $1 does not show \"$2\": $(tail -n 20 "$tab/out.$1")"; }

# The installed kiosk. Where other tests run beside this one, pgrep may only mean our own.
mkdir "$tab/empty" "$tab/bin"
printf '#!/bin/sh\nexec "%s" "$@"\n' "$(realpath "$KIOSK")" >"$tab/bin/kiosk"
printf '#!/bin/sh\nmain=$(cat "%s/pid")\necho $main $(cat "/proc/$main/task/$main/children") | tr " " "\\n"\n' \
    "$tab" >"$tab/bin/pgrep"
chmod 755 "$tab/bin/kiosk" "$tab/bin/pgrep"
PATH=$tab/bin:$PATH
export PATH

try 1
try 2
shows 2 "INSERT INTO tally VALUES\\(1,'q1',-?[0-9]+,-?[0-9]+\\);"
shows 2 '^nothing is left out$'
held "another program reads all of it, and ours leaves nothing out"
try 3
shows 3 '^other numbers$'
shows 3 '^840 numbers'
sed -n 's/^840 numbers, mean \(.*\), variance \(.*\)/\1 \2/p' "$tab/out.3" |
    awk '{ print "claimed: mean 0, variance 127.3; seen:", $1, $2; exit !($1 > -2.4 && $1 < 2.4 && $2 > 90 && $2 < 165) }' ||
    fail "that is other noise"
shows 3 '^one answer: 56\.21'
held "the noise is there, and as the page has it"
try 4
shows 4 '^ok$'
[ "$(grep -c '^ *0 *0 *0 *1$' "$tab/out.4")" -eq 2 ] || fail "the header counts: $(cat "$tab/out.4")"
! grep -E 'journal|wal|shm' "$tab/out.4" || fail "a log is beside it"
held "the file tells of no history"

start_display
blank=$(picture)
try 5
kiosk_pid=$!
echo "$kiosk_pid" >"$tab/pid"
tries=0
while [ "$(picture)" = "$blank" ]; do
    tries=$((tries + 1))
    [ $tries -lt 150 ] || fail "no picture came: $(cat "$tab/out.5")"
    sleep 0.1
done

# Looked at when the second lock leaves an open meeting, and when the visit has ended.
locks=0
can_trace=
after_press()
{
    case $1 in
    meeting.lock) locks=$((locks + 1)) ;;
    *) return 0 ;;
    esac
    [ $locks -eq 2 ] || return 0
    sleep 1
    try 6
    soon 5 [ -s "$tab/empty/calls" ] && can_trace=yes || true
    sleep 1 # until the last of them is traced too
}
cat >"$tab/page.session" <<END
panel ${WIDTH}x$HEIGHT 5.9
evening many
visit 4u-s--1 add
screen welcome
END
play "$tab/page.session"
[ $locks -eq 2 ] || fail "$locks locks"
if [ -n "$can_trace" ] || [ "$(id -u)" -eq 0 ]; then
    try 7
    shows 7 '^no call writes to a file$'
    calls=$(sed -n 's/ calls$//p' "$tab/out.7")
    [ "$calls" -gt 500 ] || fail "only $calls calls were seen"
    held "no call of a visit writes to a file, among $calls"
else
    echo "nothing may be traced here: only the files are compared"
    tried=6
    try 7 || true
fi
shows 7 '^no file has changed$'
held "no file changes by a visit"
stop_kiosk
! cmp -s "$tab/empty/before" /dev/null || fail "nothing was compared"

missing=$(sed -n '/^## What tests it/,$p' kiosk/PRIVACY.md | grep -oE 'tests/[a-z]+/[a-zA-Z_.-]+' | sort -u |
    while read -r test; do [ -f "$test" ] || echo "$test"; done)
[ -z "$missing" ] || fail "the page names tests that are not there: $missing"
rows=$(sed -n '/^## What tests it/,$p' kiosk/PRIVACY.md | grep -cE '^\| [0-9]+ ')
[ "$rows" -eq 14 ] || fail "$rows numbered rows, not fourteen"
held "every test that the page names is there"
