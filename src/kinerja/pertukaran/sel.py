"""One cell to one typed value, or the reason why not."""

import datetime
import difflib
import re
from collections.abc import Callable
from decimal import Decimal

from kinerja.basisdata.angka import DESIMAL, TERBESAR
from kinerja.dasar.angka import Kebiasaan, Satuan, baca_angka
from kinerja.dasar.cetak import cetak_angka
from kinerja.dasar.periode import Bulan, PeriodeTidakDikenal, baca_periode
from kinerja.dasar.urai import bersihkan, is_kosong
from kinerja.dokumen.baca.xlsx import GalatSel, Isi, Persen, ke_desimal
from kinerja.pertukaran.lembar import Jenis, Kolom

Terbaca = str | Decimal | int | datetime.date | None

_BERANGKA = (Jenis.ANGKA, Jenis.BULAT, Jenis.RUPIAH, Jenis.BULAN)
_GALAT_RUMUS = re.compile(r"#(?:REF!|DIV/0!|VALUE!|NAME\?|N/A|NUM!|NULL!|GETTING_DATA|SPILL!|CALC!)")
_TANGGAL = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", re.ASCII)
_TANGGAL_HURUF = re.compile(r"(\d{1,2}) ([a-z]+\.? \d{4})", re.ASCII | re.IGNORECASE)
_TAHUN_TANGGAL = range(1945, 2100)
_BULAN_ROMAWI = re.compile(r"[ivx]+", re.ASCII | re.IGNORECASE)
_PILIHAN_DISEBUT = 10
"""A list of choices up to this long is repeated in the message."""
# What XML or PostgreSQL cannot keep: control characters and halves of surrogate pairs.
_TAK_TERCETAK = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_KUNCI = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
_KODE = re.compile(r"[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*")


class SelDitolak(ValueError):
    """A cell that cannot be used: which rule it breaks and how to mend it."""

    def __init__(self, aturan: str, cara: str) -> None:
        super().__init__(f"{aturan} {cara}")
        self.aturan = aturan
        self.cara = cara


def ke_teks(isi: Isi) -> str:
    """The text of a cell as a person reads it, except that numbers have a decimal point."""
    if isinstance(isi, float) and not isinstance(isi, Persen):
        return str(int(isi)) if isi.is_integer() else repr(isi)
    if isinstance(isi, datetime.datetime) and isi.time() == datetime.time():
        return isi.date().isoformat()
    if isinstance(isi, bool):
        return "TRUE" if isi else "FALSE"
    return str(isi).strip()


def baca_sel(kolom: Kolom, isi: Isi, kebiasaan: Kebiasaan | None) -> Terbaca:
    """The typed value of a cell; the column's `bawaan` when it is empty.

    Raises SelDitolak.
    """
    if isinstance(isi, str):
        isi = isi.strip()
    _tolak_galat(isi)
    if isi == "" or (kolom.jenis in _BERANGKA and isinstance(isi, str) and is_kosong(bersihkan(isi))):
        if kolom.wajib:
            raise SelDitolak(f"Kolom {kolom.judul} wajib diisi.", "Isi selnya, atau hapus barisnya.")
        return kolom.bawaan
    return _PEMBACA[kolom.jenis](kolom, isi, kebiasaan)


def _tolak_galat(isi: Isi) -> None:
    if isinstance(isi, GalatSel) and not isi.teks:
        raise SelDitolak(
            "Rumus di sel ini belum dihitung.",
            "Buka di Excel atau LibreOffice, simpan ulang, lalu impor lagi; atau tulis angkanya langsung.",
        )
    if isinstance(isi, GalatSel) or (isinstance(isi, str) and _GALAT_RUMUS.fullmatch(isi)):
        raise SelDitolak(
            "Rumus di sel ini menghasilkan galat.", "Perbaiki rumusnya, atau tulis angkanya langsung."
        )


