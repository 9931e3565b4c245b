# SPDX-License-Identifier: MIT
# Protects that what is installed is all that the program needs, and that nothing of it stays; and that
# cleaning up takes what was built, never what a group has counted.
set -eu
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
# By the name it was built under: another one would build everything again, beneath the other tests.
built=$(realpath --relative-to=. "$BUILD")
before=$(stat -c %Y.%i "$KIOSK")
make -s BUILD="$built" WERROR=-Werror install DESTDIR="$place"
(cd "$place" && find . -type f | sort) >"$place.list"
printf '%s\n' ./usr/local/bin/kiosk ./usr/local/bin/kiosk-face ./usr/local/bin/kiosk-voice \
    ./usr/local/share/applications/kiosk.desktop \
    ./usr/local/share/bash-completion/completions/kiosk \
    ./usr/local/share/icons/hicolor/scalable/apps/kiosk.svg \
    ./usr/local/share/kiosk/packs/integrity.pack \
    ./usr/local/share/kiosk/text/ar.mo ./usr/local/share/kiosk/text/en.mo \
    ./usr/local/share/kiosk/text/es.mo \
    ./usr/local/share/man/man1/kiosk.1 ./usr/local/share/man/man5/kiosk.pack.5 \
    ./usr/local/share/metainfo/local.reflection.kiosk.metainfo.xml >"$place.wanted"
result=0
[ "$(stat -c %Y.%i "$KIOSK")" = "$before" ] || result=1
diff "$place.wanted" "$place.list" || result=1
cmp "$place/usr/local/bin/kiosk" "$KIOSK" || result=1
cmp "$place/usr/local/bin/kiosk-face" "$KIOSK-face" || result=1
cmp "$place/usr/local/bin/kiosk-voice" "$KIOSK-voice" || result=1
make -s BUILD="$built" uninstall DESTDIR="$place"
[ -z "$(find "$place" -type f)" ] || result=1
rm -f "$place.list" "$place.wanted"
mkdir -p "$place/build/data" "$place/build/obj"
echo counted >"$place/build/data/totals.db"
make -s BUILD="$place/build" clean
[ "$(cd "$place/build" && find . -type f)" = ./data/totals.db ] && [ ! -e "$place/build/obj" ] || result=1
make -s BUILD="$place/none" clean || result=1
exit $result
