"""Writes of the plan by people: Renstra, misi and tujuan, sasaran, crosscutting."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Any

from django.db import IntegrityError, models, transaction
from django.db.models import Max, ProtectedError
from django.utils.translation import gettext as _

from kinerja.akses.izin import Izin
from kinerja.akses.pelaku import Pelaku
from kinerja.akses.queries import authorize
from kinerja.jejak.models import Jejak
from kinerja.organisasi.models import Satker
from kinerja.perencanaan.models import Indikator, KaitanLintas, Misi, Renstra, Sasaran, Tujuan
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

UBAH = "ubah"


def add_renstra(
    *, isi: Mapping[str, Any], satker: Satker, tahun: int, oleh: Pelaku, pada: datetime.datetime
) -> Renstra:
    """A new plan. Raises RencanaDitolak and AksesDitolak."""
    with transaction.atomic():
        sebutan = authorize(oleh, Izin.RENCANA, satker, tahun=tahun, pada=pada)
        renstra = Renstra(**isi)
        check_isi(renstra)
        renstra.save()
        dari_ke = ({}, read_medan(renstra))
        record_rencana("tambah", renstra, dari_ke, satker=satker, siapa=(sebutan, pada))
        return renstra


def update_isi(
    *,
    objek: Renstra | Sasaran | Indikator,
    isi: Mapping[str, Any],
    satker: Satker,
    tahun: int,
    oleh: Pelaku,
    pada: datetime.datetime,
) -> Jejak | None:
    """Change fields of a part of the plan; the entry of the trail, None when nothing differs.

    What is promised in a Perjanjian Kinerja changes only with a reason: `isi["alasan"]`.
    Raises RencanaDitolak and AksesDitolak.
    """
    renstra, alasan = get_renstra(objek), str(isi.get("alasan", "")).strip()
    with transaction.atomic():
        sebutan = authorize_rencana(oleh, renstra, satker, tahun=tahun, pada=pada)
        terkunci = type(objek)._default_manager.select_for_update(of=("self",)).get(pk=objek.pk)
        dari = read_medan(terkunci)
        write_medan(
            terkunci, {m: isi[m] for m in MEDAN[type(objek)] if m in isi}, renstra=renstra, satker=satker
        )
        beda = diff_isi(dari, read_medan(terkunci))
        if not beda[1]:
            return None
        check_isi(terkunci)
        if is_diperjanjikan(objek) and not alasan:
            raise RencanaDitolak(_("Sudah diperjanjikan: tuliskan alasan perubahannya."), "alasan")
        terkunci.save()
        record_rencana(UBAH, terkunci, beda, satker=satker, siapa=(sebutan, pada), alasan=alasan)
        return Jejak.objects.filter(rantai=satker.kunci).order_by("-nomor").first()


def get_renstra(objek: Renstra | Sasaran | Indikator) -> Renstra:
    """The plan a part belongs to."""
    if isinstance(objek, Renstra):
        return objek
    return objek.renstra if isinstance(objek, Sasaran) else objek.sasaran.renstra


def is_diperjanjikan(objek: Renstra | Sasaran | Indikator) -> bool:
    """Whether a Perjanjian Kinerja of any year promises it."""
    if isinstance(objek, Indikator):
        return objek.target.filter(jenis="pk").exists()
    return isinstance(objek, Sasaran) and objek.indikator.filter(target__jenis="pk").exists()


def save_rumusan(
    *,
    renstra: Renstra,
    rumusan: tuple[Sequence[str], Sequence[str]],
    satker: Satker,
    tahun: int,
    oleh: Pelaku,
    pada: datetime.datetime,
) -> bool:
    """The missions and the tujuan of a plan, in order; whether anything changed.

    Raises RencanaDitolak when a tujuan that sasaran serve would vanish, and AksesDitolak.
    """
    misi, tujuan = ([t.strip() for t in semua if t.strip()] for semua in rumusan)
    with transaction.atomic():
        sebutan = authorize_rencana(oleh, renstra, satker, tahun=tahun, pada=pada)
        beda = diff_isi(read_rumusan(renstra), {"misi": misi, "tujuan": tujuan})
        if not beda[1]:
            return False
        try:
            with transaction.atomic():
                _ganti_daftar(Misi, renstra, misi)
                _ganti_daftar(Tujuan, renstra, tujuan)
        except ProtectedError:
            pesan = _("Misi atau tujuan yang dihapus masih dipakai sasaran; pindahkan sasarannya dahulu.")
            raise RencanaDitolak(pesan, "tujuan") from None
        record_rencana("rumusan", renstra, beda, satker=satker, siapa=(sebutan, pada))
        return True


def read_rumusan(renstra: Renstra) -> dict[str, list[str]]:
    """The missions and the tujuan of a plan as the trail keeps them."""
    return {"misi": _list_teks(renstra.misi), "tujuan": _list_teks(renstra.tujuan)}


def _list_teks(semua: Any) -> list[str]:
    return list(semua.order_by("urutan").values_list("teks", flat=True))


def _ganti_daftar(model: type[Misi] | type[Tujuan], renstra: Renstra, teks: Sequence[str]) -> None:
    """Line by line; only the lines beyond the last are removed, so that what refers to a line keeps it."""
    for urutan, satu in enumerate(teks, 1):
        model.objects.update_or_create(renstra=renstra, urutan=urutan, defaults={"teks": satu})
    model.objects.filter(renstra=renstra, urutan__gt=len(teks)).delete()


def add_sasaran(
    *,
    renstra: Renstra,
    isi: Mapping[str, Any],
    satker: Satker,
    tahun: int,
    oleh: Pelaku,
    pada: datetime.datetime,
) -> Sasaran:
    """A new sasaran, last of its unit; `isi` names its kode too. Raises RencanaDitolak and AksesDitolak."""
    with transaction.atomic():
        sebutan = authorize_rencana(oleh, renstra, satker, tahun=tahun, pada=pada)
        sasaran = Sasaran(renstra=renstra, kode=check_kode(isi["kode"], Sasaran))
        write_medan(sasaran, {m: isi[m] for m in MEDAN[Sasaran] if m in isi}, renstra=renstra, satker=satker)
        sasaran.urutan = get_urutan_baru(Sasaran.objects.filter(renstra=renstra))
        check_isi(sasaran)
        sasaran.save()
        dari_ke = ({}, read_medan(sasaran))
        record_rencana("tambah", sasaran, dari_ke, satker=satker, siapa=(sebutan, pada))
        return sasaran


def get_urutan_baru(semua: models.QuerySet[Any]) -> int:
    """The number after the last."""
    return int(semua.aggregate(n=Max("urutan"))["n"] or 0) + 1


def remove_bagian(
    *, objek: Sasaran | Indikator, satker: Satker, tahun: int, oleh: Pelaku, pada: datetime.datetime
) -> None:
    """Remove a sasaran or indikator nothing hangs on. Raises RencanaDitolak and AksesDitolak."""
    with transaction.atomic():
        sebutan = authorize_rencana(oleh, get_renstra(objek), satker, tahun=tahun, pada=pada)
        isi = read_medan(objek)
        try:
            with transaction.atomic():
                if isinstance(objek, Indikator):
                    objek.komponen.all().delete()
                objek.delete()
        except (ProtectedError, IntegrityError):
            pesan = _("Tidak dapat dihapus: masih ada sasaran, indikator, target, atau angka di bawahnya.")
            raise RencanaDitolak(pesan) from None
        record_rencana("hapus", objek, (isi, {}), satker=satker, siapa=(sebutan, pada))


def add_kaitan(
    *,
    sasaran: Sasaran,
    isi: Mapping[str, Any],
    satker: Satker,
    tahun: int,
    oleh: Pelaku,
    pada: datetime.datetime,
) -> KaitanLintas:
    """Crosscutting from `sasaran` to the one of kode `isi["ke"]`. Raises RencanaDitolak and AksesDitolak."""
    with transaction.atomic():
        sebutan = authorize_rencana(oleh, sasaran.renstra, satker, tahun=tahun, pada=pada)
        ke = Sasaran.objects.filter(renstra=sasaran.renstra, kode=isi["ke"].strip()).first()
        if ke is None or ke.pk == sasaran.pk:
            raise RencanaDitolak(_("Pilih sasaran lain dari rencana yang sama."), "ke")
        awal = isi.get("tahun_awal") or sasaran.renstra.tahun_awal
        akhir = isi.get("tahun_akhir") or sasaran.renstra.tahun_akhir
        if not isi["uraian"].strip():
            raise RencanaDitolak(_("Tuliskan bagaimana sasaran ini mendukung yang lain."), "uraian")
        if akhir < awal:
            raise RencanaDitolak(_("Tahun akhir mendahului tahun awal."), "tahun_akhir")
        if KaitanLintas.objects.filter(dari=sasaran, ke=ke, tahun_awal__lte=akhir, tahun_akhir__gte=awal):
            raise RencanaDitolak(_("Kaitan itu sudah ada."), "ke")
        kaitan = KaitanLintas.objects.create(
            dari=sasaran, ke=ke, tahun_awal=awal, tahun_akhir=akhir, uraian=isi["uraian"].strip()
        )
        menjadi = {"ke": ke.kode, "uraian": kaitan.uraian, "tahun": [awal, akhir]}
        record_rencana("kaitkan", sasaran, ({}, menjadi), satker=satker, siapa=(sebutan, pada))
        return kaitan


def remove_kaitan(
    *, kaitan: KaitanLintas, satker: Satker, tahun: int, oleh: Pelaku, pada: datetime.datetime
) -> None:
    """Take a crosscutting link out of the plan; the trail keeps it. Raises AksesDitolak."""
    with transaction.atomic():
        sebutan = authorize_rencana(oleh, kaitan.dari.renstra, satker, tahun=tahun, pada=pada)
        dari = {"ke": kaitan.ke.kode, "uraian": kaitan.uraian}
        record_rencana("lepas_kaitan", kaitan.dari, (dari, {}), satker=satker, siapa=(sebutan, pada))
        kaitan.delete()
