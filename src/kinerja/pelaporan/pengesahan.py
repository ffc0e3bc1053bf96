"""Find a frozen report by the code on its pages or by a file, and prove that nothing of it was changed."""

from __future__ import annotations

import datetime
import hashlib
import re
from collections.abc import Collection
from dataclasses import dataclass

from django.core.files import File
from django.db.models import Exists, F, OuterRef, Q, QuerySet

from kinerja.dokumen.sidik import make_kode
from kinerja.organisasi.models import Satker
from kinerja.organisasi.queries import get_akhir_tahun, get_nama
from kinerja.pelaporan.models import BerkasFinal, CakupanLaporan, LaporanFinal, RevisiLaporan
from kinerja.pengukuran.berkas import open_berkas

_KODE = re.compile(r"[0-9a-f]{12}")


@dataclass(frozen=True, slots=True)
class Pengesahan:
    """A frozen report as anybody may know it; `terbaru` is False once a later revision replaced it.

    `rusak` names what no longer agrees with its hash: nothing, unless somebody changed the database or the store.
    """

    laporan: LaporanFinal
    instansi: str
    terbaru: bool
    rusak: tuple[str, ...]
    berkas: BerkasFinal | None = None


def find_kode(teks: str) -> tuple[Pengesahan, ...]:
    """Every frozen report that bears that code, newest first; typed with or without hyphens."""
    rapat = re.sub(r"[\s\-–]", "", teks).lower()
    if not _KODE.fullmatch(rapat):
        return ()
    kode = make_kode(rapat)
    return tuple(map(_sahkan, LaporanFinal.objects.filter(kode=kode).order_by("-pk")))


def find_berkas(sha256: str) -> Pengesahan | None:
    """The frozen report one of whose files has that hash."""
    berkas = BerkasFinal.objects.filter(sha256=sha256).select_related("laporan").first()
    if berkas is None:
        return None
    sah = _sahkan(berkas.laporan)
    return Pengesahan(sah.laporan, sah.instansi, sah.terbaru, sah.rusak, berkas)


def get_final(satker: Satker, tahun: int) -> LaporanFinal | None:
    """The frozen report in force, None while there is none; it stays in force while a revision is open."""
    return LaporanFinal.objects.filter(satker=satker, tahun=tahun).prefetch_related("berkas").last()


def list_final(satker: Satker, tahun: int) -> list[LaporanFinal]:
    """Every frozen report of that office and year, newest first."""
    semua = LaporanFinal.objects.filter(satker=satker, tahun=tahun).prefetch_related("berkas")
    return list(semua.order_by("-revisi"))


def open_berkas_final(satker: Satker, tahun: int, revisi: int, format: str) -> File | None:  # type: ignore[type-arg]
    """One file of a frozen report as it was signed; None when there is none or the store lost it."""
    berkas = BerkasFinal.objects.filter(
        laporan__satker=satker, laporan__tahun=tahun, laporan__revisi=revisi, format=format
    ).first()
    try:
        return open_berkas(berkas.sha256) if berkas else None
    except FileNotFoundError:
        return None


def open_berkas_beku(satker: Satker, tahun: int, format: str, pada: datetime.datetime) -> File | None:  # type: ignore[type-arg]
    """The file in force while the report is frozen; None before it is, and while a revision is open."""
    final = get_final(satker, tahun) if is_beku(satker, tahun, pada) else None
    return open_berkas_final(satker, tahun, final.revisi, format) if final else None


def is_beku(satker: Satker, tahun: int, pada: datetime.datetime) -> bool:
    """Whether the report of that office and year is frozen then."""
    return _list_cakupan_beku(pada).filter(induk=satker, satker=satker, tahun=tahun).exists()


def list_beku(pasangan: Collection[tuple[int, int]], pada: datetime.datetime) -> frozenset[tuple[int, int]]:
    """Those (satker id, tahun) whose facts a frozen report is made of, of whichever office."""
    if not pasangan:
        return frozenset()
    satker, tahun = zip(*pasangan, strict=True)
    baris = _list_cakupan_beku(pada).filter(satker__in=set(satker), tahun__in=set(tahun))
    return frozenset(baris.values_list("satker_id", "tahun")) & frozenset(pasangan)


def list_beku_sejak(tahun: int, pada: datetime.datetime) -> frozenset[tuple[int, int]]:
    """Every (satker id, tahun) from that year on whose facts a frozen report is made of."""
    baris = _list_cakupan_beku(pada).filter(tahun__gte=tahun).order_by()
    return frozenset(baris.values_list("satker_id", "tahun"))


def list_laporan_beku(pada: datetime.datetime) -> frozenset[tuple[int, int]]:
    """(satker id, tahun) of every office whose own report is frozen then: of few offices, so all of them."""
    milik = _list_cakupan_beku(pada).filter(induk=F("satker")).order_by()
    return frozenset(milik.values_list("satker_id", "tahun"))


def list_cakupan_beku(pada: datetime.datetime) -> frozenset[tuple[str, int, bool]]:
    """(satker, tahun, its own report) of all that is frozen then; it may stand in that of an office above, too."""
    baris = _list_cakupan_beku(pada).order_by()
    medan = baris.values_list("satker__kunci", "tahun", "satker_id", "induk_id")
    return frozenset((kunci, satu, satker == induk) for kunci, satu, satker, induk in medan)


def _list_cakupan_beku(pada: datetime.datetime) -> QuerySet[CakupanLaporan]:
    """What is frozen, and what was opened by a revision whose time is over: nobody need have come to close it."""
    lewat = RevisiLaporan.objects.terbuka().filter(
        laporan__satker=OuterRef("induk"), laporan__tahun=OuterRef("tahun"), sampai__lte=pada
    )
    return CakupanLaporan.objects.filter(Q(beku=True) | Exists(lewat))


def check_final(laporan: LaporanFinal) -> tuple[str, ...]:
    """What of a frozen report no longer agrees with its hash."""
    rusak = []
    if hashlib.sha256(laporan.isi.encode()).hexdigest() != laporan.sidik:
        rusak.append("isi")
    rusak += [b.format for b in laporan.berkas.all() if not _is_utuh(b.sha256)]
    return tuple(rusak)


def _is_utuh(sha256: str) -> bool:
    try:
        with open_berkas(sha256) as aliran:
            return hashlib.file_digest(aliran, "sha256").hexdigest() == sha256
    except FileNotFoundError:
        return False


def _sahkan(laporan: LaporanFinal) -> Pengesahan:
    terakhir = get_final(laporan.satker, laporan.tahun)
    return Pengesahan(
        laporan,
        get_nama(laporan.satker, get_akhir_tahun(laporan.tahun)),
        terakhir is not None and terakhir.pk == laporan.pk,
        check_final(laporan),
    )
