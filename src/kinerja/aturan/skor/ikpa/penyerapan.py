"""Penyerapan anggaran: cumulative spending against the target of each quarter, by kind of spending."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from kinerja.aturan.parameter import as_angka, as_daftar
from kinerja.aturan.pecahan import to_desimal, to_pecahan
from kinerja.aturan.skor.ikpa.hasil import HasilIndikator, make_hasil
from kinerja.aturan.skor.ikpa.masukan import Indikator, JenisBelanja, MasukanIkpa, PaguBelanja
from kinerja.aturan.skor.ikpa.pagu import RiwayatPagu, get_kunci_pagu
from kinerja.aturan.skor.uraian import Suku, get_nilai, rujuk
from kinerja.aturan.temuan import Temuan
from kinerja.dasar.periode import Triwulan

_PENYERAPAN = "penyerapan_ikpa"
_SERATUS = Fraction(100)


def compute_penyerapan(masukan: MasukanIkpa) -> HasilIndikator:
    """Mean over the quarters so far; the base is the pagu less what is blocked, as locked for the quarter.

    Kinds of spending are weighted by that base. No budget: no object. KalenderBelumAda for unknown holidays.
    """
    per = masukan.per
    aturan = rujuk(_PENYERAPAN, per)
    riwayat = RiwayatPagu.dari(masukan.pagu)
    rincian = []
    for nomor in range(1, Triwulan.memuat(per).nomor + 1):
        triwulan = Triwulan(per.year, nomor)
        pagu = riwayat.pada(min(get_kunci_pagu(triwulan), per))
        suku = _uraikan_triwulan(triwulan, masukan, {j: p for j, p in pagu.items() if p.netto > 0})
        rincian += [] if suku is None else [suku]
    if not rincian:
        catatan = "Tidak ada pagu yang dapat dibelanjakan."
        return make_hasil(Indikator.PENYERAPAN, None, aturan, (), catatan=catatan)
    rata = to_desimal(
        sum((to_pecahan(s.nilai) for s in rincian if s.nilai is not None), Fraction(0)) / len(rincian)
    )
    return make_hasil(Indikator.PENYERAPAN, rata, aturan, rincian, temuan=_periksa(masukan, riwayat))


def _uraikan_triwulan(
    triwulan: Triwulan, masukan: MasukanIkpa, pagu: dict[JenisBelanja, PaguBelanja]
) -> Suku | None:
    jumlah = sum(p.netto for p in pagu.values())
    if not jumlah:
        return None
    target = get_nilai(_PENYERAPAN, masukan.per).peta
    akhir = min(triwulan.akhir.month, masukan.per.month)
    rincian = []
    nilai = Fraction(0)
    for jenis, satu in pagu.items():
        belanja = sum(b.realisasi for b in masukan.belanja if b.jenis is jenis and b.bulan <= akhir)
        patokan = as_angka(as_daftar(target[jenis.value])[triwulan.nomor - 1])
        capai = max(min(Fraction(belanja * 10_000, satu.netto) / to_pecahan(patokan), _SERATUS), Fraction(0))
        bobot = Fraction(satu.netto, jumlah)
        nilai += capai * bobot
        isi = (
            Suku("Realisasi kumulatif", Decimal(belanja), "rupiah"),
            Suku("Pagu netto", Decimal(satu.netto), "rupiah"),
            Suku("Target penyerapan", patokan, "%"),
        )
        sumbangan = to_desimal(capai * bobot)
        suku = Suku(
            f"Belanja {jenis.value}", to_desimal(capai), "", to_desimal(bobot * 100), sumbangan, rincian=isi
        )
        rincian.append(suku)
    return Suku(triwulan.nama, to_desimal(nilai), rincian=tuple(rincian))


def _periksa(masukan: MasukanIkpa, riwayat: RiwayatPagu) -> list[Temuan]:
    temuan = []
    for jenis, satu in riwayat.pada(masukan.per).items():
        belanja = sum(
            b.realisasi for b in masukan.belanja if b.jenis is jenis and b.bulan <= masukan.per.month
        )
        if belanja > satu.pagu:
            pesan = f"Realisasi belanja {jenis.value} melebihi pagunya."
            temuan.append(Temuan("pagu-minus", pesan, "Periksa pagu sesudah revisi terakhir."))
    return temuan
