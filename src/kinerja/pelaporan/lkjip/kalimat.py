"""Sentences that are computed. They state figures and directions, never a cause."""

from decimal import Decimal

from kinerja.anggaran.queries import Serapan
from kinerja.aturan.kecenderungan import compare_tahun
from kinerja.dasar.cetak import cetak_angka, cetak_persen, cetak_rupiah
from kinerja.pengukuran.cetak import PERSEN, beri_satuan, cetak_nilai, cetak_realisasi, cetak_target
from kinerja.pengukuran.queries import HasilIndikator
from kinerja.perencanaan.models import Cakupan


def describe_capaian(hasil: HasilIndikator) -> str:
    """Target, realisasi and verdict of the year."""
    satuan, kini = hasil.indikator.satuan, hasil.kini
    if kini.realisasi is None:
        return (
            f"Target tahun {kini.tahun} adalah {cetak_target(kini.target, satuan)}; realisasinya "
            f"{cetak_realisasi(kini, satuan)}, sehingga capaian tidak dihitung."
        )
    if kini.capaian.nilai is None:
        return f"Realisasi tahun {kini.tahun} adalah {cetak_nilai(kini.realisasi, satuan)}; capaian tidak terhitung."
    sebutan = "target tercapai" if kini.capaian.tercapai else "target tidak tercapai"
    return (
        f"Dari target {cetak_target(kini.target, satuan)} terealisasi {cetak_nilai(kini.realisasi, satuan)}, "
        f"sehingga capaiannya {cetak_persen(kini.capaian.nilai)} ({sebutan})."
    )


def describe_perubahan(hasil: HasilIndikator) -> str:
    """The change against the year before and over the years shown."""
    kini, lalu = hasil.kini, hasil.lalu
    if kini.realisasi is None:
        return f"Realisasi tahun {kini.tahun} tidak ada, sehingga perubahan dari tahun sebelumnya tidak dihitung."
    if lalu is None or lalu.realisasi is None:
        return f"Realisasi tahun {kini.tahun - 1} tidak tersedia, sehingga perubahannya tidak dihitung."
    perubahan = compare_tahun(kini.realisasi, lalu.realisasi)
    if perubahan.arah == "tetap":
        return f"Realisasi tahun {kini.tahun} sama dengan tahun {lalu.tahun}."
    selisih = _cetak_selisih(perubahan.selisih, hasil)
    kalimat = f"Realisasi tahun {kini.tahun} {perubahan.arah} {selisih} dari tahun {lalu.tahun}"
    if lalu.capaian.nilai is not None and kini.capaian.nilai is not None:
        dulu, kini_ = cetak_persen(lalu.capaian.nilai), cetak_persen(kini.capaian.nilai)
        kalimat += f"; capaian berubah dari {dulu} menjadi {kini_}"
    return kalimat + "."


def _cetak_selisih(selisih: Decimal, hasil: HasilIndikator) -> str:
    if hasil.indikator.satuan == PERSEN:
        return f"{cetak_angka(abs(selisih), 2)} poin"
    return cetak_nilai(abs(selisih), hasil.indikator.satuan)


def describe_renstra(hasil: HasilIndikator) -> str:
    """Realisasi against the medium-term target."""
    target, satuan, kini = hasil.target_renstra, hasil.indikator.satuan, hasil.kini
    if target is None:
        return "Renstra tidak memuat target untuk indikator ini pada tahun berjalan."
    if target.cakupan == Cakupan.NASIONAL:
        return (
            f"Target Renstra {beri_satuan(cetak_angka(target.nilai or 0), satuan)} berlaku untuk seluruh Indonesia, "
            "sehingga tidak dibandingkan dengan realisasi satu kantor."
        )
    if kini.realisasi is None or hasil.capaian_renstra.nilai is None:
        return "Perbandingan dengan target Renstra tidak dihitung karena realisasinya tidak ada."
    sebutan = "sudah" if hasil.capaian_renstra.tercapai else "belum"
    return (
        f"Realisasi sampai dengan tahun {kini.tahun} {sebutan} memenuhi target Renstra "
        f"{cetak_target(target, satuan)} (capaian {cetak_persen(hasil.capaian_renstra.nilai)})."
    )


def describe_serapan(apa: str, serapan: Serapan) -> str:
    """Budget, spending, share and remainder in one sentence."""
    persen = "–" if serapan.persen is None else cetak_persen(serapan.persen)
    return (
        f"Pagu {apa} sebesar {cetak_rupiah(serapan.pagu)} terealisasi {cetak_rupiah(serapan.realisasi)} "
        f"({persen}), sisa {cetak_rupiah(serapan.sisa)}."
    )
