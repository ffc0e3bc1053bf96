"""What if: the same facts with some of them changed. Nothing is stored; the rules do the computing."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from kinerja.anggaran.masukan import MasukanSkor
from kinerja.anggaran.models import SkorAnggaran
from kinerja.anggaran.queries import SkorSatker
from kinerja.anggaran.unsur import drop_tanpa_objek
from kinerja.anggaran.uraian import UraianSatker, explain_skor
from kinerja.aturan.parameter import BelumBerlaku
from kinerja.aturan.skor.masukan import BulanAnggaran
from kinerja.organisasi.pengaturan import read_pengaturan
from kinerja.organisasi.queries import get_akhir_tahun

Tempat = tuple[int, str]
"""(month, jenis belanja)"""


@dataclass(frozen=True, slots=True)
class Andaian:
    """What is changed in thought.

    `kontrak`: number -> day of signing; `spm`: number -> day at KPPN; `rpd` and `realisasi`: month and jenis belanja ->
    rupiah; `revisi`: positions of revisions that had not been; `keluaran`: code of an RO -> realised volume;
    `smart`, `ikpa`: published elements by name.
    """

    kontrak: Mapping[str, datetime.date] = field(default_factory=dict)
    spm: Mapping[str, datetime.date] = field(default_factory=dict)
    rpd: Mapping[Tempat, int] = field(default_factory=dict)
    realisasi: Mapping[Tempat, int] = field(default_factory=dict)
    revisi: frozenset[int] = frozenset()
    keluaran: Mapping[str, Decimal] = field(default_factory=dict)
    smart: Mapping[str, Decimal] = field(default_factory=dict)
    ikpa: Mapping[str, Decimal] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class HasilAndaian:
    """The scores as they are and as they would be, explained alike."""

    semula: UraianSatker
    menjadi: UraianSatker


def simulate_skor(
    skor: SkorSatker, tahun: int, masukan: MasukanSkor | None, andaian: Andaian
) -> HasilAndaian:
    """Explain the scores of a satker before and after the changes, by the settings of its instansi."""
    berlaku = read_pengaturan(skor.satker.satker_id, tahun)
    ikpa = _lepas(skor.ikpa, tahun) if andaian.ikpa else skor.ikpa
    diubah = replace(skor, smart=_ganti(skor.smart, andaian.smart), ikpa=_ganti(ikpa, andaian.ikpa))
    semula = explain_skor(skor, tahun, masukan, berlaku)
    andai = None if masukan is None else apply_andaian(masukan, andaian)
    menjadi = explain_skor(diubah, tahun, andai, berlaku)
    return HasilAndaian(semula, menjadi)


def _lepas(unsur: Mapping[str, Decimal], tahun: int) -> Mapping[str, Decimal]:
    try:
        return drop_tanpa_objek(unsur, get_akhir_tahun(tahun))
    except BelumBerlaku:
        return unsur


def _ganti(unsur: Mapping[str, Decimal], baru: Mapping[str, Decimal]) -> Mapping[str, Decimal]:
    """The elements with the changed ones; a published total no longer belongs to them."""
    if not baru:
        return unsur
    return {n: v for n, v in unsur.items() if n != SkorAnggaran.NILAI} | dict(baru)


def apply_andaian(masukan: MasukanSkor, andaian: Andaian) -> MasukanSkor:
    """The facts with those changes."""
    fakta = masukan.ikpa
    belanja = tuple(
        replace(
            b,
            rencana=andaian.rpd.get((b.bulan, b.jenis), b.rencana),
            realisasi=andaian.realisasi.get((b.bulan, b.jenis), b.realisasi),
        )
        for b in fakta.belanja
    )
    berencana = fakta.berencana or bool(andaian.rpd)
    ikpa = replace(
        fakta,
        belanja=belanja,
        berencana=berencana,
        revisi=tuple(r for n, r in enumerate(fakta.revisi) if n not in andaian.revisi),
        kontrak=tuple(
            replace(k, ditandatangani=hari, didaftarkan=_geser(k.didaftarkan, k.ditandatangani, hari))
            if (hari := andaian.kontrak.get(k.nomor))
            else k
            for k in fakta.kontrak
        ),
        spm=tuple(replace(s, diterima=andaian.spm.get(s.nomor, s.diterima)) for s in fakta.spm),
    )
    rencana: dict[int, int] = defaultdict(int)
    realisasi: dict[int, int] = defaultdict(int)
    for b in belanja:
        rencana[b.bulan] += b.rencana
        realisasi[b.bulan] += b.realisasi
    smart = replace(
        masukan.smart,
        berencana=berencana,
        bulan=tuple(
            BulanAnggaran(b.bulan, rencana[b.bulan], realisasi[b.bulan]) for b in masukan.smart.bulan
        ),
        keluaran=tuple(
            replace(k, realisasi=andaian.keluaran.get(k.kode, k.realisasi)) for k in masukan.smart.keluaran
        ),
    )
    return replace(masukan, smart=smart, ikpa=ikpa)


def _geser(
    didaftarkan: datetime.date | None, semula: datetime.date, menjadi: datetime.date
) -> datetime.date | None:
    """Registered as many days after signing as it was."""
    return None if didaftarkan is None else didaftarkan + (menjadi - semula)
