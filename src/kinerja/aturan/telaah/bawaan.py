"""Family bawaan: what was carried over from last year's report."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from kinerja.aturan.telaah.fakta import Bagian, Bahan, Fakta, Jenis, Kalimat, Lingkup
from kinerja.aturan.telaah.kalimat import tempat_fakta
from kinerja.aturan.telaah.registri import Hasil, make_temuan, pemeriksa
from kinerja.aturan.telaah.sama import is_sepadan
from kinerja.aturan.telaah.temuan import Kepastian, TempatTemuan, Temuan

_PANJANG = 8
_TERPENDEK = 30
_KATA_KALIMAT = 8
_UMUM = 20
_MIRIP = Fraction(17, 20)
_TERUKUR = (Jenis.TARGET, Jenis.REALISASI, Jenis.CAPAIAN)
_DINILAI = ("riwayat", "penyebab", "efisiensi", "program")
_KATA = re.compile(r"[^\W\d_]+|\d[\d.,]*")
_BANDINGAN = re.compile(
    r"(?i)\b(?:dibanding\w*|sampai dengan|hingga|sebelumnya|lalu|nomor|tentang|sejak|dari tahun|perjanjian kinerja)\b"
)
_HASIL = re.compile(
    r"(?i)\b(?:realisasi|capaian|tercapai|mencapai|target|selama|periode|terealisasi|tahun ini)\b"
)

Sirap = tuple[str, ...]
"""Neighbouring words, overlapping like the shingles of a roof."""


def _sirap(teks: str) -> set[Sirap]:
    """Runs of words, every number alike: a paragraph that only got new numbers is still the old one."""
    kata = [satu if satu.isalpha() else "#" for satu in _KATA.findall(teks.casefold())]
    return {tuple(kata[i : i + _PANJANG]) for i in range(len(kata) - _PANJANG + 1)}


@pemeriksa("bawaan-analisis")
def periksa_analisis(bahan: Bahan) -> Hasil:
    """Analyses that are last year's nearly word for word."""
    if bahan.lalu is None:
        return Hasil(0)
    lama = [satu for satu in bahan.lalu.bagian if satu.makna in _DINILAI]
    indeks: dict[Sirap, list[int]] = defaultdict(list)
    for i, satu in enumerate(lama):
        for sirap in _sirap(satu.isi):
            indeks[sirap].append(i)
    dinilai = [
        satu for satu in bahan.bagian if satu.makna in _DINILAI and len(satu.isi.split()) >= _TERPENDEK
    ]
    sama = [
        (satu, bagian) for satu in dinilai if (bagian := _bagian_lama(_sirap(satu.isi), indeks)) >= _MIRIP
    ]
    return Hasil(len(dinilai), tuple(_laporkan_analisis(sama, len(dinilai))))


def _bagian_lama(sirap: set[Sirap], indeks: Mapping[Sirap, Sequence[int]]) -> Fraction:
    """The largest share of the runs that stands in one paragraph of last year; boilerplate is left out."""
    khas = [satu for satu in sirap if len(indeks.get(satu, ())) <= _UMUM]
    banyak = Counter(ke for satu in khas for ke in indeks.get(satu, ()))
    return Fraction(max(banyak.values(), default=0), len(khas)) if khas else Fraction(0)


def _laporkan_analisis(sama: Sequence[tuple[Bagian, Fraction]], dinilai: int) -> Iterator[Temuan]:
    if sama:
        uraian = (
            f"{len(sama)} dari {dinilai} analisis hampir kata demi kata sama dengan laporan tahun lalu, "
            f"misalnya “{sama[0][0].judul}”: “{sama[0][0].isi[:100].strip()}…”."
        )
        tempat = tuple(
            TempatTemuan(satu.tempat, f"{satu.isi[:80].strip()}… ({int(bagian * 100)}% sama)")
            for satu, bagian in sama
        )
        yield make_temuan("bawaan-analisis", tempat, uraian, kepastian=Kepastian.MUNGKIN)


