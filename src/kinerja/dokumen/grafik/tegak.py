"""Vertical bars: groups side by side above their wrapped names."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from kinerja.dokumen.grafik.data import Batang, Data, Kelompok
from kinerja.dokumen.grafik.gaya import KISI, LEBAR, SUMBU, TANPA_DATA, TEPI, TINTA
from kinerja.dokumen.grafik.huruf import bungkus, lebar_kata
from kinerja.dokumen.grafik.legenda import buat_legenda, gambar_legenda
from kinerja.dokumen.grafik.perabot import (
    HURUF_ACUAN,
    HURUF_SUMBU,
    HURUF_TICK,
    POTONGAN,
    RINTISAN,
    SELA,
    SKALA_TICK,
    ZONA,
    Gambaran,
    gambar_acuan,
    gambar_catatan,
    gambar_label,
    huruf_nilai,
    label_acuan,
)
from kinerja.dokumen.grafik.sumbu import NOL, Skala, Sumbu
from kinerja.dokumen.grafik.svg import Huruf, Kanvas, Kotak
from kinerja.dokumen.grafik.tanda import LEBAR_TANDA, gambar_isian, gambar_potongan, gambar_status

_TINGGI_PETAK = 135.0
_HURUF = Huruf(10.5)
_UKURAN_KATEGORI = (11.0, 10.0, 9.5)
_BARIS_MAKS = 5
_LEBAR_ACUAN = 84.0
_BATANG_MIN = 13.0
_BATANG_MAKS = 50.0
_BATANG_TUNGGAL = 64.0
_TERPANJANG = 120.0
"""The longest label that may stand upright."""
_PENUH = 0.82
"""Share of a group's room that its bars may fill."""


@dataclass(frozen=True, slots=True)
class _Petak:
    """Widths: where the plot lies, the room of a group, of a bar and of its label; how texts are set."""

    kiri: float
    lajur: float
    batang: float
    kategori: Huruf
    nama: tuple[tuple[str, ...], ...]
    ruang: float
    putar: bool
    acuan: tuple[str, ...]

    @property
    def kanan(self) -> float:
        """Right end of the plot."""
        return self.kiri + self.lajur * len(self.nama)

    def terputar(self, batang: Batang) -> bool:
        """Whether the label of `batang` must stand upright to fit its room."""
        if batang.nilai is None:
            return lebar_kata(batang.label, _HURUF.ukuran) > self.ruang
        return self.putar

    def baris(self, batang: Batang) -> tuple[str, ...]:
        """The label; the words for a gap may stand in several lines."""
        if batang.nilai is None and not self.terputar(batang):
            return bungkus(batang.label, self.ruang, _HURUF.ukuran)
        return (batang.label,)

    def panjang_label(self, batang: Batang) -> float:
        """Room for the label beyond the end of the bar."""
        panjang = len(self.baris(batang)) * _HURUF.tinggi
        if self.terputar(batang):
            panjang = _HURUF.ukur(batang.label)
        return panjang + SELA + 2 + (RINTISAN if batang.nilai is None else 0)

    def slot(self, kelompok: int, urutan: int, banyak: int) -> float:
        """Left side of a bar."""
        tengah = self.kiri + self.lajur * (kelompok + 0.5)
        return tengah + (urutan - banyak / 2) * self.batang


def gambar_tegak(data: Data) -> Gambaran | None:
    """Draw `data`; None when its names or bars are too many to be legible side by side."""
    sumbu = data.sumbu(SKALA_TICK)
    petak = _petak(data, sumbu)
    if petak is None:
        return None
    kanvas = Kanvas()
    atas = gambar_legenda(kanvas, buat_legenda(data.legenda, data.status, lebar=LEBAR), LEBAR)
    judul = bungkus(data.judul_sumbu(sumbu), LEBAR - 2 * TEPI, HURUF_SUMBU.ukuran)
    atas = kanvas.baris(TEPI, atas, judul, HURUF_SUMBU) + 4
    skala, bawah = _skala(data, petak, sumbu, atas)
    _gambar_kisi(kanvas, petak, skala)
    for i, kelompok in enumerate(data.kelompok):
        _gambar_batang(kanvas, petak, skala, i, kelompok)
    _gambar_garis_utama(kanvas, data, petak, skala)
    for i, kelompok in enumerate(data.kelompok):
        _gambar_nilai(kanvas, petak, skala, i, kelompok)
    y = _gambar_kategori(kanvas, data, petak, bawah)
    ada = sumbu.potong_atas or sumbu.potong_bawah
    return Gambaran(kanvas, LEBAR, gambar_catatan(kanvas, y, LEBAR, ada_potongan=ada))


