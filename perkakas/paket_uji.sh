#!/bin/sh
# Programs only the tests need: a browser, LibreOffice as a second reader of our Word files and a second calculator of
# the scores, and SoftHSM as a signing token.
# Installed where that can be done without asking; elsewhere the tests that need them say that they were skipped.
set -eu

kurang=""
command -v chromium >/dev/null || command -v google-chrome >/dev/null || kurang="$kurang chromium"
if ! command -v soffice >/dev/null; then
    kurang="$kurang libreoffice-writer-nogui libreoffice-calc-nogui"
elif [ ! -e "$(dirname "$(readlink -f "$(command -v soffice)")")/libsclo.so" ]; then
    kurang="$kurang libreoffice-calc-nogui"
fi
command -v softhsm2-util >/dev/null || kurang="$kurang softhsm2"
[ -n "$kurang" ] || exit 0
if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
    echo "Not installed:$kurang (needs root and apt-get). The tests that use them will be skipped."
    exit 0
fi
echo "Installing$kurang …"
catatan=$(mktemp)
# shellcheck disable=SC2086  # a list of package names
if ! { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $kurang; } \
    >"$catatan" 2>&1; then
    tail -n 5 "$catatan"
    echo "Could not install$kurang. The tests that use them will be skipped."
fi
rm -f "$catatan"
