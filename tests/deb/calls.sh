#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects the sandbox of a kiosk that the system starts: whatever the kiosk's own filter lets its
# processes do, and what putting it on takes, the unit lets them do too. A call that the unit alone
# refuses is seen by nobody before a machine runs it.
set -u
cd "$(dirname "$0")/../.."
. tests/tally
command -v systemd-analyze >/dev/null || {
    echo "skipped: ${0##*/}, for want of systemd-analyze"
    exit 0
}
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT

# The unit's lines, each set of calls by the calls in it: a line with ~ takes away from those before.
sed -n 's/^SystemCallFilter=//p' scripts/debian/kiosk-session.service >"$place/lines"
calls()
{
    for word; do
        case $word in
        @*) calls $(systemd-analyze syscall-filter --no-pager "$word" | sed -n 's/^ *\([-@a-z_0-9]*\)$/\1/p' | grep -vx "$word") ;;
        *) echo "$word" ;;
        esac
    done
}
calls @default >"$place/allowed"
while read -r line; do
    calls ${line#\~} | sort -u >"$place/these"
    case $line in
    \~*) grep -vxFf "$place/these" "$place/allowed" >"$place/left" ;;
    *) cat "$place/allowed" "$place/these" >"$place/left" ;;
    esac
    mv "$place/left" "$place/allowed"
done <"$place/lines"
{
    sed -n 's/^ *MAY\(_IF\|_OPEN\)*(\([a-z_0-9]*\),.*/\2/p' kiosk/platform/sandbox/sandbox_calls.c
    printf '%s\n' prctl seccomp landlock_create_ruleset landlock_add_rule landlock_restrict_self
} | grep -vx name | sort -u >"$place/asked"
[ "$(wc -l <"$place/asked")" -gt 60 ] && [ "$(wc -l <"$place/allowed")" -gt 200 ] || {
    echo "FAIL: the lists are not read"
    exit 1
}
for call in $(cat "$place/asked"); do
    holds "the unit lets the kiosk call $call" grep -qx "$call" "$place/allowed"
done
tally
