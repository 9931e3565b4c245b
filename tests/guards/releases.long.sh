# SPDX-License-Identifier: MIT
# Protects the promise of README.md for both releases of Debian: on a bare root of the one that this
# machine has not, make run and make test do all by themselves, for root and for a user with sudo.
set -u
passed=0
failed=0
for who in root user; do
    status=0
    scripts/test-on "$(realpath --relative-to=. "$BUILD")" other $who || status=$?
    case $status in
    0) passed=$((passed + 1)) ;;
    2) echo "skipped: as $who, for want of root, mmdebstrap or mounts" ;;
    *) failed=$((failed + 1)) ;;
    esac
done
echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
