"""Writes of kept temuan: a run of the telaah, and what people decide about a temuan that stands."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from kinerja.akses.izin import Izin
from kinerja.akses.models import Pengguna
from kinerja.akses.pelaku import Pelaku
from kinerja.akses.pemisahan import require_beda_orang
from kinerja.akses.queries import authorize, get_hari
from kinerja.jejak.operations import Peristiwa, record
from kinerja.jejak.queries import sebut_objek
from kinerja.organisasi.models import Satker
from kinerja.telaah.laporan import TemuanBagian
from kinerja.telaah.models import PengecualianTemuan, Putusan, TemuanLaporan

PALING_LAMA = datetime.timedelta(days=366)


class PengecualianDitolak(ValueError):
    """The wish or the decision is not possible; the message is for the user."""


@dataclass(frozen=True, slots=True)
class RekapTelaah:
    """How many temuan a run found for the first time, again, and no more."""

    baru: int
    tetap: int
    selesai: int


def save_temuan(
    *, satker: Satker, tahun: int, temuan: Sequence[TemuanBagian], oleh: Pelaku, pada: datetime.datetime
) -> RekapTelaah:
    """Keep what a run found: known temuan stay with their history, those not found again are done.

    Raises AksesDitolak.
    """
    with transaction.atomic():
        sebutan = authorize(oleh, Izin.LIHAT, satker, tahun=tahun, pada=pada)
        # Locked, so that two runs at once do not both add the same temuan.
        Satker.objects.select_for_update().get(pk=satker.pk)
        milik = TemuanLaporan.objects.filter(satker=satker, tahun=tahun)
        kini = {t.kunci: t for t in temuan}
        terbuka = set(milik.filter(selesai_pada__isnull=True).values_list("kunci", flat=True))
        selesai = milik.filter(kunci__in=terbuka - kini.keys()).update(selesai_pada=pada)
        for satu in kini.values():
            isi = satu.ke_kolom() | {"terakhir_pada": pada, "selesai_pada": None}
            TemuanLaporan.objects.update_or_create(
                satker=satker, tahun=tahun, kunci=satu.kunci, defaults=isi,
                create_defaults=isi | {"ditemukan_pada": pada},
            )  # fmt: skip
        rekap = RekapTelaah(len(kini.keys() - terbuka), len(kini.keys() & terbuka), selesai)
        if rekap.baru or rekap.selesai:
            objek = sebut_objek(TemuanLaporan, satker.kunci, tahun)
            menjadi = {"baru": rekap.baru, "tetap": rekap.tetap, "selesai": rekap.selesai}
            record(
                Peristiwa("telaah.jalankan", objek, {}, menjadi, rantai=satker.kunci), oleh=sebutan, pada=pada
            )
    return rekap


def ask_pengecualian(
    *,
    temuan: TemuanLaporan,
    alasan: str,
    berlaku_sampai: datetime.date,
    oleh: Pengguna,
    pada: datetime.datetime,
) -> PengecualianTemuan:
    """Ask that the report may be finalised although a temuan stands. Raises PengecualianDitolak and AksesDitolak."""
    if not alasan.strip():
        raise PengecualianDitolak(_("Alasan wajib diisi."))
    hari = get_hari(pada)
    if not hari <= berlaku_sampai <= hari + PALING_LAMA:
        raise PengecualianDitolak(_("Masa berlaku berakhir antara hari ini dan setahun lagi."))
    with transaction.atomic():
        sebutan = authorize(oleh, Izin.SUSUN, temuan.satker, tahun=temuan.tahun, pada=pada)
        kini = TemuanLaporan.objects.select_for_update().get(pk=temuan.pk)
        if kini.selesai_pada is not None or kini.pengecualian.filter(putusan="").exists():
            raise PengecualianDitolak(_("Temuan ini sudah selesai atau sedang menunggu putusan."))
        satu = PengecualianTemuan.objects.create(
            temuan=kini, alasan=alasan.strip(), berlaku_sampai=berlaku_sampai, pemohon=oleh, diminta_pada=pada
        )
        _catat(satu, "temuan.minta_pengecualian", sebutan, pada, {"berlaku_sampai": berlaku_sampai})
    return satu


def decide_pengecualian(
    *,
    pengecualian: PengecualianTemuan,
    putusan: Putusan,
    catatan: str,
    oleh: Pengguna,
    pada: datetime.datetime,
) -> PengecualianTemuan:
    """Grant, refuse or revoke, never by who asked. Raises OrangSama, PengecualianDitolak and AksesDitolak."""
    require_beda_orang(oleh, pengecualian.pemohon_id, "memutus permintaannya sendiri")
    with transaction.atomic():
        kini = PengecualianTemuan.objects.select_for_update(of=("self",)).get(pk=pengecualian.pk)
        temuan = kini.temuan
        sebutan = authorize(oleh, Izin.KECUALIKAN, temuan.satker, tahun=temuan.tahun, pada=pada)
        boleh = {"": {Putusan.SETUJU, Putusan.TOLAK}, Putusan.SETUJU: {Putusan.CABUT}}
        if putusan not in boleh.get(kini.putusan, set()):
            raise PengecualianDitolak(_("Permintaan ini sudah diputus."))
        if putusan != Putusan.SETUJU and not catatan.strip():
            raise PengecualianDitolak(_("Alasan menolak atau mencabut wajib diisi."))
        kini.putusan, kini.pemutus, kini.diputus_pada = putusan, oleh, pada
        kini.catatan_putusan = catatan.strip()
        kini.save()
        _catat(kini, f"temuan.{putusan.value}_pengecualian", sebutan, pada, {"putusan": putusan.value})
    return kini


def _catat(
    satu: PengecualianTemuan, tindakan: str, sebutan: str, pada: datetime.datetime, menjadi: dict[str, object]
) -> None:
    temuan = satu.temuan
    kunci = temuan.satker.kunci
    objek = sebut_objek(TemuanLaporan, kunci, temuan.tahun, temuan.kunci[:12])
    alasan = satu.catatan_putusan or satu.alasan
    record(Peristiwa(tindakan, objek, {}, menjadi, alasan, kunci), oleh=sebutan, pada=pada)
