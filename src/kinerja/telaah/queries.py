"""Read kept temuan with what was decided about them, and reviu."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from kinerja.akses.izin import Izin
from kinerja.akses.models import Pengguna
from kinerja.akses.pelaku import Pelaku
from kinerja.akses.queries import authorize, get_hari, list_satker_terjangkau
from kinerja.aturan.reviu import Isian, Jawaban, list_kriteria
from kinerja.aturan.telaah.temuan import Kepastian, Tingkat
from kinerja.organisasi.models import Satker
from kinerja.organisasi.queries import get_akhir_tahun, get_nama
from kinerja.telaah.models import (
    PengecualianTemuan,
    Putusan,
    RekomendasiReviu,
    Reviu,
    TelaahTersimpan,
    TemuanLaporan,
    TindakLanjutReviu,
)
from kinerja.telaah.reviu.isi import Bukti, IsiButir, IsiRekomendasi, IsiReviu, compute_sidik_isi, read_isi


class AdaPenghalang(ValueError):
    """The report may not be finalised: fatal temuan stand without a pengecualian in force."""

    def __init__(self, temuan: tuple[TemuanTerbuka, ...]) -> None:
        super().__init__(f"{len(temuan)} temuan fatal belum diperbaiki dan belum dikecualikan.")
        self.temuan = temuan


@dataclass(frozen=True, slots=True)
class TemuanTerbuka:
    """An open temuan, the pengecualian in force for it, and the one that waits for a decision."""

    temuan: TemuanLaporan
    berlaku: PengecualianTemuan | None
    diminta: PengecualianTemuan | None

    @property
    def menghalangi(self) -> bool:
        """Whether the report may not be finalised because of it."""
        pasti = self.temuan.kepastian == Kepastian.PASTI and self.temuan.tingkat == Tingkat.FATAL
        return pasti and self.berlaku is None


def list_temuan_terbuka(satker: Satker, tahun: int, pada: datetime.datetime) -> tuple[TemuanTerbuka, ...]:
    """The open temuan of a report, gravest first."""
    hari = get_hari(pada)
    terbuka = TemuanLaporan.objects.filter(satker=satker, tahun=tahun, selesai_pada__isnull=True)
    hasil = []
    for satu in terbuka.prefetch_related("pengecualian__pemohon", "pengecualian__pemutus"):
        semua = satu.pengecualian.all()
        berlaku = [p for p in semua if p.putusan == Putusan.SETUJU and p.berlaku_sampai >= hari]
        hasil.append(
            TemuanTerbuka(
                satu, *(next(iter(d), None) for d in (berlaku, [p for p in semua if not p.putusan]))
            )
        )
    return tuple(sorted(hasil, key=_urutan))


def _urutan(satu: TemuanTerbuka) -> tuple[int, bool, int]:
    temuan = satu.temuan
    return -Tingkat(temuan.tingkat).peringkat, temuan.kepastian != Kepastian.PASTI, temuan.pk


def require_tanpa_penghalang(satker: Satker, tahun: int, pada: datetime.datetime) -> None:
    """What finalising asks first. Raises AdaPenghalang."""
    halangan = tuple(t for t in list_temuan_terbuka(satker, tahun, pada) if t.menghalangi)
    if halangan:
        raise AdaPenghalang(halangan)


def get_temuan_untuk(oleh: Pelaku, pk: int, izin: Izin, pada: datetime.datetime) -> TemuanLaporan | None:
    """One kept temuan for somebody who has `izin` at its office; None when there is none. Raises AksesDitolak."""
    temuan = TemuanLaporan.objects.filter(pk=pk).select_related("satker").first()
    if temuan is not None:
        authorize(oleh, izin, temuan.satker, tahun=temuan.tahun, pada=pada)
    return temuan


def list_telaah_tersimpan(oleh: Pengguna, pada: datetime.datetime) -> list[TelaahTersimpan]:
    """Kept findings of the offices for which that person may keep them, newest first, without the findings."""
    hari = get_hari(pada)
    satker = list_satker_terjangkau(oleh, Izin.SIMPAN_TELAAH, tahun=hari.year, pada=hari)
    semua = TelaahTersimpan.objects.filter(satker__in=satker).defer("hasil")
    return list(semua.select_related("satker", "disimpan_oleh"))


def get_telaah_tersimpan_untuk(oleh: Pelaku, pk: int, pada: datetime.datetime) -> TelaahTersimpan | None:
    """One kept telaah for somebody who may keep them at its office; None when there is none. Raises AksesDitolak."""
    satu = TelaahTersimpan.objects.filter(pk=pk).select_related("satker", "disimpan_oleh").first()
    if satu is not None:
        authorize(oleh, Izin.SIMPAN_TELAAH, satu.satker, pada=pada)
    return satu


def list_reviu(satker: Satker, tahun: int) -> list[Reviu]:
    """Every reviu of a report, newest first."""
    return list(Reviu.objects.filter(satker=satker, tahun=tahun).select_related("satker"))


def get_reviu_untuk(
    oleh: Pelaku, satker: Satker, tahun: int, ke: int, pada: datetime.datetime
) -> Reviu | None:
    """One reviu for somebody who may look at the office. Raises AksesDitolak."""
    authorize(oleh, Izin.LIHAT, satker, tahun=tahun, pada=pada)
    return Reviu.objects.filter(satker=satker, tahun=tahun, ke=ke).select_related("satker").first()


def read_isian(reviu: Reviu) -> dict[str, Isian]:
    """The answers given so far, by code of the criterion."""
    return {
        j.kriteria: Isian(Jawaban(j.jawaban) if j.jawaban else None, j.catatan) for j in reviu.jawaban.all()
    }


def get_isi(
    reviu: Reviu,
    bukti: Mapping[str, tuple[Bukti, ...]],
    *,
    data_umum: tuple[tuple[str, str], ...] = (),
    kode_laporan: str = "",
    tanggal: datetime.date | None = None,
) -> IsiReviu:
    """All a reviu states now; a signed one states what was signed, whatever the evidence is today."""
    if reviu.ditandatangani:
        return read_isi(reviu.isi)
    akhir = get_akhir_tahun(reviu.tahun)
    isian = read_isian(reviu)
    kriteria = list_kriteria(akhir)
    return IsiReviu(
        satker=get_nama(reviu.satker, akhir),
        tahun=reviu.tahun,
        ke=reviu.ke,
        kode_laporan=kode_laporan,
        surat_tugas=reviu.surat_tugas,
        tanggal_surat_tugas=reviu.tanggal_surat_tugas,
        mulai=reviu.mulai,
        selesai=reviu.selesai,
        ketua=reviu.ketua,
        anggota=tuple(filter(None, map(str.strip, reviu.anggota.splitlines()))),
        tempat=reviu.tempat,
        penandatangan=reviu.penandatangan,
        catatan=reviu.catatan,
        dasar_hukum="PermenPANRB 53/2014 Lampiran III",
        data_umum=data_umum,
        butir=tuple(
            IsiButir(
                k.kode, k.kelompok, k.bunyi, k.syarat, bukti.get(k.kode, ()), *_ke_teks(isian.get(k.kode))
            )
            for k in kriteria
        ),
        rekomendasi=tuple(
            IsiRekomendasi(r.nomor, r.uraian, r.penanggung_jawab, r.tenggat) for r in reviu.rekomendasi.all()
        ),
        tanggal=tanggal,
    )


def _ke_teks(isian: Isian | None) -> tuple[str, str]:
    if isian is None:
        return "", ""
    return (isian.jawaban.value if isian.jawaban else ""), isian.catatan


def is_utuh(reviu: Reviu) -> bool:
    """Whether what was signed is still what the signature says."""
    return reviu.ditandatangani and compute_sidik_isi(reviu.isi) == reviu.sidik


@dataclass(frozen=True, slots=True)
class RekomendasiTampil:
    """A recommendation with its steps, oldest first, and where it stands."""

    rekomendasi: RekomendasiReviu
    langkah: tuple[TindakLanjutReviu, ...]
    terlambat: bool

    @property
    def keadaan(self) -> str:
        """The state in words."""
        return self.langkah[-1].get_keadaan_display() if self.langkah else "belum ditindaklanjuti"


def list_rekomendasi(reviu: Reviu, pada: datetime.datetime) -> tuple[RekomendasiTampil, ...]:
    """The recommendations of a reviu with their follow-up; late when past the deadline without an end."""
    hari = get_hari(pada)
    hasil = []
    for satu in reviu.rekomendasi.prefetch_related("tindak_lanjut__oleh"):
        langkah = tuple(satu.tindak_lanjut.all())
        selesai = bool(langkah) and langkah[-1].keadaan in {"sesuai", "tidak_dapat"}
        hasil.append(RekomendasiTampil(satu, langkah, satu.tenggat < hari and not selesai))
    return tuple(hasil)


def get_rekomendasi(reviu: Reviu, nomor: int) -> RekomendasiReviu | None:
    """One recommendation by its number."""
    return reviu.rekomendasi.filter(nomor=nomor).select_related("reviu__satker").first()
