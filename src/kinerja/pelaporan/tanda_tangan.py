"""Reading electronic signatures: the bytes in force, who signed what, and what any PDF from anywhere is worth."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.conf import settings
from django.core.files import File

from kinerja.dokumen.tanda_tangan.bsre import LayananBsre
from kinerja.dokumen.tanda_tangan.kunci import StempelWaktu
from kinerja.dokumen.tanda_tangan.periksa import HasilTandaTangan, TandaTanganTidakTerbaca, read_akar
from kinerja.dokumen.tanda_tangan.terpisah import verify_pdf_terpisah
from kinerja.pelaporan.models import LaporanFinal, TandaTanganElektronik
from kinerja.pelaporan.surat.berkas import render_naskah
from kinerja.pelaporan.surat.perjanjian import compose_perjanjian
from kinerja.pengukuran.berkas import open_berkas
from kinerja.perencanaan.models import PilihanStatus, VersiPerjanjian
from kinerja.perencanaan.perjanjian.isi import IsiPerjanjian, parse_isi
from kinerja.perencanaan.perjanjian.queries import get_versi_berlaku, is_utuh

UNGGAHAN_TERBESAR = 25 * 2**20
"""Of a stranger's file; a report of 200 pages is a fifth of that."""
_BERTANDA = b"/ByteRange"
"""Stands unpacked in every signed PDF: a file without it need not be taken apart."""
_KODE = re.compile(r"[0-9a-f]{12}")


@cache
def _baca_akar(letak: str) -> str:
    return Path(letak).read_text("ascii")


def _get_akar() -> str:
    """The root certificates this installation trusts (KINERJA_AKAR_SERTIFIKAT) as PEM; "" when none are set up."""
    return _baca_akar(settings.AKAR_SERTIFIKAT) if settings.AKAR_SERTIFIKAT else ""


def get_stempel() -> StempelWaktu | None:
    """The time-stamp server of this installation (KINERJA_STEMPEL_WAKTU), or None."""
    if not settings.STEMPEL_WAKTU:
        return None
    return StempelWaktu(settings.STEMPEL_WAKTU, read_akar(_get_akar().encode()) if _get_akar() else ())


def get_layanan_bsre() -> LayananBsre | None:
    """BSrE's service as set up here (KINERJA_BSRE_…), or None."""
    if not settings.BSRE_ALAMAT:
        return None
    return LayananBsre(settings.BSRE_ALAMAT, settings.BSRE_PENGGUNA, settings.BSRE_SANDI)


def list_tanda(versi: VersiPerjanjian) -> list[TandaTanganElektronik]:
    """The electronic signatures on the present contents of a version, in order."""
    return list(versi.tanda_tangan_elektronik.filter(sidik=versi.sidik)) if versi.sidik else []


def list_tanda_laporan(laporan: LaporanFinal) -> list[TandaTanganElektronik]:
    """The electronic signatures on a frozen report, in order."""
    return list(laporan.tanda_tangan_elektronik.all())


def read_pdf_perjanjian(versi: VersiPerjanjian) -> bytes:
    """The PDF of an initialled version: as it was signed last, else made from its frozen contents.

    Raises FileNotFoundError when the store lost the signed bytes.
    """
    tanda = list_tanda(versi)
    if tanda:
        with open_berkas(tanda[-1].sha256) as aliran:
            return bytes(aliran.read())
    alamat = f"{settings.ALAMAT}/sahkan/?kode={versi.kode}"
    return render_naskah(compose_perjanjian(parse_isi(versi.isi), versi.kode, verifikasi=alamat), "pdf")


def open_pdf_laporan(laporan: LaporanFinal) -> File | None:  # type: ignore[type-arg]
    """The frozen report with all its electronic signatures; None while nobody signed it so."""
    tanda = list_tanda_laporan(laporan)
    return open_berkas(tanda[-1].sha256) if tanda else None


@dataclass(frozen=True, slots=True)
class PengesahanPerjanjian:
    """A signed agreement as anybody may know it; `terbaru` is False once a later version replaced it."""

    versi: VersiPerjanjian
    isi: IsiPerjanjian
    terbaru: bool
    utuh: bool
    tanda: tuple[TandaTanganElektronik, ...]


def find_perjanjian(teks: str) -> tuple[PengesahanPerjanjian, ...]:
    """Every signed agreement that bears that code; typed with or without hyphens."""
    rapat = re.sub(r"[\s\-–]", "", teks).lower()
    if not _KODE.fullmatch(rapat):
        return ()
    return _sahkan(
        VersiPerjanjian.objects.filter(status=PilihanStatus.DITANDATANGANI, sidik__startswith=rapat)
    )


def _sahkan(versi: Iterable[VersiPerjanjian]) -> tuple[PengesahanPerjanjian, ...]:
    hasil = []
    for satu in versi:
        berlaku = get_versi_berlaku(satu.perjanjian)
        terbaru = berlaku is not None and berlaku.pk == satu.pk
        hasil.append(
            PengesahanPerjanjian(satu, parse_isi(satu.isi), terbaru, is_utuh(satu), tuple(list_tanda(satu)))
        )
    return tuple(hasil)


@dataclass(frozen=True, slots=True)
class HasilPeriksa:
    """What a PDF from anywhere is: the signatures on it, and whether these very bytes came from here.

    `masalah` says why its signatures could not be read, "" when they could.
    """

    tanda: tuple[HasilTandaTangan, ...]
    milik: TandaTanganElektronik | None = None
    masalah: str = ""


def check_pdf(isi: bytes, sha256: str) -> HasilPeriksa:
    """Look at a file somebody handed in, in a process of its own; asks nothing of the network, stores nothing."""
    milik = (
        TandaTanganElektronik.objects.filter(sha256=sha256)
        .select_related("versi__perjanjian", "laporan")
        .first()
    )
    if _BERTANDA not in isi:
        return HasilPeriksa((), milik)
    try:
        return HasilPeriksa(verify_pdf_terpisah(isi, _get_akar()), milik)
    except TandaTanganTidakTerbaca as masalah:
        return HasilPeriksa((), milik, str(masalah))
