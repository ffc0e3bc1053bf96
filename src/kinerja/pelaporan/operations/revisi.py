"""Open a frozen report again: asked with a reason and an end, granted by another person, closed when time is over."""

from __future__ import annotations

import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from kinerja.akses.izin import Izin
from kinerja.akses.models import Pengguna
from kinerja.akses.pelaku import BARIS_PERINTAH
from kinerja.akses.pemisahan import require_beda_orang
from kinerja.akses.queries import AksesDitolak, authorize
from kinerja.organisasi.models import Satker
from kinerja.pelaporan.models import CakupanLaporan, LaporanFinal, PerjalananLaporan, RevisiLaporan
from kinerja.pelaporan.operations.langkah import record_laporan
from kinerja.pelaporan.sop import SELESAI, get_sop

TANPA_JAWABAN = "tidak dijawab sampai batas akhirnya"


class RevisiDitolak(ValueError):
    """The wish or the decision is not possible; the message is for the user."""


def request_revisi(
    *, satker: Satker, tahun: int, alasan: str, sampai: datetime.datetime, oleh: Pengguna, pada: datetime.datetime
) -> RevisiLaporan:  # fmt: skip
    """Ask that the last frozen report be opened until `sampai`. Raises RevisiDitolak and AksesDitolak."""
    with transaction.atomic():
        sebutan = authorize(oleh, Izin.SUSUN, satker, tahun=tahun, pada=pada)
        close_revisi(pada=pada, satker=satker, tahun=tahun)
        perjalanan = _kunci(satker, tahun)
        final = LaporanFinal.objects.filter(satker=satker, tahun=tahun).last()
        if final is None or perjalanan is None or perjalanan.langkah != SELESAI:
            raise RevisiDitolak(_("Laporan ini belum dibekukan, atau sedang direvisi."))
        if not alasan.strip():
            raise RevisiDitolak(_("Alasan membuka laporan wajib diisi."))
        if sampai <= pada:
            raise RevisiDitolak(_("Batas akhir pembukaan harus di depan."))
        if final.revisi_diminta.filter(ditutup_pada__isnull=True).exists():
            raise RevisiDitolak(_("Sudah ada permintaan yang menunggu putusan."))
        revisi = RevisiLaporan.objects.create(
            laporan=final, alasan=alasan.strip(), sampai=sampai, diminta_oleh=oleh, diminta_pada=pada
        )
        menjadi = {"revisi": final.revisi + 1, "sampai": sampai}
        record_laporan(perjalanan, "laporan.minta_revisi", menjadi, (sebutan, revisi.alasan), pada)
    return revisi


def approve_revisi(*, revisi_id: int, oleh: Pengguna, pada: datetime.datetime) -> RevisiLaporan:
    """Open the report: texts and numbers may change again, the report goes up from the drafting step.

    Raises OrangSama, RevisiDitolak and AksesDitolak.
    """
    with transaction.atomic():
        revisi, perjalanan, sebutan = _get_menunggu(revisi_id, oleh, pada)
        require_beda_orang(oleh, revisi.diminta_oleh_id, "menyetujui permintaannya sendiri")
        if revisi.sampai <= pada:
            raise RevisiDitolak(_("Batas akhir permintaan ini sudah lewat."))
        revisi.disetujui_oleh, revisi.disetujui_pada = oleh, pada
        revisi.save(update_fields=["disetujui_oleh", "disetujui_pada"])
        _set_beku(perjalanan, beku=False)
        perjalanan.langkah = get_sop(perjalanan.sop).menyusun
        perjalanan.putaran, perjalanan.sejak = perjalanan.putaran + 1, pada
        perjalanan.save(update_fields=["langkah", "putaran", "sejak"])
        menjadi = {"revisi": revisi.laporan.revisi + 1, "sampai": revisi.sampai}
        record_laporan(perjalanan, "laporan.buka", menjadi, (sebutan, revisi.alasan), pada)
    return revisi


