"""States of what goes up the line, as a table; one function decides every step.

The line is Operator, Kepala Subbidang or Kepala Satker, Kepala Divisi, Penyusun. Returning always leads to the
draft: whoever corrects a number starts its verification anew.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from kinerja.aturan.temuan import Temuan


class Status(StrEnum):
    """Where a sheet stands; numbers may change in DRAF only."""

    DRAF = "draf"
    DIAJUKAN = "diajukan"
    DIVERIFIKASI = "diverifikasi"
    DISETUJUI = "disetujui"
    DIKUNCI = "dikunci"


class Tindakan(StrEnum):
    """What can be done to a sheet; TUTUP is done by the program when a reopening has ended."""

    AJUKAN = "ajukan"
    VERIFIKASI = "verifikasi"
    SETUJUI = "setujui"
    KUNCI = "kunci"
    KEMBALIKAN = "kembalikan"
    BUKA = "buka"
    TUTUP = "tutup"


class Jenjang(StrEnum):
    """A rung of the line; SISTEM is the program itself."""

    OPERATOR = "operator"
    KEPALA_SATKER = "kepala_satker"
    KEPALA_DIVISI = "kepala_divisi"
    PENYUSUN = "penyusun"
    SISTEM = "sistem"


@dataclass(frozen=True, slots=True)
class Peralihan:
    """One row of the table: who may lead a sheet from where to where, and whether a reason is due."""

    tindakan: Tindakan
    dari: Status
    ke: Status
    jenjang: Jenjang
    perlu_alasan: bool = False


_NAIK = (
    Peralihan(Tindakan.AJUKAN, Status.DRAF, Status.DIAJUKAN, Jenjang.OPERATOR),
    Peralihan(Tindakan.VERIFIKASI, Status.DIAJUKAN, Status.DIVERIFIKASI, Jenjang.KEPALA_SATKER),
    Peralihan(Tindakan.SETUJUI, Status.DIVERIFIKASI, Status.DISETUJUI, Jenjang.KEPALA_DIVISI),
    Peralihan(Tindakan.KUNCI, Status.DISETUJUI, Status.DIKUNCI, Jenjang.PENYUSUN),
)
_KEMBALI = tuple(
    Peralihan(Tindakan.KEMBALIKAN, naik.dari, Status.DRAF, naik.jenjang, perlu_alasan=True)
    for naik in _NAIK
    if naik.dari is not Status.DRAF
)
_BUKA = Peralihan(Tindakan.BUKA, Status.DIKUNCI, Status.DRAF, Jenjang.PENYUSUN, perlu_alasan=True)
_TUTUP = tuple(
    Peralihan(Tindakan.TUTUP, status, Status.DIKUNCI, Jenjang.SISTEM)
    for status in Status
    if status is not Status.DIKUNCI
)

PERALIHAN: Final = (*_NAIK, *_KEMBALI, _BUKA, *_TUTUP)
_TABEL: Final = {(p.tindakan, p.dari): p for p in PERALIHAN}
_MEMERIKSA: Final = frozenset({Tindakan.VERIFIKASI, Tindakan.SETUJUI})


@dataclass(frozen=True, slots=True)
class Berkas:
    """What is known of a sheet when somebody wants to move it; people are named by any fixed key.

    `pengisi` entered its numbers or submitted it, `peminta` asked for its reopening, which ends at `sampai`.
    `belum_diisi` are cells without a choice, `bawahan_belum` sheets beneath it that are not approved,
    `induk_disetujui` says that the sheet above it was approved on the strength of this one.
    """

    status: Status
    pengisi: frozenset[str] = frozenset()
    peminta: str | None = None
    sampai: datetime | None = None
    belum_diisi: tuple[str, ...] = ()
    bawahan_belum: tuple[str, ...] = ()
    induk_disetujui: bool = False
    peringatan_terbuka: int = 0


@dataclass(frozen=True, slots=True)
class Permintaan:
    """Who wants what, on which rungs he stands for this sheet, why, and which missing ones he names."""

    tindakan: Tindakan
    pelaku: str
    jenjang: frozenset[Jenjang]
    pada: datetime
    alasan: str = ""
    disebut: frozenset[str] = frozenset()
    borongan: bool = False


def decide(berkas: Berkas, permintaan: Permintaan) -> tuple[Status, tuple[Temuan, ...]]:
    """The state after the wish and what stands against it; with any temuan the state is the old one."""
    peralihan = _TABEL.get((permintaan.tindakan, berkas.status))
    if peralihan is None:
        return berkas.status, (_tidak_ada(berkas, permintaan),)
    temuan = (
        *_check_wewenang(berkas, permintaan, peralihan),
        *_check_alasan(permintaan, peralihan),
        *_check_isi(berkas, permintaan),
        *_check_masa(berkas, permintaan),
    )
    return (berkas.status if temuan else peralihan.ke), temuan


def list_tindakan(status: Status, jenjang: frozenset[Jenjang]) -> tuple[Peralihan, ...]:
    """The rows of the table that are open to those rungs in that state, in order of the table."""
    return tuple(p for p in PERALIHAN if p.dari is status and p.jenjang in jenjang)


def _tidak_ada(berkas: Berkas, permintaan: Permintaan) -> Temuan:
    return Temuan(
        "peralihan_tidak_ada",
        f"Lembar berstatus {berkas.status} tidak dapat di-{permintaan.tindakan}.",
        "Muat ulang halaman; status lembar mungkin sudah berubah.",
    )


def _check_wewenang(berkas: Berkas, permintaan: Permintaan, peralihan: Peralihan) -> list[Temuan]:
    temuan = []
    if peralihan.jenjang not in permintaan.jenjang:
        jenjang = peralihan.jenjang.replace("_", " ")
        pesan = f"Tindakan {permintaan.tindakan} di sini hanya untuk {jenjang}."
        temuan.append(Temuan("bukan_wewenang", pesan, "Minta kepada yang berwenang."))
    if permintaan.tindakan in _MEMERIKSA and permintaan.pelaku in berkas.pengisi:
        pesan = "Yang mengisi atau mengajukan lembar ini tidak dapat memeriksanya sendiri."
        temuan.append(Temuan("memeriksa_sendiri", pesan, "Minta pejabat lain memeriksa lembar ini."))
    if permintaan.tindakan is Tindakan.BUKA and permintaan.pelaku == berkas.peminta:
        pesan = "Yang meminta pembukaan kunci tidak dapat menyetujuinya sendiri."
        temuan.append(Temuan("menyetujui_sendiri", pesan, "Minta penyusun lain menyetujui permintaan ini."))
    return temuan


def _check_alasan(permintaan: Permintaan, peralihan: Peralihan) -> list[Temuan]:
    if not peralihan.perlu_alasan or permintaan.alasan.strip():
        return []
    return [Temuan("alasan_wajib", f"Tindakan {permintaan.tindakan} perlu alasan.", "Tuliskan alasannya.")]


def _check_isi(berkas: Berkas, permintaan: Permintaan) -> list[Temuan]:
    """What the sheet itself and the sheets beneath it still lack for this step."""
    temuan = []
    if permintaan.tindakan is Tindakan.AJUKAN and berkas.belum_diisi:
        pesan = f"{len(berkas.belum_diisi)} sel belum diisi: {_sebut(berkas.belum_diisi)}."
        cara = 'Isi, atau pilih "tidak ada objek" atau "belum ada data".'
        temuan.append(Temuan("belum_diisi", pesan, cara))
    if permintaan.tindakan is Tindakan.SETUJUI and not _disebut_semua(berkas, permintaan):
        pesan = (
            f"{len(berkas.bawahan_belum)} lembar di bawahnya belum disetujui: {_sebut(berkas.bawahan_belum)}."
        )
        cara = "Tunggu, atau setujui dengan menyebut semuanya dan menuliskan alasan."
        temuan.append(Temuan("bawahan_belum", pesan, cara))
    if permintaan.tindakan is Tindakan.KEMBALIKAN and berkas.induk_disetujui:
        pesan = "Lembar di atasnya sudah disetujui berdasarkan lembar ini."
        temuan.append(
            Temuan("induk_disetujui", pesan, "Kembalikan atau buka lembar di atasnya lebih dahulu.")
        )
    if permintaan.borongan and berkas.peringatan_terbuka:
        pesan = f"{berkas.peringatan_terbuka} peringatan pada lembar ini belum dikonfirmasi."
        temuan.append(Temuan("peringatan_terbuka", pesan, "Periksa lembar ini satu per satu."))
    return temuan


def _disebut_semua(berkas: Berkas, permintaan: Permintaan) -> bool:
    """Nothing is missing beneath, or all that is missing is named together with a reason."""
    if not berkas.bawahan_belum:
        return True
    return bool(permintaan.alasan.strip()) and permintaan.disebut >= frozenset(berkas.bawahan_belum)


def _check_masa(berkas: Berkas, permintaan: Permintaan) -> list[Temuan]:
    """A reopening needs an end that lies ahead; it closes no sooner."""
    lewat = berkas.sampai is not None and berkas.sampai <= permintaan.pada
    if permintaan.tindakan is Tindakan.BUKA and (berkas.sampai is None or lewat):
        pesan = "Pembukaan kunci perlu batas akhir yang belum lewat."
        return [Temuan("batas_akhir", pesan, "Tentukan batas akhir sesudah saat ini.")]
    if permintaan.tindakan is Tindakan.TUTUP and not lewat:
        return [Temuan("belum_berakhir", "Masa pembukaan kunci belum berakhir.", "Tunggu batas akhirnya.")]
    return []


def _sebut(nama: tuple[str, ...], paling_banyak: int = 5) -> str:
    """ "a, b, dan 3 lainnya" """
    sisa = len(nama) - paling_banyak
    return ", ".join(nama[:paling_banyak]) + (f", dan {sisa} lainnya" if sisa > 0 else "")