@pemeriksa("bawaan-tahun")
def periksa_tahun(bahan: Bahan) -> Hasil:
    """Sentences of last year that still name last year as the one reported on."""
    lalu = bahan.lalu
    if lalu is None or lalu.tahun is None or lalu.tahun == bahan.tahun:
        return Hasil(0)
    lama = {_samakan(satu.teks) for satu in lalu.kalimat}
    tahun = re.compile(rf"(?i)\btahun\s+(?:anggaran\s+)?{lalu.tahun}\b")
    usang = [
        satu
        for satu in bahan.kalimat
        if _is_usang(satu, tahun, str(bahan.tahun)) and _samakan(satu.teks) in lama
    ]
    temuan = []
    if usang:
        uraian = (
            f"{len(usang)} kalimat tersalin utuh dari laporan tahun lalu dan masih menyebut tahun {lalu.tahun} "
            f"sebagai tahun laporan, misalnya “{usang[0].teks[:120]}”."
        )
        tempat = tuple(TempatTemuan(satu.tempat, satu.teks[:80], str(bahan.tahun)) for satu in usang)
        temuan.append(make_temuan("bawaan-tahun", tempat, uraian, kepastian=Kepastian.MUNGKIN))
    return Hasil(len(bahan.kalimat), tuple(temuan))


def _samakan(teks: str) -> str:
    return " ".join(_KATA.findall(teks.casefold()))


def _is_usang(kalimat: Kalimat, tahun: re.Pattern[str], ini: str) -> bool:
    teks = kalimat.teks
    panjang = len(teks.split()) >= _KATA_KALIMAT and ini not in teks
    return (
        panjang
        and tahun.search(teks) is not None
        and _HASIL.search(teks) is not None
        and _BANDINGAN.search(teks) is None
    )


@pemeriksa("bawaan-angka")
def periksa_angka(bahan: Bahan) -> Hasil:
    """What this report prints for last year is what last year's report printed."""
    lalu = bahan.lalu
    if lalu is None or lalu.tahun is None or lalu.tahun == bahan.tahun:
        return Hasil(0)
    lama, baru = (_kumpulkan(satu, lalu.tahun) for satu in (lalu, bahan))
    bersama = [kunci for kunci in baru if kunci in lama]
    temuan = [temuan for kunci in bersama for temuan in _banding(lama[kunci], baru[kunci])]
    return Hasil(len(bersama), tuple(temuan))


def _kumpulkan(bahan: Bahan, tahun: int) -> dict[tuple[str, Jenis], list[Fakta]]:
    """By level and name; a name that two indicators share says nothing."""
    hasil: dict[tuple[str, Jenis], list[Fakta]] = defaultdict(list)
    for satu in bahan.fakta:
        if satu.apa.lingkup is Lingkup.INDIKATOR and satu.jenis in _TERUKUR and satu.tahun == tahun:
            hasil[satu.apa.kunci.partition("@")[0], satu.jenis].append(satu)
    return {kunci: semua for kunci, semua in hasil.items() if len({satu.apa.kunci for satu in semua}) == 1}


def _banding(lama: Sequence[Fakta], baru: Sequence[Fakta]) -> Iterator[Temuan]:
    if any(is_sepadan(a, b) for a in lama for b in baru):
        return
    satu, asal = baru[0], lama[0]
    # One print may be misread, the same one twice hardly.
    yakin = all(len(semua) > 1 and len({f.cetakan.nilai for f in semua}) == 1 for semua in (lama, baru))
    uraian = (
        f"{satu.jenis.value.capitalize()} {satu.apa.teks} tahun {satu.tahun} di sini {satu.cetakan.teks}, "
        f"di laporan tahun {satu.tahun} sendiri {asal.cetakan.teks}."
    )
    yield make_temuan(
        "bawaan-angka",
        tuple(tempat_fakta(fakta, asal.cetakan.teks) for fakta in baru),
        uraian,
        kepastian=Kepastian.PASTI if yakin else Kepastian.MUNGKIN,
        indikator=satu.apa.teks,
    )
