#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects readers of other languages: no word of blame or of the topic where English has none, no
# guess at who is reading, each language's own marks, no digits of two kinds on one screen, and every
# catalogue says who has read it.
set -eu
LC_ALL=C.UTF-8
export LC_ALL
cd "$(dirname "$0")/../.."
failures=0
checks=0

verdict()
{
    checks=$((checks + 1))
    if [ -s "$1" ]; then
        failures=$((failures + 1))
        sed "s|^|FAIL $2: |" "$1"
    fi
}

found=$(mktemp)
texts=$(mktemp)
trap 'rm -f "$found" "$texts"' EXIT
. tests/words/catalogue

attendee='^(common|ribbon|welcome|closed|paused|promise|keeps|comfort|switches|stone|arrive|question|pause|breathe|look|sit|support|erase|finish|closing|clear|idle|takeover|theme|practice|prompt)\.|^error\.(sound|touch)	'
early='^(common|ribbon|welcome|closed|paused|comfort|switches|pin)\.|^question\.q5\.'

# lint TAG BANNED TOPIC: words by their beginnings, apart from parts of other words where marked \<.
lint()
{
    texts "assets/text/$1.po" >"$texts"
    [ "$(wc -l <"$texts")" -gt 800 ] || echo "only $(wc -l <"$texts") texts were read" >"$found"
    verdict "$found" "$1"
    grep -E "$attendee" "$texts" | grep -iE "	.*($2)" >"$found" || true
    verdict "$found" "$1: a banned word"
    grep -E "$early" "$texts" | grep -iE "	.*($3)" >"$found" || true
    verdict "$found" "$1: seen before the start"
    : >"$found"
}

: >"$found"
lint es '\<(fracas|fallad|recaíd|limpi[oa]|suci[oa]|culpa|víctima|debes|debe[rn]|deberías?|tienes que|malo|mala)|incorrect|equivocad' \
    '\<(adicc|adict|sexo|sexual|porno|recuper|sobri|alcohol|droga|recaíd|padrino)'
lint ar 'فشل|انتكاس|نظيف|قذر|ذنب|مذنب|ضحية|يجب|عليك أن|خطأ|سيئ' 'إدمان|مدمن|جنس|إباح|تعاف|رصانة|كحول|مخدر'

# An address that takes the reader for a man, for several people, or for a stranger; in Arabic the
# past and the nouns are open where the present and the imperative are not.
texts assets/text/es.po | grep -iE '	.*\<(usted|ustedes|vosotr[oa]s|nosotr[oa]s|bienvenidos?|bienvenidas|adivinen)\>' >"$found" || true
verdict "$found" "es: guesses who is reading"
texts assets/text/ar.po | grep -E "$attendee" |
    grep -E '[	 «](اضغط|اختر|خذ|المس|اكتب|انظر|تودّ|تشاء|تريد|تحتاجه?|ترتاح|تثق|تقدر|تتخطّاه|تختار|تحمله)([ .،؟»]|$)' \
        >"$found" || true
verdict "$found" "ar: guesses who is reading"
texts assets/text/ar.po | grep -v '^cli\.' |
    grep -E '[	 «]((و|ف)?(اضغط|اختر|خذ|المس|اكتب|انظر|أعد|افتح|أغلق|حاول|اضبط|أوقف|ثبّت|ارفع|أوصل|جرّب|احفظ|امحُ|حدّث|استمع|اقرأ|تحقّق|أبقِ|افحص|أفرغ|أزل|استخدم|شغّل|اجعل|طابق|احسب|انسخ|افصل|أطفئ|حدِّد|اسمح|أعط|أدخل|ابدأ|استعد|اترك|تسمع|فتحت)|ضع)(ها|ه|هما)?([ .،:؟»]|$)' |
    grep -v '^keeps\.limits	' >"$found" || true # "I promise" is written as "do again" is
verdict "$found" "ar: guesses who facilitates"

# Spanish is read in America and in Spain: no word that only one of them says, or that means something
# else in the other, as "se paró": stopped, or stood up.
{
    texts assets/text/es.po
    grep -H . assets/guide/*.es.html | sed 's/:/	/'
} | grep -iE '	.*\<(ordenador|computador\>|enfad|pegatina|calcomanía|almohadilla|fichero|coge[rs]?\>|pulsa[rn]?\>|púlsa|intro\>|se par[óe]\>|parad[oa]s?\>|sienta bien|igualmente|acá\>|parlante)' \
        >"$found" || true
verdict "$found" "es: a word of one country"

# A question is opened and closed, a full stop follows the closing quote, and no mark is borrowed.
texts assets/text/es.po | grep -vE '^(cli|keyboard)\.' |
    awk -F '\t' '{ if (gsub(/¿/, "&", $2) != gsub(/[?]/, "&", $2) || gsub(/¡/, "&", $2) != gsub(/!/, "&", $2)) print }
        $2 ~ /[.]»|“|”|"/' >"$found"
verdict "$found" "es: marks"
texts assets/text/ar.po | grep -vE '^(cli|keyboard)\.' |
    grep -E '[,;?"]|“|”|[.]»' >"$found" || true
verdict "$found" "ar: marks"

# A terminal decides which way a line runs; what would turn it is shown there as a question mark.
for po in assets/text/*.po; do
    texts "$po" | grep -E '^cli\.' | grep -P '[\x{200E}\x{200F}\x{202A}-\x{202E}\x{2066}-\x{2069}]' >"$found" || true
    verdict "$found" "$po: a mark of direction on a terminal"
    : >"$found"
done

# Arabic-Indic digits are what the screens write; keys, sizes of paper, licences and rows of the file
# are names.
texts assets/text/ar.po | grep -vE '^(cli|month|comfort\.size)\.|^keeps\.col|^report\.list|^about\.licences' |
    sed -E 's/\{[A-Za-z_0-9]*\}//g; s/F[0-9]+//g' | grep -E '	.*[0-9]' >"$found" || true
verdict "$found" "ar: another kind of digits"

# A number and its unit stand on one line, and two numbers of one measure: their blanks do not break.
for po in assets/text/*.po; do
    texts "$po" |
        grep -E ' (kB|MB|GB|mm|cm|مم|سم|كيلوبايت|ميغابايت|غيغابايت)([ .،,]|$)|× | ×' >"$found" || true
    verdict "$found" "$po: a number without its unit"
    : >"$found"
done

for po in assets/text/*.po; do
    [ "$po" != assets/text/en.po ] || continue
    grep -q '^# Review: ' "$po" || echo "$po" >"$found"
    verdict "$found" "nothing about its review"
    : >"$found"
    # What "About and licences" says of a language is what its file says of itself.
    said=$(texts "$po" | sed -n 's/^language\.reviewed	//p')
    grep -qF "X-Reviewed-By-Native-Speaker: ${said:-nothing}\\n" "$po" || echo "$po: $said" >"$found"
    verdict "$found" "two answers about its review"
    : >"$found"
done

echo "$((checks - failures)) passed, $failures failed"
[ "$failures" -eq 0 ]