def _petak(data: Data, sumbu: Sumbu) -> _Petak | None:
    kiri = TEPI + max(HURUF_TICK.ukur(t) for t in sumbu.label()) + 6
    acuan = label_acuan(data, _LEBAR_ACUAN)
    sisi = max((HURUF_ACUAN.ukur(b) for b in acuan), default=-6.0) + 6
    lajur = (LEBAR - TEPI - sisi - kiri) / len(data.kelompok)
    kategori = _huruf_kategori(data, lajur - 6)
    terpanjang = max((_HURUF.ukur(b.label) for b in data.batang if b.nilai is not None), default=0.0)
    batas = _BATANG_TUNGGAL if data.deret == 1 else max(_BATANG_MAKS, terpanjang + 4)
    batang = min(batas, lajur * _PENUH / data.deret)
    if kategori is None or batang < _BATANG_MIN:
        return None
    ruang = lajur - 6 if data.deret == 1 else batang - 3
    if terpanjang > max(ruang, _TERPANJANG):
        return None
    nama = tuple(bungkus(k.kategori, lajur - 6, kategori.ukuran) for k in data.kelompok)
    return _Petak(kiri, lajur, batang, kategori, nama, ruang, terpanjang > ruang, acuan)


def _huruf_kategori(data: Data, lebar: float) -> Huruf | None:
    """The largest size at which every name fits without cutting a word."""
    for ukuran in _UKURAN_KATEGORI:
        if all(
            lebar_kata(k.kategori, ukuran) <= lebar and len(bungkus(k.kategori, lebar, ukuran)) <= _BARIS_MAKS
            for k in data.kelompok
        ):
            return Huruf(ukuran, TINTA, "middle")
    return None


def _skala(data: Data, petak: _Petak, sumbu: Sumbu, atas: float) -> tuple[Skala, float]:
    """The axis placed so that every label has room above or below its bar, and the foot of the plot."""
    coba = Skala(sumbu, _TINGGI_PETAK, 0, ZONA)
    ujung_bawah, ujung_atas = coba.ujung()
    naik, turun = -ujung_atas + HURUF_TICK.tinggi / 2, ujung_bawah + 3
    for batang in data.batang:
        panjang = petak.panjang_label(batang)
        ujung = coba.posisi(batang.nilai or NOL)
        if batang.nilai is not None and batang.nilai < NOL:
            turun = max(turun, ujung + panjang)
        else:
            naik = max(naik, panjang - ujung)
    if data.acuan is not None:
        ujung, panjang = coba.posisi(data.acuan), len(petak.acuan) * HURUF_ACUAN.tinggi / 2
        naik, turun = max(naik, panjang - ujung), max(turun, ujung + panjang)
    nol = atas + naik
    return Skala(sumbu, nol + _TINGGI_PETAK, nol, ZONA), nol + turun


def _gambar_kisi(kanvas: Kanvas, petak: _Petak, skala: Skala) -> None:
    for nilai, label in zip(skala.sumbu.tanda(), skala.sumbu.label(), strict=True):
        y = skala.posisi(nilai)
        kanvas.garis((petak.kiri, y), (petak.kanan, y), KISI, tebal=0.8)
        kanvas.teks(petak.kiri - 6, y, label, HURUF_TICK.ke("end"))


