#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects who reads the report's page on a telephone, or enlarges it to 400 %: figures and words wrap,
# and nobody moves the page sideways to read a line.
set -u
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
. tests/tally

browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)
if [ -z "$browser" ]; then
    echo "skipped: the width of the report's page, for want of chromium"
    exit 0
fi

# wide PAGE PX: how wide the page is where so much of it shows. The page forbids scripts, so a copy
# without that rule tells.
wide()
{
    sed -e 's|http-equiv="Content-Security-Policy"||' \
        -e 's|</body>|<script>parent.postMessage(document.documentElement.scrollWidth,"*")</script>&|' \
        "$1" >"$place/inner.html"
    cat >"$place/outer.html" <<END
<body><iframe src="inner.html" style="width:${2}px;height:4000px;border:0"></iframe>
<script>onmessage = function (e) { document.body.innerHTML = "wide=" + e.data }</script></body>
END
    timeout 60 "$browser" --headless --no-sandbox --disable-gpu --allow-file-access-from-files \
        --virtual-time-budget=3000 --dump-dom "file://$place/outer.html" 2>/dev/null |
        sed -n 's/.*wide=\([0-9]*\).*/\1/p'
}

"$KIOSK" simulate --data "$place/data" --meetings 104 --people 10 --seed 1 --pin 246810 >"$place/said"
for po in assets/text/*.po; do
    language=$(basename "$po" .po)
    echo 246810 | "$KIOSK" report --data "$place/data" --format html --out "$place/$language.html" \
        --lang "$language" >"$place/said" 2>&1
    # 1280 pixels enlarged to 400 %, and a telephone of 320 to 200 %.
    for width in 320 160; do
        equal "$language at $width" "$(wide "$place/$language.html" $width)" $width
    done
done
tally
