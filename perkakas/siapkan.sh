#!/bin/sh
# Make .venv and install one locked list and this package into it: siapkan.sh pakai | kembang
set -eu
cd "$(dirname "$0")/.."
daftar=$1

cari_python() {
    for calon in ${PYTHON:-} python3.11 python3; do
        if "$calon" -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' >/dev/null 2>&1; then
            echo "$calon"
            return
        fi
    done
    echo "Python 3.11 tidak ditemukan. Pasang Python 3.11, atau sebutkan letaknya: make PYTHON=/letak/python3.11 …" >&2
    exit 1
}

buat_lingkungan() {
    python=$(cari_python)
    echo "Membuat lingkungan Python di .venv …"
    if ! galat=$("$python" -m venv --clear .venv 2>&1); then
        # Debian packs the venv module apart from Python itself.
        if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
            echo "Memasang python3.11-venv …"
            apt-get update -q >/dev/null
            DEBIAN_FRONTEND=noninteractive apt-get install -y -q python3.11-venv >/dev/null
            "$python" -m venv --clear .venv
        else
            rm -rf .venv
            echo "$galat" >&2
            exit 1
        fi
    fi
}

# An environment that was copied elsewhere, or whose Python is gone, must be made anew.
letak=.venv/.letak
if ! .venv/bin/python -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' 2>/dev/null \
    || { [ -f $letak ] && [ "$(cat $letak)" != "$PWD" ]; }; then
    buat_lingkungan
fi
echo "$PWD" >$letak
pasang() { .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-input "$@"; }
echo "Memasang pustaka dari requirements/$daftar.txt …"
pasang --require-hashes -r "requirements/$daftar.txt"
# The list holds setuptools, so building this package needs nothing from outside.
pasang --no-deps --no-build-isolation -e .
touch ".venv/.$daftar"
[ "$daftar" = kembang ] && touch .venv/.pakai
exit 0
