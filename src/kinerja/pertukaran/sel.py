"""One cell to one typed value, or the reason why not."""

import datetime
import re
from collections.abc import Callable
from decimal import Decimal

from kinerja.basisdata.angka import DESIMAL, TERBESAR
from kinerja.dasar.angka import Kebiasaan, baca_angka
from kinerja.dasar.urai import is_kosong
from kinerja.dokumen.baca.xlsx import Isi
from kinerja.pertukaran.lembar import Jenis, Kolom

Terbaca = str | Decimal | int | datetime.date | None

_BERANGKA = (Jenis.ANGKA, Jenis.BULAT, Jenis.RUPIAH)
_GALAT_RUMUS = re.compile(r"#(?:REF!|DIV/0!|VALUE!|NAME\?|N/A|NUM!|NULL!|GETTING_DATA|SPILL!|CALC!)")
_TANGGAL = re.compile(r"(\d{4})-(\d{2})-(\d{2})|(\d{1,2})[/-](\d{1,2})[/-](\d{4})")
_PANJANG_TEKS = 20_000
_PANJANG_KUNCI = 80


class SelDitolak(ValueError):
    """A cell that cannot be used: which rule it breaks and how to mend it."""

    def __init__(self, aturan: str, cara: str) -> None:
        super().__init__(f"{aturan} {cara}")
        self.aturan = aturan
        self.cara = cara


def ke_teks(isi: Isi) -> str:
    """The text of a cell as a person reads it."""
    if isinstance(isi, bool):
        return "TRUE" if isi else "FALSE"
    if isinstance(isi, float):
        return str(int(isi)) if isi.is_integer() else repr(isi)
    if isinstance(isi, datetime.datetime) and not isi.time():
        return isi.date().isoformat()
    return str(isi).strip()


def baca_sel(kolom: Kolom, isi: Isi, kebiasaan: Kebiasaan | None) -> Terbaca:
    """The typed value of a cell; None when it is empty.

    Raises SelDitolak.
    """
    if isinstance(isi, str):
        isi = isi.strip()
    if isinstance(isi, str) and _GALAT_RUMUS.fullmatch(isi):
        raise SelDitolak(
            "Rumus di sel ini menghasilkan galat.", "Perbaiki rumusnya, atau tulis angkanya langsung."
        )
    if isi == "" or (kolom.jenis in _BERANGKA and isinstance(isi, str) and is_kosong(isi)):
        if kolom.wajib:
            raise SelDitolak(f"Kolom {kolom.judul} wajib diisi.", "Isi selnya, atau hapus barisnya.")
        return None
    return _PEMBACA[kolom.jenis](kolom, isi, kebiasaan)


def _baca_teks(kolom: Kolom, isi: Isi, _: Kebiasaan | None) -> str:
    teks = ke_teks(isi)
    if len(teks) > _PANJANG_TEKS:
        raise SelDitolak(f"{kolom.judul} paling panjang {_PANJANG_TEKS} huruf.", "Pendekkan isinya.")
    return teks


def _baca_kunci(kolom: Kolom, isi: Isi, _: Kebiasaan | None) -> str:
    teks = ke_teks(isi)
    if len(teks) > _PANJANG_KUNCI:
        raise SelDitolak(f"{kolom.judul} paling panjang {_PANJANG_KUNCI} huruf.", "Pendekkan isinya.")
    return teks


def _baca_pilihan(kolom: Kolom, isi: Isi, _: Kebiasaan | None) -> str:
    teks = ke_teks(isi)
    cocok = next((p for p in kolom.pilihan if p.casefold() == teks.casefold().replace(" ", "_")), None)
    if cocok is None:
        raise SelDitolak(
            f"{kolom.judul} tidak mengenal isi ini.", f"Pilih salah satu: {', '.join(kolom.pilihan)}."
        )
    return cocok