def _gambar_batang(kanvas: Kanvas, petak: _Petak, skala: Skala, kelompok: int, isi: Kelompok) -> None:
    nol = skala.posisi(NOL)
    for urutan, batang in enumerate(isi.batang):
        x, lebar = petak.slot(kelompok, urutan, len(isi.batang)) + 1, petak.batang - 2
        if batang.nilai is None:
            gambar_isian(kanvas, Kotak(x, nol - 1 - RINTISAN, lebar, RINTISAN), TANPA_DATA)
        elif batang.nilai == NOL:
            kanvas.kotak(Kotak(x, nol - 2.4, lebar, 2.4), batang.isian.garis)
        else:
            y = skala.posisi(batang.nilai)
            gambar_isian(kanvas, Kotak(x, min(nol, y), lebar, abs(y - nol)), batang.isian)
            _gambar_potongan(kanvas, skala, batang.nilai, Kotak(x, y, lebar, 0))


def _gambar_potongan(kanvas: Kanvas, skala: Skala, nilai: Decimal, kotak: Kotak) -> None:
    if skala.sumbu.melampaui(nilai):
        y = skala.akhir - POTONGAN if nilai > NOL else skala.awal + POTONGAN
        gambar_potongan(kanvas, kotak.tengah_x, y, tebal=kotak.lebar, mendatar=False)


def _gambar_garis_utama(kanvas: Kanvas, data: Data, petak: _Petak, skala: Skala) -> None:
    nol = skala.posisi(NOL)
    kanvas.garis((petak.kiri, nol), (petak.kanan, nol), SUMBU, tebal=1.2)
    if data.acuan is None:
        return
    y = skala.posisi(data.acuan)
    gambar_acuan(kanvas, (petak.kiri, y), (petak.kanan, y))
    kanvas.baris(petak.kanan + 6, y - len(petak.acuan) * HURUF_ACUAN.tinggi / 2, petak.acuan, HURUF_ACUAN)


def _gambar_nilai(kanvas: Kanvas, petak: _Petak, skala: Skala, kelompok: int, isi: Kelompok) -> None:
    for urutan, batang in enumerate(isi.batang):
        tengah = petak.slot(kelompok, urutan, len(isi.batang)) + petak.batang / 2
        ujung = skala.posisi(batang.nilai or NOL)
        if petak.terputar(batang):
            _gambar_label_putar(kanvas, batang, tengah, ujung)
        else:
            _gambar_label_datar(kanvas, petak, batang, tengah, ujung)


def _gambar_label_putar(kanvas: Kanvas, batang: Batang, tengah: float, ujung: float) -> None:
    huruf = huruf_nilai(batang.nilai, _HURUF.ukuran)
    panjang, tebal = huruf.ukur(batang.label), huruf.ukuran * 1.15
    if batang.nilai is not None and batang.nilai < NOL:
        huruf, y = huruf.ke("end"), ujung + SELA
    else:
        y = ujung - SELA - panjang - (RINTISAN if batang.nilai is None else 0)
    gambar_label(kanvas, Kotak(tengah - tebal / 2, y, tebal, panjang), batang.label, huruf, putar=True)


def _gambar_label_datar(kanvas: Kanvas, petak: _Petak, batang: Batang, tengah: float, ujung: float) -> None:
    huruf = huruf_nilai(batang.nilai, _HURUF.ukuran).ke("middle")
    baris = petak.baris(batang)
    if batang.nilai is not None and batang.nilai < NOL:
        y = ujung + SELA
    else:
        y = ujung - SELA - len(baris) * huruf.tinggi - (RINTISAN if batang.nilai is None else 0)
    for isi in baris:
        lebar = huruf.ukur(isi)
        gambar_label(kanvas, Kotak(tengah - lebar / 2, y, lebar, huruf.tinggi), isi, huruf)
        y += huruf.tinggi


def _gambar_kategori(kanvas: Kanvas, data: Data, petak: _Petak, y: float) -> float:
    tinggi = LEBAR_TANDA + 4 if data.status else 0
    dasar = y
    for i, kelompok in enumerate(data.kelompok):
        tengah = petak.kiri + petak.lajur * (i + 0.5)
        if kelompok.status:
            gambar_status(kanvas, tengah, y + 1 + LEBAR_TANDA / 2, kelompok.status)
        dasar = max(dasar, kanvas.baris(tengah, y + tinggi, petak.nama[i], petak.kategori))
    return dasar
