"""What the agreements want from one person: to be made in time, initialled, signed."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from django.utils.translation import gettext as _

from kinerja.akses.izin import Izin
from kinerja.akses.models import Pengguna
from kinerja.akses.queries import get_hari, list_satker_terjangkau
from kinerja.alur.tugas import Tugas
from kinerja.anggaran.models import RevisiDipa
from kinerja.aturan.perjanjian import compute_batas_perjanjian, is_jabatan_sama
from kinerja.aturan.tenggat import WIB
from kinerja.perencanaan.models import PerjanjianKinerja, PilihanStatus, VersiPerjanjian


def list_tugas_perjanjian(pengguna: Pengguna, pada: datetime.datetime) -> Iterator[Tugas]:
    """Agreements of this year without a signed version, drafts to initial, initialled ones to sign."""
    hari = get_hari(pada)
    jangkauan = _Jangkauan(pengguna, hari)
    yield from _list_belum(jangkauan, hari.year)
    berjalan = VersiPerjanjian.objects.exclude(status=PilihanStatus.DITANDATANGANI)
    for versi in berjalan.select_related("perjanjian__satker").prefetch_related("tanda_tangan"):
        if (kata := _get_kata(versi, jangkauan)) is not None:
            yield _susun(versi.perjanjian, kata, f"versi/{versi.pk}", None)


class _Jangkauan:
    """For which satker the person has an izin; each asked once."""

    def __init__(self, pengguna: Pengguna, hari: datetime.date) -> None:
        self.pengguna, self.hari = pengguna, hari
        self._hasil: dict[tuple[Izin, int], frozenset[int]] = {}

    def has(self, izin: Izin, perjanjian: PerjanjianKinerja) -> bool:
        kunci = (izin, perjanjian.tahun)
        if kunci not in self._hasil:
            self._hasil[kunci] = list_satker_terjangkau(
                self.pengguna, izin, tahun=perjanjian.tahun, pada=self.hari
            )
        return perjanjian.satker_id in self._hasil[kunci]


def _list_belum(jangkauan: _Jangkauan, tahun: int) -> Iterator[Tugas]:
    belum = (
        PerjanjianKinerja.objects.filter(tahun=tahun).exclude(versi__isnull=False).select_related("satker")
    )
    milik = [p for p in belum if jangkauan.has(Izin.RENCANA, p)]
    dipa = dict(
        RevisiDipa.objects.filter(satker__in={p.satker_id for p in milik}, tahun=tahun, nomor=0).values_list(
            "satker_id", "tanggal"
        )
    )
    for satu in milik:
        hari = dipa.get(satu.satker_id)
        batas = compute_batas_perjanjian(hari) if hari else None
        tenggat = datetime.datetime.combine(batas[0], datetime.time(23, 59, 59), WIB) if batas else None
        dasar = batas[1].dasar_hukum if batas else ""
        yield _susun(satu, _("Buat Perjanjian Kinerja %(kode)s"), f"baru/{satu.pk}", tenggat, dasar)


def _get_kata(versi: VersiPerjanjian, jangkauan: _Jangkauan) -> str | None:
    """What this person is to do with a version that is under way, None for nothing."""
    pengguna, perjanjian = jangkauan.pengguna, versi.perjanjian
    if versi.pembuat_id == pengguna.pk:
        return _("Lengkapi Perjanjian Kinerja %(kode)s") if versi.status == PilihanStatus.DRAF else None
    if versi.status == PilihanStatus.DRAF:
        return _("Paraf Perjanjian Kinerja %(kode)s") if jangkauan.has(Izin.SETUJUI, perjanjian) else None
    sudah = {t.jabatan for t in versi.tanda_tangan.all()}
    pihak = [p for p in (versi.pihak_pertama, versi.pihak_kedua) if p and p not in sudah]
    giliran = any(is_jabatan_sama(p, pengguna.jabatan) for p in pihak)
    boleh = giliran and any(jangkauan.has(i, perjanjian) for i in (Izin.TANDA_TANGAN, Izin.SETUJUI))
    return _("Tanda tangani Perjanjian Kinerja %(kode)s") if boleh else None


def _susun(
    perjanjian: PerjanjianKinerja,
    kata: str,
    kunci: str,
    tenggat: datetime.datetime | None,
    dasar: str = "",
) -> Tugas:
    return Tugas(
        kunci=f"perjanjian/{kunci}",
        jenis="perjanjian",
        objek=perjanjian.pk,
        judul=kata % {"kode": perjanjian.kode},
        uraian=f"{perjanjian.pihak_pertama} – {perjanjian.pihak_kedua}",
        tenggat=tenggat,
        dasar=dasar,
    )
