"""Family narasi: numbers that prose quotes by name ("capaian yang diperoleh adalah 100%") against the table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from kinerja.aturan.telaah.fakta import Bahan, Fakta, Jenis, Kalimat
from kinerja.aturan.telaah.kalimat import tempat_fakta
from kinerja.aturan.telaah.narasi_deret import DeretBagian
from kinerja.aturan.telaah.narasi_klaim import is_kehendak, pisah_anak_kalimat
from kinerja.aturan.telaah.registri import Hasil, make_temuan, pemeriksa
from kinerja.aturan.telaah.temuan import Kepastian, TempatTemuan, Temuan
from kinerja.dasar.angka import Kebiasaan, baca_angka

_JENIS = {
    "target": Jenis.TARGET,
    "realisasi": Jenis.REALISASI,
    "te": Jenis.REALISASI,
    "capaian": Jenis.CAPAIAN,
}
_KUTIPAN = re.compile(
    r"(?i)\b(?P<jenis>target|realisasi|capaian)"
    r"(?:\s+(?:kinerja|indikator|ini|kinerjanya|yang|diperoleh|dicapai|ditetapkan|telah|tahun 20\d\d|pada)){0,6}?\s+"
    r"(?:adalah|sebesar|sebanyak|yaitu|yakni|mencapai)(?:\s+sebesar)?\s+(?P<nilai>\d+(?:[.,]\d+)*)(?P<persen>\s?%)?"
)
# "Dari target 80% terealisasi 91,7%."
_TEREALISASI = re.compile(
    r"(?i)\b(?P<jenis>te(?=realisasi\b))realisasi\s+(?:sebesar\s+|sebanyak\s+)?"
    r"(?P<nilai>\d+(?:[.,]\d+)*)(?P<persen>\s?%)?"
)
_LAIN = re.compile(
    r"(?i)\b(?:renstra|menengah|anggaran|nasional|pagu|belanja|serapan|triwulan|bulan|semester|rata)\b"
)
# "telah melampaui target, yaitu 94,8%" quotes the result.
_OBJEK = re.compile(r"(?i)\b(?:melampaui|melebihi|memenuhi|mencapai|dari)\s+(?:kedua\s+)?$")
_TAHUN = re.compile(r"(?i)\btahun\s+(20\d\d)")


@pemeriksa("narasi-kutipan")
def periksa_kutipan(bahan: Bahan) -> Hasil:
    """Target, realisasi and capaian as the section's prose quotes them."""
    if bahan.tahun is None:
        return Hasil(0)
    deret = DeretBagian.dari(bahan)
    diperiksa = 0
    temuan: list[Temuan] = []
    for kalimat in bahan.kalimat:
        ketemu = deret.cari(kalimat)
        for cocok, tahun in () if ketemu is None else _baca_kutipan(kalimat.teks, bahan.tahun):
            setahun = {} if ketemu is None else ketemu[1].get(tahun, {})
            fakta = setahun.get(_JENIS[cocok["jenis"].casefold()])
            if fakta is not None and _is_sesatuan(fakta, cocok):
                diperiksa += 1
                temuan += _banding(kalimat, cocok, fakta, setahun)
    return Hasil(diperiksa, tuple(temuan))


def _is_sesatuan(fakta: Fakta, cocok: re.Match[str]) -> bool:
    """A percent is only quoted from percents; a capaian is one, with or without its sign."""
    return cocok["persen"] is None or fakta.jenis is Jenis.CAPAIAN or fakta.satuan == "%"


def _baca_kutipan(teks: str, tahun: int) -> Iterator[tuple[re.Match[str], int]]:
    for anak in pisah_anak_kalimat(teks):
        for cocok in (*_KUTIPAN.finditer(anak), *_TEREALISASI.finditer(anak)):
            disebut = {int(satu) for satu in _TAHUN.findall(anak)}
            sebelum = anak[: cocok.start()]
            lain = _LAIN.search(anak) or _OBJEK.search(sebelum) or is_kehendak(sebelum)
            if len(disebut) <= 1 and not lain:
                yield cocok, next(iter(disebut), tahun)


def _banding(
    kalimat: Kalimat, cocok: re.Match[str], fakta: Fakta, setahun: Mapping[Jenis, Fakta]
) -> Iterator[Temuan]:
    nilai = baca_angka(cocok["nilai"], kebiasaan=Kebiasaan.KOMA).nilai
    if nilai is None or _is_sama(nilai, fakta):
        return
    lain = next((jenis.value for jenis, satu in setahun.items() if satu.cetakan.nilai == nilai), "")
    milik = f"; {cocok['nilai']} adalah {lain}nya" if lain else ""
    uraian = (
        f"Kalimat mengutip “{cocok[0]}”, padahal {fakta.jenis.value} tahun {fakta.tahun} di tabel "
        f"{fakta.cetakan.teks}{milik}."
    )
    tempat = (TempatTemuan(kalimat.tempat, cocok[0], fakta.cetakan.teks), tempat_fakta(fakta))
    yield make_temuan("narasi-kutipan", tempat, uraian, kepastian=Kepastian.MUNGKIN, indikator=fakta.apa.teks)


def _is_sama(nilai: Decimal, fakta: Fakta) -> bool:
    """The same to the decimals that both print."""
    eksponen = nilai.as_tuple().exponent
    desimal = min(-int(eksponen), fakta.cetakan.desimal)
    return abs(nilai - fakta.cetakan.nilai) < Decimal(10) ** -desimal or nilai == fakta.cetakan.nilai
