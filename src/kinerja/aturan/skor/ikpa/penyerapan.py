"""Penyerapan anggaran: cumulative spending against the target of each quarter, by kind of spending."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from kinerja.aturan.parameter import as_angka, as_daftar
from kinerja.aturan.pecahan import to_desimal, to_pecahan
from kinerja.aturan.skor.ikpa.hasil import HasilIndikator, make_hasil
from kinerja.aturan.skor.ikpa.masukan import Indikator, JenisBelanja, MasukanIkpa, PaguBelanja
from kinerja.aturan.skor.ikpa.pagu import RiwayatPagu, get_kunci_pagu
from kinerja.aturan.skor.uraian import Suku, get_nilai, jepit, rujuk
from kinerja.aturan.temuan import Temuan
from kinerja.dasar.periode import Triwulan

_PENYERAPAN = "penyerapan_ikpa"


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
    belanja = _sum_sampai(masukan, triwulan.akhir.month)
    rincian = []
    nilai = Fraction(0)
    for jenis, satu in pagu.items():
        patokan = as_angka(as_daftar(target[jenis.value])[triwulan.nomor - 1])
        realisasi = belanja.get(jenis, 0)
        nilai += _capai(realisasi, satu.netto, patokan)
        rincian.append(_uraikan_belanja(satu, realisasi, patokan, jumlah))
    return Suku(triwulan.nama, to_desimal(nilai / jumlah), rincian=tuple(rincian))


def _uraikan_belanja(pagu: PaguBelanja, realisasi: int, target: Decimal, jumlah: int) -> Suku:
    nilai = jepit(Decimal(realisasi * 10_000) / (pagu.netto * target))
    bobot = Decimal(pagu.netto * 100) / jumlah
    isi = (
        Suku("Realisasi kumulatif", Decimal(realisasi), "rupiah"),
        Suku("Pagu netto", Decimal(pagu.netto), "rupiah"),
        Suku("Target penyerapan", target, "%"),
    )
    return Suku(f"Belanja {pagu.jenis.value}", nilai, "", bobot, nilai * bobot / 100, rincian=isi)


def _sum_sampai(masukan: MasukanIkpa, bulan: int) -> dict[JenisBelanja, int]:
    """Spent by kind from January to the month, and not beyond that of `masukan.per`."""
    akhir = min(bulan, masukan.per.month)
    jumlah: dict[JenisBelanja, int] = {}
    for satu in masukan.belanja:
        if satu.bulan <= akhir:
            jumlah[satu.jenis] = jumlah.get(satu.jenis, 0) + satu.realisasi
    return jumlah


def _capai(realisasi: int, netto: int, target: Decimal) -> Fraction:
    """The share of the target that was reached, 0–100, times the base it is weighted by."""
    atas, bawah = target.as_integer_ratio()
    return Fraction(max(min(realisasi * 10_000 * bawah, 100 * netto * atas), 0), atas)


def _periksa(masukan: MasukanIkpa, riwayat: RiwayatPagu) -> list[Temuan]:
    temuan = []
    belanja = _sum_sampai(masukan, masukan.per.month)
    for jenis, satu in riwayat.pada(masukan.per).items():
        if belanja.get(jenis, 0) > satu.pagu:
            pesan = f"Realisasi belanja {jenis.value} melebihi pagunya."
            temuan.append(Temuan("pagu-minus", pesan, "Periksa pagu sesudah revisi terakhir."))
    return temuan
