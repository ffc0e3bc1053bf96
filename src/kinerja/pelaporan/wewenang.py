"""Who may do what to a narasi and to a step of a report: the assignments of `akses`, seen from there."""

from __future__ import annotations

import datetime

from kinerja.akses.izin import IZIN, Izin
from kinerja.akses.models import Pengguna, Penugasan
from kinerja.akses.pelaku import Pelaku, Sistem, sebut_pelaku
from kinerja.akses.queries import AksesDitolak, get_hari, is_mencakup, list_penugasan, read_pohon
from kinerja.organisasi.models import Satker, UnitKerja
from kinerja.pelaporan.models import PenulisanNarasi
from kinerja.pelaporan.sop import Langkah

_MENULIS = IZIN[Izin.ISI] | IZIN[Izin.SUSUN]
_MEMERIKSA = IZIN[Izin.VERIFIKASI] | IZIN[Izin.SUSUN] | IZIN[Izin.TANDA_TANGAN]


class Wewenang:
    """Answers for one person, one office and one year; reads assignments, tree and units once."""

    def __init__(self, oleh: Pelaku, satker: Satker, tahun: int, pada: datetime.datetime) -> None:
        self.oleh, self.satker = oleh, satker
        self._milik: list[Penugasan] = []
        if isinstance(oleh, Pengguna):
            semua = list_penugasan(oleh, tahun=tahun, pada=get_hari(pada))
            pohon = read_pohon(tahun) if semua else {}
            self._milik = [p for p in semua if is_mencakup(p, satker.pk, pohon)]
        self._induk = dict(UnitKerja.objects.filter(satker=satker).values_list("pk", "induk_id"))

    def is_melihat(self) -> bool:
        """Whether the person may know of the report."""
        return isinstance(self.oleh, Sistem) or bool(self._milik)

    def is_menulis(self, penulisan: PenulisanNarasi) -> bool:
        """Whether the text is the person's to write: an operator of its unit, or a compiler."""
        return any(p.peran in _MENULIS and self._is_unitnya(p, penulisan) for p in self._milik)

    def is_memeriksa(self, penulisan: PenulisanNarasi) -> bool:
        """Whether the person may approve or return it, if he did not write it."""
        return any(p.peran in _MEMERIKSA and self._is_unitnya(p, penulisan) for p in self._milik)

    def is_pelaksana(self, langkah: Langkah) -> bool:
        """Whether a step is the person's to take."""
        return any(p.peran in langkah.peran and self._is_jabatannya(p, langkah) for p in self._milik)

    def is_berizin(self, izin: Izin) -> bool:
        """Whether any assignment here gives that izin."""
        return isinstance(self.oleh, Sistem) or any(p.peran in IZIN[izin] for p in self._milik)

    def sebut(self) -> str:
        """How the trail names the person. Raises AksesDitolak for a stranger."""
        if isinstance(self.oleh, Sistem):
            return self.oleh.sebutan
        if not self._milik:
            raise AksesDitolak("Laporan tidak dikenal.", asing=True)
        return sebut_pelaku(self.oleh, self._milik[0].peran)

    def _is_unitnya(self, penugasan: Penugasan, penulisan: PenulisanNarasi) -> bool:
        """A division writes and approves what it owes, with all beneath it; parts of nobody belong to the office."""
        if penugasan.unit_kerja_id is None or penugasan.satker_id != self.satker.pk:
            return True
        kini = penulisan.unit_kerja_id
        while kini is not None:
            if kini == penugasan.unit_kerja_id:
                return True
            kini = self._induk.get(kini)
        return False

    def _is_jabatannya(self, penugasan: Penugasan, langkah: Langkah) -> bool:
        unit = penugasan.unit_kerja
        if not langkah.unit_kerja or unit is None or unit.satker_id != self.satker.pk:
            return True
        return unit.kunci == langkah.unit_kerja
