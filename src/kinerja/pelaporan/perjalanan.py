"""Where a report stands on its way up, and what came before."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from kinerja.akses.izin import Izin
from kinerja.akses.pelaku import Pelaku
from kinerja.organisasi.models import Satker
from kinerja.pelaporan.models import LangkahLaporan, PenulisanNarasi, PerjalananLaporan, RevisiLaporan
from kinerja.pelaporan.pengesahan import is_beku
from kinerja.pelaporan.sop import Langkah, Sop, get_sop, pick_sop
from kinerja.pelaporan.wewenang import Wewenang


@dataclass(frozen=True, slots=True)
class BarisLangkah:
    """One step of the SOP as a page shows it: the last time it was taken, whether it is the one now."""

    langkah: Langkah
    terakhir: LangkahLaporan | None
    kini: bool


@dataclass(frozen=True, slots=True)
class LetakLaporan:
    """The way of one report; `perjalanan` is None before it was started.

    `beku`: it is signed, and neither texts nor numbers change; so it is again once the time of a revision is over.
    """

    sop: Sop
    perjalanan: PerjalananLaporan | None
    langkah: tuple[BarisLangkah, ...]
    kini: Langkah | None
    batas: datetime.datetime | None
    giliran_saya: bool
    revisi: RevisiLaporan | None
    beku: bool

    @property
    def menandatangani(self) -> bool:
        """Whether the step now freezes the report."""
        return self.kini is not None and self.sop.is_terakhir(self.kini)


def read_letak(oleh: Pelaku, satker: Satker, tahun: int, pada: datetime.datetime) -> LetakLaporan:
    """Where the report stands, and whether the next step is that person's."""
    perjalanan = PerjalananLaporan.objects.filter(satker=satker, tahun=tahun).first()
    sop = get_sop(perjalanan.sop) if perjalanan else pick_sop(satker.jenis)
    beku = is_beku(satker, tahun, pada)
    kini = sop.get(perjalanan.langkah) if perjalanan and not beku else None
    riwayat = list(perjalanan.riwayat.select_related("oleh")) if perjalanan else []
    terakhir = {r.langkah: r for r in riwayat}
    baris = tuple(BarisLangkah(satu, terakhir.get(satu.nomor), satu is kini) for satu in sop.langkah)
    revisi = (
        RevisiLaporan.objects.filter(
            laporan__satker=satker, laporan__tahun=tahun, ditutup_pada__isnull=True, sampai__gt=pada
        )
        .select_related("laporan", "diminta_oleh", "disetujui_oleh")
        .first()
    )
    giliran = kini is not None and Wewenang(oleh, satker, tahun, pada).is_pelaksana(kini)
    batas = kini.compute_batas(perjalanan.sejak) if perjalanan and kini else None
    return LetakLaporan(sop, perjalanan, baris, kini, batas, giliran, revisi, beku)


@dataclass(frozen=True, slots=True)
class IzinLaporan:
    """What a reader may do with the report as a whole: which buttons a page shows."""

    menyusun: bool
    memulai: bool
    membuka: bool


def read_izin(oleh: Pelaku, satker: Satker, tahun: int, pada: datetime.datetime) -> IzinLaporan:
    """The same checks the operations make."""
    wewenang = Wewenang(oleh, satker, tahun, pada)
    menyusun = wewenang.is_berizin(Izin.SUSUN)
    return IzinLaporan(
        menyusun, menyusun or wewenang.is_berizin(Izin.TANDA_TANGAN), wewenang.is_berizin(Izin.SETUJUI_BUKA)
    )


def find_tempat(oleh: Pelaku, jenis: str, objek: int, pada: datetime.datetime) -> tuple[str, int] | None:
    """Office (kunci) and year of what a task of this room is about; None for a stranger's as for none."""
    medan = {
        "laporan": (PerjalananLaporan, ""),
        "narasi": (PenulisanNarasi, "narasi__"),
        "revisi": (RevisiLaporan, "laporan__"),
    }
    if jenis not in medan:
        return None
    model, jalan = medan[jenis]
    baris = model.objects.filter(pk=objek).values_list(f"{jalan}satker", f"{jalan}tahun").first()
    if baris is None:
        return None
    satker = Satker.objects.get(pk=baris[0])
    return (satker.kunci, baris[1]) if Wewenang(oleh, satker, baris[1], pada).is_melihat() else None


def list_riwayat_langkah(perjalanan: PerjalananLaporan) -> list[LangkahLaporan]:
    """Every step that was taken, newest first."""
    return list(perjalanan.riwayat.select_related("oleh").order_by("-id"))
