#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects the way out, and that it is the only one: under a window manager no key and no wish of it
# ends the kiosk in somebody's turn, and a facilitator who leaves ends all of it with the meeting saved.
set -eu
cd "$(dirname "$0")/../.."
. tests/e2e/display

start_display
# Its own keys and a mouse press that closes whatever window is under the pointer.
if command -v openbox >/dev/null; then
    mkdir -p "$tab/wm"
    cat >"$tab/wm/rc.xml" <<'RC'
<openbox_config>
  <keyboard>
    <keybind key="A-F4"><action name="Close"/></keybind>
    <keybind key="Print"><action name="Execute"><command>touch PRESSED</command></action></keybind>
    <keybind key="A-Tab"><action name="Execute"><command>touch PRESSED</command></action></keybind>
    <keybind key="W-d"><action name="ToggleShowDesktop"/></keybind>
  </keyboard>
  <mouse>
    <context name="Client">
      <mousebind button="C-Middle" action="Press"><action name="Close"/></mousebind>
    </context>
  </mouse>
</openbox_config>
RC
    sed -i "s|touch PRESSED|touch $tab/wm/pressed|" "$tab/wm/rc.xml"
    openbox --sm-disable --config-file "$tab/wm/rc.xml" 2>"$tab/wm/log" &
    wm_pid=$!
    # It hears its keys as long as nobody holds the keyboard.
    hears_its_keys() { xdotool key alt+Tab && sleep 0.3 && [ -e "$tab/wm/pressed" ]; }
    soon 5 hears_its_keys || fail "the window manager does not hear its keys: $(cat "$tab/wm/log")"
    sleep 1 # until it has heard each of them
    rm "$tab/wm/pressed"
else
    echo "SKIPPED: openbox is not installed (apt install openbox): without a window manager"
    wm_pid=
fi
data=$tab/data
start_kiosk "$data"

tree()
{
    echo "$kiosk_pid"
    cat "/proc/$kiosk_pid/task/$kiosk_pid/children"
}

# In somebody's turn, at a question: whatever a keyboard has. Nothing of it may change the picture.
before_press()
{
    [ "$1" = common.pause ] || return 0
    all=$(tree)
    # Keys like any other that does nothing here: one shows where the keyboard is, three more which keys
    # do something.
    for _ in 1 2 3 4 5 6; do
        xdotool key Print
        sleep 0.2
    done
    sleep 1
    shown=$(picture)
    for keys in alt+F4 alt+Tab super+d ctrl+alt+F2 ctrl+alt+BackSpace; do
        xdotool key "$keys"
        sleep 0.1
    done
    [ -z "$wm_pid" ] || xdotool keydown ctrl click 2 keyup ctrl
    sleep 1
    [ "$(tree)" = "$all" ] || fail "a process ended"
    [ "$(picture)" = "$shown" ] || fail "the picture changed"
    [ ! -e "$tab/wm/pressed" ] || fail "the window manager heard a key"
    held "no key and no closing of the window changes anything in a turn"
}

play tests/machine/leave.session
processes=$(tree)
xdotool key Return
tries=0
while kill -0 "$kiosk_pid" 2>/dev/null && [ $tries -lt 100 ]; do
    tries=$((tries + 1))
    sleep 0.1
done
ended=0
wait "$kiosk_pid" || ended=$?
kiosk_pid=
[ $ended -eq 0 ] || fail "the kiosk ended with status $ended: $(cat "$tab/kiosk.log")"
for pid in $processes; do
    [ ! -e "/proc/$pid" ] || fail "process $pid is left"
done
held "leaving ends every process with status 0"
"$KIOSK" inspect --data "$data" >"$tab/inspect"
grep -q "|1|4  not finished" "$tab/inspect" || fail "the meeting is not in the file: $(cat "$tab/inspect")"
held "the meeting was closed and saved"
start_kiosk "$data"
stop_kiosk
held "and it starts again"

if [ -n "$wm_pid" ]; then
    ! "$KIOSK" health --data "$data" >"$tab/health" || fail "health has nothing to say"
    grep -q "its corners and notices" "$tab/health" || fail "$(cat "$tab/health")"
    ! grep -q "its keys" "$tab/health" || fail "$(cat "$tab/health")"
    kill "$wm_pid"
    wait "$wm_pid" || true
    # The display may take a moment to notice that it has gone.
    says_blocked()
    {
        "$KIOSK" health --data "$data" >"$tab/health" || true
        grep -q "Desktop keys and corners: blocked." "$tab/health"
    }
    soon 5 says_blocked || fail "$(cat "$tab/health")"
    held "health names what a window manager can still do, and nothing without one"
fi
