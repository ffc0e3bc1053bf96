"""Sentences that are computed. They state figures and directions, never a cause."""

from decimal import Decimal

from kinerja.anggaran.queries import Serapan
from kinerja.aturan.capaian import Keadaan
from kinerja.aturan.kategori import Kategori, classify
from kinerja.aturan.kecenderungan import compare_tahun
from kinerja.aturan.pengaturan import Pengaturan
from kinerja.dasar.cetak import bulatkan, cetak_angka, cetak_persen, cetak_rupiah
from kinerja.organisasi.queries import get_akhir_tahun
from kinerja.pengukuran.cetak import PERSEN, cetak_nilai, cetak_target
from kinerja.pengukuran.queries import HasilIndikator
from kinerja.perencanaan.models import Cakupan

_SEPERSERATUS = Decimal("0.01")
_RAGU = "Hasil ini bergantung pada polaritas yang masih perlu dipastikan."
_SEBAB = {
    Keadaan.TIDAK_ADA_OBJEK: "tidak ada objek yang diukur",
    Keadaan.TIDAK_TERHITUNG: "realisasinya tidak terhitung",
    Keadaan.BELUM_ADA: "realisasinya belum ada",
}


def describe_capaian(hasil: HasilIndikator) -> str:
    """Target, realisasi and verdict of the year."""
    satuan, kini = hasil.indikator.satuan, hasil.kini
    if kini.realisasi is None:
        return (
            f"Target tahun {kini.tahun} adalah {cetak_target(kini.target, satuan)}; {_SEBAB[kini.keadaan]}, "
            "sehingga capaian tidak dihitung."
        )
    if kini.capaian.nilai is None:
        return f"Realisasi tahun {kini.tahun} adalah {cetak_nilai(kini.realisasi, satuan)}. {kini.capaian.catatan}"
    sebutan = "target tercapai" if kini.capaian.tercapai else "target tidak tercapai"
    ragu = f" {_RAGU}" if hasil.indikator.polaritas_usulan else ""
    return (
        f"Dari target {cetak_target(kini.target, satuan)} terealisasi {cetak_nilai(kini.realisasi, satuan)}, "
        f"sehingga capaiannya {cetak_persen(kini.capaian.nilai)} ({sebutan}).{ragu}"
    )


def classify_capaian(hasil: HasilIndikator, pengaturan: Pengaturan) -> Kategori | None:
    """The category of the year's capaian on the scale the instansi chose; None without a scale or a capaian."""
    pada = get_akhir_tahun(hasil.kini.tahun)
    return classify(hasil.kini.capaian.nilai, pengaturan.skala_kategori, pada)


def describe_kategori(hasil: HasilIndikator, pengaturan: Pengaturan) -> str:
    """The category with the name of its scale; "" without one."""
    kategori = classify_capaian(hasil, pengaturan)
    return "" if kategori is None else f"Menurut {kategori.skala}, kategorinya {kategori.nama}."


def describe_perubahan(hasil: HasilIndikator) -> str:
    """The change against the year before and over the years shown."""
    kini, lalu = hasil.kini, hasil.lalu
    if kini.realisasi is None:
        sebab = f"Pada tahun {kini.tahun} {_SEBAB[kini.keadaan]}"
        return f"{sebab}, sehingga perubahan dari tahun sebelumnya tidak dihitung."
    if lalu is None or lalu.realisasi is None:
        return f"Realisasi tahun {kini.tahun - 1} tidak tersedia, sehingga perubahannya tidak dihitung."
    perubahan = compare_tahun(kini.realisasi, lalu.realisasi)
    if perubahan.arah == "tetap":
        return f"Realisasi tahun {kini.tahun} sama dengan tahun {lalu.tahun}."
    selisih = _cetak_selisih(perubahan.selisih, hasil)
    kalimat = f"Realisasi tahun {kini.tahun} {perubahan.arah} {selisih} dari tahun {lalu.tahun}"
    if lalu.capaian.nilai is not None and kini.capaian.nilai is not None:
        dulu, kini_ = cetak_persen(lalu.capaian.nilai), cetak_persen(kini.capaian.nilai)
        sama = f"; capaian kedua tahun itu {dulu}"
        kalimat += sama if dulu == kini_ else f"; capaian berubah dari {dulu} menjadi {kini_}"
    return kalimat + "."


def _cetak_selisih(selisih: Decimal, hasil: HasilIndikator) -> str:
    satuan = hasil.indikator.satuan
    if satuan == PERSEN:
        return cetak_poin(selisih)
    if not bulatkan(selisih, 2):
        return f"kurang dari {cetak_nilai(_SEPERSERATUS, satuan)}"
    return cetak_nilai(abs(selisih), satuan)


def cetak_poin(selisih: Decimal) -> str:
    """ "13,95 poin"; a change too small for two decimals is never printed as none."""
    kecil = selisih != 0 and not bulatkan(selisih, 2)
    return "kurang dari 0,01 poin" if kecil else f"{cetak_angka(abs(selisih), 2)} poin"


def describe_renstra(hasil: HasilIndikator) -> str:
    """Realisasi against the medium-term target."""
    target, satuan, kini = hasil.target_renstra, hasil.indikator.satuan, hasil.kini
    if target is None:
        return "Renstra tidak memuat target untuk indikator ini pada tahun berjalan."
    if target.cakupan == Cakupan.NASIONAL:
        return (
            f"Target Renstra {cetak_target(target, satuan)} berlaku untuk seluruh Indonesia, "
            "sehingga tidak dibandingkan dengan realisasi satu kantor."
        )
    if kini.realisasi is None:
        return f"Perbandingan dengan target Renstra tidak dihitung karena {_SEBAB[kini.keadaan]}."
    if hasil.capaian_renstra.nilai is None:
        return f"Perbandingan dengan target Renstra tidak dihitung. {hasil.capaian_renstra.catatan}"
    sebutan = "sudah" if hasil.capaian_renstra.tercapai else "belum"
    return (
        f"Realisasi tahun {kini.tahun} {sebutan} memenuhi target Renstra tahun {target.tahun} sebesar "
        f"{cetak_target(target, satuan)} (capaian {cetak_persen(hasil.capaian_renstra.nilai)})."
    )


def describe_serapan(apa: str, serapan: Serapan) -> str:
    """Budget, spending, share and remainder in one sentence."""
    persen = "–" if serapan.persen is None else cetak_persen(serapan.persen)
    return (
        f"Pagu {apa} sebesar {cetak_rupiah(serapan.pagu)} terealisasi {cetak_rupiah(serapan.realisasi)} "
        f"({persen}), sisa {cetak_rupiah(serapan.sisa)}."
    )
