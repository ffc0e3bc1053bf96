"""Writes of this room: accounts, assignments, one-time links; each permitted, done and recorded in one transaction."""

import datetime
import hashlib
import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from typing import Any

from allauth.mfa.models import Authenticator
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from kinerja.akses.izin import PERAN_SE_INSTANSI, Izin, Peran
from kinerja.akses.models import Pengguna, Penugasan, TautanMasuk, TujuanTautan
from kinerja.akses.pelaku import Pelaku, Sistem
from kinerja.akses.queries import AksesDitolak, authorize, get_hari, is_ada_admin
from kinerja.jejak.operations import INSTANSI, Peristiwa, record
from kinerja.jejak.queries import sebut_objek
from kinerja.organisasi.models import Satker, UnitEselonI, UnitKerja

MASA_TAUTAN = datetime.timedelta(hours=24)
NAMA_AKUN = re.compile(r"[a-z0-9][a-z0-9._-]{2,59}")


class AkunDitolak(ValueError):
    """What was asked for an account is not possible; the message is for the user."""


class TautanTidakBerlaku(ValueError):
    """The one-time link is unknown, used, expired or belongs to an inactive account: one answer for all four."""


@dataclass(frozen=True, slots=True)
class DataPengguna:
    """What is known of a person: as little as possible."""

    nama: str
    jabatan: str = ""
    surel: str = ""


@dataclass(frozen=True, slots=True)
class Tugas:
    """What somebody is to be, where, for which year and how long."""

    peran: Peran
    satker: Satker | None = None
    unit_kerja: UnitKerja | None = None
    unit: UnitEselonI | None = None
    tahun: int | None = None
    sampai: datetime.date | None = None


def create_pengguna(
    *, nama_akun: str, data: DataPengguna, oleh: Pelaku, pada: datetime.datetime, peraga: bool = False
) -> Pengguna:
    """Make an account without a password; a one-time link lets its owner choose one.

    Raises AkunDitolak and AksesDitolak.
    """
    nama_akun = nama_akun.strip().lower()
    if not NAMA_AKUN.fullmatch(nama_akun):
        raise AkunDitolak(
            _("Nama akun terdiri atas 3–60 huruf kecil, angka, titik, garis bawah, atau tanda hubung.")
        )
    _periksa_data(data)
    with transaction.atomic():
        sebutan = _authorize_akun(oleh, None, pada)
        if Pengguna.objects.filter(nama_akun=nama_akun).exists():
            raise AkunDitolak(_("Nama akun %(nama)s sudah dipakai.") % {"nama": nama_akun})
        pengguna = Pengguna(nama_akun=nama_akun, dibuat_pada=pada, peraga=peraga, **asdict(data))
        pengguna.set_unusable_password()
        pengguna.save(force_insert=True)
        _catat(pengguna, "akun.buat", menjadi=asdict(data) | {"peraga": peraga}, sebutan=sebutan, pada=pada)
    return pengguna


def update_pengguna(
    *, pengguna: Pengguna, data: DataPengguna, oleh: Pelaku, pada: datetime.datetime
) -> Pengguna:
    """Change name, position or e-mail. Raises AkunDitolak and AksesDitolak."""
    _periksa_data(data)
    with transaction.atomic():
        sebutan = _authorize_akun(oleh, pengguna, pada)
        kini = Pengguna.objects.select_for_update().get(pk=pengguna.pk)
        dari = {nama: getattr(kini, nama) for nama in asdict(data)}
        for nama, nilai in asdict(data).items():
            setattr(kini, nama, nilai)
        kini.save(update_fields=list(dari))
        _catat(kini, "akun.ubah", dari=dari, menjadi=asdict(data), sebutan=sebutan, pada=pada)
    return kini


def set_aktif(
    *, pengguna: Pengguna, aktif: bool, oleh: Pelaku, pada: datetime.datetime, alasan: str = ""
) -> None:
    """Let an account in again, or shut it out at once; its sessions end with the next request.

    Raises AkunDitolak for one's own account and for the last admin, AksesDitolak.
    """
    with transaction.atomic():
        sebutan = _authorize_akun(oleh, pengguna, pada)
        ada_admin = is_ada_admin(get_hari(pada))
        Pengguna.objects.filter(pk=pengguna.pk).update(aktif=aktif)
        _tolak_tanpa_admin(ada_admin, pada)
        _catat(
            pengguna, "akun.aktifkan" if aktif else "akun.nonaktifkan",
            dari={"aktif": not aktif}, menjadi={"aktif": aktif}, alasan=alasan, sebutan=sebutan, pada=pada,
        )  # fmt: skip
    pengguna.aktif = aktif


