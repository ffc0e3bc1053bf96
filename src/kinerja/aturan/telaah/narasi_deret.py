"""Which numbers a sentence of the report stands beside."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from kinerja.aturan.telaah.fakta import Bahan, Fakta, Jenis, Kalimat, Lingkup, Pokok, Tempat
from kinerja.aturan.telaah.target import susun_deret

Tahunan = Mapping[int, Mapping[Jenis, Fakta]]


@dataclass(frozen=True)
class DeretBagian:
    """The numbers of every indicator by year, found by the section a sentence stands in."""

    deret: Mapping[str, Tahunan]
    pokok: Mapping[str, Pokok]
    wakil: Mapping[str, str]

    @classmethod
    def dari(cls, bahan: Bahan) -> DeretBagian:
        """Sections whose heading words the name otherwise speak of the indicator of their own tables."""
        pokok = {satu.apa.kunci: satu.apa for satu in bahan.fakta if satu.apa.lingkup is Lingkup.INDIKATOR}
        deret = susun_deret(bahan)
        return cls(deret, pokok, _cari_wakil(bahan, deret))

    def cari(self, kalimat: Kalimat) -> tuple[Pokok, Tahunan] | None:
        """The indicator a sentence stands under and its numbers."""
        kunci = self.wakil.get(kalimat.indikator, kalimat.indikator)
        if kunci not in self.deret:
            return None
        return self.pokok[kunci], self.deret[kunci]


def _urutan(tempat: Tempat) -> tuple[int, int]:
    return tempat.halaman or 0, tempat.baris or 0


def _cari_wakil(bahan: Bahan, deret: Mapping[str, Tahunan]) -> dict[str, str]:
    judul = sorted(
        (_urutan(satu.tempat), satu.indikator if satu.makna == "indikator" else "")
        for satu in bahan.bagian
        if satu.makna in ("indikator", "sasaran") or satu.tingkat == 1
    )
    awal = [tempat for tempat, _ in judul]
    banyak: dict[str, Counter[str]] = defaultdict(Counter)
    for fakta in bahan.fakta:
        di = bisect_right(awal, _urutan(fakta.tempat)) - 1
        if di >= 0 and judul[di][1] and fakta.apa.kunci in deret:
            banyak[judul[di][1]][fakta.apa.kunci] += 1
    return {kunci: isi.most_common(1)[0][0] for kunci, isi in banyak.items() if kunci not in deret}
