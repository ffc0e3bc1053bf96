"""Tables of a page: ruled ones from their rulings, unruled ones beneath a caption from the gaps between words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from kinerja.dokumen.baca.mentah import SelMentah, TabelMentah
from kinerja.dokumen.baca.naskah import Letak
from kinerja.dokumen.baca.pdf.baris import BarisPdf, batas_kata, bulatkan, sambung_baris, susun_baris
from kinerja.dokumen.baca.pdf.halaman import Kata, Kotak
from kinerja.dokumen.baca.pdf.kisi import Kisi

_ISI_TERKECIL = 0.3
"""A grid with fewer filled cells is a chart or a form without content."""
_CELAH_KOLOM = 7.0
"""White this wide, over all rows, parts two columns of an unruled table."""


def bagi_kata(kisi: Kisi, kata: Iterable[Kata]) -> tuple[dict[int, list[Kata]], list[Kata]]:
    """The words of each cell (by its index), and those outside the grid."""
    tempat = {
        (b, k): n
        for n, s in enumerate(kisi.sel)
        for b in range(s.baris, s.baris + s.bentang_baris)
        for k in range(s.kolom, s.kolom + s.bentang_kolom)
    }
    milik: dict[int, list[Kata]] = defaultdict(list)
    luar = []
    for satu in kata:
        kolom = _cari_lajur(kisi.x, (satu.kiri + satu.kanan) / 2)
        baris = _cari_lajur([-y for y in kisi.y], -(satu.bawah + satu.atas) / 2)
        if kolom is None or baris is None:
            luar.append(satu)
        else:
            milik[tempat[baris, kolom]].append(satu)
    return milik, luar


def _cari_lajur(batas: Sequence[float], nilai: float) -> int | None:
    for n, (awal, akhir) in enumerate(pairwise(batas)):
        if awal <= nilai < akhir:
            return n
    return None


def baca_kisi(kisi: Kisi, milik: dict[int, list[Kata]], halaman: int) -> TabelMentah | None:
    """The table in a grid; None for a drawing, an empty form or a box around text."""
    if (
        len(kisi.sel) < 2
        or len(milik) < _ISI_TERKECIL * len(kisi.sel)
        or len({s.kolom for s in kisi.sel}) < 2
    ):
        return None
    baris: dict[int, list[SelMentah]] = defaultdict(list)
    for n, sel in enumerate(kisi.sel):
        teks = sambung_baris(b.teks for b in susun_baris(milik.get(n, ()), halaman))
        letak = Letak(halaman=halaman, kotak=bulatkan(sel.kotak))
        baris[sel.baris].append(SelMentah(teks, sel.kolom + 1, sel.bentang_kolom, sel.bentang_baris, letak))
    isi = [baris[b] for b in sorted(baris) if any(s.teks for s in baris[b])]
    return TabelMentah(isi, Letak(halaman=halaman, kotak=bulatkan(kisi.kotak)))


def baca_tak_bergaris(baris: Sequence[BarisPdf], datar: Sequence[float]) -> TabelMentah | None:
    """The table that these lines form, by the white gaps through all of them; None when there is no second column.

    A line that leaves the first column empty continues the row above, unless a ruling at `datar` parts them.
    """
    kolom = _cari_kolom(baris)
    if len(baris) < 2 or len(kolom) < 2:
        return None
    kelompok: list[list[BarisPdf]] = []
    for satu in baris:
        terpisah = bool(kelompok) and any(satu.dasar < y < kelompok[-1][-1].dasar for y in datar)
        berawal = satu.kiri < kolom[0][1]
        if not kelompok or terpisah or (berawal and not datar):
            kelompok.append([satu])
        else:
            kelompok[-1].append(satu)
    isi = [_susun_baris_tabel(k, kolom) for k in kelompok]
    kotak = bulatkan(batas_kata([k for b in baris for k in b.kata]))
    return TabelMentah(isi, Letak(halaman=baris[0].halaman, kotak=kotak))


def _cari_kolom(baris: Sequence[BarisPdf]) -> list[tuple[float, float]]:
    """From where to where each column reaches."""
    hasil: list[tuple[float, float]] = []
    for kiri, kanan in sorted((k.kiri, k.kanan) for b in baris for k in b.kata):
        if hasil and kiri - hasil[-1][1] < _CELAH_KOLOM:
            hasil[-1] = (hasil[-1][0], max(kanan, hasil[-1][1]))
        else:
            hasil.append((kiri, kanan))
    return hasil


def _susun_baris_tabel(baris: list[BarisPdf], kolom: list[tuple[float, float]]) -> list[SelMentah]:
    hasil = []
    for n, (kiri, kanan) in enumerate(kolom, start=1):
        potong = [[k for k in b.kata if kiri <= k.kiri <= kanan] for b in baris]
        kata = [k for p in potong for k in p]
        kotak: Kotak | None = bulatkan(batas_kata(kata)) if kata else None
        teks = sambung_baris(" ".join(k.teks for k in p) for p in potong if p)
        hasil.append(SelMentah(teks, n, letak=Letak(halaman=baris[0].halaman, kotak=kotak)))
    return hasil
