#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects whoever listens through headphones from a room that hears it: at a real sound server the
# voice plays at the device that was the server's choice, and nothing of a sentence is heard at another
# one when that device goes, when the choice changes, or when somebody moves the stream. A server
# without a device counts as none.
#
# SERVER=pulseaudio tries that one in place of PipeWire, where it is installed.
set -eu
cd "$(dirname "$0")/../.."
. tests/e2e/display
VOICE=$KIOSK-voice
RATE=22050
unset KIOSK_TEST_SOUND

mkdir -m 700 "$tab/run" "$tab/clients" "$tab/listener"
export XDG_RUNTIME_DIR="$tab/run" HOME="$tab/clients" XDG_CONFIG_HOME="$tab/clients/config" \
    XDG_STATE_HOME="$tab/clients/state"
case ${SERVER:-pipewire} in
pulseaudio)
    pulseaudio -n --daemonize=no --use-pid-file=no --exit-idle-time=-1 \
        -L "module-native-protocol-unix socket=$tab/run/pulse/native" -L module-always-sink >"$tab/log" 2>&1 &
    others="$others $!"
    ;;
*)
    dbus-daemon --session --nofork --address="unix:path=$tab/run/bus" --print-address=3 3>"$tab/bus" 2>"$tab/log" &
    others="$others $!"
    has_bus() { [ -s "$tab/bus" ]; }
    soon 5 has_bus || fail "no message bus: $(cat "$tab/log")"
    DBUS_SESSION_BUS_ADDRESS=$(head -n 1 "$tab/bus")
    export DBUS_SESSION_BUS_ADDRESS
    for program in pipewire wireplumber pipewire-pulse; do
        $program >>"$tab/log" 2>&1 &
        others="$others $!"
        soon 10 test -S "$tab/run/pipewire-0" || fail "pipewire did not start: $(cat "$tab/log")"
    done
    ;;
esac
choice() { pactl info 2>/dev/null | sed -n 's/^Default Sink: //p'; }
has_choice() { [ "$(choice)" = "$1" ]; }
soon 10 has_choice auto_null || fail "the sound server did not start: $(cat "$tab/log")"

# A voice in a home of its own, since clients of sound servers like to leave something in one.
speak() { HOME=$tab/listener XDG_CONFIG_HOME='' exec "$KIOSK_TEST" speak --voice "$VOICE" "$@"; }
# talk COMMAND...: what is answered, in $tab/answers.
talk() { (speak "$@") >"$tab/answers" 2>&1; }

talk ask
grep -q 'state device 0 output 0' "$tab/answers" || fail "a server without a device: $(cat "$tab/answers")"
held "a server that has nothing to be heard with is as none"

# open_devices: two devices that nobody hears; the first is the server's choice. What would be heard at each
# is in $tab/NAME. The choice comes first, and the recorders are told to stay, for PipeWire moves those.
recorders=
open_devices()
{
    for name in ears room; do
        eval "$name=$(pactl load-module module-null-sink "sink_name=$name" rate=$RATE channels=1)"
    done
    pactl set-default-sink ears
    soon 5 has_choice ears || fail "the server's choice is $(choice)"
    for name in ears room; do
        parec --device="$name.monitor" --rate=$RATE --channels=1 --format=s16le --latency-msec=20 --raw \
            --property=node.dont-reconnect=true >"$tab/$name" 2>>"$tab/log" &
        recorders="$recorders $!"
        soon 5 test -s "$tab/$name" || fail "nobody records $name"
    done
}
# loud NAME: loud samples there so far.
loud() { od -An -v -td2 "$tab/$1" | tr -s ' ' '\n' | awk 'NF && ($1 > 300 || $1 < -300) { n++ } END { print n + 0 }'; }
is_loud() { [ "$(loud "$1")" -gt "$2" ]; }
# begin: a long private sentence at the first of them.
TEXT='I put what I felt or needed into words, even when it was easier to stay quiet. One plain word is
 enough, like tired, glad, lonely, or scared.'
