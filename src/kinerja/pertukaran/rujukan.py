"""Look up what a row refers to: once per table, by the words a person would write."""

from collections import Counter
from functools import cached_property

from kinerja.anggaran.models import RincianOutput
from kinerja.organisasi.models import Satker, UnitEselonI, UnitKerja
from kinerja.perencanaan.models import (
    Indikator,
    Komponen,
    Misi,
    PerjanjianKinerja,
    RencanaAksi,
    Renstra,
    Sasaran,
    Tujuan,
)
from kinerja.pertukaran import lembar
from kinerja.survei.models import InstrumenSurvei, UnsurSurvei

LEMBAR_RUJUKAN = {
    "unit": lembar.UNIT,
    "satker": lembar.SATKER,
    "unit_kerja": lembar.UNIT_KERJA,
    "penanggung_jawab": lembar.UNIT_KERJA,
    "renstra": lembar.RENSTRA,
    "misi": lembar.MISI,
    "tujuan": lembar.TUJUAN,
    "sasaran": lembar.SASARAN,
    "indikator": lembar.INDIKATOR,
    "komponen": lembar.KOMPONEN,
    "rencana_aksi": lembar.RENCANA_AKSI,
    "perjanjian": lembar.PERJANJIAN,
    "rincian": lembar.RINCIAN_OUTPUT,
    "instrumen": lembar.INSTRUMEN_SURVEI,
    "unsur": lembar.UNSUR_SURVEI,
}
"""Look-up of `Rujukan` -> the sheet that fills it."""


class Rujukan:
    """Names to ids as the database holds them now; `lupakan` after a sheet was stored."""

    @cached_property
    def unit(self) -> dict[str, int]:
        """kode unit Eselon I -> id"""
        return dict(UnitEselonI.objects.values_list("kode", "pk"))

    @cached_property
    def satker(self) -> dict[str, int]:
        """kunci satker, and kode satker too -> id"""
        baris = list(Satker.objects.values_list("kunci", "kode", "pk"))
        return {kode: pk for _, kode, pk in baris if kode} | {kunci: pk for kunci, _, pk in baris}

    @cached_property
    def kunci_satker(self) -> dict[str, str]:
        """kode satker -> kunci satker"""
        baris = list(Satker.objects.values_list("kode", "kunci"))
        # A word that is the key of one satker never means another one's code.
        kunci = {k for _, k in baris}
        return {kode: k for kode, k in baris if kode and kode not in kunci}

    @cached_property
    def unit_kerja(self) -> dict[tuple[str, str], int]:
        """(kunci satker, kunci unit kerja) -> id"""
        return {(s, k): pk for s, k, pk in UnitKerja.objects.values_list("satker__kunci", "kunci", "pk")}

    @cached_property
    def penanggung_jawab(self) -> dict[str, int]:
        """satker/kunci of a unit kerja, and its kunci alone where one satker only has it -> id"""
        banyak = Counter(kunci for _, kunci in self.unit_kerja)
        return {f"{s}/{k}": pk for (s, k), pk in self.unit_kerja.items()} | {
            k: pk for (_, k), pk in self.unit_kerja.items() if banyak[k] == 1
        }

    @cached_property
    def renstra(self) -> dict[str, int]:
        """nama -> id"""
        return dict(Renstra.objects.values_list("nama", "pk"))

    @cached_property
    def misi(self) -> dict[tuple[str, int], int]:
        """(nama Renstra, number) -> id"""
        return {(r, n): pk for r, n, pk in Misi.objects.values_list("renstra__nama", "urutan", "pk")}

    @cached_property
    def tujuan(self) -> dict[tuple[str, int], int]:
        """(nama Renstra, number) -> id"""
        return {(r, n): pk for r, n, pk in Tujuan.objects.values_list("renstra__nama", "urutan", "pk")}

    @cached_property
    def sasaran(self) -> dict[str, int]:
        """kode -> id"""
        return dict(Sasaran.objects.values_list("kode", "pk"))

    @cached_property
    def indikator(self) -> dict[str, int]:
        """kode -> id"""
        return dict(Indikator.objects.values_list("kode", "pk"))

    @cached_property
    def komponen(self) -> dict[tuple[str, str], int]:
        """(kode indikator, kode komponen) -> id"""
        return {(i, k): pk for i, k, pk in Komponen.objects.values_list("indikator__kode", "kode", "pk")}

    @cached_property
    def rencana_aksi(self) -> dict[tuple[str, str, int, int], int]:
        """(kode indikator, kunci satker, tahun, number of the step) -> id"""
        medan = ("indikator__kode", "satker__kunci", "tahun", "nomor", "pk")
        return {(i, s, t, n): pk for i, s, t, n, pk in RencanaAksi.objects.values_list(*medan)}

    @cached_property
    def perjanjian(self) -> dict[tuple[str, int, str], int]:
        """(kunci satker, tahun, kode) -> id"""
        medan = ("satker__kunci", "tahun", "kode", "pk")
        return {(s, t, k): pk for s, t, k, pk in PerjanjianKinerja.objects.values_list(*medan)}

    @cached_property
    def rincian(self) -> dict[tuple[str, int, str], int]:
        """(kunci satker, tahun, kode RO) -> id"""
        medan = ("satker__kunci", "tahun", "kode", "pk")
        return {(s, t, k): pk for s, t, k, pk in RincianOutput.objects.values_list(*medan)}

    @cached_property
    def instrumen(self) -> dict[str, int]:
        """kode of a survey instrument -> id of its newest version"""
        return dict(InstrumenSurvei.objects.order_by("tahun").values_list("kode", "pk"))

    @cached_property
    def unsur(self) -> dict[tuple[str, str], int]:
        """(kode of the instrument, kode unsur) -> id in its newest version"""
        baris = UnsurSurvei.objects.order_by("instrumen__tahun")
        return {(i, k): pk for i, k, pk in baris.values_list("instrumen__kode", "kode", "pk")}

    def lupakan(self) -> None:
        """Read everything afresh at the next question."""
        self.__dict__.clear()
