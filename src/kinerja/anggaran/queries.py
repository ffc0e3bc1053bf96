"""Budget against spending, and the scores of the Ministry of Finance, for one office and year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from kinerja.anggaran.bulanan import Arus, list_arus
from kinerja.anggaran.models import (
    AnggaranBelanja,
    AnggaranSasaran,
    Instrumen,
    JenisBelanja,
    SkorAnggaran,
)
from kinerja.aturan.agregasi import AgregasiSatker, Ukuran, rollup_satker
from kinerja.aturan.anggaran import (
    HasilNka,
    compute_nka,
    compute_predikat_nka,
    compute_serapan,
    compute_sisa,
)
from kinerja.aturan.kategori import Kategori
from kinerja.aturan.parameter import BelumBerlaku, RujukanAturan
from kinerja.aturan.pengaturan import Pengaturan
from kinerja.organisasi.models import RiwayatSatker, Satker
from kinerja.organisasi.pengaturan import PengaturanBerlaku, read_pengaturan
from kinerja.organisasi.queries import get_akhir_tahun
from kinerja.perencanaan.models import Sasaran


@dataclass(frozen=True, slots=True)
class Serapan:
    """Budget and spending in whole rupiah."""

    pagu: int
    realisasi: int

    @property
    def sisa(self) -> int:
        """What is left; negative when the pagu is exceeded."""
        return compute_sisa(self.pagu, self.realisasi)

    @property
    def persen(self) -> Decimal | None:
        """Spending in percent of the pagu, unrounded; None without a pagu."""
        return compute_serapan(self.pagu, self.realisasi)

    def __add__(self, lain: Serapan) -> Serapan:
        return Serapan(self.pagu + lain.pagu, self.realisasi + lain.realisasi)


@dataclass(frozen=True, slots=True)
class SerapanSasaran:
    """The budget of one sasaran; `pagu_awal` is the ceiling of the Perjanjian Kinerja."""

    sasaran: Sasaran
    pagu_awal: int | None
    anggaran: Serapan


@dataclass(frozen=True, slots=True)
class SerapanBelanja:
    """One jenis belanja in the year and the year before; `target` is the absorption target in percent.

    `kini` is the sum of the months where they are complete (`dari_bulan`) or nothing else is there; the published
    yearly figure then stands in `terbit`, to be compared and never added.
    """

    jenis: str
    nama: str
    kini: Serapan | None
    lalu: Serapan | None
    target: Decimal | None
    terbit: Serapan | None = None
    dari_bulan: bool = False


@dataclass(frozen=True, slots=True)
class SkorSatker:
    """The published score elements of one satker (unsur -> nilai) and the NKA that follows from them."""

    satker: RiwayatSatker
    smart: Mapping[str, Decimal]
    ikpa: Mapping[str, Decimal]
    nka: HasilNka | None
    predikat: Kategori | None


@dataclass(frozen=True, slots=True)
class NkaKantor:
    """The NKA of an office: of its own scores when it has them, else the mean of its satker.

    `rata_dari` is how many satker were averaged (0 for own scores), `tanpa_nilai` names those without NKA.
    """

    nilai: Decimal
    predikat: Kategori | None
    rata_dari: int
    aturan: RujukanAturan
    tanpa_nilai: tuple[RiwayatSatker, ...] = ()


@dataclass(slots=True)
class _Skor:
    smart: dict[str, Decimal] = field(default_factory=dict)
    ikpa: dict[str, Decimal] = field(default_factory=dict)


def list_anggaran_sasaran(satker: Satker, tahun: int) -> tuple[SerapanSasaran, ...]:
    """Budgets by sasaran in the order of the plan."""
    baris = (
        AnggaranSasaran.objects.filter(satker=satker, tahun=tahun)
        .select_related("sasaran__unit")
        .order_by("sasaran__unit__urutan", "sasaran__urutan", "sasaran_id")
    )
    return tuple(SerapanSasaran(b.sasaran, b.pagu_awal, Serapan(b.pagu, b.realisasi)) for b in baris)


def list_anggaran_belanja(
    satker: Satker, tahun: int, arus: Mapping[int, Arus] | None = None
) -> tuple[SerapanBelanja, ...]:
    """Every jenis belanja that has figures in `tahun` or the year before, by its code.

    `arus` are the months of both years as `list_arus` gives them, read when not given.
    """
    dua_tahun = (tahun - 1, tahun)
    bulanan = list_arus(satker, dua_tahun) if arus is None else arus
    baris = {
        (b.jenis, b.tahun): b for b in AnggaranBelanja.objects.filter(satker=satker, tahun__in=dua_tahun)
    }
    hasil = []
    for jenis, nama in JenisBelanja.choices:
        terbit = {t: _ke_serapan(baris.get((jenis, t))) for t in dua_tahun}
        pakai = {t: _pilih(terbit[t], bulanan.get(t), jenis) for t in dua_tahun}
        if any(s is not None for s in pakai.values()):
            target = baris[jenis, tahun].target_serapan if (jenis, tahun) in baris else None
            dari_bulan = pakai[tahun] is not None and pakai[tahun] is not terbit[tahun]
            kini, lalu = pakai[tahun], pakai[tahun - 1]
            hasil.append(SerapanBelanja(jenis, nama, kini, lalu, target, terbit[tahun], dari_bulan))
    return tuple(hasil)


def _pilih(terbit: Serapan | None, arus: Arus | None, jenis: str) -> Serapan | None:
    """The year is the sum of its months where they are complete, or where no yearly figure was published."""
    if arus is None or (terbit is not None and not arus.lengkap):
        return terbit
    bulanan = next((b for b in arus.belanja if b.jenis == jenis and b.realisasi is not None), None)
    if bulanan is None or bulanan.realisasi is None:
        return terbit
    pagu = bulanan.pagu if bulanan.pagu is not None else (terbit.pagu if terbit else 0)
    return Serapan(pagu, bulanan.realisasi)


def _ke_serapan(baris: AnggaranBelanja | None) -> Serapan | None:
    return None if baris is None else Serapan(baris.pagu, baris.realisasi)


def sum_serapan(daftar: Iterable[Serapan | None]) -> Serapan | None:
    """The total of what is there; None when nothing is."""
    ada = [s for s in daftar if s is not None]
    return sum(ada[1:], ada[0]) if ada else None


def list_skor(
    bawahan: Sequence[RiwayatSatker], tahun: int, pengaturan: PengaturanBerlaku | None = None
) -> tuple[SkorSatker, ...]:
    """Scores of those satker of one instansi that have any, in their order.

    `pengaturan` are the settings of that instansi in that year, read when not given.
    """
    skor: dict[int, _Skor] = defaultdict(_Skor)
    baris = SkorAnggaran.objects.filter(tahun=tahun, satker__in=[b.satker_id for b in bawahan])
    for satker_id, instrumen, unsur, nilai in baris.values_list("satker_id", "instrumen", "unsur", "nilai"):
        tujuan = skor[satker_id].smart if instrumen == Instrumen.SMART else skor[satker_id].ikpa
        tujuan[unsur] = nilai
    if not skor:
        return ()
    berlaku = (pengaturan or read_pengaturan(bawahan[0].satker_id, tahun)).kinerja
    return tuple(_nilai_satker(b, skor[b.satker_id], tahun, berlaku) for b in bawahan if b.satker_id in skor)


def _nilai_satker(satker: RiwayatSatker, skor: _Skor, tahun: int, pengaturan: Pengaturan) -> SkorSatker:
    nka = _hitung_nka(skor, tahun)
    pada = get_akhir_tahun(tahun)
    predikat = None if nka is None else compute_predikat_nka(nka.nilai, pengaturan=pengaturan, pada=pada)
    return SkorSatker(satker, skor.smart, skor.ikpa, nka, predikat)


def _hitung_nka(skor: _Skor, tahun: int) -> HasilNka | None:
    smart, ikpa = skor.smart.get(SkorAnggaran.NILAI), skor.ikpa.get(SkorAnggaran.NILAI)
    if smart is None or ikpa is None:
        return None
    try:
        return compute_nka(smart, ikpa, pada=get_akhir_tahun(tahun))
    except BelumBerlaku:
        return None


def compute_nka_kantor(
    satker: Satker,
    skor: Iterable[SkorSatker],
    tahun: int,
    pengaturan: PengaturanBerlaku | None = None,
) -> NkaKantor | None:
    """The office's NKA from the scores of `list_skor`; None when no satker has one.

    `pengaturan` are the settings of its instansi in that year, read when not given.
    """
    semua = tuple(skor)
    bernilai = [(s, s.nka) for s in semua if s.nka is not None]
    for s, nka in bernilai:
        if s.satker.satker_id == satker.pk:
            return NkaKantor(nka.nilai, s.predikat, 0, nka.aturan)
    rata = rollup_satker([Ukuran(nilai=nka.nilai) for _, nka in bernilai], AgregasiSatker.RATA_RATA)
    if rata.nilai is None:
        return None
    berlaku = (pengaturan or read_pengaturan(satker.pk, tahun)).kinerja
    return NkaKantor(
        nilai=rata.nilai,
        predikat=compute_predikat_nka(rata.nilai, pengaturan=berlaku, pada=get_akhir_tahun(tahun)),
        rata_dari=len(bernilai),
        aturan=bernilai[0][1].aturan,
        tanpa_nilai=tuple(s.satker for s in semua if s.nka is None),
    )
