"""Sign a report: facts and files are frozen with their hashes, and change only by a numbered revision."""

from __future__ import annotations

import datetime
import hashlib
import tempfile
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from django.db import transaction
from django.utils.translation import gettext as _

from kinerja.akses.models import Pengguna
from kinerja.dokumen.model import Dokumen
from kinerja.dokumen.sidik import write_kanonik
from kinerja.organisasi.models import Satker
from kinerja.organisasi.queries import get_akhir_tahun, list_bawahan
from kinerja.pelaporan.fakta import read_fakta
from kinerja.pelaporan.halangan import Halangan, compose_laporan, list_halangan, list_lampiran_lain
from kinerja.pelaporan.models import (
    BerkasFinal,
    CakupanLaporan,
    LaporanFinal,
    PerjalananLaporan,
    Putusan,
    RevisiLaporan,
)
from kinerja.pelaporan.operations.berkas import make_lkjip
from kinerja.pelaporan.operations.langkah import (
    LangkahDitolak,
    add_langkah,
    lock_perjalanan,
    record_laporan,
    require_pelaksana,
)
from kinerja.pelaporan.sop import SELESAI, Langkah, Sop
from kinerja.pengukuran.berkas import store_letak

FORMAT = ("pdf", "docx", "html")


class LaporanTerhalang(ValueError):
    """The report may not be signed; `halangan` says what is in the way and who owes it."""

    def __init__(self, halangan: tuple[Halangan, ...]) -> None:
        super().__init__(f"{len(halangan)} hal menghalangi laporan ditandatangani.")
        self.halangan = halangan


class FaktaBerubah(ValueError):
    """Facts changed while the files were made: nothing was frozen."""


@dataclass(frozen=True, slots=True)
class Penerimaan:
    """What the signer accepts as missing: keys of `Halangan`, and why."""

    kunci: frozenset[str] = frozenset()
    alasan: str = ""


@dataclass(frozen=True, slots=True)
class _Berkas:
    format: str
    sha256: str
    ukuran: int


def finalise_lkjip(
    *,
    satker: Satker,
    tahun: int,
    langkah: int,
    penerimaan: Penerimaan,
    oleh: Pengguna,
    pada: datetime.datetime,
) -> LaporanFinal:
    """Take the last step: freeze the report with its PDF, DOCX and HTML, and all facts beneath it.

    The files are made before the transaction, and the facts compared again inside it. Raises LaporanTerhalang,
    FaktaBerubah, LangkahDitolak, OrangSama, AksesDitolak, TidakAdaKinerja, PdfGagal.
    """
    with transaction.atomic():
        perjalanan, sop, kini = lock_perjalanan(satker, tahun, langkah, pada)
        require_pelaksana(perjalanan, sop, kini, oleh, pada)
        if not sop.is_terakhir(kini):
            raise LangkahDitolak(_("Laporan ini belum sampai di langkah penandatanganan."))
    dokumen = compose_laporan(satker, tahun, pada)
    kurang = _require_lengkap(list_halangan(satker, tahun, pada, dokumen), penerimaan)
    berkas = _buat_berkas(satker, tahun, pada)
    with transaction.atomic():
        perjalanan, sop, kini = lock_perjalanan(satker, tahun, langkah, pada)
        sebutan = require_pelaksana(perjalanan, sop, kini, oleh, pada)
        if compose_laporan(satker, tahun, pada).kode != dokumen.kode:
            raise FaktaBerubah(_("Data berubah selagi berkas laporan dibuat. Periksa, lalu ulangi."))
        final = _bekukan(perjalanan, dokumen, berkas, (kurang, penerimaan.alasan.strip()), (oleh, pada))
        _tutup(perjalanan, (sop, kini), oleh, pada)
        menjadi = {"revisi": final.revisi, "kode": final.kode, "sidik": final.sidik}
        menjadi |= {"berkas": {b.format: b.sha256 for b in berkas}, "kurang": len(kurang)}
        record_laporan(perjalanan, "laporan.bekukan", menjadi, (sebutan, final.alasan_kurang), pada)
    return final