def _baca_teks(kolom: Kolom, isi: Isi, _: Kebiasaan | None) -> str:
    teks = ke_teks(isi).replace("\r\n", "\n").replace("\r", "\n")
    if len(teks) > kolom.panjang:
        panjang = cetak_angka(kolom.panjang)
        raise SelDitolak(f"{kolom.judul} paling panjang {panjang} huruf.", "Pendekkan isinya.")
    if _TAK_TERCETAK.search(teks):
        raise SelDitolak(f"{kolom.judul} memuat huruf yang tidak dapat dicetak.", "Ketik ulang isinya.")
    return teks


def _baca_kunci(kolom: Kolom, isi: Isi, kebiasaan: Kebiasaan | None) -> str:
    return _baca_berpola(
        _KUNCI,
        _baca_teks(kolom, isi, kebiasaan),
        f"{kolom.judul} hanya huruf kecil, angka, dan tanda hubung.",
    )


def _baca_kode(kolom: Kolom, isi: Isi, kebiasaan: Kebiasaan | None) -> str:
    return _baca_berpola(
        _KODE,
        _baca_teks(kolom, isi, kebiasaan),
        f"{kolom.judul} hanya huruf, angka, titik, dan tanda hubung, tanpa spasi.",
    )


def _baca_berpola(pola: re.Pattern[str], teks: str, aturan: str) -> str:
    if not pola.fullmatch(teks):
        raise SelDitolak(aturan, "Tulis ulang, juga di semua lembar yang menyebutnya.")
    return teks


def _baca_pilihan(kolom: Kolom, isi: Isi, _: Kebiasaan | None) -> str:
    teks = ke_teks(isi)
    dicari = teks.casefold().replace(" ", "_")
    cocok = next((p for p in kolom.pilihan if p.casefold() == dicari), None)
    if cocok is None:
        raise SelDitolak(f"{kolom.judul} tidak mengenal isi ini.", _sarankan(kolom, dicari))
    return cocok


def _sarankan(kolom: Kolom, dicari: str) -> str:
    if len(kolom.pilihan) <= _PILIHAN_DISEBUT:
        return f"Pilih salah satu: {', '.join(kolom.pilihan).removesuffix('.')}."
    mirip = difflib.get_close_matches(dicari, kolom.pilihan, n=3)
    if mirip:
        return f"Mungkin maksudnya: {', '.join(mirip)}. Semua pilihan ada di lembar Petunjuk."
    return "Pilih salah satu yang ada di lembar Petunjuk."


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
    if isinstance(isi, Persen) and not kolom.persen:
        raise _bukan_persen(kolom)
    if isinstance(isi, float):
        nilai = isi.angka if isinstance(isi, Persen) else ke_desimal(isi)
        if not nilai.is_finite():
            raise SelDitolak(f"{kolom.judul} bukan angka yang terhingga.", "Tulis angkanya langsung.")
        return nilai
    bacaan = baca_angka(isi, kebiasaan=kebiasaan)
    if bacaan.nilai is None:
        raise SelDitolak(f"{kolom.judul} tidak terbaca sebagai angka.", bacaan.masalah)
    if bacaan.satuan is Satuan.PERSEN and (kolom.jenis is not Jenis.ANGKA or not kolom.persen):
        raise _bukan_persen(kolom)
    return bacaan.nilai


def _bukan_persen(kolom: Kolom) -> SelDitolak:
    return SelDitolak(f"{kolom.judul} bukan persentase.", "Tulis banyaknya, tanpa tanda persen.")


def _baca_bulat(kolom: Kolom, isi: Isi, kebiasaan: Kebiasaan | None) -> int:
    if isinstance(isi, Persen):
        raise SelDitolak(f"{kolom.judul} bukan persentase.", "Ubah format sel menjadi angka.")
    nilai = _ke_desimal(kolom, isi, kebiasaan)
    if nilai != nilai.to_integral_value():
        raise SelDitolak(f"{kolom.judul} harus bilangan bulat.", "Hapus angka di belakang koma.")
    if nilai < 0 and not kolom.negatif:
        raise SelDitolak(f"{kolom.judul} tidak boleh negatif.", "Periksa tandanya.")
    if abs(nilai) > kolom.terbesar:
        raise SelDitolak(f"{kolom.judul} terlalu besar.", f"Paling besar {cetak_angka(kolom.terbesar)}.")
    return int(nilai)


