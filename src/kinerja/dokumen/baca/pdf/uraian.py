"""One page sorted into lines, tables and figures, from the top down."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from kinerja.dokumen.baca.keterangan import read_keterangan
from kinerja.dokumen.baca.mentah import GambarMentah, TabelMentah
from kinerja.dokumen.baca.naskah import JenisKeterangan, Letak
from kinerja.dokumen.baca.pdf.baris import BarisPdf, bulatkan, susun_baris
from kinerja.dokumen.baca.pdf.halaman import HalamanPdf, Kata, Kotak
from kinerja.dokumen.baca.pdf.kisi import find_kisi
from kinerja.dokumen.baca.pdf.petunjuk import Petunjuk
from kinerja.dokumen.baca.pdf.tabel import baca_kisi, bagi_kata

_LUKISAN_TERKECIL = 5
"""So many strokes and areas close together are a drawing; fewer are shading."""
_SISI_GAMBAR = (80.0, 45.0)
_JARAK_LUKISAN = 15.0
_JARAK_KETERANGAN = 60.0
_JAUH = 1e9
_JENIS: tuple[JenisKeterangan, JenisKeterangan] = ("gambar", "tabel")
_LUKISAN_TERBANYAK = 4_000
_LATAR = 0.6
"""A picture over this share of the page lies behind the text; without text it is a scan."""
_HURUF_CAP = 60
"""A scan may carry so many letters of its own: a stamp, a page number."""
_RUSAK = 0.3

Isi = BarisPdf | TabelMentah | GambarMentah


@dataclass(slots=True)
class UraianHalaman:
    """`isi` from the top; `datar` the y of rulings outside tables; `terbaca` is False for a scanned page."""

    nomor: int
    tinggi: float
    isi: list[Isi]
    datar: list[float]
    petunjuk: Petunjuk = field(default_factory=Petunjuk)
    terbaca: bool = True


def urai_halaman(halaman: HalamanPdf, petunjuk: Petunjuk) -> UraianHalaman:
    """Sort what stands on a page."""
    if not _is_terbaca(halaman):
        return UraianHalaman(halaman.nomor, halaman.tinggi, [], [], petunjuk, terbaca=False)
    gambar = [GambarMentah(_letak(halaman, k), alternatif) for alternatif, k in petunjuk.gambar]
    kata = [k for k in halaman.kata if not any(_is_di_dalam(k.kotak, g) for _, g in petunjuk.gambar)]
    tabel, kata, lukisan = _ambil_tabel(halaman, kata, [g for _, g in petunjuk.gambar])
    keterangan = _list_keterangan(kata, halaman.nomor, "gambar")
    for kotak in _list_gambar(halaman, lukisan, [_kotak(g) for g in gambar], [_kotak(t) for t in tabel]):
        dilukis = kotak not in halaman.gambar
        if dilukis and not any(_is_bersebelahan(kotak, k) for k in keterangan):
            continue  # a call-out or an ornament: its text belongs to the report
        gambar.append(GambarMentah(_letak(halaman, kotak)))
        if dilukis:
            kata = [k for k in kata if not _is_di_dalam(k.kotak, kotak)]
    isi: list[Isi] = [*susun_baris(kata, halaman.nomor), *tabel, *gambar]
    isi.sort(key=lambda i: -_atas(i))
    datar = [g.tetap for g in halaman.garis if not g.tegak]
    return UraianHalaman(halaman.nomor, halaman.tinggi, isi, datar, petunjuk)


def _list_keterangan(kata: list[Kata], nomor: int, jenis: JenisKeterangan) -> list[Kotak]:
    """Where captions of that kind stand."""
    baris = [(b, read_keterangan((b.ke_teks(),))) for b in susun_baris(kata, nomor)]
    return [b.kotak for b, satu in baris if satu is not None and satu.jenis == jenis]


def _is_bagan(kotak: Kotak, halaman: HalamanPdf) -> bool:
    """Boxes with text that a caption beside them calls a figure: a tree drawn of rulings looks like a grid."""
    jarak = [
        min((_jarak(kotak, k) for k in _list_keterangan(halaman.kata, halaman.nomor, jenis)), default=_JAUH)
        for jenis in _JENIS
    ]
    return jarak[0] <= _JARAK_KETERANGAN and jarak[0] < jarak[1]


def _is_bersebelahan(gambar: Kotak, keterangan: Kotak) -> bool:
    """Whether a caption stands right above or beneath a drawing."""
    return _jarak(gambar, keterangan) <= _JARAK_KETERANGAN


def _jarak(isi: Kotak, keterangan: Kotak) -> float:
    """How far above or beneath a caption stands; very far when it stands beside."""
    if keterangan[0] >= isi[2] or isi[0] >= keterangan[2]:
        return _JAUH
    return max(isi[1] - keterangan[3], keterangan[1] - isi[3])


def _is_terbaca(halaman: HalamanPdf) -> bool:
    """False for a picture of a page, for text drawn as shapes, and for letters that stand for nothing."""
    huruf = sum(len(k.teks) for k in halaman.kata)
    if huruf == 0:
        return halaman.objek == 0
    luas = halaman.lebar * halaman.tinggi
    pindaian = any(_luas(g) > _LATAR * luas for g in halaman.gambar) and huruf < _HURUF_CAP
    return not pindaian and halaman.rusak <= _RUSAK


def _ambil_tabel(
    halaman: HalamanPdf, kata: list[Kata], gambar: list[Kotak]
) -> tuple[list[TabelMentah], list[Kata], list[Kotak]]:
    """The ruled tables, the words outside them, and the grids that are drawings."""
    tabel, lukisan = [], []
    garis = [
        g
        for g in halaman.garis
        if not any(_is_di_dalam(_kotak_garis(g.tegak, g.tetap, g.awal, g.akhir), k) for k in gambar)
    ]
    for kisi in find_kisi(garis):
        milik, luar = bagi_kata(kisi, kata)
        satu = baca_kisi(kisi, milik, halaman.nomor)
        if satu is not None and not _is_bagan(kisi.kotak, halaman):
            tabel.append(satu)
            kata = luar
        elif len(kisi.sel) > 2:
            lukisan.append(kisi.kotak)
    return tabel, kata, lukisan


def _kotak_garis(tegak: bool, tetap: float, awal: float, akhir: float) -> Kotak:
    return (tetap, awal, tetap, akhir) if tegak else (awal, tetap, akhir, tetap)


def _list_gambar(
    halaman: HalamanPdf, lukisan: list[Kotak], ditandai: list[Kotak], tabel: list[Kotak]
) -> list[Kotak]:
    """Boxes of figures that no tag names: pictures, and drawings made of many strokes."""
    luas = halaman.lebar * halaman.tinggi
    calon = [g for g in halaman.gambar if _luas(g) <= _LATAR * luas]
    sapuan = [
        k for k in halaman.lukisan if _luas(k) < 0.5 * luas and not any(_is_di_dalam(k, t) for t in tabel)
    ]
    calon += _satukan(
        [(k, _LUKISAN_TERKECIL) for k in lukisan] + [(k, 1) for k in sapuan[:_LUKISAN_TERBANYAK]]
    )
    return [
        k
        for k in calon
        if k[2] - k[0] >= _SISI_GAMBAR[0]
        and k[3] - k[1] >= _SISI_GAMBAR[1]
        and not any(_is_di_dalam(k, d) for d in ditandai)
    ]


def _satukan(kotak: list[tuple[Kotak, int]]) -> list[Kotak]:
    """Join boxes that lie close together, and keep what has enough parts."""
    gugus: list[tuple[Kotak, int]] = []
    for satu, bobot in sorted(kotak, key=lambda k: -k[0][3]):
        luas, banyak, tinggal = satu, bobot, []
        for lain, jumlah in gugus:
            if _is_dekat(luas, lain):
                luas, banyak = _gabung(luas, lain), banyak + jumlah
            else:
                tinggal.append((lain, jumlah))
        gugus = [*tinggal, (luas, banyak)]
    return [k for k, banyak in gugus if banyak >= _LUKISAN_TERKECIL]


def _gabung(satu: Kotak, lain: Kotak) -> Kotak:
    return min(satu[0], lain[0]), min(satu[1], lain[1]), max(satu[2], lain[2]), max(satu[3], lain[3])


def _is_dekat(satu: Kotak, lain: Kotak) -> bool:
    return (
        satu[0] - _JARAK_LUKISAN <= lain[2]
        and lain[0] - _JARAK_LUKISAN <= satu[2]
        and satu[1] - _JARAK_LUKISAN <= lain[3]
        and lain[1] - _JARAK_LUKISAN <= satu[3]
    )


def _is_di_dalam(dalam: Kotak, luar: Kotak) -> bool:
    """Whether the middle of one box lies in the other."""
    x, y = (dalam[0] + dalam[2]) / 2, (dalam[1] + dalam[3]) / 2
    return luar[0] <= x <= luar[2] and luar[1] <= y <= luar[3]


def _luas(kotak: Kotak) -> float:
    return (kotak[2] - kotak[0]) * (kotak[3] - kotak[1])


def _letak(halaman: HalamanPdf, kotak: Kotak) -> Letak:
    return Letak(halaman=halaman.nomor, kotak=bulatkan(kotak))


def _kotak(isi: TabelMentah | GambarMentah) -> Kotak:
    return isi.letak.kotak or (0.0, 0.0, 0.0, 0.0)


def _atas(isi: Isi) -> float:
    return isi.kotak[3] if isinstance(isi, BarisPdf) else _kotak(isi)[3]


def list_baris(isi: Iterable[Isi]) -> list[BarisPdf]:
    """The lines among it."""
    return [i for i in isi if isinstance(i, BarisPdf)]
