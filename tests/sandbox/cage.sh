#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects a kiosk under cage, where the display is Xwayland: inside the sandbox a whole meeting is held
# and saved, and nothing of the kiosk dies. Skipped, in so many words, without cage.
set -eu
cd "$(dirname "$0")/../.."
. tests/e2e/display

for program in cage Xwayland; do
    if ! command -v $program >/dev/null; then
        echo "SKIPPED: $program is not installed (apt install cage xwayland)"
        held "nothing could be tried"
        exit 0
    fi
done
# cage refuses root, and Xwayland admits a user by name.
as_user=
if [ "$(id -u)" -eq 0 ]; then
    as_user="setpriv --reuid=nobody --regid=nogroup --clear-groups"
    if ! $as_user test -x "$KIOSK"; then
        echo "SKIPPED: run as root, and \"nobody\" cannot reach $KIOSK"
        held "nothing could be tried"
        exit 0
    fi
fi
# A compositor passes keymaps through shared memory.
if ! $as_user sh -c 'file=/dev/shm/kiosk-test.$$ && : >"$file" && rm "$file"' 2>/dev/null; then
    echo "SKIPPED: no shared memory (/dev/shm) for cage here"
    held "nothing could be tried"
    exit 0
fi
chmod 755 "$tab"
mkdir -m 700 "$tab/run" "$tab/theirs"
[ -z "$as_user" ] || chown nobody "$tab/run" "$tab/theirs"

# The output that cage opens in another X server is always this large.
WIDTH=1024
HEIGHT=768
start_display
printf '#!/bin/sh\nexec %s env HOME=%s XDG_RUNTIME_DIR=%s WLR_BACKENDS=x11 WLR_RENDERER=pixman \
WLR_NO_HARDWARE_CURSORS=1 cage -- %s "$@"\n' "$as_user" "$tab/theirs" "$tab/run" "$KIOSK" >"$tab/caged"
chmod 755 "$tab/caged"
KIOSK=$tab/caged
start_kiosk "$tab/theirs/data"

# cage starts main, and main starts the others: those of them that are in the sandbox.
roles()
{
    main=$(cat "/proc/$kiosk_pid/task/$kiosk_pid/children" | tr ' ' '\n' | while read -r pid; do
        ! grep -q -a "$tab/theirs/data" "/proc/$pid/cmdline" || echo "$pid"
    done)
    for pid in $main $(cat "/proc/$main/task/$main/children"); do
        ! grep -q "^Seccomp:.2" "/proc/$pid/status" || echo "$pid"
    done
}
four() { roles >"$tab/before" 2>/dev/null && [ "$(wc -l <"$tab/before")" -eq 4 ]; }
soon 20 four || fail "main, keeper, porter and face are not all in the sandbox"
held "main, keeper, porter and face run in the sandbox under cage"
sed "s/^panel .*/panel ${WIDTH}x$HEIGHT 3.958/" tests/sandbox/whole.session >"$tab/whole.session"
play "$tab/whole.session"
roles >"$tab/after"
cmp -s "$tab/before" "$tab/after" || fail "a process died"
[ -s "$tab/theirs/data/totals.db" ] || fail "the meeting was not saved"
held "a meeting was opened, somebody went through it, and it was saved"
kill -TERM "$(head -n 1 "$tab/before")"
ended=0
wait "$kiosk_pid" || ended=$?
kiosk_pid=
held "it ends when it is asked to (status $ended of cage)"