def reject_revisi(*, revisi_id: int, catatan: str, oleh: Pengguna, pada: datetime.datetime) -> RevisiLaporan:
    """Refuse, with a reason; who asked may take his wish back so. Raises RevisiDitolak and AksesDitolak."""
    with transaction.atomic():
        revisi, perjalanan, sebutan = _get_menunggu(revisi_id, oleh, pada)
        if not catatan.strip():
            raise RevisiDitolak(_("Alasan menolak wajib diisi."))
        revisi.ditutup_pada, revisi.catatan = pada, catatan.strip()
        revisi.save(update_fields=["ditutup_pada", "catatan"])
        record_laporan(perjalanan, "laporan.tolak_revisi", {}, (sebutan, revisi.catatan), pada)
    return revisi


def close_revisi(*, pada: datetime.datetime, satker: Satker | None = None, tahun: int | None = None) -> int:
    """Freeze again every report (or that one) whose opening has ended; how many. The last frozen one stays in force.

    Nobody waits for it: from that moment on every question and every write takes the report as frozen
    (`pengesahan.list_beku`). A wish that nobody answered in time ends, too.
    """
    lewat = RevisiLaporan.objects.filter(ditutup_pada__isnull=True, sampai__lte=pada)
    if satker is not None:
        lewat = lewat.filter(laporan__satker=satker, laporan__tahun=tahun)
    return sum(_tutup_lewat(pk, pada) for pk in lewat.values_list("pk", flat=True))


def _tutup_lewat(pk: int, pada: datetime.datetime) -> bool:
    with transaction.atomic():
        revisi = RevisiLaporan.objects.select_related("laporan__satker").get(pk=pk)
        perjalanan = _kunci(revisi.laporan.satker, revisi.laporan.tahun)
        revisi.refresh_from_db(fields=["disetujui_pada", "ditutup_pada"])
        if revisi.ditutup_pada is not None or perjalanan is None:
            return False
        revisi.ditutup_pada = pada
        if revisi.disetujui_pada is None:
            revisi.catatan = TANPA_JAWABAN
            revisi.save(update_fields=["ditutup_pada", "catatan"])
            siapa = (BARIS_PERINTAH.sebutan, TANPA_JAWABAN)
            record_laporan(perjalanan, "laporan.tolak_revisi", {}, siapa, pada)
            return False
        revisi.save(update_fields=["ditutup_pada"])
        _set_beku(perjalanan, beku=True)
        perjalanan.langkah, perjalanan.sejak = SELESAI, pada
        perjalanan.save(update_fields=["langkah", "sejak"])
        siapa = (BARIS_PERINTAH.sebutan, "masa revisi berakhir")
        record_laporan(perjalanan, "laporan.tutup", {"revisi": revisi.laporan.revisi}, siapa, pada)
    return True


def _get_menunggu(
    pk: int, oleh: Pengguna, pada: datetime.datetime
) -> tuple[RevisiLaporan, PerjalananLaporan, str]:
    revisi = RevisiLaporan.objects.select_related("laporan__satker").filter(pk=pk).first()
    if revisi is None:
        raise AksesDitolak("Permintaan tidak dikenal.", asing=True)
    final = revisi.laporan
    sebutan = authorize(oleh, Izin.SETUJUI_BUKA, final.satker, tahun=final.tahun, pada=pada)
    perjalanan = _kunci(final.satker, final.tahun)
    revisi.refresh_from_db(fields=["disetujui_pada", "ditutup_pada"])
    if perjalanan is None or revisi.disetujui_pada is not None or revisi.ditutup_pada is not None:
        raise RevisiDitolak(_("Permintaan ini sudah diputus."))
    return revisi, perjalanan, sebutan


def _kunci(satker: Satker, tahun: int) -> PerjalananLaporan | None:
    semua = PerjalananLaporan.objects.select_for_update(of=("self",)).select_related("satker")
    return semua.filter(satker=satker, tahun=tahun).first()


def _set_beku(perjalanan: PerjalananLaporan, *, beku: bool) -> None:
    CakupanLaporan.objects.filter(induk=perjalanan.satker, tahun=perjalanan.tahun).update(beku=beku)
