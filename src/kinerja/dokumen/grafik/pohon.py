"""Trees drawn from left to right: an organisation, sasaran -> indikator."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kinerja.dokumen.grafik.gaya import LEBAR, PUTIH, STATUS, TEPI, TINGGI_MAKS, TINTA, TINTA_REDUP
from kinerja.dokumen.grafik.legenda import buat_legenda, gambar_legenda
from kinerja.dokumen.grafik.perabot import Gambaran
from kinerja.dokumen.grafik.pohon_kolom import PAD_X, RUANG_TANDA, Ukuran, telusuri
from kinerja.dokumen.grafik.pohon_tata import Cabang, Panel, Tata, tata_pohon, tinggi_anak
from kinerja.dokumen.grafik.svg import Huruf, Kanvas, Kotak, angka
from kinerja.dokumen.grafik.tanda import LEBAR_TANDA, gambar_status
from kinerja.dokumen.model import BaganPohon, Status

# Roomy first; the first that fits on a page is taken.
_UKURAN = (
    Ukuran(11, 9.5, 8, 26, 4, False),
    Ukuran(10.5, 9.2, 5, 22, 4, False),
    Ukuran(10.5, 9.2, 5, 22, 4, True),
    Ukuran(9.5, 9, 4, 18, 3, False),
    Ukuran(9.5, 9, 4, 18, 3, True),
    Ukuran(9, 9, 3, 14, 2, True),
)
_HUBUNG = "#7a8d9f"
_ALAS_PANEL = "#f3f6f9"


@dataclass(frozen=True, slots=True)
class _Rupa:
    """Colours of a box."""

    isi: str
    garis: str
    teks: str = TINTA
    keterangan: str = TINTA_REDUP


_AKAR = _Rupa("#1f4e79", "#1f4e79", PUTIH, "#dfe9f2")
_DAHAN = _Rupa("#dfeaf4", "#1f4e79")
_DAUN = _Rupa(PUTIH, "#6b8299")
_RUPA_STATUS: dict[Status, _Rupa] = {
    "tercapai": _Rupa("#e6f3f1", STATUS["tercapai"].garis),
    "tidak_tercapai": _Rupa("#fdf1ea", STATUS["tidak_tercapai"].garis),
    "tanpa_nilai": _Rupa("#f2f4f6", STATUS["tanpa_nilai"].garis),
}


@dataclass(frozen=True, slots=True)
class _Pelukis:
    """What is the same for every box of one drawing."""

    kanvas: Kanvas
    tata: Tata


def gambar_pohon(bagan: BaganPohon) -> Gambaran:
    """Draw `bagan` on at most a page where the text allows."""
    semua = [simpul for simpul, _ in telusuri(bagan.akar)]
    status = [s for s in STATUS if any(simpul.status == s for simpul in semua)]
    kanvas = Kanvas()
    atas = gambar_legenda(kanvas, buat_legenda((), status, lebar=LEBAR), LEBAR)
    tata = tata_pohon(bagan.akar, _UKURAN, TINGGI_MAKS - atas - TEPI)
    _taruh(_Pelukis(kanvas, tata), tata.akar, atas)
    return Gambaran(kanvas, max(LEBAR, tata.kolom[-1].kanan + TEPI), atas + tata.akar.tinggi + TEPI)


def _taruh(pelukis: _Pelukis, cabang: Cabang, y: float) -> float:
    """Draw a subtree from `y` down; returns the height at which its own box is joined to its parent."""
    tata, kolom = pelukis.tata, pelukis.tata.kolom[cabang.tingkat]
    turun = y + (cabang.tinggi - tinggi_anak(cabang.anak, tata.ukuran)) / 2
    sambungan = []
    for anak in cabang.anak:
        if isinstance(anak, Panel):
            sambungan.append(_taruh_panel(pelukis, anak, tata.kolom[cabang.tingkat + 1].x, turun))
        else:
            sambungan.append(_taruh(pelukis, anak, turun))
        turun += anak.tinggi + tata.ukuran.sela
    tengah = _tengah(cabang, y, sambungan)
    if sambungan:
        _hubungkan(pelukis, kolom.kanan, tengah, sambungan)
    _gambar_kotak(pelukis, cabang, kolom.x, tengah - cabang.kotak / 2)
    return tengah


def _tengah(cabang: Cabang, y: float, sambungan: Sequence[float]) -> float:
    """Middle of the box: between the outer children, but within the room of the subtree."""
    tengah = (sambungan[0] + sambungan[-1]) / 2 if sambungan else y + cabang.tinggi / 2
    setengah = cabang.kotak / 2
    return min(max(tengah, y + setengah), y + cabang.tinggi - setengah)


def _taruh_panel(pelukis: _Pelukis, panel: Panel, x: float, y: float) -> float:
    pelukis.kanvas.kotak(Kotak(x, y, panel.lebar, panel.tinggi), _ALAS_PANEL, garis=_DAUN.garis, sudut=4)
    sela = pelukis.tata.ukuran.sela
    x += sela
    for lajur in panel.lajur:
        turun = y + sela
        for daun in lajur:
            _gambar_kotak(pelukis, daun, x, turun)
            turun += daun.tinggi + sela
        x += lajur[0].lebar + sela
    return y + panel.tinggi / 2


def _hubungkan(pelukis: _Pelukis, x: float, y: float, sambungan: Sequence[float]) -> None:
    """Elbows from the parent's right side to the left side of each child."""
    batang, ujung = x + pelukis.tata.ukuran.antar / 2, x + pelukis.tata.ukuran.antar
    d = [f"M{angka(x)} {angka(y)}H{angka(batang)}"]
    d += [f"M{angka(batang)} {angka(y)}V{angka(s)}H{angka(ujung)}" for s in sambungan]
    pelukis.kanvas.jalur("".join(d), _HUBUNG, tebal=1.2)


def _gambar_kotak(pelukis: _Pelukis, cabang: Cabang, x: float, y: float) -> None:
    kotak = Kotak(x, y, cabang.lebar, cabang.kotak)
    rupa = _rupa(cabang)
    pelukis.kanvas.kotak(kotak, rupa.isi, garis=rupa.garis, sudut=3)
    teks = Huruf(pelukis.tata.ukuran.teks, rupa.teks, tebal=cabang.tingkat == 0)
    keterangan = Huruf(pelukis.tata.ukuran.keterangan, rupa.keterangan)
    tinggi = len(cabang.teks) * teks.tinggi + len(cabang.keterangan) * keterangan.tinggi
    turun = pelukis.kanvas.baris(x + PAD_X, kotak.tengah_y - tinggi / 2, cabang.teks, teks)
    pelukis.kanvas.baris(x + PAD_X, turun, cabang.keterangan, keterangan)
    if cabang.simpul.status:
        tanda = kotak.kanan - PAD_X - RUANG_TANDA + 5 + LEBAR_TANDA / 2
        gambar_status(pelukis.kanvas, tanda, kotak.tengah_y, cabang.simpul.status)


def _rupa(cabang: Cabang) -> _Rupa:
    if cabang.simpul.status:
        return _RUPA_STATUS[cabang.simpul.status]
    if cabang.tingkat == 0:
        return _AKAR
    return _DAHAN if cabang.simpul.anak else _DAUN
