#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects who opens a report's table: a spreadsheet on an American and on a German machine, which write
# numbers and dates differently, reads every number as that number, and every month and id as words.
set -u
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
. tests/tally

if ! command -v soffice >/dev/null; then
    echo "skipped: for want of libreoffice-calc no table was opened"
    exit 0
fi

# open_table LANGUAGE CSV: as its window opens a file with the mark of UTF-8, which without a window has to
# be said: commas, quotes, UTF-8, and numbers as this language writes them. Prints a line for each row, "n:"
# before a number and "w:" before words.
open_table()
{
    LC_ALL=$1.UTF-8 soffice "-env:UserInstallation=file://$place/$1" --headless --norestore \
        --infilter="CSV:44,34,76" --convert-to fods --outdir "$place/$1.out" "$2" \
        >"$place/log" 2>&1 || return 1
    # Which machine it took itself for.
    grep -q "fo:language=\"${1%_*}\" fo:country=\"${1#*_}\"" "$place/$1.out/table.fods" || return 1
    awk '
    function value(name) {
        if (!match($0, " " name "=\"[^\"]*\""))
            return ""
        return substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4)
    }
    function add(cell) { row = row (count++ > 0 ? "," : "") cell }
    /<table:table-row/ { row = ""; count = 0 }
    /<table:table-cell/ {
        kind = value("office:value-type")
        times = value("table:number-columns-repeated")
        if (kind == "float")
            add("n:" value("office:value"))
        else if (kind == "")
            for (i = times == "" ? 1 : times; i > 0 && count < 7; i--)
                add("")
    }
    /<text:p>/ && kind != "" && kind != "float" {
        gsub(/^.*<text:p>|<\/text:p>.*$/, "")
        add("w:" $0)
    }
    /<\/table:table-row>/ && row ~ /:/ { print row }' "$place/$1.out/table.fods"
}

# The same of the bytes that left.
as_written()
{
    sed '1s/^\xEF\xBB\xBF//' "$1" | awk -F , -v OFS=, '
    NR == 1 { for (i = 1; i <= NF; i++) $i = "w:" $i; print; next }
    {
        gsub(/"/, "")
        for (i = 1; i <= NF; i++)
            if ($i != "")
                $i = (i == 3 || i == 4 ? "w:" : "n:") $i
        print
    }'
}

# Five people: some rows have no number.
"$KIOSK" simulate --data "$place/group" --meetings 104 --people 5 --seed 1 --pin 246810 >/dev/null
echo 246810 | "$KIOSK" report --data "$place/group" --format csv --out "$place/table.csv" >/dev/null 2>&1
as_written "$place/table.csv" >"$place/written"
holds "rows with and without a number" \
    sh -c "grep -q ',,' '$place/written' && grep -qE '(,n:[0-9]+){3}\$' '$place/written'"
for language in en_US de_DE; do
    open_table "$language" "$place/table.csv" >"$place/opened-$language"
    holds "the same table under $language" cmp "$place/opened-$language" "$place/written"
done
tally
