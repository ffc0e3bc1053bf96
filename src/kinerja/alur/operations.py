"""Writes of this room: deadlines an office changes, what it reported outside, digests, calendar secrets."""

import datetime
import hashlib
import logging
import re
import secrets
from dataclasses import dataclass

from django.core.mail import send_mail
from django.db import transaction
from django.utils.translation import gettext as _

from kinerja.akses.izin import Izin
from kinerja.akses.models import Pengguna
from kinerja.akses.pelaku import Pelaku
from kinerja.akses.queries import AksesDitolak, authorize, get_hari
from kinerja.alur.models import LanggananKalender, PemenuhanTenggat, Pengingat, TenggatKhusus
from kinerja.alur.pengingat import compose_ringkasan
from kinerja.alur.queries import TENGGAT_LUAR
from kinerja.alur.tugas import list_tugas
from kinerja.aturan.tenggat import TenggatTidakDikenal, get_aturan_tenggat, list_periode, parse_batas
from kinerja.dasar.periode import Periode
from kinerja.jejak.operations import Peristiwa, record, sebut_objek
from kinerja.organisasi.models import Satker

_LOG = logging.getLogger(__name__)
_KUNCI_LUAR = re.compile(
    r"luar/(?P<satker>\d{1,15})/(?P<kode>\w{1,40})/(?P<tahun>\d{4})/(?P<nomor>\d{1,2})", re.ASCII
)


class TenggatDitolak(ValueError):
    """What was asked of a deadline is not possible; the message is for the user."""


@dataclass(frozen=True, slots=True)
class IsiTenggat:
    """An office's own deadline in words ("tanggal 5 bulan berikutnya") and the letter that says so."""

    kode: str
    batas: str
    dasar: str
    berlaku_dari: datetime.date
    mulai: str = ""


@dataclass(frozen=True, slots=True)
class HasilPengingat:
    """How many digests were sent now, were sent before on that day, and could not be sent."""

    dikirim: int = 0
    sudah: int = 0
    gagal: int = 0


def save_tenggat_khusus(
    *, satker: Satker, isi: IsiTenggat, oleh: Pengguna, pada: datetime.datetime
) -> TenggatKhusus:
    """Change a deadline for an office and all beneath it from a day on.

    Raises AksesDitolak, TenggatDitolak, TenggatTidakDikenal and BatasTidakDikenal.
    """
    get_aturan_tenggat(isi.kode, isi.berlaku_dari)
    for teks in filter(None, (isi.mulai, isi.batas)):
        parse_batas(teks)
    if not isi.batas.strip() or not isi.dasar.strip():
        raise TenggatDitolak(_("Batas waktu dan surat yang menetapkannya wajib diisi."))
    with transaction.atomic():
        sebutan = authorize(oleh, Izin.SUSUN, satker, tahun=isi.berlaku_dari.year, pada=pada)
        kunci = {"satker": satker, "kode": isi.kode, "berlaku_dari": isi.berlaku_dari}
        lama = TenggatKhusus.objects.filter(**kunci).first()
        menjadi = {"mulai": isi.mulai.strip(), "batas": isi.batas.strip(), "dasar": isi.dasar.strip()}
        baru, _dibuat = TenggatKhusus.objects.update_or_create(
            **kunci, defaults=menjadi | {"oleh": oleh, "pada": pada}
        )
        objek = sebut_objek(TenggatKhusus, satker.kunci, isi.kode, isi.berlaku_dari)
        dari = {nama: getattr(lama, nama) for nama in menjadi} if lama else {}
        record(Peristiwa("tenggat.ubah", objek, dari, menjadi, rantai=satker.kunci), oleh=sebutan, pada=pada)
        return baru


def fulfil_tenggat(
    *,
    satker: Satker,
    kode: str,
    periode: Periode,
    oleh: Pengguna,
    pada: datetime.datetime,
    catatan: str = "",
) -> PemenuhanTenggat:
    """Say that a period was reported to a system outside; a second time changes nothing.

    Raises AksesDitolak, and TenggatTidakDikenal for a deadline this program sees for itself.
    """
    if kode not in TENGGAT_LUAR:
        raise TenggatTidakDikenal(f"Tenggat {kode!r} tidak dipenuhi di luar program.")
    with transaction.atomic():
        sebutan = authorize(oleh, Izin.SUSUN, satker, tahun=periode.tahun, pada=pada)
        kunci = {"satker": satker, "kode": kode, "tahun": periode.tahun, "nomor": periode.nomor}
        pemenuhan, baru = PemenuhanTenggat.objects.get_or_create(
            **kunci, defaults={"catatan": catatan.strip(), "oleh": oleh, "pada": pada}
        )
        if baru:
            objek = sebut_objek(PemenuhanTenggat, satker.kunci, kode, periode.tahun, periode.nomor)
            menjadi = {"catatan": catatan.strip()}
            record(
                Peristiwa("tenggat.penuhi", objek, {}, menjadi, rantai=satker.kunci), oleh=sebutan, pada=pada
            )
        return pemenuhan


