"""Family target: one indicator has one target in every agreement that names it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from kinerja.aturan.telaah.fakta import Bahan, Fakta, Jenis, Lingkup
from kinerja.aturan.telaah.kalimat import tempat_fakta
from kinerja.aturan.telaah.registri import Hasil, make_temuan, pemeriksa
from kinerja.aturan.telaah.sama import kelompokkan_nilai
from kinerja.aturan.telaah.temuan import Kepastian, Temuan


@pemeriksa("target-beda-perjanjian")
def periksa_perjanjian(bahan: Bahan) -> Hasil:
    """Targets of one indicator, for one year, in the several agreements of one report."""
    per_apa: dict[tuple[str, int | None], list[Fakta]] = defaultdict(list)
    for satu in bahan.fakta:
        if satu.jenis is Jenis.TARGET_PERJANJIAN and satu.apa.lingkup is Lingkup.INDIKATOR:
            per_apa[satu.apa.kunci, satu.tahun].append(satu)
    banding = [semua for semua in per_apa.values() if len(semua) > 1]
    return Hasil(len(banding), tuple(temuan for semua in banding for temuan in _laporkan(semua)))


def _laporkan(semua: Sequence[Fakta]) -> Iterator[Temuan]:
    terbanyak, *lain = kelompokkan_nilai(semua)
    if not lain:
        return
    sebut = "; ".join(f"{bersama[0].cetakan.teks} di {len(bersama)} tempat" for bersama in (terbanyak, *lain))
    nama = semua[0].apa.teks
    tempat = tuple(tempat_fakta(satu) for bersama in (*lain, terbanyak) for satu in bersama)
    yield make_temuan(
        "target-beda-perjanjian",
        tempat,
        f"Target {nama.rstrip('.')} menurut perjanjian kinerja tercetak {sebut}.",
        kepastian=Kepastian.MUNGKIN,
        indikator=nama,
    )
