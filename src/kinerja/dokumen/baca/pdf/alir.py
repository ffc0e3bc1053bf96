"""Pages to one flow: paragraphs, headings, captions, tables joined over page breaks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

from kinerja.dokumen.baca.kepala_tabel import is_sama
from kinerja.dokumen.baca.keterangan import read_keterangan
from kinerja.dokumen.baca.mentah import SelMentah, TabelMentah, Unsur
from kinerja.dokumen.baca.naskah import BarisTeks, JudulBaca, KeteranganBaca, ParagrafBaca
from kinerja.dokumen.baca.pdf.baris import BarisPdf
from kinerja.dokumen.baca.pdf.halaman import Kotak
from kinerja.dokumen.baca.pdf.tabel import baca_tak_bergaris
from kinerja.dokumen.baca.pdf.uraian import Isi, UraianHalaman, list_baris

_BUTIR = re.compile(r"(?:[•●▪■◦○‣–—\-*✓➢\uf0b7]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+\S")
_NOMOR_JUDUL = re.compile(r"(?:BAB\s+[IVXLC\d]+|[A-Z]\.|\d+(?:\.\d+)*\.?|[a-z][.)]|LAMPIRAN)(?:\s|$)")
_BAB = re.compile(r"(?:BAB\s+[IVXLC\d]+|LAMPIRAN(?:\s+[IVXLC\d]+)?)$", re.IGNORECASE)
_TITIK_TITIK = re.compile(r"(?:\.\s?){4,}")
_AKHIR_KALIMAT = (".", ":", ";", "!", "?")
_LANJUTAN = re.compile(r"\(?lanjutan|\(?sambungan", re.IGNORECASE)
_MERUJUK = re.compile(r"(?:\b(?:pada|dalam|lihat|dan|dengan|di|dari|menurut|atau|serta)|,)$", re.IGNORECASE)
"""A line that ends so goes on, even when the next one begins with "Tabel 3.2 …"."""
_JUDUL_TERPANJANG = 250
_BARIS_DAFTAR = 3
"""A page with so many dotted lines is a table of contents: what looks like captions on it are entries."""
_KOLOM_SAMA = 6.0
_JARAK_TAK_BERGARIS = 2.6


@dataclass(frozen=True, slots=True)
class Ukuran:
    """What is usual in this document: letter size of prose, distance of its lines, right edge of the text."""

    huruf: float
    jarak: float
    kanan: float


Alinea = list[BarisPdf]


def alirkan_halaman(halaman: list[UraianHalaman]) -> list[Unsur]:
    """The items of all pages in reading order."""
    ukuran = _ukur(halaman)
    unsur: list[Unsur] = []
    judul = _tingkat_judul(halaman, ukuran)
    for satu in halaman:
        baru = list(_urai(satu, ukuran, judul))
        _sambung_halaman(unsur, baru)
    return _gabung_bab(unsur)


def _ukur(halaman: list[UraianHalaman]) -> Ukuran:
    baris = [b for h in halaman for b in list_baris(h.isi)]
    if not baris:
        return Ukuran(11.0, 14.0, 500.0)
    hitung: Counter[float] = Counter()
    for satu in baris:
        hitung[round(satu.ukuran * 2) / 2] += len(satu.teks)
    huruf = hitung.most_common(1)[0][0]
    jarak = [
        a.dasar - b.dasar
        for h in halaman
        for a, b in zip(list_baris(h.isi), list_baris(h.isi)[1:], strict=False)
        if 0 < a.dasar - b.dasar < 3 * huruf and abs(a.ukuran - huruf) < 0.6
    ]
    kanan = sorted(b.kanan for b in baris)
    return Ukuran(huruf, median(jarak) if jarak else 1.4 * huruf, kanan[int(0.95 * (len(kanan) - 1))])


# ------------------------------------------------------------------ one page


def _urai(halaman: UraianHalaman, ukuran: Ukuran, judul: list[float]) -> Iterator[Unsur]:
    """The items of one page; a table caption that no ruled table follows looks for an unruled one."""
    potongan = list(_kelompokkan(halaman.isi, ukuran))
    daftar = sum(bool(_TITIK_TITIK.search(b.teks)) for b in list_baris(halaman.isi)) >= _BARIS_DAFTAR
    n = 0
    while n < len(potongan):
        satu = potongan[n]
        n += 1
        if not isinstance(satu, list):
            yield satu
            continue
        unsur = _kenali(satu, halaman, ukuran, judul)
        if daftar and isinstance(unsur, KeteranganBaca) and not _is_bertabel(potongan, n):
            unsur = ParagrafBaca(unsur.baris)
        yield unsur
        if isinstance(unsur, KeteranganBaca) and unsur.jenis == "tabel" and not _is_bertabel(potongan, n):
            banyak, tabel = _cari_tak_bergaris(potongan, n, satu, halaman)
            if tabel is not None:
                yield tabel
                n = banyak


def _is_bertabel(potongan: list[Alinea | TabelMentah | Unsur], n: int) -> bool:
    """Whether a ruled table stands right after or right before the caption that ends before index `n`."""
    sebelah = [potongan[m] for m in (n, n - 2) if 0 <= m < len(potongan)]
    return any(isinstance(s, TabelMentah) for s in sebelah)


def _cari_tak_bergaris(
    potongan: list[Alinea | TabelMentah | Unsur], n: int, keterangan: Alinea, halaman: UraianHalaman
) -> tuple[int, TabelMentah | None]:
    """The unruled table beneath a caption, and the index after it: lines with a wide gap inside, close together."""
    baris: list[BarisPdf] = []
    atas = keterangan[-1]
    while n < len(potongan) and isinstance(alinea := potongan[n], list):
        sambung = atas.dasar - alinea[0].dasar <= _JARAK_TAK_BERGARIS * 1.4 * atas.ukuran
        if not sambung or not any(_is_berkolom(b) for b in alinea) or read_keterangan(_teks(alinea)):
            break
        baris += alinea
        atas = alinea[-1]
        n += 1
    return n, baca_tak_bergaris(baris, halaman.datar)


def _is_berkolom(baris: BarisPdf) -> bool:
    return any(b.kiri - a.kanan > 1.5 * a.ukuran for a, b in zip(baris.kata, baris.kata[1:], strict=False))


def _kelompokkan(isi: list[Isi], ukuran: Ukuran) -> Iterator[Alinea | TabelMentah | Unsur]:
    """Lines to paragraphs; whatever else stands between them parts them."""
    alinea: Alinea = []
    for satu in isi:
        if isinstance(satu, BarisPdf):
            if alinea and not _is_lanjut(alinea, satu, ukuran):
                yield alinea
                alinea = []
            alinea.append(satu)
        else:
            if alinea:
                yield alinea
            alinea = []
            yield satu
    if alinea:
        yield alinea


def _is_lanjut(alinea: Alinea, baris: BarisPdf, ukuran: Ukuran) -> bool:
    """Whether a line goes on with the paragraph above it."""
    atas = alinea[-1]
    if abs(atas.ukuran - baris.ukuran) > 0.6 or (atas.tebal != baris.tebal and len(alinea[0].kata) > 1):
        return False
    if atas.dasar - baris.dasar > max(1.25 * ukuran.jarak * baris.ukuran / ukuran.huruf, 1.3 * baris.ukuran):
        return False
    if _BUTIR.match(baris.teks) or _is_berkolom(baris) or _is_berkolom(atas):
        return False
    if _MERUJUK.search(atas.teks):
        return True
    if read_keterangan((baris.ke_teks(),)) or _TITIK_TITIK.search(atas.teks):
        return False
    pendek = atas.kanan < ukuran.kanan - 0.2 * (ukuran.kanan - atas.kiri)
    return not (pendek and atas.teks.endswith(_AKHIR_KALIMAT))


def _teks(alinea: Alinea) -> tuple[BarisTeks, ...]:
    return tuple(b.ke_teks() for b in alinea)


def _kenali(alinea: Alinea, halaman: UraianHalaman, ukuran: Ukuran, judul: list[float]) -> Unsur:
    """A caption, a heading or a paragraph."""
    baris = _teks(alinea)
    if (keterangan := read_keterangan(baris)) is not None:
        return keterangan
    tingkat = next((t for t, kotak in halaman.petunjuk.judul if _is_di_dalam(alinea[0], kotak)), None)
    if tingkat is not None:
        return JudulBaca(baris, tingkat)
    if _is_judul(alinea, ukuran):
        return JudulBaca(baris, _tebak_tingkat(alinea, judul))
    return ParagrafBaca(baris, bool(_BUTIR.match(baris[0].teks)))


def _is_di_dalam(baris: BarisPdf, kotak: Kotak) -> bool:
    kiri, bawah, kanan, atas = baris.kotak
    return (
        kotak[0] - 2 <= (kiri + kanan) / 2 <= kotak[2] + 2
        and kotak[1] - 2 <= (bawah + atas) / 2 <= kotak[3] + 2
    )


def _is_judul(alinea: Alinea, ukuran: Ukuran) -> bool:
    teks = " ".join(b.teks for b in alinea)
    if len(teks) > _JUDUL_TERPANJANG or not any(h.isalpha() for h in teks) or _TITIK_TITIK.search(teks):
        return False
    if teks.endswith((",", ";")) or alinea[0].ukuran < ukuran.huruf - 0.6:
        return False
    besar = alinea[0].ukuran >= ukuran.huruf + 0.9
    tebal = all(b.tebal for b in alinea)
    bernomor = bool(_NOMOR_JUDUL.match(teks))
    return (
        besar or (tebal and (bernomor or teks.isupper() or not teks.endswith("."))) or bool(_BAB.match(teks))
    )


def _tingkat_judul(halaman: list[UraianHalaman], ukuran: Ukuran) -> list[float]:
    """The letter sizes of headings, largest first."""
    alinea = [a for h in halaman for a in _kelompokkan(h.isi, ukuran) if isinstance(a, list)]
    besar = Counter(round(a[0].ukuran) for a in alinea if _is_judul(a, ukuran))
    return sorted((float(u) for u in besar), reverse=True)


def _tebak_tingkat(alinea: Alinea, judul: list[float]) -> int:
    if _BAB.match(alinea[0].teks):
        return 1
    return judul.index(float(round(alinea[0].ukuran))) + 1


# ------------------------------------------------------------------ over page breaks


def _sambung_halaman(unsur: list[Unsur], baru: list[Unsur]) -> None:
    """Append the items of a page; its first may continue the last one before."""
    if unsur and baru:
        akhir, awal = unsur[-1], baru[0]
        if isinstance(akhir, TabelMentah) and isinstance(awal, KeteranganBaca) and _is_lanjutan(unsur, awal):
            baru, awal = baru[1:], (baru[1:] or baru)[0]
        if isinstance(akhir, TabelMentah) and isinstance(awal, TabelMentah) and _is_sambungan(akhir, awal):
            akhir.baris += _tanpa_kelompok_ulang(akhir, awal)
            baru = baru[1:]
        elif isinstance(akhir, ParagrafBaca) and isinstance(awal, ParagrafBaca) and _is_kalimat(akhir, awal):
            unsur[-1] = ParagrafBaca((*akhir.baris, *awal.baris), akhir.butir)
            baru = baru[1:]
    unsur += baru


def _tanpa_kelompok_ulang(atas: TabelMentah, bawah: TabelMentah) -> list[list[SelMentah]]:
    """The rows of a continuation without the title of the group that was cut by the page break."""
    n = 0
    for satu, lain in zip(atas.baris, bawah.baris, strict=False):
        if (n and len(lain) == 1) or not is_sama(satu, lain):
            break
        n += 1
    kelompok = next((b for b in reversed(atas.baris) if len(b) == 1), None)
    if kelompok is not None and any(is_sama(kelompok, b) for b in bawah.baris[n : n + 1]):
        return [*bawah.baris[:n], *bawah.baris[n + 1 :]]
    return bawah.baris


def _is_lanjutan(unsur: list[Unsur], keterangan: KeteranganBaca) -> bool:
    """A caption that is printed again above the rest of its table."""
    sebelum = next((u for u in reversed(unsur) if isinstance(u, KeteranganBaca)), None)
    return bool(_LANJUTAN.search(keterangan.judul)) or (
        sebelum is not None and sebelum.nomor == keterangan.nomor and sebelum.jenis == keterangan.jenis
    )


def _is_sambungan(atas: TabelMentah, bawah: TabelMentah) -> bool:
    """Same columns at the same places, or the same header again."""
    if atas.lebar != bawah.lebar:
        return False
    if is_sama(atas.baris[0], bawah.baris[0]):
        return True
    return _batas_kolom(atas) == _batas_kolom(bawah) or all(
        abs(a - b) <= _KOLOM_SAMA for a, b in zip(_batas_kolom(atas), _batas_kolom(bawah), strict=True)
    )


def _batas_kolom(tabel: TabelMentah) -> tuple[float, float]:
    kotak = tabel.letak.kotak or (0.0, 0.0, 0.0, 0.0)
    return kotak[0], kotak[2]


def _is_kalimat(atas: ParagrafBaca, bawah: ParagrafBaca) -> bool:
    return not bawah.butir and bawah.teks[:1].islower() and not atas.teks.endswith(_AKHIR_KALIMAT)


def _gabung_bab(unsur: list[Unsur]) -> list[Unsur]:
    """ "BAB I" and the title beneath it are one heading."""
    hasil: list[Unsur] = []
    for satu in unsur:
        atas = hasil[-1] if hasil else None
        if isinstance(satu, JudulBaca) and isinstance(atas, JudulBaca) and _BAB.match(atas.teks):
            hasil[-1] = JudulBaca((*atas.baris, *satu.baris), atas.tingkat)
        else:
            hasil.append(satu)
    return hasil
