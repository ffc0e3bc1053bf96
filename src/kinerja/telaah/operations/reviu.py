"""Writes of the reviu: opened, answered and signed by APIP of the satker's scope; followed up by the office."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from kinerja.akses.izin import Izin
from kinerja.akses.models import Pengguna
from kinerja.akses.pemisahan import require_beda_orang
from kinerja.akses.queries import authorize
from kinerja.aturan.reviu import Isian, Jawaban, check_isian, list_kriteria
from kinerja.jejak.operations import Peristiwa, record
from kinerja.jejak.queries import sebut_objek
from kinerja.organisasi.models import Satker
from kinerja.organisasi.queries import get_akhir_tahun
from kinerja.telaah.models import (
    JawabanReviu,
    KeadaanTindakLanjut,
    RekomendasiReviu,
    Reviu,
    TindakLanjutReviu,
)
from kinerja.telaah.queries import read_isian
from kinerja.telaah.reviu.isi import IsiReviu, compute_sidik_isi, write_isi


class ReviuDitolak(ValueError):
    """What was asked of a reviu is not possible; `alasan` are sentences for the user."""

    def __init__(self, *alasan: str) -> None:
        super().__init__(" ".join(alasan))
        self.alasan = alasan


@dataclass(frozen=True, slots=True)
class DataReviu:
    """Team and dates; people by jabatan only."""

    surat_tugas: str
    tanggal_surat_tugas: datetime.date
    mulai: datetime.date
    selesai: datetime.date
    ketua: str
    anggota: str
    tempat: str
    penandatangan: str
    catatan: str = ""


@dataclass(frozen=True, slots=True)
class DataRekomendasi:
    """What is recommended, to whom, by when."""

    uraian: str
    penanggung_jawab: str
    tenggat: datetime.date


def open_reviu(
    *, satker: Satker, tahun: int, data: DataReviu, oleh: Pengguna, pada: datetime.datetime
) -> Reviu:
    """Begin the reviu of a report; another one only after the last was signed. Raises ReviuDitolak, AksesDitolak."""
    _check_data(data)
    with transaction.atomic():
        sebutan = authorize(oleh, Izin.REVIU, satker, tahun=tahun, pada=pada)
        # Locked, so that two who begin at once do not both count the same number.
        Satker.objects.select_for_update().get(pk=satker.pk)
        lama = Reviu.objects.filter(satker=satker, tahun=tahun)
        if lama.filter(sidik="").exists():
            raise ReviuDitolak(_("Reviu laporan ini masih berjalan; selesaikan dahulu."))
        ke = (lama.aggregate(n=Max("ke"))["n"] or 0) + 1
        reviu = Reviu.objects.create(satker=satker, tahun=tahun, ke=ke, **asdict(data))
        _catat(reviu, "reviu.buka", sebutan, pada, menjadi=asdict(data))
    return reviu


def update_reviu(*, reviu: Reviu, data: DataReviu, oleh: Pengguna, pada: datetime.datetime) -> Reviu:
    """Change team, dates or the general note. Raises ReviuDitolak and AksesDitolak."""
    _check_data(data)
    with transaction.atomic():
        kini, sebutan = _ambil(reviu, oleh, pada)
        dari = {nama: getattr(kini, nama) for nama in asdict(data)}
        for nama, nilai in asdict(data).items():
            setattr(kini, nama, nilai)
        kini.save(update_fields=list(dari))
        _catat(kini, "reviu.ubah", sebutan, pada, dari=dari, menjadi=asdict(data))
    return kini


def answer_kriteria(
    *, reviu: Reviu, isian: Mapping[str, Isian], oleh: Pengguna, pada: datetime.datetime
) -> int:
    """Store the answers and notes that changed; how many. Raises ReviuDitolak and AksesDitolak."""
    with transaction.atomic():
        kini, sebutan = _ambil(reviu, oleh, pada)
        dikenal = {k.kode for k in list_kriteria(get_akhir_tahun(kini.tahun))}
        if asing := sorted(set(isian) - dikenal):
            raise ReviuDitolak(_("Kriteria tidak dikenal: %(kode)s.") % {"kode": ", ".join(asing)})
        lama = read_isian(kini)
        berubah = {k: i for k, i in isian.items() if i != lama.get(k, Isian())}
        for kode, satu in berubah.items():
            JawabanReviu.objects.update_or_create(
                reviu=kini, kriteria=kode, defaults={**_ke_kolom(satu), "oleh": oleh, "pada": pada}
            )
        if berubah:
            dari = {k: _ke_kolom(lama.get(k, Isian())) for k in berubah}
            menjadi = {k: _ke_kolom(i) for k, i in berubah.items()}
            _catat(kini, "reviu.jawab", sebutan, pada, dari=dari, menjadi=menjadi)
    return len(berubah)


def _ke_kolom(isian: Isian) -> dict[str, str]:
    return {"jawaban": isian.jawaban.value if isian.jawaban else "", "catatan": isian.catatan}


def add_rekomendasi(
    *, reviu: Reviu, data: DataRekomendasi, oleh: Pengguna, pada: datetime.datetime
) -> RekomendasiReviu:
    """Add a recommendation to a reviu that is not signed yet. Raises ReviuDitolak and AksesDitolak."""
    if not data.uraian.strip() or not data.penanggung_jawab.strip():
        raise ReviuDitolak(_("Rekomendasi dan penanggung jawabnya wajib diisi."))
    with transaction.atomic():
        kini, sebutan = _ambil(reviu, oleh, pada)
        nomor = (kini.rekomendasi.aggregate(n=Max("nomor"))["n"] or 0) + 1
        baru = RekomendasiReviu.objects.create(reviu=kini, nomor=nomor, **asdict(data))
        _catat(kini, "reviu.rekomendasi", sebutan, pada, menjadi={"nomor": nomor, **asdict(data)})
    return baru


def remove_rekomendasi(*, rekomendasi: RekomendasiReviu, oleh: Pengguna, pada: datetime.datetime) -> None:
    """Take a recommendation back; those after it move up. Raises ReviuDitolak and AksesDitolak."""
    with transaction.atomic():
        kini, sebutan = _ambil(rekomendasi.reviu, oleh, pada)
        nomor, uraian = rekomendasi.nomor, rekomendasi.uraian
        rekomendasi.delete()
        for lain in kini.rekomendasi.filter(nomor__gt=nomor).order_by("nomor"):
            lain.nomor -= 1
            lain.save(update_fields=["nomor"])
        _catat(kini, "reviu.hapus_rekomendasi", sebutan, pada, dari={"nomor": nomor, "uraian": uraian})


def sign_reviu(*, reviu: Reviu, isi: IsiReviu, oleh: Pengguna, pada: datetime.datetime) -> Reviu:
    """Freeze the reviu with all it states: `isi` is what `get_isi` read, with the evidence of that moment.

    Raises ReviuDitolak with every reason, and AksesDitolak.
    """
    with transaction.atomic():
        kini, sebutan = _ambil(reviu, oleh, pada)
        _tolak_bila_kurang(kini, isi)
        teks = write_isi(isi)
        kini.isi, kini.sidik, kini.kode_laporan = teks, compute_sidik_isi(teks), isi.kode_laporan
        kini.ditandatangani_oleh, kini.ditandatangani_pada = oleh, pada
        kini.save()
        _catat(kini, "reviu.tanda_tangan", sebutan, pada, menjadi={"sidik": kini.sidik})
    return kini


def _tolak_bila_kurang(reviu: Reviu, isi: IsiReviu) -> None:
    kurang = [t.pesan for t in check_isian(isi.kriteria, isi.isian)]
    if isi.isian != {k.kode: read_isian(reviu).get(k.kode, Isian()) for k in isi.kriteria}:
        kurang.append(_("Jawaban berubah sejak halaman dibuka; muat ulang."))
    if not isi.kode_laporan:
        kurang.append(_("Laporan yang direviu belum berkode verifikasi."))
    if isi.tanggal is None:
        kurang.append(_("Tanggal penandatanganan belum ada."))
    if any(i.jawaban is Jawaban.TIDAK for i in isi.isian.values()) and not isi.rekomendasi:
        kurang.append(_("Ada kriteria yang tidak dipenuhi; tulis sedikitnya satu rekomendasi."))
    if kurang:
        raise ReviuDitolak(*kurang)


def report_tindak_lanjut(
    *, rekomendasi: RekomendasiReviu, uraian: str, oleh: Pengguna, pada: datetime.datetime
) -> TindakLanjutReviu:
    """The office tells what it did; APIP judges it afterwards. Raises ReviuDitolak and AksesDitolak."""
    return _tindak(rekomendasi, KeadaanTindakLanjut.DILAPORKAN, uraian, Izin.SUSUN, (oleh, pada))


def judge_tindak_lanjut(
    *,
    rekomendasi: RekomendasiReviu,
    keadaan: KeadaanTindakLanjut,
    uraian: str,
    oleh: Pengguna,
    pada: datetime.datetime,
) -> TindakLanjutReviu:
    """APIP judges what was reported, never by who reported it. Raises ReviuDitolak, OrangSama and AksesDitolak."""
    if keadaan == KeadaanTindakLanjut.DILAPORKAN:
        raise ReviuDitolak(_("Penilaian tindak lanjut adalah sesuai, belum sesuai, atau tidak dapat."))
    pelapor = rekomendasi.tindak_lanjut.filter(keadaan=KeadaanTindakLanjut.DILAPORKAN)
    require_beda_orang(oleh, set(pelapor.values_list("oleh_id", flat=True)), "menilai laporannya sendiri")
    return _tindak(rekomendasi, keadaan, uraian, Izin.REVIU, (oleh, pada))


def _tindak(
    rekomendasi: RekomendasiReviu,
    keadaan: KeadaanTindakLanjut,
    uraian: str,
    izin: Izin,
    siapa: tuple[Pengguna, datetime.datetime],
) -> TindakLanjutReviu:
    oleh, pada = siapa
    reviu = rekomendasi.reviu
    with transaction.atomic():
        sebutan = authorize(oleh, izin, reviu.satker, tahun=reviu.tahun, pada=pada)
        if not reviu.ditandatangani:
            raise ReviuDitolak(_("Tindak lanjut dicatat setelah reviu ditandatangani."))
        if not uraian.strip():
            raise ReviuDitolak(_("Uraian tindak lanjut wajib diisi."))
        satu = TindakLanjutReviu.objects.create(
            rekomendasi=rekomendasi, keadaan=keadaan, uraian=uraian.strip(), oleh=oleh, pada=pada
        )
        isi = {"nomor": rekomendasi.nomor, "keadaan": keadaan.value, "uraian": satu.uraian}
        _catat(reviu, "reviu.tindak_lanjut", sebutan, pada, menjadi=isi)
    return satu


def _check_data(data: DataReviu) -> None:
    kurang = []
    if any(not getattr(data, n).strip() for n in ("surat_tugas", "ketua", "tempat", "penandatangan")):
        kurang.append(_("Surat tugas, ketua tim, tempat, dan penanda tangan wajib diisi."))
    if data.selesai < data.mulai:
        kurang.append(_("Reviu selesai sebelum dimulai; periksa tanggalnya."))
    if kurang:
        raise ReviuDitolak(*kurang)


def _ambil(reviu: Reviu, oleh: Pengguna, pada: datetime.datetime) -> tuple[Reviu, str]:
    """The row, locked, for somebody who may write it, and how the trail names him."""
    kini = Reviu.objects.select_for_update().get(pk=reviu.pk)
    sebutan = authorize(oleh, Izin.REVIU, kini.satker, tahun=kini.tahun, pada=pada)
    if kini.ditandatangani:
        raise ReviuDitolak(_("Reviu ini sudah ditandatangani dan tidak dapat diubah."))
    return kini, sebutan


def _catat(
    reviu: Reviu,
    tindakan: str,
    sebutan: str,
    pada: datetime.datetime,
    dari: Mapping[str, object] | None = None,
    menjadi: Mapping[str, object] | None = None,
) -> None:
    kunci = reviu.satker.kunci
    objek = sebut_objek(Reviu, kunci, reviu.tahun, reviu.ke)
    record(Peristiwa(tindakan, objek, dari or {}, menjadi or {}, rantai=kunci), oleh=sebutan, pada=pada)
