"""Open a survey, publish its result by figures, close it, open it again."""

import datetime
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, fields
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from kinerja.akses.izin import Izin
from kinerja.akses.pelaku import Pelaku
from kinerja.akses.queries import authorize
from kinerja.aturan.survei import TERENDAH, TERTINGGI
from kinerja.aturan.temuan import Temuan
from kinerja.jejak.operations import Peristiwa, record
from kinerja.jejak.queries import sebut_objek
from kinerja.organisasi.models import Satker
from kinerja.pengukuran.beku import check_beku
from kinerja.survei.models import HasilUnsur, InstrumenSurvei, KeadaanSurvei, Survei
from kinerja.survei.operations.alir import feed_realisasi
from kinerja.survei.queries import get_hasil

PANJANG_RAHASIA = 32
"""Bytes of chance in a public link: nobody guesses it."""


@dataclass(frozen=True, slots=True)
class Agregat:
    """A result known by its figures: by unsur (kode -> mean 1–4) or as one index on the instrument's scale."""

    responden: int | None
    populasi: int | None
    nilai: Decimal | None = None
    unsur: Mapping[str, Decimal] | None = None
    sumber: str = ""


@dataclass(frozen=True, slots=True)
class SurveiBaru:
    """What is to be surveyed: `bulan` 0 for the whole year, `populasi` None when it is not known yet."""

    instrumen: InstrumenSurvei
    satker: Satker
    tahun: int
    bulan: int
    populasi: int | None = None


def open_survei(
    *, isi: SurveiBaru, oleh: Pelaku, pada: datetime.datetime
) -> tuple[Survei | None, tuple[Temuan, ...]]:
    """Open a survey with its public link. AksesDitolak."""
    sebutan = authorize(oleh, Izin.ISI, isi.satker, tahun=isi.tahun, pada=pada)
    if isi.populasi is not None and isi.populasi < 1:
        return None, (_temuan("populasi", _("Populasi paling sedikit satu orang.")),)
    survei = Survei(**_ke_medan(isi), rahasia=secrets.token_urlsafe(PANJANG_RAHASIA))
    try:
        with transaction.atomic():
            survei.save()
            menjadi = {"populasi": isi.populasi}
            record(_peristiwa("survei.buka", survei, menjadi=menjadi), oleh=sebutan, pada=pada)
    except IntegrityError:
        pesan = _("Survei itu untuk satker dan masa yang sama sudah ada.")
        return None, (_temuan("survei_ganda", pesan, _("Buka survei yang sudah ada.")),)
    return survei, ()


def _ke_medan(isi: SurveiBaru) -> dict[str, Any]:
    return {f.name: getattr(isi, f.name) for f in fields(isi)}


def save_agregat(
    *, survei: Survei, isi: Agregat, oleh: Pelaku, pada: datetime.datetime
) -> tuple[Temuan, ...]:
    """Store the figures of a survey that was held elsewhere, and close it. AksesDitolak."""
    sebutan = authorize(oleh, Izin.ISI, survei.satker, tahun=survei.tahun, pada=pada)
    with transaction.atomic():
        terkini = Survei.objects.select_for_update().select_related("instrumen", "satker").get(pk=survei.pk)
        if tolak := _check_agregat(terkini, isi):
            return tolak
        dari = _ke_catatan(terkini)
        terkini.keadaan, terkini.responden, terkini.nilai = KeadaanSurvei.DITUTUP, isi.responden, isi.nilai
        terkini.populasi, terkini.sumber = isi.populasi, isi.sumber
        terkini.save()
        unsur = {u.kode: u for u in terkini.instrumen.unsur.all()}
        HasilUnsur.objects.filter(survei=terkini).delete()
        HasilUnsur.objects.bulk_create(
            HasilUnsur(survei=terkini, unsur=unsur[k], nilai=n) for k, n in (isi.unsur or {}).items()
        )
        menjadi = _ke_catatan(terkini) | {"unsur": {k: str(n) for k, n in (isi.unsur or {}).items()}}
        record(_peristiwa("survei.agregat", terkini, dari=dari, menjadi=menjadi), oleh=sebutan, pada=pada)
        return _alirkan(terkini, sebutan, pada)


