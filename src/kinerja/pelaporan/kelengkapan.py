"""What the report still lacks: counted from what is filled, never from a button."""

from collections.abc import Iterator
from dataclasses import dataclass

from kinerja.anggaran.models import Instrumen
from kinerja.aturan.capaian import Keadaan
from kinerja.organisasi.models import Pengelompokan
from kinerja.pelaporan.queries import NARASI_INDIKATOR, STANDAR_NASIONAL, DataLaporan
from kinerja.pengukuran.queries import HasilIndikator
from kinerja.perencanaan.models import PerjanjianKinerja, Sasaran

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
KEPEGAWAIAN = "pengelola kepegawaian"
KEUANGAN = "pengelola keuangan"

SATUAN_KERJA = "Kedudukan satuan kerja"
STRUKTUR = "Struktur organisasi"
MISI = "Misi Rencana Strategis"
ANGGARAN_SASARAN = "Anggaran per sasaran"
ANGGARAN_BELANJA = "Anggaran per jenis belanja"
KEHADIRAN = "Data kehadiran pegawai"


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
    return [*bagian, *_list_celah_bab1(data), *_list_celah_bab2(data), *_list_celah_bab3(data)]


def name_celah_anggaran(data: DataLaporan, sasaran: Sasaran) -> str:
    """What is missing where a sasaran has no budget: that of all sasaran, or of this one only."""
    return f"Anggaran sasaran {sasaran.kode}" if data.anggaran else ANGGARAN_SASARAN


def name_celah_anggaran_janji(perjanjian: PerjanjianKinerja) -> str:
    """What is missing where a Perjanjian Kinerja names no budget."""
    return f"Anggaran {perjanjian.kode}"


def name_celah_skor(instrumen: Instrumen) -> str:
    """What is missing where no satker has a score of that instrument."""
    return f"Nilai {instrumen.label}"


def _list_celah_bab1(data: DataLaporan) -> Iterator[Celah]:
    if not data.bawahan:
        yield Celah("Bab I", SATUAN_KERJA, KEPEGAWAIAN)
    for menurut, sebutan in Pengelompokan.choices:
        if not data.pegawai[menurut]:
            yield Celah("Bab I", f"Data pegawai menurut {str(sebutan).lower()}", KEPEGAWAIAN)
    if not data.unit_kerja:
        yield Celah("Bab I", STRUKTUR, KEPEGAWAIAN)
    for unit in data.unit_kerja:
        if not unit.tugas:
            yield Celah("Bab I", f"Tugas {unit.nama}", KEPEGAWAIAN)


def _list_celah_bab2(data: DataLaporan) -> Iterator[Celah]:
    if not data.renstra.misi.all():
        yield Celah("Bab II", MISI, PENYUSUN)
    if not data.perjanjian:
        yield Celah("Bab II", f"Perjanjian Kinerja tahun {data.tahun}", PENYUSUN)
    for p in data.perjanjian:
        if not any(p.memuat(t.indikator.sasaran) for t in data.janji):
            yield Celah("Lampiran 1", f"Target {p.kode}", PENYUSUN)
        if not p.anggaran.all():
            yield Celah("Lampiran 1", name_celah_anggaran_janji(p), PENYUSUN)


def _list_celah_bab3(data: DataLaporan) -> Iterator[Celah]:
    for s in data.kinerja:
        for h in s.indikator:
            yield from _list_celah_indikator(data, h)
    if not data.anggaran:
        yield Celah("Bab III", ANGGARAN_SASARAN, KEUANGAN)
    else:
        berpagu = {a.sasaran.pk for a in data.anggaran}
        tanpa = [s.sasaran for s in data.kinerja if s.sasaran.pk not in berpagu]
        yield from (Celah("Bab III", name_celah_anggaran(data, s), KEUANGAN) for s in tanpa)
    if not data.belanja:
        yield Celah("Bab III", ANGGARAN_BELANJA, KEUANGAN)
    if not any(s.smart for s in data.skor):
        yield Celah("Bab III", name_celah_skor(Instrumen.SMART), KEUANGAN)
    if not any(s.ikpa for s in data.skor):
        yield Celah("Bab III", name_celah_skor(Instrumen.IKPA), KEUANGAN)
    if not data.tabel.get("kehadiran"):
        yield Celah("Bab III", KEHADIRAN, KEPEGAWAIAN)


_MANUAL = {"definisi": "Definisi", "rumus": "Rumus", "sumber_data": "Sumber data"}


def _list_celah_indikator(data: DataLaporan, h: HasilIndikator) -> Iterator[Celah]:
    ind = h.indikator
    oleh = ind.penanggung_jawab.nama if ind.penanggung_jawab else PENYUSUN
    kurang = [(apa, oleh) for medan, apa in _MANUAL.items() if not getattr(ind, medan).strip()]
    if h.kini.keadaan is Keadaan.BELUM_ADA:
        kurang.append((f"Realisasi tahun {data.tahun}", oleh))
    else:
        kurang += [(f"Realisasi tahun {data.tahun}", nama) for nama in list_belum_ada(h)]
    if h.bulan_kosong:
        kurang.append((f"Realisasi {len(h.bulan_kosong)} dari 12 bulan", oleh))
    kurang += [(apa, oleh) for bagian, apa in NARASI_INDIKATOR.items() if not _is_terisi(data, h, bagian)]
    yield from (Celah(f"{ind.kode} {ind.nama}", apa, siapa, ind.kode) for apa, siapa in kurang)


def _is_terisi(data: DataLaporan, h: HasilIndikator, bagian: str) -> bool:
    """Whether people wrote it; a national target of its own answers the question of the standard."""
    if bagian == STANDAR_NASIONAL and h.target_nasional is not None:
        return True
    return bool(data.ambil_narasi(bagian, h.indikator.pk))


def list_belum_ada(h: HasilIndikator) -> list[str]:
    """The satker whose numbers of the year are still owed."""
    return [r.nama for r in h.belum_ada]