def give_peran(*, pengguna: Pengguna, tugas: Tugas, oleh: Pelaku, pada: datetime.datetime) -> Penugasan:
    """Assign a peran from today on. Raises AkunDitolak and AksesDitolak."""
    _periksa_tugas(tugas, pada)
    with transaction.atomic():
        _authorize_akun(oleh, pengguna, pada)
        sebutan = authorize(oleh, Izin.KELOLA_AKUN, tugas.satker, pada=pada)
        isi = _urai(tugas)
        try:
            with transaction.atomic():
                penugasan = Penugasan.objects.create(
                    pengguna=pengguna, berlaku_dari=get_hari(pada), berlaku_sampai=isi.pop("sampai"), **isi
                )
        except IntegrityError as galat:
            raise AkunDitolak(_("Penugasan itu sudah ada, atau lingkupnya tidak cocok.")) from galat
        _catat(
            pengguna, "akun.beri_peran", menjadi=_ke_catatan(penugasan),
            rantai=_rantai(penugasan), sebutan=sebutan, pada=pada,
        )  # fmt: skip
    return penugasan


def end_peran(*, penugasan: Penugasan, oleh: Pelaku, pada: datetime.datetime, alasan: str) -> None:
    """End an assignment today; it is kept, because the past was done under it.

    The day's remaining hours are taken, too. Raises AkunDitolak and AksesDitolak.
    """
    with transaction.atomic():
        sebutan = authorize(oleh, Izin.KELOLA_AKUN, penugasan.satker, pada=pada)
        _tolak_diri_sendiri(oleh, penugasan.pengguna)
        dari, ada_admin = _ke_catatan(penugasan), is_ada_admin(get_hari(pada))
        kemarin = get_hari(pada) - datetime.timedelta(days=1)
        if penugasan.berlaku_dari > kemarin:
            # Given and taken on one day: it never was in force for a whole day, the trail keeps it.
            penugasan.delete()
            menjadi: dict[str, Any] = {}
        else:
            penugasan.berlaku_sampai = kemarin
            penugasan.save(update_fields=["berlaku_sampai"])
            menjadi = _ke_catatan(penugasan)
        _tolak_tanpa_admin(ada_admin, pada)
        record(
            Peristiwa(
                "akun.akhiri_peran", sebut_objek(Pengguna, penugasan.pengguna.nama_akun),
                dari, menjadi, alasan, _rantai(penugasan),
            ),
            oleh=sebutan, pada=pada,
        )  # fmt: skip


def make_tautan(
    *, pengguna: Pengguna, oleh: Pelaku, pada: datetime.datetime, tujuan: TujuanTautan = TujuanTautan.SANDI,
    masa: datetime.timedelta = MASA_TAUTAN,
) -> str:  # fmt: skip
    """The secret of a new one-time link; unused older ones of the account end. Raises AksesDitolak."""
    rahasia = secrets.token_urlsafe(32)
    with transaction.atomic():
        sebutan = _authorize_akun(oleh, pengguna, pada)
        TautanMasuk.objects.filter(pengguna=pengguna, dipakai_pada__isnull=True).delete()
        sampai = pada + masa
        TautanMasuk.objects.create(
            pengguna=pengguna, tujuan=tujuan, sidik=_sidik(rahasia), berlaku_sampai=sampai
        )
        menjadi = {"tujuan": str(tujuan), "berlaku_sampai": sampai}
        _catat(pengguna, "akun.buat_tautan", menjadi=menjadi, sebutan=sebutan, pada=pada)
    return rahasia


def get_tautan(rahasia: str, pada: datetime.datetime) -> TautanMasuk:
    """The link of that secret while it may be used. Raises TautanTidakBerlaku."""
    tautan = (
        TautanMasuk.objects.select_related("pengguna")
        .filter(
            sidik=_sidik(rahasia), dipakai_pada__isnull=True, berlaku_sampai__gt=pada, pengguna__aktif=True
        )
        .first()
    )
    if tautan is None:
        raise TautanTidakBerlaku
    return tautan


