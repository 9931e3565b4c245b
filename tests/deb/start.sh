# SPDX-License-Identifier: MIT
# Protects a machine whose display cannot begin from trying without a pause, and its display's key
# from being an old one: the session's start waits longer each time when it ended at once, and after
# three good minutes it does not wait at all.
set -u
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
. tests/tally
mkdir "$place/bin" "$place/run"
for tool in sleep xinit xauth; do
    printf '#!/bin/sh\necho "%s $*" >>"%s/calls"\n' $tool "$place" >"$place/bin/$tool"
done
chmod +x "$place"/bin/*

start()
{
    : >"$place/calls"
    PATH=$place/bin:$PATH RUNTIME_DIRECTORY=$place/run sh scripts/debian/session/start >/dev/null
    sed -n 's/^sleep //p' "$place/calls"
}

pauses=
for _ in 1 2 3 4 5 6 7 8; do
    pause=$(start)
    pauses="$pauses ${pause:-0}"
done
equal "pauses" "$pauses" " 0 0 2 4 8 16 30 30"
equal "one display" "$(grep -c '^xinit ' "$place/calls")" 1
equal "a key that only it knows" "$(awk '/^xauth/ { print NF, length($NF) }' "$place/calls")" "8 32"
[ "$(cut -d . -f 1 /proc/uptime)" -lt 200 ] || {
    echo 1 >"$place/run/starts" # long ago
    equal "no pause after a good while" "$(start)" ""
    equal "what is old is forgotten" "$(grep -c ^ "$place/run/starts")" 1
}
tally
