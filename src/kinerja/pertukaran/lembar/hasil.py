"""Sheets about results, money, and what people write about them."""

from kinerja.anggaran.models import Instrumen, JenisBelanja
from kinerja.pengukuran.models import PilihanKeadaan
from kinerja.perencanaan.models import Komponen
from kinerja.pertukaran.lembar.kolom import (
    KOLOM_INDIKATOR,
    KOLOM_SATKER,
    KOLOM_TAHUN,
    Jenis,
    Kolom,
    Lembar,
    kolom_angka,
    kolom_kunci,
    kolom_nama,
    kolom_pilihan,
    kolom_rujukan,
    kolom_rupiah,
    kolom_teks,
)
from kinerja.pertukaran.petunjuk import BAGIAN_INDIKATOR, BAGIAN_LAPORAN, BAGIAN_TABEL

REALISASI = Lembar(
    "Realisasi",
    "Realisasi per komponen, satker, dan bulan. Rasio diisi pembilang dan penyebutnya, bukan persennya.",
    (
        KOLOM_INDIKATOR,
        Kolom(
            "komponen",
            "Komponen",
            Jenis.RUJUKAN,
            wajib=False,
            bawaan=Komponen.UTAMA,
            catatan="Kosong berarti utama.",
            lebar=12,
        ),
        KOLOM_SATKER,
        KOLOM_TAHUN,
        Kolom("bulan", "Bulan", Jenis.BULAN, wajib=False, catatan="6 atau Juni; kosong = angka setahun."),
        Kolom(
            "keadaan",
            "Keadaan",
            Jenis.PILIHAN,
            wajib=False,
            pilihan=tuple(PilihanKeadaan.values),
            bawaan=PilihanKeadaan.TERISI.value,
            catatan="Kosong berarti terisi.",
        ),
        Kolom("pembilang", "Pembilang", Jenis.ANGKA, wajib=False, persen=False),
        Kolom("penyebut", "Penyebut", Jenis.ANGKA, wajib=False, persen=False),
        kolom_angka("nilai", "Nilai", "Hanya bila indikator tidak dihitung dari pembilang dan penyebut."),
    ),
    ("indikator", "komponen", "satker", "tahun", "bulan"),
)
ANGGARAN_SASARAN = Lembar(
    "Anggaran Sasaran",
    "Pagu dan realisasi anggaran per sasaran kegiatan.",
    (
        kolom_rujukan("sasaran", "Sasaran", "Kode sasaran.", lebar=12),
        KOLOM_SATKER,
        KOLOM_TAHUN,
        kolom_rupiah("pagu_awal", "Pagu Awal", "Pagu pada saat Perjanjian Kinerja.", wajib=False),
        kolom_rupiah("pagu", "Pagu"),
        kolom_rupiah("realisasi", "Realisasi Anggaran"),
    ),
    ("sasaran", "satker", "tahun"),
)
ANGGARAN_BELANJA = Lembar(
    "Anggaran Belanja",
    "Pagu dan realisasi per jenis belanja.",
    (
        KOLOM_SATKER,
        KOLOM_TAHUN,
        kolom_pilihan(
            "jenis", "Jenis Belanja", JenisBelanja.values, "51 pegawai, 52 barang, 53 modal, 57 bansos."
        ),
        kolom_rupiah("pagu", "Pagu"),
        kolom_rupiah("realisasi", "Realisasi Anggaran"),
        kolom_angka("target_serapan", "Target Serapan", "Persen sampai akhir tahun."),
    ),
    ("satker", "tahun", "jenis"),
)
PAGU_SATKER = Lembar(
    "Pagu Satker",
    "Pagu DIPA per satker.",
    (KOLOM_SATKER, KOLOM_TAHUN, kolom_rupiah("pagu", "Pagu")),
    ("satker", "tahun"),
)
SKOR_ANGGARAN = Lembar(
    "Skor Anggaran",
    "Skor SMART dan IKPA sebagaimana diterbitkan Kementerian Keuangan; unsur 'nilai' adalah nilai akhirnya.",
    (
        KOLOM_SATKER,
        KOLOM_TAHUN,
        kolom_pilihan("instrumen", "Instrumen", Instrumen.values),
        kolom_nama("unsur", "Unsur", 60, lebar=30),
        Kolom("nilai", "Nilai", Jenis.ANGKA),
        Kolom("per_tanggal", "Per Tanggal", Jenis.TANGGAL, wajib=False, catatan="Hari terbitnya.", lebar=13),
    ),
    ("satker", "tahun", "instrumen", "unsur"),
)
NARASI = Lembar(
    "Narasi",
    "Uraian yang ditulis orang: per bagian laporan, atau per indikator.",
    (
        KOLOM_SATKER,
        KOLOM_TAHUN,
        kolom_pilihan(
            "bagian",
            "Bagian",
            [*BAGIAN_LAPORAN, *BAGIAN_INDIKATOR],
            "Pilih dari daftar; guna setiap bagian ada di lembar Petunjuk.",
            lebar=24,
        ),
        kolom_rujukan(
            "indikator", "Indikator", "Kode indikator; kosong untuk bagian laporan.", wajib=False, lebar=14
        ),
        kolom_teks("isi", "Isi", "Paragraf dipisah baris kosong; butir daftar diawali '- '.", lebar=90),
    ),
    ("satker", "tahun", "bagian", "indikator"),
)
TABEL_PENDUKUNG = Lembar(
    "Tabel Pendukung",
    "Tabel data dukung; satu baris lembar ini adalah satu sel tabel.",
    (
        KOLOM_SATKER,
        KOLOM_TAHUN,
        kolom_kunci("kunci", "Kunci Tabel", 60),
        kolom_teks("judul", "Judul Tabel", wajib=True),
        kolom_pilihan(
            "bagian", "Bagian", list(BAGIAN_TABEL), "Isi ini, atau kolom Indikator.", wajib=False, lebar=24
        ),
        kolom_rujukan("indikator", "Indikator", "Isi ini, atau kolom Bagian.", wajib=False, lebar=14),
        Kolom("baris", "Baris", Jenis.BULAT, lebar=8),
        kolom_teks("kolom", "Kolom", wajib=True, lebar=24),
        kolom_pilihan("jenis", "Jenis Kolom", ["teks", "angka"]),
        kolom_teks("isi", "Isi", lebar=40),
        kolom_teks("sumber", "Sumber"),
    ),
    ("satker", "tahun", "kunci", "baris", "kolom"),
)
