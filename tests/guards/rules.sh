# SPDX-License-Identifier: MIT
# Protects the guards themselves: each rule of the sources, includes and words finds a planted fault.
set -eu
top=$(pwd)
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
mkdir -p "$place/kiosk/core" "$place/kiosk/ui" "$place/kiosk/screens/visit" "$place/kiosk/face" \
    "$place/tests/unit" "$place/assets/text" "$place/assets/packs"
cp -R "$top/scripts" "$place/"
cp "$top/.clang-format" "$place/"
cd "$place"
# What this test writes for itself stands below build, which no rule looks at.
mkdir build
: >build/verdicts # a check ends a pipeline, so it runs in a shell of its own

# finds WHAT SCRIPT EXPECTED FILE: with this file in the tree the script fails and says so.
finds()
{
    cat >"$4"
    if "scripts/$2" >build/out 2>&1; then
        echo "$1: not found"
        echo failed >>build/verdicts
    elif grep -q -e "$3" build/out; then
        echo passed >>build/verdicts
    else
        echo "$1: found as something else:"
        cat build/out
        echo failed >>build/verdicts
    fi
    rm "$4"
}
c()
{
    echo '/* SPDX-License-Identifier: MIT */'
    printf "$@"
}

c 'int f(char *a);\n' >kiosk/screens/fine.h
if scripts/check-source >build/out && scripts/check-includes >build/out && scripts/check-format >build/out; then
    echo passed >>build/verdicts
else
    echo "a faultless tree is not let through"
    cat build/out
    echo failed >>build/verdicts
fi

c 'int f(char *a)\n{\n    strcpy(a, "b");\n}\n' |
    finds "banned function" check-source "banned function" kiosk/core/a.c
c '/* TO''DO */\n' | finds "unfinished" check-source "unfinished" kiosk/core/a.c
echo 'int a;' | finds "licence" check-source "no licence" kiosk/core/a.c
c 'const char *a = "two words";\n' | finds "words in C" check-source "words in C" kiosk/screens/a.c
c 'int a; // b\n' | finds "comment" check-source "// comment" kiosk/core/a.c
c '%0500d\n' 0 | sed 's/0/\n/g' | finds "long file" check-source "longer than 500" kiosk/core/a.c
c 'int f(void)\n{\n%0100d}\n' 0 | sed 's/0/\n/g' |
    finds "long function" check-source "longer than 100 lines" kiosk/core/a.c
c '/* %0101d */\n' 0 | finds "wide line" check-source "wider than 100" kiosk/core/a.c
echo 'see https''://example.invalid/' | finds "host" check-source "names a machine" README.md
echo page | finds "top level" check-source "not of the top level" notes.txt
printf 'a \n' | finds "blank" check-source "blanks at" README.md
mkdir kiosk/keeper kiosk/main
c '#define BUILT_MONTH ((struct month){1999, 1})\n' |
    finds "month of the release" check-source "BUILT_MONTH is not" kiosk/keeper/process.c
c '#define KIOSK_VERSION "0.1"\n' |
    finds "version of the release" check-source "KIOSK_VERSION is not" kiosk/main/version.h
rmdir kiosk/keeper
c 'int  a;\n' | finds "format" check-format "make format" kiosk/core/a.c

export CC="${CC:-gcc}" STRICT="-std=c11 -Ikiosk" PACKAGE_CFLAGS=
c '#ifndef A_H\n#define A_H\nuint8_t a(void);\n#endif\n' |
    finds "header that needs another" check-headers "kiosk/core/a.h does not compile alone" kiosk/core/a.h
c '#include <stdint.h>\nuint8_t a(void);\n' |
    finds "header without a guard" check-headers "kiosk/core/a.h has no guard" kiosk/core/a.h
c '#include "ui/ui.h"\n' | finds "upward" check-includes 'core must not include ui/ui.h' kiosk/core/a.c
c '#include "screens/facilitator/lines.h"\n' |
    finds "a wing above" check-includes "a wing above it" kiosk/screens/visit/a.c
c '#include "ui/blocks/hero.h"\n' |
    finds "a wing above a folder" check-includes "a wing above it" kiosk/ui/a.c
c '#include <SDL.h>\n' | finds "SDL" check-includes "face must not include <SDL.h>" kiosk/face/a.c
c '#include <time.h>\n' | finds "clock" check-includes "ui must not include <time.h>" kiosk/ui/a.c
c '#include <math.h>\n' | finds "float" check-includes "core must not include <math.h>" kiosk/core/noise.c

po()
{
    printf 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "%s"\nmsgstr "%s"\n' "$1" "$2"
}
po finish.note 'Half {name' | finds "placeholder" check-words "not whole" assets/text/en.po
po finish.note 'Two  blanks' | finds "blanks" check-words "blanks" assets/text/en.po
po finish.note 'Hello {name}' >assets/text/en.po
touch assets/packs/none.pack
po finish.note 'Hola {name}' | finds "out of step" check-words "not in step" assets/text/es.po
po finish.note 'Hola {nombre}' | finds "other names" check-words "other names" assets/text/es.po
po finish.other 'Hola' | finds "no translation" check-words "not in step" assets/text/es.po
rm assets/text/en.po assets/packs/none.pack

