"""Writes about one indikator: itself, its IKU sheet, who answers for it, its targets year by year."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from kinerja.akses.izin import Izin
from kinerja.akses.pelaku import Pelaku
from kinerja.akses.queries import authorize
from kinerja.basisdata.angka import AngkaField
from kinerja.dasar.angka import Kebiasaan, baca_angka
from kinerja.dasar.cetak import cetak_angka
from kinerja.organisasi.models import Satker, UnitKerja
from kinerja.perencanaan.models import (
    Indikator,
    JenisTarget,
    Komponen,
    LembarIku,
    PenanggungJawab,
    PilihanPolaritas,
    Sasaran,
    Target,
)
from kinerja.perencanaan.operations.catat import (
    MEDAN,
    RencanaDitolak,
    authorize_rencana,
    diff_isi,
    read_medan,
    record_rencana,
    write_medan,
)
from kinerja.perencanaan.operations.periksa import check_isi, check_kode
from kinerja.perencanaan.operations.rencana import get_urutan_baru, is_diperjanjikan

MEDAN_LEMBAR = ("periode", "verifikasi", "keterbatasan")
"""What stands on an IKU sheet beside the manual of the indikator."""


@dataclass(frozen=True, slots=True)
class NilaiTarget:
    """A target as it is typed: one value, or both ends of a range; nothing at all removes it."""

    nilai: Decimal | None = None
    bawah: Decimal | None = None
    atas: Decimal | None = None

    @property
    def kosong(self) -> bool:
        return self.nilai is None and self.bawah is None and self.atas is None


@dataclass(frozen=True, slots=True)
class TargetTahunan:
    """Targets by year, and why those that stood there before are changed."""

    nilai: Mapping[int, NilaiTarget]
    alasan: str = ""


def add_indikator(
    *,
    sasaran: Sasaran,
    isi: Mapping[str, Any],
    satker: Satker,
    tahun: int,
    oleh: Pelaku,
    pada: datetime.datetime,
) -> Indikator:
    """A new indikator with its main komponen, last of its sasaran; `isi` names its kode too.

    Raises RencanaDitolak and AksesDitolak.
    """
    with transaction.atomic():
        sebutan = authorize_rencana(oleh, sasaran.renstra, satker, tahun=tahun, pada=pada)
        indikator = Indikator(kode=check_kode(isi["kode"], Indikator))
        write_medan(
            indikator,
            {m: isi[m] for m in MEDAN[Indikator] if m in isi},
            renstra=sasaran.renstra,
            satker=satker,
        )
        indikator.sasaran = sasaran
        indikator.urutan = get_urutan_baru(sasaran.indikator.all())
        check_isi(indikator)
        indikator.save()
        Komponen.objects.create(indikator=indikator)
        dari_ke = ({}, read_medan(indikator))
        record_rencana("tambah", indikator, dari_ke, satker=satker, siapa=(sebutan, pada))
        return indikator


def save_lembar_iku(
    *,
    indikator: Indikator,
    isi: Mapping[str, str],
    satker: Satker,
    tahun: int,
    oleh: Pelaku,
    pada: datetime.datetime,
) -> bool:
    """Period, verification and known limits of an indikator; whether anything changed. Raises AksesDitolak."""
    with transaction.atomic():
        sebutan = authorize_rencana(oleh, indikator.sasaran.renstra, satker, tahun=tahun, pada=pada)
        lembar = LembarIku.objects.filter(indikator=indikator).first() or LembarIku(indikator=indikator)
        beda = diff_isi(read_lembar_iku(indikator), {m: isi[m].strip() for m in MEDAN_LEMBAR if m in isi})
        if not beda[1]:
            return False
        for medan, nilai in beda[1].items():
            setattr(lembar, medan, nilai)
        lembar.save()
        record_rencana("lembar_iku", indikator, beda, satker=satker, siapa=(sebutan, pada))
        return True


def read_lembar_iku(indikator: Indikator) -> dict[str, str]:
    """What stands on the IKU sheet of an indikator; empty texts when it has none."""
    lembar = LembarIku.objects.filter(indikator=indikator).first()
    return {m: getattr(lembar, m, "") for m in MEDAN_LEMBAR}


def set_penanggung_jawab(
    *,
    indikator: Indikator,
    isi: Mapping[str, Any],
    satker: Satker,
    tahun: int,
    oleh: Pelaku,
    pada: datetime.datetime,
) -> PenanggungJawab | None:
    """From day `isi["dari"]` on the jabatan `isi["jabatan"]` answers; who did before, did until the day before.

    None when he answers already. Raises RencanaDitolak and AksesDitolak.
    """
    jabatan, dari = isi["jabatan"].strip(), isi["dari"]
    with transaction.atomic():
        sebutan = authorize(oleh, Izin.RENCANA, satker, tahun=tahun, pada=pada)
        if not jabatan:
            raise RencanaDitolak(_("Jabatan wajib diisi."), "jabatan")
        semua = PenanggungJawab.objects.filter(indikator=indikator, satker=satker)
        lama = semua.filter(berlaku_sampai__isnull=True).first()
        if lama and lama.jabatan == jabatan:
            return None
        if semua.filter(berlaku_dari__gte=dari).exists():
            pesan = _("Sudah ada penanggung jawab yang mulai pada atau sesudah tanggal itu.")
            raise RencanaDitolak(pesan, "dari")
        if lama:
            lama.berlaku_sampai = dari - datetime.timedelta(days=1)
            lama.save(update_fields=["berlaku_sampai"])
        unit = UnitKerja.objects.filter(satker=satker, kunci=isi.get("unit_kerja") or "").first()
        baru = semua.create(
            indikator=indikator, satker=satker, jabatan=jabatan, unit_kerja=unit, berlaku_dari=dari
        )
        dari_ke = ({"jabatan": lama.jabatan} if lama else {}, {"jabatan": jabatan, "dari": dari.isoformat()})
        record_rencana("penanggung_jawab", indikator, dari_ke, satker=satker, siapa=(sebutan, pada))
        return baru


def save_target_tahunan(
    *,
    indikator: Indikator,
    target: TargetTahunan,
    satker: Satker,
    tahun: int,
    oleh: Pelaku,
    pada: datetime.datetime,
) -> bool:
    """The Renstra targets of the years named; whether anything changed. Those of the Perjanjian stay.

    Of an indikator that is promised, a target that stood there before changes only with a reason.
    Raises RencanaDitolak (also for a year whose report is frozen) and AksesDitolak.
    """
    alasan = target.alasan.strip()
    with transaction.atomic():
        sebutan = authorize(oleh, Izin.RENCANA, satker, tahun=tahun, pada=pada)
        for tahun_target, nilai in target.nilai.items():
            check_target(indikator, tahun_target, nilai)
        lama = _read_target(indikator, satker)
        berubah = {t: n for t, n in target.nilai.items() if lama.get(t, NilaiTarget()) != n}
        if not berubah:
            return False
        if not alasan and berubah.keys() & lama.keys() and is_diperjanjikan(indikator):
            raise RencanaDitolak(_("Sudah diperjanjikan: tuliskan alasan perubahannya."), "alasan-target")
        try:
            with transaction.atomic():
                for tahun_target, nilai in berubah.items():
                    kunci = {"indikator": indikator, "satker": satker, "tahun": tahun_target}
                    write_target(nilai, **kunci, jenis=JenisTarget.RENSTRA)
        except IntegrityError as galat:
            raise RencanaDitolak(_("Basis data menolak: %(sebab)s.") % {"sebab": galat}, "target") from None
        dari = {str(t): print_nilai(lama.get(t, NilaiTarget())) for t in berubah}
        menjadi = {str(t): print_nilai(n) for t, n in berubah.items()}
        siapa = (sebutan, pada)
        record_rencana("target", indikator, (dari, menjadi), satker=satker, siapa=siapa, alasan=alasan)
        return True


def _read_target(indikator: Indikator, satker: Satker) -> dict[int, NilaiTarget]:
    semua = Target.objects.filter(indikator=indikator, satker=satker, jenis=JenisTarget.RENSTRA)
    return {t.tahun: NilaiTarget(t.nilai, t.bawah, t.atas) for t in semua}


def read_target_tercetak(indikator: Indikator, satker: Satker) -> dict[str, str | None]:
    """Year -> its Renstra target as the trail keeps it ("97,5"; a range "1–2")."""
    return {str(t): print_nilai(n) for t, n in _read_target(indikator, satker).items()}


def parse_target_tercetak(teks: str | None) -> NilaiTarget:
    """The target an entry of the trail names: what `read_target_tercetak` printed, read back exactly."""
    if teks is None:
        return NilaiTarget()
    ujung = [baca_angka(satu, kebiasaan=Kebiasaan.KOMA).nilai for satu in teks.split("–")]
    return NilaiTarget(*ujung) if len(ujung) == 1 else NilaiTarget(None, *ujung)


def check_target(indikator: Indikator, tahun: int, target: NilaiTarget, medan: str = "") -> None:
    """Raises RencanaDitolak, of that field, when it cannot be a target of that indikator in that year."""
    renstra, medan = indikator.sasaran.renstra, medan or f"target-{tahun}"
    if target.kosong:
        return
    if not renstra.tahun_awal <= tahun <= renstra.tahun_akhir:
        raise RencanaDitolak(_("Tahun %(tahun)s di luar masa Renstra.") % {"tahun": tahun}, medan)
    rentang = indikator.polaritas == PilihanPolaritas.RENTANG
    if rentang and (target.nilai is not None or target.bawah is None or target.atas is None):
        raise RencanaDitolak(
            _("Indikator berpolaritas rentang memerlukan batas bawah dan batas atas."), medan
        )
    if not rentang and target.nilai is None:
        raise RencanaDitolak(_("Target berupa satu angka."), medan)
    if target.bawah is not None and target.atas is not None and target.atas < target.bawah:
        raise RencanaDitolak(_("Batas atas di bawah batas bawah."), medan)
    for angka in (target.nilai, target.bawah, target.atas):
        try:
            AngkaField().get_prep_value(angka)
        except ValidationError as galat:
            raise RencanaDitolak(
                _("Angka tidak dapat disimpan: %(sebab)s.") % {"sebab": galat.message}, medan
            ) from None


def write_target(nilai: NilaiTarget, *, sumber: str | None = None, **kunci: Any) -> None:
    """Store the one target of that indikator, satker, tahun and jenis; an empty one is taken away."""
    if nilai.kosong:
        Target.objects.filter(**kunci).delete()
    else:
        isi: dict[str, Any] = {"nilai": nilai.nilai, "bawah": nilai.bawah, "atas": nilai.atas}
        if sumber is not None:
            isi["sumber"] = sumber
        Target.objects.update_or_create(**kunci, defaults=isi)


def print_nilai(target: NilaiTarget) -> str | None:
    """A target as the trail keeps it ("97,5"; a range "1–2"); None for an empty one."""
    if target.kosong:
        return None
    ujung = (target.nilai,) if target.nilai is not None else (target.bawah, target.atas)
    return "–".join(cetak_angka(n) for n in ujung if n is not None)
