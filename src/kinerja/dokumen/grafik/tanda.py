"""Small drawn signs: status badges, hatching, broken bars. Paths, because fonts differ in their symbols."""

from __future__ import annotations

from kinerja.dokumen.grafik.gaya import PUTIH, STATUS, TINTA, Isian, Pola
from kinerja.dokumen.grafik.svg import Kanvas, Kotak, angka
from kinerja.dokumen.model import Status

LEBAR_TANDA = 11.0
_JARAK = 4.5


def gambar_status(kanvas: Kanvas, x: float, y: float, status: Status) -> None:
    """The badge of `status` with its middle at (x, y); the shapes differ without their colour too."""
    r = LEBAR_TANDA / 2
    warna = STATUS[status].garis
    sudut = 1.5 if status == "tidak_tercapai" else r
    kanvas.kotak(Kotak(x - r, y - r, 2 * r, 2 * r), warna, sudut=sudut)
    match status:
        case "tercapai":
            d = f"M{angka(x - 2.8)} {angka(y + 0.2)}l2 2.2l3.6 -4.4"
        case "tidak_tercapai":
            d = f"M{angka(x - 2.4)} {angka(y - 2.4)}l4.8 4.8m0 -4.8l-4.8 4.8"
        case _:
            d = f"M{angka(x - 2.6)} {angka(y)}h5.2"
    kanvas.jalur(d, PUTIH, tebal=1.5)


def gambar_isian(kanvas: Kanvas, kotak: Kotak, isian: Isian) -> None:
    """A filled, outlined and patterned rectangle."""
    kanvas.kotak(kotak, isian.isi)
    if d := _arsir(kotak, isian.pola):
        kanvas.jalur(d, isian.warna_pola, tebal=0.9)
    kanvas.kotak(kotak, "none", garis=isian.garis)


def gambar_potongan(kanvas: Kanvas, x: float, y: float, *, tebal: float, mendatar: bool) -> None:
    """The break mark across a bar `tebal` thick: a slanted white gap between two dark lines."""
    lebih = tebal / 2 + 2.5
    if mendatar:
        tepi = f"M{angka(x - 1)} {angka(y + lebih)}L{angka(x + 3)} {angka(y - lebih)}"
        isi = f"{tepi}h-5L{angka(x - 6)} {angka(y + lebih)}z"
        sisi = f"{tepi}m-5 0L{angka(x - 6)} {angka(y + lebih)}"
    else:
        tepi = f"M{angka(x - lebih)} {angka(y + 3)}L{angka(x + lebih)} {angka(y - 1)}"
        isi = f"{tepi}v-5L{angka(x - lebih)} {angka(y - 2)}z"
        sisi = f"{tepi}m0 -5L{angka(x - lebih)} {angka(y - 2)}"
    kanvas.jalur(isi, PUTIH, tebal=0.5, isi=PUTIH)
    kanvas.jalur(sisi, TINTA, tebal=1.2)


def _arsir(kotak: Kotak, pola: Pola) -> str:
    """Path of the hatch lines clipped to `kotak`; written out, as a <pattern> would need ids."""
    match pola:
        case "polos":
            return ""
        case "datar":
            return "".join(
                f"M{angka(kotak.x)} {angka(kotak.y + j)}h{angka(kotak.lebar)}" for j in _langkah(kotak.tinggi)
            )
        case "tegak":
            return "".join(
                f"M{angka(kotak.x + j)} {angka(kotak.y)}v{angka(kotak.tinggi)}" for j in _langkah(kotak.lebar)
            )
        case _:
            return _arsir_miring(kotak, balik=pola == "balik")


def _langkah(panjang: float) -> list[float]:
    return [_JARAK * urutan for urutan in range(1, int(panjang / _JARAK) + 1)]


def _arsir_miring(kotak: Kotak, *, balik: bool) -> str:
    d = []
    for j in _langkah(kotak.lebar + kotak.tinggi):
        kiri, naik = max(0.0, j - kotak.tinggi), min(j, kotak.tinggi)
        kanan, turun = min(j, kotak.lebar), max(0.0, j - kotak.lebar)
        if balik:
            kiri, kanan = kotak.lebar - kiri, kotak.lebar - kanan
        awal = f"M{angka(kotak.x + kiri)} {angka(kotak.y + naik)}"
        d.append(f"{awal}L{angka(kotak.x + kanan)} {angka(kotak.y + turun)}")
    return "".join(d)