def _baca_rupiah(kolom: Kolom, isi: Isi, _: Kebiasaan | None) -> int:
    # Whole rupiah have no decimals, so "1.500" can only mean thousands.
    return _baca_bulat(kolom, isi, Kebiasaan.KOMA)


def _baca_tahun(kolom: Kolom, isi: Isi, _: Kebiasaan | None) -> int:
    teks = ke_teks(isi)
    if not re.fullmatch(r"20[0-9]{2}", teks):
        raise SelDitolak(
            f"{kolom.judul} harus tahun empat angka antara 2000 dan 2099.", "Tulis misalnya 2023."
        )
    return int(teks)


def _baca_bulan(kolom: Kolom, isi: Isi, kebiasaan: Kebiasaan | None) -> int:
    nomor = _urai_bulan(isi)
    if nomor is None:
        if isinstance(isi, str) and _BULAN_ROMAWI.fullmatch(isi):
            # "IV" is April to one office and the fourth quarter to another.
            aturan = "Angka Romawi dapat berarti bulan atau triwulan."
            raise SelDitolak(aturan, "Tulis 1 sampai 12, atau nama bulannya.")
        if not isinstance(isi, float) and (not isinstance(isi, str) or re.search("[A-Za-z]", isi)):
            raise SelDitolak("Ini bukan nama bulan.", "Tulis 1 sampai 12, atau nama bulannya saja: Juni.")
        nomor = _baca_bulat(kolom, isi, kebiasaan)
    if not 1 <= nomor <= 12:
        raise SelDitolak("Bulan antara 1 dan 12.", "Kosongkan bila angkanya setahun.")
    return nomor


def _urai_bulan(isi: Isi) -> int | None:
    """The number of the month that is named, alone: "Juni", "Jun.", "bulan Juni"."""
    try:
        # The reader of periods wants a year; any will do.
        periode = baca_periode(f"{isi} 2000") if isinstance(isi, str) else None
    except PeriodeTidakDikenal:
        return None
    return periode.nomor if isinstance(periode, Bulan) else None


def _baca_tanggal(kolom: Kolom, isi: Isi, _: Kebiasaan | None) -> datetime.date:
    hasil = isi.date() if isinstance(isi, datetime.datetime) else isi
    if not isinstance(hasil, datetime.date):
        hasil = _urai_tanggal(ke_teks(isi))
    if hasil is None:
        raise SelDitolak(f"{kolom.judul} bukan tanggal.", "Tulis hari/bulan/tahun, misalnya 2/1/2023.")
    if hasil.year not in _TAHUN_TANGGAL:
        raise SelDitolak(f"{kolom.judul} bertahun {hasil.year}.", "Periksa tahunnya.")
    return hasil


def _urai_tanggal(teks: str) -> datetime.date | None:
    try:
        if cocok := _TANGGAL.fullmatch(teks):
            tahun, bulan, hari = cocok[1] or cocok[6], cocok[2] or cocok[5], cocok[3] or cocok[4]
            return datetime.date(int(tahun), int(bulan), int(hari))
        if (cocok := _TANGGAL_HURUF.fullmatch(teks)) and isinstance(bulan_ := baca_periode(cocok[2]), Bulan):
            return datetime.date(bulan_.tahun, bulan_.nomor, int(cocok[1]))
    except (ValueError, PeriodeTidakDikenal):
        pass
    return None


_PEMBACA: dict[Jenis, Callable[[Kolom, Isi, Kebiasaan | None], Terbaca]] = {
    Jenis.TEKS: _baca_teks,
    Jenis.KUNCI: _baca_kunci,
    Jenis.KODE: _baca_kode,
    Jenis.RUJUKAN: _baca_teks,
    Jenis.PILIHAN: _baca_pilihan,
    Jenis.ANGKA: _baca_angka,
    Jenis.BULAT: _baca_bulat,
    Jenis.RUPIAH: _baca_rupiah,
    Jenis.TAHUN: _baca_tahun,
    Jenis.BULAN: _baca_bulan,
    Jenis.TANGGAL: _baca_tanggal,
}
