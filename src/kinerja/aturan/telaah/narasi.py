"""Family narasi: prose against the numbers beside it. Wording is free, so most of it is only "mungkin"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal

from kinerja.aturan.telaah.fakta import Bahan, Daftar, Fakta, Jenis, Kalimat
from kinerja.aturan.telaah.narasi_kata import is_memuat
from kinerja.aturan.telaah.narasi_klaim import TERPANJANG
from kinerja.aturan.telaah.registri import Hasil, make_temuan, pemeriksa
from kinerja.aturan.telaah.target import susun_deret
from kinerja.aturan.telaah.temuan import Kepastian, TempatTemuan, Temuan
from kinerja.dasar.angka import Kebiasaan, baca_angka

_DARI_TARGET = re.compile(
    r"(?:sebesar|sebanyak|yaitu|yakni|tercapai|terealisasi|realisasi)\s+(?P<r>\d+(?:[.,]\d+)*)\s*(?P<sr>%|[a-z]+)?"
    r"[^.;\d]{0,40}?\bdari target(?:\s+(?:sebesar|sebanyak|yaitu))?\s+(?P<t>\d+(?:[.,]\d+)*)\s*(?P<st>%)?"
)


@pemeriksa("narasi-banyak")
def periksa_banyak(bahan: Bahan) -> Hasil:
    """As many items as the sentence before the list announces."""
    berklaim = [satu for satu in bahan.daftar if satu.klaim is not None]
    return Hasil(len(berklaim), tuple(temuan for satu in berklaim for temuan in _banding_daftar(satu)))


def _banding_daftar(daftar: Daftar) -> Iterator[Temuan]:
    banyak = len(daftar.nomor)
    if daftar.klaim == banyak:
        return
    uraian = f"Disebut {daftar.klaim}, tetapi yang didaftar {banyak}."
    tempat = (TempatTemuan(daftar.tempat, str(daftar.klaim), str(banyak)),)
    yield make_temuan("narasi-banyak", tempat, uraian, kepastian=Kepastian.MUNGKIN)


@pemeriksa("narasi-angka")
def periksa_angka(bahan: Bahan) -> Hasil:
    """ "… sebesar R dari target T": R is the result and T the target of the section's indicator."""
    deret = susun_deret(bahan)
    renstra: dict[str, set[Decimal | None]] = defaultdict(set)
    for fakta in bahan.fakta:
        if fakta.jenis is Jenis.TARGET_RENSTRA:
            renstra[fakta.apa.kunci].add(fakta.cetakan.nilai)
    diperiksa = 0
    temuan: list[Temuan] = []
    for satu in bahan.kalimat:
        per_jenis = deret.get(satu.indikator, {}).get(bahan.tahun or 0, {})
        if Jenis.TARGET not in per_jenis or Jenis.REALISASI not in per_jenis:
            continue
        for cocok in _DARI_TARGET.finditer(satu.teks[:TERPANJANG]):
            diperiksa += 1
            if not (is_memuat("jangka_menengah", satu.teks) and _baca(cocok["t"]) in renstra[satu.indikator]):
                temuan += _banding_kutipan(satu, cocok, per_jenis)
    return Hasil(diperiksa, tuple(temuan))


def _banding_kutipan(
    kalimat: Kalimat, cocok: re.Match[str], per_jenis: Mapping[Jenis, Fakta]
) -> Iterator[Temuan]:
    target, realisasi = per_jenis[Jenis.TARGET], per_jenis[Jenis.REALISASI]
    dikutip = _baca(cocok["r"]), _baca(cocok["t"])
    if None in dikutip or dikutip == (realisasi.cetakan.nilai, target.cetakan.nilai):
        return
    capaian = per_jenis.get(Jenis.CAPAIAN)
    salah = []
    for nilai, benar, nama in ((dikutip[0], realisasi, "realisasi"), (dikutip[1], target, "target")):
        if nilai != benar.cetakan.nilai:
            tertukar = capaian is not None and nilai == capaian.cetakan.nilai
            salah.append(
                f"{nama} {benar.cetakan.teks}" + (" (yang dikutip adalah capaian)" if tertukar else "")
            )
    uraian = f"Kalimat mengutip “{cocok[0]}”; menurut tabel {' dan '.join(salah)}."
    tempat = TempatTemuan(
        kalimat.tempat, cocok[0], f"{realisasi.cetakan.teks} dari target {target.cetakan.teks}"
    )
    yield make_temuan("narasi-angka", (tempat,), uraian, indikator=target.apa.teks)


def _baca(teks: str) -> Decimal | None:
    return baca_angka(teks, kebiasaan=Kebiasaan.KOMA).nilai
