"""Writes of the rencana aksi: its steps with what each is to yield when, and what it did yield."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext as _

from kinerja.akses.izin import Izin
from kinerja.akses.pelaku import Pelaku
from kinerja.akses.queries import AksesDitolak, authorize
from kinerja.basisdata.angka import AngkaField
from kinerja.organisasi.models import Satker, UnitKerja
from kinerja.perencanaan.models import Indikator, JadwalAksi, RencanaAksi, TahapAksi
from kinerja.perencanaan.operations.catat import RencanaDitolak, diff_isi, record_rencana


@dataclass(frozen=True, slots=True)
class IsiAksi:
    """A step as it is typed; `target` by the month in which its period ends (3, 6, 9, 12 for quarters)."""

    langkah: str
    satuan: str
    jadwal: str
    penanggung: str
    target: Mapping[int, Decimal]


def save_aksi(
    *,
    indikator: Indikator,
    nomor: int | None,
    isi: IsiAksi,
    satker: Satker,
    tahun: int,
    siapa: tuple[Pelaku, datetime.datetime],
) -> RencanaAksi:
    """Store step `nomor` of a year (None: a new one, the last). `siapa` is who does it, and when.

    A period that already has a realisasi keeps it. Raises RencanaDitolak and AksesDitolak.
    """
    oleh, pada = siapa
    with transaction.atomic():
        sebutan = authorize(oleh, Izin.RENCANA, satker, tahun=tahun, pada=pada)
        _check(isi)
        semua = RencanaAksi.objects.filter(indikator=indikator, satker=satker, tahun=tahun)
        lama = None if nomor is None else semua.filter(nomor=nomor).first()
        if nomor is not None and lama is None:
            raise RencanaDitolak(_("Langkah itu tidak ada."))
        dari = _read(lama) if lama else {}
        aksi = lama or RencanaAksi(
            indikator=indikator, satker=satker, tahun=tahun, nomor=_get_nomor_baru(semua)
        )
        aksi.langkah, aksi.satuan, aksi.jadwal = isi.langkah.strip(), isi.satuan.strip(), isi.jadwal
        aksi.penanggung = UnitKerja.objects.filter(satker=satker, kunci=isi.penanggung).first()
        aksi.save()
        _ganti_tahap(aksi, isi.target)
        beda = diff_isi(dari, _read(aksi))
        if beda[1]:
            record_rencana("aksi", indikator, beda, satker=satker, siapa=(sebutan, pada))
        return aksi


def _get_nomor_baru(semua: models.QuerySet[RencanaAksi]) -> int:
    terakhir = semua.order_by("-nomor").first()
    return terakhir.nomor + 1 if terakhir else 1


def _check(isi: IsiAksi) -> None:
    if not isi.langkah.strip() or not isi.satuan.strip():
        medan = "satuan" if isi.langkah.strip() else "langkah"
        raise RencanaDitolak(_("Langkah dan satuan keluarannya wajib diisi."), medan)
    if isi.jadwal not in JadwalAksi.values:
        raise RencanaDitolak(_("Pilih per bulan atau per triwulan."), "jadwal")
    if not isi.target:
        raise RencanaDitolak(_("Isi target paling sedikit satu periode."), "target")
    for bulan, nilai in isi.target.items():
        if isi.jadwal == JadwalAksi.TRIWULAN and bulan % 3:
            pesan = _("Rencana per triwulan diisi pada akhir triwulan: bulan 3, 6, 9, atau 12.")
            raise RencanaDitolak(pesan, f"target-{bulan}")
        check_angka(nilai, f"target-{bulan}")


def check_angka(nilai: Decimal | None, medan: str) -> None:
    """Raises RencanaDitolak for what the database would not hold, or hold negative."""
    if nilai is not None and nilai < 0:
        raise RencanaDitolak(_("Tidak boleh negatif."), medan)
    try:
        AngkaField().get_prep_value(nilai)
    except ValidationError as galat:
        raise RencanaDitolak(
            _("Angka tidak dapat disimpan: %(sebab)s.") % {"sebab": galat.message}, medan
        ) from None


def _ganti_tahap(aksi: RencanaAksi, target: Mapping[int, Decimal]) -> None:
    hilang = aksi.tahap.exclude(bulan__in=target)
    if hilang.filter(realisasi__isnull=False).exists():
        raise RencanaDitolak(_("Periode yang sudah berrealisasi tidak dapat dihapus."), "target")
    hilang.delete()
    for bulan, nilai in target.items():
        TahapAksi.objects.update_or_create(rencana=aksi, bulan=bulan, defaults={"target": nilai})


def _read(aksi: RencanaAksi) -> dict[str, object]:
    target = {t.bulan: str(t.target.normalize()) for t in aksi.tahap.order_by("bulan")}
    return {
        "nomor": aksi.nomor,
        "langkah": aksi.langkah,
        "satuan": aksi.satuan,
        "jadwal": aksi.jadwal,
        "penanggung": aksi.penanggung.kunci if aksi.penanggung else "",
        "target": ", ".join(f"{b}: {t}" for b, t in target.items()),
    }


def remove_aksi(*, aksi: RencanaAksi, oleh: Pelaku, pada: datetime.datetime) -> None:
    """Remove a step of which nothing was done yet. Raises RencanaDitolak and AksesDitolak."""
    with transaction.atomic():
        sebutan = authorize(oleh, Izin.RENCANA, aksi.satker, tahun=aksi.tahun, pada=pada)
        if aksi.tahap.filter(realisasi__isnull=False).exists():
            raise RencanaDitolak(_("Langkah yang sudah berrealisasi tidak dapat dihapus."))
        dari_ke = (_read(aksi), {})
        record_rencana("hapus_aksi", aksi.indikator, dari_ke, satker=aksi.satker, siapa=(sebutan, pada))
        aksi.delete()


def save_realisasi_aksi(
    *,
    aksi: RencanaAksi,
    realisasi: Mapping[int, Decimal | None],
    catatan: Mapping[int, str],
    oleh: Pelaku,
    pada: datetime.datetime,
) -> bool:
    """What a step yielded by month; whether anything changed. For perencana and operator.

    Raises RencanaDitolak and AksesDitolak.
    """
    with transaction.atomic():
        sebutan = _authorize_realisasi(oleh, aksi, pada)
        tahap = {t.bulan: t for t in aksi.tahap.select_for_update()}
        dari, menjadi = {}, {}
        for bulan, nilai in realisasi.items():
            check_angka(nilai, f"realisasi-{bulan}")
            if bulan not in tahap:
                raise RencanaDitolak(
                    _("Langkah ini tidak mempunyai target pada bulan itu."), f"realisasi-{bulan}"
                )
            satu, catat = tahap[bulan], catatan.get(bulan, "").strip()
            if (satu.realisasi, satu.catatan) != (nilai, catat):
                dari[str(bulan)], menjadi[str(bulan)] = [satu.realisasi, satu.catatan], [nilai, catat]
                satu.realisasi, satu.catatan = nilai, catat
                satu.save(update_fields=["realisasi", "catatan"])
        if menjadi:
            siapa = (sebutan, pada)
            record_rencana("realisasi_aksi", aksi.indikator, (dari, menjadi), satker=aksi.satker, siapa=siapa)
        return bool(menjadi)


def _authorize_realisasi(oleh: Pelaku, aksi: RencanaAksi, pada: datetime.datetime) -> str:
    try:
        return authorize(oleh, Izin.RENCANA, aksi.satker, tahun=aksi.tahun, pada=pada)
    except AksesDitolak:
        return authorize(oleh, Izin.ISI, aksi.satker, tahun=aksi.tahun, pada=pada)
