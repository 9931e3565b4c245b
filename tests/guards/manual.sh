# SPDX-License-Identifier: MIT
# Protects the manual pages and the completion of a shell from telling of another program than this:
# they name each command and each option that the program's own help names, and no other; the help, that
# of the test build too, names each option that the program takes, and no other; tests/README.md names
# each directive of a story; and the sections, keys and example of a pack are those that the program reads.
set -u
page=assets/system/kiosk.1
format=assets/system/kiosk.pack.5
passed=0
failed=0
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT

# same WHAT FILE FILE
same()
{
    if diff "$2" "$3"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAIL $1"
    fi
}

LC_ALL=C
export LC_ALL
"$KIOSK" --help | sed -n 's/^\([a-z-]*\): .*/\1/p' | sort >"$place/commands"
[ -s "$place/commands" ] || echo none >>"$place/commands"
awk '/^\.SH/ { in_it = $2 == "COMMANDS" } in_it && /^\.B / { gsub(/\\/, ""); print $2 }' "$page" |
    sort >"$place/page"
same "the commands of the manual page" "$place/commands" "$place/page"

# taken PROGRAM COMMAND: the options of those in $place/known that the command takes. No command runs:
# --help stands first, and an option that lacks its value is refused for that.
taken()
{
    while read -r option; do
        if "$1" "$2" --help "$option" >"$place/said" 2>&1 || grep -q "needs a value" "$place/said"; then
            echo "$option"
        fi
    done <"$place/known"
}

# told PROGRAM COMMAND: the options that the command's help names.
told()
{
    "$1" "$2" --help | grep -oE -- '--[a-z][a-z-]*' | sort -u
}

sed -n 's/^ *\[[A-Z_]*\] = {*"\(--[a-z-]*\)".*/\1/p' kiosk/main/options.c kiosk/tools/options.c |
    grep -vx -e --help | sort -u >"$place/known"
"$KIOSK_TEST" --help | sed -n 's/^kiosk-test \([a-z-]*\).*/\1/p' | sort >"$place/tools"
sed -n 's/^int cmd_\([a-z]*\)(.*/\1/p' kiosk/tools/commands.h | sed 's/^law$/trends-law/' | sort >"$place/page"
same "the commands of the test build" "$place/page" "$place/tools"
for program in "$KIOSK" "$KIOSK_TEST"; do
    list=$place/commands
    [ "$program" = "$KIOSK" ] || list="$place/commands $place/tools"
    # shellcheck disable=SC2086 # two files
    for command in $(cat $list); do
        taken "$program" "$command" >"$place/takes"
        told "$program" "$command" >"$place/tells"
        same "the options of $(basename "$program") $command in its help" "$place/takes" "$place/tells"
    done
done

# complete WORD...: what the completion offers for the last of these words.
complete()
{
    bash -c '
        complete() { :; }
        compopt() { :; }
        . assets/system/kiosk.bash-completion
        COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
        _kiosk
        printf "%s\n" "${COMPREPLY[@]}"' - "$@"
}

complete kiosk '' | grep -v '^--' | sort >"$place/offered"
same "the commands of the completion" "$place/commands" "$place/offered"

: >"$place/all"
while read -r command; do
    "$KIOSK" "$command" --help | grep -oE -- '--[a-z]+' | sort -u >"$place/options"
    cat "$place/options" >>"$place/all"
    # A line of the synopsis; "run" needs no name there.
    awk '/^\.SH/ { in_it = $2 == "SYNOPSIS" } in_it && /^\.B/ { gsub(/\\f./, ""); gsub(/\\/, ""); gsub(/\[run\]/, "run"); print }' \
        "$page" | grep -E "^\.B kiosk $command( |$)" | grep -oE -- '--[a-z]+' | sort -u >"$place/page"
    same "the options of $command in the manual page" "$place/options" "$place/page"
    complete kiosk "$command" -- | grep -vx -e --help | grep . | sort >"$place/offered"
    same "the options of $command in the completion" "$place/options" "$place/offered"
done <"$place/commands"
echo --help >>"$place/all"
sort -u "$place/all" >"$place/options"
awk '/^\.SH/ { in_it = $2 == "OPTIONS" } in_it && /^\.BI? / { gsub(/\\/, ""); print $2 }' "$page" |
    sort >"$place/page"
same "the options that the manual page tells of" "$place/options" "$place/page"

# The directives of a story, as the test build lists them, and the faults that one of them makes.
{
    "$KIOSK_TEST" replay --help | sed -n 's/^  \([a-z-]*\) *[0-9][0-9.]*$/\1/p'
    sed -n 's/.*strcmp(what, "\([a-z-]*\)").*/\1/p' kiosk/tools/story/story_machine.c
} | sort -u >"$place/directives"
while read -r directive; do
    sed -n '/^## A story/,/^## A script/p' tests/README.md | grep -E '^\|' | grep -qE "[\` |]$directive[\`! |\\\\]" && echo "$directive"
done <"$place/directives" >"$place/page"
same "the directives and faults of a story in tests/README.md" "$place/directives" "$place/page"

# Sections and keys, from a pack that uses all of them.
pack=assets/packs/integrity.pack
sed -n 's/^\[\([a-z]*\) .*/\1/p' $pack | sort -u >"$place/sections"
sed -n 's/^\.BI \[\([a-z]*\) .*/\1/p' $format | sort >"$place/page"
same "the sections of a pack" "$place/sections" "$place/page"
sed -n 's/^\([a-z]*\) = .*/\1/p' $pack | sort -u >"$place/keys"
awk '/^\.SH/ { in_it = $2 == "SECTIONS" } in_it && /^\.BR? [a-z]+( :)?$/ { print $2 }' $format |
    sort -u >"$place/page"
same "the keys of a pack" "$place/keys" "$place/page"

# The example lacks three questions, as the page says, and nothing else.
awk '/^\.SH/ { in_it = $2 == "EXAMPLE" } /^\.EE/ { shown = 0 } in_it && shown { print }
    /^\.EX/ { shown = 1 }' $format >"$place/example.pack"
"$KIOSK" check-pack "$place/example.pack" >"$place/said" 2>&1
[ "$(grep -c ^ "$place/example.pack")" -gt 15 ] && [ "$(grep -cE ':[0-9]+:[0-9]+: ' "$place/said")" -eq 1 ] &&
    grep -q 4 "$place/said"
if [ $? -eq 0 ]; then
    passed=$((passed + 1))
else
    failed=$((failed + 1))
    echo "FAIL the example of a pack"
    cat "$place/said"
fi
echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