# What the words may say: the real catalogues, each time with one text spoilt.
mkdir -p tests
cp -R "$top/tests/words" tests/
cp "$top"/assets/text/*.po assets/text/
cp "$top"/assets/packs/*.pack assets/packs/
# spoilt WHAT TEST EXPECTED FILE ID TEXT: with this text for the id the test fails and says so.
spoilt()
{
    awk -v id="msgid \"$5\"" -v text="$6" '
        $0 == id { here = 1 }
        here && /^msgstr "/ { $0 = "msgstr \"" text "\""; here = 0 }
        { print }' "$4" >build/changed
    mv build/changed "$4"
    if ! sh "tests/words/$2.sh" >build/out 2>&1 && grep "^FAIL $3" build/out | grep -q "$5"; then
        echo passed >>build/verdicts
    else
        echo "$1: not found"
        cat build/out
        echo failed >>build/verdicts
    fi
    cp "$top/$4" "$4"
}
spoilt "blame" reading "finish.lead: banned word" assets/text/en.po finish.lead "You failed."
spoilt "blame of the host" reading "pin.enter: a word of blame" assets/text/en.po pin.enter "That is wrong."
spoilt "the topic" reading "welcome.lead: seen before" assets/text/en.po welcome.lead "Recovery is here."
spoilt "a long sentence" reading "health.when: 21 words" assets/text/en.po health.when \
    "One two three four five six seven eight nine ten one two three four five six seven eight nine ten one."
spoilt "blame in Spanish" translations "es: a banned word" assets/text/es.po finish.lead "Culpable."
spoilt "a man in Spanish" translations "es: guesses who" assets/text/es.po welcome.title "Bienvenido."
spoilt "an open question" translations "es: marks" assets/text/es.po idle.title "Sigues aquí?"
spoilt "a man in Arabic" translations "ar: guesses who" assets/text/ar.po idle.lead "خذ وقتك."
spoilt "a borrowed mark" translations "ar: marks" assets/text/ar.po idle.title "هل ما زلت هنا?"
spoilt "other digits" translations "ar: another kind" assets/text/ar.po idle.soon.s "20 ثانية"
rm -R tests/words assets/text/*.po assets/packs/*.pack

# The same for symbols, in libraries that hold one function.
mkdir -p build/lib build/obj/kiosk/core
for layer in core ui report screens store platform keeper voice face main; do
    ar rcD build/lib/lib$layer.a
done
echo 'int f(int a) { return a + 1; }' | gcc -O2 -c -x c -o build/integers.o -
for name in noise counters totals session; do
    cp build/integers.o build/obj/kiosk/core/$name.o
done
if scripts/check-symbols build >build/out 2>&1; then
    echo passed >>build/verdicts
else
    echo "faultless libraries are not let through"
    cat build/out
    echo failed >>build/verdicts
fi
# needs WHAT LAYER EXPRESSION
needs()
{
    echo "int f(void); int f(void) { return (int)$3; }" |
        gcc -w -Wno-implicit-function-declaration -c -x c -o build/needs.o -
    ar rcD "build/lib/lib$2.a" build/needs.o
    if ! scripts/check-symbols build >build/out 2>&1 && grep -q "FAIL $2.*$1" build/out; then
        echo passed >>build/verdicts
    else
        echo "$1 in $2: not found"
        echo failed >>build/verdicts
    fi
    ar dD "build/lib/lib$2.a" needs.o
}
needs malloc core 'malloc(1)'
needs clock_gettime screens 'clock_gettime(1, 0)'
needs getenv ui 'getenv("A")'
needs SDL_Init face 'SDL_Init(1)'
needs sqlite3_open keeper 'sqlite3_open(0, 0)'
needs connect platform 'connect(1, 0, 0)'
needs rand store 'rand()'
needs getrandom platform 'getrandom(0, 0, 0)'
echo 'double f(double a) { return a * 1.5; }' |
    gcc -O2 -c -x c -o build/obj/kiosk/core/noise.o -
if ! scripts/check-symbols build >build/out 2>&1 && grep -q "core/noise is integers" build/out; then
    echo passed >>build/verdicts
else
    echo "floating point in the noise: not found"
    echo failed >>build/verdicts
fi
rm build/obj/kiosk/core/counters.o
if ! scripts/check-symbols build >build/out 2>&1 && grep -q "counters.o is not built" build/out; then
    echo passed >>build/verdicts
else
    echo "an engine without its counters: let through"
    echo failed >>build/verdicts
fi

# circle EXPECTED NAME CALLED...: files of one folder, each a function that calls the next one; the
# check finds this circle, or none where EXPECTED is "-".
circle()
{
    expected=$1
    shift
    rm -rf build/obj/kiosk/circle
    mkdir -p build/obj/kiosk/circle
    : >build/lib/libcore.list
    while [ $# -gt 0 ]; do
        echo "build/obj/kiosk/circle/$1.o" >>build/lib/libcore.list
        echo "void $2(void); void $1(void); void $1(void) { $2(); }" |
            gcc -c -x c -o "build/obj/kiosk/circle/$1.o" -
        shift 2
    done
    if scripts/check-circles build >build/out 2>&1; then
        said=-
    else
        said=$(sed -n 's/^FAIL kiosk\/circle: a circle: //p' build/out)
    fi
    if [ "$said" = "$expected" ]; then
        echo passed >>build/verdicts
    else
        echo "a circle: \"$said\" and not \"$expected\""
        echo failed >>build/verdicts
    fi
}
circle - a b b c c abort
circle "a -(b)-> b -(a)-> a" a b b a
circle "a -(b)-> b -(c)-> c -(a)-> a" a b b c c a

awk '{ count[$1]++ }
    END { printf "%d passed, %d failed\n", count["passed"], count["failed"]; exit count["failed"] > 0 }' build/verdicts