def fulfil_tugas(
    *, kunci: str, oleh: Pengguna, pada: datetime.datetime, catatan: str = ""
) -> PemenuhanTenggat:
    """The same for the `kunci` of a task from `list_tugas_luar`. Raises AksesDitolak and TenggatTidakDikenal."""
    cocok = _KUNCI_LUAR.fullmatch(kunci)
    if cocok is None or not 2000 <= int(cocok["tahun"]) <= 2100:
        raise TenggatTidakDikenal(f"Tugas {kunci!r} tidak dikenal.")
    satker = Satker.objects.filter(pk=int(cocok["satker"])).first()
    if satker is None:
        raise AksesDitolak("Satker tidak dikenal.", asing=True)
    tahun, nomor = int(cocok["tahun"]), int(cocok["nomor"])
    aturan = get_aturan_tenggat(cocok["kode"], datetime.date(tahun, 12, 31))
    periode = next((p for p in list_periode(aturan, tahun) if p.nomor == nomor), None) if aturan else None
    if periode is None:
        raise TenggatTidakDikenal(f"Tugas {kunci!r} tidak dikenal.")
    return fulfil_tenggat(
        satker=satker, kode=cocok["kode"], periode=periode, oleh=oleh, pada=pada, catatan=catatan
    )


def make_langganan(*, oleh: Pengguna, pada: datetime.datetime) -> str:
    """The secret of a new calendar feed of that person, shown once; an older one stops working."""
    rahasia = secrets.token_urlsafe(32)
    with transaction.atomic():
        sidik = hashlib.sha256(rahasia.encode()).hexdigest()
        LanggananKalender.objects.update_or_create(
            pengguna=oleh, defaults={"rahasia_sha256": sidik, "dibuat_pada": pada}
        )
        objek = sebut_objek(LanggananKalender, oleh.nama_akun)
        record(Peristiwa("kalender.buat", objek), oleh=f"{oleh.nama_akun} (sendiri)", pada=pada)
    return rahasia


def revoke_langganan(*, oleh: Pengguna, pada: datetime.datetime) -> bool:
    """Make the calendar feed of that person stop working; whether there was one."""
    with transaction.atomic():
        banyak, _rincian = LanggananKalender.objects.filter(pengguna=oleh).delete()
        if banyak:
            objek = sebut_objek(LanggananKalender, oleh.nama_akun)
            record(Peristiwa("kalender.cabut", objek), oleh=f"{oleh.nama_akun} (sendiri)", pada=pada)
    return bool(banyak)


def send_pengingat(*, oleh: Pelaku, pada: datetime.datetime) -> HasilPengingat:
    """Send the digests of that day; who already has his gets none again, what failed is tried again.

    A digest is stored before it is sent, so a crash in between sends it later and at most once more.
    """
    authorize(oleh, Izin.KELOLA_DATA, None, pada=pada)
    hari = get_hari(pada)
    hasil = HasilPengingat()
    for pengguna in Pengguna.objects.filter(aktif=True).exclude(surel="").order_by("nama_akun"):
        pengingat = _siapkan(pengguna, hari, pada)
        if pengingat is None:
            continue
        if pengingat.dikirim_pada is not None:
            hasil = HasilPengingat(hasil.dikirim, hasil.sudah + 1, hasil.gagal)
        elif _kirim(pengingat, pengguna.surel, pada):
            hasil = HasilPengingat(hasil.dikirim + 1, hasil.sudah, hasil.gagal)
        else:
            hasil = HasilPengingat(hasil.dikirim, hasil.sudah, hasil.gagal + 1)
    return hasil


def _siapkan(pengguna: Pengguna, hari: datetime.date, pada: datetime.datetime) -> Pengingat | None:
    """The digest of that day, composed and stored now if it is new; None when there is nothing to remind of."""
    ada = Pengingat.objects.filter(pengguna=pengguna, tanggal=hari).first()
    if ada is not None:
        return ada
    ringkasan = compose_ringkasan(pengguna.nama, list_tugas(pengguna, pada), pada)
    if ringkasan is None:
        return None
    isi = {"perihal": ringkasan.perihal[:200], "isi": ringkasan.isi}
    return Pengingat.objects.get_or_create(pengguna=pengguna, tanggal=hari, defaults=isi)[0]


def _kirim(pengingat: Pengingat, surel: str, pada: datetime.datetime) -> bool:
    try:
        send_mail(pengingat.perihal, pengingat.isi, None, [surel])
    except OSError:
        _LOG.exception("digest of account %s was not sent", pengingat.pengguna_id)
        return False
    Pengingat.objects.filter(pk=pengingat.pk).update(dikirim_pada=pada)
    return True
