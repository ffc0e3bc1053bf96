"""The value axis: round ticks, always with zero, and a cut where a few values dwarf all others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from kinerja.dasar.cetak import cetak_angka

NOL = Decimal(0)
_PENGALI = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
_SEBUTAN = ((12, "triliun"), (9, "miliar"), (6, "juta"))
# Bars far beyond the others: how many times the next one, and how large a share must stay unbroken.
# An achievement has a natural scale (100 %), a head count has not, so the latter is cut with more reserve.
_POTONG_KINERJA = (Decimal(3), Decimal("0.5"))
_POTONG_BIASA = (Decimal(4), Decimal("0.8"))


@dataclass(frozen=True, slots=True)
class Sumbu:
    """From `bawah` <= 0 to `atas` >= 0 in steps of `langkah`; values beyond either end are drawn broken."""

    bawah: Decimal
    atas: Decimal
    langkah: Decimal
    potong_bawah: bool
    potong_atas: bool

    def tanda(self) -> tuple[Decimal, ...]:
        """The ticks from the lowest to the highest."""
        awal, akhir = int(self.bawah / self.langkah), int(self.atas / self.langkah)
        return tuple(self.langkah * urutan for urutan in range(awal, akhir + 1))

    @property
    def sebutan(self) -> str:
        """ "juta", "miliar" or "triliun" when the ticks are counted in those, else ""."""
        return self._ribuan()[1]

    def label(self) -> tuple[str, ...]:
        """The printed ticks in the unit of `sebutan`, all with the same number of decimals."""
        pangkat = self._ribuan()[0]
        desimal = max(0, -int(self.langkah.scaleb(-pangkat).normalize().as_tuple().exponent))
        return tuple(cetak_angka(nilai.scaleb(-pangkat), desimal) if nilai else "0" for nilai in self.tanda())

    def _ribuan(self) -> tuple[int, str]:
        puncak = max(self.atas, -self.bawah)
        return next((s for s in _SEBUTAN if puncak >= Decimal(10) ** s[0]), (0, ""))

    def melampaui(self, nilai: Decimal) -> bool:
        """Whether `nilai` is drawn as a broken bar."""
        return not self.bawah <= nilai <= self.atas


@dataclass(frozen=True, slots=True)
class Skala:
    """Maps values to pixels: `bawah` of the axis to `awal`, its `atas` to `akhir` (smaller when upwards)."""

    sumbu: Sumbu
    awal: float
    akhir: float
    zona: float
    """Room beyond a cut end, in pixels."""

    @property
    def arah(self) -> int:
        """1 when values grow with the pixels (to the right), -1 when against them (upwards)."""
        return 1 if self.akhir >= self.awal else -1

    def posisi(self, nilai: Decimal) -> float:
        """Where a bar of `nilai` ends; a broken one ends at the far side of the zone."""
        if nilai > self.sumbu.atas:
            return self.akhir + self.arah * self.zona
        if nilai < self.sumbu.bawah:
            return self.awal - self.arah * self.zona
        return self.awal + (self.akhir - self.awal) * bagian_sumbu(self.sumbu, nilai)

    def ujung(self) -> tuple[float, float]:
        """Pixels of the low and the high end with their zones."""
        return (
            self.awal - self.arah * self.zona * self.sumbu.potong_bawah,
            self.akhir + self.arah * self.zona * self.sumbu.potong_atas,
        )


def bagian_sumbu(sumbu: Sumbu, nilai: Decimal) -> float:
    """Share of the axis below `nilai`, 0 to 1."""
    return float((nilai - sumbu.bawah) / (sumbu.atas - sumbu.bawah))


def buat_sumbu(nilai: Sequence[Decimal], *, acuan: Decimal | None, kinerja: bool, banyak: int) -> Sumbu:
    """The axis for `nilai` and the reference line `acuan` with about `banyak` ticks.

    `kinerja`: the values are achievements against a target, which may be cut sooner than plain amounts.
    """
    batas = _batas(nilai, (acuan or NOL).copy_abs(), kinerja=kinerja)
    biasa = [n for n in (*nilai, acuan or NOL) if n.copy_abs() <= batas]
    rendah, tinggi = min(biasa, default=NOL), max(biasa, default=NOL)
    rendah, tinggi = min(rendah, NOL), max(tinggi, NOL)
    potong_bawah, potong_atas = any(n < batas.copy_negate() for n in nilai), any(n > batas for n in nilai)
    if rendah == tinggi:
        tinggi = Decimal(1)
    langkah = _langkah(tinggi - rendah, banyak)
    bawah, atas = -_ke_atas(-rendah, langkah), _ke_atas(tinggi, langkah)
    if potong_bawah:
        bawah = min(bawah, -langkah)
    if potong_atas:
        atas = max(atas, langkah)
    return Sumbu(bawah, atas, langkah, potong_bawah, potong_atas)


def _batas(nilai: Sequence[Decimal], acuan: Decimal, *, kinerja: bool) -> Decimal:
    """The largest magnitude that is drawn to scale."""
    # abs() would round a value of more than 28 digits and make it exceed itself.
    besar = sorted(n.copy_abs() for n in nilai if n)
    kali, porsi = _POTONG_KINERJA if kinerja else _POTONG_BIASA
    for urutan in range(1, len(besar)):
        pokok = max(besar[urutan - 1], acuan)
        cukup = urutan >= porsi * len(besar) and 4 * besar[(urutan - 1) // 2] >= besar[urutan - 1]
        if cukup and besar[urutan] >= kali * pokok:
            return pokok
    return max((*besar, acuan), default=acuan)


def _langkah(rentang: Decimal, banyak: int) -> Decimal:
    kasar = rentang / banyak
    satuan = Decimal(1).scaleb(kasar.adjusted())
    return next(satuan * kali for kali in _PENGALI if satuan * kali >= kasar)


def _ke_atas(nilai: Decimal, langkah: Decimal) -> Decimal:
    """The smallest multiple of `langkah` that is not below `nilai` (>= 0)."""
    bulat, sisa = divmod(nilai, langkah)
    return langkah * (bulat + (1 if sisa else 0))
