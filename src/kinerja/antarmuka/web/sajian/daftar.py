"""The table of all indicators: searched, filtered, sorted, and the same rows as CSV."""

import csv
import io
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from kinerja.antarmuka.web.bahasa import terjemahkan
from kinerja.antarmuka.web.kepala import Kepala
from kinerja.antarmuka.web.sajian.dasbor import Unit, list_unit
from kinerja.dasar.cetak import bulatkan
from kinerja.dokumen.model import Status
from kinerja.pelaporan.lkjip.blok import name_penanggung_jawab
from kinerja.pengukuran import cetak
from kinerja.pengukuran.queries import RINGKAS, HasilIndikator, compute_kinerja

STATUS: dict[Status, str | Promise] = {
    "tercapai": gettext_lazy("Tercapai"),
    "tidak_tercapai": gettext_lazy("Tidak tercapai"),
    "tanpa_nilai": gettext_lazy("Tanpa nilai"),
}
_KUNCI: Mapping[str, Callable[[HasilIndikator], Any]] = {
    "nama": lambda h: h.indikator.nama.casefold(),
    "capaian": lambda h: h.kini.capaian.nilai,
}
_BERBAHAYA = re.compile(r"[=+\-@\t\r]")
PEMISAH = ";"
"""Excel in an Indonesian locale reads a decimal comma and expects this separator."""
_KEPALA_CSV = (
    gettext_lazy("Kode"),
    pgettext_lazy("satu", "Indikator"),
    gettext_lazy("Sasaran"),
    gettext_lazy("Unit"),
    gettext_lazy("Satuan"),
    gettext_lazy("Polaritas"),
    gettext_lazy("Target"),
    gettext_lazy("Batas Bawah"),
    gettext_lazy("Batas Atas"),
    gettext_lazy("Pembilang"),
    gettext_lazy("Penyebut"),
    gettext_lazy("Realisasi"),
    gettext_lazy("Capaian (%)"),
    gettext_lazy("Status"),
    gettext_lazy("Penanggung Jawab"),
)


@dataclass(frozen=True, slots=True)
class Saringan:
    """What the reader asked for; an unknown value asks for nothing."""

    q: str = ""
    status: str = ""
    unit: str = ""
    urut: str = ""
    arah: str = ""

    @classmethod
    def dari(cls, isian: Mapping[str, str]) -> "Saringan":
        """Read the query string of a page."""
        return cls(
            q=" ".join(isian.get("q", "").split())[:100],
            status=_pilih(isian.get("status", ""), STATUS),
            unit=isian.get("unit", ""),
            urut=_pilih(isian.get("urut", ""), _KUNCI),
            arah=_pilih(isian.get("arah", ""), ("turun",)),
        )

    @property
    def aktif(self) -> bool:
        """Whether any row may be hidden."""
        return bool(self.q or self.status or self.unit)


@dataclass(frozen=True, slots=True)
class Daftar:
    """The rows shown, of how many, and the choices of the filters."""

    saringan: Saringan
    hasil: tuple[HasilIndikator, ...]
    jumlah: int
    unit: tuple[Unit, ...]


def sajikan_daftar(kepala: Kepala, saringan: Saringan) -> Daftar:
    """The indicators that match, in plan order or as asked."""
    kinerja = compute_kinerja(kepala.kantor.satker, kepala.tahun, kepala.batasi(RINGKAS))
    semua = [h for s in kinerja for h in s.indikator]
    return Daftar(
        saringan, tuple(_urutkan(_saring(semua, saringan), saringan)), len(semua), list_unit(kinerja)
    )


def _pilih(isi: str, boleh: Any) -> str:
    return isi if isi in boleh else ""


def _saring(semua: Sequence[HasilIndikator], saringan: Saringan) -> list[HasilIndikator]:
    kata = saringan.q.casefold().split()
    return [
        h
        for h in semua
        if all(k in _teks_cari(h) for k in kata)
        and saringan.status in {"", cetak.tandai(h.kini.capaian).kode}
        and saringan.unit in {"", h.indikator.sasaran.unit.kode}
    ]


def _teks_cari(hasil: HasilIndikator) -> str:
    indikator = hasil.indikator
    bagian = (indikator.kode, indikator.nama, indikator.sasaran.teks, name_penanggung_jawab(indikator))
    return " ".join(bagian).casefold()


def _urutkan(hasil: list[HasilIndikator], saringan: Saringan) -> list[HasilIndikator]:
    """Rows without a value stay last in both directions."""
    turun = saringan.arah == "turun"
    if not saringan.urut:
        return hasil[::-1] if turun else hasil
    kunci = _KUNCI[saringan.urut]
    ada = sorted((h for h in hasil if kunci(h) is not None), key=kunci, reverse=turun)
    return ada + [h for h in hasil if kunci(h) is None]


def tulis_csv(hasil: Sequence[HasilIndikator]) -> str:
    """The rows as CSV: semicolons, decimal commas, a byte order mark so that Excel reads UTF-8."""
    berkas = io.StringIO()
    penulis = csv.writer(berkas, delimiter=PEMISAH, lineterminator="\r\n")
    penulis.writerow(_KEPALA_CSV)
    penulis.writerows(map(list, map(_baris_csv, hasil)))
    return "\N{ZERO WIDTH NO-BREAK SPACE}" + berkas.getvalue()


def _baris_csv(hasil: HasilIndikator) -> Iterator[str]:
    indikator, kini = hasil.indikator, hasil.kini
    for teks in (indikator.kode, indikator.nama, indikator.sasaran.teks, indikator.sasaran.unit.nama):
        yield amankan(teks)
    yield amankan(indikator.satuan)
    yield amankan(terjemahkan(indikator.get_polaritas_display()))
    target = kini.target
    ujung = (target.nilai, target.bawah, target.atas) if target else (None, None, None)
    ukuran = kini.komponen[0].ukuran if len(kini.komponen) == 1 else None
    pasangan = (ukuran.pembilang, ukuran.penyebut) if ukuran else (None, None)
    for angka in (*ujung, *pasangan, kini.realisasi, kini.capaian.nilai):
        yield angka_csv(angka)
    yield amankan(cetak.tandai(kini.capaian).kata)
    yield amankan(indikator.penanggung_jawab.nama if indikator.penanggung_jawab else "")


def amankan(teks: str) -> str:
    """Text that a spreadsheet would run as a formula, made harmless by an apostrophe in front."""
    return f"'{teks}" if _BERBAHAYA.match(teks) else teks


def angka_csv(nilai: Decimal | None) -> str:
    """A number a spreadsheet reads: at most six decimals, a decimal comma, an ASCII minus, no grouping."""
    if nilai is None:
        return ""
    return format(bulatkan(nilai, 6).normalize(), "f").replace(".", ",")


def sebut_berkas_csv(kepala: Kepala) -> str:
    """The name under which the CSV is saved."""
    awal = _("indikator")
    return f"{awal}-{kepala.kunci}-{kepala.tahun}.csv"
