"""Who has filled what and who was in time, as a heat map, and the same as CSV and XLSX."""

import csv
import datetime
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kinerja.alur.pengingat import cetak_waktu
from kinerja.antarmuka.web.sajian.daftar import PEMISAH, amankan
from kinerja.antarmuka.web.sajian.lembar import STATUS_LEMBAR
from kinerja.dasar.periode import nama_bulan
from kinerja.dokumen.buku import KolomBuku, LembarBuku, render_buku
from kinerja.pengukuran.kepatuhan import BarisKepatuhan, Ketepatan, SelKepatuhan

KETEPATAN: Mapping[Ketepatan, tuple[str, str | Promise]] = {
    Ketepatan.TEPAT: ("✓", gettext_lazy("tepat waktu")),
    Ketepatan.TERLAMBAT: ("◔", gettext_lazy("diajukan terlambat")),
    Ketepatan.TERTUNGGAK: ("!", gettext_lazy("tertunggak")),
    Ketepatan.DITUNGGU: ("…", gettext_lazy("ditunggu")),
    Ketepatan.BELUM_WAKTUNYA: ("·", gettext_lazy("belum waktunya")),
}
"""How a sheet stands against its deadline -> its shape and its word."""
_BULAN = range(1, 13)
_ANGKA = (2, 3)
"""Columns with numbers."""


@dataclass(frozen=True, slots=True)
class SelPeta:
    """One square: "3/5", its shape and words."""

    lembar_id: int
    isi: str
    simbol: str
    kata: str
    kode: str
    status: str


@dataclass(frozen=True, slots=True)
class BarisPeta:
    """One satker or division; a month without a sheet is None."""

    nama: str
    sel: tuple[SelPeta | None, ...]
    terisi: int
    seharusnya: int
    tertunggak: int


@dataclass(frozen=True, slots=True)
class Peta:
    """The whole map with its sums."""

    baris: tuple[BarisPeta, ...]
    bulan: tuple[str, ...]
    jumlah: Mapping[str, int]

    @property
    def keterangan(self) -> list[tuple[str, str, str | Promise, int]]:
        return [(k.value, *KETEPATAN[k], self.jumlah.get(k.value, 0)) for k in KETEPATAN]


def sajikan_peta(kepatuhan: Sequence[BarisKepatuhan]) -> Peta:
    """The map in the order of names."""
    jumlah: dict[str, int] = {}
    for baris in kepatuhan:
        for sel in baris.bulan.values():
            jumlah[sel.ketepatan.value] = jumlah.get(sel.ketepatan.value, 0) + 1
    return Peta(tuple(map(_sajikan_baris, kepatuhan)), tuple(nama_bulan(b)[:3] for b in _BULAN), jumlah)


def _sajikan_baris(baris: BarisKepatuhan) -> BarisPeta:
    isi = list(baris.bulan.values())
    return BarisPeta(
        nama=baris.nama,
        sel=tuple(_sajikan_sel(baris.bulan[b]) if b in baris.bulan else None for b in _BULAN),
        terisi=sum(s.terisi for s in isi),
        seharusnya=sum(s.seharusnya for s in isi),
        tertunggak=sum(s.ketepatan is Ketepatan.TERTUNGGAK for s in isi),
    )


def _sajikan_sel(sel: SelKepatuhan) -> SelPeta:
    simbol, kata = KETEPATAN[sel.ketepatan]
    return SelPeta(
        lembar_id=sel.lembar_id,
        isi=f"{sel.terisi}/{sel.seharusnya}",
        simbol=simbol,
        kata=str(kata),
        kode=sel.ketepatan.value,
        status=str(STATUS_LEMBAR[sel.status][1]),
    )


def _list_kepala() -> list[str]:
    return [
        _("Satker atau divisi"), _("Bulan"), _("Sel terisi"), _("Sel seharusnya"), _("Status"),
        _("Ketepatan"), _("Tenggat"), _("Diajukan"),
    ]  # fmt: skip


def _list_baris(kepatuhan: Sequence[BarisKepatuhan]) -> list[list[str | int]]:
    return [
        [
            baris.nama,
            nama_bulan(bulan),
            sel.terisi,
            sel.seharusnya,
            str(STATUS_LEMBAR[sel.status][1]),
            str(KETEPATAN[sel.ketepatan][1]),
            _cetak(sel.tenggat),
            _cetak(sel.diajukan_pada),
        ]
        for baris in kepatuhan
        for bulan, sel in baris.bulan.items()
    ]


def _cetak(saat: datetime.datetime | None) -> str:
    return cetak_waktu(saat) if saat else ""


def tulis_csv_pengisian(kepatuhan: Sequence[BarisKepatuhan]) -> bytes:
    """One line per sheet: semicolons and a byte order mark, as Excel in an Indonesian locale reads it."""
    berkas = io.StringIO()
    penulis = csv.writer(berkas, delimiter=PEMISAH, lineterminator="\r\n")
    penulis.writerow(_list_kepala())
    penulis.writerows([amankan(s) if isinstance(s, str) else s for s in b] for b in _list_baris(kepatuhan))
    return ("\N{ZERO WIDTH NO-BREAK SPACE}" + berkas.getvalue()).encode()


def tulis_xlsx_pengisian(kepatuhan: Sequence[BarisKepatuhan]) -> bytes:
    """The same as a workbook."""
    kolom = tuple(
        KolomBuku(judul, 34 if n == 0 else 18, "angka" if n in _ANGKA else "teks")
        for n, judul in enumerate(_list_kepala())
    )
    baris = tuple(map(tuple, _list_baris(kepatuhan)))
    return render_buku([LembarBuku(_("Pengisian"), _("Pengisian"), kolom, baris)])
