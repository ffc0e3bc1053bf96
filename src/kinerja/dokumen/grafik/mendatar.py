"""Horizontal bars: one row per category, its wrapped name on the left."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from kinerja.dokumen.grafik.data import Batang, Data, Kelompok
from kinerja.dokumen.grafik.gaya import KISI, LEBAR, SUMBU, TANPA_DATA, TEPI, TINGGI_MAKS, TINTA
from kinerja.dokumen.grafik.huruf import bungkus, ukur
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
    jarangkan,
    label_acuan,
)
from kinerja.dokumen.grafik.sumbu import NOL, Skala, Sumbu, bagian_sumbu
from kinerja.dokumen.grafik.svg import Huruf, Kanvas, Kotak
from kinerja.dokumen.grafik.tanda import LEBAR_TANDA, gambar_isian, gambar_potongan, gambar_status

_PANJANG_MIN = 150.0
_LEBAR_ACUAN = 220.0
_NOL = 2.4
"""Thickness of the line that stands for a zero."""


@dataclass(frozen=True, slots=True)
class Kepadatan:
    """Sizes that go together; tried from roomy to tight until the drawing fits on a page."""

    kategori: float
    nilai: float
    batang: float
    sela: float
    kolom: float


_KEPADATAN = (
    Kepadatan(11, 10.5, 15, 9, 215),
    Kepadatan(10.5, 10, 13, 6, 235),
    Kepadatan(10, 9.5, 11.8, 4, 250),
    Kepadatan(9.5, 9.2, 11.2, 3, 265),
    Kepadatan(9, 9, 10.9, 2, 280),
)


@dataclass(frozen=True, slots=True)
class _Tata:
    """The layout at one density; `atas` and `bawah` bound the rows."""

    padat: Kepadatan
    nama: tuple[tuple[str, ...], ...]
    baris: tuple[Kotak, ...]
    skala: Skala
    lebar: float
    acuan: tuple[str, ...]
    atas: float
    bawah: float


def gambar_mendatar(data: Data) -> Gambaran:
    """Draw `data`; taller than a page only when even the tightest layout is."""
    kanvas = Kanvas()
    atas = gambar_legenda(kanvas, buat_legenda(data.legenda, data.status, lebar=LEBAR), LEBAR)
    for padat in _KEPADATAN:
        tata = _tata(data, padat, atas)
        if tata.bawah + 60 <= TINGGI_MAKS:
            break
    _gambar_kisi(kanvas, tata)
    for baris, kelompok in zip(tata.baris, data.kelompok, strict=True):
        _gambar_batang(kanvas, tata, baris, kelompok)
    _gambar_garis_utama(kanvas, data, tata)
    for baris, nama, kelompok in zip(tata.baris, tata.nama, data.kelompok, strict=True):
        _gambar_nama(kanvas, tata, baris, nama, kelompok)
        _gambar_nilai(kanvas, data, tata, baris, kelompok)
    return _gambar_kaki(kanvas, data, tata)


def _tata(data: Data, padat: Kepadatan, atas: float) -> _Tata:
    huruf = Huruf(padat.kategori)
    nama = tuple(bungkus(k.kategori, padat.kolom, padat.kategori) for k in data.kelompok)
    kolom = max((huruf.ukur(b) for n in nama for b in n), default=0.0)
    tanda = LEBAR_TANDA + 5 if data.status else 0
    sumbu = data.sumbu(SKALA_TICK)
    kiri = max(TEPI + kolom + tanda + 7, TEPI + HURUF_TICK.ukur(sumbu.label()[0]) / 2)
    skala, lebar = _skala(data, sumbu, kiri, padat.nilai)
    acuan = label_acuan(data, _LEBAR_ACUAN)
    y = atas = atas + (len(acuan) * HURUF_ACUAN.tinggi + 3 if acuan else 0)
    baris = []
    for n in nama:
        tinggi = max(len(n) * huruf.tinggi, data.deret * padat.batang) + padat.sela
        baris.append(Kotak(TEPI, y, kiri - TEPI, tinggi))
        y += tinggi
    return _Tata(padat, nama, tuple(baris), skala, lebar, acuan, atas, y)


def _skala(data: Data, sumbu: Sumbu, kiri: float, ukuran: float) -> tuple[Skala, float]:
    """The longest axis whose labels still end inside the drawing, and the width of the drawing."""
    negatif = [_lebar_label(b, ukuran) for b in data.batang if b.nilai is not None and b.nilai < NOL]
    awal = kiri + max(negatif, default=0.0) + (ZONA if sumbu.potong_bawah else 0)
    ekor = [(1.0, ukur(sumbu.label()[-1], HURUF_TICK.ukuran) / 2)]
    ekor += [
        (bagian_sumbu(sumbu, min(b.nilai or NOL, sumbu.atas)), _lebar_label(b, ukuran) + _lewat(sumbu, b))
        for b in data.batang
        if b.nilai is None or b.nilai >= NOL
    ]
    sedia = LEBAR - TEPI - awal
    panjang = max(_PANJANG_MIN, min((sedia - lebih) / bagian for bagian, lebih in ekor if bagian))
    lebar = max(LEBAR, awal + max(panjang * bagian + lebih for bagian, lebih in ekor) + TEPI)
    return Skala(sumbu, awal, awal + panjang, ZONA), lebar


def _lewat(sumbu: Sumbu, batang: Batang) -> float:
    return ZONA if batang.nilai is not None and batang.nilai > sumbu.atas else 0.0


def _lebar_label(batang: Batang, ukuran: float) -> float:
    """Room for the label of `batang` beyond its end."""
    depan = RINTISAN + 1 if batang.nilai is None else _NOL
    return ukur(batang.label, ukuran) + 4 * SELA + depan


def _gambar_kisi(kanvas: Kanvas, tata: _Tata) -> None:
    for nilai in tata.skala.sumbu.tanda():
        x = tata.skala.posisi(nilai)
        kanvas.garis((x, tata.atas), (x, tata.bawah), KISI, tebal=0.8)
    ujung = tata.skala.ujung()[1]
    for baris in tata.baris[1:]:
        kanvas.garis((TEPI, baris.y), (ujung, baris.y), KISI, tebal=0.6)


def _lajur(tata: _Tata, baris: Kotak, urutan: int, banyak: int) -> Kotak:
    """The strip of one bar within its row, as wide as the row."""
    tebal = tata.padat.batang
    y = baris.tengah_y + (urutan - banyak / 2) * tebal
    return Kotak(baris.x, y, baris.lebar, tebal)


def _gambar_batang(kanvas: Kanvas, tata: _Tata, baris: Kotak, kelompok: Kelompok) -> None:
    nol = tata.skala.posisi(NOL)
    for urutan, batang in enumerate(kelompok.batang):
        lajur = _lajur(tata, baris, urutan, len(kelompok.batang))
        y, tinggi = lajur.y + 1, lajur.tinggi - 2
        if batang.nilai is None:
            gambar_isian(kanvas, Kotak(nol + 1, y, RINTISAN, tinggi), TANPA_DATA)
        elif batang.nilai == NOL:
            kanvas.kotak(Kotak(nol, y, _NOL, tinggi), batang.isian.garis)
        else:
            x = tata.skala.posisi(batang.nilai)
            gambar_isian(kanvas, Kotak(min(nol, x), y, abs(x - nol), tinggi), batang.isian)
            _gambar_potongan(kanvas, tata.skala, batang.nilai, lajur)


def _gambar_potongan(kanvas: Kanvas, skala: Skala, nilai: Decimal, lajur: Kotak) -> None:
    if skala.sumbu.melampaui(nilai):
        x = skala.akhir + POTONGAN if nilai > NOL else skala.awal - POTONGAN
        gambar_potongan(kanvas, x, lajur.tengah_y, tebal=lajur.tinggi - 2, mendatar=True)


def _gambar_garis_utama(kanvas: Kanvas, data: Data, tata: _Tata) -> None:
    nol = tata.skala.posisi(NOL)
    kanvas.garis((nol, tata.atas), (nol, tata.bawah), SUMBU, tebal=1.2)
    if data.acuan is None:
        return
    x = tata.skala.posisi(data.acuan)
    gambar_acuan(kanvas, (x, tata.atas), (x, tata.bawah))
    setengah = max((HURUF_ACUAN.ukur(b) for b in tata.acuan), default=0.0) / 2
    tengah = min(max(x, TEPI + setengah), tata.lebar - TEPI - setengah)
    y = tata.atas - 3 - len(tata.acuan) * HURUF_ACUAN.tinggi
    kanvas.baris(tengah, y, tata.acuan, HURUF_ACUAN.ke("middle"))


def _gambar_nama(
    kanvas: Kanvas, tata: _Tata, baris: Kotak, nama: tuple[str, ...], kelompok: Kelompok
) -> None:
    huruf = Huruf(tata.padat.kategori, TINTA)
    kanvas.baris(TEPI, baris.tengah_y - len(nama) * huruf.tinggi / 2, nama, huruf)
    if kelompok.status:
        gambar_status(kanvas, baris.kanan - 7 - LEBAR_TANDA / 2, baris.tengah_y, kelompok.status)


def _gambar_nilai(kanvas: Kanvas, data: Data, tata: _Tata, baris: Kotak, kelompok: Kelompok) -> None:
    for urutan, batang in enumerate(kelompok.batang):
        lajur = _lajur(tata, baris, urutan, len(kelompok.batang))
        huruf = huruf_nilai(batang.nilai, tata.padat.nilai)
        lebar = huruf.ukur(batang.label)
        x = tata.skala.posisi(batang.nilai or NOL)
        if batang.nilai is None:
            x += RINTISAN + 1 + SELA
        elif batang.nilai < NOL:
            x -= SELA + lebar
            huruf = huruf.ke("end")
        else:
            x = _hindari_acuan(tata.skala, data.acuan, x + SELA + (_NOL if batang.nilai == NOL else 0))
        tinggi = min(lajur.tinggi - 0.4, huruf.ukuran * 1.15)
        gambar_label(kanvas, Kotak(x, lajur.tengah_y - tinggi / 2, lebar, tinggi), batang.label, huruf)


def _hindari_acuan(skala: Skala, acuan: Decimal | None, x: float) -> float:
    """Where a label that would begin on or just left of the reference line begins instead."""
    if acuan is None or not -1 <= skala.posisi(acuan) - x < 2 * SELA - 1:
        return x
    return skala.posisi(acuan) + SELA


def _gambar_kaki(kanvas: Kanvas, data: Data, tata: _Tata) -> Gambaran:
    skala = tata.skala
    label = skala.sumbu.label()
    posisi = [skala.posisi(n) for n in skala.sumbu.tanda()]
    y = tata.bawah + 3
    for i in jarangkan(posisi, [HURUF_TICK.ukur(t) for t in label], skala.posisi(NOL)):
        kanvas.teks(posisi[i], y + HURUF_TICK.tinggi / 2, label[i], HURUF_TICK)
    y += HURUF_TICK.tinggi + 2
    judul = bungkus(data.judul_sumbu(skala.sumbu), LEBAR - 2 * TEPI, HURUF_SUMBU.ukuran)
    setengah = max((HURUF_SUMBU.ukur(b) for b in judul), default=0.0) / 2
    tengah = min(max((skala.awal + skala.akhir) / 2, TEPI + setengah), tata.lebar - TEPI - setengah)
    y = kanvas.baris(tengah, y, judul, HURUF_SUMBU.ke("middle"))
    ada = skala.sumbu.potong_atas or skala.sumbu.potong_bawah
    return Gambaran(kanvas, tata.lebar, gambar_catatan(kanvas, y, tata.lebar, ada_potongan=ada))
