#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects people from believing in a sandbox that is not there: "kiosk health" tells what each step of
# the kernel's Landlock, or one without seccomp, leaves out.
set -u
cd "$(dirname "$0")/../.."
kiosk=${KIOSK_TEST:-build/kiosk-test}
passed=0
failed=0

# says WORDS OPTION...: of the sandbox.
says()
{
    words=$1
    shift
    if "$kiosk" health --data /nonexistent "$@" 2>&1 | grep -F Sandbox: | grep -q "$words"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAIL: \"$words\" is not said with $*:"
        "$kiosk" health --data /nonexistent "$@"
    fi
}

newest=$("$kiosk" health --data /nonexistent | grep -cF "Sandbox: on. The screen part") || true
says "^Look at this. .*Landlock" --landlock-abi 0
says "^Look at this. .*seccomp" --no-seccomp
says "^Look at this. .*seccomp" --no-seccomp --landlock-abi 2
says "^Look at this. .*Landlock" --no-seccomp --landlock-abi 0
for step in 1 2 3 4 5; do
    says "^Sandbox: on. On this older system" --landlock-abi $step
done
if [ "$newest" -eq 1 ]; then
    says "^Sandbox: on. The screen part cannot write files or reach a network.$" --landlock-abi 6
    says "^Sandbox: on. The screen part cannot write files or reach a network.$" --landlock-abi 40
else
    echo "this kernel is older itself"
fi
echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
