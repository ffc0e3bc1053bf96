"""Quality of planning: Revisi DIPA and Deviasi Halaman III DIPA."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from kinerja.aturan.parameter import Isi, as_angka, as_daftar, as_peta, as_teks
from kinerja.aturan.skor.ikpa.hasil import HasilIndikator, bulat2, laporkan_luar_tahun, make_hasil, rata2
from kinerja.aturan.skor.ikpa.masukan import (
    BelanjaBulan,
    Indikator,
    JenisBelanja,
    MasukanIkpa,
    PaguBelanja,
    Pengecualian,
    RevisiDipa,
)
from kinerja.aturan.skor.ikpa.pagu import RiwayatPagu
from kinerja.aturan.skor.pengaturan import PengaturanSkor, RevisiNol
from kinerja.aturan.skor.uraian import NOL, SERATUS, Suku, get_nilai, hitung_persen, rujuk
from kinerja.aturan.temuan import Temuan
from kinerja.dasar.periode import Bulan, Semester, Triwulan, nama_bulan

_REVISI = "revisi_dipa_ikpa"
_DEVIASI = "deviasi_ikpa"

Angka: TypeAlias = dict[tuple[int, JenisBelanja], tuple[int, int]]
"""(month, kind) -> (planned, spent)."""


def compute_revisi(masukan: MasukanIkpa, pengaturan: PengaturanSkor) -> HasilIndikator:
    """Mean over quarters (TA 2022–2023) or semesters (since TA 2024) so far of what their revisions give."""
    per = masukan.per
    isi = get_nilai(_REVISI, per).peta
    jenis = Semester if as_angka(isi["panjang"]) == Semester.PANJANG else Triwulan
    menurut_banyak = [as_angka(n) for n in as_daftar(isi["nilai"])]
    if "tanpa_revisi_lain" in isi and pengaturan.revisi_dipa_nol is RevisiNol.SERATUS_SEPULUH:
        menurut_banyak[0] = as_angka(isi["tanpa_revisi_lain"])
    kode = {str(k) for k in as_daftar(isi["kode"])}
    dihitung = [r for r in masukan.revisi if r.tanggal <= per and _is_pagu_tetap(r, kode)]
    rincian = []
    for nomor in range(1, jenis.memuat(per).nomor + 1):
        periode = jenis(per.year, nomor)
        banyak = sum(r.tanggal in periode for r in dihitung)
        nilai = menurut_banyak[min(banyak, len(menurut_banyak) - 1)]
        rincian.append(Suku(periode.nama, nilai, catatan=f"{banyak} revisi pagu tetap."))
    luar = [r for r in masukan.revisi if r.tanggal.year != per.year]
    temuan = [laporkan_luar_tahun(f"Revisi DIPA {r.kode}", r.tanggal, per) for r in luar]
    rata = sum((s.nilai or NOL for s in rincian), NOL) / len(rincian)
    return make_hasil(Indikator.REVISI_DIPA, rata, rujuk(_REVISI, per), rincian, temuan=temuan)


def _is_pagu_tetap(revisi: RevisiDipa, kode: set[str]) -> bool:
    """Only revisions of the listed types that leave the pagu as it was are counted."""
    return revisi.kode in kode and revisi.pagu_sebelum == revisi.pagu_menjadi


@dataclass(frozen=True, slots=True)
class _Timbangan:
    """How the deviations of one month become one: equally (TA 2022–2023) or by pagu."""

    pagu: Mapping[JenisBelanja, PaguBelanja]
    menurut_pagu: bool

    def gabung(self, deviasi: Sequence[tuple[JenisBelanja, Decimal]]) -> Decimal:
        if not self.menurut_pagu:
            return rata2([d for _, d in deviasi])
        jumlah = sum(p.pagu for p in self.pagu.values())
        return sum((bulat2(d * hitung_persen(self.pagu[j].pagu, jumlah) / 100) for j, d in deviasi), NOL)


def compute_deviasi(masukan: MasukanIkpa) -> HasilIndikator:
    """100 minus the mean monthly deviation of spending from the locked plan; 100 where it is 5 at most.

    Without spending or without any pagu by kind of spending there is no object: proportions are never guessed. With
    an unknown plan it cannot be computed, which is not the same.
    """
    per = masukan.per
    isi = get_nilai(_DEVIASI, per).peta
    aturan = rujuk(_DEVIASI, per)
    riwayat = RiwayatPagu.dari(masukan.pagu)
    temuan = list(_periksa(masukan, riwayat))
    if not masukan.berencana:
        catatan = "RPD belum ada: tidak terhitung."
        return make_hasil(Indikator.DEVIASI, None, aturan, (), catatan=catatan, temuan=temuan)
    if not masukan.belanja or not riwayat.jenis:
        catatan = "Tidak ada RPD dan realisasi, atau tidak ada pagu per jenis belanja."
        return make_hasil(Indikator.DEVIASI, None, aturan, (), catatan=catatan, temuan=temuan)
    angka = sum_belanja(masukan.belanja)
    bebas = _list_bebas(masukan)
    menurut_pagu = as_teks(isi["timbang"]) == "pagu"
    rincian = []
    # December repeats November: the plan of the last month is not judged.
    for bulan in range(1, min(per.month, int(as_angka(isi["bulan_terakhir"]))) + 1):
        pagu = {j: p for j, p in riwayat.pada(Bulan(per.year, bulan).akhir).items() if p.pagu > 0}
        if pagu:
            rincian.append(_uraikan_bulan(bulan, angka, _Timbangan(pagu, menurut_pagu), bebas))
    if not rincian:
        catatan = "Pagu semua jenis belanja nol."
        return make_hasil(Indikator.DEVIASI, None, aturan, (), catatan=catatan, temuan=temuan)
    rata = rata2([s.nilai or NOL for s in rincian])
    nilai = SERATUS if rata <= as_angka(isi["bebas"]) else SERATUS - rata
    pohon = (Suku("Rata-rata deviasi", rata, "%", rincian=tuple(rincian)),)
    return make_hasil(Indikator.DEVIASI, nilai, aturan, pohon, temuan=temuan)


def sum_belanja(belanja: Sequence[BelanjaBulan]) -> Angka:
    """Planned and spent by month and kind; rows of one month and kind add up."""
    jumlah: defaultdict[tuple[int, JenisBelanja], tuple[int, int]] = defaultdict(lambda: (0, 0))
    for satu in belanja:
        rencana, realisasi = jumlah[satu.bulan, satu.jenis]
        jumlah[satu.bulan, satu.jenis] = (rencana + satu.rencana, realisasi + satu.realisasi)
    return dict(jumlah)


def _list_bebas(masukan: MasukanIkpa) -> list[Pengecualian]:
    return [p for p in list_pengecualian(masukan) if p.indikator is Indikator.DEVIASI]


def list_pengecualian(masukan: MasukanIkpa) -> tuple[Pengecualian, ...]:
    """The exceptions for everybody in that budget year, then those granted to this satker."""
    umum = as_daftar(get_nilai("pengecualian_ikpa", masukan.per).peta["daftar"])
    return (*(_baca_pengecualian(satu) for satu in umum), *masukan.pengecualian)


def _baca_pengecualian(isi: Isi) -> Pengecualian:
    peta = as_peta(isi)
    bulan, jenis, keluaran = (as_daftar(peta.get(kunci, ())) for kunci in ("bulan", "jenis", "keluaran"))
    return Pengecualian(
        Indikator(as_teks(peta["indikator"])),
        as_teks(peta["dasar_hukum"]),
        tuple(int(as_angka(b)) for b in bulan),
        tuple(JenisBelanja(str(j)) for j in jenis),
        tuple(map(as_teks, keluaran)),
    )


def _uraikan_bulan(bulan: int, angka: Angka, timbangan: _Timbangan, bebas: Sequence[Pengecualian]) -> Suku:
    rincian = []
    deviasi = []
    for jenis in timbangan.pagu:
        rencana, realisasi = angka.get((bulan, jenis), (0, 0))
        nilai, catatan = _hitung_deviasi(rencana, realisasi), ""
        for satu in bebas:
            if (not satu.bulan or bulan in satu.bulan) and (not satu.jenis or jenis in satu.jenis):
                nilai, catatan = NOL, f"Dikecualikan: {satu.dasar_hukum}."
        deviasi.append((jenis, nilai))
        isi = (Suku("RPD", Decimal(rencana), "rupiah"), Suku("Realisasi", Decimal(realisasi), "rupiah"))
        rincian.append(Suku(f"Belanja {jenis.value}", nilai, "%", catatan=catatan, rincian=isi))
    return Suku(nama_bulan(bulan), timbangan.gabung(deviasi), "%", rincian=tuple(rincian))


def _hitung_deviasi(rencana: int, realisasi: int) -> Decimal:
    if rencana > 0:
        return min(SERATUS, hitung_persen(abs(realisasi - rencana), rencana))
    return NOL if realisasi == 0 else SERATUS


def _periksa(masukan: MasukanIkpa, riwayat: RiwayatPagu) -> list[Temuan]:
    """An unknown plan, odd plans, corrections, and spending of a kind that has no pagu."""
    temuan = []
    if not masukan.berencana:
        pesan = "RPD belum ada: deviasi halaman III DIPA, dan karena itu nilai IKPA, tidak terhitung."
        temuan.append(Temuan("tanpa-rpd", pesan, "Impor RPD bulanan dari halaman III DIPA."))
    for satu in masukan.belanja:
        sebutan = f"belanja {satu.jenis.value} bulan {nama_bulan(satu.bulan)}"
        if satu.rencana < 0:
            pesan = f"RPD {sebutan} negatif; dihitung sebagai nol."
            temuan.append(Temuan("rpd-negatif", pesan, "Pakai RPD yang dikunci; RPD tidak dapat negatif."))
        if satu.realisasi < 0:
            pesan = f"Realisasi {sebutan} negatif: dihitung sebagai koreksi belanja."
            cara = "Pastikan ini pengembalian belanja, bukan salah ketik."
            temuan.append(Temuan("realisasi-negatif", pesan, cara))
    for jenis in sorted({s.jenis for s in masukan.belanja} - riwayat.jenis.keys()):
        pesan = f"Belanja {jenis.value} mempunyai RPD atau realisasi tetapi tidak berpagu; tidak dinilai."
        temuan.append(Temuan("tanpa-pagu", pesan, "Isi pagu jenis belanja itu."))
    return temuan