def _check_agregat(survei: Survei, isi: Agregat) -> tuple[Temuan, ...]:
    if survei.keadaan != KeadaanSurvei.TERBUKA:
        return (_tertutup(),)
    if survei.jawaban.exists():
        pesan = _("Survei ini sudah berisi jawaban; nilainya dihitung dari jawaban itu.")
        return (_temuan("survei_berjawaban", pesan, _("Tutup survei untuk memakai hasilnya.")),)
    if isi.responden is not None and isi.responden < 1:
        return (_temuan("responden", _("Responden paling sedikit satu orang.")),)
    if isi.populasi is not None and isi.populasi < (isi.responden or 1):
        pesan = _("Populasi lebih kecil daripada responden.")
        return (_temuan("populasi_kurang", pesan, _("Periksa kedua angkanya.")),)
    return _check_nilai(survei.instrumen, isi)


def _check_nilai(instrumen: InstrumenSurvei, isi: Agregat) -> tuple[Temuan, ...]:
    if (isi.nilai is None) == (not isi.unsur):
        pesan = _("Isi nilai tiap unsur, atau satu nilai akhir.")
        return (_temuan("nilai_kosong", pesan, _("Isi salah satunya.")),)
    bawah, atas = instrumen.skala * TERENDAH // TERTINGGI, instrumen.skala
    if isi.nilai is not None and not bawah <= isi.nilai <= atas:
        pesan = _("Nilai akhir di luar skala %(bawah)s–%(atas)s.") % {"bawah": bawah, "atas": atas}
        return (_temuan("nilai_skala", pesan, _("Periksa skalanya: 4 atau 100.")),)
    unsur = isi.unsur or {}
    if salah := [k for k, n in unsur.items() if not TERENDAH <= n <= TERTINGGI]:
        pesan = _("Nilai unsur %(kode)s di luar 1–4.") % {"kode": ", ".join(salah)}
        return (_temuan("unsur_skala", pesan, _("Tulis nilai rata-rata unsur dalam skala 4.")),)
    if unsur and set(unsur) != set(instrumen.unsur.values_list("kode", flat=True)):
        pesan = _("Belum semua unsur terisi.")
        return (_temuan("unsur_kurang", pesan, _("Isi setiap unsur instrumen ini.")),)
    return ()


def close_survei(*, survei: Survei, oleh: Pelaku, pada: datetime.datetime) -> tuple[Temuan, ...]:
    """End a survey with answers; its index feeds the indikator. AksesDitolak."""
    sebutan = authorize(oleh, Izin.ISI, survei.satker, tahun=survei.tahun, pada=pada)
    with transaction.atomic():
        terkini = Survei.objects.select_for_update().select_related("instrumen", "satker").get(pk=survei.pk)
        if terkini.keadaan != KeadaanSurvei.TERBUKA:
            return (_tertutup(),)
        hasil = get_hasil(terkini)
        if hasil.indeks is None:
            return (_temuan("tanpa_indeks", hasil.sebab, _("Lengkapi jawabannya sebelum survei ditutup.")),)
        if terkini.populasi and hasil.responden and terkini.populasi < hasil.responden:
            pesan = _("Populasi lebih kecil daripada responden.")
            return (_temuan("populasi_kurang", pesan, _("Perbaiki populasinya.")),)
        terkini.keadaan = KeadaanSurvei.DITUTUP
        terkini.save(update_fields=["keadaan"])
        menjadi = {"responden": hasil.responden}
        record(_peristiwa("survei.tutup", terkini, menjadi=menjadi), oleh=sebutan, pada=pada)
        return _alirkan(terkini, sebutan, pada)