def _require_lengkap(halangan: tuple[Halangan, ...], penerimaan: Penerimaan) -> tuple[Halangan, ...]:
    """What is missing and was accepted by name; raises LaporanTerhalang with the rest."""
    diterima = penerimaan.kunci if penerimaan.alasan.strip() else frozenset()
    sisa = tuple(h for h in halangan if not (h.boleh_disebut and h.kunci in diterima))
    if sisa:
        raise LaporanTerhalang(sisa)
    return halangan


def _buat_berkas(satker: Satker, tahun: int, pada: datetime.datetime) -> tuple[_Berkas, ...]:
    """The files, kept under their hashes: files without a row harm nobody."""
    with tempfile.TemporaryDirectory(prefix="kinerja-") as wadah:
        hasil = make_lkjip(
            satker=satker, tahun=tahun, format=FORMAT, folder=Path(wadah),
            lampiran_lain=list_lampiran_lain(satker, tahun, pada),
        )  # fmt: skip
        return tuple(_simpan(format_, letak) for format_, letak in hasil.berkas.items())


def _simpan(format_: str, letak: Path) -> _Berkas:
    with letak.open("rb") as aliran:
        sidik = hashlib.file_digest(aliran, "sha256").hexdigest()
    store_letak(sidik, letak)
    return _Berkas(format_, sidik, letak.stat().st_size)


def _bekukan(
    perjalanan: PerjalananLaporan,
    dokumen: Dokumen,
    berkas: tuple[_Berkas, ...],
    penerimaan: tuple[tuple[Halangan, ...], str],
    siapa: tuple[Pengguna, datetime.datetime],
) -> LaporanFinal:
    (kurang, alasan), (oleh, pada) = penerimaan, siapa
    satker, tahun = perjalanan.satker, perjalanan.tahun
    cakupan = _list_cakupan(satker, tahun)
    revisi = LaporanFinal.objects.filter(satker=satker, tahun=tahun).count()
    daftar_kurang = [[h.tempat, h.apa, h.oleh] for h in kurang]
    jabatan = oleh.jabatan or oleh.nama_akun
    isi = write_kanonik(
        {
            "laporan": {"satker": satker.kunci, "tahun": tahun, "revisi": revisi, "kode": dokumen.kode},
            "tanda_tangan": {"jabatan": jabatan, "akun": oleh.nama_akun, "pada": pada},
            "kurang": daftar_kurang,
            "alasan_kurang": alasan if kurang else "",
            "berkas": {b.format: b.sha256 for b in berkas},
            "dokumen": dokumen,
            "fakta": read_fakta(satker, tahun, cakupan),
        }
    )
    final = LaporanFinal.objects.create(
        satker=satker, tahun=tahun, revisi=revisi, kode=dokumen.kode, isi=isi,
        sidik=hashlib.sha256(isi.encode()).hexdigest(), kurang=daftar_kurang,
        alasan_kurang=alasan if kurang else "", oleh=oleh, jabatan=jabatan, pada=pada,
    )  # fmt: skip
    BerkasFinal.objects.bulk_create(
        BerkasFinal(laporan=final, format=b.format, sha256=b.sha256, ukuran=b.ukuran) for b in berkas
    )
    for satu in cakupan:
        CakupanLaporan.objects.update_or_create(
            induk=satker, satker_id=satu, tahun=tahun, defaults={"beku": True}
        )
    return final


def _list_cakupan(satker: Satker, tahun: int) -> Collection[int]:
    """Ids of the satker whose facts the report is made of."""
    return {satker.pk, *(r.satker_id for r in list_bawahan(satker, get_akhir_tahun(tahun)))}


def _tutup(
    perjalanan: PerjalananLaporan, langkah: tuple[Sop, Langkah], oleh: Pengguna, pada: datetime.datetime
) -> None:
    sop, kini = langkah
    add_langkah(perjalanan, sop, (kini, Putusan.LANJUT, ""), oleh, pada)
    perjalanan.langkah, perjalanan.sejak = SELESAI, pada
    perjalanan.save(update_fields=["langkah", "sejak"])
    terbuka = RevisiLaporan.objects.filter(
        laporan__satker=perjalanan.satker, laporan__tahun=perjalanan.tahun, ditutup_pada__isnull=True
    )
    terbuka.update(ditutup_pada=pada)
