"""What the report still lacks: counted from what is filled, never from a button."""

from dataclasses import dataclass

from kinerja.aturan.capaian import Keadaan
from kinerja.organisasi.models import Pengelompokan
from kinerja.pelaporan.queries import NARASI_INDIKATOR, DataLaporan

NARASI_BAGIAN = {
    "kata_pengantar": "Kata pengantar",
    "ikhtisar_hambatan": "Hambatan dan tindak lanjut",
    "latar_belakang": "Latar belakang",
    "pedoman": "Pedoman penyusunan",
    "tugas_fungsi": "Tugas dan fungsi",
    "maksud_tujuan": "Maksud dan tujuan",
    "aspek_strategis": "Aspek strategis",
    "isu_strategis": "Isu strategis",
    "renstra_pengantar": "Pengantar Rencana Strategis",
    "nilai_organisasi": "Nilai organisasi",
    "perjanjian_pengantar": "Pengantar Perjanjian Kinerja",
    "capaian_pengantar": "Pengantar capaian kinerja",
    "anggaran_pengantar": "Pengantar realisasi anggaran",
    "smart_pengantar": "Pengantar SMART",
    "ikpa_pengantar": "Pengantar IKPA",
    "e_performance": "Pelaporan E-Performance",
    "target_kinerja": "Target Kinerja",
    "e_monev": "E-Monev Bappenas",
    "prioritas_nasional": "Kegiatan Prioritas Nasional",
    "kesimpulan": "Kesimpulan",
    "saran": "Saran",
}
"""Parts of the report that somebody must write, by `Narasi.bagian`."""
PENYUSUN = "tim penyusun laporan"


@dataclass(frozen=True, slots=True)
class Celah:
    """One thing that is missing: where, what, and who owes it. `kode` is the indikator, "" for a chapter."""

    tempat: str
    apa: str
    oleh: str
    kode: str = ""


def list_celah(data: DataLaporan) -> list[Celah]:
    """Every gap of the report in reading order."""
    bagian = [
        Celah("Laporan", apa, PENYUSUN)
        for kunci, apa in NARASI_BAGIAN.items()
        if not data.ambil_narasi(kunci)
    ]
    pegawai = [
        Celah("Bab I", f"Data pegawai menurut {str(sebutan).lower()}", "pengelola kepegawaian")
        for menurut, sebutan in Pengelompokan.choices
        if not data.pegawai[menurut]
    ]
    return bagian + pegawai + _list_celah_indikator(data)


def _list_celah_indikator(data: DataLaporan) -> list[Celah]:
    hasil = []
    for h in (h for s in data.kinerja for h in s.indikator):
        ind = h.indikator
        oleh = ind.penanggung_jawab.nama if ind.penanggung_jawab else PENYUSUN
        kurang = [apa for bagian, apa in NARASI_INDIKATOR.items() if not data.ambil_narasi(bagian, ind.pk)]
        if h.kini.keadaan is Keadaan.BELUM_ADA:
            kurang.append(f"Realisasi tahun {data.tahun}")
        hasil += [Celah(f"{ind.kode} {ind.nama}", apa, oleh, ind.kode) for apa in kurang]
    return hasil
