"""What IKPA is computed from: plain facts with their dates; rupiah as whole numbers.

Nothing here is computed or checked: what is odd comes back as temuan beside the score.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


class JenisBelanja(StrEnum):
    """Kind of spending by the first two digits of its account."""

    PEGAWAI = "51"
    BARANG = "52"
    MODAL = "53"
    BANSOS = "57"


class Indikator(StrEnum):
    """The eight indicators, in the order of the published tables; values are keys of `bobot_ikpa`."""

    REVISI_DIPA = "revisi_dipa"
    DEVIASI = "deviasi_hal_iii_dipa"
    PENYERAPAN = "penyerapan_anggaran"
    KONTRAKTUAL = "belanja_kontraktual"
    TAGIHAN = "penyelesaian_tagihan"
    UP_TUP = "pengelolaan_up_tup"
    DISPENSASI = "dispensasi_spm"
    CAPAIAN_OUTPUT = "capaian_output"


@dataclass(frozen=True, slots=True)
class PaguBelanja:
    """The budget of one kind of spending from `tanggal` on (DIPA or a revision); `blokir` is not available."""

    tanggal: date
    jenis: JenisBelanja
    pagu: int
    blokir: int = 0

    @property
    def netto(self) -> int:
        """What may be spent."""
        return self.pagu - self.blokir


@dataclass(frozen=True, slots=True)
class BelanjaBulan:
    """One month (1–12) of one kind of spending: planned (locked RPD of halaman III DIPA) and spent in that month.

    `realisasi` may be negative: a correction that takes more back than was spent.
    """

    bulan: int
    jenis: JenisBelanja
    rencana: int
    realisasi: int


@dataclass(frozen=True, slots=True)
class RevisiDipa:
    """A revision of the DIPA by its day of approval; `kode` is the type ("221"), pagu in rupiah."""

    tanggal: date
    kode: str
    pagu_sebelum: int
    pagu_menjadi: int


@dataclass(frozen=True, slots=True)
class Kontrak:
    """A contract. `didaftarkan`: received by KPPN; `sp2d`: paid; `sekaligus`: paid at once, not by instalments."""

    nomor: str
    jenis: JenisBelanja
    nilai: int
    ditandatangani: date
    didaftarkan: date | None = None
    sp2d: date | None = None
    sekaligus: bool = False


@dataclass(frozen=True, slots=True)
class SpmKontraktual:
    """An SPM-LS of a contract: `selesai` is the day of BAST or BAPP, `diterima` the day KPPN received it."""

    nomor: str
    jenis: JenisBelanja
    selesai: date
    diterima: date


class JenisPertanggungjawaban(StrEnum):
    """How cash advances are accounted for."""

    GUP = "GUP"
    PTUP = "PTUP"


@dataclass(frozen=True, slots=True)
class Pertanggungjawaban:
    """One GUP or PTUP: since when the money was out (`mulai`), when it was accounted for, how much."""

    nomor: str
    jenis: JenisPertanggungjawaban
    mulai: date
    selesai: date
    nilai: int


@dataclass(frozen=True, slots=True)
class BelanjaKkp:
    """Spending by government credit card on a day."""

    tanggal: date
    nilai: int


@dataclass(frozen=True, slots=True)
class UpTup:
    """Cash advances of the year: `up` in cash, `tup` received and `setoran_tup` paid back unused.

    `up_kkp_bulanan` is the monthly limit of the credit card, None without one.
    """

    up: int
    pertanggungjawaban: tuple[Pertanggungjawaban, ...] = ()
    tup: int = 0
    setoran_tup: int = 0
    up_kkp_bulanan: int | None = None
    kkp: tuple[BelanjaKkp, ...] = ()


@dataclass(frozen=True, slots=True)
class Dispensasi:
    """SPM that KPPN took after its closing day by dispensasi, out of all SPM of the fourth quarter."""

    spm_dispensasi: int = 0
    spm_triwulan_iv: int = 0


@dataclass(frozen=True, slots=True)
class LaporanKeluaran:
    """One month's report of an output. `dilaporkan` None: not reported.

    `pcro` and `tpcro` are progress and planned progress in percent points; `rvro` the realised volume, as of then.
    """

    bulan: int
    dilaporkan: date | None
    pcro: Decimal
    tpcro: Decimal
    rvro: Decimal
    terkonfirmasi: bool = True


@dataclass(frozen=True, slots=True)
class Keluaran:
    """A rincian output (RO) with its volume in the DIPA."""

    kode: str
    volume: Decimal
    laporan: tuple[LaporanKeluaran, ...] = ()


@dataclass(frozen=True, slots=True)
class Pengecualian:
    """An exception granted by a letter, beside those of the parameter `pengecualian_ikpa`.

    DEVIASI: the deviation of these months and kinds of spending counts as zero. CAPAIAN_OUTPUT: these outputs do
    not count. Empty `bulan` or `jenis` means all.
    """

    indikator: Indikator
    dasar_hukum: str
    bulan: tuple[int, ...] = ()
    jenis: tuple[JenisBelanja, ...] = ()
    keluaran: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MasukanIkpa:
    """The facts of one satker in the budget year of `per`, as they stood on that day.

    `dipa`: the day its DIPA was approved, None if unknown. `berencana` False: its RPD is not known, which is not a
    plan of zero.
    """

    per: date
    pagu: tuple[PaguBelanja, ...] = ()
    belanja: tuple[BelanjaBulan, ...] = ()
    revisi: tuple[RevisiDipa, ...] = ()
    kontrak: tuple[Kontrak, ...] = ()
    spm: tuple[SpmKontraktual, ...] = ()
    up_tup: UpTup | None = None
    dispensasi: Dispensasi = Dispensasi()
    keluaran: tuple[Keluaran, ...] = ()
    pengecualian: tuple[Pengecualian, ...] = ()
    dipa: date | None = None
    berencana: bool = True
