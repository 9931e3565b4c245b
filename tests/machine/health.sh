#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects the honesty of "kiosk health": what this machine cannot keep is named, with what to do, and
# the exit status tells. Each fault is a real one: limits, an older kernel's steps, a folder, a disk.
set -eu
cd "$(dirname "$0")/../.."
. tests/machine/checks

# says WORDS PROGRAM...: health says it, marks it, and does not end well.
says()
{
    words=$1
    shift
    status=0
    "$@" >"$tab/said" 2>&1 || status=$?
    [ $status -eq 1 ] || fail "$words: status $status: $(cat "$tab/said")"
    grep -qF "Look at this. $words" "$tab/said" || fail "$words: $(cat "$tab/said")"
    # The line below a finding says what to do.
    grep -F -A 1 "Look at this. $words" "$tab/said" | grep -q '^  [A-Z]' || fail "$words: nothing to do"
    passed=$((passed + 1))
    echo "ok: $words"
}
stops()
{
    says "$@"
    grep -q "^Not ready to count" "$tab/said" || fail "$1: it counts all the same"
}

# Limits and folders bind a plain user; root passes them.
as_user=
if [ "$(id -u)" -eq 0 ]; then
    as_user="setpriv --reuid=nobody --regid=nogroup --clear-groups --inh-caps=-all --bounding-set=-all"
    if ! $as_user test -x "$KIOSK"; then
        echo "SKIPPED: run as root, and \"nobody\" cannot reach $KIOSK"
        as_user=none
    fi
fi
mkdir "$tab/data"
chmod 755 "$tab"
if [ "$as_user" != none ]; then
    [ -z "$as_user" ] || chown nobody "$tab/data"
    chmod 700 "$tab/data"
    # shellcheck disable=SC2086 # words
    stops "Memory lock: refused." $as_user prlimit --memlock=0 "$KIOSK" health --data "$tab/data"
    chmod 555 "$tab/data"
    # shellcheck disable=SC2086
    stops "Disk: cannot be written to." $as_user "$KIOSK" health --data "$tab/data"
    chown "$(id -u)" "$tab/data"
    chmod 700 "$tab/data"
fi
# What an older kernel does not have.
says "Sandbox: part of it is missing (Landlock" "$KIOSK_TEST" health --landlock-abi 0 --data "$tab/data"
says "Sandbox: part of it is missing (seccomp" "$KIOSK_TEST" health --no-seccomp --data "$tab/data"
# A table of swaps as the kernel writes it.
printf 'Filename\tType\tSize\tUsed\tPriority\n/dev/sda2 partition 8 0 -2\n' >"$tab/swaps"
says "Swap or hibernation is on." "$KIOSK_TEST" health --swaps "$tab/swaps" --data "$tab/data"
if [ "$(ulimit -l)" != unlimited ]; then
    says "The screen part could not lock its memory." \
        "$KIOSK_TEST" health --swaps "$tab/swaps" --data "$tab/data"
fi
printf 'Filename\tType\tSize\tUsed\tPriority\n/dev/zram0 partition 8 0 -2\n' >"$tab/swaps"
"$KIOSK_TEST" health --swaps "$tab/swaps" --data "$tab/data" >"$tab/said" || true
grep -qx "Swap: compressed, and kept in memory." "$tab/said" || fail "zram: $(cat "$tab/said")"
passed=$((passed + 1))
# A machine that is to be the kiosk alone, as the kernel tells of it.
mkdir -p "$tab/system/run/kiosk-session" "$tab/system/sys/class/net/eth0" "$tab/system/sys/class/rfkill/rfkill0"
echo 1 >"$tab/system/sys/class/net/eth0/type"
echo 0x1003 >"$tab/system/sys/class/net/eth0/flags"
echo 1 >"$tab/system/sys/class/rfkill/rfkill0/state"
says "A network of this machine is on." "$KIOSK_TEST" health --system "$tab/system" --data "$tab/data"
echo 0x1002 >"$tab/system/sys/class/net/eth0/flags"
says "Wi-Fi or Bluetooth of this machine is on." "$KIOSK_TEST" health --system "$tab/system" --data "$tab/data"
echo 0 >"$tab/system/sys/class/rfkill/rfkill0/state"
"$KIOSK_TEST" health --system "$tab/system" --data "$tab/data" >"$tab/said" || true
grep -qx "Network, Wi-Fi and Bluetooth: off." "$tab/said" || fail "network: $(cat "$tab/said")"
"$KIOSK_TEST" health --data "$tab/data" >"$tab/said" || true
! grep -q "Network\|Wi-Fi" "$tab/said" || fail "networks of a machine that is not the kiosk alone: $(cat "$tab/said")"
passed=$((passed + 2))
# What is said of a folder's files is so: nothing damaged, missing or in the way is called readable.
fine="Data: settings, guard and totals can be read."
rm -r "$tab/data"
"$KIOSK" simulate --data "$tab/data" --meetings 4 --pin 246810
rm "$tab/data/SIMULATED"
"$KIOSK" health --data "$tab/data" >"$tab/said" || true
grep -qxF "$fine" "$tab/said" || fail "fine files: $(cat "$tab/said")"
of_files()
{
    "$@" "$KIOSK" health --data "$tab/data"
    ! grep -qF "$fine" "$tab/said" || fail "$1: all is said to be fine: $(cat "$tab/said")"
}
echo damaged >"$tab/data/guard"
of_files says "Guard: $tab/data/guard cannot be read as a count of PINs that did not match."
rm "$tab/data/guard"
cp "$tab/data/settings" "$tab/settings"
echo damaged >"$tab/data/settings"
of_files stops "Settings: there is no PIN beside the totals."
cp "$tab/settings" "$tab/data/settings"
# Where no folder is named, nothing is said of one.
says "Data: no folder is named" env -u HOME -u XDG_DATA_HOME "$KIOSK" health
! grep -q "^Look at this. Disk" "$tab/said" || fail "a disk that nobody named: $(cat "$tab/said")"
for command in inspect "report --out $tab/report" run; do
    status=0
    # shellcheck disable=SC2086 # a command and its options
    env -u HOME -u XDG_DATA_HOME -u DISPLAY "$KIOSK" $command >"$tab/said" 2>&1 </dev/null || status=$?
    [ $status -eq 3 ] || fail "$command without a folder: status $status"
    grep -q "^kiosk: no folder is named" "$tab/said" || fail "$command without a folder: $(cat "$tab/said")"
done
passed=$((passed + 4))
# A folder in memory, as on a stick that keeps nothing: a file system in a name space of its own.
if unshare -rm sh -c "mount -t tmpfs none '$tab/data'" 2>/dev/null; then
    says "The totals are in memory only." unshare -rm sh -c \
        "mount -t tmpfs none '$tab/data' && '$KIOSK' health --data '$tab/data'"
    # One that has room for bytes and for no file.
    says "Disk: it takes no more files" unshare -rm sh -c \
        "mount -t tmpfs -o nr_inodes=8 none '$tab/data' && '$KIOSK' health --data '$tab/data'"
else
    echo "SKIPPED: no file system can be mounted here"
fi
echo "$passed passed, 0 failed"
