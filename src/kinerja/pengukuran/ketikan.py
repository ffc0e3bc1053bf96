"""What people type or paste into a cell, read as what may be stored. What can be read in two ways is asked about."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

from django.utils.translation import gettext as _

from kinerja.aturan.capaian import Keadaan
from kinerja.aturan.peringatan import Isian
from kinerja.aturan.temuan import Temuan
from kinerja.dasar.angka import Bacaan, Kebiasaan, Satuan, baca_angka, tentukan_kebiasaan
from kinerja.pengukuran.cetak import PERSEN
from kinerja.pengukuran.kisi import SelKetik

KATA_KEADAAN = MappingProxyType(
    {
        **dict.fromkeys(("t", "tao", "tidak ada objek"), Keadaan.TIDAK_ADA_OBJEK),
        **dict.fromkeys(("b", "bad", "belum ada", "belum ada data"), Keadaan.BELUM_ADA),
    }
)
"""What may be typed into a cell instead of a number."""


@dataclass(frozen=True, slots=True)
class Ketikan:
    """The texts of one cell: `satu` is the numerator or the value, `dua` the denominator.

    None: not touched, the stored number stands. `keadaan` is what was chosen from the list, None when nothing was.
    """

    satu: str | None = None
    dua: str | None = None
    keadaan: Keadaan | None = None


@dataclass(frozen=True, slots=True)
class HasilKetikan:
    """What the texts say: an Isian to store, or why not. Without either there is nothing to store yet."""

    isian: Isian | None = None
    temuan: tuple[Temuan, ...] = ()


def read_ketikan(
    ketikan: Ketikan, sel: SelKetik, kebiasaan: tuple[Kebiasaan | None, Kebiasaan | None] = (None, None)
) -> HasilKetikan:
    """Read one cell; `kebiasaan` is what the columns of a pasted block show of their decimal sign."""
    hampa = _baca_keadaan(ketikan)
    if hampa is not None:
        return _baca_hampa(ketikan, hampa)
    lama = sel.isian or Isian(Keadaan.BELUM_ADA)
    if not sel.berpasangan:
        satu = _baca_bagian(ketikan.satu, lama.nilai, kebiasaan[0], sel)
        dua = _Bagian(lebih=bool((ketikan.dua or "").strip()))
    else:
        satu = _baca_bagian(ketikan.satu, lama.pembilang, kebiasaan[0], sel)
        dua = _baca_bagian(ketikan.dua, lama.penyebut, kebiasaan[1], sel)
    return _gabung(satu, dua, sel)


def read_kebiasaan(ketikan: Iterable[Ketikan]) -> tuple[Kebiasaan | None, Kebiasaan | None]:
    """The decimal sign each column of a pasted block shows in its unambiguous numbers."""
    semua = list(ketikan)
    satu, dua = ([t for k in semua if (t := getattr(k, nama))] for nama in ("satu", "dua"))
    return tentukan_kebiasaan(satu), tentukan_kebiasaan(dua)


def cetak_ketikan(angka: Decimal | None) -> str:
    """A stored number as it stands in a box: "1234,5". Typed again it is read the same, whatever its length."""
    if angka is None:
        return ""
    bulat, _titik, pecahan = format(angka.normalize(), "f").partition(".")
    # "1,234" would be asked about.
    pecahan = f"{pecahan}0" if len(pecahan) == 3 else pecahan
    return f"{bulat},{pecahan}" if pecahan else bulat


def cetak_isian(isian: Isian | None) -> tuple[str, str]:
    """The texts of the two boxes of a cell."""
    if isian is None:
        return "", ""
    satu = isian.pembilang if isian.pembilang is not None else isian.nilai
    return cetak_ketikan(satu), cetak_ketikan(isian.penyebut)


@dataclass(frozen=True, slots=True)
class _Bagian:
    angka: Decimal | None = None
    masalah: Temuan | None = None
    lebih: bool = False


def _baca_keadaan(ketikan: Ketikan) -> Keadaan | None:
    if ketikan.keadaan in (Keadaan.TIDAK_ADA_OBJEK, Keadaan.BELUM_ADA):
        return ketikan.keadaan
    for teks in (ketikan.satu, ketikan.dua):
        if teks and (kata := KATA_KEADAAN.get(" ".join(teks.casefold().split()))):
            return kata
    return None


def _baca_hampa(ketikan: Ketikan, keadaan: Keadaan) -> HasilKetikan:
    isi = [t for t in (ketikan.satu, ketikan.dua) if t and t.strip()]
    kata = {KATA_KEADAAN.get(" ".join(t.casefold().split())) for t in isi}
    if kata - {keadaan}:
        pesan = _("Sel tanpa data atau tanpa objek tidak memuat angka.")
        return HasilKetikan(temuan=(Temuan("hampa_berangka", pesan, _("Hapus angkanya atau pilih terisi.")),))
    return HasilKetikan(Isian(keadaan))


def _baca_bagian(
    teks: str | None, lama: Decimal | None, kebiasaan: Kebiasaan | None, sel: SelKetik
) -> _Bagian:
    if teks is None:
        return _Bagian(lama)
    bacaan = baca_angka(teks, kebiasaan=kebiasaan)
    if bacaan.kosong:
        return _Bagian()
    if bacaan.masalah:
        kode = "angka_ganda" if len(bacaan.pilihan) > 1 else "angka"
        return _Bagian(masalah=Temuan(kode, bacaan.masalah, ""))
    return _Bagian(bacaan.nilai, _check_satuan(bacaan, sel))


def _check_satuan(bacaan: Bacaan, sel: SelKetik) -> Temuan | None:
    """A unit was typed that the cell does not have."""
    satuan = sel.indikator.satuan
    if bacaan.satuan is Satuan.PERSEN and (sel.berpasangan or satuan != PERSEN):
        pesan = _("Sel ini bukan persentase.")
        cara = _("Isi jumlahnya; persentase dihitung sendiri.") if sel.berpasangan else _("Tulis tanpa %.")
        return Temuan("satuan_ketikan", pesan, cara)
    if bacaan.satuan is Satuan.RUPIAH and "rupiah" not in satuan.casefold() and not sel.berpasangan:
        return Temuan("satuan_ketikan", _("Sel ini bukan rupiah."), _("Tulis tanpa Rp."))
    return None


def _gabung(satu: _Bagian, dua: _Bagian, sel: SelKetik) -> HasilKetikan:
    if temuan := tuple(b.masalah for b in (satu, dua) if b.masalah):
        return HasilKetikan(temuan=temuan)
    if dua.lebih:
        pesan = _("Indikator ini diisi satu nilai.")
        return HasilKetikan(temuan=(Temuan("bentuk_nilai", pesan, _("Kosongkan kolom kedua.")),))
    if satu.angka is None and dua.angka is None:
        return _tolak_kosong(sel)
    if not sel.berpasangan:
        return HasilKetikan(Isian(nilai=satu.angka))
    if satu.angka is None or dua.angka is None:
        kurang = _("pembilang") if satu.angka is None else _("penyebut")
        pesan = _("Belum lengkap: %(kurang)s belum ada.") % {"kurang": kurang}
        return HasilKetikan(temuan=(Temuan("belum_lengkap", pesan, _("Isi keduanya.")),))
    return HasilKetikan(Isian(pembilang=satu.angka, penyebut=dua.angka))


def _tolak_kosong(sel: SelKetik) -> HasilKetikan:
    """An empty cell says nothing; one that said something must go on saying something."""
    if sel.isian is None or sel.isian.keadaan is not Keadaan.TERISI:
        return HasilKetikan()
    pesan = _("Sel yang sudah terisi tidak dapat dikosongkan.")
    cara = _("Ketik b (belum ada data) atau t (tidak ada objek).")
    return HasilKetikan(temuan=(Temuan("kosong", pesan, cara),))
