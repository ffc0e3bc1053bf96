"""The report goes up the steps of its SOP."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from kinerja.akses.izin import Izin
from kinerja.akses.models import Pengguna
from kinerja.akses.pemisahan import require_beda_orang
from kinerja.akses.queries import AksesDitolak, authorize
from kinerja.jejak.operations import Peristiwa, record
from kinerja.jejak.queries import sebut_objek
from kinerja.organisasi.models import Satker
from kinerja.pelaporan.models import LangkahLaporan, LaporanFinal, PerjalananLaporan, Putusan
from kinerja.pelaporan.pengesahan import is_beku
from kinerja.pelaporan.sop import Langkah, Sop, get_sop, pick_sop
from kinerja.pelaporan.wewenang import Wewenang


class LangkahDitolak(ValueError):
    """The step cannot be taken so; the message is for the user."""


def start_perjalanan(
    *, satker: Satker, tahun: int, oleh: Pengguna, pada: datetime.datetime
) -> PerjalananLaporan:
    """Put a report on the first step of the SOP of its office; a second time changes nothing. Raises AksesDitolak."""
    with transaction.atomic():
        wewenang = Wewenang(oleh, satker, tahun, pada)
        if not wewenang.is_berizin(Izin.TANDA_TANGAN):
            authorize(oleh, Izin.SUSUN, satker, tahun=tahun, pada=pada)
        sop = pick_sop(satker.jenis)
        perjalanan, baru = PerjalananLaporan.objects.get_or_create(
            satker=satker, tahun=tahun, defaults={"sop": sop.kode, "sejak": pada}
        )
        if baru:
            record_laporan(perjalanan, "laporan.mulai", {"sop": sop.kode}, (wewenang.sebut(), ""), pada)
    return perjalanan


@dataclass(frozen=True, slots=True)
class Jawaban:
    """How somebody ends the step he saw the report on."""

    langkah: int
    putusan: Putusan
    catatan: str = ""


def finish_langkah(
    *, satker: Satker, tahun: int, jawaban: Jawaban, oleh: Pengguna, pada: datetime.datetime
) -> PerjalananLaporan:
    """Take the step the report stands on: lead on, or back with a reason.

    The last step leads on by `finalise_lkjip` only. Raises LangkahDitolak, OrangSama and AksesDitolak.
    """
    putusan, catatan = jawaban.putusan, jawaban.catatan
    with transaction.atomic():
        perjalanan, sop, kini = lock_perjalanan(satker, tahun, jawaban.langkah, pada)
        sebutan = require_pelaksana(perjalanan, sop, kini, oleh, pada)
        if putusan is Putusan.LANJUT and sop.is_terakhir(kini):
            raise LangkahDitolak(_("Langkah terakhir adalah menandatangani laporan."))
        if putusan is Putusan.KEMBALI and not kini.memutuskan:
            raise LangkahDitolak(_("Langkah ini tidak dapat mengembalikan laporan."))
        if putusan is Putusan.KEMBALI and not catatan.strip():
            raise LangkahDitolak(_("Alasan mengembalikan wajib diisi."))
        add_langkah(perjalanan, sop, (kini, putusan, catatan.strip()), oleh, pada)
        if putusan is Putusan.KEMBALI:
            perjalanan.putaran += 1
        perjalanan.langkah = (kini.kembali_ke or 1) if putusan is Putusan.KEMBALI else kini.nomor + 1
        perjalanan.sejak = pada
        perjalanan.save(update_fields=["langkah", "putaran", "sejak"])
        menjadi = {"dari_langkah": kini.nomor, "ke_langkah": perjalanan.langkah}
        siapa = (sebutan, catatan.strip())
        record_laporan(perjalanan, f"laporan.{putusan.value}", menjadi, siapa, pada)
    return perjalanan


def lock_perjalanan(
    satker: Satker, tahun: int, langkah: int, pada: datetime.datetime
) -> tuple[PerjalananLaporan, Sop, Langkah]:
    """The locked way of a report that still stands on that step. Raises LangkahDitolak."""
    perjalanan = (
        PerjalananLaporan.objects.select_for_update(of=("self",))
        .select_related("satker")
        .filter(satker=satker, tahun=tahun)
        .first()
    )
    kini = get_sop(perjalanan.sop).get(perjalanan.langkah) if perjalanan else None
    if perjalanan is None or kini is None or kini.nomor != langkah:
        raise LangkahDitolak(_("Laporan ini tidak lagi berada di langkah itu. Muat ulang halaman."))
    if is_beku(satker, tahun, pada):
        raise LangkahDitolak(_("Masa revisi laporan ini sudah berakhir; laporannya kembali dibekukan."))
    return perjalanan, get_sop(perjalanan.sop), kini


def require_pelaksana(
    perjalanan: PerjalananLaporan, sop: Sop, langkah: Langkah, oleh: Pengguna, pada: datetime.datetime
) -> str:
    """How the trail names who may take the step. Raises AksesDitolak and, for his own draft, OrangSama."""
    wewenang = Wewenang(oleh, perjalanan.satker, perjalanan.tahun, pada)
    sebutan = wewenang.sebut()
    if not wewenang.is_pelaksana(langkah):
        pesan = _("Langkah ini dikerjakan oleh %(jabatan)s.") % {"jabatan": langkah.jabatan}
        raise AksesDitolak(pesan, asing=False)
    if langkah.nomor > sop.menyusun:
        require_beda_orang(oleh, get_penyusun(perjalanan, sop), "memeriksa draf yang disusunnya sendiri")
    return sebutan


def get_penyusun(perjalanan: PerjalananLaporan, sop: Sop) -> int | None:
    """Id of who drafted last."""
    riwayat = perjalanan.riwayat.filter(langkah=sop.menyusun).order_by("-id")
    return riwayat.values_list("oleh_id", flat=True).first()


def add_langkah(
    perjalanan: PerjalananLaporan,
    sop: Sop,
    isi: tuple[Langkah, Putusan, str],
    oleh: Pengguna,
    pada: datetime.datetime,
) -> LangkahLaporan:
    """Keep that a step was taken."""
    langkah, putusan, catatan = isi
    return LangkahLaporan.objects.create(
        perjalanan=perjalanan,
        putaran=perjalanan.putaran,
        langkah=langkah.nomor,
        putusan=putusan,
        catatan=catatan,
        oleh=oleh,
        penyusun_id=get_penyusun(perjalanan, sop) if langkah.nomor > sop.menyusun else None,
        mulai=perjalanan.sejak,
        pada=pada,
    )


def record_laporan(
    perjalanan: PerjalananLaporan,
    tindakan: str,
    menjadi: dict[str, object],
    siapa: tuple[str, str],
    pada: datetime.datetime,
) -> None:
    """One entry of the trail about a report; `siapa` is the actor and his reason."""
    kunci = perjalanan.satker.kunci
    objek = sebut_objek(LaporanFinal, kunci, perjalanan.tahun)
    record(Peristiwa(tindakan, objek, {}, menjadi, siapa[1], kunci), oleh=siapa[0], pada=pada)
