"""What stands between a report and its signature: what is missing, not approved, not locked, found by the telaah."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from django.conf import settings
from django.utils import translation
from django.utils.module_loading import import_string

from kinerja.dasar.periode import nama_bulan
from kinerja.dokumen.model import Bagian, Baris, Dokumen, Kolom, Tabel, paragraf
from kinerja.organisasi.models import Satker
from kinerja.organisasi.queries import get_akhir_tahun, list_bawahan
from kinerja.pelaporan.kelengkapan import NARASI_BAGIAN, PENYUSUN, Celah, list_celah
from kinerja.pelaporan.lkjip.susun import compose_lkjip
from kinerja.pelaporan.models import PenulisanNarasi, StatusNarasi
from kinerja.pelaporan.queries import NARASI_INDIKATOR, get_data_laporan
from kinerja.pengukuran.letak import LembarTerbuka, list_belum_terkunci


class JenisHalangan(StrEnum):
    """CELAH, NARASI and LEMBAR may be accepted by name and with a reason; a TEMUAN needs its own pengecualian."""

    TEMUAN = "temuan"
    CELAH = "celah"
    NARASI = "narasi"
    LEMBAR = "lembar"


@dataclass(frozen=True, slots=True)
class Halangan:
    """One thing in the way: where, what, and who owes it."""

    jenis: JenisHalangan
    tempat: str
    apa: str
    oleh: str

    @property
    def kunci(self) -> str:
        """How a page names it."""
        return hashlib.sha256("\0".join((self.jenis, self.tempat, self.apa, self.oleh)).encode()).hexdigest()[
            :16
        ]

    @property
    def boleh_disebut(self) -> bool:
        """Whether the report may be signed although it stands, when it is named."""
        return self.jenis is not JenisHalangan.TEMUAN


Penghalang = Callable[[Satker, int, datetime.datetime, Dokumen | None], Iterable[tuple[str, str, str]]]
"""A function of another room: (place, what, who) of everything in the way; without a document, as last known."""
PembuatLampiran = Callable[[Satker, int, datetime.datetime], tuple[Bagian, ...]]


def list_lampiran_lain(satker: Satker, tahun: int, pada: datetime.datetime) -> tuple[Bagian, ...]:
    """The months that are not locked, and the annexes of other rooms (setting LAMPIRAN_LAPORAN)."""
    pembuat: list[PembuatLampiran] = [import_string(nama) for nama in settings.LAMPIRAN_LAPORAN]
    lain = tuple(bagian for buat in pembuat for bagian in buat(satker, tahun, pada))
    return (*_compose_belum_terkunci(satker, tahun), *lain)


def _compose_belum_terkunci(satker: Satker, tahun: int) -> tuple[Bagian, ...]:
    """One annex that names the months a report was signed without, or none when all that were opened are locked."""
    lembar = _list_belum_terkunci(satker, tahun)
    if not lembar:
        return ()
    tabel = Tabel(
        "tabel-belum-terkunci",
        "Lembar pengukuran yang belum dikunci",
        (Kolom("No.", 6, "tengah"), Kolom("Pengisi", 44), Kolom("Bulan dan keadaannya", 60)),
        tuple(Baris((str(n), satu.nama, _sebut_bulan(satu))) for n, satu in enumerate(lembar, 1)),
    )
    pengantar = paragraf(
        f"Angka dari lembar berikut dimuat dalam laporan ini sebelum lembarnya diverifikasi dan dikunci: {len(lembar)} "
        "satuan kerja atau divisi."
    )
    return (Bagian("lampiran-belum-terkunci", "Pengukuran yang Belum Dikunci", (pengantar, tabel)),)


def _list_belum_terkunci(satker: Satker, tahun: int) -> list[LembarTerbuka]:
    kantor = {r.satker_id for r in list_bawahan(satker, get_akhir_tahun(tahun))} | {satker.pk}
    return list_belum_terkunci(kantor, tahun)


def _sebut_bulan(lembar: LembarTerbuka) -> str:
    return ", ".join(f"{nama_bulan(n)} ({status})" for n, status in lembar.bulan)


def compose_laporan(satker: Satker, tahun: int, pada: datetime.datetime) -> Dokumen:
    """The report as it would be signed now, all annexes included. Raises TidakAdaKinerja."""
    with translation.override("id"):
        lampiran = list_lampiran_lain(satker, tahun, pada)
        return compose_lkjip(get_data_laporan(satker, tahun), lampiran)


def list_halangan(
    satker: Satker, tahun: int, pada: datetime.datetime, dokumen: Dokumen | None = None
) -> tuple[Halangan, ...]:
    """Everything in the way; with `dokumen` the telaah checks it anew. Raises TidakAdaKinerja."""
    return (
        *_list_temuan(satker, tahun, pada, dokumen),
        *(_dari_celah(c) for c in list_celah(get_data_laporan(satker, tahun))),
        *_list_narasi(satker, tahun),
        *_list_lembar(satker, tahun),
    )


def _list_temuan(
    satker: Satker, tahun: int, pada: datetime.datetime, dokumen: Dokumen | None
) -> Iterator[Halangan]:
    penghalang: list[Penghalang] = [import_string(nama) for nama in settings.PENGHALANG_LAPORAN]
    for cari in penghalang:
        for tempat, apa, oleh in cari(satker, tahun, pada, dokumen):
            yield Halangan(JenisHalangan.TEMUAN, tempat, apa, oleh)


def _dari_celah(celah: Celah) -> Halangan:
    return Halangan(JenisHalangan.CELAH, celah.tempat, celah.apa, celah.oleh)


def _list_narasi(satker: Satker, tahun: int) -> Iterator[Halangan]:
    """Texts that are written and not approved; an empty one is already a celah."""
    belum = (
        PenulisanNarasi.objects.filter(narasi__satker=satker, narasi__tahun=tahun)
        .exclude(status=StatusNarasi.DISETUJUI)
        .exclude(narasi__isi="")
    )
    for satu in belum.select_related("narasi__indikator", "unit_kerja"):
        siapa = satu.unit_kerja.nama if satu.unit_kerja else PENYUSUN
        apa = f"Narasi berstatus {StatusNarasi(satu.status).label}, belum disetujui"
        yield Halangan(JenisHalangan.NARASI, sebut_narasi(satu), apa, siapa)


def _list_lembar(satker: Satker, tahun: int) -> Iterator[Halangan]:
    """Months that were opened and are not locked, by who owes the sheet; a month nobody opened owes nothing."""
    for satu in _list_belum_terkunci(satker, tahun):
        apa = f"Lembar pengukuran belum dikunci: {_sebut_bulan(satu)}"
        yield Halangan(JenisHalangan.LEMBAR, f"Pengukuran bulanan {tahun}", apa, satu.nama)


def sebut_narasi(penulisan: PenulisanNarasi) -> str:
    """How a text is called: its part of the report, with its indikator."""
    narasi = penulisan.narasi
    nama = (NARASI_BAGIAN | NARASI_INDIKATOR).get(narasi.bagian, narasi.bagian)
    return f"{narasi.indikator.kode} {nama}" if narasi.indikator else nama
