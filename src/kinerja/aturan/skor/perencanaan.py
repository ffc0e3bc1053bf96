"""The planning score of a satker since TA 2024 (PMK 62/2023): efektivitas and efisiensi."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from kinerja.aturan.parameter import as_angka
from kinerja.aturan.pecahan import to_desimal, to_pecahan
from kinerja.aturan.skor.masukan import KomponenPerencanaan
from kinerja.aturan.skor.smart import RezimLain, classify_skor, is_smart
from kinerja.aturan.skor.uraian import NOL, SERATUS, HasilSkor, Suku, get_nilai, rujuk
from kinerja.aturan.temuan import Temuan
from kinerja.dasar.cetak import cetak_angka

NAMA = {
    "efektivitas": "Efektivitas (capaian rincian output)",
    "efisiensi": "Efisiensi (standar biaya keluaran)",
}
_BOBOT = "skor_perencanaan"


def compute_perencanaan(komponen: KomponenPerencanaan, *, pada: date) -> HasilSkor:
    """75 % efektivitas + 25 % efisiensi, both 0–100 as the application of the ministry gives them.

    How efisiensi comes from SBK is not published, so it is never recomputed. A missing value leaves no score and a
    temuan. RezimLain before TA 2024.
    """
    if is_smart(pada):
        raise RezimLain(f"Nilai perencanaan TA {pada.year} adalah SMART")
    aturan = rujuk(_BOBOT, pada)
    temuan: list[Temuan] = []
    suku: list[Suku] = []
    jumlah = Fraction(0)
    for kunci, nama in NAMA.items():
        nilai = getattr(komponen, kunci)
        bobot = as_angka(get_nilai(_BOBOT, pada).peta[kunci])
        if nilai is None or not NOL <= nilai <= SERATUS:
            terbaca = "tidak ada" if nilai is None else f"{cetak_angka(nilai)}, di luar 0 sampai 100"
            temuan.append(Temuan("perencanaan-cacat", f"{nama} {terbaca}.", "Ambil dari aplikasi Kemenkeu."))
            suku.append(Suku(nama, nilai, bobot=bobot, aturan=aturan))
            continue
        bagian = to_pecahan(nilai) * to_pecahan(bobot) / 100
        jumlah += bagian
        suku.append(Suku(nama, nilai, bobot=bobot, sumbangan=to_desimal(bagian), aturan=aturan))
    hasil = None if temuan else to_desimal(jumlah)
    pohon = Suku("Nilai kinerja perencanaan anggaran", hasil, aturan=aturan, rincian=tuple(suku))
    return HasilSkor(hasil, classify_skor(hasil, pada), aturan, pohon, tuple(temuan))
