"""What the report wants from one person: a step that waits, texts to write, texts to check, a reopening to decide."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from kinerja.akses.izin import Izin
from kinerja.akses.models import Pengguna
from kinerja.akses.queries import get_hari
from kinerja.alur.tugas import Tugas
from kinerja.aturan.tenggat import WIB
from kinerja.organisasi.models import Satker
from kinerja.organisasi.queries import get_akhir_tahun, get_nama
from kinerja.pelaporan.halangan import sebut_narasi
from kinerja.pelaporan.models import PenulisanNarasi, PerjalananLaporan, RevisiLaporan, StatusNarasi
from kinerja.pelaporan.pengesahan import list_laporan_beku
from kinerja.pelaporan.sop import SELESAI, get_sop
from kinerja.pelaporan.wewenang import Wewenang


def list_tugas_laporan(pengguna: Pengguna, pada: datetime.datetime) -> Iterator[Tugas]:
    """Everything the chain of the report waits for this person with, this year's and last year's reports."""
    hari = get_hari(pada)
    pembaca = _Pembaca(pengguna, pada)
    beku = list_laporan_beku(pada)
    yield from _list_langkah(pembaca, beku)
    yield from _list_narasi(pembaca, beku, (hari.year - 1, hari.year))
    yield from _list_revisi(pembaca)


class _Pembaca:
    """The person's powers and the names of offices, read once for each office and year."""

    def __init__(self, pengguna: Pengguna, pada: datetime.datetime) -> None:
        self.pengguna, self.pada = pengguna, pada
        self._wewenang: dict[tuple[int, int], Wewenang] = {}
        self._nama: dict[tuple[int, int], str] = {}

    def get(self, satker: Satker, tahun: int) -> Wewenang:
        kunci = (satker.pk, tahun)
        if kunci not in self._wewenang:
            self._wewenang[kunci] = Wewenang(self.pengguna, satker, tahun, self.pada)
        return self._wewenang[kunci]

    def sebut(self, satker: Satker, tahun: int) -> str:
        kunci = (satker.pk, tahun)
        if kunci not in self._nama:
            self._nama[kunci] = get_nama(satker, get_akhir_tahun(tahun))
        return self._nama[kunci]


def _list_langkah(pembaca: _Pembaca, beku: frozenset[tuple[int, int]]) -> Iterator[Tugas]:
    berjalan = PerjalananLaporan.objects.exclude(langkah=SELESAI).select_related("satker")
    for satu in berjalan:
        langkah = get_sop(satu.sop).get(satu.langkah)
        if (satu.satker_id, satu.tahun) in beku or langkah is None:
            continue
        if not pembaca.get(satu.satker, satu.tahun).is_pelaksana(langkah):
            continue
        yield Tugas(
            kunci=f"laporan/{satu.pk}/{langkah.nomor}",
            jenis="laporan",
            objek=satu.pk,
            judul=_("Laporan %(tahun)d, langkah %(nomor)d: %(kegiatan)s")
            % {"tahun": satu.tahun, "nomor": langkah.nomor, "kegiatan": langkah.kegiatan},
            uraian=pembaca.sebut(satu.satker, satu.tahun),
            tenggat=langkah.compute_batas(satu.sejak.astimezone(WIB)),
            mulai=satu.sejak,
            dasar=get_sop(satu.sop).dasar,
        )


def _list_narasi(
    pembaca: _Pembaca, beku: frozenset[tuple[int, int]], tahun: tuple[int, ...]
) -> Iterator[Tugas]:
    belum = PenulisanNarasi.objects.filter(narasi__tahun__in=tahun).exclude(status=StatusNarasi.DISETUJUI)
    belum = belum.select_related("narasi__satker", "narasi__indikator", "unit_kerja")
    for satu in belum:
        if (satu.narasi.satker_id, satu.narasi.tahun) in beku:
            continue
        narasi, wewenang = satu.narasi, pembaca.get(satu.narasi.satker, satu.narasi.tahun)
        menulis = satu.status == StatusNarasi.DRAF and wewenang.is_menulis(satu)
        sendiri = pembaca.pengguna.pk in (satu.pengaju_id, satu.penulis_id)
        memeriksa = satu.status == StatusNarasi.DIAJUKAN and not sendiri and wewenang.is_memeriksa(satu)
        if not (menulis or memeriksa):
            continue
        kata = _("Tulis narasi: %(nama)s") if menulis else _("Periksa narasi: %(nama)s")
        uraian = f"{pembaca.sebut(narasi.satker, narasi.tahun)} {narasi.tahun}"
        yield Tugas(
            kunci=f"narasi/{satu.pk}",
            jenis="narasi",
            objek=satu.pk,
            judul=kata % {"nama": sebut_narasi(satu)},
            uraian=_("%(isi)s · dikembalikan: %(alasan)s") % {"isi": uraian, "alasan": satu.alasan}
            if menulis and satu.alasan
            else uraian,
            tenggat=_akhir_hari(satu.tenggat),
        )


def _list_revisi(pembaca: _Pembaca) -> Iterator[Tugas]:
    menunggu = RevisiLaporan.objects.filter(
        disetujui_pada__isnull=True, ditutup_pada__isnull=True, sampai__gt=pembaca.pada
    )
    for satu in menunggu.exclude(diminta_oleh=pembaca.pengguna).select_related("laporan__satker"):
        final = satu.laporan
        if pembaca.get(final.satker, final.tahun).is_berizin(Izin.SETUJUI_BUKA):
            yield Tugas(
                kunci=f"revisi/{satu.pk}",
                jenis="revisi",
                objek=satu.pk,
                judul=_("Jawab permintaan membuka laporan %(tahun)d yang sudah dibekukan")
                % {"tahun": final.tahun},
                uraian=satu.alasan,
                tenggat=satu.sampai,
            )


def _akhir_hari(hari: datetime.date | None) -> Any:
    return datetime.datetime.combine(hari, datetime.time(23, 59, 59), WIB) if hari else None
