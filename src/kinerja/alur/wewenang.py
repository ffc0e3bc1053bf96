"""On which rungs of the line a person stands for one sheet: the roles of `akses`, seen from that sheet."""

import datetime
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum

from kinerja.akses.izin import Peran
from kinerja.akses.models import Penugasan
from kinerja.akses.pelaku import Pelaku, Sistem, sebut_pelaku
from kinerja.akses.queries import Pohon, get_hari, is_mencakup, list_penugasan, read_pohon
from kinerja.aturan.peralihan import Jenjang
from kinerja.organisasi.models import UnitKerja


class Tempat(StrEnum):
    """What a sheet is: of a satker, of a division of the office, or of the whole office."""

    SATKER = "satker"
    DIVISI = "divisi"
    KANTOR = "kantor"


@dataclass(frozen=True, slots=True)
class Letak:
    """Where a sheet lies; `unit_kerja_id` for a division's only."""

    tempat: Tempat
    satker_id: int
    tahun: int
    unit_kerja_id: int | None = None


class Pembaca:
    """Answers for one person at one moment; reads assignments and trees once per year."""

    def __init__(self, oleh: Pelaku, pada: datetime.datetime) -> None:
        self.oleh = oleh
        self.hari = get_hari(pada)
        self._penugasan: dict[int, list[Penugasan]] = {}
        self._pohon: dict[int, Pohon] = {}
        self._unit: dict[int, int | None] | None = None

    def list_jenjang(self, letak: Letak) -> frozenset[Jenjang]:
        """The rungs on which the person stands for that sheet; empty: it is none of his business."""
        if isinstance(self.oleh, Sistem):
            return frozenset(Jenjang)
        return frozenset(j for p in self._list_penugasan(letak) for j in self._jenjang(p, letak))

    def is_melihat(self, letak: Letak) -> bool:
        """Whether the person may know that the sheet exists."""
        return isinstance(self.oleh, Sistem) or bool(self._list_penugasan(letak))

    def sebut(self, letak: Letak, jenjang: Collection[Jenjang] = ()) -> str:
        """How the trail names the person: account and the peran that put him on one of those rungs."""
        if isinstance(self.oleh, Sistem):
            return self.oleh.sebutan
        milik = self._list_penugasan(letak)
        cocok = [p for p in milik if not jenjang or set(jenjang) & set(self._jenjang(p, letak))]
        return sebut_pelaku(self.oleh, (cocok or milik)[0].peran)

    def _list_penugasan(self, letak: Letak) -> list[Penugasan]:
        penugasan = self._baca(letak.tahun)
        # Nothing to look up where every assignment is to the satker itself, or to everything.
        jauh = any(p.satker_id not in (None, letak.satker_id) for p in penugasan)
        pohon = self._baca_pohon(letak.tahun) if jauh else {}
        return [p for p in penugasan if is_mencakup(p, letak.satker_id, pohon) and self._is_unitnya(p, letak)]

    def _baca(self, tahun: int) -> list[Penugasan]:
        if tahun not in self._penugasan:
            assert not isinstance(self.oleh, Sistem)
            self._penugasan[tahun] = list_penugasan(self.oleh, tahun=tahun, pada=self.hari)
        return self._penugasan[tahun]

    def _baca_pohon(self, tahun: int) -> Pohon:
        if tahun not in self._pohon:
            self._pohon[tahun] = read_pohon(tahun)
        return self._pohon[tahun]

    def _is_unitnya(self, penugasan: Penugasan, letak: Letak) -> bool:
        """A division sees of its own satker only its own sheet, with those above and beneath it in the division."""
        if penugasan.unit_kerja_id is None or penugasan.satker_id != letak.satker_id:
            return True
        if letak.unit_kerja_id is None:
            return False
        satu, dua = penugasan.unit_kerja_id, letak.unit_kerja_id
        return satu in self._atasan(dua) or dua in self._atasan(satu)

    def _atasan(self, unit_id: int) -> Iterator[int]:
        if self._unit is None:
            self._unit = dict(UnitKerja.objects.values_list("pk", "induk_id"))
        kini: int | None = unit_id
        while kini is not None:
            yield kini
            kini = self._unit.get(kini)

    def _jenjang(self, penugasan: Penugasan, letak: Letak) -> Iterator[Jenjang]:
        peran = penugasan.peran
        if peran == Peran.OPERATOR:
            yield Jenjang.OPERATOR
        elif peran == Peran.VERIFIKATOR:
            yield self._jenjang_verifikator(penugasan, letak)
        elif peran == Peran.PENYUSUN:
            yield Jenjang.PENYUSUN
            if letak.tempat is Tempat.KANTOR:
                # The office's own sheet is put together, not typed.
                yield Jenjang.OPERATOR
        elif peran == Peran.PIMPINAN and letak.tempat is Tempat.KANTOR:
            yield Jenjang.KEPALA_DIVISI

    def _jenjang_verifikator(self, penugasan: Penugasan, letak: Letak) -> Jenjang:
        """The head of the sheet's own place verifies, the one above him approves."""
        if letak.tempat is Tempat.SATKER:
            sendiri = penugasan.satker_id == letak.satker_id
        elif letak.tempat is Tempat.DIVISI:
            sendiri = penugasan.unit_kerja_id not in (None, letak.unit_kerja_id) and (
                letak.unit_kerja_id in self._atasan(penugasan.unit_kerja_id or 0)
            )
        else:
            sendiri = True
        return Jenjang.KEPALA_SATKER if sendiri else Jenjang.KEPALA_DIVISI
