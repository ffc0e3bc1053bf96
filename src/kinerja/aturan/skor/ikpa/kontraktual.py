"""Belanja kontraktual: how early contracts are made, registered and paid."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Final, TypeAlias

from kinerja.aturan.parameter import as_angka, as_daftar, as_peta
from kinerja.aturan.skor.ikpa.hasil import (
    Bagian,
    HasilIndikator,
    laporkan_luar_tahun,
    make_hasil,
    pilih_tunggal,
    rata_bagian,
    timbang_bagian,
)
from kinerja.aturan.skor.ikpa.masukan import Indikator, JenisBelanja, Kontrak, MasukanIkpa
from kinerja.aturan.skor.pengaturan import PengaturanSkor
from kinerja.aturan.skor.uraian import NOL, SERATUS, get_nilai, rujuk
from kinerja.aturan.temuan import Temuan
from kinerja.dasar.kalender import tambah_hari_kerja
from kinerja.dasar.periode import Triwulan

_KONTRAKTUAL = "kontraktual_ikpa"
Semua: TypeAlias = Sequence[Kontrak]


def compute_kontraktual(masukan: MasukanIkpa, pengaturan: PengaturanSkor) -> HasilIndikator:
    """Weighted parts over the contracts above the minimum that were signed until `per`; none of them: no object.

    One that is older than the DIPA belongs to an earlier budget and does not count.
    KalenderBelumAda for unknown holidays.
    """
    per = masukan.per
    aturan = rujuk(_KONTRAKTUAL, per)
    isi = get_nilai(_KONTRAKTUAL, per).peta
    kontrak, temuan = pilih_tunggal(masukan.kontrak, lambda k: k.nomor, "Kontrak")
    temuan += [
        laporkan_luar_tahun(f"Kontrak {k.nomor}", k.ditandatangani, per)
        for k in kontrak
        if k.ditandatangani.year > per.year
    ]
    lama = [k for k in kontrak if k.ditandatangani < _get_awal(masukan)]
    temuan += [_laporkan_lama(k, per.year) for k in lama]
    dinilai = [
        k
        for k in kontrak
        if k not in lama and k.ditandatangani <= per and _is_dinilai(k, as_angka(isi["di_atas"]))
    ]
    if not dinilai:
        catatan = "Tidak ada kontrak yang dinilai."
        return make_hasil(Indikator.KONTRAKTUAL, None, aturan, (), catatan=catatan, temuan=temuan)
    bobot = as_peta(isi["bobot"])
    bagian = [(_BAGIAN[kunci](dinilai, per), as_angka(berat)) for kunci, berat in bobot.items()]
    nilai, rincian = timbang_bagian(bagian, pengaturan)
    return make_hasil(Indikator.KONTRAKTUAL, nilai, aturan, rincian, temuan=temuan)


def _get_awal(masukan: MasukanIkpa) -> date:
    """First day of contracts of this budget: its DIPA's; any DIPA is approved within the year before."""
    tahun = masukan.per.year
    return min(masukan.dipa or date(tahun - 1, 1, 1), date(tahun, 1, 1))


def _laporkan_lama(kontrak: Kontrak, tahun: int) -> Temuan:
    tanggal = kontrak.ditandatangani.isoformat()
    pesan = f"Kontrak {kontrak.nomor} bertanggal {tanggal}, sebelum DIPA {tahun} disahkan; tidak dinilai."
    cara = "Kontrak tahun jamak dinilai pada tahun pertamanya; selain itu periksa tanggal kontrak dan tanggal DIPA."
    return Temuan("sebelum-dipa", pesan, cara)


def _is_dinilai(kontrak: Kontrak, di_atas: Decimal) -> bool:
    return kontrak.nilai > di_atas and kontrak.jenis is not JenisBelanja.PEGAWAI


@lru_cache(maxsize=4096)
def _batas_daftar(ditandatangani: date, hari: int) -> date:
    return tambah_hari_kerja(ditandatangani, hari)


def _nilai_ketepatan(kontrak: Semua, per: date) -> Bagian:
    """Registered with KPPN in time; one whose time is not over yet and that is not registered does not count."""
    hari = int(as_angka(get_nilai(_KONTRAKTUAL, per).peta["hari_daftar"]))
    nilai = []
    for satu in kontrak:
        batas = _batas_daftar(satu.ditandatangani, hari)
        daftar = satu.didaftarkan if satu.didaftarkan is not None and satu.didaftarkan <= per else None
        if daftar is not None or batas < per:
            nilai.append(SERATUS if daftar is not None and daftar <= batas else NOL)
    return rata_bagian(
        "Ketepatan waktu pendaftaran kontrak",
        nilai,
        "Belum ada kontrak yang jatuh tempo didaftarkan.",
        "kontrak",
    )


def _nilai_dini(kontrak: Semua, per: date) -> Bagian:
    """Signed before the budget year or in its first quarter; later ones are no early contracts and do not count."""
    isi = get_nilai(_KONTRAKTUAL, per).peta
    pra, pertama = as_angka(isi["pra_tahun"]), as_angka(isi["triwulan_pertama"])
    akhir = Triwulan(per.year, 1).akhir
    nilai = [
        pra if k.ditandatangani.year < per.year else pertama for k in kontrak if k.ditandatangani <= akhir
    ]
    return rata_bagian(
        "Akselerasi kontrak dini", nilai, "Tidak ada kontrak sampai dengan 31 Maret.", "kontrak"
    )


def _nilai_modal(kontrak: Semua, per: date) -> Bagian:
    """Capital spending by contracts paid at once, by the quarter of payment."""
    isi = get_nilai(_KONTRAKTUAL, per).peta
    menurut_triwulan = [as_angka(n) for n in as_daftar(isi["modal"])]
    tertinggi = as_angka(isi["modal_tertinggi"])
    nilai = [
        menurut_triwulan[0 if k.sp2d.year < per.year else Triwulan.memuat(k.sp2d).nomor - 1]
        for k in kontrak
        if k.jenis is JenisBelanja.MODAL and k.sekaligus and k.nilai <= tertinggi and k.sp2d and k.sp2d <= per
    ]
    return rata_bagian(
        "Akselerasi belanja modal", nilai, "Tidak ada belanja modal sekaligus yang sudah dibayar.", "kontrak"
    )


def _nilai_distribusi(kontrak: Semua, per: date) -> Bagian:
    """Share of contracts signed in the first half of the year, by bands."""
    akhir = Triwulan(per.year, 2).akhir
    awal = sum(k.ditandatangani <= akhir for k in kontrak)
    porsi = Fraction(awal * 100, len(kontrak))
    pita = map(as_peta, as_daftar(get_nilai(_KONTRAKTUAL, per).peta["distribusi"]))
    nilai = next((as_angka(p["nilai"]) for p in pita if porsi > as_angka(p["lebih_dari"])), NOL)
    catatan = f"{awal} dari {len(kontrak)} kontrak sampai dengan triwulan II."
    return Bagian("Distribusi akselerasi kontrak", Fraction(nilai), catatan)


_BAGIAN: Final[dict[str, Callable[[Semua, date], Bagian]]] = {
    "ketepatan": _nilai_ketepatan,
    "dini": _nilai_dini,
    "modal": _nilai_modal,
    "distribusi": _nilai_distribusi,
}