def use_tautan(*, rahasia: str, pada: datetime.datetime, sandi: str = "") -> Pengguna:
    """Use a link up, setting the password if that is its purpose.

    Raises TautanTidakBerlaku, and ValidationError for a weak password (the link stays usable).
    """
    with transaction.atomic():
        tautan = get_tautan(rahasia, pada)
        pengguna = tautan.pengguna
        if tautan.tujuan == TujuanTautan.SANDI:
            validate_password(sandi, pengguna)
        # Two clicks at once: only one of them finds the link unused.
        if not TautanMasuk.objects.filter(pk=tautan.pk, dipakai_pada__isnull=True).update(dipakai_pada=pada):
            raise TautanTidakBerlaku
        if tautan.tujuan == TujuanTautan.SANDI:
            pengguna.set_password(sandi)
            pengguna.save(update_fields=["password"])
        _catat(
            pengguna, "akun.pakai_tautan", menjadi={"tujuan": tautan.tujuan},
            sebutan=f"{pengguna.nama_akun} (tautan sekali pakai)", pada=pada,
        )  # fmt: skip
    return pengguna


def set_sandi(*, pengguna: Pengguna, sandi: str, pada: datetime.datetime, oleh: Sistem | None = None) -> None:
    """Somebody changes his own password (or the command line does); other sessions of the account end."""
    sebutan = oleh.sebutan if oleh else f"{pengguna.nama_akun} (sendiri)"
    with transaction.atomic():
        pengguna.set_password(sandi)
        pengguna.save(update_fields=["password"])
        _catat(pengguna, "akun.ganti_sandi", sebutan=sebutan, pada=pada)


def record_akun(*, pengguna: Pengguna, tindakan: str, pada: datetime.datetime) -> None:
    """Note what somebody did with his own account: came in, changed how he proves who he is."""
    with transaction.atomic():
        _catat(pengguna, tindakan, sebutan=f"{pengguna.nama_akun} (sendiri)", pada=pada)


_JEJAK_PENGAMAN = {
    Authenticator.Type.TOTP: ("akun.totp_activated", "akun.totp_deactivated"),
    Authenticator.Type.WEBAUTHN: ("akun.webauthn_added", "akun.webauthn_removed"),
    # Codes that are replaced or go with the last factor are no news of their own.
    Authenticator.Type.RECOVERY_CODES: ("akun.recovery_codes_generated", ""),
}


@contextmanager
def record_pengaman(*, pengguna: Pengguna, pada: datetime.datetime) -> Iterator[None]:
    """One transaction in which somebody changes his own second factors; what came and went is recorded in it."""
    with transaction.atomic():
        milik = Authenticator.objects.filter(user=pengguna).order_by("pk")
        semula = dict(milik.values_list("pk", "type"))
        yield
        kini = dict(milik.values_list("pk", "type"))
        tindakan = [_JEJAK_PENGAMAN[jenis][0] for pk, jenis in kini.items() if pk not in semula]
        tindakan += [_JEJAK_PENGAMAN[jenis][1] for pk, jenis in semula.items() if pk not in kini]
        for satu in filter(None, tindakan):
            record_akun(pengguna=pengguna, tindakan=satu, pada=pada)


def remove_pengaman(*, pengguna: Pengguna, oleh: Pelaku, pada: datetime.datetime, alasan: str) -> int:
    """Take all second factors (TOTP, passkeys, recovery codes) of an account away, because the device is lost.

    How many there were. Raises AkunDitolak and AksesDitolak.
    """
    with transaction.atomic():
        sebutan = _authorize_akun(oleh, pengguna, pada)
        jumlah, _rinci = Authenticator.objects.filter(user=pengguna).delete()
        _catat(
            pengguna, "akun.lepas_pengaman", dari={"jumlah": jumlah}, menjadi={"jumlah": 0},
            alasan=alasan, sebutan=sebutan, pada=pada,
        )  # fmt: skip
    return jumlah


def make_admin_pertama(*, pada: datetime.datetime) -> tuple[Pengguna, str] | None:
    """The first admin and the secret of his link, when nobody can manage accounts yet; else None."""
    if is_ada_admin(get_hari(pada)):
        return None
    sistem = Sistem()
    with transaction.atomic():
        pengguna = Pengguna.objects.filter(nama_akun="admin").first() or create_pengguna(
            nama_akun="admin", data=DataPengguna("Admin instansi"), oleh=sistem, pada=pada
        )
        give_peran(pengguna=pengguna, tugas=Tugas(Peran.ADMIN), oleh=sistem, pada=pada)
        return pengguna, make_tautan(pengguna=pengguna, oleh=sistem, pada=pada)


