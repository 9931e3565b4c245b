#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects whoever mistypes a command, hands it the wrong file, or has a full disk: each ends with the
# status that the README promises and a sentence that is true, shows no PIN, and leaves all as it was.
set -eu
cd "$(dirname "$0")/../.."
top=$PWD
tab=$(mktemp -d)
trap 'rm -rf "$tab"' EXIT
cd "$tab"
unset DISPLAY
passed=0
failed=0

# ends STATUS WORDS COMMAND...: with these words among what is said.
ends()
{
    expected=$1
    words=$2
    shift 2
    status=0
    "$@" >said 2>&1 </dev/null || status=$?
    if [ "$status" -ne "$expected" ] || ! grep -qF -- "$words" said; then
        echo "FAIL: $*: status $status instead of $expected, and says: $(head -c 300 said)"
        failed=$((failed + 1))
    else
        passed=$((passed + 1))
    fi
}

# What nobody means
ends 2 "I cannot use" "$KIOSK" ""
for words in -- -w --window=1 --data --data= "--data a --data b" "inspect extra" "inspect --window" "demo --data x" \
    check-pack "check-pack a b" "report --out" "report --out x --format pdf" "report --out x --lang xx" "health x" \
    "--role=" "--role=keeper" "--role=keeper --demo" "--role=keeper --data made" "--role=porter" "--role=face"; do
    # shellcheck disable=SC2086 # several words are several arguments
    ends 2 "I cannot use" "$KIOSK" $words
done
for number in -1 x 1.5 0x10 " 1" "" 4294967297 99999999999999999999; do
    ends 2 "I cannot use" "$KIOSK" simulate --data made --meetings "$number"
    ends 2 "I cannot use" "$KIOSK" simulate --data made --people "$number"
done
ends 2 "it needs --data DIR" "$KIOSK" simulate
ends 2 "from 0 to 200" "$KIOSK" simulate --data made --people 201
ends 2 "can be given once" "$KIOSK" --data a --data=b
ends 2 "needs a value" "$KIOSK" report --out=
ends 0 "kiosk $(sed -n '1s/^kiosk (\(.*\)) .*/\1/p' "$top/scripts/debian/changelog")" "$KIOSK" --version
ends 2 "“--pin”" "$KIOSK" simulate --data made --pin 12345678901234567890
[ ! -e made ] || { echo "FAIL: a folder was made by a slip"; failed=$((failed + 1)); }
ends 3 "no screen to draw on" "$KIOSK"

# What is there, but is something else
: >file
mkdir folder
mkfifo pipe
ends 3 "of another kind" "$KIOSK" inspect --data file
ends 3 "of another kind" "$KIOSK" inspect --data pipe
ends 3 "of another kind" "$KIOSK" simulate --data file/below
ends 3 "of another kind" "$KIOSK" check-pack folder
ends 3 "of another kind" "$KIOSK" check-pack pipe
ends 3 "not there" "$KIOSK" check-pack none
ends 1 "already there" "$KIOSK" check-pack "$(sed 's/^\[question q2\]/[question q1]/' \
    "$top/assets/packs/integrity.pack" >twice.pack && echo twice.pack)"

