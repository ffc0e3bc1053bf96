"""How findings speak about numbers and places."""

from __future__ import annotations

from fractions import Fraction

from kinerja.aturan.pecahan import to_desimal
from kinerja.aturan.telaah.fakta import Fakta
from kinerja.aturan.telaah.hitungan import Hitungan
from kinerja.aturan.telaah.selang import Cetakan, cetak_selang
from kinerja.aturan.telaah.temuan import TempatTemuan
from kinerja.dasar.cetak import bulatkan, cetak_angka

_JUMLAH_BESAR = 1_000_000


def tulis(nilai: Fraction, desimal: int) -> str:
    """A computed value as it should be printed with so many decimals."""
    return cetak_angka(bulatkan(to_desimal(nilai), desimal), max(desimal, 0))


def seharusnya(cetakan: Cetakan, titik: Fraction) -> str:
    """The computed value with the decimals and the sign of percent of the print."""
    persen = "%" if "%" in cetakan.teks else ""
    return f"{tulis(titik, cetakan.desimal)}{persen}"


def bandingkan(cetakan: Cetakan, hitungan: Hitungan) -> str:
    """Both intervals: "tercetak 135 (134,5–135,5), terhitung 138,571 (137,857–139,286)"; of amounts only the values."""
    if abs(cetakan.nilai) >= _JUMLAH_BESAR and cetakan.desimal <= 0:
        return f"tercetak {cetakan.teks}, terhitung {tulis(hitungan.titik, 0)}"
    tercetak = f"tercetak {cetakan.teks} ({cetak_selang(cetakan.selang_bulat)})"
    terhitung = f"terhitung {tulis(hitungan.titik, cetakan.desimal + 2)}"
    if hitungan.selang.bawah != hitungan.selang.atas:
        terhitung += f" ({cetak_selang(hitungan.selang)})"
    return f"{tercetak}, {terhitung}"


def tempat_fakta(fakta: Fakta, seharusnya_: str = "") -> TempatTemuan:
    """The place of a fact with what is printed there."""
    return TempatTemuan(fakta.tempat, fakta.cetakan.teks, seharusnya_)


def _kurang_satu(a: str, b: str) -> bool:
    pendek, panjang = sorted((a.replace(",", ""), b.replace(",", "")), key=len)
    return len(pendek) >= 3 and any(panjang[:i] + panjang[i + 1 :] == pendek for i in range(len(panjang)))


def tebak_ketikan(tercetak: str, benar: str) -> str:
    """A hint when one digit, two swapped digits or a shifted comma explain the difference; else ""."""
    a, b = ("".join(huruf for huruf in satu if huruf.isdigit() or huruf == ",") for satu in (tercetak, benar))
    if a != b and a.replace(",", "") == b.replace(",", ""):
        return f"Koma bergeser: {tercetak} mungkin dimaksud {benar}."
    if abs(len(a.replace(",", "")) - len(b.replace(",", ""))) == 1 and _kurang_satu(a, b):
        return f"Satu angka hilang atau berlebih: {tercetak} mungkin dimaksud {benar}."
    if len(a) == len(b):
        beda = [i for i in range(len(a)) if a[i] != b[i]]
        if len(beda) == 1:
            return f"Satu angka keliru: {tercetak} mungkin dimaksud {benar}."
        if (
            len(beda) == 2
            and beda[1] == beda[0] + 1
            and a[beda[0]] == b[beda[1]]
            and a[beda[1]] == b[beda[0]]
        ):
            return f"Dua angka tertukar: {tercetak} mungkin dimaksud {benar}."
    if a.replace(",", "").strip("0") == b.replace(",", "").strip("0"):
        return f"Koma bergeser: {tercetak} mungkin dimaksud {benar}."
    return ""