begin()
{
    open_devices
    speak "channel phones" "volume 5" "say $(echo "$TEXT" | tr -d '\n')" \
        "wait 2500" >"$tab/answers" 2>&1 &
    speak=$!
    others="$others $speak"
    soon 10 is_loud ears 2000 || fail "heard only $(loud ears) loud samples: $(cat "$tab/answers")"
}
# end: what was heard was heard; recorders and devices go.
# shellcheck disable=SC2086 # a list
end_more() { [ -z "$recorders" ] || kill -KILL $recorders 2>/dev/null || true; }
end()
{
    wait $speak || true
    end_more
    recorders=
    for name in ears room; do
        eval "pactl unload-module \$$name" 2>/dev/null || true
    done
    soon 5 has_choice auto_null || fail "the server's choice is $(choice)"
}
# quiet WHAT: nothing was heard in the room.
quiet()
{
    [ "$(loud room)" -eq 0 ] || fail "$1: $(loud room) loud samples in the room: $(cat "$tab/answers")"
}

begin
[ "$(grep -c 'state device 1 output [1-9]' "$tab/answers")" -eq 1 ] || fail "where it is heard: $(cat "$tab/answers")"
quiet "while it is heard"
pactl unload-module "$ears"
end
quiet "the headset vanished"
[ "$(grep -c 'state device' "$tab/answers")" -ge 2 ] || fail "a headset that vanished: $(cat "$tab/answers")"
! grep -q said "$tab/answers" || fail "it was heard out: $(cat "$tab/answers")"
held "a headset that vanishes ends the sentence, and the room hears nothing of it"

begin
pactl set-default-sink room
end
quiet "another choice"
[ "$(grep -c 'state device 1 output' "$tab/answers")" -eq 2 ] || fail "another choice: $(cat "$tab/answers")"
held "another choice of the server ends the sentence, and the room hears nothing of it"

begin
is_at() { pactl list short sink-inputs | grep -q "^$stream	$(pactl list short sinks | sed -n "s/	$1	.*//p")	"; }
stream=$(pactl list short sink-inputs | cut -f 1)
is_at ears || fail "the stream is not where it is heard: $(pactl list short sink-inputs)"
! pactl move-sink-input "$stream" room 2>>"$tab/log" || fail "the server let somebody move the stream"
is_at ears || fail "the refused move ended the stream: $(pactl list short sink-inputs)"
sleep 1
end
quiet "moved by somebody"
held "nobody moves the stream into the room: the server refuses it"

# The promise of headphones lasts longer than a voice: the next sentence is for where they were.
open_devices
mkfifo "$tab/go"
(
    # shellcheck disable=SC2094 # its own answers tell when to go on
    (speak "channel phones" "say A little." heard "output told" "wait 1500" \
        "say A lot, and more than that." "wait 1500") >"$tab/answers" 2>&1
    echo over >"$tab/go"
) &
speak=$!
heard_out() { grep -q 'said 1' "$tab/answers"; }
soon 10 heard_out || fail "the first sentence: $(cat "$tab/answers")"
pactl set-default-sink room
read -r _ <"$tab/go"
end
quiet "between two sentences"
! grep -q 'said 2' "$tab/answers" || fail "said elsewhere: $(cat "$tab/answers")"
held "headphones that went between two sentences are not replaced by what is there"

# What is for the room goes on at another device.
open_devices
speak "volume 5" "say You can rest here as long as you like." heard >"$tab/answers" 2>&1 &
speak=$!
soon 10 is_loud ears 2000 || fail "the speaker: $(loud ears) loud samples: $(cat "$tab/answers")"
pactl unload-module "$ears"
soon 10 is_loud room 15000 || fail "another speaker: $(loud room) loud samples: $(cat "$tab/answers")"
end
grep -q 'said 1' "$tab/answers" || fail "not heard out: $(cat "$tab/answers")"
held "what is for the room goes on where it can be heard"
[ -z "$(find "$tab/listener" -mindepth 1)" ] || fail "left: $(find "$tab/listener")"
held "no voice left anything in anybody's home"
