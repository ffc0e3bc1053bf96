"""The columns of a table of scores as the ministry's applications export it and as reports print it.

Not part of the official workbook: `kinerja skor` reads such a table from a file of its own.
"""

from kinerja.pertukaran.lembar.kolom import Jenis, Kolom, Lembar


def _angka(kunci: str, judul: str, *sinonim: str) -> Kolom:
    return Kolom(kunci, judul, Jenis.ANGKA, wajib=False, sinonim=sinonim)


def _teks(kunci: str, judul: str, *sinonim: str) -> Kolom:
    return Kolom(kunci, judul, wajib=False, sinonim=sinonim, panjang=300)


KOLOM_NAMA = _teks("satker", "Satker", "Nama Satker", "Satuan Kerja", "Nama Satuan Kerja", "Uraian Satker")
# Read by nobody, declared so that they are not reported as unknown.
_IDENTITAS = (
    _teks("tabel", "Tabel"),
    _teks("kelompok", "Kelompok"),
    _teks("nomor", "No", "Nomor"),
    _teks("kode", "Kode Satker", "KD Satker", "Kode"),
    _teks("kunci", "satker_key"),
    _teks("pagu", "Pagu"),
)

SMART = Lembar(
    "SMART",
    "Nilai SMART per satuan kerja (TA 2021–2023).",
    (
        KOLOM_NAMA,
        _angka("penyerapan", "Realisasi Anggaran", "Penyerapan Anggaran", "Penyerapan", "P"),
        _angka(
            "konsistensi",
            "Konsistensi RPD Akhir",
            "Konsisten RPD Akhir",
            "Konsistensi RPD",
            "Konsistensi",
            "K",
        ),
        _angka(
            "capaian_keluaran",
            "Capaian Keluaran Kegiatan",
            "Capaian Keluaran",
            "Capaian RO",
            "Capaian Output",
            "CRO",
        ),
        _angka("efisiensi", "Efisiensi", "E"),
        _angka("terbit", "Nilai", "Nilai SMART", "Nilai Kinerja"),
        *_IDENTITAS,
    ),
    (),
)
PERENCANAAN = Lembar(
    "Perencanaan",
    "Nilai kinerja perencanaan anggaran per satuan kerja (sejak TA 2024).",
    (
        KOLOM_NAMA,
        _angka("efektivitas", "Efektivitas", "Capaian RO", "Capaian Output", "Nilai Efektivitas"),
        _angka("efisiensi", "Efisiensi", "Efisiensi SBK", "Nilai Efisiensi"),
        _angka("terbit", "Nilai", "Nilai Perencanaan", "Nilai Kinerja Perencanaan Anggaran", "Nilai SMART"),
        *_IDENTITAS,
    ),
    (),
)
IKPA = Lembar(
    "IKPA",
    "Nilai IKPA per satuan kerja: nilai kali bobot setiap indikator.",
    (
        KOLOM_NAMA,
        _angka("revisi_dipa", "Revisi DIPA"),
        _angka("deviasi_hal_iii_dipa", "Deviasi Hal. III DIPA", "Deviasi Halaman III DIPA"),
        _angka("penyerapan_anggaran", "Penyerapan Anggaran"),
        _angka("belanja_kontraktual", "Belanja Kontraktual", "Data Kontrak"),
        _angka("penyelesaian_tagihan", "Penyelesaian Tagihan"),
        _angka("pengelolaan_up_tup", "Pengelolaan UP/TUP", "Pengelolaan UP dan TUP"),
        _angka("dispensasi_spm", "Dispensasi SPM"),
        _angka("capaian_output", "Capaian Output"),
        _angka("pengurang", "Pengurang Dispensasi SPM", "Pengurang"),
        _angka("total", "Nilai Total"),
        _angka("konversi", "Konversi Bobot", "konversi_bobot_persen"),
        _angka("terbit", "Nilai Akhir", "Nilai IKPA"),
        *_IDENTITAS,
    ),
    (),
)
NKA = Lembar(
    "NKA",
    "Nilai kinerja anggaran per satuan kerja dari nilai perencanaan (SMART) dan nilai IKPA.",
    (
        KOLOM_NAMA,
        _angka(
            "perencanaan", "Nilai SMART", "SMART", "Nilai Kinerja Perencanaan Anggaran", "Nilai Perencanaan"
        ),
        _angka(
            "pelaksanaan", "Nilai IKPA", "IKPA", "Nilai Kinerja Pelaksanaan Anggaran", "Nilai Pelaksanaan"
        ),
        _angka("terbit", "Nilai Kinerja Anggaran", "NKA", "Nilai"),
        *_IDENTITAS,
    ),
    (),
)