def _baca_angka(kolom: Kolom, isi: Isi, kebiasaan: Kebiasaan | None) -> Decimal:
    nilai = _ke_desimal(kolom, isi, kebiasaan)
    if abs(nilai) > TERBESAR:
        raise SelDitolak(f"{kolom.judul} terlalu besar.", "Periksa satuannya.")
    if nilai != nilai.quantize(Decimal(1).scaleb(-DESIMAL)):
        raise SelDitolak(
            f"{kolom.judul} memakai lebih dari {DESIMAL} desimal.",
            "Bulatkan, atau isi pembilang dan penyebutnya saja.",
        )
    return nilai


def _ke_desimal(kolom: Kolom, isi: Isi, kebiasaan: Kebiasaan | None) -> Decimal:
    if isinstance(isi, bool) or not isinstance(isi, str | float):
        raise SelDitolak(
            f"{kolom.judul} harus berupa angka.", "Ubah format sel menjadi angka, lalu tulis angkanya."
        )
    if isinstance(isi, float):
        # A spreadsheet stores 97.73 as a binary float; its shortest text is the number that was typed.
        return Decimal(repr(isi))
    bacaan = baca_angka(isi, kebiasaan=kebiasaan)
    if bacaan.nilai is None:
        raise SelDitolak(f"{kolom.judul} tidak terbaca sebagai angka.", bacaan.masalah)
    return bacaan.nilai


def _baca_bulat(kolom: Kolom, isi: Isi, kebiasaan: Kebiasaan | None) -> int:
    nilai = _ke_desimal(kolom, isi, kebiasaan)
    if nilai != nilai.to_integral_value():
        raise SelDitolak(f"{kolom.judul} harus bilangan bulat.", "Hapus angka di belakang koma.")
    if nilai < 0:
        raise SelDitolak(f"{kolom.judul} tidak boleh negatif.", "Periksa tandanya.")
    if nilai > 2**53:
        raise SelDitolak(f"{kolom.judul} terlalu besar.", "Periksa satuannya.")
    return int(nilai)


def _baca_rupiah(kolom: Kolom, isi: Isi, _: Kebiasaan | None) -> int:
    # Whole rupiah have no decimals, so "1.500" can only mean thousands.
    return _baca_bulat(kolom, isi, Kebiasaan.KOMA)


def _baca_tahun(kolom: Kolom, isi: Isi, _: Kebiasaan | None) -> int:
    teks = ke_teks(isi)
    if not re.fullmatch(r"20\d\d", teks):
        raise SelDitolak(
            f"{kolom.judul} harus tahun empat angka antara 2000 dan 2099.", "Tulis misalnya 2023."
        )
    return int(teks)


def _baca_tanggal(kolom: Kolom, isi: Isi, _: Kebiasaan | None) -> datetime.date:
    if isinstance(isi, datetime.datetime):
        return isi.date()
    if isinstance(isi, datetime.date):
        return isi
    if cocok := _TANGGAL.fullmatch(ke_teks(isi)):
        tahun, bulan, hari = cocok[1] or cocok[6], cocok[2] or cocok[5], cocok[3] or cocok[4]
        try:
            return datetime.date(int(tahun), int(bulan), int(hari))
        except ValueError:
            pass
    raise SelDitolak(f"{kolom.judul} bukan tanggal.", "Tulis hari/bulan/tahun, misalnya 2/1/2023.")


_PEMBACA: dict[Jenis, Callable[[Kolom, Isi, Kebiasaan | None], Terbaca]] = {
    Jenis.TEKS: _baca_teks,
    Jenis.KUNCI: _baca_kunci,
    Jenis.PILIHAN: _baca_pilihan,
    Jenis.ANGKA: _baca_angka,
    Jenis.BULAT: _baca_bulat,
    Jenis.RUPIAH: _baca_rupiah,
    Jenis.TAHUN: _baca_tahun,
    Jenis.TANGGAL: _baca_tanggal,
}
