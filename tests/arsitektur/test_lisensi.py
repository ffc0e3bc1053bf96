"""What an office installs is permissive: no GPL or AGPL; psycopg is LGPL, two carry a data file under MPL."""

import re
from importlib import metadata

import pytest
from tests.arsitektur.sumber import AKAR

PERMISIF = ("MIT", "BSD", "APACHE", "PSF", "ISC", "PYTHON SOFTWARE", "UNLICENSE", "ZLIB")
TIMBAL_BALIK = re.compile(r"\b[AL]?GPL|GNU |\bMPL|MOZILLA|EUPL|SSPL|BUSL", re.IGNORECASE)
LGPL_DITERIMA = {"psycopg", "psycopg-binary"}
MPL_DITERIMA = {"certifi", "fido2"}
"""Mozilla's lists of certificate authorities and of public suffixes: data, used unmodified."""


def read_nama(daftar: str) -> list[str]:
    """Package names of a locked list."""
    return re.findall(r"^([a-z0-9][\w.-]*)==", daftar, flags=re.MULTILINE)


def read_lisensi(paket: str) -> str:
    """What a package says of its licence: the expression, else the field, with its classifiers."""
    meta = metadata.metadata(paket)
    golongan = [g for g in meta.get_all("Classifier") or [] if g.startswith("License")]
    bidang = meta.get("License-Expression") or (meta.get("License") or "").split("\n", 1)[0]
    return "; ".join([bidang, *golongan])


def is_permisif(lisensi: str) -> bool:
    """True when the words name a permissive licence and no reciprocal one."""
    return any(p in lisensi.upper() for p in PERMISIF) and not TIMBAL_BALIK.search(lisensi)


@pytest.mark.parametrize("paket", read_nama((AKAR / "requirements" / "pakai.txt").read_text()))
def test_pustaka_yang_dipakai_permisif(paket):
    lisensi = read_lisensi(paket)
    if paket in LGPL_DITERIMA:
        assert "LGPL-3.0" in lisensi
    elif paket in MPL_DITERIMA:
        assert "MPL" in lisensi
        assert "GPL" not in lisensi
    else:
        assert is_permisif(lisensi), f"{paket}: {lisensi or 'no licence stated'}"


@pytest.mark.parametrize(
    ("lisensi", "permisif"),
    [
        ("MIT", True),
        ("BSD-3-Clause", True),
        ("; License :: OSI Approved :: Apache Software License", True),
        ("AGPL-3.0-only", False),
        ("GPL-2.0-or-later; License :: OSI Approved :: MIT License", False),
        ("LGPL-3.0-only", False),
        ("License :: OSI Approved :: GNU Affero General Public License v3", False),
        ("MPL-2.0", False),
        ("", False),
    ],
)
def test_lisensi_dikenali(lisensi, permisif):
    assert is_permisif(lisensi) is permisif


def test_naskah_lisensi_lengkap():
    naskah = (AKAR / "LICENSE").read_text()
    assert naskah.startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2")
    assert [int(n) for n in re.findall(r"^(\d+)\.\w", naskah, flags=re.MULTILINE)] == list(range(1, 16))
    assert "Compatible Licences" in naskah
