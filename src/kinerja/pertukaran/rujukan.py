"""Look up what a row refers to: once per table, by the words a person would write."""

from functools import cached_property

from kinerja.organisasi.models import Satker, UnitEselonI, UnitKerja
from kinerja.perencanaan.models import Indikator, Komponen, PerjanjianKinerja, Renstra, Sasaran


class Rujukan:
    """Keys to ids as the database holds them now; `lupakan` after a sheet was stored."""

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
    def unit_kerja(self) -> dict[str, int]:
        """kunci unit kerja -> id (keys are unique in practice: the office prefixes its divisions)"""
        return dict(UnitKerja.objects.values_list("kunci", "pk"))

    @cached_property
    def renstra(self) -> dict[str, int]:
        """nama -> id"""
        return dict(Renstra.objects.values_list("nama", "pk"))

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
    def perjanjian(self) -> dict[tuple[int, int, str], int]:
        """(satker id, tahun, kode) -> id"""
        medan = ("satker_id", "tahun", "kode", "pk")
        return {(s, t, k): pk for s, t, k, pk in PerjanjianKinerja.objects.values_list(*medan)}

    def lupakan(self) -> None:
        """Read everything afresh at the next question."""
        self.__dict__.clear()
