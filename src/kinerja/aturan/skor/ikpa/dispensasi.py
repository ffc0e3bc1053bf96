"""Dispensasi SPM: an indicator in TA 2022–2023, a deduction since TA 2024."""

from __future__ import annotations

from decimal import Decimal

from kinerja.aturan.parameter import as_angka, as_daftar, as_peta
from kinerja.aturan.skor.ikpa.hasil import NAMA
from kinerja.aturan.skor.ikpa.masukan import Indikator, MasukanIkpa
from kinerja.aturan.skor.uraian import Suku, get_nilai, rujuk
from kinerja.aturan.temuan import Temuan

_DISPENSASI = "dispensasi_ikpa"


def compute_dispensasi(masukan: MasukanIkpa) -> tuple[Decimal, Suku, tuple[Temuan, ...]]:
    """What the share of SPM by dispensasi (per mille of the fourth quarter) gives: a value or, since 2024, a deduction.

    Bands are half open: [0,1; 1), [1; 5), from 5 on.
    """
    isi = get_nilai(_DISPENSASI, masukan.per).peta
    banyak, semua = masukan.dispensasi.spm_dispensasi, masukan.dispensasi.spm_triwulan_iv
    temuan: tuple[Temuan, ...] = ()
    if banyak > semua or banyak < 0:
        pesan = f"SPM dispensasi {banyak} dari {semua} SPM triwulan IV tidak mungkin."
        temuan = (Temuan("dispensasi-mustahil", pesan, "Periksa kedua jumlahnya."),)
    if banyak <= 0:
        nilai, permil = as_angka(isi["kosong"]), Decimal(0)
    else:
        permil = Decimal(banyak) * 1000 / max(semua, banyak)
        pita = map(as_peta, as_daftar(isi["pita"]))
        nilai = next(as_angka(p["nilai"]) for p in pita if permil >= as_angka(p["minimal"]))
    rincian = (
        Suku("SPM dispensasi", Decimal(banyak)),
        Suku("SPM triwulan IV", Decimal(semua)),
        Suku("Rasio", permil, "‰"),
    )
    label = NAMA[Indikator.DISPENSASI]
    return nilai, Suku(label, nilai, aturan=rujuk(_DISPENSASI, masukan.per), rincian=rincian), temuan
