# SPDX-License-Identifier: MIT
# Protects a machine whose display cannot begin from trying without a pause, its display's key from
# being an old one, and the system's watch over the kiosk: the session's start waits longer each time
# when it ended at once, and after three good minutes it does not wait at all; it becomes the kiosk
# itself, once the display takes clients, and the display ends with it, whatever ends it. Protects a
# facilitator from a dark screen: why the last kiosk ended stands on the console while the next one waits.
set -u
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
. tests/tally
mkdir "$place/bin" "$place/run"
for tool in sleep xauth setxkbmap kiosk; do
    printf '#!/bin/sh\necho "%s $*" >>"%s/calls"\n' $tool "$place" >"$place/bin/$tool"
done
# A display that takes clients, as its descriptor tells, and goes on until it is told to end.
cat >"$place/bin/Xorg" <<END
#!/bin/sh
echo "Xorg \$*" >>"$place/calls"
[ ! -e "$place/broken" ] || exit 1
echo \$\$ >"$place/display"
trap 'echo ended >>"$place/calls"; exit' TERM
echo 0 >&3
while :; do
    /bin/sleep 0.02
done
END
chmod +x "$place"/bin/*

start()
{
    : >"$place/calls"
    : >"$place/console"
    PATH=$place/bin:$PATH RUNTIME_DIRECTORY=$place/run sh scripts/debian/session/start \
        0<>"$place/console" >"$place/log" 2>&1
    status=$?
    sed -n 's/^sleep \([1-9]\)/\1/p' "$place/calls"
    return $status
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

pauses=
for _ in 1 2 3 4 5 6 7 8; do
    pause=$(start)
    pauses="$pauses ${pause:-0}"
done
equal "pauses" "$pauses" " 0 0 2 4 8 16 30 30"
equal "one display" "$(grep -c '^Xorg ' "$place/calls")" 1
equal "a key that only it knows" "$(awk '/^xauth/ { print NF, length($NF) }' "$place/calls")" "8 32"
equal "the kiosk comes last" "$(grep -v '^ended' "$place/calls" | tail -n 1)" "kiosk --data /var/lib/kiosk"
[ "$(cut -d . -f 1 /proc/uptime)" -lt 200 ] || {
    echo 1 >"$place/run/starts" # long ago
    equal "no pause after a good while" "$(start)" ""
    equal "what is old is forgotten" "$(grep -c ^ "$place/run/starts")" 1
}
printf '#!/bin/sh\necho "kiosk: the limit on files is too small." >&2\n' >"$place/bin/kiosk"
rm "$place/run/starts"
for _ in 1 2 3; do
    start >"$place/pauses"
    holds "what a kiosk says goes to the log" soon grep -q "limit on files" "$place/log"
    holds "and is kept" soon grep -q "limit on files" "$place/run/said"
done
holds "the console shows it while the next one waits" grep -q "limit on files" "$place/console"
holds "and for how long" grep -q "it begins again in 2 seconds" "$place/console"
touch "$place/broken"
equal "a display that does not begin" "$(start >"$place/pauses" && echo began || echo failed)" failed
equal "has no kiosk" "$(grep -c '^kiosk' "$place/calls")" 0
start >"$place/pauses"
holds "and the console says so" grep -q "The display did not begin" "$place/console"
rm "$place/broken"

# A kiosk that is killed, as by the system's watch.
printf '#!/bin/sh\necho $$ >"%s/kiosk"\nexec /bin/sleep 1000\n' "$place" >"$place/bin/kiosk"
rm -f "$place/kiosk" "$place/run/starts"
: >"$place/calls"
PATH=$place/bin:$PATH RUNTIME_DIRECTORY=$place/run sh scripts/debian/session/start &
session=$!
holds "a kiosk runs" soon test -s "$place/kiosk"
equal "as the process that the system started" "$(cat "$place/kiosk")" "$session"
kill -KILL "$session"
wait "$session" 2>/dev/null
holds "its display ends with it" soon grep -q ended "$place/calls"
tally
