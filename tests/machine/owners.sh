#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects a group's evening from a command that was run as somebody else: a folder of another owner is
# refused before anything is made in it, and what cannot be read is named with the command that cures
# it, which does. Health says so before the evening, by the keeper's own reading.
set -eu
cd "$(dirname "$0")/../.."
. tests/machine/checks

if [ "$(id -u)" -ne 0 ]; then
    echo "not tried: only root can be somebody else"
    held "nothing could be tried"
    echo "$passed passed, 0 failed"
    exit 0
fi
group="setpriv --reuid=nobody --regid=nogroup --clear-groups --inh-caps=-all --bounding-set=-all"
if ! $group test -x "$KIOSK"; then
    echo "not tried: \"nobody\" cannot reach $KIOSK"
    held "nothing could be tried"
    echo "$passed passed, 0 failed"
    exit 0
fi
chmod 755 "$tab"
mkdir "$tab/theirs"
chown nobody "$tab/theirs"
# A name that a shell would take apart, and one that a terminal would obey.
data="$tab/theirs/the group's data"
$group "$KIOSK" simulate --data "$data" --meetings 4 --pin 246810
unset DISPLAY

# says STATUS WORDS COMMAND...
says()
{
    wanted=$1
    words=$2
    shift 2
    status=0
    "$@" >"$tab/said" 2>&1 </dev/null || status=$?
    [ $status -eq "$wanted" ] || fail "status $status, not $wanted: $(cat "$tab/said")"
    grep -qF -- "$words" "$tab/said" || fail "not said: \"$words\", but: $(cat "$tab/said")"
}
whole() { (cd "$data" && stat -c '%n %U %a %Y' . * && sha256sum ./*); }

# Root, as by sudo, in the group's folder.
whole >"$tab/before"
for command in "report --out $tab/page" "simulate --meetings 1" run; do
    # shellcheck disable=SC2086 # words of a command
    says 3 "belongs to nobody, and this is root. Nothing was changed." env DISPLAY=:none "$KIOSK" $command --data "$data"
done
status=0
printf 'ERASE\n' | script -qec "$KIOSK reset-pin --data \"$data\"" /dev/null >"$tab/said" || status=$?
[ $status -eq 3 ] && grep -q "belongs to nobody" "$tab/said" || fail "reset-pin: status $status: $(cat "$tab/said")"
whole | cmp -s - "$tab/before" || fail "the folder was changed: $(whole | diff - "$tab/before")"
held "no command changes a folder of another owner"
says 0 "All that" "$KIOSK" inspect --data "$data"
whole | cmp -s - "$tab/before" || fail "reading changed the folder"
held "who only reads may"

# cures WORDS COMMAND...: what health and the kiosk say ends in a command; it is run as it stands.
cures()
{
    words=$1
    shift
    $group "$KIOSK" health --data "$data" >"$tab/health" || true
    grep -F -A 1 -- "$words" "$tab/health" | grep -q "Look at this. " || fail "health: no \"$words\": $(cat "$tab/health")"
    says 3 "$words" "$@"
    cure=$(sed -n 's/^.*: \(sudo \)\{0,1\}\(ch[a-z]* .*\)$/\2/p' "$tab/said")
    [ -n "$cure" ] || fail "no command that cures it: $(cat "$tab/said")"
    in_health=$(sed -n 's/^  .*: \(sudo \)\{0,1\}\(ch[a-z]* .*\)$/\2/p' "$tab/health")
    [ -n "$in_health" ] || fail "health has no command: $(cat "$tab/health")"
    eval "$cure"
}
starts="env DISPLAY=:none $group $KIOSK --data"
for file in guard settings; do
    touch "$data/$file"
    cp -p "$data/$file" "$tab/$file"
    chown root "$data/$file"
    chmod 600 "$data/$file"
    cures "$data/$file" $starts "$data"
    grep -q "^Not ready. The kiosk does not start here." "$tab/health" || fail "$file: $(cat "$tab/health")"
    [ "$(stat -c %U "$data/$file")" = nobody ] || fail "$cure: did not cure it"
    chmod 0 "$data/$file"
    cures "$data/$file" $starts "$data"
    [ "$(stat -c %a "$data/$file")" = 600 ] || fail "$cure: did not cure it"
    [ "$file" = settings ] || rm "$data/$file"
done
chmod 0 "$data/totals.db"
cures "$data/totals.db" $group "$KIOSK" inspect --data "$data"
grep -q "^Not ready to count." "$tab/health" || fail "totals: $(cat "$tab/health")"
chmod 0 "$data"
cures "$data" $starts "$data"
chown root "$data"
cures "$data" $starts "$data"
chown nobody "$data"
$group "$KIOSK" health --data "$data" >"$tab/health" || true
grep -q "^Data: settings, guard and totals can be read." "$tab/health" || fail "$(cat "$tab/health")"
held "what cannot be read is named with the command that cures it"

# look WORDS HEAD: health says it, and sums it up so.
look()
{
    $group "$KIOSK" health --data "$data" >"$tab/health" || true
    grep -qF -- "Look at this. $1" "$tab/health" || fail "health: no \"$1\": $(cat "$tab/health")"
    grep -q "^$2" "$tab/health" || fail "health: no \"$2\": $(cat "$tab/health")"
}
whole >"$tab/before"
chmod 777 "$data"
look "Data: other users of this computer can look into" "Ready to count"
chmod 700 "$data"
cp -p "$data/settings" "$tab/settings"
echo "scale = 3" >>"$data/settings"
look "Settings: line" "Ready to count"
cp -p "$tab/settings" "$data/settings"
ln -s nowhere "$data/guard"
look "Data: $data/guard cannot be read: it is of another kind." "Not ready. The kiosk does not start here."
rm "$data/guard"
cp -p "$data/totals.db" "$tab/totals.db"
printf damaged >"$data/totals.db"
look "Totals: $data/totals.db cannot be read as totals." "Ready to count"
[ "$(cat "$data/totals.db")" = damaged ] || fail "health changed the totals"
rm "$data/totals.db"
mkfifo "$data/totals.db"
look "Totals: $data/totals.db cannot be read: it is of another kind." "Not ready to count."
rm "$data/totals.db"
cp -p "$tab/totals.db" "$data/totals.db"
grep -v '^[.] ' "$tab/before" >"$tab/files"
whole | grep -v '^[.] ' | cmp -s - "$tab/files" || fail "health changed something: $(whole | diff - "$tab/before")"
held "health says what the keeper would find, and changes nothing"
echo "$passed passed, 0 failed"