def _authorize_akun(oleh: Pelaku, pengguna: Pengguna | None, pada: datetime.datetime) -> str:
    """May `oleh` manage that account? Only where he is admin of everything the account is assigned to."""
    if isinstance(oleh, Sistem):
        return oleh.sebutan
    if pengguna is None:
        return _sebut_admin(oleh, pada)
    _tolak_diri_sendiri(oleh, pengguna)
    sebutan = _sebut_admin(oleh, pada)
    for satu in pengguna.penugasan.berlaku(get_hari(pada)).select_related("satker"):
        authorize(oleh, Izin.KELOLA_AKUN, satu.satker, pada=pada)
    return sebutan


def _sebut_admin(oleh: Pengguna, pada: datetime.datetime) -> str:
    milik = oleh.penugasan.berlaku(get_hari(pada)).filter(peran=Peran.ADMIN).select_related("satker").first()
    if milik is None:
        raise AksesDitolak(_("Anda tidak berwenang mengelola akun."), asing=False)
    return authorize(oleh, Izin.KELOLA_AKUN, milik.satker, pada=pada)


def _tolak_diri_sendiri(oleh: Pelaku, pengguna: Pengguna) -> None:
    if isinstance(oleh, Pengguna) and oleh.pk == pengguna.pk:
        raise AkunDitolak(_("Tidak seorang pun mengatur akunnya sendiri. Mintalah admin lain."))


def _tolak_tanpa_admin(semula_ada: bool, pada: datetime.datetime) -> None:
    if semula_ada and not is_ada_admin(get_hari(pada)):
        raise AkunDitolak(_("Akun ini satu-satunya admin instansi. Tunjuk admin lain dahulu."))


def _periksa_data(data: DataPengguna) -> None:
    if not data.nama.strip():
        raise AkunDitolak(_("Nama wajib diisi."))
    if data.surel:
        try:
            validate_email(data.surel)
        except ValidationError as galat:
            raise AkunDitolak(_("Alamat surel tidak sah.")) from galat


def _periksa_tugas(tugas: Tugas, pada: datetime.datetime) -> None:
    if tugas.peran is Peran.PUBLIK:
        raise AkunDitolak(_("Publik adalah siapa saja yang tidak masuk; tidak ditugaskan."))
    if tugas.satker is None and tugas.peran not in PERAN_SE_INSTANSI:
        raise AkunDitolak(_("Peran %(peran)s memerlukan satker.") % {"peran": tugas.peran.label})
    if tugas.unit_kerja is not None and tugas.unit_kerja.satker_id != getattr(tugas.satker, "pk", None):
        raise AkunDitolak(_("Unit kerja itu bukan bagian satker yang dipilih."))
    if tugas.sampai is not None and tugas.sampai < get_hari(pada):
        raise AkunDitolak(_("Hari terakhir penugasan sudah lewat."))


def _urai(tugas: Tugas) -> dict[str, Any]:
    """The fields of a task by name, rows as they are."""
    return {nama: getattr(tugas, nama) for nama in Tugas.__dataclass_fields__}


def _ke_catatan(penugasan: Penugasan) -> dict[str, Any]:
    return {
        "peran": str(penugasan.peran),
        "satker": penugasan.satker.kunci if penugasan.satker else None,
        "unit_kerja": penugasan.unit_kerja.kunci if penugasan.unit_kerja else None,
        "unit": penugasan.unit.kode if penugasan.unit else None,
        "tahun": penugasan.tahun,
        "berlaku_dari": penugasan.berlaku_dari,
        "berlaku_sampai": penugasan.berlaku_sampai,
    }


def _rantai(penugasan: Penugasan) -> str:
    return penugasan.satker.kunci if penugasan.satker else INSTANSI


def _catat(pengguna: Pengguna, tindakan: str, *, sebutan: str, pada: datetime.datetime, **lain: Any) -> None:
    record(Peristiwa(tindakan, sebut_objek(Pengguna, pengguna.nama_akun), **lain), oleh=sebutan, pada=pada)


def _sidik(rahasia: str) -> str:
    return hashlib.sha256(rahasia.encode()).hexdigest()