def reopen_survei(
    *, survei: Survei, alasan: str, oleh: Pelaku, pada: datetime.datetime
) -> tuple[Temuan, ...]:
    """Take answers or figures again; figures that stood there go, the realisasi too. AksesDitolak."""
    sebutan = authorize(oleh, Izin.ISI, survei.satker, tahun=survei.tahun, pada=pada)
    if not alasan.strip():
        return (_temuan("alasan_wajib", _("Membuka survei perlu alasan."), _("Tuliskan alasannya.")),)
    with transaction.atomic():
        terkini = Survei.objects.select_for_update().select_related("instrumen", "satker").get(pk=survei.pk)
        if terkini.keadaan == KeadaanSurvei.TERBUKA:
            return ()
        dari = _ke_catatan(terkini)
        terkini.keadaan, terkini.nilai, terkini.responden = KeadaanSurvei.TERBUKA, None, None
        terkini.rahasia = terkini.rahasia or secrets.token_urlsafe(PANJANG_RAHASIA)
        terkini.save()
        HasilUnsur.objects.filter(survei=terkini).delete()
        satu = _peristiwa("survei.buka_kembali", terkini, dari=dari, alasan=alasan.strip())
        record(satu, oleh=sebutan, pada=pada)
        return _alirkan(terkini, sebutan, pada)


def set_populasi(
    *, survei: Survei, populasi: int | None, oleh: Pelaku, pada: datetime.datetime
) -> tuple[Temuan, ...]:
    """Say how many people were served; not below those who answered. AksesDitolak."""
    sebutan = authorize(oleh, Izin.ISI, survei.satker, tahun=survei.tahun, pada=pada)
    with transaction.atomic():
        terkini = Survei.objects.select_for_update().select_related("satker", "instrumen").get(pk=survei.pk)
        if tolak := check_beku(terkini.satker_id, terkini.tahun, pada):
            return tolak
        responden = get_hasil(terkini).responden or 0
        if populasi is not None and populasi < max(1, responden):
            pesan = _("Populasi lebih kecil daripada responden.")
            return (_temuan("populasi_kurang", pesan, _("Periksa kedua angkanya.")),)
        dari = _ke_catatan(terkini)
        terkini.populasi = populasi
        terkini.save(update_fields=["populasi"])
        satu = _peristiwa("survei.populasi", terkini, dari=dari, menjadi=_ke_catatan(terkini))
        record(satu, oleh=sebutan, pada=pada)
    return ()


def _alirkan(survei: Survei, sebutan: str, pada: datetime.datetime) -> tuple[Temuan, ...]:
    """Feed the indikator, or undo everything."""
    temuan = feed_realisasi(survei=survei, oleh=sebutan, pada=pada)
    if temuan:
        transaction.set_rollback(True)
    return temuan


def _peristiwa(
    tindakan: str,
    survei: Survei,
    *,
    dari: Mapping[str, Any] = MappingProxyType({}),
    menjadi: Mapping[str, Any] = MappingProxyType({}),
    alasan: str = "",
) -> Peristiwa:
    objek = sebut_objek(Survei, survei.instrumen.kode, survei.satker.kunci, survei.tahun, survei.bulan)
    return Peristiwa(tindakan, objek, dict(dari), dict(menjadi), alasan, survei.satker.kunci)


def _ke_catatan(survei: Survei) -> dict[str, Any]:
    nilai = None if survei.nilai is None else str(survei.nilai)
    return {"nilai": nilai, "responden": survei.responden, "populasi": survei.populasi}


def _tertutup() -> Temuan:
    return _temuan(
        "survei_ditutup", _("Survei ini sudah ditutup."), _("Buka kembali bila masih perlu diisi.")
    )


def _temuan(kode: str, pesan: str, cara: str = "") -> Temuan:
    return Temuan(kode, pesan, cara)
