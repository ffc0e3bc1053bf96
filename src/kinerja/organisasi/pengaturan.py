"""Which settings hold for a satker in a year: what its instansi chose, and the default for the rest."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from kinerja.aturan.pengaturan import Pengaturan
from kinerja.aturan.pengaturan_instansi import PengaturanInstansi, make_pengaturan
from kinerja.aturan.skor.pengaturan import PengaturanSkor
from kinerja.aturan.temuan import Temuan
from kinerja.organisasi.models import PilihanInstansi, RiwayatSatker, Satker
from kinerja.organisasi.queries import get_akhir_tahun


@dataclass(frozen=True, slots=True)
class PengaturanBerlaku:
    """The settings of one instansi in one year; `pilihan` are its stored choices in force, by kode.

    `temuan` says which of them the program cannot use; their defaults hold.
    """

    isi: PengaturanInstansi
    pilihan: Mapping[str, PilihanInstansi]
    temuan: tuple[Temuan, ...]

    @property
    def kinerja(self) -> Pengaturan:
        """The choices about capaian, efisiensi, predicates and the agreement."""
        return self.isi.kinerja

    @property
    def skor(self) -> PengaturanSkor:
        """The choices about the scores of the budget."""
        return self.isi.skor


class PetaInstansi:
    """The top satker of every tree in every year, from one query."""

    def __init__(self) -> None:
        self._induk: dict[int, dict[int, int | None]] = {}

    @cached_property
    def _riwayat(self) -> list[tuple[int, int | None, datetime.date, datetime.date | None]]:
        baris = RiwayatSatker.objects.order_by()
        return list(baris.values_list("satker_id", "induk_id", "berlaku_dari", "berlaku_sampai"))

    def get_puncak(self, satker_id: int, tahun: int) -> int:
        """The id of the instansi of that satker at the end of that year; a satker in no tree is its own."""
        if tahun not in self._induk:
            hari = get_akhir_tahun(tahun)
            self._induk[tahun] = {
                satker: atas
                for satker, atas, dari, sampai in self._riwayat
                if dari <= hari and (sampai is None or sampai >= hari)
            }
        induk = self._induk[tahun]
        dilalui: set[int] = set()
        kini = satker_id
        while (atas := induk.get(kini)) is not None and kini not in dilalui:
            dilalui.add(kini)
            kini = atas
        return kini


@dataclass(frozen=True, slots=True)
class Instansi:
    """The top satker of a tree and its name in a year."""

    satker: Satker
    nama: str


def list_instansi(satker: Iterable[int], tahun: int) -> tuple[Instansi, ...]:
    """The instansi of all those satker in that year, by name; one that has no name then is left out."""
    peta = PetaInstansi()
    puncak = {peta.get_puncak(s, tahun) for s in satker}
    if not puncak:
        return ()
    riwayat = RiwayatSatker.objects.pada(get_akhir_tahun(tahun)).filter(satker__in=puncak)
    semua = (Instansi(r.satker, r.nama) for r in riwayat.select_related("satker"))
    return tuple(sorted(semua, key=lambda i: i.nama))


class PembacaPengaturan:
    """The settings of one satker in any year: one small query, and the tree only where something was chosen."""

    def __init__(self, satker_id: int) -> None:
        self._satker_id = satker_id
        self._peta = PetaInstansi()
        self._terbaca: dict[int, PengaturanBerlaku] = {}

    @cached_property
    def _semua(self) -> list[PilihanInstansi]:
        return list(PilihanInstansi.objects.order_by("tahun"))

    def pada(self, tahun: int) -> PengaturanBerlaku:
        """What holds in that year."""
        if tahun not in self._terbaca:
            self._terbaca[tahun] = self._baca(tahun)
        return self._terbaca[tahun]

    def _baca(self, tahun: int) -> PengaturanBerlaku:
        calon = [p for p in self._semua if p.tahun <= tahun]
        puncak = self._peta.get_puncak(self._satker_id, tahun) if calon else None
        # In order of year, so the newest choice of a kode stays.
        berlaku = {p.kode: p for p in calon if p.satker_id == puncak}
        isi, temuan = make_pengaturan({kode: p.nilai for kode, p in berlaku.items()})
        return PengaturanBerlaku(isi, berlaku, temuan)


def read_pengaturan(satker_id: int, tahun: int) -> PengaturanBerlaku:
    """What holds for that satker in that year."""
    return PembacaPengaturan(satker_id).pada(tahun)


def list_pilihan_instansi(satker_id: int) -> list[PilihanInstansi]:
    """Everything an instansi ever chose and that still stands, by kode and year."""
    return list(PilihanInstansi.objects.filter(satker=satker_id).order_by("kode", "tahun"))
