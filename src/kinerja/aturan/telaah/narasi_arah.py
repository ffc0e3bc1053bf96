"""Family narasi: prose that says the numbers went another way than they did."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from kinerja.aturan.telaah.fakta import Bahan, Fakta, Jenis, Kalimat, Lingkup, Pokok
from kinerja.aturan.telaah.kalimat import tempat_fakta
from kinerja.aturan.telaah.narasi_deret import DeretBagian, Tahunan
from kinerja.aturan.telaah.narasi_kata import is_memuat, load_kata, pilihan
from kinerja.aturan.telaah.narasi_klaim import Klaim, baca_klaim
from kinerja.aturan.telaah.registri import Hasil, make_temuan, pemeriksa
from kinerja.aturan.telaah.sama import is_sepadan
from kinerja.aturan.telaah.temuan import Kepastian, TempatTemuan, Temuan
from kinerja.dasar.angka import Kebiasaan, baca_angka

_SEDIKIT = Fraction(1, 10)
_STABIL = Fraction(1, 20)
_STABIL_LUNAK = Fraction(1, 10)
_SEBUT: dict[int | None, str] = {-1: "turun", 0: "tetap", 1: "naik", None: "hampir tetap"}
# An improvement is only denied by a fall: what is full already cannot rise.
_SESUAI: dict[str, set[int | None]] = {
    "naik": {1, None},
    "turun": {-1, None},
    "membaik": {1, 0, None},
    "memburuk": {-1, 0, None},
}
_MENJADI = re.compile(
    r"(?i)\b(?P<arah>naik|meningkat|kenaikan|peningkatan|turun|menurun|penurunan)\b[^.;]{0,60}?\bdari\s+"
    r"(?P<sat>Rp\.?\s?)?(?P<a>\d[\d.]*(?:,\d+)?)(?P<sa>\s?%)?[^.;\d]{0,30}?(?:tahun 20\d\d\s*\)?\s*)?"
    r"\bmenjadi\s+(?:Rp\.?\s?)?(?P<b>\d[\d.]*(?:,\d+)?)(?P<sb>\s?%)?"
)
_SEBAB_TARGET = re.compile(
    r"(?i)\bpenurunan (?:capaian|realisasi)\b.{0,80}?\b(?:dikarenakan|karena|disebabkan|akibat)\b.{0,40}?"
    r"\b(?:kenaikan|perubahan|peningkatan|naiknya) target\b"
)


@pemeriksa("narasi-arah")
def periksa_arah(bahan: Bahan) -> Hasil:
    """Rise, fall, standstill and fluctuation, each against the years it is said of."""
    if bahan.tahun is None:
        return Hasil(0)
    deret = DeretBagian.dari(bahan)
    diperiksa = 0
    temuan: list[Temuan] = []
    for kalimat in bahan.kalimat:
        ketemu = deret.cari(kalimat)
        for klaim in () if ketemu is None else baca_klaim(kalimat.teks, ketemu[0], bahan.tahun):
            assert ketemu is not None
            fakta = _pilih(klaim, ketemu[1], bahan.tahun)
            if len(fakta) >= 2:
                diperiksa += 1
                temuan += _banding(kalimat, klaim, fakta, ketemu[0])
    menjadi = [temuan for satu in bahan.kalimat for temuan in _banding_menjadi(satu)]
    return Hasil(diperiksa + len(menjadi), (*temuan, *(satu for satu in menjadi if satu is not None)))


def _pilih(klaim: Klaim, deret: Tahunan, tahun: int) -> list[Fakta]:
    """The facts of the years that are meant, without gaps and in one unit; fewer than two when unknown."""
    jenis = Jenis.CAPAIAN if klaim.arah in ("membaik", "memburuk") else klaim.jenis
    ada = {ini: isi[jenis] for ini, isi in deret.items() if jenis in isi and ini <= tahun}
    seluruh = klaim.arah in ("tetap", "fluktuasi") or klaim.tiap
    awal = klaim.awal or (min(ada, default=tahun) if seluruh else tahun - 1)
    if klaim.tiap and klaim.akhir is not None and klaim.akhir - (klaim.awal or 0) == 1:
        awal = min(ada, default=awal)
    dipakai = [ada.get(ini) for ini in range(awal, (klaim.akhir or tahun) + 1)]
    fakta = [satu for satu in dipakai if satu is not None]
    utuh = len(fakta) == len(dipakai) and len({satu.satuan == "%" for satu in fakta}) <= 1
    if klaim.arah == "fluktuasi" and len(fakta) < 3:
        return []
    return fakta if utuh else []


def _langkah(fakta: Sequence[Fakta]) -> list[int | None]:
    """Up 1, level 0, down -1 for each step from year to year; None where the decimals do not tell."""
    return [_arah_langkah(a, b) for a, b in pairwise(fakta)]


def _arah_langkah(lama: Fakta, baru: Fakta) -> int | None:
    if lama.cetakan.nilai == baru.cetakan.nilai:
        return 0
    if is_sepadan(lama, baru):
        return None
    return 1 if baru.cetakan.nilai > lama.cetakan.nilai else -1


def _banding(kalimat: Kalimat, klaim: Klaim, fakta: Sequence[Fakta], pokok: Pokok) -> Iterator[Temuan]:
    if _is_benar(klaim, fakta) is klaim.ingkar:
        yield _laporkan(kalimat, klaim, fakta, pokok, _sebut_gerak(klaim, fakta))
    elif klaim.sedikit and not klaim.ingkar and _beda_nisbi(fakta[-2:]) > _SEDIKIT:
        yield _laporkan(kalimat, klaim, fakta[-2:], pokok, "berubah lebih dari sepersepuluh, bukan sedikit")


def _is_benar(klaim: Klaim, fakta: Sequence[Fakta]) -> bool:
    if klaim.tanda:
        tanda: list[int | None] = [(satu.cetakan.nilai > 0) - (satu.cetakan.nilai < 0) for satu in fakta]
        langkah = tanda if klaim.tiap else tanda[-1:]
    else:
        langkah = _langkah(fakta) if klaim.tiap else _langkah((fakta[0], fakta[-1]))
    if klaim.arah in _SESUAI:
        return set(langkah) <= _SESUAI[klaim.arah]
    if klaim.arah == "tetap":
        return _beda_nisbi(fakta) <= (_STABIL_LUNAK if klaim.lunak else _STABIL)
    return {1, -1} <= set(_langkah(fakta)) or None in _langkah(fakta)


def _beda_nisbi(fakta: Sequence[Fakta]) -> Fraction:
    """The spread of the values as a part of the largest."""
    nilai = [satu.cetakan.titik for satu in fakta]
    terbesar = max(abs(satu) for satu in nilai)
    return (max(nilai) - min(nilai)) / terbesar if terbesar else Fraction(0)


def _sebut_gerak(klaim: Klaim, fakta: Sequence[Fakta]) -> str:
    if klaim.tanda:
        return "pertumbuhannya tidak selalu bertanda itu"
    langkah = _langkah(fakta)
    if len(set(langkah)) == 1:
        return _SEBUT[langkah[0]] if len(langkah) == 1 else f"{_SEBUT[langkah[0]]} setiap tahun"
    return ", lalu ".join(_SEBUT[satu] for i, satu in enumerate(langkah) if i == 0 or langkah[i - 1] != satu)


def _laporkan(
    kalimat: Kalimat, klaim: Klaim, fakta: Sequence[Fakta], pokok: Pokok, sebenarnya: str
) -> Temuan:
    deret = ", ".join(f"{satu.cetakan.teks} ({satu.tahun})" for satu in fakta)
    frasa = f"tidak {klaim.frasa}" if klaim.ingkar else klaim.frasa
    jenis = fakta[0].jenis.value
    uraian = f"Kalimat menyebut {jenis} “{frasa}”, padahal menurut tabel {jenis}nya {deret}: {sebenarnya}."
    saran = (
        f"Tulis arah {jenis} sesuai deretnya ({sebenarnya}) dan jelaskan sebabnya; "
        "bila deretnya yang keliru, perbaiki tabelnya."
    )
    tempat = (TempatTemuan(kalimat.tempat, frasa, sebenarnya), *map(tempat_fakta, fakta))
    return make_temuan(
        "narasi-arah", tempat, uraian, kepastian=Kepastian.MUNGKIN, indikator=pokok.teks, saran=saran
    )


def _banding_menjadi(kalimat: Kalimat) -> Iterator[Temuan | None]:
    """ "naik dari 3,89 menjadi 3,76": both numbers stand in the sentence itself."""
    for cocok in _MENJADI.finditer(kalimat.teks):
        lama, baru = (_baca(cocok[nama]) for nama in ("a", "b"))
        if lama is None or baru is None or bool(cocok["sa"]) != bool(cocok["sb"]):
            continue
        naik = cocok["arah"].casefold() in ("naik", "meningkat", "kenaikan", "peningkatan")
        if (baru > lama) if naik else (baru < lama):
            yield None
            continue
        benar = "turun" if baru < lama else ("naik" if baru > lama else "tetap")
        uraian = f"Kalimat menyebut “{cocok[0]}”, padahal {cocok['a']} ke {cocok['b']} berarti {benar}."
        tempat = (TempatTemuan(kalimat.tempat, cocok[0], benar),)
        yield make_temuan("narasi-arah", tempat, uraian)


def _baca(teks: str) -> Decimal | None:
    return baca_angka(teks, kebiasaan=Kebiasaan.KOMA).nilai


@pemeriksa("narasi-sebab")
def periksa_sebab(bahan: Bahan) -> Hasil:
    """A lower capaian laid to a higher target, where the result itself fell too."""
    if bahan.tahun is None:
        return Hasil(0)
    deret = DeretBagian.dari(bahan)
    diperiksa = 0
    temuan: list[Temuan] = []
    for kalimat in bahan.kalimat:
        if _SEBAB_TARGET.search(kalimat.teks) is None or (ketemu := deret.cari(kalimat)) is None:
            continue
        realisasi = [ketemu[1].get(ini, {}).get(Jenis.REALISASI) for ini in (bahan.tahun - 1, bahan.tahun)]
        dua = [satu for satu in realisasi if satu is not None]
        diperiksa += len(dua) == 2
        if len(dua) == 2 and _langkah(dua) == [-1]:
            temuan.append(_laporkan_sebab(kalimat, dua, ketemu[0]))
    return Hasil(diperiksa, tuple(temuan))


def _laporkan_sebab(kalimat: Kalimat, dua: Sequence[Fakta], pokok: Pokok) -> Temuan:
    uraian = (
        f"Penurunan dijelaskan dengan perubahan target, padahal realisasinya sendiri turun dari "
        f"{dua[0].cetakan.teks} menjadi {dua[1].cetakan.teks}."
    )
    tempat = (TempatTemuan(kalimat.tempat), *map(tempat_fakta, dua))
    return make_temuan("narasi-sebab", tempat, uraian, kepastian=Kepastian.MUNGKIN, indikator=pokok.teks)


@pemeriksa("narasi-belanja")
def periksa_belanja(bahan: Bahan) -> Hasil:
    """ "kenaikan untuk semua jenis belanja": each kind of spending, against the year before."""
    if bahan.tahun is None:
        return Hasil(0)
    semua = pilihan(load_kata().daftar["semua"])
    pola = re.compile(
        rf"(?i)\b(?P<arah>kenaikan|peningkatan|penurunan)\b[^.;]{{0,40}}\b(?:{semua}) jenis belanja\b"
    )
    per_jenis = _realisasi_belanja(bahan, bahan.tahun)
    klaim = [
        (satu, cocok)
        for satu in bahan.kalimat
        if (cocok := pola.search(satu.teks)) is not None and not is_memuat("ingkar", satu.teks)
    ]
    temuan = []
    for kalimat, cocok in klaim:
        arah = -1 if cocok["arah"].casefold() == "penurunan" else 1
        lain = [dua for dua in per_jenis if _langkah(dua) not in ([arah], [None])]
        if lain:
            temuan.append(_laporkan_belanja(kalimat, cocok[0], lain))
    return Hasil(len(klaim) * len(per_jenis), tuple(temuan))


def _realisasi_belanja(bahan: Bahan, tahun: int) -> list[tuple[Fakta, Fakta]]:
    ada = {
        (satu.apa.kunci, satu.tahun): satu
        for satu in bahan.fakta
        if satu.apa.lingkup is Lingkup.BELANJA and satu.jenis is Jenis.REALISASI_ANGGARAN
    }
    return [
        (ada[kunci, tahun - 1], fakta)
        for (kunci, ini), fakta in ada.items()
        if ini == tahun and (kunci, tahun - 1) in ada
    ]


def _laporkan_belanja(kalimat: Kalimat, frasa: str, lain: Sequence[tuple[Fakta, Fakta]]) -> Temuan:
    sebut = "; ".join(
        f"{baru.apa.teks} {_SEBUT[_langkah((lama, baru))[0]]} dari {lama.cetakan.teks} menjadi {baru.cetakan.teks}"
        for lama, baru in lain
    )
    uraian = f"Kalimat menyebut “{frasa}”, padahal {sebut}."
    tempat = (TempatTemuan(kalimat.tempat, frasa), *(tempat_fakta(baru) for _, baru in lain))
    return make_temuan("narasi-belanja", tempat, uraian, kepastian=Kepastian.MUNGKIN)
