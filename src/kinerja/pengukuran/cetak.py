"""How a value of an indikator is printed, the same in the report, on the pages and in exports."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from django.utils.translation import gettext as _

from kinerja.aturan.capaian import Capaian, CapaianSasaran, Keadaan
from kinerja.dasar.cetak import bulatkan, cetak_angka, cetak_persen
from kinerja.dokumen.model import Status
from kinerja.pengukuran.queries import HasilTahun, UkuranKomponen
from kinerja.perencanaan.models import CaraHitung

PERSEN = "%"
_DUA_DESIMAL = frozenset({PERSEN, "indeks"})
"""Units that are measured, not counted: always two decimals, so that figures of one column compare."""
TIDAK_ADA = "–"
KEADAAN = {
    Keadaan.TIDAK_ADA_OBJEK: "tidak ada objek",
    Keadaan.TIDAK_TERHITUNG: "tidak terhitung",
    Keadaan.BELUM_ADA: "belum ada data",
    Keadaan.TERISI: TIDAK_ADA,
}


class Sasaran(Protocol):
    """What is printed of a target: one value, or the two ends of a range."""

    nilai: Decimal | None
    bawah: Decimal | None
    atas: Decimal | None


@dataclass(frozen=True, slots=True)
class Tanda:
    """A verdict as the reader sees it: `kode` names its colour and sign, `kata` says it."""

    kode: Status
    kata: str


def cetak_nilai(nilai: Decimal | None, satuan: str) -> str:
    """Two decimals for a percentage or an index, at most two for another unit: "97,43%", "3,90 indeks", "2 orang"."""
    return TIDAK_ADA if nilai is None else beri_satuan(cetak_besaran(nilai, satuan), satuan)


def cetak_besaran(nilai: Decimal, satuan: str) -> str:
    """The number alone, with the decimals of its unit."""
    if satuan.casefold() in _DUA_DESIMAL:
        return cetak_angka(nilai, 2)
    return cetak_angka(bulatkan(nilai, 2))


def cetak_target(target: Sasaran | None, satuan: str) -> str:
    """A target with the decimals it was promised with; a range as "80–85%"."""
    if target is None:
        return TIDAK_ADA
    ujung = (target.nilai,) if target.nilai is not None else (target.bawah, target.atas)
    return beri_satuan("–".join(cetak_angka(u) for u in ujung if u is not None), satuan)


def beri_satuan(angka: str, satuan: str) -> str:
    """The unit behind the number: a percent sign without a blank, a word with one that never breaks."""
    return f"{angka}{PERSEN}" if satuan == PERSEN else f"{angka}\N{NO-BREAK SPACE}{satuan}".rstrip()


def cetak_pasangan(komponen: UkuranKomponen) -> str:
    """ "1.234/1.300", or nothing when the value was entered without numerator and denominator.

    Growth is no share of anything, so its two numbers stand as "1.234 terhadap 1.300".
    """
    ukuran = komponen.ukuran
    if ukuran.pembilang is None or ukuran.penyebut is None:
        return ""
    pertumbuhan = komponen.komponen.indikator.cara_hitung == CaraHitung.PERTUMBUHAN
    pasangan = cetak_angka(ukuran.pembilang), cetak_angka(ukuran.penyebut)
    if pertumbuhan:
        return _("%(kini)s terhadap %(dulu)s") % dict(zip(("kini", "dulu"), pasangan, strict=True))
    return "/".join(pasangan)


def cetak_semua_pasangan(hasil: HasilTahun) -> str:
    """The pairs behind a realisasi; those of a composite indikator are separated by a semicolon."""
    return "; ".join(filter(None, map(cetak_pasangan, hasil.komponen)))


def tandai(capaian: Capaian) -> Tanda:
    """Reached, not reached, or why there is no verdict."""
    if capaian.tercapai is not None:
        return tandai_nilai(capaian.tercapai)
    kata = {
        Keadaan.TIDAK_ADA_OBJEK: _("Tidak ada objek"),
        Keadaan.TIDAK_TERHITUNG: _("Tidak terhitung"),
        Keadaan.BELUM_ADA: _("Belum ada data"),
        Keadaan.TERISI: _("Tanpa nilai"),
    }
    return Tanda("tanpa_nilai", kata[capaian.keadaan])


def tandai_sasaran(capaian: CapaianSasaran) -> Tanda:
    """Whether the mean of a sasaran reaches 100 %; without a verdict when no indikator has a value."""
    if capaian.tercapai is None:
        return Tanda("tanpa_nilai", _("Tanpa nilai"))
    return tandai_nilai(capaian.tercapai)


def tandai_nilai(tercapai: bool) -> Tanda:
    """The two verdicts there are."""
    return Tanda("tercapai", _("Tercapai")) if tercapai else Tanda("tidak_tercapai", _("Tidak tercapai"))


def gabung(kata: Sequence[str]) -> str:
    """ "a, b dan c"."""
    if len(kata) < 2:
        return "".join(kata)
    return _("%(awal)s dan %(akhir)s") % {"awal": ", ".join(kata[:-1]), "akhir": kata[-1]}


def cetak_realisasi(hasil: HasilTahun, satuan: str, *, pasangan: bool = True) -> str:
    """The realisasi with its numerator and denominator, or the state that explains its absence."""
    if hasil.realisasi is None:
        return KEADAAN[hasil.keadaan]
    pasang = cetak_semua_pasangan(hasil) if pasangan else ""
    return (
        f"{cetak_nilai(hasil.realisasi, satuan)} ({pasang})"
        if pasang
        else cetak_nilai(hasil.realisasi, satuan)
    )


def cetak_capaian(capaian: Capaian) -> str:
    """ "108,25%", or the state that explains its absence."""
    return KEADAAN[capaian.keadaan] if capaian.nilai is None else cetak_persen(capaian.nilai)
