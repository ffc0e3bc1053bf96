"""An exported file as raw sheets, whatever it is: XLSX by its bytes, everything else as CSV; limits first."""

from __future__ import annotations

import csv
import tempfile
from collections import Counter
from dataclasses import replace
from pathlib import Path

from kinerja.dokumen.baca.arsip import BATAS
from kinerja.dokumen.baca.galat import BerkasDitolak
from kinerja.dokumen.baca.jenis import baca_sandi_huruf, kenali_jenis
from kinerja.dokumen.baca.kendala import Kendala
from kinerja.dokumen.baca.xlsx import Isi, LembarMentah, baca_xlsx

TERBESAR = 20 * 2**20
_BATAS = replace(BATAS, berkas=TERBESAR, terurai=120 * 2**20, lembar=20, baris=60_000, sel=2_000_000)
_SEL_TERPANJANG = 2_000
_PEMISAH = ";\t|,"


def read_mentah(nama: str, isi: bytes) -> list[LembarMentah]:
    """The sheets of the file; a CSV is one sheet. Raises BerkasDitolak."""
    if len(isi) > TERBESAR:
        raise BerkasDitolak(f"{nama} lebih besar dari {TERBESAR // 2**20} MB. Ekspor sebagian demi sebagian.")
    jenis = kenali_jenis(isi)
    if isinstance(jenis, Kendala):
        raise BerkasDitolak(f"{nama}: {jenis.pesan}")
    if jenis == "xlsx":
        with tempfile.TemporaryDirectory() as folder:
            berkas = Path(folder) / "ekspor.xlsx"
            berkas.write_bytes(isi)
            return list(baca_xlsx(berkas, _BATAS))
    if jenis != "teks":
        raise BerkasDitolak(
            f"{nama} bukan XLSX atau CSV. Ekspor ulang dari aplikasinya sebagai salah satunya."
        )
    return [_baca_csv(nama, isi)]


def _baca_csv(nama: str, isi: bytes) -> LembarMentah:
    teks, kendala = baca_sandi_huruf(isi)
    if kendala is not None and kendala.fatal:
        raise BerkasDitolak(f"{nama}: {kendala.pesan}")
    baris: list[list[Isi]] = []
    try:
        pemisah = _pilih_pemisah(teks[:20_000].splitlines())
        for satu in csv.reader(teks.splitlines(), delimiter=pemisah, strict=True):
            baris.append([_batasi(nama, sel) for sel in satu])
            if len(baris) > _BATAS.baris or len(satu) > _BATAS.kolom:
                batas = f"{_BATAS.baris} baris dan {_BATAS.kolom} kolom"
                raise BerkasDitolak(f"{nama} lebih dari {batas}. Ekspor sebagian demi sebagian.")
    except csv.Error as galat:
        raise BerkasDitolak(f"{nama} bukan CSV yang utuh (baris {len(baris) + 1}). Ekspor ulang.") from galat
    lebar = max(map(len, baris), default=0)
    return LembarMentah(Path(nama).stem[:31] or "CSV", [b + [""] * (lebar - len(b)) for b in baris], ())


def _pilih_pemisah(awal: list[str]) -> str:
    """The separator by which the most lines are equally wide: decimal commas are missing in the header."""

    def banyak_setara(pemisah: str) -> int:
        lebar = Counter(len(b) for b in csv.reader(awal, delimiter=pemisah) if len(b) > 1)
        return max(lebar.values(), default=0)

    return max(_PEMISAH, key=banyak_setara)


def _batasi(nama: str, sel: str) -> str:
    if len(sel) > _SEL_TERPANJANG:
        raise BerkasDitolak(f"{nama} memuat sel lebih dari {_SEL_TERPANJANG} huruf; ini bukan tabel angka.")
    return sel.strip()