# What a measurement writes is a new file of its own, whatever the environment says.
"$KIOSK" simulate --data measured --meetings 4
ln -s measured/settings link
ln -s made-by-a-link dangling
for name in measured/totals.db link dangling; do
    sha256sum measured/* >before
    ends 3 "no screen to draw on" env KIOSK_PERF_FIRST_FRAME=$name DISPLAY=:none "$KIOSK" --data folder/started
    sha256sum -c --status before && [ ! -e made-by-a-link ] || { echo "FAIL: $name was opened"; failed=$((failed + 1)); }
done

# Data that cannot be read is left for whoever can put it right
"$KIOSK" simulate --data data --meetings 4 --pin 246810
tells()
{
    rm -rf copy
    cp -R data copy
    eval "$1"
    before=$(ls -A copy)
    asks 3 "$2"
    [ "$before" = "$(ls -A copy)" ] || { echo "FAIL: $1: the folder changed"; failed=$((failed + 1)); }
}
asks() { ends "$1" "$2" sh -c "echo ${3-246810} | \"\$0\" report --data copy --out page" "$KIOSK"; }
for file in totals.db settings guard; do
    for thing in mkdir mkfifo "ln -s nowhere"; do
        tells "rm -f copy/$file; $thing copy/$file" "I cannot read copy/$file: it is of another kind."
    done
done
rm -rf copy
cp -R data copy
for try in 1 2 3 4 5; do
    asks 1 "did not match. No" "11111$try"
done

# waits FOR WORDS MS: the wait is waited out: each start of the command would begin it anew. Half a
# minute is a second of somebody's clock.
waits()
{
    rm -f waited
    printf '\0\0\0\0\0\0\0\0' >clock
    echo 246810 | "$KIOSK_TEST" report --data copy --out waited --clock clock >out 2>err &
    report=$!
    tries=0
    until grep -q "$2" err || [ $tries -gt 200 ]; do
        tries=$((tries + 1))
        sleep 0.05
    done
    if [ -e waited ] || ! grep -q "$2" err; then
        echo "FAIL: $1: it does not wait, or not in these words: $(cat err)"
        failed=$((failed + 1))
    fi
    perl -e 'open F, "+<", "clock"; print F pack "Q<", shift' "$3"
    if wait $report && [ -s waited ]; then
        passed=$((passed + 1))
    else
        echo "FAIL: $1: no report after the wait: $(cat err)"
        failed=$((failed + 1))
    fi
}
waits "five wrong PINs" "did not match. I wait 30 seconds and then ask" 31000
# Nobody knows how many were wrong, and nothing else is said.
echo nonsense >copy/guard
waits "a damaged guard" "I cannot tell how many PINs did not match. I wait 15 minutes and then ask" 901000

# No room for made-up totals: what was begun is taken back, so that nothing has changed.
mkdir half
ends 3 "Nothing was changed" prlimit --fsize=4096:4096 "$KIOSK" simulate --data half --meetings 1 --pin 246810
[ -z "$(ls -A half)" ] || { echo "FAIL: left: $(ls -A half)"; failed=$((failed + 1)); }

# Totals whose settings are gone stay closed, and the command says what to do.
rm -rf copy
cp -R data copy
rm copy/SIMULATED copy/settings
cp copy/totals.db totals
asks 1 "the PIN with them. No report was written"
ends 1 "there is no PIN beside the totals" "$KIOSK" health --data copy
echo "settings 2" >copy/settings
asks 3 "settings cannot be read, line 1, column 10"
sed '/^scale/d' data/settings >copy/settings
ends 1 "Usual settings stand in, with the PIN as it was" "$KIOSK" health --data copy
asks 0 "Written: page"
rm page
cmp copy/totals.db totals || { echo "FAIL: the totals have changed"; failed=$((failed + 1)); }
echo "guard 2" >copy/guard
asks 3 "copy/guard was made by a newer kiosk"
ends 1 "copy/guard was made by a newer kiosk" "$KIOSK" health --data copy
"$KIOSK" simulate --data unset --meetings 4
ends 1 "no PIN is set" sh -c 'echo 246810 | "$0" report --data unset --out page' "$KIOSK"
[ ! -e page ] || { echo "FAIL: a report was written"; failed=$((failed + 1)); }

# The name of a file is shown, and a terminal obeys none of it.
escape=$(printf 'a\033]0;b\007c\342\200\256d\302\233e\377f')
ends 3 "I cannot read a?]0;b?c?d?e?f: it is not there." "$KIOSK" check-pack "$escape"

# A program without its words says so in one, and shows nobody the names of sentences.
mkdir alone
cp "$KIOSK" alone/kiosk
for words in "" --help health "check-pack none" "inspect --data data"; do
    # shellcheck disable=SC2086 # words of a command
    alone/kiosk $words --data alone/none >said 2>&1 </dev/null || true
    if [ -d /usr/local/share/kiosk ] || [ -d /usr/share/kiosk ]; then
        echo "a kiosk is installed here, whose words it finds: not tried"
    elif grep -qE '(cli|health|size)\.[a-z]' said || ! grep -q "Install the kiosk again" said; then
        echo "FAIL: alone/kiosk $words says: $(head -c 300 said)"
        failed=$((failed + 1))
    else
        passed=$((passed + 1))
    fi
done

# Nowhere to put what is said
ends 3 "not all of this" sh -c '"$0" inspect --data data >/dev/full' "$KIOSK"
ends 3 "not all of this" sh -c '"$0" --help >/dev/full' "$KIOSK"
ends 3 "not all of this" sh -c '"$0" inspect --data data >&-' "$KIOSK"
ends 1 "already there" sh -c '"$0" check-pack twice.pack <&- >&-' "$KIOSK"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
