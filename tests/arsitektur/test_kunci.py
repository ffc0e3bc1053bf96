"""The locked lists are complete and hashed, and no file of the repository leans on one package registry."""

import re
import tomllib

import pytest
from tests.arsitektur.sumber import AKAR, list_teks

DAFTAR = {nama: (AKAR / "requirements" / f"{nama}.txt").read_text() for nama in ("pakai", "kembang")}
# Written with escapes and classes, so that this file does not find itself.
REGISTRI = re.compile(
    r"pypi\.org|pythonhosted\.org|registry\.npmjs\.org|npmjs\.com|deb\.debian\.org|archive\.ubuntu\.com"
    r"|proxy\.golang\.org|--(?:extra-)?index-ur[l]|--find-link[s]|--trusted-hos[t]",
    re.IGNORECASE,
)


def read_entri(daftar: str) -> dict[str, str]:
    """Name -> the whole entry (pin, hashes) of a locked list; comments left out."""
    isi = "\n".join(b for b in daftar.splitlines() if not b.lstrip().startswith("#"))
    utuh = isi.replace("\\\n", " ")
    return {re.split(r"[=<>\[ ;@]", b, maxsplit=1)[0]: b for b in utuh.splitlines() if b.strip()}


def find_tak_terkunci(daftar: str) -> list[str]:
    """Entries without an exact version or without a hash."""
    pola = re.compile(r"^\S+==\S+.*--hash=sha256:[0-9a-f]{64}")
    return [nama for nama, entri in read_entri(daftar).items() if not pola.match(entri)]


def read_versi(daftar: str) -> dict[str, str]:
    """Name -> pinned version."""
    return {n: e.split("==")[1].split()[0] for n, e in read_entri(daftar).items()}


@pytest.mark.parametrize("nama", sorted(DAFTAR))
def test_setiap_pustaka_terkunci(nama):
    assert len(read_entri(DAFTAR[nama])) > 10
    assert find_tak_terkunci(DAFTAR[nama]) == []


def test_pengembang_memakai_versi_yang_sama():
    pakai, kembang = read_versi(DAFTAR["pakai"]), read_versi(DAFTAR["kembang"])
    assert {n: kembang.get(n) for n in pakai} == pakai


def test_daftar_memuat_semua_yang_diminta():
    proyek = tomllib.loads((AKAR / "pyproject.toml").read_text())
    kelompok = proyek["dependency-groups"]
    pakai = [*proyek["project"]["dependencies"], *kelompok["pasang"]]
    for diminta, daftar in ((pakai, "pakai"), ([*pakai, *kelompok["dev"]], "kembang")):
        nama = {re.split(r"[~=<>\[ ]", d, maxsplit=1)[0] for d in diminta}
        assert nama - set(read_entri(DAFTAR[daftar])) == set()


def test_tidak_ada_alamat_registri():
    isi = {p.relative_to(AKAR).as_posix(): p.read_text(errors="replace") for p in list_teks()}
    assert len(isi) > 100
    ketemu = {nama: m[0] for nama, teks in isi.items() if (m := REGISTRI.search(teks))}
    assert ketemu == {}


@pytest.mark.parametrize(
    ("daftar", "hasil"),
    [
        ("a==1 \\\n    --hash=sha256:" + "0" * 64 + "\n    # via b\n", []),
        ("a==1\n", ["a"]),
        ("a>=1 \\\n    --hash=sha256:" + "0" * 64 + "\n", ["a"]),
        ("a==1 \\\n    --hash=sha256:123\n", ["a"]),
    ],
)
def test_entri_tak_terkunci_ditemukan(daftar, hasil):
    assert find_tak_terkunci(daftar) == hasil


@pytest.mark.parametrize("alamat", ["https://pypi" + ".org/simple", "--extra-" + "index-url x"])
def test_alamat_registri_ditemukan(alamat):
    assert REGISTRI.search(alamat)
